package solutions

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
