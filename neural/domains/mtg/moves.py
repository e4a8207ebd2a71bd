"""Changes of zones, destruction, triggers and state-based actions."""

from collections.abc import Iterable

from neural.domains.mtg.cards import Op
from neural.domains.mtg.layers import abilities, colors, has, keywords, number_of, size, sources
from neural.domains.mtg.legal import matches, target_problems
from neural.domains.mtg.state import (
    BATTLEFIELD,
    EXILE,
    GRAVEYARD,
    LIBRARY,
    Game,
    Item,
    Player,
    Thing,
    Undecided,
)

PERSIST = {"persist": ("702.79a", "minus"), "undying": ("702.93a", "plus")}


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


def state_based(game: Game) -> bool:
    """Performs all state-based actions that apply, as one event (704.3); whether any did."""
    done = _players(game)
    leaving: list[tuple[Thing, str, int]] = []
    destroyed: list[tuple[Thing, int]] = []
    for thing in game.battlefield(lambda one: one.card.is_creature):
        toughness = size(game, thing)[1]
        because = [*thing.causes, *sources(game, thing)]
        saved = bool(thing.regeneration and not thing.no_regeneration)
        data = dict(thing=thing, damage=thing.damage, toughness=toughness, saved=saved)
        if toughness <= 0:
            number = game.emit("sba_toughness", ("704.5f",), because, **data)
            leaving.append((thing, GRAVEYARD, number))
            done = True
            continue
        lethal = 0 < toughness <= thing.damage
        if lethal or thing.deathtouched:
            thing.deathtouched = False
            if has(game, thing, "indestructible"):
                _spared(game, thing, because, data)
                continue
            kind, rules = (
                ("sba_lethal", ("704.5g",)) if lethal else ("sba_deathtouch", ("704.5h", "702.2b"))
            )
            destroyed.append((thing, game.emit(kind, rules, because, **data)))
            done = True
    legends = _legends(game)
    leaving += legends + _auras(game)
    done = done or bool(leaving)
    survivors = [(thing, event) for thing, event in destroyed if not _shielded(game, thing, event)]
    leave(game, leaving + [(thing, GRAVEYARD, event) for thing, event in survivors])
    # At the same time; but what leaves is remembered with the counters that it had (704.8).
    done = _counters(game) or done
    for thing in game.things:
        if thing.token and thing.zone not in (BATTLEFIELD, "nowhere"):
            game.emit("token_gone", ("111.7", "704.5d"), thing.causes[-1:], thing=thing)
            thing.zone = "nowhere"
            done = True
    return done


def _spared(game: Game, thing: Thing, because: list[int], data: dict) -> None:
    """Says once for the same damage that an indestructible creature stays."""
    if not any(
        event.kind == "spared"
        and event.data["thing"] is thing
        and event.data["damage"] == thing.damage
        for event in game.events
    ):
        thing.causes.append(game.emit("spared", ("702.12b", "704.5g"), because, **data))


def _shielded(game: Game, thing: Thing, event: int) -> bool:
    if thing.regeneration and not thing.no_regeneration:
        thing.regeneration -= 1
        regenerate(game, thing, event)
        return True
    return False


def _players(game: Game) -> bool:
    losers = []
    for player in game.players:
        if player.lost:
            continue
        for lost, kind, rule in (
            (player.life <= 0, "loses_life", "704.5a"),
            (player.poison >= 10, "loses_poison", "704.5c"),
            (player.drew_from_empty, "loses_draw", "704.5b"),
        ):
            if lost:
                losers.append((player, kind, rule))
                break
    numbers = [
        game.emit(kind, (rule,), player.causes, player=player) for player, kind, rule in losers
    ]
    for player, _, _ in losers:
        player.lost = True
    if len(losers) == 2:
        game.emit("draw_game", ("104.4a",), numbers)
    elif losers:
        game.emit("wins", ("104.2a",), numbers, player=game.other(losers[0][0]))
    game.over = game.over or bool(losers)
    return bool(losers)


def _counters(game: Game) -> bool:
    done = False
    for thing in game.battlefield(lambda one: one.plus and one.minus):
        pairs = min(thing.plus, thing.minus)
        thing.plus, thing.minus = thing.plus - pairs, thing.minus - pairs
        number = game.emit("sba_counters", ("704.5q",), thing.causes, thing=thing, pairs=pairs)
        thing.causes.append(number)
        done = True
    return done


def _legends(game: Game) -> list[tuple[Thing, str, int]]:
    found = []
    groups: dict[tuple[int, str], list[Thing]] = {}
    for thing in game.battlefield(lambda one: "Legendary" in one.card.types):
        groups.setdefault((thing.controller.seat, thing.name), []).append(thing)
    for group in groups.values():
        if len(group) > 1:
            kept = group[game.choices.get("legend", 0)]
            number = game.emit(
                "sba_legend", ("704.5j",), [c for t in group for c in t.causes], thing=kept
            )
            found += [(thing, GRAVEYARD, number) for thing in group if thing is not kept]
    return found


def _auras(game: Game) -> list[tuple[Thing, str, int]]:
    found = []
    for aura in game.battlefield(lambda one: one.card.aura is not None):
        host = aura.attached
        rules, why, because = ("704.5m",), "", []
        if host is None or host.zone != BATTLEFIELD:
            why = "gone"
            because = host.causes[-1:] if host else []
        elif color := next(
            (c for c in sorted(colors(aura)) if has(game, host, f"protection from {c}")), None
        ):
            rules, why = ("702.16c", "704.5m"), color
        if why:
            number = game.emit("sba_aura", rules, because, thing=aura, host=host, why=why)
            found.append((aura, GRAVEYARD, number))
    return found


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


def settle(game: Game) -> None:
    """What happens before a player gets priority (117.5, 704.3)."""
    while not game.over:
        if state_based(game):
            continue
        if not put_triggers(game):
            return
