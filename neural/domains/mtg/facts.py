"""A card's facts in a line, in our own words: what a prompt tells of the cards that it names."""

import re
from functools import cache

from neural.domains.mtg.cards import Ability, Card, Op, targets
from neural.domains.mtg.legal import LIMIT
from neural.domains.mtg.voice import article, count, listing

EVENTS = {
    "enters": "when it enters",
    "dies": "when it dies",
    "other-enters": "whenever another creature enters",
    "own-enters": "whenever a creature you control enters",
    "any-dies": "whenever it or another creature dies",
    "own-dies": "whenever it or another creature you control dies",
    "attacks": "whenever it attacks",
    "blocked": "whenever it becomes blocked",
    "tapped": "whenever it becomes tapped",
    "damaged": "whenever it is dealt damage",
    "hits": "whenever it deals combat damage to a player",
    "gain": "whenever you gain life",
}
ADJECTIVES = {
    "own": "you control",
    "foe": "an opponent controls",
    "flying": "with flying",
    "nonflying": "without flying",
}
KINDS = {
    "any": "any target",
    "another": "any other target",
    "nonland": "nonland permanent",
    "spell": "spell",
    "ability": "activated or triggered ability",
}


def _event(head: str) -> str:
    what, _, wanted = head.partition(":")
    if not wanted:
        return EVENTS[what]
    creature = article(_described("", wanted).strip())
    if what == "attacks":
        return f"whenever {creature} attacks"
    return f"{EVENTS[what]} by {creature}"


COSTS = {"sac self": "sacrifice it", "sac creature": "sacrifice a creature", "T": "{T}"}


@cache
def facts(card: Card) -> str:
    """`Lightning Bolt {R}: instant; 3 damage to any target.`"""
    parts = [_type_line(card)]
    parts += sorted(card.keywords)
    if "cost sac creature" in card.statics:
        parts.append("as an additional cost sacrifice a creature")
    if card.ops:
        parts.append(_then(card.ops))
    if card.aura:
        parts.append(_aura(card.aura))
    if card.anthem:
        which, power, toughness = card.anthem
        color = which.removeprefix("own").removeprefix("-")
        who = f"{color} creatures" if color else "creatures"
        own = " you control" if which.startswith("own") else ""
        parts.append(f"{who}{own} get {power:+d}/{toughness:+d}")
    parts += [STATICS[one] for one in sorted(card.statics) if one in STATICS]
    parts += [_ability(ability) for ability in card.abilities]
    return f"{card.name} {mana(card.cost)}: {'; '.join(parts)}."


STATICS = {
    "damage doubled": "all damage is doubled",
    "graveyard to exile": "what would be put into a graveyard is exiled instead",
    "counters plus one": "one more +1/+1 counter is put on a creature you control that gets any",
    "life doubled": "you gain twice as much life",
    "library if dies": "if it would die, it is shuffled into its owner's library instead",
    "permanents enter tapped": "permanents enter tapped",
    "enters tapped": "it enters tapped",
    "one attacker": "no more than one creature can attack each combat",
    "can't be countered": "it can't be countered",
    "counters doubled": "twice as many counters are put on a permanent you control",
}


def mana(cost: str) -> str:
    """`1{G/U}R` as `{1}{G/U}{R}`."""
    return re.sub(r"(?<!\{)(?<!/)([0-9]+|[WUBRG])(?![/}])", r"{\1}", cost)


def _type_line(card: Card) -> str:
    words = [w.lower() for w in ("Legendary", "Artifact", "Enchantment") if w in card.types]
    words += [w.lower() for w in ("Creature", "Instant", "Sorcery") if w in card.types]
    if "Aura" in card.types:
        words = ["Aura on a creature"]
    size = f"{card.power}/{card.toughness} " if card.is_creature else ""
    colors = sorted(card.colors)
    color = "five-color" if len(colors) == 5 else listing(colors) or "colorless"
    return f"{size}{color} {' '.join(words)}"


def _aura(aura: tuple[int, int, frozenset[str]]) -> str:
    power, toughness, words = aura
    has = [word for word in sorted(words) if not word.startswith(("can't", "no "))]
    lost = [word.removeprefix("no ") for word in sorted(words) if word.startswith("no ")]
    parts = [f"gets {power:+d}/{toughness:+d}"] if power or toughness else []
    parts += [f"has {listing(has)}"] if has else []
    parts += [f"loses {listing(lost)}"] if lost else []
    parts += [word for word in sorted(words) if word.startswith("can't")]
    return f"the enchanted creature {listing(parts)}"


def _ability(ability: Ability) -> str:
    if ability.kind == "triggered":
        return f"{_event(ability.head)}, {_then(ability.ops)}"
    costs = [COSTS.get(part) or mana(part) for part in ability.head.split(", ")]
    return f"{', '.join(costs)}: {_then(ability.ops)}"


def gaining(words: list[str]) -> str:
    """`gains flying and can't be blocked`, `loses flying`."""
    if words and all(word.startswith("no ") for word in words):
        return f"loses {listing([word.removeprefix('no ') for word in words])}"
    has = [word for word in words if not word.startswith("can't")]
    parts = [f"gains {listing(has)}"] if has else []
    return listing(parts + [word for word in words if word.startswith("can't")])


def _then(ops: tuple[Op, ...]) -> str:
    text = ", then ".join(_op(op) for op in ops)
    whole = " ".join(targets(ops))
    return text.replace("that creature", _that(whole)) if whole else text


def _that(wanted: str) -> str:
    """What `that` refers to, by the last target."""
    kind = wanted.split()[-1].split("-")[-1]
    return {"player": "that player", "opponent": "that player"}.get(kind, "that creature")


def _who(who: str) -> str:
    """The words for what an instruction affects."""
    if who.startswith("all:"):
        return _described("each", who.removeprefix("all:"))
    if who.startswith("@"):
        return _described("target", who[1:])
    return {
        "self": "it",
        "you": "you",
        "that": "that creature",
        "that-controller": "its controller",
        "opponents": "each opponent",
    }[who]


def _described(word: str, filter_: str) -> str:
    *words, kind = filter_.split("-")
    if kind in ("any", "another"):
        return KINDS[kind]
    limits = [LIMIT.fullmatch(w) for w in words]
    after = [ADJECTIVES[w] for w in words if w in ADJECTIVES]
    after += [f"with {m[1]} {m[3]} or {'more' if m[2] == '>=' else 'less'}" for m in limits if m]
    before = [w for w, m in zip(words, limits, strict=True) if w not in ADJECTIVES and not m]
    before = ["attacking or blocking" if w == "combat" else w for w in before]
    word = "another target" if "other" in before else word
    before = [w.replace("/", " or ") for w in before if w != "other"]
    noun = KINDS.get(kind, kind.replace("/", " or "))
    return " ".join([word, *before, noun, *after])


PLAIN = {
    **{verb: f"{verb} {{0}}" for verb in ("destroy", "exile", "regenerate", "tap", "untap")},
    "counter": "counter {0}",
    "bury": "destroy {0}, which can't be regenerated",
    "bounce": "return {0} to its owner's hand",
    "counter-unless": "counter {0} unless its controller pays {{{n}}}",
    "steal": "gain control of {0} until end of turn",
    "retarget": "you may choose new targets for {0}",
    "switch": "switch power and toughness of {0} until end of turn",
    "shield": "prevent the next {n} damage to {0} this turn",
    "fog": "prevent all combat damage this turn",
    "fight": "{0} fights {1}",
    "bite": "{0} deals damage equal to its power to {1}",
    "edict": "{0} sacrifices a creature",
    "gain": "you gain {n} life",
    "gain-power": "its controller gains life equal to its power",
    "flicker": "exile {0}, then return it under your control",
    "no-regeneration": "a creature dealt damage this way can't be regenerated this turn",
    "exile-if-dies": "if that creature would die this turn it is exiled instead",
    "exile-graveyards": "exile all graveyards",
    "scry": "scry {n}",
}


def _op(op: Op) -> str:
    who = [_who(one) for one in op.who]
    if op.verb in PLAIN:
        return PLAIN[op.verb].format(*who, n=op.args[-1] if op.args else "")
    words = [word.replace("-", " ") for word in op.args]
    match op.verb:
        case "damage":
            return f"{op.amount} damage to {listing(who)}"
        case "pump":
            gains = f" and {gaining(words[1:])}" if words[1:] else ""
            return f"{who[0]} gets {op.args[0]}{gains} until end of turn"
        case "grant":
            return f"{who[0]} {gaining(words)} until end of turn"
        case "strip":
            return f"{who[0]} loses {listing(words)} until end of turn"
        case "recolor":
            return f"{who[0]} becomes {op.args[0]} until end of turn"
        case "frog":
            color = "" if op.args[1] == "same" else f", {op.args[1]},"
            size = f"base power and toughness {op.args[0]}{color}"
            return f"{who[0]} loses all abilities and has {size} until end of turn"
        case "base":
            return f"{who[0]} has base power and toughness {op.args[0]} until end of turn"
        case "counters":
            return f"put {count(op.amount, f'{op.args[0]}/{op.args[0]} counter')} on {who[0]}"
        case "lose":
            verb = "lose" if who[0] == "you" else "loses"
            return f"{listing(who)} {verb} {op.amount} life"
        case "draw":
            return f"draw {count(op.amount, 'card')}"
    raise ValueError(f"no words for {op.verb!r}")
