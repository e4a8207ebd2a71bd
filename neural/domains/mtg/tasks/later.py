"""Questions about what comes later: at the end step, and in an upkeep with an "if"."""

from neural.domains.mtg import layers, ruling, turns
from neural.domains.mtg.cards import Card
from neural.domains.mtg.ruling import Asked, Ruling, final
from neural.domains.mtg.scene import Dice, NoScene, Scene
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Player, Thing
from neural.domains.mtg.tasks.draws import (
    decide,
    helps_creature,
    hits_creature,
    instant,
    plain,
    verbs,
)
from neural.domains.mtg.tell import story
from neural.domains.mtg.voice import article, name, sentence


def delaying(rng: Dice, advanced: bool) -> Ruling:
    """A creature that is exiled until the end step, or sacrificed there."""
    s = Scene.draw(rng)
    return (_sacrificed if rng.random() < 0.35 else _away)(s)


def _blinks(card: Card) -> bool:
    return "at" in verbs(card)


def _away(s: Scene) -> Ruling:
    """A removal spell, and the creature is exiled in response until the end step."""
    rng = s.rng
    owner = rng.choice(s.game.players)
    foe = s.game.other(owner)
    entering = rng.random() < 0.4
    heads = {"enters", "own-enters", "other-enters"}
    thing = s.creature(
        owner,
        lambda card: (
            plain(card) and (not entering or any(one.head in heads for one in card.triggered))
        ),
        **({"plus": rng.randint(1, 3)} if rng.random() < 0.5 else {}),
    )
    worn = rng.random()
    if worn < 0.2:
        s.game.put(s.card(lambda card: card.aura is not None), owner, attached=thing)
    elif worn < 0.4:
        s.game.put(s.card(lambda card: card.equip is not None), owner, attached=thing)
    setup = s.board()
    decide(s)
    if rng.random() < 0.75:
        removal = s.hand(
            foe, lambda card: hits_creature(card) and (foe is s.active or instant(card))
        )
        s.cast(foe, removal, s.aimed(foe, removal, thing))
    blink = s.hand(owner, _blinks)
    s.cast(owner, blink, [thing])
    s.resolve()
    turns.end_step(s.game)
    return _back(s, setup, thing)


def _back(s: Scene, setup: str, thing: Thing) -> Ruling:
    """What the creature is at the end of the turn."""
    v, n, now = s.voice, name(thing), final(thing)
    if s.game.over or now is thing or now.zone != BATTLEFIELD:
        raise NoScene
    ends = [*ruling.ends_of(s, thing), *now.causes]
    reasons, rules = story(s.game, v.answering(), ends)
    size = layers.written(s.game, now)
    if (thing.plus or thing.minus) and s.rng.random() < 0.5:
        words = s.pick(
            f"Does {n} keep its counters?",
            f"Are the counters still on {n} when it comes back?",
            f"What about the counters on {n}?",
        )
        verdict = f"No, it comes back as a new object, {article(size)}."
        key = ("counters", now.plus)
    else:
        words = s.pick(
            f"What happens to {n} by the end of the turn?",
            f"Where does {n} end up at the end of the turn?",
            f"Does {v.who(thing.owner)} get {n} back, and how?"
            if v.who(thing.owner) != "I"
            else f"Do I get {n} back, and how?",
            f"What is {n} once the turn is over?",
        )
        verdict = f"It is exiled and comes back at the end step as a new object, {article(size)}."
        key = ("back", size)
    claim = f"{n} comes back as a new object, {article(size)}"
    asked = Asked(words, verdict, reasons, rules, key, claim, f"{n} stays in exile")
    return ruling.of_scene(s, setup, asked, "triggers")


def _sacrificed(s: Scene) -> Ruling:
    """A creature that is sacrificed at the end step, saved or not."""
    rng = s.rng
    owner = rng.choice(s.game.players)
    thing = s.creature(
        owner,
        lambda card: any(o.head == "end-step" and o.ops[0].verb == "sac" for o in card.triggered),
    )
    setup = s.board()
    saves = {"at", "flicker", "bounce", "grant", "regenerate"}
    spell = s.hand(
        owner,
        lambda card: (
            instant(card)
            and len(card.targets) == 1
            and bool(verbs(card) & saves)
            and not card.targets[0].startswith("foe")
        ),
    )
    before = rng.random() < 0.5
    s.key.append(before)
    if before:
        s.cast(owner, spell, [thing])
        s.said[-1] = s.pick("after combat ", "in the main phase ") + s.said[-1]
        s.resolve()
        turns.end_step(s.game)
    else:
        turns.begin_end_step(s.game)
        whose = s.voice.whose(owner)
        s.said.append(
            s.pick("the end step begins", f"at the end step {whose} trigger goes on the stack")
        )
        s.cast(owner, spell, [thing])
        s.resolve()
    return _after_end(s, setup, thing)


STAYS = (
    "What triggers at the beginning of the end step waits for the next turn's, if it only came then"
)


def _after_end(s: Scene, setup: str, thing: Thing) -> Ruling:
    n, now = name(thing), final(thing)
    ends = [*ruling.ends_of(s, thing), *now.causes]
    reasons, rules = story(s.game, s.voice.answering(), ends)
    late = now.zone == EXILE or (now.zone == BATTLEFIELD and now is not thing)
    if late:
        reasons.append(f"{STAYS} (rule 513.2).")
        rules.append("513.2")
    plain_ = {
        GRAVEYARD: f"{n} is sacrificed",
        HAND: f"{n} is back in its owner's hand",
        EXILE: f"{n} stays in exile until the next turn's end step",
        BATTLEFIELD: f"{n} is back and stays this turn",
    }[now.zone]
    gone = now.zone == GRAVEYARD
    player = s.voice.who(thing.owner)
    have = "Do I" if player == "I" else f"Does {player}"
    if s.rng.random() < 0.7:
        words = s.pick(
            f"{have} still have to sacrifice {n}?",
            f"Is {n} still sacrificed this turn?",
            f"Does {n} still get sacrificed at the end of the turn?",
        )
        verdict = f"{'Yes' if gone else 'No'}. {sentence(plain_)}"
    else:
        words = s.pick(f"Where is {n} once the turn is over?", f"What happens to {n}?")
        verdict = sentence(plain_)
    denial = f"{n} is not sacrificed this turn" if gone else f"{n} is sacrificed this turn"
    key = ("sacrificed", now.zone)
    asked = Asked(words, verdict, reasons, rules, key, plain_, denial)
    return ruling.of_scene(s, setup, asked, "triggers")


def conditional(rng: Dice, advanced: bool) -> Ruling:
    """A trigger of the upkeep with an "if", and what is done in response."""
    s = Scene.draw(rng)
    player = s.active
    source = s.permanent(player, _conditioned)
    [ability] = source.card.triggered
    helper = None
    if ability.condition.startswith("control"):
        helper = s.creature(player, lambda card: plain(card) and 2 <= card.power <= 5)
    else:
        player.life = max(_near(s, ability.condition), 1)
        s.key.append(player.life)
    life = player.life
    setup = f"{_upkeep(s, player)} {s.board()}"
    if not helper:
        setup += f" {sentence(_at(s, player))}"
    turns.upkeep(s.game)
    if rng.random() < 0.7:
        _meddle(s, player, helper, ability.condition)
    if not s.game.over:
        s.resolve()
    return _told(s, setup, source, life)


def _conditioned(card: Card) -> bool:
    """One trigger, of the upkeep with an "if", that wins or draws."""
    return len(card.triggered) == 1 and all(
        bool(one.condition) and one.head == "upkeep" and one.ops[-1].verb in ("win", "draw")
        for one in card.triggered
    )


def _near(s: Scene, condition: str) -> int:
    number = int(condition.split("=")[-1])
    return number + s.rng.choice((-2, -1, 0, 0, 1, 2, 3))


def _upkeep(s: Scene, player: Player) -> str:
    whose = s.voice.whose(player)
    return sentence(
        s.pick(f"it is {whose} upkeep", f"{whose} upkeep begins", f"{whose} turn, upkeep")
    )


def _at(s: Scene, player: Player) -> str:
    v = s.voice
    return s.pick(
        f"{v.is_(player)} at {player.life} life",
        f"{v.does(player, 'have')} {player.life} life",
    )


def _meddle(s: Scene, player: Player, helper: Thing | None, condition: str) -> None:
    """Somebody changes what the condition asks for: in time, or too late."""
    triggered = bool(s.game.stack)
    if helper is not None and triggered:
        foe = s.game.other(player)
        spell = s.hand(foe, lambda card: instant(card) and hits_creature(card))
        s.cast(foe, spell, s.aimed(foe, spell, helper))
    elif helper is not None:
        spell = s.hand(
            player, lambda card: instant(card) and "pump" in verbs(card) and helps_creature(card)
        )
        s.cast(player, spell, s.aimed(player, spell, helper))
    elif triggered and ">=" in condition:
        foe = s.game.other(player)
        burn = s.hand(
            foe,
            lambda card: instant(card) and card.targets == ("any",) and "damage" in verbs(card),
        )
        s.cast(foe, burn, [player])
    elif not triggered and ">=" in condition:
        gain = s.hand(player, lambda c: instant(c) and not c.targets and "gain" in verbs(c))
        s.cast(player, gain)


def _told(s: Scene, setup: str, source: Thing, life: int) -> Ruling:
    v, n, player = s.voice, name(source), source.controller
    kinds = ("condition_fails", "no_trigger", "wins", "draw_game")
    of_it = [
        event.number
        for event in s.game.events
        if event.kind in kinds or (event.kind == "resolves" and event.data["item"].source is source)
    ]
    if not of_it:
        raise NoScene
    ends = [*of_it, *(player.causes if player.life != life else [])]
    last = s.game.events[of_it[-1]]
    ends += [e.number for e in s.game.events if last.number in e.because]
    reasons, rules = story(s.game, v.answering(), ends)
    late = [e for e in s.game.events if e.kind == "casts"]
    if last.kind == "no_trigger" and late:
        spell = name(late[0].data["thing"])
        reasons.append(
            f"That is asked as the upkeep begins, so {spell} comes too late (rule 603.4)."
        )
    worked = last.kind in ("wins", "resolves")
    you = v.answering()
    who = v.who(player)
    do = "Do I" if who == "I" else f"Does {who}"
    wins = source.card.triggered[0].ops[0].verb == "win"
    if s.game.over and last.data.get("player") is not player:
        raise NoScene
    if wins:
        words = s.pick(f"{do} win?", f"{do} win the game with {n}?", f"Does {n} win the game?")
        fact = you.does(player, "win") if worked else f"{you.does(player, 'do')} not win"
    else:
        words = s.pick(
            f"{do} get the effect of {n}?",
            f"Does {n} do anything this upkeep?",
            f"{do} draw a card with {n}?",
        )
        fact = you.does(player, "draw") if worked else f"{you.does(player, 'do')} not draw"
        fact += " a card"
    verdict = f"{'Yes' if worked else 'No'}. {sentence(fact)}"
    said = fact.replace("you ", f"{who} ", 1) if fact.startswith("you ") else fact
    other = f"{n} does {'nothing' if worked else 'its thing'} this upkeep"
    asked = Asked(words, verdict, reasons, rules, ("if", last.kind, wins), said, other)
    return ruling.of_scene(s, setup, asked, "triggers")
