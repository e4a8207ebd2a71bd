package solutions

//: family shortest_path
type cell struct {
	row, column int
}

func ShortestPath(grid []string) (int, bool) {
	goal := cell{len(grid) - 1, len(grid[0]) - 1}
	free := func(at cell) bool {
		return at.row >= 0 && at.row < len(grid) &&
			at.column >= 0 && at.column < len(grid[0]) &&
			grid[at.row][at.column] == '.'
	}
	seen := make(map[cell]bool)
	front := []cell{{0, 0}}
	for steps := 0; len(front) > 0; steps++ {
		var next []cell
		for _, at := range front {
			if !free(at) || seen[at] {
				continue
			}
			if at == goal {
				return steps, true
			}
			seen[at] = true
			//: moves=four
			next = append(next,
				cell{at.row - 1, at.column}, cell{at.row + 1, at.column},
				cell{at.row, at.column - 1}, cell{at.row, at.column + 1})
			//: moves=eight
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					next = append(next, cell{at.row + dr, at.column + dc})
				}
			}
			//: end
		}
		front = next
	}
	return 0, false
}

//: family measure_islands
type cell struct {
	row, column int
}

func MeasureIslands(rows []string) int {
	land := make(map[cell]bool)
	for row, line := range rows {
		for column, letter := range line {
			if letter == '#' {
				land[cell{row, column}] = true
			}
		}
	}
	count, largest := 0, 0
	for start := range land {
		if size := sink(land, start); size > 0 {
			count++
			largest = max(largest, size)
		}
	}
	return count //: what=count
	return largest //: what=largest
}

// sink removes the island at a cell and returns its size.
func sink(land map[cell]bool, at cell) int {
	if !land[at] {
		return 0
	}
	delete(land, at)
	size := 1
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			//: how=four
			if dr != 0 && dc != 0 {
				continue
			}
			//: end
			size += sink(land, cell{at.row + dr, at.column + dc})
		}
	}
	return size
}

//: family flood_fill
func FloodFill(rows []string, row, column int) []string {
	cells := make([][]byte, len(rows))
	for i, line := range rows {
		cells[i] = []byte(line)
	}
	fill(cells, row, column, cells[row][column])
	filled := make([]string, len(rows))
	for i, line := range cells {
		filled[i] = string(line)
	}
	return filled
}

func fill(cells [][]byte, row, column int, old byte) {
	if row < 0 || row >= len(cells) || column < 0 || column >= len(cells[row]) {
		return
	}
	if cells[row][column] != old {
		return
	}
	cells[row][column] = '*'
	//: how=four
	fill(cells, row-1, column, old)
	fill(cells, row+1, column, old)
	fill(cells, row, column-1, old)
	fill(cells, row, column+1, old)
	//: how=eight
	for dr := -1; dr <= 1; dr++ {
		for dc := -1; dc <= 1; dc++ {
			fill(cells, row+dr, column+dc, old)
		}
	}
	//: end
}

//: family depth
func Depth(tree map[string][]string, root string) int {
	//: what=levels
	deepest := 0
	for _, child := range tree[root] {
		deepest = max(deepest, Depth(tree, child))
	}
	return 1 + deepest
	//: what=nodes
	count := 1
	for _, child := range tree[root] {
		count += Depth(tree, child)
	}
	return count
	//: what=leaves
	count := 0
	for _, child := range tree[root] {
		count += Depth(tree, child)
	}
	return max(count, 1)
	//: what=widest
	widest := 0
	for level := []string{root}; len(level) > 0; {
		widest = max(widest, len(level))
		var next []string
		for _, name := range level {
			next = append(next, tree[name]...)
		}
		level = next
	}
	return widest
	//: end
}

//: family walk
import "slices" //: order=bottom

func Walk(tree map[string][]string, root string) []string {
	//: order=pre
	names := []string{root}
	for _, child := range tree[root] {
		names = append(names, Walk(tree, child)...)
	}
	return names
	//: order=post
	var names []string
	for _, child := range tree[root] {
		names = append(names, Walk(tree, child)...)
	}
	return append(names, root)
	//: order=level
	names := []string{root}
	for i := 0; i < len(names); i++ {
		names = append(names, tree[names[i]]...)
	}
	return names
	//: order=bottom
	levels := [][]string{{root}}
	for {
		var next []string
		for _, name := range levels[len(levels)-1] {
			next = append(next, tree[name]...)
		}
		if len(next) == 0 {
			break
		}
		levels = append(levels, next)
	}
	slices.Reverse(levels)
	return slices.Concat(levels...)
	//: end
}

//: family outline
//: style=numbers
import "fmt"

//: style=indent
import "strings"

//: end
func Outline(tree map[string][]string, root string) []string {
	return lines(tree, root, 0) //: style=indent
	return lines(tree, root, "1") //: style=numbers
	return lines(tree, root, "") //: style=path
}

//: style=indent
func lines(tree map[string][]string, name string, level int) []string {
	made := []string{strings.Repeat("  ", level) + name}
	for _, child := range tree[name] {
		made = append(made, lines(tree, child, level+1)...)
	}
	return made
}

//: style=numbers
func lines(tree map[string][]string, name, number string) []string {
	made := []string{number + " " + name}
	for i, child := range tree[name] {
		made = append(made, lines(tree, child, fmt.Sprintf("%s.%d", number, i+1))...)
	}
	return made
}

//: style=path
func lines(tree map[string][]string, name, path string) []string {
	made := []string{path + name}
	for _, child := range tree[name] {
		made = append(made, lines(tree, child, path+name+"/")...)
	}
	return made
}
//: end

//: family common_ancestor
import "slices"

func CommonAncestor(parents map[string]string, first, second string) (string, bool) {
	theirs := ancestors(parents, second)
	for _, name := range ancestors(parents, first) {
		if slices.Contains(theirs, name) {
			return name, true
		}
	}
	return "", false
}

func ancestors(parents map[string]string, name string) []string {
	path := []string{name} //: itself=in
	var path []string //: itself=out
	for parent, ok := parents[name]; ok; parent, ok = parents[parent] {
		path = append(path, parent)
	}
	return path
}
