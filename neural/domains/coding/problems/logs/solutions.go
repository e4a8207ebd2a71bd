package solutions

//: family parse_log_line
import (
	"errors" //: bad=error
	"regexp"
	"strconv"
)

type Entry struct {
	Seconds                int
	Level, Source, Message string
}

var form = regexp.MustCompile(
	`^([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]) (INFO|WARN|ERROR) ([a-z]+): (.*)$`)

func ParseLogLine(line string) (Entry, bool) { //: bad=none
func ParseLogLine(line string) (Entry, error) { //: bad=error
func ParseLogLine(line string) Entry { //: bad=plain
	found := form.FindStringSubmatch(line)
	if found == nil {
		return Entry{}, false //: bad=none
		return Entry{}, errors.New("malformed line") //: bad=error
		return Entry{Level: "INFO", Message: line} //: bad=plain
	}
	seconds := 0
	for _, part := range found[1:4] {
		number, _ := strconv.Atoi(part)
		seconds = 60*seconds + number
	}
	return Entry{seconds, found[4], found[5], found[6]}, true //: bad=none
	return Entry{seconds, found[4], found[5], found[6]}, nil //: bad=error
	return Entry{seconds, found[4], found[5], found[6]} //: bad=plain
}

//: family cut_lines
import "strings"

func CutLines(text string, count int) string {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines[max(len(lines)-count, 0):], "") //: part=last
	return strings.Join(lines[:min(count, len(lines))], "") //: part=first
	return strings.Join(lines[:max(len(lines)-count, 0)], "") //: part=but_last
}

//: family grep_context
import (
	"fmt"
	"strings"
)

func GrepContext(lines []string, word string, around int) []string {
	shown := make([]bool, len(lines))
	for place, line := range lines {
		if strings.Contains(line, word) {
			//: where=before
			for near := max(place-around, 0); near <= place; near++ {
			//: where=after
			for near := place; near <= min(place+around, len(lines)-1); near++ {
			//: where=both
			first, last := max(place-around, 0), min(place+around, len(lines)-1)
			for near := first; near <= last; near++ {
			//: end
				shown[near] = true
			}
		}
	}
	var output []string
	for place, line := range lines {
		if !shown[place] {
			continue
		}
		if len(output) > 0 && !shown[place-1] {
			output = append(output, "--")
		}
		mark := "-"
		if strings.Contains(line, word) {
			mark = ":"
		}
		output = append(output, fmt.Sprintf("%d%s%s", place+1, mark, line))
	}
	return output
}

//: family rotation_steps
import (
	"fmt"
	"slices"
)

func RotationSteps(names []string, base string, keep int) []string {
	if !slices.Contains(names, base) {
		return nil
	}
	var steps []string
	name := base
	for number := 1; number <= keep+1; number++ {
		next := fmt.Sprintf("%s.%d", base, number)
		//: which=needed
		if !slices.Contains(names, name) {
			break
		}
		if number > keep {
			steps = append(steps, "delete "+name)
		} else {
			steps = append(steps, "rename "+name+" "+next)
		}
		//: which=all
		if slices.Contains(names, name) && number > keep {
			steps = append(steps, "delete "+name)
		} else if slices.Contains(names, name) {
			steps = append(steps, "rename "+name+" "+next)
		}
		//: end
		name = next
	}
	slices.Reverse(steps)
	return steps
}

//: family merge_logs
import (
	"slices"
	"strings"
)

func MergeLogs(first, second []string) []string {
	merged := entries(first)
	//: same=kept
	merged = append(merged, entries(second)...)
	//: same=dropped
	for _, entry := range entries(second) {
		same := func(other []string) bool { return slices.Equal(entry, other) }
		if !slices.ContainsFunc(entries(first), same) {
			merged = append(merged, entry)
		}
	}
	//: end
	slices.SortStableFunc(merged, func(a, b []string) int {
		return strings.Compare(a[0][:5], b[0][:5])
	})
	return slices.Concat(merged...)
}

func entries(lines []string) [][]string {
	var found [][]string
	for _, line := range lines {
		if last := len(found) - 1; strings.HasPrefix(line, " ") {
			found[last] = append(found[last], line)
		} else {
			found = append(found, []string{line})
		}
	}
	return found
}

//: family traffic
import (
	"regexp"
	"strconv" //: what=bytes
)

var form = regexp.MustCompile(`^[A-Z]+ (/[^ ?]*)[^ ]* ([0-9]{3}) ([0-9]+|-)$`)

func Traffic(lines []string) map[string]int {
	result := make(map[string]int)
	for _, line := range lines {
		found := form.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		result[found[1]]++ //: what=requests
		//: what=failures
		if found[2] >= "400" {
			result[found[1]]++
		}
		//: what=bytes
		size, err := strconv.Atoi(found[3])
		if err != nil {
			size = 0
		}
		result[found[1]] += size
		//: end
	}
	return result
}

//: family collapse_repeats
import "fmt"

func CollapseRepeats(lines []string) []string {
	var shortened []string
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && lines[end] == lines[start] { //: alike=equal
		for end < len(lines) && lines[end][5:] == lines[start][5:] { //: alike=timed
			end++
		}
		shortened = append(shortened, lines[start])
		switch repeated := end - start - 1; {
		case repeated > 1:
			shortened = append(shortened, fmt.Sprintf("repeated %d times", repeated))
		case repeated == 1:
			shortened = append(shortened, "repeated once") //: least=any
			shortened = append(shortened, lines[start+1]) //: least=two
		}
		start = end
	}
	return shortened
}

//: family clean_text
import "strings"

func CleanText(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	clean := strings.Join(lines, "\n")
	return strings.TrimRight(clean, "\n") //: end=none
	//: end=one
	body := strings.TrimRight(clean, "\n")
	if body == "" {
		return ""
	}
	return body + "\n"
	//: end=kept
	if clean == "" || strings.HasSuffix(clean, "\n") {
		return clean
	}
	return clean + "\n"
	//: end
}

//: family redact
import "strings"

func Redact(line string, secrets map[string]bool) string {
	words := strings.Split(line, " ")
	for i, word := range words {
		key, value, found := strings.Cut(word, "=") //: mask!=three
		key, _, found := strings.Cut(word, "=") //: mask=three
		if found && secrets[strings.ToLower(key)] {
			words[i] = key + "=***" //: mask=three
			words[i] = key + "=" + strings.Repeat("*", len(value)) //: mask=length
			//: mask=last
			shown := ""
			if len(value) > 4 {
				shown = value[len(value)-2:]
			}
			stars := strings.Repeat("*", len(value)-len(shown))
			words[i] = key + "=" + stars + shown
			//: end
		}
	}
	return strings.Join(words, " ")
}
