package solutions

//: family is_leap_year
func IsLeapYear(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0) //: calendar=gregorian
	return year%4 == 0 //: calendar=julian
}

//: family days_between
import "time"

func DaysBetween(start, end string) (int, error) {
	from, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return 0, err
	}
	to, err := time.Parse(time.DateOnly, end)
	if err != nil {
		return 0, err
	}
	days := int(to.Sub(from).Hours()) / 24
	return days, nil //: unit=days
	return days + 1, nil //: unit=inclusive
	return days / 7, nil //: unit=weeks
}

//: family working_days
import "time"

func WorkingDays(start, end string) (int, error) {
	day, err := time.Parse(time.DateOnly, start)
	if err != nil {
		return 0, err
	}
	last, err := time.Parse(time.DateOnly, end)
	if err != nil {
		return 0, err
	}
	day = day.AddDate(0, 0, 1) //: ends=first_out
	count := 0
	for ; !day.After(last); day = day.AddDate(0, 0, 1) { //: ends!=last_out
	for ; day.Before(last); day = day.AddDate(0, 0, 1) { //: ends=last_out
		if weekday := day.Weekday(); weekday != time.Saturday && weekday != time.Sunday {
			count++
		}
	}
	return count, nil
}

//: family next_weekday
import "time"

func NextWeekday(day string, weekday int) (string, error) {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	wanted := time.Weekday((weekday + 1) % 7) // Go's week begins on Sunday
	date = date.AddDate(0, 0, 1) //: from_=after
	for date.Weekday() != wanted {
		date = date.AddDate(0, 0, 1)
	}
	return date.Format(time.DateOnly), nil
}

//: family add_months
import "time"

func AddMonths(day string, months int) (string, error) {
	start, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	//: short=clamped
	first := time.Date(start.Year(), start.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	moved := first.AddDate(0, 0, min(start.Day(), last.Day())-1)
	return moved.Format(time.DateOnly), nil
	//: short=overflow
	return start.AddDate(0, months, 0).Format(time.DateOnly), nil
	//: end
}

//: family age
import "time"

func Age(born, today string) (int, error) {
	birth, err := time.Parse(time.DateOnly, born)
	if err != nil {
		return 0, err
	}
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return 0, err
	}
	birthday := time.Date(now.Year(), birth.Month(), birth.Day(), 0, 0, 0, 0, time.UTC)
	//: leap=february
	if birthday.Month() != birth.Month() {
		birthday = birthday.AddDate(0, 0, -1)
	}
	//: end
	years := now.Year() - birth.Year()
	if now.Before(birthday) {
		years--
	}
	return years, nil
}

//: family minutes_between
import (
	"strconv"
	"strings"
)

func MinutesBetween(start, end string) int {
	difference := minutes(end) - minutes(start)
	return (difference + 1440) % 1440 //: earlier=tomorrow
	//: earlier=full
	if difference <= 0 {
		return difference + 1440
	}
	return difference
	//: earlier=negative
	return difference
	//: end
}

func minutes(time string) int {
	before, after, _ := strings.Cut(time, ":")
	hours, _ := strconv.Atoi(before)
	minutes, _ := strconv.Atoi(after)
	return hours*60 + minutes
}

//: family format_duration
//: style!=units
import "fmt"

//: style=units
import (
	"fmt"
	"strings"
)

//: end
func FormatDuration(seconds int) string {
	//: style=clock
	return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	//: style=units
	var parts []string
	if hours := seconds / 3600; hours > 0 {
		parts = append(parts, fmt.Sprintf("%dh", hours))
	}
	if minutes := seconds / 60 % 60; minutes > 0 {
		parts = append(parts, fmt.Sprintf("%dm", minutes))
	}
	if rest := seconds % 60; rest > 0 || len(parts) == 0 {
		parts = append(parts, fmt.Sprintf("%ds", rest))
	}
	return strings.Join(parts, " ")
	//: style=largest
	switch {
	case seconds >= 86400:
		return fmt.Sprintf("%dd", seconds/86400)
	case seconds >= 3600:
		return fmt.Sprintf("%dh", seconds/3600)
	case seconds >= 60:
		return fmt.Sprintf("%dm", seconds/60)
	}
	return fmt.Sprintf("%ds", seconds)
	//: end
}

//: family to_24_hours
import (
	"fmt"
	"regexp"
	"strconv"
)

var clock = regexp.MustCompile(`^([1-9]|1[0-2]):([0-5]\d) ([AP])M$`) //: lenient=strict
var clock = regexp.MustCompile(`(?i)^([1-9]|1[0-2])(?::([0-5]\d))? ?([AP])M$`) //: lenient=loose

func To24Hours(time string) (string, error) {
	match := clock.FindStringSubmatch(time)
	if match == nil {
		return "", fmt.Errorf("not a time: '%s'", time)
	}
	hour, err := strconv.Atoi(match[1])
	if err != nil {
		return "", err
	}
	hour %= 12
	if match[3] == "P" { //: lenient=strict
	if match[3] == "P" || match[3] == "p" { //: lenient=loose
		hour += 12
	}
	//: lenient=loose
	if match[2] == "" {
		match[2] = "00"
	}
	//: end
	return fmt.Sprintf("%02d:%s", hour, match[2]), nil
}

//: family is_open
func IsOpen(opens, closes, minute int) bool {
	switch {
	case opens == closes:
		return true //: equal=always
		return false //: equal=never
	case opens < closes:
		return opens <= minute && minute < closes //: until=excluded
		return opens <= minute && minute <= closes //: until=included
	default:
		return minute >= opens || minute < closes //: until=excluded
		return minute >= opens || minute <= closes //: until=included
	}
}

//: family last_of_month
import "time"

func LastOfMonth(year, month int) string {
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	//: which=friday
	for last.Weekday() != time.Friday {
		last = last.AddDate(0, 0, -1)
	}
	//: which=working
	for last.Weekday() == time.Saturday || last.Weekday() == time.Sunday {
		last = last.AddDate(0, 0, -1)
	}
	//: end
	return last.Format(time.DateOnly)
}

//: family quarter
import (
	"fmt"
	"time"
)

func Quarter(day string) (string, error) {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	date = date.AddDate(0, -3, 1-date.Day()) //: year=april
	date = date.AddDate(0, 3, 1-date.Day()) //: year=october
	return fmt.Sprintf("%d-Q%d", date.Year(), (date.Month()+2)/3), nil
}

//: family streak
import (
	"slices"
	"time"
)

func Streak(days []string, today string) (int, error) {
	day, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return 0, err
	}
	//: open=grace
	if !slices.Contains(days, today) {
		day = day.AddDate(0, 0, -1)
	}
	//: end
	length := 0
	for _, trained := range slices.Backward(days) {
		if trained != day.AddDate(0, 0, -length).Format(time.DateOnly) {
			break
		}
		length++
	}
	return length, nil
}

//: family round_time
func RoundTime(minute int) int {
	return minute / STEP * STEP //: direction=down
	return (minute + STEP - 1) / STEP * STEP //: direction=up
	return (2*minute + STEP) / (2 * STEP) * STEP //: direction=nearest
}

//: family iso_week
import (
	"fmt"
	"time"
)

func IsoWeek(day string) (string, error) {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	//: numbering=iso
	year, week := date.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week), nil
	//: numbering=simple
	return fmt.Sprintf("%d-W%02d", date.Year(), (date.YearDay()+6)/7), nil
	//: end
}

//: family due_date
import "time"

func DueDate(ordered string, days int) (string, error) {
	due, err := time.Parse(time.DateOnly, ordered)
	if err != nil {
		return "", err
	}
	//: kind!=working
	due = due.AddDate(0, 0, days)
	//: kind=moved
	for due.Weekday() == time.Saturday || due.Weekday() == time.Sunday {
		due = due.AddDate(0, 0, 1)
	}
	//: kind=working
	for days > 0 {
		due = due.AddDate(0, 0, 1)
		if due.Weekday() != time.Saturday && due.Weekday() != time.Sunday {
			days--
		}
	}
	//: end
	return due.Format(time.DateOnly), nil
}

//: family is_date
import "time"

func IsDate(text string) bool {
	_, err := time.Parse("2006-01-02", text) //: form=iso
	_, err := time.Parse("02.01.2006", text) //: form=german
	_, err := time.Parse("01/02/2006", text) //: form=us
	return err == nil
}
