"""What a kind of request is, and the list of all."""

from collections.abc import Callable
from dataclasses import dataclass

from neural.domains.cypher.grammar.scene import Scene


@dataclass(frozen=True)
class Request:
    """A kind of question. `core`: an everyday one, which a small model can learn."""

    name: str
    category: str
    make: Callable[[Scene], object]
    core: bool
    weight: float


REQUESTS: dict[str, Request] = {}


def request(category: str, core: bool = False, weight: float = 1) -> Callable:
    """Registers a function that draws a meaning from a Scene or raises NotHere."""

    def register(make: Callable[[Scene], object]) -> Callable[[Scene], object]:
        name = make.__name__
        REQUESTS[name] = Request(name, category, make, core, weight)
        return make

    return register
