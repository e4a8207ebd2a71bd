"""The rules engine against rulings that are known, brute force, and invariants."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.mtg_combat import compare
from neural.domains.mtg import combat, layers, legal, solver, stack, turns
from neural.domains.mtg.cards import card, cards, parse
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD, HAND, Game, Illegal, Undecided


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


def forbidden(action, *arguments):
    with pytest.raises(Illegal) as error:
        action(*arguments)
    return {rule for rule, _ in error.value.problems}


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
    assert len(t.game.creatures(t.you)) == 1 and t.rules("sba_legend") == {"704.5j"}


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
                stack.cast(game, player, hand, [rng.choice(game.creatures() or [game.players[0]])])
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


def test_a_turn_ends_what_lasts_until_end_of_turn():
    t = Table()
    bear, knight = t.mine("Grizzly Bears"), t.theirs("White Knight", tapped=True)
    t.cast(t.you, "Act of Treason", knight)
    t.resolve()
    t.cast(t.foe, "Shock", bear)
    t.cast(t.you, "Giant Growth", bear)
    t.resolve()
    t.cast(t.you, "Mending Hands", bear)
    t.resolve()
    combat.attack(t.game, [bear])
    turns.next_turn(t.game)
    assert t.game.active is t.foe and knight.controller is t.foe and not knight.tapped
    assert layers.size(t.game, bear) == (2, 2) and (bear.damage, bear.shield) == (0, 0)
    assert bear.tapped and not bear.attacking
    combat.attack(t.game, [knight])  # it has been theirs since the turn began
    turns.next_turn(t.game)
    assert t.game.active is t.you and not bear.tapped and t.foe.hand == t.you.hand == 4


def test_damage_wears_off_as_the_bonus_does():
    t = Table()
    bear = t.mine("Grizzly Bears")
    t.cast(t.you, "Giant Growth", bear)
    t.resolve()
    t.cast(t.foe, "Lightning Bolt", bear)
    t.resolve()
    turns.next_turn(t.game)
    assert bear.zone == BATTLEFIELD and "514.2" in t.rules("cleanup")


def test_the_other_players_turn_turns_the_order_of_triggers_round():
    t = Table()
    t.mine("Soul Warden")
    t.theirs("Essence Warden")
    turns.next_turn(t.game)
    t.cast(t.foe, "Hill Giant")
    stack.resolve(t.game)
    assert [item.name for item in t.game.stack] == ["Essence Warden", "Soul Warden"]


def test_triggers_of_the_first_damage_step_resolve_before_the_second():
    t = Table()
    goblin = t.theirs("Festering Goblin")
    knight, giant = t.mine("Youthful Knight"), t.mine("Grizzly Bears")
    t.game.choices["targets"] = {"Festering Goblin": giant}
    other = t.theirs("Walking Corpse")
    t.fight((knight, [goblin]), (giant, [other]))
    assert goblin.zone == GRAVEYARD and other.zone == BATTLEFIELD  # the bear hit for 1 only
    assert giant.zone == GRAVEYARD


def test_a_spell_that_cannot_be_countered():
    t = Table()
    stag = t.cast(t.you, "Great Sable Stag")
    t.cast(t.foe, "Counterspell", stag)
    t.resolve()
    assert stag.source.successor.zone == BATTLEFIELD and t.rules("not_countered") == {"101.2"}


def test_an_additional_cost_has_to_be_paid():
    t = Table()
    bear, lion = t.mine("Grizzly Bears"), t.theirs("Silvercoat Lion")
    assert forbidden(t.cast, t.you, "Bone Splinters", lion) == {"601.2h"}
    t.cast(t.you, "Bone Splinters", lion, pay=bear)
    t.resolve()
    assert bear.zone == lion.zone == GRAVEYARD


@pytest.mark.parametrize(
    ("attacker", "blocker", "rule"),
    [
        ("Severed Legion", "Grizzly Bears", "702.36b"),
        ("Severed Legion", "Walking Corpse", None),
        ("Severed Legion", "Memnite", None),
        ("Bladetusk Boar", "Hill Giant", None),
        ("Bladetusk Boar", "Grizzly Bears", "702.13b"),
        ("Soltari Foot Soldier", "Grizzly Bears", "702.28b"),
        ("Grizzly Bears", "Soltari Foot Soldier", "702.28b"),
        ("Soltari Foot Soldier", "Dauthi Slayer", None),
        ("Furtive Homunculus", "Hill Giant", "702.118b"),
        ("Furtive Homunculus", "Grizzly Bears", None),
        ("Shu Cavalry", "Grizzly Bears", "702.31b"),
        ("Grizzly Bears", "Shu Cavalry", None),
        ("Phantom Warrior", "Grizzly Bears", "509.1b"),
        ("Hill Giant", "Carrion Feeder", "509.1b"),
        ("Silver Knight", "Hill Giant", "702.16f"),
    ],
)
def test_evasion(attacker, blocker, rule):
    t = Table()
    found = legal.block_problems(t.game, t.mine(attacker), [t.theirs(blocker)])
    assert [one for one, _ in found] == ([rule] if rule else [])


def test_flash_vigilance_defender_and_haste():
    t = Table()
    t.cast(t.foe, "Darksteel Sentinel")
    t.resolve()
    angel, wall = t.mine("Serra Angel"), t.mine("Wall of Wood")
    goblin = t.mine("Raging Goblin", sick=True)
    assert forbidden(combat.attack, t.game, [wall]) == {"702.3b"}
    combat.attack(t.game, [angel, goblin])
    assert not angel.tapped and goblin.tapped


def test_shields_of_players_and_flicker():
    t = Table()
    t.cast(t.you, "Mending Hands", t.you)
    t.resolve()
    t.cast(t.foe, "Char", t.you)
    t.resolve()
    assert (t.you.life, t.foe.life) == (20, 18)
    finks = t.mine("Kitchen Finks")
    t.cast(t.foe, "Murder", finks)
    t.cast(t.you, "Cloudshift", finks)
    t.resolve()
    assert finks.successor.zone == BATTLEFIELD and t.you.life == 22


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
    attackers = game.creatures(game.active)
    blockers = game.creatures(game.other(game.active))
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
        if event.kind in ("hurts", "loses", "gains"):
            player = data["target"] if event.kind == "hurts" else data["player"]
            life[player] += data["amount"] * (1 if event.kind == "gains" else -1)
    assert all(player.life == life[player] for player in game.players)
    if not any(event.kind in ("changes", "counters", "withers") for event in game.events):
        for one, power in powers.items():
            both = {2 * power} if layers.has(game, one, "double strike") else set()
            assert dealt[one] in {0, power} | both


def test_an_illegal_target_does_not_act_either():
    t = Table()
    bear, wall = t.mine("Grizzly Bears"), t.theirs("Wall of Wood")
    punch = "Punch | G | Instant | | | do counters +1 1 @own-creature & bite that @foe-creature"
    hand = t.game.hand(parse(punch), t.you)
    stack.cast(t.game, t.you, hand, [bear, wall])
    t.cast(t.foe, "Unsummon", bear)
    t.resolve()
    assert wall.damage == 0 and hand.zone == GRAVEYARD


def test_shroud_stops_its_own_controller_too():
    t = Table()
    duelist = t.mine("Deft Duelist")
    assert forbidden(t.cast, t.you, "Giant Growth", duelist) == {"702.18a"}


def test_double_strike_hits_twice_and_first():
    t = Table()
    raptor, giant = t.mine("Ridgetop Raptor"), t.theirs("Hill Giant")
    t.fight((t.mine("Fencing Ace"), []), (raptor, [giant]))
    assert t.foe.life == 18 and giant.zone == raptor.zone == GRAVEYARD
    kinds = [e.data["first"] for e in t.game.events if e.kind == "damage_step"]
    assert kinds == [True, False]


def test_an_ability_is_countered_its_cost_stays_paid():
    t = Table()
    fanatic = t.mine("Mogg Fanatic")
    ability = stack.activate(t.game, t.you, fanatic, [t.foe])
    t.cast(t.foe, "Stifle", ability)
    t.resolve()
    assert t.foe.life == 20 and fanatic.zone == GRAVEYARD


def test_fighting_and_biting():
    t = Table()
    baloth, giant = t.mine("Rumbling Baloth"), t.theirs("Hill Giant")
    t.cast(t.you, "Rabid Bite", baloth, giant)
    t.resolve()
    assert giant.zone == GRAVEYARD and baloth.damage == 0
    other = t.theirs("Grizzly Bears")
    t.cast(t.you, "Pounce", baloth, other)
    t.resolve()
    assert other.zone == GRAVEYARD and baloth.damage == 2
    third = t.theirs("Silvercoat Lion")
    t.cast(t.you, "Pounce", baloth, third)
    t.cast(t.foe, "Unsummon", baloth)
    t.resolve()
    assert third.damage == 0 and t.rules("no_fight") == {"701.14b"}


@pytest.mark.parametrize(
    ("state", "rule"),
    [({"life": 0}, "704.5a"), ({"poison": 10}, "704.5c"), ({"library": 1}, "704.5b")],
)
def test_ways_to_lose(state, rule):
    t = Table()
    for name, value in state.items():
        setattr(t.you, name, value)
    t.cast(t.you, "Divination")
    t.resolve()
    assert t.game.over and t.you.lost and rule in {r for e in t.game.events for r in e.rules}


def test_a_token_dies_triggers_and_is_gone():
    t = Table()
    t.mine("Zulaport Cutthroat")
    token = t.mine("Grizzly Bears", token=True)
    t.cast(t.foe, "Murder", token)
    t.resolve()
    assert token.zone == "nowhere" and t.foe.life == 19
    assert t.rules("token_gone") == {"111.7", "704.5d"}


def test_what_spells_say_about_the_creature_they_hurt():
    t = Table()
    t.cast(t.you, "Magma Spray", wolf := t.theirs("Young Wolf"))
    t.resolve()
    assert wolf.zone == EXILE and wolf.successor is None
    skeletons = t.theirs("Drudge Skeletons", regeneration=1)
    t.cast(t.you, "Incinerate", skeletons)
    t.resolve()
    assert skeletons.zone == GRAVEYARD
    angel = t.theirs("Serra Angel")
    t.cast(t.you, "Giant Growth", angel)
    t.resolve()
    t.cast(t.you, "Swords to Plowshares", angel)
    t.resolve()
    assert angel.zone == EXILE and t.foe.life == 27  # its power as it last was
    t.cast(t.you, "Hideous End", t.theirs("Hill Giant"))
    t.resolve()
    t.cast(t.you, "Vapor Snag", t.theirs("Gray Ogre"))
    t.resolve()
    assert t.foe.life == 24


def test_base_size_fog_and_taps():
    t = Table()
    queen, giant = t.mine("Sorceress Queen"), t.theirs("Hill Giant", plus=1)
    stack.activate(t.game, t.you, queen, [giant])
    t.resolve()
    assert queen.tapped and layers.size(t.game, giant) == (1, 3)
    assert forbidden(stack.activate, t.game, t.you, queen, [giant]) == {"602.2b"}
    bear = t.mine("Grizzly Bears")
    combat.attack(t.game, [bear])
    t.cast(t.foe, "Pressure Point", bear)
    t.cast(t.foe, "Holy Day")
    t.resolve()
    combat.fight_it_out(t.game)
    assert t.foe.life == 20 and t.rules("fogged") == {"615.1a", "615.6"}


def test_a_trigger_without_target_and_an_aura_without_host():
    t = Table()
    vandal = t.cast(t.you, "Manic Vandal")
    t.resolve()
    assert vandal.source.successor.zone == BATTLEFIELD and t.rules("no_target") == {"603.3d"}
    knight = t.mine("Black Knight")
    aura = t.game.put(card("Pacifism"), t.foe, attached=knight)
    t.cast(t.you, "Giant Growth", knight)
    t.resolve()
    assert aura.zone == GRAVEYARD and "702.16c" in t.rules("sba_aura")
    assert "can't attack" not in layers.keywords(t.game, knight)


def test_events_that_trigger():
    t = Table()
    wolves, thief = t.mine("Brazen Wolves"), t.mine("Scroll Thief")
    tantiv, wall = t.mine("Deepwood Tantiv"), t.theirs("Wall of Wood")
    combat.attack(t.game, [wolves, thief, tantiv])
    t.resolve()
    combat.block(t.game, {tantiv: [wall]})
    t.resolve()
    combat.fight_it_out(t.game)
    t.resolve()
    assert (t.foe.life, t.you.life, t.you.hand) == (15, 22, 4)
    turns.end_combat(t.game)
    fungus = t.theirs("Fungusaur")
    t.cast(t.you, "Scorching Spear", fungus)
    t.resolve()
    assert fungus.plus == 1


def test_life_that_is_doubled_triggers_once():
    t = Table()
    t.mine("Boon Reflection")
    pridemate = t.mine("Ajani's Pridemate")
    t.cast(t.you, "Angel's Mercy")
    t.resolve()
    assert t.you.life == 34 and pridemate.plus == 1
