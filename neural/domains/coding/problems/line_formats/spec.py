"""Formats of lines: headers, continued lines, hex dumps, patches."""

from neural.domains.coding.draw import ints, joined, lists, mixed, one_of
from neural.domains.coding.family import Family, invalid


def patched(rng):
    lines = [rng.choice("abc") for _ in range(rng.randint(0, 4))]
    old, new, patch = [], [], []
    for line in lines:
        change = rng.choice([" ", " ", "-", "+", "both"])
        if change in (" ", "-", "both"):
            old.append(line)
        if change in (" ", "+"):
            new.append(line)
        if change == "both":
            new.append("x")
            patch += ["-" + line, "+x"]
        else:
            patch.append(change + line)
    if rng.random() < 0.2:
        old.append("y")
        new.append("y")
    if rng.random() < 0.2:
        patch.append("-z")
    return rng.choice([old, new]), patch


FAMILIES = [
    Family(
        signature="apply_patch(lines: list[str], patch: list[str]) -> list[str]",
        statement="Apply {patch} to {lines}, from the first line on. Each line of {patch} begins "
        'with " " for a line that stays, "-" for one that goes or "+" for one that is new, and '
        "then has its text. {direction} A line that should stay or go must be the next one in "
        "{lines}, with the same text; if it is not, {unfit}. {rest}",
        requests=[
            "Write a minimal patch tool: the lines of {patch} start with a space (keep), a minus "
            "(remove) or a plus (insert), followed by the text, and are worked through along with "
            "{lines} from the top. {direction} When a line to keep or remove is not the next of "
            "{lines}, {unfit}. {rest}"
        ],
        params={
            "direction": {
                "forward": "{lines} are the old ones, to be changed into the new ones.",
                "backward": "But {lines} are the new ones, to be changed back into the old ones: "
                'here "+" marks a line that goes and "-" one that is new.',
            },
            "rest": {
                "kept": "Lines left over after the end of {patch} stay.",
                "error": "If lines are left over after the end of {patch}, {unfit}.",
            },
        },
        errors={"unfit": invalid("the patch does not fit")},
        inputs=patched,
        edges=[
            (["a", "b", "c"], [" a", "-b", "+x", " c"]),
            (["a", "x"], ["-a", "+x"]),
            ([], []),
            (["a"], []),
            (["a", "x", "c"], [" a", "-b", "+x", " c"]),
            ([], ["+a"]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="join_continued(text: str) -> list[str]",
        statement="Split {text} at its line feeds into logical lines: a line that ends in a "
        "backslash is continued by the next one, {join}. The backslash goes, also on the last line "
        "of {text}, where nothing follows. A line feed at the end of {text} does not begin another "
        "line, and an empty {text} has none.",
        requests=[
            "Read {text} line by line and put lines that were wrapped with a backslash at their "
            "end together again: the backslash is removed and the next line follows, {join}. The "
            "last line may have a backslash too, which is just removed. A final line feed makes "
            "no extra line, and no text makes no lines."
        ],
        params={
            "join": {
                "as_is": "as it is",
                "trimmed": "without the spaces at its beginning",
                "space": "without the spaces at its beginning, but after one space",
            }
        },
        inputs={"text": joined(one_of("a", "b \\", "  c\\", "", " d", "\\"))},
        edges=[
            ("one \\\n  two\nthree\n",),
            ("",),
            ("a\\\nb\\\nc",),
            ("a\\",),
            ("\n\na",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="hex_dump(data: list[int]) -> list[str]",
        statement="Return a hex dump of the bytes {data}, numbers from 0 to 255, with eight of "
        "them to a line: the place of the first one, counted from 0 and written with "
        "{digits}, two spaces, the bytes with two hexadecimal digits each, separated "
        "by spaces and filled up with spaces to 23 characters, two spaces, and the "
        'characters with these codes, "." for all that are not from 32 to 126. Letters '
        "in numbers are small.",
        requests=[
            "Make a hex dump of {data} (bytes as numbers) with eight bytes to a line: offset "
            "({digits}), two spaces, the bytes as two lower-case hex digits with spaces between, "
            "padded to 23 characters, two spaces, and the text with dots for everything outside "
            "the codes 32 to 126."
        ],
        params={
            "digits": {
                "hex": "four hexadecimal digits",
                "decimal": "six decimal digits",
            }
        },
        inputs={"data": lists(mixed(ints(32, 126), ints(0, 255)), 0, 20)},
        edges=[
            ([72, 101, 108, 108, 111, 10, 0, 255, 33],),
            ([],),
            ([46],),
            ([31, 32, 126, 127],),
            ([65] * 17,),
        ],
        properties=[
            lambda data, digits, result: (
                data
                == [
                    int(code, 16)
                    for line in result
                    for code in line[6 if digits == "hex" else 8 :][:23].split()
                ]
            )
        ],
        cost="O(n)",
    ),
    Family(
        signature="parse_headers(lines: list[str]) -> list[tuple[str, str]]",
        statement="Parse {lines} of a mail's head: each is NAME: VALUE, where the name is not "
        "empty, or begins with a space and continues the value before it, with a single space in "
        "between. Spaces at both ends of a value or of a continuing line do not count. An empty "
        "line ends the head, and what follows is not read. Return names, in small letters, and "
        'values in order. {again} If a line is neither, {malformed}; its message is "line N is '
        'malformed", lines counted from 1. A first line that begins with a space is malformed, '
        "too.",
        requests=[
            "Read mail headers from {lines} up to the first empty one and return the names (in "
            'lower case) with their values. "NAME: VALUE" begins a header, a line with a space in '
            "front continues the one before, joined by one space; values and continuations are "
            "trimmed of spaces. {again} Lines without a name and colon, and a continuation at the "
            'very beginning, are wrong: {malformed}, with the message "line N is malformed" '
            "(N from 1)."
        ],
        params={
            "again": {
                "kept": "If a name comes again, both are in the result.",
                "merged": "If a name comes again, in whatever case, its value is joined to the "
                'earlier one with ", " there.',
            }
        },
        errors={"malformed": invalid("line * is malformed")},
        inputs={
            "lines": lists(
                one_of(
                    "To: ann",
                    "to: ben ",
                    "Subject: hello",
                    "  and more",
                    " x: y",
                    "Date:",
                    "",
                    "oops",
                ),
                0,
                6,
            )
        },
        edges=[
            (["To: ann", "Subject: good", "  news", "TO: ben"],),
            ([],),
            (["To: ann", "", "oops"],),
            ([" x", "To: ann"],),
            (["To: ann", ": x"],),
            (["Time: 12:30"],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="diff_stats(lines: list[str]) -> list[FileStat]",
        records={"FileStat": "name: str, added: int, removed: int"},
        statement='Count the changes in a unified diff. A line "+++ NAME" begins a file, and one '
        'that begins with "--- " is no change; other lines that begin with "+" or "-" are added or '
        "removed lines of the file that began last, and all others are ignored, as is everything "
        "before the first file. A name that comes again is the same file. Return name and counts "
        "of the files {order}.",
        requests=[
            'Summarize a unified diff: for each file, which begins with "+++ NAME", count the '
            'lines with "+" and "-" in front. Lines with "--- " in front and other lines do not '
            "count, nor does what comes before the first file. A name may come again, for more of "
            "the same file. The files are to be sorted {order}."
        ],
        params={
            "order": {
                "diff": "in the order in which they first appear",
                "changes": "by the number of changes, the most first, and then by name",
            },
        },
        inputs={
            "lines": lists(
                one_of(
                    "--- a.txt", "+++ a.txt", "+++ b.txt", "+++ c.txt", "+x", "+y", "-x", " z", "-"
                ),
                0,
                10,
            )
        },
        edges=[
            (["--- a.txt", "+++ a.txt", "-x", "+y", "+z", " w", "+++ b.txt", "-q"],),
            ([],),
            (["+x", "-y"],),
            (["+++ b.txt", "+++ a.txt", "+1", "+2", "+++ b.txt", "-1"],),
        ],
        cost="O(n log n)",
    ),
]
