"""Cards as functional facts, in the engine's own vocabulary.

A line of cards.tsv is `name | cost | types | power/toughness | keywords | abilities`; abilities are
parted by `;`:
    do OPS               what an instant or sorcery does
    on EVENT: OPS        triggered: enters, dies, other-enters, own-enters, any-dies, own-dies,
                         attacks, blocked, blocks, tapped, damaged, hits (combat damage to a
                         player), gain (its controller gains life), upkeep (its controller's),
                         end-step, cycled, empty-hand (a state); `attacks:FILTER` of any such
                         creature, `blocked:FILTER` by such a creature; `on EVENT if CONDITION`
    COST: OPS            activated: mana, T, `sac self`, `sac creature`, parted by commas;
                         `grave COST: OPS` while the card is in the graveyard
    aura +1/+1 KEYWORDS  what the enchanted creature gets
    equip 2 +1/+1 WORDS  an Equipment: the cost to equip, and what the equipped creature gets
    lends KEYWORDS       an Aura on an Equipment: what the equipped creature gets besides
    anthem WHICH +1/+1   own, own-white, white, black: which creatures get it
    mode OPS             one of the modes of a modal spell, which chooses one
    bestow 3R +1/+1 WORDS, morph 2G, adventure Name, 1U Instant: OPS     other ways to cast it
    prevent 1 FILTER     that much of any damage to such a creature
    spells 1 WHICH       what spells cost more, or with -1 less: own, own-black, noncreature, …
    cost sac creature    an additional cost
and others as they stand, such as `damage doubled`. OPS are parted by `&`; each is a verb, its
arguments, and what it affects: `@FILTER` (a target), self, you, that (the target before, or whom
the trigger is about), `all:…`. `VERB … => OPS` gives the instruction others to carry out later.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

TABLE = Path(__file__).with_name("cards.tsv")
COLORS = {"W": "white", "U": "blue", "B": "black", "R": "red", "G": "green"}
SUBTYPES = {"Cleric", "Wall", "Equipment"}  # those that a card here asks for
FACE_DOWN = "face-down creature"
_SIGNED = re.compile(r"([+-]?\d+)/([+-]?\d+)")


@dataclass(frozen=True)
class Op:
    """One instruction. `who`: its `@FILTER`s or references, in order; `args`: the other words;
    `then`: what follows later, or only if it is done."""

    verb: str
    args: tuple[str, ...]
    who: tuple[str, ...]
    then: tuple["Op", ...] = ()

    @property
    def amount(self) -> int:
        return int(self.args[-1])

    @property
    def sizes(self) -> tuple[int, int]:
        """Of a pump and the like; an X counts as 1, for its sign."""
        power, toughness = _SIGNED.fullmatch(self.args[0].replace("X", "1")).groups()
        return int(power), int(toughness)


@dataclass(frozen=True)
class Ability:
    """`kind`: triggered, activated or graveyard (activated there); `head`: the event or the cost;
    `condition`: its intervening "if"."""

    kind: str
    head: str
    ops: tuple[Op, ...]
    condition: str = ""

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
    """`types` with supertypes and the subtypes that matter; `aura` and `equip` are (power,
    toughness, keywords), `anthem` is (which, power, toughness), `prevents` (amount, filter),
    `taxes` (amount, which spells)."""

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
    equip: tuple[int, int, frozenset[str]] | None = None
    lends: frozenset[str] = frozenset()
    modes: tuple[tuple[Op, ...], ...] = ()
    prevents: tuple[int, str] | None = None
    taxes: tuple[int, str] | None = None
    ways: tuple[tuple[str, "Card"], ...] = ()  # what it is if cast as bestow, morph or adventure
    price: str = ""  # what is paid instead of the mana cost
    statics: frozenset[str] = frozenset()

    @cached_property
    def colors(self) -> frozenset[str]:
        return frozenset(name for letter, name in COLORS.items() if letter in self.cost)

    @property
    def is_creature(self) -> bool:
        return "Creature" in self.types

    @cached_property
    def worn(self) -> tuple[int, int, frozenset[str]] | None:
        """What it gives to the creature that it is attached to."""
        return self.aura or self.equip

    @cached_property
    def measure(self) -> str:
        """What its power and toughness count, as for `size hand`; else nothing."""
        return next((w[5:] for w in self.statics if w.startswith("size ")), "")

    @cached_property
    def humbling(self) -> bool:
        """Whether creatures lose all abilities because of it."""
        return "creatures lose all abilities" in self.statics

    @cached_property
    def lively(self) -> tuple[int, int] | None:
        """The size of the creatures that all lands are because of it."""
        found = (re.fullmatch(r"lands are (\d+)/(\d+) creatures", w) for w in self.statics)
        return next(((int(m[1]), int(m[2])) for m in found if m), None)

    @cached_property
    def value(self) -> int:
        """Its mana value, with 0 for X."""
        return sum(
            int(one) if one.isdigit() else 2 if "2/" in one else one != "X"
            for one in symbols(self.cost)
        )

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


def token(op: Op) -> tuple[int, Card]:
    """How many of which `token 2 Human Soldier 1/1 white flying` creates."""
    number, *words = op.args
    place = next(i for i, word in enumerate(words) if _SIGNED.fullmatch(word))
    size, color, *keywords = words[place:]
    letter = next((one for one, known in COLORS.items() if known == color), "")
    gained = ", ".join(word.replace("-", " ") for word in keywords)
    name = " ".join(words[:place])
    return int(number), parse(f"{name} | {letter} | Creature | {size} | {gained}")


def symbols(cost: str) -> list[str]:
    """`X1{G/U}R` as X, 1, {G/U}, R."""
    return re.findall(r"\{[^}]+\}|\d+|[WUBRGX]", cost)


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
    facts: dict = {"statics": set(), "abilities": [], "modes": [], "ways": []}
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
        facts.get("equip"),
        facts.get("lends", frozenset()),
        tuple(facts["modes"]),
        facts.get("prevents"),
        facts.get("taxes"),
        tuple((way, _way(name, cost, way, text)) for way, text in facts["ways"]),
        "",
        frozenset(facts["statics"]),
    )


def _ability(text: str, facts: dict) -> None:
    word, _, rest = text.partition(" ")
    if word == "do":
        facts["ops"] = _ops(rest)
    elif word == "mode":
        facts["modes"].append(_ops(rest))
    elif word == "aura":
        facts["aura"] = _worn(rest)
    elif word == "equip":
        cost, _, worn = rest.partition(" ")
        facts["equip"] = _worn(worn)
        facts["abilities"].append(Ability("activated", cost, _ops("equip @own-creature")))
    elif word in ("bestow", "morph", "adventure"):
        facts["ways"].append((word, rest))
        if word == "morph":
            facts["statics"].add(text)
    elif word == "lends":
        facts["lends"] = frozenset({rest})
    elif word in ("prevent", "spells"):
        amount, _, which = rest.partition(" ")
        facts["prevents" if word == "prevent" else "taxes"] = (int(amount), which)
    elif word == "anthem":
        which, size = rest.split()
        facts["anthem"] = (which, *map(int, _SIGNED.fullmatch(size).groups()))
    elif word == "on":
        event, _, ops = rest.partition(": ")
        event, _, condition = event.partition(" if ")
        facts["abilities"].append(Ability("triggered", event, _ops(ops), condition))
    elif ": " in text:
        cost, _, ops = text.partition(": ")
        kind = "graveyard" if word == "grave" else "activated"
        facts["abilities"].append(Ability(kind, cost.removeprefix("grave "), _ops(ops)))
    else:
        facts["statics"].add(text)


def _way(name: str, cost: str, way: str, text: str) -> Card:
    """What a card is on the stack if it is cast in another way (601.3e)."""
    if way == "morph":
        return Card(FACE_DOWN, "", frozenset({"Creature"}), 2, 2, price="3")
    if way == "bestow":
        price, _, worn = text.partition(" ")
        types = frozenset({"Enchantment", "Aura"})
        return Card(name, cost, types, aura=_worn(worn), price=price)
    head, _, ops = text.partition(": ")
    title, _, rest = head.partition(", ")
    price, kind = rest.split()
    return Card(title, price, frozenset({kind}), ops=_ops(ops))


def _worn(text: str) -> tuple[int, int, frozenset[str]]:
    size, _, words = text.partition(" ")
    gained = frozenset(filter(None, (part.strip() for part in words.split(","))))
    return (*map(int, _SIGNED.fullmatch(size).groups()), gained)


_REFERENCES = ("@", "self", "you", "that", "opponents", "all:")


@cache
def _ops(text: str) -> tuple[Op, ...]:
    ops = []
    now, _, later = text.partition(" => ")
    for part in now.split(" & "):
        verb, *words = part.split()
        who = tuple(word for word in words if word.startswith(_REFERENCES))
        args = tuple(word for word in words if word not in who)
        ops.append(Op(verb, args, who))
    if later:
        ops[-1] = replace(ops[-1], then=_ops(later))
    return tuple(ops)
