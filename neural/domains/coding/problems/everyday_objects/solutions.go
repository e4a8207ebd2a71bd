package solutions

//: family thermostat
type Thermostat struct {
	low, high int
	on        bool
}

func NewThermostat(low, high int) *Thermostat {
	return &Thermostat{low: low, high: high}
}

func (t *Thermostat) Update(temperature int) bool {
	switch {
	case temperature < t.low:
		t.on = true //: device=heater
		t.on = false //: device=cooler
	case temperature > t.high:
		t.on = false //: device=heater
		t.on = true //: device=cooler
	}
	return t.on
}

//: family matchmaker
import "slices"

type player struct {
	name  string
	level int
}

type Matchmaker struct {
	gap     int
	players []player
}

func NewMatchmaker(gap int) *Matchmaker {
	return &Matchmaker{gap: gap}
}

func (m *Matchmaker) Join(name string, level int) (string, bool) {
	best, nearest := -1, m.gap+1
	for i, other := range m.players {
		distance := max(other.level-level, level-other.level)
		//: which=longest
		if distance < nearest {
			best = i
			break
		}
		//: which=closest
		if distance < nearest {
			best, nearest = i, distance
		}
		//: end
	}
	if best < 0 {
		m.players = append(m.players, player{name, level})
		return "", false
	}
	opponent := m.players[best].name
	m.players = slices.Delete(m.players, best, best+1)
	return opponent, true
}

func (m *Matchmaker) Waiting() []string {
	names := make([]string, len(m.players))
	for i, each := range m.players {
		names[i] = each.name
	}
	return names
}

//: family playlist
import "slices"

type Playlist struct {
	songs []string
	place int
}

func NewPlaylist(songs []string) *Playlist {
	return &Playlist{songs: slices.Clone(songs)}
}

func (p *Playlist) Current() (string, bool) {
	if len(p.songs) == 0 {
		return "", false
	}
	return p.songs[p.place], true
}

func (p *Playlist) Next() (string, bool) {
	return p.move(1)
}

func (p *Playlist) Previous() (string, bool) {
	return p.move(-1)
}

func (p *Playlist) move(step int) (string, bool) {
	if n := len(p.songs); n > 0 {
		p.place = min(max(p.place+step, 0), n-1) //: edge=stop
		p.place = (p.place + step + n) % n //: edge=loop
	}
	return p.Current()
}

//: family shopping_cart
import "errors"

type article struct {
	price, count int
}

type ShoppingCart struct {
	articles map[string]article
}

func NewShoppingCart() *ShoppingCart {
	return &ShoppingCart{make(map[string]article)}
}

func (c *ShoppingCart) Add(name string, price, count int) error {
	if count < 1 {
		return errors.New("count must be at least 1")
	}
	//: again=replace
	c.articles[name] = article{price, count}
	//: again=new_price
	c.articles[name] = article{price, c.articles[name].count + count}
	//: again=old_price
	before, ok := c.articles[name]
	if ok {
		price = before.price
	}
	c.articles[name] = article{price, before.count + count}
	//: end
	return nil
}

func (c *ShoppingCart) Remove(name string) bool {
	_, ok := c.articles[name]
	delete(c.articles, name)
	return ok
}

func (c *ShoppingCart) Total() int {
	total := 0
	for _, each := range c.articles {
		total += each.price * each.count
	}
	return total
}

//: family elevator
import (
	"fmt"
	"slices"
)

type Elevator struct {
	floors, floor int
	stops         []int
}

func NewElevator(floors int) *Elevator {
	return &Elevator{floors: floors}
}

func (e *Elevator) Call(floor int) error {
	if floor < 0 || floor >= e.floors {
		return fmt.Errorf("there is no floor %d", floor)
	}
	if floor != e.floor && !slices.Contains(e.stops, floor) {
		e.stops = append(e.stops, floor)
	}
	return nil
}

func (e *Elevator) Step() int {
	if len(e.stops) == 0 {
		return e.floor
	}
	target := e.stops[0]
	//: next_stop=nearest
	for _, stop := range e.stops {
		near, nearest := distance(stop, e.floor), distance(target, e.floor)
		if near < nearest || near == nearest && stop < target {
			target = stop
		}
	}
	//: end
	if target > e.floor {
		e.floor++
	} else {
		e.floor--
	}
	e.stops = slices.DeleteFunc(e.stops, func(stop int) bool { return stop == e.floor })
	return e.floor
}

//: next_stop=nearest
func distance(a, b int) int {
	return max(a-b, b-a)
}
//: end

//: family ledger
import (
	"errors"
	"fmt"
)

type InsufficientFundsError struct {
	Account string
}

func (e InsufficientFundsError) Error() string {
	return fmt.Sprintf("%s has too little", e.Account)
}

type Ledger struct {
	balances map[string]int
}

func NewLedger() *Ledger {
	return &Ledger{make(map[string]int)}
}

func (l *Ledger) Post(account string, amount int) {
	l.balances[account] += amount
}

func (l *Ledger) Transfer(source, target string, amount int) error {
	if amount < 1 {
		return errors.New("amount must be positive")
	}
	if l.balances[source]-amount < 0 { //: limit=zero
	if l.balances[source]-amount < -10 { //: limit=credit
		return InsufficientFundsError{source}
	}
	l.balances[source] -= amount
	l.balances[target] += amount
	return nil
}

func (l *Ledger) Balance(account string) int {
	return l.balances[account]
}

//: family parking
import (
	"errors"
	"fmt"
)

var ErrCarParkFull = errors.New("no space is free")

type Parking struct {
	taken  []bool
	inside map[string]int
}

func NewParking(spaces int) *Parking {
	return &Parking{make([]bool, spaces), make(map[string]int)}
}

func (p *Parking) Enter(plate string) (int, error) {
	if _, ok := p.inside[plate]; ok {
		return 0, fmt.Errorf("%s is inside", plate)
	}
	for i := range p.taken { //: which=lowest
	for i := len(p.taken) - 1; i >= 0; i-- { //: which=highest
		if !p.taken[i] {
			p.taken[i] = true
			p.inside[plate] = i + 1
			return i + 1, nil
		}
	}
	return 0, ErrCarParkFull
}

func (p *Parking) Leave(plate string) error {
	space, ok := p.inside[plate]
	if !ok {
		return fmt.Errorf("%s is not inside", plate)
	}
	delete(p.inside, plate)
	p.taken[space-1] = false
	return nil
}

func (p *Parking) Free() int {
	return len(p.taken) - len(p.inside)
}

//: family circuit_breaker
type CircuitBreaker struct {
	threshold int
	failures  map[string]int
	blocked   map[string]bool
}

func NewCircuitBreaker(threshold int) *CircuitBreaker {
	return &CircuitBreaker{threshold, make(map[string]int), make(map[string]bool)}
}

func (b *CircuitBreaker) Report(source string, failed bool) bool {
	if !failed {
		delete(b.failures, source)
		delete(b.blocked, source)
		return false
	}
	b.failures[source]++
	count := b.failures[source] //: rule=row
	//: rule=all
	count := 0
	for _, each := range b.failures {
		count += each
	}
	//: end
	if count >= b.threshold {
		b.blocked[source] = true
	}
	return b.blocked[source]
}
