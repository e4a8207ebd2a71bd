"""From one turn to the next: what wears off, who is active, what untaps (500 to 514)."""

from neural.domains.mtg import library, settling, stack, triggers
from neural.domains.mtg.state import BATTLEFIELD, Game, Thing


def end_combat(game: Game) -> None:
    """What waits for the end of combat, then creatures are removed from it (511.2, 511.3)."""
    if game.delayed:
        triggers.come_due(game, "end-of-combat", game.emit("end_of_combat", ("511.2",)))
        settling.settle(game)
        stack.resolve_all(game)
    for thing in game.things:
        thing.attacking, thing.blocks = False, ()
        thing.blocked = thing.dealt_first = False
    game.step = "main"


def end_step(game: Game) -> None:
    """The end step, once a turn, with what triggers at its beginning (513.1)."""
    stack.resolve_all(game)
    if game.step != "end" and not game.over:
        begin_end_step(game)
        stack.resolve_all(game)


def begin_end_step(game: Game) -> None:
    """What triggers at the beginning of the end step goes on the stack."""
    end_combat(game)
    game.step = "end"
    event = game.emit("end_step", ("513.1",), player=game.active)
    for player in game.players:
        triggers.happens(game, "end-step", event, (), player)
    triggers.come_due(game, "end-step", event)
    settling.settle(game)


def upkeep(game: Game) -> None:
    """What happens at the beginning of the active player's upkeep; it waits on the stack (503.1)."""
    game.step = "upkeep"
    event = game.emit("upkeep", ("503.1a",), player=game.active)
    triggers.happens(game, "upkeep", event, ("503.1a",), game.active)
    settling.settle(game)


def next_turn(game: Game) -> None:
    """The end step and cleanup of this turn, then the other player's up to the main phase.

    What is still on the stack resolves first. Nobody plays first here, so that everybody draws.
    """
    end_step(game)
    if game.over:
        return
    game.emit("cleanup", ("514.2",))
    for thing in game.things:
        _wear_off(game, thing)
    for player in game.players:
        player.shield = player.attackers = player.draws = 0
    game.fogged = False
    settling.settle(game)  # what only an effect until end of turn kept alive (514.3a)
    stack.resolve_all(game)
    if game.over:
        return
    game.turn += 1
    game.emit("untap_step", ("502.3",), player=game.active)
    for thing in game.battlefield(lambda one: one.controller is game.active):
        thing.tapped = thing.sick = False
    upkeep(game)
    stack.resolve_all(game)
    game.step = "main"
    if game.over:
        return
    library.draw(game, game.active, 1)
    settling.settle(game)
    stack.resolve_all(game)


def _wear_off(game: Game, thing: Thing) -> None:
    """Damage and effects until end of turn, all at once."""
    thing.mods.clear()
    thing.forestalled = None
    thing.damage = thing.regeneration = thing.shield = 0
    thing.deathtouched = thing.no_regeneration = thing.exile_if_dies = False
    if thing.lender is not None:
        if thing.zone == BATTLEFIELD:
            thing.controller, thing.sick = thing.lender, True
        thing.lender = None
