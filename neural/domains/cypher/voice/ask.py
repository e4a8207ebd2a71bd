"""How a question is asked, and what all questions have in common."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.model import NodeSet
from neural.domains.cypher.schema import Link
from neural.domains.cypher.voice.phrases import DATED, Voice
from neural.domains.cypher.voice.wording import object_of, third_person

MEASURES = {
    "avg": ("average", "mean"),
    "sum": ("total", "sum of the"),
    "min": ("lowest", "minimum", "smallest"),
    "max": ("highest", "maximum", "largest"),
    "stdev": ("standard deviation of the",),
    "median": ("median",),
}


@singledispatch
def ask(meaning: object, v: Voice) -> str:
    """The question, in one of many wordings."""
    raise TypeError(f"no question: {meaning!r}")


def extreme(order: model.Order, v: Voice) -> str:
    """'highest', 'latest': what people call the first in an order."""
    if order.value.type in DATED:
        return "latest" if order.descending else "earliest"
    return v.pick(("highest", "largest") if order.descending else ("lowest", "smallest"))


def sorting(order: model.Order, v: Voice) -> str:
    if order.value.type in DATED:
        return v.pick(
            ("descending", "latest first") if order.descending else ("ascending", "earliest first")
        )
    return v.pick(
        ("descending", "from high to low", "largest first")
        if order.descending
        else ("ascending", "from low to high", "smallest first")
    )


def measured(measure: model.Measure, v: Voice) -> str:
    """'average rating', 'highest release year'."""
    return f"{v.pick(MEASURES[measure.function])} {v.noun(measure.value)}"


def each(nodes: NodeSet, v: Voice) -> str:
    """'each movie', with its conditions."""
    return f"{v.pick(('each', 'every'))} {v.one(nodes)}"


def they(link: Link, single: bool = False) -> str:
    """'they acted in', of one thing 'it belongs to': who a relationship starts from, and how."""
    thing = single and not link.source.who
    return f"it {third_person(link.forward)}" if thing else f"they {link.forward}"


def linked_to(link: Link, outward: bool, others: NodeSet, v: Voice, single: bool = False) -> str:
    """'movies they acted in', 'people who acted in it': what each node is linked to. `single`: as
    said of one of them."""
    if outward:
        return f"{others.kind.plural} {they(link, single)}{further(others, v)}"
    did = object_of(link.forward, "it")
    return f"{others.kind.plural} {v.who(others.kind)} {did}{further(others, v)}"


def further(others: NodeSet, v: Voice) -> str:
    return f" {v.such(others)}" if others.where else ""
