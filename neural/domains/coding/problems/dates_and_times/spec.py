"""Calendars, clocks, opening hours, deadlines."""

from datetime import date, timedelta

from neural.domains.coding.draw import ints, mixed, one_of
from neural.domains.coding.family import Family, invalid


def day(rng):
    return str(date(2024, 1, 1) + timedelta(rng.randint(-400, 800)))


def near(rng):
    return str(date(2024, 2, 20) + timedelta(rng.randint(0, 25)))


def clock(rng):
    return f"{rng.randint(0, 23):02}:{rng.choice([0, 15, 29, 30, 45, 59]):02}"


def month_end(rng):
    return rng.choice(["2023-01-31", "2024-01-31", "2024-02-29", "2023-12-15", "2024-10-30"])


FAMILIES = [
    Family(
        signature="is_leap_year(year: int) -> bool",
        statement="Tell whether {year} is a leap year of the {calendar}.",
        requests=["Is {year} a leap year? Use the {calendar}."],
        params={
            "calendar": {
                "gregorian": "Gregorian calendar: every fourth year is one, but full hundreds "
                "only when 400 divides them",
                "julian": "Julian calendar, in which every fourth year is one",
            }
        },
        inputs={"year": mixed(ints(1, 2100), one_of(1600, 1700, 1900, 2000, 2100))},
        edges=[(2024,), (1900,), (2000,), (2023,)],
        cost="O(1)",
    ),
    Family(
        signature="days_between(start: str, end: str) -> int",
        statement="Return how many {unit} lie between the dates {start} and {end}, both given as "
        "YYYY-MM-DD. {end} is not before {start}.",
        requests=["Count the {unit} from {start} to {end} (ISO dates, in this order)."],
        params={
            "unit": {
                "days": "days, so that neighbouring dates are 1 apart",
                "inclusive": "days, counting both dates",
                "weeks": "full weeks",
            }
        },
        inputs=lambda rng: tuple(sorted([day(rng), day(rng)])),
        edges=[
            ("2024-02-28", "2024-03-01"),
            ("2024-01-01", "2024-01-01"),
            ("2023-12-31", "2024-01-07"),
        ],
        cost="O(1)",
    ),
    Family(
        signature="working_days(start: str, end: str) -> int",
        statement="Count the days from {start} to {end}, {ends}, that fall on Monday to Friday. "
        "Dates are YYYY-MM-DD, and {end} is not before {start}.",
        requests=["How many weekdays (Monday to Friday) are there from {start} to {end}, {ends}?"],
        params={
            "ends": {
                "both": "both included",
                "last_out": "without {end} itself",
                "first_out": "without {start} itself",
            }
        },
        inputs=lambda rng: tuple(sorted([near(rng), near(rng)])),
        edges=[
            ("2024-03-01", "2024-03-04"),
            ("2024-03-02", "2024-03-03"),
            ("2024-03-01", "2024-03-01"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="next_weekday(day: str, weekday: int) -> str",
        statement="Return the first date {from_} {day} that falls on {weekday}, where 0 is Monday "
        "and 6 is Sunday. Dates are YYYY-MM-DD.",
        requests=[
            "Find the next date with a given {weekday} (Monday is 0): the first one {from_} "
            "{day}, as YYYY-MM-DD."
        ],
        params={"from_": {"after": "after", "on": "on or after"}},
        inputs={"day": near, "weekday": ints(0, 6)},
        edges=[("2024-02-28", 4), ("2024-03-01", 4), ("2023-12-31", 0)],
        cost="O(1)",
    ),
    Family(
        signature="add_months(day: str, months: int) -> str",
        statement="Return the date {months} months after {day}, a date YYYY-MM-DD; {months} may be "
        "negative. If that month is too short for the day, {short}.",
        requests=[
            "Move a date by a number of months, forwards or backwards. When the target month "
            "has no such day, {short}."
        ],
        params={
            "short": {
                "clamped": "take its last day",
                "overflow": "count on into the month after it, so that January 31 becomes March 2 "
                "or 3",
            }
        },
        inputs={"day": mixed(month_end, day), "months": ints(-14, 14)},
        edges=[("2024-01-31", 1), ("2024-01-15", 0), ("2024-01-31", -2), ("2023-11-30", 3)],
        cost="O(1)",
    ),
    Family(
        signature="age(born: str, today: str) -> int",
        statement="Return the age in whole years on {today} of a person {born} on that date, which "
        "is not later; dates are YYYY-MM-DD. Those born on February 29 grow older on {leap} in "
        "other years.",
        requests=[
            "How old is someone {born} on that day as of {today}? February 29 counts as "
            "{leap} in years without it."
        ],
        params={"leap": {"march": "March 1", "february": "February 28"}},
        inputs=lambda rng: (
            rng.choice(["2000-02-29", "2004-02-29", "1999-12-31", "2001-03-01"]),
            f"20{rng.randint(20, 28)}-{rng.choice(['02-28', '03-01', '12-30', '12-31', '02-27'])}",
        ),
        edges=[
            ("1990-05-10", "2024-05-09"),
            ("2000-02-29", "2023-02-28"),
            ("2000-02-29", "2024-02-28"),
            ("2000-01-01", "2000-01-01"),
        ],
        cost="O(1)",
    ),
    Family(
        signature="minutes_between(start: str, end: str) -> int",
        statement="Return the minutes from the time {start} to {end}, both HH:MM. If {end} is "
        "{earlier}.",
        requests=["Compute how many minutes lie between two clock times. If {end} is {earlier}."],
        params={
            "earlier": {
                "tomorrow": "earlier, it is on the next day; equal times are 0 minutes apart",
                "full": "not later, it is on the next day, so that equal times are a day apart",
                "negative": "earlier, the result is negative",
            }
        },
        inputs={"start": clock, "end": clock},
        edges=[("22:30", "06:00"), ("09:00", "17:45"), ("10:00", "10:00")],
        cost="O(1)",
    ),
    Family(
        signature="format_duration(seconds: int) -> str",
        statement="Write a duration of {seconds} {style}. {seconds} is not negative.",
        requests=["Show a number of {seconds} to people {style}."],
        params={
            "style": {
                "clock": "as H:MM:SS, with as many digits for the hours as needed",
                "units": "as 1h 2m 3s, leaving out units that are zero; no time at all is 0s",
                "largest": "as its largest unit alone, rounded down: 2d, 5h, 3m or 7s",
            }
        },
        inputs={"seconds": mixed(ints(0, 200), ints(0, 200000), one_of(3600, 60, 86400))},
        edges=[(3723,), (0,), (60,), (86400,), (59,)],
        cost="O(1)",
    ),
    Family(
        signature="to_24_hours(time: str) -> str",
        statement="Convert a {time} such as 3:05 PM into the form 15:05. 12 AM is midnight and 12 "
        "PM is noon. {lenient} If {time} has another form, {malformed}.",
        requests=[
            "Turn 12-hour times (9:30 AM) into 24-hour ones (09:30). {lenient} Otherwise "
            "{malformed}."
        ],
        params={
            "lenient": {
                "strict": "The hour is 1 to 12, the minutes have two digits, and one space and AM "
                "or PM follow.",
                "loose": "The hour is 1 to 12; the minutes of two digits may be missing with "
                "their colon, as may the space, and am and pm may be small.",
            }
        },
        inputs={
            "time": mixed(
                lambda rng: f"{rng.randint(1, 12)}:{rng.randint(0, 59):02} {rng.choice('AP')}M",
                lambda rng: (
                    f"{rng.randint(0, 13)}{rng.choice(['', ':30'])}{rng.choice(['pm', 'AM'])}"
                ),
            )
        },
        edges=[("12:00 AM",), ("3:05 PM",), ("12:30 PM",), ("13:00 PM",), ("9pm",), ("0:10 AM",)],
        errors={"malformed": invalid("not a time: *")},
        cost="O(1)",
    ),
    Family(
        signature="is_open(opens: int, closes: int, minute: int) -> bool",
        statement="Tell whether a shop is open at {minute}. All times are minutes since midnight, "
        "0 to 1439. It is open from {opens} to {closes}, {until}; if {closes} is less, it is open "
        "over midnight. If both are equal, it is {equal}.",
        requests=[
            "A bar is open from {opens} to {closes} (minutes of the day, possibly over "
            "midnight), {until}. Is it open at {minute}? With equal times it is {equal}."
        ],
        params={
            "until": {
                "excluded": "{closes} itself excluded",
                "included": "{closes} itself included",
            },
            "equal": {"always": "always open", "never": "never open"},
        },
        inputs=lambda rng: tuple(rng.choice([0, 540, 600, 1080, 1439]) for _ in range(3)),
        edges=[(1080, 120, 60), (540, 1080, 1080), (540, 540, 0), (540, 1080, 539)],
        cost="O(1)",
    ),
    Family(
        signature="last_of_month(year: int, month: int) -> str",
        statement="Return the date, as YYYY-MM-DD, of the {which} of that {year} and {month}.",
        requests=["Which date is the {which} of a given {year} and {month}? ISO format, please."],
        params={
            "which": {
                "day": "last day",
                "friday": "last Friday",
                "working": "last working day, Monday to Friday,",
            }
        },
        inputs={"year": ints(1999, 2030), "month": ints(1, 12)},
        edges=[(2024, 2), (2023, 2), (2024, 3), (2024, 12)],
        cost="O(1)",
    ),
    Family(
        signature="quarter(day: str) -> str",
        statement="Return the quarter of {day}, a date YYYY-MM-DD, as 2024-Q1. {year}",
        requests=["Label a date with its quarter, like 2024-Q3. {year}"],
        params={
            "year": {
                "calendar": "The year begins in January.",
                "april": "The business year begins in April and is named after the calendar year "
                "in which it begins.",
                "october": "The business year begins in October and is named after the calendar "
                "year in which it ends.",
            }
        },
        inputs={"day": day},
        edges=[("2024-01-01",), ("2024-12-31",), ("2024-04-01",), ("2024-10-01",)],
        cost="O(1)",
    ),
    Family(
        signature="streak(days: list[str], today: str) -> int",
        statement="Return the number of consecutive days on which somebody trained, up to {today}. "
        "{days} are the dates, YYYY-MM-DD, ascending and distinct, none after {today}. {open}",
        requests=["Compute a training streak from sorted {days}, as of {today}. {open}"],
        params={
            "open": {
                "strict": "Without training on {today} it is 0.",
                "grace": "If {today} is missing, it is the streak up to the day before.",
            }
        },
        inputs=lambda rng: (
            [f"2024-03-{d:02}" for d in range(1, 9) if rng.random() < 0.75],
            "2024-03-08",
        ),
        edges=[
            (["2024-02-28", "2024-02-29", "2024-03-01"], "2024-03-01"),
            ([], "2024-03-01"),
            (["2024-03-01"], "2024-03-02"),
            (["2024-03-01"], "2024-03-03"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="round_time(minute: int) -> int",
        statement="Round {minute}, minutes since midnight, {direction} multiple of {step} minutes. "
        "The result may be 1440.",
        requests=["Snap a time (minutes since midnight) {direction} multiple of {step} minutes."],
        params={
            "step": (15, 6),
            "direction": {
                "down": "down to the last",
                "up": "up to the next",
                "nearest": "to the nearest, and when it is halfway up to the next,",
            },
        },
        inputs={"minute": ints(0, 1439)},
        edges=[(0,), (7,), (8,), (3,), (1439,), (30,)],
        cost="O(1)",
    ),
    Family(
        signature="iso_week(day: str) -> str",
        statement="Return the week of {day}, a date YYYY-MM-DD, {numbering}",
        requests=["Give the week number of {day} as text, {numbering}"],
        params={
            "numbering": {
                "iso": "by ISO 8601, as 2024-W05: weeks begin on Monday, and week 1 is the one "
                "with the first Thursday of its year.",
                "simple": "as 2024-W05, where week 1 is January 1 to 7, week 2 the seven after "
                "that and so on.",
            }
        },
        inputs={"day": mixed(day, one_of("2021-01-03", "2020-12-31", "2024-12-30"))},
        edges=[("2024-02-01",), ("2021-01-01",), ("2024-12-31",), ("2023-01-01",)],
        cost="O(1)",
    ),
    Family(
        signature="due_date(ordered: str, days: int) -> str",
        statement="Return the date {days} {kind} after {ordered}. Dates are YYYY-MM-DD, and {days} "
        "is not negative.",
        requests=["When is something due that takes {days} {kind}, if it was {ordered} that day?"],
        params={
            "kind": {
                "calendar": "days",
                "working": "working days (Monday to Friday)",
                "moved": "days, but moved on to Monday if that is a Saturday or Sunday,",
            }
        },
        inputs={"ordered": near, "days": ints(0, 12)},
        edges=[("2024-03-01", 1), ("2024-03-01", 0), ("2024-02-27", 3), ("2024-03-02", 5)],
        cost="O(n)",
    ),
    Family(
        signature="is_date(text: str) -> bool",
        statement="Tell whether {text} is a valid date of the form {form}. Months and days are "
        "checked, leap years included.",
        requests=["Validate that {text} is a real date written as {form}; February 30 is not."],
        params={
            "form": {
                "iso": "YYYY-MM-DD",
                "german": "DD.MM.YYYY",
                "us": "MM/DD/YYYY",
            }
        },
        inputs={
            "text": lambda rng: rng.choice(
                ["{y}-{m:02}-{d:02}", "{d:02}.{m:02}.{y}", "{m:02}/{d:02}/{y}"]
            ).format(y=rng.choice([2023, 2024]), m=rng.randint(1, 13), d=rng.randint(27, 31))
        },
        edges=[
            ("2024-02-29",),
            ("29.02.2023",),
            ("02/28/2023",),
            ("12/11/2024",),
            ("11.12.2024",),
            ("2024-2-1",),
            ("",),
            ("2024-04-31",),
        ],
        cost="O(1)",
    ),
]
