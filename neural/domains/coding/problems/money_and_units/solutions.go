package solutions

//: family format_cents
//: style=european
import (
	"fmt"
	"strings"
)

//: style!=european
import "fmt"

//: end
func FormatCents(cents int) string {
	units, rest := abs(cents)/100, abs(cents)%100
	//: style!=accounting
	sign := ""
	if cents < 0 {
		sign = "-"
	}
	//: style=plain
	return fmt.Sprintf("%s%d.%02d", sign, units, rest)
	//: style=grouped
	return fmt.Sprintf("%s%s.%02d", sign, grouped(units), rest)
	//: style=european
	points := strings.ReplaceAll(grouped(units), ",", ".")
	return fmt.Sprintf("%s%s,%02d", sign, points, rest)
	//: style=accounting
	if cents < 0 {
		return fmt.Sprintf("(%d.%02d)", units, rest)
	}
	return fmt.Sprintf("%d.%02d", units, rest)
	//: end
}

//: style=grouped|european
func grouped(number int) string {
	if number < 1000 {
		return fmt.Sprint(number)
	}
	return fmt.Sprintf("%s,%03d", grouped(number/1000), number%1000)
}

//: end
func abs(number int) int {
	return max(number, -number)
}

//: family parse_price
import (
	"fmt"
	"regexp"
	"strconv"
)

var price = regexp.MustCompile(`^()(\d+)(?:\.(\d{1,2}))?$`) //: currency=none
var price = regexp.MustCompile(`^(-?)(\d+)(?:\.(\d{1,2}))?$`) //: currency=sign
var price = regexp.MustCompile(`^(€?)(\d+)(?:\.(\d{1,2}))?(€?)$`) //: currency=euro

func ParsePrice(text string) (int, error) {
	match := price.FindStringSubmatch(text)
	if match == nil { //: currency!=euro
	if match == nil || match[1] != "" && match[4] != "" { //: currency=euro
		return 0, fmt.Errorf("not a price: '%s'", text)
	}
	units, err := strconv.Atoi(match[2])
	if err != nil {
		return 0, err
	}
	fraction, err := strconv.Atoi((match[3] + "00")[:2])
	if err != nil {
		return 0, err
	}
	//: currency=sign
	if match[1] == "-" {
		return -units*100 - fraction, nil
	}
	//: end
	return units*100 + fraction, nil
}

//: family add_tax
func AddTax(cents, percent int) int {
	return cents + (cents*percent+50)/100 //: rounding=nearest
	return cents + cents*percent/100 //: rounding=down
	return cents + (cents*percent+99)/100 //: rounding=up
}

//: family net_price
func NetPrice(gross, percent int) (net, tax int) {
	whole := 100 + percent
	//: rounded=net
	net = (2*gross*100 + whole) / (2 * whole)
	return net, gross - net
	//: rounded=tax
	tax = (2*gross*percent + whole) / (2 * whole)
	return gross - tax, tax
	//: end
}

//: family split_bill
import "errors"

func SplitBill(cents, people int) ([]int, error) {
	if people < 1 {
		return nil, errors.New("nobody is there to pay")
	}
	parts := make([]int, people)
	left := cents % people
	for i := range parts {
		parts[i] = cents / people
		//: rest=first
		if i < left {
			parts[i]++
		}
		//: rest=last
		if i >= people-left {
			parts[i]++
		}
		//: end
	}
	parts[0] += left //: rest=one
	return parts, nil
}

//: family allocate
//: order!=given
import (
	"errors"
	"slices"
)

//: order=given
import "errors"

//: end
func Allocate(cents int, shares []int) ([]int, error) {
	total := 0
	for _, share := range shares {
		total += share
	}
	if total == 0 {
		return nil, errors.New("there are no shares")
	}
	amounts := make([]int, len(shares))
	var places []int
	left := cents
	for i, share := range shares {
		amounts[i] = cents * share / total
		left -= amounts[i]
		//: order=given
		if share > 0 {
			places = append(places, i)
		}
		//: order!=given
		places = append(places, i)
		//: end
	}
	//: order=remainder
	slices.SortStableFunc(places, func(i, j int) int {
		return cents*shares[j]%total - cents*shares[i]%total
	})
	//: order=largest
	slices.SortStableFunc(places, func(i, j int) int { return shares[j] - shares[i] })
	//: end
	for _, i := range places[:left] {
		amounts[i]++
	}
	return amounts, nil
}

//: family discount
func Discount(cents, count int) int {
	return cents * (count - count/3) //: deal=third
	//: deal=bulk
	total := cents * count
	if count < 3 {
		return total
	}
	return total * 9 / 10
	//: deal=extra
	total := cents * count
	if count < 3 || total <= 1000 {
		return total
	}
	return 1000 + (total-1000)/2
	//: end
}

//: family income_tax
func IncomeTax(income int) int {
	//: scheme=progressive
	middle := min(max(income-10_000, 0), 40_000)
	upper := max(income-50_000, 0)
	return (middle*20 + upper*40) / 100
	//: scheme=stepped
	switch {
	case income <= 10_000:
		return 0
	case income <= 50_000:
		return income * 20 / 100
	default:
		return income * 40 / 100
	}
	//: scheme=capped
	return min(max(income-10_000, 0)*20/100, 8_000)
	//: end
}

//: family make_change
import "slices" //: order=smallest

func MakeChange(cents int) []int {
	var change []int
	for _, coin := range []int{50, 20, 10, 5, 2, 1} { //: coins=euro
	for _, coin := range []int{25, 10, 5, 1} { //: coins=us
		for ; cents >= coin; cents -= coin {
			change = append(change, coin)
		}
	}
	slices.Reverse(change) //: order=smallest
	return change
}

//: family exchange
import "fmt"

func Exchange(amount int, rates map[string]int, source, target string) (int, error) {
	from, ok := rates[source]
	if !ok {
		return 0, fmt.Errorf("no rate for %s", source)
	}
	to, ok := rates[target]
	if !ok {
		return 0, fmt.Errorf("no rate for %s", target)
	}
	return amount * from / to, nil //: meaning=worth
	return amount * to / from, nil //: meaning=price
}

//: family format_bytes
import "fmt"

const step = 1000 //: units=decimal
const step = 1024 //: units=binary

func FormatBytes(size int64) string {
	if size < step {
		return fmt.Sprintf("%d B", size)
	}
	size *= 10 //: digits=tenth
	unit := 0
	for ; unit < 3 && size >= step; unit++ { //: digits=whole
	for ; unit < 3 && size >= 10*step; unit++ { //: digits=tenth
		size /= step
	}
	name := []string{"B", "kB", "MB", "GB"}[unit] //: units=decimal
	name := []string{"B", "KiB", "MiB", "GiB"}[unit] //: units=binary
	return fmt.Sprintf("%d %s", size, name) //: digits=whole
	return fmt.Sprintf("%d.%d %s", size/10, size%10, name) //: digits=tenth
}

//: family convert_length
import "fmt"

var metres = map[string]float64{
	"mm": 0.001, "cm": 0.01, "m": 1, "km": 1000,
	"in": 0.0254, "ft": 0.3048, //: imperial=yes
}

func ConvertLength(value float64, source, target string) (float64, error) {
	from, ok := metres[source]
	if !ok {
		return 0, fmt.Errorf("unknown unit %s", source)
	}
	to, ok := metres[target]
	if !ok {
		return 0, fmt.Errorf("unknown unit %s", target)
	}
	return value * from / to, nil
}

//: family convert_temperature
import "errors"

const absoluteZero = -273.15

func ConvertTemperature(degrees float64) (float64, error) {
	celsius := degrees //: direction!=f_c
	celsius := (degrees - 32) * 5 / 9 //: direction=f_c
	if celsius < absoluteZero {
		return 0, errors.New("below absolute zero")
	}
	return celsius*9/5 + 32, nil //: direction=c_f
	return celsius, nil //: direction=f_c
	return celsius - absoluteZero, nil //: direction=c_k
}

//: family interest
func Interest(cents, percent, years int) int {
	//: kind=compound
	for range years {
		cents += cents * percent / 100
	}
	return cents
	//: kind=simple
	return cents + cents*percent*years/100
	//: end
}

//: family settle
import (
	"maps"
	"slices"
)

type Payment struct {
	From, To string
	Amount   int
}

func Settle(balances map[string]int) []Payment {
	names := slices.Sorted(maps.Keys(balances))
	left := maps.Clone(balances)
	var payments []Payment
	for {
		payer, payee := "", ""
		for _, name := range names {
			//: debtor=largest
			if left[name] < 0 && (payer == "" || left[name] < left[payer]) {
				payer = name
			}
			//: debtor=smallest
			if left[name] < 0 && (payer == "" || left[name] > left[payer]) {
				payer = name
			}
			//: end
			if left[name] > 0 && (payee == "" || left[name] > left[payee]) {
				payee = name
			}
		}
		if payer == "" {
			return payments
		}
		amount := min(-left[payer], left[payee])
		payments = append(payments, Payment{payer, payee, amount})
		left[payer] += amount
		left[payee] -= amount
	}
}
