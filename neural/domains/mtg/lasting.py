"""Continuous effects of spells and abilities: what lasts until end of turn (611)."""

from neural.domains.mtg.cards import Op
from neural.domains.mtg.state import BATTLEFIELD, Game, Item, Mod, Thing


def _mod(
    game: Game,
    thing: Thing,
    kind: str,
    rules: tuple,
    size=(0, 0),
    words=(),
    color=None,
    measure="",
) -> None:
    number = game.emit(
        "changes", rules, thing=thing, how=kind, size=size, words=tuple(sorted(words)), color=color
    )
    thing.mods.append(Mod(game.next_stamp(), kind, *size, frozenset(words), color, number, measure))
    thing.causes.append(number)


def _pump(game: Game, item: Item, op: Op, affected: list) -> None:
    words = [word.replace("-", " ") for word in op.args[1:]]
    for thing in affected:
        if thing.zone != BATTLEFIELD:
            continue
        _mod(game, thing, "pump", ("613.4c",), op.sizes, words)
        if words:
            stamp = thing.mods[-1]
            thing.mods.append(stamp._replace(kind="grant", stamp=game.next_stamp()))


def _grant(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone != BATTLEFIELD:
            continue
        words = [word.replace("-", " ") for word in op.args]
        _mod(game, thing, "grant", ("613.1f",), words=words)


def _frog(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        color = None if op.args[1] == "same" else op.args[1]
        _mod(game, thing, "frog", ("613.1f", "613.4b"), op.sizes, color=color)


def _base(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        _mod(game, thing, "base", ("613.4b",), op.sizes)


def _switch(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        _mod(game, thing, "switch", ("613.4d",))


def _strip(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone == BATTLEFIELD:
            words = [f"no {word.replace('-', ' ')}" for word in op.args]
            _mod(game, thing, "strip", ("613.1f",), words=words)


def _recolor(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone == BATTLEFIELD:
            _mod(game, thing, "color", ("613.1e",), color=op.args[0])


def _animate(game: Game, item: Item, op: Op, affected: list) -> None:
    """Becomes a creature besides what it is: type in layer 4, size in 7b."""
    for thing in affected:
        if thing.zone == BATTLEFIELD:
            measure = "" if "/" in op.args[0] else op.args[0]
            sizes = (0, 0) if measure else op.sizes
            _mod(game, thing, "animate", ("613.1d", "613.4b"), sizes, measure=measure)


def _still(game: Game, item: Item, op: Op, affected: list) -> None:
    """Stops to be a creature."""
    for thing in affected:
        if thing.zone == BATTLEFIELD:
            _mod(game, thing, "still", ("613.1d",))


def _steal(game: Game, item: Item, op: Op, affected: list) -> None:
    for thing in affected:
        if thing.zone == BATTLEFIELD and thing.controller is not item.controller:
            number = game.emit("changes_hands", ("613.1b",), thing=thing, player=item.controller)
            thing.causes.append(number)
            thing.lender = thing.lender or thing.controller
            thing.controller, thing.sick = item.controller, True
            thing.attacking, thing.blocks = False, ()  # 506.4


LASTING = {
    "pump": _pump,
    "grant": _grant,
    "frog": _frog,
    "base": _base,
    "switch": _switch,
    "strip": _strip,
    "recolor": _recolor,
    "animate": _animate,
    "still": _still,
    "steal": _steal,
}
