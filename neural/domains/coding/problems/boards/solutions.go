package solutions

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
