"""Random inputs: each function here returns one that draws a value from a `random.Random`."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Draw = Callable[[Random], Any]
WORDS = """
amber birch cedar delta ember fjord grove heron inlet jetty kite lemon maple north ocean pearl
quill river stone thorn umber violet willow yarrow zinc
""".split()  # noqa: SIM905 (a list of so many strings is harder to read)


def ints(low: int = -20, high: int = 20) -> Draw:
    """A whole number, both ends included."""
    return lambda rng: rng.randint(low, high)


def floats(low: float = -10, high: float = 10, digits: int = 2) -> Draw:
    """A number of so many decimals."""
    return lambda rng: round(rng.uniform(low, high), digits)


def bools() -> Draw:
    """True or False."""
    return lambda rng: rng.random() < 0.5


def one_of(*values: Any) -> Draw:
    """One of the values."""
    return lambda rng: rng.choice(values)


def words(count: int = len(WORDS)) -> Draw:
    """One of the first `count` of 25 short words; few make repetitions likely."""
    return one_of(*WORDS[:count])


def text(letters: str = "abc ", shortest: int = 0, longest: int = 12) -> Draw:
    """A string of these characters."""
    return lambda rng: "".join(rng.choices(letters, k=rng.randint(shortest, longest)))


def joined(line: Draw, shortest: int = 0, longest: int = 5, last: float = 0.7) -> Draw:
    """Lines, of which the last may lack its line feed; `last`: how often it has one."""

    def draw(rng):
        lines = [line(rng) for _ in range(rng.randint(shortest, longest))]
        return "\n".join(lines) + ("\n" if lines and rng.random() < last else "")

    return draw


def lists(item: Draw, shortest: int = 0, longest: int = 8, distinct: bool = False) -> Draw:
    """A list; `distinct` drops repetitions, so that it may get shorter."""

    def draw(rng: Random) -> list:
        made = [item(rng) for _ in range(rng.randint(shortest, longest))]
        return list(dict.fromkeys(made)) if distinct else made

    return draw


def sorted_lists(item: Draw, shortest: int = 0, longest: int = 8, distinct: bool = False) -> Draw:
    """A list in ascending order."""
    draw = lists(item, shortest, longest, distinct)
    return lambda rng: sorted(draw(rng))


def sets(item: Draw, smallest: int = 0, largest: int = 6) -> Draw:
    """A set."""
    draw = lists(item, smallest, largest)
    return lambda rng: set(draw(rng))


def dicts(key: Draw, value: Draw, smallest: int = 0, largest: int = 6) -> Draw:
    """A dictionary."""
    draw = lists(key, smallest, largest, distinct=True)
    return lambda rng: {each: value(rng) for each in draw(rng)}


def tuples(*items: Draw) -> Draw:
    """A tuple, or a record, which is given as the tuple of its fields."""
    return lambda rng: tuple(item(rng) for item in items)


def optional(item: Draw, none: float = 0.25) -> Draw:
    """None with that probability, else the item."""
    return lambda rng: None if rng.random() < none else item(rng)


def mixed(*draws: Draw, weights: Sequence[float] | None = None) -> Draw:
    """From one of the draws, so that rare forms of input come up often enough."""
    return lambda rng: rng.choices(draws, weights)[0](rng)
