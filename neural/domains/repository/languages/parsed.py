"""A parsed file, and what the grammars share: lines, comments, captures inside a definition."""

import re
import textwrap
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from tree_sitter import Language, Node, Parser, Query, QueryCursor

from neural.domains.repository.record import Call, Definition, Failure, File, Gap

START = attrgetter("start_byte")
LONGEST_GAP = 10  # lines
DIRECTIVE = re.compile(r"(?://|#)\s?(?:go:|nolint|lint:|eslint|ts-|@ts-|noqa|type:|pylint|region)")
MARK = re.compile(r"(?:(?://+!?|#+)\s?)?")
RECEIVER = re.compile(rb"[\w.]*$")
BROKEN = re.compile(r"(?<=[(\[]) |,? (?=[)\]])")  # what a line break leaves at brackets
HTML = re.compile(r"</?(?:p|pre|code|ul|ol|li|b|i|em|strong|br|tt|a|h\d|blockquote|var)\b[^<>]*>")


class Grammar(NamedTuple):
    """How a language is read.

    `query` captures `@call` (callees), `@raise`, `@handle` and `@gap` (statements of several lines;
    simple ones are ten times as many and mostly of one line); `read` makes the file's record.
    """

    name: str
    fence: str  # of code blocks in Markdown
    language: Language
    query: Query
    read: Callable[["Parsed"], File]


class Parsed:
    """One file's tree. `found` holds the captured nodes by name, in the file's order."""

    def __init__(self, grammar: Grammar, source: bytes, path: str) -> None:
        self.grammar, self.source, self.path = grammar, source, path
        self.tree = Parser(grammar.language).parse(source)
        self.root = self.tree.root_node
        self.lines = source.decode().split("\n")
        self.found: dict[str, list[Node]] = {}
        self._starts: dict[str, list[int]] = {}
        for name, nodes in QueryCursor(grammar.query).captures(self.root).items():
            nodes.sort(key=START)
            self.found[name] = nodes
            self._starts[name] = [*map(START, nodes)]

    def text(self, node: Node | None) -> str:
        """A node's source, "" for none."""
        return self.source[node.start_byte : node.end_byte].decode() if node else ""

    def flat(self, node: Node | None) -> str:
        """A node's source in one line."""
        return one_line(self.text(node))

    def given(self, value: Node | None) -> str:
        """`= 30` of a field's value, "" where there is none or it takes more than a few words."""
        text = self.text(value)
        return f"= {text}" if 0 < len(text) <= 60 and "\n" not in text else ""

    def within(self, name: str, node: Node) -> list[Node]:
        """The nodes captured under a name inside a node."""
        starts = self._starts.get(name)
        if not starts:
            return []
        low, high = bisect_left(starts, node.start_byte), bisect_left(starts, node.end_byte)
        return self.found[name][low:high]

    def quote(self, start: int, end: int) -> str:
        """The lines, from 1, both ends, moved to the left margin."""
        lines = [line.rstrip() for line in self.lines[start - 1 : end]]
        text = "\n".join(lines)
        return textwrap.dedent(text) if lines[0][:1] in (" ", "\t") else text

    def calls(self, node: Node) -> list[Call]:
        """What a node calls, each callee once, in order."""
        seen: dict[str, int] = {}
        for callee in self.within("call", node):
            start, end = callee.start_byte, callee.end_byte
            if self.source[start - 1 : start] == b".":  # of a language that tells the name alone
                start = RECEIVER.search(self.source, max(0, start - 60), start).start()
            name = self.source[start:end].decode()
            if name not in seen and len(name) < 80 and "\n" not in name:
                seen[name] = callee.start_point[0] + 1
        return [Call(name, line) for name, line in seen.items()]

    def gaps(self, body: Node) -> list[Gap]:
        """Statements of a body that stand on lines of their own."""
        found, first, last = [], body.start_point[0], body.end_point[0]
        for node in self.within("gap", body):
            start, end = node.start_point[0], node.end_point[0]
            if not (first < start and end <= last and 1 <= end - start < LONGEST_GAP):
                continue
            if end == last and node.end_byte != body.end_byte:
                continue
            before = self.lines[start][: node.start_point[1]]
            after = self.lines[end].encode()[node.end_point[1] :].strip()
            if not before.strip() and after in (b"", b";"):
                found.append(Gap(start + 1, end + 1))
        return found

    def failure(
        self, raises: bool, condition: str, error: str, node: Node, last: Node | None = None
    ) -> Failure:
        """A `Failure` whose code is the lines of a node, or from it to the `last` one."""
        start, end = node.start_point[0] + 1, (last or node).end_point[0] + 1
        return Failure(raises, condition, error, start, end, self.quote(start, end))

    def thrown(self, body: Node, block: str) -> Iterator[Failure]:
        """The `throw new …` statements of a body in a language of braces; `block`: its node type
        for what stands in braces."""
        for node in self.within("raise", body):
            error = self.flat(node).removeprefix("throw ").rstrip(";")
            inside, up = node, node.parent
            if up is not None and up.type == block:
                inside, up = up, up.parent
            guarded = up is not None and up.type == "if_statement"
            guarded = guarded and up.child_by_field_name("consequence") == inside
            condition = self.flat(up.child_by_field_name("condition")) if guarded else ""
            small = guarded and up.end_point[0] - up.start_point[0] < 12
            if error.startswith("new ") and len(error) < 300:
                yield self.failure(True, condition[1:-1], error, up if small else node)

    def definition(self, kind: str, name: str, node: Node, **known: object) -> Definition:
        """A `Definition` of a node's lines; `known`: the fields that differ from nothing."""
        start, end = node.start_point[0] + 1, node.end_point[0] + 1
        if node.end_point[1] == 0 and end > start:
            end -= 1
        usual = {
            "owner": "",
            "signature": "",
            "doc": "",
            "doc_lines": (0, 0),
            "exported": True,
            "parameters": [],
            "result": "",
            "bases": [],
            "members": [],
            "calls": [],
            "failures": [],
            "gaps": [],
            "statements": 0,
        }
        usual |= {"start": start, "end": end, "text": self.quote(start, end)}
        return Definition(kind=kind, name=name, **usual | known)


class Comment(NamedTuple):
    """A run of comments directly above something: its words, and its lines."""

    text: str
    lines: tuple[int, int]


NONE = Comment("", (0, 0))


def above(parsed: Parsed, node: Node, kinds: Iterable[str] = ("comment",)) -> Comment:
    """The comments that end on the line before a node, with nothing between them."""
    found: list[Node] = []
    line = node.start_point[0]
    before = node.prev_sibling
    while before is not None and before.type in kinds:
        end = before.end_point
        last = end[0] - (end[1] == 0)
        own_line = not parsed.lines[before.start_point[0]][: before.start_point[1]].strip()
        if last != line - 1 or not own_line:
            break
        found.append(before)
        line = before.start_point[0]
        if parsed.text(before).startswith("/*"):
            break
        before = before.prev_sibling
    if not found:
        return NONE
    found.reverse()
    words = (plain(parsed.text(one)) for one in found)
    text = "\n".join(line for line in words if line is not None).strip("\n")
    return Comment(text, (found[0].start_point[0] + 1, found[-1].end_point[0] + 1))


def one_line(code: str) -> str:
    """Code in one line, as it would have been written there."""
    line = " ".join(code.split())
    return BROKEN.sub("", line) if "\n" in code else line


def plain(comment: str) -> str | None:
    """A comment's words without its marks; None of one that speaks to tools."""
    if comment.startswith("/*"):
        inner = comment.removeprefix("/*").removesuffix("*/").lstrip("*!")
        lines = [re.sub(r"^\s*\*(?:\s|$)?", "", line).rstrip() for line in inner.split("\n")]
        return HTML.sub("", textwrap.dedent("\n".join(lines)).strip())
    if DIRECTIVE.match(comment):
        return None
    return comment[MARK.match(comment).end() :].rstrip()
