"""Indexes, constraints, procedures and plans in English."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.render.admin import index_name
from neural.domains.cypher.voice.ask import ask
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import a


@singledispatch
def request(meaning: object, v: Voice) -> str:
    """The wish to see or change the database itself."""
    raise TypeError(f"nothing to manage: {meaning!r}")


@request.register
def _(q: model.Index, v: Voice) -> str:
    label, name = q.kind.label, q.prop.name
    if q.drop:
        what = "uniqueness constraint" if q.unique else "index"
        called = index_name(q.kind, q.prop, "unique" if q.unique else "")
        return v.pick(
            (
                f"Drop the {what} {called} if it exists.",
                f"Remove the {what} called {called}.",
                f"Get rid of {called}, the {what} on {name} of {label}.",
            )
        )
    if q.unique:
        return v.pick(
            (
                f"Make sure that no two {q.kind.plural} have the same {v.noun(q.prop)}, by a "
                "constraint.",
                f"Add a uniqueness constraint on {name} of {label}.",
                f"Create a constraint so that the {name} of {a(label)} node is unique.",
            )
        )
    return v.pick(
        (
            f"Create an index on the {name} of {label} nodes.",
            f"Looking up {q.kind.plural} by {v.noun(q.prop)} is slow: add an index.",
            f"Add an index for {label}.{name} unless there is one.",
        )
    )


@request.register
def _(q: model.Show, v: Voice) -> str:
    what = q.what.lower()
    return v.pick(
        (
            f"Which {what} does the database have?",
            f"Show all {what}.",
            f"List the {what}.",
            f"What {what} are defined?",
        )
    )


@request.register
def _(q: model.Catalogue, v: Voice) -> str:
    names = {
        "labels": ("labels", "node labels"),
        "relationshipTypes": ("relationship types", "kinds of relationships"),
        "propertyKeys": ("property keys", "property names"),
    }
    what = v.pick(names[q.what])
    return v.pick(
        (
            f"Which {what} occur in this graph?",
            f"List all {what} in alphabetical order.",
            f"What {what} are there?",
            f"Show me the {what} of the database.",
        )
    )


@request.register
def _(q: model.Plan, v: Voice) -> str:
    question = ask(q.question, v)
    if q.profile:
        return v.pick(
            (f"Profile this query: {question}", f"Run it and show the profile: {question}")
        )
    return v.pick(
        (
            f"Show the execution plan, without running it: {question}",
            f"Explain the plan of this query: {question}",
        )
    )


@request.register
def _(q: model.FullText, v: Voice) -> str:
    index = index_name(q.kind, q.prop, "text")
    many = f"the {q.limit} best {q.kind.plural}" if q.limit else q.kind.plural
    return v.pick(
        (
            f'Search the full-text index {index} for "{q.text}" and show {many} with their score.',
            f'Full-text search for "{q.text}" in {index}: {many} with the score, best first.',
        )
    )


@request.register
def _(q: model.Similar, v: Voice) -> str:
    index = index_name(q.kind, None, "embedding")
    return v.pick(
        (
            f"Find the {q.number} {q.kind.plural} most similar to the vector $queryVector, by the "
            f"index {index}.",
            f"Which {q.number} {q.kind.plural} are nearest to $queryVector in the vector index "
            f"{index}, with their score?",
        )
    )
