"""Types: what they hold, what they can do, what they ask for, and what implements them."""

import re
from collections.abc import Iterator
from random import Random

from neural.domains.repository import prose
from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.record import Definition, Member
from neural.domains.repository.rows.draft import (
    Draft,
    block,
    dice,
    is_overload,
    key,
    listed,
    of,
    say,
    spot,
    word,
)
from neural.domains.repository.summary import short

WHOLE = 90  # lines of an interface that is shown as it is
FIELDS = (
    "what does a `{name}` hold?",
    "which fields does `{name}` have?",
    "what can I set in `{name}`?",
    "I have a `{name}` at hand. What is in it?",
    "what are the parts of `{name}` in {folder}?",
    "list the fields of `{name}`.",
    "what state does `{name}` keep?",
    "how is `{name}` made up?",
)
VALUES = (
    "which values can a `{name}` have?",
    "what are the values of the enum `{name}`?",
    "list the constants of `{name}`.",
    "which kinds of `{name}` are there?",
    "what may I pass where a `{name}` is wanted?",
)
CONTRACT = (
    "what must a type have to be used as `{name}`?",
    "I want to write my own `{name}`. Which methods do I need?",
    "which methods does `{name}` ask for?",
    "what does the {kind} `{name}` require?",
    "my type does not satisfy `{name}`. What might be missing?",
    "how do I implement `{name}`?",
)
SHAPE = (
    "what must an object have to be a `{name}`?",
    "what does the interface `{name}` require?",
    "which properties does `{name}` have, and which may be left out?",
    "my object does not satisfy `{name}`. What might be missing?",
    "how is the interface `{name}` made up?",
)
METHODS = (
    "what can I do with a `{name}`?",
    "which methods does `{name}` offer?",
    "what operations are there on `{name}`?",
    "give me an overview of `{name}`'s methods.",
    "I got a `{name}`. What can I call on it?",
    "what does `{name}` offer its callers?",
)
IMPLEMENTERS = (
    "what implements `{name}`?",
    "which types can I use where a `{name}` is wanted?",
    "are there implementations of `{name}` in the code?",
    "if I add a method to `{name}`, what must I change?",
    "which implementations of `{name}` do we have?",
    "where do I find a concrete `{name}`?",
)
EXTENDERS = (
    "what extends `{name}`?",
    "which classes derive from `{name}`?",
    "what are the subclasses of `{name}`?",
    "if I change `{name}`, which classes inherit that?",
    "which kinds of `{name}` are there?",
)
THERE = (
    "`{name}` is defined in {place}:",
    "It is in {place}:",
    "`{name}`, {place}:",
    "From {place}:",
)
IMPLEMENTED = (
    "`{name}` ({place}) is implemented by",
    "{count} for `{name}`, {place}:",
    "`{name}`, {place}, has {count}:",
)
EXTENDED = (
    "`{name}` ({place}) is extended by",
    "{count} of `{name}`, {place}:",
    "`{name}`, {place}, has {count}:",
)
ALIKE = ("equals", "hashCode", "toString", "String", "GoString", "valueOf", "inspect")


def drafts(
    index: Index, path: str, seed: int, extending: dict[Definition, list[Definition]]
) -> Iterator[Draft]:
    """All questions about a file's types."""
    for one in index.files[path].definitions:
        if not one.is_type or one.unfit not in ("", "too long") or one.test or index.is_test(path):
            continue
        rng = dice(seed, "types", path, one.path, one.start)
        if one.kind == "interface" and one.members and not one.unfit:
            yield _contract(index, path, one, rng)
        elif len(_fields_of(one)) >= 2:
            yield _fields(index, path, one, rng)
        methods = [m for m in index.methods.get((folder(path), one.name), ()) if _shown(index, m)]
        own = {m.name for m in methods if m.name not in ALIKE and not m.name.startswith("__")}
        if len(own) >= 2 and one.kind != "interface":
            yield _methods(index, path, one, methods, rng)
        others = [other for other in extending.get(one, ()) if other.name != one.name]
        if others and len(one.name) > 1:
            yield _implementers(index, path, one, others, rng)


def _shown(index: Index, one: Definition) -> bool:
    """Whether a method is one of those that somebody calls: no constructor, no overload's head."""
    set_only = any(re.search(r"\.(?:setter|deleter)\b", base) for base in one.bases)
    if set_only or is_overload(one) or word(one) == "constructor":
        return False
    return one.exported and not one.test and not index.is_test(index.where[one])


def _draft(
    index: Index,
    path: str,
    one: Definition,
    rng: Random,
    task: str,
    wordings: tuple[str, ...],
    body: str,
    leads: tuple[str, ...] = THERE,
    count: str = "",
) -> Draft:
    values = {
        "name": one.name,
        "kind": one.kind,
        "place": of(index, one),
        "count": count,
        "folder": f"`{folder(path)}`" if folder(path) != "." else "the root folder",
    }
    answer = f"{say(rng, leads, **values)}\n\n{body}"
    return Draft(task, key(one), say(rng, wordings, **values), answer, path, one.start, one.end)


def _fields_of(one: Definition) -> list[Member]:
    """The fields that are somebody's own: `__slots__` and the like are the language's."""
    return [member for member in one.members if not member.name.startswith("__")]


def _fields(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    lines = []
    for member in _fields_of(one):
        kind, doc = member.type, prose.description(prose.clean(member.doc))
        typed = f"`{member.name} {kind}`" if kind.startswith("=") else f"`{member.name}`"
        typed += f": `{kind}`" if kind and not kind.startswith("=") else ""
        lines.append(typed + (f" - {doc.removeprefix(f'{member.name} - ')}" if doc else ""))
    wordings = VALUES if one.kind == "enum" else FIELDS
    return _draft(index, path, one, rng, "fields", wordings, listed(lines))


def _contract(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    asks = index.files[path].language in ("go", "java") or any("(" in m.type for m in one.members)
    if one.end - one.start < WHOLE:
        body = block(index, path, one.text)
    else:
        body = listed([f"`{m.name}{m.type if m.type[:1] == '(' else ''}`" for m in one.members])
    return _draft(index, path, one, rng, "contract", CONTRACT if asks else SHAPE, body)


def _methods(
    index: Index, path: str, one: Definition, methods: list[Definition], rng: Random
) -> Draft:
    lines = []
    for method in methods:
        given = f"({', '.join(method.parameters)})"
        if any(base.endswith("property") for base in method.bases):
            given = ""
        text = short(method.doc, method.name)
        lines.append(f"`{method.name}{given}`" + (f": {text}" if text else ""))
    once = [*dict.fromkeys(lines)]  # variants for several systems have the same heads
    return _draft(index, path, one, rng, "methods", METHODS, listed(once))


def _implementers(
    index: Index, path: str, one: Definition, others: list[Definition], rng: Random
) -> Draft:
    lines = [
        f"`{other.name}`, {spot(index.where[other], other.start, other.end)}"
        + (f": {text}" if (text := short(other.doc, other.name)) else "")
        for other in others
    ]
    wordings, leads, what = EXTENDERS, EXTENDED, "subclass"
    if one.kind == "interface":
        wordings, leads, what = IMPLEMENTERS, IMPLEMENTED, "implementation"
    plural = f"{what}es" if what.endswith("s") else f"{what}s"
    count = f"one {what}" if len(lines) == 1 else f"{len(lines)} {plural}"
    return _draft(index, path, one, rng, "implementers", wordings, listed(lines), leads, count)
