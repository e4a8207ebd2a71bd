// Solutions of spec.py's families; see AUTHORING.md.

//: family is_leap_year
//: calendar=gregorian
import java.time.Year;

//: end
final class IsLeapYear {
    static boolean isLeapYear(int year) {
        return Year.isLeap(year); //: calendar=gregorian
        return year % 4 == 0; //: calendar=julian
    }
}

//: family days_between
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

final class DaysBetween {
    static long daysBetween(String start, String end) {
        LocalDate from = LocalDate.parse(start);
        LocalDate to = LocalDate.parse(end);
        return ChronoUnit.DAYS.between(from, to); //: unit=days
        return ChronoUnit.DAYS.between(from, to) + 1; //: unit=inclusive
        return ChronoUnit.WEEKS.between(from, to); //: unit=weeks
    }
}

//: family working_days
import java.time.DayOfWeek;
import java.time.LocalDate;

final class WorkingDays {
    static long workingDays(String start, String end) {
        LocalDate first = LocalDate.parse(start);
        LocalDate last = LocalDate.parse(end);
        return first.datesUntil(last.plusDays(1)) //: ends=both
        return first.datesUntil(last) //: ends=last_out
        return first.datesUntil(last.plusDays(1)).skip(1) //: ends=first_out
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();
    }
}

//: family next_weekday
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

final class NextWeekday {
    static String nextWeekday(String day, int weekday) {
        DayOfWeek wanted = DayOfWeek.of(weekday + 1);
        return LocalDate.parse(day)
                .with(TemporalAdjusters.next(wanted)) //: from_=after
                .with(TemporalAdjusters.nextOrSame(wanted)) //: from_=on
                .toString();
    }
}

//: family add_months
import java.time.LocalDate;

final class AddMonths {
    static String addMonths(String day, int months) {
        LocalDate start = LocalDate.parse(day);
        return start.plusMonths(months).toString(); //: short=clamped
        //: short=overflow
        return start.withDayOfMonth(1)
                .plusMonths(months)
                .plusDays(start.getDayOfMonth() - 1)
                .toString();
        //: end
    }
}

//: family age
import java.time.LocalDate;

final class Age {
    static int age(String born, String today) {
        LocalDate birth = LocalDate.parse(born);
        LocalDate now = LocalDate.parse(today);
        int years = now.getYear() - birth.getYear();
        LocalDate birthday = birth.plusYears(years); // February 28 for the 29th
        //: leap=march
        if (birthday.getDayOfMonth() != birth.getDayOfMonth()) {
            birthday = birthday.plusDays(1);
        }
        //: end
        return now.isBefore(birthday) ? years - 1 : years;
    }
}

//: family minutes_between
import java.time.Duration;
import java.time.LocalTime;

final class MinutesBetween {
    static long minutesBetween(String start, String end) {
        LocalTime from = LocalTime.parse(start);
        Duration passed = Duration.between(from, LocalTime.parse(end));
        //: earlier=tomorrow
        if (passed.isNegative()) {
            passed = passed.plusDays(1);
        }
        //: earlier=full
        if (passed.isNegative() || passed.isZero()) {
            passed = passed.plusDays(1);
        }
        //: end
        return passed.toMinutes();
    }
}

//: family format_duration
//: style=units
import java.util.ArrayList;
import java.util.List;

//: end
final class FormatDuration {
    static String formatDuration(int seconds) {
        //: style=clock
        return String.format(
                "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        //: style=units
        List<String> parts = new ArrayList<>();
        if (seconds >= 3600) {
            parts.add(seconds / 3600 + "h");
        }
        if (seconds / 60 % 60 > 0) {
            parts.add(seconds / 60 % 60 + "m");
        }
        if (seconds % 60 > 0 || parts.isEmpty()) {
            parts.add(seconds % 60 + "s");
        }
        return String.join(" ", parts);
        //: style=largest
        if (seconds >= 86400) {
            return seconds / 86400 + "d";
        }
        if (seconds >= 3600) {
            return seconds / 3600 + "h";
        }
        return seconds >= 60 ? seconds / 60 + "m" : seconds + "s";
        //: end
    }
}

//: family to_24_hours
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class To24Hours {
    //: lenient=strict
    private static final Pattern CLOCK =
            Pattern.compile("([1-9]|1[0-2]):([0-5]\\d) ([AP])M");
    //: lenient=loose
    private static final Pattern CLOCK =
            Pattern.compile("(?i)([1-9]|1[0-2])(?::([0-5]\\d))? ?([AP])M");
    //: end

    static String to24Hours(String time) {
        Matcher match = CLOCK.matcher(time);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a time: '" + time + "'");
        }
        int hour = Integer.parseInt(match.group(1)) % 12;
        if (match.group(3).equalsIgnoreCase("P")) {
            hour += 12;
        }
        String minutes = match.group(2); //: lenient=strict
        String minutes = match.group(2) == null ? "00" : match.group(2); //: lenient=loose
        return String.format("%02d:%s", hour, minutes);
    }
}

//: family is_open
final class IsOpen {
    static boolean isOpen(int opens, int closes, int minute) {
        if (opens == closes) {
            return true; //: equal=always
            return false; //: equal=never
        }
        boolean begun = minute >= opens;
        boolean going = minute < closes; //: until=excluded
        boolean going = minute <= closes; //: until=included
        return opens < closes ? begun && going : begun || going;
    }
}

//: family last_of_month
import java.time.DayOfWeek; //: which!=day
import java.time.LocalDate; //: which=working
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters; //: which!=day

final class LastOfMonth {
    static String lastOfMonth(int year, int month) {
        return YearMonth.of(year, month).atEndOfMonth().toString(); //: which=day
        //: which=friday
        return YearMonth.of(year, month)
                .atEndOfMonth()
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY))
                .toString();
        //: which=working
        LocalDate last = YearMonth.of(year, month).atEndOfMonth();
        return switch (last.getDayOfWeek()) {
            case SATURDAY, SUNDAY ->
                last.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)).toString();
            default -> last.toString();
        };
        //: end
    }
}

//: family quarter
import java.time.LocalDate;
import java.time.temporal.IsoFields;

final class Quarter {
    static String quarter(String day) {
        LocalDate date = LocalDate.parse(day); //: year=calendar
        LocalDate date = LocalDate.parse(day).minusMonths(3); //: year=april
        LocalDate date = LocalDate.parse(day).plusMonths(3); //: year=october
        return date.getYear() + "-Q" + date.get(IsoFields.QUARTER_OF_YEAR);
    }
}

//: family streak
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

final class Streak {
    static long streak(List<String> days, String today) {
        Set<String> trained = new HashSet<>(days);
        LocalDate start = LocalDate.parse(today);
        //: open=grace
        if (!trained.contains(today)) {
            start = start.minusDays(1);
        }
        //: end
        return Stream.iterate(start, day -> day.minusDays(1))
                .takeWhile(day -> trained.contains(day.toString()))
                .count();
    }
}

//: family round_time
final class RoundTime {
    static int roundTime(int minute) {
        return minute / STEP * STEP; //: direction=down
        return (minute + STEP - 1) / STEP * STEP; //: direction=up
        return (2 * minute + STEP) / (2 * STEP) * STEP; //: direction=nearest
    }
}

//: family iso_week
import java.time.LocalDate;
import java.time.temporal.IsoFields; //: numbering=iso

final class IsoWeek {
    static String isoWeek(String day) {
        LocalDate date = LocalDate.parse(day);
        //: numbering=iso
        int year = date.get(IsoFields.WEEK_BASED_YEAR);
        int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return String.format("%d-W%02d", year, week);
        //: numbering=simple
        return String.format("%d-W%02d", date.getYear(), (date.getDayOfYear() + 6) / 7);
        //: end
    }
}

//: family due_date
import java.time.DayOfWeek; //: kind!=calendar
import java.time.LocalDate;

final class DueDate {
    static String dueDate(String ordered, int days) {
        //: kind=calendar
        return LocalDate.parse(ordered).plusDays(days).toString();
        //: kind=moved
        LocalDate due = LocalDate.parse(ordered).plusDays(days);
        while (due.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            due = due.plusDays(1);
        }
        return due.toString();
        //: kind=working
        LocalDate due = LocalDate.parse(ordered);
        int left = days;
        while (left > 0) {
            due = due.plusDays(1);
            if (due.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                left--;
            }
        }
        return due.toString();
        //: end
    }
}

//: family is_date
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

final class IsDate {
    //: form=iso
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd")
                    .withResolverStyle(ResolverStyle.STRICT);
    //: form=german
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("dd.MM.uuuu")
                    .withResolverStyle(ResolverStyle.STRICT);
    //: form=us
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("MM/dd/uuuu")
                    .withResolverStyle(ResolverStyle.STRICT);
    //: end

    static boolean isDate(String text) {
        try {
            LocalDate.parse(text, FORMAT);
            return true;
        } catch (DateTimeParseException error) {
            return false;
        }
    }
}
