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
