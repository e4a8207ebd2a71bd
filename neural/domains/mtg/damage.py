"""Damage: prevention and replacement first, then its results (120.4)."""

from typing import NamedTuple

from neural.domains.mtg import library, triggers
from neural.domains.mtg.layers import colors, creatures, has, is_creature, keywords, number_of
from neural.domains.mtg.legal import matches
from neural.domains.mtg.state import BATTLEFIELD, Game, Player, Thing, Undecided


class Packet(NamedTuple):
    """Damage that would be dealt; `combat` says whether it is combat damage."""

    source: Thing
    target: Thing | Player
    amount: int
    combat: bool = False


def deal(game: Game, packets: list[Packet], because: list[int] | None = None) -> list[int]:
    """Deals damage at once; the numbers of the events, prevented damage included."""
    events: list[int] = []
    linked: dict[Thing, list[tuple[int, int]]] = {}  # one gain for each source (702.15e)
    before = [player.life for player in game.players]
    for packet in _forestalled(game, packets):
        if packet.amount <= 0:
            continue
        if isinstance(packet.target, Thing) and packet.target.zone != BATTLEFIELD:
            continue
        amount, earlier = _modified(game, packet, list(because or []))
        events += earlier[len(because or []) :]
        if amount <= 0:
            continue
        number = _dealt(game, packet, amount, earlier)
        events.append(number)
        if isinstance(packet.target, Thing):
            triggers.happens(game, "damaged", number, (), packet.target)
        elif packet.combat:
            triggers.happens(game, "hits", number, (), packet.source)
        if "lifelink" in keywords(game, packet.source):
            linked.setdefault(packet.source, []).append((amount, number))
    for source, dealt in linked.items():
        amounts, numbers = zip(*dealt, strict=True)
        gain(game, source.controller, sum(amounts), numbers, ("120.3f", "702.15b"), source)
    _floor(game, before)
    return events


def _forestalled(game: Game, packets: list[Packet]) -> list[Packet]:
    """Without what a source would have dealt next; the life for it is part of the event."""
    kept = []
    lost: dict[Thing, int] = {}
    doubled = game.battlefield(lambda one: "damage doubled" in one.card.statics)
    for packet in packets:
        source = packet.source
        if source.forestalled is None or packet.amount <= 0:
            kept.append(packet)
        elif packet.target.shield or doubled:
            raise Undecided("first")
        else:
            lost[source] = lost.get(source, 0) + packet.amount
    for source, amount in lost.items():
        player, event = source.forestalled
        source.forestalled = None
        data = dict(source=source, player=player, amount=amount)
        number = game.emit("forestalled", ("615.1a", "615.6"), [event], **data)
        player.causes.append(number)
        gain(game, player, amount, [number])
    return kept


def _floor(game: Game, before: list[int]) -> None:
    """Damage that would leave less than 1 life leaves 1, where an effect says so (120.4d)."""
    for player, life in zip(game.players, before, strict=True):
        if player.life < 1 <= life and creatures(game, player):
            for by in game.battlefield(lambda one: "damage leaves 1 life" in one.card.statics):
                if by.controller is player and player.life < 1:
                    player.life = 1
                    data = dict(player=player, by=by, life=1)
                    rules = ("120.4d", "614.1a")
                    player.causes.append(game.emit("floor", rules, player.causes, **data))


def gain(game: Game, player: Player, amount: int, because=(), rules=("119.3",), source=None) -> int:
    """The player gains life, as replacement effects say; the number of the event."""
    because = list(because)
    for by in game.battlefield(lambda one: "draws instead of gaining life" in one.card.statics):
        if by.controller is player:
            data = dict(player=player, by=by, amount=amount)
            number = game.emit("draws_instead", ("614.1a",), because, **data)
            library.draw(game, player, amount, [number])
            return number
    for by in game.battlefield(lambda one: "life doubled" in one.card.statics):
        if by.controller is player:
            amount *= 2
            because.append(
                game.emit("more_life", ("614.1a",), because, player=player, by=by, amount=amount)
            )
    player.life += amount
    number = game.emit(
        "gains", rules, because, player=player, amount=amount, life=player.life, source=source
    )
    player.causes.append(number)
    triggers.happens(game, "gain", number, (), player)
    return number


def lose(game: Game, player: Player, amount: int, because=()) -> int:
    """The player loses life, without damage."""
    player.life -= amount
    number = game.emit("loses", ("119.3",), because, player=player, amount=amount, life=player.life)
    player.causes.append(number)
    return number


def _modified(game: Game, packet: Packet, because: list[int]) -> tuple[int, list[int]]:
    """The amount after prevention and replacement (615, 616), with what happened to it."""
    source, target, amount, combat = packet
    data = dict(source=source, target=target)
    if isinstance(target, Thing):
        own = keywords(game, target)
        for color in sorted(colors(source)):
            if f"protection from {color}" in own:
                number = game.emit(
                    "protected", ("702.16e", "615.6"), because, **data, color=color, amount=amount
                )
                target.causes.append(number)
                return 0, [*because, number]
    if combat and game.fogged:
        number = game.emit("fogged", ("615.1a", "615.6"), [*because, game.fog], **data)
        return 0, [*because, number]
    doublers = game.battlefield(lambda one: "damage doubled" in one.card.statics)
    guards = _guards(game, target)
    if not doublers and not target.shield and not guards:
        return amount, because
    steps = ["double"] * len(doublers) + ["guard"] * len(guards) + ["shield"] * bool(target.shield)
    if len(set(steps)) > 1:
        if "first" not in game.choices:
            raise Undecided("first")
        steps.sort(key=lambda step: step != game.choices["first"])
        chooser = target if isinstance(target, Player) else target.controller
        because = [
            *because,
            game.emit("chooses_first", ("616.1",), because, player=chooser, first=steps[0], **data),
        ]
    for step in steps:
        if amount <= 0:
            break
        if step == "double":
            amount *= 2
            doubler = doublers.pop()
            number = game.emit("doubled", ("614.1a",), because, **data, amount=amount, by=doubler)
        elif step == "guard":
            guard = guards.pop()
            cut = min(amount, guard.card.prevents[0])
            amount -= cut
            rules = ("615.1a", "615.10")
            number = game.emit("guarded", rules, because, **data, cut=cut, left=amount, by=guard)
            target.causes.append(number)
        else:
            cut = min(amount, target.shield)
            target.shield -= cut
            amount -= cut
            number = game.emit(
                "prevented",
                ("615.7",),
                [*because, *target.causes[-1:]],
                **data,
                cut=cut,
                left=amount,
            )
            target.causes.append(number)
        because = [*because, number]
    return amount, because


def _guards(game: Game, target: Thing | Player) -> list[Thing]:
    """Permanents that prevent some of any damage to the target (615.10)."""
    return [
        one
        for one in game.battlefield(lambda one: one.card.prevents is not None)
        if matches(game, one.card.prevents[1], target, one.controller, one)
    ]


def _dealt(game: Game, packet: Packet, amount: int, because: list[int]) -> int:
    source, target, _, combat = packet
    own = keywords(game, source)
    data = dict(source=source, target=target, amount=amount, combat=combat)
    if isinstance(target, Player):
        poison = number_of(game, source, "toxic") if combat and is_creature(game, source) else 0
        if "infect" in own:
            target.poison += amount
            number = game.emit(
                "poisons", ("120.3b", "702.90b"), because, **data, poison=target.poison
            )
        else:
            target.life -= amount
            number = game.emit("hurts", ("120.3a",), because, **data, life=target.life)
        target.causes.append(number)
        if poison:
            target.poison += poison
            number = game.emit(
                "toxic",
                ("120.3g", "702.164c"),
                [number],
                **(data | {"amount": poison}),
                poison=target.poison,
            )
            target.causes.append(number)
        return number
    if {"infect", "wither"} & own:
        target.minus += amount
        rule = "702.90c" if "infect" in own else "702.80a"
        number = game.emit("withers", ("120.3d", rule), because, **data)
    else:
        target.damage += amount
        number = game.emit("marks", ("120.3e",), because, **data, total=target.damage)
    if has(game, source, "deathtouch"):
        target.deathtouched = True
    target.causes.append(number)
    return number
