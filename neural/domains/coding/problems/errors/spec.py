"""Failures: collecting, retrying, falling back, undoing, budgets, causes and their messages."""

from neural.domains.coding.draw import (
    dicts,
    ints,
    lists,
    mixed,
    one_of,
    optional,
    text,
    tuples,
)
from neural.domains.coding.family import Family, custom, invalid, missing, state

OUTCOME = {"Outcome": "ok: bool, value: int, message: str"}


def outcome(rng):
    if rng.random() < 0.6:
        return True, rng.randint(0, 9), ""
    return False, 0, rng.choice(["timeout", "refused", "no answer"])


def pointed(rng):
    source = text("ab =\n", 0, 12)(rng)
    return source, rng.randint(0, len(source)), rng.choice(["unexpected sign", "no value"])


FAMILIES = [
    Family(
        name="explain",
        signature="explained(messages: list[str]) -> str",
        statement="{failure} is an error that may have a cause, which may have one itself, and so "
        "on; each has its own message. Return {what}.",
        requests=[
            "For our logs: {failure} is an error with a chain of causes, each of which has its own "
            "message. Return {what}."
        ],
        params={
            "what": {
                "outer": 'all messages joined by ": ", from that of {failure} itself to that of '
                "the last cause",
                "inner": 'all messages joined by " -> ", from that of the last cause to that of '
                "{failure} itself",
                "ends": "the message of {failure} itself and, if it has a cause, that of the last "
                "cause in brackets after it, as in `no reply (timeout)`",
            }
        },
        names=("explain", "failure"),
        inputs={"messages": lists(one_of("no page", "no reply", "timeout", "lost"), 1, 4)},
        edges=[
            (["no page", "no reply", "timeout"],),
            (["lost"],),
            (["no page", "timeout"],),
            (["lost", "lost"],),
        ],
        cost="O(n)",
    ),
    Family(
        name="retry_if",
        signature="tries(outcomes: list[str], attempts: int) -> tuple[str, int]",
        statement="Call {operation} and return its result. If it fails and {retryable} holds for "
        "its error, it is called again, up to {attempts} times altogether; any other error is "
        "passed on at once. If the last call that is allowed fails with a retryable error as "
        "well, {exhausted}. {attempts} is at least 1.",
        requests=[
            "Call a flaky {operation} at most {attempts} times (1 or more) and "
            "repeat it only after errors that {retryable} accepts; others go straight to the "
            "caller. When even the last try fails that way, {exhausted}."
        ],
        params={
            "exhausted": {
                "pass": "that error is passed on",
                "give_up": "{gave_up}",
            }
        },
        # The driver's operation takes its outcomes in turn and works from then on; it tells how
        # often it was called.
        errors={
            "gave_up": state("gave up"),
            "busy": invalid("busy"),
            "broken": invalid("broken"),
        },
        names=("retry_if", "operation", "attempts", "retryable"),
        inputs={
            "outcomes": lists(one_of("busy", "busy", "busy", "broken", "ok"), 0, 4),
            "attempts": ints(1, 4),
        },
        edges=[
            (["busy", "ok"], 2),
            ([], 1),
            (["busy", "busy"], 2),
            (["busy", "broken"], 3),
            (["broken"], 3),
        ],
        cost="O(n)",
    ),
    Family(
        name="run_or_undo",
        signature="undone(steps: list[str]) -> list[str]",
        statement="Call {actions} in order. {undos} holds, for each of them, the function that "
        "undoes it. When an action fails, no more of them are called; instead come the "
        "undo functions {scope}, and then the error of the action is passed on. Undo "
        "functions do not fail.",
        requests=[
            "Run {actions} one after the other, all or nothing: {undos} has a function for each "
            "that takes it back. When one fails, do not run the rest, call the undo functions "
            "{scope}, and give the error to the caller. The undo functions never fail."
        ],
        params={
            "scope": {
                "reverse": "of the actions that succeeded, the latest first",
                "forward": "of the actions that succeeded, in their order",
                "failed": "of the action that failed and then of those that succeeded, the latest "
                "first",
            }
        },
        # The driver's actions whose names begin with x fail; it lists what was called.
        names=("actions", "undos"),
        inputs={"steps": lists(one_of("a", "b", "c", "d", "x1", "x2"), 0, 5)},
        edges=[(["a", "b", "x1", "c"],), ([],), (["x1"],), (["a", "b"],), (["a", "x1", "x2"],)],
        cost="O(n)",
    ),
    Family(
        name="run_every",
        signature="ran(tasks: list[str]) -> int",
        statement="Call each of {jobs} in order, also after some have failed, and return how many "
        "there were. {policy} If any failed, {failed}; its message says how many of the jobs that "
        'were called failed, as in "2 of 5 jobs failed".',
        requests=[
            "Call all {jobs} without stopping when one fails, and return their "
            "number. {policy} At the end, if there were failures, {failed} with a message "
            'such as "2 of 5 jobs failed", where the second number counts the jobs that were '
            "called."
        ],
        params={
            "policy": {
                "all": "However many fail, all are called.",
                "two": "Only after the second failure, no more are called.",
            }
        },
        errors={"failed": state("* of * jobs failed")},
        # The driver's jobs whose names begin with x fail.
        names=("run_every", "jobs"),
        inputs={"tasks": lists(one_of("a", "b", "c", "x"), 0, 6)},
        edges=[(["a", "x", "b", "x", "c"],), ([],), (["a"],), (["x"],), (["x", "x", "x"],)],
        cost="O(n)",
    ),
    Family(
        name="close_all",
        signature="closed(resources: list[str]) -> list[str]",
        statement="Call all of {closers}, the last one first, also after some have failed. If "
        "any did, the whole then fails {how}.",
        requests=[
            "Clean up: call every function of {closers}, from the last to the first, whatever "
            "happens. If some of them fail, fail only afterwards, {how}."
        ],
        params={
            "how": {
                "first": "with the error that came first",
                "last": "with the error that came last",
                "all": "with one error whose message is those of all errors in the order in which "
                'they came, joined by "; "',
            }
        },
        # The driver's closers whose names begin with x fail; it lists what was called.
        names=("close_all", "closers"),
        inputs={"resources": lists(one_of("file", "lock", "x1", "x2"), 0, 4)},
        edges=[(["file", "x1", "lock"],), ([],), (["x1", "x2"],), (["file", "lock"],)],
        cost="O(n)",
    ),
    Family(
        name="read_number",
        signature="number_or_causes(settings: dict[str, str], key: str) -> list[str]",
        statement="Return the number that {settings} hold for {key}, which is written in ASCII "
        'digits. Something else is an error "cannot read KEY: not a number", caused by '
        'another error "not a number"; KEY stands for {key}. If there is nothing for '
        "it, {absent}.",
        requests=[
            "Read a whole number for {key} from {settings} and keep the causes of errors: what is "
            'not made of ASCII digits gives an error "not a number", and that is the cause of '
            'another one for the caller, "cannot read KEY: not a number", with the name in the '
            "place of KEY. With no such setting, {absent}."
        ],
        params={
            "absent": {
                "error": 'the same happens with "no such setting" in the place of "not a number" '
                "in both messages",
                "zero": "return 0",
            }
        },
        # The driver returns the number, or the messages along the chain of causes.
        names=("settings", "key"),
        inputs={
            "settings": dicts(
                one_of("port", "size", "age"), one_of("80", "7", "x", "-1", ""), 0, 3
            ),
            "key": one_of("port", "size"),
        },
        edges=[
            ({"port": "8080"}, "port"),
            ({"port": "http"}, "port"),
            ({}, "size"),
            ({"size": ""}, "size"),
        ],
        cost="O(1)",
    ),
    Family(
        signature="import_amounts(lines: list[str]) -> Report",
        records={"Report": "total: int, failed: list[str]"},
        statement="Each of {lines} should be a name of small letters a to z, an equals sign and 1 "
        "to 5 digits, as `tea=12`. Add up the numbers. Lines that are something else are reported, "
        'each as "line N: TEXT" with its number, from 1 on, and its text. {policy}',
        requests=[
            "Import amounts from {lines} such as `tea=12`: one or more letters a to z, =, one to "
            'five digits. Return the total and, for the malformed lines, "line N: TEXT" (N from '
            "1). {policy}"
        ],
        params={
            "policy": {
                "all": "All good lines count, whatever the others are like.",
                "two": "With the second malformed line the import ends, and what comes after it "
                "is not read.",
                "nothing": "If any line is malformed, the total is 0, but all malformed lines are "
                "reported.",
            }
        },
        inputs={
            "lines": lists(
                mixed(
                    lambda rng: f"{rng.choice(['tea', 'jam', 'salt'])}={rng.randint(1, 50)}",
                    one_of("tea", "tea=", "=5", "Tea=3", "jam=1x", "jam= 4", ""),
                    weights=[3, 2],
                ),
                0,
                6,
            )
        },
        edges=[
            (["tea=3", "jam", "salt=4"],),
            ([],),
            (["", "=5", "tea=1"],),
            (["tea=100000", "jam=99999"],),
            (["tea=0"],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="sum_outcomes(outcomes: list[Outcome]) -> Outcome",
        records=OUTCOME,
        statement="Combine {outcomes}, each of which is ok and has a value, or is not ok and has "
        "a message, into one. If all are ok, or there are none, it is ok, its value is the sum of "
        "the values and its message is empty. {policy}",
        requests=[
            "Merge a {list} of outcomes (ok with a value, or not ok with a message) into a single "
            "one. When everything is ok, or nothing was given: ok, the sum, no message. {policy}"
        ],
        params={
            "policy": {
                "first": "Otherwise it is not ok, its value is 0 and its message that of the "
                "first outcome that is not ok.",
                "all": "Otherwise it is not ok, its value is 0 and its message those of all "
                'outcomes that are not ok, joined by "; ".',
                "partial": "Otherwise it is ok if at least one is, its value is the sum of the "
                "values of those that are ok, and its message is those of the others, joined by "
                '"; ".',
            }
        },
        inputs={"outcomes": lists(outcome, 0, 5)},
        edges=[
            ([(True, 3, ""), (True, 4, "")],),
            ([(True, 3, ""), (False, 0, "timeout"), (False, 0, "refused")],),
            ([],),
            ([(False, 0, "timeout")],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="ErrorBudget(limit: int)",
        methods=["record(ok: bool) -> int"],
        statement="Allows {limit} failures, but not one more. {record} is told whether something "
        "went well and returns how many failures are still allowed; {rule} If a failure comes "
        "when none is allowed any more, {spent}; it does not count.",
        requests=[
            "Write an error budget: up to {limit} failures are tolerated. {record} takes a success "
            "or failure and returns how many failures are left; {rule} If a failure comes when "
            "nothing is left, {spent} without counting it."
        ],
        params={
            "rule": {
                "total": "successes change nothing.",
                "row": "after a success, all {limit} are allowed again.",
                "repay": "a success takes one failure back, but there are never more than {limit} "
                "allowed.",
            }
        },
        errors={"spent": custom("BudgetSpent", "too many failures")},
        inputs={"limit": ints(0, 3), "ok": one_of(False, False, True)},
        edges=[
            ((2,), [("record", False), ("record", False), ("record", True), ("record", False)]),
            ((0,), [("record", True), ("record", False), ("record", False)]),
            ((1,), [("record", False), ("record", False), ("record", True), ("record", True)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="apply_changes(stock: dict[str, int], changes: list[Change]) -> dict[str, int]",
        records={"Change": "name: str, amount: int"},
        statement="Return {stock} after {changes}, each of which adds its amount, which may be "
        "negative, to what there is of its name; what is not in {stock} begins with 0. {policy} "
        "{stock} itself stays as it is.",
        requests=[
            "Book {changes} on a copy of {stock}: each adds a positive or negative amount to one "
            "name (0 if it is new). {policy}"
        ],
        params={
            "policy": {
                "each": "If a change would leave less than 0 of something, {short}.",
                "end": "If less than 0 of something is left after all changes, {short}; in "
                "between that is allowed.",
                "skip": "A change that would leave less than 0 of something is skipped, and a new "
                "name is not entered by it.",
            }
        },
        errors={"short": custom("OutOfStock", "not enough in stock")},
        inputs={
            "stock": dicts(one_of("tea", "jam"), ints(0, 5), 0, 2),
            "changes": lists(tuples(one_of("tea", "jam", "salt"), ints(-4, 6)), 0, 4),
        },
        edges=[
            ({"tea": 5}, [("tea", -2), ("jam", 3)]),
            ({"tea": 1}, [("tea", -2), ("tea", 3)]),
            ({}, []),
            ({"tea": 2}, [("jam", -1), ("tea", -2)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="parse_bounded(text: str, low: int, high: int) -> int",
        statement="Return the number in {text}, which has to be 1 to 6 ASCII digits with or "
        "without a minus sign in front; for anything else, {malformed}. {bounds}",
        requests=[
            "Parse {text} as a whole number: an optional minus and one to six ASCII digits, "
            "nothing else ({malformed} if not). {bounds}"
        ],
        params={
            "bounds": {
                "closed": "If it is below {low} or above {high}, {outside}.",
                "open": "If it is below {low}, or not below {high}, {outside}.",
                "clamped": "A number below {low} counts as {low}, and one above {high} as {high}.",
            }
        },
        errors={
            "malformed": invalid("not a number"),
            "outside": custom("OutOfBounds", "out of bounds"),
        },
        inputs={
            "text": mixed(
                lambda rng: str(rng.randint(-12, 22)),
                one_of("", "-", "1.5", "+3", " 4", "12a", "1234567"),
                weights=[5, 1],
            ),
            "low": ints(-10, 0),
            "high": ints(5, 20),
        },
        edges=[
            ("7", 0, 10),
            ("10", 0, 10),
            ("-1", 0, 10),
            ("seven", 0, 10),
            ("", 0, 10),
            ("11", 0, 10),
            ("007", 5, 9),
        ],
        cost="O(n)",
    ),
    Family(
        signature="quotients(pairs: list[tuple[int, int]]) -> list[int | None]",
        statement="Divide the first number of each of {pairs} by the second, rounded down; none is "
        "negative. {zero}",
        requests=["Compute the whole quotients of {pairs} of non-negative numbers. {zero}"],
        params={
            "zero": {
                "null": "Where the second number is 0, the result is {none}.",
                "skip": "Pairs whose second number is 0 are left out of the result.",
                "error": "If the second number of some pair is 0, {divided}; its message is "
                '"pair N divides by zero" for the first such pair, with its place counted from 1.',
            }
        },
        errors={"divided": invalid("pair * divides by zero")},
        inputs={"pairs": lists(tuples(ints(0, 20), one_of(0, 1, 2, 3, 5, 7)), 0, 5)},
        edges=[([(7, 2), (5, 0), (9, 3)],), ([],), ([(0, 4)],), ([(1, 1), (0, 0), (4, 0)],)],
        cost="O(n)",
    ),
    Family(
        signature="summarize_errors(messages: list[str]) -> list[str]",
        statement="Shorten a list of error {messages}: each different one comes once, followed by "
        '" (N times)" if it occurs N times and N is at least 2. They are sorted {order}.',
        requests=[
            "Summarize error {messages} for a report: no repetitions, but "
            '" (3 times)" after those that occur more than once. Sort them {order}.'
        ],
        params={
            "order": {
                "first": "by their first occurrence",
                "count": "by how often they occur, the most frequent first, and those that occur "
                "equally often by their first occurrence",
                "last": "by their latest occurrence, the latest first",
            }
        },
        inputs={"messages": lists(one_of("disk full", "timeout", "refused", "no page"), 0, 8)},
        edges=[
            (["timeout", "refused", "refused", "disk full"],),
            ([],),
            (["timeout"],),
            (["refused", "timeout", "refused", "timeout"],),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="schema_errors(values: dict[str, str], schema: dict[str, str]) -> list[str]",
        statement='{schema} maps names to "int" (ASCII digits, with or without a minus sign in '
        'front), "bool" ("true" or "false") or "text" (anything but an empty string). Return all '
        'that is wrong with {values}, sorted: "NAME: missing" for names of {schema} without '
        'value, "NAME: not int" (or "not bool", "not text") for values of another kind. {extra}',
        requests=[
            "Check {values} against {schema}, in which each name has to be int (an optional "
            "minus, then ASCII digits), bool (true or false) or text (not empty), and collect "
            'everything that is wrong as sorted messages: "NAME: missing", "NAME: not int" and '
            "likewise for the other kinds. {extra}"
        ],
        params={
            "extra": {
                "ignored": "Names that are not in {schema} do not matter.",
                "reported": 'A name that is not in {schema} gives "NAME: unknown".',
            }
        },
        inputs={
            "values": dicts(
                one_of("age", "name", "admin", "town"),
                one_of("12", "-3", "true", "false", "yes", "", "1.5"),
                0,
                4,
            ),
            "schema": dicts(one_of("age", "name", "admin"), one_of("int", "bool", "text"), 1, 3),
        },
        edges=[
            ({"age": "12", "admin": "yes"}, {"age": "int", "admin": "bool", "name": "text"}),
            ({}, {}),
            ({"age": "12a", "town": "Riga"}, {"age": "int"}),
            ({"name": "", "admin": "true"}, {"name": "text", "admin": "bool"}),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="time_to_success(tries: list[Try], pause: int, deadline: int) -> int",
        records={"Try": "seconds: int, ok: bool"},
        statement="Something is tried several times from second 0 on, with {pause} seconds between "
        "the end of a try and the next. {tries} says how many seconds each takes and whether it "
        "works. Return the second at which the first one that works ends. {rule} If all have "
        "failed before that, {failed}.",
        requests=[
            "Given {tries}, each with its seconds and whether it works, with {pause} seconds "
            "between them and starting at second 0: at which second is the first success over? "
            "{rule} When all fail, {failed}."
        ],
        params={
            "rule": {
                "start": "If a try would begin at second {deadline} or later, {late}.",
                "end": "If a try would end after second {deadline}, {late}.",
            }
        },
        errors={
            "late": custom("DeadlineExceeded", "deadline exceeded"),
            "failed": state("all tries failed"),
        },
        inputs={
            "tries": lists(tuples(ints(1, 4), one_of(False, False, True)), 0, 5),
            "pause": ints(0, 2),
            "deadline": ints(4, 12),
        },
        edges=[
            ([(3, False), (2, True)], 1, 10),
            ([], 1, 5),
            ([(3, False), (2, True)], 1, 4),
            ([(3, False), (2, True)], 1, 5),
            ([(1, False), (1, False)], 1, 9),
            ([(6, True)], 0, 6),
        ],
        cost="O(n)",
    ),
    Family(
        signature="backoff_delays(attempts: int, base: int, cap: int) -> list[int]",
        statement="Return how long to wait before each of {attempts} attempts but the first: "
        "{growth}, but never more than {cap}. If {attempts} is less than 1, {few}.",
        requests=[
            "Make the waiting times of a retry with {attempts} attempts, one between each two: "
            "{growth}; a wait is at most {cap}. Fewer than 1 attempt: {few}."
        ],
        params={
            "growth": {
                "doubled": "{base} the first time and then always twice as long as before",
                "linear": "{base} the first time and then always {base} longer than before",
                "fibonacci": "{base} the first and the second time, and then always as long as "
                "the two waits before together",
            }
        },
        errors={"few": invalid("attempts must be at least 1")},
        inputs={"attempts": ints(1, 7), "base": ints(1, 5), "cap": ints(4, 40)},
        edges=[(5, 2, 100), (1, 3, 10), (0, 1, 1), (4, 10, 25), (2, 9, 5)],
        cost="O(n)",
    ),
    Family(
        signature="layered_lookup(layers: list[dict[str, str]], key: str) -> str",
        statement="Return the value of {key} from the {which} of {layers} that has one. {empty} If "
        "none has, {absent}.",
        requests=[
            "Settings come in {layers}. Look {key} up in them; the {which} one that has a value "
            "counts, and if there is none at all, {absent}. {empty}"
        ],
        params={
            "which": {"first": "first", "last": "last"},
            "empty": {
                "counts": "An empty string is a value like any other.",
                "skipped": "A layer where it is an empty string counts as if it had none.",
            },
        },
        errors={"absent": missing("no layer has a value")},
        inputs={
            "layers": lists(dicts(one_of("host", "user"), one_of("a", "b", "c", ""), 0, 2), 0, 4),
            "key": one_of("host", "user"),
        },
        edges=[
            ([{"host": "a"}, {"host": "b", "user": "c"}], "host"),
            ([], "host"),
            ([{"host": ""}, {"host": "b"}, {"host": ""}], "host"),
            ([{"user": ""}], "user"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="booking_price(request: Booking) -> int",
        records={"Booking": "guest: str, nights: int, room: str"},
        statement='Return the price of {request}: 50 for each night in a "single" room, 80 in a '
        '"double" one. These are its possible problems, in this order: "guest is missing" if the '
        'guest is empty, "nights must be 1 to 30" if they are not, and "unknown room" for any '
        "other room. If there are problems, {refused}; the message is {report}.",
        requests=[
            "Price the booking {request}. A night costs 50 in a single room and 80 "
            'in a double one. What may be wrong, in this order: an empty guest ("guest is '
            'missing"), fewer than 1 or more than 30 nights ("nights must be 1 to 30"), another '
            'room ("unknown room"). If anything is wrong, {refused}, and its message is {report}.'
        ],
        params={
            "report": {
                "all": 'all of them, joined by "; "',
                "first": "the first of them",
                "count": 'their number and the word "problems", as "2 problems", but "1 problem" '
                "for a single one",
            }
        },
        errors={"refused": custom("Booking", "*")},
        inputs={
            "request": tuples(
                one_of("Ann", "Ben", "Cem", ""),
                mixed(ints(1, 9), one_of(0, 30, 31, -1), weights=[3, 2]),
                one_of("single", "double", "double", "suite"),
            )
        },
        edges=[
            (("Ann", 3, "single"),),
            (("", 0, "double"),),
            (("Ben", 31, "double"),),
            (("", -1, "cave"),),
            (("Cem", 30, "double"),),
        ],
        cost="O(1)",
    ),
    Family(
        signature="retry_delay(status: int, header: str | None, attempt: int) -> int | None",
        statement="Return after how many seconds a request should be sent again that was answered "
        "with the HTTP {status}, or {none} if it should not. For 429 and 503 that is the number in "
        "{header}, the Retry-After header, if it consists of ASCII digits only, and otherwise 2 "
        "to the power of {attempt}, which is counted from 0, but at most {most}. {others}",
        requests=[
            "Decide about repeating an HTTP request that came back with {status}: return the "
            "seconds to wait, or {none} for not at all. 429 and 503: as many as {header} "
            "(Retry-After, maybe missing) says if it is a plain number in ASCII digits, else 2 to "
            "the power of {attempt} (from 0), up to {most}. {others}"
        ],
        params={
            "most": (30, 60),
            "others": {
                "no": "For all others there is no repetition.",
                "server": "For the others from 500 to 599 it is 2 to the power of {attempt} with "
                "the same limit, and for the rest there is no repetition.",
            },
        },
        inputs={
            "status": one_of(429, 503, 503, 500, 502, 404, 200),
            "header": optional(one_of("0", "7", "120", "", "soon", "-5"), 0.4),
            "attempt": ints(0, 7),
        },
        edges=[
            (429, "120", 0),
            (503, None, 3),
            (503, "soon", 9),
            (500, "7", 1),
            (404, None, 0),
            (429, None, 5),
        ],
        cost="O(1)",
    ),
    Family(
        signature="require_settings(settings: dict[str, str], keys: list[str]) -> list[str]",
        statement="Return the values of {keys} in {settings}, in the order of {keys}. If some are "
        "missing, {absent}, whose message names all of them, in the order of {keys} and joined by "
        'a comma and a space, after "missing: ", as "missing: host, user". {blank}',
        requests=[
            "Fetch the values of all {keys} from {settings} in order. If any are missing, "
            '{absent} that names every one of them, as "missing: host, user", in the order of '
            "{keys}. {blank}"
        ],
        params={
            "blank": {
                "value": "An empty value is a value.",
                "missing": "An empty value counts as missing.",
            }
        },
        errors={"absent": missing("missing: *")},
        inputs={
            "settings": dicts(one_of("host", "user", "port"), one_of("a", "b", "80", ""), 1, 4),
            "keys": lists(one_of("host", "user", "port"), 0, 3, distinct=True),
        },
        edges=[
            ({"host": "a", "port": "80"}, ["port", "host"]),
            ({"port": "80"}, ["user", "port", "host"]),
            ({}, []),
            ({"host": ""}, ["host"]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="point_at_error(source: str, offset: int, message: str) -> list[str]",
        statement="Return three lines that show where an error is in {source}, whose lines end "
        "in a line feed. {offset} is the place of the character in question, counted "
        'from 0, and may be the length of {source}. First comes "LINE:COLUMN: '
        'MESSAGE", with the line counted from 1 and the column from {column}; then the '
        'line of {source} without its line feed; and then "^" below the character, '
        "with spaces before it. A line feed belongs to the line that it ends.",
        requests=[
            "Format an error like a compiler: from {source}, the {offset} of a character "
            "(counted from 0, at most the length) and {message}, make three lines: "
            '"LINE:COLUMN: MESSAGE" (lines count from 1, columns from {column}), the text of that '
            'line, and a "^" below the character after as many spaces as needed. A line feed is '
            "part of the line that it ends."
        ],
        params={"column": (0, 1)},
        inputs=pointed,
        edges=[
            ("a = 1\nb == 2\n", 8, "unexpected sign"),
            ("", 0, "no value"),
            ("ab\n", 2, "no value"),
            ("ab\n", 3, "no value"),
            ("a b", 2, "no value"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="RetryQueue(attempts: int)",
        methods=[
            "add(name: str)",
            "next() -> str | None",
            "fail(name: str) -> bool",
            "dead() -> list[str]",
        ],
        statement="A queue of named jobs that may fail. {add} puts a new job at the end; if there "
        "was ever one of that name, {twice}. {next} removes the first job and returns its name, "
        "or {none} if there is none. {fail} says that a job which {next} handed out has failed: "
        "after {attempts} failures it is dead, before that it is put at {place} again; it returns "
        "whether it was. If no such job is handed out, {idle}. {dead} lists the dead jobs in the "
        "order in which they died.",
        requests=[
            "Write a job queue with retries. {add} appends a job ({twice} for a name that was "
            "used before), {next} hands one out ({none} if there is none), {fail} reports that it "
            "failed: it goes back to {place} unless that was its failure number {attempts}; then "
            "it is dead. {fail} returns whether it went back; for a job that is not handed out, "
            "{idle}. {dead} lists the dead ones, oldest first."
        ],
        params={"place": {"end": "the end of the queue", "front": "the front of the queue"}},
        errors={
            "twice": invalid("added before"),
            "idle": state("not handed out"),
        },
        inputs={"attempts": ints(1, 3), "name": one_of("a", "b")},
        edges=[
            (
                (2,),
                [
                    ("add", "a"),
                    ("add", "b"),
                    ("next",),
                    ("fail", "a"),
                    ("next",),
                    ("fail", "b"),
                    ("next",),
                    ("dead",),
                ],
            ),
            ((1,), [("add", "a"), ("next",), ("fail", "a"), ("next",), ("dead",), ("add", "a")]),
            ((1,), [("next",), ("fail", "a"), ("dead",)]),
            (
                (2,),
                [("add", "a"), ("next",), ("fail", "a"), ("next",), ("fail", "a"), ("dead",)],
            ),
        ],
        cost="O(1)",
    ),
]
