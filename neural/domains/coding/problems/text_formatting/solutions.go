package solutions

//: family wrap
import "strings"

func Wrap(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && len(lines[n-1])+1+len(word) <= width {
			lines[n-1] += " " + word
			continue
		}
		//: long=cut
		for len(word) > width {
			lines = append(lines, word[:width])
			word = word[width:]
		}
		//: end
		lines = append(lines, word)
	}
	return lines
}

//: family justify
import "strings"

func Justify(words []string, width int) string {
	gaps := len(words) - 1
	free := width - len(strings.Join(words, ""))
	if gaps == 0 {
		return words[0] + strings.Repeat(" ", free)
	}
	var line strings.Builder
	line.WriteString(words[0])
	for i, word := range words[1:] {
		space := free / gaps
		if i < free%gaps { //: where_=left
		if i >= gaps-free%gaps { //: where_=right
			space++
		}
		line.WriteString(strings.Repeat(" ", space) + word)
	}
	return line.String()
}

//: family table
import (
	"fmt"
	"strings"
)

func Table(rows [][]string) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len(cell))
		}
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		cells := make([]string, len(row))
		for j, cell := range row {
			cells[j] = fmt.Sprintf("%-*s", widths[j], cell) //: align=left
			cells[j] = fmt.Sprintf("%*s", widths[j], cell) //: align=right
		}
		lines[i] = strings.TrimRight(strings.Join(cells, GAP), " ")
	}
	return lines
}

//: family join_names
//: oxford!=more
import "strings"

//: oxford=more
import (
	"fmt"
	"strings"
)

//: end
func JoinNames(names []string) string {
	//: oxford=more
	if len(names) > 3 {
		names = []string{names[0], names[1], fmt.Sprintf("%d others", len(names)-2)}
	}
	//: end
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	//: oxford=yes
	if last > 1 {
		return strings.Join(names[:last], ", ") + ", and " + names[last]
	}
	//: end
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

//: family plural
//: rule=simple
import "fmt"

//: rule=english
import (
	"fmt"
	"regexp"
)

var (
	hissing   = regexp.MustCompile(`(s|x|ch|sh)$`)
	consonant = regexp.MustCompile(`[^aeiou]y$`)
)

//: end
func Plural(count int, noun string) string {
	switch {
	case count == 1:
	//: rule=english
	case hissing.MatchString(noun):
		noun += "es"
	case consonant.MatchString(noun):
		noun = noun[:len(noun)-1] + "ies"
	//: end
	default:
		noun += "s"
	}
	//: zero=word
	if count == 0 {
		return "no " + noun
	}
	//: end
	return fmt.Sprintf("%d %s", count, noun)
}

//: family ordinal
import "fmt"

func Ordinal(number int) string {
	//: form=french
	if number == 1 {
		return "1er"
	}
	return fmt.Sprintf("%de", number)
	//: form=word
	if number <= 3 {
		return []string{"first", "second", "third"}[number-1]
	}
	//: form!=french
	suffix := "th"
	if number/10%10 != 1 {
		switch number % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", number, suffix)
	//: end
}

//: family bar_chart
import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

func BarChart(values map[string]int) []string {
	width := 0
	largest := 1 //: bar=scaled
	for name, value := range values { //: bar=scaled
	for name := range values { //: bar!=scaled
		width = max(width, len(name))
		largest = max(largest, value) //: bar=scaled
	}
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		bar := strings.Repeat("#", values[name]) //: bar=plain
		bar := strings.Repeat("#", values[name]) + fmt.Sprintf("(%d)", values[name]) //: bar=number
		bar := strings.Repeat("#", 10*values[name]/largest) //: bar=scaled
		lines = append(lines, fmt.Sprintf("%-*s %s", width, name, bar))
	}
	return lines
}

//: family progress
import (
	"fmt"
	"strings"
)

func Progress(done, total int) string {
	if total == 0 {
		done, total = 1, 1
	}
	places := 10 * done / total //: rounding=down
	percent := 100 * done / total //: rounding=down
	places := (10*done + total - 1) / total //: rounding=up
	percent := (100*done + total - 1) / total //: rounding=up
	return fmt.Sprintf("[%-10s] %d%%", strings.Repeat("#", places), percent)
}

//: family diff_lines
import "slices"

func DiffLines(old, new []string) []string {
	// common[i][j] is the number of common lines of the first i and the first j.
	common := make([][]int, len(old)+1)
	for i := range common {
		common[i] = make([]int, len(new)+1)
	}
	for i, left := range old {
		for j, right := range new {
			if left == right {
				common[i+1][j+1] = common[i][j] + 1
			} else {
				common[i+1][j+1] = max(common[i][j+1], common[i+1][j])
			}
		}
	}
	var changes []string
	for i, j := len(old), len(new); i > 0 || j > 0; {
		switch {
		case i > 0 && j > 0 && old[i-1] == new[j-1]:
			i, j = i-1, j-1
			changes = append(changes, "  "+old[i]) //: same=shown
		case j > 0 && (i == 0 || common[i][j-1] >= common[i-1][j]): //: prefer=added
		case j > 0 && (i == 0 || common[i][j-1] > common[i-1][j]): //: prefer=removed
			j--
			changes = append(changes, "+ "+new[j])
		default:
			i--
			changes = append(changes, "- "+old[i])
		}
	}
	slices.Reverse(changes)
	return changes
}

//: family indent
import "strings"

func Indent(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		//: blank=all
		lines[i] = PREFIX + line
		//: blank=skip
		if strings.Trim(line, " ") != "" {
			lines[i] = PREFIX + line
		}
		//: end
	}
	return strings.Join(lines, "\n")
}

//: family dedent
import "strings"

func Dedent(text string) string {
	lines := strings.Split(text, "\n")
	margin := len(text)
	for _, line := range lines { //: which=filled
	for _, line := range lines[1:] { //: which=rest
		//: which=filled
		if strings.Trim(line, " ") != "" {
			margin = min(margin, spaces(line))
		}
		//: which=rest
		margin = min(margin, spaces(line))
		//: end
	}
	//: which=filled
	if strings.Trim(text, " \n") == "" {
		return text
	}
	//: which=rest
	if len(lines) == 1 {
		return text
	}
	//: end
	for i, line := range lines {
		lines[i] = line[min(margin, spaces(line)):]
	}
	return strings.Join(lines, "\n")
}

func spaces(line string) int {
	return len(line) - len(strings.TrimLeft(line, " "))
}

//: family columns
import (
	"fmt"
	"strings"
)

func Columns(items []string, count int) []string {
	width := 0
	for _, item := range items {
		width = max(width, len(item))
	}
	height := (len(items) + count - 1) / count
	lines := make([]string, height)
	for i, item := range items {
		row := i / count //: order=across
		row := i % height //: order=down
		lines[row] += fmt.Sprintf("%-*s ", width, item)
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

//: family highlight
//: match=any
import "strings"

//: match=folded
import "regexp"

//: match=whole
import (
	"strings"
	"unicode"
)

//: end
func Highlight(text, word string) string {
	return strings.ReplaceAll(text, word, MARKS+word+MARKS) //: match=any
	//: match=folded
	pattern := regexp.MustCompile("(?i)" + word)
	return pattern.ReplaceAllString(text, MARKS+"${0}"+MARKS)
	//: match=whole
	var marked strings.Builder
	for i := 0; i < len(text); {
		end := i + len(word)
		found := strings.HasPrefix(text[i:], word)
		if found && !letterAt(text, i-1) && !letterAt(text, end) {
			marked.WriteString(MARKS + word + MARKS)
			i = end
		} else {
			marked.WriteByte(text[i])
			i++
		}
	}
	return marked.String()
	//: end
}

//: match=whole
func letterAt(text string, i int) bool {
	return i >= 0 && i < len(text) && unicode.IsLetter(rune(text[i]))
}
//: end

//: family number_lines
import (
	"strconv"
	"strings"
)

func NumberLines(lines []string) []string {
	//: blank=counted
	width := len(strconv.Itoa(len(lines)))
	//: blank=skipped
	count := 0
	for _, line := range lines {
		if line != "" {
			count++
		}
	}
	width := len(strconv.Itoa(count))
	number := 0
	//: end
	numbered := make([]string, len(lines))
	for i, line := range lines {
		//: blank=skipped
		if line == "" {
			continue
		}
		number++
		digits := strconv.Itoa(number)
		//: blank=counted
		digits := strconv.Itoa(i + 1)
		//: end
		numbered[i] = strings.Repeat(PAD, width-len(digits)) + digits + ": " + line
	}
	return numbered
}
