"""What a resolving spell or ability does: one function for each verb of the cards' vocabulary."""

from collections.abc import Callable
from dataclasses import replace

from neural.domains.mtg import damage, entering, library, losing, moves, triggers
from neural.domains.mtg.cards import Op, token
from neural.domains.mtg.counters import counters
from neural.domains.mtg.lasting import LASTING
from neural.domains.mtg.layers import colors, creatures, size
from neural.domains.mtg.legal import matches, same_twice, target_problems
from neural.domains.mtg.state import (
    BATTLEFIELD,
    EXILE,
    GRAVEYARD,
    HAND,
    Game,
    Illegal,
    Item,
    Player,
    Thing,
)


def perform(game: Game, item: Item, legal: list[bool]) -> None:
    """Follows the instructions in order (608.2c); illegal targets are left alone (608.2b)."""
    slot, last = 0, None
    for op in item.ops:
        affected: list = []
        complete = True
        for who in op.who:
            if who.startswith("@"):
                if legal[slot]:
                    affected.append(item.targets[slot])
                else:
                    complete = False
                last = item.targets[slot]
                slot += 1
            else:
                gone = who.startswith("that") and slot and not legal[slot - 1]
                found = [] if gone else _referred(game, item, who, last)
                complete = complete and bool(found)
                affected += found
        if complete or op.verb in ("damage",):
            VERBS[op.verb](game, item, op, affected)
        elif op.verb in ("fight", "bite"):
            game.emit("no_fight", ("701.14b",) if op.verb == "fight" else ("608.2b",), item=item)


def _referred(game: Game, item: Item, who: str, last: object) -> list:
    if who == "self":
        return [item.source]
    if who == "you":
        return [item.controller]
    if who == "opponents":
        return [game.other(item.controller)]
    if who in ("that", "that-controller"):
        return item.bound[:1] if last is None else [last]
    if who == "all:sharing":  # of the target's kind, told by a color
        return [one for one in creatures(game) if one is not last and colors(one) & colors(last)]
    if who.startswith("all:"):
        wanted = who.removeprefix("all:")
        return [
            one
            for one in game.battlefield()
            if matches(game, wanted, one, item.controller, item.source)
        ]
    raise ValueError(f"unknown reference {who!r}")


def _damage(game: Game, item: Item, op: Op, affected: list) -> None:
    amount = max(item.bound[0].last_power, 0) if op.args[-1] == "power" else op.amount
    packets = [damage.Packet(item.source, target, amount) for target in affected]
    damage.deal(game, packets)


def _destroy(game: Game, item: Item, op: Op, affected: list) -> None:
    things = [(thing, game.context[-1]) for thing in affected]
    moves.destroy(game, things, regenerable=op.verb == "destroy")


def _leaves(zone: str, kind: str) -> Callable:
    def apply(game: Game, item: Item, op: Op, affected: list) -> None:
        things = [one for one in affected if isinstance(one, Thing) and one.zone == BATTLEFIELD]
        moves.leave(game, [(one, zone, game.emit(kind, ("400.7",), thing=one)) for one in things])

    return apply


def _counter(game: Game, item: Item, op: Op, affected: list) -> None:
    [target] = affected
    if op.verb == "counter-unless":
        pays = game.choose("pays")
        data = dict(item=target, amount=op.amount, player=target.controller)
        if pays:
            game.emit("pays", ("608.2d",), **data)
            return
        game.emit("declines", ("608.2d",), **data)
    counter(game, target)


def counter(game: Game, target: Item) -> None:
    """The spell or ability is removed from the stack and does nothing (701.6a)."""
    if target.kind == "spell" and "can't be countered" in target.source.card.statics:
        game.emit("not_countered", ("101.2",), [target.event], item=target)
        return
    target.gone = True
    game.stack.remove(target)
    event = game.emit("countered", ("701.6a",), [target.event], item=target)
    if target.kind == "spell":
        retire(game, target.source, event)


def retire(game: Game, card: Thing, event: int, exile: bool = False) -> None:
    """A spell's card leaves the stack for the graveyard, or for exile where an effect says so; it
    is the whole card there, however it was cast."""
    makers = game.battlefield(lambda one: "graveyard to exile" in one.card.statics)
    card.zone = EXILE if makers or exile else GRAVEYARD
    card.card, card.printed = card.printed or card.card, None
    card.causes.append(event)


def _retarget(game: Game, item: Item, op: Op, affected: list) -> None:
    """New targets, of which only all together have to be legal (115.7e)."""
    [spell] = affected
    new = game.choose("new targets")
    changed = [
        (wanted, target)
        for wanted, target, old in zip(spell.wanted, new, spell.targets, strict=True)
        if target is not old
    ]  # unchanged ones may be illegal by now (115.7d)
    problems = [
        problem
        for wanted, target in changed
        for problem in target_problems(game, wanted, target, spell.controller, spell.source)
    ]
    problems += same_twice(spell.wanted, new)
    if problems:
        raise Illegal(problems)
    spell.event = game.emit("retargets", ("115.7d", "115.7e"), item=spell, targets=new)
    spell.targets = list(new)
    triggers.targeted(game, spell)


def _counters(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone == BATTLEFIELD:
            counters(game, thing, "plus" if op.args[0] == "+1" else "minus", op.amount)


def _regenerate(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone == BATTLEFIELD:
            thing.regeneration += 1
            thing.causes.append(game.emit("shield_up", ("701.19a",), thing=thing))


def _shield(game: Game, item: Item, op: Op, affected: list) -> None:
    for target in affected:
        target.shield += op.amount
        target.causes.append(game.emit("prevention", ("615.7",), target=target, amount=op.amount))


def _fog(game: Game, item: Item, op: Op, affected: list) -> None:
    game.fogged = True
    game.fog = game.emit("fog", ("615.1a",), item=item)


def _fight(game: Game, item: Item, op: Op, affected: list) -> None:
    one, other = affected
    if one.zone != BATTLEFIELD or other.zone != BATTLEFIELD:
        game.emit("no_fight", ("701.14b",), item=item)
        return
    power, power_of_other = size(game, one)[0], size(game, other)[0]
    event = game.emit("fights", ("701.14a",), one=one, other=other)
    packets = [damage.Packet(one, other, power), damage.Packet(other, one, power_of_other)]
    with game.during(event):
        damage.deal(game, packets)


def _bite(game: Game, item: Item, op: Op, affected: list) -> None:
    one, other = affected
    damage.deal(game, [damage.Packet(one, other, size(game, one)[0])])


def _edict(game: Game, item: Item, op: Op, affected: list) -> None:
    [player] = affected
    theirs = creatures(game, player)
    if not theirs:
        game.emit("nothing_to_sacrifice", ("701.21a",), player=player)
        return
    chosen = theirs[0] if len(theirs) == 1 else game.choose("sacrifice")
    moves.sacrifice(game, chosen, choice=len(theirs) > 1)


def _offer(game: Game, item: Item, op: Op, affected: list) -> None:
    """The controller may sacrifice a creature; what follows depends on it: when they do (a
    reflexive trigger, 603.12), or if they don't."""
    options = [
        one
        for one in creatures(game, item.controller)
        if matches(game, op.args[0], one, item.controller, item.source)
    ]
    asked = options or "sacrifices" in game.choices
    chosen = game.choose("sacrifices") if asked else None
    if chosen is not None and chosen not in options:
        raise Illegal([("608.2d", "there is no such creature to sacrifice")])
    if chosen is not None:
        event = moves.sacrifice(game, chosen, choice=True)
        if op.verb == "may-sac":
            more = dict(rules=("603.12",), bound=[chosen])
            triggers.trigger(game, item.source, op.then, event, item.controller, **more)
    else:
        game.emit("keeps", ("608.2d",), player=item.controller, able=bool(options))
        if op.verb == "sac-or":
            perform(game, replace(item, ops=op.then), [])


def _gain(game: Game, item: Item, op: Op, affected: list) -> None:
    damage.gain(game, item.controller, op.amount)


def _lose(game: Game, item: Item, op: Op, affected: list) -> None:
    for one in affected:
        damage.lose(game, one if isinstance(one, Player) else one.controller, op.amount)


def _gain_power(game: Game, item: Item, op: Op, affected: list) -> None:
    [thing] = affected
    damage.gain(game, thing.controller, max(thing.last_power, 0), rules=("608.2h", "119.3"))


def _draw(game: Game, item: Item, op: Op, affected: list) -> None:
    library.draw(game, item.controller, op.amount)


def _tap(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if isinstance(thing, Thing) and thing.zone == BATTLEFIELD:
            fighting = thing.attacking or thing.blocks
            rule = "506.4b" if fighting else "701.26a" if op.verb == "tap" else "701.26b"
            number = game.emit(f"{op.verb}s", (rule,), thing=thing, fighting=fighting)
            thing.causes.append(number)
            if op.verb == "tap":
                moves.tap(game, thing, number)
            elif thing.tapped:
                thing.tapped = False
                triggers.come_due(game, "untaps", number, thing)


def _flicker(game: Game, item: Item, op: Op, affected: list) -> None:
    [thing] = affected
    event = game.emit("exiles", ("400.7",), thing=thing)
    moves.leave(game, [(thing, EXILE, event)])
    if thing.token:
        thing.causes.append(game.emit("stays_away", ("111.8",), [event], thing=thing))
        return
    event = game.emit("comes_back", ("400.7",), [event], thing=thing)
    entering.come(game, thing, ("400.7",), [event], controller=item.controller)


def _return(game: Game, item: Item, op: Op, affected: list) -> None:
    thing = item.source
    if thing.zone != GRAVEYARD or thing.successor is not None:
        game.emit("cannot_return", ("400.7",), thing=thing)
        return
    event = game.emit("comes_back", ("400.7",), thing=thing)
    new = entering.come(game, thing, ("400.7",), [event], **{op.args[0]: 1})
    new.causes.append(game.events[-1].number)


def _comes_back(game: Game, item: Item, op: Op, affected: list) -> None:
    """An exiled card returns under its owner's control, unless it has moved on (603.7c)."""
    for thing in affected:
        if thing.zone != EXILE or thing.successor is not None or thing.token:
            game.emit("cannot_return", ("603.7c",), thing=thing)
            continue
        event = game.emit("comes_back", ("400.7",), thing=thing)
        new = entering.come(game, thing, ("400.7",), [event])
        if op.args:
            counters(game, new, op.args[0], 1, [event])


def _reanimate(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        event = game.emit("comes_back", ("400.7",), thing=thing)
        entering.come(game, thing, ("400.7",), [event], controller=item.controller)


def _reanimate_all(game: Game, item: Item, op: Op, affected: list) -> None:
    cards = [one for one in game.graveyard(item.controller) if one.card.is_creature]
    entering.come_together(game, cards, ("400.7",), game.context[-1:])


def _rise(game: Game, item: Item, op: Op, affected: list) -> None:
    """A card returns from the graveyard by its own ability, tapped."""
    if item.source.zone == GRAVEYARD and item.source.successor is None:
        event = game.emit("comes_back", ("400.7",), thing=item.source)
        entering.come(game, item.source, ("400.7",), [event], tapped=True)
    else:
        game.emit("cannot_return", ("400.7",), thing=item.source)


def _mark(name: str) -> Callable:
    def apply(game: Game, item: Item, op: Op, affected: list) -> None:
        for thing in affected:
            if isinstance(thing, Thing):
                setattr(thing, name, True)

    return apply


def _sacrifice(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone == BATTLEFIELD and thing.controller is item.controller:
            moves.sacrifice(game, thing)


def _equip(game: Game, item: Item, op: Op, affected: list) -> None:
    """The Equipment moves to the creature, with a new timestamp (701.3a, 613.7e)."""
    if item.source.zone == BATTLEFIELD:
        [host] = affected
        item.source.attached = host
        item.source.stamp = game.next_stamp()
        number = game.emit("equips", ("702.6a", "701.3a"), thing=host, by=item.source)
        item.source.causes.append(number)
        host.causes.append(number)


def _forestall(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        number = game.emit("forestalls", ("615.1a",), thing=thing, player=item.controller)
        thing.forestalled = (item.controller, number)


def _token(game: Game, item: Item, op: Op, affected: list) -> None:
    number, made = token(op)
    entering.tokens(game, item.controller, made, number, game.context[-1:])


def _copy_token(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        rules = ("111.1", "707.2")
        entering.tokens(game, item.controller, thing.card, 1, game.context[-1:], rules)


def _discard(game: Game, item: Item, op: Op, affected: list) -> None:
    """The whole hand, and as many cards drawn; or another number."""
    number = library.discard_hand(game, item.controller)
    library.draw(game, item.controller, int(op.args[0]) if op.args else number)


def _erupt(game: Game, item: Item, op: Op, affected: list) -> None:
    """For each target the top card is exiled and its mana value dealt, in a chosen order."""
    order = affected if len(affected) < 2 else game.choose("order of targets")
    for target in order:
        card = library.exile_top(game, item.controller)
        game.emit("exiles_top", ("608.2f",), card=card, player=item.controller)
        damage.deal(game, [damage.Packet(item.source, target, card.value)])


def _win(game: Game, item: Item, op: Op, affected: list) -> None:
    losing.win(game, item.controller)


def _nothing(game: Game, item: Item, op: Op, affected: list) -> None:
    """Scrying and an empty graveyard: nothing that a question here asks about."""


def _ward(game: Game, item: Item, op: Op, affected: list) -> None:
    target = item.loser
    if target.gone:
        return
    data = dict(item=target, amount=op.amount, player=target.controller)
    if game.choose("pays ward"):
        game.emit("pays", ("702.21a",), **data)
    else:
        game.emit("declines", ("702.21a",), **data)
        counter(game, target)


VERBS: dict[str, Callable[[Game, Item, Op, list], None]] = {
    **LASTING,
    "damage": _damage,
    "destroy": _destroy,
    "bury": _destroy,
    "exile": _leaves(EXILE, "exiles"),
    "bounce": _leaves(HAND, "bounces"),
    "counter": _counter,
    "counter-unless": _counter,
    "counters": _counters,
    "regenerate": _regenerate,
    "shield": _shield,
    "fog": _fog,
    "fight": _fight,
    "bite": _bite,
    "edict": _edict,
    "gain": _gain,
    "lose": _lose,
    "gain-power": _gain_power,
    "draw": _draw,
    "tap": _tap,
    "untap": _tap,
    "retarget": _retarget,
    "flicker": _flicker,
    "return": _return,
    "no-regeneration": _mark("no_regeneration"),
    "exile-if-dies": _mark("exile_if_dies"),
    "exile-graveyards": _nothing,
    "comes-back": _comes_back,
    "reanimate": _reanimate,
    "reanimate-all": _reanimate_all,
    "rise": _rise,
    "sac": _sacrifice,
    "equip": _equip,
    "forestall": _forestall,
    "token": _token,
    "copy-token": _copy_token,
    "discard-draw": _discard,
    "erupt": _erupt,
    "win": _win,
    "may-sac": _offer,
    "sac-or": _offer,
    "at": triggers.later,
    "scry": _nothing,
    "ward": _ward,
}
