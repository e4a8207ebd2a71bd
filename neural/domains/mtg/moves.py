"""Changes of zones, and destruction."""

from neural.domains.mtg.cards import Op
from neural.domains.mtg.layers import abilities, colors, has, is_creature, keywords, size
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, LIBRARY, Game, Thing
from neural.domains.mtg.triggers import come_due, happens, trigger

PERSIST = {"persist": ("702.79a", "minus"), "undying": ("702.93a", "plus")}


def tap(game: Game, thing: Thing, event: int) -> None:
    """A permanent becomes tapped; one that is tapped already does not (603.2e)."""
    if not thing.tapped:
        thing.tapped = True
        happens(game, "tapped", event, ("603.2e",), thing)


def leave(game: Game, things: list[tuple[Thing, str, int]]) -> None:
    """Permanents leave the battlefield at once: (thing, zone, event that moves it)."""
    leaving = {id(thing) for thing, _, _ in things}
    watchers = game.battlefield()
    for thing, _, _ in things:
        thing.last_power = size(game, thing)[0] if is_creature(game, thing) else 0
        thing.last_keywords, thing.last_colors = keywords(game, thing), colors(thing)
    found = []
    # Replaced before any of it happens: what leaves at the same time still applies.
    zones = [
        _instead(game, thing, event) if zone == GRAVEYARD else zone for thing, zone, event in things
    ]
    for (thing, _, event), to in zip(things, zones, strict=True):
        if to == GRAVEYARD and is_creature(game, thing):
            found += [(thing, event, other) for other in watchers]
        thing.causes.append(event)
        thing.zone = to
        thing.attacking = False
        thing.blocks = ()
    for thing, event, other in found:
        _dies(game, thing, other, event, id(other) in leaving)
    for thing, _, event in things:
        thing.attached = None
        come_due(game, "leaves", event, thing)


def _instead(game: Game, thing: Thing, event: int) -> str:
    """The zone of what would go to the graveyard, after replacement effects (614.6, 616.1)."""
    ways = []
    if thing.exile_if_dies or game.battlefield(lambda o: "graveyard to exile" in o.card.statics):
        ways.append(EXILE)
    if "library if dies" in thing.card.statics:
        ways.append(LIBRARY)
    if not ways:
        return GRAVEYARD
    way = game.choose("first") if len(ways) > 1 else ways[0]
    rules = ("614.1a", "614.6", *(("616.1", "616.1f") if len(ways) > 1 else ()))
    kind = "exiled_instead" if way == EXILE else "shuffled_instead"
    thing.causes.append(game.emit(kind, rules, [event], thing=thing))
    return way


def _dies(game: Game, thing: Thing, other: Thing, event: int, leaving: bool) -> None:
    own = abilities(game, other)
    for ability in own if other.card.abilities else ():
        if ability.kind == "triggered" and (
            (ability.head == "dies" and other is thing)
            or ability.head == "any-dies"
            or (ability.head == "own-dies" and thing.controller is other.controller)
        ):
            rules = ("603.6c", "603.10a") if leaving else ("603.6c",)
            more = dict(rules=rules, dying=thing, condition=ability.condition)
            trigger(game, other, ability.ops, event, other.controller, **more)
    if other is thing:
        for word, (rule, counter) in PERSIST.items():
            if word in thing.last_keywords:
                if getattr(thing, counter):
                    game.emit("no_return", (rule,), [event], thing=thing, word=word)
                elif not thing.token:
                    op = Op("return", (counter,), ("self",))
                    rules = (rule,)
                    trigger(game, thing, (op,), event, thing.controller, rules=rules, dying=thing)


def destroy(
    game: Game, things: list[tuple[Thing, int]], regenerable: bool = True, rules=("701.8a",)
) -> None:
    """Destroys permanents at once: (thing, event because of which)."""
    leaving = []
    for thing, event in things:
        if thing.zone != BATTLEFIELD:
            continue
        if has(game, thing, "indestructible"):
            number = game.emit("indestructible", ("702.12b",), [event], thing=thing)
            thing.causes.append(number)
        elif thing.regeneration and regenerable and not thing.no_regeneration:
            thing.regeneration -= 1
            regenerate(game, thing, event)
        else:
            if thing.regeneration:
                event = game.emit("no_regeneration", ("701.19c",), [event], thing=thing)
            number = game.emit("destroyed", rules, [event], thing=thing)
            leaving.append((thing, GRAVEYARD, number))
    leave(game, leaving)


def regenerate(game: Game, thing: Thing, event: int) -> None:
    """The shield is used up: tapped, healed, out of combat (614.8)."""
    fighting = thing.attacking or bool(thing.blocks)
    number = game.emit(
        "regenerated", ("614.8", "701.19a"), [event, *thing.causes], thing=thing, fighting=fighting
    )
    tap(game, thing, number)
    thing.damage, thing.deathtouched = 0, False
    thing.attacking, thing.blocks = False, ()
    thing.causes.append(number)


def sacrifice(game: Game, thing: Thing, choice: bool = False) -> int:
    """Moves it to the graveyard; that is no destruction (701.21a)."""
    rules = ("608.2d", "701.21a") if choice else ("701.21a",)
    number = game.emit("sacrificed", rules, thing=thing, player=thing.controller)
    leave(game, [(thing, GRAVEYARD, number)])
    return number
