"""Endings of English words: stems and regular plurals."""

import re
from functools import cache

ENDING = re.compile(r"(?<=...)(?:ing|ed|i?e?(?<!s)s|ie|e|(?<![aeiou])y)$")


@cache
def stem(word: str) -> str:
    """What 'movie', 'MOVIES' and 'Movie' begin with; 'reports' and 'reported'."""
    return ENDING.sub("", word.lower())


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
