package solutions

//: family tokens
import (
	"errors"
	"strings"
)

type Token struct {
	Kind, Text string
}

func Tokens(source string) ([]Token, error) {
	found := []Token{}
	for source != "" {
		if source[0] == ' ' {
			source = source[1:]
			continue
		}
		kind, size := scan(source)
		if size == 0 {
			return nil, errors.New("unexpected character")
		}
		found = append(found, Token{kind, source[:size]})
		source = source[size:]
	}
	return found, nil
}

func scan(source string) (kind string, size int) {
	//: symbols=long
	for _, pair := range []string{"==", "<=", ">=", "->"} {
		if strings.HasPrefix(source, pair) {
			return "symbol", 2
		}
	}
	//: end
	switch {
	case strings.IndexByte("+-=<>", source[0]) >= 0:
		return "symbol", 1
	case isDigit(source[0]):
		for size < len(source) && isDigit(source[size]) {
			size++
		}
		return "number", size
	case isLetter(source[0]):
		for size < len(source) && (isLetter(source[size]) || isDigit(source[size])) {
			size++
		}
		return "name", size
	}
	return "", 0
}

func isDigit(c byte) bool {
	return '0' <= c && c <= '9'
}

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

//: family door_lock
import "strings" //: rule=latest

type DoorLock struct {
	code, keys string //: rule!=restart
	//: rule=restart
	code  string
	right int
	//: end
}

func NewDoorLock(code string) *DoorLock {
	return &DoorLock{code: code}
}

func (l *DoorLock) Press(key string) bool {
	//: rule=latest
	l.keys += key
	opens := strings.HasSuffix(l.keys, l.code)
	if opens {
		l.keys = ""
	}
	return opens
	//: rule=blocks
	l.keys += key
	if len(l.keys) < len(l.code) {
		return false
	}
	opens := l.keys == l.code
	l.keys = ""
	return opens
	//: rule=restart
	if key != l.code[l.right:l.right+1] {
		l.right = 0
		return false
	}
	l.right = (l.right + 1) % len(l.code)
	return l.right == 0
	//: end
}

//: family debouncer
type Debouncer struct {
	//: rule!=majority
	count, seen int
	level       bool
	//: rule=majority
	latest []bool
	level  bool
	//: end
}

func NewDebouncer(count int) *Debouncer {
	return &Debouncer{count: count} //: rule!=majority
	return &Debouncer{latest: make([]bool, count)} //: rule=majority
}

func (d *Debouncer) Read(level bool) bool {
	//: rule=row
	if level == d.level {
		d.seen = 0
		return d.level
	}
	d.seen++
	if d.seen == d.count {
		d.level, d.seen = level, 0
	}
	return d.level
	//: rule=counter
	if level {
		d.seen = min(d.seen+1, d.count)
	} else {
		d.seen = max(d.seen-1, 0)
	}
	switch d.seen {
	case 0:
		d.level = false
	case d.count:
		d.level = true
	}
	return d.level
	//: rule=majority
	d.latest = append(d.latest[1:], level)
	lead := 0
	for _, each := range d.latest {
		if each {
			lead++
		} else {
			lead--
		}
	}
	if lead != 0 {
		d.level = lead > 0
	}
	return d.level
	//: end
}

//: family frame_reader
type state int

const (
	idle state = iota
	inLength
	inPayload
	inCheck
)

type FrameReader struct {
	state   state
	left    int
	payload []int
	check   int
	damaged int
}

func NewFrameReader() *FrameReader {
	return &FrameReader{}
}

func (r *FrameReader) Feed(value int) ([]int, bool) {
	switch r.state {
	case idle:
		if value == 126 {
			r.state, r.payload, r.check = inLength, []int{}, 0
		}
	case inLength:
		r.left, r.state = value, inPayload
		if value == 0 {
			r.state = inCheck
		}
	case inPayload:
		r.payload = append(r.payload, value)
		r.check = (r.check + value) % 256 //: check=sum
		r.check ^= value //: check=xor
		r.left--
		if r.left == 0 {
			r.state = inCheck
		}
	case inCheck:
		r.state = idle
		if value == r.check {
			return r.payload, true
		}
		r.damaged++
	}
	return nil, false
}

func (r *FrameReader) Damaged() int {
	return r.damaged
}

//: family line_reader
import "strings"

type LineReader struct {
	rest string
}

func NewLineReader() *LineReader {
	return &LineReader{}
}

func (r *LineReader) Feed(chunk string) []string {
	//: ends!=semicolon
	lines := strings.Split(r.rest+chunk, "\n")
	last := len(lines) - 1
	r.rest = lines[last]
	//: ends=newline
	return lines[:last]
	//: ends=either
	for i, line := range lines {
		lines[i] = strings.TrimSuffix(line, "\r")
	}
	return lines[:last]
	//: ends=semicolon
	lines := []string{}
	for _, letter := range chunk {
		if letter == ';' && strings.Count(r.rest, `"`)%2 == 0 {
			lines = append(lines, r.rest)
			r.rest = ""
		} else {
			r.rest += string(letter)
		}
	}
	return lines
	//: end
}

func (r *LineReader) Finish() (string, bool) {
	rest := r.rest
	r.rest = ""
	return rest, rest != ""
}

//: family multi_tap
import "strings"

var letters = map[byte]string{
	'2': "abc", '3': "def", '4': "ghi", '5': "jkl", '6': "mno",
	'7': "pqrs", '8': "tuv", '9': "wxyz", '0': " ",
}

func MultiTap(keys string) string {
	var typed strings.Builder
	presses := 0
	for i := range len(keys) {
		if keys[i] == '.' {
			continue
		}
		presses++
		group := letters[keys[i]]
		last := i+1 == len(keys) || keys[i+1] != keys[i]
		if last || presses == len(group) { //: more=next
			typed.WriteByte(group[presses-1]) //: more=next
		if last { //: more!=next
			typed.WriteByte(group[(presses-1)%len(group)]) //: more=wrap
			typed.WriteByte(group[min(presses, len(group))-1]) //: more=last
			presses = 0
		}
	}
	return typed.String()
}

//: family trace_machine
//: missing=error
import "errors"

//: end
type Rule struct {
	Source, Symbol, Target string
}

func TraceMachine(rules []Rule, start, symbols string) []string { //: missing!=error
func TraceMachine(rules []Rule, start, symbols string) ([]string, error) { //: missing=error
	targets := make(map[[2]string]string)
	for _, rule := range rules {
		targets[[2]string{rule.Source, rule.Symbol}] = rule.Target
	}
	states := []string{start}
	state := start
	for _, symbol := range symbols {
		target, ok := targets[[2]string{state, string(symbol)}]
		if !ok {
			target, ok = targets[[2]string{state, "*"}]
		}
		//: missing=stays
		if ok {
			state = target
		}
		//: missing=stops
		if !ok {
			break
		}
		state = target
		//: missing=error
		if !ok {
			return nil, errors.New("no rule applies")
		}
		state = target
		//: end
		states = append(states, state)
	}
	return states //: missing!=error
	return states, nil //: missing=error
}
