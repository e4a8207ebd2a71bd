"""Triggered abilities: what makes them trigger, and how they get on the stack (603)."""

import re
from collections.abc import Sequence

from neural.domains.mtg.cards import Op, targets
from neural.domains.mtg.layers import abilities, in_hand, is_creature, number_of
from neural.domains.mtg.legal import matches, target_problems
from neural.domains.mtg.state import Delayed, Game, Item, Player, Thing, Undecided

_LIFE = re.compile(r"life(>=|<=|=)(\d+)")


def trigger(game: Game, source: Thing, ops: tuple, event: int, controller: Player, **more) -> None:
    """The ability triggers, if its condition holds; it waits until a player would receive
    priority."""
    rules = ("603.2", *more.pop("rules", ()))
    dying, when = more.pop("dying", None), more.pop("when", "")
    condition = more.get("condition", "")
    if condition:
        rules = (*rules, "603.4")
        if not holds(game, condition, controller, source):
            game.emit("no_trigger", ("603.4",), [event], source=source, condition=condition)
            return
    data = dict(source=source, dying=dying, condition=condition, when=when)
    number = game.emit("triggers", rules, [event], **data)
    item = Item("triggered", source, controller, ops, targets(ops), event=number, **more)
    game.waiting.append(item)


def holds(game: Game, condition: str, you: Player, source: Thing) -> bool:
    """Whether the "if" of a trigger is true: `life>=40`, `control FILTER`, `attacked`."""
    if found := _LIFE.fullmatch(condition):
        sign, number = found[1], int(found[2])
        return {">=": you.life >= number, "<=": you.life <= number, "=": you.life == number}[sign]
    if condition == "attacked":
        return you.attackers > 0
    wanted = condition.removeprefix("control ")
    return any(matches(game, wanted, one, you, source) for one in game.battlefield())


def targeted(game: Game, item: Item) -> None:
    """Ward of what an opponent's spell or ability has just targeted (702.21a)."""
    for target in item.targets:
        if isinstance(target, Thing) and target.controller is not item.controller:
            cost = number_of(game, target, "ward")
            if cost:
                op = Op("ward", (str(cost),), ())
                owner = target.controller
                trigger(game, target, (op,), item.event, owner, rules=("702.21a",), loser=item)


def happens(
    game: Game,
    what: str,
    event: int,
    rules: tuple[str, ...],
    subject: Thing | Player,
    by: Sequence[Thing] = (),
) -> None:
    """Abilities that watch for this to happen to the subject.

    `attacks:FILTER` is about any such creature, `blocked:FILTER` and `blocks:FILTER` about those
    `by` which the creature itself is blocked or which it blocks. An instruction calls what it is
    about `that`.
    """
    for other in game.battlefield(lambda one: bool(one.card.triggered)):
        for ability in abilities(game, other):
            head, _, wanted = ability.head.partition(":")
            if ability.kind != "triggered" or head != what:
                continue
            whom = other.controller if isinstance(subject, Player) else other
            seen: Sequence = [subject]
            if by and (wanted or what == "blocks"):
                seen = by
            if wanted:
                seen = [one for one in seen if matches(game, wanted, one, other.controller, other)]
            if whom is subject or (wanted and not by):
                for one in seen:
                    more = dict(rules=rules, bound=[one], condition=ability.condition, when=what)
                    trigger(game, other, ability.ops, event, other.controller, **more)


def enters(game: Game, thing: Thing, event: int) -> None:
    """Enters-the-battlefield abilities of all permanents, the newcomer too (603.6a)."""
    for other in game.battlefield(lambda one: bool(one.card.triggered)):
        for ability in abilities(game, other):
            if ability.kind != "triggered":
                continue
            is_other = ability.head == "other-enters" and other is not thing
            is_own = ability.head == "own-enters" and thing.controller is other.controller
            if (ability.head == "enters" and other is thing) or (
                (is_other or is_own) and is_creature(game, thing)
            ):
                more = dict(rules=("603.6a",), condition=ability.condition)
                trigger(game, other, ability.ops, event, other.controller, **more)


def later(game: Game, item: Item, op: Op, affected: list) -> None:
    """Sets up a delayed triggered ability, which triggers once (603.7)."""
    head = op.args[0]
    watched = affected[0] if head in ("leaves", "untaps") else None
    event = game.emit("delays", ("603.7a",), item=item, head=head, things=affected)
    game.delayed.append(
        Delayed(head, watched, op.then, item.source, item.controller, affected, event)
    )


def come_due(game: Game, head: str, event: int, subject: Thing | None = None) -> None:
    """Delayed abilities that wait for this trigger, once."""
    due = [one for one in game.delayed if one.head == head and one.watched in (None, subject)]
    game.delayed = [one for one in game.delayed if one not in due]
    for one in due:
        with game.during(one.event):
            more = dict(rules=("603.7b",), bound=one.bound, when=head)
            trigger(game, one.source, one.ops, event, one.controller, **more)


def states(game: Game) -> None:
    """Abilities that watch for a state: once while they are on the stack (603.8)."""
    for other in game.battlefield(lambda one: bool(one.card.triggered)):
        for ability in abilities(game, other):
            if ability.head != "empty-hand" or in_hand(game, other.controller):
                continue
            if not any(one.ops is ability.ops for one in [*game.stack, *game.waiting]):
                event = game.emit("empty_hand", ("603.8",), player=other.controller)
                trigger(game, other, ability.ops, event, other.controller, rules=("603.8",))


def put_triggers(game: Game) -> bool:
    """Waiting triggers go on the stack, the active player's first (603.3b); whether any did."""
    waiting, game.waiting = game.waiting, []
    order = game.choices.get("order", {})
    waiting.sort(key=lambda i: (i.controller is not game.active, order.get(i.name, 0)))
    both = len({item.controller.seat for item in waiting}) == 2
    several = len(waiting) > 1
    for item in waiting:
        rules = ["603.3"] + (["603.3b", "101.4"] if both else ["603.3b"] if several else [])
        if item.wanted:
            options = [
                one
                for one in [*game.players, *game.things, *game.stack]
                if not target_problems(game, item.wanted[0], one, item.controller, item.source)
            ]
            if not options:
                item.gone = True
                game.emit("no_target", ("603.3d",), [item.event], source=item.source)
                continue
            chosen = game.choices.get("targets", {}).get(item.name)
            if callable(chosen):
                chosen = chosen(game)
            if chosen is None and len(options) == 1:
                chosen = options[0]
            if chosen not in options:
                raise Undecided(f"targets of {item.name}")
            item.targets = [chosen]
        item.event = game.emit(
            "on_stack",
            rules,
            [item.event],
            source=item.source,
            controller=item.controller,
            active=item.controller is game.active,
            targets=item.targets,
        )
        game.stack.append(item)
    return bool(waiting)
