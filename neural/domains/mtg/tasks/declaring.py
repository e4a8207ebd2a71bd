"""Questions about what may attack, block, or be activated this turn."""

from neural.domains.mtg import legal
from neural.domains.mtg.layers import keywords
from neural.domains.mtg.ruling import Ruling, of_scene
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import Thing
from neural.domains.mtg.tasks.draws import plain
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.voice import listing, name


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
        reasons, rules = because(problems, a)
        verdict = f"No, {b} can't block {a}."
    else:
        verdict = f"Yes, {b} can block {a}."
        reasons, rules = _allowed_block(s, attacker, blockers)
    words = s.pick(
        f"Can {b} block {a}?" if count == 1 else f"Can {b} block {a} together?",
        f"Can {v.who(foe)} block {a} with {b}?",
        f"Is it legal to block {a} with {b}?",
    )
    why, key = (reasons, rules), ("block", bool(problems))
    asked = permitted(words, verdict, why, key, f"{b} {{can}} block {a}")
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
    n, key = name(thing), ("attack", tapping, verdict.startswith("No"))
    claim = f"the ability of {n} {{can}} be activated" if tapping else f"{n} {{can}} attack"
    words = f"It is {s.voice.whose(me)} turn. {words}"
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return of_scene(s, setup, asked, "timing" if tapping else "attacks")


def _activating(s: Scene, thing: Thing) -> tuple[str, str, list[str], list[str]]:
    """Question, verdict, reasons and rules on an activated ability."""
    v, n, ability = s.voice, name(thing), thing.card.activated[0]
    problems = legal.tap_problems(s.game, thing, ability)
    verdict = f"Yes, the ability of {n} can be activated."
    if problems:
        reasons, rules = because(problems, n)
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
        reasons, rules = because(problems, n)
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
