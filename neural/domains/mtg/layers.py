"""What a permanent is now: printed facts, then the layers that the cards here use (613)."""

from neural.domains.mtg.cards import Ability
from neural.domains.mtg.state import BATTLEFIELD, HAND, Game, Player, Thing


def types(game: Game, thing: Thing) -> frozenset[str]:
    """Layer 4: the last effect that says whether it is a creature."""
    found = thing.card.types
    if "Land" in found and any(one.card.lively is not None for one in game.battlefield()):
        found |= {"Creature"}
    for mod in thing.mods:
        if mod.kind == "animate":
            found |= {"Creature"}
        elif mod.kind == "still":
            found -= {"Creature"}
    return found


def is_creature(game: Game, thing: Thing) -> bool:
    if not thing.mods and "Land" not in thing.card.types:
        return thing.card.is_creature
    return "Creature" in types(game, thing)


def creatures(game: Game, controller: Player | None = None) -> list[Thing]:
    """Those on the battlefield."""
    return game.battlefield(
        lambda one: controller in (None, one.controller) and is_creature(game, one)
    )


def keywords(game: Game, thing: Thing) -> frozenset[str]:
    """Layer 6, in timestamp order: what takes all abilities away leaves those gained later."""
    if thing.zone != BATTLEFIELD:
        return thing.last_keywords or thing.card.keywords
    found = thing.card.keywords | thing.gained
    steps = [((mod.stamp, 0), mod.kind, mod.keywords) for mod in thing.mods]
    for one in game.things:
        if one.zone == BATTLEFIELD:
            if one.attached is not None:
                steps += _given(one, thing)
            elif one.card.humbling and is_creature(game, thing):
                steps.append(((one.stamp, 0), "frog", frozenset()))
    for _, kind, words in sorted(steps, key=lambda step: step[0]):
        lost = {word.removeprefix("no ") for word in words if word.startswith("no ")}
        gained = {word for word in words if not word.startswith("no ")}
        found = frozenset(gained) if kind == "frog" else (found | gained) - lost
    return found


def _given(one: Thing, thing: Thing) -> list[tuple]:
    """What an attached permanent gives to a creature. An ability that an Aura lends to an Equipment
    is as old as the younger of the two, and comes after the Equipment's own (613.7a)."""
    if one.attached is thing and one.card.worn:
        return [((one.stamp, 0), "worn", one.card.worn[2])]
    if one.card.lends and one.attached.attached is thing:
        return [((max(one.stamp, one.attached.stamp), one.stamp), "worn", one.card.lends)]
    return []


def has(game: Game, thing: Thing, keyword: str) -> bool:
    return keyword in keywords(game, thing)


def number_of(game: Game, thing: Thing, keyword: str) -> int:
    """The sum of `toxic N` or `ward N`; 0 without."""
    words = (word.split() for word in keywords(game, thing))
    return sum(int(word[1]) for word in words if word[0] == keyword)


def abilities(game: Game, thing: Thing) -> tuple[Ability, ...]:
    """Its triggered and activated abilities, unless it has lost all."""
    if not thing.card.abilities or any(mod.kind == "frog" for mod in thing.mods):
        return ()
    humbled = any(one.card.humbling for one in game.battlefield()) and is_creature(game, thing)
    return () if humbled else thing.card.abilities


def colors(thing: Thing) -> frozenset[str]:
    """Layer 5: the last effect that gives it a colour."""
    if thing.zone != BATTLEFIELD:
        return thing.last_colors or thing.card.colors
    given = [mod.color for mod in thing.mods if mod.color]
    return frozenset({given[-1]}) if given else thing.card.colors


def size(game: Game, thing: Thing) -> tuple[int, int]:
    """Power and toughness after layers 7a (count), 7b (set), 7c (modify, counters) and 7d (switch)."""
    power, toughness = _base(game, thing)
    power += thing.plus - thing.minus
    toughness += thing.plus - thing.minus
    for mod in thing.mods:
        if mod.kind == "pump":
            power, toughness = power + mod.power, toughness + mod.toughness
    for other in game.things:
        if other.zone == BATTLEFIELD:
            if other.attached is thing and other.card.worn:
                power, toughness = power + other.card.worn[0], toughness + other.card.worn[1]
            if other.card.anthem and _reaches(other, thing):
                power, toughness = power + other.card.anthem[1], toughness + other.card.anthem[2]
    switches = sum(mod.kind == "switch" for mod in thing.mods)
    return (toughness, power) if switches % 2 else (power, toughness)


def written(game: Game, thing: Thing) -> str:
    """The size as players write it: "3/2"."""
    return "/".join(map(str, size(game, thing)))


def _base(game: Game, thing: Thing) -> tuple[int, int]:
    card = thing.card
    power, toughness = (card.power, card.toughness) if card.power is not None else (0, 0)
    if card.measure:
        power = toughness = measured(game, thing, card.measure)
    if "Land" in card.types:
        for one in game.battlefield(lambda one: one.card.lively is not None):
            power, toughness = one.card.lively
    for mod in thing.mods:
        if mod.kind in ("frog", "base", "animate"):
            power, toughness = mod.power, mod.toughness
            if mod.measure:
                power = toughness = measured(game, thing, mod.measure)
    return power, toughness


def measured(game: Game, thing: Thing, what: str) -> int:
    """What power or toughness count: cards in hand, creature cards in the graveyard or exiled."""
    owner = thing.controller
    if what == "hand":
        return in_hand(game, owner)
    if what == "exiled":
        return sum(one.card.power or 0 for one in thing.exiled)
    return sum(one.card.is_creature for one in game.graveyard(owner))


def in_hand(game: Game, player: Player) -> int:
    """How many cards the player has in hand, named ones and others."""
    return player.hand + sum(one.zone == HAND and one.owner is player for one in game.things)


def sources(game: Game, thing: Thing) -> list[int]:
    """Events that made its power and toughness what they are."""
    found = [mod.event for mod in thing.mods if mod.kind != "grant"]
    return found + [aura.causes[0] for aura in _auras(game, thing) if aura.causes]


def _auras(game: Game, thing: Thing) -> list[Thing]:
    return [
        one
        for one in game.things
        if one.attached is thing and one.zone == BATTLEFIELD and one.card.worn
    ]


def helpers(game: Game, thing: Thing) -> list[Thing]:
    """The permanents that change its size from beside it: anthems, Auras, Equipment."""
    return [
        one
        for one in game.battlefield()
        if (one.card.anthem and _reaches(one, thing))
        or (one.attached is thing and one.card.worn and any(one.card.worn[:2]))
    ]


def _reaches(source: Thing, thing: Thing) -> bool:
    which = source.card.anthem[0]
    if which.startswith("own") and source.controller is not thing.controller:
        return False
    color = which.removeprefix("own").removeprefix("-")
    return not color or color in colors(thing)
