"""What sampled values tell of a property: its type, its range, whether it names things."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from neural.domains.cypher.own.names import widening

KEPT = 40  # values of a text property
LONGEST = 60  # characters of a text that a question can hold
# Over HTTP dates arrive as text. (Written so, the type is only likely.)
WRITTEN = {"DATE?": "DATE", "DATETIME?": "DATETIME"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?(\[.*\])?")


def type_of(column: list) -> str | None:
    """The type that all of the values have, or "DATE?" and "DATETIME?" for texts that look so;
    None where they differ or no question could use them."""
    kinds = {_kind(value) for value in column}
    if kinds == {"INTEGER", "FLOAT"}:
        return "FLOAT"
    if kinds and kinds <= {"STRING", *WRITTEN}:
        return kinds.pop() if len(kinds) == 1 else "STRING"
    return kinds.pop() if len(kinds) == 1 else None


def _kind(value: object) -> str | None:
    for python, name in ((bool, "BOOLEAN"), (int, "INTEGER"), (float, "FLOAT")):
        if isinstance(value, python):
            return name
    if isinstance(value, str):
        return _written(value)
    if isinstance(value, list):
        return "LIST<STRING>" if value and all(isinstance(one, str) for one in value) else None
    if _point(value):
        return "POINT"
    # The driver's own classes, here known by name: Bolt is not needed for HTTP.
    return {"Date": "DATE", "DateTime": "DATETIME"}.get(type(value).__name__)


def _written(text: str) -> str:
    try:
        if DAY.fullmatch(text) and date.fromisoformat(text):
            return "DATE?"
        if TIME.fullmatch(text) and datetime.fromisoformat(text[:16]):
            return "DATETIME?"
    except ValueError:
        pass  # the 31st of February is a text
    return "STRING"


def is_unique(column: list, rows: int) -> bool:
    """Whether nearly every node has the property and nearly none shares its value."""
    if not all(isinstance(value, str) for value in column):
        return False
    return len(column) >= 0.9 * rows and len(set(column)) >= 0.9 * len(column)


def given(type_: str, column: list) -> dict:
    """Real values or the real range, as keys of schema.Property; nothing where none is fit."""
    if type_ in ("STRING", "LIST<STRING>"):
        texts = column if type_ == "STRING" else [one for value in column for one in value]
        fit = [text for text in dict.fromkeys(texts) if _is_fit(text)]
        return {"values": fit[:KEPT]} if fit else {}
    if type_ == "BOOLEAN":
        return {}
    if type_ == "POINT":
        places = [_point(value) for value in column]
        south, north = _ends(place[0] for place in places)
        west, east = _ends(place[1] for place in places)
        return {"range": [[south, west], [north, east]]} if _on_earth(places) else {}
    try:
        return {"range": list(_ends(_plain(value, type_) for value in column))}
    except ValueError:  # a database knows years beyond 9999
        return {}


def _is_fit(text: str) -> bool:
    """Short, of one line and with single spaces, so that a question can show it as it is."""
    shown = text.isprintable() and text == " ".join(text.split()) != ""
    return shown and len(text) <= LONGEST and not widening(text)


def _plain(value: object, type_: str) -> object:
    if type_ in ("INTEGER", "FLOAT"):
        return round(float(value), 4) if type_ == "FLOAT" else value
    text = value if isinstance(value, str) else value.iso_format()
    if type_.startswith("DATETIME"):
        return datetime.fromisoformat(text[:16]).isoformat(timespec="minutes")
    return date.fromisoformat(text[:10]).isoformat()


def _point(value: object) -> tuple[float, float] | None:
    """(latitude, longitude) of a place on earth, by a driver's class or as GeoJSON."""
    if isinstance(value, dict):
        found = value.get("coordinates")
        pair = found if isinstance(found, list) and value.get("type") == "Point" else ()
    else:
        pair = tuple(value) if type(value).__name__ == "WGS84Point" else ()
    if len(pair) != 2 or not all(isinstance(part, (int, float)) for part in pair):
        return None
    return float(pair[1]), float(pair[0])


def _on_earth(places: list[tuple[float, float]]) -> bool:
    return all(abs(latitude) <= 90 and abs(longitude) <= 180 for latitude, longitude in places)


def _ends(values: Iterable) -> tuple:
    found = sorted(values)
    return found[0], found[-1]
