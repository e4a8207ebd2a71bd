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
