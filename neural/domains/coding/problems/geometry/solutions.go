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
