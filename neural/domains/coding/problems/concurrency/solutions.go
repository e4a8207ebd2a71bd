package solutions

//: family bounded_map
import "sync"

func BoundedMap(items []int, limit int, work func(int) (int, error)) ([]int, error) { //: failure=stops
func BoundedMap(items []int, limit int, work func(int) (int, error)) []*int { //: failure=is_none
	results := make([]int, len(items)) //: failure=stops
	results := make([]*int, len(items)) //: failure=is_none
	errs := make([]error, len(items)) //: failure=stops
	slots := make(chan struct{}, limit)
	var group sync.WaitGroup
	for i, item := range items {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			results[i], errs[i] = work(item) //: failure=stops
			//: failure=is_none
			if result, err := work(item); err == nil {
				results[i] = &result
			}
			//: end
		})
	}
	group.Wait()
	//: failure=stops
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return results, nil
	//: failure=is_none
	return results
	//: end
}

//: driver
type boundedOutcome struct {
	Results []int //: failure=stops
	Results []*int //: failure=is_none
	Kept    bool
}

type unlucky struct{}

func (unlucky) Error() string { return "unlucky" }

func BoundedResults(values []int, limit int) (boundedOutcome, error) {
	running := make(chan struct{}, limit)
	kept := true
	work := func(value int) (int, error) {
		select {
		case running <- struct{}{}:
			defer func() { <-running }()
		default:
			kept = false
		}
		if value == 13 {
			return 0, unlucky{}
		}
		return value * value, nil
	}
	results, err := BoundedMap(values, limit, work) //: failure=stops
	return boundedOutcome{results, kept}, err //: failure=stops
	return boundedOutcome{BoundedMap(values, limit, work), kept}, nil //: failure=is_none
}

//: family retry
func Retry[T any](operation func() (T, error), attempts int, pause func(int)) (T, error) {
	delay := 100 //: backoff=doubled
	for range attempts - 1 { //: limit=total
	for range attempts { //: limit=more
		if result, err := operation(); err == nil {
			return result, nil
		}
		pause(100) //: backoff=fixed
		//: backoff=doubled
		pause(delay)
		delay *= 2
		//: end
	}
	return operation()
}

//: driver
type failure int

func (f failure) Error() string { return "failure " + string(rune('0'+f)) }

func Retried(failures, attempts int) (int, []int, error) {
	calls := 0
	pauses := []int{}
	operation := func() (int, error) {
		calls++
		if calls <= failures {
			return 0, failure(calls)
		}
		return calls, nil
	}
	result, err := Retry(operation, attempts, func(delay int) {
		pauses = append(pauses, delay)
	})
	return result, pauses, err
}

//: family memoize
func Memoize(compute func(int) int) func(int) int {
	//: memory=all
	results := make(map[int]int)
	return func(value int) int {
		result, ok := results[value]
		if !ok {
			result = compute(value)
			results[value] = result
		}
		return result
	}
	//: memory=last
	var latest, result int
	known := false
	return func(value int) int {
		if !known || latest != value {
			latest, result, known = value, compute(value), true
		}
		return result
	}
	//: end
}

//: driver
func Evaluations(inputs []int) ([]int, int) {
	calls := 0
	remembering := Memoize(func(value int) int {
		calls++
		return value * value
	})
	results := []int{}
	for _, each := range inputs {
		results = append(results, remembering(each))
	}
	return results, calls
}

//: family emitter
import "slices" //: order=last

type listener struct {
	call func(string)
	once bool
}

type Emitter struct {
	listeners map[string][]listener
}

func NewEmitter() *Emitter {
	return &Emitter{make(map[string][]listener)}
}

func (e *Emitter) On(event string, call func(string)) {
	e.listeners[event] = append(e.listeners[event], listener{call, false})
}

func (e *Emitter) Once(event string, call func(string)) {
	e.listeners[event] = append(e.listeners[event], listener{call, true})
}

func (e *Emitter) Off(event string) {
	delete(e.listeners, event)
}

func (e *Emitter) Emit(event, value string) {
	called := e.listeners[event]
	var kept []listener
	for _, each := range called {
		if !each.once {
			kept = append(kept, each)
		}
	}
	e.listeners[event] = kept
	for _, each := range called { //: order=first
	for _, each := range slices.Backward(called) { //: order=last
		each.call(value)
	}
}

//: driver
import (
	"fmt"
	"strconv"
	"strings"
)

func Heard(steps []string) []string {
	emitter := NewEmitter()
	log := []string{}
	for number, step := range steps {
		action, event, _ := strings.Cut(step, " ")
		call := func(value string) { log = append(log, fmt.Sprintf("%d:%s", number, value)) }
		switch action {
		case "on":
			emitter.On(event, call)
		case "once":
			emitter.Once(event, call)
		case "off":
			emitter.Off(event)
		default:
			emitter.Emit(event, strconv.Itoa(number))
		}
	}
	return log
}

//: family first_success
import (
	"context"
	"errors"
)

type Source func(context.Context) (int, error)

func FirstSuccess(ctx context.Context, sources []Source) (int, error) {
	failure := errors.New("no sources")
	for i, source := range sources { //: which=first
	for _, source := range sources { //: which=last
		result, err := source(ctx)
		if err == nil {
			return result, nil
		}
		//: which=first
		if i == 0 {
			failure = err
		}
		//: which=last
		failure = err
		//: end
	}
	return 0, failure
}

//: driver
import "fmt"

func FirstAnswer(ctx context.Context, answers []*int) (int, error) {
	sources := []Source{}
	for place, answer := range answers {
		sources = append(sources, func(context.Context) (int, error) {
			if answer == nil {
				return 0, fmt.Errorf("source %d is down", place)
			}
			return *answer, nil
		})
	}
	return FirstSuccess(ctx, sources)
}

//: family count_words
import (
	"strings"
	"sync"
)

func CountWords(texts []string) map[string]int {
	counts := make(map[string]int)
	var lock sync.Mutex
	var group sync.WaitGroup
	for _, text := range texts {
		group.Go(func() {
			for _, word := range strings.Fields(text) { //: case=kept
			for _, word := range strings.Fields(strings.ToLower(text)) { //: case=folded
				lock.Lock()
				counts[word]++
				lock.Unlock()
			}
		})
	}
	group.Wait()
	return counts
}

//: family sum_of_powers
func SumOfPowers(values []int64) int64 {
	middle := len(values) / 2
	sums := make(chan int64)
	for _, half := range [][]int64{values[:middle], values[middle:]} {
		go func() {
			var sum int64
			for _, value := range half {
				sum += value * value //: exponent=2
				sum += value * value * value //: exponent=3
			}
			sums <- sum
		}()
	}
	return <-sums + <-sums
}

//: family account
import (
	"errors"
	"sync"
)

var (
	ErrInsufficientFunds = errors.New("insufficient funds")
	ErrAmount            = errors.New("amount must be positive")
)

type Account struct {
	mu      sync.Mutex
	balance int
}

func NewAccount(balance int) *Account {
	return &Account{balance: balance}
}

func (a *Account) Deposit(amount int) (int, error) {
	if amount < 1 {
		return 0, ErrAmount
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += amount
	return a.balance, nil
}

func (a *Account) Withdraw(amount int) (int, error) {
	if amount < 1 {
		return 0, ErrAmount
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.balance-amount < FLOOR {
		return 0, ErrInsufficientFunds
	}
	a.balance -= amount
	return a.balance, nil
}

func (a *Account) Balance() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.balance
}

//: family task_queue
import "container/heap"

type task struct {
	name             string
	priority, number int
}

type tasks []task

func (t tasks) Len() int      { return len(t) }
func (t tasks) Swap(i, j int) { t[i], t[j] = t[j], t[i] }
func (t *tasks) Push(x any)   { *t = append(*t, x.(task)) }

func (t tasks) Less(i, j int) bool {
	if t[i].priority != t[j].priority {
		return t[i].priority > t[j].priority //: best=highest
		return t[i].priority < t[j].priority //: best=lowest
	}
	return t[i].number < t[j].number //: tie=first
	return t[i].number > t[j].number //: tie=last
}

func (t *tasks) Pop() any {
	last := len(*t) - 1
	popped := (*t)[last]
	*t = (*t)[:last]
	return popped
}

type TaskQueue struct {
	tasks tasks
	added int
}

func NewTaskQueue() *TaskQueue {
	return &TaskQueue{}
}

func (q *TaskQueue) Add(name string, priority int) {
	heap.Push(&q.tasks, task{name, priority, q.added})
	q.added++
}

func (q *TaskQueue) Next() (string, bool) {
	if len(q.tasks) == 0 {
		return "", false
	}
	return heap.Pop(&q.tasks).(task).name, true
}

//: family rate_limiter
//: window=sliding
type RateLimiter struct {
	limit, period, now int
	events             []int
}

func NewRateLimiter(limit, period int) *RateLimiter {
	return &RateLimiter{limit: limit, period: period}
}

func (r *RateLimiter) Allow(wait int) bool {
	r.now += wait
	for len(r.events) > 0 && r.events[0] <= r.now-r.period {
		r.events = r.events[1:]
	}
	if len(r.events) >= r.limit {
		return false
	}
	r.events = append(r.events, r.now)
	return true
}
//: window=fixed
type RateLimiter struct {
	limit, period     int
	now, block, count int
}

func NewRateLimiter(limit, period int) *RateLimiter {
	return &RateLimiter{limit: limit, period: period}
}

func (r *RateLimiter) Allow(wait int) bool {
	r.now += wait
	if block := r.now / r.period; block != r.block {
		r.block, r.count = block, 0
	}
	if r.count >= r.limit {
		return false
	}
	r.count++
	return true
}
//: end

//: family differences
func Differences(values <-chan int) <-chan int {
	steps := make(chan int)
	go func() {
		defer close(steps)
		earlier, ok := <-values
		if !ok {
			return
		}
		for later := range values {
			steps <- later - earlier //: sign=signed
			steps <- max(later-earlier, earlier-later) //: sign=absolute
			earlier = later
		}
	}()
	return steps
}

//: driver
func AllDifferences(values []int) []int {
	stream := make(chan int)
	go func() {
		defer close(stream)
		for _, value := range values {
			stream <- value
		}
	}()
	steps := []int{}
	for step := range Differences(stream) {
		steps = append(steps, step)
	}
	return steps
}
