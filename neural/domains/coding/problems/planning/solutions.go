package solutions

//: family spaced_sum
func SpacedSum(values []int) int {
	//: shape=row
	without, best := 0, 0
	for _, value := range values {
		without, best = best, max(best, without+value)
	}
	return best
	//: shape=pairs
	half := len(values) / 2
	none, upper, lower := 0, 0, 0
	for i, above := range values[:half] {
		below := values[half+i]
		none, upper, lower = max(none, upper, lower), max(none, lower)+above, max(none, upper)+below
	}
	return max(none, upper, lower)
	//: shape=ring
	switch len(values) {
	case 0:
		return 0
	case 1:
		return max(0, values[0])
	}
	return max(inRow(values[1:]), inRow(values[:len(values)-1]))
}

func inRow(values []int) int {
	without, best := 0, 0
	for _, value := range values {
		without, best = best, max(best, without+value)
	}
	return best
	//: end
}

//: family best_profit
import "math"

func BestProfit(prices []int) int {
	const never = math.MinInt / 2
	//: rule=twice
	first, firstSold, second, secondSold := never, 0, never, 0
	for _, price := range prices {
		secondSold = max(secondSold, second+price)
		second = max(second, firstSold-price)
		firstSold = max(firstSold, first+price)
		first = max(first, -price)
	}
	return max(firstSold, secondSold)
	//: rule=pause
	holding, justSold, free := never, never, 0
	for _, price := range prices {
		holding, justSold, free = max(holding, free-price), holding+price, max(free, justSold)
	}
	return max(justSold, free)
	//: rule=fee
	holding, free := never, 0
	for _, price := range prices {
		holding, free = max(holding, free-price), max(free, holding+price-2)
	}
	return free
	//: end
}

//: family merge_cost
func MergeCost(piles []int) int {
	count := len(piles)
	sums := make([]int, count+1)
	for i, pile := range piles {
		sums[i+1] = sums[i] + pile
	}
	costs := make([][]int, count+1)
	for start := count; start >= 0; start-- {
		costs[start] = make([]int, count+1)
		for end := start + 2; end <= count; end++ {
			best := -1
			for middle := start + 1; middle < end; middle++ {
				left, right := sums[middle]-sums[start], sums[end]-sums[middle]
				cost := costs[start][middle] + costs[middle][end]
				cost += left + right //: price=sum
				cost += max(left, right) //: price=larger
				cost += left * right //: price=product
				if best < 0 || cost < best {
					best = cost
				}
			}
			costs[start][end] = best
		}
	}
	return costs[0][count]
}

//: family best_jobs
import (
	"cmp"
	"slices"
	"sort"
)

type Job struct {
	Start, End, Pay int
}

func BestJobs(jobs []Job) int {
	sorted := slices.SortedFunc(slices.Values(jobs), func(a, b Job) int {
		return cmp.Compare(a.End, b.End)
	})
	best := make([]int, len(sorted)+1)
	for i, job := range sorted {
		before := sort.Search(i, func(j int) bool { return sorted[j].End > job.Start }) //: last=excluded
		before := sort.Search(i, func(j int) bool { return sorted[j].End >= job.Start }) //: last=included
		best[i+1] = max(best[i], best[before]+job.Pay)
	}
	return best[len(sorted)]
}

//: family paint_cost
import (
	"errors"
	"slices"
)

const never = 1 << 30

func PaintCost(costs [][]int) (int, error) {
	if len(costs) == 0 {
		return 0, nil
	}
	//: street=row
	best := costs[0]
	for _, row := range costs[1:] {
		best = next(best, row)
	}
	lowest := cheapest(best, -1)
	//: street=ring
	if len(costs) == 1 {
		return slices.Min(costs[0]), nil
	}
	lowest := never
	for colour, cost := range costs[0] {
		best := slices.Repeat([]int{never}, len(costs[0]))
		best[colour] = cost
		for _, row := range costs[1:] {
			best = next(best, row)
		}
		lowest = min(lowest, cheapest(best, colour))
	}
	//: end
	if lowest >= never {
		return 0, errors.New("not enough colours")
	}
	return lowest, nil
}

// next returns the lowest costs up to a house, by its colour.
func next(best, row []int) []int {
	costs := slices.Clone(row)
	for colour := range costs {
		costs[colour] += cheapest(best, colour)
	}
	return costs
}

func cheapest(best []int, without int) int {
	lowest := never
	for colour, cost := range best {
		if colour != without {
			lowest = min(lowest, cost)
		}
	}
	return lowest
}

//: family raggedness
import "errors"

func Raggedness(lengths []int, width int) (int, error) {
	count := len(lengths)
	costs := make([]int, count+1) // of the words from a place on
	for start := count - 1; start >= 0; start-- {
		if lengths[start] > width {
			return 0, errors.New("a word is too long")
		}
		costs[start] = -1
		left := width + 1
		for end := start + 1; end <= count; end++ {
			left -= lengths[end-1] + 1
			if left < 0 {
				break
			}
			cost := costs[end] + left*left
			//: last=free
			if end == count {
				cost = 0
			}
			//: end
			if costs[start] < 0 || cost < costs[start] {
				costs[start] = cost
			}
		}
	}
	return costs[0], nil
}

//: family game_margin
func GameMargin(values []int) int {
	//: move=front
	margins := make([]int, len(values)+1) // of the values from a place on
	for start := len(values) - 1; start >= 0; start-- {
		taken := values[start]
		margins[start] = taken - margins[start+1]
		for end := start + 2; end <= min(start+3, len(values)); end++ {
			taken += values[end-1]
			margins[start] = max(margins[start], taken-margins[end])
		}
	}
	return margins[0]
	//: move!=front
	count := len(values)
	margins := make([][]int, count+1) // by start and end
	for start := count; start >= 0; start-- {
		margins[start] = make([]int, count+1)
		for end := start + 1; end <= count; end++ {
			left := values[start] - margins[start+1][end]
			right := values[end-1] - margins[start][end-1]
			best := max(left, right)
			//: move=same
			if end-start > 1 {
				best = max(best, values[start]+values[start+1]-margins[start+2][end])
			}
			//: move!=front
			margins[start][end] = best
		}
	}
	return margins[0][count]
	//: end
}

//: family can_win
func CanWin(stones int, moves []int) bool {
	wins := make([]bool, stones+1)
	for count := range wins {
		wins[count] = true //: result=wins
		//: result=loses
		for _, move := range moves {
			if move <= count && !wins[count-move] {
				wins[count] = true
			}
		}
		//: result=wins
		for _, move := range moves {
			if move <= count && !wins[count-move] {
				wins[count] = true
				break
			}
			if move <= count {
				wins[count] = false
			}
		}
		//: end
	}
	return wins[stones]
}

//: family travel_cost
//: span=rolling
func TravelCost(days []int, single, weekly int) int {
	costs := make([]int, len(days)+1) // of the days from a place on
	next := len(days)
	for i := len(days) - 1; i >= 0; i-- {
		for days[next-1] >= days[i]+7 {
			next--
		}
		costs[i] = min(single+costs[i+1], weekly+costs[next])
	}
	return costs[0]
}
//: span=calendar
func TravelCost(days []int, single, weekly int) int {
	weeks := make(map[int]int)
	for _, day := range days {
		weeks[(day-1)/7] += single
	}
	total := 0
	for _, cost := range weeks {
		total += min(cost, weekly)
	}
	return total
}
//: end

//: family fill_truck
import "slices"

type Crate struct {
	Weight, Value, Count int
}

func FillTruck(crates []Crate, capacity int) int {
	best := slices.Repeat([]int{-1}, capacity+1) // by the weight of a load
	best[0] = 0
	for _, crate := range crates {
		//: count=stock
		for range crate.Count {
			for total := capacity; total >= crate.Weight; total-- {
				if before := best[total-crate.Weight]; before >= 0 {
					best[total] = max(best[total], before+crate.Value)
				}
			}
		}
		//: count=set
		weight, value := crate.Weight*crate.Count, crate.Value*crate.Count
		for total := capacity; total >= weight; total-- {
			if before := best[total-weight]; before >= 0 {
				best[total] = max(best[total], before+value)
			}
		}
		//: end
	}
	return slices.Max(best) //: load=most
	return best[capacity] //: load=exact
}

//: family assembly_time
import "math" //: start=upper

func AssemblyTime(upper, lower []int, change int) int {
	if len(upper) == 0 {
		return 0
	}
	above, below := upper[0], lower[0] //: start=either
	above, below := upper[0], math.MaxInt/2 //: start=upper
	for i := 1; i < len(upper); i++ {
		above, below = min(above, below+change)+upper[i], min(below, above+change)+lower[i]
	}
	return min(above, below)
}
