"""The languages that are read, by the ending of a file's name."""

from functools import lru_cache

from neural.domains.repository.languages import go, java, javascript, python
from neural.domains.repository.languages.parsed import Grammar, Parsed
from neural.domains.repository.record import File

GRAMMARS: dict[str, Grammar] = {
    ".go": go.GRAMMAR,
    ".py": python.GRAMMAR,
    ".js": javascript.JAVASCRIPT,
    ".jsx": javascript.JAVASCRIPT,
    ".mjs": javascript.JAVASCRIPT,
    ".cjs": javascript.JAVASCRIPT,
    ".ts": javascript.TYPESCRIPT,
    ".mts": javascript.TYPESCRIPT,
    ".cts": javascript.TYPESCRIPT,
    ".tsx": javascript.TSX,
    ".java": java.GRAMMAR,
}
NAMES = ("go", "java", "javascript", "python", "typescript")
FENCES = {grammar.fence: grammar for grammar in GRAMMARS.values()}


@lru_cache(1 << 16)
def grammar(path: str) -> Grammar | None:
    """The grammar for a file's name, None where it is in no language that is read."""
    dot = path.rfind(".")
    return GRAMMARS.get(path[dot:].lower()) if dot >= 0 else None


def parse(grammar: Grammar, source: bytes, path: str) -> File:
    """The file's record, as its language reads it. `source` must be UTF-8."""
    return grammar.read(Parsed(grammar, source, path))
