"""Failures: collecting, checking, falling back, budgets, causes and their messages."""

from neural.domains.coding.draw import (
    dicts,
    ints,
    lists,
    mixed,
    one_of,
    text,
    tuples,
)
from neural.domains.coding.family import Family, custom, invalid, missing

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
]
