package solutions

//: family clamp
func Clamp(value, low, high int) int {
	return min(max(value, low), high) //: outside=nearest
	//: outside=wrapped
	size := high - low + 1
	return low + ((value-low)%size+size)%size
	//: outside=low
	if value < low || value > high {
		return low
	}
	return value
	//: end
}

//: family digit_sum
func DigitSum(number int) int {
	//: again=once
	sum := 0
	for ; number > 0; number /= 10 {
		sum += number % 10
	}
	return sum
	//: again=root
	for number > 9 {
		sum := 0
		for ; number > 0; number /= 10 {
			sum += number % 10
		}
		number = sum
	}
	return number
	//: again=alternating
	sum := 0
	for sign := 1; number > 0; number /= 10 {
		sum += sign * (number % 10)
		sign = -sign
	}
	return sum
	//: end
}

//: family has_prime_form
func HasPrimeForm(number int) bool {
	factors := 0 //: kind!=power
	distinct := 0 //: kind=power
	for divisor := 2; divisor*divisor <= number; divisor++ {
		//: kind=power
		if number%divisor == 0 {
			distinct++
		}
		//: end
		for number%divisor == 0 {
			factors++ //: kind!=power
			number /= divisor
		}
	}
	if number > 1 {
		factors++ //: kind!=power
		distinct++ //: kind=power
	}
	return factors == 1 //: kind=prime
	return factors == 2 //: kind=semiprime
	return distinct == 1 //: kind=power
}

//: family primes
func Primes(limit int) []int {
	size := max(limit, 0) //: bound=below
	size := max(limit+1, 0) //: bound=up_to
	composite := make([]bool, size)
	var primes []int
	for number := 2; number < size; number++ {
		if composite[number] {
			continue
		}
		primes = append(primes, number)
		for multiple := number * number; multiple < size; multiple += number {
			composite[multiple] = true
		}
	}
	return primes
}

//: family factors
func Factors(number int) []int {
	//: what=prime
	var found []int
	for divisor := 2; divisor*divisor <= number; divisor++ {
		for number%divisor == 0 {
			found = append(found, divisor)
			number /= divisor
		}
	}
	if number > 1 {
		found = append(found, number)
	}
	return found
	//: what=distinct
	var found []int
	for divisor := 2; divisor*divisor <= number; divisor++ {
		if number%divisor == 0 {
			found = append(found, divisor)
		}
		for number%divisor == 0 {
			number /= divisor
		}
	}
	if number > 1 {
		found = append(found, number)
	}
	return found
	//: what=divisors|proper
	var small, large []int
	for divisor := 1; divisor*divisor <= number; divisor++ {
		if number%divisor != 0 {
			continue
		}
		small = append(small, divisor)
		if other := number / divisor; other != divisor {
			large = append([]int{other}, large...)
		}
	}
	return append(small, large...) //: what=divisors
	//: what=proper
	found := append(small, large...)
	return found[:len(found)-1]
	//: end
}

//: family common_number
func CommonNumber(numbers []int) int {
	//: what=divisor
	result := 0
	for _, number := range numbers {
		result = gcd(result, number)
	}
	return result
	//: what=multiple
	result := 1
	for _, number := range numbers {
		result = result / gcd(result, number) * number
	}
	return result
	//: end
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

//: family divide
import "errors"

func Divide(total, parts int) ([]int, error) {
	if parts < 1 {
		return nil, errors.New("parts must be at least 1")
	}
	shares := make([]int, parts)
	for i := range shares {
		shares[i] = total / parts
		if i < total%parts { //: where_=first
		if i >= parts-total%parts { //: where_=last
			shares[i]++
		}
	}
	return shares, nil
}

//: family round_half
func RoundHalf(number, unit int) int {
	units, rest := number/unit, number%unit
	if 2*rest >= unit { //: tie=up
	if 2*rest > unit { //: tie=down
	if 2*rest > unit || 2*rest == unit && units%2 == 1 { //: tie=even
		units++
	}
	return units * unit
}

//: family median
import (
	"errors"
	"slices"
)

func Median(values []float64) (float64, error) {
	n := len(values)
	if n == 0 {
		return 0, errors.New("no values")
	}
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(n-1)/2] + sorted[n/2]) / 2, nil //: middle=mean
	return sorted[(n-1)/2], nil //: middle=low
	return sorted[n/2], nil //: middle=high
}

//: family spread
import (
	"errors"
	"math" //: measure!=range
	"slices" //: measure=range
)

func Spread(values []float64) (float64, error) {
	n := float64(len(values)) //: measure!=range
	if len(values) < 2 {
		return 0, errors.New("at least two values are needed")
	}
	//: measure=range
	return slices.Max(values) - slices.Min(values), nil
	//: measure!=range
	sum := 0.0
	for _, value := range values {
		sum += value
	}
	mean := sum / n
	total := 0.0
	for _, value := range values {
		total += math.Abs(value - mean) //: measure=mean
		total += (value - mean) * (value - mean) //: measure=population|sample
	}
	return total / n, nil //: measure=mean
	return math.Sqrt(total / n), nil //: measure=population
	return math.Sqrt(total / (n - 1)), nil //: measure=sample
	//: end
}

//: family percentile
import "slices"

func Percentile(values []int, percent int) int {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	rank := (percent*n + 99) / 100 //: method=nearest
	rank := min(percent*n/100+1, n) //: method=strict
	return sorted[rank-1]
}

//: family weighted_mean
import "errors"

func WeightedMean(values, weights []float64) (float64, error) {
	if len(values) != len(weights) {
		return 0, errors.New("as many weights as values are needed")
	}
	sum, total := 0.0, 0.0
	for i, weight := range weights {
		sum += values[i] * weight
		total += weight
	}
	if total == 0 {
		return 0, errors.New("the weights add up to 0") //: zero=error
		return 0, nil //: zero=nothing
	}
	return sum / total, nil
}

//: family histogram
func Histogram(values []int, width int) map[int]int {
	counts := make(map[int]int)
	for _, value := range values {
		start := value - ((value%width)+width)%width
		counts[start]++ //: label=start
		counts[start+width-1]++ //: label=end
	}
	return counts
}

//: family collatz
func Collatz(start int) int {
	//: what=steps
	steps := 0
	for number := start; number != 1; steps++ {
		number = next(number)
	}
	return steps
	//: what=peak
	peak := start
	for number := start; number != 1; number = next(number) {
		peak = max(peak, number)
	}
	return peak
	//: what=odd
	odd := 1 // the final 1
	for number := start; number != 1; number = next(number) {
		odd += number % 2
	}
	return odd
	//: end
}

func next(number int) int {
	if number%2 == 0 {
		return number / 2
	}
	return 3*number + 1
}

//: family change_percent
import "fmt"

func ChangePercent(before, after int) string {
	difference := after - before
	sign := '+'
	if difference < 0 {
		sign, difference = '-', -difference
	}
	percent := difference * 100 / before //: rounding=down
	percent := (difference*100 + before - 1) / before //: rounding=away
	if percent == 0 {
		return "+0%" //: zero=plus
		return "0%" //: zero=plain
	}
	return fmt.Sprintf("%c%d%%", sign, percent)
}

//: family running
func Running(values []int) []int {
	results := make([]int, len(values))
	for i, value := range values {
		if i > 0 {
			value += results[i-1] //: what=sum
			value = max(value, results[i-1]) //: what=max
			value = min(value, results[i-1]) //: what=min
			value *= results[i-1] //: what=product
		}
		results[i] = value
	}
	return results
}

//: family solve_quadratic
import (
	"errors"
	"math"
	"slices"
)

func SolveQuadratic(a, b, c float64) ([]float64, error) {
	if a == 0 {
		return nil, errors.New("a must not be 0")
	}
	discriminant := b*b - 4*a*c
	if discriminant < 0 {
		return nil, nil
	}
	//: double=once
	if discriminant == 0 {
		return []float64{-b / (2 * a)}, nil
	}
	//: end
	root := math.Sqrt(discriminant)
	solutions := []float64{(-b - root) / (2 * a), (-b + root) / (2 * a)}
	slices.Sort(solutions)
	return solutions, nil
}

//: family power_mod
func PowerMod(base, exponent, modulus int64) int64 {
	result := int64(1) //: zero=one
	result := 1 % modulus //: zero=reduced
	base %= modulus
	for ; exponent > 0; exponent /= 2 {
		if exponent%2 == 1 {
			result = result * base % modulus
		}
		base = base * base % modulus
	}
	return result
}

//: family to_roman
import "strings"

var symbols = []struct {
	value  int
	symbol string
}{
	{1000, "M"},
	{900, "CM"}, //: style=modern
	{500, "D"},
	{400, "CD"}, //: style=modern
	{100, "C"},
	{90, "XC"}, //: style=modern
	{50, "L"},
	{40, "XL"}, //: style=modern
	{10, "X"},
	{9, "IX"}, //: style=modern
	{5, "V"},
	{4, "IV"}, //: style=modern
	{1, "I"},
}

func ToRoman(number int) string {
	var roman strings.Builder
	for _, each := range symbols {
		roman.WriteString(strings.Repeat(each.symbol, number/each.value))
		number %= each.value
	}
	return roman.String()
}

//: family luhn
func Luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		value := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			value *= 2
		}
		//: large=luhn
		if value > 9 {
			value -= 9
		}
		//: end
		sum += value
	}
	return sum%10 == 0
}
