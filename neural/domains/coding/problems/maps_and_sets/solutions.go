package solutions

//: family invert
import (
	"maps"
	"slices"
)

func Invert(mapping map[string]string) map[string][]string {
	inverted := make(map[string][]string)
	keys := slices.Sorted(maps.Keys(mapping))
	slices.Reverse(keys) //: order=descending
	for _, key := range keys {
		value := mapping[key]
		inverted[value] = append(inverted[value], key)
	}
	return inverted
}

//: family totals
type Sale struct {
	Seller string
	Amount int
}

func Totals(sales []Sale) map[string]int {
	totals := make(map[string]int)
	for _, sale := range sales {
		totals[sale.Seller] += sale.Amount //: what=sum
		totals[sale.Seller] = max(totals[sale.Seller], sale.Amount) //: what=largest
		totals[sale.Seller] = sale.Amount //: what=latest
		totals[sale.Seller]++ //: what=count
	}
	return totals
}

//: family top
import (
	"cmp"
	"maps"
	"slices"
)

func Top(scores map[string]int, count int) []string {
	names := slices.SortedFunc(maps.Keys(scores), func(a, b string) int {
		return cmp.Or(
			cmp.Compare(scores[b], scores[a]), //: best=highest
			cmp.Compare(scores[a], scores[b]), //: best=lowest
			cmp.Compare(a, b), //: tie=alphabetical
			cmp.Compare(b, a), //: tie=reverse
		)
	})
	return names[:min(count, len(names))]
}

//: family difference
import (
	"maps"
	"slices"
)

func Difference(old, new map[string]int) []string {
	both := maps.Clone(old)
	maps.Copy(both, new)
	var changes []string
	for _, key := range slices.Sorted(maps.Keys(both)) {
		before, inOld := old[key]
		after, inNew := new[key]
		switch {
		case !inOld:
			changes = append(changes, "+"+key)
		case !inNew:
			changes = append(changes, "-"+key)
		case before != after:
			changes = append(changes, "~"+key)
		//: unchanged=shown
		default:
			changes = append(changes, "="+key)
		//: end
		}
	}
	return changes
}

//: family duplicates
import "slices" //: when=last

func Duplicates(items []string) []string {
	counts := make(map[string]int)
	for _, item := range items {
		counts[item]++
	}
	var found []string
	for _, item := range items { //: when=first
	for _, item := range slices.Backward(items) { //: when=last
		if counts[item] > 1 { //: often=repeated
		if counts[item] == 1 { //: often=single
			found = append(found, item)
			counts[item] = 0
		}
	}
	slices.Reverse(found) //: when=last
	return found
}

//: family overlap
func Overlap(left, right map[int]bool) float64 {
	common := 0
	for item := range left {
		if right[item] {
			common++
		}
	}
	divisor := float64(len(left) + len(right) - common) //: divisor=union
	divisor := float64(min(len(left), len(right))) //: divisor=smaller
	divisor := float64(len(left)+len(right)) / 2 //: divisor=mean
	if divisor == 0 {
		return 1 //: empty=one
		return 0 //: empty=zero
	}
	return float64(common) / divisor
}

//: family compare_sets
import "slices"

func CompareSets(left, right map[string]bool) []string {
	var found []string
	for item := range left {
		//: which=both
		if right[item] {
			found = append(found, item)
		}
		//: which=one|left
		if !right[item] {
			found = append(found, item)
		}
		//: which=any
		found = append(found, item)
		//: end
	}
	//: which=one|any
	for item := range right {
		if !left[item] {
			found = append(found, item)
		}
	}
	//: end
	slices.Sort(found)
	return found
}

//: family join
type User struct {
	ID   int
	Name string
}

type Order struct {
	User, Amount int
}

type Row struct {
	Name   string
	Amount int
}

func Join(users []User, orders []Order) []Row {
	names := make(map[int]string)
	for _, user := range users {
		names[user.ID] = user.Name
	}
	var rows []Row
	//: unmatched=blank
	for _, order := range orders {
		rows = append(rows, Row{names[order.User], order.Amount})
	}
	return rows
	//: unmatched=dropped
	for _, order := range orders {
		if name, ok := names[order.User]; ok {
			rows = append(rows, Row{name, order.Amount})
		}
	}
	return rows
	//: unmatched=idle
	busy := make(map[int]bool)
	for _, order := range orders {
		busy[order.User] = true
		if name, ok := names[order.User]; ok {
			rows = append(rows, Row{name, order.Amount})
		}
	}
	for _, user := range users {
		if !busy[user.ID] {
			rows = append(rows, Row{user.Name, 0})
		}
	}
	return rows
	//: end
}

//: family pivot
type Entry struct {
	Row, Column string
	Number      int
}

func Pivot(rows []Entry) map[string]map[string]int {
	table := make(map[string]map[string]int)
	for _, each := range rows {
		cells, ok := table[each.Row]
		if !ok {
			cells = make(map[string]int)
			table[each.Row] = cells
		}
		//: again=add
		cells[each.Column] += each.Number
		//: again=last
		cells[each.Column] = each.Number
		//: again=largest
		if number, ok := cells[each.Column]; !ok || number < each.Number {
			cells[each.Column] = each.Number
		}
		//: end
	}
	return table
}

//: family ancestors
import "slices" //: what=downward

func Ancestors(parents map[string]string, name string) []string {
	var path []string //: what!=with
	path := []string{name} //: what=with
	for parent, ok := parents[name]; ok; parent, ok = parents[parent] {
		path = append(path, parent)
	}
	slices.Reverse(path) //: what=downward
	return path
}

//: family children
import (
	"maps"
	"slices"
)

func Children(parents map[string]string) map[string][]string {
	found := make(map[string][]string)
	for _, child := range slices.Sorted(maps.Keys(parents)) {
		parent := parents[child]
		found[parent] = append(found[parent], child)
		//: leaves=empty
		if _, ok := found[child]; !ok {
			found[child] = nil
		}
		//: end
	}
	return found
}

//: family flatten
func Flatten(tree map[string]map[string]int) map[string]int {
	flat := make(map[string]int)
	for outer, branch := range tree {
		for inner, value := range branch {
			flat[outer+SEPARATOR+inner] = value
		}
	}
	return flat
}

//: family pick
//: absent=error and what=only
import "fmt"

//: absent=ignored and what=without
import "maps"

//: absent=error and what=without
import (
	"fmt"
	"maps"
)

//: absent=ignored and what=only
func Pick(record map[string]int, keys []string) map[string]int {
	picked := make(map[string]int)
	for _, key := range keys {
		if value, ok := record[key]; ok {
			picked[key] = value
		}
	}
	return picked
}
//: absent=ignored and what=without
func Pick(record map[string]int, keys []string) map[string]int {
	rest := maps.Clone(record)
	for _, key := range keys {
		delete(rest, key)
	}
	return rest
}
//: absent=error and what=only
func Pick(record map[string]int, keys []string) (map[string]int, error) {
	picked := make(map[string]int)
	for _, key := range keys {
		value, ok := record[key]
		if !ok {
			return nil, fmt.Errorf("no key %s", key)
		}
		picked[key] = value
	}
	return picked, nil
}
//: absent=error and what=without
func Pick(record map[string]int, keys []string) (map[string]int, error) {
	rest := maps.Clone(record)
	for _, key := range keys {
		if _, ok := record[key]; !ok {
			return nil, fmt.Errorf("no key %s", key)
		}
		delete(rest, key)
	}
	return rest, nil
}
//: end

//: family index_by_first
import "strings" //: case=folded

func IndexByFirst(words []string) map[string]int {
	counts := make(map[string]int)
	for _, word := range words {
		if word != "" {
			counts[word[:1]]++ //: case=kept
			counts[strings.ToLower(word[:1])]++ //: case=folded
		}
	}
	return counts
}

//: family running_counts
func RunningCounts(items []string) []int {
	seen := make(map[string]int)
	counts := make([]int, len(items))
	for i, item := range items { //: what!=left
	for i := len(items) - 1; i >= 0; i-- { //: what=left
		//: what=so_far
		seen[item]++
		counts[i] = seen[item]
		//: what=before
		counts[i] = seen[item]
		seen[item]++
		//: what=left
		counts[i] = seen[items[i]]
		seen[items[i]]++
		//: end
	}
	return counts
}

//: family majority
func Majority(votes []string) (string, bool) {
	counts := make(map[string]int)
	for _, vote := range votes {
		counts[vote]++
	}
	//: share=half
	for name, count := range counts {
		if 2*count > len(votes) {
			return name, true
		}
	}
	return "", false
	//: share=two_thirds
	for name, count := range counts {
		if 3*count >= 2*len(votes) {
			return name, true
		}
	}
	return "", false
	//: share=relative
	winner, most, alone := "", 0, false
	for name, count := range counts {
		if count > most {
			winner, most, alone = name, count, true
		} else if count == most {
			alone = false
		}
	}
	return winner, alone
	//: end
}

//: family first_repeat
func FirstRepeat(items []int) (int, bool) {
	//: what=earliest
	seen := make(map[int]bool)
	for _, item := range items {
		if seen[item] {
			return item, true
		}
		seen[item] = true
	}
	//: what=first
	counts := make(map[int]int)
	for _, item := range items {
		counts[item]++
	}
	for _, item := range items {
		if counts[item] > 1 {
			return item, true
		}
	}
	//: what=index
	seen := make(map[int]bool)
	for i, item := range items {
		if seen[item] {
			return i, true
		}
		seen[item] = true
	}
	//: end
	return 0, false
}

//: family missing_translations
import "slices"

func MissingTranslations(base, other map[string]string) []string {
	var found []string
	for key := range base { //: what!=same
	for key, text := range base { //: what=same
		if _, ok := other[key]; !ok { //: what=absent
		if other[key] == "" { //: what=empty
		if translated, ok := other[key]; ok && translated == text { //: what=same
			found = append(found, key)
		}
	}
	slices.Sort(found)
	return found
}
