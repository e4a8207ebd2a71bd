"""The pieces of documents that a model is given, with the numbers that an answer cites."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from neural.domains.documents.outline import Section, Unit
from neural.domains.documents.sources import Document

LABEL = re.compile(r"(\d+)(?:-(\d+))?: ?(.*)")
CITED = re.compile(
    r"\n\[(?P<section>[^\n]+), (?:lines?|pages?) (?P<first>\d+)(?:-(?P<last>\d+))?\]\Z"
)


class Piece(NamedTuple):
    """Some units of a section: `units[first:end]`."""

    section: Section
    first: int
    end: int

    def holds(self, first: int, last: int) -> bool:
        return self.first <= first and last < self.end


class Passage(NamedTuple):
    """Pieces that follow each other in a document."""

    document: Document
    pieces: tuple[Piece, ...]

    def text(self) -> str:
        """What the model is given: the document's name, then each unit after its lines."""
        lines = [f"{self.document.name} ({self.document.unit}s before the colons)"]
        for piece in self.pieces:
            units = piece.section.units
            if piece.first > 0 and units[0].kind == "heading":
                lines.append(shown(units[0]))
            lines += [shown(unit) for unit in units[piece.first : piece.end]]
        return "\n".join(lines)


def shown(unit: Unit) -> str:
    """A unit as a line of a passage."""
    place = f"{unit.first}" if unit.first == unit.last else f"{unit.first}-{unit.last}"
    mark = {"heading": "# ", "item": "- ", "step": "* ", "term": "- "}.get(unit.kind, "")
    return f"{place}: {mark}{unit.text}"


def passages(document: Document, size: int) -> Iterator[Passage]:
    """Passages of about `size` characters; sections part only where one alone is longer."""
    held: list[Piece] = []
    room = size
    for section in document.sections:
        for piece in _pieces(section, size):
            length = sum(len(unit.text) + 8 for unit in section.units[piece.first : piece.end])
            if held and length > room:
                yield Passage(document, tuple(held))
                held, room = [], size
            held.append(piece)
            room -= length
    if held:
        yield Passage(document, tuple(held))


def _pieces(section: Section, size: int) -> Iterator[Piece]:
    """A section whole, or cut between units; a list or sample stays whole where it fits."""
    start, used = 0, 0
    place = 0
    units = section.units
    while place < len(units):
        end = place + 1
        while end < len(units) and units[end].block == units[place].block:
            end += 1
        # What leads to a list or sample stays with it.
        length = sum(len(unit.text) + 8 for unit in units[place:end])
        if length > size:
            end, length = place + 1, len(units[place].text) + 8
        lead = place > start and units[place - 1].text.endswith(":")
        if used and used + length > size and place > start:
            cut = place - 1 if lead and place - 1 > start else place
            yield Piece(section, start, cut)
            start, used = cut, sum(len(unit.text) + 8 for unit in units[cut:place])
        used += length
        place = end
    yield Piece(section, start, len(units))


def cited(section: Section, first: int, last: int, unit: str) -> str:
    """The citation of some units of a section: '[Settings, lines 12-14]'."""
    units = section.units[first : last + 1]
    start, end = min(one.first for one in units), max(one.last for one in units)
    place = f"{unit} {start}" if start == end else f"{unit}s {start}-{end}"
    return f"[{' '.join(section.title.split())}, {place}]"


def said(passage: str) -> dict[tuple[int, int], list[str]]:
    """The texts of a passage by their lines, read back from what a model is given."""
    found: dict[tuple[int, int], list[str]] = {}
    for line in passage.split("\n")[1:]:
        label = LABEL.fullmatch(line)
        if label:
            first = int(label[1])
            found.setdefault((first, int(label[2] or first)), []).append(label[3])
    return found


def within(passage: str, first: int, last: int) -> str:
    """What stands on these lines of a passage, with single blanks and without marks of lists."""
    texts = [
        re.sub(r"^[-*#|] ", "", text)
        for (start, end), lines in said(passage).items()
        if first <= start and end <= last
        for text in lines
    ]
    return flat(" ".join(texts))


def flat(text: str) -> str:
    """A text with single blanks; marks of lists and fences, which answers add, left out."""
    text = re.sub(r"(?m)^(?:```|(?:-|\d+\.) )", "", text)
    return " ".join(text.split())
