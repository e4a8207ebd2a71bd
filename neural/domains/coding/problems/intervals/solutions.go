package solutions

//: family overlaps
type Span struct {
	Start, End int
}

func Overlaps(first, second Span) bool {
	return first.Start < second.End && second.Start < first.End //: ends=open
	return first.Start <= second.End && second.Start <= first.End //: ends=closed
	return contains(first, second) || contains(second, first) //: ends=contained
}

//: ends=contained
func contains(outer, inner Span) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}
//: end

//: family gaps
import (
	"cmp"
	"slices"
)

type Span struct {
	Start, End int
}

func Gaps(busy []Span, start, end int) []Span {
	sorted := slices.SortedFunc(slices.Values(busy), func(a, b Span) int {
		return cmp.Compare(a.Start, b.Start)
	})
	var free []Span
	reached := start
	for _, span := range append(sorted, Span{end, end}) {
		if until := min(span.Start, end); until-reached >= LEAST {
			free = append(free, Span{reached, until})
		}
		reached = max(reached, span.End)
	}
	return free
}

//: family total_covered
import (
	"cmp"
	"slices"
)

type Span struct {
	Start, End int
}

type change struct {
	time, step int
}

func TotalCovered(spans []Span) int {
	var changes []change
	for _, span := range spans {
		changes = append(changes, change{span.Start, 1}, change{span.End, -1})
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.time, b.time) })
	covered, depth, previous := 0, 0, 0
	for _, each := range changes {
		if depth >= 1 { //: how=any
		if depth >= 2 { //: how=two
		if depth == 1 { //: how=one
			covered += each.time - previous
		}
		depth += each.step
		previous = each.time
	}
	return covered
}

//: family most_at_once
//: what=first
import (
	"cmp"
	"slices"
)

//: end
type Span struct {
	Start, End int
}

func MostAtOnce(spans []Span) int {
	//: what=count
	most := 0
	for _, span := range spans {
		most = max(most, running(spans, span.Start))
	}
	return most
	//: what=first
	first, most := -1, 0
	for _, span := range slices.SortedFunc(slices.Values(spans), byStart) {
		if count := running(spans, span.Start); count > most {
			first, most = span.Start, count
		}
	}
	return first
	//: end
}

//: what=first
func byStart(a, b Span) int {
	return cmp.Compare(a.Start, b.Start)
}

//: end
func running(spans []Span, time int) int {
	count := 0
	for _, span := range spans {
		if span.Start <= time && time < span.End {
			count++
		}
	}
	return count
}

//: family intersect
type Span struct {
	Start, End int
}

func Intersect(left, right []Span) []Span {
	var common []Span
	for len(left) > 0 && len(right) > 0 {
		start := max(left[0].Start, right[0].Start)
		end := min(left[0].End, right[0].End)
		if start < end { //: points=dropped
		if start <= end { //: points=kept
			common = append(common, Span{start, end})
		}
		if left[0].End < right[0].End {
			left = left[1:]
		} else {
			right = right[1:]
		}
	}
	return common
}

//: family subtract
type Span struct {
	Start, End int
}

func Subtract(spans []Span, hole Span) []Span {
	var left []Span
	length := hole.End - hole.Start //: rule=shift
	for _, span := range spans {
		//: rule=whole
		if span.Start < hole.Start && hole.End < span.End {
			left = append(left, span)
			continue
		}
		//: end
		if end := min(span.End, hole.Start); span.Start < end {
			left = append(left, Span{span.Start, end})
		}
		if start := max(span.Start, hole.End); start < span.End {
			left = append(left, Span{start, span.End}) //: rule!=shift
			left = append(left, Span{start - length, span.End - length}) //: rule=shift
		}
	}
	return left
}

//: family most_meetings
import (
	"cmp"
	"slices"
)

type Span struct {
	Start, End int
}

func MostMeetings(meetings []Span) []Span {
	sorted := slices.SortedFunc(slices.Values(meetings), func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(b.Start, a.Start)) //: tie=late
		return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Start, b.Start)) //: tie=early
	})
	var chosen []Span
	for _, meeting := range sorted {
		n := len(chosen)
		if n == 0 || meeting.Start >= chosen[n-1].End { //: touch=allowed
		if n == 0 || meeting.Start > chosen[n-1].End { //: touch=pause
			chosen = append(chosen, meeting)
		}
	}
	return chosen
}

//: family calendar
import (
	"errors"
	"slices"
)

type booking struct {
	start, end int
}

type Calendar struct {
	bookings []booking
}

func NewCalendar() *Calendar {
	return &Calendar{}
}

func (c *Calendar) Book(start, end int) (bool, error) {
	if end <= start {
		return false, errors.New("end must be after start")
	}
	//: conflict=single
	for _, each := range c.bookings {
		if start < each.end && each.start < end {
			return false, nil
		}
	}
	//: conflict=double
	for time := start; time < end; time++ {
		count := 0
		for _, each := range c.bookings {
			if each.start <= time && time < each.end {
				count++
			}
		}
		if count > 1 {
			return false, nil
		}
	}
	//: end
	c.bookings = append(c.bookings, booking{start, end})
	return true, nil
}

func (c *Calendar) Cancel(start int) bool {
	place := slices.IndexFunc(c.bookings, func(each booking) bool {
		return each.start == start
	})
	if place < 0 {
		return false
	}
	c.bookings = slices.Delete(c.bookings, place, place+1)
	return true
}

func (c *Calendar) Load() int {
	load := 0
	for _, each := range c.bookings {
		load += each.end - each.start
	}
	return load
}

//: family bucket
import "sort"

func Bucket(value int, limits []int) int {
	return sort.Search(len(limits), func(i int) bool { return limits[i] > value }) //: side=above
	return sort.SearchInts(limits, value) //: side=below
}

//: family split_shift
type Span struct {
	Start, End int
}

func SplitShift(start, end int, limits []int) []Span {
	var parts []Span
	for _, limit := range limits {
		if limit <= start || limit >= end {
			continue
		}
		//: short=kept
		parts = append(parts, Span{start, limit})
		//: short=dropped
		if limit-start >= 2 {
			parts = append(parts, Span{start, limit})
		}
		//: end
		start = limit
	}
	//: short=dropped
	if end-start < 2 {
		return parts
	}
	//: end
	return append(parts, Span{start, end})
}
