"""Tables: a cell by its row and column, a row by its cell."""

import re
from collections.abc import Iterator
from itertools import groupby

from neural.domains.documents.grammar import base_of, is_plural, lower_first, words
from neural.domains.documents.outline import Section, Unit
from neural.domains.documents.questions.asked import About, Asked, is_plain

NUMBER = re.compile(r"[-+]?\d[\d,.]*[kKMGTB]?")
EMPTY = words(
    """
    yes no link none true false n/a no. x y n supported unsupported ok ✓ ✔ ✗ ✅ ❌ todo
    """
)
TIMES = ("seconds", "minutes", "hours", "days", "ms", "milliseconds")
NO_NOUN = re.compile(
    r"(?i)(?:also|for|with|without|what|when|where|why|how|who|if|set|use|to|do|does|is|can|in|on|by|"
    r"from|an?|you|we|it|supported|required|optional|enabled|allowed|used|seen|asked|made|valid)\b"
)
NOUN = re.compile(r"[A-Za-z][\w/-]*(?: [\w/-]+){0,3}")


def asked(section: Section, about: About) -> Iterator[Asked]:
    numbered = list(enumerate(section.units))
    for _, group in groupby(numbered, lambda pair: pair[1].block):
        table = [(place, unit) for place, unit in group if unit.kind in ("head", "row")]
        if len(table) > 2 and table[0][1].kind == "head":
            yield from _table(table[0][1], table[1:], about)


def _table(head: Unit, rows: list[tuple[int, Unit]], about: About) -> Iterator[Asked]:
    names = [cell.strip().rstrip(":") for cell in head.parts]
    keys = [unit.parts[0] for _, unit in rows]
    for place, unit in rows:
        key = unit.parts[0].strip()
        if keys.count(unit.parts[0]) > 1 or not _is_key(key):
            continue
        for column in range(1, len(names)):
            cell, name = unit.parts[column].strip(), names[column]
            vague = cell.casefold() in EMPTY or cell.endswith("?")
            if not re.search(r"\w", cell) or vague or len(cell) > 220 or not 0 < len(name) <= 40:
                continue
            # A column may be headed by a name: then it is no noun that rows have.
            last = name.split()[-1].lower()
            known = len(name) > 3 and last in about.words and base_of(last) is None
            wordings = tuple(_cell(key, names[0], name, cell, len(names), known))
            if wordings and key.lower() != cell.lower():
                yield Asked("table", wordings, cell, place, place, key=key.strip("`"))
            column_cells = [other.parts[column].strip() for _, other in rows]
            if column_cells.count(cell) == 1 and known:
                yield from _row(key, names[0], name, cell, place)


def _is_key(key: str) -> bool:
    return (
        is_plain(key)
        and not key.endswith("?")
        and len(key) <= 50
        and bool(re.search(r"[A-Za-z]", key))
    )


def _cell(key: str, first: str, name: str, cell: str, width: int, known: bool) -> Iterator[str]:
    asked, row = lower_first(name), _said(key)
    if NUMBER.fullmatch(cell) and is_plural(name) and NOUN.fullmatch(name):
        if asked in TIMES:
            yield f"How many {asked} does it take: {row}?"
        else:
            yield f"How many {asked} does {row} have?"
        yield f"What number of {asked} is given for {row}?"
    elif NOUN.fullmatch(name) and not NO_NOUN.match(name):
        if known and not is_plural(name):
            yield f"What is the {asked} of {row}?"
        elif known and not re.search(r"\d", cell):
            yield f"What are the {asked} of {row}?"
        yield f"What does the table give for {row} under “{name}”?"
        if known:
            yield f"What does the table give as {asked} for {row}?"
        if NOUN.fullmatch(first) and not NO_NOUN.match(first) and key.startswith("`"):
            yield f"Which {asked} does the {lower_first(first)} {row} have?"
    if width == 2 and re.fullmatch(
        r"(?i)(?:what|meaning|description|purpose|use|what it .*)", name
    ):
        noun = lower_first(first) if NOUN.fullmatch(first) and not NO_NOUN.match(first) else ""
        noun = "" if is_plural(first or "x") or not noun else f"{noun} "
        yield f"What does the text say about the {noun}{row}?" if noun else f"What is {row} for?"
        yield f"How is {row} described?"
    elif re.match(r"(?i)(?:what|when|where|why|how|who)\b", name) or width == 2:
        yield f"What does the table say about {row}?"
        yield f"What is listed for {row}?"


def _row(key: str, first: str, name: str, cell: str, place: int) -> Iterator[Asked]:
    """Which row it is that has this cell."""
    if not NOUN.fullmatch(first) or NO_NOUN.match(first) or is_plural(first):
        return
    noun = lower_first(first)
    if not is_plain(cell) or len(cell) > 60 or NO_NOUN.match(name) or not NOUN.fullmatch(name):
        return
    if NUMBER.fullmatch(cell) and is_plural(name):
        has = "takes" if lower_first(name) in TIMES else "has"
        wordings = (f"Which {noun} {has} {cell} {lower_first(name)}?",)
    else:
        wordings = (
            f"Which {noun} has the {lower_first(name)} {_said(cell)}?",
            f"For which {noun} does the table give {_said(cell)} as {lower_first(name)}?",
        )
    yield Asked("table", wordings, key, place, place)


def _said(text: str) -> str:
    """A cell inside a question: code and single words as they are, phrases in quotes."""
    return text if "`" in text or " " not in text else f"“{text}”"
