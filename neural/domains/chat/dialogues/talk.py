"""What all built-in dialogues are made with."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

NAMES = tuple(
    """
    Anna Bianca Carlos Daria Emil Farid Greta Hugo Ines Jonas Kofi Lena Milan Nadia Omar Priya
    Quentin Rosa Samir Tara Umut Vera Wanda Xenia Yusuf Zoe
    """.split()  # noqa: SIM905 (a table)
)
MEN = frozenset(
    "Carlos Emil Farid Hugo Jonas Kofi Milan Omar Quentin Samir Umut Yusuf".split()  # noqa: SIM905
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Dialogue(NamedTuple):
    """`turns`: user and assistant by turns, the user first. `key`: what it is about, apart from
    the wording; dialogues with one key stay together in a split."""

    turns: tuple[str, ...]
    key: tuple
    system: str = ""


class Kind(NamedTuple):
    """One kind of dialogue; `draw(rng)` makes one."""

    name: str
    draw: Callable[[Random], Dialogue]
    weight: float = 1.0


def casual(rng: Random, text: str) -> str:
    """Sometimes as people type: in small letters, or without the last stop."""
    style = rng.random()
    if style < 0.15:
        return text.lower().rstrip(".")
    return text.rstrip(".") if style < 0.3 and text.endswith(".") else text


def upper(text: str) -> str:
    """The first letter a capital."""
    return text[:1].upper() + text[1:]


def listing(words: Sequence[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else words[0]


def clock(hour: int, half: bool = False) -> str:
    """Ten in the morning is 10:00."""
    return f"{hour}:{'30' if half else '00'}"
