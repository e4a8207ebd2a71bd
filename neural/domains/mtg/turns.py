"""From one turn to the next: what wears off, who is active, what untaps (500 to 514)."""

from neural.domains.mtg import effects, settling, stack
from neural.domains.mtg.state import BATTLEFIELD, Game, Thing


def end_combat(game: Game) -> None:
    """Creatures are removed from combat (511.3)."""
    for thing in game.things:
        thing.attacking, thing.blocks = False, None
        thing.blocked = thing.dealt_first = False
    game.step = "main"


def next_turn(game: Game) -> None:
    """The cleanup step of this turn, then the untap and draw steps of the other player's.

    What is still on the stack resolves first. Nobody plays first here, so that everybody draws.
    """
    stack.resolve_all(game)
    end_combat(game)
    game.emit("cleanup", ("514.2",))
    for thing in game.things:
        _wear_off(game, thing)
    for player in game.players:
        player.shield = 0
    game.fogged = False
    settling.settle(game)  # what only an effect until end of turn kept alive (514.3a)
    stack.resolve_all(game)
    if game.over:
        return
    game.turn += 1
    game.emit("untap_step", ("502.3",), player=game.active)
    for thing in game.battlefield(lambda one: one.controller is game.active):
        thing.tapped = thing.sick = False
    effects.draw(game, game.active, 1)
    settling.settle(game)
    stack.resolve_all(game)


def _wear_off(game: Game, thing: Thing) -> None:
    """Damage and effects until end of turn, all at once."""
    thing.mods.clear()
    thing.damage = thing.regeneration = thing.shield = 0
    thing.deathtouched = thing.no_regeneration = thing.exile_if_dies = False
    if thing.lender is not None:
        if thing.zone == BATTLEFIELD:
            thing.controller, thing.sick = thing.lender, True
        thing.lender = None
