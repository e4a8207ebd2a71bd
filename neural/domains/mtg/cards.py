"""Cards as functional facts, in the engine's own vocabulary.

A line of cards.tsv is `name | cost | types | power/toughness | keywords | abilities`; abilities are
parted by `;`:
    do OPS               what an instant or sorcery does
    on EVENT: OPS        triggered: enters, dies, other-enters, own-enters, any-dies, own-dies,
                         attacks, blocked, tapped, damaged, hits (combat damage to a player), gain
                         (its controller gains life); `attacks:FILTER` of any such creature,
                         `blocked:FILTER` by such a creature
    COST: OPS            activated: mana, T, `sac self`, `sac creature`, parted by commas
    aura +1/+1 KEYWORDS  what the enchanted creature gets
    anthem WHICH +1/+1   own, own-white, white, black: which creatures get it
    cost sac creature    an additional cost
and others as they stand, such as `damage doubled`. OPS are parted by `&`; each is a verb, its
arguments, and what it affects: `@FILTER` (a target), self, you, that (the target before), `all:…`.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

TABLE = Path(__file__).with_name("cards.tsv")
COLORS = {"W": "white", "U": "blue", "B": "black", "R": "red", "G": "green"}
_SIGNED = re.compile(r"([+-]?\d+)/([+-]?\d+)")


@dataclass(frozen=True)
class Op:
    """One instruction. `who`: its `@FILTER`s or references, in order; `args`: the other words."""

    verb: str
    args: tuple[str, ...]
    who: tuple[str, ...]

    @property
    def amount(self) -> int:
        return int(self.args[-1])

    @property
    def sizes(self) -> tuple[int, int]:
        power, toughness = _SIGNED.fullmatch(self.args[0]).groups()
        return int(power), int(toughness)


@dataclass(frozen=True)
class Ability:
    """`kind`: triggered or activated; `head`: the event or the cost."""

    kind: str
    head: str
    ops: tuple[Op, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        return targets(self.ops)

    @property
    def taps(self) -> bool:
        """Whether its cost has the tap symbol."""
        return "T" in self.head.split(", ")

    @property
    def sacrifices(self) -> str:
        """What its cost wants sacrificed: self, creature or nothing."""
        parts = (part for part in self.head.split(", ") if part.startswith("sac "))
        return next(parts, "").removeprefix("sac ")


@dataclass(frozen=True, eq=False)  # one object a card: comparing all facts is slow
class Card:
    """`types` with supertypes; `aura` is (power, toughness, keywords), `anthem` (which, power,
    toughness)."""

    name: str
    cost: str
    types: frozenset[str]
    power: int | None = None
    toughness: int | None = None
    keywords: frozenset[str] = frozenset()
    ops: tuple[Op, ...] = ()
    abilities: tuple[Ability, ...] = ()
    aura: tuple[int, int, frozenset[str]] | None = None
    anthem: tuple[str, int, int] | None = None
    statics: frozenset[str] = frozenset()

    @cached_property
    def colors(self) -> frozenset[str]:
        return frozenset(name for letter, name in COLORS.items() if letter in self.cost)

    @property
    def is_creature(self) -> bool:
        return "Creature" in self.types

    @property
    def is_spell_only(self) -> bool:
        """Instants and sorceries, which never enter the battlefield."""
        return bool({"Instant", "Sorcery"} & self.types)

    @property
    def at_instant_speed(self) -> bool:
        return "Instant" in self.types or "flash" in self.keywords

    @cached_property
    def targets(self) -> tuple[str, ...]:
        return ("creature",) if self.aura else targets(self.ops)

    @cached_property
    def triggered(self) -> tuple[Ability, ...]:
        return tuple(one for one in self.abilities if one.kind == "triggered")

    @cached_property
    def activated(self) -> tuple[Ability, ...]:
        return tuple(one for one in self.abilities if one.kind == "activated")


def targets(ops: tuple[Op, ...]) -> tuple[str, ...]:
    """The filters of the targets, in the order in which they are chosen."""
    return tuple(who[1:] for op in ops for who in op.who if who.startswith("@"))


@cache
def cards() -> dict[str, Card]:
    """Every card of the table by its name."""
    lines = TABLE.read_text("utf-8").splitlines()
    read = (parse(line) for line in lines if line and not line.startswith("#"))
    return {card.name: card for card in read}


def card(name: str) -> Card:
    """The card of this name. KeyError where the table lacks it."""
    return cards()[name]


@cache
def parse(line: str) -> Card:
    """The card of a line of the table."""
    fields = [field.strip() for field in line.split("|")]
    name, cost, types, size, keywords, abilities = fields + [""] * (6 - len(fields))
    facts: dict = {"statics": set(), "abilities": []}
    for text in filter(None, (part.strip() for part in abilities.split(";"))):
        _ability(text, facts)
    power, toughness = map(int, size.split("/")) if size else (None, None)
    kinds = set(types.split()) | ({"Enchantment"} if types == "Aura" else set())
    return Card(
        name,
        cost,
        frozenset(kinds),
        power,
        toughness,
        frozenset(filter(None, (word.strip() for word in keywords.split(",")))),
        facts.get("ops", ()),
        tuple(facts["abilities"]),
        facts.get("aura"),
        facts.get("anthem"),
        frozenset(facts["statics"]),
    )


def _ability(text: str, facts: dict) -> None:
    word, _, rest = text.partition(" ")
    if word == "do":
        facts["ops"] = _ops(rest)
    elif word == "aura":
        size, _, words = rest.partition(" ")
        gained = frozenset(filter(None, (part.strip() for part in words.split(","))))
        facts["aura"] = (*map(int, _SIGNED.fullmatch(size).groups()), gained)
    elif word == "anthem":
        which, size = rest.split()
        facts["anthem"] = (which, *map(int, _SIGNED.fullmatch(size).groups()))
    elif word == "on":
        event, _, ops = rest.partition(": ")
        facts["abilities"].append(Ability("triggered", event, _ops(ops)))
    elif ": " in text:
        cost, _, ops = text.partition(": ")
        facts["abilities"].append(Ability("activated", cost, _ops(ops)))
    else:
        facts["statics"].add(text)


_REFERENCES = ("@", "self", "you", "that", "opponents", "all:")


@cache
def _ops(text: str) -> tuple[Op, ...]:
    ops = []
    for part in text.split(" & "):
        verb, *words = part.split()
        who = tuple(word for word in words if word.startswith(_REFERENCES))
        args = tuple(word for word in words if word not in who)
        ops.append(Op(verb, args, who))
    return tuple(ops)
