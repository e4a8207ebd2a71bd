package solutions

//: family in_batches
import "context"

type Loader func(context.Context, []int) ([]int, error)

func InBatches(ctx context.Context, items []int, size int, load Loader) ([]int, error) {
	var results []int
	for len(items) > 0 {
		end := min(size, len(items))
		//: last=merged
		if rest := len(items) - end; 2*rest < size {
			end = len(items)
		}
		//: end
		loaded, err := load(ctx, items[:end])
		if err != nil {
			return nil, err
		}
		results = append(results, loaded...)
		items = items[end:]
	}
	return results, nil
}

//: driver
func BatchedCalls(ctx context.Context, values []int, size int) ([]int, []int, error) {
	sizes := []int{}
	load := func(_ context.Context, batch []int) ([]int, error) {
		sizes = append(sizes, len(batch))
		squares := []int{}
		for _, value := range batch {
			squares = append(squares, value*value)
		}
		return squares, nil
	}
	results, err := InBatches(ctx, values, size, load)
	return results, sizes, err
}

//: family pipeline
import "iter"

func Pipeline(numbers iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		total := 0 //: map=total
		before, first := 0, true //: filter=change
		for number := range numbers {
			if number%2 != 0 { //: filter=even
			if number <= 0 { //: filter=positive
			if !first && number == before { //: filter=change
				continue
			}
			before, first = number, false //: filter=change
			//: map=double
			if !yield(2 * number) {
				return
			}
			//: map=total
			total += number
			if !yield(total) {
				return
			}
			//: end
		}
	}
}

//: driver
import "slices"

func Piped(values []int, limit int) []int {
	results := []int{}
	if limit == 0 {
		return results
	}
	for result := range Pipeline(slices.Values(values)) {
		results = append(results, result)
		if len(results) == limit {
			break
		}
	}
	return results
}

//: family with_fallback
import "context"

type Source func(context.Context) (int, error)

func WithFallback(ctx context.Context, sources []Source, fallback int) []int {
	answers := make([]int, len(sources))
	for i, source := range sources {
		answer, err := source(ctx)
		//: instead=again
		if err != nil {
			answer, err = source(ctx)
		}
		//: end
		if err != nil {
			answer = fallback
			//: instead=before
			if i > 0 {
				answer = answers[i-1]
			}
			//: end
		}
		answers[i] = answer
	}
	return answers
}

//: driver
import "errors"

func Fetched(ctx context.Context, answers []*int, fallback int) []int {
	sources := []Source{}
	for place, answer := range answers {
		asked := 0
		sources = append(sources, func(context.Context) (int, error) {
			asked++
			if answer != nil {
				return *answer, nil
			}
			if asked == 1 || place%2 == 0 {
				return 0, errors.New("down")
			}
			return -1, nil
		})
	}
	return WithFallback(ctx, sources, fallback)
}

//: family debounced
func Debounced(times []int, delay int) []int {
	var runs []int
	//: policy=throttle
	for _, time := range times {
		if n := len(runs); n == 0 || time-runs[n-1] >= delay {
			runs = append(runs, time)
		}
	//: policy!=throttle
	for i, time := range times {
		//: policy=trailing
		if i == len(times)-1 || times[i+1]-time >= delay {
			runs = append(runs, time+delay)
		}
		//: policy=leading
		if i == 0 || time-times[i-1] >= delay {
			runs = append(runs, time)
		}
		//: end
	}
	return runs
}

//: family round_robin
import "slices" //: back=second

type Task struct {
	Name string
	Work int
}

func RoundRobin(tasks []Task, slice int) []string {
	queue := append([]Task{}, tasks...)
	var done []string
	for len(queue) > 0 {
		task := queue[0]
		queue = queue[1:]
		if task.Work <= slice {
			done = append(done, task.Name)
			continue
		}
		task.Work -= slice
		queue = append(queue, task) //: back=end
		queue = slices.Insert(queue, min(1, len(queue)), task) //: back=second
	}
	return done
}

//: family waiting_times
import "slices"

func WaitingTimes(arrivals []int, service int) []int {
	free := make([]int, CLERKS) // when each clerk is free again
	waits := make([]int, len(arrivals))
	for i, arrival := range arrivals {
		begins := max(arrival, slices.Min(free))
		free[slices.Index(free, slices.Min(free))] = begins + service
		waits[i] = begins - arrival
	}
	return waits
}

//: family delay_queue
import "slices" //: order!=added

type entry struct {
	ready int
	item  string
}

type DelayQueue struct {
	now     int
	entries []entry
}

func NewDelayQueue() *DelayQueue {
	return &DelayQueue{}
}

func (q *DelayQueue) Put(item string, delay int) {
	q.entries = append(q.entries, entry{q.now + delay, item})
}

func (q *DelayQueue) Advance(time int) []string {
	q.now += time
	var ready, waiting []entry
	for _, each := range q.entries {
		if each.ready <= q.now {
			ready = append(ready, each)
		} else {
			waiting = append(waiting, each)
		}
	}
	q.entries = waiting
	//: order=ready
	slices.SortStableFunc(ready, func(a, b entry) int { return a.ready - b.ready })
	//: order=latest
	slices.SortStableFunc(ready, func(a, b entry) int { return b.ready - a.ready })
	//: end
	var items []string
	for _, each := range ready {
		items = append(items, each.item)
	}
	return items
}

func (q *DelayQueue) Pending() int {
	return len(q.entries)
}

//: family two_stack_queue
type TwoStackQueue struct {
	back  []int
	front []int // its last item is the oldest of all
}

func NewTwoStackQueue() *TwoStackQueue {
	return &TwoStackQueue{}
}

func (q *TwoStackQueue) Push(item int) {
	q.back = append(q.back, item)
}

func (q *TwoStackQueue) Pop() (int, bool) {
	item, ok := q.Peek()
	if ok {
		q.front = q.front[:len(q.front)-1]
	}
	return item, ok
}

func (q *TwoStackQueue) Peek() (int, bool) {
	if len(q.front) == 0 {
		for n := len(q.back); n > 0; n-- {
			q.front = append(q.front, q.back[n-1])
			q.back = q.back[:n-1]
		}
	}
	if len(q.front) == 0 {
		return 0, false
	}
	return q.front[len(q.front)-1], true
}

func (q *TwoStackQueue) Size() int {
	return len(q.back) + len(q.front)
}

//: family hot_potato
import "slices"

func HotPotato(names []string, count int) []string {
	circle := slices.Clone(names)
	var left []string
	place := 0
	for len(circle) > 0 {
		place = (place + count - 1) % len(circle)
		left = append(left, circle[place])
		circle = slices.Delete(circle, place, place+1)
	}
	return left //: what=order
	return left[max(len(left)-1, 0):] //: what=survivor
}
