"""What happens before a player gets priority: state-based actions, then triggers (117.5, 704)."""

from neural.domains.mtg.layers import (
    colors,
    creatures,
    has,
    helpers,
    is_creature,
    size,
    sources,
)
from neural.domains.mtg.losing import losses
from neural.domains.mtg.moves import leave, regenerate
from neural.domains.mtg.state import BATTLEFIELD, GRAVEYARD, Game, Thing
from neural.domains.mtg.triggers import put_triggers, states


def settle(game: Game) -> None:
    """What happens before a player gets priority (117.5, 704.3)."""
    while not game.over:
        if state_based(game):
            continue
        states(game)
        if not put_triggers(game):
            return


def state_based(game: Game) -> bool:
    """Performs all state-based actions that apply, as one event (704.3); whether any did."""
    _leave_combat(game)
    done, rescued = losses(game)
    leaving: list[tuple[Thing, str, int]] = []
    destroyed: list[tuple[Thing, int]] = []
    for thing in creatures(game):
        toughness = size(game, thing)[1]
        because = [*thing.causes, *sources(game, thing)]
        saved = bool(thing.regeneration and not thing.no_regeneration)
        data = dict(thing=thing, damage=thing.damage, toughness=toughness, saved=saved)
        if thing.damage >= toughness or thing.deathtouched:
            data["helpers"] = helpers(game, thing)
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
    leaving += [(thing, GRAVEYARD, event) for thing, event in survivors]
    leave(game, _once(game, leaving + rescued))
    # At the same time; but what leaves is remembered with the counters that it had (704.8).
    done = _counters(game) or done
    for thing in game.things:
        if thing.token and thing.zone not in (BATTLEFIELD, "nowhere"):
            game.emit("token_gone", ("111.7", "704.5d"), thing.causes[-1:], thing=thing)
            thing.zone = "nowhere"
            done = True
    return done


def _leave_combat(game: Game) -> None:
    """What is no creature any more is removed from combat (506.4)."""
    for thing in game.battlefield(lambda one: one.attacking or bool(one.blocks)):
        if not is_creature(game, thing):
            thing.attacking, thing.blocks = False, ()
            thing.causes.append(game.emit("leaves_combat", ("506.4",), thing.causes, thing=thing))


def _once(game: Game, moves: list[tuple[Thing, str, int]]) -> list[tuple[Thing, str, int]]:
    """Each thing moved once; where it would go to two zones its controller chooses (400.6)."""
    found: dict[int, tuple[Thing, str, int]] = {}
    for thing, zone, event in moves:
        before = found.get(id(thing))
        if before is None or before[1] == zone:
            found[id(thing)] = before or (thing, zone, event)
        elif game.choose(f"zone of {thing.name}") == zone:
            found[id(thing)] = (thing, zone, event)
    return list(found.values())


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
    """Auras on nothing or on what has protection go; Equipment only comes off (704.5m-n)."""
    found = []
    for one in game.battlefield(lambda one: bool(one.card.worn or one.card.lends)):
        host = one.attached
        rules, why, because = ("704.5m",), "", []
        if (
            host is None
            or host.zone != BATTLEFIELD
            or (one.card.equip and not is_creature(game, host))
        ):
            why = "gone"
            because = host.causes[-1:] if host else []
        elif color := next(
            (c for c in sorted(colors(one)) if has(game, host, f"protection from {c}")), None
        ):
            rules, why = ("702.16c", "704.5m"), color
        if not why or (one.card.equip and host is None):
            continue
        bestowed = one.printed is not None and "bestow" in dict(one.printed.ways)
        if bestowed:
            one.card, one.printed, one.attached = one.printed, None, None
            number = game.emit("unbestowed", ("702.103f",), because, thing=one, host=host, why=why)
            one.causes.append(number)
        elif one.card.equip:
            rules = ("702.16d", "704.5n") if why != "gone" else ("704.5n",)
            one.attached = None
            number = game.emit("unattached", rules, because, thing=one, host=host, why=why)
            one.causes.append(number)
        else:
            number = game.emit("sba_aura", rules, because, thing=one, host=host, why=why)
            found.append((one, GRAVEYARD, number))
    return found
