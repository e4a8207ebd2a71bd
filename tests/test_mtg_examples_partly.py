"""Examples of the Comprehensive Rules from chapters that are modelled in part: tokens (111), mana
value (202), types (205), copies (707). They don't count in the share of the modelled chapters."""

import pytest

from neural.domains.mtg import layers, stack
from neural.domains.mtg.cards import card, parse
from neural.domains.mtg.state import Game
from tests.mtg_table import cast

CLONE = "Clone | 3U | Creature | 0/0 | | enters as a copy of a creature"


@pytest.fixture
def game():
    return Game()


def clone_of(game, player, model):
    """A Clone that has entered as a copy of the model."""
    game.choices["copy of Clone"] = model
    item = cast(game, player, CLONE)
    stack.resolve_all(game)
    return item.source.successor


def test_111_3_a_token_has_only_what_made_it_says(game):
    mage = game.put(
        parse("Mage | G | Creature | 2/1 | | 2G: token 1 Saproling 1/1 green"), game.active
    )
    stack.activate(game, game.active, mage)
    stack.resolve_all(game)
    token = game.things[-1]
    assert token.token and layers.colors(token) == {"green"} and layers.size(game, token) == (1, 1)
    assert not layers.keywords(game, token) and not token.card.abilities


@pytest.mark.parametrize(
    ("cost", "colors"), [("2W", {"white"}), ("2", set()), ("2WB", {"white", "black"})]
)
def test_202_2a_an_object_has_the_colors_of_its_mana_symbols(cost, colors):
    assert parse(f"{cost} | {cost} | Creature | 1/1").colors == colors


@pytest.mark.parametrize(
    ("cost", "value"), [("3UU", 5), ("1{W/U}{W/U}", 3), ("{2/B}{2/B}{2/B}", 6)]
)
def test_202_3_and_202_3f_mana_values(cost, value):
    assert parse(f"{cost} | {cost} | Instant").value == value


def test_205_1b_and_205_4b_lands_that_are_creatures_keep_what_they_were(game):
    game.put(parse("Plane | 2GG | Enchantment | | | lands are 1/1 creatures"), game.active)
    land = game.put(parse("Seat | | Legendary Artifact Land"), game.active)
    assert layers.types(game, land) == {"Legendary", "Artifact", "Land", "Creature"}


def test_707_2_a_copy_of_an_animated_artifact_is_not_animated(game):
    staff = game.put(parse("Staff | 4 | Artifact | | | 5: animate 5/5 self"), game.active)
    stack.activate(game, game.active, staff)
    stack.resolve_all(game)
    assert layers.size(game, staff) == (5, 5)
    copy = clone_of(game, game.active, staff)
    assert copy.name == "Staff" and not layers.is_creature(game, copy)


def test_707_5_a_copy_enters_as_the_original_does_and_triggers(game):
    treefolk = game.put(card("Scarwood Treefolk"), game.players[1])
    assert clone_of(game, game.active, treefolk).tapped
    visionary = game.put(card("Elvish Visionary"), game.players[1])
    before = game.active.hand
    clone_of(game, game.active, visionary)
    assert game.active.hand == before + 1


def test_707_6_a_copy_makes_its_own_choice(game):
    game.choices["color of Voice"] = "red"
    cast(game, game.active, "Voice | 2WW | Creature | 2/2 | flying | chooses a color")
    stack.resolve_all(game)
    voice = game.things[-1]
    game.choices["color of Voice"] = "blue"
    copy = clone_of(game, game.active, voice)
    assert layers.has(game, copy, "protection from blue")
    assert not layers.has(game, copy, "protection from red")
