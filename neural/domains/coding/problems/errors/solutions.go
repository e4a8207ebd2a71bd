package solutions

//: family read_number
import (
	"errors"
	"fmt"
	"strconv"
)

func ReadNumber(settings map[string]string, key string) (int, error) {
	text, ok := settings[key]
	//: absent=error
	if !ok {
		return 0, fmt.Errorf("cannot read %s: %w", key, errors.New("no such setting"))
	}
	//: absent=zero
	if !ok {
		return 0, nil
	}
	//: end
	number, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("cannot read %s: %w", key, errors.New("not a number"))
	}
	return int(number), nil
}

//: driver
func NumberOrCauses(settings map[string]string, key string) []string {
	number, err := ReadNumber(settings, key)
	if err == nil {
		return []string{strconv.Itoa(number)}
	}
	var messages []string
	for ; err != nil; err = errors.Unwrap(err) {
		messages = append(messages, err.Error())
	}
	return messages
}

//: family import_amounts
import (
	"fmt"
	"regexp"
	"strconv"
)

type Report struct {
	Total  int
	Failed []string
}

var form = regexp.MustCompile(`^[a-z]+=([0-9]{1,5})$`)

func ImportAmounts(lines []string) Report {
	var report Report
	for i, line := range lines {
		if found := form.FindStringSubmatch(line); found != nil {
			amount, _ := strconv.Atoi(found[1])
			report.Total += amount
			continue
		}
		report.Failed = append(report.Failed, fmt.Sprintf("line %d: %s", i+1, line))
		//: policy=two
		if len(report.Failed) == 2 {
			break
		}
		//: end
	}
	//: policy=nothing
	if len(report.Failed) > 0 {
		report.Total = 0
	}
	//: end
	return report
}

//: family sum_outcomes
import "strings" //: policy!=first

type Outcome struct {
	OK      bool
	Value   int
	Message string
}

func SumOutcomes(outcomes []Outcome) Outcome {
	total := 0
	var messages []string //: policy!=first
	for _, each := range outcomes {
		//: policy=first
		if !each.OK {
			return Outcome{false, 0, each.Message}
		}
		total += each.Value
		//: policy!=first
		if each.OK {
			total += each.Value
		} else {
			messages = append(messages, each.Message)
		}
		//: end
	}
	//: policy=all
	if len(messages) > 0 {
		return Outcome{false, 0, strings.Join(messages, "; ")}
	}
	//: policy!=partial
	return Outcome{true, total, ""}
	//: policy=partial
	ok := len(outcomes) == 0 || len(messages) < len(outcomes)
	return Outcome{ok, total, strings.Join(messages, "; ")}
	//: end
}

//: family apply_changes
import "maps"

type Change struct {
	Name   string
	Amount int
}
//: policy!=skip

type OutOfStockError struct{}

func (OutOfStockError) Error() string {
	return "not enough in stock"
}
//: end

func ApplyChanges(stock map[string]int, changes []Change) map[string]int { //: policy=skip
func ApplyChanges(stock map[string]int, changes []Change) (map[string]int, error) { //: policy!=skip
	after := maps.Clone(stock)
	for _, change := range changes {
		//: policy=each
		if after[change.Name]+change.Amount < 0 {
			return nil, OutOfStockError{}
		}
		//: policy=skip
		if after[change.Name]+change.Amount < 0 {
			continue
		}
		//: end
		after[change.Name] += change.Amount
	}
	//: policy=end
	for _, left := range after {
		if left < 0 {
			return nil, OutOfStockError{}
		}
	}
	//: policy!=skip
	return after, nil
	//: policy=skip
	return after
	//: end
}

//: family parse_bounded
import (
	"errors"
	"regexp"
	"strconv"
)

//: bounds!=clamped
type OutOfBoundsError struct{}

func (OutOfBoundsError) Error() string {
	return "out of bounds"
}

//: end
var form = regexp.MustCompile(`^-?[0-9]{1,6}$`)

func ParseBounded(text string, low, high int) (int, error) {
	if !form.MatchString(text) {
		return 0, errors.New("not a number")
	}
	number, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	if number < low || number > high { //: bounds=closed
	if number < low || number >= high { //: bounds=open
		return 0, OutOfBoundsError{} //: bounds!=clamped
	} //: bounds!=clamped
	return number, nil //: bounds!=clamped
	return min(max(number, low), high), nil //: bounds=clamped
}

//: family quotients
//: zero=null
func Quotients(pairs [][2]int) []*int {
	results := make([]*int, len(pairs))
	for i, pair := range pairs {
		if pair[1] != 0 {
			quotient := pair[0] / pair[1]
			results[i] = &quotient
		}
	}
	return results
}
//: zero=skip
func Quotients(pairs [][2]int) []int {
	var results []int
	for _, pair := range pairs {
		if pair[1] != 0 {
			results = append(results, pair[0]/pair[1])
		}
	}
	return results
}
//: zero=error
import "fmt"

func Quotients(pairs [][2]int) ([]int, error) {
	results := make([]int, len(pairs))
	for i, pair := range pairs {
		if pair[1] == 0 {
			return nil, fmt.Errorf("pair %d divides by zero", i+1)
		}
		results[i] = pair[0] / pair[1]
	}
	return results, nil
}
//: end

//: family summarize_errors
import (
	"cmp" //: order=count
	"fmt"
	"slices" //: order!=first
)

func SummarizeErrors(messages []string) []string {
	counts := make(map[string]int)
	var order []string
	for _, message := range messages { //: order!=last
	for _, message := range slices.Backward(messages) { //: order=last
		if counts[message] == 0 {
			order = append(order, message)
		}
		counts[message]++
	}
	//: order=count
	slices.SortStableFunc(order, func(a, b string) int {
		return cmp.Compare(counts[b], counts[a])
	})
	//: end
	for i, message := range order {
		if counts[message] > 1 {
			order[i] = fmt.Sprintf("%s (%d times)", message, counts[message])
		}
	}
	return order
}

//: family schema_errors
import (
	"fmt"
	"regexp"
	"slices"
)

var patterns = map[string]*regexp.Regexp{
	"int":  regexp.MustCompile(`^-?[0-9]+$`),
	"bool": regexp.MustCompile(`^(true|false)$`),
	"text": regexp.MustCompile(`(?s).`),
}

func SchemaErrors(values, schema map[string]string) []string {
	var problems []string
	for name, kind := range schema {
		value, ok := values[name]
		switch {
		case !ok:
			problems = append(problems, name+": missing")
		case !patterns[kind].MatchString(value):
			problems = append(problems, fmt.Sprintf("%s: not %s", name, kind))
		}
	}
	//: extra=reported
	for name := range values {
		if _, ok := schema[name]; !ok {
			problems = append(problems, name+": unknown")
		}
	}
	//: end
	slices.Sort(problems)
	return problems
}

//: family layered_lookup
//: which=first
import "errors"

//: which=last
import (
	"errors"
	"slices"
)

//: end
func LayeredLookup(layers []map[string]string, key string) (string, error) {
	for _, layer := range layers { //: which=first
	for _, layer := range slices.Backward(layers) { //: which=last
		if value, ok := layer[key]; ok { //: empty=counts
		if value := layer[key]; value != "" { //: empty=skipped
			return value, nil
		}
	}
	return "", errors.New("no layer has a value")
}

//: family booking_price
//: report=all
import "strings"

//: report=count
import "fmt"

//: end
type Booking struct {
	Guest  string
	Nights int
	Room   string
}

type BookingError struct {
	message string
}

func (e BookingError) Error() string {
	return e.message
}

var prices = map[string]int{"single": 50, "double": 80}

func BookingPrice(request Booking) (int, error) {
	var problems []string
	if request.Guest == "" {
		problems = append(problems, "guest is missing")
	}
	if request.Nights < 1 || request.Nights > 30 {
		problems = append(problems, "nights must be 1 to 30")
	}
	price, ok := prices[request.Room]
	if !ok {
		problems = append(problems, "unknown room")
	}
	if len(problems) > 0 {
		return 0, BookingError{strings.Join(problems, "; ")} //: report=all
		return 0, BookingError{problems[0]} //: report=first
		return 0, BookingError{counted(len(problems))} //: report=count
	}
	return request.Nights * price, nil
}
//: report=count

func counted(problems int) string {
	if problems == 1 {
		return "1 problem"
	}
	return fmt.Sprintf("%d problems", problems)
}
//: end

//: family require_settings
import (
	"errors"
	"strings"
)

func RequireSettings(settings map[string]string, keys []string) ([]string, error) {
	var values, missing []string
	for _, key := range keys {
		value, ok := settings[key] //: blank=value
		value := settings[key] //: blank=missing
		if !ok { //: blank=value
		if value == "" { //: blank=missing
			missing = append(missing, key)
		}
		values = append(values, value)
	}
	if len(missing) > 0 {
		return nil, errors.New("missing: " + strings.Join(missing, ", "))
	}
	return values, nil
}

//: family point_at_error
import (
	"fmt"
	"strings"
)

func PointAtError(source string, offset int, message string) []string {
	line := strings.Count(source[:offset], "\n")
	column := offset - strings.LastIndex(source[:offset], "\n") - 1
	return []string{
		fmt.Sprintf("%d:%d: %s", line+1, column, message), //: column=0
		fmt.Sprintf("%d:%d: %s", line+1, column+COLUMN, message), //: column!=0
		strings.Split(source, "\n")[line],
		strings.Repeat(" ", column) + "^",
	}
}
