"""Small formats: settings, tables, queries, expressions, arguments."""

from neural.domains.coding.draw import dicts, lists, mixed, one_of, text
from neural.domains.coding.family import Family, invalid, missing


def settings(rng):
    lines = ["a = 1", "b=two words", "a=3", "", "# note", "c", "= 4", "d = x=y", "  e =  "]
    return "\n".join(rng.choices(lines, [6, 6, 3, 2, 2, 1, 1, 2, 2], k=rng.randint(0, 5)))


def csv_line(rng):
    cells = ["a", "", '"x,y"', '"say ""hi"""', " b ", "12", '""', '"open', 'a"b']
    weights = [3, 3, 3, 3, 3, 3, 3, 1, 1]
    return ",".join(rng.choices(cells, weights, k=rng.randint(1, 4)))


def query(rng):
    parts = ["a=1", "b=2", "a=3", "c", "d=", "", "e=x+y", "f=%41b", "g=a%20c"]
    return "&".join(rng.choices(parts, k=rng.randint(0, 5)))


def expression(rng):
    terms = [str(rng.randint(0, 9)) for _ in range(rng.randint(1, 5))]
    made = terms[0]
    for each in terms[1:]:
        made += rng.choice([" + ", "-", "*", " * "]) + each
    return made


def log_line(rng):
    level = rng.choice(["INFO", "WARN", "ERROR", "DEBUG"])
    return f"{rng.randint(10, 23)}:{rng.randint(10, 59)} {level} {rng.choice(['up', 'disk full'])}"


def arguments(rng):
    parts = ["--name=x", "--all", "-v", "file", "--", "--n=", "-x", "--name=y"]
    return rng.choices(parts, k=rng.randint(0, 5))


FAMILIES = [
    Family(
        signature="parse_settings(text: str) -> dict[str, str]",
        statement="Parse {text}, a settings file of lines key = value, into a {map}. Spaces around "
        "key and value are dropped, and a value may hold further equals signs. Empty lines and "
        "lines that begin with # are skipped. If a key occurs again, {again}. If a line has no "
        "equals sign or no key, {malformed}, which names the line's number, counted from 1.",
        requests=[
            "Read a simple config format, one key = value a line, into a {map}; # starts a comment "
            "line. When a key is repeated, {again}. For a line without = or with an empty key, "
            "{malformed}.",
        ],
        params={
            "again": {"last": "the last value wins", "first": "the first value stays"},
        },
        inputs={"text": settings},
        edges=[
            ("a = 1\n# note\nb=x=y",),
            ("",),
            ("a=1\nb",),
            ("=1",),
            ("a=1\na=2",),
            ("# a\n\na =",),
        ],
        errors={"malformed": invalid("line *: no setting")},
        cost="O(n)",
    ),
    Family(
        signature="parse_csv_line(line: str) -> list[str]",
        statement="Split a {line} of a CSV file at the commas. A cell that begins with a quote "
        "ends at the next quote that is not doubled; within it, commas count as text and two "
        "quotes stand for one. {spaces} If a quoted cell does not end, or anything else than a "
        "comma follows its end, {malformed}.",
        requests=[
            "Split one {line} of CSV into its cells, with support for quoted cells and doubled "
            "quotes. {spaces} On an unfinished quote or text behind a closing one, {malformed}.",
        ],
        params={
            "spaces": {
                "kept": "Spaces belong to the cells.",
                "trimmed": "Cells without quotes lose the spaces at their ends.",
            }
        },
        inputs={"line": csv_line},
        edges=[
            ('a,"b,c",d',),
            ("",),
            (",",),
            ('"a""b"',),
            ('"a',),
            ('"a"b',),
            (" a , b",),
        ],
        errors={"malformed": invalid("malformed line")},
        cost="O(n)",
    ),
    Family(
        signature="to_csv_line(cells: list[str]) -> str",
        statement="Join {cells} into a line of CSV with {delimiter} between them. A cell that "
        "holds the delimiter, a quote or a line feed is put in quotes, with its quotes doubled; "
        "others stay as they are.",
        requests=[
            "Write {cells} as one CSV line, separated by {delimiter}; quote a cell only when it "
            "holds the separator, a quote or a line break, and double the quotes inside.",
        ],
        params={"delimiter": {",": "a comma", ";": "a semicolon"}},
        inputs={"cells": lists(text('ab,;"\n', 0, 4), 1, 4)},
        edges=[(["a", "b,c"],), ([""],), (['say "hi"'],), (["a;b", "c\nd"],)],
        cost="O(n)",
    ),
    Family(
        signature="parse_query(query: str) -> dict[str, list[str]]",
        statement="Parse the {query} of a URL, such as a=1&b=2&a=3, into a {map} from each name to "
        "its values in order. A name without = has an empty value; empty parts are skipped. "
        "{plus} Percent signs have no special meaning here.",
        requests=[
            "Turn a query string into a {map} of {list}s, since names may repeat. 'c' is the same "
            "as 'c=', and empty parts between & are ignored. {plus} Leave percent signs alone.",
        ],
        params={
            "plus": {
                "space": "A plus sign stands for a space.",
                "literal": "A plus sign stays what it is.",
            }
        },
        inputs={"query": query},
        edges=[("a=1&b=2&a=3",), ("",), ("a",), ("&&",), ("a=b=c",), ("x+y=1+2",)],
        cost="O(n)",
    ),
    Family(
        signature="evaluate(expression: str) -> int",
        statement="Evaluate {expression}: whole numbers without sign, joined by +, - and *, with "
        "or without spaces. {precedence}",
        requests=["Write a tiny calculator for +, - and * on whole numbers. {precedence}"],
        params={
            "precedence": {
                "usual": "Multiplication binds tighter; otherwise it goes from left to right.",
                "none": "As on a cheap pocket calculator, it strictly goes from left to right.",
            }
        },
        inputs={"expression": expression},
        edges=[("2+3*4",), ("7",), ("1 - 2 - 3",), ("2*3-4*5",)],
        cost="O(n)",
    ),
    Family(
        signature="render(template: str, values: dict[str, str]) -> str",
        statement="Replace each [name] in {template}, where name is made of small letters, by its "
        "value in {values}. For a name without a value, {unknown}. Other brackets are text.",
        requests=[
            "Fill in a mail template: [name] is replaced by {values}' entry. If there is none, "
            "{unknown}. Brackets around anything but small letters are left alone.",
        ],
        params={
            "unknown": {
                "kept": "leave it as it stands",
                "empty": "put in nothing",
                "error": "{missing}",
            }
        },
        inputs={
            "template": lambda rng: " ".join(
                rng.choices(["Dear", "[name]", "[city]", "[]", "[A]", "[x", "a[b]"], k=4)
            ),
            "values": dicts(one_of("name", "city", "b"), one_of("Ann", "[city]", "")),
        },
        edges=[
            ("Dear [name],", {"name": "Ann"}),
            ("", {}),
            ("[x]", {}),
            ("[A] []", {}),
            ("[a]", {"a": "[b]", "b": "c"}),
        ],
        errors={"missing": missing("no value for *")},
        cost="O(n)",
    ),
    Family(
        signature="count_levels(log: str) -> dict[str, int]",
        statement="Count the lines of {log} by their level, the second of the fields that are "
        "separated by spaces. {unknown} Lines with fewer than two fields are skipped.",
        requests=[
            "How many lines of each level (second word) are in this {log}? {unknown} Ignore lines "
            "of fewer than two words."
        ],
        params={
            "unknown": {
                "counted": "Every level counts, whatever it is.",
                "skipped": "Only INFO, WARN and ERROR count.",
                "other": "Levels other than INFO, WARN and ERROR are counted together as OTHER.",
            }
        },
        inputs={"log": lambda rng: "\n".join(lists(mixed(log_line, one_of("", "x")), 0, 6)(rng))},
        edges=[("09:00 INFO up\n09:01 DEBUG x",), ("",), ("INFO",), ("a WARN\nb WARN",)],
        cost="O(n)",
    ),
    Family(
        signature="parse_arguments(arguments: list[str]) -> tuple[dict[str, str], list[str]]",
        statement="Split the {arguments} of a command into its options and the others, in order. "
        "--name=value is an option with a value, --name one whose value is empty; of repeated "
        "ones the last counts. After a lone --, which itself is dropped, nothing is an option. "
        "{short}",
        requests=[
            "Parse a command line: --name=value and --name are options (the last one wins), a "
            "lone -- ends them and is dropped, the rest are plain arguments in order. {short}"
        ],
        params={
            "short": {
                "plain": "Arguments that begin with a single dash are plain.",
                "option": "An argument of a dash and one letter is an option as well, with an "
                "empty value and the letter as its name.",
            }
        },
        inputs={"arguments": arguments},
        edges=[
            (["--n=3", "file", "-v"],),
            ([],),
            (["--", "--x"],),
            (["--a", "--a=1", "b"],),
            (["--x=", "-"],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="key_values(line: str) -> list[tuple[str, str]]",
        statement="Parse a {line} of a structured log, pairs key=value separated by spaces, into "
        "pairs in order. {quotes} Words without an equals sign are skipped.",
        requests=["Extract the key=value pairs of a log {line}, in order. {quotes} Skip the rest."],
        params={
            "quotes": {
                "plain": "Quotes have no meaning.",
                "group": "A value that begins with a double quote reaches to the next one, spaces "
                "included, and loses the two; every such quote is closed.",
            }
        },
        inputs={
            "line": lambda rng: " ".join(
                rng.choices(["a=1", 'msg="two words"', "x", "b=", 'c="z"', 'd=""'], k=3)
            )
        },
        edges=[('a=1 msg="two words"',), ("",), ("plain text",), ("a= b=2",)],
        cost="O(n)",
    ),
    Family(
        signature="strip_comment(line: str) -> str",
        statement="Remove the comment from a {line} of code: it begins with the first # {where}, "
        "and spaces before it go, too. Without a comment the line stays as it is.",
        requests=[
            "Cut the # comment off a {line}, with the spaces before it; it starts at the "
            "first # {where}. Lines without one stay unchanged."
        ],
        params={
            "where": {
                "any": "anywhere",
                "outside": "outside of double quotes; there are no escapes, and an open quote "
                "reaches to the end",
                "spaced": "at the beginning or after a space",
            }
        },
        inputs={"line": text('ab#" ', 0, 9)},
        edges=[('x = "#" # note',), ("",), ("# all",), ("a#b",), ("a  ",), ('"a #b',)],
        cost="O(n)",
    ),
    Family(
        signature="match_pattern(pattern: str, name: str) -> bool",
        statement="Tell whether {name} as a whole matches {pattern}, in which * stands for {star} "
        "and ? for exactly one character.",
        requests=[
            "Implement wildcard matching of a file {name}: ? is one character and * is "
            "{star}; the whole name has to match."
        ],
        params={
            "star": {
                "any": "any number of characters, even none",
                "segment": "any number of characters except slashes, even none",
                "some": "one or more characters",
            }
        },
        inputs={
            "pattern": one_of("*", "a*", "*/b", "?*", "a?b", "*a*", "a/*", "*.b"),
            "name": mixed(text("ab/.", 0, 4), one_of("a/b", "a.b", "ab", "aab")),
        },
        edges=[("a*c", "abbc"), ("*", ""), ("*", "a/b"), ("?", ""), ("a*", "a"), ("a.c", "abc")],
        cost="O(n m)",
    ),
    Family(
        signature="nesting(text: str) -> int",
        statement="Return how deep the {kind} in {text} are nested; other characters do not "
        "matter. If they do not match, {unbalanced}.",
        requests=[
            "How deep is the nesting of {kind} in {text}? If they do not match up, {unbalanced}."
        ],
        params={"kind": {"round": "round brackets", "all": "round, square and curly brackets"}},
        inputs={
            "text": mixed(
                text("()[a", 0, 6), one_of("([])", "{[()]}", "(())()", "((x))[]", "[[{}]]")
            )
        },
        edges=[("(a(b))c",), ("",), ("(",), (")(",), ("[(])",), ("{[()]}",)],
        errors={"unbalanced": invalid("brackets do not match")},
        cost="O(n)",
    ),
]
