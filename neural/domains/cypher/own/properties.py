"""Completes one property: its values or range, and how people speak of it."""

from collections.abc import Callable

from neural.domains.cypher.own.draft import DraftProperty
from neural.domains.cypher.own.guessing import ranges, values, wordings
from neural.domains.cypher.own.guessing.nouns import singular
from neural.domains.cypher.own.names import parts
from neural.domains.cypher.schema import Property

TEXTS = ("STRING", "LIST<STRING>")
RANGED = ("INTEGER", "FLOAT", "DATE", "DATETIME", "POINT")


def complete(
    name: str,
    draft: DraftProperty,
    label: list[str],
    who: bool,
    taken: set[str] | None,
    refuse: Callable[[str], None],
) -> Property:
    """The property with everything that generation asks for. `taken`, where it names nodes: what
    other nodes are called already."""
    named = parts(name)
    given = {"is_" if key == "is" else key: value for key, value in draft.given.items()}
    what = f"{draft.place}: property {name!r}"
    for key, types in (("values", TEXTS), ("range", RANGED)):
        if key in given and draft.type not in types:
            instead = {"values": "range: [lowest, highest]", "range": "values: [a, b, c]"}[key]
            remedy = f" Write {instead}." if draft.type in TEXTS + RANGED else ""
            refuse(f"{what}: a {draft.type} has no {key}.{remedy}")
            del given[key]
    if draft.type in TEXTS:
        given["values"] = _values(named, draft.type, given, label, taken, what, refuse)
    elif draft.type in RANGED:
        given["range"] = _range(named, draft.type, given, what, refuse)
    guessed = wordings.wording(draft.type, named, label, who)
    guessed["is_"] = guessed.pop("is", None)
    return Property(type=draft.type, **{**guessed, **given})


def _values(named, type_, given, label, taken, what, refuse) -> list[str]:
    found = list(dict.fromkeys(given.get("values", [])))
    if "values" in given and not found:
        refuse(f"{what}: values is empty. Name some, or leave it out.")
    if taken is not None:
        more = values.names(label, named, {*taken, *found})
        return found + more[: max(0, values.KEY_VALUES - len(found))]
    one = [*named[:-1], singular(named[-1])] if type_ != "STRING" else named
    return found or values.invent(label, one)


def _range(named, type_, given, what, refuse) -> list:
    if "range" in given:
        try:
            return ranges.parsed(type_, given["range"])
        except ValueError as error:
            refuse(f"{what}: its range {error}.")
    return ranges.guess(type_, named)
