"""Solutions of spec.py's families; see AUTHORING.md."""


#: family explain
def explain(failure: BaseException) -> str:
    messages = []
    cause: BaseException | None = failure
    while cause is not None:
        messages.append(str(cause))
        cause = cause.__cause__
    return ": ".join(messages)  #: what=outer
    return " -> ".join(reversed(messages))  #: what=inner
    #: what=ends
    first, last = messages[0], messages[-1]
    return f"{first} ({last})" if len(messages) > 1 else first
    #: end


#: driver
def explained(messages):
    failure = None
    for message in reversed(messages):
        outer = RuntimeError(message)
        outer.__cause__ = failure
        failure = outer
    return explain(failure)


#: family retry_if
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def retry_if(
    operation: Callable[[], T], attempts: int, retryable: Callable[[Exception], bool]
) -> T:
    for _ in range(attempts - 1):
        try:
            return operation()
        except Exception as error:
            if not retryable(error):
                raise
    return operation()  #: exhausted=pass
    #: exhausted=give_up
    try:
        return operation()
    except Exception as error:
        if retryable(error):
            raise RuntimeError("gave up") from error
        raise
    #: end


#: driver
def tries(outcomes, attempts):
    left = list(outcomes)
    calls = 0

    def operation():
        nonlocal calls
        calls += 1
        outcome = left.pop(0) if left else "ok"
        if outcome != "ok":
            raise ValueError(outcome)
        return "done"

    return retry_if(operation, attempts, lambda error: str(error) == "busy"), calls


#: family run_or_undo
from collections.abc import Callable, Sequence


def run_or_undo(
    actions: Sequence[Callable[[], None]], undos: Sequence[Callable[[], None]]
) -> None:
    done = []
    for action, undo in zip(actions, undos, strict=True):
        try:
            done.append(undo)  #: scope=failed
            action()
        except Exception:
            for each in reversed(done):  #: scope!=forward
            for each in done:  #: scope=forward
                each()
            raise
        done.append(undo)  #: scope!=failed


#: driver
def undone(steps):
    called = []

    def action(name):
        called.append(name)
        if name.startswith("x"):
            raise ValueError(f"{name} failed")

    actions = [lambda name=name: action(name) for name in steps]
    undos = [lambda name=name: called.append(f"undo {name}") for name in steps]
    try:
        run_or_undo(actions, undos)
    except ValueError as error:
        called.append(str(error))
    return called


#: family run_every
from collections.abc import Callable, Sequence


def run_every(jobs: Sequence[Callable[[], None]]) -> int:
    failures = 0
    for called, job in enumerate(jobs, 1):  #: policy=two
    for job in jobs:  #: policy=all
        try:
            job()
        except Exception:
            failures += 1
            #: policy=two
            if failures == 2:
                raise RuntimeError(f"2 of {called} jobs failed") from None
            #: end
    if failures:
        raise RuntimeError(f"{failures} of {len(jobs)} jobs failed")
    return len(jobs)


#: driver
def ran(tasks):
    def job(name):
        if name == "x":
            raise ValueError(name)

    return run_every([lambda name=name: job(name) for name in tasks])


#: family close_all
from collections.abc import Callable, Sequence


def close_all(closers: Sequence[Callable[[], None]]) -> None:
    failures = []
    for close in reversed(closers):
        try:
            close()
        except Exception as error:
            failures.append(error)
    if failures:
        raise failures[0]  #: how=first
        raise failures[-1]  #: how=last
        raise RuntimeError("; ".join(map(str, failures)))  #: how=all


#: driver
def closed(resources):
    called = []

    def close(name):
        called.append(name)
        if name.startswith("x"):
            raise ValueError(f"{name} is stuck")

    try:
        close_all([lambda name=name: close(name) for name in resources])
    except Exception as error:
        called.append(f"failed: {error}")
    return called


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


#: family error_budget
class BudgetSpentError(Exception):
    pass


class ErrorBudget:
    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._left = limit

    def record(self, ok: bool) -> int:
        #: rule=total
        if not ok:
            self._spend()
        #: rule=row
        if ok:
            self._left = self._limit
        else:
            self._spend()
        #: rule=repay
        if ok:
            self._left = min(self._left + 1, self._limit)
        else:
            self._spend()
        #: end
        return self._left

    def _spend(self) -> None:
        if self._left == 0:
            raise BudgetSpentError("too many failures")
        self._left -= 1


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


#: family time_to_success
from typing import NamedTuple


class DeadlineExceededError(Exception):
    pass


class Try(NamedTuple):
    seconds: int
    ok: bool


def time_to_success(tries: list[Try], pause: int, deadline: int) -> int:
    now = 0
    for seconds, ok in tries:
        if now >= deadline:  #: rule=start
        if now + seconds > deadline:  #: rule=end
            raise DeadlineExceededError("deadline exceeded")
        now += seconds
        if ok:
            return now
        now += pause
    raise RuntimeError("all tries failed")


#: family backoff_delays
def backoff_delays(attempts: int, base: int, cap: int) -> list[int]:
    if attempts < 1:
        raise ValueError("attempts must be at least 1")
    #: growth=doubled
    return [min(base * 2**n, cap) for n in range(attempts - 1)]
    #: growth=linear
    return [min(base * n, cap) for n in range(1, attempts)]
    #: growth=fibonacci
    delays = []
    delay, following = base, base
    for _ in range(attempts - 1):
        delays.append(min(delay, cap))
        delay, following = following, delay + following
    return delays
    #: end


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


#: family retry_delay
def retry_delay(status: int, header: str | None, attempt: int) -> int | None:
    if status in (429, 503):
        if header and header.isascii() and header.isdigit():
            return int(header)
    elif not 500 <= status <= 599:  #: others=server
    else:  #: others=no
        return None
    return min(2**attempt, MOST)


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


#: family retry_queue
from collections import deque


class RetryQueue:
    def __init__(self, attempts: int) -> None:
        self._attempts = attempts
        self._waiting: deque[str] = deque()
        self._working: set[str] = set()
        self._failures: dict[str, int] = {}
        self._dead: list[str] = []

    def add(self, name: str) -> None:
        if name in self._failures:
            raise ValueError("added before")
        self._failures[name] = 0
        self._waiting.append(name)

    def next(self) -> str | None:
        if not self._waiting:
            return None
        name = self._waiting.popleft()
        self._working.add(name)
        return name

    def fail(self, name: str) -> bool:
        if name not in self._working:
            raise RuntimeError("not handed out")
        self._working.remove(name)
        self._failures[name] += 1
        if self._failures[name] == self._attempts:
            self._dead.append(name)
            return False
        self._waiting.append(name)  #: place=end
        self._waiting.appendleft(name)  #: place=front
        return True

    def dead(self) -> list[str]:
        return list(self._dead)
