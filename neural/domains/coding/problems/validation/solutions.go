package solutions

//: family check_password
//: extra=common
import (
	"regexp"
	"strings"
)

//: extra!=common
import "regexp"

//: end
var (
	digit   = regexp.MustCompile(`[0-9]`)
	capital = regexp.MustCompile(`[A-Z]`)
	symbol  = regexp.MustCompile(`[^A-Za-z0-9]`) //: extra=symbol
)

func CheckPassword(password string) []string {
	var faults []string
	if len([]rune(password)) < 8 {
		faults = append(faults, "too short")
	}
	if !digit.MatchString(password) {
		faults = append(faults, "no digit")
	}
	if !capital.MatchString(password) {
		faults = append(faults, "no capital")
	}
	//: extra=symbol
	if !symbol.MatchString(password) {
		faults = append(faults, "no symbol")
	}
	//: extra=repeated
	letters := []rune(password)
	for i := 2; i < len(letters); i++ {
		if letters[i-2] == letters[i-1] && letters[i-1] == letters[i] {
			faults = append(faults, "repeated")
			break
		}
	}
	//: extra=common
	if strings.EqualFold(password, "password") {
		faults = append(faults, "common")
	}
	//: end
	return faults
}

//: family is_email
import "regexp"

const local = `[^@ ]+` //: local=any
const local = `[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*` //: local=dots
const local = `[A-Za-z0-9]+` //: local=plain

var form = regexp.MustCompile(`^` + local + `@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$`)

func IsEmail(address string) bool {
	return form.MatchString(address)
}

//: family is_ipv4
import (
	"strconv"
	"strings"
)

func IsIpv4(address string) bool {
	parts := strings.Split(address, ".")
	if len(parts) != 4 {
		return false
	}
	for _, part := range parts {
		if len(part) > 1 && part[0] == '0' { //: zeros=refused
		if len(part) > 3 { //: zeros=allowed
			return false
		}
		if _, err := strconv.ParseUint(part, 10, 8); err != nil {
			return false
		}
	}
	return true
}

//: family is_isbn
//: dashes=ignored
import (
	"regexp"
	"strings"
)

//: dashes=refused
import "regexp"

//: end
var form = regexp.MustCompile(`^\d{9}[\dX]$`)

func IsIsbn(text string) bool {
	text = strings.ReplaceAll(text, "-", "") //: dashes=ignored
	if !form.MatchString(text) {
		return false
	}
	sum := 0
	for i, letter := range text {
		digit := int(letter - '0')
		if letter == 'X' {
			digit = 10
		}
		sum += (10 - i) * digit
	}
	return sum%11 == 0
}

//: family parse_port
import (
	"errors"
	"fmt"
	"strconv"
)

func ParsePort(text string) (int, error) {
	port, err := strconv.ParseUint(text, 10, 32)
	if errors.Is(err, strconv.ErrSyntax) {
		return 0, errors.New("port must be a number")
	}
	if err != nil || port < LOWEST || port > 65535 {
		return 0, fmt.Errorf("port out of range: %d", port)
	}
	return int(port), nil
}

//: family check_fields
//: more=unknown and lacks=absent
import (
	"maps"
	"slices"
)

//: more=unknown and lacks=blank
import (
	"maps"
	"slices"
	"strings"
)

//: more=only and lacks=blank
import "strings"

//: end
func CheckFields(form map[string]string, required []string) []string {
	var problems []string
	for _, name := range required {
		if _, ok := form[name]; !ok { //: lacks=absent
		if strings.Trim(form[name], " ") == "" { //: lacks=blank
			problems = append(problems, name)
		}
	}
	//: more=unknown
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if !slices.Contains(required, name) {
			problems = append(problems, name+"?")
		}
	}
	//: end
	return problems
}

//: family validate_order
import "errors"

var (
	ErrOutOfStock = errors.New("not enough in stock")
	ErrQuantity   = errors.New("quantity must be at least 1")
	ErrPrice      = errors.New("price must not be negative")
)

func ValidateOrder(quantity, price, stock int) (int, error) {
	switch {
	case stock < quantity: //: first=stock and stock_rule=error
	case stock < quantity && stock == 0: //: first=stock and stock_rule=reduce
		return 0, ErrOutOfStock //: first=stock
	case quantity < 1:
		return 0, ErrQuantity
	case price < 0:
		return 0, ErrPrice
	case stock < quantity: //: first=order and stock_rule=error
	case stock == 0: //: first=order and stock_rule=reduce
		return 0, ErrOutOfStock //: first=order
	}
	return quantity * price, nil //: stock_rule=error
	return min(quantity, stock) * price, nil //: stock_rule=reduce
}

//: family is_identifier
import (
	"regexp"
	"slices"
)

var reserved = []string{"if", "for", "while"}
var form = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`) //: rule=code
var form = regexp.MustCompile(`^[a-z](?:[a-z0-9-]*[a-z0-9])?$`) //: rule=css
var form = regexp.MustCompile(`^[A-Z][A-Z0-9_]*$`) //: rule=const

func IsIdentifier(name string) bool {
	return form.MatchString(name) && !slices.Contains(reserved, name)
}

//: family is_hex_color
import "regexp"

var color = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`) //: digits=six
var color = regexp.MustCompile(`^#(?:[0-9A-Fa-f]{3}){1,2}$`) //: digits=short
//: digits=alpha
var color = regexp.MustCompile(
	`^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$`)
//: end

func IsHexColor(text string) bool {
	return color.MatchString(text)
}

//: family check_sudoku
func CheckSudoku(cells []int) bool {
	var rows, columns, blocks [4][5]bool
	for i, number := range cells {
		if number == 0 {
			return false //: filled=full
			continue //: filled=partly
		}
		row, column := i/4, i%4
		block := row/2*2 + column/2
		if rows[row][number] || columns[column][number] || blocks[block][number] {
			return false
		}
		rows[row][number] = true
		columns[column][number] = true
		blocks[block][number] = true
	}
	return true
}

//: family check_bracket_tags
import "regexp"

var tag = regexp.MustCompile(`<(/?)([a-z]+)>`)

func CheckBracketTags(html string) (string, bool) {
	var opened []string
	for _, match := range tag.FindAllStringSubmatch(html, -1) {
		name, last := match[2], len(opened)-1
		switch {
		case match[1] == "": //: void=none
		case match[1] == "" && name == "br": //: void=br
			continue //: void=br
		case match[1] == "": //: void=br
			opened = append(opened, name)
		case last < 0 || opened[last] != name:
			return match[0], true
		default:
			opened = opened[:last]
		}
	}
	if len(opened) == 0 {
		return "", false
	}
	return "<" + opened[len(opened)-1] + ">", true
}

//: family valid_move
import "fmt"

func ValidMove(piece, start, end string) (bool, error) {
	files := distance(start[0], end[0])
	ranks := distance(start[1], end[1])
	switch piece {
	case "rook":
		return (files == 0) != (ranks == 0), nil
	case "bishop":
		return files == ranks && files != 0, nil
	case "knight": //: third=knight
		return files*ranks == 2, nil //: third=knight
	case "king": //: third=king
		return max(files, ranks) == 1, nil //: third=king
	}
	return false, fmt.Errorf("unknown piece: %s", piece)
}

func distance(a, b byte) int {
	return max(int(a)-int(b), int(b)-int(a))
}

//: family normalize_phone
import (
	"fmt"
	"regexp"
	"strings"
)

var phone = regexp.MustCompile(`^\+[0-9]{7,13}$`)
var separators = strings.NewReplacer(" ", "", "-", "", "/", "", "(", "", ")", "")

func NormalizePhone(text string) (string, error) {
	number := separators.Replace(text)
	if rest, ok := strings.CutPrefix(number, "00"); ok {
		number = "+" + rest
	} else if rest, ok := strings.CutPrefix(number, "0"); ok { //: prefix=german
		number = "+49" + rest //: prefix=german
	}
	if !phone.MatchString(number) {
		return "", fmt.Errorf("not a phone number: '%s'", text)
	}
	return number, nil
}

//: family layout_problems
import "strings"

func LayoutProblems(text string) int {
	count := 0
	for line := range strings.SplitSeq(text, "\n") {
		if len([]rune(line)) > 8 { //: what=long
		if strings.HasSuffix(line, " ") || strings.HasSuffix(line, "\t") { //: what=trailing
		//: what=tabs
		rest := strings.TrimLeft(line, " ")
		if len(rest) < len(line) && strings.HasPrefix(rest, "\t") {
		//: what=mixed
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if strings.Contains(indent, " ") && strings.Contains(indent, "\t") {
		//: end
			count++
		}
	}
	return count
}
