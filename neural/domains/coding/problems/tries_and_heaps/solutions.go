package solutions

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
