package solutions

//: family search_tree_order
type node struct {
	value       int
	left, right *node
}

func (n *node) insert(value int) *node {
	switch {
	case n == nil:
		return &node{value: value}
	case value < n.value:
		n.left = n.left.insert(value)
	case value > n.value: //: equal=ignored
	default: //: equal=right
		n.right = n.right.insert(value)
	}
	return n
}

func (n *node) walk(visit func(int)) {
	if n == nil {
		return
	}
	visit(n.value) //: order=pre
	n.left.walk(visit)
	n.right.walk(visit)
	visit(n.value) //: order=post
}

func SearchTreeOrder(values []int) []int {
	var root *node
	for _, value := range values {
		root = root.insert(value)
	}
	order := []int{}
	root.walk(func(value int) { order = append(order, value) })
	return order
}

//: family search_tree
type node struct {
	value       int
	left, right *node
}

type SearchTree struct {
	root *node
}

func NewSearchTree() *SearchTree {
	return &SearchTree{}
}

func (t *SearchTree) Add(value int) bool {
	place := t.place(value)
	if *place != nil {
		return false
	}
	*place = &node{value: value}
	return true
}

func (t *SearchTree) Remove(value int) bool {
	place := t.place(value)
	found := *place
	if found == nil {
		return false
	}
	switch {
	case found.left == nil:
		*place = found.right
	case found.right == nil:
		*place = found.left
	default:
		//: heir=next
		heir := &found.right
		for (*heir).left != nil {
			heir = &(*heir).left
		}
		found.value = (*heir).value
		*heir = (*heir).right
		//: heir=previous
		heir := &found.left
		for (*heir).right != nil {
			heir = &(*heir).right
		}
		found.value = (*heir).value
		*heir = (*heir).left
		//: end
	}
	return true
}

func (t *SearchTree) Preorder() []int {
	return preorder(t.root, nil)
}

// place returns the pointer that holds value's node, or that would hold it.
func (t *SearchTree) place(value int) **node {
	place := &t.root
	for *place != nil && (*place).value != value {
		if value < (*place).value {
			place = &(*place).left
		} else {
			place = &(*place).right
		}
	}
	return place
}

func preorder(n *node, values []int) []int {
	if n == nil {
		return values
	}
	values = append(values, n.value)
	return preorder(n.right, preorder(n.left, values))
}

//: family is_search_tree
import "math"

type Node struct {
	Value, Left, Right int
}

func IsSearchTree(nodes []Node) bool {
	return len(nodes) == 0 || fits(nodes, 0, math.MinInt, math.MaxInt)
}

// fits tells whether all values below a place lie from low up to high, in order.
func fits(nodes []Node, place, low, high int) bool {
	if place == -1 {
		return true
	}
	node := nodes[place]
	if node.Value < low || node.Value > high {
		return false
	}
	return fits(nodes, node.Left, low, node.Value-1) && //: left=less
	return fits(nodes, node.Left, low, node.Value) && //: left=most
		fits(nodes, node.Right, node.Value+1, high) //: right=greater
		fits(nodes, node.Right, node.Value, high) //: right=least
}

//: family is_balanced
type Node struct {
	Value, Left, Right int
}

func IsBalanced(nodes []Node) bool {
	if len(nodes) == 0 {
		return true
	}
	_, balanced := measure(nodes, 0)
	return balanced
}

func measure(nodes []Node, place int) (int, bool) {
	if place == -1 {
		return 0, true
	}
	left, ok := measure(nodes, nodes[place].Left)
	if !ok {
		return 0, false
	}
	right, ok := measure(nodes, nodes[place].Right)
	if !ok || left-right > 1 || right-left > 1 {
		return 0, false
	}
	return max(left, right) + 1, true //: measure=height
	return left + right + 1, true //: measure=size
}

//: family paths_with_sum
import "slices"

type Node struct {
	Value, Left, Right int
}

func PathsWithSum(nodes []Node, total int) [][]int {
	paths := [][]int{}
	var path []int
	var search func(place, left int)
	search = func(place, left int) {
		if place == -1 {
			return
		}
		node := nodes[place]
		path = append(path, node.Value)
		left -= node.Value
		if left == 0 { //: end=anywhere
		if left == 0 && node.Left == -1 && node.Right == -1 { //: end=leaf
			paths = append(paths, slices.Clone(path))
		}
		search(node.Left, left)
		search(node.Right, left)
		path = path[:len(path)-1]
	}
	if len(nodes) > 0 {
		search(0, total)
	}
	return paths
}

//: family best_path
type Node struct {
	Value, Left, Right int
}

func BestPath(nodes []Node) int {
	if len(nodes) == 0 {
		return 0
	}
	//: ends=any
	best := nodes[0].Value
	var down func(place int) int
	down = func(place int) int {
		if place == -1 {
			return 0
		}
		node := nodes[place]
		left, right := max(down(node.Left), 0), max(down(node.Right), 0)
		best = max(best, node.Value+left+right)
		return node.Value + max(left, right)
	}
	down(0)
	return best
	//: ends!=any
	return down(nodes, 0)
	//: end
}
//: ends=root

func down(nodes []Node, place int) int {
	if place == -1 {
		return 0
	}
	node := nodes[place]
	return node.Value + max(0, down(nodes, node.Left), down(nodes, node.Right))
}
//: ends=leaf

func down(nodes []Node, place int) int {
	node := nodes[place]
	switch {
	case node.Left == -1 && node.Right == -1:
		return node.Value
	case node.Left == -1:
		return node.Value + down(nodes, node.Right)
	case node.Right == -1:
		return node.Value + down(nodes, node.Left)
	}
	return node.Value + max(down(nodes, node.Left), down(nodes, node.Right))
}
//: end

//: family subtree_measures
import "slices"

func SubtreeMeasures(parents []int) []int {
	children := make([][]int, len(parents))
	for node, parent := range parents {
		if parent != -1 {
			children[parent] = append(children[parent], node)
		}
	}
	measures := make([]int, len(parents))
	var measure func(node int) int
	measure = func(node int) int {
		result := 0
		//: what=leaves
		if len(children[node]) == 0 {
			result = 1
		}
		//: end
		for _, child := range children[node] {
			result += measure(child) + 1 //: what=size
			result = max(result, measure(child)+1) //: what=height
			result += measure(child) //: what=leaves
		}
		measures[node] = result
		return result
	}
	measure(slices.Index(parents, -1))
	return measures
}

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

//: family cousins
func Cousins(parents []int, node int) []int {
	found := []int{}
	//: what=level
	level := depth(parents, node)
	for other := range parents {
		if other != node && depth(parents, other) == level {
			found = append(found, other)
		}
	}
	//: what!=level
	parent := parents[node]
	if parent == -1 || parents[parent] == -1 {
		return found
	}
	for other, above := range parents {
		//: what=uncles
		if other != parent && above == parents[parent] {
			found = append(found, other)
		}
		//: what=cousins
		if above != -1 && above != parent && parents[above] == parents[parent] {
			found = append(found, other)
		}
		//: what!=level
	}
	//: end
	return found
}
//: what=level

func depth(parents []int, node int) int {
	steps := 0
	for ; parents[node] != -1; node = parents[node] {
		steps++
	}
	return steps
}
//: end

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
