"""Cards of a user's own file: each phrase that is understood, and files that are not what they
should be. All cards here are made up."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neural.domains import mtg
from neural.domains.mtg import facts, imports
from neural.domains.mtg.cards import cards, parse
from neural.domains.mtg.effects import VERBS
from neural.domains.mtg.oracle import Printed, notation
from neural.domains.mtg.phrases import Unknown, operations
from neural.errors import UserError

ROOT = Path(__file__).parents[1]

# Rules text, and the same in the notation. `~` stands for the card's name.
SPELLS = {
    "~ deals 3 damage to any target.": "damage 3 @any",
    "~ deals 3 damage to target creature or planeswalker.": "damage 3 @creature",
    "~ deals 2 damage to target player or planeswalker.": "damage 2 @player",
    "~ deals 4 damage to any target and 2 damage to you.": "damage 4 @any & damage 2 you",
    "~ deals 2 damage to any target and 1 damage to any other target.": (
        "damage 2 @any & damage 1 @another"
    ),
    "~ deals 3 damage to any target and you gain 3 life.": "damage 3 @any & gain 3",
    "~ deals 2 damage to each creature.": "damage 2 all:creature",
    "~ deals 1 damage to each creature without flying.": "damage 1 all:nonflying-creature",
    "~ deals 1 damage to each creature and each player.": "damage 1 all:creature you opponents",
    "~ deals 2 damage to target creature. If that creature would die this turn, exile it "
    "instead.": "damage 2 @creature & exile-if-dies that",
    "~ deals 3 damage to any target. A creature dealt damage this way can't be regenerated this "
    "turn.": "damage 3 @any & no-regeneration that",
    "Destroy target creature.": "destroy @creature",
    "Destroy target nonartifact, nonblack creature. It can't be regenerated.": (
        "bury @nonartifact-nonblack-creature"
    ),
    "Destroy all creatures. They can't be regenerated.": "bury all:creature",
    "Destroy target attacking or blocking creature.": "destroy @combat-creature",
    "Destroy target creature with flying.": "destroy @flying-creature",
    "Destroy target creature with power 4 or greater.": "destroy @power>=4-creature",
    "Destroy target creature with toughness 2 or less.": "destroy @toughness<=2-creature",
    "Destroy target artifact or enchantment.": "destroy @artifact/enchantment",
    "Destroy target tapped creature.": "destroy @tapped-creature",
    "Exile target creature. Its controller gains life equal to its power.": (
        "exile @creature & gain-power that"
    ),
    "Exile target creature you control, then return that card to the battlefield under your "
    "control.": "flicker @own-creature",
    "Return target nonland permanent to its owner's hand.": "bounce @nonland",
    "Return target creature to its owner's hand. Its controller loses 1 life.": (
        "bounce @creature & lose 1 that-controller"
    ),
    "Counter target spell.": "counter @spell",
    "Counter target creature spell.": "counter @creature-spell",
    "Counter target instant or sorcery spell.": "counter @instant/sorcery-spell",
    "Counter target blue spell.": "counter @blue-spell",
    "Counter target activated or triggered ability.": "counter @ability",
    "Counter target spell unless its controller pays {3}.": "counter-unless 3 @spell",
    "Target creature gets +3/+3 until end of turn.": "pump +3/+3 @creature",
    "Target creature gets +1/+0 and gains first strike until end of turn.": (
        "pump +1/+0 first-strike @creature"
    ),
    "Until end of turn, target creature gets +2/+2 and gains flying and lifelink.": (
        "pump +2/+2 flying lifelink @creature"
    ),
    "All creatures get -2/-2 until end of turn.": "pump -2/-2 all:creature",
    "Creatures you control get +2/+1 until end of turn.": "pump +2/+1 all:own-creature",
    "Target creature gains indestructible until end of turn.": "grant indestructible @creature",
    "Target creature gains protection from red until end of turn.": (
        "grant protection-from-red @creature"
    ),
    "Target creature can't block this turn.": "grant can't-block @creature",
    "Target creature can't be blocked this turn.": "grant can't-be-blocked @creature",
    "Target creature loses flying until end of turn.": "strip flying @creature",
    "Target creature becomes blue until end of turn.": "recolor blue @creature",
    "Until end of turn, target creature loses all abilities and becomes a blue Newt with base "
    "power and toughness 1/1.": "frog 1/1 blue @creature",
    "Until end of turn, target creature loses all abilities and has base power and toughness "
    "0/1.": "frog 0/1 same @creature",
    "Switch target creature's power and toughness until end of turn.": "switch @creature",
    "Put two +1/+1 counters on target creature.": "counters +1 2 @creature",
    "Put a -1/-1 counter on each creature your opponents control.": (
        "counters -1 1 all:foe-creature"
    ),
    "Put a +1/+1 counter on target creature. Untap that creature.": (
        "counters +1 1 @creature & untap that"
    ),
    "Prevent the next 4 damage that would be dealt to any target this turn.": "shield 4 @any",
    "Prevent all combat damage that would be dealt this turn.": "fog",
    "Target creature you control fights target creature you don't control.": (
        "fight @own-creature @foe-creature"
    ),
    "Target creature you control deals damage equal to its power to target creature an opponent "
    "controls.": "bite @own-creature @foe-creature",
    "Target player sacrifices a creature of their choice and loses 1 life.": (
        "edict @player & lose 1 that"
    ),
    "Each opponent loses 2 life and you gain 2 life.": "lose 2 opponents & gain 2",
    "Gain control of target creature until end of turn. Untap that creature. It gains haste until "
    "end of turn.": "steal @creature & untap that & grant haste that",
    "You may choose new targets for target spell.": "retarget @spell",
    "Regenerate target creature.": "regenerate @creature",
    "Tap target creature. Draw a card.": "tap @creature & draw 1",
    "Scry 2, then draw a card.": "scry 2 & draw 1",
    "Exile all graveyards.": "exile-graveyards",
    "Return target creature card from your graveyard to the battlefield.": (
        "reanimate @own-creature-card"
    ),
    "Exile target creature you control. Return that card to the battlefield under its owner's "
    "control at the beginning of the next end step.": (
        "exile @own-creature & at end-step that => comes-back that"
    ),
    "Exile target creature. At the beginning of the next end step, return that card to the "
    "battlefield under its owner's control with a +1/+1 counter on it.": (
        "exile @creature & at end-step that => comes-back plus that"
    ),
    "You win the game.": "win",
}
CREATURES = {
    "Flying, first strike": ("flying, first strike", ""),
    "Protection from black and from red": ("protection from black, protection from red", ""),
    "Ward {2} (Whenever this is targeted …)\nToxic 1": ("ward 2, toxic 1", ""),
    "~ can't block.": ("can't block", ""),
    "This creature can't attack or block alone.": ("can't attack alone, can't block alone", ""),
    "This creature can't be blocked.": ("can't be blocked", ""),
    "This creature attacks each combat if able.": ("attacks each combat if able", ""),
    "This spell can't be countered.": ("", "can't be countered"),
    "This creature enters tapped.": ("", "enters tapped"),
    "When ~ enters the battlefield, it deals 4 damage to target creature.": (
        "",
        "on enters: damage 4 @creature",
    ),
    "When this creature dies, target creature gets -1/-1 until end of turn.": (
        "",
        "on dies: pump -1/-1 @creature",
    ),
    "Whenever another creature enters, you gain 1 life.": ("", "on other-enters: gain 1"),
    "Whenever ~ or another creature dies, target player loses 1 life and you gain 1 life.": (
        "",
        "on any-dies: lose 1 @player & gain 1",
    ),
    "Whenever ~ or another creature you control dies, scry 1.": ("", "on own-dies: scry 1"),
    "Whenever ~ attacks, it gets +2/+0 until end of turn.": ("", "on attacks: pump +2/+0 self"),
    "Whenever ~ becomes blocked, you gain 2 life.": ("", "on blocked: gain 2"),
    "Whenever ~ becomes tapped, draw a card.": ("", "on tapped: draw 1"),
    "Whenever ~ is dealt damage, put a +1/+1 counter on it.": (
        "",
        "on damaged: counters +1 1 self",
    ),
    "Whenever ~ deals combat damage to a player, draw a card.": ("", "on hits: draw 1"),
    "Whenever you gain life, put a +1/+1 counter on ~.": ("", "on gain: counters +1 1 self"),
    "{R}: ~ gets +1/+0 until end of turn.": ("", "R: pump +1/+0 self"),
    "{1}{G}: Regenerate ~.": ("", "1G: regenerate self"),
    "{T}: ~ deals 1 damage to any target.": ("", "T: damage 1 @any"),
    "{2}, {T}, Sacrifice ~: Draw two cards.": ("", "2, T, sac self: draw 2"),
    "Sacrifice a creature: ~ gets +2/+2 until end of turn.": ("", "sac creature: pump +2/+2 self"),
    "If ~ would die, shuffle it into its owner's library instead.": ("", "library if dies"),
    "At the beginning of the end step, sacrifice ~.": ("", "on end-step: sac self"),
    "At the beginning of your upkeep, if you have 40 or more life, you win the game.": (
        "",
        "on upkeep if life>=40: win",
    ),
    "This creature can block an additional creature each combat.": (
        "can block an additional creature",
        "",
    ),
    "Black spells and green spells you cast cost {1} less to cast.": (
        "",
        "spells -1 own-black/green",
    ),
    "Noncreature spells cost {1} more to cast.": ("", "spells 1 noncreature"),
}
ENCHANTMENTS = {
    "Creatures you control get +1/+1.": "anthem own +1/+1",
    "White creatures get +1/+1.": "anthem white +1/+1",
    "Black creatures you control get +1/+0.": "anthem own-black +1/+0",
    "Whenever a creature you control enters, ~ deals 1 damage to each opponent.": (
        "on own-enters: damage 1 opponents"
    ),
    "Permanents enter tapped.": "permanents enter tapped",
    "If an effect would create one or more tokens under your control, it creates twice that many "
    "of those tokens instead.": "tokens doubled",
    "No more than one creature can attack each combat.": "one attacker",
    "If you would gain life, you gain twice that much life instead.": "life doubled",
    "If a card or token would be put into a graveyard from anywhere, exile it instead.": (
        "graveyard to exile"
    ),
    "At the beginning of your upkeep, if you control a creature with power 4 or greater, draw a "
    "card.": "on upkeep if control own-power>=4-creature: draw 1",
    "You can't lose the game and your opponents can't win the game.": "its controller can't lose",
}
AURAS = {
    "Enchanted creature gets +1/+2.": "aura +1/+2",
    "Enchanted creature gets -2/-1.": "aura -2/-1",
    "Enchanted creature gets +2/+2 and has flying and vigilance.": "aura +2/+2 flying, vigilance",
    "Enchanted creature can't attack or block.": "aura +0/+0 can't attack, can't block",
    "Enchanted creature loses flying.": "aura +0/+0 no flying",
}
EQUIPMENT = {
    "Equipped creature gets +2/+2.\nEquip {2}": "equip 2 +2/+2",
    "Equipped creature has double strike.\nEquip {2} ({2}: Attach.)": "equip 2 +0/+0 double strike",
    "Equipped creature gets +10/+10 and loses flying.\nEquip {8}": "equip 8 +10/+10 no flying",
    "Equipped creature can't be blocked and has shroud.\nEquip {2}": None,  # other order of words
}
NAME = "Vorn, the Untold"


def line(text, types, size=(None, None)):
    return notation(Printed(NAME, "{1}{G}", types, text.replace("~", NAME), *size))


@pytest.mark.parametrize("text", SPELLS)
def test_spells(text):
    found = line(text, "Instant")
    assert found == f"{NAME} | 1G | Instant |  |  | do {SPELLS[text]}"
    assert all(op.verb in VERBS for op in parse(found).ops)
    assert "None" not in facts.facts(parse(found))


@pytest.mark.parametrize("text", CREATURES)
def test_creatures(text):
    words, ability = CREATURES[text]
    found = line(text, "Legendary Creature — Newt Scout", ("2", "3"))
    assert found == f"{NAME} | 1G | Legendary Creature | 2/3 | {words} | {ability}".rstrip(" |")
    assert facts.facts(parse(found)).startswith(f"{NAME} {{1}}{{G}}: 2/3 green legendary creature")


@pytest.mark.parametrize("text", ENCHANTMENTS)
def test_enchantments(text):
    assert line(text, "Enchantment").endswith(f"| {ENCHANTMENTS[text]}")


@pytest.mark.parametrize("text", AURAS)
def test_auras(text):
    found = line(f"Enchant creature\n{text}", "Enchantment — Aura")
    assert found.endswith(f"Aura |  |  | {AURAS[text]}") and parse(found).targets == ("creature",)


@pytest.mark.parametrize("text", EQUIPMENT)
def test_equipment(text):
    if EQUIPMENT[text] is None:
        with pytest.raises(Unknown):
            line(text, "Artifact — Equipment")
        return
    found = line(text, "Artifact — Equipment")
    assert found == f"{NAME} | 1G | Artifact Equipment |  |  | {EQUIPMENT[text]}"
    assert parse(found).equip and "equip {" in facts.facts(parse(found))


def test_every_phrase_of_the_engine_is_proven_here():
    made = {op for text in SPELLS.values() for op in [o.split()[0] for o in text.split(" & ")]}
    made |= {"counter-unless", "sac", "at", "comes-back"}
    inner = {"return", "ward", "equip", "base"}  # of keywords; base is proven below
    inner |= {"may-sac", "sac-or", "forestall", "animate", "still", "rise", "reanimate-all"}
    inner |= {"token", "copy-token", "discard-draw", "erupt"}  # no phrase is read as these
    assert set(VERBS) - made <= inner
    assert operations("target creature has base power and toughness 0/2 until end of turn.") == (
        "base 0/2 @creature"
    )


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("Draw a card. Then discard a card.", "Sorcery", "then discard a card"),
        ("~ deals X damage to any target.", "Instant", "deals x damage"),
        ("Destroy up to one target creature.", "Instant", "destroy up to one"),
        ("Destroy target land.", "Sorcery", "destroy target land"),
        ("You may draw a card.", "Sorcery", "you may draw a card"),
        ("It can't be regenerated.", "Instant", "it can't be regenerated"),
        ("Its controller loses 2 life.", "Instant", "its controller loses N life"),
        ("", "Sorcery", "without text"),
        ("Kicker {2}\nDraw a card.", "Sorcery", "kicker {M}"),
        ("Enchant player\nEnchanted player can't win.", "Enchantment — Aura", "enchant player"),
        ("{T}: Add {G}.", "Artifact", "add {M}"),
        ("{T}: Draw a card.\n{2}: Scry 1.", "Artifact", "several activated abilities"),
        ("{X}: Draw a card.", "Artifact", "cost: {M}"),
        ("Whenever a Newt dies, draw a card.", "Enchantment", "whenever a newt dies"),
        ("Creatures get +1/+1.", "Enchantment", "both players"),
        # What reads like a phrase that is understood, and means something else.
        (
            "Destroy target artifact, enchantment, or creature with flying.",
            "Instant",
            "artifact, enchantment, or creature",
        ),
        (
            "Target creature gets +2/+2 until end of turn. Another target creature gets -2/-2 "
            "until end of turn.",
            "Instant",
            "another target creature",
        ),
        (
            "Target creature you control gets +2/+1 until end of turn. Each other creature you "
            "control gets +1/+1 until end of turn.",
            "Instant",
            "each other creature",
        ),
        ("When ~ dies, return it to its owner's hand.", "Creature", "from the graveyard"),
        ("Sacrifice ~: Put a +1/+1 counter on ~.", "Creature", "from the graveyard"),
        (
            "Whenever a creature you control enters, it gains haste until end of turn.",
            "Enchantment",
            "it gains haste",
        ),
        ("", "Land", "type Land"),
        ("", "Kindred Enchantment", "type Kindred"),
    ],
)
def test_a_card_is_refused_whole_for_one_sentence(text, types, why):
    size = ("1", "1") if "Creature" in types else (None, None)
    with pytest.raises(Unknown, match=why.replace("{", r"\{")):
        line(text, types, size)


@pytest.mark.parametrize(
    "field",
    [
        {"cost": ""},
        {"cost": "{X}{R}"},
        {"cost": "{R/P}"},
        {"power": "*"},
        {"power": None},
        {"toughness": "1+*"},
        {"name": ""},
        {"name": "a | b"},
        {"name": "two\nlines"},
        {"name": "{n}"},
        {"name": "Rule 704.5g"},
        {"name": "x" * 200},
        {"name": "\ud800"},
    ],
)
def test_odd_fields(field):
    whole = Printed("Newt", "{G}", "Creature — Newt", "", "1", "1")
    assert notation(whole) == "Newt | G | Creature | 1/1"
    with pytest.raises(Unknown):
        notation(whole._replace(**field))


def test_our_own_cards_are_told_as_they_are_read():
    """Every keyword and every static ability of the table comes from some phrase."""
    words = {word for card in cards().values() for word in card.keywords}
    proven = {word for said, _ in CREATURES.values() for word in said.split(", ")}
    plain = {word for word in words if not word.startswith(("can't", "protection", "attacks"))}
    for word in plain:
        text = word.replace("ward 2", "ward {2}")
        if word == "can block an additional creature":
            text = "~ can block an additional creature each combat."
        assert line(text.capitalize(), "Creature — Newt", ("1", "1")).endswith(f"| {word}")
    assert {"can't block", "can't be blocked", "attacks each combat if able"} <= proven


def card(name="Newt", **more):
    base = dict(name=name, mana_cost="{G}", type_line="Creature — Newt", oracle_text="Flying")
    return base | dict(power="1", toughness="1", layout="normal") | more


def mtgjson(name="Newt", **more):
    base = dict(name=name, manaCost="{G}", type="Creature — Newt", text="Flying", power="1")
    return base | dict(toughness="1", layout="normal") | more


def jsons(*values):
    return "\n".join(map(json.dumps, values)).encode()


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([card(), card("Old", layout="transform", card_faces=[{}, {}])]).encode(),
        jsons(card(), card("Old", card_faces=[{}, {}])),
        b"\xef\xbb\xbf" + json.dumps([card(), card("Old", digital=True)], indent=1).encode(),
        gzip.compress(jsons(card(), card("Old", color_indicator=["R"]))),
        json.dumps(
            {"meta": {"version": "5"}, "data": {"Newt": [mtgjson()], "A // B": [{}, {}]}}
        ).encode(),
        json.dumps(
            {"data": {"Newt": [mtgjson()], "Joke": [mtgjson("Joke", isFunny=True)]}}
        ).encode(),
    ],
)
def test_scryfall_and_mtgjson(tmp_path, content):
    path = tmp_path / "cards"
    path.write_bytes(content)
    found = imports.read(path)
    assert found.lines == {"Newt": "Newt | G | Creature | 1/1 | flying"}
    assert (found.seen, found.known, found.refused.total()) == (2, 0, 1)
    assert found.summary()[0] == "2 cards: 1 taken (50.0%), 0 already known, 1 refused"


def test_known_names_and_names_that_come_twice(tmp_path):
    path = tmp_path / "cards.json"
    path.write_bytes(jsons(card("Shock"), card(), card(), card("Odd", oracle_text="Fnord.")))
    found = imports.read(path)
    assert found.known == 1 and list(found.lines) == ["Newt"]
    assert found.summary()[1:] == ["  1 a name that came before", "  1 fnord."]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not JSON"),
        (b"hello", "not JSON"),
        (b"[]", "no card in it"),
        (b"{}", "no card in it"),
        (b'[1, null, "x"]', "no card in it"),
        (b'{"meta": {}, "data": {}}', "no card in it"),
        (b"[" * 100_000, "deeper than 40"),
        (b'{"a":' * 100_000, "deeper than 40"),
        (b'[{"name": "\xff"}]', "not JSON"),
        (b"[NaN]", "not JSON"),
        (json.dumps([card()]).encode()[:-9], "not JSON, or cut off"),
        (gzip.compress(jsons(card()))[:-9], "cut off"),
    ],
)
def test_files_that_are_none(tmp_path, content, message):
    path = tmp_path / "cards.json"
    path.write_bytes(content)
    with pytest.raises(UserError, match=message) as error:
        imports.read(path)
    assert str(path) in str(error.value) and "\n" not in str(error.value)


TEXT = st.text(max_size=80) | st.sampled_from([*SPELLS, *CREATURES, *AURAS, *ENCHANTMENTS])
FIELD = TEXT | st.integers() | st.none() | st.lists(st.booleans(), max_size=2)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from([*card(), "card_faces"]), FIELD).map(lambda d: card() | d),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_a_card_says_it_is_taken_whole_or_refused(tmp_path_factory, values):
    path = tmp_path_factory.mktemp("cards") / "cards.json"
    path.write_text(json.dumps(values))
    found = imports.read(path)
    assert found.seen == len(values) == len(found.lines) + found.known + found.refused.total()
    for name, text in found.lines.items():
        made = parse(text)
        assert made.name == name and facts.facts(made).endswith(".")


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A file of made-up cards of every phrase."""
    path = tmp_path_factory.mktemp("own") / "cards.json"
    made = [
        card(f"Newt {i}", oracle_text=text.replace("~", f"Newt {i}"))
        for i, text in enumerate(CREATURES)
    ]
    made += [
        card(f"Spell {i}", type_line="Instant", oracle_text=text.replace("~", f"Spell {i}"))
        for i, text in enumerate(SPELLS)
    ]
    path.write_text(json.dumps(made))
    return path


def test_rows_use_the_users_cards_and_are_checked_without_the_file(own):
    lines = sorted(imports.read(own).lines.values())
    rows = list(mtg.generate(200, 5, include_advanced=True, cards=lines))
    used = [row for row in rows if "Newt " in row["input"] or "Spell " in row["input"]]
    assert len(used) > 50 and mtg.verify(rows) == []
    assert rows == list(mtg.generate(200, 5, include_advanced=True, cards=lines))
    for cards_ in (["nonsense"], ["a | {", 3], "x", 7, [[]]):
        assert mtg.verify([{**used[0], "cards": cards_}])[0][1]


def test_the_script(own, tmp_path):
    out = tmp_path / "rows.jsonl"
    command = [sys.executable, "scripts/generate_mtg_dataset.py", "--output", str(out)]
    done = subprocess.run(
        [*command, "--num-examples", "20", "--cards", str(own)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    taken = len(CREATURES) + len(SPELLS)
    assert f"{taken} cards: {taken} taken (100.0%)" in done.stdout
    assert len(out.read_text("utf-8").splitlines()) == 20
