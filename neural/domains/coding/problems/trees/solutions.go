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

//: family prefix_counter
type node struct {
	children    map[rune]*node
	below, ends int
}

func newNode() *node {
	return &node{children: make(map[rune]*node)}
}

type PrefixCounter struct {
	root *node
}

func NewPrefixCounter() *PrefixCounter {
	return &PrefixCounter{newNode()}
}

func (c *PrefixCounter) Add(word string) {
	//: repeated=once
	if end := c.find(word); end != nil && end.ends > 0 {
		return
	}
	//: end
	at := c.root
	at.below++
	for _, letter := range word {
		next, ok := at.children[letter]
		if !ok {
			next = newNode()
			at.children[letter] = next
		}
		at = next
		at.below++
	}
	at.ends++
}

func (c *PrefixCounter) Remove(word string) bool {
	end := c.find(word)
	if end == nil || end.ends == 0 {
		return false
	}
	end.ends--
	at := c.root
	at.below--
	for _, letter := range word {
		at = at.children[letter]
		at.below--
	}
	return true
}

func (c *PrefixCounter) Count(prefix string) int {
	if found := c.find(prefix); found != nil {
		return found.below
	}
	return 0
}

func (c *PrefixCounter) find(prefix string) *node {
	at := c.root
	for _, letter := range prefix {
		if at = at.children[letter]; at == nil {
			return nil
		}
	}
	return at
}

//: family shortest_prefixes
type node struct {
	words    int
	children map[byte]*node
}

func ShortestPrefixes(words []string) []string {
	root := &node{children: make(map[byte]*node)}
	for _, word := range words {
		at := root
		for i := range len(word) {
			next, ok := at.children[word[i]]
			if !ok {
				next = &node{children: make(map[byte]*node)}
				at.children[word[i]] = next
			}
			at = next
			at.words++
		}
	}
	prefixes := make([]string, len(words))
	for i, word := range words {
		prefixes[i] = shortest(root, word)
	}
	return prefixes
}

func shortest(at *node, word string) string {
	for i := range len(word) {
		at = at.children[word[i]]
		if at.words == 1 {
			return word[:i+1]
		}
	}
	return word //: covered=whole
	return "" //: covered=empty
}

//: family longest_route
import "strings" //: matching=parts

func LongestRoute(routes map[string]int, address string) (int, bool) {
	//: matching=letters
	for end := len(address); end >= 0; end-- {
		if exit, ok := routes[address[:end]]; ok {
			return exit, true
		}
	}
	return 0, false
	//: matching=parts
	for address != "" {
		if exit, ok := routes[address]; ok {
			return exit, true
		}
		address = address[:max(0, strings.LastIndexByte(address, '.'))]
	}
	exit, ok := routes[""]
	return exit, ok
	//: end
}

//: family heapify
func Heapify(values []int) {
	for parent := len(values)/2 - 1; parent >= 0; parent-- {
		sink(values, parent)
	}
}

func sink(values []int, parent int) {
	for {
		child := 2*parent + 1
		if child >= len(values) {
			return
		}
		if child+1 < len(values) && values[child+1] < values[child] { //: order=min
		if child+1 < len(values) && values[child+1] > values[child] { //: order=max
			child++
		}
		if values[child] >= values[parent] { //: order=min
		if values[child] <= values[parent] { //: order=max
			return
		}
		values[parent], values[child] = values[child], values[parent]
		parent = child
	}
}

//: family wide_heap
import (
	"errors"
	"slices"
)

var ErrEmpty = errors.New("the heap is empty")

type WideHeap struct {
	width int
	items []int
}

func NewWideHeap(width int) *WideHeap {
	return &WideHeap{width: width}
}

func (h *WideHeap) Push(item int) {
	h.items = append(h.items, item)
	place := len(h.items) - 1
	for place > 0 {
		parent := (place - 1) / h.width
		if !h.before(place, parent) {
			return
		}
		h.swap(place, parent)
		place = parent
	}
}

func (h *WideHeap) Pop() (int, error) {
	if len(h.items) == 0 {
		return 0, ErrEmpty
	}
	top, last := h.items[0], len(h.items)-1
	h.swap(0, last)
	h.items = h.items[:last]
	h.sink(0)
	return top, nil
}

func (h *WideHeap) Layout() []int {
	return slices.Clone(h.items)
}

func (h *WideHeap) sink(place int) {
	first := h.width*place + 1
	best := place
	for child := first; child < min(first+h.width, len(h.items)); child++ {
		if h.before(child, best) {
			best = child
		}
	}
	if best != place {
		h.swap(place, best)
		h.sink(best)
	}
}

func (h *WideHeap) before(i, j int) bool {
	return h.items[i] < h.items[j] //: order=min
	return h.items[i] > h.items[j] //: order=max
}

func (h *WideHeap) swap(i, j int) {
	h.items[i], h.items[j] = h.items[j], h.items[i]
}

//: family prefix_totals
import "errors"

var ErrPlace = errors.New("no such place")

type PrefixTotals struct {
	size int
	sums []int // the first stays unused
}

func NewPrefixTotals(size int) *PrefixTotals {
	return &PrefixTotals{size, make([]int, size+1)}
}

func (t *PrefixTotals) Add(place, amount int) error {
	if place < 0 || place >= t.size {
		return ErrPlace
	}
	for at := place + 1; at <= t.size; at += at & -at { //: span!=from
	for at := t.size - place; at <= t.size; at += at & -at { //: span=from
		t.sums[at] += amount
	}
	return nil
}

func (t *PrefixTotals) Total(place int) (int, error) {
	if place < 0 || place >= t.size {
		return 0, ErrPlace
	}
	total := 0
	for at := place + 1; at > 0; at &= at - 1 { //: span=up_to
	for at := place; at > 0; at &= at - 1 { //: span=before
	for at := t.size - place; at > 0; at &= at - 1 { //: span=from
		total += t.sums[at]
	}
	return total, nil
}

//: family segment_tree
import "errors"

type SegmentTree struct {
	size  int
	nodes []int
}

func NewSegmentTree(values []int) *SegmentTree {
	size := len(values)
	nodes := append(make([]int, size), values...)
	for node := size - 1; node > 0; node-- {
		nodes[node] = combine(nodes[2*node], nodes[2*node+1])
	}
	return &SegmentTree{size, nodes}
}

func (t *SegmentTree) Change(place, value int) {
	node := place + t.size
	t.nodes[node] = value
	for node /= 2; node > 0; node /= 2 {
		t.nodes[node] = combine(t.nodes[2*node], t.nodes[2*node+1])
	}
}

func (t *SegmentTree) Query(start, end int) (int, error) {
	if start < 0 || start >= end || end > t.size {
		return 0, errors.New("no such part")
	}
	low, high := start+t.size, end+t.size
	result := t.nodes[low]
	low++
	for ; low < high; low, high = low/2, high/2 {
		if low%2 == 1 {
			result = combine(result, t.nodes[low])
			low++
		}
		if high%2 == 1 {
			high--
			result = combine(result, t.nodes[high])
		}
	}
	return result, nil
}

func combine(left, right int) int {
	return min(left, right) //: what=min
	return max(left, right) //: what=max
	return left + right //: what=sum
}

//: family disjoint_sets
type DisjointSets struct {
	parents []int
	sizes   []int //: chosen=larger
	count   int
}

func NewDisjointSets(size int) *DisjointSets {
	parents := make([]int, size)
	sizes := make([]int, size) //: chosen=larger
	for i := range size {
		parents[i] = i
		sizes[i] = 1 //: chosen=larger
	}
	return &DisjointSets{parents, sizes, size} //: chosen=larger
	return &DisjointSets{parents, size} //: chosen!=larger
}

func (d *DisjointSets) Join(first, second int) bool {
	winner, loser := d.Leader(first), d.Leader(second) //: chosen!=second
	winner, loser := d.Leader(second), d.Leader(first) //: chosen=second
	if winner == loser {
		return false
	}
	//: chosen=larger
	if d.sizes[winner] < d.sizes[loser] {
		winner, loser = loser, winner
	}
	d.sizes[winner] += d.sizes[loser]
	//: chosen=smallest
	if loser < winner {
		winner, loser = loser, winner
	}
	//: end
	d.parents[loser] = winner
	d.count--
	return true
}

func (d *DisjointSets) Leader(item int) int {
	for d.parents[item] != item {
		d.parents[item] = d.parents[d.parents[item]]
		item = d.parents[item]
	}
	return item
}

func (d *DisjointSets) Count() int {
	return d.count
}

//: family level_summary
func LevelSummary(tree []*int) []int {
	summary := []int{}
	for start := 0; start < len(tree); start = 2*start + 1 {
		var found *int
		for _, value := range tree[start:min(2*start+1, len(tree))] {
			if value == nil {
				continue
			}
			//: what=sum
			total := *value
			if found != nil {
				total += *found
			}
			found = &total
			//: what=largest
			if found == nil || *value > *found {
				found = value
			}
			//: what=last
			found = value
			//: end
		}
		if found == nil {
			break
		}
		summary = append(summary, *found)
	}
	return summary
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

//: family code_lengths
import (
	"cmp"
	"maps"
	"slices"
)

type tree struct {
	count, number int
	letters       []string
}

func CodeLengths(counts map[string]int) map[string]int {
	lengths := make(map[string]int)
	var trees []tree
	for number, letter := range slices.Sorted(maps.Keys(counts)) {
		trees = append(trees, tree{counts[letter], number, []string{letter}})
		lengths[letter] = 0
	}
	if len(trees) == 1 {
		lengths[trees[0].letters[0]] = 1
	}
	for number := len(trees); len(trees) > 1; number++ {
		slices.SortFunc(trees, func(a, b tree) int {
			return cmp.Or(cmp.Compare(a.count, b.count), cmp.Compare(a.number, b.number)) //: tie=earlier
			return cmp.Or(cmp.Compare(a.count, b.count), cmp.Compare(b.number, a.number)) //: tie=later
		})
		letters := slices.Concat(trees[0].letters, trees[1].letters)
		for _, letter := range letters {
			lengths[letter]++
		}
		trees = append(trees[2:], tree{trees[0].count + trees[1].count, number, letters})
	}
	return lengths
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

//: family prune
import "slices"

func Prune(tree []*int, least int) []*int {
	kept := slices.Clone(tree)
	//: gone=branch
	for place, value := range kept {
		cut := place > 0 && kept[(place-1)/2] == nil
		if value != nil && (cut || *value < least) {
			kept[place] = nil
		}
	}
	//: gone=leaves
	for place, value := range slices.Backward(kept) {
		from, to := min(2*place+1, len(kept)), min(2*place+3, len(kept))
		inner := slices.ContainsFunc(kept[from:to], func(child *int) bool { return child != nil })
		if value != nil && *value < least && !inner {
			kept[place] = nil
		}
	}
	//: end
	for len(kept) > 0 && kept[len(kept)-1] == nil {
		kept = kept[:len(kept)-1]
	}
	return kept
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
