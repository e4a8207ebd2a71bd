"""Questions about face-down creatures, and about turning them face up."""

from neural.domains.mtg import combat, layers, legal, ruling, settling, stack
from neural.domains.mtg.cards import Card
from neural.domains.mtg.facts import mana
from neural.domains.mtg.ruling import Asked, Ruling
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import BATTLEFIELD, Player, Thing
from neural.domains.mtg.tasks.allowed import STEPS
from neural.domains.mtg.tasks.draws import decide, hits_creature, instant, plain, verbs
from neural.domains.mtg.tasks.permission import permitted
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import article, listing, name, sentence

TRICKS = {"copy-token", "steal", "frog", "base", "switch"}


def morphing(rng: Dice, advanced: bool) -> Ruling:
    """A creature that was cast face down by its morph ability."""
    s = Scene.draw(rng)
    ways = (_saved, _saved, _fighting, _fighting, _answered, _when, _kept, _evading, _new)
    return rng.choice(ways)(s)


def _hidden(s: Scene, player: Player, wanted=lambda card: True, **more) -> Thing:
    """A face-down creature on the battlefield; the asker knows what it is."""
    card = s.card(lambda card: "morph" in dict(card.ways) and wanted(card))
    s.key.append((player.seat, sorted(more.items())))
    thing = s.game.put(dict(card.ways)["morph"], player, **more)
    thing.printed = card
    return thing


def _price(card: Card) -> str:
    """The morph cost."""
    text = next(word for word in card.statics if word.startswith("morph "))
    return mana(text.removeprefix("morph "))


def _turn_up(s: Scene, thing: Thing) -> None:
    """Its controller turns it face up and says so."""
    player, card = thing.controller, thing.printed
    n, who = card.name, s.acting(player)
    turn, pay, unmorph = (
        verb if who == "they" else s.voice.verb(player, verb) for verb in ("turn", "pay", "unmorph")
    )
    said = s.pick(
        f"{who} {turn} {n} face up for {_price(card)}",
        f"{who} {pay} {_price(card)} and {turn} {n} face up",
        f"{who} {unmorph} {n}",
    )
    stack.turn_up(s.game, player, thing)
    s.key.append("face up")
    s.said.append(said)


def _harm(card: Card) -> bool:
    return instant(card) and hits_creature(card) and not verbs(card) & TRICKS


def _saved(s: Scene) -> Ruling:
    """Removal, and the creature is turned face up in response; or it is not."""
    owner = s.rng.choice(s.game.players)
    thing = _hidden(s, owner)
    if s.rng.random() < 0.3:
        s.creature(s.game.other(owner), plain)
    setup = s.board()
    decide(s)
    foe = s.game.other(owner)
    spell = s.hand(
        foe, lambda card: _harm(card) and bool(verbs(card) & {"damage", "pump", "destroy", "bury"})
    )
    item = s.cast(foe, spell, s.aimed(foe, spell, thing))
    if s.rng.random() < 0.85:
        _turn_up(s, thing)
        s.said[-1] = s.pick(
            f"in response {s.said[-1]}",
            f"{s.said[-1]} in response",
            f"before {name(item)} resolves, {s.said[-1]}",
        )
    s.resolve()
    asked = ruling.fate(s, thing) if s.rng.random() < 0.8 else ruling.of_spell(s, item)
    return ruling.of_scene(s, setup, _explained(s, thing, asked), "morph")


def _fighting(s: Scene) -> Ruling:
    """A face-down creature in combat is turned face up after blocks."""
    me, foe = s.game.players
    attacking = s.rng.random() < 0.6
    thing = _hidden(
        s, me if attacking else foe, lambda card: (card.power, card.toughness) != (2, 2)
    )
    other = s.creature(foe if attacking else me, lambda c: plain(c) and not c.triggered)
    attacker, blocker = (thing, other) if attacking else (other, thing)
    if legal.attack_problems(s.game, attacker) or legal.attackers_problems(s.game, [attacker]):
        raise NoScene
    setup = s.board()
    s.attack([attacker])
    s.block({attacker: [blocker]})
    if s.rng.random() < 0.85:
        _turn_up(s, thing)
        s.said[-1] = s.pick("after blocks ", "once blockers are declared ") + s.said[-1]
    combat.fight_it_out(s.game)
    s.resolve()
    if s.game.over:
        raise NoScene
    one = s.rng.choice((thing, other))
    asked = ruling.fate(s, one) if s.rng.random() < 0.75 else ruling.dead(s, [attacker, blocker])
    return ruling.of_scene(s, setup, _explained(s, thing, asked), "morph")


def _explained(s: Scene, thing: Thing, asked: Asked) -> Asked:
    """The ruling with what the creature was, face down or up, where it does not say so."""
    if "702.37e" in asked.rules:
        return asked
    turned = [e.number for e in s.game.events if e.kind == "turned_up"]
    reasons, rules = [_plain(thing)], ["708.2a"]
    if turned:
        reasons, rules = story(s.game, s.voice.answering(), turned)
    asked.reasons, asked.rules = [*reasons, *asked.reasons], [*rules, *asked.rules]
    return asked


def _plain(thing: Thing) -> str:
    return f"{sentence(name(thing))[:-1]} is a 2/2 without abilities (rule 708.2a)."


def _answered(s: Scene) -> Ruling:
    """Whether turning it up can be answered, or makes it enter."""
    v, owner = s.voice, s.rng.choice(s.game.players)
    foe = s.game.other(owner)
    thing = _hidden(s, owner)
    setup = s.board()
    n = thing.printed.name
    entering = s.rng.random() < 0.35
    if entering:
        watcher = s.creature(
            s.rng.choice(s.game.players),
            lambda card: any(one.head in ("other-enters", "own-enters") for one in card.triggered),
        )
        setup = s.board()
    else:
        counter = s.hand(foe, lambda card: "counter" in verbs(card) or _harm(card))
        harms = "counter" not in verbs(counter.card)
        if harms and legal.target_problems(s.game, counter.card.targets[0], thing, foe, counter):
            raise NoScene  # it could not be cast on a 2/2
    _turn_up(s, thing)
    if entering:
        w = name(watcher)
        words = s.pick(
            f"Does {w} trigger for that?",
            f"Does turning it up make {w} trigger?",
            f"Does {w} see {n} enter?",
        )
        reasons = [
            f"{n} was on the battlefield already: turning it face up does not make it enter "
            "(rule 708.8)."
        ]
        verdict, rules = f"No, {w} does not trigger.", ["708.8"]
        pair = (f"{w} does not trigger for {n}", f"{w} triggers for {n}")
        asked = Asked(words, verdict, reasons, rules, ("turned up enters",), *pair)
        return ruling.of_scene(s, setup, asked, "morph")
    c = name(counter)
    can = f"can {v.who(foe)}"
    if not harms:
        words = s.pick(
            f"{sentence(can)[:-1]} counter that with {c}?", f"{sentence(can)[:-1]} use {c} on that?"
        )
        end, claim = "be countered", f"turning {n} face up {{can}} be countered"
    else:
        words = s.pick(
            f"{sentence(can)[:-1]} respond to that with {c} while it is still a 2/2?",
            f"{sentence(can)[:-1]} cast {c} before it is face up?",
        )
        end, claim = "be responded to", f"turning {n} face up {{can}} be responded to"
    verdict = f"No, turning {n} face up can't {end}."
    reasons = [
        "Turning a face-down creature up is a special action (rule 116.2b): it does not use the "
        "stack, so nobody can respond to it (rule 702.37e)."
    ]
    why, key = (reasons, ["116.2b", "702.37e"]), ("turned up answered", end)
    return ruling.of_scene(s, setup, permitted(words, verdict, why, key, claim), "morph")


def _when(s: Scene) -> Ruling:
    """When it can be turned face up: with priority, and not in the untap step."""
    v, owner = s.voice, s.rng.choice(s.game.players)
    thing = _hidden(s, owner)
    step = s.rng.choice([*STEPS, "untap"])
    setup = f"{sentence(f'it is {v.whose(s.active)} {STEPS[step][0]}')} {s.board()}"
    s.key.append((step, owner.seat))
    if step not in ("untap",) and s.rng.random() < 0.4:
        spell = s.hand(s.game.other(owner), lambda card: instant(card) and not card.targets)
        s.cast(s.game.other(owner), spell)
    n = thing.printed.name
    words = s.pick(
        f"Can {v.who(owner)} turn {n} face up now?",
        f"Can {v.who(owner)} unmorph {n} at this point?",
        f"Is this a time at which {v.who(owner)} can turn up {n}?",
    )
    if step == "untap":
        verdict = f"No, {n} can't be turned face up now."
        reasons = [
            "Nobody gets priority in the untap step (rule 502.4), and turning a creature up "
            "asks for priority (rule 116.2b)."
        ]
        rules = ["502.4", "116.2b"]
    else:
        verdict = f"Yes, {n} can be turned face up now."
        reasons = [
            f"{sentence(v.answering().who(owner))[:-1]} can do that with priority at any time, in "
            "any turn and also with something on the stack (rules 116.2b and 702.37e)."
        ]
        rules = ["116.2b", "702.37e"]
    key = ("turn up when", step == "untap", bool(s.game.stack))
    asked = permitted(words, verdict, (reasons, rules), key, f"{n} {{can}} be turned face up now")
    return ruling.of_scene(s, setup, asked, "morph")


def _kept(s: Scene) -> Ruling:
    """Counters, damage and Auras stay as it is turned face up."""
    v, owner = s.voice, s.rng.choice(s.game.players)
    more = {"plus": s.rng.randint(1, 3)} if s.rng.random() < 0.6 else {}
    thing = _hidden(s, owner, **more)
    if not more or s.rng.random() < 0.3:
        worn = s.card(lambda c: bool(c.worn) and bool(c.worn[0] or c.worn[1]) and c.worn[1] > -2)
        s.game.put(worn, owner, attached=thing)
    setup = s.board()
    settling.settle(s.game)
    if thing.zone != BATTLEFIELD:
        raise NoScene
    _turn_up(s, thing)
    if thing.zone != BATTLEFIELD or any(
        e.kind in ("sba_aura", "unattached") for e in s.game.events
    ):
        raise NoScene
    n, size = name(thing), layers.written(s.game, thing)
    reasons, rules = story(s.game, v.answering(), thing.causes)
    kept = [f"{thing.plus} +1/+1 counter{'s' * (thing.plus > 1)}"] if thing.plus else []
    kept += [name(one) for one in s.game.battlefield() if one.attached is thing]
    printed = f"{thing.card.power}/{thing.card.toughness}"
    stay = "stay" if len(kept) > 1 or thing.plus > 1 else "stays"
    reasons.append(
        f"It is {article(printed)} itself, and {listing(kept)} {stay} on it (rule 708.8)."
    )
    rules.append("708.8")
    words = s.pick(
        f"How big is {n} now?",
        f"What are the power and toughness of {n}?",
        f"What size is {n} then?",
    )
    verdict = f"{n} is {size}."
    pair = (f"{n} is {size}", f"{n} is {printed}")
    asked = Asked(words, verdict, reasons, rules, ("turned up size", size), *pair)
    return ruling.of_scene(s, setup, asked, "morph")


def _evading(s: Scene) -> Ruling:
    """Face down it has none of its abilities: it can attack in spite of defender, does not fly."""
    v, owner = s.voice, s.active
    foe = s.game.other(owner)
    if s.rng.random() < 0.5:
        thing = _hidden(s, owner, lambda card: "defender" in card.keywords)
        setup = s.board()
        n = thing.printed.name
        words = s.pick(
            f"Can {v.who(owner)} attack with {name(thing)}?",
            f"{n} has defender. Can it attack while it is face down?",
        )
        verdict = f"Yes, {name(thing)} can attack."
        reasons = [_plain(thing), "So it has no defender until it is turned face up."]
        key, claim = ("hidden defender",), f"{name(thing)} {{can}} attack"
    else:
        attacker = s.creature(owner, lambda c: plain(c) and "flying" in c.keywords)
        reach = {"reach", "flying"}
        thing = _hidden(s, foe, lambda card: bool(reach & card.keywords))
        setup = s.board()
        if legal.attack_problems(s.game, attacker) or legal.attackers_problems(s.game, [attacker]):
            raise NoScene
        s.attack([attacker])
        word = sorted(reach & thing.printed.keywords)[0]
        a = name(attacker)
        words = s.pick(
            f"Can {v.who(foe)} block {a} with {name(thing)}?", f"Can {name(thing)} block {a}?"
        )
        verdict = f"No, {name(thing)} can't block {a}."
        reasons = [
            f"{sentence(name(thing))[:-1]} has no {word} while it is face down "
            "(rule 708.2a), and "
            f"{a} has flying (rule 702.9b)."
        ]
        key, claim = ("hidden blocker", word), f"{name(thing)} {{can}} block {a}"
    rules = ["708.2a"] if "attack" in claim else ["708.2a", "702.9b"]
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "morph")


def _new(s: Scene) -> Ruling:
    """Face down since this turn: whether it can attack once it is face up."""
    v, owner = s.voice, s.active
    hasty = s.rng.random() < 0.4
    thing = _hidden(
        s,
        owner,
        lambda c: ("haste" in c.keywords) is hasty and "defender" not in c.keywords,
        sick=True,
    )
    setup = s.board()
    _turn_up(s, thing)
    n = name(thing)
    problems = legal.attack_problems(s.game, thing)
    words = s.pick(f"Can {n} attack this turn?", f"Can {v.who(owner)} attack with {n} right away?")
    if problems:
        reasons = [
            f"{n} came in this turn, face down (rule 302.6).",
            "Turning it face up does not change how long it has been there (rule 708.8).",
        ]
        rules, verdict = ["302.6", "708.8"], f"No, {n} can't attack."
    else:
        reasons = [f"Face up {n} has haste (rules 708.8 and 702.10b)."]
        rules, verdict = ["708.8", "702.10b"], f"Yes, {n} can attack."
    key, claim = ("turned up new", bool(problems)), f"{n} {{can}} attack this turn"
    asked = permitted(words, verdict, (reasons, rules), key, claim)
    return ruling.of_scene(s, setup, asked, "morph")
