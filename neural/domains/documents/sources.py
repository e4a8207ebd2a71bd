"""The documents of files and folders, each file accounted for: read, or left out and why."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from neural.domains.documents.convert import kind_of, tree
from neural.domains.documents.outline import Section, outline
from neural.records.inputs import Unreadable, content, limited, under

LARGEST = 4 << 20  # bytes, unpacked: a book has less
SECONDS = 20  # for one file: beyond it a parser is lost in it


class Document(NamedTuple):
    """`name`: the file below what was given; `unit`: what its numbers count, line or page."""

    name: str
    kind: str
    unit: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].path[0]


class Reading(NamedTuple):
    """Documents in the order of their names, and the files left out: name and reason."""

    documents: list[Document]
    left: list[tuple[str, str]]

    def reasons(self) -> list[tuple[str, int]]:
        """How many files were left out for which reason, most first."""
        return Counter(why for _, why in self.left).most_common()


def read(inputs: Iterable[str | Path], pdf: bool = False) -> Reading:
    """Reads files, and folders with all that is in them. Links are not followed."""
    made = Reading([], [])
    seen: set[tuple[int, int]] = set()
    for path, shown in under(inputs):
        try:
            made.documents.append(_document(path, shown, pdf, seen))
        except Unreadable as why:
            made.left.append((shown, str(why)))
    return made


def _document(path: Path, shown: str, pdf: bool, seen: set) -> Document:
    data, suffixed = content(path, LARGEST, seen)
    kind = kind_of(suffixed, data[:4096], pdf)
    try:
        with limited(SECONDS):
            body, lines = tree(kind, data)
            sections = outline(body, lines, Path(shown).name)
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    except Unreadable:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError) as e:
        # docutils and lxml let such through for broken input.
        raise Unreadable(f"damaged {kind} ({type(e).__name__})") from None
    if not sections:
        raise Unreadable("no text under any heading")
    return Document(shown, kind, lines.unit, tuple(sections))
