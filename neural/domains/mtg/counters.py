"""Counters that are put on permanents, and what changes their number (122, 616)."""

from neural.domains.mtg.state import Game, Thing


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
