"""Questions about modal spells: when the mode is chosen, and that it stays."""

from dataclasses import replace

from neural.domains.mtg import legal, ruling
from neural.domains.mtg.cards import Op, targets
from neural.domains.mtg.facts import instructions
from neural.domains.mtg.ruling import Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import BATTLEFIELD, Item, Player, Thing
from neural.domains.mtg.tasks.draws import decide, lives_of, outcome, plain, respond, verbs
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.voice import name


def choosing(rng: Dice, advanced: bool) -> Ruling:
    """A spell with modes: what it does, whether the mode can be chosen, or changed."""
    s = Scene.draw(rng)
    return rng.choice((_outcome, _outcome, _changed, _redirected, _impossible, _both))(s)


def _as(spell: Thing, mode: int) -> Thing:
    """The spell as if it had that mode alone: what its targets are chosen for."""
    card = replace(spell.card, ops=spell.card.modes[mode], modes=())
    return Thing(card, spell.owner, spell.controller, zone=spell.zone)


def _modes(spell: Thing, ops: set[str], filters: tuple[str, ...] = ()) -> list[int]:
    """The places of the modes that do one of these, to one target of these kinds."""
    found = []
    for place, mode in enumerate(spell.card.modes):
        wanted = targets(mode)
        if mode[0].verb in ops and len(wanted) == 1 and wanted[0].endswith(filters or ("",)):
            found.append(place)
    return found


HARMS = {"damage", "destroy", "bury", "exile", "bounce", "pump"}


def _aimed(s: Scene, player: Player, toward: Thing) -> tuple[Thing, int]:
    """A modal spell with a mode on that creature, which is meant to harm it."""
    spell = s.special(player, lambda card: len(card.modes) > 1)
    places = [
        place
        for place in _modes(spell, HARMS, ("creature", "permanent"))
        if not _helps(spell.card.modes[place])
    ]
    if not places:
        raise NoScene
    place = s.rng.choice(places)
    wanted = targets(spell.card.modes[place])[0]
    if legal.target_problems(s.game, wanted, toward, player, spell):
        raise NoScene
    return spell, place


def _helps(mode: tuple[Op, ...]) -> bool:
    return mode[0].verb == "pump" and mode[0].sizes[1] > 0


def _cast(s: Scene, toward: Thing, respond_to_it: bool) -> tuple[Item, Thing, int]:
    """The opponent of the creature's controller casts it; perhaps there is an answer."""
    player = s.game.other(toward.controller)
    spell, place = _aimed(s, player, toward)
    item = s.cast(player, spell, [toward], mode=place)
    if respond_to_it:
        respond(s, toward.controller, toward)
    return item, spell, place


def _outcome(s: Scene) -> Ruling:
    """What becomes of the creature, or of the spell."""
    thing = s.creature(s.rng.choice(s.game.players), plain)
    if s.rng.random() < 0.4:
        s.creature(s.rng.choice(s.game.players), plain)
    lives = lives_of(s)
    setup = s.board()
    decide(s)
    item, _, _ = _cast(s, thing, s.rng.random() < 0.75)
    s.resolve()
    return ruling.of_scene(s, setup, outcome(s, [thing], [item], lives), "modes")


def _other(s: Scene, spell: Thing, place: int) -> str:
    """What another mode says."""
    rest = [mode for at, mode in enumerate(spell.card.modes) if at != place]
    return instructions(s.rng.choice(rest))


def _changed(s: Scene) -> Ruling:
    """Whether another mode can be taken once there was a response."""
    thing = s.creature(s.rng.choice(s.game.players), plain)
    setup = s.board()
    decide(s)
    item, spell, place = _cast(s, thing, True)
    v, player, n = s.voice, item.controller, name(spell)
    other = _other(s, spell, place)
    words = s.pick(
        f'Can {v.who(player)} switch {n} to "{other}" now?',
        f'Can {v.who(player)} choose "{other}" instead as {n} resolves?',
        f'Seeing that, can {v.who(player)} take the other mode of {n}, "{other}"?'
        if len(spell.card.modes) == 2
        else f'Seeing that, can {v.who(player)} change to the mode "{other}"?',
    )
    verdict = f"No, the mode of {n} can't be changed any more."
    reasons = [
        "The mode of a spell is chosen as it is cast (rules 601.2b and 700.2a).",
        f"{n} resolves with the mode that was announced, or does not resolve at all if its target "
        "has become illegal (rule 608.2b).",
    ]
    rules = ["601.2b", "700.2a", "608.2b"]
    key = ("mode changed", place, len(spell.card.modes))
    claim = f"the mode of {n} {{can}} still be changed as it resolves"
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "modes")


def _redirected(s: Scene) -> Ruling:
    """New targets do not come with a new mode."""
    one = s.creature(s.rng.choice(s.game.players), plain)
    foe = s.game.other(one.controller)
    two = (
        s.creature(foe, plain)
        if s.rng.random() < 0.6
        else s.permanent(foe, lambda card: "Enchantment" in card.types and card.anthem is not None)
    )
    setup = s.board()
    decide(s)
    item, spell, place = _cast(s, one, False)
    twist = s.hand(one.controller, lambda card: "retarget" in verbs(card))
    s.cast(one.controller, twist, [item])
    v, player, n, t = s.voice, one.controller, name(spell), name(two)
    wanted = targets(spell.card.modes[place])[0]
    problems = legal.target_problems(s.game, wanted, two, item.controller, spell)
    words = s.pick(
        f"Can {v.who(player)} make {n} target {t} now?",
        f"Is {t} a legal new target for {n}?",
        f"Can {v.who(player)} choose {t} as the new target?",
    )
    told = instructions(spell.card.modes[place])
    reasons = [f'A new target does not change the mode, which is "{told}" (rule 700.2f).']
    if problems:
        verdict = f"No, {n} can't target {t}."
        reasons += because(problems[:1], t)[0]
    else:
        verdict = f"Yes, {n} can target {t}."
        reasons.append(f"{t} is a legal target for that mode (rule 115.7d).")
    rules = ["700.2f", problems[0][0] if problems else "115.7d"]
    key = ("mode redirected", bool(problems))
    asked = permitted(words, verdict, (reasons, rules), key, f"{n} {{can}} target {t}")
    return ruling.of_scene(s, setup, asked, "modes")


def _impossible(s: Scene) -> Ruling:
    """A mode without a legal target can't be chosen."""
    v = s.voice
    player = s.rng.choice(s.game.players)
    for _ in range(s.rng.choice((1, 1, 2))):
        s.creature(s.rng.choice(s.game.players), plain)
    if s.rng.random() < 0.4:
        s.permanent(s.rng.choice(s.game.players), lambda card: "Artifact" in card.types)
    setup = s.board()
    spell = s.special(player, lambda card: len(card.modes) > 1)
    kinds = ("creature", "artifact", "enchantment", "spell")
    places = _modes(spell, HARMS | {"counter", "tap"}, kinds)
    if not places:
        raise NoScene
    place = s.rng.choice(places)
    mode, n = spell.card.modes[place], name(spell)
    wanted = targets(mode)[0]
    options = s.options(wanted, player, spell)
    if options and s.rng.random() < 0.5:
        raise NoScene  # mostly those where something is missing
    told = instructions(mode)
    words = s.pick(
        f'Can {v.who(player)} cast {n} with the mode "{told}"?',
        f'Can {v.who(player)} choose "{told}" for {n} here?',
        f'Is "{told}" a mode that {v.who(player)} can choose for {n} now?',
    )
    if options:
        verdict = "Yes, that mode can be chosen."
        first = options[0]
        reasons = [f"{name(first)} is a legal target for it (rules 601.2c and 700.2a)."]
        rules = ["601.2c", "700.2a"]
    else:
        verdict = "No, that mode can't be chosen."
        here = [one for one in s.game.battlefield() if wanted.endswith("creature")]
        problems = [
            (rule, why.format(n=name(one)))
            for one in here
            for rule, why in legal.target_problems(s.game, wanted, one, player, spell)
        ]
        reasons, rules = because(problems, n)
        reasons = reasons or ["Nothing here is a legal target for it."]
        reasons.append("A mode without a legal target can't be chosen (rule 700.2a).")
        rules.append("700.2a")
    key = ("mode possible", bool(options), wanted)
    claim = f'"{told}" {{can}} be chosen for {n}'
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "modes")


def _both(s: Scene) -> Ruling:
    """One mode is one mode."""
    v = s.voice
    thing = s.creature(s.rng.choice(s.game.players), plain)
    setup = s.board()
    player = s.game.other(thing.controller)
    spell, place = _aimed(s, player, thing)
    n, other = name(spell), _other(s, spell, place)
    told = instructions(spell.card.modes[place])
    many = "both modes" if len(spell.card.modes) == 2 else "two of the modes"
    words = s.pick(
        f'Can {v.who(player)} take "{told}" and "{other}" with one {n}?',
        f'Can {v.who(player)} choose {many} of {n}, "{told}" and "{other}"?',
    )
    verdict = f"No, only one mode of {n} can be chosen."
    reasons = [
        f"{n} says to choose one, and its controller announces that mode while casting it "
        "(rules 700.2a and 601.2b)."
    ]
    why = (reasons, ["700.2a", "601.2b"])
    key = ("mode both", place, len(spell.card.modes))
    claim = (
        f"{many} of {n} {{can}} be chosen"
        if many != "two of the modes"
        else (f"two modes of {n} {{can}} be chosen")
    )
    asked = permitted(words, verdict, why, key, claim)
    if thing.zone != BATTLEFIELD:
        raise NoScene
    return ruling.of_scene(s, setup, asked, "modes")
