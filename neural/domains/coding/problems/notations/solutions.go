package solutions

//: family compare_versions
//: shorter=wildcard
import (
	"cmp"
	"strconv"
	"strings"
)

//: shorter=older
import (
	"slices"
	"strconv"
	"strings"
)

//: shorter=padded
import (
	"cmp"
	"strconv"
	"strings"
)

//: end
func CompareVersions(left, right string) int {
	a, b := numbers(left), numbers(right)
	//: shorter=padded
	for i := range max(len(a), len(b)) {
		if order := cmp.Compare(at(a, i), at(b, i)); order != 0 {
			return order
		}
	}
	return 0
	//: shorter=older
	return slices.Compare(a, b)
	//: shorter=wildcard
	for i := range min(len(a), len(b)) {
		if order := cmp.Compare(a[i], b[i]); order != 0 {
			return order
		}
	}
	return 0
	//: end
}

//: shorter=padded
func at(numbers []int, i int) int {
	if i < len(numbers) {
		return numbers[i]
	}
	return 0
}

//: end
func numbers(version string) []int {
	var numbers []int
	for part := range strings.SplitSeq(version, ".") {
		number, _ := strconv.Atoi(part)
		numbers = append(numbers, number)
	}
	return numbers
}

//: family parse_ranges
import (
	"fmt"
	"slices" //: order=sorted
	"strconv"
	"strings"
)

func ParseRanges(text string) ([]int, error) {
	var numbers []int
	for part := range strings.SplitSeq(text, ",") {
		from, to, isRange := strings.Cut(part, "-")
		if !isRange {
			to = from
		}
		first, err1 := strconv.ParseUint(from, 10, 31)
		last, err2 := strconv.ParseUint(to, 10, 31)
		if err1 != nil || err2 != nil || last < first {
			return nil, fmt.Errorf("not a range: %s", part)
		}
		for number := first; number <= last; number++ {
			numbers = append(numbers, int(number))
		}
	}
	//: order=sorted
	slices.Sort(numbers)
	return slices.Compact(numbers), nil
	//: order=given
	return numbers, nil
	//: end
}

//: family compress_ranges
import (
	"fmt"
	"strconv"
	"strings"
)

func CompressRanges(numbers []int) string {
	var parts []string
	for start := 0; start < len(numbers); {
		end := start + 1
		for end < len(numbers) && numbers[end] == numbers[end-1]+1 {
			end++
		}
		if end-start < 2 { //: pairs=joined
		if end-start < 3 { //: pairs=listed
			end = start + 1
			parts = append(parts, strconv.Itoa(numbers[start]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", numbers[start], numbers[end-1]))
		}
		start = end
	}
	return strings.Join(parts, ",")
}

//: family parse_size
import (
	"fmt"
	"strconv"
	"strings"
)

func ParseSize(text string) (int64, error) {
	digits := strings.TrimRight(text, "KMGkmg")
	number, err := strconv.ParseUint(digits, 10, 32)
	unit := strings.ToUpper(text[len(digits):])
	power := strings.Index("KMG", unit) + 1
	if err != nil || len(unit) > 1 {
		return 0, fmt.Errorf("not a size: '%s'", text)
	}
	size := int64(number)
	if unit == "" {
		return size, nil
	}
	for range power {
		size *= BASE
	}
	return size, nil
}

//: family parse_roman
import (
	"fmt"
	"regexp" //: strict=yes
)

//: strict=yes
var standard = regexp.MustCompile(
	`^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$`)

//: end
var values = map[rune]int{
	'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000,
}

func ParseRoman(text string) (int, error) {
	if text == "" || !standard.MatchString(text) { //: strict=yes
	if text == "" { //: strict=no
		return 0, fmt.Errorf("not a Roman numeral: '%s'", text)
	}
	total, previous := 0, 0
	for _, letter := range text {
		//: strict=yes
		value := values[letter]
		//: strict=no
		value, ok := values[letter]
		if !ok {
			return 0, fmt.Errorf("not a Roman numeral: '%s'", text)
		}
		//: end
		if previous < value {
			total -= 2 * previous
		}
		total += value
		previous = value
	}
	return total, nil
}
