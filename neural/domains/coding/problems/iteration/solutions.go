package solutions

//: family take_until
import "iter"

func TakeUntil[T any](items iter.Seq[T], stop func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for item := range items {
			if !yield(item) || stop(item) { //: end=included
			if stop(item) || !yield(item) { //: end=excluded
				return
			}
		}
	}
}

//: driver
func Taken(values []int, limit int) ([]int, int) {
	read := 0
	source := func(yield func(int) bool) {
		for _, value := range values {
			read++
			if !yield(value) {
				return
			}
		}
	}
	kept := []int{}
	for value := range TakeUntil(source, func(value int) bool { return value > limit }) {
		kept = append(kept, value)
	}
	return kept, read
}

//: family endlessly
//: turn=cycle
import "iter"
//: turn!=cycle
import (
	"iter"
	"slices"
)
//: end

func Endlessly[T any](items []T) iter.Seq[T] {
	//: turn=bounce
	back := slices.Clone(items[:len(items)-1])
	slices.Reverse(back)
	round := slices.Concat(items, back[:max(0, len(back)-1)])
	//: turn=linger
	back := slices.Clone(items)
	slices.Reverse(back)
	round := slices.Concat(items, back)
	//: end
	return func(yield func(T) bool) {
		for {
			for _, item := range items { //: turn=cycle
			for _, item := range round { //: turn!=cycle
				if !yield(item) {
					return
				}
			}
		}
	}
}

//: driver
func FirstOf(items []int, count int) []int {
	made := []int{}
	for item := range Endlessly(items) {
		if len(made) == count {
			break
		}
		made = append(made, item)
	}
	return made
}

//: family lookahead
import (
	"errors"
	"slices"
)

var ErrEnded = errors.New("no more values")

type Lookahead struct {
	values []int
	place  int
}

func NewLookahead(values []int) *Lookahead {
	return &Lookahead{values: slices.Clone(values)}
}

func (l *Lookahead) Next() (int, error) {
	if l.Done() {
		return 0, ErrEnded
	}
	value := l.values[l.place]
	l.place++
	return value, nil
}

func (l *Lookahead) Peek(ahead int) (int, bool) {
	//: beyond=none
	if place := l.place + ahead; place < len(l.values) {
		return l.values[place], true
	}
	return 0, false
	//: beyond=last
	if len(l.values) == 0 {
		return 0, false
	}
	return l.values[min(l.place+ahead, len(l.values)-1)], true
	//: end
}

func (l *Lookahead) Done() bool {
	return l.place == len(l.values)
}

//: family unfold
import "iter"

func Unfold(seed int, step func(int) *int) iter.Seq[int] {
	return func(yield func(int) bool) {
		//: what=all
		for state := &seed; state != nil; state = step(*state) {
			if !yield(*state) {
				return
			}
		}
		//: what!=all
		state := seed
		for next := step(state); next != nil; next = step(state) {
			if !yield(*next) { //: what=later
			if !yield(state + *next) { //: what=pairs
				return
			}
			state = *next
		}
		//: end
	}
}

//: driver
func Unfolded(seed int) []int {
	step := func(state int) *int {
		following := state - 3
		if state%2 == 0 {
			following = state / 2
		}
		if following < 1 {
			return nil
		}
		return &following
	}
	states := []int{}
	for state := range Unfold(seed, step) {
		states = append(states, state)
	}
	return states
}

//: family split_when
import "iter"

func SplitWhen[T any](items iter.Seq[T], marked func(T) bool) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var group []T
		for item := range items {
			//: role=begins
			if len(group) > 0 && marked(item) {
				if !yield(group) {
					return
				}
				group = nil
			}
			group = append(group, item)
			//: role=ends
			group = append(group, item)
			if marked(item) {
				if !yield(group) {
					return
				}
				group = nil
			}
			//: role=separates
			if !marked(item) {
				group = append(group, item)
				continue
			}
			if len(group) > 0 && !yield(group) {
				return
			}
			group = nil
			//: end
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}

//: driver
import "slices"

func SplitGroups(values []int) [][]int {
	groups := [][]int{}
	marked := func(value int) bool { return value%3 == 0 }
	for group := range SplitWhen(slices.Values(values), marked) {
		groups = append(groups, group)
	}
	return groups
}

//: family deadband
func Deadband(readings []int, tolerance int) []int {
	stored := []int{}
	for i, reading := range readings {
		//: other=stored
		if i > 0 {
			last := stored[len(stored)-1]
			if max(reading-last, last-reading) <= tolerance {
				continue
			}
		}
		//: other=before
		if i > 0 {
			last := readings[i-1]
			if max(reading-last, last-reading) <= tolerance {
				continue
			}
		}
		//: end
		stored = append(stored, reading)
	}
	return stored
}

//: family all_pages
import "iter"

func AllPages[T any](fetch func(number int) []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		full := 0 //: last=short
		for number := 1; ; number++ {
			page := fetch(number)
			//: last=empty
			if len(page) == 0 {
				return
			}
			//: end
			for _, item := range page {
				if !yield(item) {
					return
				}
			}
			//: last=short
			if number == 1 {
				full = len(page)
			}
			if len(page) == 0 || len(page) < full {
				return
			}
			//: end
		}
	}
}

//: driver
func PageItems(total, size, wanted int) ([]int, int) {
	calls := 0
	fetch := func(number int) []int {
		calls++
		page := []int{}
		for item := size * (number - 1); item < min(size*number, total); item++ {
			page = append(page, item)
		}
		return page
	}
	items := []int{}
	if wanted == 0 {
		return items, calls
	}
	for item := range AllPages(fetch) {
		items = append(items, item)
		if len(items) == wanted {
			break
		}
	}
	return items, calls
}

//: family logical_lines
import "strings"

func LogicalLines(lines []string) []string {
	logical := []string{}
	//: rule=backslash
	continued := false
	for _, line := range lines {
		text, ends := strings.CutSuffix(line, `\`)
		if continued {
			logical[len(logical)-1] += text
		} else {
			logical = append(logical, text)
		}
		continued = ends
	}
	//: rule=indent
	for i, line := range lines {
		if i > 0 && strings.HasPrefix(line, " ") {
			logical[len(logical)-1] += " " + strings.TrimLeft(line, " ")
		} else {
			logical = append(logical, line)
		}
	}
	//: rule=comma
	continued := false
	for _, line := range lines {
		if continued {
			logical[len(logical)-1] += " " + strings.TrimLeft(line, " ")
		} else {
			logical = append(logical, line)
		}
		continued = strings.HasSuffix(line, ",")
	}
	//: end
	return logical
}
