"""Names of labels, relationship types and properties: which can be used, and their words."""

import unicodedata
from urllib.parse import quote

from neural.domains.cypher.syntax import KEYWORDS

ABBREVIATIONS = frozenset(
    """ai api bic bmi cd ceo cpu csv cto cve dna dns doi dvd ean eu faq gdp gps gpu guid html http
    https iban icd id imdb imei ip isbn iso issn json kpi pdf pr ram rna roi rss sim sku sla sql ssh
    ssl ssn tls tv ui upc uri url usa usb uuid vat vin vm xml""".split()  # noqa: SIM905 (a list of words reads better as text)
)
ENGINE = "the engine that checks queries takes no"
BREAKS = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of a character, line ends


def unquoted(text: str) -> tuple[str, bool]:
    """A name as it stands in a file, and whether it stood in backquotes."""
    if len(text) > 2 and text.startswith("`") and text.endswith("`"):
        return text[1:-1].replace("``", "`"), True
    return text, False


def breaking(text: str) -> str | None:
    """The first character that no name, value or phrase can hold, as people call it."""
    found = next((c for c in text if unicodedata.category(c) in BREAKS), None)
    called = {None: None, "\0": "a NUL character", "\n": "a line break"}
    return called[found] if found in called else f"the character U+{ord(found):04X}"


def widening(text: str) -> str | None:
    """The first character that is several in capitals: the engine loses its place behind it."""
    return next((c for c in text if len(c.upper()) > 1), None)


def unusable(name: str, what: str, deliberate: bool = True) -> str | None:
    """Why a label, type or property cannot have this name, with the remedy; else None."""
    if found := breaking(name):
        return f"{what} {name!r} has {found}. Take it out."
    if not any(map(str.isalnum, name)):
        return f"{what} {name!r} has no letter or digit. Rename it."
    if len(quote(name)) > 200:  # the engine names files after labels and types
        return f"{what} {name[:20] + '…'!r} has {len(name)} characters. Shorten it."
    if found := widening(name):
        return f"{what} {name!r}: {ENGINE} {found} in it. Leave it out."
    if what == "property" and name.startswith("@"):
        return f"{what} {name!r}: {ENGINE} @ at its beginning. Leave it out."
    found = next((sign for sign in ",*~" if sign in name), None)
    if found and what != "property":
        return f"{what} {name!r}: {ENGINE} {found} in it. Leave it out."
    if what == "label" and name.lower() in KEYWORDS and not deliberate:
        return (
            f"label {name!r} is a reserved word of Cypher. Rename it, or write it in backquotes, "
            f'"`{name}`", if your graph has this label: queries will quote it.'
        )
    return None


def parts(identifier: str) -> list[str]:
    """'HTTPServer', 'release_year', 'ACTED_IN' in words; abbreviations stay as they are."""
    spaced = "".join(
        c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in identifier
    )
    shouted = not any(c.islower() for c in identifier)
    return [_cased(word, shouted) for chunk in spaced.split() for word in _humps(chunk)]


def _humps(chunk: str) -> list[str]:
    cuts = [0]
    for i in range(1, len(chunk)):
        before, here, after = chunk[i - 1], chunk[i], chunk[i + 1 :]
        ends_capitals = before.isupper() and after[:1].islower() and after != "s"  # not in APIs
        if here.isupper() and (before.islower() or before.isdigit() or ends_capitals):
            cuts.append(i)
    return [chunk[i:j] for i, j in zip(cuts, [*cuts[1:], len(chunk)], strict=True)]


def _cased(word: str, shouted: bool) -> str:
    if word.lower() in ABBREVIATIONS:
        return word.upper()
    stays = len(word) > 1 and word.rstrip("s").isupper() and not shouted
    return word if stays else word.lower()
