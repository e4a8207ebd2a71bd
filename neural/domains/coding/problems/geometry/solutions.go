package solutions

//: family turn
type Point struct {
	X, Y int
}

func Turn(first, second, third Point) string {
	ahead := (second.X - first.X) * (third.Y - second.Y)
	aside := (second.Y - first.Y) * (third.X - second.X)
	switch {
	case ahead > aside: //: axis=up
	case ahead < aside: //: axis=down
		return "left"
	case ahead < aside: //: axis=up
	case ahead > aside: //: axis=down
		return "right"
	default:
		return "straight"
	}
}

//: family doubled_area
type Point struct {
	X, Y int
}

func DoubledArea(corners []Point) int {
	area := 0
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		area += a.X*b.Y - b.X*a.Y
	}
	return max(area, -area) //: sign=none
	return area //: sign=ccw
	return -area //: sign=cw
}

//: family contains_point
type Point struct {
	X, Y int
}

func ContainsPoint(corners []Point, spot Point) bool {
	inside := false
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		side := (b.X-a.X)*(spot.Y-a.Y) - (spot.X-a.X)*(b.Y-a.Y)
		if side == 0 && inBox(a, b, spot) {
			return true //: border=inside
			return false //: border=outside
		}
		// Count the edges that a ray from the spot to the right crosses.
		if (a.Y > spot.Y) != (b.Y > spot.Y) && (side > 0) == (b.Y > a.Y) {
			inside = !inside
		}
	}
	return inside
}

func inBox(a, b, spot Point) bool {
	return min(a.X, b.X) <= spot.X && spot.X <= max(a.X, b.X) &&
		min(a.Y, b.Y) <= spot.Y && spot.Y <= max(a.Y, b.Y)
}

//: family overlap_area
type Rect struct {
	Left, Bottom, Right, Top int
}

//: what!=both
func (r Rect) area() int {
	return (r.Right - r.Left) * (r.Top - r.Bottom)
}

//: end
func OverlapArea(first, second Rect) int {
	width := min(first.Right, second.Right) - max(first.Left, second.Left)
	height := min(first.Top, second.Top) - max(first.Bottom, second.Bottom)
	common := max(width, 0) * max(height, 0)
	return common //: what=both
	return first.area() + second.area() - common //: what=any
	return first.area() + second.area() - 2*common //: what=one
}

//: family bounding_box
type Point struct {
	X, Y int
}

type Rect struct {
	Left, Bottom, Right, Top int
}

func BoundingBox(points []Point) *Rect {
	if len(points) == 0 {
		return nil
	}
	first := points[0]
	box := Rect{first.X, first.Y, first.X, first.Y}
	for _, point := range points[1:] {
		box.Left = min(box.Left, point.X)
		box.Bottom = min(box.Bottom, point.Y)
		box.Right = max(box.Right, point.X)
		box.Top = max(box.Top, point.Y)
	}
	//: shape=padded
	box.Left--
	box.Bottom--
	box.Right++
	box.Top++
	//: shape=square
	side := max(box.Right-box.Left, box.Top-box.Bottom)
	box.Right = box.Left + side
	box.Top = box.Bottom + side
	//: end
	return &box
}

//: family hull
import (
	"cmp"
	"slices"
)

type Point struct {
	X, Y int
}

func Hull(points []Point) []Point {
	sorted := slices.SortedFunc(slices.Values(points), func(a, b Point) int {
		return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y))
	})
	distinct := slices.Compact(sorted)
	if len(distinct) < 2 {
		return distinct
	}
	corners := half(distinct)
	slices.Reverse(distinct)
	corners = append(corners, half(distinct)...)
	slices.Reverse(corners[1:]) //: direction=cw
	return corners
}

func half(points []Point) []Point {
	var chain []Point
	for _, point := range points {
		for n := len(chain); n > 1 && !turnsLeft(chain[n-2], chain[n-1], point); n-- {
			chain = chain[:n-1]
		}
		chain = append(chain, point)
	}
	return chain[:len(chain)-1]
}

func turnsLeft(a, b, c Point) bool {
	return (b.X-a.X)*(c.Y-a.Y) > (b.Y-a.Y)*(c.X-a.X)
}

//: family segments_meet
import "cmp"

type Segment struct {
	X1, Y1, X2, Y2 int
}

func SegmentsMeet(first, second Segment) bool {
	a := first.side(second.X1, second.Y1)
	b := first.side(second.X2, second.Y2)
	c := second.side(first.X1, first.Y1)
	d := second.side(first.X2, first.Y2)
	return a*b < 0 && c*d < 0 //: meet=cross
	//: meet=touch
	return a != b && c != d ||
		a == 0 && first.inBox(second.X1, second.Y1) ||
		b == 0 && first.inBox(second.X2, second.Y2) ||
		c == 0 && second.inBox(first.X1, first.Y1) ||
		d == 0 && second.inBox(first.X2, first.Y2)
	//: end
}

// side is positive to the left of the line, negative to its right, zero on it.
func (s Segment) side(x, y int) int {
	return cmp.Compare((s.X2-s.X1)*(y-s.Y1), (s.Y2-s.Y1)*(x-s.X1))
}
//: meet=touch

func (s Segment) inBox(x, y int) bool {
	return min(s.X1, s.X2) <= x && x <= max(s.X1, s.X2) &&
		min(s.Y1, s.Y2) <= y && y <= max(s.Y1, s.Y2)
}
//: end

//: family nearest_point
type Point struct {
	X, Y int
}

func NearestPoint(points []Point, target Point) (Point, bool) {
	var nearest Point
	least := 0
	for i, point := range points {
		if away := distance(point, target); i == 0 || away < least {
			nearest, least = point, away
		}
	}
	return nearest, len(points) > 0
}

func distance(a, b Point) int {
	dx, dy := a.X-b.X, a.Y-b.Y
	return dx*dx + dy*dy //: metric=straight
	return max(dx, -dx) + max(dy, -dy) //: metric=taxi
	return max(dx, -dx, dy, -dy) //: metric=king
}

//: family drive
type Robot struct {
	X, Y    int
	Heading string
}

const headings = "NESW"

var steps = [4][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}}

func Drive(width, height int, commands string) Robot {
	x, y, heading := 0, 0, 0
	for _, command := range commands {
		switch command {
		case 'L':
			heading = (heading + 3) % 4
		case 'R':
			heading = (heading + 1) % 4
		default:
			toX, toY := x+steps[heading][0], y+steps[heading][1]
			//: wall=wrap
			x, y = (toX+width)%width, (toY+height)%height
			//: wall!=wrap
			if toX >= 0 && toX < width && toY >= 0 && toY < height {
				x, y = toX, toY
			//: wall=turn
			} else {
				heading = (heading + 1) % 4
			//: wall!=wrap
			}
			//: end
		}
	}
	return Robot{x, y, headings[heading : heading+1]}
}

//: family cells_within
type Cell struct {
	Row, Column int
}

func CellsWithin(rows, columns int, center Cell, reach int) []Cell {
	var cells []Cell
	for row := range rows {
		for column := range columns {
			down, right := distance(row, center.Row), distance(column, center.Column)
			//: how=taxi
			if steps := down + right; steps > 0 && steps <= reach {
			//: how=king
			if steps := max(down, right); steps > 0 && steps <= reach {
			//: how=rook
			straight := down == 0 || right == 0
			if steps := down + right; straight && steps > 0 && steps <= reach {
			//: end
				cells = append(cells, Cell{row, column})
			}
		}
	}
	return cells
}

func distance(a, b int) int {
	return max(a-b, b-a)
}

//: family spiral_cell
type Point struct {
	X, Y int
}

func SpiralCell(number int) Point {
	var place Point
	dx, dy := 1, 0
	left := number - 1
	// Each length occurs on two sides, so half of the counter is the length.
	for side := 2; left > 0; side++ {
		steps := min(side/2, left)
		place.X += steps * dx
		place.Y += steps * dy
		left -= steps
		dx, dy = -dy, dx //: turn=ccw
		dx, dy = dy, -dx //: turn=cw
	}
	return place
}

//: family cells_between
import (
	"cmp"
	"errors"
)

type Cell struct {
	Row, Column int
}

func CellsBetween(start, end Cell) ([]Cell, error) {
	down, right := end.Row-start.Row, end.Column-start.Column
	length := max(down, -down, right, -right)
	if down*right != 0 && down != right && down != -right {
		return nil, errors.New("not a straight line")
	}
	var cells []Cell
	for step := 0; step <= length; step++ { //: ends=both
	for step := 1; step < length; step++ { //: ends=neither
	for step := 1; step <= length; step++ { //: ends=last
		row := start.Row + step*cmp.Compare(down, 0)
		column := start.Column + step*cmp.Compare(right, 0)
		cells = append(cells, Cell{row, column})
	}
	return cells, nil
}

//: family classify_triangle
import "slices"

func ClassifyTriangle(a, b, c int) string {
	sides := []int{a, b, c}
	slices.Sort(sides)
	short, middle, long := sides[0], sides[1], sides[2]
	//: kinds=sides
	switch {
	case short+middle <= long:
		return "none"
	case short == long:
		return "equilateral"
	case short == middle || middle == long:
		return "isosceles"
	default:
		return "scalene"
	}
	//: kinds=angles
	difference := short*short + middle*middle - long*long
	switch {
	case short+middle <= long:
		return "none"
	case difference == 0:
		return "right"
	case difference > 0:
		return "acute"
	default:
		return "obtuse"
	}
	//: end
}

//: family lattice_points
type Point struct {
	X, Y int
}

func LatticePoints(corners []Point) int {
	border := 0
	doubled := 0 //: where!=border
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		border += gcd(b.X-a.X, b.Y-a.Y)
		doubled += a.X*b.Y - b.X*a.Y //: where!=border
	}
	return border //: where=border
	return (max(doubled, -doubled)-border)/2 + 1 //: where=inside
	return (max(doubled, -doubled)+border)/2 + 1 //: where=all
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}

//: family rotate_points
type Point struct {
	X, Y int
}

func RotatePoints(points []Point, center Point, turns int) []Point {
	quarters := (turns%4 + 4) % 4
	turned := make([]Point, len(points))
	for i, point := range points {
		dx, dy := point.X-center.X, point.Y-center.Y
		for range quarters {
			dx, dy = -dy, dx //: direction=ccw
			dx, dy = dy, -dx //: direction=cw
		}
		turned[i] = Point{center.X + dx, center.Y + dy}
	}
	return turned
}

//: family same_shape
import (
	"cmp"
	"slices"
)

type Cell struct {
	Row, Column int
}

func SameShape(first, second []Cell) bool {
	return slices.Equal(normal(first), normal(second)) //: moves=shift
	//: moves!=shift
	wanted := normal(second)
	for range 4 {
		if slices.Equal(normal(first), wanted) {
			return true
		}
		//: moves=flip
		if slices.Equal(normal(flipped(first)), wanted) {
			return true
		}
		//: moves!=shift
		first = turned(first)
	}
	return false
	//: end
}

//: moves!=shift
func turned(cells []Cell) []Cell {
	var made []Cell
	for _, cell := range cells {
		made = append(made, Cell{cell.Column, -cell.Row})
	}
	return made
}

//: moves=flip
func flipped(cells []Cell) []Cell {
	var made []Cell
	for _, cell := range cells {
		made = append(made, Cell{cell.Row, -cell.Column})
	}
	return made
}

//: end
func normal(cells []Cell) []Cell {
	top, left := cells[0].Row, cells[0].Column
	for _, cell := range cells {
		top, left = min(top, cell.Row), min(left, cell.Column)
	}
	var shifted []Cell
	for _, cell := range cells {
		shifted = append(shifted, Cell{cell.Row - top, cell.Column - left})
	}
	slices.SortFunc(shifted, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return shifted
}

//: family seen_cells
func SeenCells(rows []string, row, column int) int {
	seen := 0
	for down := -1; down <= 1; down++ {
		for right := -1; right <= 1; right++ {
			if (down == 0) == (right == 0) { //: directions=straight
			if down == 0 || right == 0 { //: directions=diagonal
			if down == 0 && right == 0 { //: directions=all
				continue
			}
			r, c := row+down, column+right
			for isFree(rows, r, c) {
				seen++
				r, c = r+down, c+right
			}
		}
	}
	return seen
}

func isFree(rows []string, row, column int) bool {
	return row >= 0 && row < len(rows) &&
		column >= 0 && column < len(rows[row]) &&
		rows[row][column] == '.'
}

//: family beam_cells
func BeamCells(rows []string, entry int) int {
	type cell struct {
		row, column int
	}
	place := cell{entry, 0} //: side=left
	place := cell{entry, len(rows[entry]) - 1} //: side=right
	down, right := 0, 1 //: side=left
	down, right := 0, -1 //: side=right
	touched := make(map[cell]bool)
	for place.row >= 0 && place.row < len(rows) &&
		place.column >= 0 && place.column < len(rows[place.row]) {
		touched[place] = true
		switch rows[place.row][place.column] {
		case '/':
			down, right = -right, -down
		case '\\':
			down, right = right, down
		}
		place = cell{place.row + down, place.column + right}
	}
	return len(touched)
}

//: family tile_count
func TileCount(width, height, tileWidth, tileHeight int) int {
	return (width / tileWidth) * (height / tileHeight) //: what=whole
	//: what=cover
	across := (width + tileWidth - 1) / tileWidth
	up := (height + tileHeight - 1) / tileHeight
	return across * up
	//: what=turned
	upright := (width / tileWidth) * (height / tileHeight)
	turned := (width / tileHeight) * (height / tileWidth)
	return max(upright, turned)
	//: end
}

//: family straighten
type Point struct {
	X, Y int
}

func Straighten(path []Point) []Point {
	var kept []Point
	for i, point := range path {
		atEnd := i == 0 || i == len(path)-1
		if atEnd || !needless(path[i-1], point, path[i+1]) {
			kept = append(kept, point)
		}
	}
	return kept
}

func needless(before, point, after Point) bool {
	dx, dy := point.X-before.X, point.Y-before.Y
	nextDX, nextDY := after.X-point.X, after.Y-point.Y
	return dx*nextDY == dy*nextDX //: back=dropped
	//: back=kept
	ahead := dx*nextDX+dy*nextDY > 0
	return ahead && dx*nextDY == dy*nextDX
	//: end
}

//: family fence_length
//: edge=free
func FenceLength(rows []string) int {
	length := 0
	for r, row := range rows {
		for c := range row {
			if c+1 < len(row) && row[c] != row[c+1] {
				length++
			}
			if r+1 < len(rows) && row[c] != rows[r+1][c] {
				length++
			}
		}
	}
	return length
}
//: edge!=free
func FenceLength(rows []string) int {
	length := 0
	for row := -1; row < len(rows); row++ {
		for column := -1; column < len(rows[0]); column++ {
			here := cell(rows, row, column)
			if here != cell(rows, row, column+1) {
				length++
			}
			if here != cell(rows, row+1, column) {
				length++
			}
		}
	}
	return length
}

func cell(rows []string, row, column int) byte {
	if row < 0 || row >= len(rows) || column < 0 || column >= len(rows[row]) {
		return '.' //: edge=fenced
		return '#' //: edge=sea
	}
	return rows[row][column]
}
//: end
