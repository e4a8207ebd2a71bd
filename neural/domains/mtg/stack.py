"""Casting, activating and resolving (601, 602, 608)."""

from collections.abc import Sequence
from dataclasses import replace

from neural.domains.mtg import costs, effects, entering, moves, settling, triggers
from neural.domains.mtg.cards import Ability, Card, Op
from neural.domains.mtg.cards import targets as targets_of
from neural.domains.mtg.layers import abilities
from neural.domains.mtg.legal import (
    matches,
    tap_problems,
    target_problems,
    targets_problems,
    timing_problems,
    why_not,
)
from neural.domains.mtg.state import (
    BATTLEFIELD,
    GRAVEYARD,
    HAND,
    LIBRARY,
    STACK,
    Game,
    Illegal,
    Item,
    Player,
    Thing,
    Undecided,
)


def cast(
    game: Game,
    player: Player,
    thing: Thing,
    targets: list | None = None,
    pay: Thing | None = None,
    x: int = 0,
    modes: Sequence[int] = (),
    kicked: bool = False,
    way: str = "",
) -> Item:
    """Puts a card from hand on the stack. Illegal says what forbids it.

    `pay`: the creature that is sacrificed as an additional cost; `modes`: places of the chosen
    ones of a modal spell; `way`: bestow, morph or adventure, where it is cast so.
    """
    if way:
        thing.printed, thing.card = thing.card, _as(thing.card, way)  # looked at from now on
    try:
        return _cast(game, player, thing, targets or [], pay, (x, modes, kicked, way))
    except Illegal:
        if way:
            thing.card, thing.printed = thing.printed, None
        raise


def _as(card: Card, way: str) -> Card:
    """What the card is if it is cast in another way (601.3e)."""
    ways = dict(card.ways)
    if way not in ways:
        raise Illegal([("601.2b", f"{{n}} has no {way}")])
    return ways[way]


def _cast(
    game: Game, player: Player, thing: Thing, targets: list, pay: Thing | None, announced: tuple
) -> Item:
    x, modes, kicked, way = announced
    ops = _announced(thing.card, x, modes, kicked)
    wanted = ("creature",) if thing.card.aura else targets_of(ops)
    wanted = ("equipment",) if thing.card.lends else wanted
    problems = timing_problems(game, player, thing) + _banned(game, player, thing.card, x)
    problems += targets_problems(game, wanted, targets, player, thing)
    if "cost sac creature" in thing.card.statics and pay is None:
        problems.append(("601.2h", "a creature has to be sacrificed as an additional cost"))
    if problems:
        raise Illegal(problems)
    thing.zone = STACK
    rules = ("601.2a", "601.2c") if targets else ("601.2a",)
    responding = bool(game.stack)
    cost = costs.total(game, player, thing, x, kicked)  # locked in before it is paid (601.2f)
    event = game.emit(
        "casts",
        rules + (("117.7",) if responding else ()),
        [game.stack[-1].event] if responding else (),
        thing=thing,
        player=player,
        targets=targets,
        over=game.stack[-1] if responding else None,
        cost=cost,
    )
    item = Item("spell", thing, player, ops, wanted, targets, event, x=x, cost=cost, way=way)
    game.stack.append(item)
    if pay is not None:
        with game.during(event):
            moves.sacrifice(game, pay)
    triggers.targeted(game, item)
    settling.settle(game)
    return item


def _announced(card: Card, x: int, modes: Sequence[int], kicked: bool) -> tuple[Op, ...]:
    """The instructions with the modes and the value of X that were announced (601.2b)."""
    if kicked and not costs.kicker(card):
        raise Illegal([("601.2b", "{n} has no kicker")])
    ops = card.ops
    if card.modes:
        free = kicked and "any modes if kicked" in card.statics
        if len(modes) != 1 and not (free and modes):
            raise Illegal([("601.2b", "{n} asks for one mode")])
        ops = tuple(op for place in modes for op in card.modes[place])
    return tuple(_with_x(op, x) for op in ops) if "X" in card.cost else ops


def _with_x(op: Op, x: int) -> Op:
    return replace(op, args=tuple(word.replace("X", str(x)) for word in op.args))


def _banned(game: Game, player: Player, card: Card, x: int) -> list[tuple[str, str]]:
    """Why the spell can't be cast with what was announced (601.2e)."""
    bans = game.battlefield(
        lambda one: (
            "opponents can't cast even spells" in one.card.statics and one.controller is not player
        )
    )
    if bans and costs.value(card, x) % 2 == 0:
        return [("601.2e", f"{bans[0].name} forbids spells with an even mana value")]
    return []


def may_begin(game: Game, player: Player, thing: Thing) -> bool:
    """Whether the player may begin to cast it: some choice would make it legal (601.3a-b)."""
    values = range(2) if "X" in thing.card.cost else range(1)
    ways = [thing.card, *(card for _, card in thing.card.ways)]
    return any(
        not timing_problems(game, player, Thing(card, player, player))
        and not _banned(game, player, card, x)
        for card in ways
        for x in values
    )


FROM_TOP = {
    "its controller may cast creatures from the library": {"Creature"},
    "its controller may cast instants and sorceries from the library": {"Instant", "Sorcery"},
}


def cast_from_top(game: Game, player: Player, way: str = "", **more) -> Item:
    """Casts the top card of the library, if what it would be may be cast from there (601.3e)."""
    if not player.top:
        raise Undecided(f"the top card of {player.name}'s library")
    card = player.top[0]
    seen = _as(card, way) if way else card
    allowed: set[str] = set()
    for one in game.battlefield(lambda one: one.controller is player):
        for static in one.card.statics & FROM_TOP.keys():
            allowed |= FROM_TOP[static]
    if not allowed & seen.types:
        raise Illegal([("601.3e", f"nothing lets {seen.name} be cast from the library")])
    thing = Thing(card, player, player, zone=LIBRARY)
    item = cast(game, player, thing, way=way, **more)
    player.top.pop(0)
    player.library -= 1
    game.things.append(thing)
    return item


def turn_up(game: Game, player: Player, thing: Thing) -> None:
    """A face-down creature is turned face up for its morph cost, without the stack (702.37e)."""
    if (
        thing.zone != BATTLEFIELD
        or thing.controller is not player
        or thing.printed is None
        or "morph" not in dict(thing.printed.ways)
    ):
        raise Illegal([("702.37e", "{n} has no morph cost to turn it up for")])
    thing.card, thing.printed = thing.printed, None
    data = dict(thing=thing, player=player)
    thing.causes.append(game.emit("turned_up", ("702.37e", "116.2b"), **data))
    settling.settle(game)


def play_land(game: Game, player: Player, thing: Thing) -> Thing:
    """A land comes onto the battlefield without the stack (305.1)."""
    problems = timing_problems(game, player, thing)
    if entering.barred(game, thing.card):
        problems.append(("101.2", "lands can't enter the battlefield"))
    if problems:
        raise Illegal([("305.1", reason) for _, reason in problems])
    new = entering.come(game, thing, ("305.1",), controller=player)
    settling.settle(game)
    return new


def cycle(game: Game, player: Player, thing: Thing) -> Item:
    """Discards the card for its cycling ability, which draws a card (702.29a)."""
    if thing.zone != HAND or not any(w.startswith("cycling ") for w in thing.card.statics):
        raise Illegal([("702.29a", "{n} can be cycled only from the hand, if it has cycling")])
    event = game.emit("cycles", ("702.29a",), thing=thing, player=player)
    item = Item("activated", thing, player, (Op("draw", ("1",), ()),), event=event)
    game.stack.append(item)
    thing.zone = GRAVEYARD
    for ability in thing.card.triggered:
        if ability.head == "cycled":
            triggers.trigger(game, thing, ability.ops, event, player, rules=("702.29c",))
    settling.settle(game)
    return item


def activate(
    game: Game, player: Player, thing: Thing, targets: list | None = None, pay=None
) -> Item:
    """Activates the card's activated ability. Illegal says what forbids it."""
    targets = targets or []
    ability = _activated(game, thing)
    problems = tap_problems(game, thing, ability)
    if ability.ops[0].verb == "equip":
        problems += [("702.6a", reason) for _, reason in timing_problems(game, player, None)]
    problems += targets_problems(game, ability.targets, targets, player, thing)
    if problems:
        raise Illegal(problems)
    responding = bool(game.stack)
    event = game.emit(
        "activates",
        ("602.2a", "602.2b") + (("117.7",) if responding else ()),
        [game.stack[-1].event] if responding else (),
        thing=thing,
        player=player,
        targets=targets,
        over=game.stack[-1] if responding else None,
        cost=ability.head,
        pay=pay,
    )
    item = Item("activated", thing, player, ability.ops, ability.targets, targets, event)
    game.stack.append(item)
    with game.during(event):
        if ability.taps:
            moves.tap(game, thing, event)
        if ability.sacrifices:
            moves.sacrifice(game, thing if ability.sacrifices == "self" else pay)
    triggers.targeted(game, item)
    settling.settle(game)
    return item


def _activated(game: Game, thing: Thing) -> Ability:
    """The one that works where the card is: on the battlefield, or in the graveyard (113.6)."""
    here = "activated" if thing.zone == BATTLEFIELD else "graveyard"
    gone = thing.successor is not None or thing.zone not in (BATTLEFIELD, GRAVEYARD)
    stripped = game.battlefield(lambda one: "graveyards lose abilities" in one.card.statics)
    found = thing.card.abilities if here == "graveyard" else abilities(game, thing)
    fits = [one for one in found if one.kind == here]
    if gone or not fits or (here == "graveyard" and stripped):
        if here == "activated":
            raise Illegal([("113.6", "{n} has no such ability there")])
        raise Illegal([("113.6", "{n} is no longer on the battlefield")])
    return fits[0]


def resolve(game: Game) -> Item:
    """The top of the stack resolves, if its targets allow (608.2b); then players would get
    priority."""
    item = game.stack[-1]
    if item.condition and not triggers.holds(game, item.condition, item.controller, item.source):
        item.gone = True
        game.stack.remove(item)
        data = dict(item=item, condition=item.condition)
        game.emit("condition_fails", ("603.4",), [item.event], **data)
        settling.settle(game)
        return item
    legal = [
        _still_legal(game, item, wanted, target)
        for wanted, target in zip(item.wanted, item.targets, strict=False)
    ]
    if item.way == "bestow" and not any(legal):  # it is a creature spell from now on
        game.emit("unbestowed", ("702.103e",), [item.event], item=item)
        item.source.card, item.source.printed = item.source.printed, None
        item.way, item.wanted, item.targets, legal = "", (), [], []
    if legal and not any(legal):
        whys = [
            _lost_target(game, item, wanted, target)
            for wanted, target in zip(item.wanted, item.targets, strict=True)
        ]
        item.gone = True
        game.stack.remove(item)
        because = [item.event]
        for target in item.targets:
            because += _history(target)
        event = game.emit(
            "fizzles", ("608.2b",), because, item=item, why=whys[0], targets=item.targets
        )
        if item.kind == "spell":
            effects.retire(game, item.source, event)
        settling.settle(game)
        return item
    rules: tuple[str, ...] = ("405.5",) if not legal or all(legal) else ("608.2b",)
    if item.kind != "spell" and item.source.zone != BATTLEFIELD and not _left_for(game, item):
        rules = (*rules, "113.7a")
    rules = (*rules, "603.4") if item.condition else rules
    because = [item.event]
    for target, good in zip(item.targets, legal, strict=False):
        if not good:
            because += _history(target)
    event = game.emit("resolves", rules, because, item=item, legal=legal, targets=item.targets)
    with game.during(event):
        _take_effect(game, item, legal)
    if item in game.stack:
        game.stack.remove(item)
    if item.kind == "spell" and item.source.zone == STACK:
        effects.retire(game, item.source, event, exile=item.way == "adventure")
    item.gone = True
    settling.settle(game)
    return item


def _left_for(game: Game, item: Item) -> bool:
    """Whether the ability is about its source having left, was paid with that, or is a spell's."""
    start = game.events[item.event]
    dying = any(game.events[n].data.get("dying") for n in start.because)
    spell = item.source.card.is_spell_only
    return spell or dying or start.data.get("cost", "").endswith("sac self")


def _take_effect(game: Game, item: Item, legal: list[bool]) -> None:
    card = item.source.card
    if item.kind != "spell" or card.is_spell_only:
        effects.perform(game, item, legal)
        return
    more = {"attached": item.targets[0]} if card.aura or card.lends else {}
    game.stack.remove(item)
    who, source = item.controller, item.source
    becomes = source.card if item.way else entering.becomes(game, source, who)
    if entering.barred(game, becomes):
        event = game.emit("cannot_enter", ("608.3e",), item=item)
        effects.retire(game, source, event)
        return
    entering.come(game, source, ("608.3a",), card=becomes, controller=who, **more)


def _still_legal(game: Game, item: Item, wanted: str, target: object) -> bool:
    if isinstance(target, Item):
        return not target.gone
    return not target_problems(game, wanted, target, item.controller, item.source)


def _lost_target(game: Game, item: Item, wanted: str, target: object) -> str:
    if isinstance(target, Item):
        return "{n} is no longer on the stack"
    if not matches(game, wanted, target, item.controller, item.source):
        return why_not(game, wanted, target, item.controller, item.source)
    return target_problems(game, wanted, target, item.controller, item.source)[0][1]


def _history(target: object) -> list[int]:
    return target.causes[-2:] if isinstance(target, Thing) else []


def resolve_all(game: Game) -> None:
    """Everybody passes until the stack is empty (117.4)."""
    while game.stack and not game.over:
        resolve(game)
