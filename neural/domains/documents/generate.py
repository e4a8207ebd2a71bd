"""Rows: a passage of a document, a question, and what the passage says, with its place."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random

from neural.domains.documents import sources
from neural.domains.documents.passages import Passage, cited, passages
from neural.domains.documents.questions import asked
from neural.domains.documents.questions.asked import About
from neural.domains.documents.sources import Document
from neural.errors import UserError, nearest
from neural.records import secrets
from neural.records.dedupe import digest
from neural.records.probe import language
from neural.records.texts import control_token

SYSTEM = (
    "Answer from the passage alone, in its words, and name the section and lines. "
    "Say so where it does not tell."
)
ABSENT = "The passage does not mention {}."
WORDINGS = 2  # of one question at most
TRIES = 12  # questions of a document that are tried on each of its passages
SAME = 3  # passages that may answer a question alike: a thousand manuals explain --help


def generate(
    count: int,
    seed: int,
    inputs: Iterable[str | Path],
    license: str,
    *,
    chunk: int = 1500,
    languages: Iterable[str] = ("en",),
    categories: list[str] | None = None,
    pdf: bool = False,
    note: Callable[[str], None] = lambda text: None,
) -> Iterator[dict]:
    """`count` distinct rows about the documents in `inputs`, spread evenly over the categories.

    `chunk`: characters of a passage. UserError says how many rows there are at most.
    """
    from neural.domains.documents.questions import CATEGORIES

    for name in categories or ():
        if name not in CATEGORIES:
            raise UserError(
                f"unknown category {name!r}; known: {', '.join(CATEGORIES)}."
                f"{nearest(name, CATEGORIES)}"
            )
    reading = sources.read(inputs, pdf)
    documents = _welcome(reading, set(languages))
    note(f"{len(documents)} documents read, {len(reading.left)} files left out")
    for why, files in reading.reasons():
        note(f"  left out: {files} {why}")
    if not documents:
        raise UserError("--input: no document that can be read; see what was left out above.")
    rows = list(_rows(documents, seed, license, chunk, note))
    if categories:
        rows = [row for row in rows if row["category"] in categories]
    if len(rows) < count:
        raise UserError(
            f"asked for {count} rows, but these {len(documents)} documents give only {len(rows)} "
            f"distinct ones; ask for at most {len(rows)}, or add documents to --input."
        )
    yield from _spread(rows, count, seed)


def _welcome(reading: sources.Reading, languages: set[str]) -> list[Document]:
    """The documents in a wanted language; the others are added to those left out."""
    kept = []
    for document in reading.documents:
        prose = [u.text for s in document.sections for u in s.units if u.kind == "paragraph"]
        code = language(max(prose, key=len, default=""))
        if code and languages and code not in languages:
            reading.left.append((document.name, f"in the language {code}"))
        else:
            kept.append(document)
    return kept


def _rows(
    documents: list[Document], seed: int, license: str, chunk: int, note: Callable
) -> Iterator[dict]:
    seen: dict[int, int] = defaultdict(int)
    asked_before: set[int] = set()
    unsafe = 0
    for document in documents:
        about = About(_subject(document), _words(document))
        held = [(passage, passage.text()) for passage in passages(document, chunk)]
        safe = [
            (passage, text)
            for passage, text in held
            if not secrets.secret(text) and not control_token(text)
        ]
        unsafe += len(held) - len(safe)
        keyed = []
        # Once a section, not once a piece of it: a manual's options are one long section.
        questions = {section: list(asked(section, about)) for section in document.sections}
        for passage, text in safe:
            for row, key in _of_passage(passage, text, questions, seed, license):
                keyed += [(key, row)] if key else []
                seen[same := digest(_bare(row["instruction"], about.name), row["output"])] += 1
                fresh = digest(row["instruction"], row["input"])
                if seen[same] <= SAME and fresh not in asked_before:
                    asked_before.add(fresh)
                    yield row
        for row in _absent(safe, keyed, seed):
            fresh = digest(row["instruction"], row["input"])
            if fresh not in asked_before:
                asked_before.add(fresh)
                yield row
    if unsafe:
        note(f"  left out: {unsafe} passages with a chat marker or what looks like a secret")


def _subject(document: Document) -> str:
    """What the document is about, as a question names it; "" where its title is long or vague."""
    if document.kind == "man":
        return Path(document.name).name.removesuffix(".gz").rsplit(".", 1)[0]
    title = document.title
    vague = re.search(r"(?i)^(?:readme|index|introduction|overview|changelog|news|install|license|"
                      r"history|contents|documentation|todo|name|faq|authors)", title)  # fmt: skip
    stem = Path(document.name).stem.lower()
    own = stem.startswith("readme") or stem == title.lower()
    return title if own and re.fullmatch(r"[\w.+-]+", title) and not vague else ""


def _words(document: Document) -> frozenset[str]:
    texts = (
        unit.text
        for section in document.sections
        for unit in section.units
        if unit.kind not in ("heading", "code")
    )
    return frozenset(word for text in texts for word in re.findall(r"\b[a-z]{3,}\b", text))


def _bare(question: str, subject: str) -> str:
    return question.replace(subject, "") if subject else question


def _of_passage(passage: Passage, text: str, questions: dict, seed: int, license: str):
    """(row, key) of each question that the passage answers."""
    unit = passage.document.unit
    for piece in passage.pieces:
        section = piece.section
        for one in questions[section]:
            if not piece.holds(one.first, one.last):
                continue
            place = cited(section, one.first, one.last, unit)
            name = passage.document.name
            scenario = digest(name, section.path, one.category, one.quote, one.wordings[0])
            rng = Random(f"{seed} {scenario}")
            wordings = rng.sample(one.wordings, min(WORDINGS, len(one.wordings)))
            for wording in wordings:
                row = _row(
                    passage,
                    text,
                    wording,
                    f"{one.verdict}.\n{place}" if one.verdict else f"{one.quote}\n{place}",
                    one.category,
                )
                row |= {
                    "id": f"{scenario:032x}",
                    "license": license,
                    "section": " > ".join(section.path),
                    "lines": place[place.rindex(", ") + 2 : -1],
                }
                yield row, one.key


def _absent(held: list[tuple[Passage, str]], keyed: list[tuple[str, dict]], seed: int):
    """Questions of a document put to passages of it that do not know what is asked about."""
    for passage, text in held:
        known = text.casefold()
        rng = Random(f"{seed} {digest(text)}")
        found = 0
        for key, row in rng.sample(keyed, min(TRIES, len(keyed))):
            if found == 2 or len(key) < 3 or _mentions(known, key.casefold()):
                continue
            shown = f"`{key}`" if f"`{key}`" in row["instruction"] else key
            if shown.casefold() not in row["instruction"].casefold():
                continue
            found += 1
            made = _row(passage, text, row["instruction"], ABSENT.format(shown), "absent")
            scenario = digest("absent", passage.document.name, text, key)
            yield made | {"id": f"{scenario:032x}", "license": row["license"], "section": "",
                          "lines": "", "term": key}  # fmt: skip


def _mentions(text: str, key: str) -> bool:
    """Whether a text has the name, or any longer word in it: then the question might be meant."""
    if key in text or key.lstrip("-") in text:
        return True
    words = [word for word in re.findall(r"\w{5,}", key)]
    return bool(words) and all(word in text for word in words)


def _row(passage: Passage, text: str, question: str, answer: str, category: str) -> dict:
    document = passage.document
    return {
        "system": SYSTEM,
        "instruction": question,
        "input": text,
        "output": answer,
        "category": category,
        "file": document.name,
        "source": "documents",
        "split_group": f"documents/{document.name}",
    }


def _spread(rows: list[dict], count: int, seed: int) -> Iterator[dict]:
    """So many rows, the small categories whole and the large ones cut alike."""
    groups: dict[str, list[dict]] = defaultdict(list)
    rows = sorted(rows, key=lambda row: digest(seed, row["id"], row["instruction"]))
    for row in rows:
        groups[row["category"]].append(row)
    taken: list[dict] = []
    while len(taken) < count:
        for name in sorted(groups):
            taken += groups[name][:1]
            del groups[name][:1]
    taken = taken[:count]
    yield from sorted(taken, key=lambda row: digest(seed, "order", row["id"], row["instruction"]))
