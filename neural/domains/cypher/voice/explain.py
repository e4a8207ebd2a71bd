"""What a query does, said to somebody who reads it."""

from functools import singledispatch

from neural.domains.cypher import model
from neural.domains.cypher.voice.ask import extreme, linked_to, measured, sorting
from neural.domains.cypher.voice.phrases import Voice
from neural.domains.cypher.voice.wording import COUNT_WORDS, all_of, spoken, third_person
from neural.domains.cypher.voice.writes import described, subject

SORTED = "sorted by {}, {}"


@singledispatch
def explain(meaning: object, v: Voice) -> str:
    """One sentence."""
    raise TypeError(f"nothing to explain: {meaning!r}")


@explain.register
def _(q: model.Listing, v: Voice) -> str:
    kind, many = q.nodes.kind, v.many(q.nodes)
    columns = all_of([v.noun(kind.key), *(v.noun(value) for value in q.values)])
    if not q.order:
        every = "" if q.nodes.where else "all "
        return f"Returns the {columns} of {every}{many}."
    noun, most = v.noun(q.order.value), extreme(q.order, v)
    if q.skip:
        first = "the first one" if q.skip == 1 else f"the first {q.skip}"
        order = f"in alphabetical order, skips {first} and returns the {columns} of the next"
        return f"Takes the {many} {order} {q.limit}."
    if q.limit == 1:
        return f"Finds the one with the {most} {noun} among {many} and returns its {columns}."
    if q.limit:
        return f"Returns the {columns} of the {q.limit} {many} with the {most} {noun}."
    if q.order.value.prop == kind.key and not q.order.value.function:
        back = "reverse " if q.order.descending else ""
        return f"Returns the {columns} of {many} in {back}alphabetical order."
    return f"Returns the {columns} of {many}, {SORTED.format(noun, sorting(q.order, v))}."


@explain.register
def _(q: model.Facts, v: Voice) -> str:
    return f"Looks up the {v.nouns(q.values)} of {v.the(q.node)}."


@explain.register
def _(q: model.Distinct, v: Voice) -> str:
    return f"Lists each different {v.noun(q.value)} that {v.many(q.nodes)} have, once."


@explain.register
def _(q: model.Total, v: Voice) -> str:
    many, function = v.many(q.nodes), q.measure.function
    if function == "count":
        return f"Counts the {many}."
    if function == "count distinct":
        return f"Counts how many different values of {v.noun(q.measure.value)} {many} have."
    if function == "collect":
        return f"Collects the {v.noun(q.measure.value)} of all {many} in one list."
    return f"Works out the {measured(q.measure, v)} of {many}."


@explain.register
def _(q: model.Grouped, v: Voice) -> str:
    many, by = v.many(q.nodes), v.noun(q.by)
    if q.measure.function != "count":
        return f"Groups {many} by {by} and works out the {measured(q.measure, v)} of each group."
    start = f"Groups {many} by {by} and counts them"
    if q.having:
        return f"{start}; keeps the groups of {_number(q.having)}."
    if q.top:
        return f"{start}; keeps {'the largest group' if q.top == 1 else _largest(q.top)}."
    return f"{start}."


def _number(having: tuple[str, int]) -> str:
    sign, number = having
    return COUNT_WORDS[sign][0].format(number)


def _largest(number: int) -> str:
    return f"the {number} largest groups"


@explain.register
def _(q: model.PerNode, v: Voice) -> str:
    one = v.one(q.nodes)
    beyond = linked_to(q.link, q.outward, q.others, v, single=True)
    if q.measure.function == "collect":
        return f"For each {one}, collects the {beyond} in a list."
    if q.measure.function != "count":
        return f"For each {one}, works out the {measured(q.measure, v)} of the {beyond}."
    start = f"For each {one}, counts the {beyond}"
    if q.having:
        return f"{start}, and keeps those with {_number(q.having)}."
    if q.top:
        first = "the one with the most" if q.top == 1 else f"the {q.top} with the most"
        return f"{start}, and keeps {first}."
    return f"{start}, with zero where there are none." if q.zero else f"{start}."


@explain.register
def _(q: model.MeanCount, v: Voice) -> str:
    beyond = linked_to(q.link, q.outward, q.others, v, single=True)
    return f"Counts the {beyond} for each {v.one(q.nodes)} that has any, and averages the counts."


@explain.register
def _(q: model.Pairs, v: Voice) -> str:
    beyond = linked_to(q.link, True, q.others, v)
    tail = f" {v.comparison(q.on.value, q.on.sign, q.on.literal)}" if q.on else ""
    tail += f", with the {v.nouns(q.values)}" if q.values else ""
    many = v.many(q.nodes)
    if q.zero:
        return f"Returns all {many} with the {beyond}, or nothing beside them where there are none."
    return f"Returns {many}, each with the {beyond}{tail}."


@explain.register
def _(q: model.Best, v: Voice) -> str:
    beyond = linked_to(q.link, True, q.others, v, single=True)
    noun = v.noun(q.order.value)
    return (
        f"For each {v.one(q.nodes)}, finds the one with the {extreme(q.order, v)} {noun} among the "
        f"{beyond}, by a subquery."
    )


@explain.register
def _(q: model.Gathered, v: Voice) -> str:
    beyond = linked_to(q.link, True, q.others, v, single=True)
    return f"Returns each {v.one(q.nodes)} with a list of the {beyond}, which may be empty."


@explain.register
def _(q: model.LinkFacts, v: Voice) -> str:
    verb = third_person(q.link.forward)
    fact = f"{v.the(q.source)} {verb} {v.the(q.target)}"
    return f"Returns the {v.noun(q.value)} of the relationship by which {fact}."


@explain.register
def _(q: model.IsLinked, v: Voice) -> str:
    return f"Says whether {v.the(q.source)} {third_person(q.link.forward)} {v.the(q.target)}."


@explain.register
def _(q: model.LinkTypes, v: Voice) -> str:
    return f"Returns the types of the relationships from {v.the(q.source)} to {v.the(q.target)}."


@explain.register
def _(q: model.CountLinks, v: Voice) -> str:
    one, two = q.link.source.plural, q.link.target.plural
    return f"Counts the {q.link.type} relationships from {one} to {two}."


@explain.register
def _(q: model.Shortest, v: Voice) -> str:
    what = f"the {q.link.source.plural} along" if q.names else "the length of"
    ends = f"{v.the(q.source)} and {v.the(q.target)}"
    return f"Returns {what} the shortest {q.link.type} path between {ends}, in either direction."


@explain.register
def _(q: model.Mutual, v: Voice) -> str:
    return f"Finds pairs of {q.link.source.plural} with {q.link.type} both ways, each pair once."


@explain.register
def _(q: model.Lookup, v: Voice) -> str:
    names = all_of([spoken(name) for name in q.names])
    return f"Goes through the {q.kind.plural} {names} and returns the {v.noun(q.value)} of each."


@explain.register
def _(q: model.Classified, v: Voice) -> str:
    many, noun, limit = v.many(q.nodes), v.noun(q.value), spoken(q.threshold)
    words = f'"{q.high}" where the {noun} is at least {limit}, else "{q.low}"'
    return f"Returns the {v.noun(q.nodes.kind.key)} of {many} with a word for each: {words}."


@explain.register
def _(q: model.Defaulted, v: Voice) -> str:
    many, noun, key = v.many(q.nodes), v.noun(q.value), v.noun(q.nodes.kind.key)
    return (
        f'Returns the {key} and {noun} of {many}, with "{q.default}" where the {noun} is missing.'
    )


@explain.register
def _(q: model.Together, v: Voice) -> str:
    return f"Returns the names of {v.many(q.first)} and of {v.many(q.second)} in one list."


@explain.register
def _(q: model.OfTheMost, v: Voice) -> str:
    noun, most = v.noun(q.order.value), extreme(q.order, v)
    owner = f"the one with the {most} {noun} among {v.many(q.nodes)}"
    its = linked_to(q.link, True, model.NodeSet(q.link.target), v, single=True)
    return f"Takes {owner} and returns the {its}."


@explain.register
def _(q: model.Create, v: Voice) -> str:
    return f"Creates one {q.kind.singular} with {described(q.values, v)}."


@explain.register
def _(q: model.CreateLink, v: Voice) -> str:
    verb = "Makes sure there is" if q.merge else "Creates"
    extra = f" with {described(q.values, v)}" if q.values else ""
    ends = f"from {v.the(q.source)} to {v.the(q.target)}"
    return f"{verb} one {q.link.type} relationship {ends}{extra}."


@explain.register
def _(q: model.CreateLinked, v: Voice) -> str:
    new = f"{q.link.target.singular} {spoken(q.name)}"
    return f"Creates the {new} and connects {v.the(q.source)} to it by {q.link.type}."


@explain.register
def _(q: model.Merge, v: Voice) -> str:
    start = f"Creates the {q.node.kind.singular} {spoken(q.node.name)} unless it exists"
    if not q.on:
        return f"{start}."
    prop, value = q.setting
    when = "only when it is new" if q.on == "CREATE" else "only when it was there before"
    return f"{start}, and sets its {v.noun(prop)} to {spoken(value)}, {when}."


@explain.register
def _(q: model.SetValue, v: Voice) -> str:
    loop = ", one after another in a loop" if q.each else ""
    of = subject(q.nodes, v)
    return f"Sets the {v.noun(q.prop)} of {of} to {spoken(q.literal)}{loop}."


@explain.register
def _(q: model.Increase, v: Voice) -> str:
    verb = "Raises" if q.amount > 0 else "Lowers"
    return f"{verb} the {v.noun(q.prop)} of {v.the(q.node)} by {abs(q.amount)}."


@explain.register
def _(q: model.RemoveValue, v: Voice) -> str:
    return f"Removes the {v.noun(q.prop)} of {subject(q.nodes, v)}; the rest stays."


@explain.register
def _(q: model.Delete, v: Voice) -> str:
    whose = "its" if isinstance(q.nodes, model.NamedNode) else "their"
    return f"Deletes {subject(q.nodes, v)} together with {whose} relationships."


@explain.register
def _(q: model.DeleteLinks, v: Voice) -> str:
    if q.target:
        ends = f"from {v.the(q.source)} to {v.the(q.target)}"
        return f"Deletes the {q.link.type} relationship {ends}; both nodes stay."
    ends = f"from {v.the(q.source)} to {q.link.target.plural}"
    return f"Deletes all {q.link.type} relationships {ends}; the nodes stay."
