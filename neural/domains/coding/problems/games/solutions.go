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
