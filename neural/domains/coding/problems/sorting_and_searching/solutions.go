package solutions

//: family sort_people
import (
	"cmp"
	"slices"
)

type Person struct {
	Name string
	Age  int
}

func SortPeople(people []Person) []Person {
	sorted := slices.Clone(people)
	slices.SortStableFunc(sorted, func(a, b Person) int {
		return cmp.Compare(a.Age, b.Age) //: order=age
		return cmp.Compare(b.Age, a.Age) //: order=oldest
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(b.Age, a.Age)) //: order=name_age
		return cmp.Compare(len(a.Name), len(b.Name)) //: order=length
	})
	return sorted
}

//: family sort_with_missing
import "slices"

func SortWithMissing(values []*int) []*int {
	var present []int
	for _, value := range values {
		if value != nil {
			present = append(present, *value)
		}
	}
	slices.Sort(present)
	//: place=kept
	sorted := make([]*int, len(values))
	for i, value := range values {
		if value != nil {
			sorted[i] = &present[0]
			present = present[1:]
		}
	}
	//: place!=kept
	sorted := make([]*int, len(values))
	missing := len(values) - len(present) //: place=first
	//: place!=kept
	for i := range present {
		sorted[missing+i] = &present[i] //: place=first
		sorted[i] = &present[i] //: place=last
	//: place!=kept
	}
	//: end
	return sorted
}

//: family rank
import "slices"

func Rank(scores []int) []int {
	sorted := slices.Sorted(slices.Values(scores))
	slices.Reverse(sorted)
	sorted = slices.Compact(sorted) //: gaps=dense
	ranks := make(map[int]int)
	for i, score := range sorted {
		//: gaps=competition
		if _, ok := ranks[score]; !ok {
			ranks[score] = i + 1
		}
		//: gaps!=competition
		ranks[score] = i + 1
		//: end
	}
	result := make([]int, len(scores))
	for i, score := range scores {
		result[i] = ranks[score]
	}
	return result
}

//: family extremes
import "slices"

func Extremes(values []int, count int) []int {
	sorted := slices.Sorted(slices.Values(values))
	slices.Reverse(sorted) //: which=largest
	chosen := sorted[:min(count, len(sorted))]
	return chosen //: order=sorted
	//: order=given
	left := make(map[int]int)
	for _, value := range chosen {
		left[value]++
	}
	var result []int
	for _, value := range values {
		if left[value] > 0 {
			left[value]--
			result = append(result, value)
		}
	}
	return result
	//: end
}

//: family nearest
import "slices"

func Nearest(values []int, target int) (int, bool) {
	place, _ := slices.BinarySearch(values, target)
	switch {
	case len(values) == 0:
		return 0, false
	case place == 0:
		return values[0], true
	case place == len(values):
		return values[place-1], true
	}
	if target-values[place-1] <= values[place]-target { //: tie=smaller
	if target-values[place-1] < values[place]-target { //: tie=larger
		return values[place-1], true
	}
	return values[place], true
}

//: family count_equal
import "slices"

func CountEqual(values []int, item int) int {
	start, _ := slices.BinarySearch(values, item)
	//: which=equal
	end, _ := slices.BinarySearch(values, item+1)
	return end - start
	//: which=less
	return start
	//: which=at_least
	return len(values) - start
	//: end
}

//: family merge_sorted
func MergeSorted(left, right []int) []int {
	var merged []int
	i, j := 0, 0
	//: repeated!=common
	for i < len(left) || j < len(right) {
		var item int
		if j == len(right) || i < len(left) && left[i] <= right[j] {
			item = left[i]
			i++
		} else {
			item = right[j]
			j++
		}
		//: repeated=kept
		merged = append(merged, item)
		//: repeated=once
		if n := len(merged); n == 0 || merged[n-1] != item {
			merged = append(merged, item)
		}
		//: repeated!=common
	}
	//: repeated=common
	for i < len(left) && j < len(right) {
		switch {
		case left[i] < right[j]:
			i++
		case left[i] > right[j]:
			j++
		default:
			if n := len(merged); n == 0 || merged[n-1] != left[i] {
				merged = append(merged, left[i])
			}
			i++
			j++
		}
	}
	//: end
	return merged
}

//: family is_sorted
import "slices" //: order=ascending|either

func IsSorted(values []int) bool {
	return slices.IsSorted(values) //: order=ascending
	//: order=strict
	for i := 1; i < len(values); i++ {
		if values[i-1] >= values[i] {
			return false
		}
	}
	return true
	//: order=descending
	for i := 1; i < len(values); i++ {
		if values[i-1] < values[i] {
			return false
		}
	}
	return true
	//: order=either
	reversed := slices.Clone(values)
	slices.Reverse(reversed)
	return slices.IsSorted(values) || slices.IsSorted(reversed)
	//: end
}

//: family find_rotated
func FindRotated(values []int, item int) (int, bool) {
	low, high := 0, len(values)-1
	for low <= high {
		middle := low + (high-low)/2
		if values[middle] == item {
			return middle, true
		}
		var inside bool
		//: order=up
		if values[low] <= values[middle] {
			inside = values[low] <= item && item < values[middle]
		} else {
			inside = item <= values[middle] || values[high] < item
		}
		//: order=down
		if values[low] >= values[middle] {
			inside = values[low] >= item && item > values[middle]
		} else {
			inside = item >= values[middle] || values[high] > item
		}
		//: end
		if inside {
			high = middle - 1
		} else {
			low = middle + 1
		}
	}
	return 0, false
}

//: family page
import "errors"

func Page(items []string, number, size int) ([]string, error) {
	if size < 1 {
		return nil, errors.New("size must be at least 1")
	}
	start := number * size //: base=0
	start := (number - 1) * size //: base=1
	//: beyond=empty
	if start < 0 || start >= len(items) {
		return nil, nil
	}
	//: beyond=last
	last := max(len(items)-1, 0) / size * size
	start = min(max(start, 0), last)
	//: end
	return items[start:min(start+size, len(items))], nil
}

//: family peaks
func Peaks(heights []int) []int {
	var found []int
	for i, height := range heights {
		//: ends=out
		if i == 0 || i == len(heights)-1 {
			continue
		}
		if height > heights[i-1] && height > heights[i+1] { //: what=peaks and ends=out
		if height < heights[i-1] && height < heights[i+1] { //: what=valleys and ends=out
			found = append(found, i) //: ends=out
		} //: ends=out
		//: ends=in and what=peaks
		left := i == 0 || height > heights[i-1]
		right := i == len(heights)-1 || height > heights[i+1]
		//: ends=in and what=valleys
		left := i == 0 || height < heights[i-1]
		right := i == len(heights)-1 || height < heights[i+1]
		//: ends=in
		if left && right {
			found = append(found, i)
		}
		//: end
	}
	return found
}

//: family two_sum
type Pair struct {
	I, J int
}

func TwoSum(numbers []int, total int) *Pair {
	for j, right := range numbers {
		for i := range j { //: other=smallest
		for i := j - 1; i >= 0; i-- { //: other=largest
			//: relation=sum
			if numbers[i]+right == total {
				return &Pair{i, j}
			}
			//: relation=difference
			if numbers[i]-right == total || right-numbers[i] == total {
				return &Pair{i, j}
			}
			//: end
		}
	}
	return nil
}

//: family partition
func Partition(values []int, pivot int) []int {
	//: groups=two
	var less, others []int
	for _, value := range values {
		if value < pivot {
			less = append(less, value)
		} else {
			others = append(others, value)
		}
	}
	return append(less, others...)
	//: groups=three
	var less, equal, greater []int
	for _, value := range values {
		switch {
		case value < pivot:
			less = append(less, value)
		case value == pivot:
			equal = append(equal, value)
		default:
			greater = append(greater, value)
		}
	}
	return append(append(less, equal...), greater...)
	//: groups=far
	var others, equal []int
	for _, value := range values {
		if value == pivot {
			equal = append(equal, value)
		} else {
			others = append(others, value)
		}
	}
	return append(others, equal...)
	//: end
}

//: family custom_order
import (
	"slices"
	"strings"
)

func CustomOrder(words []string, letters string) []string {
	key := func(word string) []int {
		var places []int
		for _, letter := range word {
			places = append(places, strings.IndexRune(letters, letter))
		}
		return places //: tie=prefix
		return append(places, len(letters)) //: tie=longer
	}
	return slices.SortedStableFunc(slices.Values(words), func(a, b string) int {
		return slices.Compare(key(a), key(b))
	})
}

//: family kth_smallest
import (
	"errors"
	"slices"
)

func KthSmallest(values []int, k int) (int, error) {
	sorted := slices.Sorted(slices.Values(values))
	sorted = slices.Compact(sorted) //: what=distinct
	if k < 1 || k > len(sorted) {
		return 0, errors.New("there is no such element")
	}
	return sorted[k-1], nil
}

//: family search_prefix
import (
	"slices"
	"strings"
)

func SearchPrefix(words []string, prefix string) []string {
	start, _ := slices.BinarySearch(words, prefix)
	var matches []string
	for _, word := range words[start:] {
		if !strings.HasPrefix(word, prefix) {
			break
		}
		matches = append(matches, word)
	}
	//: which=shortest
	slices.SortStableFunc(matches, func(a, b string) int { return len(a) - len(b) })
	//: end
	return matches[:min(LIMIT, len(matches))]
}
