"""What the repository's own documents and package comments say."""

import re
from collections.abc import Iterator
from random import Random

from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.prose import description
from neural.domains.repository.record import Section
from neural.domains.repository.rows.draft import Draft, dice, listed, place, say
from neural.domains.repository.summary import VERBS, plain, short

FEWEST, MOST = 20, 450  # words of a section that answers a question
PROSE = 15  # of them outside of code, where no task is asked for
EMPTY = re.compile(
    r"(?i)^(?:table of contents|contents|toc|licen[sc]es?|links|badges|index|donat\w+|"
    r"sponsors?\b.*|authors?|contributors|acknowledge?ments|credits|copyright|contributing|"
    r"contributions?|code of conduct|community|roadmap|future\b.*|to-?dos?)$"
)
# What only says something below its parent's heading, or is no topic at all.
VAGUE = re.compile(
    r"(?i)^(?:overview|introduction|summary|tips|notes?|usage|examples?|training|features|"
    r"details|background|motivation|status|results?|options|parameters|description|requirements|"
    r"prerequisites|next steps|see also|more|other|misc\w*|references?|conclusion|purpose|goals?|"
    r"problem|solution|support|before|after|benefits|limitations|best practices|advanced|basics?|"
    r"step \d+.*|phase \d+.*)$"
)
LOOSE = re.compile(
    r"(?i)^(?:via|vs\.?|with|or|and|in|for|on|by|using|to|from|of|if|but)\b|^[^\w@`\"'.-]"
)
# A version or a date: what was new then is no knowledge of the code.
VERSION = re.compile(r"(?i)^\W*(?:version |release |v)?\d+(?:\.\d+)+|\d{4}-\d\d-\d\d|^unreleased")
LOGS = re.compile(
    r"(?i)(?:^|/)(?:change-?s?(?:log)?|history|news|releases?(?:[-_]notes)?|notices?|third[-_]party\w*|"
    r"licen[sc]es?|copying|authors|contributors|code_of_conduct)\b[^/]*$"
)
# Of what nobody has written yet, and of what another tool fills in.
UNDONE = re.compile(r"(?i)\bwork in progress\b|\bcoming soon\b|\bTBD\b|\{@\w+ |\{\{[<%]|\[TODO\]")
# Verbs that are nouns, too: "Build script", "Query cache".
_NOUNS = """
build test run query index log release search filter cache export import report load trace plan
match format view count map store order patch backup sample process update request deploy start stop
check install upgrade debug change design display access support use work set group sort state
restore stream record measure monitor label hash lock
"""
NOUNS = frozenset(_NOUNS.split())
DETERMINED = re.compile(r"(?i)(?:an?|the|your|all|any|our|each|multiple|from|with|in|on|to|for)\b")
FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1", re.M | re.S)
LINK = re.compile(r"^\s*[-*+|\d.]*\s*\**\[[^\]]*\]\([^)]*\).*$", re.M)
TROUBLE = re.compile(r"(?i)^(?:problem|error|issue|symptom)s?:? +(.{6,})")
HOW = (
    "how do I {task}?",
    "what do I have to do to {task}?",
    "I want to {task}. What are the steps?",
    "{task}: how does that work here?",
    "how does one {task} in {repository}?",
    "can you tell me how to {task}?",
)
FIX = (
    "I have this problem: {trouble}. What can I do?",
    "{trouble}: how do I solve that?",
    "what helps against this: {trouble}?",
    "{repository} gives me trouble: {trouble}. What now?",
)
WHAT = (
    "what do the documents say about {topic}?",
    "tell me about {topic}.",
    "what should I know about {topic}?",
    "I am reading {document}. What is {topic} about?",
    "what is there to know about {topic}?",
    "where is {topic} documented, and what does it say?",
    "is there something written on {topic}?",
    "summarize what {document} says about {topic}.",
)
PACKAGE = (
    "what is the package {package} for?",
    "what does {package} do?",
    "what do I find in {package}?",
    "I am new to {package}. What is its job?",
    "what is {package} responsible for?",
    "describe the package {package}.",
)
MODULE = (
    "what is {package} for?",
    "what does the module {package} do?",
    "what do I find in {package}?",
    "I opened {package} for the first time. What is its job?",
    "why is there a file {package}?",
    "what is the idea behind {package}?",
)


def drafts(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """Questions that a file's sections or its package comment answer."""
    file = index.files[path]
    asked: set[str] = set()
    for section in file.sections:
        count = len(LINK.sub("", section.text).split())
        heading = section.headings[-1]
        if section.unfit or not FEWEST <= count <= MOST or not _asks(path, section, heading):
            continue
        if heading.lower() in asked:
            continue
        asked.add(heading.lower())
        yield _section(index, path, section, dice(seed, "docs", path, *section.headings))
    if len(description(file.doc).split()) >= 6 and not index.is_test(path):
        yield _package(index, path, dice(seed, "package", path))


def _asks(path: str, section: Section, heading: str) -> bool:
    """Whether a heading is a topic that somebody might ask for, and its section tells of it."""
    bare = re.sub(r"^[\d.)\s]+", "", heading).strip()
    if LOGS.search(path) or any(VERSION.search(one) for one in section.headings):
        return False
    if EMPTY.match(bare) or LOOSE.match(bare) or "Permission is hereby granted" in section.text:
        return False
    if UNDONE.search(section.text):
        return False
    if "/.github/" in f"/{path}" or re.match(r"(?:please )?see (?:our|the)\b", section.text, re.I):
        return False  # a form to be filled in, or only the way to another document
    above = section.headings[-2] if len(section.headings) > 1 else ""
    if VAGUE.match(bare) and (not above or VAGUE.match(above)):
        return False
    prose = len(FENCED.sub("", section.text).split())
    return prose >= PROSE or (bool(_task(bare)) and prose < len(section.text.split()))


def _section(index: Index, path: str, section: Section, rng: Random) -> Draft:
    heading = re.sub(r"^[\d.)\s]+", "", section.headings[-1]).rstrip(" :.")
    above = section.headings[-2] if len(section.headings) > 1 else ""
    values = {"repository": index.origin.name, "document": f"`{path}`"}
    task = _task(heading)
    if heading.endswith("?"):
        question = heading
    elif trouble := TROUBLE.match(heading):
        question = say(rng, FIX, trouble=trouble[1].strip("\"'"), **values)
    elif task:
        question = say(rng, HOW, task=task, **values)
    else:
        topic = f'"{heading}"' if rng.random() < 0.5 else _lower(heading)
        if above and len(heading.split()) <= 3 and above.lower() != index.origin.name.lower():
            topic = f"{topic} ({_lower(above)})"
        question = say(rng, WHAT, topic=topic, **values)
    where = place(path, section.start, section.end)
    source = say(
        rng,
        ("Source: {where}.", "From {where}.", "That is in {where}.", "See {where}."),
        where=where,
    )
    return Draft(
        "section",
        " / ".join(section.headings),
        question,
        f"{section.text}\n\n{source}",
        path,
        section.start,
        section.end,
    )


def _task(heading: str) -> str:
    """'run the tests' of 'Running the tests' or 'How to run the tests', "" of other headings."""
    bare = re.sub(r"(?i)^(?:how (?:to|do I|can I)|step \d+:?)\s+", "", heading).rstrip("?")
    if not re.fullmatch(r"[\w\s,'/().`-]+", bare) or len(bare.split()) > 9:
        return ""
    head, _, rest = bare.partition(" ")
    noun = head.lower() in NOUNS and not (DETERMINED.match(rest) or _is_several(rest))
    if head.lower() in VERBS and rest and rest[0] not in "-/(" and not noun:
        return f"{head.lower()} {_lower(rest)}"
    verb = plain(head) if not re.match(r"and \w+ing\b", rest) else ""
    return f"{verb} {_lower(rest)}" if verb and rest else ""


def _is_several(text: str) -> bool:
    """Whether a phrase's head is a plural or a name: "run tests", "install NornicDB"."""
    head = re.split(r" (?:of|in|for|with|from|to|on|at|by|using|via) ", text)[0].strip()
    return bool(re.search(r"[^s]s$|(?:[a-z][A-Z]|[A-Z]{2}|[`._\d])\S*$", head))


def _lower(text: str) -> str:
    """A heading inside a sentence: title case goes, names and abbreviations stay."""
    kept = [
        w if re.search(r"[A-Z].*[A-Z]|[a-z][A-Z]|[\d_.`]", w) else w.lower() for w in text.split()
    ]
    return " ".join(kept)


def _package(index: Index, path: str, rng: Random) -> Draft:
    file = index.files[path]
    whole = index.speaker(folder(path)) == path and folder(path) != "."
    name = f"`{folder(path)}`" if whole else f"`{path}`"
    wordings = PACKAGE if whole else MODULE
    doc = file.doc
    if file.language == "go":
        doc = re.sub(r"^Package \w+ (?=[a-z])", "It ", re.sub(r"^Package \w+ [-:–] ", "", doc))
    parts = [doc if len(doc.split()) < 260 else "\n\n".join(doc.split("\n\n")[:2])]
    inside = [
        f"`{one.path}`: {text}"
        for one in file.definitions
        if one.exported and not one.test and not one.unfit and (text := short(one.doc, one.name))
    ]
    if inside and rng.random() < 0.5:
        parts.append(f"In `{path}` there are, among others:\n\n{listed(inside[:8])}")
    start, end = file.doc_lines
    parts.append(f"({place(path, start, end)})" if start else f"(`{path}`)")
    return Draft(
        "package",
        path,
        say(rng, wordings, package=name),
        "\n\n".join(parts),
        path,
        max(1, start),
        max(1, end),
    )
