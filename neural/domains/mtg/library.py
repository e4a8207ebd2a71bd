"""Hands and libraries: cards drawn, discarded, exiled from the top (121, 701.9)."""

from neural.domains.mtg import triggers
from neural.domains.mtg.cards import Card
from neural.domains.mtg.layers import in_hand
from neural.domains.mtg.state import EXILE, GRAVEYARD, HAND, LIBRARY, Game, Player, Thing, Undecided


def draw(game: Game, player: Player, amount: int, because=()) -> None:
    """Draws cards; too few leave a mark for state-based actions."""
    instead = game.battlefield(
        lambda one: (
            "returns a card instead of drawing" in one.card.statics and one.controller is player
        )
    )
    if instead:
        for _ in range(amount):
            _return_instead(game, player, instead[0], because)
        return
    got = min(amount, player.library)
    rules = ("104.3c",) if got < amount else ()
    data = dict(player=player, amount=amount, got=got)
    number = game.emit("draws", rules, because, **data)
    for _ in range(got):
        _draw_one(game, player, number)
    player.drew_from_empty = player.drew_from_empty or got < amount
    player.causes.append(number)


def _draw_one(game: Game, player: Player, event: int) -> None:
    player.library -= 1
    player.draws += 1
    card = player.top.pop(0) if player.top else None
    if card is None:
        player.hand += 1
    else:
        game.hand(card, player)
    for one in game.battlefield(lambda one: "reveals the first draw" in one.card.statics):
        if one.controller is player and player.draws == 1:
            if card is None:
                raise Undecided("the card drawn")
            number = game.emit("reveals", ("603.11",), [event], card=card, player=player, by=one)
            if {"Basic", "Land"} <= card.types:
                triggers.happens(game, "reveals-basic-land", number, ("603.11",), one)


def _return_instead(game: Game, player: Player, by: Thing, because) -> None:
    cards = game.graveyard(player)
    if not cards:
        return
    chosen = cards[0] if len(cards) == 1 else game.choose("returned card")
    event = game.emit("returns_card", ("614.1a", "616.2"), because, thing=chosen, by=by)
    chosen.zone = HAND
    chosen.causes.append(event)


def discard_hand(game: Game, player: Player) -> int:
    """Discards all cards in hand; how many those were."""
    number = in_hand(game, player)
    event = game.emit("discards", ("701.9a",), player=player, amount=number)
    for one in game.things:
        if one.zone == HAND and one.owner is player:
            one.zone = GRAVEYARD
            one.causes.append(event)
    player.hand = 0
    triggers.states(game)  # a state that is true for a moment is enough (603.8)
    return number


def exile_top(game: Game, player: Player) -> Card:
    """Exiles the top card of the library, which somebody has to have named."""
    if not player.top:
        raise Undecided(f"the top card of {player.name}'s library")
    card = player.top.pop(0)
    player.library -= 1
    game.things.append(Thing(card, player, player, zone=EXILE))
    return card


def shuffle_away(game: Game, player: Player, event: int) -> None:
    """Hand and graveyard go into the library."""
    for one in game.things:
        if one.owner is player and one.zone in (HAND, GRAVEYARD):
            one.zone = LIBRARY
            one.causes.append(event)
            player.library += 1
    player.library += player.hand
    player.hand = 0
    player.top = []
