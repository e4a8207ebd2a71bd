"""How permanents enter the battlefield: as copies, with choices, tapped, with counters (614.12)."""

from collections.abc import Iterable, Sequence

from neural.domains.mtg import triggers
from neural.domains.mtg.cards import Card
from neural.domains.mtg.counters import counters
from neural.domains.mtg.layers import creatures
from neural.domains.mtg.moves import leave
from neural.domains.mtg.state import (
    BATTLEFIELD,
    EXILE,
    GRAVEYARD,
    Game,
    Illegal,
    Player,
    Thing,
)

COPIES = "enters as a copy of a creature"
WILD = "creatures enter as a copy of it"


def becomes(game: Game, thing: Thing, controller: Player) -> Card:
    """What the object will be on the battlefield, after what makes it enter as a copy (616.1d)."""
    card = thing.printed or thing.card
    wild = game.battlefield(lambda one: WILD in one.card.statics and one.controller is controller)
    if card.is_creature and wild:
        return wild[0].card
    if COPIES in card.statics:
        model = game.choose(f"copy of {thing.name}")
        return card if model is None else model.card
    return card


def barred(game: Game, card: Card) -> bool:
    """Whether something keeps it from entering the battlefield."""
    bans = game.battlefield(lambda one: "lands can't enter" in one.card.statics)
    return "Land" in card.types and bool(bans)


def come(
    game: Game,
    thing: Thing,
    zone_rules: Iterable[str],
    because: Iterable[int] = (),
    card: Card | None = None,
    together: Sequence[Thing] = (),
    **more,
) -> Thing:
    """A new object on the battlefield from a thing that was somewhere else (400.7).

    `card`: what it `becomes`, where that is known already; `together`: what enters with it.
    """
    controller = more.pop("controller", thing.owner)
    printed = thing.printed or thing.card
    card = card or becomes(game, thing, controller)
    # Effects of other permanents, and its own as it is there (614.12).
    tapped = more.pop("tapped", False) or "enters tapped" in card.statics
    tapped = tapped or bool(
        game.battlefield(lambda one: "permanents enter tapped" in one.card.statics)
    )
    new = Thing(card, thing.owner, controller, token=thing.token, tapped=tapped, **more)
    new.printed = printed if card is not printed else None
    new.gained = thing.gained
    new.sick, new.zone = True, "entering"
    rules, because = list(zone_rules), list(because)
    if tapped or card is not printed:
        rules.append("614.12")
    if card is not printed and card not in dict(printed.ways).values():
        because.append(game.emit("copied", ("707.5", "707.2"), because, thing=new, card=card))
    _choices(game, new, [thing, new, *together])
    grown = _devoured(game, new)
    thing.successor = new
    new.stamp, new.zone = game.next_stamp(), BATTLEFIELD
    game.things.append(new)
    event = game.emit("enters", rules, because, thing=new, was=thing)
    new.causes.append(event)
    if grown:
        counters(game, new, "plus", grown, [event])
    triggers.enters(game, new, event)
    return new


def come_together(game: Game, things: Sequence[Thing], rules: Iterable[str], because=()) -> None:
    """Several enter at once."""
    for thing in things:
        come(game, thing, rules, because, together=things)


def _choices(game: Game, new: Thing, entering: list[Thing]) -> None:
    """What is chosen "as it enters", before anything sees it there (614.12a)."""
    if "chooses a color" in new.card.statics:
        color = game.choose(f"color of {new.name}")
        new.gained |= {f"protection from {color}"}
        game.emit("chooses_color", ("614.12a",), thing=new, color=color)
    if "exiles creature cards as it enters" in new.card.statics:
        chosen = game.choose(f"exiles of {new.name}")
        mine = [one for one in game.graveyard(new.controller) if one.card.is_creature]
        if any(one in entering or one not in mine for one in chosen):
            raise Illegal([("614.13a", "only other creature cards of that graveyard")])
        for one in chosen:
            one.zone = EXILE
        new.exiled = list(chosen)


def _devoured(game: Game, new: Thing) -> int:
    """Sacrifices for each devour ability, a creature only once (614.13b); the counters for them."""
    words = [word for word in {*new.card.keywords, *new.gained} if word.startswith("devour ")]
    eaten: list[Thing] = []
    amount = 0
    for word in sorted(words):
        chosen = game.choose(f"{word} of {new.name}")
        for one in chosen:
            if one in eaten or one not in creatures(game, new.controller):
                raise Illegal([("614.13b", f"{one.name} can't be sacrificed for that")])
        eaten += chosen
        amount += len(chosen) * int(word.split()[1])
    if eaten:
        event = game.emit("devours", ("702.82a",), thing=new, eaten=eaten)
        leave(game, [(one, GRAVEYARD, event) for one in eaten])
    return amount


def tokens(
    game: Game,
    controller: Player,
    card: Card,
    number: int,
    because: Iterable[int] = (),
    rules: tuple[str, ...] = ("111.1",),
) -> list[Thing]:
    """Creates tokens, as many as replacement effects say; each enters after that (616.1g)."""
    because = list(because)
    for by in game.battlefield(lambda one: "tokens doubled" in one.card.statics):
        if by.controller is controller:
            number *= 2
            data = dict(player=controller, by=by, amount=number)
            because.append(game.emit("more_tokens", ("614.1a",), because, **data))
    event = game.emit("creates", rules, because, player=controller, card=card, amount=number)
    made = []
    for _ in range(number):
        origin = Thing(card, controller, controller, zone="nowhere", token=True)
        made.append(come(game, origin, ("111.1",), [event], controller=controller))
    return made
