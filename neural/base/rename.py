"""Schemas with their names shuffled, so that a small model learns to copy names, not to know them.

A dataset has few families of schemas, and a model that has read each a hundred times knows that
movies have a runtime. Here a movie may have a headcount: nothing but the prompt tells.
"""

import re
from collections.abc import Iterable
from random import Random

ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl l m n p pl pr qu r s sc sh sk sl sp st str t th tr v w z"  # noqa: E501
VOWELS = "a e i o u a e i o u ai ea ee ie oa ou"
CODAS = "b ck d ft g ld lt m mp n nd ng nt p r rd rk rm rn rt sk st t x"
PARTS = tuple(text.split() for text in (ONSETS, VOWELS, CODAS))
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
FIRST = re.compile(r"\(:\w+ \{(\w+):")  # a label's first property in the schema
ENDING = re.compile(r"(?<=...)(?:ing|ed|i?e?(?<!s)s|ie|e|y)$")
VERBAL = ("s", "ed", "ing")
INVENTED = 0.15  # share of new names that are no words at all
FAMILIES = 3  # a word that so many families' questions have, but not their schemas, is no name


def stem(word: str) -> str:
    """What 'movie', 'MOVIES' and 'Movie' share; 'reports' and 'reported'."""
    return ENDING.sub("", word.lower())


TYPES = {stem(name) for name in ("STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "LIST")}


class Renamer:
    """Renames the schemas of a dataset with each other's words."""

    def __init__(self, rows: Iterable[dict]) -> None:
        names: set[str] = set()
        asked: dict[str, set[str]] = {}
        for row in rows:
            if not FIRST.search(row["input"]):
                continue
            own = {word.lower() for word in WORD.findall(row["input"])}
            stems = set(map(stem, own))
            names |= own
            for word in WORD.findall(row["instruction"]):
                if stem(word) not in stems:
                    asked.setdefault(stem(word), set()).add(row.get("split_group", ""))
        self.kept = {s for s, groups in asked.items() if len(groups) >= FAMILIES} | TYPES
        self.words = sorted(
            word
            for word in names
            if len(word) > 2 and stem(word) not in self.kept and not word.endswith(VERBAL)
        )

    def __call__(self, rows: list[dict], rng: Random, share: float) -> list[dict]:
        """Rows of one `input` with that share of its names replaced, everywhere, in the same
        letter case and number.

        A name is replaced only where each row that needs it in its output also says it in its
        instruction: otherwise the output could not be known any more. The first property of a
        label needs no saying, the system's words tell what it is for.
        """
        if not FIRST.search(rows[0]["input"]):
            return rows
        old = {stem(word): None for word in WORD.findall(rows[0]["input"]) if len(word) > 2}
        firsts = re.compile(r"\b(?:" + "|".join(FIRST.findall(rows[0]["input"])) + r")\b")
        needed = [set(map(stem, WORD.findall(firsts.sub("", row["output"])))) for row in rows]
        said = [set(map(stem, WORD.findall(row["instruction"]))) for row in rows]
        new = {}
        for name in old:
            if name in self.kept or rng.random() >= share:
                continue
            if all(name in s or name not in n for n, s in zip(needed, said, strict=True)):
                word = invented(rng) if rng.random() < INVENTED else rng.choice(self.words)
                if stem(word) not in old and word not in new.values():
                    new[name] = word
        if not new:
            return rows

        def replace(match: re.Match) -> str:
            word = match.group()
            name = new.get(stem(word))
            if name is None:
                return word
            ending = word.lower()[len(stem(word)) :]
            if ending.endswith("s"):
                name = re.sub(r"(?<![aeiou])y$", "ie", name) + "s"
            elif ending in ("ed", "ing"):
                name += ending
            if word.isupper() and len(word) > 1:
                return name.upper()
            return name.capitalize() if word[0].isupper() else name

        keys = ("input", "instruction", "output")
        return [{**row, **{key: WORD.sub(replace, row[key]) for key in keys}} for row in rows]


def invented(rng: Random) -> str:
    """A pronounceable word of one or two syllables: 'stroam', 'velk', 'quindart'."""
    return "".join(rng.choice(part) for _ in range(rng.choice((1, 1, 2))) for part in PARTS)
