"""Copies, tokens, modes and morph: what the engine does, and what the questions say of it."""

import re

import pytest

from neural.domains import mtg
from neural.domains.mtg import combat, layers, stack
from neural.domains.mtg.cards import card, token
from neural.domains.mtg.facts import facts
from neural.domains.mtg.state import BATTLEFIELD, GRAVEYARD, HAND
from neural.domains.mtg.voice import name
from tests.mtg_table import Table, forbidden

KINDS = ("copying", "tokens", "modal", "morphing")


def hidden(t, player, title, **more):
    """A face-down creature."""
    thing = t.game.put(dict(card(title).ways)["morph"], player, **more)
    thing.printed = card(title)
    return thing


def copied(t, model, title="Clone"):
    t.game.choices[f"copy of {title}"] = model
    clone = t.cast(t.you, title).source
    t.resolve()
    return clone.successor


def test_a_copy_has_what_is_printed_and_its_enters_ability_triggers():
    t = Table()
    monk = t.theirs("Venerable Monk", plus=3)
    t.theirs("Bonesplitter", attached=monk)
    copy = copied(t, monk)
    assert layers.size(t.game, copy) == (2, 2) and layers.size(t.game, monk) == (7, 5)
    assert t.you.life == 22 and t.rules("copied") == {"707.5", "707.2"}
    t.cast(t.foe, "Unsummon", copy)
    t.resolve()
    assert copy.zone == HAND and name(copy) == "Clone"


def test_the_legend_rule_asks_whose_the_copy_is():
    for owner, both in (("mine", False), ("theirs", True)):
        t = Table()
        hound = getattr(t, owner)("Isamaru, Hound of Konda")
        copy = copied(t, hound)
        assert ({hound.zone, copy.zone} == {BATTLEFIELD}) is both


def test_a_copy_of_nothing_is_nothing():
    t = Table()
    t.game.choices["copy of Clone"] = None
    clone = t.cast(t.you, "Clone").source
    t.resolve()
    assert clone.successor.zone == GRAVEYARD and t.rules("sba_toughness") == {"704.5f"}


@pytest.mark.parametrize(
    ("doublers", "number"),
    [((), 2), (("mine",), 4), (("mine", "mine"), 8), (("theirs",), 2)],
)
def test_doublers_double_each_other_and_only_for_their_controller(doublers, number):
    t = Table()
    for owner, title in zip(doublers, ("Parallel Lives", "Anointed Procession"), strict=False):
        getattr(t, owner)(title)
    t.cast(t.you, "Raise the Alarm")
    t.resolve()
    assert len(t.game.battlefield(lambda one: one.token)) == number


def test_a_token_is_called_by_what_it_is_and_does_not_come_back():
    t = Table()
    t.theirs("Blood Artist")
    t.game.choices["targets"] = {"Blood Artist": t.you}
    t.cast(t.you, "Midnight Haunting")
    t.resolve()
    spirit, other = t.game.battlefield(lambda one: one.token)
    assert name(spirit) == "the Spirit token" and layers.has(t.game, spirit, "flying")
    t.cast(t.you, "Cloudshift", spirit)
    t.cast(t.foe, "Shock", other)
    t.resolve()
    assert not t.game.battlefield(lambda one: one.token) and t.you.life == 19
    assert token(card("Garrison Cat").triggered[0].ops[0])[1].name == "Human Soldier"
    assert "a 1/1 white Human Soldier creature token" in facts(card("Garrison Cat"))


def test_a_face_down_creature_is_a_2_2_until_its_controller_turns_it_up():
    t = Table()
    archer = hidden(t, t.you, "Sagu Archer", plus=1)
    warden = t.mine("Soul Warden")
    assert layers.size(t.game, archer) == (3, 3) and not layers.has(t.game, archer, "reach")
    assert name(archer) == "the face-down Sagu Archer"
    t.cast(t.foe, "Lightning Bolt", archer)
    assert forbidden(stack.turn_up, t.game, t.foe, archer) == {"702.37e"}
    assert forbidden(stack.turn_up, t.game, t.you, warden) == {"702.37e"}
    stack.turn_up(t.game, t.you, archer)
    t.resolve()
    assert archer.zone == BATTLEFIELD and archer.damage == 3 and t.you.life == 20
    assert layers.size(t.game, archer) == (3, 6) and name(archer) == "Sagu Archer"


def test_protection_that_comes_face_up_makes_a_target_illegal():
    t = Table()
    akroma = hidden(t, t.you, "Akroma, Angel of Fury")
    t.cast(t.foe, "Unsummon", akroma)
    stack.turn_up(t.game, t.you, akroma)
    t.resolve()
    assert akroma.zone == BATTLEFIELD and t.rules("fizzles") == {"608.2b"}


def test_a_new_face_down_creature_attacks_only_if_it_turns_out_to_have_haste():
    t = Table()
    cat, beast = (hidden(t, t.you, n, sick=True) for n in ("Blistering Firecat", "Woolly Loxodon"))
    assert forbidden(combat.attack, t.game, [cat]) == {"302.6"}
    for one in (cat, beast):
        stack.turn_up(t.game, t.you, one)
    assert forbidden(combat.attack, t.game, [beast]) == {"302.6"}
    combat.attack(t.game, [cat])


def test_the_mode_decides_what_the_targets_are():
    t = Table()
    bear, giant = t.theirs("Grizzly Bears"), t.theirs("Craw Wurm")
    stance = t.game.hand(card("Valorous Stance"), t.you)
    assert forbidden(stack.cast, t.game, t.you, stance, [bear], modes=(1,)) == {"601.2c"}
    stack.cast(t.game, t.you, stance, [giant], modes=(1,))
    t.resolve()
    assert giant.zone == GRAVEYARD and bear.zone == BATTLEFIELD


@pytest.fixture(scope="module", params=KINDS)
def rows(request):
    return list(mtg.generate(150, 5, include_advanced=True, kinds=[request.param]))


def test_the_questions_are_many_and_their_rows_come_out_again(rows):
    assert not mtg.verify(rows)
    assert len({row["split_group"] for row in rows}) > 15
    yes = sum(row["verdict"].startswith("Yes") for row in rows)
    no = sum(row["verdict"].startswith("No") for row in rows)
    assert min(yes, no) > 15  # nobody can always say the same


def test_the_answers_are_whole_sentences(rows):
    for row in rows:
        for text in (row["instruction"], row["output"]):
            assert ". the " not in text and "None" not in text and "  " not in text, row
            assert not re.search(r"\bthey (?:turns|pays|[^.,]*\} and turns)\b", text), row
