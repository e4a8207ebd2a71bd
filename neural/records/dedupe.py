"""The keys under which two rows count as the same, and what they are used for."""

from collections.abc import Iterable

import msgspec
from xxhash import xxh3_128_intdigest

from neural import prompt

_encode = msgspec.json.Encoder().encode


def digest(*parts: object) -> int:
    """128 bits of the parts, in order; JSON between them, so that no two lists run together."""
    return xxh3_128_intdigest(_encode(parts))


def content_key(row: dict) -> int:
    """Equal for rows that ask the same and answer the same, whatever their system prompt."""
    return digest(*(m["content"] for m in prompt.messages(row) if m["role"] != "system"))


def prompt_key(row: dict) -> int:
    """Equal for rows whose model would be given the same text."""
    return digest(*(m["content"] for m in prompt.messages(row)[:-1]))


def question_key(row: dict) -> int:
    """Equal for rows that ask the same up to case, white space and system prompt."""
    turns = [m for m in prompt.messages(row)[:-1] if m["role"] != "system"]
    return digest(*(" ".join(m["content"].casefold().split()) for m in turns))


def unique(rows: Iterable[dict]) -> tuple[list[dict], int]:
    """The rows without later copies of an earlier one, and how many copies there were."""
    kept, copies = {}, 0
    for row in rows:
        key = content_key(row)
        if key in kept:
            copies += 1
        else:
            kept[key] = row
    return list(kept.values()), copies
