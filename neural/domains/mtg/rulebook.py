"""The user's own copy of the rules as numbered passages: CR, IPG, MTR and JAR as plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from neural.errors import UserError

FILES = {"CR": "cr.txt", "IPG": "ipg.txt", "MTR": "mtr.txt", "JAR": "jar.txt"}
NUMBER = re.compile(r"(\d{3}\.\d+)([a-z]{0,2})")
_RULE = re.compile(r"(\d{3}\.\d+[a-z]{0,2})\.?\s+(?=\S)")  # 119.1d has a stray stop, 606.5 none
_CHAPTER = re.compile(r"(\d{3})\. (\S.*)")
_SECTION = re.compile(r"(\d)\. (\S.*)")
_LETTERS = "abcdefghijkmnpqrstuvwxyz"  # subrules skip l and o
_PLAIN = str.maketrans("“”‘’\u00a0", "\"\"'' ")
_DATE = re.compile(r"(?:Effective|Updated|effective as of) (?:as of )?([A-Z][a-z]+ \d+, \d{4})")


@dataclass
class Passage:
    """A rule with its continuation paragraphs in `text`; `examples` without the word."""

    number: str
    text: str
    examples: list[str] = field(default_factory=list)


@dataclass
class Document:
    """Passages by number, in the document's order; `titles` by number of section and chapter."""

    name: str
    edition: date
    titles: dict[str, str]
    passages: dict[str, Passage]
    glossary: dict[str, str] = field(default_factory=dict)

    def cite(self, reference: str) -> list[Passage]:
        """The passages of `704.5g`, of a range as `601.2f-h`, of a title as `704`, or none."""
        numbers = expand(reference)
        found = [self.passages[number] for number in numbers if number in self.passages]
        if found or reference not in self.titles:
            return found
        return [Passage(reference, self.titles[reference])]


def expand(reference: str) -> list[str]:
    """The numbers of a range of subrules, `601.2f-h` or with a dash; others stay as they are."""
    found = re.fullmatch(r"(\d{3}\.\d+)([a-z]{1,2})[-–]([a-z]{1,2})", reference)
    if not found:
        return [reference]
    rule, first, last = found.groups()
    letters = [*_LETTERS, *(f"a{letter}" for letter in _LETTERS)]
    return [f"{rule}{x}" for x in letters[letters.index(first) : letters.index(last) + 1]]


def plain(text: str) -> str:
    """Straight quotes, simple spaces: editions and copies differ in these."""
    return " ".join(text.translate(_PLAIN).split())


def read(folder: str | Path) -> dict[str, Document]:
    """The documents of the folder by name. UserError where one is missing or not what it says."""
    folder = Path(folder)
    documents = {}
    for name, file in FILES.items():
        path = folder / file
        try:
            lines = path.read_text("utf-8-sig").splitlines()
        except FileNotFoundError:
            raise UserError(
                f"{path}: no such file. The rules folder needs {', '.join(FILES.values())}: the "
                "texts that Wizards of the Coast publishes, saved as plain text."
            ) from None
        except UnicodeDecodeError:
            raise UserError(f"{path}: expected plain text in UTF-8.") from None
        lines = [plain(line) for line in lines]
        parsed = comprehensive(lines) if name == "CR" else _PARSERS[name](lines)
        if parsed is None or not parsed.passages:
            raise UserError(
                f"{path}: found none of the numbered passages of the {name}. Save it as plain text."
            )
        documents[name] = parsed
    return documents


def comprehensive(lines: list[str]) -> Document | None:
    """The Comprehensive Rules. Headings stand twice, first in the contents; the body counts."""
    heads = {
        name: [i for i, line in enumerate(lines) if line == name]
        for name in ("Glossary", "Credits")
    }
    first = [i for i, line in enumerate(lines) if line == "1. Game Concepts"]
    if len(first) < 2 or len(heads["Glossary"]) < 2 or len(heads["Credits"]) < 2:
        return None
    body = lines[first[1] : heads["Glossary"][1]]
    titles: dict[str, str] = {}
    passages: dict[str, Passage] = {}
    last = None
    for line in filter(None, body):
        if found := _RULE.match(line):
            last = passages[found[1]] = Passage(found[1], line[found.end() :])
        elif found := _CHAPTER.fullmatch(line) or _SECTION.fullmatch(line):
            titles[found[1]] = found[2]
            last = None
        elif last and line.startswith("Example:"):
            last.examples.append(line.removeprefix("Example:").strip())
        elif last:
            last.text += "\n" + line
    glossary = _glossary(lines[heads["Glossary"][1] + 1 : heads["Credits"][1]])
    return Document("CR", _edition(lines), titles, passages, glossary)


def _glossary(lines: list[str]) -> dict[str, str]:
    """Terms with their meaning; an empty line parts the entries."""
    entries: dict[str, str] = {}
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            entries[block[0]] = "\n".join(block[1:])
            block = []
    return entries


def _edition(lines: list[str]) -> date:
    for line in lines:
        if found := _DATE.search(line):
            return datetime.strptime(found[1], "%B %d, %Y").date()
    raise UserError("the text does not say since when it is effective; expected 'Effective DATE'.")


def _numbered(name: str, heading: re.Pattern):
    """A parser of a policy document: titles of its contents, then the text between headings."""

    def parse(lines: list[str]) -> Document:
        ends = [i for i, line in enumerate(lines) if "...." in line]
        body = lines[ends[-1] + 1 :] if ends else lines
        titles = dict(_entries(lines[: len(lines) - len(body)], heading))
        passages: dict[str, Passage] = {}
        last = None
        for line in body:
            if found := heading.fullmatch(line):
                last = passages[found[1]] = Passage(found[1], found[2])
            elif last and line:
                last.text += "\n" + line
        for passage in passages.values():
            passage.text = _small_capitals(passage.text.strip())
        return Document(name, _edition(lines), titles, passages)

    return parse


def _entries(contents: list[str], heading: re.Pattern) -> Iterator[tuple[str, str]]:
    """Number and title of each line of the contents; some have them on two lines."""
    for before, line in pairwise(["", *contents]):
        title = line.split("....")[0].strip()
        for entry in (title, f"{before} {title}"):
            if "...." in line and (found := heading.fullmatch(entry)):
                yield found[1], found[2].strip()
                break


def _small_capitals(text: str) -> str:
    """Words in small capitals come as their first letter, then the rest on the next line."""
    return re.sub(r"\b([A-Z])\n(?=[A-Z]{2})", r"\1", text)


def _regular(lines: list[str]) -> Document:
    """Judging at Regular has no numbers: its headings are the references."""
    heads = (
        "A player forgets a triggered ability",
        "A player sees a card in a library",
        "A player accidentally draws more cards",
        "A player makes an in-game error",
        "A player has illegal, insufficient",
        "General Unwanted Behaviors",
        "Serious Problems",
        "Resources",
    )
    passages: dict[str, Passage] = {}
    last = None
    for line in filter(None, lines):
        head = next((head for head in heads if line.startswith(head)), None)
        if head:
            last = passages[head] = Passage(head, line)
        elif last:
            last.text += "\n" + line
    return Document("JAR", _edition(lines), {head: head for head in passages}, passages)


_PARSERS = {
    "IPG": _numbered("IPG", re.compile(r"([1-4](?:\.\d)?)\. ?((?:[A-Z].*)?)")),
    "MTR": _numbered("MTR", re.compile(r"(\d{1,2}\.\d{1,2})(?: (?=[A-Z])|$)(.*)")),
    "JAR": _regular,
}
