"""Types: what they hold, what they can do, what they ask for, and what implements them."""

from collections.abc import Iterator
from random import Random

from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.record import Definition, Member
from neural.domains.repository.rows.draft import Draft, block, dice, listed, of, say, spot
from neural.domains.repository.summary import short

FIELDS = (
    "what does a `{name}` hold?",
    "which fields does `{name}` have?",
    "what can I set in `{name}`?",
    "I have a `{name}` at hand. What is in it?",
    "what are the parts of `{name}` in {folder}?",
    "list the fields of `{name}` with their types.",
    "what state does `{name}` keep?",
    "how is `{name}` made up?",
)
CONTRACT = (
    "what must a type have to be used as `{name}`?",
    "I want to write my own `{name}`. Which methods do I need?",
    "which methods does `{name}` ask for?",
    "what does the {kind} `{name}` demand?",
    "my type does not satisfy `{name}`. What might be missing?",
    "how do I implement `{name}`?",
)
SHAPE = (
    "what must an object have to be a `{name}`?",
    "what does the interface `{name}` demand?",
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
    "what's the interface of `{name}` to the outside?",
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
    "`{name}` stands in {place}.",
    "It is defined in {place}.",
    "`{name}`, {place}:",
    "From {place}:",
    "As {place} says:",
)


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
        if len(methods) >= 2 and one.kind != "interface":
            yield _methods(index, path, one, methods, rng)
        if others := [other for other in extending.get(one, ()) if other.name != one.name]:
            yield _implementers(index, path, one, others, rng)


def _shown(index: Index, one: Definition) -> bool:
    return one.exported and not one.test and not index.is_test(index.where[one])


def _draft(
    index: Index,
    path: str,
    one: Definition,
    rng: Random,
    task: str,
    wordings: tuple[str, ...],
    body: str,
) -> Draft:
    values = {
        "name": one.name,
        "kind": one.kind,
        "place": of(index, one),
        "folder": f"`{folder(path)}`" if folder(path) != "." else "the root folder",
    }
    answer = f"{say(rng, THERE, **values)}\n\n{body}"
    return Draft(task, one.name, say(rng, wordings, **values), answer, path, one.start, one.end)


def _fields_of(one: Definition) -> list[Member]:
    """The fields that are somebody's own: `__slots__` and the like are the language's."""
    return [member for member in one.members if not member.name.startswith("__")]


def _fields(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    lines = [
        f"`{member.name}`"
        + (f": `{member.type}`" if member.type else "")
        + (f" - {member.doc.removeprefix(f'{member.name} - ')}" if member.doc else "")
        for member in _fields_of(one)
    ]
    return _draft(index, path, one, rng, "fields", FIELDS, listed(lines))


def _contract(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    asks = index.files[path].language in ("go", "java") or any("(" in m.type for m in one.members)
    if one.end - one.start < 40:
        body = block(index, path, one.text)
    else:
        body = listed([f"`{m.name}{m.type if m.type[:1] == '(' else ''}`" for m in one.members])
    return _draft(index, path, one, rng, "contract", CONTRACT if asks else SHAPE, body)


def _methods(
    index: Index, path: str, one: Definition, methods: list[Definition], rng: Random
) -> Draft:
    lines = [
        f"`{method.name}({', '.join(method.parameters)})`"
        + (f": {text}" if (text := short(method.doc, method.name)) else "")
        for method in methods
    ]
    return _draft(index, path, one, rng, "methods", METHODS, listed(lines))


def _implementers(
    index: Index, path: str, one: Definition, others: list[Definition], rng: Random
) -> Draft:
    lines = [
        f"`{other.name}`, {spot(index.where[other], other.start, other.end)}"
        + (f": {text}" if (text := short(other.doc, other.name)) else "")
        for other in others
    ]
    wordings = IMPLEMENTERS if one.kind == "interface" else EXTENDERS
    return _draft(index, path, one, rng, "implementers", wordings, listed(lines))
