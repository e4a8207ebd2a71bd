"""What a shape is, and the list of all."""

from collections.abc import Callable
from dataclasses import dataclass

from neural.domains.cypher.scene import Scene


@dataclass(frozen=True)
class Draft:
    """A query with its question.

    `order` returns the values that an ordered query sorts by, in order; the generator refuses ties
    among the first `top` and the next (or all), which would make two different answers right.
    """

    cypher: str
    question: str
    order: str | None = None
    top: int | None = None


@dataclass(frozen=True)
class Shape:
    name: str
    category: str
    make: Callable[[Scene], Draft]
    core: bool  # one of the everyday ones, which a small model can learn


SHAPES: dict[str, Shape] = {}


def shape(category: str, core: bool = False) -> Callable:
    """Registers a function that makes a Draft from a Scene or raises NotHere."""

    def register(make: Callable[[Scene], Draft]) -> Callable[[Scene], Draft]:
        SHAPES[make.__name__] = Shape(make.__name__, category, make, core)
        return make

    return register
