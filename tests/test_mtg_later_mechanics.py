"""One mechanic at a time, of those that came later: Equipment, costs, delayed triggers, losing."""

import pytest

from neural.domains.mtg import combat, costs, layers, library, settling, stack, turns
from neural.domains.mtg.cards import card, parse, symbols
from neural.domains.mtg.facts import facts
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Undecided
from tests.mtg_table import Table, forbidden


def made(t, player, text, *targets, **more):
    return stack.cast(t.game, player, t.game.hand(parse(text), player), list(targets), **more)


def test_equipment_stays_where_its_creature_dies_and_moves_at_sorcery_speed():
    t = Table()
    bear, giant = t.mine("Grizzly Bears"), t.mine("Hill Giant")
    sword = t.mine("Vulshok Morningstar", attached=bear)
    assert layers.size(t.game, bear) == (4, 4)
    t.cast(t.foe, "Murder", bear)
    assert forbidden(stack.activate, t.game, t.you, sword, [giant]) == {"702.6a"}
    t.resolve()
    assert sword.zone == BATTLEFIELD and sword.attached is None
    assert t.rules("unattached") == {"704.5n"}
    stack.activate(t.game, t.you, sword, [giant])
    t.resolve()
    assert layers.size(t.game, giant) == (5, 5) and t.rules("equips") == {"702.6a", "701.3a"}
    turns.next_turn(t.game)
    assert forbidden(stack.activate, t.game, t.you, sword, [giant]) == {"702.6a"}


def test_equip_targets_only_ones_own_and_shroud_stops_it():
    t = Table()
    greaves, club = t.mine("Lightning Greaves"), t.mine("Bonesplitter")
    bear, other = t.mine("Grizzly Bears"), t.theirs("Hill Giant")
    assert forbidden(stack.activate, t.game, t.you, greaves, [other]) == {"601.2c"}
    stack.activate(t.game, t.you, greaves, [bear])
    t.resolve()
    assert forbidden(stack.activate, t.game, t.you, club, [bear]) == {"702.18a"}


def test_an_equip_ability_whose_target_is_gone_leaves_the_equipment_alone():
    t = Table()
    bear, giant = t.mine("Grizzly Bears"), t.mine("Hill Giant")
    sword = t.mine("Short Sword", attached=giant)
    stack.activate(t.game, t.you, sword, [bear])
    t.cast(t.foe, "Shock", bear)
    t.resolve()
    assert sword.attached is giant and t.rules("fizzles") == {"608.2b"}


def test_protection_makes_equipment_of_that_color_come_off():
    t = Table()
    knight = t.mine("Silver Knight")  # protection from red
    club = parse("Red Club | R | Artifact Equipment | | | equip 1 +1/+0")
    club = t.game.put(club, t.you, attached=knight)
    settling.settle(t.game)
    assert club.attached is None and club.zone == BATTLEFIELD
    assert t.rules("unattached") == {"702.16d", "704.5n"}


@pytest.mark.parametrize(
    ("board", "spell", "x", "cost"),
    [
        (("Sphere of Resistance",), "Shock", 0, "1R"),
        (("Ruby Medallion",), "Lightning Bolt", 0, "R"),
        (("Ruby Medallion", "Sphere of Resistance"), "Lightning Bolt", 0, "R"),
        (("Ruby Medallion",), "Blaze", 3, "2R"),
        (("Thalia, Guardian of Thraben",), "Grizzly Bears", 0, "1G"),
        (("Thalia, Guardian of Thraben", "Glowrider"), "Divination", 0, "4U"),
        (("Goblin Electromancer",), "Divination", 0, "1U"),
        (("Thunderscape Familiar",), "Murder", 0, "BB"),
        (("Emerald Medallion",), "Memnite", 0, "0"),
    ],
)
def test_total_costs(board, spell, x, cost):
    t = Table()
    for name in board:
        t.mine(name)
    hand = t.game.hand(card(spell), t.you)
    assert costs.total(t.game, t.you, hand, x) == cost


def test_a_medallion_helps_only_its_controller():
    t = Table()
    t.mine("Ruby Medallion")
    hand = t.game.hand(card("Incinerate"), t.foe)
    assert costs.total(t.game, t.foe, hand) == "1R"


@pytest.mark.parametrize(
    ("cost", "parts", "value"),
    [("X1{G/U}R", ["X", "1", "{G/U}", "R"], 3), ("0", ["0"], 0), ("10", ["10"], 10), ("", [], 0)],
)
def test_symbols_and_mana_value(cost, parts, value):
    assert symbols(cost) == parts and parse(f"{cost} value | {cost} | Instant").value == value


def test_x_is_what_was_announced():
    t = Table()
    giant = t.theirs("Hill Giant")
    spell = made(t, t.you, "Wind | XB | Instant | | | do pump -X/-X @creature", giant, x=2)
    assert spell.cost == "2B" and costs.value(spell.source.card, 2) == 3
    t.resolve()
    assert layers.size(t.game, giant) == (1, 1)


def test_a_modal_spell_asks_for_one_mode():
    t = Table()
    bear = t.theirs("Grizzly Bears")
    text = "Abrade | 1R | Instant | | | mode damage 3 @creature; mode destroy @artifact"
    assert forbidden(made, t, t.you, text, bear) == {"601.2b"}
    assert forbidden(made, t, t.you, text, bear, modes=(1,)) == {"601.2c"}
    assert forbidden(made, t, t.you, text, bear, modes=(0,), kicked=True) == {"601.2b"}
    made(t, t.you, text, bear, modes=(0,))
    t.resolve()
    assert bear.zone == GRAVEYARD and "choose one" in facts(parse(text))


def test_what_is_exiled_until_the_end_step_comes_back_as_another_object():
    t = Table()
    bear = t.mine("Grizzly Bears", plus=2)
    t.cast(t.foe, "Murder", bear)
    t.cast(t.you, "Liberate", bear)
    t.resolve()
    assert bear.zone == EXILE and t.rules("fizzles") == {"608.2b"}
    turns.end_step(t.game)
    assert layers.size(t.game, bear.successor) == (2, 2) and not t.game.delayed
    assert "603.7b" in t.rules("triggers")


def test_a_delayed_trigger_made_in_the_end_step_waits_a_turn():
    t = Table()
    ball = t.mine("Ball Lightning")
    turns.begin_end_step(t.game)
    t.cast(t.you, "Liberate", ball)
    t.resolve()
    assert ball.zone == EXILE and ball.successor is None
    turns.next_turn(t.game)
    assert ball.zone == EXILE and ball.successor is None
    turns.end_step(t.game)
    assert ball.successor.zone == BATTLEFIELD


def test_indestructible_does_not_save_from_the_end_step():
    t = Table()
    ball = t.mine("Ball Lightning")
    t.cast(t.you, "Withstand Death", ball)
    t.resolve()
    turns.end_step(t.game)
    assert ball.zone == GRAVEYARD and t.rules("sacrificed") == {"701.21a"}


def test_a_basilisk_kills_at_the_end_of_combat_but_no_wall():
    t = Table()
    wurm, wall = t.mine("Craw Wurm"), t.mine("Wall of Fire")
    basilisk = t.theirs("Thicket Basilisk")
    t.fight((wurm, [basilisk]))
    assert wurm.zone == BATTLEFIELD and basilisk.zone == GRAVEYARD
    turns.end_combat(t.game)
    assert wurm.zone == GRAVEYARD and t.rules("destroyed") == {"701.8a"}
    again = Table()
    basilisk, wall = again.mine("Thicket Basilisk"), again.theirs("Wall of Fire")
    again.fight((basilisk, [wall]))
    turns.end_combat(again.game)
    assert wall.zone == BATTLEFIELD


@pytest.mark.parametrize(("power", "drawn"), [("Grizzly Bears", 0), ("Craw Wurm", 1)])
def test_an_upkeep_trigger_with_a_condition(power, drawn):
    t = Table()
    t.mine("Colossal Majesty")
    t.mine(power)
    before = t.you.hand
    turns.upkeep(t.game)
    t.resolve()
    assert t.you.hand - before == drawn
    assert ("no_trigger" in {e.kind for e in t.game.events}) is not bool(drawn)


def test_nobody_wins_against_a_platinum_angel_and_its_controller_does_not_lose():
    t = Table()
    t.theirs("Platinum Angel")
    t.mine("Felidar Sovereign")
    t.you.life, t.foe.life = 40, 1
    turns.upkeep(t.game)
    t.resolve()
    assert not t.game.over and t.rules("cannot_win") == {"101.2"}
    t.cast(t.you, "Char", t.foe)
    t.resolve()
    assert t.foe.life == -3 and not t.game.over
    assert "704.5a" in t.rules("cannot_lose")


def test_losing_is_replaced_once_and_worship_needs_a_creature_and_damage():
    t = Table()
    t.theirs("Exquisite Archangel")
    t.foe.life = 3
    t.cast(t.you, "Lightning Bolt", t.foe)
    t.resolve()
    assert t.foe.life == 20 and not t.game.over and "614.6" in t.rules("saved")
    t.theirs("Worship")
    bear = t.theirs("Grizzly Bears")
    t.foe.life = 2
    t.cast(t.you, "Vapor Snag", bear)  # loss of life is no damage
    t.resolve()
    t.cast(t.you, "Geth's Verdict", t.foe)
    t.resolve()
    assert t.foe.life == 0 and t.game.over


def test_a_reanimated_creature_enters_and_triggers():
    t = Table()
    monk = t.mine("Venerable Monk", zone=GRAVEYARD)
    assert forbidden(t.cast, t.foe, "Zombify", monk) >= {"601.2c"}
    t.cast(t.you, "Zombify", monk)
    t.resolve()
    assert monk.successor.zone == BATTLEFIELD and t.you.life == 22


def test_an_ability_of_the_graveyard_works_only_there():
    t = Table()
    skeleton = t.mine("Reassembling Skeleton")
    assert forbidden(stack.activate, t.game, t.you, skeleton) == {"113.6"}
    t.cast(t.foe, "Shock", skeleton)
    t.resolve()
    stack.activate(t.game, t.you, skeleton)
    t.resolve()
    assert skeleton.successor.tapped and skeleton.successor.zone == BATTLEFIELD


def test_a_land_that_is_no_creature_any_more_leaves_combat():
    t = Table()
    plane = t.game.put(parse("Plane | 2GG | Enchantment | | | lands are 1/1 creatures"), t.you)
    forest = t.mine("Forest")
    combat.attack(t.game, [forest])
    t.cast(t.you, "Giant Growth", forest)
    t.cast(t.foe, "Disenchant", plane)
    t.resolve()
    combat.fight_it_out(t.game)
    assert t.foe.life == 20 and t.rules("leaves_combat") == {"506.4"}


def test_a_new_land_has_summoning_sickness_once_it_is_a_creature():
    t = Table()
    land = stack.play_land(t.game, t.you, t.game.hand(card("Forest"), t.you))
    t.cast(t.you, "Animate Land", land)
    t.resolve()
    assert layers.size(t.game, land) == (3, 3)
    assert forbidden(combat.attack, t.game, [land]) == {"302.6"}
    turns.next_turn(t.game)
    assert not layers.is_creature(t.game, land)


def test_lifelink_of_one_source_is_one_gain():
    t = Table()
    pridemate = t.mine("Ajani's Pridemate")
    wurm = t.game.put(parse("Linker | 4G | Creature | 4/4 | trample, lifelink"), t.you)
    t.fight((wurm, [t.theirs("Grizzly Bears")]))
    t.resolve()
    assert t.you.life == 24 and pridemate.plus == 1


def test_what_leaves_at_the_same_time_still_replaces():
    t = Table()
    text = "Foremost | WBG | Creature | 4/4 | | graveyard to exile"
    t.game.put(parse(text), t.foe)
    ghoul = t.mine("Butcher Ghoul")
    t.cast(t.you, "Wrath of God")
    t.resolve()
    assert ghoul.zone == EXILE and ghoul.successor is None


def test_urzas_armor_and_a_doubler_are_ordered_by_the_player():
    for first, life in (("double", 20 - 5), ("guard", 20 - 4)):
        t = Table(first=first)
        t.theirs("Urza's Armor")
        t.mine("Furnace of Rath")
        t.cast(t.you, "Lightning Bolt", t.foe)
        t.resolve()
        assert t.foe.life == life
    t = Table()
    t.theirs("Urza's Armor")
    t.mine("Furnace of Rath")
    t.cast(t.you, "Lightning Bolt", t.foe)
    with pytest.raises(Undecided):
        t.resolve()


def test_unknown_cards_of_the_library_are_not_guessed():
    t = Table()
    with pytest.raises(Undecided):
        library.exile_top(t.game, t.you)
    t.you.top = [card("Hill Giant")]
    library.draw(t.game, t.you, 2)
    assert t.you.hand == 4 and [one.name for one in t.game.things] == ["Hill Giant"]
    assert t.game.things[0].zone == HAND and t.you.library == 38
