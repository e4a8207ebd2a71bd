"""Lists with the sentence that leads to them, and warnings."""

import re
from collections.abc import Iterator

from neural.domains.documents.grammar import (
    PRONOUNS,
    base_of,
    from_gerund,
    is_plural,
    is_subject,
    lower_first,
    mine,
    sentence_case,
    sentences,
    words,
)
from neural.domains.documents.outline import NOTE, Section
from neural.domains.documents.questions.asked import LINES, About, Asked, is_plain, tells_changes

LONGEST = 900  # characters of a list
_BE = r"(are|is|were|can be|may be|must be|should be|have been|has been|will be)"
HOLDING = words(
    """
    accept support include provide contain have offer require need recognize take use define list
    read write check understand handle produce return
    """
)
_TITLES = re.compile(
    r"(?i)(?:\w+ )?(features|requirements|prerequisites|dependencies|limitations|goals|non-goals|"
    r"advantages|disadvantages|benefits|known issues|known bugs|restrictions|assumptions|steps|"
    r"components|examples|supported \w+|improvements|new features|bug ?fixes|caveats)"
)


def asked(section: Section, about: About) -> Iterator[Asked]:
    units = section.units
    changes = tells_changes(section.path)
    for place, unit in enumerate(units):
        if unit.kind == "note":
            yield from _note(section, place, about)
        if unit.kind not in ("item", "step", "term") or place == 0 or changes:
            continue
        before = units[place - 1]
        if before.kind not in ("paragraph", "heading", "detail") or unit.block == before.block:
            continue
        last = place
        while last + 1 < len(units) and units[last + 1].block == unit.block:
            last += 1
        if last == place or last - place >= LINES:
            continue
        mark = "1." if unit.kind == "step" else "-"
        lines = [
            f"{number if mark == '1.' else ''}{'. ' if mark == '1.' else '- '}{one.text}"
            for number, one in enumerate(units[place : last + 1], 1)
        ]
        quote = "\n".join(lines)
        if len(quote) > LONGEST or any(one.text.endswith(":") for one in units[place : last + 1]):
            continue
        steps = unit.kind == "step"
        wordings = tuple(_wordings(before.kind, before.text, about))
        if wordings:
            category = "procedure" if steps and wordings[0].startswith("How") else "list"
            yield Asked(category, wordings, quote, place, last)


def _wordings(kind: str, text: str, about: About) -> Iterator[str]:
    if kind == "heading":
        found = _TITLES.fullmatch(text)
        if found:
            what = sentence_case(lower_first(text), about.words).lower()
            of = f" of {about.name}" if about.name else ""
            yield f"What are the {what}{of}?"
            yield f"Which {what} does the text list?"
        return
    lead = sentences(text)[-1].rstrip()
    if not lead.endswith(":"):
        return
    lead = lead[:-1].strip()
    if not is_plain(lead) or re.search(
        r"(?i)\b(?:this|these|it|its|they|we|our|below|above)\b", lead
    ):
        return
    yield from _lead(lead)


def _lead(lead: str) -> Iterator[str]:
    found = re.fullmatch(rf"The following ([\w`' -]+?) {_BE} (.+)", lead)
    if found:
        yield f"Which {found[1]} {found[2]} {found[3]}?"
        yield f"Name the {found[1]} that {found[2]} {found[3]}."
        return
    found = re.fullmatch(
        r"(.+?),? (?:are|is) (?:as follows|the following|these|listed below)", lead
    )
    if found and is_subject(found[1]) and is_plural(found[1]):
        yield f"What are {lower_first(found[1])}?"
        yield f"Name {lower_first(found[1])}."
        return
    found = re.fullmatch(
        r"There are ((?:two|three|four|five|six|seven) )?"
        r"(?:several |many |some |various |a few |a number of |also )?"
        r"([\w -]+?)(?: available)?",
        lead,
    )
    if found and is_subject(found[2]):
        yield f"What are the {found[1] or ''}{found[2]}?"
        yield f"Which {found[2]} are there?"
        return
    found = re.fullmatch(
        r"(.+?) (\w+s)(?: (?:one of|any of|all of))?(?: the following)?(?: (.+))?", lead
    )
    if found and is_subject(found[1]) and not is_plural(found[1]):
        yield from _verb(found[1], found[2], found[3] or "")
        return
    found = re.fullmatch(
        r"You (?:will |also )?need (?:the following )?(?:([\w -]+?))?(?: to (.+))?", lead
    )
    if found and (found[1] or found[2]):
        end = f" to {found[2]}" if found[2] else ""
        yield f"What do I need{end}?" if not found[1] else f"Which {found[1]} do I need{end}?"
        return
    found = re.fullmatch(r"(?:In order )?[Tt]o ([a-z].+?),? (?:do the following|follow these steps|"
                         r"proceed as follows|take these steps|you need to)",
                         lead)  # fmt: skip
    if found:
        yield f"How do I {mine(found[1])}?"
        yield f"What are the steps to {mine(found[1])}?"


def _verb(who: str, verb: str, what: str) -> Iterator[str]:
    base = base_of(verb)
    if base not in HOLDING or who.split()[0].lower() in PRONOUNS:
        return
    who = lower_first(who)
    what = re.sub(r"^(?:the|these|several|some|two|three|four|five|six|many) ", "", what)
    what = re.sub(r"^following ", "", what)
    if not what:
        yield f"What does {who} {base}?"
    elif re.fullmatch(r"[a-z][\w -]*s", what) and len(what.split()) < 4:
        yield f"Which {what} does {who} {base}?"
        yield f"Name the {what} that {who} {verb}."


def _note(section: Section, place: int, about: About) -> Iterator[Asked]:
    text = section.units[place].text
    found = NOTE.match(text)
    told = text[found.end() :] if found else re.sub(
        r"^(?:Warning|Caution|Important|Attention|Danger|Note|Tip)\b[:!.]? ", "", text)  # fmt: skip
    if not found and re.match(r"(?i)(?:note|tip|new in|changed in|see also)", text):
        return
    if not 30 < len(told) < 420 or told.endswith(":") or not told[0].isupper():
        return
    title = sentence_case(section.title, about.words)
    if title.isupper():
        return
    act = title.split()[0] if title else ""
    if from_gerund(act):
        wordings = (
            f"What should I watch out for when {lower_first(title)}?",
            f"Is there a warning about {lower_first(title)}?",
        )
    elif is_plain(title) and len(title) < 50:
        said = f"“{section.title}”"
        wordings = (
            f"What does the text warn of under {said}?",
            f"Which warning is given in the section {said}?",
        )
    else:
        return
    yield Asked("warning", wordings, told, place, place)
