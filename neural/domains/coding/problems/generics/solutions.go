package solutions

//: family deduplicate
//: which=neighbours|last
import "slices"

//: end
func Deduplicate[T comparable](items []T) []T {
	//: which=first
	seen := make(map[T]bool)
	var kept []T
	for _, item := range items {
		if !seen[item] {
			seen[item] = true
			kept = append(kept, item)
		}
	}
	return kept
	//: which=last
	seen := make(map[T]bool)
	var kept []T
	for _, item := range slices.Backward(items) {
		if !seen[item] {
			seen[item] = true
			kept = append(kept, item)
		}
	}
	slices.Reverse(kept)
	return kept
	//: which=neighbours
	return slices.Compact(slices.Clone(items))
	//: which=unique
	counts := make(map[T]int)
	for _, item := range items {
		counts[item]++
	}
	var kept []T
	for _, item := range items {
		if counts[item] == 1 {
			kept = append(kept, item)
		}
	}
	return kept
	//: end
}

//: family interleave
//: rest=cycle
import "slices"

//: end
func Interleave[T any](left, right []T) []T {
	var result []T
	//: rest=append
	for i := range max(len(left), len(right)) {
		if i < len(left) {
			result = append(result, left[i])
		}
		if i < len(right) {
			result = append(result, right[i])
		}
	}
	//: rest=stop
	for i := range min(len(left), len(right)) {
		result = append(result, left[i], right[i])
	}
	//: rest=cycle
	if len(left) == 0 || len(right) == 0 {
		return slices.Concat(left, right)
	}
	for i := range max(len(left), len(right)) {
		result = append(result, left[i%len(left)], right[i%len(right)])
	}
	//: end
	return result
}

//: family windows
import "errors"

func Windows[T any](items []T, size int) ([][]T, error) {
	if size < 1 {
		return nil, errors.New("size must be at least 1")
	}
	var windows [][]T
	for start := 0; start+size <= len(items); start++ { //: step=one
	for start := 0; start+size <= len(items); start += (size + 1) / 2 { //: step=half
		windows = append(windows, items[start:start+size]) //: step!=padded
	for start := range items { //: step=padded
		windows = append(windows, items[start:min(start+size, len(items))]) //: step=padded
	}
	return windows, nil
}

//: family transpose
//: ragged=error
import "errors"

func Transpose[T any](rows [][]T) ([][]T, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	columns := make([][]T, len(rows[0]))
	for _, row := range rows {
		if len(row) != len(columns) {
			return nil, errors.New("rows differ in length")
		}
		for i, item := range row {
			columns[i] = append(columns[i], item)
		}
	}
	return columns, nil
}
//: ragged=cut
func Transpose[T any](rows [][]T) [][]T {
	if len(rows) == 0 {
		return nil
	}
	width := len(rows[0])
	for _, row := range rows {
		width = min(width, len(row))
	}
	columns := make([][]T, width)
	for i := range columns {
		for _, row := range rows {
			columns[i] = append(columns[i], row[i])
		}
	}
	return columns
}
//: ragged=skip
func Transpose[T any](rows [][]T) [][]T {
	var columns [][]T
	for _, row := range rows {
		for i, item := range row {
			if i == len(columns) {
				columns = append(columns, nil)
			}
			columns[i] = append(columns[i], item)
		}
	}
	return columns
}
//: end

//: family rotate_to
//: absent=same
import "slices"

func RotateTo[T comparable](items []T, first T) []T {
	place := slices.Index(items, first) //: which=first
	//: which=last and absent=same
	place := len(items) - 1
	for place >= 0 && items[place] != first {
		place--
	}
	//: absent=same
	if place < 0 {
		return items
	}
	return slices.Concat(items[place:], items[:place])
}
//: absent=error
import (
	"errors"
	"slices"
)

func RotateTo[T comparable](items []T, first T) ([]T, error) {
	place := slices.Index(items, first) //: which=first
	//: which=last and absent=error
	place := len(items) - 1
	for place >= 0 && items[place] != first {
		place--
	}
	//: absent=error
	if place < 0 {
		return nil, errors.New("no such element")
	}
	return slices.Concat(items[place:], items[:place]), nil
}
//: end

//: family sorted_list
import (
	"cmp"
	"slices"
)

type SortedList[T cmp.Ordered] struct {
	sorted []T
}

func NewSortedList[T cmp.Ordered]() *SortedList[T] {
	return &SortedList[T]{}
}

func (l *SortedList[T]) Add(item T) bool {
	place, found := slices.BinarySearch(l.sorted, item) //: repeated=refused
	place, _ := slices.BinarySearch(l.sorted, item) //: repeated=kept
	//: repeated=refused
	if found {
		return false
	}
	//: end
	l.sorted = slices.Insert(l.sorted, place, item)
	return true
}

func (l *SortedList[T]) Items() []T {
	return slices.Clone(l.sorted)
}

func (l *SortedList[T]) Between(low, high T) int {
	count := 0
	start, _ := slices.BinarySearch(l.sorted, low)
	for _, item := range l.sorted[start:] {
		if item > high {
			break
		}
		count++
	}
	return count
}

//: family bag
type Bag[T comparable] struct {
	counts map[T]int
	size   int //: total=items
}

func NewBag[T comparable]() *Bag[T] {
	return &Bag[T]{counts: make(map[T]int)}
}

func (b *Bag[T]) Add(item T) {
	b.counts[item]++
	b.size++ //: total=items
}

func (b *Bag[T]) Remove(item T) bool {
	count := b.counts[item]
	if count == 0 {
		return false
	}
	//: what=one and total=items
	b.size--
	//: what=all and total=items
	b.size -= count
	//: what=one
	if count > 1 {
		b.counts[item]--
		return true
	}
	//: end
	delete(b.counts, item)
	return true
}

func (b *Bag[T]) Count(item T) int {
	return b.counts[item]
}

func (b *Bag[T]) Size() int {
	return b.size //: total=items
	return len(b.counts) //: total=distinct
}

//: family compose
//: order=backward
import "slices"

//: order!=stop
func Compose[T any](functions ...func(T) T) func(T) T {
//: order=stop
func Compose[T comparable](functions ...func(T) T) func(T) T {
//: end
	return func(value T) T {
		for _, function := range functions { //: order!=backward
		for _, function := range slices.Backward(functions) { //: order=backward
			value = function(value) //: order!=stop
			//: order=stop
			before := value
			value = function(before)
			if value == before {
				break
			}
			//: end
		}
		return value
	}
}

//: driver
func Composed(start int, steps []int) int {
	functions := []func(int) int{}
	for _, number := range steps {
		if number%2 == 1 {
			functions = append(functions, func(value int) int { return value * number })
		} else {
			functions = append(functions, func(value int) int { return value + number })
		}
	}
	return Compose(functions...)(start)
}

//: family group_by
import "slices" //: what=distinct

func GroupBy[T comparable, K comparable](items []T, key func(T) K) map[K][]T {
	groups := make(map[K][]T)
	for _, item := range items {
		name := key(item)
		//: what=all
		groups[name] = append(groups[name], item)
		//: what=distinct
		if !slices.Contains(groups[name], item) {
			groups[name] = append(groups[name], item)
		}
		//: what=latest
		group := append(groups[name], item)
		groups[name] = group[max(len(group)-2, 0):]
		//: end
	}
	return groups
}

//: driver
func Grouped(values []int) map[int][]int {
	return GroupBy(values, func(value int) int { return value % 10 })
}

//: family try_all
func TryAll[T, R any](items []T, convert func(T) (R, error)) ([]R, []string) {
	var results []R
	var failures []string
	for _, item := range items {
		result, err := convert(item)
		if err == nil {
			results = append(results, result)
			continue
		}
		failures = append(failures, err.Error())
		//: policy=first
		break
		//: policy=second
		if len(failures) == 2 {
			break
		}
		//: end
	}
	return results, failures
}

//: driver
import "fmt"

func Attempts(inputs []int) ([]int, []string) {
	return TryAll(inputs, func(number int) (int, error) {
		if number%3 == 0 {
			return 0, fmt.Errorf("%d is refused", number)
		}
		return number * 10, nil
	})
}

//: family fold_until
func FoldUntil[T, V any](items []T, start V, combine func(V, T) V, proceed func(V) bool) []V {
	var accepted []V
	value := start
	for _, item := range items {
		combined := combine(value, item)
		if !proceed(combined) {
			break //: refused=stop
			continue //: refused=skip
		}
		value = combined
		accepted = append(accepted, value)
	}
	return accepted
}

//: driver
func Folded(values []int, limit int) []int {
	add := func(sum, value int) int { return sum + value }
	return FoldUntil(values, 0, add, func(sum int) bool { return sum <= limit })
}

//: family parse_all
import (
	"fmt"
	"regexp"
	"strconv"
)

//: fail=first
type ParseError struct {
	Place int
	Text  string
}

func (e ParseError) Error() string {
	return fmt.Sprintf("item %d: %s", e.Place, e.Text)
}

//: fail=count
type ParseError struct {
	Count int
}

func (e ParseError) Error() string {
	return fmt.Sprintf("%d malformed", e.Count)
}

//: end
var number = regexp.MustCompile(`^-?[0-9]+$`)

func ParseAll(texts []string) ([]int, error) {
	var numbers []int
	malformed := 0 //: fail=count
	for i, text := range texts { //: fail=first
	for _, text := range texts { //: fail=count
		value, err := strconv.Atoi(text)
		if err != nil || !number.MatchString(text) {
			return nil, ParseError{i, text} //: fail=first
			malformed++ //: fail=count
		}
		numbers = append(numbers, value)
	}
	//: fail=count
	if malformed > 0 {
		return nil, ParseError{malformed}
	}
	//: end
	return numbers, nil
}

//: family step_back
import "errors"

func StepBack[T any](history []T, steps int) (*T, error) {
	if steps < 0 {
		return nil, errors.New("steps must not be negative")
	}
	if steps >= len(history) { //: beyond=none
	if len(history) == 0 { //: beyond=oldest
		return nil, nil
	}
	return &history[len(history)-1-steps], nil //: beyond=none
	return &history[max(len(history)-1-steps, 0)], nil //: beyond=oldest
}
