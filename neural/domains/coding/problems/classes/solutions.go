package solutions

//: family counter
type Counter struct {
	start, value int
}

func NewCounter(start int) *Counter {
	return &Counter{start, start}
}

func (c *Counter) Increment() int {
	c.value++
	return c.value
}

func (c *Counter) Decrement() int {
	//: floor=free
	c.value--
	//: floor=zero
	if c.value > 0 {
		c.value--
	}
	//: end
	return c.value
}

func (c *Counter) Reset() {
	c.value = c.start
}

func (c *Counter) Value() int {
	return c.value
}

//: family stack
import "errors"

type entry struct {
	item, extreme int
}

type Stack struct {
	entries []entry
}

func NewStack() *Stack {
	return &Stack{}
}

func (s *Stack) Push(item int) {
	extreme := item
	if n := len(s.entries); n > 0 {
		extreme = min(item, s.entries[n-1].extreme) //: extreme=min
		extreme = max(item, s.entries[n-1].extreme) //: extreme=max
	}
	s.entries = append(s.entries, entry{item, extreme})
}

func (s *Stack) Pop() (int, error) {
	n := len(s.entries)
	if n == 0 {
		return 0, errors.New("the stack is empty")
	}
	last := s.entries[n-1]
	s.entries = s.entries[:n-1]
	return last.item, nil
}

func (s *Stack) Peek() (int, bool) {
	if len(s.entries) == 0 {
		return 0, false
	}
	return s.entries[len(s.entries)-1].item, true
}

func (s *Stack) Record() (int, bool) {
	if len(s.entries) == 0 {
		return 0, false
	}
	return s.entries[len(s.entries)-1].extreme, true
}

//: family ring_buffer
import "slices"

type RingBuffer struct {
	size   int
	values []int
}

func NewRingBuffer(size int) *RingBuffer {
	return &RingBuffer{size: size}
}

func (b *RingBuffer) Write(value int) {
	if len(b.values) == b.size {
		b.values = b.values[1:]
	}
	b.values = append(b.values, value)
}

func (b *RingBuffer) Read() []int {
	//: order=oldest
	return slices.Clone(b.values)
	//: order=newest
	values := slices.Clone(b.values)
	slices.Reverse(values)
	return values
	//: end
}

func (b *RingBuffer) Average() (float64, bool) {
	if len(b.values) == 0 {
		return 0, false
	}
	sum := 0
	for _, value := range b.values {
		sum += value
	}
	return float64(sum) / float64(len(b.values)), true
}

//: family undo_list
import "slices"

type UndoList struct {
	texts, undone []string
}

func NewUndoList() *UndoList {
	return &UndoList{}
}

func (l *UndoList) Add(item string) {
	l.texts = append(l.texts, item)
	l.undone = nil //: lost=cleared
}

func (l *UndoList) Undo() bool {
	n := len(l.texts)
	if n == 0 {
		return false
	}
	l.undone = append(l.undone, l.texts[n-1])
	l.texts = l.texts[:n-1]
	return true
}

func (l *UndoList) Redo() bool {
	n := len(l.undone)
	if n == 0 {
		return false
	}
	l.texts = append(l.texts, l.undone[n-1])
	l.undone = l.undone[:n-1]
	return true
}

func (l *UndoList) Items() []string {
	return slices.Clone(l.texts)
}

//: family registry
import (
	"fmt"
	"slices"
)

type Registry struct {
	order  []string
	values map[string]int
}

func NewRegistry() *Registry {
	return &Registry{values: make(map[string]int)}
}

//: again=error
func (r *Registry) Register(name string, value int) error {
	if _, ok := r.values[name]; ok {
		return fmt.Errorf("%s is taken", name)
	}
	r.order = append(r.order, name)
	r.values[name] = value
	return nil
}

//: again=replace
func (r *Registry) Register(name string, value int) {
	if _, ok := r.values[name]; !ok {
		r.order = append(r.order, name)
	}
	r.values[name] = value
}

//: again=ignore
func (r *Registry) Register(name string, value int) {
	if _, ok := r.values[name]; !ok {
		r.order = append(r.order, name)
		r.values[name] = value
	}
}

//: end
func (r *Registry) Lookup(name string) (int, error) {
	value, ok := r.values[name]
	if !ok {
		return 0, fmt.Errorf("nothing is called %s", name)
	}
	return value, nil
}

func (r *Registry) Names() []string {
	return slices.Clone(r.order)
}

//: family clock
import "fmt"

const day = 24 * 60 //: day=24
const halfDay = 12 * 60 //: day=12

type Clock struct {
	minutes int
}

func NewClock(minutes int) *Clock {
	clock := &Clock{}
	clock.Add(minutes)
	return clock
}

func (c *Clock) Add(minutes int) {
	c.minutes = ((c.minutes+minutes)%day + day) % day //: day=24
	c.minutes = ((c.minutes+minutes)%halfDay + halfDay) % halfDay //: day=12
}

func (c *Clock) Text() string {
	hours := c.minutes / 60
	//: day=24
	return fmt.Sprintf("%02d:%02d", hours, c.minutes%60)
	//: day=12
	if hours == 0 {
		hours = 12
	}
	return fmt.Sprintf("%d:%02d", hours, c.minutes%60)
	//: end
}

//: family polynomial
import "slices"

type Polynomial struct {
	coefficients []int // the constant first, the last one not 0
}

func NewPolynomial(coefficients []int) *Polynomial {
	ascending := slices.Clone(coefficients)
	slices.Reverse(ascending) //: order=descending
	for n := len(ascending); n > 0 && ascending[n-1] == 0; n-- {
		ascending = ascending[:n-1]
	}
	return &Polynomial{ascending}
}

func (p *Polynomial) Degree() int {
	return len(p.coefficients) - 1
}

func (p *Polynomial) Evaluate(x int) int {
	value := 0
	for _, coefficient := range slices.Backward(p.coefficients) {
		value = value*x + coefficient
	}
	return value
}

func (p *Polynomial) Derivative() []int {
	var derived []int
	for power, coefficient := range p.coefficients {
		if power > 0 {
			derived = append(derived, power*coefficient)
		}
	}
	slices.Reverse(derived) //: order=descending
	return derived
}

//: family moving_median
import "slices"

type MovingMedian struct {
	size   int
	window []int
}

func NewMovingMedian(size int) *MovingMedian {
	return &MovingMedian{size: size}
}

func (m *MovingMedian) Add(value int) int {
	m.window = append(m.window, value)
	if len(m.window) > m.size {
		m.window = m.window[1:]
	}
	sorted := slices.Sorted(slices.Values(m.window))
	return sorted[(len(sorted)-1)/2] //: median=low
	return sorted[len(sorted)/2] //: median=high
}
