package solutions

//: family arrangements
//: rule!=apart
import "slices"
//: rule=apart
import (
	"slices"
	"strings"
)
//: end

func Arrangements(letters string) []string {
	made := []string{}
	left := []byte(letters)
	slices.Sort(left)
	var extend func(start string, left []byte)
	extend = func(start string, left []byte) {
		if len(left) == 0 {
			made = append(made, start)
		}
		for i, letter := range left {
			if i > 0 && left[i-1] == letter {
				continue
			}
			//: rule=apart
			if strings.HasSuffix(start, string(letter)) {
				continue
			}
			//: rule=moved
			if letters[len(start)] == letter {
				continue
			}
			//: end
			extend(start+string(letter), slices.Concat(left[:i], left[i+1:]))
		}
	}
	extend("", left)
	return made
}

//: family choices
import "slices"

func Choices(items []string, count int) [][]string {
	chosen := [][]string{}
	var choose func(made []string, from int)
	choose = func(made []string, from int) {
		if len(made) == count {
			chosen = append(chosen, slices.Clone(made))
			return
		}
		for i := from; i < len(items); i++ {
			choose(append(made, items[i]), i+1) //: rule=single
			choose(append(made, items[i]), i) //: rule=repeated
			choose(append(made, items[i]), i+2) //: rule=gaps
		}
	}
	choose(nil, 0)
	return chosen
}

//: family odometer
import "slices"

func Odometer(limits []int) [][]int {
	positions := [][]int{{}}
	for _, limit := range limits { //: order!=first
	for _, limit := range slices.Backward(limits) { //: order=first
		var longer [][]int
		for _, wheels := range positions { //: order!=bounce
		for i, wheels := range positions { //: order=bounce
			for value := range limit {
				//: order=bounce
				if i%2 == 1 {
					value = limit - 1 - value
				}
				//: end
				longer = append(longer, slices.Concat(wheels, []int{value})) //: order!=first
				longer = append(longer, slices.Concat([]int{value}, wheels)) //: order=first
			}
		}
		positions = longer
	}
	return positions
}

//: family load_trips
func LoadTrips(weights []int, limit int) [][]int {
	trips := [][]int{}
	load := 0
	for _, weight := range weights {
		//: heavy=left
		if weight > limit {
			continue
		}
		//: heavy=ends
		if weight > limit {
			break
		}
		//: end
		if len(trips) == 0 || load+weight > limit {
			trips = append(trips, nil)
			load = 0
		}
		last := len(trips) - 1
		trips[last] = append(trips[last], weight)
		load += weight
	}
	return trips
}

//: family steps_between
import "errors"

func StepsBetween(start, stop, step int) ([]int, error) {
	if step == 0 {
		return nil, errors.New("step must not be 0")
	}
	numbers := []int{}
	//: end=across
	if (stop-start)*step < 0 {
		return numbers, nil
	}
	//: end
	number := start
	for ; (stop-number)*step >= 0; number += step { //: end=inside
	for ; (stop-number)*step > 0; number += step { //: end!=inside
		numbers = append(numbers, number)
	}
	return numbers, nil //: end!=across
	return append(numbers, number), nil //: end=across
}

//: family deal
func Deal(cards []int, players int) [][]int {
	hands := make([][]int, players)
	//: how=blocks
	size := len(cards) / players
	for i := range hands {
		hands[i] = append(hands[i], cards[i*size:(i+1)*size]...)
	}
	for i, card := range cards[size*players:] {
		hands[i] = append(hands[i], card)
	}
	//: how=singly
	for i, card := range cards {
		player := i % players
		hands[player] = append(hands[player], card)
	}
	//: how=snake
	for i, card := range cards {
		player := i % (2 * players)
		player = min(player, 2*players-1-player)
		hands[player] = append(hands[player], card)
	}
	//: end
	return hands
}
