"""Logs: entries, context, rotation, merging, reports, redaction."""

from neural.domains.coding.draw import ints, joined, lists, one_of, text
from neural.domains.coding.family import Family, invalid


def clock(rng):
    return f"{rng.choice(['08', '09'])}:{rng.choice(['00', '05', '30'])}"


def log(rng):
    lines = []
    for time in sorted(clock(rng) for _ in range(rng.randint(0, 3))):
        lines.append(f"{time} {rng.choice(['start', 'stop'])}")
        lines += [f"  {rng.choice(['at a', 'at b'])}"] * rng.choice([0, 0, 1])
    return lines


FAMILIES = [
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
