"""Domains are plug-ins: a package here with `generate`, `verify`, `score` and `METRICS`.

`METRICS`: what `score` measures, as a sentence by name, the most telling first: a row's answer is
right by the first that the row has. `adopt`, where a domain has it, takes rows of other data sets.
`SHARES`, where a domain has it: how often it means to make each of its categories.
A module `desk`, where a domain has it, serves `make ask`: see `neural.domains.desk`.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from neural.domains.desk import Desk
from neural.errors import UserError, nearest


def names() -> list[str]:
    """The domains that exist, sorted."""
    return sorted(p.parent.name for p in Path(__file__).parent.glob("*/__init__.py"))


def load(name: str) -> ModuleType:
    """The domain's package; UserError names the known ones."""
    if name not in names():
        raise UserError(
            f"unknown domain {name!r}; known: {', '.join(names())}.{nearest(name, names())}"
        )
    return import_module(f"neural.domains.{name}")


def faulty(
    rows: list[dict],
    fault: Callable[[dict], str | None],
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> list[tuple[int, str]]:
    """(index, what is wrong) of each row in which `fault` finds something: a domain's `verify`."""
    problems = []
    for index, row in enumerate(rows):
        if found := fault(row):
            problems.append((index, found))
        progress()
    return problems


def open_desk(
    name: str, about: str | None, note: Callable[[str], None]
) -> AbstractContextManager[Desk]:
    """Where the domain's questions are asked; see `neural.domains.desk`. UserError where it has
    nothing to ask `about`."""
    load(name)
    if find_spec(f"neural.domains.{name}.desk"):
        return import_module(f"neural.domains.{name}.desk").open_desk(about, note)
    if about:
        raise UserError(
            f"{about}: questions of the domain {name!r} are about nothing of their own. Leave "
            "--about out."
        )
    return nullcontext(Desk())
