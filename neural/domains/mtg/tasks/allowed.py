"""Questions about what a player may do: cast now, target that, attack, block, activate."""

from collections.abc import Callable

from neural.domains.mtg import legal, stack
from neural.domains.mtg.cards import COLORS, Card
from neural.domains.mtg.citations import table
from neural.domains.mtg.layers import keywords
from neural.domains.mtg.ruling import Asked, Ruling, of_scene
from neural.domains.mtg.scene import Dice, NoScene, Scene, targets_with_ops
from neural.domains.mtg.state import GRAVEYARD, Illegal, Item, Player, Thing
from neural.domains.mtg.tasks.draws import instant, plain
from neural.domains.mtg.voice import listing, name, sentence

STEPS = {
    "untap": ("untap step", "502.4"),
    "upkeep": ("upkeep", "117.3a"),
    "draw": ("draw step", "117.3a"),
    "main": ("main phase", "117.1a"),
    "combat": ("combat phase", "117.1a"),
    "end": ("end step", "117.3a"),
}


def _because(problems: list[tuple[str, str]], n: str) -> tuple[list[str], list[str]]:
    """The reasons of a refusal with their rules, each once."""
    rules = list(dict.fromkeys(rule for rule, _ in problems))
    texts = list(dict.fromkeys(f"{reason.format(n=n)} (rule {rule})" for rule, reason in problems))
    return [sentence(text) for text in texts], rules


def _says(rule: str) -> str:
    """What the rule says, in our words, with its number."""
    return f"{table()[rule].says.rstrip('.')} (rule {rule})."


def timing(rng: Dice, advanced: bool) -> Ruling:
    """Whether a card can be cast right now."""
    s = Scene.draw(rng)
    player = rng.choice(s.game.players)
    thing = s.hand(
        player,
        lambda card: not targets_with_ops(card) or card.is_creature or "Sorcery" in card.types,
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
    asked = Asked(
        words,
        verdict,
        reasons,
        rules,
        ("timing", bool(problems)),
        f"{v.who(player)} can{'not' if problems else ''} cast {n} now",
        f"{v.who(player)} can{'' if problems else 'not'} cast {n} now",
    )
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
    reasons, rules = _because(problems, name(thing))
    whose = s.voice.answering().whose(thing.owner)
    reasons = [text.replace("that player's", whose) for text in reasons]
    if s.game.step != "untap":
        kind = "an enchantment spell"
        if "Sorcery" in thing.card.types:
            kind = "a sorcery"
        elif thing.card.is_creature:
            kind = "a creature spell"
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
        reasons, rules = _because(problems, t)
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
    asked = Asked(
        words,
        verdict,
        reasons,
        rules,
        ("target", bool(problems)),
        f"{v.whose(player)} {n} can{'not' if problems else ''} target {t}",
        f"{v.whose(player)} {n} can{'' if problems else 'not'} target {t}",
    )
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


def blocking(rng: Dice, advanced: bool) -> Ruling:
    """Whether creatures can block an attacker."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    words_ = {"menace", "can't be blocked", *legal.EVASION}
    words_ |= {f"protection from {color}" for color in ("black", "red", "white")}
    attacker = s.creature(
        me, (lambda card: bool(words_ & card.keywords)) if rng.random() < 0.75 else plain
    )
    count = 2 if rng.random() < 0.25 else 1
    blockers = [
        s.creature(
            foe,
            (lambda card: bool({"flying", "reach", "can't block"} & card.keywords))
            if rng.random() < 0.35
            else plain,
            **({"tapped": True} if rng.random() < 0.12 else {}),
        )
        for _ in range(count)
    ]
    if legal.attack_problems(s.game, attacker) or legal.attackers_problems(s.game, [attacker]):
        raise NoScene
    setup = s.board()
    s.attack([attacker])
    problems = legal.block_problems(s.game, attacker, blockers)
    problems = problems or legal.blocks_problems(s.game, {attacker: blockers})
    if not problems and not _special(s, attacker, blockers) and rng.random() < 0.8:
        raise NoScene  # nobody asks
    v = s.voice
    b, a = listing([name(one) for one in blockers]), name(attacker)
    if problems:
        reasons, rules = _because(problems, a)
        verdict = f"No, {b} can't block {a}."
    else:
        verdict = f"Yes, {b} can block {a}."
        reasons, rules = _allowed_block(s, attacker, blockers)
    words = s.pick(
        f"Can {b} block {a}?" if count == 1 else f"Can {b} block {a} together?",
        f"Can {v.who(foe)} block {a} with {b}?",
        f"Is it legal to block {a} with {b}?",
    )
    asked = Asked(
        words,
        verdict,
        reasons,
        rules,
        ("block", bool(problems)),
        f"{b} can{'not' if problems else ''} block {a}",
        f"{b} can{'' if problems else 'not'} block {a}",
    )
    return of_scene(s, setup, asked, "blocks")


def _special(s: Scene, attacker: Thing, blockers: list[Thing]) -> bool:
    """Whether anything about the block could make one wonder."""
    fliers = {"flying", "reach", "can't block alone"}
    own = keywords(s.game, attacker)
    return bool(
        own & {"menace", *legal.EVASION}
        or any(word.startswith("protection") for word in own)
        or any(fliers & keywords(s.game, one) or one.sick for one in blockers)
    )


def _colored(s: Scene, one: Thing) -> str:
    return "is an artifact creature" if "Artifact" in one.card.types else "is black"


# Why a creature can block in spite of the attacker's evasion.
MET = {
    "shadow": lambda s, one: "has shadow, too",
    "horsemanship": lambda s, one: "has horsemanship, too",
    "fear": _colored,
    "intimidate": lambda s, one: (
        "is an artifact creature" if "Artifact" in one.card.types else "shares a color with it"
    ),
    "skulk": lambda s, one: "does not have greater power",
}


def _allowed_block(s: Scene, attacker: Thing, blockers: list[Thing]) -> tuple[list[str], list[str]]:
    own, a = keywords(s.game, attacker), name(attacker)
    reasons, rules = [], []
    if "flying" in own:
        for one in blockers:
            theirs = keywords(s.game, one)
            rule = "702.9b" if "flying" in theirs else "702.17b"
            has = "flying" if "flying" in theirs else "reach"
            reasons.append(f"{a} has flying, and {name(one)} has {has} (rule {rule}).")
            rules.append(rule)
    for word in sorted(MET.keys() & own):
        for one in blockers:
            rule = legal.EVASION[word][0]
            reasons.append(f"{a} has {word}, but {name(one)} {MET[word](s, one)} (rule {rule}).")
            rules.append(rule)
    if "menace" in own:
        reasons.append(f"{a} has menace, and two creatures block it (rule 702.111b).")
        rules.append("702.111b")
    colors = sorted(
        word.removeprefix("protection from ") for word in own if word.startswith("protection from ")
    )
    if colors:
        reasons.append(
            f"Protection from {listing(colors)} only keeps creatures of that color from blocking {a} (rule 702.16f)."
        )
        rules.append("702.16f")
    if not rules:
        if any("flying" in keywords(s.game, one) for one in blockers):
            reasons.append(
                "A creature with flying can block creatures without flying (rule 702.9b)."
            )
            rules.append("702.9b")
        else:
            who = "It is untapped" if len(blockers) == 1 else "They are untapped"
            reasons.append(f"{who}, and no restriction applies (rules 509.1a and 509.1b).")
            rules += ["509.1a", "509.1b"]
    return reasons, list(dict.fromkeys(rules))


def attacking(rng: Dice, advanced: bool) -> Ruling:
    """Whether a creature can attack, or its ability be activated, this turn."""
    s = Scene.draw(rng)
    me, foe = s.game.players
    tapping = rng.random() < 0.4
    state = {"sick": True} if rng.random() < 0.5 else {}
    if not state and rng.random() < 0.4:
        state = {"tapped": True}
    if tapping:
        thing = s.creature(me, lambda card: bool(card.activated), **state)
    else:
        words = {"defender", "haste", "vigilance"}
        wanted = (lambda card: bool(words & card.keywords)) if rng.random() < 0.5 else plain
        thing = s.creature(me, wanted, **state)
        if rng.random() < 0.15:
            s.game.put(s.card(lambda card: card.name == "Pacifism"), foe, attached=thing)
    setup = s.board()
    way = _activating if tapping else _attacking
    words, verdict, reasons, rules = way(s, thing)
    n, no = name(thing), verdict.startswith("No")
    what = f"the ability of {n} can{{}} be activated" if tapping else f"{n} can{{}} attack"
    asked = Asked(
        f"It is {s.voice.whose(me)} turn. {words}",
        verdict,
        reasons,
        rules,
        ("attack", tapping, no),
        what.format("not" if no else ""),
        what.format("" if no else "not"),
    )
    return of_scene(s, setup, asked, "timing" if tapping else "attacks")


def _activating(s: Scene, thing: Thing) -> tuple[str, str, list[str], list[str]]:
    """Question, verdict, reasons and rules on an activated ability."""
    v, n, ability = s.voice, name(thing), thing.card.activated[0]
    problems = legal.tap_problems(s.game, thing, ability)
    verdict = f"Yes, the ability of {n} can be activated."
    if problems:
        reasons, rules = _because(problems, n)
        verdict = f"No, the ability of {n} can't be activated now."
    elif ability.taps:
        why = "is untapped and has been under its controller's control since before this turn"
        reasons, rules = [f"{n} {why} (rule 602.5a)."], ["602.5a"]
    elif thing.sick or thing.tapped:
        rules = ["602.5a" if thing.sick else "117.1b"]
        state = "came in this turn" if thing.sick else "is tapped"
        why = f"The cost has no tap symbol, so it does not matter that {n} {state}"
        reasons = [f"{why} (rule {rules[0]})."]
    else:
        why = "An activated ability can be activated whenever its controller has priority"
        reasons, rules = [f"{why} (rule 117.1b)."], ["117.1b"]
    words = s.pick(
        f"Can {v.who(thing.controller)} activate {n} this turn?",
        f"Can {v.who(thing.controller)} use the ability of {n} right away?",
        f"Can {v.who(thing.controller)} use {n} now?",
    )
    return words, verdict, reasons, rules


def _attacking(s: Scene, thing: Thing) -> tuple[str, str, list[str], list[str]]:
    """Question, verdict, reasons and rules on an attack."""
    v, n, own = s.voice, name(thing), keywords(s.game, thing)
    problems = legal.attack_problems(s.game, thing)
    problems = problems or legal.attackers_problems(s.game, [thing])
    verdict = f"Yes, {n} can attack."
    if problems:
        reasons, rules = _because(problems, n)
        verdict = f"No, {n} can't attack."
    elif "haste" in own and thing.sick:
        reasons, rules = [f"{n} came in this turn, but it has haste (rule 702.10b)."], ["702.10b"]
    else:
        if not own and s.rng.random() < 0.7:
            raise NoScene  # nobody asks
        why = f"{n} is untapped and was there since before this turn (rule 508.1a)."
        reasons, rules = [why], ["508.1a"]
        if "vigilance" in own:
            why = "It will not even tap for it, because it has vigilance (rule 702.20b)."
            reasons.append(why)
            rules.append("702.20b")
    words = s.pick(
        f"Can {n} attack?",
        f"Can {v.who(thing.controller)} attack with {n} this turn?",
        f"Is {n} able to attack this turn?",
    )
    return words, verdict, reasons, rules


def after_death(rng: Dice, advanced: bool) -> Ruling:
    """Abilities of what is dying: in response yes, afterward no; and what is on the stack stays."""
    s = Scene.draw(rng)
    owner = rng.choice(s.game.players)
    foe = s.game.other(owner)
    thing = s.creature(
        owner,
        lambda card: (
            bool(card.activated)
            and card.activated[0].sacrifices != "creature"
            and card.activated[0].targets in ((), ("any",))
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
    return Asked(
        words,
        verdict,
        reasons,
        ["117.1b", "117.7", "113.7a"],
        ("after_death", True),
        f"{n} can be activated in response",
        f"{n} cannot be activated in response",
    )


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
    return Asked(
        words,
        "No, it is too late.",
        reasons,
        [*rules, "117.1b", "117.7"],
        ("after_death", False),
        f"{n} cannot be activated any more",
        f"{n} can still be activated",
    )
