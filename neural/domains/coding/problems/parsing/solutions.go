package solutions

//: family parse_settings
import (
	"fmt"
	"strings"
)

func ParseSettings(text string) (map[string]string, error) {
	settings := make(map[string]string)
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, found := strings.Cut(line, "=")
		key = strings.TrimSpace(key)
		if !found || key == "" {
			return nil, fmt.Errorf("line %d: no setting", i+1)
		}
		//: again=first
		if _, ok := settings[key]; ok {
			continue
		}
		//: end
		settings[key] = strings.TrimSpace(value)
	}
	return settings, nil
}

//: family parse_csv_line
import (
	"errors"
	"strings"
)

var errMalformed = errors.New("malformed line")

func ParseCsvLine(line string) ([]string, error) {
	var cells []string
	for {
		cell, rest, err := nextCell(line)
		if err != nil {
			return nil, err
		}
		cells = append(cells, cell)
		if rest == "" {
			return cells, nil
		}
		if rest[0] != ',' {
			return nil, errMalformed
		}
		line = rest[1:]
	}
}

func nextCell(line string) (cell, rest string, err error) {
	if !strings.HasPrefix(line, `"`) {
		end := strings.IndexByte(line, ',')
		if end < 0 {
			end = len(line)
		}
		return line[:end], line[end:], nil //: spaces=kept
		return strings.Trim(line[:end], " "), line[end:], nil //: spaces=trimmed
	}
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			continue
		}
		if i+1 < len(line) && line[i+1] == '"' {
			i++
			continue
		}
		return strings.ReplaceAll(line[1:i], `""`, `"`), line[i+1:], nil
	}
	return "", "", errMalformed
}

//: family to_csv_line
import "strings"

func ToCsvLine(cells []string) string {
	quoted := make([]string, len(cells))
	for i, cell := range cells {
		if strings.ContainsAny(cell, DELIMITER+"\"\n") {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		quoted[i] = cell
	}
	return strings.Join(quoted, DELIMITER)
}

//: family parse_query
import "strings"

func ParseQuery(query string) map[string][]string {
	values := make(map[string][]string)
	query = strings.ReplaceAll(query, "+", " ") //: plus=space
	for part := range strings.SplitSeq(query, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		values[name] = append(values[name], value)
	}
	return values
}

//: family evaluate
import (
	"regexp"
	"strconv"
)

var token = regexp.MustCompile(`\d+|[-+*]`)

func Evaluate(expression string) int {
	tokens := token.FindAllString(expression, -1)
	//: precedence=usual
	total := 0
	term, _ := strconv.Atoi(tokens[0])
	for i := 1; i < len(tokens); i += 2 {
		number, _ := strconv.Atoi(tokens[i+1])
		switch tokens[i] {
		case "+":
			total, term = total+term, number
		case "-":
			total, term = total+term, -number
		case "*":
			term *= number
		}
	}
	return total + term
	//: precedence=none
	result, _ := strconv.Atoi(tokens[0])
	for i := 1; i < len(tokens); i += 2 {
		number, _ := strconv.Atoi(tokens[i+1])
		switch tokens[i] {
		case "+":
			result += number
		case "-":
			result -= number
		case "*":
			result *= number
		}
	}
	return result
	//: end
}

//: family render
import (
	"fmt" //: unknown=error
	"regexp"
)

var name = regexp.MustCompile(`\[([a-z]+)\]`)

//: unknown!=error
func Render(template string, values map[string]string) string {
	return name.ReplaceAllStringFunc(template, func(match string) string {
		//: unknown=kept
		if value, ok := values[match[1:len(match)-1]]; ok {
			return value
		}
		return match
		//: unknown=empty
		return values[match[1:len(match)-1]]
		//: unknown!=error
	})
}

//: unknown=error
func Render(template string, values map[string]string) (string, error) {
	var err error
	rendered := name.ReplaceAllStringFunc(template, func(match string) string {
		key := match[1 : len(match)-1]
		value, ok := values[key]
		if !ok && err == nil {
			err = fmt.Errorf("no value for %s", key)
		}
		return value
	})
	if err != nil {
		return "", err
	}
	return rendered, nil
}
//: end

//: family count_levels
import "strings"

func CountLevels(log string) map[string]int {
	counts := make(map[string]int)
	for line := range strings.SplitSeq(log, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		//: unknown=counted
		counts[fields[1]]++
		//: unknown=skipped
		switch level := fields[1]; level {
		case "INFO", "WARN", "ERROR":
			counts[level]++
		}
		//: unknown=other
		switch level := fields[1]; level {
		case "INFO", "WARN", "ERROR":
			counts[level]++
		default:
			counts["OTHER"]++
		}
		//: end
	}
	return counts
}

//: family parse_arguments
import (
	"strings"
	"unicode" //: short=option
)

func ParseArguments(arguments []string) (map[string]string, []string) {
	options := make(map[string]string)
	var plain []string
	for i, argument := range arguments {
		if argument == "--" {
			return options, append(plain, arguments[i+1:]...)
		}
		if option, ok := strings.CutPrefix(argument, "--"); ok {
			name, value, _ := strings.Cut(option, "=")
			options[name] = value
			continue
		}
		//: short=option
		letter, ok := strings.CutPrefix(argument, "-")
		if ok && len(letter) == 1 && unicode.IsLetter(rune(letter[0])) {
			options[letter] = ""
			continue
		}
		//: end
		plain = append(plain, argument)
	}
	return options, plain
}

//: family key_values
//: quotes=plain
import "strings"

//: quotes=group
import "regexp"

var pair = regexp.MustCompile(`([^ =]+)=(?:"([^"]*)"|([^ ]*))`)

//: end
type Pair struct {
	Key, Value string
}

func KeyValues(line string) []Pair {
	var pairs []Pair
	//: quotes=plain
	for word := range strings.SplitSeq(line, " ") {
		if key, value, ok := strings.Cut(word, "="); ok {
			pairs = append(pairs, Pair{key, value})
		}
	}
	//: quotes=group
	for _, match := range pair.FindAllStringSubmatch(line, -1) {
		pairs = append(pairs, Pair{match[1], match[2] + match[3]})
	}
	//: end
	return pairs
}

//: family strip_comment
import "strings"

func StripComment(line string) string {
	//: where=any
	if code, _, found := strings.Cut(line, "#"); found {
		return strings.TrimRight(code, " ")
	}
	return line
	//: where=outside
	quoted := false
	for i, letter := range line {
		if letter == '"' {
			quoted = !quoted
		} else if letter == '#' && !quoted {
			return strings.TrimRight(line[:i], " ")
		}
	}
	return line
	//: where=spaced
	for i, letter := range line {
		if letter == '#' && (i == 0 || line[i-1] == ' ') {
			return strings.TrimRight(line[:i], " ")
		}
	}
	return line
	//: end
}

//: family match_pattern
import "strings" //: star=segment

func MatchPattern(pattern, name string) bool {
	if pattern == "" {
		return name == ""
	}
	if pattern[0] == '*' {
		//: star=any
		for i := range len(name) + 1 {
			if MatchPattern(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
		//: star=segment
		for i := range len(name) + 1 {
			if strings.Contains(name[:i], "/") {
				return false
			}
			if MatchPattern(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
		//: star=some
		for i := 1; i <= len(name); i++ {
			if MatchPattern(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
		//: end
	}
	if name == "" || pattern[0] != '?' && pattern[0] != name[0] {
		return false
	}
	return MatchPattern(pattern[1:], name[1:])
}

//: family nesting
import (
	"errors"
	"strings"
)

const (
	openers = "(" //: kind=round
	closers = ")" //: kind=round
	openers = "([{" //: kind=all
	closers = ")]}" //: kind=all
)

var errUnbalanced = errors.New("brackets do not match")

func Nesting(text string) (int, error) {
	var expected []byte
	deepest := 0
	for i := range len(text) {
		letter := text[i]
		if kind := strings.IndexByte(openers, letter); kind >= 0 {
			expected = append(expected, closers[kind])
			deepest = max(deepest, len(expected))
		} else if strings.IndexByte(closers, letter) >= 0 {
			last := len(expected) - 1
			if last < 0 || expected[last] != letter {
				return 0, errUnbalanced
			}
			expected = expected[:last]
		}
	}
	if len(expected) > 0 {
		return 0, errUnbalanced
	}
	return deepest, nil
}
