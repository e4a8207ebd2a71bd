"""What all kinds of questions are made of."""

import re
from typing import NamedTuple

LONGEST = 420  # characters of a quoted answer
LINES = 14  # of a quoted list or sample


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
        and not re.search(r"https?://|\[\d+\]|[{}|\\]|\.\.|…|^\W*$|[:;,]$|\*\*|__", text)
    )


def is_pointing(text: str) -> bool:
    """Whether a text hangs on what stands elsewhere, so that quoting it alone tells little."""
    return bool(
        re.match(
            r"(?i)(?:see\b|same as\b|as above|like the|similar to\b|equivalent to the (?:above|prev)|"
            r"this\b|these\b|that\b|those\b|it\b|they\b|he\b|deprecated\W*$|default\W*$|reserved\W*$|"
            r"(?:the )?(?:above|previous|former|latter)\b|todo\b|tbd\b|n/?a\b|none\W*$|\(?see)", text
        )
    ) or bool(re.search(r"(?i)\b(?:see )?below[.:]?$|\babove[.:]?$|:$", text))  # fmt: skip


def code(text: str) -> str:
    """In backquotes, as names are written in a question."""
    return text if text.startswith("`") else f"`{text}`"
