package solutions

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
