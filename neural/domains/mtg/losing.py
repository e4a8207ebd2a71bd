"""How players lose and win, and what is done instead (104, 704.5a-c)."""

from neural.domains.mtg import library
from neural.domains.mtg.moves import leave
from neural.domains.mtg.state import EXILE, LIBRARY, Game, Player, Thing

ANGEL = "exiled instead of its controller losing"
MIRROR = "shuffles all away instead of its controller losing"
IMMUNE = "its controller can't lose"


def losses(game: Game) -> tuple[bool, list[tuple[Thing, str, int]]]:
    """Players lose at once, or something happens instead: whether anything did, and what it moves
    (once for all the reasons that a player has at this moment, 704.7)."""
    losers: list[tuple[Player, str, str]] = []
    moved: list[tuple[Thing, str, int]] = []
    done = False
    for player in game.players:
        reasons = _reasons(player)
        if not reasons or immune(game, player, reasons):
            continue
        done = True
        saver = next(iter(_of(game, player, ANGEL, MIRROR)), None)
        if saver is None:
            losers.append((player, *reasons[0]))
        else:
            moved += _saved(game, player, saver, reasons)
    _lose(game, losers)
    return done, moved


def _reasons(player: Player) -> list[tuple[str, str]]:
    if player.lost:
        return []
    found = (
        (player.life <= 0, "loses_life", "704.5a"),
        (player.poison >= 10, "loses_poison", "704.5c"),
        (player.drew_from_empty, "loses_draw", "704.5b"),
    )
    return [(kind, rule) for true, kind, rule in found if true]


def _of(game: Game, player: Player, *statics: str) -> list[Thing]:
    return game.battlefield(
        lambda one: one.controller is player and bool(one.card.statics & set(statics))
    )


def immune(game: Game, player: Player, reasons: list[tuple[str, str]]) -> bool:
    """Whether the player can't lose; said once for the same reasons."""
    angels = _of(game, player, IMMUNE)
    player.drew_from_empty = player.drew_from_empty and not angels  # since the last check (704.5b)
    rules = ("101.2", *(rule for _, rule in reasons))
    if angels and not any(e.kind == "cannot_lose" and e.rules == rules for e in game.events):
        data = dict(player=player, by=angels[0])
        player.causes.append(game.emit("cannot_lose", rules, player.causes, **data))
    return bool(angels)


def _saved(game: Game, player: Player, by: Thing, reasons: list) -> list[tuple[Thing, str, int]]:
    """The loss is replaced; what leaves the battlefield for it, where that is only the saver."""
    rules = ["614.1a", "614.6", *(rule for _, rule in reasons)]
    rules += ["704.7"] if len(reasons) > 1 else []
    event = game.emit("saved", rules, player.causes, player=player, by=by)
    player.causes.append(event)
    player.drew_from_empty = False
    moved = [(by, EXILE, event)]
    if MIRROR in by.card.statics:
        mine = [(one, LIBRARY, event) for one in game.battlefield(lambda o: o.owner is player)]
        player.library += len([1 for one, _, _ in mine if not one.token])
        leave(game, mine)
        library.shuffle_away(game, player, event)
        library.draw(game, player, 7, [event])
        moved = []
    player.life = 20
    number = game.emit("life_becomes", ("119.5",), [event], player=player, life=20)
    player.causes.append(number)
    return moved


def _lose(game: Game, losers: list[tuple[Player, str, str]]) -> None:
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


def win(game: Game, player: Player) -> None:
    """An effect says that the player wins (104.2b)."""
    if _of(game, game.other(player), IMMUNE):
        game.emit("cannot_win", ("101.2",), player=player)
        return
    game.emit("wins", ("104.2b",), player=player)
    game.over = True
