"""A graph from the JSON that a database's schema procedures give.

`CALL apoc.meta.schema()`, or `CALL db.schema.visualization()` together with
`db.schema.nodeTypeProperties()` and `db.schema.relTypeProperties()`: as printed, or as browsers,
drivers and the HTTP API wrap them, one result below the other.
"""

import json
from collections.abc import Callable, Iterable, Iterator

from neural.domains.cypher.own.draft import Draft
from neural.domains.cypher.own.reading import apoc, visualization
from neural.errors import UserError

EXPECTED = (
    "expected the JSON of CALL apoc.meta.schema(), or of CALL db.schema.visualization() with "
    "db.schema.nodeTypeProperties() and db.schema.relTypeProperties()"
)


def read(text: str, path: str, name: str, note: Callable[[str], None]) -> Draft:
    """The draft in a file's text. What it holds and cannot be used is noted and left out."""
    draft = Draft(name, path, lambda message: note(f"left out: {message}"))
    try:
        told = list(_telling(_documents(text, path)))
    except RecursionError:
        raise UserError(
            f"{path}: too many brackets in brackets to be a schema. Save it again."
        ) from None
    for part in told:
        if apoc.tells(part):
            apoc.add(part, draft)
    visualization.add(told, draft)
    if not draft.nodes:
        raise UserError(f"{path}: no labels in it; {EXPECTED}.")
    if not any(node.properties for node in draft.nodes.values()):
        raise UserError(
            f"{path}: labels without properties. Put the JSON of CALL "
            "db.schema.nodeTypeProperties() into the same file, below."
        )
    return draft


def _documents(text: str, path: str) -> Iterator[object]:
    decoder, at = json.JSONDecoder(), 0
    while rest := text[at:].lstrip(" \t\r\n"):
        at = len(text) - len(rest)
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise UserError(
                f"{path}:{error.lineno}: not JSON: {error.msg} (column {error.colno}); {EXPECTED}."
            ) from None
        yield value


def _telling(values: Iterable[object]) -> Iterator[dict]:
    """The maps that tell of a graph, out of what they are wrapped in."""
    for value in values:
        if isinstance(value, dict):
            if apoc.tells(value) or visualization.tells(value):
                yield value
            else:
                yield from _telling(_rows(value) or value.values())
        elif isinstance(value, list):
            yield from _telling(value)


def _rows(value: dict) -> list[dict]:
    """Rows as the HTTP API, the query API and the JavaScript driver write them, as maps."""
    for names, rows in (("columns", "data"), ("fields", "values"), ("keys", "_fields")):
        columns, found = value.get(names), value.get(rows)
        if isinstance(columns, list) and isinstance(found, list):
            cells = [found] if rows == "_fields" else found
            cells = [one.get("row") if isinstance(one, dict) else one for one in cells]
            named = [str(column) for column in columns]
            return [dict(zip(named, row, strict=False)) for row in cells if isinstance(row, list)]
    return []
