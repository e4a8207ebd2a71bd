"""The Comprehensive Rules' own examples of chapters 603 to 608: triggers and resolving."""

import pytest

from neural.domains.mtg import combat, layers, stack, turns
from neural.domains.mtg.cards import card, parse
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Game, Illegal
from tests.mtg_table import cast, creature, example, mod


@pytest.fixture
def game():
    return Game()


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


@example("603.2e")
def test_becomes_tapped(game):
    me = game.players[0]
    drummer = parse("Drummer | W | Creature | 1/1 | | on tapped: gain 1")
    one = game.put(drummer, me)
    game.put(parse("Orb | 3 | Artifact | | | permanents enter tapped"), me)
    cast(game, me, "Pressure Point", one)
    stack.resolve_all(game)
    cast(game, me, "Pressure Point", one)  # it is tapped already
    cast_creature = game.hand(drummer, me)
    stack.resolve_all(game)
    stack.cast(game, me, cast_creature)  # it enters tapped, it does not become so
    stack.resolve_all(game)
    assert me.life == 21 and cast_creature.successor.tapped


@example("603.2g")
def test_damage_that_is_all_prevented_triggers_nothing(game):
    me, foe = game.players
    fungus = game.put(card("Fungusaur"), me, shield=3)
    cast(game, foe, "Lightning Bolt", fungus)
    stack.resolve_all(game)
    assert fungus.plus == 0
    fungus.shield = 1
    cast(game, foe, "Shock", fungus)
    stack.resolve_all(game)
    assert (fungus.plus, fungus.damage) == (1, 1)


@example("603.4")
@pytest.mark.parametrize(
    ("before", "damage", "wins"), [(39, 0, False), (40, 3, False), (40, 0, True)]
)
def test_felidar_sovereign_counts_twice(game, before, damage, wins):
    me, foe = game.players
    game.put(card("Felidar Sovereign"), me)
    me.life = before
    turns.upkeep(game)
    assert bool(game.stack) is (before >= 40)
    if damage:
        cast(game, foe, "Lightning Bolt", me)
    stack.resolve_all(game)
    assert game.over is wins and not game.stack


@example("603.6b")
def test_a_land_that_is_a_creature_enters_as_one(game):
    me, foe = game.players
    game.put(card("Soul Warden"), foe)
    forest = parse("Forest | | Basic Land")
    stack.play_land(game, me, game.hand(forest, me))
    stack.resolve_all(game)
    assert foe.life == 20
    game.put(parse("Plane | 2GG | Enchantment | | | lands are 1/1 creatures"), me)
    land = stack.play_land(game, me, game.hand(forest, me))
    stack.resolve_all(game)
    assert foe.life == 21 and layers.size(game, land) == (1, 1)
    game.put(parse("Dress | 1U | Enchantment | | | creatures lose all abilities"), foe)
    cast(game, me, "Venerable Monk")
    stack.resolve_all(game)
    assert (me.life, foe.life) == (20, 21)  # neither the Monk's ability nor the Warden's


@example("603.7a", 0)
def test_what_left_before_is_not_waited_for(game):
    me, foe = game.players
    one = game.put(parse("One | W | Creature | 1/1 | | T: at leaves self => gain 2"), me)
    stack.activate(game, me, one)
    cast(game, foe, "Unsummon", one)
    stack.resolve_all(game)
    assert me.life == 20
    other = game.put(one.card, me)
    stack.activate(game, me, other)
    stack.resolve_all(game)
    cast(game, foe, "Unsummon", other)
    stack.resolve_all(game)
    assert me.life == 22


@example("603.7a", 1)
def test_an_untapping_before_the_effect_does_not_count(game):
    me = game.players[0]
    bear = game.put(card("Grizzly Bears"), me, tapped=True)
    source = game.put(parse("Source | 1 | Artifact | | | 1: at untaps @creature => gain 2"), me)
    untap = "Untap | U | Instant | | | do untap @creature"
    stack.activate(game, me, source, [bear])
    cast(game, me, untap, bear)
    stack.resolve_all(game)
    assert me.life == 20 and not bear.tapped
    bear.tapped = True
    cast(game, me, untap, bear)
    stack.resolve_all(game)
    assert me.life == 22


@example("603.7c")
@pytest.mark.parametrize("way", ["changed", "gone"])
def test_a_delayed_exile_finds_the_same_object_only(game, way):
    me, foe = game.players
    bear = game.put(card("Grizzly Bears"), foe)
    cast(
        game, me, "Doom | B | Sorcery | | | do tap @creature & at end-step that => exile that", bear
    )
    stack.resolve_all(game)
    if way == "changed":
        mod(game, bear, "still")
        turns.end_step(game)
        assert not layers.is_creature(game, bear) and bear.zone == EXILE
    else:
        cast(game, foe, "Cloudshift", bear)
        stack.resolve_all(game)
        turns.end_step(game)
        assert bear.successor.zone == BATTLEFIELD


@example("603.8")
def test_an_empty_hand_triggers_once_until_it_has_left_the_stack(game):
    me = game.players[0]
    me.hand = 0
    game.put(parse("Hoard | U | Enchantment | | | on empty-hand: draw 1"), me)
    cast(game, me, "Memnite")
    assert [item.name for item in game.stack] == ["Memnite", "Hoard"]
    stack.resolve_all(game)
    assert me.hand == 1
    cast(game, me, "Windfall | 2U | Sorcery | | | do discard-draw")  # the hand is empty in between
    stack.resolve(game)
    assert [item.name for item in game.stack] == ["Hoard"] and me.hand == 1
    stack.resolve_all(game)
    assert me.hand == 2


@example("603.10a")
def test_what_leaves_at_the_same_time_sees_the_creatures_die(game):
    artist = game.put(card("Blood Artist"), game.players[0])
    for name in ("Grizzly Bears", "Hill Giant"):
        game.put(card(name), game.players[1])
    game.choices["targets"] = {"Blood Artist": game.players[1]}
    cast(game, game.players[0], "Day of Judgment")
    stack.resolve_all(game)
    assert artist.zone == GRAVEYARD and game.players[0].life == 23


@example("603.11")
@pytest.mark.parametrize(("types", "hand"), [("Basic Land", 2), ("Creature", 1)])
def test_the_first_card_drawn_is_revealed(game, types, hand):
    me = game.players[0]
    me.hand = 0
    me.top = [parse(f"Top | | {types}{' | 1/1' if types == 'Creature' else ''}")]
    text = "Rowen | 2GG | Enchantment | | | reveals the first draw; on reveals-basic-land: draw 1"
    game.put(parse(text), me)
    cast(game, me, "Read | U | Instant | | | do draw 1")
    stack.resolve_all(game)
    assert layers.in_hand(game, me) == hand
    me.top = [parse("Top | | Basic Land")]
    cast(game, me, "Read | U | Instant | | | do draw 1")  # no longer the first of the turn
    stack.resolve_all(game)
    assert layers.in_hand(game, me) == hand + 1


@example("603.12")
def test_a_reflexive_ability_wants_the_sacrifice_of_its_own_ability(game):
    me, foe = game.players
    game.put(card("Nantuko Husk"), me)
    bear = game.put(card("Grizzly Bears"), me)
    manticore = (
        "Manticore | 2RR | Creature | 4/3 | | "
        "on enters: may-sac other-own-creature => damage power @any"
    )
    game.choices |= {"sacrifices": None, "targets": {"Manticore": foe}}
    cast(game, me, manticore)
    stack.resolve(game)
    assert len(game.stack) == 1
    husk = next(one for one in layers.creatures(game, me) if one.name == "Nantuko Husk")
    stack.activate(game, me, husk, pay=bear)  # a sacrifice for another reason
    stack.resolve_all(game)
    assert foe.life == 20
    game.choices["sacrifices"] = husk
    cast(game, me, manticore)
    stack.resolve(game)
    stack.resolve(game)
    assert [item.targets for item in game.stack] == [[foe]] and husk.zone == GRAVEYARD
    stack.resolve_all(game)
    assert foe.life == 16  # 2/2 and +2/+2 before


@example("608.2b")
def test_sorins_thirst_without_legal_target_gains_no_life(game):
    me, foe = game.players
    bear = game.put(card("Grizzly Bears"), foe)
    cast(game, me, "Sorin's Thirst", bear)
    mod(game, bear, "grant", words=("protection from black",))
    stack.resolve_all(game)
    assert me.life == 20 and bear.damage == 0


@example("608.2b", 1)
def test_a_target_that_is_illegal_for_one_part_only(game):
    me, foe = game.players
    # An artifact stands for the land: lands are not modelled.
    text = "Spores | 4BB | Sorcery | | | do bury @nonblack-creature & bury @artifact"
    statue = game.put(card("Clay Statue"), foe)
    stack.activate(game, foe, statue)  # regeneration does not help
    stack.resolve_all(game)
    spores = cast(game, me, text, statue, statue)
    mod(game, statue, "color", color="black")
    stack.resolve_all(game)
    [resolved] = [e for e in game.events if e.kind == "resolves" and e.data["item"] is spores]
    assert resolved.data["legal"] == [False, True] and statue.zone == GRAVEYARD


@example("608.2d")
def test_nobody_can_choose_to_sacrifice_what_there_is_not(game):
    me, foe = game.players
    text = "Bargain | B | Sorcery | | | do sac-or own-creature => lose 4 you"
    cast(game, me, text)
    stack.resolve_all(game)
    assert me.life == 16
    game.choices["sacrifices"] = game.put(card("Grizzly Bears"), foe)
    cast(game, me, text)
    with pytest.raises(Illegal):
        stack.resolve(game)


@example("608.2f", 1)
def test_one_target_after_the_other(game):
    me, foe = game.players
    bear = game.put(creature(5, 5), foe)
    me.top = [card("Grizzly Bears"), card("Hill Giant")]
    game.choices["order of targets"] = [bear, foe]
    cast(game, me, "Soulfire | R | Sorcery | | | do erupt @player @creature", foe, bear)
    stack.resolve_all(game)
    assert (bear.damage, foe.life) == (2, 16) and me.library == 38


@example("608.2i")
def test_a_creature_attacked_with_counts_whatever_it_is_now(game):
    me = game.players[0]
    bear = game.put(card("Grizzly Bears"), me)
    combat.attack(game, [bear])
    mod(game, bear, "still")
    turns.end_combat(game)
    assert cast(game, me, "Search Party Captain").cost == "2W"
    turns.next_turn(game)
    turns.next_turn(game)
    assert cast(game, me, "Search Party Captain").cost == "3W"


@example("608.2j")
@pytest.mark.parametrize(("which", "dies"), [("black", True), ("nonblack", False)])
def test_a_white_and_black_creature_is_black(game, which, dies):
    both = game.put(creature(2, 2, cost="WB"), game.players[1])
    cast(game, game.players[0], f"Purge | B | Sorcery | | | do destroy all:{which}-creature")
    stack.resolve_all(game)
    assert (both.zone == GRAVEYARD) is dies


@example("608.2k")
def test_wall_of_tears_returns_it_whatever_it_is(game):
    me, foe = game.players
    wall, bear = game.put(card("Wall of Tears"), foe), game.put(card("Grizzly Bears"), me)
    combat.attack(game, [bear])
    combat.block(game, {bear: [wall]})
    mod(game, bear, "still")
    stack.resolve_all(game)
    turns.end_combat(game)
    assert bear.zone == HAND


@example("608.3e")
def test_a_copy_that_cannot_enter_goes_to_the_graveyard(game):
    me, foe = game.players
    arbor = game.put(parse("Arbor | | Land Creature | 1/1"), foe)
    game.put(parse("Worms | 3BB | Creature | 7/7 | | lands can't enter"), foe)
    clone = parse("Clone | 3U | Creature | 0/0 | | enters as a copy of a creature")
    for model, zone in ((arbor, GRAVEYARD), (game.put(card("Serra Angel"), foe), BATTLEFIELD)):
        game.choices["copy of Clone"] = model
        item = cast(game, me, "Clone | 3U | Creature | 0/0 | | enters as a copy of a creature")
        stack.resolve_all(game)
        last = item.source.successor or item.source
        assert last.zone == zone
    assert last.card is not clone and layers.size(game, last) == (4, 4)
