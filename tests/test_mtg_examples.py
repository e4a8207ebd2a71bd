"""The Comprehensive Rules' own examples, as far as the engine has what they need.

Each test names the rule and which of its examples it plays; where the user's rules are present,
the share of the modelled chapters' examples is counted.
"""

import re
from pathlib import Path

import pytest

from neural.domains.mtg import combat, layers, rulebook, stack
from neural.domains.mtg.cards import Card, card, parse
from neural.domains.mtg.effects import counters
from neural.domains.mtg.settling import settle
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, LIBRARY, Game, Illegal, Mod

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
    """Casts a card of the table, or one that is written here in its notation."""
    made = parse(name) if "|" in name else card(name)
    return stack.cast(game, player, game.hand(made, player), list(targets))


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
def test_the_same_target_twice_only_where_the_word_stands_twice(game):
    me, foe = game.players
    myr = game.put(card("Darksteel Myr"), foe)
    with pytest.raises(Illegal):
        cast(game, me, "Arc Trail", myr, myr)
    # An artifact creature stands for the artifact land: lands are not modelled.
    both = "Twice | R | Sorcery | | | do destroy @artifact & destroy @creature"
    assert cast(game, me, both, myr, myr).targets == [myr, myr]


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
    pridemate = game.put(card("Ajani's Pridemate"), me)
    combat.fight_it_out(game)
    stack.resolve_all(game)
    assert me.life == 23 and pridemate.plus == 2


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


@example("608.2j")
@pytest.mark.parametrize(("which", "dies"), [("black", True), ("nonblack", False)])
def test_a_white_and_black_creature_is_black(game, which, dies):
    both = game.put(creature(2, 2, cost="WB"), game.players[1])
    cast(game, game.players[0], f"Purge | B | Sorcery | | | do destroy all:{which}-creature")
    stack.resolve_all(game)
    assert (both.zone == GRAVEYARD) is dies


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


@example("614.12", 2)
def test_orb_of_dreams_does_not_tap_itself(game):
    me = game.players[0]
    orb = game.hand(parse("Orb | 3 | Artifact | | | permanents enter tapped"), me)
    bear = game.hand(card("Grizzly Bears"), me)
    for one in (orb, bear):
        stack.cast(game, me, one)
        stack.resolve_all(game)
    assert not orb.successor.tapped and bear.successor.tapped


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


# What the other examples of these chapters need that the engine does not have.
MISSING = {
    "abilities in the graveyard": [("115.1a", 0), ("614.12", 1), ("614.13a", 0)],
    "lands": [("603.6b", 0), ("613.6", 3), ("608.3e", 0)],
    "costs in mana": [("601.2h", 0), ("608.2i", 0), ("614.13c", 0)],
    "cards with X, modes, kicker, bestow, morph or adventures": [
        *(("601.3a", 0), ("601.3b", 0), ("601.3e", 0), ("601.3e", 1), ("601.4", 0)),
    ],
    "known cards in hand or library": [
        *(("603.8", 0), ("603.11", 0), ("608.2f", 1), ("616.2", 0), ("704.4", 0), ("704.7", 0)),
    ],
    "delayed and reflexive triggers": [
        *(("603.7a", 0), ("603.7a", 1), ("603.7c", 0), ("603.12", 0), ("608.2k", 0)),
    ],
    "conditions of triggers": [("603.4", 0)],
    "copies and tokens": [("614.12", 0), ("616.1f", 1), ("616.1g", 0)],
    "changes of type": [("613.6", 2)],
    "Equipment": [("613.7a", 0)],
    "creature types": [("615.10", 0)],
    "shields for what shares a color": [("615.11", 0)],
    "blocking two attackers with one creature": [("702.19b", 0)],
    "planeswalkers": [("702.19c", 0)],
    "replacing a loss of life or of the game": [("120.4d", 1), ("400.6", 0)],
    "payments that are offered while resolving": [("608.2d", 0)],
    "three players": [("608.2f", 0)],
    "devour": [("614.13b", 0)],
}


def test_how_many_of_the_examples_are_played():
    missing = [one for many in MISSING.values() for one in many]
    assert len(missing) == len(set(missing)) and not PLAYED & set(missing)
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
    assert there == PLAYED | set(missing)
    share = len(PLAYED) / len(there)
    print(f"{len(PLAYED)} of {len(there)} examples of the modelled chapters ({share:.0%})")
