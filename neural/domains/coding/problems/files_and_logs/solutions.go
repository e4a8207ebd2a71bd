package solutions

//: family parse_ini
import (
	"errors" //: again=refused
	"fmt"
	"strings"
)

func ParseINI(text string) (map[string]map[string]string, error) {
	sections := make(map[string]map[string]string)
	name := ""
	for i, raw := range strings.Split(text, "\n") {
		line := strings.Trim(raw, " ")
		if line == "" || line[0] == ';' || line[0] == '#' {
			continue
		}
		if len(line) > 2 && line[0] == '[' && strings.HasSuffix(line, "]") {
			name = line[1 : len(line)-1]
			//: again=continued
			if sections[name] == nil {
				sections[name] = make(map[string]string)
			}
			//: again=refused
			if sections[name] != nil {
				return nil, errors.New("a section comes again")
			}
			//: again!=continued
			sections[name] = make(map[string]string)
			//: end
			continue
		}
		before, after, found := strings.Cut(line, "=")
		key := strings.Trim(before, " ")
		if !found || key == "" {
			return nil, fmt.Errorf("line %d is malformed", i+1)
		}
		if sections[name] == nil {
			sections[name] = make(map[string]string)
		}
		sections[name][key] = strings.Trim(after, " ")
	}
	return sections, nil
}

//: family normalize_path
//: above=refused
import (
	"errors"
	"strings"
)

//: above!=refused
import "strings"

//: end
func NormalizePath(path string) string { //: above!=refused
func NormalizePath(path string) (string, error) { //: above=refused
	root := ""
	if strings.HasPrefix(path, "/") {
		root = "/"
	}
	var parts []string
	for _, part := range strings.Split(path, "/") {
		n := len(parts)
		switch {
		case part == "" || part == ".":
			continue
		case part != "..":
			parts = append(parts, part)
		//: above=kept
		case root == "" && (n == 0 || parts[n-1] == ".."):
			parts = append(parts, part)
		//: end
		case n > 0:
			parts = parts[:n-1]
		//: above=refused
		default:
			return "", errors.New("path leads outside")
		//: end
		}
	}
	if root == "" && len(parts) == 0 {
		return "." //: above!=refused
		return ".", nil //: above=refused
	}
	return root + strings.Join(parts, "/") //: above!=refused
	return root + strings.Join(parts, "/"), nil //: above=refused
}

//: family relative_path
import "strings"

func RelativePath(source, target string) string {
	here := split(source)
	here = here[:len(here)-1] //: kind=file
	there := split(target)
	common := 0
	for common < min(len(here), len(there)) && here[common] == there[common] {
		common++
	}
	var steps []string
	for range here[common:] {
		steps = append(steps, "..")
	}
	steps = append(steps, there[common:]...)
	if len(steps) == 0 {
		return "."
	}
	return strings.Join(steps, "/")
}

func split(path string) []string {
	return strings.FieldsFunc(path, func(letter rune) bool { return letter == '/' })
}

//: family split_name
import "strings"

func SplitName(name string) (string, string) {
	//: which=last
	place := strings.LastIndex(name, ".")
	if place < 1 {
		return name, ""
	}
	return name[:place], name[place+1:]
	//: which=first
	if name == "" {
		return "", ""
	}
	before, extension, _ := strings.Cut(name[1:], ".")
	return name[:1] + before, extension
	//: end
}

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

//: family apply_patch
import "errors"

func ApplyPatch(lines, patch []string) ([]string, error) {
	var patched []string
	place := 0
	for _, line := range patch {
		mark, text := line[0], line[1:]
		if mark == '+' { //: direction=forward
		if mark == '-' { //: direction=backward
			patched = append(patched, text)
			continue
		}
		if place == len(lines) || lines[place] != text {
			return nil, errors.New("the patch does not fit")
		}
		place++
		if mark == ' ' {
			patched = append(patched, text)
		}
	}
	//: rest=error
	if place < len(lines) {
		return nil, errors.New("the patch does not fit")
	}
	return patched, nil
	//: rest=kept
	return append(patched, lines[place:]...), nil
	//: end
}

//: family sum_column
//: bad=skip
import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

//: bad!=skip
import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

//: end
var number = regexp.MustCompile(`^-?[0-9]+$`)

func SumColumn(text, column string) (int, error) {
	rows := strings.Split(text, "\n")
	place := slices.Index(strings.Split(rows[0], ","), column)
	if place < 0 {
		return 0, errors.New("no such column")
	}
	total := 0
	for i, row := range rows[1:] { //: bad!=skip
	for _, row := range rows[1:] { //: bad=skip
		cell := ""
		if cells := strings.Split(row, ","); place < len(cells) {
			cell = cells[place]
		}
		if !number.MatchString(cell) {
			//: bad=blank
			if cell != "" {
				return 0, fmt.Errorf("line %d: not a number", i+2)
			}
			//: bad=error
			if row != "" {
				return 0, fmt.Errorf("line %d: not a number", i+2)
			}
			//: end
			continue
		}
		amount, err := strconv.Atoi(cell)
		if err != nil {
			return 0, err
		}
		total += amount
	}
	return total, nil
}

//: family read_records
//: ragged=error
import (
	"fmt"
	"strings"
)

func ReadRecords(lines []string) ([]map[string]string, error) {
	var names []string
	var records []map[string]string
	for i, line := range lines {
		if line == "" {
			continue
		}
		cells := strings.Split(line, ";")
		if i == 0 {
			names = cells
			continue
		}
		if len(cells) != len(names) {
			return nil, fmt.Errorf("line %d has %d cells", i+1, len(cells))
		}
		record := make(map[string]string)
		for place, name := range names {
			record[name] = cells[place]
		}
		records = append(records, record)
	}
	return records, nil
}
//: ragged!=error
import "strings"

func ReadRecords(lines []string) []map[string]string {
	var names []string
	var records []map[string]string
	for i, line := range lines {
		if line == "" {
			continue
		}
		cells := strings.Split(line, ";")
		if i == 0 {
			names = cells
			continue
		}
		//: ragged=skip
		if len(cells) != len(names) {
			continue
		}
		//: ragged!=error
		record := make(map[string]string)
		for place, name := range names {
			record[name] = cells[place] //: ragged=skip
			//: ragged=fill
			record[name] = ""
			if place < len(cells) {
				record[name] = cells[place]
			}
			//: ragged!=error
		}
		records = append(records, record)
	}
	return records
}
//: end

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

//: family join_continued
import "strings"

func JoinContinued(text string) []string {
	if text == "" {
		return nil
	}
	var logical []string
	continues := false
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		part, open := strings.CutSuffix(line, `\`)
		if last := len(logical) - 1; continues {
			logical[last] += part //: join=as_is
			logical[last] += strings.TrimLeft(part, " ") //: join=trimmed
			logical[last] += " " + strings.TrimLeft(part, " ") //: join=space
		} else {
			logical = append(logical, part)
		}
		continues = open
	}
	return logical
}

//: family load_env
//: unknown=error
import (
	"fmt"
	"regexp"
	"strings"
)

//: unknown!=error
import (
	"regexp"
	"strings"
)

//: end
var reference = regexp.MustCompile(`\$[A-Z]+`)

func LoadEnv(text string) map[string]string { //: unknown!=error
func LoadEnv(text string) (map[string]string, error) { //: unknown=error
	values := make(map[string]string)
	var failure error //: unknown=error
	valueOf := func(found string) string {
		return values[found[1:]] //: unknown=empty
		//: unknown!=empty
		value, ok := values[found[1:]]
		//: unknown=kept
		if !ok {
			return found
		}
		//: unknown=error
		if !ok && failure == nil {
			failure = fmt.Errorf("%s is not set", found[1:])
		}
		//: unknown!=empty
		return value
		//: end
	}
	for _, line := range strings.Split(text, "\n") {
		if line != "" && line[0] != '#' {
			name, value, _ := strings.Cut(line, "=")
			values[name] = reference.ReplaceAllStringFunc(value, valueOf)
			//: unknown=error
			if failure != nil {
				return nil, failure
			}
			//: end
		}
	}
	return values //: unknown!=error
	return values, nil //: unknown=error
}

//: family file_tree
import (
	"cmp" //: order!=names
	"maps"
	"slices"
	"strings"
)

func FileTree(paths []string) []string {
	return listing(paths, "")
}

func listing(paths []string, indent string) []string {
	inside := make(map[string][]string)
	for _, path := range paths {
		name, rest, isFolder := strings.Cut(path, "/")
		if isFolder {
			inside[name] = append(inside[name], rest)
		} else {
			inside[name] = nil
		}
	}
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(inside)) { //: order=names
	//: order!=names
	names := slices.SortedFunc(maps.Keys(inside), func(a, b string) int {
		//: order=folders
		return cmp.Or(
			cmp.Compare(min(len(inside[b]), 1), min(len(inside[a]), 1)),
			cmp.Compare(a, b),
		)
		//: order=files
		return cmp.Or(
			cmp.Compare(min(len(inside[a]), 1), min(len(inside[b]), 1)),
			cmp.Compare(a, b),
		)
		//: order!=names
	})
	for _, name := range names {
		//: end
		if len(inside[name]) == 0 {
			lines = append(lines, indent+name)
			continue
		}
		lines = append(lines, indent+name+"/")
		lines = append(lines, listing(inside[name], indent+"  ")...)
	}
	return lines
}

//: family folder_sizes
import "path"

type File struct {
	Path string
	Size int
}

func FolderSizes(files []File) map[string]int {
	sizes := make(map[string]int) //: what=direct
	sizes := map[string]int{".": 0} //: what=all
	for _, file := range files {
		sizes[path.Dir(file.Path)] += file.Size //: what=direct
		//: what=all
		folder := path.Dir(file.Path)
		for folder != "." {
			sizes[folder] += file.Size
			folder = path.Dir(folder)
		}
		sizes["."] += file.Size
		//: end
	}
	return sizes
}

//: family kept_files
import (
	"slices"
	"strings"
)

func KeptFiles(paths, rules []string) []string {
	var kept []string
	for _, path := range paths {
		if isKept(path, rules) {
			kept = append(kept, path)
		}
	}
	return kept
}

func isKept(path string, rules []string) bool {
	for _, rule := range rules { //: winner=first
	for _, rule := range slices.Backward(rules) { //: winner=last
		pattern, keeps := strings.CutPrefix(rule, "!")
		if fits(path, pattern) {
			return keeps
		}
	}
	return true
}

func fits(path, pattern string) bool {
	parts := strings.Split(path, "/")
	folders, name := parts[:len(parts)-1], parts[len(parts)-1]
	if folder, ok := strings.CutSuffix(pattern, "/"); ok {
		return slices.Contains(folders, folder)
	}
	if ending, ok := strings.CutPrefix(pattern, "*"); ok {
		return strings.HasSuffix(name, ending)
	}
	return name == pattern
}

//: family hex_dump
import (
	"fmt"
	"slices"
)

func HexDump(data []int) []string {
	var lines []string
	for row := range slices.Chunk(data, 8) {
		codes, shown := "", ""
		for i, value := range row {
			if i > 0 {
				codes += " "
			}
			codes += fmt.Sprintf("%02x", value)
			if value < 32 || value > 126 {
				value = '.'
			}
			shown += string(rune(value))
		}
		start := 8 * len(lines)
		lines = append(lines, fmt.Sprintf("%04x  %-23s  %s", start, codes, shown)) //: digits=hex
		lines = append(lines, fmt.Sprintf("%06d  %-23s  %s", start, codes, shown)) //: digits=decimal
	}
	return lines
}

//: family parse_headers
import (
	"fmt"
	"strings"
)

type Header struct {
	Name, Value string
}

func ParseHeaders(lines []string) ([]Header, error) {
	var headers []Header
	for i, line := range lines {
		if line == "" {
			break
		}
		name, value, found := strings.Cut(line, ":")
		continues := line[0] == ' '
		switch {
		case continues && len(headers) > 0:
			headers[len(headers)-1].Value += " " + strings.Trim(line, " ")
		case continues || !found || name == "":
			return nil, fmt.Errorf("line %d is malformed", i+1)
		default:
			value = strings.Trim(value, " ")
			headers = append(headers, Header{strings.ToLower(name), value})
		}
	}
	return headers, nil //: again=kept
	//: again=merged
	var merged []Header
	places := make(map[string]int)
	for _, header := range headers {
		if place, ok := places[header.Name]; ok {
			merged[place].Value += ", " + header.Value
			continue
		}
		places[header.Name] = len(merged)
		merged = append(merged, header)
	}
	return merged, nil
	//: end
}

//: family diff_stats
import (
	"cmp" //: order=changes
	"slices"
	"strings"
)

type FileStat struct {
	Name           string
	Added, Removed int
}

func DiffStats(lines []string) []FileStat {
	var stats []FileStat
	current := -1
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "+++ "):
			name := line[4:]
			current = slices.IndexFunc(stats, func(each FileStat) bool {
				return each.Name == name
			})
			if current < 0 {
				current = len(stats)
				stats = append(stats, FileStat{Name: name})
			}
		case current < 0 || strings.HasPrefix(line, "--- "):
			continue
		case strings.HasPrefix(line, "+"):
			stats[current].Added++
		case strings.HasPrefix(line, "-"):
			stats[current].Removed++
		}
	}
	//: order=changes
	slices.SortFunc(stats, func(a, b FileStat) int {
		more := cmp.Compare(b.Added+b.Removed, a.Added+a.Removed)
		return cmp.Or(more, cmp.Compare(a.Name, b.Name))
	})
	//: end
	return stats
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

//: family split_front_matter
//: open=error
import (
	"errors"
	"slices"
	"strings"
)

func SplitFrontMatter(text string) (map[string]string, string, error) {
//: open!=error
import (
	"slices"
	"strings"
)

func SplitFrontMatter(text string) (map[string]string, string) {
//: end
	settings := make(map[string]string)
	lines := strings.Split(text, "\n")
	if lines[0] != "---" {
		return settings, text //: open!=error
		return settings, text, nil //: open=error
	}
	end := slices.Index(lines[1:], "---") + 1
	if end == 0 {
		return nil, "", errors.New("front matter is not closed") //: open=error
		return settings, text //: open=text
		//: open=settings
		end = len(lines)
		lines = append(lines, "---")
		//: end
	}
	for _, line := range lines[1:end] {
		if key, value, found := strings.Cut(line, ":"); found {
			settings[strings.Trim(key, " ")] = strings.Trim(value, " ")
		}
	}
	return settings, strings.Join(lines[end+1:], "\n") //: open!=error
	return settings, strings.Join(lines[end+1:], "\n"), nil //: open=error
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
