"""The Comprehensive Rules' own examples of chapters 1 to 602: damage, combat, casting."""

import pytest

from neural.domains.mtg import combat, layers, stack
from neural.domains.mtg.cards import card, parse
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, Game, Illegal
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


@example("601.3b")
def test_a_bestow_card_may_be_begun_as_though_it_had_flash(game):
    foe, me = game.players  # the other player's turn
    text = "Satyr | 1R | Creature Enchantment | 2/1 | haste | bestow 3R +2/+1 haste"
    satyr = game.hand(parse(text), me)
    bear = game.put(card("Grizzly Bears"), me)
    assert not stack.may_begin(game, me, satyr)
    game.put(parse("Seer | 1U | Creature | 1/1 | | its controller's Auras have flash"), me)
    assert stack.may_begin(game, me, satyr)
    with pytest.raises(Illegal):
        stack.cast(game, me, satyr)
    assert satyr.card.is_creature  # as before the attempt
    assert stack.cast(game, me, satyr, [bear], way="bestow").cost == "3R"
    stack.resolve_all(game)
    aura = satyr.successor
    assert layers.size(game, bear) == (4, 3) and not layers.is_creature(game, aura)
    cast(game, foe, "Murder", bear)
    stack.resolve_all(game)
    assert aura.zone == BATTLEFIELD and layers.size(game, aura) == (2, 1)  # no longer bestowed


def test_a_bestowed_spell_without_its_target_resolves_as_a_creature(game):
    me, foe = game.players
    text = "Satyr | 1R | Creature Enchantment | 2/1 | haste | bestow 3R +2/+1 haste"
    satyr, bear = game.hand(parse(text), me), game.put(card("Grizzly Bears"), me)
    stack.cast(game, me, satyr, [bear], way="bestow")
    cast(game, foe, "Shock", bear)
    stack.resolve_all(game)
    assert layers.is_creature(game, satyr.successor) and satyr.successor.attached is None


HORDE = "Horde | 5GG | Creature | 7/7 | | its controller may cast creatures from the library"
MELEK = (
    "Melek | 4UR | Creature | 2/4 | | "
    "its controller may cast instants and sorceries from the library"
)


@example("601.3e", 0)
def test_a_noncreature_card_with_morph_from_the_library(game):
    me = game.players[0]
    game.put(parse(HORDE), me)
    me.top = [parse("Hidden | 2U | Artifact | | | morph 1U")]
    with pytest.raises(Illegal):
        stack.cast_from_top(game, me)
    item = stack.cast_from_top(game, me, way="morph")
    assert item.cost == "3" and not me.top and me.library == 39
    stack.resolve_all(game)
    one = item.source.successor
    assert layers.size(game, one) == (2, 2) and not layers.colors(one)
    stack.turn_up(game, me, one)
    assert one.name == "Hidden" and not layers.is_creature(game, one)
    with pytest.raises(Illegal):
        stack.turn_up(game, me, one)


@example("601.3e", 1)
@pytest.mark.parametrize(("permission", "way"), [(MELEK, "adventure"), (HORDE, "")])
def test_an_adventurer_card_is_looked_at_as_it_is_cast(game, permission, way):
    me, foe = game.players
    wurm = game.put(card("Craw Wurm"), foe)
    game.put(parse(permission), me)
    killer = (
        "Giant Killer | W | Creature | 1/2 | | "
        "adventure Chop Down, 2W Instant: destroy @power>=4-creature"
    )
    me.top = [parse(killer)]
    other, aims = ("" if way else "adventure"), ([wurm] if way else [])
    with pytest.raises(Illegal):
        stack.cast_from_top(game, me, way=other, targets=[] if way else [wurm])
    assert me.library == 40 and len(me.top) == 1
    item = stack.cast_from_top(game, me, way=way, targets=aims)
    stack.resolve_all(game)
    if way:
        assert wurm.zone == GRAVEYARD and item.source.zone == EXILE
        assert item.source.name == "Giant Killer"
    else:
        assert layers.size(game, item.source.successor) == (1, 2) and wurm.zone == BATTLEFIELD


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
