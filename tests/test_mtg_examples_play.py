"""The Comprehensive Rules' own examples of chapters 1 to 608: casting, combat, triggers, damage."""

import pytest

from neural.domains.mtg import combat, layers, stack, turns
from neural.domains.mtg.cards import card, parse
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Game, Illegal
from tests.mtg_table import cast, creature, example, mod


@pytest.fixture
def game():
    return Game()


@example("115.1a")
def test_a_sorcery_with_a_targeted_cycling_trigger_has_no_target_itself(game):
    me, foe = game.players
    text = (
        "Tunnel | R | Sorcery | | | cycling 2; do damage 1 all:creature; "
        "on cycled: pump -1/-1 @creature"
    )
    bear = game.put(card("Grizzly Bears"), foe)
    assert cast(game, me, text).targets == []
    stack.resolve_all(game)
    hand = game.hand(parse(text), me)
    stack.cycle(game, me, hand)
    assert [item.targets for item in game.stack] == [[], [bear]]  # the trigger is above the draw
    stack.resolve_all(game)
    assert bear.zone == GRAVEYARD and me.hand == 4  # 2/2, damaged for 1, -1/-1
    with pytest.raises(Illegal):
        stack.cycle(game, me, hand)


@example("115.7e")
def test_only_the_final_set_of_new_targets_counts(game):
    me, foe = game.players
    bear, elves = (game.put(creature(n, n, name=f"Elf {n}"), foe) for n in (2, 1))
    trail = cast(game, me, "Arc Trail", bear, elves)
    game.choices["new targets"] = [elves, elves]
    cast(game, foe, "Redirect", trail)
    with pytest.raises(Illegal):
        stack.resolve(game)
    game.choices["new targets"] = [elves, bear]
    stack.resolve_all(game)
    assert (elves.damage, bear.damage) == (2, 1)


@example("120.4d", 0)
def test_prevention_then_results_then_doubled_life(game):
    me, foe = game.players
    game.put(card("Boon Reflection"), me)
    attacker = game.put(creature(3, 3, "wither", "lifelink", name="Attacker"), me)
    blocker = game.put(creature(2, 2, name="Blocker"), foe, shield=2)
    combat.attack(game, [attacker])
    combat.block(game, {attacker: [blocker]})
    combat.fight_it_out(game)
    assert (blocker.minus, attacker.damage, me.life) == (1, 2, 22)


@example("120.4d", 1)
@pytest.mark.parametrize(("strike", "life"), [(True, 2), (False, 1)])
def test_worship_sees_what_is_left_of_the_damage(game, strike, life):
    me, foe = game.players
    foe.life = 2
    game.put(card("Worship"), foe)
    game.put(card("Grizzly Bears"), foe)
    attackers = [game.put(creature(5, 5, name=f"Attacker {n}"), me) for n in (1, 2)]
    combat.attack(game, attackers)
    combat.block(game, {one: [] for one in attackers})
    if strike:
        cast(game, foe, "Awe Strike", attackers[0])
        stack.resolve_all(game)
    combat.fight_it_out(game)
    assert foe.life == life and not game.over
    assert bool([e for e in game.events if e.kind == "floor"]) is not strike


@example("120.5")
def test_a_bolt_does_not_destroy_the_state_based_action_does(game):
    bear = game.put(card("Grizzly Bears"), game.players[1])
    cast(game, game.players[0], "Lightning Bolt", bear)
    stack.resolve_all(game)
    kinds = [event.kind for event in game.events]
    assert "sba_lethal" in kinds and "destroyed" not in kinds and bear.zone == GRAVEYARD


@example("400.6")
@pytest.mark.parametrize("zone", [GRAVEYARD, EXILE])
def test_the_archangel_goes_where_its_controller_says(zone):
    game = Game({"zone of Exquisite Archangel": zone})
    me, foe = game.players
    foe.life = 5
    angel = game.put(card("Exquisite Archangel"), foe)
    cast(game, me, "Blast | R | Instant | | | do damage 5 @player & damage 5 @creature", foe, angel)
    stack.resolve_all(game)
    assert (foe.life, angel.zone, game.over) == (20, zone, False)


@example("508.1c")
def test_two_that_cannot_attack_alone_attack_together(game):
    one, other = (game.put(card("Mogg Flunkies"), game.players[0]) for _ in range(2))
    with pytest.raises(Illegal):
        combat.attack(game, [one])
    combat.attack(game, [one, other])
    assert one.attacking and other.attacking


@example("508.1d")
@pytest.mark.parametrize("chosen", [(), (0,), (1,), (0, 1)])
def test_the_one_that_attacks_if_able_takes_the_only_place(game, chosen):
    me = game.players[0]
    game.put(parse("Arbiter | 4 | Artifact | | | one attacker"), me)
    both = [game.put(card("Goblin Brigand"), me), game.put(card("Grizzly Bears"), me)]
    if chosen == (0,):
        combat.attack(game, [both[0]])
    else:
        with pytest.raises(Illegal):
            combat.attack(game, [both[i] for i in chosen])


@example("508.2a")
def test_a_creature_that_turns_green_later_does_not_trigger(game):
    me, foe = game.players
    game.put(parse("Watcher | G | Enchantment | | | on attacks:green-creature: gain 1"), foe)
    blue, green = (game.put(creature(1, 1, cost=cost), me) for cost in "UG")
    combat.attack(game, [blue, green])
    mod(game, blue, "color", color="green")
    stack.resolve_all(game)
    assert foe.life == 21


@example("509.1b")
def test_flying_and_shadow_together(game):
    me, foe = game.players
    attacker = game.put(creature(1, 1, "flying", "shadow"), me)
    combat.attack(game, [attacker])
    with pytest.raises(Illegal):
        combat.block(game, {attacker: [game.put(creature(1, 1, "flying"), foe)]})
    combat.block(game, {attacker: [game.put(creature(1, 1, "flying", "shadow"), foe)]})


@example("509.1c")
@pytest.mark.parametrize("chosen", [(), (0,), (1,), (0, 1)])
def test_menace_and_a_creature_that_blocks_if_able(game, chosen):
    me, foe = game.players
    attacker = game.put(card("Boggart Brute"), me)
    eager = game.put(creature(1, 1, "blocks each combat if able", name="Eager"), foe)
    both = [eager, game.put(card("Grizzly Bears"), foe)]
    combat.attack(game, [attacker])
    if chosen == (0, 1):
        combat.block(game, {attacker: both})
    else:
        with pytest.raises(Illegal):
            combat.block(game, {attacker: [both[i] for i in chosen]})


@example("509.3f")
def test_a_blocker_that_turns_white_later_does_not_trigger(game):
    me, foe = game.players
    hater = parse("Hater | B | Creature | 2/2 | | on blocked:white-creature: gain 1")
    attacker = game.put(hater, me)
    black, white = (game.put(creature(1, 1, cost=cost), foe) for cost in "BW")
    combat.attack(game, [attacker])
    combat.block(game, {attacker: [black, white]})
    mod(game, black, "color", color="white")
    stack.resolve_all(game)
    assert me.life == 21


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
def test_the_same_target_twice_only_where_the_word_stands_twice(game):
    me, foe = game.players
    myr = game.put(card("Darksteel Myr"), foe)
    with pytest.raises(Illegal):
        cast(game, me, "Arc Trail", myr, myr)
    # An artifact creature stands for the artifact land: lands are not modelled.
    both = "Twice | R | Sorcery | | | do destroy @artifact & destroy @creature"
    assert cast(game, me, both, myr, myr).targets == [myr, myr]


@example("601.2h")
def test_a_cost_is_locked_in_before_it_is_paid(game):
    me = game.players[0]
    familiar = game.put(card("Thunderscape Familiar"), me)
    reap = game.hand(parse("Altar's Reap | 1B | Instant | | | cost sac creature; do draw 2"), me)
    item = stack.cast(game, me, reap, [], pay=familiar)
    assert item.cost == "B" and familiar.zone == GRAVEYARD
    other = game.hand(reap.card, me)
    assert stack.cast(game, me, other, [], pay=game.put(card("Memnite"), me)).cost == "1B"


@example("601.3a")
def test_void_winnower_and_a_spell_with_x(game):
    me, foe = game.players
    game.put(parse("Winnower | 9 | Creature | 11/9 | | opponents can't cast even spells"), me)
    thunder = game.hand(parse("Thunder | XRR | Instant | | | do damage X @any"), foe)
    growth = game.hand(card("Runeclaw Bear"), foe)
    assert stack.may_begin(game, foe, thunder) and not stack.may_begin(game, foe, growth)
    with pytest.raises(Illegal):
        stack.cast(game, foe, thunder, [me], x=2)
    assert stack.cast(game, foe, thunder, [me], x=3).cost == "3RR"


@example("601.4")
@pytest.mark.parametrize("modes", [(0,), (0, 2), (0, 1, 2)])
@pytest.mark.parametrize("kicked", [False, True])
def test_more_modes_because_the_kicker_will_be_paid(game, modes, kicked):
    me, foe = game.players
    text = (
        "Inscription | 1G | Instant | | | kicker 2G; any modes if kicked; "
        "mode counters +1 2 @creature; mode gain 3; mode fight @own-creature @foe-creature"
    )
    bear, giant = game.put(card("Grizzly Bears"), me), game.put(card("Hill Giant"), foe)
    targets = [bear, *([bear, giant] if 2 in modes else [])]
    spell = game.hand(parse(text), me)
    if len(modes) > 1 and not kicked:
        with pytest.raises(Illegal):
            stack.cast(game, me, spell, targets, modes=modes, kicked=kicked)
        return
    item = stack.cast(game, me, spell, targets, modes=modes, kicked=kicked)
    assert item.cost == ("3GG" if kicked else "1G")
    stack.resolve_all(game)
    assert bear.plus == 2 and (giant.zone == GRAVEYARD) is (2 in modes)


@example("602.1a")
def test_the_cost_is_what_stands_before_the_colon(game):
    me = game.players[0]
    font = game.put(parse("Font | 2 | Artifact | | | 2, T: gain 1"), me)
    stack.activate(game, me, font)
    assert font.tapped and game.events[0].data["cost"] == "2, T" and me.life == 20
    with pytest.raises(Illegal):
        stack.activate(game, me, font)
    stack.resolve_all(game)
    assert me.life == 21


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
