package solutions

//: family count_between
func CountBetween(values []int, low, high int) int {
	count := 0
	for _, value := range values {
		if low <= value && value <= high { //: bounds=closed
		if low <= value && value < high { //: bounds=half_open
		if low < value && value < high { //: bounds=open
			count++
		}
	}
	return count
}

//: family chunked
import "errors"

func Chunked(values []int, size int) ([][]int, error) {
	if size < 1 {
		return nil, errors.New("size must be at least 1")
	}
	var chunks [][]int
	//: rest=keep
	for len(values) > 0 {
		end := min(size, len(values))
		chunks = append(chunks, values[:end])
		values = values[end:]
	}
	//: rest=drop
	for len(values) >= size {
		chunks = append(chunks, values[:size])
		values = values[size:]
	}
	//: end
	return chunks, nil
}

//: family run_lengths
type Run struct {
	Letter rune
	Length int
}

func RunLengths(text string) []Run {
	var runs []Run
	for _, letter := range text {
		if n := len(runs); n > 0 && runs[n-1].Letter == letter {
			runs[n-1].Length++
		} else {
			runs = append(runs, Run{letter, 1})
		}
	}
	//: single=skipped
	longer := runs[:0]
	for _, run := range runs {
		if run.Length > 1 {
			longer = append(longer, run)
		}
	}
	return longer
	//: single=kept
	return runs
	//: end
}

//: family merge_intervals
import (
	"cmp"
	"slices"
)

type Interval struct {
	Start, End int
}

func MergeIntervals(intervals []Interval) []Interval {
	sorted := slices.SortedFunc(slices.Values(intervals), func(a, b Interval) int {
		return cmp.Compare(a.Start, b.Start)
	})
	var merged []Interval
	for _, interval := range sorted {
		n := len(merged)
		if n > 0 && interval.Start <= merged[n-1].End { //: touching=joined
		if n > 0 && interval.Start < merged[n-1].End { //: touching=apart
			merged[n-1].End = max(merged[n-1].End, interval.End)
		} else {
			merged = append(merged, interval)
		}
	}
	return merged
}

//: family moving_average
func MovingAverage(values []float64, size int) []float64 {
	averages := []float64{}
	total := 0.0
	for i, value := range values {
		total += value
		if i >= size {
			total -= values[i-size]
		}
		//: start=full
		if i >= size-1 {
			averages = append(averages, total/float64(size))
		}
		//: start=growing
		averages = append(averages, total/float64(min(i+1, size)))
		//: end
	}
	return averages
}

//: family most_common
func MostCommon(words []string) (string, bool) {
	counts := make(map[string]int)
	for _, word := range words {
		counts[word]++
	}
	best := ""
	for _, word := range words {
		//: tie=first
		if counts[word] > counts[best] {
			best = word
		}
		//: tie=alphabetical
		if counts[word] > counts[best] || counts[word] == counts[best] && word < best {
			best = word
		}
		//: tie=longest
		if counts[word] > counts[best] || counts[word] == counts[best] && len(word) > len(best) {
			best = word
		}
		//: end
	}
	return best, len(words) > 0
}

//: family first_gap
func FirstGap(numbers []int) (int, bool) {
	for i := 1; i < len(numbers); i++ {
		if expected := numbers[i-1] + STEP; numbers[i] != expected {
			return expected, true
		}
	}
	return 0, false
}

//: family group_by_length
import "slices" //: order=sorted|distinct

func GroupByLength(words []string) map[int][]string {
	groups := make(map[int][]string)
	for _, word := range words { //: order=given|distinct
	for _, word := range slices.Sorted(slices.Values(words)) { //: order=sorted
		n := len(word)
		//: order=distinct
		if !slices.Contains(groups[n], word) {
			groups[n] = append(groups[n], word)
		}
		//: order=given|sorted
		groups[n] = append(groups[n], word)
		//: end
	}
	return groups
}

//: family merge_counts
import "maps"

func MergeCounts(left, right map[string]int) map[string]int {
	merged := make(map[string]int, len(left)+len(right))
	maps.Copy(merged, left)
	//: conflict=sum
	for key, count := range right {
		merged[key] += count
	}
	//: conflict=larger
	for key, count := range right {
		merged[key] = max(merged[key], count)
	}
	//: conflict=right
	maps.Copy(merged, right)
	//: end
	return merged
}

//: family rotate
import "slices"

func Rotate(values []int, steps int) {
	if len(values) == 0 {
		return
	}
	middle := steps % len(values) //: direction=left
	middle := len(values) - steps%len(values) //: direction=right
	slices.Reverse(values[:middle])
	slices.Reverse(values[middle:])
	slices.Reverse(values)
}

//: family insertion_point
import "cmp"

func InsertionPoint[T cmp.Ordered](values []T, item T) int {
	low, high := 0, len(values)
	for low < high {
		middle := low + (high-low)/2
		if values[middle] < item { //: side=left
		if values[middle] <= item { //: side=right
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

//: family parse_duration
import (
	"fmt"
	"regexp"
	"strconv"
)

var duration = regexp.MustCompile(`^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$`)

func ParseDuration(text string) (int, error) {
	match := duration.FindStringSubmatch(text)
	if text == "" || match == nil {
		return 0, fmt.Errorf("not a duration: '%s'", text)
	}
	var parts [3]int
	for i, digits := range match[1:] {
		if digits == "" {
			continue
		}
		value, err := strconv.Atoi(digits)
		if err != nil {
			return 0, fmt.Errorf("not a duration: '%s'", text)
		}
		parts[i] = value
	}
	return parts[0]*3600 + parts[1]*60 + parts[2], nil //: unit=seconds
	return parts[0]*60 + parts[1] + parts[2]/60, nil //: unit=minutes
}

//: family bounded_queue
import "errors"

type BoundedQueue struct {
	capacity int
	items    []int
}

func NewBoundedQueue(capacity int) *BoundedQueue {
	return &BoundedQueue{capacity: capacity}
}

func (q *BoundedQueue) Push(item int) bool {
	if len(q.items) == q.capacity {
		return false //: full=refuse
		q.items = q.items[1:] //: full=evict
	}
	q.items = append(q.items, item)
	return true
}

func (q *BoundedQueue) Pop() (int, error) {
	if len(q.items) == 0 {
		return 0, errors.New("the queue is empty")
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item, nil
}

func (q *BoundedQueue) Size() int {
	return len(q.items)
}

//: family lru_cache
import "container/list"

type entry struct {
	key   string
	value int
}

type LruCache struct {
	capacity int
	order    *list.List // of entries, the next to be dropped in front
	places   map[string]*list.Element
}

func NewLruCache(capacity int) *LruCache {
	return &LruCache{capacity, list.New(), make(map[string]*list.Element)}
}

func (c *LruCache) Get(key string) (int, bool) {
	place, ok := c.places[key]
	if !ok {
		return 0, false
	}
	c.order.MoveToBack(place) //: used=read_or_written
	return place.Value.(*entry).value, true
}

func (c *LruCache) Put(key string, value int) {
	if place, ok := c.places[key]; ok {
		place.Value.(*entry).value = value
		c.order.MoveToBack(place) //: used=read_or_written|written
		return
	}
	c.places[key] = c.order.PushBack(&entry{key, value})
	if c.order.Len() > c.capacity {
		oldest := c.order.Remove(c.order.Front()).(*entry)
		delete(c.places, oldest.key)
	}
}

func (c *LruCache) Keys() []string {
	keys := make([]string, 0, c.order.Len())
	for place := c.order.Front(); place != nil; place = place.Next() {
		keys = append(keys, place.Value.(*entry).key)
	}
	return keys
}

//: family inventory
import (
	"errors"
	"fmt"
	"maps"
)

type OutOfStockError struct {
	Left int
}

func (e OutOfStockError) Error() string {
	return fmt.Sprintf("only %d left", e.Left)
}

var errAmount = errors.New("amount must be positive")

type Inventory struct {
	amounts map[string]int
}

func NewInventory() *Inventory {
	return &Inventory{make(map[string]int)}
}

func (i *Inventory) Add(name string, amount int) error {
	if amount < 1 {
		return errAmount
	}
	i.amounts[name] += amount
	return nil
}

func (i *Inventory) Remove(name string, amount int) (int, error) {
	if amount < 1 {
		return 0, errAmount
	}
	left, ok := i.amounts[name]
	if !ok {
		return 0, fmt.Errorf("unknown: %s", name)
	}
	if left < amount {
		return 0, OutOfStockError{left}
	}
	i.amounts[name] = left - amount
	//: gone=dropped
	if left == amount {
		delete(i.amounts, name)
	}
	//: end
	return left - amount, nil
}

func (i *Inventory) Stock() map[string]int {
	return maps.Clone(i.amounts)
}
