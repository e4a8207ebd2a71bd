"""The topics of problems/: each a folder with spec.py and solutions in up to four languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from neural.domains.coding import sources
from neural.domains.coding.family import Family, Variant
from neural.domains.coding.sources import Section, Source
from neural.errors import UserError, nearest

FOLDER = Path(__file__).parent / "problems"


@dataclass(frozen=True)
class Topic:
    """Families by name, and the sections of their solutions by language and family."""

    name: str
    families: Mapping[str, Family]
    sections: Mapping[str, Mapping[str, Section]]

    def languages(self, family: str) -> list[str]:
        """Those that a family is solved in, always in the same order."""
        return [each for each in sources.NAMES if family in self.sections.get(each, {})]

    def source(self, variant: Variant, language: str) -> Source:
        """A variant's solution."""
        return self.sections[language][variant.family.name].render(language, variant.params)


def names() -> list[str]:
    """The topics that exist, sorted."""
    return sorted(path.parent.name for path in FOLDER.glob("*/spec.py"))


def load(name: str) -> Topic:
    """A topic by name; UserError names the known ones."""
    if name not in names():
        raise UserError(
            f"unknown topic {name!r}; known: {', '.join(names())}.{nearest(name, names())}"
        )
    return read(FOLDER / name)


@cache
def read(folder: Path) -> Topic:
    """A topic in any folder; UserError where families and sections do not fit together."""
    path = folder / "spec.py"
    if not path.is_file():
        raise UserError(f"{folder} is no topic: it has no spec.py; AUTHORING.md says what one is")
    module = {"__name__": f"problems_{folder.name}", "__file__": str(path)}
    exec(compile(path.read_bytes(), str(path), "exec"), module)
    families: dict[str, Family] = {}
    for family in module["FAMILIES"]:
        if family.name in families:
            raise UserError(f"{folder}/spec.py: two families are called {family.name}; rename one")
        families[family.name] = family
    sections = {
        language: sources.read(folder / file)
        for language, file in sources.NAMES.items()
        if (folder / file).exists()
    }
    for language, found in sections.items():
        for name in found:
            if name not in families:
                raise UserError(
                    f"{folder / sources.NAMES[language]}: family {name} is not in spec.py."
                    f"{nearest(name, families)}"
                )
            _fits(families[name], found[name])
    for name in families:
        if name not in sections.get("python", {}):
            raise UserError(f"{folder}/solutions.py: no section '#: family {name}'; add it")
    return Topic(folder.name, families, sections)


def _fits(family: Family, section: Section) -> None:
    for number, name, values in section.conditions():
        if name not in family.params:
            raise UserError(
                f"{section.path}:{number}: {family.name} has no parameter {name}."
                f"{nearest(name, family.params)}"
            )
        allowed = [str(each) for each in family.params[name]]
        for value in values:
            if value not in allowed:
                raise UserError(
                    f"{section.path}:{number}: {name}={value}: expected {', '.join(allowed)}."
                    f"{nearest(value, allowed)}"
                )
