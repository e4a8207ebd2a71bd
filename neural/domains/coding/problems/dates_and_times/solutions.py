"""Solutions of spec.py's families; see AUTHORING.md."""


#: family is_leap_year
def is_leap_year(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  #: calendar=gregorian
    return year % 4 == 0  #: calendar=julian


#: family days_between
from datetime import date


def days_between(start: str, end: str) -> int:
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    return days  #: unit=days
    return days + 1  #: unit=inclusive
    return days // 7  #: unit=weeks


#: family working_days
from datetime import date, timedelta


def working_days(start: str, end: str) -> int:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    length = (last - first).days
    days = (first + timedelta(offset) for offset in range(length + 1))  #: ends=both
    days = (first + timedelta(offset) for offset in range(length))  #: ends=last_out
    days = (first + timedelta(offset + 1) for offset in range(length))  #: ends=first_out
    return sum(day.weekday() < 5 for day in days)


#: family next_weekday
from datetime import date, timedelta


def next_weekday(day: str, weekday: int) -> str:
    start = date.fromisoformat(day)
    ahead = (weekday - start.weekday() - 1) % 7 + 1  #: from_=after
    ahead = (weekday - start.weekday()) % 7  #: from_=on
    return (start + timedelta(ahead)).isoformat()


#: family add_months
from calendar import monthrange  #: short=clamped
from datetime import date  #: short=clamped
from datetime import date, timedelta  #: short=overflow


def add_months(day: str, months: int) -> str:
    start = date.fromisoformat(day)
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    #: short=clamped
    last = monthrange(year, month)[1]
    return date(year, month, min(start.day, last)).isoformat()
    #: short=overflow
    return (date(year, month, 1) + timedelta(start.day - 1)).isoformat()
    #: end


#: family age
from datetime import date


def age(born: str, today: str) -> int:
    birth, now = date.fromisoformat(born), date.fromisoformat(today)
    birthday = (birth.month, birth.day)
    #: leap=february
    if birthday == (2, 29) and now.year % 4:
        birthday = (2, 28)
    #: end
    return now.year - birth.year - ((now.month, now.day) < birthday)


#: family minutes_between
def minutes_between(start: str, end: str) -> int:
    return (_minutes(end) - _minutes(start)) % 1440  #: earlier=tomorrow
    return (_minutes(end) - _minutes(start) - 1) % 1440 + 1  #: earlier=full
    return _minutes(end) - _minutes(start)  #: earlier=negative


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


#: family format_duration
def format_duration(seconds: int) -> str:
    #: style=clock
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"
    #: style=units
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "m"), (seconds, "s")]
    return " ".join(f"{amount}{unit}" for amount, unit in parts if amount) or "0s"
    #: style=largest
    for unit, length in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds >= length:
            return f"{seconds // length}{unit}"
    return f"{seconds}s"
    #: end


#: family to_24_hours
import re

CLOCK = re.compile(r"([1-9]|1[0-2]):([0-5]\d) ([AP])M", re.ASCII)  #: lenient=strict
#: lenient=loose
CLOCK = re.compile(r"([1-9]|1[0-2])(?::([0-5]\d))? ?([AP])M", re.ASCII | re.IGNORECASE)
#: end


def to_24_hours(time: str) -> str:
    match = CLOCK.fullmatch(time)
    if not match:
        raise ValueError(f"not a time: {time!r}")
    hour, minutes, half = match.groups()
    afternoon = half == "P"  #: lenient=strict
    afternoon = half in "Pp"  #: lenient=loose
    return f"{int(hour) % 12 + 12 * afternoon:02}:{minutes}"  #: lenient=strict
    return f"{int(hour) % 12 + 12 * afternoon:02}:{minutes or '00'}"  #: lenient=loose


#: family is_open
def is_open(opens: int, closes: int, minute: int) -> bool:
    if opens == closes:
        return True  #: equal=always
        return False  #: equal=never
    #: until=excluded
    if opens < closes:
        return opens <= minute < closes
    return minute >= opens or minute < closes
    #: until=included
    if opens < closes:
        return opens <= minute <= closes
    return minute >= opens or minute <= closes


#: family last_of_month
from calendar import monthrange
from datetime import date  #: which=day
from datetime import date, timedelta  #: which!=day


def last_of_month(year: int, month: int) -> str:
    last = date(year, month, monthrange(year, month)[1])
    last -= timedelta((last.weekday() - 4) % 7)  #: which=friday
    last -= timedelta(max(last.weekday() - 4, 0))  #: which=working
    return last.isoformat()


#: family quarter
def quarter(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year}-Q{(month + 2) // 3}"  #: year=calendar
    #: year=april
    if month < 4:
        return f"{year - 1}-Q4"
    return f"{year}-Q{(month - 1) // 3}"
    #: year=october
    if month >= 10:
        return f"{year + 1}-Q1"
    return f"{year}-Q{(month + 5) // 3}"
    #: end


#: family streak
from datetime import date, timedelta


def streak(days: list[str], today: str) -> int:
    trained = {date.fromisoformat(day) for day in days}
    day = date.fromisoformat(today)
    #: open=grace
    if day not in trained:
        day -= timedelta(1)
    #: end
    length = 0
    while day in trained:
        length += 1
        day -= timedelta(1)
    return length


#: family round_time
def round_time(minute: int) -> int:
    return minute // STEP * STEP  #: direction=down
    return -(-minute // STEP) * STEP  #: direction=up
    return (minute + STEP // 2) // STEP * STEP  #: direction=nearest and step=6
    return (2 * minute + STEP) // (2 * STEP) * STEP  #: direction=nearest and step=15


#: family iso_week
from datetime import date


def iso_week(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()  #: numbering=iso
    return f"{year}-W{week:02}"  #: numbering=iso
    #: numbering=simple
    parsed = date.fromisoformat(day)
    week = (parsed.timetuple().tm_yday + 6) // 7
    return f"{parsed.year}-W{week:02}"
    #: end


#: family due_date
from datetime import date, timedelta


def due_date(ordered: str, days: int) -> str:
    due = date.fromisoformat(ordered) + timedelta(days)  #: kind!=working
    #: kind=moved
    if due.weekday() > 4:
        due += timedelta(7 - due.weekday())
    #: kind=working
    due = date.fromisoformat(ordered)
    while days:
        due += timedelta(1)
        days -= due.weekday() < 5
    #: end
    return due.isoformat()


#: family is_date
import re
from datetime import date


def is_date(text: str) -> bool:
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text, re.ASCII)  #: form=iso
    match = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", text, re.ASCII)  #: form=german
    match = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text, re.ASCII)  #: form=us
    if not match:
        return False
    year, month, day = map(int, match.groups())  #: form=iso
    day, month, year = map(int, match.groups())  #: form=german
    month, day, year = map(int, match.groups())  #: form=us
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
