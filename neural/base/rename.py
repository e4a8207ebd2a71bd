"""Names nobody has seen, so that a small model learns to copy names instead of knowing them."""

import re
from random import Random

ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl l m n p pl pr qu r s sc sh sk sl sp st str t th tr v w z"  # noqa: E501
VOWELS = "a e i o u a e i o u ai ea ee ie oa ou"
CODAS = "b ck d ft g ld lt m mp n nd ng nt p r rd rk rm rn rt s sk st t x"
PARTS = tuple(text.split() for text in (ONSETS, VOWELS, CODAS))


def renamed(rows: list[dict], rng: Random, share: float) -> list[dict]:
    """Rows of one `input`, with that share of the names in it replaced by invented ones,
    everywhere and in the same letter case.

    A name is replaced only where each row that needs it in its output also says it in its
    instruction: otherwise the output could not be known any more.
    """
    words = sorted(set(re.findall(r"[A-Z]?[a-z]{3,}|[A-Z]{4,}", rows[0]["input"])))
    stems = {_stem(word.lower()): None for word in words if not _is_type(word)}
    new = {
        stem: invented(rng)
        for stem in stems
        if rng.random() < share and all(_known(stem, row) for row in rows)
    }
    if not new:
        return rows
    pattern = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)), re.I)

    def replace(match: re.Match) -> str:
        found, name = match.group(), new[match.group().lower()]
        if found.isupper():
            return name.upper()
        return name.capitalize() if found[0].isupper() else name

    keys = ("input", "instruction", "output")
    return [{**row, **{key: pattern.sub(replace, row[key]) for key in keys}} for row in rows]


def invented(rng: Random) -> str:
    """A pronounceable stem of one or two syllables: 'stroam', 'velk', 'quinda'."""
    return "".join(rng.choice(part) for part in PARTS[: rng.choice((3, 3, 2))]) + (
        "".join(rng.choice(part) for part in PARTS) if rng.random() < 0.35 else ""
    )


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 else word


def _is_type(word: str) -> bool:
    return word in ("STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "LIST")


def _known(stem: str, row: dict) -> bool:
    return stem not in row["output"].lower() or stem in row["instruction"].lower()
