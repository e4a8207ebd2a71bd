"""The Comprehensive Rules' own examples, as far as the engine has what they need.

Each test names the rule and which of its examples it plays; where the user's rules are present,
the share of the modelled chapters' examples is counted.
"""

import re
from pathlib import Path

import pytest

from neural.domains.mtg import combat, layers, rulebook, stack
from neural.domains.mtg.cards import Card, card
from neural.domains.mtg.effects import counters
from neural.domains.mtg.moves import settle
from neural.domains.mtg.state import BATTLEFIELD, GRAVEYARD, Game, Illegal, Mod

SHARED = Path(__file__).parents[2] / "shared" / "data" / "mtg"
CHAPTERS = "104 115 117 119 120 122 400 405 506 508 509 510 514 601 602 603 608 613 614 615 616 704"
KEYWORDS = "2 3 4 7 8 9 10 11 12 15 16 17 18 19 20 21 79 80 90 93 111 164"
PLAYED: set[tuple[str, int]] = set()


def example(rule, place=0):
    PLAYED.add((rule, place))
    return lambda test: test


def creature(power, toughness, *words, cost="G", name="Creature"):
    return Card(name, cost, frozenset({"Creature"}), power, toughness, frozenset(words))


@pytest.fixture
def game():
    return Game()


def cast(game, player, name, *targets):
    return stack.cast(game, player, game.hand(card(name), player), list(targets))


def mod(game, thing, kind, power=0, toughness=0, color=None, words=()):
    thing.mods.append(Mod(game.next_stamp(), kind, power, toughness, frozenset(words), color, 0))


@example("120.5")
def test_a_bolt_does_not_destroy_the_state_based_action_does(game):
    bear = game.put(card("Grizzly Bears"), game.players[1])
    cast(game, game.players[0], "Lightning Bolt", bear)
    stack.resolve_all(game)
    kinds = [event.kind for event in game.events]
    assert "sba_lethal" in kinds and "destroyed" not in kinds and bear.zone == GRAVEYARD


@example("510.1c")
@pytest.mark.parametrize("spawn", [0, 1, 2, 3, 4])
def test_every_division_among_blockers_is_legal(spawn):
    game = Game({"division": {"Regrower": {"Spawn": spawn, "Hunter": 4 - spawn}}})
    me, foe = game.players
    regrower = game.put(creature(4, 3, name="Regrower"), me)
    blockers = [
        game.put(creature(2, 3, name="Spawn"), foe),
        game.put(creature(1, 1, name="Hunter"), foe),
    ]
    combat.attack(game, [regrower])
    combat.block(game, {regrower: blockers})
    combat.fight_it_out(game)
    assert (blockers[0].zone == GRAVEYARD) is (spawn >= 3)
    assert (blockers[1].zone == GRAVEYARD) is (spawn <= 3)


@example("601.2c")
def test_the_same_target_cannot_be_chosen_twice_for_different_targets(game):
    bear = game.put(card("Grizzly Bears"), game.players[1])
    with pytest.raises(Illegal):
        cast(game, game.players[0], "Arc Trail", bear, bear)


@example("603.2c")
def test_an_ability_triggers_once_for_each_that_dies(game):
    me = game.players[0]
    game.put(card("Zulaport Cutthroat"), me)
    for name in ("Grizzly Bears", "Hill Giant", "Wall of Wood"):
        game.put(card(name), me)
    cast(game, me, "Tremor")
    stack.resolve_all(game)
    assert game.players[1].life == 19  # the Cutthroat alone
    again = Game()
    for name in ("Zulaport Cutthroat", "Grizzly Bears", "Hill Giant"):
        again.put(card(name), again.players[0])
    cast(again, again.players[0], "Damnation")
    stack.resolve_all(again)
    assert again.players[1].life == 17


@example("603.10a")
def test_what_leaves_at_the_same_time_sees_the_creatures_die(game):
    artist = game.put(card("Blood Artist"), game.players[0])
    for name in ("Grizzly Bears", "Hill Giant"):
        game.put(card(name), game.players[1])
    game.choices["targets"] = {"Blood Artist": game.players[1]}
    cast(game, game.players[0], "Day of Judgment")
    stack.resolve_all(game)
    assert artist.zone == GRAVEYARD and game.players[0].life == 23


@example("608.2b")
def test_sorins_thirst_without_legal_target_gains_no_life(game):
    me, foe = game.players
    bear = game.put(card("Grizzly Bears"), foe)
    cast(game, me, "Sorin's Thirst", bear)
    mod(game, bear, "grant", words=("protection from black",))
    stack.resolve_all(game)
    assert me.life == 20 and bear.damage == 0


@example("613.4d", 0)
def test_a_switch_applies_after_later_pumps(game):
    one = game.put(creature(1, 3), game.players[0])
    mod(game, one, "pump", 0, 1)
    mod(game, one, "switch")
    assert layers.size(game, one) == (4, 1)
    mod(game, one, "pump", 5, 0)
    assert layers.size(game, one) == (4, 6)


@example("613.4d", 1)
def test_a_switch_outlives_a_pump(game):
    one = game.put(creature(1, 3), game.players[0])
    mod(game, one, "pump", 0, 1)
    mod(game, one, "switch")
    del one.mods[0]
    assert layers.size(game, one) == (3, 1)


@example("613.4d", 2)
def test_two_switches_cancel_each_other(game):
    one = game.put(creature(1, 3), game.players[0])
    mod(game, one, "pump", 0, 1)
    mod(game, one, "switch")
    mod(game, one, "switch")
    assert layers.size(game, one) == (1, 4)


@example("613.5", 0)
def test_honor_of_the_pure_follows_the_color(game):
    me = game.players[0]
    one = game.put(creature(2, 2, cost="B"), me)
    game.put(card("Honor of the Pure"), me)
    mod(game, one, "color", color="white")
    assert layers.size(game, one) == (3, 3)
    mod(game, one, "color", color="red")
    assert layers.size(game, one) == (2, 2)


@example("613.5", 1)
def test_gray_ogre_through_the_layers(game):
    me = game.players[0]
    ogre = game.put(card("Gray Ogre"), me)
    counters(game, ogre, "plus", 1)
    assert layers.size(game, ogre) == (3, 3)
    mod(game, ogre, "pump", 4, 4)
    assert layers.size(game, ogre) == (7, 7)
    game.put(Card("Shield", "W", frozenset({"Enchantment"}), anthem=("own", 0, 2)), me)
    assert layers.size(game, ogre) == (7, 9)
    mod(game, ogre, "base", 0, 1)
    assert layers.size(game, ogre) == (5, 8)


@example("613.9", 1)
def test_white_creatures_get_it_whatever_made_them_white(game):
    one = game.put(creature(2, 2, cost="B"), game.players[1])
    game.put(card("Crusade"), game.players[0])
    mod(game, one, "color", color="white")
    assert layers.size(game, one) == (3, 3)


@example("614.4")
def test_regeneration_comes_in_response_or_too_late(game):
    me, foe = game.players
    skeletons = game.put(card("Drudge Skeletons"), me)
    cast(game, foe, "Doom Blade", game.put(card("Grizzly Bears"), me))
    murder = cast(game, foe, "Murder", skeletons)
    stack.activate(game, me, skeletons)
    stack.resolve_all(game)
    assert skeletons.zone == BATTLEFIELD and murder.gone
    cast(game, foe, "Murder", skeletons)
    stack.resolve_all(game)
    with pytest.raises(Illegal):
        stack.activate(game, me, skeletons)


@example("614.5")
def test_two_doublers_make_it_four_times(game):
    me, foe = game.players
    game.put(card("Furnace of Rath"), me)
    game.put(card("Dictate of the Twin Gods"), me)
    bear = game.put(card("Grizzly Bears"), me)
    combat.attack(game, [bear])
    combat.block(game, {bear: []})
    combat.fight_it_out(game)
    assert foe.life == 12


@example("615.4")
def test_prevention_comes_in_response_or_too_late(game):
    me, foe = game.players
    healer, bear = game.put(card("Master Healer"), me), game.put(card("Grizzly Bears"), me)
    cast(game, foe, "Lightning Bolt", bear)
    stack.activate(game, me, healer, [bear])
    stack.resolve_all(game)
    assert bear.zone == BATTLEFIELD and bear.damage == 0
    late = game.put(card("Hill Giant"), me)
    cast(game, foe, "Shock", late)
    stack.resolve_all(game)
    late.shield = 4
    settle(game)
    assert late.damage == 2


@example("702.15e")
def test_two_lifelinkers_are_two_gains(game):
    me = game.players[0]
    attackers = [game.put(card(name), me) for name in ("Child of Night", "Healer's Hawk")]
    combat.attack(game, attackers)
    combat.block(game, {one: [] for one in attackers})
    combat.fight_it_out(game)
    assert sum(event.kind == "gains" for event in game.events) == 2 and me.life == 23


@example("702.19b", 1)
def test_trample_over_protection(game):
    me, foe = game.players
    dreadmaw = game.put(card("Colossal Dreadmaw"), me)
    blocker = game.put(creature(2, 2, "protection from green", cost="W", name="Blocker"), foe)
    combat.attack(game, [dreadmaw])
    combat.block(game, {dreadmaw: [blocker]})
    game.choices["division"] = {dreadmaw.name: {"Blocker": 1, combat.DEFENDER: 5}}
    with pytest.raises(Illegal):
        combat.step(game, False)
    game.choices["division"] = {dreadmaw.name: {"Blocker": 2, combat.DEFENDER: 4}}
    combat.step(game, False)
    assert foe.life == 16 and blocker.damage == 0


@example("702.164b")
def test_toxic_adds_up(game):
    one = game.put(creature(1, 1, "toxic 2"), game.players[0])
    mod(game, one, "grant", words=("toxic 1",))
    assert layers.number_of(game, one, "toxic") == 3


@example("704.8")
def test_undying_remembers_the_counter_of_before(game):
    wolf = game.put(card("Young Wolf"), game.players[0], plus=1)
    counters(game, wolf, "minus", 3)
    settle(game)
    assert wolf.zone == GRAVEYARD and not game.stack and wolf.successor is None


def test_how_many_of_the_examples_are_played():
    if not SHARED.is_dir():
        pytest.skip(f"the rules texts are the user's own; none in {SHARED}")
    rules = rulebook.read(SHARED)["CR"]
    modelled = re.compile(
        rf"(?:{'|'.join(CHAPTERS.split())})\..*|702\.(?:{'|'.join(KEYWORDS.split())})[a-z]?|"
        r"701\.(?:6|8|14|19|21)[a-z]?"
    )
    there = {
        (number, place)
        for number, passage in rules.passages.items()
        if modelled.fullmatch(number)
        for place in range(len(passage.examples))
    }
    assert there >= PLAYED
    share = len(PLAYED) / len(there)
    print(f"{len(PLAYED)} of {len(there)} examples of the modelled chapters ({share:.0%})")
