"""Schemas with their names shuffled, so that a small model learns to copy names, not to know them.

A dataset has few families of schemas, and a model that has read each a hundred times knows that
movies have a runtime. Here a movie may have a headcount: nothing but the prompt tells.
"""

import re
from collections.abc import Iterable
from functools import cache
from random import Random

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
WORD_OR_NUMBER = re.compile(rf"{WORD.pattern}|\d+")
FIRST = re.compile(r"\(:\w+ \{(\w+):")  # a label's first property in the schema
ENDING = re.compile(r"(?<=...)(?:ing|ed|i?e?(?<!s)s|ie|e|y)$")
VERBAL = ("s", "ed", "ing")
VALUE = re.compile(r"'([^'\\]{3,})'")
INVENTED = 0.5  # share of new words that are none, but pieces of words at random
COMMON = 0.2  # share of a text's new words that are everyday ones: "Salt and Iron"
FAMILIES = 3  # a word that so many families' questions have, but not their schemas, is no name


@cache
def stem(word: str) -> str:
    """What 'movie', 'MOVIES' and 'Movie' share; 'reports' and 'reported'."""
    return ENDING.sub("", word.lower())


TYPES = {stem(name) for name in ("STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "LIST")}


class Renamer:
    """Renames the schemas of a dataset with each other's words."""

    def __init__(self, rows: Iterable[dict], pieces: Iterable[str]) -> None:
        """`pieces`: what words are written with. Each must begin names now and then, or the model
        unlearns to say it there."""
        self.pieces = [piece for piece in pieces if re.fullmatch("[a-z]{2,}", piece)]
        names: set[str] = set()
        asked: dict[str, set[str]] = {}
        heard: set[str] = set()
        for row in rows:
            if not FIRST.search(row["input"]):
                continue
            own = {word.lower() for word in WORD.findall(row["input"])}
            stems = set(map(stem, own))
            names |= own
            for word in WORD.findall(row["instruction"]):
                if stem(word) not in stems:
                    asked.setdefault(stem(word), set()).add(row.get("split_group", ""))
                    heard.add(word.lower())
        self.kept = {s for s, groups in asked.items() if len(groups) >= FAMILIES} | TYPES
        self.common = sorted(word for word in heard if stem(word) in self.kept)
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
                word = self._word(rng)
                if stem(word) not in old and word not in new.values():
                    new[name] = word
        rows = [self._revalued(row, rng, share) for row in rows]

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
            return _cased(name, word)

        keys = ("input", "instruction", "output")
        return [{**row, **{key: WORD.sub(replace, row[key]) for key in keys}} for row in rows]

    def _word(self, rng: Random) -> str:
        if rng.random() >= INVENTED:
            return rng.choice(self.words)
        return "".join(rng.choices(self.pieces, k=rng.choice((1, 2, 2, 3))))

    def _revalued(self, row: dict, rng: Random, share: float) -> dict:
        """Each text that instruction and output both quote becomes, so often, another."""

        def other(match: re.Match) -> str:
            word = match.group()
            if word.isdigit():
                return "".join(rng.choices("0123456789", k=len(word)))
            if self.common and rng.random() < COMMON:
                return rng.choice(self.common)
            return _cased(self._word(rng), word)

        instruction, output = row["instruction"], row["output"]
        for value in dict.fromkeys(VALUE.findall(output)):
            said = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
            if said.search(instruction) and rng.random() < share:
                new = WORD_OR_NUMBER.sub(other, value)
                instruction = said.sub(new, instruction)
                output = output.replace(f"'{value}'", f"'{new}'")
        return {**row, "instruction": instruction, "output": output}


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
