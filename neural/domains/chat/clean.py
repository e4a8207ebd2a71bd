"""The texts of turns without what programs put around them."""

import re
from collections.abc import Iterator

from neural import prompt
from neural.records.inputs import tidy

# What the pages of chat programs leave in copied and exported texts.
_DEBRIS = re.compile(
    r"(?m)^[ \t]*(?:Copy(?: code| to clipboard)?|Copied!|\d+ / \d+|Regenerate(?: response)?|"
    r"Share|Show more|Show less|Edit(?:ed)?|ChatGPT|You said:|ChatGPT said:|"
    r"Was this (?:response|helpful).*|"
    r"Sent from my \w+(?: \w+)?|Get Outlook for \w+|\[?image(?: omitted)?\]?|<Media omitted>|"
    r"This message was deleted\.?|Download|Thumbs (?:up|down))[ \t]*$"
)
_LANGUAGE = re.compile(r"(?m)^(`{3,})\s*(\w+)[ \t]*\n[ \t]*(?:Copy code)[ \t]*$")
_CITATION = re.compile(r"【[^】]{1,40}】|\ue200.*?\ue201|\[\^?\d+†[^\]]*\]")
_REFUSED = re.compile(
    r"(?i)^(?:Something went wrong|An error occurred|Network error|There was an error generating|"
    r"This content may violate|Unable to load conversation|!?\[?error\]?$)"
)
_LETTER = re.compile(r"\w")


def from_html(text: str) -> str:
    """Markdown of an HTML text."""
    import warnings

    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning
    from markdownify import MarkdownConverter

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        page = BeautifulSoup(text, "lxml")
    for element in page(["script", "style", "button", "svg", "head", "title"]):
        element.decompose()
    try:
        return MarkdownConverter(
            heading_style="ATX", bullets="-", escape_misc=False, escape_underscores=False,
            escape_asterisks=False, strip=["img"],
        ).convert_soup(page).strip()  # fmt: skip
    except RecursionError:
        return page.get_text("\n").strip()


def cleaned(text: str, html: bool) -> str:
    """A turn's text: Markdown, mended encoding, no debris, no chat markers, no empty ends."""
    import ftfy

    if html:
        text = from_html(text)
    text = tidy(ftfy.fix_text(text, uncurl_quotes=False, unescape_html=False))
    for token in prompt.TOKENS:
        text = text.replace(token, "")
    text = _CITATION.sub("", text)
    text = _LANGUAGE.sub(r"\1\2", text)
    text = "".join(_outside_code(text))
    return text.strip()


def _outside_code(text: str) -> Iterator[str]:
    """Debris and gaps go from prose; code stays as it is."""
    for place, part in enumerate(re.split(r"(^```.*?^```[^\n]*$)", text, flags=re.M | re.S)):
        if place % 2:
            yield part
            continue
        part = _DEBRIS.sub("", part)
        part = re.sub(r"[ \t]+$", "", part, flags=re.M)
        yield re.sub(r"\n{3,}", "\n\n", part)


def is_empty(text: str) -> bool:
    """Whether nobody said anything: no letter, or a program's own complaint."""
    return not _LETTER.search(text) or bool(_REFUSED.match(text))
