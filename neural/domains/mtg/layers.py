"""What a permanent is now: printed facts, then the layers that the cards here use (613)."""

from neural.domains.mtg.cards import Ability
from neural.domains.mtg.state import BATTLEFIELD, Game, Thing


def keywords(game: Game, thing: Thing) -> frozenset[str]:
    """Layer 6, in timestamp order: what takes all abilities away leaves those gained later."""
    if thing.zone != BATTLEFIELD:
        return thing.last_keywords or thing.card.keywords
    found = thing.card.keywords
    if not thing.mods and not _auras(game, thing):
        return found
    steps = [(mod.stamp, mod.kind, mod.keywords) for mod in thing.mods]
    steps += [(aura.stamp, "aura", aura.card.aura[2]) for aura in _auras(game, thing)]
    for _, kind, words in sorted(steps, key=lambda step: step[0]):
        lost = {word.removeprefix("no ") for word in words if word.startswith("no ")}
        gained = {word for word in words if not word.startswith("no ")}
        found = frozenset(gained) if kind == "frog" else (found | gained) - lost
    return found


def has(game: Game, thing: Thing, keyword: str) -> bool:
    return keyword in keywords(game, thing)


def number_of(game: Game, thing: Thing, keyword: str) -> int:
    """The sum of `toxic N` or `ward N`; 0 without."""
    words = (word.split() for word in keywords(game, thing))
    return sum(int(word[1]) for word in words if word[0] == keyword)


def abilities(game: Game, thing: Thing) -> tuple[Ability, ...]:
    """Its triggered and activated abilities, unless it has lost all."""
    return () if any(mod.kind == "frog" for mod in thing.mods) else thing.card.abilities


def colors(thing: Thing) -> frozenset[str]:
    """Layer 5: the last effect that gives it a colour."""
    if thing.zone != BATTLEFIELD:
        return thing.last_colors or thing.card.colors
    given = [mod.color for mod in thing.mods if mod.color]
    return frozenset({given[-1]}) if given else thing.card.colors


def size(game: Game, thing: Thing) -> tuple[int, int]:
    """Power and toughness after layers 7b (set), 7c (modify, counters) and 7d (switch)."""
    power, toughness = thing.card.power, thing.card.toughness
    for mod in thing.mods:
        if mod.kind in ("frog", "base"):
            power, toughness = mod.power, mod.toughness
    power += thing.plus - thing.minus
    toughness += thing.plus - thing.minus
    for mod in thing.mods:
        if mod.kind == "pump":
            power, toughness = power + mod.power, toughness + mod.toughness
    for other in game.things:
        if other.zone == BATTLEFIELD:
            if other.attached is thing and other.card.aura:
                power, toughness = power + other.card.aura[0], toughness + other.card.aura[1]
            if other.card.anthem and _reaches(other, thing):
                power, toughness = power + other.card.anthem[1], toughness + other.card.anthem[2]
    switches = sum(mod.kind == "switch" for mod in thing.mods)
    return (toughness, power) if switches % 2 else (power, toughness)


def sources(game: Game, thing: Thing) -> list[int]:
    """Events that made its power and toughness what they are."""
    found = [mod.event for mod in thing.mods if mod.kind != "grant"]
    return found + [aura.causes[0] for aura in _auras(game, thing) if aura.causes]


def _auras(game: Game, thing: Thing) -> list[Thing]:
    return [
        one
        for one in game.things
        if one.attached is thing and one.zone == BATTLEFIELD and one.card.aura
    ]


def _reaches(source: Thing, thing: Thing) -> bool:
    which = source.card.anthem[0]
    if which.startswith("own") and source.controller is not thing.controller:
        return False
    color = which.removeprefix("own").removeprefix("-")
    return not color or color in colors(thing)
