"""Text of programs: comments, escapes, numbers, a shell's words."""

from neural.domains.coding.draw import mixed, text
from neural.domains.coding.family import Family, invalid


def commented(rng):
    """Letters with marks of comments, most of which match."""
    marks = rng.choices(["(*", "*)", "a", "b ", "*", ")"], [4, 5, 3, 2, 1, 1], k=rng.randint(0, 8))
    return "".join(marks) + "*)" * (rng.random() < 0.5) * marks.count("(*")


def escaped(rng):
    """Letters and escapes, good and bad ones."""
    parts = ["a", "n", "\\n", "\\t", "\\\\", "\\x41", "\\x2F", "\\q"]
    return "".join(rng.choices(parts, [3, 1, 2, 2, 2, 2, 1, 1], k=rng.randint(0, 6)))


FAMILIES = [
    Family(
        signature="shell_words(line: str) -> list[str]",
        statement="Divide {line} into words as a command line is: words are separated by spaces, "
        "but within single or double quotes a space belongs to the word. The quotes themselves "
        "are left out; they may begin and end within a word, and an empty pair of quotes makes an "
        "empty word if nothing adjoins it. A quote of one kind is an ordinary character within "
        "the other kind. {escape} If a quote is not closed, {unclosed}.",
        requests=[
            "Split a command {line} into words at spaces, respecting quotes: inside '...' or "
            '"..." spaces are ordinary, and so is the other kind of quote. Quotes disappear, may '
            "appear in the middle of a word, and can produce empty words. {escape} A quote that "
            "is left open is an error: {unclosed}."
        ],
        params={
            "escape": {
                "none": "A backslash is an ordinary character.",
                "double": "Outside of quotes and within double quotes, a backslash disappears and "
                "makes the next character an ordinary one of the word, even a space or a quote; "
                "at the end of {line} it is left out. Within single quotes it is ordinary.",
            }
        },
        errors={"unclosed": invalid("unclosed quote")},
        inputs={"line": mixed(text("ab '\"\\", 0, 8), text('ab "\\', 0, 8), text("ab ' ", 0, 9))},
        edges=[
            ("cp 'my file' \"x y\"",),
            ("",),
            ("a\"b c\"d ''",),
            ("it's",),
            ("  a   b ",),
            ('a\\ b "\\"" \'\\\'',),
            ("x\\",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="strip_block_comments(source: str) -> str",
        statement="Return {source} without its comments, which begin with (* and end with *). "
        "{nested} The star of a beginning is no part of an end, so that (*) only begins a "
        "comment. If a comment does not end, {unclosed}. Outside of comments a *) is ordinary "
        "text. {space}",
        requests=[
            "Remove comments, from (* to *), from {source}; the star of (*) belongs to the "
            "beginning only. {nested} A comment that is never closed is an error: {unclosed}; but "
            "a stray *) is left as it is. {space}"
        ],
        params={
            "nested": {
                "flat": "A comment ends with the first *) after its beginning, whatever is in it.",
                "nested": "A (* within a comment begins an inner comment, which has to end before "
                "the outer one can.",
            },
            "space": {
                "gone": "Nothing is put in the place of a comment.",
                "blank": "Each comment, with everything in it, is replaced by a single space.",
            },
        },
        errors={"unclosed": invalid("unclosed comment")},
        inputs={"source": commented},
        edges=[
            ("a (* b *) c",),
            ("",),
            ("(*(* x *) y *)z",),
            ("(*)",),
            ("a *) b",),
            ("(**)",),
            ("a(* b",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="unescape(text: str) -> str",
        statement="Return {text} with its escapes replaced: \\n stands for a line break, \\t for "
        "a tab, \\\\ for a backslash, and \\x with two hexadecimal digits of any case for the "
        "character with that code. {unknown} All characters of {text} are ASCII.",
        requests=[
            "Resolve the escapes in an ASCII {text}: \\n (line break), \\t (tab), \\\\ (one "
            "backslash) and \\xHH, the character whose code is the two hex digits HH, upper or "
            "lower case. {unknown}"
        ],
        params={
            "unknown": {
                "error": "For a backslash that begins none of these, {bad}.",
                "kept": "A backslash that begins none of these stays as it is.",
                "dropped": "A backslash that begins none of these is left out, and what follows "
                "it stays.",
            }
        },
        errors={"bad": invalid("bad escape")},
        inputs={"text": mixed(escaped, text("a\\nx", 0, 6), weights=[3, 1])},
        edges=[
            ("a\\tb\\\\n",),
            ("",),
            ("\\x41\\x7e",),
            ("\\q",),
            ("end\\",),
            ("\\x4",),
            ("\\\\x41",),
            ("\\xg1",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="number_kind(text: str) -> str",
        statement='Say what {text} is, reading it character by character: "integer" for one or '
        'more digits, "decimal" for digits with a point after, before or among them, where '
        '{point}, and "other" for everything else. A sign, + or -, may stand before the first '
        "digit or point. Digits are 0 to 9.",
        requests=[
            'Write a recogniser that classifies {text} as "integer" (digits only), "decimal" '
            '(digits and one point, where {point}) or "other". Both numbers may begin with + or '
            "-; only 0 to 9 are digits."
        ],
        params={
            "point": {
                "inner": "at least one digit is on either side of the point",
                "outer": "at least one digit is on one side of the point",
                "front": "at least one digit is before the point",
            }
        },
        inputs={"text": mixed(text("12.", 1, 4), text("+-1.", 1, 4), text("1. a", 0, 3))},
        edges=[("42",), ("-3.5",), ("",), (".5",), ("5.",), (".",), ("+",), ("1.2.3",), ("+-1",)],
        cost="O(n)",
    ),
]
