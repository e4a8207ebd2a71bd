"""Reasoning about days, months, dates and the clock."""
# ruff: noqa: E501 (a wording a line)

import re
from datetime import date, timedelta
from random import Random

from neural.domains.english.task import Kind, Task, numbers, say
from neural.domains.english.words import CATEGORIES

DAYS = CATEGORIES["days of the week"]
MONTHS = CATEGORIES["months"]
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
AHEAD = ("after", "from")


def draw_weekday(rng: Random) -> Task:
    """A weekday some days before or after another."""
    start, n, back = rng.randrange(7), rng.randint(1, 30), rng.random() < 0.4
    day, days = DAYS[start], f"{n} day{'s' if n > 1 else ''}"
    wordings = (
        ("What day was it {days} before {day}?", "Today is {day}. What day was it {days} ago?",
         "Which weekday is {days} before {day}?", "If today is {day}, what day was it {days} ago?")
        if back else
        ("What day is it {days} after {day}?", "Today is {day}. What day will it be in {days}?",
         "Which weekday comes {days} after {day}?", "If today is {day}, what day is it in {days}?",
         "It is {day}. I leave in {days}. On what day do I leave?")
    )  # fmt: skip
    anchor = date(2024, 1, 1) + timedelta(start)  # a Monday
    answer = (anchor + timedelta(-n if back else n)).strftime("%A")
    return Task(say(rng, wordings, days=days, day=day), answer, (start, n, back))


def solve_weekday(question: str, context: str, answer: str) -> str:
    day = next(i for i, name in enumerate(DAYS) if name in question)
    n = numbers(question)[0]
    return DAYS[(day - n if re.search(r"before|ago", question) else day + n) % 7]


def draw_month(rng: Random) -> Task:
    """A month some months before or after another."""
    start, n, back = rng.randrange(12), rng.randint(1, 18), rng.random() < 0.4
    values = dict(month=MONTHS[start], months=f"{n} month{'s' if n > 1 else ''}")
    wordings = (
        ("Which month is {months} before {month}?", "It is {month}. Which month was it {months} ago?",
         "What month comes {months} before {month}?")
        if back else
        ("Which month comes {months} after {month}?", "It is {month}. Which month is it in {months}?",
         "What month is {months} after {month}?", "A course starts in {month} and ends {months} later. In which month does it end?")
    )  # fmt: skip
    answer = MONTHS[(start + (-n if back else n)) % 12]
    return Task(say(rng, wordings, **values), answer, (start, n, back))


def solve_month(question: str, context: str, answer: str) -> str:
    month = next(i for i, name in enumerate(MONTHS) if name in question)
    step = -1 if re.search(r"before|ago", question) else 1
    for _ in range(numbers(question)[0]):
        month = (month + step) % 12
    return MONTHS[month]


def draw_date(rng: Random) -> Task:
    """A date some days before or after another."""
    start = date(rng.randint(2020, 2030), 1, 1) + timedelta(rng.randrange(365))
    n, back = rng.randint(2, 40), rng.random() < 0.4
    wordings = (
        ("What date is {n} days before {start}?", "What date was it {n} days before {start}?",
         "Today is {start}. What date was it {n} days ago?")
        if back else
        ("What date is {n} days after {start}?", "Today is {start}. What date is it in {n} days?",
         "A letter is sent on {start} and arrives {n} days later. On what date does it arrive?",
         "Add {n} days to {start}.")
    )  # fmt: skip
    answer = written(start + timedelta(-n if back else n))
    return Task(say(rng, wordings, n=n, start=written(start)), answer, (str(start), n, back))


def written(day: date) -> str:
    """'March 3, 2025'."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def solve_date(question: str, context: str, answer: str) -> str:
    """Walks day by day with its own table of months."""
    name, day, year = re.search(r"([A-Z][a-z]+) (\d+), (\d{4})", question).groups()
    rest = re.sub(r"[A-Z][a-z]+ \d+, \d{4}", "", question)
    month, day, year = MONTHS.index(name) + 1, int(day), int(year)
    step = -1 if re.search(r"before|ago", question) else 1
    for _ in range(numbers(rest)[0]):
        day += step
        if day == 0:
            month = month - 1 or 12
            year -= month == 12
            day = month_length(month, year)
        elif day > month_length(month, year):
            month, day = month % 12 + 1, 1
            year += month == 1
    return f"{MONTHS[month - 1]} {day}, {year}"


def month_length(month: int, year: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else LENGTHS[month - 1]


def draw_same_month(rng: Random) -> Task:
    """A weekday given for one day of a month, asked for another."""
    a, b = rng.sample(range(1, 29), 2)
    day, month = rng.randrange(7), rng.choice(MONTHS)
    wordings = (
        "{month} {a} is a {day}. What day is {month} {b}?",
        "If {month} {a} is a {day}, what day of the week is {month} {b}?",
        "{month} {a} falls on a {day}. On which weekday does {month} {b} fall?",
    )
    question = say(rng, wordings, month=month, a=a, b=b, day=DAYS[day])
    return Task(question, DAYS[(day + b - a) % 7], (month, a, b, day))


def solve_same_month(question: str, context: str, answer: str) -> str:
    (a, b), day = numbers(question), next(i for i, name in enumerate(DAYS) if name in question)
    while a != b:
        a, day = (a + 1, day + 1) if a < b else (a - 1, day - 1)
    return DAYS[day % 7]


def draw_between(rng: Random) -> Task:
    """Days from one date to another, at most two months later."""
    first = date(rng.randint(2020, 2030), rng.randint(1, 12), rng.randint(1, 28))
    n = rng.randint(3, 60)
    wordings = (
        "How many days are there from {a} to {b}?",
        "How many days is it from {a} to {b}?",
        "How many days after {a} is {b}?",
    )
    question = say(rng, wordings, a=written(first), b=written(first + timedelta(n)))
    return Task(question, f"{n} days", (str(first), n))


def solve_between(question: str, context: str, answer: str) -> str:
    """The difference of the two day numbers of the Julian calendar's formula."""
    days = []
    for name, day, year in re.findall(r"([A-Z][a-z]+) (\d+), (\d{4})", question):
        shift = (14 - (MONTHS.index(name) + 1)) // 12
        y, m = int(year) + 4800 - shift, MONTHS.index(name) + 1 + 12 * shift - 3
        days.append(int(day) + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400)
    return f"{days[1] - days[0]} days"


def draw_length(rng: Random) -> Task:
    """How many days a month has, in a given year."""
    month, year = rng.randint(1, 12), rng.randint(1990, 2040)
    wordings = ("How many days does {month} {year} have?", "How many days are in {month} {year}?",
                "How long is {month} in the year {year}, in days?")  # fmt: skip
    after = date(year + month // 12, month % 12 + 1, 1)
    days = (after - date(year, month, 1)).days
    question = say(rng, wordings, month=MONTHS[month - 1], year=year)
    return Task(question, f"{days} days", (month, year))


def solve_length(question: str, context: str, answer: str) -> str:
    month = next(i for i, name in enumerate(MONTHS, 1) if name in question)
    return f"{month_length(month, numbers(question)[0])} days"


def draw_leap(rng: Random) -> Task:
    """Whether a year is a leap year."""
    year = rng.choice((rng.randint(1800, 2100), 4 * rng.randint(450, 525)))
    wordings = (
        "Is {y} a leap year?",
        "Tell me whether {y} is a leap year.",
        "Does {y} have a February 29?",
    )
    try:
        date(year, 2, 29)
        answer = "Yes"
    except ValueError:
        answer = "No"
    return Task(say(rng, wordings, y=year), answer, (year,))


def solve_leap(question: str, context: str, answer: str) -> str:
    return (
        "Yes"
        if month_length(2, re.search(r"\d{4}", question) and int(re.search(r"\d{4}", question)[0]))
        == 29
        else "No"
    )


def clock(minutes: int) -> str:
    """'3:05 pm' for minutes since midnight."""
    hour, minute = divmod(minutes % 1440, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02} {'am' if hour < 12 else 'pm'}"


def span(minutes: int) -> str:
    """'1 hour and 5 minutes'."""
    hour, minute = divmod(minutes, 60)
    parts = [
        f"{n} {word}{'s' if n > 1 else ''}" for n, word in ((hour, "hour"), (minute, "minute")) if n
    ]
    return " and ".join(parts)


def draw_clock(rng: Random) -> Task:
    """A time some minutes later or earlier."""
    start, n, back = 5 * rng.randrange(288), 5 * rng.randint(1, 40), rng.random() < 0.3
    wordings = (
        ("What time was it {n} before {t}?", "It is {t}. What time was it {n} ago?")
        if back else
        ("It is {t}. What time is it in {n}?", "What time is it {n} after {t}?",
         "The ferry leaves at {t} and the trip takes {n}. When does it arrive?",
         "The train leaves at {t} and takes {n}. When does it arrive?",
         "I start at {t} and need {n}. When am I done?")
    )  # fmt: skip
    question = say(rng, wordings, t=clock(start), n=span(n))
    return Task(question, clock(start + (-n if back else n)), (start, n, back))


def draw_duration(rng: Random) -> Task:
    """The time between two times of one day."""
    start = 5 * rng.randrange(60, 240)
    n = 5 * rng.randint(1, 44)
    wordings = (
        "How long is it from {a} to {b}?",
        "A meeting runs from {a} to {b}. How long is it?",
        "I work from {a} to {b}. How long is that?",
        "How much time is there between {a} and {b}?",
    )
    n = min(n, 1435 - start)
    return Task(say(rng, wordings, a=clock(start), b=clock(start + n)), span(n), (start, n))


def solve_clock(question: str, context: str, answer: str) -> str:
    """Reads the times and the span from the text."""
    times = [
        int(h) % 12 * 60 + int(m) + (720 if half == "pm" else 0)
        for h, m, half in re.findall(r"(\d+):(\d\d) (am|pm)", question)
    ]
    if len(times) == 2:
        return span(times[1] - times[0])
    lasts = sum(
        int(n) * (60 if word == "hour" else 1)
        for n, word in re.findall(r"(\d+) (hour|minute)", question)
    )
    return clock(times[0] - lasts if re.search(r"before|ago", question) else times[0] + lasts)


def draw_iso(rng: Random) -> Task:
    """A date in another notation."""
    day = date(rng.randint(1990, 2035), 1, 1) + timedelta(rng.randrange(365))
    wordings = ("Write {d} as YYYY-MM-DD.", "Write the date {d} in the form YYYY-MM-DD.",
                "{d} in ISO format, please.", "Convert {d} to YYYY-MM-DD.")  # fmt: skip
    back = (
        "Write {d} in words, like January 5, 2020.",
        "Which date is {d}? Write it like January 5, 2020.",
    )
    if rng.random() < 0.6:
        return Task(say(rng, wordings, d=written(day)), day.isoformat(), (str(day),))
    return Task(say(rng, back, d=day.isoformat()), written(day), (str(day),))


def solve_iso(question: str, context: str, answer: str) -> str:
    found = re.search(r"(\d{4})-(\d\d)-(\d\d)", question)
    if found:
        year, month, day = map(int, found.groups())
        return f"{MONTHS[month - 1]} {day}, {year}"
    name, day, year = re.search(r"([A-Z][a-z]+) (\d+), (\d{4})", question).groups()
    return f"{year}-{MONTHS.index(name) + 1:02}-{int(day):02}"


KINDS = (
    Kind("weekday", draw_weekday, solve_weekday, 2.0, 30),
    Kind("month", draw_month, solve_month, 1.5, 20),
    Kind("date", draw_date, solve_date, 2.0, 60),
    Kind("same-month", draw_same_month, solve_same_month, 1.5, 60),
    Kind("between", draw_between, solve_between, 1.0, 40),
    Kind("month-length", draw_length, solve_length, 0.7, 20),
    Kind("leap-year", draw_leap, solve_leap, 0.5, 20),
    Kind("clock", draw_clock, solve_clock, 2.0, 60),
    Kind("duration", draw_duration, solve_clock, 1.5, 60),
    Kind("notation", draw_iso, solve_iso, 1.0, 40),
)
