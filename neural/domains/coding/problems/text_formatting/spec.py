"""Tables, columns, wrapping, padding, plurals, lists in prose, diffs and bars."""

from neural.domains.coding.draw import dicts, ints, lists, mixed, one_of, text, words
from neural.domains.coding.family import Family

PROSE = mixed(
    lambda rng: " ".join(rng.choices(["a", "to", "the", "word", "longer"], k=rng.randint(0, 9)))
)
LINES = lists(one_of("a", "b", "c", ""), 0, 5)

FAMILIES = [
    Family(
        signature="wrap(text: str, width: int) -> list[str]",
        statement="Break {text}, words separated by single spaces, into lines of at most {width} "
        "characters, each with as many words as fit. {long} {width} is at least 3. The empty text "
        "has no lines.",
        requests=["Word-wrap {text} to {width} columns, filling lines greedily. {long}"],
        params={
            "long": {
                "alone": "A word that is longer stands on a line of its own, whole.",
                "cut": "A word that is longer than {width} begins a line of its own and is cut "
                "into "
                "pieces of {width} characters; its last piece may be followed by more words.",
            }
        },
        inputs={"text": PROSE, "width": ints(3, 12)},
        edges=[
            ("the quick brown fox", 10),
            ("", 5),
            ("incredible", 4),
            ("a b c", 5),
            ("ab abcdef x", 4),
        ],
        cost="O(n)",
    ),
    Family(
        signature="justify(words: list[str], width: int) -> str",
        statement="Join {words} with spaces into a line of exactly {width} characters, with the "
        "gaps "
        "as equal as possible; the larger gaps come {where_}. A single word is padded at its right "
        "end. {words} are not empty and fit with one space between them.",
        requests=[
            "Justify one line: spread {words} over exactly {width} characters, gaps as even as "
            "possible, larger ones {where_}; one word alone is left-aligned."
        ],
        params={"where_": {"left": "first", "right": "last"}},
        inputs=lambda rng: (
            w := rng.choices(["a", "bc", "def"], k=rng.randint(1, 4)),
            len(" ".join(w)) + rng.randint(0, 7),
        ),
        edges=[(["a", "b", "c"], 8), (["word"], 6), (["a", "b"], 3), (["aa", "b", "c", "d"], 12)],
        properties=[lambda width, result: len(result) == width],
        cost="O(n)",
    ),
    Family(
        signature="table(rows: list[list[str]]) -> list[str]",
        statement="Lay out {rows}, which all have the same number of cells, as lines: each "
        "column is "
        "as wide as its widest cell, {align}, and columns are separated by {gap}. No line ends "
        "with "
        "a space.",
        requests=[
            "Print {rows} as an aligned text table, cells {align}, with {gap} between columns "
            "and no trailing spaces."
        ],
        params={
            "align": {"left": "with cells at the left", "right": "with cells at the right"},
            "gap": {"  ": "two spaces", " | ": "a bar with a space on either side"},
        },
        inputs={
            "rows": lambda rng: (
                lambda n: lists(lists(one_of("a", "bb", "ccc", ""), n, n), 0, 3)(rng)
            )(rng.randint(1, 3))
        },
        edges=[([["name", "age"], ["ann", "7"]],), ([],), ([["a"]],), ([["", "x"], ["yy", ""]],)],
        cost="O(n)",
    ),
    Family(
        signature="join_names(names: list[str]) -> str",
        statement="Join {names} into a phrase: none give nothing, one stands alone, two are "
        "joined by "
        "and, more by commas with and before the last{oxford}.",
        requests=["Turn {names} into prose like 'a, b and c'{oxford}. Empty in, empty out."],
        params={
            "oxford": {
                "no": ", without a comma before it",
                "yes": ", and with a comma before it if there are three or more",
                "more": ", without a comma before it; of more than three, only the first two are "
                "named, followed by and and the number of the others, as in a, b and 3 others",
            }
        },
        inputs={"names": lists(words(9), 0, 6)},
        edges=[(["a", "b", "c"],), ([],), (["a"],), (["a", "b"],), (["a", "b", "c", "d", "e"],)],
        cost="O(n)",
    ),
    Family(
        signature="plural(count: int, noun: str) -> str",
        statement="Return {count} and {noun}, made of small letters and not empty, with a space "
        "between, {noun} in the plural unless {count} is 1: {rule} {zero}",
        requests=["Write '1 box' but '3 boxes': the plural of {noun}, {rule} {zero}"],
        params={
            "rule": {
                "simple": "an s is added.",
                "english": "es is added to s, x, ch and sh, a y after another letter than a, e, "
                "i, o "
                "and u becomes ies, and otherwise an s is added.",
            },
            "zero": {
                "digit": "0 is written as 0.",
                "word": "0 is written as no.",
            },
        },
        inputs={
            "count": ints(0, 3),
            "noun": one_of("box", "cat", "city", "day", "bus", "dish", "y"),
        },
        edges=[(2, "box"), (1, "city"), (0, "cat"), (3, "city"), (2, "day")],
        cost="O(n)",
    ),
    Family(
        signature="ordinal(number: int) -> str",
        statement="Write {number}, which is positive, as an ordinal: {form}.",
        requests=["Format a positive {number} as an ordinal: {form}."],
        params={
            "form": {
                "english": "1st, 2nd, 3rd, 4th, 11th, 21st",
                "word": "first, second and third up to 3, and beyond that 4th, 11th, 21st",
                "french": "1er, and otherwise 2e, 3e, 21e",
            }
        },
        inputs={"number": mixed(ints(1, 25), ints(90, 125))},
        edges=[(1,), (2,), (3,), (11,), (21,), (112,)],
        cost="O(1)",
    ),
    Family(
        signature="bar_chart(values: dict[str, int]) -> list[str]",
        statement="Draw {values}, which are not negative, as lines sorted by name: the name, "
        "padded "
        "with spaces to the longest, a space, and {bar}.",
        requests=[
            "Draw a text bar chart of {values} (not negative), one line a name, names sorted "
            "and padded to the same width, then a space and {bar}."
        ],
        params={
            "bar": {
                "plain": "as many # as the value says",
                "number": "as many # as the value says, followed by the value in brackets",
                "scaled": "as many # as 10 times the value divided by the largest value, rounded "
                "down, or none if all are 0",
            }
        },
        inputs={"values": dicts(one_of("a", "bb", "ccc", "d"), ints(0, 12), 0, 4)},
        edges=[({"ann": 3, "bo": 1},), ({},), ({"a": 0},), ({"x": 20, "y": 5},)],
        cost="O(n log n)",
    ),
    Family(
        signature="progress(done: int, total: int) -> str",
        statement="Draw a progress bar of 10 places, [#####     ], followed by a space and the "
        "percentage, as 50%; places and percentage are {rounding}. {done} is from 0 to {total}. If "
        "{total} is 0, everything is done.",
        requests=[
            "Render a progress bar such as '[###       ] 30%' with 10 places; places and "
            "percentage are {rounding}. With {total} 0 it is full."
        ],
        params={
            "rounding": {
                "down": "rounded down",
                "up": "rounded up",
            }
        },
        inputs=lambda rng: (lambda n: (rng.randint(0, n), n))(rng.randint(0, 30)),
        edges=[(5, 10), (0, 3), (1, 3), (0, 0), (7, 7), (2, 3)],
        cost="O(1)",
    ),
    Family(
        signature="diff_lines(old: list[str], new: list[str]) -> list[str]",
        statement="Compare {old} and {new} line by line and return a minimal list of changes: "
        "lines "
        "in both with two spaces before them, lines only in {old} with '- ', lines only in {new} "
        "with '+ '. Of several with equally many common lines, walk from the end and prefer "
        "{prefer} "
        "where lines differ. {same}",
        requests=[
            "Write a small diff of {old} and {new} by the longest common subsequence: '  ' "
            "common, '- ' removed, '+ ' added. Tracing back from the end, where lines differ "
            "and it is a tie, take {prefer}. {same}"
        ],
        params={
            "prefer": {"added": "the added line", "removed": "the removed line"},
            "same": {"shown": "Common lines are shown.", "hidden": "Common lines are left out."},
        },
        inputs={"old": LINES, "new": LINES},
        edges=[(["a", "b", "c"], ["a", "c", "d"]), ([], []), (["a"], ["a"]), (["a"], ["b"])],
        cost="O(n m)",
    ),
    Family(
        signature="indent(text: str) -> str",
        statement="Put {prefix} before every line of {text}; lines are separated by line feeds. "
        "{blank}",
        requests=["Prefix each line of {text} with {prefix}. {blank}"],
        params={
            "prefix": {"> ": "a > and a space", "    ": "four spaces"},
            "blank": {
                "all": "Empty lines get it, too.",
                "skip": "Lines without anything but spaces stay as they are.",
            },
        },
        inputs={"text": text("ab \n\n", 0, 10)},
        edges=[("a\nb",), ("",), ("a\n\nb\n",), ("  \nx",)],
        cost="O(n)",
    ),
    Family(
        signature="dedent(text: str) -> str",
        statement="Remove from every line of {text} the spaces at its beginning that all lines "
        "{which} "
        "have in common. Lines are separated by line feeds, and a line with fewer spaces loses "
        "those it has.",
        requests=[
            "Strip the common indentation (spaces) of all lines {which} from each line of "
            "{text}; shorter blank lines lose what they have."
        ],
        params={
            "which": {
                "filled": "that hold something else than spaces",
                "rest": "except the first",
            }
        },
        inputs={
            "text": lambda rng: "\n".join(
                " " * rng.randint(0, 4) + rng.choice(["a", "b c", ""])
                for _ in range(rng.randint(1, 4))
            )
        },
        edges=[("  a\n    b",), ("",), ("a\n  b\n   c",), ("  a\n\n  b",), ("   ",)],
        cost="O(n)",
    ),
    Family(
        signature="columns(items: list[str], count: int) -> list[str]",
        statement="Arrange {items} in {count} columns {order}, separated by single spaces, with "
        "each "
        "item padded to the longest of all; no line ends with a space. There are as few lines as "
        "possible, and {count} is positive.",
        requests=[
            "List {items} in {count} columns {order} like ls does: cells padded to the longest "
            "item, one space between, no trailing spaces, as few lines as possible."
        ],
        params={
            "order": {
                "across": "row by row",
                "down": "column by column",
            }
        },
        inputs={"items": lists(one_of("a", "bb", "ccc", "d"), 0, 7), "count": ints(1, 3)},
        edges=[(["a", "b", "c", "d", "e"], 2), ([], 3), (["aa", "b"], 5), (["x", "yy", "z"], 2)],
        cost="O(n)",
    ),
    Family(
        signature="highlight(text: str, word: str) -> str",
        statement="Put {marks} around every occurrence of {word} in {text}, from left to right and "
        "without overlaps; {word} is made of letters and not empty. {match}",
        requests=["Mark each {word} in {text} with {marks} around it. {match}"],
        params={
            "marks": {"*": "asterisks", "_": "underscores"},
            "match": {
                "any": "It may be part of a longer word; case counts.",
                "whole": "It counts only where no letter stands before or after it; case counts.",
                "folded": "It may be part of a longer word and be written in any case; the text "
                "keeps its case.",
            },
        },
        inputs={"text": text("aAb ", 0, 9), "word": one_of("a", "ab", "aa", "A")},
        edges=[("a cat, a bat", "a"), ("", "x"), ("Ann and ann", "ann"), ("aaa", "aa")],
        cost="O(n)",
    ),
    Family(
        signature="number_lines(lines: list[str]) -> list[str]",
        statement="Put a number before each of {lines}, counted from 1, padded with {pad} at the "
        "left "
        "to the width of the largest number, then a colon and a space. {blank}",
        requests=[
            "Number {lines} from 1, numbers padded with {pad} on the left to equal width, "
            "followed by ': '. {blank}"
        ],
        params={
            "pad": {" ": "spaces", "0": "zeros"},
            "blank": {
                "counted": "Empty lines are numbered, too.",
                "skipped": "Empty lines stay empty and do not count.",
            },
        },
        inputs={"lines": mixed(LINES, lists(one_of("a", "b", ""), 9, 13))},
        edges=[(["a", "b"],), ([],), (["", "a"],), (["x"] * 11,), (["x"] * 9 + ["", "y"],)],
        cost="O(n)",
    ),
]
