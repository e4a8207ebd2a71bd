"""Identifiers as words."""

import re
from functools import lru_cache

HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@lru_cache(1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words of an identifier or of a test's sentence, in lower case."""
    return tuple(word.lower() for word in HUMPS.findall(name))
