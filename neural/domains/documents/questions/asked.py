"""What all kinds of questions are made of."""

import re
from typing import NamedTuple

LONGEST = 420  # characters of a quoted answer
LINES = 14  # of a quoted list or sample


class About(NamedTuple):
    """A document: its `name` as a question says it ("" where that is long), the words in it that
    are written small, and whether it tells what changed between versions."""

    name: str = ""
    words: frozenset[str] = frozenset()


class Asked(NamedTuple):
    """A question in several wordings, each right by itself, and where its answer stands.

    `quote` is the text of the units `first` to `last` of the section, or a part of it; `verdict` is
    what an answer to a yes-or-no question begins with; `key` is a name that nothing but its own
    text would tell about.
    """

    category: str
    wordings: tuple[str, ...]
    quote: str
    first: int
    last: int
    verdict: str = ""
    key: str = ""


def is_plain(text: str) -> bool:
    """Whether a text is fit to be put into a question: no remains of markup, nothing open."""
    return (
        0 < len(text) <= 120
        and text.count("`") % 2 == 0
        and text.count("(") == text.count(")")
        and text.count('"') % 2 == 0
        and not re.search(r"https?://|\[\d+\]|[{}|\\•]|\.\.|…|^\W*$|[:;,]$|\*\*|__", text)
    )


_CHANGES = re.compile(r"(?i)change ?log|changes\b|release notes|history|what.s new|^v?\d+\.\d+")


def tells_changes(path: tuple[str, ...]) -> bool:
    """Whether a section is about one version: its lists hold nothing that lasts."""
    return any(_CHANGES.search(title) for title in path)


_POINTING = re.compile(
    r"(?i)(?:see\b|same as\b|as above|like the|similar to\b|equivalent to the (?:above|prev)|"
    r"(?:this|these|that|those|it|they|he)\b|(?:deprecated|default|reserved|none)\W*$|"
    r"(?:the )?(?:above|previous|former|latter)\b|(?:todo|tbd)\b|n/?a\b|\(?see)"
)


def is_pointing(text: str) -> bool:
    """Whether a text hangs on what stands elsewhere, so that quoting it alone tells little."""
    return bool(_POINTING.match(text) or re.search(r"(?i)\b(?:below|above)[.:]?$|:$", text))


def code(text: str) -> str:
    """In backquotes, as names are written in a question."""
    return text if text.startswith("`") else f"`{text}`"
