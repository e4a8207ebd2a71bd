"""Sections of Markdown files."""

import re

import tree_sitter_markdown
from tree_sitter import Language, Parser, Query, QueryCursor

from neural.domains.repository.record import File, Section

LANGUAGE = Language(tree_sitter_markdown.language())
HEADINGS = Query(LANGUAGE, "[(atx_heading) (setext_heading)] @heading")
SUFFIXES = (".md", ".markdown")
BADGES = re.compile(r"^\s*(?:\[?!\[[^\n]*|<(?:p|img|div|a|h1|/)[^\n]*|\[[^\]]*\]:[^\n]*)$", re.M)
RULE = re.compile(r"\s*(?:-{3,}\s*)?")  # or a blank line
MARKS = re.compile(r"[*_`#]|!?\[([^\]]*)\]\([^)]*\)|<[^>]+>|:[a-z_]+:")
SYMBOLS = re.compile("[\U0001f000-\U0001ffff\u2190-\u2bff\ufe0f]+")


def read(source: bytes, path: str) -> File:
    """A Markdown file's sections: what stands below each heading before the next one."""
    lines = source.decode().split("\n")
    root = Parser(LANGUAGE).parse(source).root_node
    nodes = QueryCursor(HEADINGS).captures(root).get("heading", [])
    nodes.sort(key=lambda node: node.start_byte)
    starts = [(node.start_point[0], node.end_point[0]) for node in nodes]
    sections, above = [], []
    for number, node in enumerate(nodes):
        text = source[node.start_byte : node.end_byte].decode()
        level = _level(node)
        heading = plain(text.split("\n")[0])
        above = [(lower, name) for lower, name in above if lower < level]
        start = starts[number][1]
        end = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        body = "\n".join(line.rstrip() for line in lines[start:end])
        names = [name for _, name in above] + [heading]
        above.append((level, heading))
        text = _inner(BADGES.sub("", body).split("\n"))
        if heading and text.strip():
            first = start + 1 + next(i for i, line in enumerate(lines[start:end]) if line.strip())
            last = end - next(i for i, line in enumerate(lines[start:end][::-1]) if line.strip())
            sections.append(Section(names, first, last, re.sub(r"\n{3,}", "\n\n", text).strip()))
    return File("markdown", len(lines), "", "", (0, 0), {}, [], sections, "", {})


def _inner(lines: list[str]) -> str:
    """The text without rules and blank lines at its ends."""
    first, last = 0, len(lines)
    while first < last and RULE.fullmatch(lines[first]):
        first += 1
    while last > first and RULE.fullmatch(lines[last - 1]):
        last -= 1
    return "\n".join(lines[first:last])


def plain(text: str) -> str:
    """A heading's words without marks and pictures."""
    bare = SYMBOLS.sub("", MARKS.sub(lambda found: found[1] or "", text))
    return " ".join(bare.split()).strip(" -:")


def _level(node) -> int:
    marker = next(
        (one.type for one in node.children if "_marker" in one.type or "underline" in one.type), ""
    )
    found = re.search(r"h(\d)", marker)
    return int(found[1]) if found else 6
