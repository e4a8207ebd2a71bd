"""Documents of each kind as one HTML tree: well-kept parsers do the reading."""

import io
import logging
import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from shutil import which

import lxml.html
from lxml.html import HtmlElement

from neural.domains.documents.lines import KEY, Lines
from neural.records.inputs import Unreadable, decoded, tidy

MAN_SECONDS = 60


def tree(kind: str, data: bytes) -> tuple[HtmlElement, Lines]:
    """The parsed document and where its lines are. Unreadable says why it is none."""
    if kind == "pdf":
        return _pdf(data)
    text = decoded(data)
    if not re.search(r"\w", text):
        raise Unreadable("no text in it")
    page = TEXTS[kind](text)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        body = lxml.html.document_fromstring(page.encode(), parser=parser)
    except lxml.etree.ParserError as error:
        raise Unreadable(f"no text in it ({error})") from None
    return body, Lines(text, kind)


def _markdown(text: str) -> str:
    """HTML whose blocks carry their lines."""
    from markdown_it import MarkdownIt

    text = re.sub(r"\A---\n.*?\n(?:---|\.\.\.)\n", lambda m: "\n" * m[0].count("\n"), text, count=1,
                  flags=re.S)  # fmt: skip
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(text)
    for token in tokens:
        if token.map:
            first, last = token.map[0] + 1, max(token.map[0] + 1, token.map[1])
            if token.type in ("paragraph_open", "heading_open", "list_item_open", "fence",
                              "code_block", "tr_open"):  # fmt: skip
                token.attrSet(KEY, f"{first}-{last}" if last > first else f"{first}")
            if token.type == "fence":
                token.attrSet(f"{KEY}-skip", "1")
    _fit(tokens)
    return f"<body>{parser.renderer.render(tokens, parser.options, {})}</body>"


def _fit(tokens: list) -> None:
    """An item that holds blocks is cited by its own first paragraph, not by all of them."""
    for item, after in pairwise(tokens):
        if item.type == "list_item_open" and after.type == "paragraph_open":
            item.attrSet(KEY, after.attrGet(KEY))
    # A fence's mark is put on <code>; the sample is the <pre> around it.


def _restructured(text: str) -> str:
    """HTML of reStructuredText. Files are not included, and Sphinx's own directives are read as
    what stands in them."""
    from docutils.core import publish_doctree, publish_from_doctree

    from neural.domains.documents import sphinx

    settings = {
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "report_level": 5,
        "halt_level": 5,
        "doctitle_xform": False,
        "_disable_config": True,
        "input_encoding": "unicode",
        "output_encoding": "unicode",
        "embed_stylesheet": False,
        "stylesheet_path": None,
        "math_output": "LaTeX",
        "syntax_highlight": "none",
        "smart_quotes": False,
    }
    sphinx.allow(text)
    made = publish_doctree(sphinx.plain_roles(text), settings_overrides=settings)
    for message in list(made.findall(sphinx.is_message)):
        message.parent.remove(message)
    return publish_from_doctree(made, writer="html5", settings_overrides=settings)


def _man(text: str) -> str:
    """HTML of a manual page, by mandoc."""
    if re.match(r"\.so \S+\s*\Z", text):
        raise Unreadable("only names another page")
    if not which("mandoc"):
        raise Unreadable("mandoc is not installed (Debian: apt install mandoc)")
    try:
        done = subprocess.run(
            ["mandoc", "-T", "html", "-O", "fragment", "-K", "utf-8"],
            input=text.encode(),
            capture_output=True,
            timeout=MAN_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(f"mandoc took more than {MAN_SECONDS} s") from None
    return f"<body>{done.stdout.decode('utf-8', 'replace')}</body>"


UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,}|#{3,})\s*")
TITLE = re.compile(r"(?:\d+(?:\.\d+)*\.? )?[A-Z][A-Z0-9 ,'/&-]{2,}:?|\d+(?:\.\d+)*\.? [A-Z][^.!?]*")
PROSE = re.compile(r"[a-z]{3,} [a-z]+ [a-z]+ ")
BULLET = re.compile(r"[-*+•o] +(?=\S)")
NUMBER = re.compile(r"(?:\d{1,2}[.)]|\(\d{1,2}\)) +(?=\S)")


def _plain(text: str) -> str:
    """HTML of plain text: what its blank lines, underlines, bullets and indents say."""
    made, in_list = [], ""
    for number, block in _blocks(text):
        kind, shown = _plain_block(number, block)
        if in_list and kind != in_list:
            made.append(f"</{in_list}>")
        if kind in ("ul", "ol") and kind != in_list:
            made.append(f"<{kind}>")
        in_list = kind if kind in ("ul", "ol") else ""
        made.append(shown)
    return f"<body>{''.join(made)}{f'</{in_list}>' if in_list else ''}</body>"


def _blocks(text: str):
    """(number of its first line, lines) of what blank lines and bullets part."""
    block: list[str] = []
    start = 1
    for number, line in enumerate(text.split("\n"), 1):
        bullet = BULLET.match(line.strip()) or NUMBER.match(line.strip())
        if block and (not line.strip() or bullet):
            yield start, block
            block = []
        if line.strip():
            start = number if not block else start
            block.append(line.expandtabs(4))
    if block:
        yield start, block


def _plain_block(number: int, block: list[str]) -> tuple[str, str]:
    from html import escape

    last = number + len(block) - 1
    mark = f'{KEY}="{number}-{last}"' if last > number else f'{KEY}="{number}"'
    first = block[0].strip()
    if len(block) == 2 and UNDERLINE.fullmatch(block[1].strip()) and len(first) < 80:
        return "", f'<h2 {KEY}="{number}">{escape(first)}</h2>'
    one = len(block) == 1 and not block[0].startswith(" ")
    if one and len(first) < 60 and TITLE.fullmatch(first):
        return "", f"<h2 {mark}>{escape(first.rstrip(':'))}</h2>"
    for kind, pattern in (("ul", BULLET), ("ol", NUMBER)):
        found = pattern.match(first)
        if found:
            body = " ".join([first[found.end() :], *(line.strip() for line in block[1:])])
            return kind, f"<li {mark}>{escape(body)}</li>"
    if all(line.startswith("    ") for line in block) and not PROSE.search(" ".join(block)):
        body = escape("\n".join(block))
        return "", f"<pre {mark}>{body}</pre>"
    return "", f"<p {mark}>{escape(' '.join(line.strip() for line in block))}</p>"


def _pdf(data: bytes) -> tuple[HtmlElement, Lines]:
    """The pages' text; places are pages."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its complaints name no file
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked by a password")
        pages = [tidy(page.extract_text() or "") for page in reader.pages]
    except Unreadable:
        raise
    except Exception as error:  # pypdf lets errors of every kind through for damaged files
        raise Unreadable(f"damaged PDF ({type(error).__name__})") from None
    if not re.search(r"\w", "".join(pages)):
        raise Unreadable("pages without text (pictures?)")
    parts = []
    for number, page in enumerate(pages, 1):
        body = _plain(page).removeprefix("<body>").removesuffix("</body>")
        parts.append(re.sub(rf'{KEY}="[\d-]+"', f'{KEY}="{number}"', body))
    body = lxml.html.document_fromstring(f"<body>{''.join(parts)}</body>")
    return body, Lines("\f".join(pages), "pdf", unit="page")


TEXTS: dict[str, Callable[[str], str]] = {
    "markdown": _markdown,
    "rst": _restructured,
    "html": lambda text: text,
    "man": _man,
    "text": _plain,
}
SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".rst": "rst",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text", ".text": "text",
    ".pdf": "pdf",
}  # fmt: skip
_ROFF = re.compile(rb"^[.'](?:TH|Dd|so|\\\"|Sh|SH)\b|^'\\\"|^\.\\\"", re.M)
NAMED = re.compile(r"(?i)readme|install|news|faq|hacking|contributing|usage|manual|guide|notes")


def kind_of(path: Path, head: bytes, pdf: bool) -> str:
    """How to read a file. Unreadable where it is of no kind that is read."""
    suffix = path.suffix.lower()
    if suffix == ".pdf" and not pdf:
        raise Unreadable("PDF; read with --pdf")
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if re.fullmatch(r"\.[1-9n][a-z]{0,4}", suffix) and _ROFF.search(head):
        return "man"
    if not suffix and NAMED.match(path.name):
        return "text"
    raise Unreadable(f"no document ({suffix or 'no ending'})")
