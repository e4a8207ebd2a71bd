"""Slips of the finger, as real questions have them."""

import re
from random import Random


def mistyped(question: str, query: str, rng: Random) -> str:
    """The question with two letters of one word swapped, or one left out. Names and values that
    the query needs stay as they are."""
    needed = {word.lower() for word in re.findall(r"[^\W_]+", query)}
    words = [
        m
        for m in re.finditer(r"(?<![\w\"-])[a-z]{5,}(?![\w\"-])", question)
        if not any(m[0].startswith(word[:4]) for word in needed if len(word) > 3)
    ]
    if not words:
        return question
    word = rng.choice(words)
    at = rng.randrange(1, len(word[0]) - 2)
    one, two = word[0][at], word[0][at + 1]
    slip = rng.choice((two + one, one)) if one != two else one
    text = word[0][:at] + slip + word[0][at + 2 :]
    return question[: word.start()] + text + question[word.end() :]
