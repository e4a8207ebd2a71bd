package solutions

//: family write_tree
//: form=marks
import "fmt"
//: form=brackets
import (
	"fmt"
	"strconv"
)
//: end

type Node struct {
	Value, Left, Right int
}

func WriteTree(nodes []Node) string {
	if len(nodes) == 0 {
		return "#" //: form=marks
		return "" //: form=brackets
	}
	return write(nodes, 0)
}

func write(nodes []Node, place int) string {
	if place == -1 {
		return "#" //: form=marks
		return "" //: form=brackets
	}
	node := nodes[place]
	left, right := write(nodes, node.Left), write(nodes, node.Right)
	//: form=marks
	return fmt.Sprintf("%d %s %s", node.Value, left, right)
	//: form=brackets
	switch {
	case right != "":
		return fmt.Sprintf("%d(%s)(%s)", node.Value, left, right)
	case left != "":
		return fmt.Sprintf("%d(%s)", node.Value, left)
	}
	return strconv.Itoa(node.Value)
	//: end
}

//: family read_tree
import (
	"errors"
	"strconv"
	"strings"
)

var errTree = errors.New("not a tree")

type node struct {
	value       int
	left, right *node
}

type reader struct {
	parts []string
}

func ReadTree(text string) ([]int, error) {
	r := &reader{strings.Split(text, " ")}
	root, err := r.read()
	if err != nil || len(r.parts) > 0 {
		return nil, errTree
	}
	return list(root), nil
}

func (r *reader) read() (*node, error) {
	if len(r.parts) == 0 {
		return nil, errTree
	}
	part := r.parts[0]
	r.parts = r.parts[1:]
	if part == "#" {
		return nil, nil
	}
	value, err := strconv.ParseUint(part, 10, 31)
	if err != nil {
		return nil, errTree
	}
	left, err := r.read()
	if err != nil {
		return nil, err
	}
	right, err := r.read()
	return &node{int(value), left, right}, err
}

func list(root *node) []int {
	values := []int{}
	//: order=inorder
	var walk func(n *node)
	walk = func(n *node) {
		if n != nil {
			walk(n.left)
			values = append(values, n.value)
			walk(n.right)
		}
	}
	walk(root)
	//: order=levels
	level := []*node{root}
	for len(level) > 0 {
		var next []*node
		for _, n := range level {
			if n != nil {
				values = append(values, n.value)
				next = append(next, n.left, n.right)
			}
		}
		level = next
	}
	//: end
	return values
}

//: family rebuild
import "slices"

//: wanted=level
type node struct {
	value       int
	left, right *node
}

func Rebuild(outer, inorder []int) []int {
	var values []int
	level := []*node{build(outer, inorder)}
	for len(level) > 0 {
		var next []*node
		for _, n := range level {
			if n != nil {
				values = append(values, n.value)
				next = append(next, n.left, n.right)
			}
		}
		level = next
	}
	return values
}

func build(outer, inorder []int) *node {
	if len(outer) == 0 {
		return nil
	}
	root, rest := outer[0], outer[1:] //: given=pre
	root, rest := outer[len(outer)-1], outer[:len(outer)-1] //: given=post
	size := slices.Index(inorder, root)
	left := build(rest[:size], inorder[:size])
	return &node{root, left, build(rest[size:], inorder[size+1:])}
}
//: wanted=pre|post
func Rebuild(outer, inorder []int) []int {
	if len(outer) == 0 {
		return nil
	}
	root, rest := outer[0], outer[1:] //: given=pre
	root, rest := outer[len(outer)-1], outer[:len(outer)-1] //: given=post
	size := slices.Index(inorder, root)
	left := Rebuild(rest[:size], inorder[:size])
	right := Rebuild(rest[size:], inorder[size+1:])
	return slices.Concat([]int{root}, left, right) //: wanted=pre
	return slices.Concat(left, right, []int{root}) //: wanted=post
}

//: family to_infix
import "errors"

var (
	errExpression = errors.New("not an expression")
	ranks         = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}
)

type node struct {
	part        string
	left, right *node
}

func ToInfix(postfix []string) (string, error) {
	var waiting []*node
	for _, part := range postfix {
		if ranks[part] == 0 {
			waiting = append(waiting, &node{part: part})
			continue
		}
		last := len(waiting) - 2
		if last < 0 {
			return "", errExpression
		}
		waiting = append(waiting[:last], &node{part, waiting[last], waiting[last+1]})
	}
	if len(waiting) != 1 {
		return "", errExpression
	}
	return waiting[0].text(), nil
}

func (n *node) text() string {
	if n.left == nil {
		return n.part
	}
	//: brackets=all
	return n.left.operand() + " " + n.part + " " + n.right.operand()
	//: brackets=needed
	rank := ranks[n.part]
	return n.left.operand(rank-1) + " " + n.part + " " + n.right.operand(rank)
	//: end
}

//: brackets=all
func (n *node) operand() string {
	if n.left != nil {
//: brackets=needed
// operand puts brackets around operations up to a rank.
func (n *node) operand(rank int) string {
	if n.left != nil && ranks[n.part] <= rank {
//: end
		return "(" + n.text() + ")"
	}
	return n.text()
}

//: family quad_text
func QuadText(rows []string) string {
	return quad(rows, 0, 0, len(rows))
}

func quad(rows []string, row, column, side int) string {
	if uniform(rows, row, column, side) {
		return rows[row][column : column+1]
	}
	side /= 2
	return "(" + quad(rows, row, column, side) +
		quad(rows, row, column+side, side) +
		//: order=reading
		quad(rows, row+side, column, side) +
		quad(rows, row+side, column+side, side) + ")"
	//: order=clockwise
		quad(rows, row+side, column+side, side) +
		quad(rows, row+side, column, side) + ")"
	//: end
}

func uniform(rows []string, row, column, side int) bool {
	first := rows[row][column]
	for _, each := range rows[row : row+side] {
		for i := column; i < column+side; i++ {
			if each[i] != first {
				return false
			}
		}
	}
	return true
}
