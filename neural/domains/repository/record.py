"""What is known of one file by itself: the part that is worked out once for each blob.

Nothing here refers back, so that the collector of cycles need not walk it (gc=False).
"""

from string import punctuation

import msgspec

SIGNS = {ord(sign): " " for sign in punctuation if sign != "_"}


class Member(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A field of a type, or a method that an interface asks for."""

    name: str
    type: str
    doc: str
    line: int


class Call(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A call in a definition: the callee as it is written (`s.db.Get`), and the first line."""

    callee: str
    line: int


class Failure(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A place where a definition raises an error, or handles one.

    `condition` is what must hold, "" where nobody tests anything; `error` is what is raised
    (`ValueError("…")`) or caught; `text` is the code of lines `start` to `end`.
    """

    raises: bool
    condition: str
    error: str
    start: int
    end: int
    text: str


class Gap(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Statements that can be cut out of a definition: lines of the file, both ends."""

    start: int
    end: int


class Definition(msgspec.Struct, array_like=True, eq=False, gc=False):
    """A function, method or type; lines count from 1 and hold both ends. Equal only to itself."""

    kind: str  # function, method, interface, or another word for a type: struct, class, enum
    name: str
    owner: str  # the type of a method, "" else
    start: int
    end: int
    signature: str
    text: str  # of these lines, moved to the left margin
    doc: str  # without comment marks; "" where there is none that says something
    doc_lines: tuple[int, int]  # of the documentation, above or inside; (0, 0) where there is none
    exported: bool
    parameters: list[str]
    result: str
    bases: list[str]
    members: list[Member]
    calls: list[Call]
    failures: list[Failure]
    gaps: list[Gap]
    statements: int
    test: bool = False
    cases: list[str] = []  # of a test: the names of its sub-tests
    unfit: str = ""  # why no row is made of it, "" where nothing speaks against
    bands: bytes = b""  # see `neural.records.similar`

    @property
    def path(self) -> str:
        """Its name as people say it: `Store.Get`."""
        return f"{self.owner}.{self.name}" if self.owner else self.name

    @property
    def bare(self) -> str:
        """Its text without the documentation inside."""
        first, last = (line - self.start for line in self.doc_lines)
        if first < 0:
            return self.text
        lines = self.text.split("\n")
        return "\n".join(lines[:first] + lines[last + 1 :])

    @property
    def said(self) -> str:
        """Its words, by which near-duplicates are told; signs would be half of all there is."""
        return self.bare.translate(SIGNS)

    @property
    def is_type(self) -> bool:
        return self.kind not in ("function", "method")


class Section(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A section of a document: the headings that lead to it, the outermost first."""

    headings: list[str]
    start: int
    end: int
    text: str
    unfit: str = ""


class File(msgspec.Struct, array_like=True, gc=False):
    """One file's definitions or sections."""

    language: str
    lines: int
    package: str  # what the file itself says, "" where languages say nothing
    doc: str  # of the package or module
    doc_lines: tuple[int, int]
    imports: dict[str, str]  # local name -> what it stands for
    definitions: list[Definition]
    sections: list[Section]
    license: str  # an SPDX expression that stands in the file, "" where none does
    counts: dict[str, int]  # filtered parts, by reason
