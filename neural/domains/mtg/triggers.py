"""Triggered abilities: what makes them trigger, and how they get on the stack (603)."""

from neural.domains.mtg.cards import Op
from neural.domains.mtg.layers import abilities, number_of
from neural.domains.mtg.legal import matches, target_problems
from neural.domains.mtg.state import Game, Item, Player, Thing, Undecided


def trigger(game: Game, source: Thing, ops: tuple, event: int, controller: Player, **more) -> None:
    """The ability triggers; it waits until a player would receive priority."""
    rules = ("603.2", *more.pop("rules", ()))
    dying = more.pop("dying", None)
    number = game.emit("triggers", rules, [event], source=source, dying=dying)
    wanted = tuple(who[1:] for op in ops for who in op.who if who.startswith("@"))
    item = Item("triggered", source, controller, ops, wanted, event=number, **more)
    game.waiting.append(item)


def targeted(game: Game, item: Item) -> None:
    """Ward of what an opponent's spell or ability has just targeted (702.21a)."""
    for target in item.targets:
        if isinstance(target, Thing) and target.controller is not item.controller:
            cost = number_of(game, target, "ward")
            if cost:
                op = Op("ward", (str(cost),), ())
                trigger(
                    game,
                    target,
                    (op,),
                    item.event,
                    target.controller,
                    rules=("702.21a",),
                    loser=item,
                )


def happens(
    game: Game, what: str, event: int, rules: tuple[str, ...], subject: Thing | Player, by=()
) -> None:
    """Abilities that watch for this to happen to the subject.

    `attacks:FILTER` is about any such creature, `blocked:FILTER` about those `by` which the
    creature itself is blocked.
    """
    for other in game.battlefield(lambda one: bool(one.card.triggered)):
        for ability in abilities(game, other):
            head, _, wanted = ability.head.partition(":")
            if ability.kind != "triggered" or head != what:
                continue
            whom = other.controller if isinstance(subject, Player) else other
            seen = by if by else (subject,)
            times = (
                sum(matches(game, wanted, one, other.controller, other) for one in seen)
                if wanted
                else 1
            )
            if whom is subject or (wanted and not by):
                for _ in range(times):
                    trigger(game, other, ability.ops, event, other.controller, rules=rules)


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
                for one in [*game.players, *game.battlefield(), *game.stack]
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
