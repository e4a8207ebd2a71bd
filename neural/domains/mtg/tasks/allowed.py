"""Questions about what a player may do: cast now, target that, activate in response."""

from collections.abc import Callable

from neural.domains.mtg import legal, stack
from neural.domains.mtg.cards import COLORS, Card
from neural.domains.mtg.citations import table
from neural.domains.mtg.layers import keywords
from neural.domains.mtg.ruling import Asked, Ruling, of_scene
from neural.domains.mtg.scene import Dice, NoScene, Scene, targets_with_ops
from neural.domains.mtg.state import GRAVEYARD, Illegal, Item, Player, Thing
from neural.domains.mtg.tasks.draws import instant, plain
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.voice import article, listing, name, sentence

STEPS = {
    "untap": ("untap step", "502.4"),
    "upkeep": ("upkeep", "117.3a"),
    "draw": ("draw step", "117.3a"),
    "main": ("main phase", "117.1a"),
    "combat": ("combat phase", "117.1a"),
    "end": ("end step", "117.3a"),
}


def _says(rule: str) -> str:
    """What the rule says, in our words, with its number."""
    return f"{table()[rule].says.rstrip('.')} (rule {rule})."


def timing(rng: Dice, advanced: bool) -> Ruling:
    """Whether a card can be cast right now."""
    s = Scene.draw(rng)
    player = rng.choice(s.game.players)
    thing = s.hand(
        player,
        lambda card: (
            (not targets_with_ops(card) or card.is_creature or "Sorcery" in card.types)
            and "Land" not in card.types
        ),
    )
    v, n = s.voice, name(thing)
    where = _moment(s, thing)
    player = thing.owner
    problems = legal.timing_problems(s.game, player, thing)
    if problems:
        reasons, rules = _too_late(s, thing, problems)
        verdict = f"No, {n} can't be cast now."
    else:
        reasons, rules = _in_time(thing)
        verdict = f"Yes, {n} can be cast now."
    allowed = "Am I" if v.who(player) == "I" else f"Is {v.who(player)}"
    words = s.pick(
        f"Can {v.who(player)} cast {n}?",
        f"Can {v.who(player)} cast {n} now?",
        f"{allowed} allowed to cast {n} at this point?",
        f"Would it be legal for {v.whom(player)} to cast {n} here?",
    )
    claim = f"{v.who(player)} {{can}} cast {n} now"
    asked = permitted(words, verdict, (reasons, rules), ("timing", bool(problems)), claim)
    return of_scene(s, sentence(where), asked, "timing")


def _moment(s: Scene, thing: Thing) -> str:
    """Draws whose turn and which step it is, and what is on the stack; says so."""
    rng, v = s.rng, s.voice
    step = rng.choice(list(STEPS))
    right = rng.random() < 0.45
    if right and not thing.card.at_instant_speed:
        thing.owner = thing.controller = s.active
        step = "main"
    elif right and step == "untap":
        step = "end"
    player = thing.owner
    s.key.append((step, player.seat))
    where = f"It is {v.whose(s.active)} {STEPS[step][0]}"
    quiet = right and not thing.card.at_instant_speed
    if step != "untap" and not quiet and rng.random() < 0.4:
        foe = s.game.other(player)
        other = s.hand(foe, lambda card: instant(card) and not card.targets)
        s.cast(foe, other)
        s.said[-1] = s.said[-1].replace("in response, ", "")
        where = f"{where}, and {s.said.pop()}"
    elif step == "main" and rng.random() < 0.5:
        where += ", with nothing on the stack"
    s.game.step = step
    return where


def _kind(thing: Thing) -> str:
    if instant(thing.card):
        return "an instant"
    return "a card with flash" if "flash" in thing.card.keywords else ""


def _too_late(s: Scene, thing: Thing, problems: list) -> tuple[list[str], list[str]]:
    reasons, rules = because(problems, name(thing))
    whose = s.voice.answering().whose(thing.owner)
    reasons = [text.replace("that player's", whose) for text in reasons]
    if s.game.step != "untap":
        types = ("Sorcery", "Creature", "Artifact", "Enchantment")
        kind = next(word for word in types if word in thing.card.types).lower()
        kind = "a sorcery" if kind == "sorcery" else f"{article(kind)} spell"
        needs = f"{whose} own main phase, priority and an empty stack"
        reasons.insert(0, f"{name(thing)} is {kind}, which needs {needs}.")
    return reasons, rules


def _in_time(thing: Thing) -> tuple[list[str], list[str]]:
    kind = _kind(thing)
    if kind:
        rule = "702.8a" if kind == "a card with flash" else "117.1a"
        return [f"{name(thing)} is {kind}: {_says(rule)[0].lower()}{_says(rule)[1:]}"], [rule]
    rule = "307.1" if "Sorcery" in thing.card.types else "117.1a"
    return [_says(rule)], [rule]


SPECIAL = ("hexproof", "shroud", *(f"protection from {c}" for c in COLORS.values()))


def targeting(rng: Dice, advanced: bool) -> Ruling:
    """Whether a spell can target a creature."""
    s = Scene.draw(rng)
    player = rng.choice(s.game.players)
    owner = rng.choice(s.game.players)
    wanted: Callable[[Card], bool] = plain
    if rng.random() < 0.6:
        wanted = lambda card: bool(set(SPECIAL) & card.keywords)  # noqa: E731
    tapped = rng.random() < 0.3
    target = s.creature(owner, wanted, **({"tapped": True} if tapped else {}))
    setup = s.board()
    thing = s.hand(
        player,
        lambda card: (
            bool(card.ops)
            and len(card.targets) == 1
            and card.targets[0].endswith(("creature", "any", "artifact", "artifact/enchantment"))
        ),
    )
    problems = legal.target_problems(s.game, thing.card.targets[0], target, player, thing)
    v, n, t = s.voice, name(thing), name(target)
    if problems:
        reasons, rules = because(problems, t)
        verdict = f"No, {n} can't target {t}."
        if rules == ["601.2c"]:
            reasons.append("A spell can only be cast with legal targets.")
    else:
        special = keywords(s.game, target) & set(SPECIAL) or thing.card.targets[0].count("-")
        if not special and rng.random() < 0.8:
            raise NoScene  # nobody asks
        verdict = f"Yes, {t} is a legal target."
        reasons, rules = _allowed_target(s, thing, target, player)
    words = s.pick(
        f"Can {v.who(player)} cast {n} on {t}?",
        f"Can {v.who(player)} target {t} with {n}?",
        f"Is {t} a legal target for {v.whose(player)} {n}?",
    )
    claim = f"{v.whose(player)} {n} {{can}} target {t}"
    asked = permitted(words, verdict, (reasons, rules), ("target", bool(problems)), claim)
    return of_scene(s, setup, asked, "targets")


def _allowed_target(
    s: Scene, thing: Thing, target: Thing, player: Player
) -> tuple[list[str], list[str]]:
    own = keywords(s.game, target)
    t, n = name(target), name(thing)
    if "hexproof" in own:
        return [
            f"Hexproof only stops spells and abilities of opponents, and {t} is {s.voice.answering().whose(player)} own creature (rule 702.11b)."
        ], ["702.11b"]
    colors = sorted(
        word.removeprefix("protection from ") for word in own if word.startswith("protection from ")
    )
    if colors:
        spell = " and ".join(sorted(thing.card.colors)) or "colorless"
        return [
            f"Protection from {listing(colors)} does not matter here, because {n} is {spell} (rule 702.16b)."
        ], ["702.16b"]
    if thing.card.targets == ("any",):
        return [
            f"Any target includes every creature (rule 115.4), and nothing about {t} forbids it."
        ], ["115.4"]
    return [
        f"{t} is what {n} asks for, and targets are chosen while it is being cast (rule 601.2c)."
    ], ["601.2c"]


def after_death(rng: Dice, advanced: bool) -> Ruling:
    """Abilities of what is dying: in response yes, afterward no; and what is on the stack stays."""
    s = Scene.draw(rng)
    owner = rng.choice(s.game.players)
    foe = s.game.other(owner)
    thing = s.creature(
        owner,
        lambda card: (
            (
                bool(card.activated)
                and card.activated[0].sacrifices != "creature"
                and card.activated[0].targets in ((), ("any",))
            )
            or (card.is_creature and any(one.kind == "graveyard" for one in card.abilities))
        ),
    )
    setup = s.board()
    spell = s.hand(
        foe,
        lambda card: (
            instant(card)
            and card.targets
            and card.targets[0].endswith(("creature", "any"))
            and card.ops[0].verb in ("destroy", "bury", "damage")
        ),
    )
    item = s.cast(foe, spell, s.aimed(foe, spell, thing))
    if not thing.card.activated:
        asked = _from_the_graveyard(s, thing)
    else:
        asked = _in_response(s, thing, item) if rng.random() < 0.5 else _afterward(s, thing)
    return of_scene(s, setup, asked, "timing")


def _in_response(s: Scene, thing: Thing, item: Item) -> Asked:
    v, owner, n = s.voice, thing.controller, name(thing)
    a = v.answering()
    words = s.pick(
        f"Can {v.who(owner)} still activate {n} in response?",
        f"Can {v.who(owner)} respond by activating {n}?",
        f"Before it dies, can {v.who(owner)} activate {n}?",
    )
    verdict = "Yes, it can be activated in response."
    reasons = [
        f"{name(item)} is on the stack, so {a.who(owner)} can activate the ability when "
        f"{a.who(owner)} {a.verb(owner, 'have')} priority, and it resolves first "
        "(rules 117.1b and 117.7).",
        "Once it is on the stack it does not need its source any more (rule 113.7a).",
    ]
    why = (reasons, ["117.1b", "117.7", "113.7a"])
    return permitted(
        words, verdict, why, ("after_death", True), f"{n} {{can}} be activated in response"
    )


def _from_the_graveyard(s: Scene, thing: Thing) -> Asked:
    """An ability that works in the graveyard only, asked about there or in response."""
    v, owner, n = s.voice, thing.controller, name(thing)
    before = s.rng.random() < 0.4
    what = "It returns its card from the graveyard, so it works only while the card is there"
    reasons, rules = [f"{what} (rule 113.6m)."], ["113.6m"]
    if before:
        words = s.pick(
            f"Can {v.who(owner)} activate {n} in response?",
            f"Can {v.who(owner)} use the ability of {n} before it dies?",
        )
    else:
        stack.resolve_all(s.game)
        if thing.zone != GRAVEYARD:
            raise NoScene
        s.said[-1] += s.pick(", and it resolves", " and that resolves")
        words = s.pick(
            f"Now that {n} is in the graveyard, can {v.who(owner)} activate its ability?",
            f"{n} dies. Can {v.who(owner)} use its ability now?",
        )
        reasons.append("The ability needs only priority (rule 117.1b).")
        rules.append("117.1b")
    verdict = "No, not yet." if before else "Yes, its ability works there."
    key = ("in the graveyard", before)
    claim = f"{n} {{can}} be activated {'in response' if before else 'there'}"
    return permitted(words, verdict, (reasons, rules), key, claim)


def _afterward(s: Scene, thing: Thing) -> Asked:
    v, owner, n = s.voice, thing.controller, name(thing)
    stack.resolve_all(s.game)
    if thing.zone != GRAVEYARD:
        raise NoScene
    try:
        stack.activate(s.game, owner, thing, [])
    except Illegal as error:
        assert error.problems[0][0] == "113.6"
    s.said[-1] += s.pick(", and it resolves", " and that resolves")
    words = s.pick(
        f"Now that {n} is in the graveyard, can {v.who(owner)} still activate its ability?",
        f"{n} dies. Can {v.who(owner)} activate it now?",
        f"Can {v.who(owner)} use the ability of {n} after that?",
    )
    here = f"Abilities of a permanent work only on the battlefield (rule 113.6), and {n} is in the"
    reasons, rules = [f"{here} graveyard."], ["113.6"]
    if any(e.kind == "sba_lethal" for e in s.game.events):
        reasons.append(
            "Nobody gets priority between the damage and the state-based action that destroys it "
            "(rules 704.3 and 704.5g)."
        )
        rules += ["704.3", "704.5g"]
    reasons.append(
        "It could have been activated in response, while the spell was on the stack "
        "(rules 117.1b and 117.7)."
    )
    why = (reasons, [*rules, "117.1b", "117.7"])
    claim = f"{n} {{can}} be activated after it has died"
    return permitted(words, "No, it is too late.", why, ("after_death", False), claim)
