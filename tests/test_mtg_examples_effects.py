"""The Comprehensive Rules' own examples of chapters 613 to 704: layers, replacement, keywords."""

import pytest

from neural.domains.mtg import combat, layers, stack, turns
from neural.domains.mtg.cards import Card, card, parse
from neural.domains.mtg.counters import counters
from neural.domains.mtg.settling import settle
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, LIBRARY, Game, Illegal
from tests.mtg_table import cast, creature, example, mod


@pytest.fixture
def game():
    return Game()


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


@example("613.6", 0)
def test_one_effect_in_two_layers(game):
    me = game.players[0]
    game.put(card("Honor of the Pure"), me)
    one = game.put(creature(1, 1, cost="B", name="One"), me)
    cast(game, me, "Paint | W | Instant | | | do pump +1/+1 @creature & recolor white that", one)
    stack.resolve_all(game)
    assert layers.colors(one) == {"white"} and layers.size(game, one) == (3, 3)


@example("613.6", 1)
def test_act_of_treason(game):
    me, foe = game.players
    bear = game.put(card("Grizzly Bears"), foe, tapped=True)
    cast(game, me, "Act of Treason", bear)
    stack.resolve_all(game)
    assert bear.controller is me and not bear.tapped and layers.has(game, bear, "haste")
    combat.attack(game, [bear])  # haste, layer 6, although the control changed in layer 2


@example("613.6", 2)
def test_one_effect_makes_creatures_and_sets_their_size(game):
    me = game.players[0]
    statue = game.put(parse("Statue | 4 | Artifact"), me)
    myr = game.put(card("Darksteel Myr"), me)
    cast(game, me, "March | 3U | Instant | | | do animate 2/2 all:noncreature-artifact")
    stack.resolve_all(game)
    assert layers.types(game, statue) == {"Artifact", "Creature"}
    assert (layers.size(game, statue), layers.size(game, myr)) == ((2, 2), (0, 1))
    turns.next_turn(game)
    assert not layers.is_creature(game, statue)


@example("613.6", 3)
def test_svogthos_and_an_earlier_and_a_later_effect(game):
    me = game.players[0]
    land = game.put(parse("Svogthos | | Land | | | 3BG: animate grave self"), me)
    for _ in range(10):
        dead = game.put(card("Grizzly Bears"), me, zone=GRAVEYARD)
    make = "Make | G | Instant | | | do animate 3/3 @land"
    cast(game, me, make, land)
    stack.resolve_all(game)
    cast(game, me, "Grow | G | Instant | | | do pump +1/+1 @creature", land)
    stack.resolve_all(game)
    assert layers.size(game, land) == (4, 4)
    stack.activate(game, me, land)
    stack.resolve_all(game)
    assert layers.size(game, land) == (11, 11)
    dead.zone = EXILE
    assert layers.size(game, land) == (10, 10)
    cast(game, me, make, land)
    stack.resolve_all(game)
    assert layers.size(game, land) == (4, 4)


@example("613.7a")
def test_a_lent_ability_is_as_old_as_the_aura_and_stays_the_younger(game):
    me = game.players[0]
    bear = game.put(card("Grizzly Bears"), me)
    hammer = game.put(card("Colossus Hammer"), me)
    stack.activate(game, me, hammer, [bear])
    stack.resolve_all(game)
    assert layers.size(game, bear) == (12, 12) and not layers.has(game, bear, "flying")
    cast(game, me, "Rune | U | Aura | | | lends flying", hammer)
    stack.resolve_all(game)
    assert layers.has(game, bear, "flying")
    other = game.put(card("Serra Angel"), me)
    stack.activate(game, me, hammer, [other])
    stack.resolve_all(game)
    assert layers.has(game, other, "flying") and not layers.has(game, bear, "flying")
    assert layers.size(game, other) == (14, 14)


@example("613.9", 0)
def test_the_later_of_two_auras_wins(game):
    me = game.players[0]
    for order, result in ((("flying", "no flying"), False), (("no flying", "flying"), True)):
        one = game.put(creature(1, 1), me)
        for words in order:
            aura = parse(f"{words} | W | Aura | | | aura +0/+0 {words}")
            game.put(aura, me, attached=one)
        assert layers.has(game, one, "flying") is result
    cast(game, me, "Ground | G | Instant | | | do strip flying @creature", one)
    stack.resolve_all(game)
    assert not layers.has(game, one, "flying")


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


@example("614.12", 0)
def test_a_token_that_is_a_copy_chooses_a_color(game):
    game.choices["color of Voice"] = "red"
    text = "Voice | 2WW | Creature | 2/2 | flying | chooses a color"
    voice = game.put(parse(text), game.players[1])
    cast(game, game.players[0], "Copy | U | Sorcery | | | do copy-token @creature", voice)
    stack.resolve_all(game)
    token = game.things[-1]
    assert token.token and layers.has(game, token, "protection from red")
    assert not layers.has(game, voice, "protection from red")  # it was never asked


@example("614.12", 1)
def test_a_treefolk_from_the_graveyard_is_looked_at_as_it_enters(game):
    me, foe = game.players
    game.put(parse("Jailer | 1B | Creature | 2/1 | | graveyards lose abilities"), foe)
    treefolk, skeleton = (
        game.put(card(name), me) for name in ("Scarwood Treefolk", "Reassembling Skeleton")
    )
    for one in (treefolk, skeleton):
        one.zone = GRAVEYARD
    cast(game, me, "Zombify", treefolk)
    stack.resolve_all(game)
    assert treefolk.successor.tapped
    with pytest.raises(Illegal):
        stack.activate(game, me, skeleton)  # in the graveyard it has no abilities
    turns.next_turn(game)
    cast(game, me, "Lightning Bolt", layers.creatures(game, foe)[0])
    stack.resolve_all(game)
    stack.activate(game, me, skeleton)
    stack.resolve_all(game)
    assert skeleton.successor.tapped


@example("614.12", 2)
def test_orb_of_dreams_does_not_tap_itself(game):
    me = game.players[0]
    orb = game.hand(parse("Orb | 3 | Artifact | | | permanents enter tapped"), me)
    bear = game.hand(card("Grizzly Bears"), me)
    for one in (orb, bear):
        stack.cast(game, me, one)
        stack.resolve_all(game)
    assert not orb.successor.tapped and bear.successor.tapped


@example("614.13a")
def test_what_enters_together_cannot_be_exiled_for_it(game):
    me = game.players[0]
    text = (
        "Ghoul | 4BBB | Creature | 0/0 | trample | exiles creature cards as it enters; size exiled"
    )
    ghoul, bear, giant = (
        game.put(parse(text) if name == "Ghoul" else card(name), me)
        for name in ("Ghoul", "Runeclaw Bear", "Hill Giant")
    )
    for one in (ghoul, bear):
        one.zone = GRAVEYARD
    game.choices["exiles of Ghoul"] = [bear]
    back = "Back | 5B | Sorcery | | | do reanimate-all"
    cast(game, me, back)
    with pytest.raises(Illegal):
        stack.resolve(game)
    again = Game()
    ghoul, giant = (again.put(one.card, again.players[0]) for one in (ghoul, giant))
    ghoul.zone = giant.zone = GRAVEYARD
    again.choices["exiles of Ghoul"] = [giant]
    cast(again, again.players[0], "Zombify", ghoul)
    stack.resolve_all(again)
    assert giant.zone == EXILE and layers.size(again, ghoul.successor) == (3, 3)


@example("614.13b")
@pytest.mark.parametrize(("three", "five", "size"), [(0, 0, 3), (1, 0, 6), (0, 1, 8), (1, 1, None)])
def test_the_same_bear_is_not_devoured_twice(game, three, five, size):
    me = game.players[0]
    bear = game.put(card("Runeclaw Bear"), me)
    elder = game.hand(parse("Elder | 2RR | Creature | 3/3 | devour 3"), me)
    elder.gained = frozenset({"devour 5"})  # as a plane gives it to the spell
    game.choices |= {"devour 3 of Elder": [bear] * three, "devour 5 of Elder": [bear] * five}
    stack.cast(game, me, elder)
    if size is None:
        with pytest.raises(Illegal):
            stack.resolve(game)
        return
    stack.resolve_all(game)
    assert layers.size(game, elder.successor) == (size, size)
    assert (bear.zone == GRAVEYARD) is bool(three or five)


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


@example("615.10")
def test_daunting_defender_takes_one_of_each_damage(game):
    foe, me = game.players
    game.put(card("Daunting Defender"), me)
    text = "Cleric | W | Creature Cleric | 1/3"
    clerics = [game.put(parse(text), player) for player in (me, me, foe)]
    plain = game.put(creature(3, 3), me)
    cast(game, foe, "Pyroclasm")
    stack.resolve_all(game)
    assert [one.damage for one in clerics] == [1, 1, 2] and plain.damage == 2


@example("615.11")
def test_the_shields_are_fixed_on_resolution(game):
    foe, me = game.players
    apothecary = game.put(card("Wojek Apothecary"), me)
    white, black, both = (game.put(creature(1, 3, cost=c, name=c), foe) for c in ("W", "B", "WB"))
    stack.activate(game, me, apothecary, [white])
    stack.resolve_all(game)
    mod(game, black, "color", color="white")
    mod(game, both, "color", color="black")
    late = game.put(creature(1, 3, cost="W", name="Late"), foe)
    cast(game, foe, "Tremor")
    stack.resolve_all(game)
    found = {one.name: one.damage for one in (apothecary, white, both, black, late)}
    assert found == {"Wojek Apothecary": 0, "W": 0, "WB": 0, "B": 1, "Late": 1}


@example("616.1f", 0)
@pytest.mark.parametrize("first", [EXILE, LIBRARY])
def test_the_controller_orders_two_replacements(first):
    game = Game({"first": first})
    me, foe = game.players
    game.put(card("Rest in Peace"), foe)
    one = game.put(parse("Returner | G | Creature | 2/2 | | library if dies"), me)
    cast(game, foe, "Murder", one)
    stack.resolve_all(game)
    assert one.zone == first


@example("616.1f", 1)
def test_a_sentinel_that_enters_as_a_copy_is_not_tapped(game):
    me, foe = game.players
    text = "Essence | 3GGG | Creature | 6/6 | | creatures enter as a copy of it"
    game.put(parse(text), me)
    sentinel = "Sentinel | 4 | Artifact Creature | 3/4 | | enters tapped"
    for player, tapped, size in ((me, False, (6, 6)), (foe, True, (3, 4))):
        game.turn = player.seat
        new = cast(game, player, sentinel)
        stack.resolve_all(game)
        new = new.source.successor
        assert new.tapped is tapped and layers.size(game, new) == size


@example("616.1g")
def test_more_tokens_first_then_each_chooses(game):
    me = game.players[0]
    colors = iter(["red", "blue"])
    game.choices["color of Voice"] = lambda game: next(colors)
    game.put(card("Doubling Season"), me)
    voice = game.put(parse("Voice | 2WW | Creature | 2/2 | flying | chooses a color"), me)
    cast(game, me, "Copy | U | Sorcery | | | do copy-token @creature", voice)
    stack.resolve_all(game)
    tokens = [one for one in game.things if one.token]
    assert [sorted(one.gained) for one in tokens] == [
        ["protection from red"],
        ["protection from blue"],
    ]
    kinds = [event.kind for event in game.events]
    assert kinds.index("more_tokens") < kinds.index("chooses_color")


@example("616.2")
def test_life_becomes_a_draw_becomes_a_card_from_the_graveyard(game):
    me = game.players[0]
    for static in ("returns a card instead of drawing", "draws instead of gaining life"):
        game.put(parse(f"{static} | 2 | Artifact | | | {static}"), me)
    dead = game.put(card("Grizzly Bears"), me, zone=GRAVEYARD)
    cast(game, me, "Sip | W | Instant | | | do gain 1")
    stack.resolve_all(game)
    assert (me.life, me.library, dead.zone) == (20, 40, HAND)


@example("702.15e")
def test_two_lifelinkers_are_two_gains(game):
    me = game.players[0]
    attackers = [game.put(card(name), me) for name in ("Child of Night", "Healer's Hawk")]
    combat.attack(game, attackers)
    combat.block(game, {one: [] for one in attackers})
    pridemate = game.put(card("Ajani's Pridemate"), me)
    combat.fight_it_out(game)
    stack.resolve_all(game)
    assert me.life == 23 and pridemate.plus == 2


@example("702.19b", 0)
@pytest.mark.parametrize("over", [2, 3])
def test_what_the_other_attacker_assigns_counts_as_well(game, over):
    me, foe = game.players
    small, big = (
        game.put(creature(1, 1, name="S"), me),
        game.put(creature(3, 3, "trample", name="T"), me),
    )
    double = game.put(creature(2, 2, "can block an additional creature", name="Double"), foe)
    combat.attack(game, [small, big])
    with pytest.raises(Illegal):
        combat.block(game, {one: [game.put(creature(2, 2), foe)] * 2 for one in (small, big)})
    combat.block(game, {small: [double], big: [double]})
    game.choices["division"] = {
        "T": {"Double": 3 - over, combat.DEFENDER: over},
        "Double": {"S": 1, "T": 1},
    }
    if over == 3:
        with pytest.raises(Illegal):
            combat.step(game, False)
        return
    combat.step(game, False)
    assert foe.life == 18 and double.zone == small.zone == GRAVEYARD and big.damage == 1


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


@example("704.4")
def test_maro_lives_through_an_empty_hand(game):
    me = game.players[0]
    me.hand = 2
    maro = game.put(parse("Maro | 2GG | Creature | 0/0 | | size hand"), me)
    assert layers.size(game, maro) == (2, 2)
    game.put(parse("Hoard | U | Enchantment | | | on empty-hand: draw 1"), me)
    cast(game, me, "Wheel | 2R | Sorcery | | | do discard-draw 7")
    stack.resolve(game)
    assert maro.zone == BATTLEFIELD and layers.size(game, maro) == (7, 7)
    assert [item.name for item in game.stack] == ["Hoard"]


@example("704.7")
def test_one_mirror_for_two_losses(game):
    foe = game.players[1]
    foe.life, foe.library, foe.hand = 1, 1, 3
    mirror = game.put(card("Lich's Mirror"), foe)
    game.put(card("Grizzly Bears"), foe)
    for _ in range(4):
        game.put(card("Memnite"), foe, zone=GRAVEYARD)
    cast(game, foe, "Doom | B | Instant | | | do draw 2 & lose 2 you")
    stack.resolve_all(game)
    assert (foe.life, foe.hand, game.over) == (20, 7, False)
    assert mirror.zone == LIBRARY and not layers.creatures(game)
    assert foe.library == 4  # two permanents, four in hand, five in the graveyard, less seven


@example("704.8")
def test_undying_remembers_the_counter_of_before(game):
    wolf = game.put(card("Young Wolf"), game.players[0], plus=1)
    counters(game, wolf, "minus", 3)
    settle(game)
    assert wolf.zone == GRAVEYARD and not game.stack and wolf.successor is None
