package solutions

//: family shell_words
import "errors"

func ShellWords(line string) ([]string, error) {
	words := []string{}
	var word []byte
	inWord := false
	var quote byte // 0 outside of quotes
	for i := 0; i < len(line); i++ {
		letter := line[i]
		switch {
		//: escape=double
		case letter == '\\' && quote != '\'':
			i++
			if i < len(line) {
				word, inWord = append(word, line[i]), true
			}
		//: end
		case letter == quote:
			quote = 0
		case quote != 0:
			word = append(word, letter)
		case letter == '\'' || letter == '"':
			quote, inWord = letter, true
		case letter != ' ':
			word, inWord = append(word, letter), true
		case inWord:
			words = append(words, string(word))
			word, inWord = nil, false
		}
	}
	if quote != 0 {
		return nil, errors.New("unclosed quote")
	}
	if inWord {
		words = append(words, string(word))
	}
	return words, nil
}

//: family strip_block_comments
import (
	"errors"
	"strings"
)

func StripBlockComments(source string) (string, error) {
	var kept strings.Builder
	//: nested=flat
	for {
		before, rest, found := strings.Cut(source, "(*")
		kept.WriteString(before)
		if !found {
			return kept.String(), nil
		}
		_, after, closed := strings.Cut(rest, "*)")
		if !closed {
			return "", errors.New("unclosed comment")
		}
		//: nested=flat and space=blank
		kept.WriteByte(' ')
		//: nested=flat
		source = after
	}
	//: nested=nested
	depth := 0
	for i := 0; i < len(source); i++ {
		switch {
		case strings.HasPrefix(source[i:], "(*"):
			depth++
			i++
		case depth > 0 && strings.HasPrefix(source[i:], "*)"):
			depth--
			i++
			//: nested=nested and space=blank
			if depth == 0 {
				kept.WriteByte(' ')
			}
			//: nested=nested
		case depth == 0:
			kept.WriteByte(source[i])
		}
	}
	if depth > 0 {
		return "", errors.New("unclosed comment")
	}
	return kept.String(), nil
	//: end
}

//: family unescape
import (
	"errors" //: unknown=error
	"strconv"
	"strings"
)

func Unescape(text string) (string, error) { //: unknown=error
func Unescape(text string) string { //: unknown!=error
	var plain strings.Builder
	for text != "" {
		letter, size := resolve(text)
		//: unknown=error
		if size == 0 {
			return "", errors.New("bad escape")
		}
		plain.WriteByte(letter)
		text = text[size:]
		//: unknown=kept
		plain.WriteByte(letter)
		text = text[max(size, 1):]
		//: unknown=dropped
		if size > 0 {
			plain.WriteByte(letter)
		}
		text = text[max(size, 1):]
		//: end
	}
	return plain.String(), nil //: unknown=error
	return plain.String() //: unknown!=error
}

// resolve reads the first character of a text; the size is 0 for a bad escape.
func resolve(text string) (letter byte, size int) {
	if text[0] != '\\' {
		return text[0], 1
	}
	if len(text) > 1 {
		switch text[1] {
		case 'n':
			return '\n', 2
		case 't':
			return '\t', 2
		case '\\':
			return '\\', 2
		}
	}
	if len(text) > 3 && text[1] == 'x' {
		if code, err := strconv.ParseUint(text[2:4], 16, 8); err == nil {
			return byte(code), 4
		}
	}
	return '\\', 0
}

//: family number_kind
func NumberKind(text string) string {
	if text != "" && (text[0] == '+' || text[0] == '-') {
		text = text[1:]
	}
	before, after, points := 0, 0, 0
	for _, letter := range text {
		switch {
		case letter == '.':
			points++
		case letter < '0' || letter > '9':
			return "other"
		case points == 0:
			before++
		default:
			after++
		}
	}
	switch {
	case points == 0 && before > 0:
		return "integer"
	case points == 1 && before > 0 && after > 0: //: point=inner
	case points == 1 && before+after > 0: //: point=outer
	case points == 1 && before > 0: //: point=front
		return "decimal"
	}
	return "other"
}
