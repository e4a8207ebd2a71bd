"""Files as programs meet them: paths, folders, settings, tables."""

import posixpath

from neural.domains.coding.draw import ints, joined, lists, mixed, one_of, tuples
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


def absolute(rng, shortest=1):
    return "/" + "/".join(rng.choice("abc") for _ in range(rng.randint(shortest, 3)))


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
]
