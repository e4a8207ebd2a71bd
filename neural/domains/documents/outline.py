"""What a document is made of: sections, and in them units with the lines where they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from neural.domains.documents.grammar import words
from neural.domains.documents.lines import KEY, Lines

DROPPED = words(
    """
    script style nav footer form button svg noscript template iframe head select input
    """
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOTES = re.compile(r"\b(?:warning|caution|important|attention|danger|error)\b")
NOTE = re.compile(r"(?:\W*)(Warning|Caution|Important|Attention|Danger|Beware)\b\W*[:!]\s*", re.I)
INLINE_CODE = ("code", "kbd", "tt", "samp")
DEEPEST = 100  # elements inside each other; nobody writes more, and Python recurses no further


class Unit(NamedTuple):
    """The smallest thing that is cited: a paragraph, an item, a row, a line of code.

    `kind`: heading, paragraph, detail (a paragraph of a term), item, step, term, head, row, code
    or note. `parts`: term and
    description, or cells. `block`: units with one number belong to one list, table or sample.
    """

    kind: str
    text: str
    first: int
    last: int
    block: int
    parts: tuple[str, ...] = ()


class Section(NamedTuple):
    """`path`: titles from the document's own down; `units[0]` is its heading, if it has one."""

    path: tuple[str, ...]
    units: tuple[Unit, ...]

    @property
    def title(self) -> str:
        return self.path[-1]


def outline(body: HtmlElement, lines: Lines, title: str) -> list[Section]:
    """The sections of a page in their order."""
    reader = _Reader(lines, title)
    reader.inside(_main(body), 0)
    reader.close()
    return reader.sections


def _main(body: HtmlElement) -> HtmlElement:
    """The part that is no navigation, where a page names it."""
    for path in ("//main", "//*[@role='main']", "//article", "//*[@class='manual-text']"):
        found = body.xpath(path)
        if len(found) == 1 and len(found[0].text_content()) > 200:
            return found[0]
    return body


class _Reader:
    def __init__(self, lines: Lines, title: str) -> None:
        self.lines, self.title = lines, title
        self.sections: list[Section] = []
        self.open: list[tuple[int, str]] = []  # level and title of the headings above
        self.units: list[Unit] = []
        self.block = 0
        self.within_terms = 0

    def close(self) -> None:
        path = tuple(title for _, title in self.open) or (self.title,)
        if any(unit.kind != "heading" for unit in self.units):
            self.sections.append(Section(path, tuple(self.units)))
        self.units = []

    def inside(self, parent: HtmlElement, depth: int) -> None:
        """Reads the children of an element that is no text itself; loose text is a paragraph."""
        if depth > DEEPEST:
            return
        loose = [parent.text or ""]
        for child in parent:
            tag = child.tag if isinstance(child.tag, str) else ""
            if self._is_block(child, tag):
                self._loose(loose, child)
                self._element(child, tag, depth)
            elif tag and tag not in DROPPED:
                loose.append(inline(child))
            loose.append(child.tail or "")
        self._loose(loose, parent)

    def _is_block(self, child: HtmlElement, tag: str) -> bool:
        if tag in INLINE_CODE or tag in ("a", "b", "strong", "em", "i", "span", "br", "img", "sup",
                                         "sub", "small", "u", "s", "del", "ins", "abbr", "cite",
                                         "q", "mark", "time", "var", "font", "label"):  # fmt: skip
            return False
        return bool(tag) and tag not in DROPPED

    def _loose(self, texts: list[str], near: HtmlElement) -> None:
        self._text("paragraph", squeeze("".join(texts)), near)
        texts.clear()

    def _element(self, child: HtmlElement, tag: str, depth: int) -> None:
        if tag in HEADINGS:
            self._heading(child, int(tag[1]))
        elif tag == "p" and "admonition-title" in child.get("class", ""):
            return
        elif tag == "p":
            self._text("paragraph", squeeze(inline(child)), child)
        elif tag in ("ul", "ol"):
            self.block += 1
            self._list(child, "step" if tag == "ol" else "item", depth)
        elif tag == "dl":
            self.block += 1
            self._terms(child, depth)
        elif tag == "table":
            self._table(child)
        elif tag == "pre":
            self._code(child)
        elif NOTES.search(f"{child.get('class', '')} {tag}"):
            self._note(child)
        else:
            self.inside(child, depth + 1)

    def _heading(self, child: HtmlElement, level: int) -> None:
        text = squeeze(inline(child)).rstrip("¶#").strip()
        if not text:
            return
        self.close()
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        self.open.append((level, text.replace("`", "")))
        self._add("heading", text, child)

    def _text(self, kind: str, text: str, child: HtmlElement) -> None:
        if not re.search(r"\w", text):
            return
        if kind == "paragraph" and self.within_terms:
            kind = "detail"
        elif kind == "paragraph" and NOTE.match(text):
            kind = "note"
        self.block += kind != "item" and kind != "step"
        self._add(kind, text, child)

    def _list(self, parent: HtmlElement, kind: str, depth: int) -> None:
        for child in parent:
            if child.tag != "li":
                continue
            own, rest = _own(child)
            text = squeeze(own)
            term = _term(child, text)
            if term:
                self._add("term", text, child, term)
            elif re.search(r"\w", text):
                self._add(kind, text, child)
            for block in rest:
                if block.tag in ("ul", "ol") and depth < DEEPEST:
                    inner = "step" if block.tag == "ol" else "item"
                    before, self.block = self.block, self.block + 1000
                    self._list(block, inner, depth + 1)
                    self.block = before
                elif block.tag == "pre":
                    self._code(block)
                elif depth < DEEPEST:
                    self._element(block, str(block.tag), depth + 1)

    def _terms(self, parent: HtmlElement, depth: int) -> None:
        self.within_terms += 1
        names: list[str] = []
        done = True
        for child in parent.iter("dt", "dd"):
            if child.tag == "dt":
                names = names if not done else []
                names.append(squeeze(inline(child)).rstrip(":"))
                done = False
                continue
            own, rest = _own(child)
            name, text = ", ".join(filter(None, names)), squeeze(own)
            if name and text and not done:
                self._add("term", f"{name}: {text}", child, (name, text))
            elif text:
                self._add("detail", text, child)
            done = True
            for block in rest:
                if block.tag == "pre":
                    self._code(block)
                elif depth < DEEPEST and block.tag != "dl":
                    self._element(block, str(block.tag), depth + 1)
        self.within_terms -= 1

    def _table(self, table: HtmlElement) -> None:
        rows = [
            tuple(squeeze(inline(cell)) for cell in row if cell.tag in ("td", "th"))
            for row in table.iter("tr")
        ]
        elements = list(table.iter("tr"))
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2 or len(next(table.iter("table"), table).xpath(".//table")):
            for row, element in zip(rows, elements, strict=True):
                self._text("paragraph", " ".join(filter(None, row)), element)
            return
        self.block += 1
        headed = next((True for _ in elements[0].iter("th")), False)
        for place, (cells, element) in enumerate(zip(rows, elements, strict=True)):
            if len(cells) == width and any(cells):
                kind = "head" if headed and place == 0 else "row"
                self._add(kind, f"| {' | '.join(cells)} |", element, cells)

    def _code(self, child: HtmlElement) -> None:
        self.block += 1
        text = child.text_content().replace("\xa0", " ").expandtabs(4).rstrip()
        inner = child.find("code")  # where Markdown's mark is
        marked = child if inner is None or child.get(KEY) else inner
        first, _ = self.lines.of(marked, text)
        written = self.lines.code_starts(marked)
        for place, line in enumerate(text.split("\n")):
            number = first + written + place
            if line.strip():
                self.units.append(Unit("code", line.rstrip(), number, number, self.block))

    def _note(self, child: HtmlElement) -> None:
        parts = [c for c in child if "title" not in c.get("class", "")] or [child]
        text = squeeze(" ".join(inline(part) for part in parts))
        self.block += 1
        if re.search(r"\w", text):
            self._add("note", text, child)

    def _add(self, kind: str, text: str, child: HtmlElement, parts: tuple = ()) -> None:
        first, last = self.lines.of(child, text)
        self.units.append(Unit(kind, text, first, last, self.block, parts))


def _own(element: HtmlElement) -> tuple[str, list[HtmlElement]]:
    """The text that an item begins with, and the blocks after it."""
    texts, rest = [element.text or ""], []
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        begun = any(text.strip() for text in texts)
        if rest or tag in ("ul", "ol", "dl", "pre", "table", "blockquote") or (
            begun and tag in ("p", "div")
        ):  # fmt: skip
            rest += [child] if tag and tag not in DROPPED else []
            continue
        if tag not in DROPPED:
            texts.append(inline(child) if tag else "")
        texts.append(child.tail or "")
    return "".join(texts), rest


_TERM = re.compile(
    r"(?P<name>`[^`]+`(?:,? (?:and |or )?`[^`]+`)*|[\w./ +-]{2,50}?)"
    r"(?P<gap> ?(?:[:–—]|(?<= )--?(?= )) ?)(?P<text>\S.*)", re.S)  # fmt: skip


def _term(item: HtmlElement, text: str) -> tuple[str, str] | None:
    """Term and description of an item such as '`name`: what it is' or '**name** - what it is'."""
    first = next((c for c in item.iter("code", "strong", "b", "em", "a") if c is not item), None)
    found = _TERM.match(text)
    if first is None or not found:
        return None
    name = found["name"]
    marked = squeeze(inline(first)).rstrip(":").strip()
    return (name, found["text"]) if marked and name.startswith(marked) else None


def inline(element: HtmlElement) -> str:
    """An element's text; code in backquotes, pictures and footnote marks left out."""
    return "".join(_inline(element, 0))


def _inline(element: HtmlElement, depth: int) -> Iterator[str]:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or tag in DROPPED or depth > DEEPEST or "headerlink" in element.get("class", ""):
        return
    if tag in INLINE_CODE:
        text = squeeze(element.text_content())
        yield f"`{text}`" if text and "`" not in text else text
        return
    if tag == "br":
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _inline(child, depth + 1)
        yield child.tail or ""


def squeeze(text: str) -> str:
    """White space to single blanks."""
    return " ".join(text.split())
