package solutions

//: family rotated
func Rotated(matrix [][]int) [][]int {
	if len(matrix) == 0 {
		return nil
	}
	height, width := len(matrix), len(matrix[0])
	result := make([][]int, width) //: how=right|left
	result := make([][]int, height) //: how=half|mirror
	for i := range result {
		result[i] = make([]int, height) //: how=right|left
		result[i] = make([]int, width) //: how=half|mirror
		for j := range result[i] {
			result[i][j] = matrix[height-1-j][i] //: how=right
			result[i][j] = matrix[j][width-1-i] //: how=left
			result[i][j] = matrix[height-1-i][width-1-j] //: how=half
			result[i][j] = matrix[i][width-1-j] //: how=mirror
		}
	}
	return result
}

//: family multiply
import "errors"

func Multiply(left, right [][]int) ([][]int, error) {
	if len(left[0]) != len(right) { //: product=matrix
	if len(left) != len(right) || len(left[0]) != len(right[0]) { //: product=element
		return nil, errors.New("sizes do not fit")
	}
	result := make([][]int, len(left))
	for i := range result {
		result[i] = make([]int, len(right[0]))
		for j := range result[i] {
			//: product=matrix
			for k := range right {
				result[i][j] += left[i][k] * right[k][j]
			}
			//: product=element
			result[i][j] = left[i][j] * right[i][j]
			//: end
		}
	}
	return result, nil
}

//: family spiral
func Spiral(matrix [][]int) []int {
	if len(matrix) == 0 {
		return nil
	}
	height, width := len(matrix), len(matrix[0])
	var found []int
	seen := make(map[[2]int]bool)
	row, column := 0, 0
	dr, dc := 0, 1 //: start=right
	dr, dc := 1, 0 //: start=down
	free := func(row, column int) bool {
		inside := row >= 0 && row < height && column >= 0 && column < width
		return inside && !seen[[2]int{row, column}]
	}
	for range height * width {
		found = append(found, matrix[row][column])
		seen[[2]int{row, column}] = true
		if !free(row+dr, column+dc) {
			dr, dc = dc, -dr //: start=right
			dr, dc = -dc, dr //: start=down
		}
		row, column = row+dr, column+dc
	}
	return found
}

//: family line_sums
func LineSums(matrix [][]int) []int {
	n := len(matrix)
	//: line!=diagonal
	sums := make([]int, n)
	//: line=diagonal
	if n == 0 {
		return nil
	}
	sums := make([]int, 2*n-1)
	//: end
	for i, row := range matrix { //: line!=column
	for _, row := range matrix { //: line=column
		for j, number := range row { //: line!=row
		for _, number := range row { //: line=row
			sums[i] += number //: line=row
			sums[j] += number //: line=column
			sums[j-i+n-1] += number //: line=diagonal
		}
	}
	return sums
}

//: family winner
func Winner(board []string) (string, bool) {
	lines := [][3]int{
		{0, 1, 2}, {3, 4, 5}, {6, 7, 8},
		{0, 3, 6}, {1, 4, 7}, {2, 5, 8},
		{0, 4, 8}, {2, 4, 6}, //: counted=all
	}
	for _, player := range []byte("XO") {
		for _, line := range lines {
			count := 0
			for _, place := range line {
				if board[place/3][place%3] == player {
					count++
				}
			}
			if count == 3 {
				return string(player), true
			}
		}
	}
	return "", false
}

//: family life
func Life(rows []string) []string {
	height, width := len(rows), len(rows[0])
	alive := func(row, column int) bool {
		//: edge=torus
		return rows[(row+height)%height][(column+width)%width] == '#'
		//: edge=dead
		inside := row >= 0 && row < height && column >= 0 && column < width
		return inside && rows[row][column] == '#'
		//: end
	}
	next := make([]string, height)
	for row := range height {
		line := make([]byte, width)
		for column := range width {
			count := 0
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					if (dr != 0 || dc != 0) && alive(row+dr, column+dc) {
						count++
					}
				}
			}
			line[column] = '.'
			if count == 3 || count == 2 && alive(row, column) {
				line[column] = '#'
			}
		}
		next[row] = string(line)
	}
	return next
}

//: family minesweeper
func Minesweeper(rows []string) []string {
	shown := make([]string, len(rows))
	for row, line := range rows {
		cells := []byte(line)
		for column := range cells {
			if cells[column] == '#' {
				continue
			}
			count := 0
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					if mine(rows, row+dr, column+dc) { //: near=eight
					if (dr == 0 || dc == 0) && mine(rows, row+dr, column+dc) { //: near=four
						count++
					}
				}
			}
			cells[column] = byte('0' + count)
			//: zero=space
			if count == 0 {
				cells[column] = ' '
			}
			//: end
		}
		shown[row] = string(cells)
	}
	return shown
}

func mine(rows []string, row, column int) bool {
	inside := row >= 0 && row < len(rows) && column >= 0 && column < len(rows[0])
	return inside && rows[row][column] == '#'
}

//: family count_paths
func CountPaths(rows []string) int {
	width := len(rows[0])
	ways := make([]int, width)
	ways[0] = 1
	//: steps=two
	for _, row := range rows {
		for column := range width {
			if column > 0 {
				ways[column] += ways[column-1]
			}
			if row[column] == '#' {
				ways[column] = 0
			}
		}
	}
	//: steps=three
	for place, row := range rows {
		diagonal := 0
		for column := range width {
			above := ways[column]
			if column > 0 {
				ways[column] += ways[column-1] + diagonal
			}
			if row[column] == '#' {
				ways[column] = 0
			}
			if place > 0 {
				diagonal = above
			}
		}
	}
	//: end
	return ways[width-1]
}

//: family path_sum
import "slices"

func PathSum(matrix [][]int) int {
	sums := slices.Clone(matrix[0])
	//: steps=two
	for i := 1; i < len(sums); i++ {
		sums[i] += sums[i-1]
	}
	for _, row := range matrix[1:] {
		sums[0] += row[0]
		for i := 1; i < len(sums); i++ {
			sums[i] = row[i] + min(sums[i], sums[i-1]) //: best=min and steps=two
			sums[i] = row[i] + max(sums[i], sums[i-1]) //: best=max and steps=two
		//: steps=two
		}
	}
	return sums[len(sums)-1]
	//: steps=rows
	for _, row := range matrix[1:] {
		before := slices.Clone(sums)
		for i, number := range row {
			near := before[max(i-1, 0):min(i+2, len(before))]
			sums[i] = number + slices.Min(near) //: best=min and steps=rows
			sums[i] = number + slices.Max(near) //: best=max and steps=rows
		//: steps=rows
		}
	}
	return slices.Min(sums) //: best=min and steps=rows
	return slices.Max(sums) //: best=max and steps=rows
	//: end
}

//: family edit_distance
func EditDistance(source, target string) int {
	above := make([]int, len(target)+1)
	for j := range above {
		above[j] = j
	}
	for i := range len(source) {
		steps := make([]int, len(target)+1)
		steps[0] = i + 1
		for j := range len(target) {
			if source[i] == target[j] {
				steps[j+1] = above[j]
			} else {
				steps[j+1] = 1 + min(above[j+1], steps[j]) //: more=only
				steps[j+1] = 1 + min(above[j+1], steps[j], above[j]) //: more=replace
			}
		}
		above = steps
	}
	return above[len(target)]
}

//: family knapsack
type Item struct {
	Weight, Value int
}

func Knapsack(items []Item, capacity int) int {
	best := make([]int, capacity+1)
	for _, item := range items {
		for room := capacity; room >= item.Weight; room-- { //: often=once
		for room := item.Weight; room <= capacity; room++ { //: often=any
			best[room] = max(best[room], best[room-item.Weight]+item.Value)
		}
	}
	return best[capacity]
}

//: family best_run
//: empty=allowed
func BestRun(values []int) int {
	best, current := 0, 0
	for _, value := range values {
		current = max(current+value, 0)
		best = max(best, current)
	}
	return best
}
//: empty=one
import "errors"

func BestRun(values []int) (int, error) {
	if len(values) == 0 {
		return 0, errors.New("no values")
	}
	best, current := values[0], values[0]
	for _, value := range values[1:] {
		current = max(current+value, value)
		best = max(best, current)
	}
	return best, nil
}
//: end

//: family longest_rise
//: kind!=run
import "slices"

//: end
func LongestRise(values []int) int {
	//: kind!=run
	var tails []int // the smallest last element of a sequence of each length
	for _, value := range values {
		place, _ := slices.BinarySearch(tails, value) //: kind=subsequence
		place, _ := slices.BinarySearch(tails, value+1) //: kind=weak
		//: kind!=run
		if place == len(tails) {
			tails = append(tails, value)
		} else {
			tails[place] = value
		}
	}
	return len(tails)
	//: kind=run
	longest, length := 0, 0
	for i, value := range values {
		if i > 0 && values[i-1] < value {
			length++
		} else {
			length = 1
		}
		longest = max(longest, length)
	}
	return longest
	//: end
}

//: family coin_ways
func CoinWays(total int, coins []int) int {
	//: what=ways
	ways := make([]int, total+1)
	ways[0] = 1
	for _, coin := range coins {
		for amount := coin; amount <= total; amount++ {
			ways[amount] += ways[amount-coin]
		}
	}
	return ways[total]
	//: what=orders
	ways := make([]int, total+1)
	ways[0] = 1
	for amount := 1; amount <= total; amount++ {
		for _, coin := range coins {
			if coin <= amount {
				ways[amount] += ways[amount-coin]
			}
		}
	}
	return ways[total]
	//: what=fewest
	fewest := make([]int, total+1)
	for amount := 1; amount <= total; amount++ {
		fewest[amount] = -1
		for _, coin := range coins {
			if coin > amount || fewest[amount-coin] < 0 {
				continue
			}
			if count := fewest[amount-coin] + 1; fewest[amount] < 0 || count < fewest[amount] {
				fewest[amount] = count
			}
		}
	}
	return fewest[total]
	//: end
}
