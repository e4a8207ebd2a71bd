package solutions

//: family reachable
import (
	"maps"
	"slices"
)

type Link struct {
	First, Second string
}

func Reachable(links []Link, start string) []string {
	neighbours := make(map[string][]string)
	for _, link := range links {
		neighbours[link.First] = append(neighbours[link.First], link.Second)
		neighbours[link.Second] = append(neighbours[link.Second], link.First) //: direction=both
	}
	found := map[string]bool{start: true} //: itself=in
	found := make(map[string]bool) //: itself=cycle
	for waiting := []string{start}; len(waiting) > 0; {
		place := waiting[0]
		waiting = waiting[1:]
		for _, name := range neighbours[place] {
			if !found[name] {
				found[name] = true
				waiting = append(waiting, name)
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

//: family build_order
import (
	"errors"
	"maps"
	"slices"
)

var ErrCycle = errors.New("the needs form a cycle")

type Need struct {
	Name, Needed string
}

func BuildOrder(needs []Need) ([]string, error) {
	missing := make(map[string]map[string]bool)
	for _, need := range needs {
		for _, name := range []string{need.Name, need.Needed} {
			if missing[name] == nil {
				missing[name] = make(map[string]bool)
			}
		}
		missing[need.Name][need.Needed] = true
	}
	var order []string
	for len(missing) > 0 {
		var ready []string
		for name, needed := range missing {
			if len(needed) == 0 {
				ready = append(ready, name)
			}
		}
		if len(ready) == 0 {
			return nil, ErrCycle
		}
		chosen := slices.Min(ready) //: choice=first
		chosen := slices.Max(ready) //: choice=last
		order = append(order, chosen)
		delete(missing, chosen)
		for needed := range maps.Values(missing) {
			delete(needed, chosen)
		}
	}
	return order, nil
}

//: family build_stages
import (
	"errors"
	"slices"
)

var ErrCycle = errors.New("the needs form a cycle")

type Need struct {
	Name, Needed string
}

func BuildStages(needs []Need) ([][]string, error) {
	stage := make(map[string]int)
	for _, need := range needs {
		stage[need.Name] = 0
		stage[need.Needed] = 0
	}
	// Each round moves names behind what they wait for; without a cycle it ends in time.
	for changed, round := true, 0; changed; round++ {
		if round > len(stage) {
			return nil, ErrCycle
		}
		changed = false
		for _, need := range needs {
			before, after := need.Needed, need.Name //: when=early
			before, after := need.Name, need.Needed //: when=late
			if stage[after] <= stage[before] {
				stage[after] = stage[before] + 1
				changed = true
			}
		}
	}
	var stages [][]string
	for name, place := range stage {
		for len(stages) <= place {
			stages = append(stages, nil)
		}
		stages[place] = append(stages[place], name)
	}
	for _, names := range stages {
		slices.Sort(names)
	}
	slices.Reverse(stages) //: when=late
	return stages, nil
}

//: family has_cycle
type Link struct {
	First, Second string
}

func HasCycle(links []Link) bool {
	//: direction=directed
	targets := make(map[string][]string)
	for _, link := range links {
		targets[link.First] = append(targets[link.First], link.Second)
	}
	active, done := make(map[string]bool), make(map[string]bool)
	var visit func(string) bool
	visit = func(name string) bool {
		if active[name] || done[name] {
			return active[name]
		}
		active[name] = true
		for _, target := range targets[name] {
			if visit(target) {
				return true
			}
		}
		active[name], done[name] = false, true
		return false
	}
	for name := range targets {
		if visit(name) {
			return true
		}
	}
	return false
	//: direction=both
	parents := make(map[string]string)
	root := func(name string) string {
		for parent, ok := parents[name]; ok; parent, ok = parents[name] {
			name = parent
		}
		return name
	}
	for _, link := range links {
		first, second := root(link.First), root(link.Second)
		if first == second {
			return true
		}
		parents[first] = second
	}
	return false
	//: end
}

//: family groups
import (
	"cmp"
	"maps"
	"slices"
)

type Link struct {
	First, Second string
}

func Groups(links []Link) [][]string {
	leader := make(map[string]string)
	root := func(name string) string {
		for leader[name] != name {
			name = leader[name]
		}
		return name
	}
	for _, link := range links {
		for _, name := range []string{link.First, link.Second} {
			if _, ok := leader[name]; !ok {
				leader[name] = name
			}
		}
		leader[root(link.First)] = root(link.Second)
	}
	members := make(map[string][]string)
	for _, name := range slices.Sorted(maps.Keys(leader)) {
		members[root(name)] = append(members[root(name)], name)
	}
	return slices.SortedFunc(maps.Values(members), func(a, b []string) int {
		return cmp.Compare(a[0], b[0]) //: order=name
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0])) //: order=size
	})
}

//: family cheapest
type Road struct {
	Source, Target string
	Cost           int
}

func Cheapest(roads []Road, start, goal string) (int, bool) {
	best := map[string]int{start: 0}
	for changed := true; changed; {
		changed = false
		relax := func(source, target string, cost int) {
			soFar, ok := best[source]
			if !ok {
				return
			}
			sum := soFar + cost //: what=total
			sum := max(soFar, cost) //: what=worst
			if known, ok := best[target]; !ok || sum < known {
				best[target] = sum
				changed = true
			}
		}
		for _, road := range roads {
			relax(road.Source, road.Target, road.Cost)
			relax(road.Target, road.Source, road.Cost) //: direction=both
		}
	}
	cost, ok := best[goal]
	return cost, ok
}

//: family network_cost
import (
	"cmp"
	"errors"
	"slices"
)

type Cable struct {
	First, Second string
	Cost          int
}

func NetworkCost(cables []Cable) (int, error) {
	sorted := slices.SortedFunc(slices.Values(cables), func(a, b Cable) int {
		return cmp.Compare(a.Cost, b.Cost) //: which=min
		return cmp.Compare(b.Cost, a.Cost) //: which=max
	})
	leader := make(map[string]string)
	for _, cable := range cables {
		leader[cable.First] = cable.First
		leader[cable.Second] = cable.Second
	}
	root := func(name string) string {
		for leader[name] != name {
			name = leader[name]
		}
		return name
	}
	total, groups := 0, len(leader)
	for _, cable := range sorted {
		first, second := root(cable.First), root(cable.Second)
		if first != second {
			leader[first] = second
			total += cable.Cost
			groups--
		}
	}
	if groups > 1 {
		return 0, errors.New("not everything can be connected")
	}
	return total, nil
}

//: family mutual
import (
	"cmp"
	"maps"
	"slices"
)

type Pair struct {
	First, Second string
}

func Mutual(follows []Pair) []Pair {
	known := make(map[Pair]bool)
	for _, pair := range follows {
		known[pair] = true
	}
	found := make(map[Pair]bool)
	for pair := range known {
		//: what=both
		if pair.First < pair.Second && known[Pair{pair.Second, pair.First}] {
			found[pair] = true
		}
		//: what=unrequited
		if !known[Pair{pair.Second, pair.First}] {
			found[pair] = true
		}
		//: what=suggest
		for next := range known {
			further := Pair{pair.First, next.Second}
			linked := pair.Second == next.First && further.First != further.Second
			if linked && !known[further] {
				found[further] = true
			}
		}
		//: end
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Second, b.Second))
	})
}
