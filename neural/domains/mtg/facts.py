"""A card's facts in a line, in our own words: what a prompt tells of the cards that it names."""

import re
from functools import cache

from neural.domains.mtg.cards import SUBTYPES, Ability, Card, Op, targets, token
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
    "blocks": "whenever it blocks a creature",
    "upkeep": "at the beginning of your upkeep",
    "end-step": "at the beginning of the end step",
    "cycled": "when you cycle it",
    "empty-hand": "whenever you have no cards in hand",
    "reveals-basic-land": "whenever you reveal a basic land card this way",
}
WAITS = {
    "end-step": "at the beginning of the next end step",
    "end-of-combat": "at end of combat",
    "leaves": "when {0} leaves the battlefield",
    "untaps": "when {0} becomes untapped",
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


def _event(ability: Ability) -> str:
    what, _, wanted = ability.head.partition(":")
    if not wanted:
        only = f", if {condition(ability.condition)}" if ability.condition else ""
        return EVENTS[what] + only
    creature = article(_described("", wanted).strip())
    if what == "attacks":
        return f"whenever {creature} attacks"
    if what == "blocks":
        return f"whenever it blocks {creature}"
    return f"{EVENTS[what]} by {creature}"


def condition(text: str) -> str:
    """The "if" of a trigger, as its controller is told it."""
    if text == "attacked":
        return "you attacked this turn"
    if text.startswith("control "):
        return f"you control {article(_described('', text.removeprefix('control own-')).strip())}"
    sign, number = re.fullmatch(r"life(>=|<=|=)(\d+)", text).groups()
    amount = {">=": f"{number} or more", "<=": f"{number} or less", "=": f"exactly {number}"}
    return f"you have {amount[sign]} life"


COSTS = {"sac self": "sacrifice it", "sac creature": "sacrifice a creature", "T": "{T}"}


@cache
def facts(card: Card) -> str:
    """`Lightning Bolt {R}: instant; 3 damage to any target.`"""
    parts = [_type_line(card)]
    parts += sorted(card.keywords)
    if "cost sac creature" in card.statics:
        parts.append("as an additional cost sacrifice a creature")
    parts += [f"{w.split()[0]} {mana(w.split()[1])}" for w in card.statics if w.startswith(PRICED)]
    if card.ops:
        parts.append(instructions(card.ops))
    if card.modes:
        parts.append(f"choose one: {', or '.join(map(instructions, card.modes))}")
    if card.worn:
        who = "enchanted" if card.aura else "equipped"
        parts.append(_worn(f"the {who} creature", card.worn))
    if card.lends:
        parts.append(f"the creature with the enchanted Equipment has {listing(sorted(card.lends))}")
    if card.taxes:
        parts.append(_taxes(*card.taxes))
    if card.prevents:
        amount, wanted = card.prevents
        whom = "you" if wanted == "you" else article(_described("", wanted).strip())
        parts.append(f"if a source would deal damage to {whom}, {amount} of it is prevented")
    if card.anthem:
        which, power, toughness = card.anthem
        color = which.removeprefix("own").removeprefix("-")
        who = f"{color} creatures" if color else "creatures"
        own = " you control" if which.startswith("own") else ""
        parts.append(f"{who}{own} get {power:+d}/{toughness:+d}")
    parts += [STATICS[one] for one in sorted(card.statics) if one in STATICS]
    parts += [_ability(ability) for ability in card.abilities]
    return f"{f'{card.name} {mana(card.cost)}'.strip()}: {'; '.join(parts)}."


PRICED = ("cycling ", "kicker ", "morph ")


def _taxes(amount: int, which: str) -> str:
    """What a permanent makes spells cost."""
    *words, last = which.split("-")
    kind = last.replace("/", " and ").replace("instant and sorcery", "instants and sorceries")
    spells = "spells" if last == "all" else kind if kind.endswith("s") else f"{kind} spells"
    own = " you cast" if "own" in words else ""
    return f"{spells}{own} cost {{{abs(amount)}}} {'more' if amount > 0 else 'less'}"


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
    "damage leaves 1 life": "while you control a creature, damage that would leave you less than "
    "1 life leaves you at 1 life instead",
    "its controller can't lose": "you can't lose the game and your opponents can't win it",
    "exiled instead of its controller losing": "if you would lose the game, instead exile it and "
    "your life total becomes 20",
    "shuffles all away instead of its controller losing": "if you would lose the game, instead "
    "shuffle your hand, your graveyard and all permanents you own into your library, draw seven "
    "cards, and your life total becomes 20",
    "costs 1 less per attacker": "it costs {1} less for each creature you attacked with this turn",
    "tokens doubled": "twice as many tokens are created under your control",
    "chooses a color": "as it enters, choose a color; it has protection from that color",
    "enters as a copy of a creature": "it may enter as a copy of any creature",
    "creatures enter as a copy of it": "creatures you control enter as a copy of it",
    "any modes if kicked": "if it was kicked, choose any number of modes",
    "counters doubled": "twice as many counters are put on a permanent you control",
}


def mana(cost: str) -> str:
    """`X1{G/U}R` as `{X}{1}{G/U}{R}`."""
    return re.sub(r"(?<!\{)(?<!/)([0-9]+|[WUBRGX])(?![/}])", r"{\1}", cost)


def _type_line(card: Card) -> str:
    words = [w.lower() for w in ("Legendary", "Artifact", "Enchantment") if w in card.types]
    words += [w for w in sorted(SUBTYPES - {"Equipment"}) if w in card.types]
    words += [w.lower() for w in ("Creature", "Instant", "Sorcery") if w in card.types]
    words += ["Equipment"] if "Equipment" in card.types else []
    if "Land" in card.types:
        return "basic land" if "Basic" in card.types else "land"
    if "Aura" in card.types:
        words = ["Aura on an Equipment" if card.lends else "Aura on a creature"]
    size = f"{card.power}/{card.toughness} " if card.is_creature else ""
    colors = sorted(card.colors)
    color = "five-color" if len(colors) == 5 else listing(colors) or "colorless"
    return f"{size}{color} {' '.join(words)}"


def _worn(who: str, worn: tuple[int, int, frozenset[str]]) -> str:
    power, toughness, words = worn
    has = [word for word in sorted(words) if not word.startswith(("can't", "no "))]
    lost = [word.removeprefix("no ") for word in sorted(words) if word.startswith("no ")]
    parts = [f"gets {power:+d}/{toughness:+d}"] if power or toughness else []
    parts += [f"has {listing(has)}"] if has else []
    parts += [f"loses {listing(lost)}"] if lost else []
    parts += [word for word in sorted(words) if word.startswith("can't")]
    return f"{who} {listing(parts)}"


def _ability(ability: Ability) -> str:
    if ability.kind == "triggered":
        return f"{_event(ability)}, {instructions(ability.ops)}"
    if ability.ops[0].verb == "equip":
        return f"equip {mana(ability.head)}"
    costs = [COSTS.get(part) or mana(part) for part in ability.head.split(", ")]
    where = " (from the graveyard)" if ability.kind == "graveyard" else ""
    return f"{', '.join(costs)}{where}: {instructions(ability.ops)}"


def gaining(words: list[str]) -> str:
    """`gains flying and can't be blocked`, `loses flying`."""
    if words and all(word.startswith("no ") for word in words):
        return f"loses {listing([word.removeprefix('no ') for word in words])}"
    has = [word for word in words if not word.startswith("can't")]
    parts = [f"gains {listing(has)}"] if has else []
    return listing(parts + [word for word in words if word.startswith("can't")])


def instructions(ops: tuple[Op, ...]) -> str:
    """What a spell, a mode or an ability says, in our words."""
    text = ", then ".join(_op(op) for op in ops)
    whole = " ".join(targets(ops))
    return text.replace("that creature", _that(whole)) if whole else text


def _that(wanted: str) -> str:
    """What `that` refers to, by the last target."""
    kind = wanted.split()[-1].split("-")[-1]
    return {"player": "that player", "opponent": "that player"}.get(kind, "that creature")


def _who(who: str) -> str:
    """The words for what an instruction affects."""
    if who == "all:sharing":
        return "each other creature that shares a color with it"
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
    if kind == "card":
        own = "your" if "own" in words else "a"
        return f"{word} {' '.join(w for w in words if w != 'own')} card in {own} graveyard"
    words = [_subtype(word) for word in words]
    limits = [LIMIT.fullmatch(w) for w in words]
    after = [ADJECTIVES[w] for w in words if w in ADJECTIVES]
    after += [f"with {m[1]} {m[3]} or {'more' if m[2] == '>=' else 'less'}" for m in limits if m]
    before = [w for w, m in zip(words, limits, strict=True) if w not in ADJECTIVES and not m]
    before = ["attacking or blocking" if w == "combat" else w for w in before]
    word = "another target" if "other" in before else word
    before = [w.replace("/", " or ") for w in before if w != "other"]
    noun = KINDS.get(kind, kind.replace("/", " or "))
    return " ".join([word, *before, noun, *after])


def _subtype(word: str) -> str:
    """`cleric` as `Cleric`, `nonwall` as `non-Wall`; other words as they are."""
    kind = word.removeprefix("non").title()
    if kind not in SUBTYPES:
        return word
    return f"non-{kind}" if word.startswith("non") else kind


PLAIN = {
    **{verb: f"{verb} {{0}}" for verb in ("exile", "regenerate", "tap", "untap")},
    "counter": "counter {0}",
    "bury": "destroy {0}, which can't be regenerated",
    "bounce": "return {0} to its owner's hand",
    "counter-unless": "counter {0} unless its controller pays {{{n}}}",
    "steal": "gain control of {0} until end of turn",
    "retarget": "you may choose new targets for {0}",
    "switch": "switch power and toughness of {0} until end of turn",
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
    "win": "you win the game",
    "sac": "sacrifice {0}",
    "forestall": "the next time {0} would deal damage this turn, prevent that damage and gain that "
    "much life",
    "reanimate": "return {0} to the battlefield",
    "reanimate-all": "return all creature cards from your graveyard to the battlefield",
    "rise": "return it to the battlefield tapped",
    "copy-token": "create a token that is a copy of {0}",
    "still": "{0} is no creature until end of turn",
    "equip": "attach it to {0}",
    "erupt": "for each target exile the top card of your library and deal damage equal to its mana "
    "value to that target",
}


def _creating(number: int, made: Card) -> str:
    """`create two 1/1 white Spirit creature tokens with flying`."""
    color = listing(sorted(made.colors)) or "colorless"
    kind = f"{made.power}/{made.toughness} {color} {made.name} creature token"
    has = f" with {listing(sorted(made.keywords))}" if made.keywords else ""
    return f"create {count(number, kind) if number > 1 else article(kind)}{has}"


def _op(op: Op) -> str:
    who = [_who(one) for one in op.who]
    if op.verb in PLAIN:
        return PLAIN[op.verb].format(*who, n=op.args[-1] if op.args else "")
    words = [word.replace("-", " ") for word in op.args]
    match op.verb:
        case "damage":
            amount = (
                "damage equal to its power" if op.args[-1] == "power" else f"{op.args[-1]} damage"
            )
            return f"{amount} to {listing(who)}"
        case "destroy":
            return f"destroy {listing(who)}"
        case "shield":
            return f"prevent the next {op.args[-1]} damage to {listing(who)} this turn"
        case "at":
            return f"{WAITS[op.args[0]].format(*who)} {instructions(op.then)}"
        case "may-sac":
            return f"you may sacrifice {_described('another', op.args[0])}; when you do, {instructions(op.then)}"
        case "sac-or":
            creature = article(_described("", op.args[0]).strip())
            return f"you may sacrifice {creature}; if you don't, {instructions(op.then)}"
        case "comes-back":
            more = " with a +1/+1 counter" if op.args else ""
            return f"return that card to the battlefield under its owner's control{more}"
        case "animate":
            size = op.args[0] if "/" in op.args[0] else "creature-counting"
            return (
                f"{who[0]} becomes {article(size)} creature until end of turn and keeps its types"
            )
        case "token":
            return _creating(*token(op))
        case "discard-draw":
            cards = count(int(op.args[0]), "card") if op.args else "as many cards"
            return f"discard your hand, then draw {cards}"
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
