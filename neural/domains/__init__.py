"""Domains are plug-ins: a package here with `generate`, `verify`, `score` and `METRICS`.

`METRICS`: what `score` measures, as a sentence by name, the most telling first: a row's answer is
right by the first that the row has. `adopt`, where a domain has it, takes rows of other data sets.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType

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
