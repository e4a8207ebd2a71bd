"""Counts, sums and groups, asked for in English."""

from neural.domains.cypher import model
from neural.domains.cypher.model import NodeSet
from neural.domains.cypher.voice.ask import (
    ask,
    each,
    further,
    linked_to,
    measured,
    they,
)
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import (
    COUNT_WORDS,
    counting,
    listing,
    telling,
    third_person,
)
from neural.inflection import plural


@ask.register
def _(q: model.Total, v: Voice) -> str:
    many = v.many(q.nodes)
    if q.measure.function == "count":
        return counting(many, v.rng)
    if q.measure.function == "count distinct":
        noun = v.noun(q.measure.value)
        return v.pick(
            (
                f"How many different values of {noun} occur among {many}?",
                f"How many distinct values of {noun} are there among {many}?",
                f"Count the distinct values of {noun} of {many}.",
                f"Number of different {noun} values among {many}",
            )
        )
    if q.measure.function == "collect":
        noun = v.noun(q.measure.value)
        return v.pick(
            (
                f"Collect the {plural(noun)} of all {many} in one list.",
                f"Give me one list with the {plural(noun)} of the {many}.",
            )
        )
    every = "" if q.nodes.where else v.pick(("all ", "the ", ""))
    return telling(f"{measured(q.measure, v)} of {every}{many}", v.rng)


@ask.register
def _(q: model.Grouped, v: Voice) -> str:
    many, by = v.many(q.nodes), v.noun(q.by)
    if q.measure.function != "count":
        noun = measured(q.measure, v)
        ways = f"{noun} of {many} per {by}", f"{noun} of {many} for each {by}"
        return telling(v.pick(ways), v.rng)
    if q.having:
        sign, number = q.having
        said = v.pick(COUNT_WORDS[sign]).format(number)
        times = said.replace("1", "once") if number == 1 else f"{said} times"
        return v.pick(
            (
                f"Which values of {by} occur {times} among {many}, and how often?",
                f"Group the {many} by {by} and keep only groups of {said}, with the count.",
            )
        )
    if q.top:
        if q.top == 1:
            return v.pick(
                (
                    f"What is the most common {by} among {many}, and how often does it occur?",
                    f"Find the {by} that occurs most often among {many}, with the count.",
                )
            )
        return v.pick(
            (
                f"What are the {q.top} most common values of {by} among {many}, with their counts?",
                f"Top {q.top} values of {by} by number of {many}",
            )
        )
    return v.pick(
        (
            f"How many {many} are there per {by}?",
            f"Count the {many} for each {by}.",
            f"Number of {many} by {by}" if not q.nodes.where else f"Number of {many}, by {by}",
            f"Group the {many} by {by} and count them.",
            f"For each {by}, how many {many} are there?",
        )
    )


@ask.register
def _(q: model.PerNode, v: Voice) -> str:
    its = linked_to(q.link, q.outward, q.others, v, single=True)
    if q.measure.function == "collect":
        return v.pick(
            (
                f"For {each(q.nodes, v)}, collect the {its} in a list.",
                f"For {each(q.nodes, v)}, give a list of the {its}.",
            )
        )
    if q.measure.function != "count":
        noun = measured(q.measure, v)
        return v.pick(
            (
                f"For {each(q.nodes, v)}, what is the {noun} of the {its}?",
                f"For {each(q.nodes, v)}, show the {noun} of the {its}.",
            )
        )
    if q.having:
        return listing(f"{_having(q, v)}, with the count", v.rng)
    if q.top:
        return _most(q, v)
    if q.zero:
        one = v.one(q.nodes)
        return v.pick(
            (
                f"For every {one}, including those without any, count the {its}.",
                f"For each {one}, count the {its}, also where there are none.",
                f"Count the {linked_to(q.link, True, q.others, v)} for all "
                f"{v.many(q.nodes)}, also those with none."
                if q.outward and not q.others.where
                else f"Count the {its} for every {one}, zero included.",
            )
        )
    ways = [
        f"For {each(q.nodes, v)}, count the {its}.",
        f"For {each(q.nodes, v)}, give the number of {its}.",
    ]
    if not q.nodes.where and not q.others.where:
        one, other = q.nodes.kind.singular, q.others.kind.plural
        verb = third_person(q.link.forward)
        if q.outward:
            ways += [
                f"What is the number of {other} that each {one} {verb}?",
                f"Number of {other} that each {one} {verb}",
                f"Count the {other} per {one} {they(q.link, single=True)}.",
            ]
        else:
            ways += [
                f"How many {other} {q.link.forward} each {one}?",
                f"Number of {other} {v.who(q.others.kind)} {q.link.forward} each {one}",
            ]
    return v.pick(ways)


def _having(q: model.PerNode, v: Voice) -> str:
    """'people who acted in more than 2 movies'."""
    counted = model.Linked(q.link, q.outward, q.others, count=q.having)
    return v.many(NodeSet(q.nodes.kind, (*q.nodes.where, counted)))


def _most(q: model.PerNode, v: Voice) -> str:
    kind, others, number = q.nodes.kind, v.many(q.others), q.top
    noun = v.one(q.nodes) if number == 1 else f"{number} {v.many(q.nodes)}"
    verb = third_person(q.link.forward) if number == 1 else q.link.forward
    if not q.outward:
        one = "" if number == 1 else f"{number} "
        name = kind.singular if number == 1 else kind.plural
        if q.nodes.where:
            among = f"Among {v.many(q.nodes)}, find the {one or 'one '}that the most"
            return f"{among} {others} {q.link.forward}, with the count."
        return v.pick(
            (
                f"Find the {one}{name} that the most {others} {q.link.forward}, with the count.",
                f"Show the {one}{name} that the most {others} {q.link.forward}, and how many.",
            )
        )
    if q.nodes.where:
        many = v.many(q.nodes)
        one = "one" if number == 1 else str(number)
        return v.pick(
            (
                f"Among {many}, find the {one} {v.who(kind)} {verb} the most {others}, with the "
                "count.",
                f"Of all {many}, which {one} {verb} the most {others}, and how many?",
            )
        )
    return v.pick(
        (
            f"Which {noun} {verb} the most {others}, and how many?",
            f"Find the {noun} {v.who(kind)} {verb} the most {others}, with the count.",
        )
    )


@ask.register
def _(q: model.MeanCount, v: Voice) -> str:
    many, one, others = v.many(q.nodes), v.one(q.nodes), q.others.kind
    tail = further(q.others, v)
    return v.pick(
        (
            f"For {q.nodes.kind.plural} {v.who(q.nodes.kind)} {q.link.forward} at least one "
            f"{others.singular}{tail}, what is the average number of {others.plural}?"
            if not q.nodes.where
            else f"What is the average number of {others.plural}{tail} that {many} "
            f"{q.link.forward}, leaving out those with none?",
            f"Average number of {others.plural}{tail} that each {one} "
            f"{third_person(q.link.forward)}, leaving out those with none"
            if not q.nodes.where
            else f"Average number of {others.plural}{tail} that {many} {q.link.forward}, not "
            "counting those with none",
        )
    )
