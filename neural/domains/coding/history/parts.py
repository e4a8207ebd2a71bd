"""The part of a file that a change is about: shown alone, and put back."""

import difflib
import textwrap
from dataclasses import dataclass

from tree_sitter import Node

from neural.domains.coding import syntax

WHOLE = 60  # lines of a file that is shown as it is
LONGEST = 90  # lines of a definition
DEFINITIONS = {
    "python": {"decorated_definition"},
    "go": set(),
    "javascript": {"export_statement", "lexical_declaration"},
    "java": {"interface_declaration", "enum_declaration"},
}


Edit = tuple[str, int, int, int, int]  # what is done, lines before, lines after; from 0


@dataclass(frozen=True)
class Part:
    """Lines `start` to `end` of a file, from 1 and with both ends; `name` is what they define, ""
    for a whole file. `before` and `after` are at the left margin."""

    start: int
    end: int
    name: str
    before: str
    after: str


def changed(before: str, after: str, language: str) -> Part | str:
    """The smallest definition with all changes, of a short file all; or why there is none."""
    old, new = lines_of(before), lines_of(after)
    made = edits(old, new)
    if not made:
        return "changes no line"
    if max(len(old), len(new)) <= WHOLE and after == f"{after.rstrip()}\n":
        return Part(1, len(old), "", before, after)
    first, last = made[0][1], max(made[-1][2], made[-1][1] + 1)  # lines from 0, last excluded
    found = _enclosing(before, language, first, last, inserts=made[0][0] == "insert")
    if found is None:
        return "changes more than one definition"
    name, start, end = found
    grown = end + len(new) - len(old)
    if (start, grown) not in {lines[1:] for lines in _definitions(after, language)}:
        return "changes where a definition begins or ends"
    if max(end, grown) - start > LONGEST:
        return "changes a definition that is too long"
    parts = ("\n".join(lines) for lines in (old[start:end], new[start:grown]))
    part = Part(start + 1, end, name, *map(textwrap.dedent, parts))
    if spliced(before, part.start, part.end, part.after) != after:
        return "changes text that cannot be moved to the margin"
    return part


def lines_of(text: str) -> list[str]:
    """Lines as grammars and git count them."""
    return text.removesuffix("\n").split("\n")


def edits(old: list[str], new: list[str]) -> list[Edit]:
    """What turns lines into others."""
    opcodes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [each for each in opcodes if each[0] != "equal"]


def spliced(before: str, start: int, end: int, code: str) -> str:
    """The file with other code in the place of these lines, moved to where they stood."""
    lines = lines_of(before)
    if (start, end) == (1, len(lines)):
        return f"{code.rstrip()}\n"
    indent = lines[start - 1][: len(lines[start - 1]) - len(lines[start - 1].lstrip())]
    moved = lines_of(textwrap.indent(textwrap.dedent(code).strip("\n"), indent))
    return "\n".join([*lines[: start - 1], *moved, *lines[end:]]) + "\n"


def definition(source: str, language: str, line: int, longest: int) -> str:
    """The outermost definition or call around a line, "" where it is longer than that."""
    for node in syntax.parse(source, language).root_node.named_children:
        if node.start_point.row < line <= node.end_point.row + 1:
            inner = _narrowed(node, line, longest, language)
            return textwrap.dedent(_lines(source, inner)) if inner else ""
    return ""


def _narrowed(node: Node, line: int, longest: int, language: str) -> Node | None:
    """The node, or of one that is too long the largest definition or statement in it."""
    kinds = syntax.FUNCTIONS[language] | DEFINITIONS[language] | {"expression_statement"}
    if node.type in kinds and node.end_point.row - node.start_point.row < longest:
        return node
    for child in node.named_children:
        if child.start_point.row < line <= child.end_point.row + 1:
            return _narrowed(child, line, longest, language)
    return None


def _lines(source: str, node: Node) -> str:
    return "\n".join(lines_of(source)[node.start_point.row : node.end_point.row + 1])


def _kinds(language: str) -> set[str]:
    return syntax.FUNCTIONS[language] | syntax.CLASSES[language] | DEFINITIONS[language]


def _enclosing(source: str, language: str, first: int, last: int, inserts: bool):
    """(name, start, end) of the smallest definition with these lines, from 0, end excluded."""
    holding = [
        each
        for each in _definitions(source, language)
        if each[1] <= first and last <= each[2] and not (inserts and each[1] == first)
    ]
    return min(holding, key=lambda each: each[2] - each[1], default=None)


def _definitions(source: str, language: str) -> list[tuple[str, int, int]]:
    """Names and lines of all definitions that begin and end with a line, with what documents
    them."""
    lines = lines_of(source)
    found = []
    for node in syntax.walk(syntax.parse(source, language).root_node):
        if node.type not in _kinds(language) or node.has_error:
            continue
        parent = node.parent
        if parent is not None and parent.type in ("decorated_definition", "export_statement"):
            continue
        start, end = node.start_point.row, node.end_point.row + 1
        if lines[start][: node.start_point.column].strip():
            continue
        above = node.prev_named_sibling
        while above is not None and above.type in syntax.COMMENTS:
            if above.end_point.row + 1 < start or lines[above.start_point.row].lstrip()[:2] == "":
                break
            start, above = above.start_point.row, above.prev_named_sibling
        found.append((_name(node), start, end))
    return found


def _name(node: Node) -> str:
    for each in (node, *node.named_children, *(c for n in node.named_children for c in n.children)):
        if named := each.child_by_field_name("name"):
            return syntax.text(named)
    return ""
