"""Solutions of spec.py's families; see AUTHORING.md."""


#: family read_number
from collections.abc import Mapping


def parse(text: str | None) -> int:
    if text is None:
        raise ValueError("no such setting")  #: absent=error
        return 0  #: absent=zero
    if not (text.isascii() and text.isdigit()):
        raise ValueError("not a number")
    return int(text)


def read_number(settings: Mapping[str, str], key: str) -> int:
    try:
        return parse(settings.get(key))
    except ValueError as error:
        raise RuntimeError(f"cannot read {key}: {error}") from error


#: driver
def number_or_causes(settings, key):
    try:
        return [str(read_number(settings, key))]
    except Exception as error:
        messages = []
        while error is not None:
            messages.append(str(error))
            error = error.__cause__
        return messages


#: family import_amounts
import re
from typing import NamedTuple


class Report(NamedTuple):
    total: int
    failed: list[str]


def import_amounts(lines: list[str]) -> Report:
    total = 0
    failed = []
    for number, line in enumerate(lines, 1):
        if found := re.fullmatch("[a-z]+=([0-9]{1,5})", line):
            total += int(found[1])
            continue
        failed.append(f"line {number}: {line}")
        #: policy=two
        if len(failed) == 2:
            break
        #: end
    return Report(total, failed)  #: policy!=nothing
    return Report(0 if failed else total, failed)  #: policy=nothing


#: family sum_outcomes
from typing import NamedTuple


class Outcome(NamedTuple):
    ok: bool
    value: int
    message: str


def sum_outcomes(outcomes: list[Outcome]) -> Outcome:
    messages = [each.message for each in outcomes if not each.ok]
    total = sum(each.value for each in outcomes if each.ok)
    #: policy=first
    if messages:
        return Outcome(False, 0, messages[0])
    return Outcome(True, total, "")
    #: policy=all
    if messages:
        return Outcome(False, 0, "; ".join(messages))
    return Outcome(True, total, "")
    #: policy=partial
    ok = not outcomes or len(messages) < len(outcomes)
    return Outcome(ok, total, "; ".join(messages))
    #: end


#: family apply_changes
from typing import NamedTuple


#: policy!=skip
class OutOfStockError(Exception):
    pass


#: end
class Change(NamedTuple):
    name: str
    amount: int


def apply_changes(stock: dict[str, int], changes: list[Change]) -> dict[str, int]:
    after = dict(stock)
    for name, amount in changes:
        left = after.get(name, 0) + amount
        #: policy=each
        if left < 0:
            raise OutOfStockError("not enough in stock")
        #: policy=skip
        if left < 0:
            continue
        #: end
        after[name] = left
    #: policy=end
    if any(left < 0 for left in after.values()):
        raise OutOfStockError("not enough in stock")
    #: end
    return after


#: family parse_bounded
import re


#: bounds!=clamped
class OutOfBoundsError(Exception):
    pass


#: end
def parse_bounded(text: str, low: int, high: int) -> int:
    if not re.fullmatch("-?[0-9]{1,6}", text):
        raise ValueError("not a number")
    number = int(text)
    if not low <= number <= high:  #: bounds=closed
    if not low <= number < high:  #: bounds=open
        raise OutOfBoundsError("out of bounds")  #: bounds!=clamped
    return number  #: bounds!=clamped
    return min(max(number, low), high)  #: bounds=clamped


#: family quotients
#: zero=null
def quotients(pairs: list[tuple[int, int]]) -> list[int | None]:
    return [a // b if b else None for a, b in pairs]
#: zero=skip
def quotients(pairs: list[tuple[int, int]]) -> list[int]:
    return [a // b for a, b in pairs if b]
#: zero=error
def quotients(pairs: list[tuple[int, int]]) -> list[int]:
    results = []
    for place, (a, b) in enumerate(pairs, 1):
        if b == 0:
            raise ValueError(f"pair {place} divides by zero")
        results.append(a // b)
    return results
#: end


#: family summarize_errors
from collections import Counter


def summarize_errors(messages: list[str]) -> list[str]:
    counts = Counter(messages)  #: order!=last
    counts = Counter(reversed(messages))  #: order=last
    pairs = counts.most_common()  #: order=count
    pairs = counts.items()  #: order!=count
    return [f"{text} ({n} times)" if n > 1 else text for text, n in pairs]


#: family schema_errors
import re

PATTERNS = {"int": "-?[0-9]+", "bool": "true|false", "text": r"[\s\S]+"}


def schema_errors(values: dict[str, str], schema: dict[str, str]) -> list[str]:
    problems = [f"{name}: missing" for name in schema.keys() - values.keys()]
    problems += [f"{name}: unknown" for name in values.keys() - schema.keys()]  #: extra=reported
    for name in schema.keys() & values.keys():
        kind = schema[name]
        if not re.fullmatch(PATTERNS[kind], values[name]):
            problems.append(f"{name}: not {kind}")
    return sorted(problems)


#: family layered_lookup
def layered_lookup(layers: list[dict[str, str]], key: str) -> str:
    for layer in layers:  #: which=first
    for layer in reversed(layers):  #: which=last
        if key in layer:  #: empty=counts
        if layer.get(key):  #: empty=skipped
            return layer[key]
    raise KeyError("no layer has a value")


#: family booking_price
from typing import NamedTuple

PRICES = {"single": 50, "double": 80}


class BookingError(Exception):
    pass


class Booking(NamedTuple):
    guest: str
    nights: int
    room: str


def booking_price(request: Booking) -> int:
    problems = []
    if not request.guest:
        problems.append("guest is missing")
    if not 1 <= request.nights <= 30:
        problems.append("nights must be 1 to 30")
    if request.room not in PRICES:
        problems.append("unknown room")
    if problems:
        raise BookingError("; ".join(problems))  #: report=all
        raise BookingError(problems[0])  #: report=first
        #: report=count
        noun = "problem" if len(problems) == 1 else "problems"
        raise BookingError(f"{len(problems)} {noun}")
        #: end
    return request.nights * PRICES[request.room]


#: family require_settings
def require_settings(settings: dict[str, str], keys: list[str]) -> list[str]:
    missing = [key for key in keys if key not in settings]  #: blank=value
    missing = [key for key in keys if not settings.get(key)]  #: blank=missing
    if missing:
        raise KeyError(f"missing: {', '.join(missing)}")
    return [settings[key] for key in keys]


#: family point_at_error
def point_at_error(source: str, offset: int, message: str) -> list[str]:
    line = source.count("\n", 0, offset)
    column = offset - (source.rfind("\n", 0, offset) + 1)
    return [
        f"{line + 1}:{column + COLUMN}: {message}",  #: column!=0
        f"{line + 1}:{column}: {message}",  #: column=0
        source.split("\n")[line],
        " " * column + "^",
    ]
