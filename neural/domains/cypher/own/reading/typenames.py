"""The names that people and databases give to property types."""

import re
from collections.abc import Iterable
from typing import get_args

from neural.domains.cypher.schema import Type

TYPES = get_args(Type)
SYNONYMS = {
    "STR": "STRING",
    "TEXT": "STRING",
    "INT": "INTEGER",
    "LONG": "INTEGER",
    "DOUBLE": "FLOAT",
    "BOOL": "BOOLEAN",
    "LOCALDATETIME": "DATETIME",
    "ZONEDDATETIME": "DATETIME",
    "STRINGARRAY": "LIST<STRING>",
    "STRING[]": "LIST<STRING>",
    "LISTOFSTRING": "LIST<STRING>",
    "LISTOFSTRINGS": "LIST<STRING>",
    "ARRAY<STRING>": "LIST<STRING>",
}


def known(name: str) -> str | None:
    """The schema's own name of a type: 'Long', 'STRING NOT NULL', 'LOCAL_DATE_TIME'."""
    bare = re.sub(r"[\s_]|NOT\s*NULL", "", name.upper())
    return bare if bare in TYPES else SYNONYMS.get(bare)


def one_of(names: Iterable[str]) -> str | None:
    """The type that values of all these types fit; None where no query could use them."""
    found = {known(name) for name in names}
    if found == {"INTEGER", "FLOAT"}:
        return "FLOAT"
    return found.pop() if len(found) == 1 else None
