package solutions

//: family explain
import (
	"errors"
	"slices" //: what=inner
	"strings" //: what!=ends
)

func Explain(failure error) string {
	//: what=ends
	message := failure.Error()
	last := failure
	for cause := errors.Unwrap(failure); cause != nil; cause = errors.Unwrap(cause) {
		last = cause
	}
	if errors.Unwrap(failure) == nil {
		return message
	}
	return message + " (" + last.Error() + ")"
	//: what!=ends
	var messages []string
	for failure != nil {
		messages = append(messages, failure.Error())
		failure = errors.Unwrap(failure)
	}
	return strings.Join(messages, ": ") //: what=outer
	//: what=inner
	slices.Reverse(messages)
	return strings.Join(messages, " -> ")
	//: end
}

//: driver
type chained struct {
	message string
	cause   error
}

func (c chained) Error() string { return c.message }

func (c chained) Unwrap() error { return c.cause }

func Explained(messages []string) string {
	var failure error
	for i := len(messages) - 1; i >= 0; i-- {
		failure = chained{messages[i], failure}
	}
	return Explain(failure)
}

//: family retry_if
import "errors" //: exhausted=give_up

func RetryIf[T any](operation func() (T, error), attempts int, retryable func(error) bool) (T, error) {
	for range attempts - 1 {
		result, err := operation()
		if err == nil || !retryable(err) {
			return result, err
		}
	}
	return operation() //: exhausted=pass
	//: exhausted=give_up
	result, err := operation()
	if err != nil && retryable(err) {
		err = errors.New("gave up")
	}
	return result, err
	//: end
}

//: driver
type outcomeError string

func (e outcomeError) Error() string { return string(e) }

func Tries(outcomes []string, attempts int) (string, int, error) {
	calls := 0
	operation := func() (string, error) {
		calls++
		if calls <= len(outcomes) && outcomes[calls-1] != "ok" {
			return "", outcomeError(outcomes[calls-1])
		}
		return "done", nil
	}
	result, err := RetryIf(operation, attempts, func(err error) bool {
		return err.Error() == "busy"
	})
	return result, calls, err
}

//: family run_or_undo
func RunOrUndo(actions []func() error, undos []func()) error {
	for i, action := range actions {
		err := action()
		if err == nil {
			continue
		}
		//: scope=forward
		for _, undo := range undos[:i] {
			undo()
		}
		//: scope=reverse
		for j := i - 1; j >= 0; j-- {
			undos[j]()
		}
		//: scope=failed
		for j := i; j >= 0; j-- {
			undos[j]()
		}
		//: end
		return err
	}
	return nil
}

//: driver
import (
	"errors"
	"strings"
)

func Undone(steps []string) []string {
	var called []string
	var actions []func() error
	var undos []func()
	for _, name := range steps {
		actions = append(actions, func() error {
			called = append(called, name)
			if strings.HasPrefix(name, "x") {
				return errors.New(name + " failed")
			}
			return nil
		})
		undos = append(undos, func() { called = append(called, "undo "+name) })
	}
	if err := RunOrUndo(actions, undos); err != nil {
		called = append(called, err.Error())
	}
	return called
}

//: family run_every
import "fmt"

func RunEvery(jobs []func() error) (int, error) {
	called, failures := 0, 0
	for _, job := range jobs {
		called++
		if job() == nil {
			continue
		}
		failures++
		//: policy=two
		if failures == 2 {
			break
		}
		//: end
	}
	if failures > 0 {
		return 0, fmt.Errorf("%d of %d jobs failed", failures, called)
	}
	return called, nil
}

//: driver
import "errors"

func Ran(tasks []string) (int, error) {
	var jobs []func() error
	for _, name := range tasks {
		jobs = append(jobs, func() error {
			if name == "x" {
				return errors.New(name)
			}
			return nil
		})
	}
	return RunEvery(jobs)
}

//: family close_all
//: how=all
import (
	"errors"
	"slices"
	"strings"
)

//: how!=all
import "slices"

//: end
func CloseAll(closers []func() error) error {
	//: how=all
	var messages []string
	for _, close := range slices.Backward(closers) {
		if err := close(); err != nil {
			messages = append(messages, err.Error())
		}
	}
	if len(messages) == 0 {
		return nil
	}
	return errors.New(strings.Join(messages, "; "))
	//: how!=all
	var failure error
	for _, close := range slices.Backward(closers) {
		if err := close(); err != nil && failure == nil { //: how=first
		if err := close(); err != nil { //: how=last
			failure = err
		}
	}
	return failure
	//: end
}

//: driver
import "fmt"

func Closed(resources []string) []string {
	var called []string
	var closers []func() error
	for _, name := range resources {
		closers = append(closers, func() error {
			called = append(called, name)
			if name[0] == 'x' {
				return fmt.Errorf("%s is stuck", name)
			}
			return nil
		})
	}
	if err := CloseAll(closers); err != nil {
		called = append(called, "failed: "+err.Error())
	}
	return called
}

//: family error_budget
type BudgetSpentError struct{}

func (BudgetSpentError) Error() string {
	return "too many failures"
}

type ErrorBudget struct {
	left int //: rule=total
	left, limit int //: rule!=total
}

func NewErrorBudget(limit int) *ErrorBudget {
	return &ErrorBudget{limit} //: rule=total
	return &ErrorBudget{limit, limit} //: rule!=total
}

func (b *ErrorBudget) Record(ok bool) (int, error) {
	if ok {
		b.left = b.limit //: rule=row
		b.left = min(b.left+1, b.limit) //: rule=repay
		return b.left, nil
	}
	if b.left == 0 {
		return 0, BudgetSpentError{}
	}
	b.left--
	return b.left, nil
}

//: family time_to_success
import "errors"

type Try struct {
	Seconds int
	OK      bool
}

type DeadlineExceededError struct{}

func (DeadlineExceededError) Error() string {
	return "deadline exceeded"
}

func TimeToSuccess(tries []Try, pause, deadline int) (int, error) {
	now := 0
	for _, try := range tries {
		if now >= deadline { //: rule=start
		if now+try.Seconds > deadline { //: rule=end
			return 0, DeadlineExceededError{}
		}
		now += try.Seconds
		if try.OK {
			return now, nil
		}
		now += pause
	}
	return 0, errors.New("all tries failed")
}

//: family backoff_delays
import "errors"

func BackoffDelays(attempts, base, cap int) ([]int, error) {
	if attempts < 1 {
		return nil, errors.New("attempts must be at least 1")
	}
	delays := make([]int, attempts-1)
	delay := base //: growth!=fibonacci
	delay, following := base, base //: growth=fibonacci
	for i := range delays {
		delays[i] = min(delay, cap)
		delay *= 2 //: growth=doubled
		delay += base //: growth=linear
		delay, following = following, delay+following //: growth=fibonacci
	}
	return delays, nil
}

//: family retry_delay
import "strconv"

func RetryDelay(status int, header *string, attempt int) (int, bool) {
	switch {
	case status == 429 || status == 503:
		if header != nil {
			if seconds, err := strconv.ParseUint(*header, 10, 31); err == nil {
				return int(seconds), true
			}
		}
	case status < 500 || status > 599: //: others=server
	default: //: others=no
		return 0, false
	}
	return min(1<<min(attempt, 30), MOST), true
}

//: family retry_queue
import (
	"errors"
	"slices"
)

type RetryQueue struct {
	attempts      int
	waiting, dead []string
	working       map[string]bool
	failures      map[string]int
}

func NewRetryQueue(attempts int) *RetryQueue {
	return &RetryQueue{
		attempts: attempts,
		working:  make(map[string]bool),
		failures: make(map[string]int),
	}
}

func (q *RetryQueue) Add(name string) error {
	if _, known := q.failures[name]; known {
		return errors.New("added before")
	}
	q.failures[name] = 0
	q.waiting = append(q.waiting, name)
	return nil
}

func (q *RetryQueue) Next() (string, bool) {
	if len(q.waiting) == 0 {
		return "", false
	}
	name := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.working[name] = true
	return name, true
}

func (q *RetryQueue) Fail(name string) (bool, error) {
	if !q.working[name] {
		return false, errors.New("not handed out")
	}
	delete(q.working, name)
	q.failures[name]++
	if q.failures[name] == q.attempts {
		q.dead = append(q.dead, name)
		return false, nil
	}
	q.waiting = append(q.waiting, name) //: place=end
	q.waiting = slices.Insert(q.waiting, 0, name) //: place=front
	return true, nil
}

func (q *RetryQueue) Dead() []string {
	return slices.Clone(q.dead)
}
