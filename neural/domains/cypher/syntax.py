"""Names and values as Cypher text, of which nothing can break out."""

import re
from dataclasses import dataclass
from datetime import date, datetime

# Words of the language: a label of such a name is hardly meant.
KEYWORDS = frozenset(
    """all and any as asc ascending by call case constraint contains count create delete desc
    descending detach distinct drop else end ends exists explain false finish foreach in index
    insert is limit load match merge nodetach none normalize not null of on optional or order
    profile remove return set show single skip starts then true union unique unwind use using when
    where with xor yield""".split()  # noqa: SIM905 (a list of words reads better as text)
)


@dataclass(frozen=True, order=True)
class Point:
    """A place on earth, in degrees."""

    latitude: float
    longitude: float


def identifier(name: str) -> str:
    """A label, type or property as Cypher text, in backquotes where it is no plain word."""
    return (
        name
        if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name)
        else "`" + name.replace("`", "``") + "`"
    )


def literal(value: object) -> str:
    """A value as Cypher text; quotes, backslashes and line ends cannot leave the literal."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"localdatetime('{value.isoformat(timespec='minutes')}')"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, Point):
        return f"point({{latitude: {value.latitude}, longitude: {value.longitude}}})"
    if isinstance(value, tuple):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
        return f"'{escaped}'"
    return repr(value)


def properties(props: dict) -> str:
    """A property map as Cypher text."""
    return (
        "{"
        + ", ".join(f"{identifier(name)}: {literal(value)}" for name, value in props.items())
        + "}"
    )
