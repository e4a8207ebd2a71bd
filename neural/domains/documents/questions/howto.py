"""How something is done: headings that say so, and samples with the words before them."""

import re
from collections.abc import Iterator

from neural.domains.documents.grammar import (
    from_gerund,
    is_imperative,
    is_mixed,
    is_object,
    lower_first,
    mine,
    opening,
    sentence_case,
    sentences,
)
from neural.domains.documents.outline import Section
from neural.domains.documents.questions.asked import (
    LINES,
    LONGEST,
    About,
    Asked,
    is_plain,
    is_pointing,
)

SAMPLE = 600  # characters of a quoted sample
_ACTS = {
    "installation": "install {}", "usage": "use {}", "building": "build {}",
    "getting started": "get started with {}", "compilation": "compile {}",
    "uninstallation": "uninstall {}", "upgrading": "upgrade {}", "running": "run {}",
    "quick start": "get started with {}", "quickstart": "get started with {}",
    "reporting bugs": "report a bug in {}", "bug reports": "report a bug in {}",
    "contributing": "contribute to {}", "installing": "install {}", "testing": "test {}",
    "configuration": "configure {}", "bugs": "report a bug in {}",
}  # fmt: skip
_UNSOUND = re.compile(
    r"\bI (?:can|could|may|must|will)\b|\band running\b|"
    r"(?i:\b(?:this|these|those|above|below|following|it|its|they|them|he|she|we|our|us|again)\b)"
)
_TRAIL = re.compile(
    r",? (?:with|using|by running|by using|run|use|type|enter|do|execute|invoke|call|try|simply|"
    r"you can (?:use|run|do|type)|as follows|like this|like so|as in|like|e\.g\.|"
    r"for example|for instance|"
    r"the following(?: \w+)?|in the following way|this way|just|you would (?:use|run|do))$"
)


def _is_sound(question: str) -> bool:
    """Whether a question says all that it is about."""
    return not _UNSOUND.search(question)


def asked(section: Section, about: About) -> Iterator[Asked]:
    yield from _heading(section, about)
    yield from _samples(section)
    yield from _comments(section)


def _heading(section: Section, about: About) -> Iterator[Asked]:
    """A title that names an act, with the steps, the sample or the sentences that follow it."""
    if not section.units or section.units[0].kind != "heading":
        return
    written = section.title.strip().rstrip(".:")
    title = sentence_case(written, about.words)
    if is_mixed(written, title):
        return
    wordings = tuple(_acts(title, about.name))
    if not wordings or not is_plain(title):
        return
    answer = _body(section)
    question = title.endswith("?")
    if answer and (question or answer[2] > answer[1] or _tells_how(answer[0])):
        quote, first, last, kind = answer
        yield Asked("fact" if question else kind, wordings, quote, first, last)


_ASKS = re.compile(
    r"(?i)(?:why|how|what|when|where|which|who|whose|can|could|does|do|is|are|should|must|will|may|"
    r"has|have|did|was|were|shall|would|am|i)\b"
)


def _acts(title: str, subject: str) -> Iterator[str]:
    if title.endswith("?") and len(title.split()) > 2:
        if not _ASKS.match(title):
            return  # "Need the reference?"
        yield title[0].upper() + title[1:]
        return
    found = re.fullmatch(r"(?i)how (?:to|do i|do you|can i|can you) (.+)", title)
    first, _, rest = title.partition(" ")
    verb = from_gerund(first)
    if found:
        act = lower_first(found[1])
    elif title.lower() in _ACTS and subject:
        act = _ACTS[title.lower()].format(subject)
    elif (
        verb
        and rest
        and re.match(r"[a-zA-Z`]", rest)
        and not re.match(r"(?i)(?:and|or|of|is|are|to)\b", rest)
        and is_object(rest)
    ):
        act = f"{verb} {rest}"
    elif is_imperative(title) and rest and re.match(r"(?:the|an?|your|all|new|it|`)", rest):
        act = lower_first(title)
    else:
        return
    act = mine(act)
    yield f"How do I {act}?"
    yield f"How can I {act}?"
    yield f"I want to {act}. What does the text say I should do?"


def _body(section: Section) -> tuple[str, int, int, str] | None:
    """(quote, first, last, category) of what tells how: steps, a sample, or first sentences."""
    units = section.units
    steps = [place for place, unit in enumerate(units) if unit.kind == "step"]
    if len(steps) > 1:
        block = units[steps[0]].block
        last = max(place for place in steps if units[place].block == block)
        own = [unit for unit in units[steps[0] : last + 1] if unit.kind == "step"]
        if len(own) == last - steps[0] + 1 <= LINES:
            quote = "\n".join(f"{n}. {unit.text}" for n, unit in enumerate(own, 1))
            done = sum(is_imperative(unit.text) or unit.text.startswith(("`", "$")) for unit in own)
            whole = len(quote) < 900 and not any(unit.text.endswith(":") for unit in own)
            if whole and 2 * done >= len(own):  # steps, and no list of what happens
                return quote, steps[0], last, "procedure"
    if len(units) < 2 or units[1].kind != "paragraph":
        return None
    text = units[1].text
    if re.search(r"(?i)\?|\bsuch an?\b|\b(?:above|below|latter)\b", text):
        return None
    if text.endswith(":") and len(units) > 2 and units[2].kind == "code" and len(text) < 200:
        sample = _sample(units, 2)
        if sample:
            quote, last = sample
            return f"{text}\n{quote}", 1, last, "procedure"
    quote = opening(text, LONGEST)
    if quote and re.search(r"(?i)\b(?:below|above|following|this section|this chapter)\b", quote):
        return None
    if quote and len(quote) > 30 and not is_pointing(quote) and not quote.endswith(":"):
        return quote, 1, 1, "procedure"
    return None


# With what it is done: a name, an option, a deed that one can follow.
_CONCRETE = re.compile(
    r"`|\w\.\w|(?<!\S)--?\w|\w\(|_\w|"
    r"(?i:\b(?:use|run|call|pass|set|add|click|create|install|write|edit|open|copy|type|specify|"
    r"enable|start|import|send|put|press|select|choose|download|clone|make|apply)\b)"
)


def _tells_how(text: str) -> bool:
    """Whether a text begins with what to do, and not with what is the case."""
    one = sentences(text)[0]
    if re.search(r"(?i)\b(?:such an?|the other)\b|^(?:now|optionally)\b", one):
        return False
    if not _CONCRETE.search(text):
        return False
    return bool(
        is_imperative(one)
        or re.match(r"(?:To|In order to|Use|Simply|First|Just) ", one)
        or re.match(r"`[^`]+` [a-z]+s ", one)
        or re.search(r"(?i)\byou (?:can|must|need to|should|have to) (?!find|see|read|also)", one)
    )


def _sample(units, place: int) -> tuple[str, int] | None:
    """The sample that begins at a unit as a fenced block, and its last unit."""
    last = place
    while last + 1 < len(units) and units[last + 1].block == units[place].block:
        last += 1
    lines = [unit.text for unit in units[place : last + 1]]
    text = "\n".join(lines)
    if len(lines) > LINES or len(text) > SAMPLE or len(text) < 4:
        return None
    return f"```\n{text}\n```", last


def _samples(section: Section) -> Iterator[Asked]:
    units = section.units
    for place in range(1, len(units)):
        if units[place].block == units[place - 1].block:
            continue
        before = units[place - 1]
        if units[place].kind != "code" or before.kind not in ("paragraph", "step", "item"):
            continue
        lead = sentences(before.text)[-1].strip()
        sample = _sample(units, place)
        if not sample or not lead.endswith(":"):
            continue
        wordings = tuple(_lead(lead[:-1].strip()))
        if wordings and all(map(_is_sound, wordings)):
            quote, last = sample
            yield Asked("code", wordings, quote, place, last)


_FIRST = re.compile(
    r"^(?:For example|For instance|E\.g\.|Example|Then|Next|Finally|First|Now|Alternatively|Or),? "
)
_EXAMPLE = re.compile(
    r"(?:An?|The|Some) (?:simple |short |complete )?example of "
    r"(.+?)(?: is| looks? like this| follows)?"
)
_ACT = re.compile(
    r"(?:If you (?:want|wish|need|would like) to|In order to|To|You can|You may|"
    r"It is possible to) (.+)"
)


def _lead(lead: str) -> Iterator[str]:
    lead = _FIRST.sub("", lead)
    found = _EXAMPLE.fullmatch(lead)
    if found and is_plain(found[1]):
        yield f"Show me an example of {mine(found[1])}."
        yield f"What does an example of {mine(found[1])} look like?"
        return
    found = re.fullmatch(r"(.+?) (?:looks|look) (?:something )?like(?: this| the following)?", lead)
    if (
        found
        and is_plain(found[1])
        and not re.match(r"(?i)(?:it|this|that|which|they|these)\b", found[1])
    ):
        what = lower_first(found[1])
        yield f"What does {what} look like?" if " looks" in lead else f"What do {what} look like?"
        return
    found = _ACT.match(lead)
    act = found[1] if found else lead
    for _ in range(3):
        act = _TRAIL.sub("", act.rstrip(", "))
    act = lower_first(act)
    if not found and not is_imperative(lead):
        return
    if not is_imperative(act) or not is_plain(act) or len(act.split()) < 3:
        return
    if re.search(r"(?i)\b(?:this|these|following|below|above|it|them|that)\b|,", act):
        return
    act = mine(act)
    yield f"How do I {act}?"
    yield f"Show me how to {act}."
    yield f"What do I write to {act}?"


_COMMANDS = (
    "pip|pip3|pipx|npm|npx|yarn|pnpm|make|cmake|git|docker|podman|cargo|go|python|python3|apt|apt-get|"
    "brew|dnf|yum|curl|wget|cd|ls|cp|mv|mkdir|rm|cat|sudo|uv|poetry|conda|flask|ruff|pytest|tox|nox|"
    "systemctl|service|ssh|scp|rsync|tar|gpg|kubectl|helm|terraform|snakemake|dvc|ip|tc|source|export"
)
_SHELL = re.compile(
    rf"(?:\$ [a-z./]|(?:(?:{_COMMANDS})\b|\.{{0,2}}/[\w.-]+|[a-z][\w./-]*\.(?:sh|py)\b))[\w./-]*"
    r"(?: [^=()]{1,60}| [\w./-]+=\S+)*"
)


def _is_whole(line: str) -> bool:
    """Whether a line of a sample is a command or setting of its own."""
    pairs = ("()", "[]", "{}")
    return (
        bool(re.match(r"(?:\$ )?[a-z./]", line))
        and not line.endswith(("\\", ",", ":"))
        and all(line.count(one) == line.count(other) for one, other in pairs)
    )


_COMMENT = re.compile(r"(?P<command>\S.*?)\s{2,}# (?P<said>[a-zA-Z].{8,80})")


def _comments(section: Section) -> Iterator[Asked]:
    """Commands with a comment beside or above them."""
    units = section.units
    for place, unit in enumerate(units):
        if unit.kind != "code":
            continue
        found = _COMMENT.fullmatch(unit.text)
        if found and is_plain(found["said"]) and _SHELL.fullmatch(found["command"]):
            command = found["command"].removeprefix("$ ")
            if "`" not in command:
                wordings = (f"What does `{command}` do?", f"What is `{command}` for?")
                yield Asked("code", wordings, found["said"], place, place, key=command)
        above = units[place - 1] if place else None
        if above is None or above.kind != "code" or above.block != unit.block:
            continue
        said = re.fullmatch(r"# ([A-Z][a-z]+ .{5,60}?)[.:]?", above.text)
        if said and is_imperative(said[1]) and is_plain(said[1]) and not unit.text.startswith("#"):
            act = mine(lower_first(said[1]))
            text = unit.text.strip()
            if len(text) < 120 and _is_whole(text) and _is_sound(act):
                command = _SHELL.fullmatch(text) and "$ " in text[:2]
                other = f"Which command do I run to {act}?" if command else f"How would I {act}?"
                wordings = (f"How do I {act}?", other)
                yield Asked("code", wordings, f"```\n{unit.text.strip()}\n```", place, place)
