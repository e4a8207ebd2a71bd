"""One mechanic at a time: turns, evasion, costs, triggers, what spells say."""

import pytest

from neural.domains.mtg import combat, layers, legal, stack, turns
from neural.domains.mtg.cards import card, parse
from neural.domains.mtg.state import BATTLEFIELD, EXILE, GRAVEYARD
from tests.mtg_table import Table, forbidden


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


def test_new_targets_are_legal_for_the_spells_controller():
    t = Table()
    scout, bear = t.mine("Gladecover Scout"), t.mine("Grizzly Bears")
    murder = t.cast(t.foe, "Murder", bear)
    t.game.choices["new targets"] = [scout]  # hexproof against the caster of Murder
    t.cast(t.you, "Redirect", murder)
    assert forbidden(t.resolve) == {"702.11b"}
    t.game.choices["new targets"] = [bear]
    t.resolve()
    assert bear.zone == GRAVEYARD and scout.zone == BATTLEFIELD
