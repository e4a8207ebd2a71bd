"""What a kind of task is, and the small helpers that the kinds share."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from neural.domains.english.words import table
from neural.records.dedupe import digest

REQUESTS = frozenset(
    table(
        "Add Arrange Calculate Capitalize Change Convert Copy Count Delete Divide Express Extract "
        "Find Give Keep List Make Multiply Name Number Order Pick Put Remove Repeat Replace "
        "Reverse Rewrite Say Sort Spell Start Subtract Take Tell Turn Type Write"
    )
)


class Task(NamedTuple):
    """One question with its answer; `scenario` is what is asked, apart from the wording."""

    question: str
    answer: str
    scenario: tuple
    context: str = ""


class Kind(NamedTuple):
    """One kind of task.

    `draw(rng)` makes a Task. `solve(question, context, answer)` gives the right answer again
    from the text alone, by another way than `draw`; it is what `verify` trusts. `groups` is into
    how many split groups the scenarios fall: 0 makes each scenario its own group.
    """

    name: str
    draw: Callable[[Random], Task]
    solve: Callable[[str, str, str], str]
    weight: float = 1.0
    groups: int = 8


def group(kind: Kind, category: str, scenario: tuple) -> str:
    """The split group: scenarios of one kind with the same values never part."""
    key = digest(category, kind.name, scenario)
    part = f"{key % kind.groups}" if kind.groups else f"{key:032x}"[:12]
    return f"{category}/{kind.name}/{part}"


def say(rng: Random, wordings: Sequence[str], **values: object) -> str:
    """One of the wordings with its values, the first letter a capital."""
    text = rng.choice(wordings).format(**values)
    return text[0].upper() + text[1:]


def polite(question: str) -> str:
    """'Sort these' becomes 'Please sort these'; what is no request stays."""
    first = question.split(" ", 1)[0]
    return f"Please {question[0].lower()}{question[1:]}" if first in REQUESTS else question


def plain(question: str) -> str:
    """Takes back `polite`."""
    bare = question.removeprefix("Please ")
    return bare[0].upper() + bare[1:]


def listing(words: Sequence[object], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    words = [str(word) for word in words]
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]


def numbers(text: str) -> list[int]:
    """The whole numbers of a text, in order; a thousands comma is part of its number."""
    return [int(n.replace(",", "")) for n in re.findall(r"\d{1,3}(?:,\d{3})+|\d+", text)]


def article(word: str) -> str:
    """'an apple', 'a pear'; only for words whose first letter tells the sound."""
    return f"{'an' if word[0].lower() in 'aeiou' else 'a'} {word}"
