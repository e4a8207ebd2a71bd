"""The rules that our rulings cite, each with words that must stand in it; what an edition moved."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from neural.domains.mtg.rulebook import Document, plain
from neural.errors import UserError

TABLE = Path(__file__).with_name("rules.tsv")


@dataclass(frozen=True)
class Citation:
    """`rule` as it is cited (`704.5g`, `IPG 2.3`); `says` and `about` in our own words."""

    rule: str
    anchor: str
    about: str
    says: str

    @property
    def document(self) -> str:
        return self.rule.split(" ", 1)[0] if not self.rule[0].isdigit() else "CR"

    @property
    def number(self) -> str:
        return self.rule.removeprefix(f"{self.document} ")


@cache
def table() -> dict[str, Citation]:
    """Every rule that may be cited, by its number."""
    lines = TABLE.read_text("utf-8").splitlines()
    rows = [Citation(*line.split(" | ")) for line in lines if not line.startswith("#")]
    return {row.rule: row for row in rows}


def shown(rule: str) -> str:
    """How a sentence names the rule: `rule 704.5g`, `IPG 2.3`, `JAR "A player sees a card"`."""
    if rule[0].isdigit():
        return f"rule {rule}"
    return f'JAR "{rule[4:]}"' if rule.startswith("JAR ") else rule


_NAMED = re.compile(r"\b\d{3}\.\d+(?:[a-z]{1,2}\b)?|\b(?:IPG|MTR) \d+(?:\.\d+)?")


def found_in(text: str) -> list[str]:
    """The rules that a text cites, known or not, each once in their order."""
    found = [match[0] for match in _NAMED.finditer(text)]
    found += [rule for rule in table() if rule.startswith("JAR ") and shown(rule) in text]
    return list(dict.fromkeys(found))


@cache
def editions() -> dict[str, str]:
    """The edition of each document that the table was checked against, as an ISO date."""
    line = next(x for x in TABLE.read_text("utf-8").splitlines() if x.startswith("# Editions: "))
    return dict(part.split(" ") for part in line.removeprefix("# Editions: ").split(", "))


def cited(*rules: str) -> tuple[str, ...]:
    """The rules, each once, as they are. AssertionError for one that the table lacks."""
    for rule in rules:
        assert rule in table(), f"{rule} is cited but not in {TABLE.name}"
    return tuple(dict.fromkeys(rules))


def moved(documents: dict[str, Document]) -> list[str]:
    """A line for each citation that does not hold in the edition, with where its words are."""
    lines = []
    for entry in table().values():
        document = documents[entry.document]
        found = document.cite(entry.number)
        if any(_holds(passage.text, entry.anchor) for passage in found):
            continue
        now = [p.number for p in document.passages.values() if _holds(p.text, entry.anchor)]
        where = f"its words now stand in {', '.join(now[:5])}" if now else "its words are gone"
        lines.append(f"{entry.rule}: {'other words' if found else 'no such rule'}; {where}")
    return lines


def require(documents: dict[str, Document]) -> None:
    """UserError with the whole list where the edition moved a rule that we cite."""
    lines = moved(documents)
    if lines:
        edition = ", ".join(f"{name} {one.edition}" for name, one in documents.items())
        raise UserError(
            f"{len(lines)} of {len(table())} citations do not hold in {edition}:\n  "
            + "\n  ".join(lines)
            + f"\nMend {TABLE.name}, or take the edition that it was made for: "
            + ", ".join(f"{name} {date}" for name, date in editions().items())
            + "."
        )


def _holds(text: str, anchor: str) -> bool:
    return plain(anchor).lower() in plain(text).lower()
