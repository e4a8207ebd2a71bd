"""What a resolving spell or ability does: one function for each verb of the cards' vocabulary."""

from collections.abc import Callable

from neural.domains.mtg import damage, moves, triggers
from neural.domains.mtg.cards import Op
from neural.domains.mtg.lasting import LASTING
from neural.domains.mtg.layers import size
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
                gone = who.startswith("that") and not legal[slot - 1]
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
        return [last]
    if who.startswith("all:"):
        wanted = who.removeprefix("all:")
        return [
            one
            for one in game.battlefield()
            if matches(game, wanted, one, item.controller, item.source)
        ]
    raise ValueError(f"unknown reference {who!r}")


def _damage(game: Game, item: Item, op: Op, affected: list) -> None:
    packets = [damage.Packet(item.source, target, op.amount) for target in affected]
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


def retire(game: Game, card: Thing, event: int) -> None:
    """A spell's card leaves the stack for the graveyard, or for exile where an effect says so."""
    makers = game.battlefield(lambda one: "graveyard to exile" in one.card.statics)
    card.zone = EXILE if makers else GRAVEYARD
    card.causes.append(event)


def _retarget(game: Game, item: Item, op: Op, affected: list) -> None:
    """New targets, of which only all together have to be legal (115.7e)."""
    [spell] = affected
    new = game.choose("new targets")
    new = new(game) if callable(new) else new
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


def counters(game: Game, thing: Thing, kind: str, amount: int, because=()) -> None:
    """Puts +1/+1 or -1/-1 counters on, as effects that watch for it modify the number (616.1)."""
    steps = []
    for one in game.battlefield(lambda one: one.controller is thing.controller):
        if "counters plus one" in one.card.statics and kind == "plus":
            steps.append(("plus", one))
        if "counters doubled" in one.card.statics:
            steps.append(("double", one))
    because = list(because)
    if len({step for step, _ in steps}) == 2:
        first = game.choose("first")
        steps.sort(key=lambda step: step[0] != first)
        because.append(
            game.emit(
                "orders_counters", ("616.1",), because, player=thing.controller, first=steps[0][1]
            )
        )
    for step, by in steps:
        amount = amount + 1 if step == "plus" else amount * 2
        because.append(
            game.emit("more_counters", ("614.1a",), because, thing=thing, by=by, amount=amount)
        )
    setattr(thing, kind, getattr(thing, kind) + amount)
    number = game.emit("counters", ("122.1a",), because, thing=thing, counter=kind, amount=amount)
    thing.causes.append(number)


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
    theirs = game.creatures(player)
    if not theirs:
        game.emit("nothing_to_sacrifice", ("701.21a",), player=player)
        return
    chosen = theirs[0]
    if len(theirs) > 1:
        chosen = game.choose("sacrifice")
        chosen = chosen(game) if callable(chosen) else chosen
    sacrifice(game, chosen, choice=len(theirs) > 1)


def sacrifice(game: Game, thing: Thing, choice: bool = False) -> int:
    """Moves it to the graveyard; that is no destruction (701.21a)."""
    rules = ("608.2d", "701.21a") if choice else ("701.21a",)
    number = game.emit("sacrificed", rules, thing=thing, player=thing.controller)
    moves.leave(game, [(thing, GRAVEYARD, number)])
    return number


def _gain(game: Game, item: Item, op: Op, affected: list) -> None:
    damage.gain(game, item.controller, op.amount)


def _lose(game: Game, item: Item, op: Op, affected: list) -> None:
    for one in affected:
        damage.lose(game, one if isinstance(one, Player) else one.controller, op.amount)


def _gain_power(game: Game, item: Item, op: Op, affected: list) -> None:
    [thing] = affected
    damage.gain(game, thing.controller, max(thing.last_power, 0), rules=("608.2h", "119.3"))


def draw(game: Game, player: Player, amount: int) -> None:
    """Draws cards; too few leave a mark for state-based actions."""
    got = min(amount, player.library)
    player.library -= got
    player.hand += got
    player.drew_from_empty = player.drew_from_empty or got < amount
    rules = ("104.3c",) if got < amount else ()
    number = game.emit("draws", rules, player=player, amount=amount, got=got)
    player.causes.append(number)


def _draw(game: Game, item: Item, op: Op, affected: list) -> None:
    draw(game, item.controller, op.amount)


def _tap(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if isinstance(thing, Thing) and thing.zone == BATTLEFIELD:
            fighting = thing.attacking or thing.blocks is not None
            rule = "506.4b" if fighting else "701.26a" if op.verb == "tap" else "701.26b"
            number = game.emit(f"{op.verb}s", (rule,), thing=thing, fighting=fighting)
            thing.causes.append(number)
            if op.verb == "tap":
                moves.tap(game, thing, number)
            else:
                thing.tapped = False


def _flicker(game: Game, item: Item, op: Op, affected: list) -> None:
    [thing] = affected
    event = game.emit("exiles", ("400.7",), thing=thing)
    moves.leave(game, [(thing, EXILE, event)])
    event = game.emit("comes_back", ("400.7",), [event], thing=thing)
    moves.come(game, thing, ("400.7",), [event], controller=item.controller)


def _return(game: Game, item: Item, op: Op, affected: list) -> None:
    thing = item.source
    if thing.zone != GRAVEYARD or thing.successor is not None:
        game.emit("cannot_return", ("400.7",), thing=thing)
        return
    event = game.emit("comes_back", ("400.7",), thing=thing)
    new = moves.come(game, thing, ("400.7",), [event], **{op.args[0]: 1})
    new.causes.append(game.events[-1].number)


def _mark(name: str) -> Callable:
    def apply(game: Game, item: Item, op: Op, affected: list) -> None:
        for thing in affected:
            if isinstance(thing, Thing):
                setattr(thing, name, True)

    return apply


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
    "scry": _nothing,
    "ward": _ward,
}
