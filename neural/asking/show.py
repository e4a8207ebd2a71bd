"""Answers and rows as a terminal prints them."""

import json
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from neural.asking.session import Ran
from neural.asking.talk import Said, printable
from neural.domains.desk import Desk, Reading

CELL = 80  # characters of a value


def code(text: str, language: str) -> Text:
    """Text, highlighted where its language is known, in the terminal's own colours. Code is not
    broken into lines, so that it can be copied."""
    if not language:
        return Text(text)
    coloured = Syntax("", language, theme="ansi_dark", background_color="default").highlight(text)
    coloured.rstrip()
    coloured.no_wrap = True
    return coloured


def desk(found: Desk) -> Iterator[RenderableType]:
    """What is asked about."""
    if found.title:
        yield Text(found.title, "bold")
    if found.text:
        yield code(found.text, found.language)
    if found.examples:
        yield Text("\nFor example:", "dim")
        yield from (Text(f"  {question}") for question in found.examples)


def reading(found: Reading, said: Said | None) -> Iterator[RenderableType]:
    """The answer, how fast the model said it, and what is to be said about it."""
    yield code(found.text, found.language)
    if said:
        speed = f"{said.tokens} tokens, {said.seconds:.1f} s, {said.tokens_per_second:.0f} tokens/s"
        yield Text(speed, "dim")
    yield from (Text(f"wrong: {problem}", "red") for problem in found.problems)
    yield from (Text(f"note: {note}", "yellow") for note in found.notes)


def result(ran: Ran, changed: bool) -> Iterator[RenderableType]:
    """Rows as a table, or the error. `changed`: it was allowed to change data, so that no rows
    are no bad sign."""
    found = ran.result
    if found.error:
        yield Text(f"not answered: {printable(found.error)}", "red")
        return
    if found.rows:
        table = Table(show_edge=False, header_style="bold")
        for name in found.columns:
            table.add_column(Text(printable(name)), overflow="fold")
        for row in found.rows:
            table.add_row(*(Text(cell(value)) for value in row))
        yield table
    rows = "done" if changed and not found.rows else count(found.rows, found.cut)
    yield Text(f"{rows}, {ran.seconds:.2f} s", "dim")


def count(rows: Sequence, cut: bool) -> str:
    """How many rows, and whether there are more."""
    if cut:
        return f"the first {len(rows)} rows; there are more (--rows shows more)"
    return "no rows" if not rows else f"{len(rows)} row{'s' if len(rows) > 1 else ''}"


def cell(value: object) -> str:
    """A value in one line, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = printable(text).replace("\n", "⏎").replace("\t", " ")
    return text if len(text) <= CELL else f"{text[: CELL - 1]}…"
