"""Changes of zones, and destruction."""

from collections.abc import Iterable

from neural.domains.mtg.cards import Op
from neural.domains.mtg.layers import abilities, colors, has, keywords, size
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, LIBRARY, Game, Thing
from neural.domains.mtg.triggers import happens, trigger

PERSIST = {"persist": ("702.79a", "minus"), "undying": ("702.93a", "plus")}


def tap(game: Game, thing: Thing, event: int) -> None:
    """A permanent becomes tapped; one that is tapped already does not (603.2e)."""
    if not thing.tapped:
        thing.tapped = True
        happens(game, "tapped", event, ("603.2e",), thing)


def enter(game: Game, thing: Thing, event: int) -> None:
    """Enters-the-battlefield abilities of all permanents, the newcomer too (603.6a)."""
    for other in game.battlefield():
        for ability in abilities(game, other):
            if ability.kind != "triggered":
                continue
            is_other = ability.head == "other-enters" and other is not thing
            is_own = ability.head == "own-enters" and thing.controller is other.controller
            if (ability.head == "enters" and other is thing) or (
                (is_other or is_own) and thing.card.is_creature
            ):
                trigger(game, other, ability.ops, event, other.controller, rules=("603.6a",))


def come(
    game: Game, thing: Thing, zone_rules: Iterable[str], because: Iterable[int] = (), **more
) -> Thing:
    """A new object on the battlefield from a thing that was somewhere else (400.7)."""
    controller = more.pop("controller", thing.owner)
    # Effects of other permanents, and its own (614.12).
    tapped = "enters tapped" in thing.card.statics or any(
        "permanents enter tapped" in one.card.statics for one in game.battlefield()
    )
    new = Thing(
        thing.card,
        thing.owner,
        controller,
        stamp=game.next_stamp(),
        sick=thing.card.is_creature,
        token=thing.token,
        tapped=tapped,
        **more,
    )
    thing.successor = new
    game.things.append(new)
    rules = (*zone_rules, "614.12") if tapped else zone_rules
    event = game.emit("enters", rules, because, thing=new, was=thing)
    new.causes.append(event)
    enter(game, new, event)
    return new


def leave(game: Game, things: list[tuple[Thing, str, int]]) -> None:
    """Permanents leave the battlefield at once: (thing, zone, event that moves it)."""
    leaving = {id(thing) for thing, _, _ in things}
    watchers = game.battlefield()
    for thing, _, _ in things:
        thing.last_power = size(game, thing)[0] if thing.card.is_creature else 0
        thing.last_keywords, thing.last_colors = keywords(game, thing), colors(thing)
    found = []
    for thing, zone, event in things:
        to = _instead(game, thing, event) if zone == GRAVEYARD else zone
        if to == GRAVEYARD and thing.card.is_creature:
            found += [(thing, event, other) for other in watchers]
        thing.causes.append(event)
        thing.zone = to
        thing.attacking = False
        thing.blocks = None
    for thing, event, other in found:
        _dies(game, thing, other, event, id(other) in leaving)
    for thing, _, _ in things:
        thing.attached = None


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
            trigger(game, other, ability.ops, event, other.controller, rules=rules, dying=thing)
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
    fighting = thing.attacking or thing.blocks is not None
    number = game.emit(
        "regenerated", ("614.8", "701.19a"), [event, *thing.causes], thing=thing, fighting=fighting
    )
    tap(game, thing, number)
    thing.damage, thing.deathtouched = 0, False
    thing.attacking, thing.blocks = False, None
    thing.causes.append(number)
