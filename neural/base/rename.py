"""Schemas with their names shuffled, so that a small model learns to copy names, not to know them.

A dataset has few families of schemas, and a model that has read each a hundred times knows that
movies have a runtime. Here a movie may have a headcount: nothing but the prompt tells.
"""

import re
from collections.abc import Iterable
from random import Random

from neural.inflection import plural, stem

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
WORD_OR_NUMBER = re.compile(rf"{WORD.pattern}|\d+")
FIRST = re.compile(r"\(:\w+ \{(\w+):")  # a label's first property in the schema
VERBAL = ("s", "ed", "ing")
VALUE = re.compile(r"'((?:[^'\\]|\\')+)'")
NUMBER = re.compile(r"(?<![\w.'-])\d{3,}(?:\.\d+)?(?![\w'-]|\.\d)")
INVENTED = 0.5  # share of new words that are none, but pieces of words at random
TWIN = 0.3  # share of new names with letters of another: district, distributes; member, community
ECHO = 0.1  # share of a text's new words that repeat letters of the question: "basilandbasil"
OWNED = 0.1  # share of a text's longer new words that get "'s"
ACCENT = 0.05  # share of a text's new words with a letter that is not English: "Zoë"
ACCENTED = "áàâäãåçéèêëíîïñóôöõøšúüžł"
SIGNED = 0.15  # share of new texts with a sign inside or behind: "map_file()", "Paris: By Night"
SIGNS = (": ", ", ", " - ", " & ", "-", "_", ".", "/", ":")
COMMON = 0.2  # share of a text's new words that are everyday ones: "Salt and Iron"
FAMILIES = 3  # a word that so many families' questions have, but not their schemas, is no name


TYPES = {stem(name) for name in ("STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "LIST")}


def _has_schema(row: dict) -> bool:
    """Chats have no input, and a document may only quote a schema."""
    given = row.get("input") or ""
    return given.startswith("(:") and FIRST.search(given) is not None


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
            if not _has_schema(row):
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
        if not _has_schema(rows[0]):
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
                if rng.random() < TWIN:
                    word = self._twin(rng.choice([*new.values()] or [*old]), rng)
                if stem(word) not in old and word not in new.values():
                    new[name] = word
        rows = [_renumbered(self._revalued(row, rng, share), rng, share) for row in rows]

        def replace(match: re.Match) -> str:
            word = match.group()
            name = new.get(stem(word))
            if name is None:
                return word
            ending = word.lower()[len(stem(word)) :]
            if ending.endswith("s"):
                name = plural(name)
            elif ending in ("ed", "ing"):
                name += ending
            return _cased(name, word)

        keys = ("input", "instruction", "output")
        return [{**row, **{key: WORD.sub(replace, row[key]) for key in keys}} for row in rows]

    def _twin(self, other: str, rng: Random) -> str:
        """A word that has the other's beginning, or letters from within it."""
        start = rng.choice((0, rng.randrange(len(other))))
        shared = other[start : start + rng.randint(1, 6)]
        before = rng.choice(self.pieces) if start else ""
        return before + shared + rng.choice(self.pieces)

    def _word(self, rng: Random) -> str:
        if rng.random() >= INVENTED:
            return rng.choice(self.words)
        return "".join(rng.choices(self.pieces, k=rng.choice((1, 2, 2, 3))))

    def _signed(self, text: str, rng: Random) -> str:
        """The text, now and then with a sign that people's names and titles hold."""
        if rng.random() >= SIGNED:
            return text
        if rng.random() < 0.25:
            return f"{text}()"
        start, _, end = text.partition(" ")
        return f"{start}{rng.choice(SIGNS)}{end or _cased(self._word(rng), text)}"

    def _revalued(self, row: dict, rng: Random, share: float) -> dict:
        """Each text that instruction and output both quote becomes, so often, another."""

        instruction, output = row["instruction"], row["output"]

        def other(match: re.Match) -> str:
            old = match.group()
            if old.isdigit():
                return _digits(old, rng)
            if old in self.common:  # titles have such: "Python from Scratch"
                return old
            if self.common and rng.random() < COMMON:
                return rng.choice(self.common)
            word = self._word(rng)
            if rng.random() < ECHO:
                heard = rng.choice(WORD.findall(instruction)).lower()
                word = rng.choice((heard, heard + word, word + heard, word + word))
            word = _cased(word, old)
            if rng.random() < ACCENT:
                at = rng.randrange(len(word))
                word = word[:at] + _cased(rng.choice(ACCENTED), word[at]) + word[at + 1 :]
            return word + ("'s" if len(old) > 2 and rng.random() < OWNED else "")

        new = {
            text: self._signed(WORD_OR_NUMBER.sub(other, text), rng)
            for text in dict.fromkeys(map(_raw, VALUE.findall(output)))
            if rng.random() < share
        }
        if not new:
            return row
        said = set()

        def say(match: re.Match) -> str:
            said.add(match.group())
            return new[match.group()]

        def quote(match: re.Match) -> str:
            text = _raw(match[1])
            return "'" + new[text].replace("'", "\\'") + "'" if text in said else match.group()

        # All at once, the longest first: a new text may hold another old one.
        options = "|".join(map(re.escape, sorted(new, key=len, reverse=True)))
        instruction = re.sub(rf"(?<!\w)(?:{options})(?!\w)", say, instruction)
        return {**row, "instruction": instruction, "output": VALUE.sub(quote, output)}


def _renumbered(row: dict, rng: Random, share: float) -> dict:
    """Each longer number that instruction and output both hold becomes, so often, another."""
    said, needed = (NUMBER.findall(row[key]) for key in ("instruction", "output"))
    quoted = " ".join(VALUE.findall(row["output"]))
    both = [n for n in dict.fromkeys(said) if n in needed and n not in quoted]
    new = {n: re.sub("^0", "1", _digits(n, rng)) for n in both if rng.random() < share}

    def other(match: re.Match) -> str:
        return new.get(match.group(), match.group())

    return {**row, **{key: NUMBER.sub(other, row[key]) for key in ("instruction", "output")}}


def _digits(number: str, rng: Random) -> str:
    """As many other digits, of few kinds now and then: CH9300762011620."""
    digits = rng.sample("0123456789", rng.choice((2, 10)))
    return re.sub(r"\d", lambda _: rng.choice(digits), number)


def _raw(value: str) -> str:
    """The text that a quoted value stands for."""
    return value.replace("\\'", "'")


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
