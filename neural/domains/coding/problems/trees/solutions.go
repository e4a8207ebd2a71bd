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
