package solutions

//: family vending_machine
import (
	"errors"
	"slices"
)

var (
	ErrCoin   = errors.New("unknown coin")
	ErrCredit = errors.New("not enough credit")
)

type VendingMachine struct {
	price, credit int
}

func NewVendingMachine(price int) *VendingMachine {
	return &VendingMachine{price: price}
}

func (m *VendingMachine) Insert(coin int) (int, error) {
	if !slices.Contains([]int{5, 10, 20, 50}, coin) {
		return 0, ErrCoin
	}
	m.credit += coin
	return m.credit, nil
}

func (m *VendingMachine) Buy() (int, error) {
	if m.credit < m.price {
		return 0, ErrCredit
	}
	m.credit -= m.price
	return m.Cancel(), nil //: change=out
	return m.credit, nil //: change=kept
}

func (m *VendingMachine) Cancel() int {
	returned := m.credit
	m.credit = 0
	return returned
}

//: family crossing_light
type CrossingLight struct {
	least, walk, seconds int
	walking, pressed     bool
}

func NewCrossingLight(least, walk int) *CrossingLight {
	return &CrossingLight{least: least, walk: walk}
}

func (l *CrossingLight) Press() {
	l.pressed = true //: early=kept
	l.pressed = !l.walking //: early=ignored
}

func (l *CrossingLight) Tick() string {
	l.seconds++
	switch {
	case l.walking && l.seconds == l.walk:
		l.walking, l.seconds = false, 0
	case !l.walking && l.pressed && l.seconds >= l.least:
		l.walking, l.seconds, l.pressed = true, 0, false
	}
	if l.walking {
		return "walkers"
	}
	return "cars"
}

//: family turnstile
type Turnstile struct {
	paid, passed int //: extra=counted
	//: extra!=counted
	unlocked bool
	passed   int
	//: end
}

func NewTurnstile() *Turnstile {
	return &Turnstile{}
}

func (t *Turnstile) Coin() bool {
	//: extra=counted
	t.paid++
	return true
	//: extra=returned
	kept := !t.unlocked
	t.unlocked = true
	return kept
	//: extra=lost
	t.unlocked = true
	return true
	//: end
}

func (t *Turnstile) Push() bool {
	//: extra=counted
	if t.paid == 0 {
		return false
	}
	t.paid--
	//: extra!=counted
	if !t.unlocked {
		return false
	}
	t.unlocked = false
	//: end
	t.passed++
	return true
}

func (t *Turnstile) Passed() int {
	return t.passed
}

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

//: family browser_history
type BrowserHistory struct {
	pages []string
	place int
}

func NewBrowserHistory(home string) *BrowserHistory {
	return &BrowserHistory{pages: []string{home}}
}

func (h *BrowserHistory) Visit(page string) {
	h.place++
	h.pages = append(h.pages[:h.place], page)
}

func (h *BrowserHistory) Back(steps int) string {
	return h.move(h.place - steps)
}

func (h *BrowserHistory) Forward(steps int) string {
	return h.move(h.place + steps)
}

func (h *BrowserHistory) move(place int) string {
	h.place = min(max(place, 0), len(h.pages)-1) //: far=end
	//: far=stay
	if 0 <= place && place < len(h.pages) {
		h.place = place
	}
	//: end
	return h.pages[h.place]
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

//: family order_flow
import "errors"

type step struct {
	status, event string
}

var (
	errImpossible = errors.New("impossible event")
	steps         = map[step]string{
		{"new", "pay"}:         "paid",
		{"paid", "ship"}:       "shipped",
		{"shipped", "deliver"}: "delivered",
		{"new", "cancel"}:      "cancelled",
		{"paid", "cancel"}:     "cancelled", //: cancel=unshipped
		{"paid", "cancel"}:     "refunded", //: cancel=refund
		{"shipped", "cancel"}:  "refunded", //: cancel=refund
	}
)

type OrderFlow struct {
	status string
}

func NewOrderFlow() *OrderFlow {
	return &OrderFlow{"new"}
}

func (o *OrderFlow) Handle(event string) (string, error) {
	next, ok := steps[step{o.status, event}]
	if !ok {
		return "", errImpossible
	}
	o.status = next
	return next, nil
}

func (o *OrderFlow) Status() string {
	return o.status
}

//: family microwave
type Microwave struct {
	left          int
	open, running bool
}

func NewMicrowave() *Microwave {
	return &Microwave{}
}

func (m *Microwave) Add(seconds int) int {
	m.left += seconds
	return m.left
}

func (m *Microwave) Start() bool {
	if m.running || m.open || m.left == 0 {
		return false
	}
	m.running = true
	return true
}

func (m *Microwave) Open() {
	//: stops=cleared
	if m.running {
		m.left = 0
	}
	//: end
	m.open = true
	m.running = false //: stops!=resumes
}

func (m *Microwave) Close() {
	m.open = false
}

func (m *Microwave) Tick() int {
	if m.running { //: stops!=resumes
	if m.running && !m.open { //: stops=resumes
		m.left--
		m.running = m.left > 0
	}
	return m.left
}

//: family stopwatch
import "slices" //: time=best

type Stopwatch struct {
	running bool
	shown   int
	last    int //: time!=total
	laps    []int //: time=best
}

func NewStopwatch() *Stopwatch {
	return &Stopwatch{}
}

func (s *Stopwatch) Toggle(wait int) bool {
	s.pass(wait)
	s.running = !s.running
	return s.running
}

func (s *Stopwatch) Lap(wait int) int {
	s.pass(wait)
	return s.shown //: time=total
	//: time!=total
	split := s.shown - s.last
	s.last = s.shown
	return split //: time=split
	//: time=best
	s.laps = append(s.laps, split)
	return slices.Min(s.laps)
	//: end
}

func (s *Stopwatch) Reset(wait int) {
	s.shown = 0
	s.last = 0 //: time!=total
	s.laps = nil //: time=best
}

func (s *Stopwatch) pass(wait int) {
	if s.running {
		s.shown += wait
	}
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

//: family tennis_game
import "errors"

var names = [...]string{"0", "15", "30", "40"}

type TennisGame struct {
	server, receiver int
}

func NewTennisGame() *TennisGame {
	return &TennisGame{}
}

func (g *TennisGame) Point(server bool) (string, error) {
	if g.over() {
		return "", errors.New("the game is over")
	}
	if server {
		g.server++
	} else {
		g.receiver++
	}
	return g.Score(), nil
}

func (g *TennisGame) Score() string {
	switch {
	case g.over():
		return g.leader() + " wins"
	case min(g.server, g.receiver) < 3:
		return names[g.server] + "-" + names[g.receiver]
	//: deuce=advantage
	case g.server != g.receiver:
		return "advantage " + g.leader()
	//: end
	}
	return "deuce"
}

func (g *TennisGame) over() bool {
	most, least := max(g.server, g.receiver), min(g.server, g.receiver)
	return most > 3 && most-least > 1 //: deuce=advantage
	return most > 3 && most > least //: deuce=golden
}

func (g *TennisGame) leader() string {
	if g.server > g.receiver {
		return "server"
	}
	return "receiver"
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

//: family strip_block_comments
import (
	"errors"
	"strings"
)

func StripBlockComments(source string) (string, error) {
	var kept strings.Builder
	//: nested=flat
	for {
		before, rest, found := strings.Cut(source, "/*")
		kept.WriteString(before)
		if !found {
			return kept.String(), nil
		}
		_, after, closed := strings.Cut(rest, "*/")
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
		case strings.HasPrefix(source[i:], "/*"):
			depth++
			i++
		case depth > 0 && strings.HasPrefix(source[i:], "*/"):
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

//: family login_session
type LoginSession struct {
	timeout, now, ends int
}

func NewLoginSession(timeout int) *LoginSession {
	return &LoginSession{timeout: timeout}
}

func (s *LoginSession) Login(wait int) {
	s.now += wait
	s.ends = s.now + s.timeout
}

func (s *LoginSession) Request(wait int) bool {
	s.now += wait
	active := s.now < s.ends
	//: since=request
	if active {
		s.ends = s.now + s.timeout
	}
	//: end
	return active
}

func (s *LoginSession) Logout(wait int) bool {
	s.now += wait
	active := s.now < s.ends
	s.ends = s.now
	return active
}

//: family dimmer
type Dimmer struct {
	levels, level int
	on            bool //: way!=bounce
	on, down      bool //: way=bounce
}

func NewDimmer(levels int) *Dimmer {
	return &Dimmer{levels: levels, level: 1}
}

func (d *Dimmer) Press() int {
	d.on = !d.on
	if !d.on {
		return 0
	}
	return d.level
}

func (d *Dimmer) Hold() int {
	if !d.on {
		return 0
	}
	d.level = d.level%d.levels + 1 //: way=wrap
	d.level = min(d.level+1, d.levels) //: way=top
	//: way=bounce
	if d.levels > 1 {
		if d.level == d.levels {
			d.down = true
		} else if d.level == 1 {
			d.down = false
		}
		if d.down {
			d.level--
		} else {
			d.level++
		}
	}
	//: end
	return d.level
}

//: family sealed_auction
import (
	"errors"
	"slices"
)

type bid struct {
	name   string
	amount int
}

type SealedAuction struct {
	reserve int
	bids    []bid // the earliest first
	closed  bool
}

func NewSealedAuction(reserve int) *SealedAuction {
	return &SealedAuction{reserve: reserve}
}

func (a *SealedAuction) Bid(name string, amount int) (bool, error) {
	if a.closed {
		return false, errors.New("the auction is closed")
	}
	if amount < a.reserve {
		return false, nil
	}
	a.bids = slices.DeleteFunc(a.bids, func(b bid) bool { return b.name == name })
	a.bids = append(a.bids, bid{name, amount})
	return true, nil
}

func (a *SealedAuction) Close() (string, bool) {
	a.closed = true
	best := bid{}
	for _, each := range a.bids {
		if each.amount > best.amount {
			best = each
		}
	}
	return best.name, len(a.bids) > 0
}

func (a *SealedAuction) Price() (int, bool) {
	if !a.closed || len(a.bids) == 0 {
		return 0, false
	}
	highest, second := a.reserve, a.reserve
	for _, each := range a.bids {
		if each.amount > highest {
			highest, second = each.amount, highest
		} else {
			second = max(second, each.amount)
		}
	}
	return highest, true //: pays=own
	return second, true //: pays=second
}

//: family joint_decision
import "errors"

var (
	ErrParty = errors.New("no such party")
	ErrAgain = errors.New("voted already")
)

type JointDecision struct {
	parties, yes, no int
	voted            map[int]bool
}

func NewJointDecision(parties int) *JointDecision {
	return &JointDecision{parties: parties, voted: make(map[int]bool)}
}

func (d *JointDecision) Vote(party int, yes bool) (string, error) {
	if party < 0 || party >= d.parties {
		return "", ErrParty
	}
	if d.Status() != "open" {
		return d.Status(), nil
	}
	if d.voted[party] {
		return "", ErrAgain
	}
	d.voted[party] = true
	if yes {
		d.yes++
	} else {
		d.no++
	}
	return d.Status(), nil
}

func (d *JointDecision) Status() string {
	switch {
	case d.yes == d.parties: //: rule=unanimous
	case 2*d.yes > d.parties: //: rule=majority
		return "accepted"
	case d.no > 0: //: rule=unanimous
	case 2*d.no >= d.parties: //: rule=majority
		return "rejected"
	}
	return "open"
}

//: family nested_store
import "maps"

type NestedStore struct {
	layers []map[string]int // what is permanent and the open transactions
}

func NewNestedStore() *NestedStore {
	return &NestedStore{[]map[string]int{{}}}
}

func (s *NestedStore) Put(key string, value int) {
	s.layers[len(s.layers)-1][key] = value
}

func (s *NestedStore) Get(key string) (int, bool) {
	for i := len(s.layers) - 1; i >= 0; i-- {
		if value, ok := s.layers[i][key]; ok {
			return value, true
		}
	}
	return 0, false
}

func (s *NestedStore) Begin() {
	s.layers = append(s.layers, make(map[string]int))
}

func (s *NestedStore) Commit() bool {
	last := len(s.layers) - 1
	if last == 0 {
		return false
	}
	//: what=one
	maps.Copy(s.layers[last-1], s.layers[last])
	s.layers = s.layers[:last]
	//: what=all
	for _, changes := range s.layers[1:] {
		maps.Copy(s.layers[0], changes)
	}
	s.layers = s.layers[:1]
	//: end
	return true
}

func (s *NestedStore) Rollback() bool {
	last := len(s.layers) - 1
	if last == 0 {
		return false
	}
	s.layers = s.layers[:last]
	return true
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
