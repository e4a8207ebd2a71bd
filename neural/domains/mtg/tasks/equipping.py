"""Questions about Equipment: when and to what it can be attached, and what becomes of it."""

from neural.domains.mtg import legal, ruling
from neural.domains.mtg.cards import Card
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import BATTLEFIELD, Thing
from neural.domains.mtg.tasks.allowed import STEPS
from neural.domains.mtg.tasks.draws import hits_creature, instant, plain, verbs
from neural.domains.mtg.tasks.permission import because, permitted
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import name, sentence


def equipping(rng: Dice, advanced: bool) -> Ruling:
    """Whether it can be equipped now, to that; what happens to it as its creature goes."""
    s = Scene.draw(rng)
    return rng.choice((_when, _to_what, _in_response, _afterward))(s)


def _equipment(s: Scene, wanted=lambda card: True) -> Card:
    return s.card(lambda card: card.equip is not None and wanted(card))


def _when(s: Scene) -> Ruling:
    """Equip has the timing of a sorcery."""
    v, rng = s.voice, s.rng
    player = rng.choice(s.game.players)
    thing = s.creature(player, plain)
    equipment = s.game.put(_equipment(s), player)
    right = rng.random() < 0.35
    step = (
        "main" if right and player is s.active else rng.choice([x for x in STEPS if x != "untap"])
    )
    s.key.append((step, player.seat))
    where = f"It is {v.whose(s.active)} {STEPS[step][0]}. {s.board()}"
    if step == "combat" and player is s.active and rng.random() < 0.6:
        if legal.attack_problems(s.game, thing) or legal.attackers_problems(s.game, [thing]):
            raise NoScene
        s.attack([thing])
    s.game.step = step
    problems = legal.timing_problems(s.game, player, None)
    n, e = name(thing), name(equipment)
    here = v.answering()
    rules = ["702.6a"]
    if problems:
        why = problems[0][1].replace("that player's", here.whose(player))
        reasons = [
            "Equip can only be activated when its controller could cast a sorcery (rule 702.6a).",
            sentence(f"here {why}"),
        ]
        verdict = f"No, {e} can't be equipped now."
    else:
        reasons = [
            f"It is {here.whose(player)} main phase and the stack is empty, so equip can be "
            "activated like a sorcery (rule 702.6a)."
        ]
        verdict = f"Yes, {e} can be equipped now."
    words = s.pick(
        f"Can {v.who(player)} equip {e} to {n} now?",
        f"Can {v.who(player)} move {e} onto {n} at this point?",
        f"Is it legal for {v.whom(player)} to equip {n} here?",
        f"Can {v.who(player)} activate the equip ability of {e} on {n}?",
    )
    key = ("equip when", bool(problems))
    asked = permitted(words, verdict, (reasons, rules), key, f"{e} {{can}} be equipped now")
    return ruling.of_scene(s, where, asked, "equipment")


def _to_what(s: Scene) -> Ruling:
    """Equip targets a creature that its controller controls."""
    v, rng = s.voice, s.rng
    player = s.active
    owner = player if rng.random() < 0.65 else s.game.other(player)
    special = {"hexproof", "shroud"}
    if rng.random() < 0.6:
        thing = s.creature(owner, lambda c: bool(special & c.keywords))
    else:
        thing = s.creature(owner, plain)
        cloak = s.card(lambda c: c.equip is not None and bool(special & c.equip[2]))
        s.game.put(cloak, owner, attached=thing)
    equipment = s.game.put(_equipment(s, lambda c: not special & c.equip[2]), player)
    setup = s.board()
    wanted = equipment.card.activated[0].targets[0]
    problems = legal.target_problems(s.game, wanted, thing, player, equipment)
    n, e, here = name(thing), name(equipment), v.answering()
    if owner is not player:
        rules = ["702.6a"]
        reasons = [
            f"Equip targets a creature that its controller controls, and {n} is under the control of "
            f"{here.whom(owner)} (rule 702.6a)."
        ]
    elif problems:
        reasons, rules = because(problems, n)
        reasons.append("Equip targets, and shroud stops even its own controller (rule 702.6a).")
        rules.append("702.6a")
    else:
        reasons = [
            f"Hexproof only stops opponents of the creature's controller, and here {here.who(player)} "
            f"{here.verb(player, 'equip')} a creature of {'your' if here.who(player) == 'you' else 'their'} "
            "own (rules 702.11b and 702.6a)."
        ]
        rules = ["702.11b", "702.6a"]
    answer, can = ("No", "can't") if problems else ("Yes", "can")
    verdict = f"{answer}, {n} {can} be equipped with {e}."
    words = s.pick(
        f"Can {v.who(player)} equip {n} with {e}?",
        f"Can {v.who(player)} put {e} on {n}?",
        f"Is {n} a legal target for the equip ability of {e}?",
    )
    key = ("equip what", bool(problems), owner.seat)
    claim = f"{n} {{can}} be equipped with {e}"
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "equipment")


def _killer(card: Card) -> bool:
    return instant(card) and hits_creature(card) and not verbs(card) & {"frog", "base", "switch"}


def _in_response(s: Scene) -> Ruling:
    """The creature goes away while the equip ability is on the stack."""
    player = s.active
    foe = s.game.other(player)
    thing = s.creature(player, plain)
    worn = s.rng.random() < 0.5
    old = s.creature(player, plain) if worn else None
    equipment = s.game.put(_equipment(s), player, attached=old)
    setup = s.board()
    s.activate(player, equipment, [thing])
    spell = s.hand(foe, _killer)
    s.cast(foe, spell, s.aimed(foe, spell, thing))
    s.resolve()
    return _fate_of(s, setup, equipment, thing, old)


def _afterward(s: Scene) -> Ruling:
    """The creature goes away with the Equipment on it."""
    player = s.rng.choice(s.game.players)
    foe = s.game.other(player)
    thing = s.creature(player, plain)
    equipment = s.game.put(_equipment(s), player, attached=thing)
    setup = s.board()
    spell = s.hand(foe, _killer)
    s.cast(foe, spell, s.aimed(foe, spell, thing))
    s.resolve()
    if s.rng.random() < 0.4:
        return ruling.of_scene(s, setup, ruling.fate(s, thing), "equipment")
    return _fate_of(s, setup, equipment, thing, None)


def _fate_of(s: Scene, setup: str, equipment: Thing, thing: Thing, old: Thing | None) -> Ruling:
    e = name(equipment)
    if s.game.over or equipment.zone != BATTLEFIELD or thing.zone == BATTLEFIELD:
        raise NoScene
    host = equipment.attached
    where = f"attached to {name(host)}" if host else "attached to nothing"
    ends = [*equipment.causes, *ruling.ends_of(s, thing)]
    reasons, rules = story(s.game, s.voice.answering(), ends)
    if host is None and "704.5n" not in rules:
        reasons.append("Equipment that is attached to nothing just stays (rule 301.5).")
        rules.append("301.5")
    elif host is old and old is not None:
        reasons.append(f"It stays where it was, on {name(old)} (rule 701.3a).")
        rules.append("701.3a")
    words = s.pick(
        f"What happens to {e}?",
        f"Where does {e} end up?",
        f"What becomes of {e}?",
        f"Is {e} still on the battlefield, and on what?",
    )
    verdict = f"{e} stays on the battlefield, {where}."
    claim, denial = f"{e} stays on the battlefield", f"{e} goes to the graveyard"
    key = ("equipment", host is None, host is old)
    asked = Asked(words, verdict, reasons, rules, key, claim, denial)
    return ruling.of_scene(s, setup, asked, "equipment")
