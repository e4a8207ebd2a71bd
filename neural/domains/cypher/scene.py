"""What a query shape draws from: a graph, a source of chance, and conditions with their English."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from neural.domains.cypher.graph import Graph, literal
from neural.domains.cypher.schema import Kind, Link, Prop, Schema, words
from neural.domains.cypher.wording import NEGATION, a, any_of, near, spoken, third_person
from neural.inflection import plural

NUMBERS = ("INTEGER", "FLOAT")


class NotHere(Exception):
    """This graph has nothing that the shape could ask about; another shape is tried."""


@dataclass(frozen=True)
class Condition:
    """A predicate on one variable and the post-modifier that says the same of a plural noun."""

    cypher: str
    english: str


def plain(schema: Schema) -> Schema:
    """The schema with words that keep near its identifiers, as people who know it speak.

    A relationship is named by its type only where its own verb is far from it and another joins
    the same labels: else the labels tell which one is meant.
    """
    kinds = {kind.label: _plain_kind(kind) for kind in schema.kinds}
    joined = Counter((link.source.label, link.target.label) for link in schema.links)
    links = (
        replace(
            link,
            source=kinds[link.source.label],
            target=kinds[link.target.label],
            forward=link.plain
            if near(words(link.type), link.plain)
            or joined[link.source.label, link.target.label] == 1
            else f"are linked by {link.type} to",
        )
        for link in schema.links
    )
    return replace(schema, kinds=tuple(kinds.values()), links=tuple(links))


def _plain_kind(kind: Kind) -> Kind:
    label = words(kind.label)
    singular = kind.singular if near(label, kind.singular) else label
    many = kind.plural if near(label, kind.plural) else plural(singular)
    return replace(kind, singular=singular, plural=many)


class Scene:
    """A graph seen by the shapes. `natural` wordings use the family's own phrases, plain ones
    keep near the schema's identifiers, as people who know their schema do."""

    def __init__(self, graph: Graph, rng: Random, natural: bool) -> None:
        self.graph, self.rng, self.natural = graph, rng, natural
        self.schema = graph.schema if natural else plain(graph.schema)

    def pick(self, options):
        """One of the options; NotHere when there is none."""
        options = list(options)
        if not options:
            raise NotHere
        return self.rng.choice(options)

    # What there is

    def kind(self, where: Callable[[Kind], bool] = lambda kind: True) -> Kind:
        return self.pick(kind for kind in self.schema.kinds if where(kind))

    def link(self, where: Callable[[Link], bool] = lambda link: True) -> Link:
        """A relationship type that the graph has edges of."""
        used = sorted({edge[0] for edge in self.graph.edges})
        return self.pick(link for n in used if where(link := self.schema.links[n]))

    def edges(self, link: Link) -> list[tuple[int, int, dict]]:
        """All edges of a relationship type: (source's number, target's number, properties)."""
        number = self.schema.links.index(link)
        return [edge[1:] for edge in self.graph.edges if edge[0] == number]

    def prop(self, kind: Kind | Link, *types: str, key: bool = False) -> Prop:
        """A property of one of the types; the naming one only when `key` is set."""
        props = kind.props if key or isinstance(kind, Link) else kind.props[1:]
        return self.pick(p for p in props if not types or p.type in types)

    def kind_with(self, *types: str) -> tuple[Kind, Prop]:
        """A label and one of its properties of the types, not the naming one."""
        kind = self.kind(lambda k: any(p.type in types for p in k.props[1:]))
        return kind, self.prop(kind, *types)

    def values(self, kind: Kind, prop: Prop) -> list:
        """The different values that nodes of the label have, sorted."""
        return sorted({n[prop.name] for n in self.graph.nodes[kind.label] if prop.name in n})

    def name(self, kind: Kind) -> str:
        """The name of some node."""
        return self.pick(self.graph.nodes[kind.label])[kind.key.name]

    def edge(self, link: Link) -> tuple[str, str, dict]:
        """Some edge as (source's name, target's name, properties)."""
        i, j, props = self.pick(self.edges(link))
        source = self.graph.nodes[link.source.label][i][link.source.key.name]
        target = self.graph.nodes[link.target.label][j][link.target.key.name]
        return source, target, props

    # How it is said

    def the(self, kind: Kind, name: str) -> str:
        """A node by name: 'the movie Heat', 'movie "Heat"'; freely also just 'Heat'."""
        quoted = f'"{name}"' if self.rng.random() < 0.3 else spoken(name)
        forms = (f"the {kind.singular} {quoted}", f"{kind.singular} {quoted}")
        return self.pick((quoted, *forms) if self.natural else forms)

    def noun(self, prop: Prop) -> str:
        spec = prop.spec
        if spec.noun and (self.natural or _begins(spec.noun, prop)):
            return spec.noun
        return f"{prop.words} flag" if prop.type == "BOOLEAN" else prop.words

    def who(self, kind: Kind) -> str:
        return "who" if kind.who else "that"

    def targets_of(self, link: Link, source: str) -> str:
        """'movies that Keanu Reeves acted in', 'movies starring Keanu Reeves'."""
        named = self.the(link.source, source)
        if self.natural and self.rng.random() < 0.6:
            return f"{link.target.plural} {link.backward} {named}"
        relative = self.pick(("that ", "that ", ""))
        return f"{link.target.plural} {relative}{named} {third_person(link.forward)}"

    def sources_of(self, link: Link, target: str) -> str:
        """'people who acted in Heat'."""
        named = self.the(link.target, target)
        return f"{link.source.plural} {self.who(link.source)} {link.forward} {named}"

    # Conditions

    def condition(self, kind: Kind, var: str, *types: str, prop: Prop | None = None) -> Condition:
        """A condition that some nodes of the label fulfil."""
        prop = prop or self.prop(kind, *types)
        values = self.values(kind, prop)
        if not values:
            raise NotHere
        return self._compare(prop, f"{var}.{prop.name}", values)

    def link_condition(self, link: Link, var: str) -> Condition:
        """A condition on a property of a relationship."""
        prop = self.prop(link)
        values = sorted({props[prop.name] for _, _, props in self.edges(link)})
        return self._compare(prop, f"{var}.{prop.name}", values)

    def _compare(self, prop: Prop, term: str, values: list) -> Condition:
        noun, spec, value = self.noun(prop), prop.spec, self.pick(values)
        text = spoken(value)
        if prop.type == "BOOLEAN":
            return self._boolean(prop, term, value)
        if prop.type == "STRING":
            english = [f"whose {noun} is {text}", f"with {noun} {text}", f"with the {noun} {text}"]
            if self.natural and spec.is_ and self.rng.random() < 0.7:
                english = [spec.is_.format(text)]
            return Condition(f"{term} = {literal(value)}", self.pick(english))
        if len(values) < 2:
            raise NotHere
        free = self.natural or (_begins(spec.over, prop) and _begins(spec.under, prop))
        if spec.over and spec.under and free and self.rng.random() < 0.6:
            low = value != values[-1] and (value == values[0] or self.rng.random() < 0.5)
            sign, phrase = (">", spec.over) if low else ("<", spec.under)
            return Condition(f"{term} {sign} {literal(value)}", phrase.format(text))
        return self._threshold(prop, term, values, value, noun)

    def _threshold(self, prop: Prop, term: str, values: list, value, noun: str) -> Condition:
        signs = [">="] * (value != values[0]) + ["<="] * (value != values[-1])
        signs += [">", ">"] * (value != values[-1]) + ["<", "<"] * (value != values[0])
        sign = self.pick([*signs, "="])
        text = spoken(value)
        said = (DATE_WORDS if prop.type == "DATE" else NUMBER_WORDS)[sign]
        english = self.pick(said).format(noun=noun, a=a(noun), v=text)
        return Condition(f"{term} {sign} {literal(value)}", english)

    def _boolean(self, prop: Prop, term: str, value: bool) -> Condition:
        text, phrase = spoken(value), prop.spec.yes if value else prop.spec.no
        english = [f"where {prop.words} is {text}", f"with {prop.words} set to {text}"]
        plain = phrase and near(prop.words, phrase) and (value or NEGATION.search(phrase))
        free = phrase and (self.natural or plain)
        if free and self.rng.random() < 0.8:
            english = [phrase]
        return Condition(f"{term} = {text}", self.pick(english))

    def among(self, kind: Kind, prop: Prop, var: str) -> Condition:
        """A condition that a property is one of two or three values."""
        values = self.values(kind, prop)
        if len(values) < 3:
            raise NotHere
        chosen = self.rng.sample(values, self.rng.choice((2, 2, 3)))
        listed = ", ".join(literal(value) for value in chosen)
        english = f"whose {self.noun(prop)} is {any_of([spoken(v) for v in chosen])}"
        return Condition(f"{var}.{prop.name} IN [{listed}]", english)


def _begins(phrase: str | None, prop: Prop) -> bool:
    """Whether a phrase begins as the identifier does: "release year", not "fare zone"."""
    return bool(phrase) and near(prop.words.split()[0], phrase.split()[0])


NUMBER_WORDS = {
    ">": (
        "with {a} above {v}",
        "with {a} over {v}",
        "with {a} greater than {v}",
        "whose {noun} is greater than {v}",
        "whose {noun} is above {v}",
        "with {a} higher than {v}",
        "with {a} of more than {v}",
        "where the {noun} exceeds {v}",
    ),
    "<": (
        "with {a} below {v}",
        "with {a} under {v}",
        "with {a} less than {v}",
        "whose {noun} is less than {v}",
        "whose {noun} is below {v}",
        "with {a} lower than {v}",
        "with {a} of less than {v}",
    ),
    ">=": (
        "with {a} of at least {v}",
        "whose {noun} is at least {v}",
        "whose {noun} is {v} or more",
        "with {a} of {v} or higher",
    ),
    "<=": (
        "with {a} of at most {v}",
        "whose {noun} is at most {v}",
        "whose {noun} is {v} or less",
        "with {a} of {v} or lower",
    ),
    "=": ("whose {noun} is {v}", "with {a} of {v}", "with {a} of exactly {v}"),
}
DATE_WORDS = {
    ">": ("with {a} after {v}", "whose {noun} is after {v}", "whose {noun} is later than {v}"),
    "<": ("with {a} before {v}", "whose {noun} is before {v}", "whose {noun} is earlier than {v}"),
    ">=": ("with {a} on or after {v}", "whose {noun} is {v} or later"),
    "<=": ("with {a} on or before {v}", "whose {noun} is {v} or earlier"),
    "=": ("with the {noun} {v}", "whose {noun} is {v}"),
}
