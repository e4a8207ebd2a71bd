"""On which lines of its source a piece of a document stands."""

import html
import re
from bisect import bisect_right

from lxml.html import HtmlElement

KEY = "data-line"  # what a converter that knows the lines writes on its elements
ENOUGH = 48  # letters that find a place
AHEAD = 200_000  # letters within which the next piece is looked for
MARKUP = {
    "html": re.compile(r"<[^>]*>"),
    "man": re.compile(r"^[.'][A-Za-z]+\s|\\f(?:\[[^]]*\]|\(..|.)|\\[(]..|\\\[[^]]*\]|\\."),
    "rst": re.compile(r":[\w:+-]+:(?=`)|<[^<>]*>`_{0,2}"),
}


class Lines:
    """Finds lines: by the converter's mark, else by the text's letters, from the last place on.

    Numbers count from 1. `unit` is what they number: "line" or, of a PDF, "page".
    """

    def __init__(self, source: str, kind: str, unit: str = "line") -> None:
        self.unit = unit
        markup = MARKUP.get(kind)
        self.starts: list[int] = []
        letters: list[str] = []
        size = 0
        between = "\f" if unit == "page" else "\n"
        for line in source.split(between):
            self.starts.append(size)
            plain = markup.sub(" ", line) if markup else line
            if kind in ("html", "man"):
                plain = html.unescape(plain)
            kept = _letters(plain)
            letters.append(kept)
            size += len(kept)
        self.letters = "".join(letters)
        self.at = 0  # letters that were read

    def of(self, element: HtmlElement, text: str) -> tuple[int, int]:
        """The first and the last line of an element with this text."""
        marked = element.get(KEY)
        if marked:
            first, _, last = marked.partition("-")
            return int(first), int(last or first)
        letters = _letters(text)
        start = self._find(letters, self.at)
        if start < 0:
            here = self._line(self.at)
            return here, here
        end = letters[-ENOUGH:]
        stop = self.letters.find(end, start, start + 3 * len(letters) + 2 * ENOUGH)
        stop = start + len(letters) - 1 if stop < 0 else stop + len(end) - 1
        self.at = start + 1
        return self._line(start), self._line(max(start, min(stop, len(self.letters) - 1)))

    def code_starts(self, element: HtmlElement) -> int:
        """How many lines after its mark a sample's first line stands: a fence takes one."""
        return int(element.get(KEY + "-skip", "0"))

    def _find(self, letters: str, after: int) -> int:
        for size in (ENOUGH, 20, 12):
            if letters and (len(letters) >= size or size == ENOUGH):
                found = self.letters.find(letters[:size], after, after + AHEAD)
                if found >= 0:
                    return found
        return -1

    def _line(self, place: int) -> int:
        return max(1, bisect_right(self.starts, place))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
