package solutions

//: family limit_calls
func LimitCalls(action func(int) int, count int) func(int) int { //: later!=none
func LimitCalls(action func(int) int, count int) func(int) *int { //: later=none
	//: later=same
	last := 0
	return func(argument int) int {
		if count > 0 {
			count--
			last = action(argument)
		}
		return last
	}
	//: later=first
	calls, first := 0, 0
	return func(argument int) int {
		if calls == count {
			return first
		}
		calls++
		result := action(argument)
		if calls == 1 {
			first = result
		}
		return result
	}
	//: later=none
	return func(argument int) *int {
		if count == 0 {
			return nil
		}
		count--
		result := action(argument)
		return &result
	}
	//: end
}

//: driver
type calledOutcome struct {
	Results []int //: later!=none
	Results []*int //: later=none
	Calls   int
}

func Called(inputs []int, count int) calledOutcome {
	calls := 0
	limited := LimitCalls(func(value int) int {
		calls++
		return value * value
	}, count)
	results := []int{} //: later!=none
	results := []*int{} //: later=none
	for _, value := range inputs {
		results = append(results, limited(value))
	}
	return calledOutcome{results, calls}
}

//: family bind
import "slices"

func Bind(action func(...string) string, given []string) func(...string) string {
	fixed := slices.Clone(given)
	return func(own ...string) string {
		return action(slices.Concat(fixed, own)...) //: order=front
		return action(slices.Concat(own, fixed)...) //: order=back
		//: order=holes
		filled := slices.Clone(fixed)
		for i, text := range filled {
			if text == "_" && len(own) > 0 {
				filled[i] = own[0]
				own = own[1:]
			}
		}
		return action(append(filled, own...)...)
		//: end
	}
}

//: driver
import "strings"

func Bound(given, later []string) string {
	mine := slices.Clone(given)
	made := Bind(func(texts ...string) string { return strings.Join(texts, ".") }, mine)
	for i := range mine {
		mine[i] = "changed"
	}
	return made(later...)
}

//: family scan_right
import "slices"

func ScanRight[T, R any](items []T, start R, combine func(T, R) R) []R {
	results := []R{start} //: what!=items
	results := []R{} //: what=items
	after := start
	for _, item := range slices.Backward(items) {
		after = combine(item, after)
		results = append(results, after)
	}
	slices.Reverse(results) //: what!=backwards
	return results
}

//: driver
func Scanned(values []int, start int) []int {
	return ScanRight(values, start, func(item, after int) int { return item - after })
}

//: family layered
import "slices" //: order=first

type Respond func(request string) string

type Layer func(request string, next Respond) string

func Layered(layers []Layer, handler Respond) Respond {
	for _, layer := range slices.Backward(layers) { //: order=first
	for _, layer := range layers { //: order=last
		next := handler
		handler = func(request string) string { return layer(request, next) }
	}
	return handler
}

//: driver
func Handled(layers []string, request string) []string {
	log := []string{}
	made := []Layer{}
	for _, name := range layers {
		made = append(made, func(request string, next Respond) string {
			log = append(log, name+" gets "+request)
			if name == "stop" {
				return "stopped"
			}
			answer := next(request + "+" + name)
			log = append(log, name+" sees "+answer)
			return answer
		})
	}
	handle := Layered(made, func(request string) string { return "<" + request + ">" })
	answer := handle(request)
	return append(log, answer)
}

//: family lazily
func Lazily[T any](compute func() (T, error)) func() (T, error) {
	var result T
	var failure error
	done := false
	failures := 0 //: afterwards=twice
	return func() (T, error) {
		if !done {
			result, failure = compute()
			done = failure == nil //: afterwards=again
			done = true //: afterwards=kept
			//: afterwards=twice
			failures++
			done = failure == nil || failures == 2
			//: end
		}
		return result, failure
	}
}

//: driver
import "fmt"

func Reads(failures, count int) ([]string, int) {
	calls := 0
	read := Lazily(func() (string, error) {
		calls++
		if calls <= failures {
			return "", fmt.Errorf("failure %d", calls)
		}
		return fmt.Sprintf("result %d", calls), nil
	})
	seen := []string{}
	for range count {
		result, err := read()
		if err != nil {
			result = err.Error()
		}
		seen = append(seen, result)
	}
	return seen, calls
}

//: family throttle
func Throttle(action func(int) int, gap int) func(int) (int, bool) {
	last, called := 0, false
	return func(now int) (int, bool) {
		early := called && now-last < gap
		//: since=call
		last, called = now, true
		if early {
			return 0, false
		}
		//: since=action
		if early {
			return 0, false
		}
		last, called = now, true
		//: end
		return action(now), true
	}
}

//: driver
func Throttled(times []int, gap int) []*int {
	call := Throttle(func(time int) int { return 10 * time }, gap)
	results := []*int{}
	for _, time := range times {
		if result, ok := call(time); ok {
			results = append(results, &result)
		} else {
			results = append(results, nil)
		}
	}
	return results
}

//: family make_namer
import "fmt"

func MakeNamer() func(kind string) string {
	counts := make(map[string]int) //: numbers=each
	count := 0 //: numbers!=each
	last := "" //: numbers=runs
	return func(kind string) string {
		//: numbers=each
		counts[kind]++
		return fmt.Sprintf("%s-%d", kind, counts[kind])
		//: numbers=shared
		count++
		return fmt.Sprintf("%s-%d", kind, count)
		//: numbers=runs
		if count == 0 || kind != last {
			last, count = kind, 0
		}
		count++
		return fmt.Sprintf("%s-%d", kind, count)
		//: end
	}
}

//: driver
func GivenNames(kinds []string) []string {
	first, other := MakeNamer(), MakeNamer()
	names := []string{}
	for _, kind := range kinds {
		other(kind)
		other("other")
		names = append(names, first(kind))
	}
	return names
}
