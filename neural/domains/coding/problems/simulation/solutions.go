package solutions

//: family evolve
func Evolve(cells string, steps int) string {
	row := []byte(cells)
	n := len(row) //: ends=ring
	for range steps {
		next := make([]byte, len(row))
		for i := range row {
			code := 0
			//: ends=dead
			for _, j := range []int{i - 1, i, i + 1} {
				code *= 2
				if j >= 0 && j < len(row) && row[j] == '#' {
					code++
				}
			}
			//: ends=ring
			for _, j := range []int{i + n - 1, i, i + 1} {
				code *= 2
				if row[j%n] == '#' {
					code++
				}
			}
			//: end
			next[i] = ".#"[RULE>>code&1]
		}
		row = next
	}
	return string(row)
}

//: family lfu_cache
import "slices"

type entry struct {
	key         string
	value, uses int
}

type LfuCache struct {
	capacity int
	entries  []entry
}

func NewLfuCache(capacity int) *LfuCache {
	return &LfuCache{capacity: capacity}
}

func (c *LfuCache) Get(key string) (int, bool) {
	i := c.find(key)
	if i < 0 {
		return 0, false
	}
	value := c.entries[i].value
	c.use(i, value)
	return value, true
}

func (c *LfuCache) Put(key string, value int) {
	if i := c.find(key); i >= 0 {
		c.use(i, value)
		return
	}
	if len(c.entries) == c.capacity {
		victim := 0
		for i, each := range c.entries {
			if each.uses < c.entries[victim].uses {
				victim = i
			}
		}
		c.entries = slices.Delete(c.entries, victim, victim+1)
	}
	c.entries = append(c.entries, entry{key, value, 1})
}

func (c *LfuCache) find(key string) int {
	return slices.IndexFunc(c.entries, func(each entry) bool { return each.key == key })
}

func (c *LfuCache) use(i, value int) {
	//: tie=oldest
	c.entries[i].value = value
	c.entries[i].uses++
	//: tie=stale
	used := entry{c.entries[i].key, value, c.entries[i].uses + 1}
	c.entries = append(slices.Delete(c.entries, i, i+1), used)
	//: end
}

//: family ttl_cache
type entry struct {
	value, end int
}

type TtlCache struct {
	lifetime, now int
	entries       map[string]entry
}

func NewTtlCache(lifetime int) *TtlCache {
	return &TtlCache{lifetime: lifetime, entries: make(map[string]entry)}
}

func (c *TtlCache) Put(key string, value int) {
	c.entries[key] = entry{value, c.now + c.lifetime}
}

func (c *TtlCache) Get(key string) (int, bool) {
	found, ok := c.entries[key]
	if !ok || found.end <= c.now {
		return 0, false
	}
	c.Put(key, found.value) //: since=used
	return found.value, true
}

func (c *TtlCache) Advance(seconds int) {
	c.now += seconds
}

func (c *TtlCache) Size() int {
	size := 0
	for _, each := range c.entries {
		if each.end > c.now {
			size++
		}
	}
	return size
}

//: family checkout_time
import (
	"errors"
	"slices"
)

func CheckoutTime(customers []int, tills int) (int, error) {
	if tills < 1 {
		return 0, errors.New("there must be a till")
	}
	freeAt := make([]int, tills)
	for _, minutes := range customers { //: queue=shared
	for i, minutes := range customers { //: queue=fixed
		freeAt[slices.Index(freeAt, slices.Min(freeAt))] += minutes //: queue=shared
		freeAt[i%tills] += minutes //: queue=fixed
	}
	return slices.Max(freeAt), nil
}

//: family langton
func Langton(size, steps int) int {
	type cell struct {
		row, column int
	}
	black := make(map[cell]bool)
	ant := cell{size / 2, size / 2}
	down, right := -1, 0
	for range steps {
		if black[ant] {
			delete(black, ant)
			down, right = -right, down
		} else {
			black[ant] = true
			down, right = right, -down
		}
		//: edge=wrap
		ant.row = (ant.row + down + size) % size
		ant.column = (ant.column + right + size) % size
		//: edge=stop
		ant = cell{ant.row + down, ant.column + right}
		if min(ant.row, ant.column) < 0 || max(ant.row, ant.column) >= size {
			break
		}
		//: end
	}
	return len(black)
}

//: family bowling_score
func BowlingScore(rolls []int) int {
	score, place := 0, 0
	for range 10 {
		first := rolls[place]
		if first == 10 {
			score += 10 + rolls[place+1] + rolls[place+2] //: scoring=bonus
			score += 30 //: scoring=current
			place++
			continue
		}
		pins := first + rolls[place+1]
		score += pins
		if pins == 10 {
			score += rolls[place+2] //: scoring=bonus
			score += first //: scoring=current
		}
		place += 2
	}
	return score
}

//: family tennis_game
var names = []string{"love", "15", "30", "40"}

func TennisGame(points string) string {
	server, receiver := 0, 0
	for _, point := range points {
		if point == 'S' {
			server++
		} else {
			receiver++
		}
		//: deuce=advantage
		switch {
		case server > 3 && server-receiver >= 2:
			return "server wins"
		case receiver > 3 && receiver-server >= 2:
			return "receiver wins"
		}
		//: deuce=golden
		switch {
		case server > 3:
			return "server wins"
		case receiver > 3:
			return "receiver wins"
		}
		//: end
	}
	switch {
	//: deuce=advantage
	case min(server, receiver) >= 3 && server > receiver:
		return "advantage server"
	case min(server, receiver) >= 3 && server < receiver:
		return "advantage receiver"
	//: end
	case server >= 3 && server == receiver:
		return "deuce"
	default:
		return names[server] + "-" + names[receiver]
	}
}

//: family dice_score
func DiceScore(dice []int) int {
	var counts [7]int
	for _, number := range dice {
		counts[number]++
	}
	//: category=full_house
	two, three := false, false
	for _, count := range counts {
		two = two || count == 2
		three = three || count == 3
	}
	if two && three {
		return 25
	}
	//: category=straight
	run := 0
	for _, count := range counts {
		if count == 0 {
			run = 0
		} else if run++; run == 4 {
			return 30
		}
	}
	//: category=three
	sum, most := 0, 0
	for number, count := range counts {
		sum += number * count
		most = max(most, count)
	}
	if most >= 3 {
		return sum
	}
	//: category=pairs
	sum, pairs := 0, 0
	for number, count := range counts {
		if count >= 2 {
			sum += 2 * number
			pairs++
		}
	}
	if pairs == 2 {
		return sum
	}
	//: end
	return 0
}

//: family play_ladders
func PlayLadders(size int, jumps map[int]int, rolls []int) int {
	place := 1
	for _, roll := range rolls {
		if place == size {
			break
		}
		target := place + roll //: over!=win
		target := min(place+roll, size) //: over=win
		//: over=stay
		if target > size {
			continue
		}
		//: over=bounce
		if target > size {
			target = 2*size - target
		}
		//: end
		if further, ok := jumps[target]; ok {
			target = further
		}
		place = target
	}
	return place
}

//: family ticket_desk
type TicketDesk struct {
	last             int
	urgent, ordinary []int
	wasUrgent        bool //: order=fair
}

func NewTicketDesk() *TicketDesk {
	return &TicketDesk{}
}

func (d *TicketDesk) Take(urgent bool) int {
	d.last++
	if urgent {
		d.urgent = append(d.urgent, d.last)
	} else {
		d.ordinary = append(d.ordinary, d.last)
	}
	return d.last
}

func (d *TicketDesk) Call() (int, bool) {
	queue := &d.ordinary
	//: order=always
	if len(d.urgent) > 0 {
		queue = &d.urgent
	}
	//: order=fair
	if len(d.urgent) > 0 && !(d.wasUrgent && len(d.ordinary) > 0) {
		queue = &d.urgent
	}
	//: end
	if len(*queue) == 0 {
		return 0, false
	}
	d.wasUrgent = queue == &d.urgent //: order=fair
	number := (*queue)[0]
	*queue = (*queue)[1:]
	return number, true
}

//: family stock_cost
//: which=dearest
import (
	"errors"
	"slices"
)

//: which!=dearest
import "errors"

//: end
type StockCost struct {
	prices []int
}

func NewStockCost() *StockCost {
	return &StockCost{}
}

func (s *StockCost) Buy(count, price int) {
	for range count {
		s.prices = append(s.prices, price)
	}
	slices.Sort(s.prices) //: which=dearest
}

func (s *StockCost) Sell(count int) (int, error) {
	rest := len(s.prices) - count
	if rest < 0 {
		return 0, errors.New("not enough in stock")
	}
	cost := 0
	for _, price := range s.prices[:count] { //: which=oldest
	for _, price := range s.prices[rest:] { //: which!=oldest
		cost += price
	}
	s.prices = s.prices[count:] //: which=oldest
	s.prices = s.prices[:rest] //: which!=oldest
	return cost, nil
}

func (s *StockCost) Left() int {
	return len(s.prices)
}

//: family page_faults
import "slices"

func PageFaults(pages []int, frames int) int {
	var loaded []int
	faults := 0
	for _, page := range pages { //: victim!=optimal
	for place, page := range pages { //: victim=optimal
		//: victim=lru
		if found := slices.Index(loaded, page); found >= 0 {
			loaded = append(slices.Delete(loaded, found, found+1), page)
			continue
		}
		//: victim!=lru
		if slices.Contains(loaded, page) {
			continue
		}
		//: end
		faults++
		if len(loaded) == frames {
			loaded = loaded[1:] //: victim!=optimal
			//: victim=optimal
			victim := furthest(loaded, pages[place:])
			loaded = slices.Delete(loaded, victim, victim+1)
			//: end
		}
		loaded = append(loaded, page)
	}
	return faults
}

//: victim=optimal
func furthest(loaded, ahead []int) int {
	victim, latest := 0, -1
	for i, page := range loaded {
		use := slices.Index(ahead, page)
		if use < 0 {
			return i
		}
		if use > latest {
			victim, latest = i, use
		}
	}
	return victim
}
//: end

//: family run_order
import "slices"

type Job struct {
	Name              string
	Arrival, Duration int
}

func RunOrder(jobs []Job) []string {
	waiting := slices.Clone(jobs)
	var order []string
	now := 0
	for len(waiting) > 0 {
		best := -1
		for i, job := range waiting {
			if job.Arrival > now {
				continue
			}
			if best < 0 || isBetter(job, waiting[best]) { //: policy!=ratio
			if best < 0 || isBetter(job, waiting[best], now) { //: policy=ratio
				best = i
			}
		}
		if best < 0 {
			now++
			continue
		}
		order = append(order, waiting[best].Name)
		now += waiting[best].Duration
		waiting = slices.Delete(waiting, best, best+1)
	}
	return order
}

//: policy=shortest
func isBetter(job, best Job) bool {
	return job.Duration < best.Duration
}
//: policy=latest
func isBetter(job, best Job) bool {
	return job.Arrival > best.Arrival
}
//: policy=ratio
// isBetter compares without dividing, and without the 1 that both ratios contain.
func isBetter(job, best Job, now int) bool {
	return (now-job.Arrival)*best.Duration > (now-best.Arrival)*job.Duration
}
//: end

//: family allocator
import (
	"errors"
	"maps"
	"slices"
)

type Allocator struct {
	size   int
	blocks map[int]int
}

func NewAllocator(size int) *Allocator {
	return &Allocator{size, make(map[int]int)}
}

func (a *Allocator) Allocate(length int) (int, bool) {
	best, space := -1, 0
	reached := 0
	for _, start := range append(slices.Sorted(maps.Keys(a.blocks)), a.size) {
		gap := start - reached
		if gap >= length && best < 0 { //: gap=first
		if gap >= length && (best < 0 || gap < space) { //: gap=best
		if gap >= length && gap > space { //: gap=worst
			best, space = reached, gap
		}
		reached = start + a.blocks[start]
	}
	if space == 0 {
		return 0, false
	}
	a.blocks[best] = length
	return best, true
}

func (a *Allocator) Release(start int) error {
	if _, ok := a.blocks[start]; !ok {
		return errors.New("no block begins there")
	}
	delete(a.blocks, start)
	return nil
}

//: family head_travel
//: order=sweep
import "slices"

func HeadTravel(start int, requests []int) int {
	if len(requests) == 0 {
		return 0
	}
	lowest, highest := slices.Min(requests), slices.Max(requests)
	if highest < start {
		return start - lowest
	}
	travel := highest - start
	if lowest < start {
		travel += highest - lowest
	}
	return travel
}
//: order=given
func HeadTravel(start int, requests []int) int {
	travel := 0
	place := start
	for _, track := range requests {
		travel += max(track-place, place-track)
		place = track
	}
	return travel
}
//: order=nearest
import "slices"

func HeadTravel(start int, requests []int) int {
	waiting := slices.Sorted(slices.Values(requests))
	travel := 0
	place := start
	for len(waiting) > 0 {
		next := 0
		for i, track := range waiting {
			if distance(track, place) < distance(waiting[next], place) {
				next = i
			}
		}
		travel += distance(waiting[next], place)
		place = waiting[next]
		waiting = slices.Delete(waiting, next, next+1)
	}
	return travel
}

func distance(a, b int) int {
	return max(a-b, b-a)
}
//: end

//: family spread_fire
//: spreads=four
var near = [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}
//: spreads=eight
var near = [][2]int{{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}}
//: spreads=wind
var near = [][2]int{{0, 1}, {1, 0}}
//: end

func SpreadFire(rows []string, steps int) []string {
	for range steps {
		rows = nextRows(rows)
	}
	return rows
}

func nextRows(rows []string) []string {
	next := make([]string, len(rows))
	for r, row := range rows {
		cells := []byte(row)
		for c, cell := range cells {
			switch {
			case cell == '*':
				cells[c] = '.'
			case cell == 'T' && catches(rows, r, c):
				cells[c] = '*'
			}
		}
		next[r] = string(cells)
	}
	return next
}

func catches(rows []string, row, column int) bool {
	for _, step := range near {
		r, c := row-step[0], column-step[1]
		if r >= 0 && r < len(rows) && c >= 0 && c < len(rows[r]) && rows[r][c] == '*' {
			return true
		}
	}
	return false
}

//: family drop_stones
//: direction=right
import "strings"

func DropStones(rows []string) []string {
	tilted := make([]string, len(rows))
	for i, row := range rows {
		parts := strings.Split(row, "#")
		for j, part := range parts {
			stones := strings.Count(part, "o")
			empty := strings.Repeat(".", len(part)-stones)
			parts[j] = empty + strings.Repeat("o", stones)
		}
		tilted[i] = strings.Join(parts, "#")
	}
	return tilted
}
//: direction!=right
func DropStones(rows []string) []string {
	cells := make([][]byte, len(rows))
	for i, row := range rows {
		cells[i] = []byte(row)
	}
	for column := range len(rows[0]) {
		//: direction=down
		free := len(rows) - 1
		for row := len(rows) - 1; row >= 0; row-- {
		//: direction=up
		free := 0
		for row := range rows {
		//: direction!=right
			switch rows[row][column] {
			case '#':
				free = row - 1 //: direction=down
				free = row + 1 //: direction=up
			case 'o':
				cells[row][column] = '.'
				cells[free][column] = 'o'
				free-- //: direction=down
				free++ //: direction=up
			}
		}
	}
	tilted := make([]string, len(rows))
	for i, row := range cells {
		tilted[i] = string(row)
	}
	return tilted
}
//: end

//: family league_table
import (
	"cmp"
	"slices"
)

type Match struct {
	Home, Away           string
	HomeGoals, AwayGoals int
}

type Place struct {
	Team   string
	Points int
}

func LeagueTable(matches []Match) []Place {
	points := make(map[string]int)
	difference := make(map[string]int) //: tie=goals
	for _, match := range matches {
		lead := match.HomeGoals - match.AwayGoals
		points[match.Home] += earned(lead)
		points[match.Away] += earned(-lead)
		//: tie=goals
		difference[match.Home] += lead
		difference[match.Away] -= lead
		//: end
	}
	var places []Place
	for team, count := range points {
		places = append(places, Place{team, count})
	}
	slices.SortFunc(places, func(a, b Place) int {
		//: tie=name
		return cmp.Or(cmp.Compare(b.Points, a.Points), cmp.Compare(a.Team, b.Team))
		//: tie=goals
		return cmp.Or(
			cmp.Compare(b.Points, a.Points),
			cmp.Compare(difference[b.Team], difference[a.Team]),
			cmp.Compare(a.Team, b.Team),
		)
		//: end
	})
	return places
}

func earned(lead int) int {
	switch {
	case lead > 0:
		return WIN
	case lead == 0:
		return 1
	default:
		return 0
	}
}

//: family sealed_auction
type offer struct {
	name   string
	amount int
}

type Sale struct {
	Name  string
	Price int
}

type SealedAuction struct {
	reserve int
	offers  []offer
}

func NewSealedAuction(reserve int) *SealedAuction {
	return &SealedAuction{reserve: reserve}
}

func (a *SealedAuction) Bid(name string, amount int) bool {
	if amount < a.reserve {
		return false
	}
	for _, each := range a.offers {
		if each.name == name && amount <= each.amount {
			return false
		}
	}
	a.offers = append(a.offers, offer{name, amount})
	return true
}

func (a *SealedAuction) Result() (Sale, bool) {
	if len(a.offers) == 0 {
		return Sale{}, false
	}
	best := a.offers[0]
	for _, each := range a.offers {
		if each.amount > best.amount {
			best = each
		}
	}
	return Sale{best.name, best.amount}, true //: price=first
	//: price=second
	price := a.reserve
	for _, each := range a.offers {
		if each.name != best.name {
			price = max(price, each.amount)
		}
	}
	return Sale{best.name, price}, true
	//: end
}

//: family months_to_repay
func MonthsToRepay(debt, percent, payment int) (int, bool) {
	months := 0
	for debt > 0 {
		//: order=interest
		left := max(debt+debt*percent/100-payment, 0)
		//: order=payment
		unpaid := max(debt-payment, 0)
		left := unpaid + unpaid*percent/100
		//: end
		if left >= debt {
			return 0, false
		}
		debt = left
		months++
	}
	return months, true
}

//: family server_loads
//: policy=turns
import "errors"

//: policy!=turns
import (
	"errors"
	"slices"
)

//: end
func ServerLoads(tasks []int, servers int) ([]int, error) {
	if servers < 1 {
		return nil, errors.New("servers must be at least 1")
	}
	loads := make([]int, servers)
	//: policy=turns
	for i, work := range tasks {
		loads[i%servers] += work
	}
	//: policy=least
	for _, work := range tasks {
		loads[slices.Index(loads, slices.Min(loads))] += work
	}
	//: policy=largest
	sorted := slices.Sorted(slices.Values(tasks))
	for _, work := range slices.Backward(sorted) {
		loads[slices.Index(loads, slices.Min(loads))] += work
	}
	//: end
	return loads, nil
}

//: family runoff_winner
import "slices"

func RunoffWinner(ballots [][]string) (string, bool) {
	racing := slices.Concat(ballots...)
	slices.Sort(racing)
	racing = slices.Compact(racing)
	for len(racing) > 0 {
		counts, counted := count(ballots, racing)
		fewest := counted
		for _, name := range racing {
			if 2*counts[name] > counted {
				return name, true
			}
			fewest = min(fewest, counts[name])
		}
		//: out=all
		racing = slices.DeleteFunc(racing, func(name string) bool {
			return counts[name] == fewest
		})
		//: out=last
		last := len(racing) - 1
		for counts[racing[last]] > fewest {
			last--
		}
		racing = slices.Delete(racing, last, last+1)
		//: end
	}
	return "", false
}

func count(ballots [][]string, racing []string) (map[string]int, int) {
	counts := make(map[string]int)
	counted := 0
	for _, ballot := range ballots {
		first := slices.IndexFunc(ballot, func(name string) bool {
			return slices.Contains(racing, name)
		})
		if first >= 0 {
			counts[ballot[first]]++
			counted++
		}
	}
	return counts, counted
}

//: family dealer_hand
func DealerHand(cards []int) int {
	sum, hasAce := 0, false
	for _, card := range cards {
		if worth(sum, hasAce) >= 17 { //: soft=stands
		if worth(sum, hasAce) > 17 || sum == 17 { //: soft=hits
			break
		}
		sum += card
		hasAce = hasAce || card == 1
	}
	return worth(sum, hasAce)
}

func worth(sum int, hasAce bool) int {
	if hasAce && sum+10 <= 21 {
		return sum + 10
	}
	return sum
}
