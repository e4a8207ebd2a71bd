"""Casting, activating and resolving (601, 602, 608)."""

from neural.domains.mtg import effects, moves, settling, triggers
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
    STACK,
    Game,
    Illegal,
    Item,
    Player,
    Thing,
)


def cast(game: Game, player: Player, thing: Thing, targets: list | None = None, pay=None) -> Item:
    """Puts a card from hand on the stack. Illegal says what forbids it.

    `pay`: the creature that is sacrificed as an additional cost.
    """
    targets = targets or []
    problems = timing_problems(game, player, thing)
    problems += targets_problems(game, thing.card.targets, targets, player, thing)
    if "cost sac creature" in thing.card.statics and pay is None:
        problems.append(("601.2h", "a creature has to be sacrificed as an additional cost"))
    if problems:
        raise Illegal(problems)
    thing.zone = STACK
    rules = ("601.2a", "601.2c") if targets else ("601.2a",)
    responding = bool(game.stack)
    event = game.emit(
        "casts",
        rules + (("117.7",) if responding else ()),
        [game.stack[-1].event] if responding else (),
        thing=thing,
        player=player,
        targets=targets,
        over=game.stack[-1] if responding else None,
    )
    item = Item("spell", thing, player, thing.card.ops, thing.card.targets, targets, event)
    game.stack.append(item)
    if pay is not None:
        with game.during(event):
            effects.sacrifice(game, pay)
    triggers.targeted(game, item)
    settling.settle(game)
    return item


def activate(
    game: Game, player: Player, thing: Thing, targets: list | None = None, pay=None
) -> Item:
    """Activates the permanent's activated ability. Illegal says what forbids it."""
    targets = targets or []
    if thing.zone != BATTLEFIELD:
        raise Illegal([("113.6", "{n} is no longer on the battlefield")])
    [ability] = [one for one in abilities(game, thing) if one.kind == "activated"]
    problems = tap_problems(game, thing, ability)
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
            effects.sacrifice(game, thing if ability.sacrifices == "self" else pay)
    triggers.targeted(game, item)
    settling.settle(game)
    return item


def resolve(game: Game) -> Item:
    """The top of the stack resolves, if its targets allow (608.2b); then players would get
    priority."""
    item = game.stack[-1]
    legal = [
        _still_legal(game, item, wanted, target)
        for wanted, target in zip(item.wanted, item.targets, strict=False)
    ]
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
        effects.retire(game, item.source, event)
    item.gone = True
    settling.settle(game)
    return item


def _left_for(game: Game, item: Item) -> bool:
    """Whether the ability is about its source having left, or was paid with that."""
    start = game.events[item.event]
    dying = any(game.events[n].data.get("dying") for n in start.because)
    return dying or start.data.get("cost", "").endswith("sac self")


def _take_effect(game: Game, item: Item, legal: list[bool]) -> None:
    card = item.source.card
    if item.kind != "spell" or card.is_spell_only:
        effects.perform(game, item, legal)
        return
    more = {"attached": item.targets[0]} if card.aura else {}
    game.stack.remove(item)
    moves.come(game, item.source, ("608.3a",), controller=item.controller, **more)


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
