"""Text files as programs meet them: paths, INI, CSV, headers, patches, logs and their reports."""

import posixpath

from neural.domains.coding.draw import ints, lists, mixed, one_of, text, tuples
from neural.domains.coding.family import Family, invalid, missing

FILE = {"File": "path: str, size: int"}
path = one_of(
    "a.txt",
    "b.log",
    "lib/a.txt",
    "lib/c.log",
    "lib/deep/d.txt",
    "src/b.log",
    "src/lib/e.txt",
    "zoo/a.txt",
)


def joined(line, shortest=0, longest=5, last=0.7):
    """Lines, of which the last may lack its line feed."""

    def draw(rng):
        lines = [line(rng) for _ in range(rng.randint(shortest, longest))]
        return "\n".join(lines) + ("\n" if lines and rng.random() < last else "")

    return draw


def clock(rng):
    return f"{rng.choice(['08', '09'])}:{rng.choice(['00', '05', '30'])}"


def log(rng):
    lines = []
    for time in sorted(clock(rng) for _ in range(rng.randint(0, 3))):
        lines.append(f"{time} {rng.choice(['start', 'stop'])}")
        lines += [f"  {rng.choice(['at a', 'at b'])}"] * rng.choice([0, 0, 1])
    return lines


def absolute(rng, shortest=1):
    return "/" + "/".join(rng.choice("abc") for _ in range(rng.randint(shortest, 3)))


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
        signature="parse_ini(text: str) -> dict[str, dict[str, str]]",
        statement="Parse an INI file: a line [NAME] with some name begins a section, KEY = VALUE "
        "is a setting in the current one, and settings before the first section belong to the "
        'section "", which is in the result only if it has any. Spaces at both ends of a line, a '
        "key or a value do not count, a key is not empty, and a value may contain further equals "
        "signs. Empty lines and lines that begin with ; or # are skipped, and the last value of a "
        "repeated key counts. {again} For any line of another form, {malformed}; its message is "
        '"line N is malformed", with lines counted from 1. The first mistake counts.',
        requests=[
            "Write a parser for INI files that returns a {map} of sections, each a {map} of "
            "settings. [NAME] begins a section and must not be empty, KEY = VALUE sets something "
            "(spaces around are trimmed, the key must not be empty, the last value of a key "
            'counts), what comes before any section is in "" (only if there is something), blank '
            "lines and lines with ; or # in front are comments, and empty sections count. {again} "
            'Anything else: {malformed}, with the message "line N is malformed", N from 1. Report '
            "the first mistake."
        ],
        params={
            "again": {
                "continued": "A section that comes again is continued.",
                "replaced": "A section that comes again replaces the earlier one.",
                "refused": "If a section comes again, {twice}.",
            }
        },
        errors={
            "malformed": invalid("line * is malformed"),
            "twice": invalid("a section comes again"),
        },
        inputs={
            "text": joined(
                mixed(
                    one_of("a = 1", "b=2", "a=3", "a = x = y", " b = "),
                    one_of("[one]", "[two]"),
                    one_of("", "; note", "#a=1", "oops", "=4"),
                    weights=[6, 3, 1],
                )
            )
        },
        edges=[
            ("[one]\na = 1\nb = 2\na = 3\n",),
            ("",),
            ("a=1\n\n; x\n[one]\n",),
            ("[one]\na=1\n[two]\na=2\n[one]\nb=3",),
            ("a = 1\nwhat\n",),
            ("=1",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="normalize_path(path: str) -> str",
        statement='Tidy {path}, whose parts are separated by "/": repeated separators, one at '
        'the end and parts "." go, and ".." goes together with the part before it. '
        '{above} A path that begins with "/" still does so afterwards. If no part is '
        'left, the result is "/" for such a path and "." for others.',
        requests=[
            "Normalize {path} without looking at the disk: resolve . and .., and drop doubled and "
            "trailing slashes. {above} Absolute paths stay absolute; if nothing is left, return "
            '"/" or, for relative paths, ".".'
        ],
        params={
            "above": {
                "dropped": 'Where ".." has no part before it, it is dropped.',
                "kept": 'Where ".." has no part before it, it is dropped in a path that begins '
                'with "/" and kept in others.',
                "refused": 'Where ".." has no part before it, {outside}.',
            }
        },
        errors={"outside": invalid("path leads outside")},
        inputs={
            "path": lambda rng: (
                rng.choice(["", "", "/"])
                + rng.choice(["/", "/", "//"]).join(
                    rng.choice(["a", "b", "..", "..", "."]) for _ in range(rng.randint(0, 5))
                )
                + rng.choice(["", "", "/"])
            )
        },
        edges=[
            ("a/./b/../c",),
            ("../a",),
            ("/../a/",),
            ("a/..",),
            ("/",),
            ("",),
            ("a/../../b",),
        ],
        properties=[
            lambda path, above, result: (
                above != "kept"
                or result == posixpath.normpath("/" + path.lstrip("/") if path[:1] == "/" else path)
            )
        ],
        cost="O(n)",
    ),
    Family(
        signature="relative_path(source: str, target: str) -> str",
        statement='{source} and {target} are absolute paths such as "/a/b", without ".", ".." or '
        'a separator at the end (but "/" is possible). Return the relative path that leads from '
        '{source}, {kind}, to {target}, with ".." for each step up. If they are the same place, '
        'return ".".',
        requests=[
            "How does one get from {source}, {kind}, to {target}? Both are clean absolute paths "
            '(no dots, no trailing slash, "/" being the root). Return the relative path with as '
            'many ".." as needed, or "." for no way at all.'
        ],
        params={
            "kind": {
                "folder": "a folder",
                "file": 'a file, from whose folder the path begins and which is never "/"',
            }
        },
        inputs={"source": absolute, "target": lambda rng: absolute(rng, 0)},
        edges=[
            ("/a/b", "/a/c"),
            ("/a", "/a"),
            ("/a/b/c", "/"),
            ("/a", "/b/c"),
            ("/a/b", "/a/b/c/d"),
        ],
        oracle=lambda source, target, kind: posixpath.relpath(
            target, source if kind == "folder" else posixpath.dirname(source)
        ),
        cost="O(n)",
    ),
    Family(
        signature="split_name(name: str) -> tuple[str, str]",
        statement="Split the file {name} into what comes before its {which} dot and the extension "
        "after it. A dot at the very beginning does not count. Without any other, the extension is "
        "empty and the whole name comes first.",
        requests=[
            "Separate a file's extension from its {name}, at the {which} dot, which is in neither "
            "part. A leading dot, as in .profile, is not meant; if there is no other, all is the "
            "name and the extension is empty."
        ],
        params={"which": {"first": "first", "last": "last"}},
        inputs={
            "name": lambda rng: (
                rng.choice(["", "", "."])
                + rng.choice(["notes", "app", "x"])
                + rng.choice(["", ".", ".txt", ".tar.gz", ".min.js", "..md", ".v1.2.zip"])
            )
        },
        edges=[
            ("archive.tar.gz",),
            ("notes",),
            (".profile",),
            ("",),
            ("draft.",),
            (".conf.old",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="parse_log_line(line: str) -> Entry | None",
        records={"Entry": "seconds: int, level: str, source: str, message: str"},
        statement='Parse {line} of the form "HH:MM:SS LEVEL source: message", as in '
        '"08:15:30 WARN disk: nearly full". Hours go to 23, minutes and seconds to 59, all with '
        "two digits; the level is INFO, WARN or ERROR; the source is one or more letters a to z; "
        "the message is the rest and may be empty. Return the seconds since midnight and the other "
        "parts. If {line} is different, {bad}.",
        requests=[
            'Parse a log {line} such as "08:15:30 WARN disk: nearly full": a time of day (given '
            "back as seconds since midnight), a level (INFO, WARN, ERROR), a source of letters a "
            "to z, a colon with a space, and the message, which may be empty. For other lines, "
            "{bad}."
        ],
        params={
            "bad": {
                "none": "return {none}",
                "error": "{malformed}",
                "plain": "return an entry with 0 seconds, the level INFO, an empty source and the "
                "whole line as message",
            }
        },
        errors={"malformed": invalid("malformed line")},
        inputs={
            "line": lambda rng: (
                f"{rng.randint(0, 23):02}:{rng.randint(0, 61):02}:{rng.randint(0, 59):02} "
                f"{rng.choice(['INFO', 'WARN', 'ERROR', 'ERROR', 'info'])}"
                f" {rng.choice(['disk', 'net', 'x'])}"
                f"{rng.choice([': ', ': ', ': ', ':', ' '])}{rng.choice(['ready', 'a: b', ''])}"
            )
        },
        edges=[
            ("08:15:30 WARN disk: nearly full",),
            ("00:00:00 INFO x: ",),
            ("24:00:00 INFO disk: ready",),
            ("8:15:30 INFO disk: ready",),
            ("",),
            ("23:59:59 ERROR net: down: again",),
            ("08:15:30 FATAL disk: ready",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="cut_lines(text: str, count: int) -> str",
        statement="From {text}, return {part}, unchanged. Lines end with a line feed, which "
        "belongs to them; the last one may lack it. {count} is not negative.",
        requests=[
            "Return {part}, exactly as they are in {text}. Each line includes its line feed, which "
            "the last may lack. {count} is 0 or more."
        ],
        params={
            "part": {
                "last": "the last {count} lines, or all if there are fewer",
                "first": "the first {count} lines, or all if there are fewer",
                "but_last": "all but the last {count} lines, or nothing if there are fewer",
            }
        },
        inputs={"text": joined(one_of("a", "b", "", "cc")), "count": ints(0, 4)},
        edges=[("a\nb\nc\n", 2), ("", 1), ("a\n\nb", 2), ("a\n", 0), ("a\nb", 5)],
        cost="O(n)",
    ),
    Family(
        signature="grep_context(lines: list[str], word: str, around: int) -> list[str]",
        statement="Return those of {lines} that contain {word}, and {where} each of them up to "
        "{around} more, every line once and in order. Each is preceded by its number, from 1 on, "
        'and by ":" if it contains {word} or "-" if it does not, as "3:text". Where lines are '
        'left out between two of them, there is a line "--".',
        requests=[
            "Imitate grep with context: of {lines}, show the ones with {word} in them as "
            '"NUMBER:TEXT" and {where} each up to {around} others as "NUMBER-TEXT" (numbers from '
            '1, no line twice), with "--" between groups that do not follow on each other '
            "directly."
        ],
        params={
            "where": {"before": "before", "after": "after", "both": "before and also after"},
        },
        inputs={
            "lines": lists(one_of("red", "blue", "green", "grey", "pink"), 0, 9),
            "word": one_of("re", "blue", "in"),
            "around": ints(0, 2),
        },
        edges=[
            (["a", "b", "stop", "c", "d"], "stop", 1),
            ([], "x", 1),
            (["stop", "a", "b", "c", "stop"], "stop", 1),
            (["stop", "a", "stop"], "stop", 1),
            (["a", "b"], "b", 5),
            (["x", "y", "x"], "x", 0),
        ],
        cost="O(n around)",
    ),
    Family(
        signature="rotation_steps(names: list[str], base: str, keep: int) -> list[str]",
        statement="Log files are rotated: {base} is renamed to {base} with .1 at the end, an older "
        "one that ends in .1 to .2 and so on, and {keep} of the renamed files are kept, at least "
        "1. {names} lists the files that there are. Return the steps in an order in which nothing "
        'is overwritten: "delete NAME" and "rename OLD NEW". {which} A file with the number '
        "{keep} that would have to move is deleted instead, higher numbers are left alone, and "
        "without a file {base} there is nothing to do.",
        requests=[
            "Plan a log rotation for {base}: it becomes {base}.1, that becomes {base}.2 and so "
            "on, up to {keep} (1 or more), beyond which a file is deleted instead of moved. From "
            '{names}, the existing files, return the steps "delete NAME" and "rename OLD NEW" so '
            "that nothing is overwritten. {which} Files with higher numbers are not touched, and "
            "if {base} is missing, nothing is done."
        ],
        params={
            "which": {
                "all": "All existing files up to {keep} move.",
                "needed": "Only those files move that have to make room: the first free number "
                "stops it.",
            }
        },
        inputs={
            "names": lists(
                one_of("app.log", "app.log", "app.log.1", "app.log.2", "app.log.3", "b.log"),
                0,
                6,
                distinct=True,
            ),
            "base": one_of("app.log", "app.log", "app.log", "b.log"),
            "keep": ints(1, 4),
        },
        edges=[
            (["app.log", "app.log.1", "app.log.2"], "app.log", 3),
            (["app.log", "app.log.1", "app.log.2"], "app.log", 2),
            (["app.log", "app.log.2"], "app.log", 3),
            (["app.log.1"], "app.log", 2),
            (["app.log"], "app.log", 1),
            ([], "app.log", 1),
        ],
        cost="O(n)",
    ),
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
        signature="sum_column(text: str, column: str) -> int",
        statement="{text} is a table whose cells are separated by commas; the first line has the "
        "names of the columns. Add up the numbers in {column}, which are ASCII digits with or "
        "without a minus sign in front. A row that is too short has an empty cell there, and empty "
        "lines are skipped. {bad} If there is no such column, {absent}.",
        requests=[
            "Sum up {column} of a CSV {text} without quotes, whose first line names the columns. "
            "Numbers are ASCII digits, maybe with a minus in front. Rows may be too short, which "
            "makes the cell empty, and blank lines do not count. {bad} Unknown column: {absent}."
        ],
        params={
            "bad": {
                "skip": "Cells that hold no number are skipped.",
                "blank": "Empty cells are skipped; if a cell holds anything else that is no "
                'number, {wrong} with the message "line N: not a number" for the first such line, '
                "counted from 1.",
                "error": "If a cell holds no number, even an empty one, {wrong} with the message "
                '"line N: not a number" for the first such line, counted from 1.',
            }
        },
        errors={"absent": missing("no such column"), "wrong": invalid("line *: not a number")},
        inputs={
            "text": lambda rng: "\n".join(
                [
                    rng.choice(["name,price,count", "price,name,count"]),
                    *(
                        ",".join(
                            [
                                rng.choice(["tea", "jam", "2", "7"]),
                                rng.choice(["5", "-3", "12", "8", ""]),
                                rng.choice(["1", "9", "x"]),
                            ][: rng.choice([3, 3, 3, 2])]
                        )
                        for _ in range(rng.randint(0, 3))
                    ),
                ]
            ),
            "column": one_of("price", "price", "count", "name", "weight"),
        },
        edges=[
            ("name,price\ntea,30\njam,12\n", "price"),
            ("name,price\ntea,\n\njam,5", "price"),
            ("name,price\ntea,x\njam,5\nsalt", "price"),
            ("name,price\n", "price"),
            ("", "price"),
            ("a,b\n1,2", "c"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="read_records(lines: list[str]) -> list[dict[str, str]]",
        statement='The first of {lines} has the names of columns, separated by ";", all different; '
        "the others are rows, which are separated alike. Return a {map} from names to cells for "
        "each row. {ragged} Empty lines are skipped, and without any line the result is empty.",
        requests=[
            "Turn {lines} of a table with semicolons into {map}s, one for each row; the first line "
            "names the columns, no name twice. {ragged} Skip empty lines; nothing in, nothing out."
        ],
        params={
            "ragged": {
                "fill": "Where a row has too few cells, the rest are empty, and surplus cells are "
                "dropped.",
                "skip": "Rows with too few or too many cells are left out.",
                "error": "If a row has too few or too many cells, {uneven}; its message is "
                '"line N has M cells", lines counted from 1.',
            }
        },
        errors={"uneven": invalid("line * has * cells")},
        inputs={
            "lines": mixed(
                lambda rng: [
                    rng.choice(["id;name", "id;name;city"]),
                    *(
                        ";".join(rng.choices(["1", "2", "ann", ""], k=rng.choice([2, 2, 3, 1])))
                        for _ in range(rng.randint(0, 3))
                    ),
                ],
                lambda rng: [],
                weights=[9, 1],
            )
        },
        edges=[
            (["id;name", "1;ann", "2;ben"],),
            ([],),
            (["id;name", "1", "2;ben;x", "3;"],),
            (["id;name", "", ";"],),
            (["id"],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="merge_logs(first: list[str], second: list[str]) -> list[str]",
        statement="Merge two logs by time. An entry begins with a line HH:MM and a text; lines "
        "after it that begin with a space belong to it and stay with it. Each log is in order of "
        "time and begins with an entry, if it has any line. Of entries with the same time, those "
        "of {first} come first, and entries of one log keep their order. {same}",
        requests=[
            "Merge the logs {first} and {second}, each sorted by the HH:MM at the start of its "
            "entries; lines that start with a space continue an entry and must stay with it. For "
            "equal times, {first} goes first, and the order within a log is kept. {same}"
        ],
        params={
            "same": {
                "kept": "Entries that are in both logs come twice.",
                "dropped": "An entry of {second} that is in {first} as well, with the same lines, "
                "is left out.",
            }
        },
        inputs={"first": log, "second": log},
        edges=[
            (["08:00 start", "  at a", "09:30 stop"], ["08:30 start"]),
            ([], []),
            (["08:00 start"], ["08:00 start"]),
            (["08:00 start", "  at a"], ["08:00 start", "  at b", "08:00 stop"]),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="traffic(lines: list[str]) -> dict[str, int]",
        statement="Each of {lines} of a web server's log should have four parts, separated by one "
        "space each: a method in capital letters A to Z, a path that begins with a slash, a status "
        "of three digits, and the "
        'size of the answer in digits or "-" for 0. Return {what} of each path{only}. From "?" on, '
        "a path does not count. Lines of another form are ignored.",
        requests=[
            'Evaluate web server logs whose {lines} look like "GET /shop?id=7 200 512" (method in '
            'capitals, path from a slash on, three-digit status, size in digits or "-" for 0). '
            'Return {what} for each path without what follows "?"{only}. Other lines are skipped.'
        ],
        params={
            "what": {
                "requests": "the number of requests",
                "bytes": "the sum of the sizes",
                "failures": "the number of requests with a status of 400 or higher",
            },
            "only": {"requests": "", "bytes": "", "failures": " that has any"},
        },
        where=lambda what, only: what == only,
        inputs={
            "lines": lists(
                lambda rng: " ".join(
                    [
                        rng.choice(["GET", "GET", "POST", "get"]),
                        rng.choice(["/", "/shop", "/shop?id=7", "/shop?id=8"]),
                        rng.choice(["200", "200", "404", "500", "20"]),
                        rng.choice(["512", "40", "-", "x"]),
                    ]
                ),
                0,
                6,
            )
        },
        edges=[
            (["GET /shop?id=7 200 512", "GET /shop 404 -", "POST / 201 17"],),
            ([],),
            (["GET / 200", "GET  / 200 1", "hello"],),
            (["GET / 399 5", "GET / 400 7"],),
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
        signature="load_env(text: str) -> dict[str, str]",
        statement="Read {text}, in which each line is NAME=VALUE, empty, or a comment that begins "
        "with #. Names consist of capital letters A to Z. In a value, $NAME, with as many capital "
        "letters as follow the dollar sign, stands for the value that the name has by then; "
        "{unknown} If a name comes again, its last value counts. Line feeds separate the lines.",
        requests=[
            "Load an environment file: {text} has lines NAME=VALUE (names in capital letters A to "
            "Z), blank lines and # comments. $NAME in a value, up to the last capital letter in a "
            "row, is replaced by what was set further up; {unknown} The last of several values of "
            "a name counts."
        ],
        params={
            "unknown": {
                "empty": "a name that has none yet stands for nothing.",
                "kept": "a name that has none yet stays as it is, with its dollar sign.",
                "error": "for a name that has none yet, {unset}; its message is the name and "
                '"is not set", as in "HOME is not set".',
            }
        },
        errors={"unset": missing("* is not set")},
        inputs={
            "text": joined(
                one_of("A=1", "B=x", "A=$B/y", "B=$A$A", "C=$A-$D", "", "# A=2", "C=5$", "D=")
            )
        },
        edges=[
            ("A=/home\nB=$A/ann\n",),
            ("",),
            ("B=$A!\nA=1",),
            ("# A=1\n\nA=$\n",),
            ("A=1\nA=$A$A",),
            ("AB=1\nA=2\nC=$AB",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="file_tree(paths: list[str]) -> list[str]",
        statement='List the files {paths}, such as "src/app.py", as a tree: each folder and file '
        "on a line of its own with its name, after two spaces for each folder that it is in; the "
        'names of folders end with "/", and what is in a folder follows it. {order} No file is '
        "repeated or has the path of a folder.",
        requests=[
            'Print {paths} ("src/app.py" and so on, no repetitions) as an indented tree: one line '
            'for each folder, with "/" after its name, followed by what is in it, two spaces '
            "deeper, and one for each file. {order}"
        ],
        params={
            "order": {
                "names": "Within a folder, everything is sorted by name, without regard to what it "
                "is.",
                "folders": "Within a folder, first come the folders and then the files, each "
                "sorted by name.",
                "files": "Within a folder, first come the files and then the folders, each sorted "
                "by name.",
            }
        },
        inputs={"paths": lists(path, 0, 6, distinct=True)},
        edges=[
            (["src/app.py", "readme", "src/lib/util.py", "zoo"],),
            ([],),
            (["a"],),
            (["x/y/z"],),
            (["b/c", "a", "b/a/x"],),
        ],
        properties=[
            lambda paths, result: sum(not each.endswith("/") for each in result) == len(paths)
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="folder_sizes(files: list[File]) -> dict[str, int]",
        records=FILE,
        statement="Return the size of each folder with files, {what}. A path is relative, such as "
        '"a/b/c.txt", which is a file in the folder "a/b"; files without a folder are in ".", '
        "{top}",
        requests=[
            "Sum up the sizes of {files} by folder, {what}. Paths look like "
            '"a/b/c.txt"; what has no folder belongs to ".", {top}'
        ],
        params={
            "what": {
                "direct": "counting only the files directly in it",
                "all": "counting also the files in its subfolders",
            },
            "top": {
                "direct": "which is in the result only if there are any.",
                "all": "which holds everything and is always in the result. Folders that hold only "
                "other folders are in it as well.",
            },
        },
        where=lambda what, top: what == top,
        inputs={"files": lists(tuples(path, ints(1, 50)), 0, 5)},
        edges=[
            ([("a/b/c.txt", 5), ("a/d.txt", 2), ("e.txt", 1)],),
            ([],),
            ([("a.txt", 7)],),
            ([("x/y/z.txt", 3), ("x/y/w.txt", 4)],),
        ],
        cost="O(n depth)",
    ),
    Family(
        signature="kept_files(paths: list[str], rules: list[str]) -> list[str]",
        statement="Return those of {paths} that {rules} do not ignore, in their order. A rule "
        '"*.txt" is for files whose names end in ".txt" (any text may follow the "*"), "lib/" for '
        'all that is in a folder "lib" on any level, and any other for files of exactly that name, '
        'without their folders. A file for which there is a rule is ignored, but if "!" stands '
        "before the rule, it is kept. If several are for the same file, the {winner} of them "
        "counts.",
        requests=[
            "Filter {paths} by ignore {rules} and return what is kept, in order. Rules: "
            '"*" and the end of a file name, "lib/" for everything below folders of that name, or '
            'a whole file name; they look at names, not at where a file is. "!" in front of a rule '
            "keeps such files. The {winner} of the rules that fit decides."
        ],
        params={"winner": {"last": "last", "first": "first"}},
        inputs={
            "paths": lists(path, 0, 6, distinct=True),
            "rules": lists(
                one_of("*.txt", "*.log", "lib/", "src/", "!a.txt", "!*.txt", "b.log", "!lib/"), 0, 4
            ),
        },
        edges=[
            (["lib/a.txt", "b.log", "src/c.py"], ["*.txt", "b.log", "!lib/"]),
            ([], ["*.txt"]),
            (["a.txt", "lib"], []),
            (["lib", "x/lib/y", "lib.txt"], ["lib/"]),
            (["a.txt", "x/a.txt"], ["!a.txt", "*.txt"]),
        ],
        cost="O(n m)",
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
    Family(
        signature="collapse_repeats(lines: list[str]) -> list[str]",
        statement="Shorten {lines} of a log: where one is followed directly by N more {alike}, "
        "{least}.",
        requests=[
            "Collapse repeated {lines} of a log: if one is followed directly by N others {alike}, "
            "{least}."
        ],
        params={
            "alike": {
                "equal": "that are equal to it",
                "timed": "that are equal to it apart from their first five characters, the time",
            },
            "least": {
                "any": 'these are replaced by "repeated N times", or by "repeated once" if N is 1',
                "two": 'these are replaced by "repeated N times" if N is at least 2; a single one '
                "stays",
            },
        },
        inputs={
            "lines": lists(
                one_of("08:00 up", "08:00 up", "08:05 up", "08:05 down", "08:05 down"), 0, 8
            )
        },
        edges=[
            (["08:00 up", "08:00 up", "08:05 up", "08:05 down"],),
            ([],),
            (["08:00 up"],),
            (["08:00 up", "08:05 up", "08:00 up", "08:00 up", "08:00 up"],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="split_front_matter(text: str) -> tuple[dict[str, str], str]",
        statement='If the first line of {text} is "---", the lines up to the next such line are '
        "settings, each KEY: VALUE with spaces around key and value that do not count; lines "
        "without a colon are ignored, and only the first colon of a line separates. Return the "
        "settings, of which the last counts if a key is repeated, and all that follows the second "
        '"---" line. Line feeds separate the lines. Without such a first line, there are no '
        "settings, and all of {text} is the rest. {open}",
        requests=[
            'Separate the front matter of {text}: between a first line "---" and the next one '
            "there are settings KEY: VALUE (trimmed of spaces; the first colon separates; lines "
            "without colon are skipped; the last of equal keys counts). Return them and the text "
            "after the second mark; without a first mark, no settings and the whole text. {open}"
        ],
        params={
            "open": {
                "error": "If there is no second such line, {unclosed}.",
                "text": "If there is no second such line, there are no settings either, and all of "
                "{text} is the rest.",
                "settings": "If there is no second such line, all lines after the first are "
                "settings and the rest is empty.",
            }
        },
        errors={"unclosed": invalid("front matter is not closed")},
        inputs={
            "text": lambda rng: "\n".join(
                ["---"] * rng.choice([1, 1, 1, 0])
                + rng.choices(["title: x", " tag : a: b", "none", "title:y"], k=rng.randint(0, 3))
                + ["---"] * rng.choice([1, 1, 0])
                + rng.choices(["text", "", "a: b"], k=rng.randint(0, 2))
            )
        },
        edges=[
            ("---\ntitle: Tea\ntag: a: b\n---\nText\n",),
            ("Text\n---\n",),
            ("---\ntitle: Tea\n",),
            ("",),
            ("---\n---",),
            ("----\na: b\n---\n",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="clean_text(text: str) -> str",
        statement="Tidy {text}: each end of a line, which is a carriage return, a line feed or "
        "both in this order, becomes a line feed, and the spaces before it and those "
        "at the end of {text} go. {end}",
        requests=[
            "Normalize the line ends of {text} (CR, LF or CR LF) to LF and strip the spaces at "
            "the end of every line. {end}"
        ],
        params={
            "end": {
                "one": "Empty lines at the end are dropped, and if there is text left, it ends "
                "with one line feed.",
                "none": "All line feeds at the end are dropped.",
                "kept": "Empty lines at the end stay, and if there is text left that does not end "
                "with a line feed, it gets one.",
            }
        },
        inputs={"text": text("ab  \n\r", 0, 10)},
        edges=[
            ("a  \r\nb\rc \n",),
            ("",),
            ("a\n\n\n",),
            ("a  ",),
            ("\r\n",),
            (" a\n b",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="redact(line: str, secrets: set[str]) -> str",
        statement="Mask the secrets in {line} of a log, which consists of words that are "
        "separated by one space each. Where a word is KEY=VALUE and its key is one of "
        "{secrets}, in whatever case, the value is replaced by {mask}. The key ends at "
        "the first equals sign, {secrets} are in small letters, and all else stays as "
        "it is.",
        requests=[
            "Hide secrets in a log {line}: in words KEY=VALUE (words are separated by single "
            "spaces, the first = counts) whose key is in {secrets}, which are in lower case while "
            "keys may be in any, put {mask} in the place of the value. Leave the rest alone."
        ],
        params={
            "mask": {
                "three": "three stars, however long it is",
                "length": "as many stars as it has characters",
                "last": "as many stars as it has characters, except that the last two stay if it "
                "has more than four",
            }
        },
        inputs={
            "line": lambda rng: " ".join(
                rng.choice(["login", "user=ann", "token=abc123", "Token=x", "pin=", "PIN=a=b", "="])
                for _ in range(rng.randint(0, 5))
            ),
            "secrets": lambda rng: set(rng.sample(["token", "pin", "user"], rng.randint(0, 3))),
        },
        edges=[
            ("login user=ann token=abc123", {"token"}),
            ("", {"pin"}),
            ("Token=x pin=", {"token", "pin"}),
            ("pin=a=b pins=12", {"pin"}),
            ("token", {"token"}),
        ],
        cost="O(n)",
    ),
]
