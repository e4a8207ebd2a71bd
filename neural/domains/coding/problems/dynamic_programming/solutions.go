package solutions

//: family hop_ways
func HopWays(stones string) int {
	ways := make([]int, len(stones)+2)
	ways[0] = 1
	for i := 1; i < len(ways); i++ {
		if i <= len(stones) && stones[i-1] == '.' {
			continue
		}
		for _, hop := range []int{1, 2} { //: hops=short
		for _, hop := range []int{1, 2, 3} { //: hops=long
		for _, hop := range []int{1, 3} { //: hops=odd
			if hop <= i {
				ways[i] += ways[i-hop]
			}
		}
	}
	return ways[len(ways)-1]
}

//: family closest_sum
//: what=below
func ClosestSum(numbers []int, target int) int {
	reached := make([]bool, target+1)
	reached[0] = true
	for _, number := range numbers {
		for sum := target; sum >= number; sum-- {
			reached[sum] = reached[sum] || reached[sum-number]
		}
	}
	best := target
	for !reached[best] {
		best--
	}
	return best
}
//: what=nearest
func ClosestSum(numbers []int, target int) int {
	all := 0
	for _, number := range numbers {
		all += number
	}
	reached := make([]bool, all+1)
	reached[0] = true
	for _, number := range numbers {
		for sum := all; sum >= number; sum-- {
			reached[sum] = reached[sum] || reached[sum-number]
		}
	}
	best := 0
	for sum, ok := range reached {
		if ok && distance(sum, target) < distance(best, target) {
			best = sum
		}
	}
	return best
}

func distance(a, b int) int {
	return max(a, b) - min(a, b)
}
//: end

//: family fair_split
func FairSplit(weights []int) int {
	total := 0
	for _, weight := range weights {
		total += weight
	}
	//: counts=any
	reached := make([]bool, total+1)
	reached[0] = true
	for _, weight := range weights {
		for sum := total; sum >= weight; sum-- {
			reached[sum] = reached[sum] || reached[sum-weight]
		}
	}
	half := total / 2
	for !reached[half] {
		half--
	}
	return total - 2*half
	//: counts=equal
	sums := make([]map[int]bool, len(weights)+1) // by the number of things
	for i := range sums {
		sums[i] = make(map[int]bool)
	}
	sums[0][0] = true
	for i, weight := range weights {
		for count := i; count >= 0; count-- {
			for sum := range sums[count] {
				sums[count+1][sum+weight] = true
			}
		}
	}
	best := total
	for sum := range sums[len(weights)/2] {
		best = min(best, max(total-2*sum, 2*sum-total))
	}
	return best
	//: end
}

//: family segmentations
import "strings"

func Segmentations(text string, words map[string]bool) int {
	//: what=ways
	ways := make([]int, len(text)+1)
	ways[len(text)] = 1
	for start := len(text) - 1; start >= 0; start-- {
		for word := range words {
			if strings.HasPrefix(text[start:], word) {
				ways[start] += ways[start+len(word)]
			}
		}
	}
	return ways[0]
	//: what=fewest
	fewest := make([]int, len(text)+1)
	for start := len(text) - 1; start >= 0; start-- {
		fewest[start] = -1
		for word := range words {
			if !strings.HasPrefix(text[start:], word) {
				continue
			}
			rest := fewest[start+len(word)]
			if rest >= 0 && (fewest[start] < 0 || rest+1 < fewest[start]) {
				fewest[start] = rest + 1
			}
		}
	}
	return fewest[0]
	//: end
}

//: family longest_common
//: what=part
import "strings"

//: end
func LongestCommon(left, right string) string {
	//: what=part
	best := ""
	for start := range left {
		for end := start + 1; end <= len(left); end++ {
			part := left[start:end]
			if strings.Contains(right, part) && better(part, best) {
				best = part
			}
		}
	}
	return best
	//: what=sequence
	rows := make([][]string, len(left)+1)
	rows[0] = make([]string, len(right)+1)
	for i := range len(left) {
		rows[i+1] = make([]string, len(right)+1)
		for j := range len(right) {
			found := rows[i][j+1]
			if better(rows[i+1][j], found) {
				found = rows[i+1][j]
			}
			if left[i] == right[j] && better(rows[i][j]+left[i:i+1], found) {
				found = rows[i][j] + left[i:i+1]
			}
			rows[i+1][j+1] = found
		}
	}
	return rows[len(left)][len(right)]
	//: end
}

func better(one, other string) bool {
	return len(one) > len(other) || len(one) == len(other) && one < other
}

//: family align_score
import "slices" //: parts=inside

func AlignScore(left, right string) int {
	above := make([]int, len(right)+1)
	//: parts=whole
	for j := range above {
		above[j] = -2 * j
	}
	//: parts=local
	best := 0
	//: end
	for i := range len(left) {
		row := make([]int, len(right)+1)
		row[0] = -2 * (i + 1) //: parts!=local
		for j := range len(right) {
			match := above[j] - 1
			if left[i] == right[j] {
				match = above[j] + 2
			}
			row[j+1] = max(match, above[j+1]-2, row[j]-2) //: parts!=local
			//: parts=local
			row[j+1] = max(match, above[j+1]-2, row[j]-2, 0)
			best = max(best, row[j+1])
			//: end
		}
		above = row
	}
	return above[len(right)] //: parts=whole
	return best //: parts=local
	return slices.Max(above) //: parts=inside
}

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

//: family cut_value
func CutValue(length int, prices map[int]int) int {
	best := make([]int, length+1)
	for piece, price := range prices {
		for size := piece; size <= length; size++ { //: uses=many
		for size := length; size >= piece; size-- { //: uses=once
			best[size] = max(best[size], best[size-piece]+price)
		}
	}
	return best[length]
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

//: family partitions
func Partitions(number, largest int) int {
	ways := make([]int, number+1)
	ways[0] = 1
	for part := 1; part <= largest; part++ { //: rule!=odd
	for part := 1; part <= largest; part += 2 { //: rule=odd
		for total := part; total <= number; total++ { //: rule!=distinct
		for total := number; total >= part; total-- { //: rule=distinct
			ways[total] += ways[total-part]
		}
	}
	return ways[number]
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

//: family readings
import "strconv"

func Readings(digits string) int {
	ways := make([]int, len(digits)+1)
	ways[0] = 1
	for end := 1; end <= len(digits); end++ {
		for number := 1; number <= HIGHEST; number++ {
			letter := strconv.Itoa(number)
			start := end - len(letter)
			if start >= 0 && fits(digits[start:end], letter) { //: unknown=star
			if start >= 0 && digits[start:end] == letter { //: unknown=none
				ways[end] += ways[start]
			}
		}
	}
	return ways[len(digits)]
}
//: unknown=star

func fits(part, letter string) bool {
	for i := range len(letter) {
		if part[i] != letter[i] && (part[i] != '*' || letter[i] == '0') {
			return false
		}
	}
	return true
}
//: end

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

//: family dice_ways
func DiceWays(sides []int, target int) int {
	//: goal!=highest
	ways := []int{1} // by the sum of the dice
	for _, side := range sides {
		rolled := make([]int, len(ways)+side)
		for total, count := range ways {
			for face := 1; face <= side; face++ {
				rolled[total+face] += count
			}
		}
		ways = rolled
	}
	//: goal=exactly
	if target < len(ways) {
		return ways[target]
	}
	return 0
	//: goal=least
	sum := 0
	for total, count := range ways {
		if total >= target {
			sum += count
		}
	}
	return sum
	//: goal=highest
	if len(sides) == 0 || target == 0 {
		if len(sides) == target {
			return 1
		}
		return 0
	}
	upTo, below := 1, 1
	for _, side := range sides {
		upTo *= min(side, target)
		below *= min(side, target-1)
	}
	return upTo - below
	//: end
}

//: family mirror_parts
func MirrorParts(text string) int {
	size := len(text)
	//: what=letters
	removed := make([][]int, size+1)
	for start := size; start >= 0; start-- {
		removed[start] = make([]int, size+1)
		for end := start + 2; end <= size; end++ {
			if text[start] == text[end-1] {
				removed[start][end] = removed[start+1][end-1]
			} else {
				removed[start][end] = 1 + min(removed[start+1][end], removed[start][end-1])
			}
		}
	}
	return removed[0][size]
	//: what!=letters
	mirrored := make([][]bool, size+1) // by start and end
	for start := size; start >= 0; start-- {
		mirrored[start] = make([]bool, size+1)
		for end := start; end <= size; end++ {
			mirrored[start][end] = end-start < 2 ||
				text[start] == text[end-1] && mirrored[start+1][end-1]
		}
	}
	//: what=count
	count := 0
	for start := range size {
		for end := start + 1; end <= size; end++ {
			if mirrored[start][end] {
				count++
			}
		}
	}
	return count
	//: what=fewest
	fewest := make([]int, size+1)
	for end := 1; end <= size; end++ {
		fewest[end] = end
		for start := range end {
			if mirrored[start][end] {
				fewest[end] = min(fewest[end], fewest[start]+1)
			}
		}
	}
	return fewest[size]
	//: end
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

//: family bracket_ways
//: limit=exact
func BracketWays(pairs, depth int) int {
	if depth == 0 {
		return upTo(pairs, 0)
	}
	return upTo(pairs, depth) - upTo(pairs, depth-1)
}

func upTo(pairs, depth int) int {
//: limit=most
func BracketWays(pairs, depth int) int {
//: end
	ways := make([]int, depth+2) // by the number of brackets that are open
	ways[0] = 1
	for range 2 * pairs {
		longer := make([]int, depth+2)
		for open := range depth + 1 {
			longer[open] = ways[open+1]
			if open > 0 {
				longer[open] += ways[open-1]
			}
		}
		ways = longer
	}
	return ways[0]
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

//: family count_shapes
//: what=largest
import "slices"

//: end
func CountShapes(rows []string) int {
	//: what!=frames
	above := make([]int, len(rows[0])+1) // sides of the squares that end at each place
	result := 0
	for _, row := range rows {
		sides := make([]int, len(row)+1)
		for i := range row {
			if row[i] == '#' {
				sides[i+1] = min(above[i], above[i+1], sides[i]) + 1
			}
			result += sides[i+1] //: what=all
		}
		result = max(result, slices.Max(sides)) //: what=largest
		above = sides
	}
	return result
	//: what=frames
	width := len(rows[0])
	for side := min(len(rows), width); side > 0; side-- {
		for row := range len(rows) - side + 1 {
			for column := range width - side + 1 {
				if framed(rows, row, column, side) {
					return side
				}
			}
		}
	}
	return 0
	//: end
}
//: what=frames

func framed(rows []string, row, column, side int) bool {
	right, bottom := column+side-1, row+side-1
	for i := range side {
		if rows[row][column+i] != '#' || rows[bottom][column+i] != '#' ||
			rows[row+i][column] != '#' || rows[row+i][right] != '#' {
			return false
		}
	}
	return true
}
//: end
