package solutions

//: family slugify
import (
	"regexp"
	"strings"
)

var others = regexp.MustCompile(`[^a-z0-9]+`) //: kept=alnum
var others = regexp.MustCompile(`[^a-z]+`) //: kept=letters

func Slugify(title string) string {
	slug := others.ReplaceAllString(strings.ToLower(title), SEPARATOR)
	return strings.Trim(slug, SEPARATOR)
}

//: family truncate
import "strings" //: dots=words

func Truncate(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	return string(runes[:limit-3]) + "..." //: dots=inside
	return string(runes[:limit]) + "..." //: dots=beyond
	//: dots=words
	if end := strings.LastIndex(string(runes[:limit-2]), " "); end >= 0 {
		return text[:end] + "..."
	}
	return string(runes[:limit-3]) + "..."
	//: end
}

//: family mask
import "strings"

func Mask(secret string, visible int) string {
	hidden := len(secret) - visible
	if hidden <= 0 {
		return strings.Repeat("*", len(secret)) //: short=hidden
		return secret //: short=shown
	}
	return strings.Repeat("*", hidden) + secret[hidden:] //: side=last
	return secret[:visible] + strings.Repeat("*", hidden) //: side=first
}

//: family to_camel
import "strings"

func ToCamel(name string) string {
	var camel strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		if part == "" {
			continue
		}
		//: style=lower
		if camel.Len() == 0 {
			camel.WriteString(part)
			continue
		}
		//: end
		camel.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return camel.String()
}

//: family to_snake
import (
	"strings"
	"unicode"
)

func ToSnake(name string) string {
	var snake strings.Builder
	letters := []rune(name)
	for i, letter := range letters {
		//: acronyms=split
		if i > 0 && unicode.IsUpper(letter) {
			snake.WriteByte('_')
		}
		//: acronyms=joined
		if i > 0 && unicode.IsUpper(letter) {
			afterSmall := unicode.IsLower(letters[i-1])
			beforeSmall := i+1 < len(letters) && unicode.IsLower(letters[i+1])
			if afterSmall || beforeSmall {
				snake.WriteByte('_')
			}
		}
		//: end
		snake.WriteRune(unicode.ToLower(letter))
	}
	return snake.String()
}

//: family common_prefix
import "strings"

func CommonPrefix(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	//: unit=characters
	prefix := paths[0]
	for _, path := range paths[1:] {
		for !strings.HasPrefix(path, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix
	//: unit=segments
	prefix := strings.Split(paths[0], "/")
	for _, path := range paths[1:] {
		segments := strings.Split(path, "/")
		n := 0
		for n < min(len(prefix), len(segments)) && prefix[n] == segments[n] {
			n++
		}
		prefix = prefix[:n]
	}
	return strings.Join(prefix, "/")
	//: end
}

//: family is_palindrome
//: respecting=case
import "strings"

//: respecting=letters
import (
	"strings"
	"unicode"
)

//: end
func IsPalindrome(text string) bool {
	text = strings.ToLower(text) //: respecting=case
	//: respecting=letters
	text = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	//: end
	for i, j := 0, len(text)-1; i < j; i, j = i+1, j-1 {
		if text[i] != text[j] {
			return false
		}
	}
	return true
}

//: family title_case
import "strings"

//: small!=all
var small = map[string]bool{"a": true, "and": true, "of": true, "the": true}

//: end
func TitleCase(text string) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		//: small=not_inside
		if i > 0 && small[word] {
			continue
		}
		//: small=not_inner
		if 0 < i && i < len(words)-1 && small[word] {
			continue
		}
		//: end
		if word != "" {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, " ")
}

//: family squeeze
import "strings"

func Squeeze(text string) string {
	return strings.Join(strings.Fields(text), " ") //: scope=all
	//: scope=lines
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
	//: scope=blank
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		} else if n := len(kept); n == 0 || kept[n-1] != "" {
			kept = append(kept, "")
		}
	}
	return strings.Join(kept, "\n")
	//: end
}

//: family hashtags
import (
	"regexp"
	"slices" //: repeated!=kept
	"strings" //: repeated=folded
)

var hashtag = regexp.MustCompile(`(?:^| )#(\w+)`)

func Hashtags(post string) []string {
	var tags []string
	for _, match := range hashtag.FindAllStringSubmatch(post, -1) {
		//: repeated=kept
		tags = append(tags, match[1])
		//: repeated=exact
		if tag := match[1]; !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
		//: repeated=folded
		if tag := strings.ToLower(match[1]); !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
		//: end
	}
	return tags
}

//: family initials
import (
	"strings"
	"unicode"
)

func Initials(name string) string {
	var initials strings.Builder
	for _, part := range strings.Fields(name) {
		letter := []rune(part)[0]
		//: particles=capitals
		if !unicode.IsUpper(letter) {
			continue
		}
		initials.WriteRune(letter)
		//: particles=all
		initials.WriteRune(unicode.ToUpper(letter))
		//: end
		initials.WriteByte('.') //: style=dots
	}
	return initials.String()
}

//: family between
import "strings"

func Between(text, start, end string) (string, bool) {
	_, rest, found := strings.Cut(text, start)
	if !found {
		return "", false
	}
	//: which=first
	inner, _, closed := strings.Cut(rest, end)
	return inner, closed
	//: which=last
	place := strings.LastIndex(rest, end)
	if place < 0 {
		return "", false
	}
	return rest[:place], true
	//: end
}

//: family unique_lines
//: which=first
import "strings"

//: which=last
import (
	"slices"
	"strings"
)

//: end
func UniqueLines(text string) string {
	lines := strings.Split(text, "\n")
	slices.Reverse(lines) //: which=last
	seen := make(map[string]bool)
	var kept []string
	for _, line := range lines {
		if !seen[line] { //: blank=counted
		if line == "" || !seen[line] { //: blank=kept
			seen[line] = true
			kept = append(kept, line)
		}
	}
	slices.Reverse(kept) //: which=last
	return strings.Join(kept, "\n")
}

//: family unique_name
import "fmt"

func UniqueName(name string, taken map[string]bool) string {
	free := name
	for number := 2; taken[free]; number++ { //: pattern=dash
	for number := 1; taken[free]; number++ { //: pattern=brackets
		free = fmt.Sprintf("%s-%d", name, number) //: pattern=dash
		free = fmt.Sprintf("%s (%d)", name, number) //: pattern=brackets
	}
	return free
}

//: family shared_letters
import "slices"

func SharedLetters(left, right string) string {
	var shared []rune
	//: count=once
	for _, letter := range left {
		if slices.Contains([]rune(right), letter) {
			shared = append(shared, letter)
		}
	}
	slices.Sort(shared)
	return string(slices.Compact(shared))
	//: count=often
	counts := make(map[rune]int)
	for _, letter := range right {
		counts[letter]++
	}
	for _, letter := range left {
		if counts[letter] > 0 {
			counts[letter]--
			shared = append(shared, letter)
		}
	}
	slices.Sort(shared)
	return string(shared)
	//: end
}

//: family natural_key_order
import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

func split(name string) (string, int) {
	letters := strings.TrimRight(name, "0123456789")
	number, _ := strconv.Atoi(name[len(letters):])
	return letters, number
}

func NaturalKeyOrder(names []string) []string {
	sorted := slices.Clone(names)
	slices.SortStableFunc(sorted, func(a, b string) int {
		left, m := split(a)
		right, n := split(b)
		return cmp.Or(cmp.Compare(left, right), cmp.Compare(m, n)) //: direction=up
		return cmp.Or(cmp.Compare(left, right), cmp.Compare(n, m)) //: direction=down
	})
	return sorted
}

//: family longest_word
import "strings"

func LongestWord(sentence string) string {
	longest := ""
	for word := range strings.SplitSeq(sentence, " ") {
		//: tie=first
		if len(word) > len(longest) {
			longest = word
		}
		//: tie=last
		if len(word) >= len(longest) {
			longest = word
		}
		//: tie=alphabetical
		if len(word) > len(longest) || len(word) == len(longest) && word < longest {
			longest = word
		}
		//: end
	}
	return longest
}

//: family replace_words
import "strings"

func ReplaceWords(text string, replacements map[string]string) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		if replacement, ok := replacements[word]; ok { //: case=exact
		if replacement, ok := replacements[strings.ToLower(word)]; ok { //: case=ignored
			words[i] = replacement
		}
	}
	return strings.Join(words, " ")
}
