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
