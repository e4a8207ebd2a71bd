"""The rules engine against rulings that are known, brute force, and invariants."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.mtg_combat import compare
from neural.domains.mtg import combat, layers, legal, solver, stack
from neural.domains.mtg.cards import card, cards
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Game, Illegal, Undecided
from tests.mtg_table import Table, forbidden


def test_the_table_has_enough_cards_and_the_engine_knows_each_verb():
    from neural.domains.mtg.effects import VERBS

    assert len(cards()) >= 200
    for one in cards().values():
        ops = [*one.ops, *(op for ability in one.abilities for op in ability.ops)]
        assert all(op.verb in VERBS for op in ops), one.name


def test_a_response_resolves_first_and_saves_the_creature():
    t = Table()
    bear = t.mine("Grizzly Bears")
    t.cast(t.foe, "Lightning Bolt", bear)
    t.cast(t.you, "Giant Growth", bear)
    t.resolve()
    assert bear.zone == BATTLEFIELD and bear.damage == 3 and layers.size(t.game, bear) == (5, 5)


def test_growth_after_the_bolt_is_too_late():
    t = Table()
    bear = t.mine("Grizzly Bears")
    t.cast(t.you, "Giant Growth", bear)
    t.cast(t.foe, "Lightning Bolt", bear)
    t.resolve()
    assert bear.zone == GRAVEYARD
    assert t.rules("fizzles") == {"608.2b"}


def test_a_spell_does_what_it_can_to_the_targets_left():
    t = Table()
    bear = t.theirs("Grizzly Bears")
    t.cast(t.you, "Arc Trail", bear, t.foe)
    t.cast(t.foe, "Unsummon", bear)
    t.resolve()
    assert bear.zone == HAND and t.foe.life == 19


def test_a_countered_spell_does_nothing():
    t = Table()
    bolt = t.cast(t.you, "Lightning Bolt", t.foe)
    t.cast(t.foe, "Counterspell", bolt)
    t.resolve()
    assert t.foe.life == 20 and bolt.source.zone == GRAVEYARD


@pytest.mark.parametrize(("pays", "life"), [(True, 17), (False, 20)])
def test_counter_unless_is_a_choice(pays, life):
    t = Table(pays=pays)
    bolt = t.cast(t.you, "Lightning Bolt", t.foe)
    t.cast(t.foe, "Mana Leak", bolt)
    t.resolve()
    assert t.foe.life == life


def test_an_open_choice_is_not_guessed():
    t = Table()
    bolt = t.cast(t.you, "Lightning Bolt", t.foe)
    t.cast(t.foe, "Mana Leak", bolt)
    with pytest.raises(Undecided):
        t.resolve()


def test_deathtouch_and_trample_need_one_damage_a_blocker():
    t = Table()
    rhino, wall = t.mine("Stampeding Rhino"), t.theirs("Wall of Stone")
    combat_card = t.game.hand(card("Giant Growth"), t.you)
    assert combat_card.zone == HAND
    rhino.mods.append(_grant(t.game, "deathtouch"))
    t.fight((rhino, [wall]))
    assert t.foe.life == 17 and wall.zone == GRAVEYARD
    assert {"702.19b", "702.2c"} <= t.rules("tramples")


def _grant(game, word):
    from neural.domains.mtg.state import Mod

    return Mod(game.next_stamp(), "grant", 0, 0, frozenset({word}), None, 0)


def test_protection_does_not_count_for_lethal_damage_of_trample():
    t = Table()
    beast, knight = t.mine("Charging Monstrosaur"), t.theirs("Silver Knight")
    t.fight((beast, [knight]))
    assert t.foe.life == 17  # 2 are assigned to the knight, and prevented
    assert knight.zone == BATTLEFIELD and t.rules("protected") == {"702.16e", "615.6"}


def test_first_strike_kills_before_it_is_hit():
    t = Table()
    knight, bear = t.mine("Youthful Knight"), t.theirs("Grizzly Bears")
    t.fight((knight, [bear]))
    assert knight.zone == BATTLEFIELD and bear.zone == GRAVEYARD


def test_a_blocked_creature_stays_blocked():
    t = Table()
    bear, lion = t.mine("Grizzly Bears"), t.theirs("Silvercoat Lion")
    combat.attack(t.game, [bear])
    combat.block(t.game, {bear: [lion]})
    t.cast(t.foe, "Unsummon", lion)
    t.resolve()
    combat.fight_it_out(t.game)
    assert t.foe.life == 20


def test_a_trampler_without_blocker_hits_with_everything():
    t = Table()
    mammoth, lion = t.mine("War Mammoth"), t.theirs("Silvercoat Lion")
    combat.attack(t.game, [mammoth])
    combat.block(t.game, {mammoth: [lion]})
    t.cast(t.foe, "Unsummon", lion)
    t.resolve()
    combat.fight_it_out(t.game)
    assert t.foe.life == 17


def test_damage_is_divided_freely_among_blockers():
    t = Table(division={"Spined Wurm": {"Grizzly Bears": 1, "Hill Giant": 4}})
    wurm, bear, giant = t.mine("Spined Wurm"), t.theirs("Grizzly Bears"), t.theirs("Hill Giant")
    t.fight((wurm, [bear, giant]))
    assert bear.zone == BATTLEFIELD and giant.zone == GRAVEYARD and wurm.zone == GRAVEYARD


def test_a_division_that_does_not_add_up_is_illegal():
    t = Table(division={"Spined Wurm": {"Grizzly Bears": 1, "Hill Giant": 3}})
    wurm, bear, giant = t.mine("Spined Wurm"), t.theirs("Grizzly Bears"), t.theirs("Hill Giant")
    combat.attack(t.game, [wurm])
    combat.block(t.game, {wurm: [bear, giant]})
    assert forbidden(combat.fight_it_out, t.game) == {"510.1c"}


def test_regeneration_saves_from_destruction_not_from_toughness_0():
    t = Table()
    skeletons = t.mine("Drudge Skeletons")
    stack.activate(t.game, t.you, skeletons)
    t.resolve()
    t.cast(t.foe, "Murder", skeletons)
    t.resolve()
    assert skeletons.zone == BATTLEFIELD and skeletons.tapped
    stack.activate(t.game, t.you, skeletons)
    t.resolve()
    t.cast(t.foe, "Last Gasp", skeletons)
    t.resolve()
    assert skeletons.zone == GRAVEYARD and t.rules("sba_toughness") == {"704.5f"}


def test_terror_lets_nothing_regenerate():
    t = Table()
    chieftain = t.mine("Gorilla Chieftain")
    stack.activate(t.game, t.you, chieftain)
    t.resolve()
    t.cast(t.foe, "Terror", chieftain)
    t.resolve()
    assert chieftain.zone == GRAVEYARD and t.rules("no_regeneration") == {"701.19c"}


def test_indestructible_stops_destruction_only():
    t = Table()
    myr = t.mine("Darksteel Myr")
    t.cast(t.foe, "Lightning Bolt", myr)
    t.resolve()
    t.cast(t.foe, "Murder", myr)
    t.resolve()
    assert myr.zone == BATTLEFIELD
    t.cast(t.foe, "Disfigure", myr)
    t.resolve()
    assert myr.zone == GRAVEYARD


def test_an_edict_takes_what_cannot_be_targeted():
    t = Table()
    crusher = t.theirs("Plated Crusher")
    assert forbidden(t.cast, t.you, "Murder", crusher) == {"702.11b"}
    t.cast(t.you, "Diabolic Edict", t.foe)
    t.resolve()
    assert crusher.zone == GRAVEYARD and t.rules("sacrificed") == {"701.21a"}


def test_protection_targets_blocks_and_auras():
    t = Table()
    knight = t.theirs("White Knight")
    assert forbidden(t.cast, t.you, "Murder", knight) == {"702.16b"}
    assert legal.block_problems(t.game, knight, [t.mine("Walking Corpse")])[0][0] == "702.16f"


def test_evasion_is_cumulative():
    t = Table()
    hawk = t.mine("Suntail Hawk")
    bear, spider = t.theirs("Grizzly Bears"), t.theirs("Giant Spider")
    assert legal.block_problems(t.game, hawk, [bear])[0][0] == "702.9b"
    assert not legal.block_problems(t.game, hawk, [spider])
    brute = t.mine("Boggart Brute")
    assert legal.block_problems(t.game, brute, [bear])[0][0] == "702.111b"
    assert not legal.block_problems(t.game, brute, [bear, spider])


def test_timing():
    t = Table()
    bolt = t.cast(t.foe, "Lightning Bolt", t.you)
    assert forbidden(t.cast, t.you, "Divination") == {"307.1"}
    assert forbidden(t.cast, t.you, "Grizzly Bears") == {"117.1a"}
    t.cast(t.you, "Counterspell", bolt)
    t.resolve()
    t.game.step = "untap"
    assert forbidden(t.cast, t.you, "Lightning Bolt", t.foe) == {"502.4"}


def test_summoning_sickness_stops_tap_abilities_not_others():
    t = Table()
    pinger, husk = t.mine("Prodigal Sorcerer", sick=True), t.mine("Nantuko Husk", sick=True)
    assert forbidden(stack.activate, t.game, t.you, pinger, [t.foe]) == {"602.5a"}
    stack.activate(t.game, t.you, husk, [], pinger)
    t.resolve()
    assert layers.size(t.game, husk) == (4, 4)
    assert forbidden(combat.attack, t.game, [husk]) == {"302.6"}


def test_an_ability_outlives_its_source():
    t = Table()
    pinger = t.mine("Prodigal Sorcerer")
    stack.activate(t.game, t.you, pinger, [t.foe])
    t.cast(t.foe, "Lightning Bolt", pinger)
    t.resolve()
    assert pinger.zone == GRAVEYARD and t.foe.life == 19


def test_no_ability_of_a_permanent_that_is_gone():
    t = Table()
    pinger = t.mine("Prodigal Sorcerer")
    t.cast(t.foe, "Murder", pinger)
    t.resolve()
    assert forbidden(stack.activate, t.game, t.you, pinger, [t.foe]) == {"113.6"}


def test_triggers_of_the_nonactive_player_resolve_first():
    t = Table(targets={"Blood Artist": None})
    t.mine("Soul Warden")
    t.theirs("Essence Warden")
    t.cast(t.you, "Grizzly Bears")
    stack.resolve(t.game)
    assert [item.name for item in t.game.stack] == ["Soul Warden", "Essence Warden"]
    assert {"603.3b", "101.4"} <= t.rules("on_stack")


def test_creatures_that_die_together_see_each_other():
    t = Table()
    t.mine("Zulaport Cutthroat")
    t.mine("Grizzly Bears")
    t.cast(t.you, "Day of Judgment")
    t.resolve()
    assert t.foe.life == 18 and "603.10a" in t.rules("triggers")


def test_persist_comes_back_once():
    t = Table()
    finks = t.mine("Kitchen Finks")
    t.cast(t.foe, "Murder", finks)
    t.resolve()
    again = finks.successor
    assert again.zone == BATTLEFIELD and layers.size(t.game, again) == (2, 1) and t.you.life == 22
    t.cast(t.foe, "Murder", again)
    t.resolve()
    assert again.zone == GRAVEYARD and again.successor is None


def test_counters_of_both_kinds_go_away_and_undying_works_again():
    t = Table()
    wolf = t.mine("Young Wolf", plus=1)
    t.cast(t.foe, "Scar", wolf)
    t.resolve()
    assert (wolf.plus, wolf.minus) == (0, 0)
    t.cast(t.foe, "Murder", wolf)
    t.resolve()
    assert wolf.successor.plus == 1


def test_infect_wither_toxic_and_lifelink():
    t = Table()
    elf, duelist, hawk = t.mine("Glistener Elf"), t.mine("Jawbone Duelist"), t.mine("Healer's Hawk")
    t.fight((elf, []), (duelist, []), (hawk, []))
    assert (t.foe.poison, t.foe.life, t.you.life) == (3, 17, 21)
    ripper, bear = t.mine("Sickle Ripper"), t.theirs("Hill Giant")
    t.fight((ripper, [bear]))
    assert bear.minus == 2 and bear.damage == 0


def test_layers_set_modify_switch():
    t = Table()
    giant = t.mine("Hill Giant", plus=1)
    t.cast(t.foe, "Turn to Frog", giant)
    t.resolve()
    assert layers.size(t.game, giant) == (2, 2)
    t.cast(t.you, "Infuriate", giant)
    t.cast(t.you, "About Face", giant)
    t.resolve()
    assert layers.size(t.game, giant) == (4, 5) and layers.colors(giant) == {"blue"}


def test_a_frog_loses_what_it_had_and_keeps_what_it_gains_later():
    t = Table()
    angel = t.mine("Serra Angel")
    t.cast(t.foe, "Turn to Frog", angel)
    t.resolve()
    assert not layers.keywords(t.game, angel)
    t.cast(t.you, "Mighty Leap", angel)
    t.resolve()
    assert layers.keywords(t.game, angel) == {"flying"}


@pytest.mark.parametrize(("first", "life"), [("double", 17), ("shield", 20)])
def test_the_affected_player_orders_replacement_and_prevention(first, life):
    t = Table(first=first)
    t.mine("Furnace of Rath")
    t.cast(t.foe, "Mending Hands", t.foe)
    t.resolve()
    t.foe.shield = 3
    t.cast(t.you, "Lightning Bolt", t.foe)
    t.resolve()
    assert t.foe.life == life and t.rules("chooses_first") == {"616.1"}


def test_exile_instead_of_dying_triggers_nothing():
    t = Table()
    t.mine("Rest in Peace")
    myr = t.theirs("Perilous Myr")
    t.cast(t.you, "Murder", myr)
    t.resolve()
    assert myr.zone == EXILE and "triggers" not in {event.kind for event in t.game.events}


def test_both_players_at_0_is_a_draw():
    t = Table()
    t.you.life = t.foe.life = 1
    bear, lion = t.mine("Goblin Piker"), t.mine("Fireslinger")
    assert bear.zone == lion.zone == BATTLEFIELD
    stack.activate(t.game, t.you, lion, [t.foe])
    t.resolve()
    assert t.rules("draw_game") == {"104.4a"} and t.game.over


def test_the_legend_rule_and_auras():
    t = Table()
    first = t.mine("Isamaru, Hound of Konda")
    aura = t.game.put(card("Holy Strength"), t.you, attached=first)
    t.cast(t.foe, "Unsummon", first)
    t.resolve()
    assert aura.zone == GRAVEYARD and t.rules("sba_aura") == {"704.5m"}
    t.mine("Isamaru, Hound of Konda")
    t.cast(t.you, "Isamaru, Hound of Konda")
    t.resolve()
    assert len(layers.creatures(t.game, t.you)) == 1 and t.rules("sba_legend") == {"704.5j"}


def test_ward_counters_unless_paid():
    for pays, zone in ((True, GRAVEYARD), (False, BATTLEFIELD)):
        t = Table(**{"pays ward": pays})
        djinn = t.theirs("Waterfall Aerialist")
        t.cast(t.you, "Murder", djinn)
        t.resolve()
        assert djinn.zone == zone


def test_engine_and_brute_force_agree():
    rng = Random(3)
    assert [found for _ in range(1500) if (found := compare(rng))] == []


def test_brute_force_would_notice(monkeypatch):
    monkeypatch.setattr(solver, "_deadly", lambda source, target: 1)
    rng = Random(3)
    assert any(compare(rng) for _ in range(1500))


CREATURES = sorted(name for name, one in cards().items() if one.is_creature)
SPELLS = sorted(
    name
    for name, one in cards().items()
    if one.at_instant_speed and one.targets in (("any",), ("creature",)) and not one.is_creature
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(CREATURES), min_size=2, max_size=4, unique=True),
    st.lists(st.sampled_from(SPELLS), min_size=1, max_size=4),
    st.integers(0, 1 << 30),
)
def test_invariants_and_replay(creatures, spells, seed):
    first, second = (_play(creatures, spells, seed) for _ in range(2))
    assert _state(first) == _state(second)
    assert [event[:4] for event in first.events] == [event[:4] for event in second.events]
    assert first.over or not first.stack
    places = [thing for group in first.zones().values() for thing in group]
    assert len(places) == len({id(thing) for thing in places})
    names = {thing.name for thing in places}
    assert names == {thing.name for thing in first.things}  # no card is lost
    for event in first.events:
        assert all(cause < event.number for cause in event.because)


def _play(creatures, spells, seed):
    rng = Random(seed)
    game = Game({"pays": True, "pays ward": True, "first": "double", "targets": {}})
    for index, name in enumerate(creatures):
        game.put(card(name), game.players[index % 2])
    try:
        for name in spells:
            player = rng.choice(game.players)
            hand = game.hand(card(name), player)
            try:
                targets = layers.creatures(game) or [game.players[0]]
                stack.cast(game, player, hand, [rng.choice(targets)])
            except Illegal:
                assert hand.zone == HAND  # nothing has changed (601.2e)
        stack.resolve_all(game)
    except Undecided:
        game.over = True
    return game


def _state(game):
    things = [
        (one.name, one.zone, one.damage, one.plus, one.minus, one.tapped, one.shield)
        for one in game.things
    ]
    return things, [(player.life, player.poison, player.lost) for player in game.players]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(CREATURES), min_size=2, max_size=4, unique=True),
    st.integers(0, 1 << 30),
)
def test_combat_damage_is_conserved(creatures, seed):
    """What is dealt is marked, lost, turned into counters or poison, or prevented: no more."""
    rng = Random(seed)
    game = Game({"pays": True, "pays ward": True, "targets": {}})
    for index, name in enumerate(creatures):
        game.put(card(name), game.players[index % 2])
    attackers = layers.creatures(game, game.active)
    blockers = layers.creatures(game, game.other(game.active))
    try:
        combat.attack(game, attackers)
        combat.block(game, {rng.choice(attackers): blockers})
        powers = {one: max(layers.size(game, one)[0], 0) for one in combat.fighters(game)}
        combat.step(game, True)
        combat.step(game, False)
    except (Illegal, Undecided):
        return
    dealt = dict.fromkeys(powers, 0)
    life = {player: 20 for player in game.players}
    for event in game.events:
        data = event.data
        if event.kind in ("marks", "hurts", "withers", "poisons", "protected"):
            dealt[data["source"]] = dealt.get(data["source"], 0) + data["amount"]
        if event.kind == "guarded":
            dealt[data["source"]] = dealt.get(data["source"], 0) + data["cut"]
        if event.kind in ("hurts", "loses", "gains"):
            player = data["target"] if event.kind == "hurts" else data["player"]
            life[player] += data["amount"] * (1 if event.kind == "gains" else -1)
    assert all(player.life == life[player] for player in game.players)
    if not any(event.kind in ("changes", "counters", "withers") for event in game.events):
        for one, power in powers.items():
            both = {2 * power} if layers.has(game, one, "double strike") else set()
            assert dealt[one] in {0, power} | both
