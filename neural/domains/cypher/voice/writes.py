"""Changes in English."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.model import NamedNode
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import a, all_of, spoken


@singledispatch
def order(meaning: object, v: Voice) -> str:
    """The order to make a change, in one of several wordings."""
    raise TypeError(f"no change: {meaning!r}")


def described(values: tuple, v: Voice) -> str:
    """'title Heat and rating 8.1'."""
    return all_of([f"{v.noun(prop)} {spoken(value)}" for prop, value in values])


def subject(nodes: NamedNode | model.NodeSet, v: Voice) -> str:
    return v.the(nodes) if isinstance(nodes, NamedNode) else f"all {v.many(nodes)}"


def _name(node: NamedNode) -> str:
    return f"{node.kind.singular} {spoken(node.name)}"


@order.register
def _(q: model.Create, v: Voice) -> str:
    new = a(f"{v.pick(('new ', ''))}{q.kind.singular}")
    ways = "Add {} with {}.", "Create {} with {}.", "Insert {} with {}."
    return v.pick(ways).format(new, described(q.values, v))


@order.register
def _(q: model.CreateLink, v: Voice) -> str:
    one, two, type_ = v.the(q.source), v.the(q.target), q.link.type
    if q.merge:
        return v.pick(
            (
                f"Make sure that {one} is connected to {two} by {type_}.",
                f"Connect {one} to {two} by {type_} unless they are connected so already.",
                f"Add the relationship {type_} from {one} to {two} if it is missing.",
            )
        )
    extra = f" with {described(q.values, v)}" if q.values else ""
    return v.pick(
        (
            f"Add {a(type_)} relationship from {one} to {two}{extra}.",
            f"Connect {one} to {two} by {type_}{extra}.",
            f"Create the relationship {type_} from {one} to {two}{extra}.",
        )
    )


@order.register
def _(q: model.CreateLinked, v: Voice) -> str:
    one, type_ = v.the(q.source), q.link.type
    new = f"{q.link.target.singular} {spoken(q.name)}"
    return v.pick(
        (
            f"Create the {new} and connect {one} to it by {type_}.",
            f"Add a new {new} and {a(type_)} relationship from {one} to it.",
        )
    )


@order.register
def _(q: model.Merge, v: Voice) -> str:
    node = _name(q.node)
    if not q.on:
        return v.pick(
            (
                f"Add the {node} unless it exists already.",
                f"Make sure that the {node} exists.",
                f"Create the {node} if it is not there yet.",
            )
        )
    said = {"CREATE": "when it is new", "MATCH": "when it exists already"}[q.on]
    (prop, value) = q.setting
    noun, text = v.noun(prop), spoken(value)
    return v.pick(
        (
            f"Make sure that the {node} exists and, {said}, set its {noun} to {text}.",
            f"Merge the {node}; {said}, its {noun} becomes {text}.",
        )
    )


@order.register
def _(q: model.SetValue, v: Voice) -> str:
    noun, text, of = v.noun(q.prop), spoken(q.literal), subject(q.nodes, v)
    if q.each:
        return v.pick(
            (
                f"Go through {of} one by one and set the {noun} to {text}.",
                f"For each of {of.removeprefix('all ')}, set the {noun} to {text} in a loop.",
            )
        )
    ways = [f"Set the {noun} of {of} to {text}.", f"Change the {noun} of {of} to {text}."]
    if isinstance(q.nodes, NamedNode):
        ways.append(f"Update {of}: {noun} is now {text}.")
    return v.pick(ways)


@order.register
def _(q: model.Increase, v: Voice) -> str:
    verb = v.pick(("Increase", "Raise") if q.amount > 0 else ("Decrease", "Lower"))
    return f"{verb} the {v.noun(q.prop)} of {v.the(q.node)} by {abs(q.amount)}."


@order.register
def _(q: model.RemoveValue, v: Voice) -> str:
    return f"{v.pick(('Remove', 'Clear', 'Drop'))} the {v.noun(q.prop)} of {subject(q.nodes, v)}."


@order.register
def _(q: model.Delete, v: Voice) -> str:
    if isinstance(q.nodes, NamedNode):
        node = f"the {_name(q.nodes)}"
        return v.pick(
            (
                f"Delete {node} and all its relationships.",
                f"Remove {node} from the graph.",
                f"Delete {node}.",
            )
        )
    many = f"all {v.many(q.nodes)}"
    return v.pick(
        (
            f"Delete {many}.",
            f"Remove {many} from the graph.",
            f"Delete {many}, with their relationships.",
        )
    )


@order.register
def _(q: model.DeleteLinks, v: Voice) -> str:
    one, type_ = v.the(q.source), q.link.type
    if q.target is None:
        to = q.link.target.plural
        return v.pick(
            (
                f"Delete all {type_} relationships from {one} to {to}.",
                f"Remove every {type_} relationship of {one} to {to}.",
            )
        )
    two = v.the(q.target)
    return v.pick(
        (
            f"Delete the {type_} relationship from {one} to {two}.",
            f"Remove the relationship {type_} between {one} and {two}.",
            f"Disconnect {one} from {two} (relationship {type_}).",
        )
    )
