"""A game of Magic with short names, for tests."""

import pytest

from neural.domains.mtg import combat, stack
from neural.domains.mtg.cards import Card, card, parse
from neural.domains.mtg.state import Game, Illegal, Mod

PLAYED: set[tuple[str, int]] = set()  # examples of the rules that tests play: rule, which


def example(rule, place=0):
    """Says which of a rule's examples the test plays."""
    PLAYED.add((rule, place))
    return lambda test: test


def creature(power, toughness, *words, cost="G", name="Creature"):
    return Card(name, cost, frozenset({"Creature"}), power, toughness, frozenset(words))


def cast(game, player, name, *targets):
    """Casts a card of the table, or one that is written here in its notation."""
    made = parse(name) if "|" in name else card(name)
    return stack.cast(game, player, game.hand(made, player), list(targets))


def mod(game, thing, kind, power=0, toughness=0, color=None, words=()):
    """A continuous effect from nowhere."""
    thing.mods.append(Mod(game.next_stamp(), kind, power, toughness, frozenset(words), color, 0))


class Table:
    """A game with short names: `you` is the active player."""

    def __init__(self, **choices):
        self.game = Game(choices)
        self.you, self.foe = self.game.players

    def mine(self, name, **more):
        return self.game.put(card(name), self.you, **more)

    def theirs(self, name, **more):
        return self.game.put(card(name), self.foe, **more)

    def cast(self, player, name, *targets, pay=None):
        return stack.cast(self.game, player, self.game.hand(card(name), player), list(targets), pay)

    def resolve(self):
        stack.resolve_all(self.game)

    def fight(self, *pairs, **blocks):
        attackers = [a for a, _ in pairs]
        combat.attack(self.game, attackers)
        combat.block(self.game, {a: list(b) for a, b in pairs})
        combat.fight_it_out(self.game)

    def rules(self, kind):
        return {r for event in self.game.events if event.kind == kind for r in event.rules}


def forbidden(action, *arguments, **more):
    with pytest.raises(Illegal) as error:
        action(*arguments, **more)
    return {rule for rule, _ in error.value.problems}
