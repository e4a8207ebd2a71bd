"""Nouns and conditions: how people name what they ask about."""

import re
from datetime import date
from random import Random

from neural.domains.cypher.model import (
    Between,
    Comparison,
    Condition,
    Either,
    HasItem,
    Known,
    Linked,
    NamedNode,
    Near,
    NodeSet,
    Not,
    OneOf,
    TextMatch,
    Value,
    VersusAverage,
)
from neural.domains.cypher.schema import Kind, Prop
from neural.domains.cypher.voice.wording import (
    AVERAGE_WORDS,
    COUNT_WORDS,
    DATE_WORDS,
    LINKING,
    NEGATION,
    NUMBER_WORDS,
    PAST,
    SIGN_WORDS,
    TEXT_WORDS,
    a,
    agreed,
    all_of,
    any_of,
    near,
    spoken,
    third_person,
    with_article,
)

DATED = {"DATE": "date", "DATETIME": "time"}


class Voice:
    """Somebody who asks. `natural` speech uses the family's own phrases, plain speech keeps near
    the schema's identifiers, as people who know their schema do."""

    def __init__(self, rng: Random, natural: bool) -> None:
        self.rng, self.natural = rng, natural

    def pick(self, options):
        return self.rng.choice(tuple(options))

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    # Nouns

    def the(self, node: NamedNode, bare: bool = True) -> str:
        """A node by name: 'the movie Heat', 'movie "Heat"'; freely also just 'Heat'."""
        quoted = f'"{node.name}"' if self.chance(0.3) else spoken(node.name)
        forms = (f"the {node.kind.singular} {quoted}", f"{node.kind.singular} {quoted}")
        return self.pick((quoted, *forms) if self.natural and bare else forms)

    def noun(self, value: Value | Prop) -> str:
        """'release year', 'length of the title'."""
        prop = value.prop if isinstance(value, Value) else value
        text = prop.spec.noun if self.natural and prop.spec.noun else plain_noun(prop)
        function = value.function if isinstance(value, Value) else None
        return self.pick(function.english).format(text) if function else text

    def nouns(self, values: tuple[Value, ...]) -> str:
        """'release year and rating'."""
        return all_of([self.noun(value) for value in values])

    def who(self, kind: Kind) -> str:
        return "who" if kind.who else "that"

    def many(self, nodes: NodeSet) -> str:
        """'movies released after 2000 that Ana Torrente acted in'."""
        return f"{nodes.kind.plural} {self.such(nodes)}".rstrip()

    def one(self, nodes: NodeSet) -> str:
        """'movie released after 2000': as `many`, of one."""
        return f"{nodes.kind.singular} {self.such(nodes, single=True)}".rstrip()

    # Conditions

    def such(self, nodes: NodeSet, single: bool = False) -> str:
        """What follows the noun: its properties first, then what it is linked to. `single`: the
        noun is in the singular."""
        own = [self.condition(c, nodes.kind) for c in nodes.where if not isinstance(c, Linked)]
        own = [_of_one(text) for text in own] if single else own
        links = [c for c in nodes.where if isinstance(c, Linked)]
        # What is said last may have conditions of its own, which would seem to be the first's.
        links.sort(key=lambda c: isinstance(c.other, NodeSet))
        clause = bool(own) and own[-1].startswith(("whose ", "where ", "that ", "who "))
        clauses = [
            self.linked(c, nodes.kind, single, short=i == 0 and not clause)
            for i, c in enumerate(links)
        ]
        said = all_of(own)
        if own and clauses:
            said += " and " if clause or len(own) > 1 else " "
        return said + " and ".join(clauses)

    def condition(self, condition: Condition, kind: Kind) -> str:
        """A condition as a post-modifier of a plural noun."""
        text = self._condition(condition, kind)
        own = isinstance(
            condition, Comparison | Between | OneOf | TextMatch | Known | VersusAverage
        )
        return agreed(text, self.noun(condition.value.prop)) if own else text

    def _condition(self, condition: Condition, kind: Kind) -> str:
        match condition:
            case Comparison(value, sign, literal):
                return self.comparison(value, sign, literal)
            case Between(value, low, high):
                return self._between(value, low, high)
            case OneOf(value, literals):
                return f"whose {self.noun(value)} is {any_of([spoken(v) for v in literals])}"
            case TextMatch():
                return self._text(condition)
            case Known(value, known):
                return self._known(self.noun(value), known)
            case HasItem(value, item):
                return self._item(value, item)
            case Near(value, centre, metres):
                far = f"{metres // 1000} km" if metres % 1000 == 0 else f"{metres} metres"
                return self.pick(
                    (f"less than {far} from {spoken(centre)}", f"within {far} of {spoken(centre)}")
                )
            case VersusAverage(value, sign):
                said = self.pick(AVERAGE_WORDS[sign])
                return f"whose {self.noun(value)} is {said} the average"
            case Either(conditions):
                return any_of([self.condition(one, kind) for one in conditions])
            case Not(inner):
                return self._negated(inner)
            case Linked():
                return self.linked(condition, kind)
        raise TypeError(f"no condition: {condition!r}")

    def comparison(self, value: Value, sign: str, literal: object) -> str:
        prop, spec, text = value.prop, value.prop.spec, spoken(literal)
        noun = self.noun(value)
        if value.function:
            if value.function.name == "year" and sign == "=":
                return self.pick(
                    (
                        f"with {with_article(self.noun(prop))} in {text}",
                        f"where the {noun} is {text}",
                    )
                )
            return f"where the {noun} is {self.pick(SIGN_WORDS[sign])} {text}"
        if prop.type == "BOOLEAN":
            return self._boolean(prop, literal == (sign == "="))
        if prop.type == "STRING":
            if sign == "<>":
                return self.pick(
                    (f"whose {noun} is not {text}", f"with {with_article(noun)} other than {text}")
                )
            english = [f"whose {noun} is {text}", f"with {noun} {text}", f"with the {noun} {text}"]
            if self.natural and spec.is_ and self.chance(0.7):
                english = [spec.is_.format(text)]
            return self.pick(english)
        phrase = {">": spec.over, "<": spec.under}.get(sign)
        free = self.natural or (begins(spec.over, prop) and begins(spec.under, prop))
        if phrase and free and self.chance(0.6):
            return phrase.format(text)
        said = (DATE_WORDS if prop.type in DATED else NUMBER_WORDS)[sign]
        return self.pick(said).format(noun=noun, a=with_article(noun), v=text)

    def _boolean(self, prop: Prop, value: bool) -> str:
        text, phrase = spoken(value), prop.spec.yes if value else prop.spec.no
        plain = phrase and near(prop.words, phrase) and (value or NEGATION.search(phrase))
        if phrase and (self.natural or plain) and self.chance(0.8):
            return phrase
        return self.pick((f"where {prop.words} is {text}", f"with {prop.words} set to {text}"))

    def _between(self, value: Value, low: object, high: object) -> str:
        noun, period = self.noun(value), _period(low, high)
        if period:
            return self.pick(
                (f"with {with_article(noun)} in {period}", f"whose {noun} is in {period}")
            )
        one, two = spoken(low), spoken(high)
        return self.pick(
            (
                f"with {with_article(noun)} between {one} and {two}",
                f"whose {noun} is between {one} and {two}",
                f"whose {noun} is from {one} to {two}",
            )
        )

    def _text(self, match: TextMatch) -> str:
        noun = self.noun(match.value)
        if match.operator == "=~":
            return f'whose {noun} matches the regular expression "{match.piece}"'
        plain = all(word.isalnum() for word in match.piece.split())
        quoted = match.piece if plain and self.chance(0.4) else f'"{match.piece}"'
        said = self.pick(TEXT_WORDS[match.operator]).format(
            noun=noun, a=with_article(noun), v=quoted
        )
        ignoring = (" (ignoring case)", " in upper or lower case", " (in any case)")
        return said + self.pick(ignoring) if match.any_case else said

    def _known(self, noun: str, known: bool) -> str:
        if known:
            return self.pick(
                (
                    f"that have a known {noun}",
                    f"whose {noun} is known",
                    f"whose {noun} is recorded",
                    f"whose {noun} is not missing",
                )
            )
        return self.pick(
            (
                f"without {noun}",
                f"that have no {noun}",
                f"whose {noun} is missing",
                f"whose {noun} is unknown",
                f"with no {noun}",
            )
        )

    def _item(self, value: Value, item: str) -> str:
        noun, text = self.noun(value), spoken(item)
        said = [f"whose {noun} include {text}", f"with {text} among their {noun}"]
        if value.prop.spec.item:
            said.append(f"with {text} as {a(value.prop.spec.item)}")
        return self.pick(said)

    def _negated(self, inner: Condition) -> str:
        match inner:
            case TextMatch(value, operator, piece):
                verb = {"CONTAINS": "contain", "STARTS WITH": "start with", "ENDS WITH": "end with"}
                return f'whose {self.noun(value)} does not {verb[operator]} "{piece}"'
            case OneOf(value, literals):
                listed = any_of([spoken(v) for v in literals])
                return self.pick(
                    (
                        f"whose {self.noun(value)} is neither {listed.replace(' or ', ' nor ')}",
                        f"whose {self.noun(value)} is not {listed}",
                    )
                )
            case HasItem(value, item):
                return f"whose {self.noun(value)} do not include {spoken(item)}"
        raise TypeError(f"nobody negates {inner!r}")

    # Relationships

    def linked(self, linked: Linked, kind: Kind, single: bool = False, short: bool = True) -> str:
        """'who acted in Heat', 'that no person from France acted in'; `short`: also 'owned by
        Ana', 'Ana owns'."""
        forward = linked.link.forward
        mine = third_person(forward) if single else forward
        if linked.steps != (1, 1):
            return self._steps(linked)
        if shared := same_as(linked):
            other, named = linked.other.kind.singular, self.the(shared)
            return f"{self.who(kind)} {mine} the same {other} as {named}"
        tail = (
            f" {self.comparison(linked.on.value, linked.on.sign, linked.on.literal)}"
            if linked.on
            else ""
        )
        other, singular = self._other(linked)
        if linked.outward:
            return f"{self.who(kind)} {mine} {other}{tail}"
        if self.natural and short and not linked.count and self.chance(0.6):
            return f"{linked.link.backward} {other}{tail}"
        verb = third_person(forward) if singular else forward
        bare = short and not isinstance(linked.other, NodeSet)
        relative = self.pick(("that ", "that ", "")) if bare else "that "
        return f"{relative}{other} {verb}{tail}"

    def _other(self, linked: Linked) -> tuple[str, bool]:
        """The other end, and whether it is one thing: ('at least 2 movies', False)."""
        other = linked.other
        if isinstance(other, NamedNode):
            return self.the(other), True
        if linked.is_none:
            return f"no {self.one(other)}", True
        if linked.count:
            sign, number = linked.count
            said = self.pick(COUNT_WORDS[sign]).format(number)
            return f"{said} {self.one(other) if number == 1 else self.many(other)}", number == 1
        if not other.where:
            some = self.pick(
                ("at least one", "some", "any") if linked.outward else ("at least one", "some")
            )
            return f"{some} {other.kind.singular}", True
        return self.many(other), False

    def _steps(self, linked: Linked) -> str:
        (low, high), type_ = linked.steps, linked.link.type
        named = self.the(linked.other)
        if high is None:
            far = self.pick((f"any number of {type_} steps", f"{type_} steps, however many"))
        elif low == high:
            far = f"exactly {low} {type_} steps"
        else:
            far = self.pick((f"up to {high} {type_} steps", f"at most {high} {type_} hops"))
        if linked.outward:
            return self.pick(
                (f"from which {named} is reached by {far}", f"that lead to {named} by {far}")
            )
        said = [f"reachable from {named} by {far}"]
        if high is not None and low != high:
            said.append(f"within {high} {type_} steps of {named}")
        if low == high:
            said.append(f"{far} from {named}")
        return self.pick(said)


def same_as(linked: Linked) -> NamedNode | None:
    """The node that shares the other end: who acted in the same movie as *Ana Torrente*."""
    other = linked.other
    if linked.count or not isinstance(other, NodeSet) or len(other.where) != 1:
        return None
    back = other.where[0]
    same = isinstance(back, Linked) and back.link == linked.link and back.outward != linked.outward
    return back.other if same and linked.outward and isinstance(back.other, NamedNode) else None


def _of_one(text: str) -> str:
    """A relative clause as said of one: 'that are frozen' is 'that is frozen'."""
    word, _, rest = text.partition(" ")
    if word not in ("that", "who"):
        return text
    if many := re.fullmatch(r"are ((?:[a-z]+ )?[a-z]+[^su])s", rest):  # "are apprentices"
        return f"{word} is {a(many[1])}"
    return f"{word} {third_person(rest)}"


def plain_noun(prop: Prop) -> str:
    """A property's own noun where it begins as the identifier does: "release year", "number of
    seats"; else the identifier's words, as a noun: "established year", "published date"."""
    said = prop.spec.noun or ""
    if begins(said.removeprefix("number of "), prop):
        return said
    if prop.type == "BOOLEAN":
        return f"{prop.words} flag"
    words = prop.words.split()
    while words and words[-1] in LINKING:
        words.pop()
    measured = "year" if "year" in said.split() else DATED.get(prop.type)
    verbal = words != prop.words.split() or any(
        word == "since" or word.endswith("ed") or word in PAST for word in words
    )
    if words and measured and verbal and words[-1] != measured:
        return f"{' '.join(words)} {measured}"
    return " ".join(words) or prop.words


def begins(phrase: str | None, prop: Prop) -> bool:
    """Whether a phrase begins as the identifier does: "release year", not "fare zone"."""
    return bool(phrase) and near(prop.words.split()[0], phrase.split()[0])


def _period(low: object, high: object) -> str | None:
    """'2021', 'March 2021', 'the 1990s': what people say for a whole one."""
    if isinstance(low, int) and isinstance(high, int) and low % 10 == 0 and high == low + 9:
        return f"the {low}s" if 1800 <= low <= 2100 else None
    if type(low) is not date or type(high) is not date or low.day != 1 or low.year != high.year:
        return None
    if (low.month, high.month, high.day) == (1, 12, 31):
        return str(low.year)
    last = (next_month(high) - high).days == 1
    return f"{low:%B %Y}" if low.month == high.month and last else None


def next_month(day: date) -> date:
    """The first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
