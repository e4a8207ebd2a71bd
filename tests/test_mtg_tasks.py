"""Rows of the Magic judge: right by replay, and the metrics that score answers to them."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from neural import config
from neural.domains import mtg
from neural.domains.mtg import citations, facts
from neural.domains.mtg.cards import cards
from neural.domains.mtg.generate import KINDS, make
from neural.domains.mtg.scene import Dice
from neural.domains.mtg.score import agree, verdict_of
from neural.domains.mtg.tasks import words
from neural.errors import UserError
from neural.evaluation import measure
from neural.release import gate

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data" / "mtg"


@pytest.fixture(scope="module")
def rows():
    return list(mtg.generate(600, 1, include_advanced=True))


def test_the_same_seed_gives_the_same_rows(rows):
    assert list(mtg.generate(50, 1, include_advanced=True)) == rows[:50]
    assert list(mtg.generate(50, 2, include_advanced=True)) != rows[:50]


def test_questions_are_distinct_and_kinds_are_all_there(rows):
    assert len({(row["instruction"], row["input"]) for row in rows}) == len(rows)
    assert {row["task"] for row in rows} == set(KINDS)


def test_without_advanced_there_are_no_layers():
    found = {row["category"] for row in mtg.generate(300, 3)}
    assert not found & {"layers", "replacement"}


def test_every_row_opens_with_its_verdict_and_cites_its_rules(rows):
    for row in rows:
        assert row["output"].startswith(row["verdict"])
        assert set(row["rule_reference"].split("; ")) == set(citations.found_in(row["output"]))


def test_no_row_has_holes_or_slips_of_the_templates(rows):
    for row in rows:
        for text in (row["instruction"], row["output"], row["input"]):
            assert "None" not in text and "  " not in text, row
            assert " ." not in text and ".." not in text and "{n}" not in text, row
        assert row["instruction"][0].isupper() and row["instruction"].rstrip()[-1] in ".?"


def test_verify_replays_each_row(rows):
    assert mtg.verify(rows) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"output": "Yes. It dies (rule 112.6)."}, "cites 112.6"),
        ({"rule_reference": "104.4a"}, "differs"),
        ({"scenario": "x"}, "none that the generator writes"),
        ({"task": "guess"}, "no scenario of a known task"),
        ({"instruction": "Does it die?"}, "another instruction"),
    ],
)
def test_verify_names_what_is_wrong(rows, change, message):
    row = next(row for row in rows if row["task"] == "responses")
    [(index, problem)] = mtg.verify([{**row, **change}])
    assert index == 0 and message in problem


def test_a_verdict_turned_round_is_found(rows):
    row = next(row for row in rows if row["output"].startswith("Yes. "))
    turned = {**row, "output": "No. " + row["output"][5:]}
    assert "another output" in mtg.verify([turned])[0][1]


def test_the_seeds_examples_come_out_right():
    eight = next(c for c in words.cases() if "eight cards for the opening hand" in c.situation)
    assert (eight.infraction, eight.penalty) == ("Mulligan Procedure Error", "Warning")
    assert eight.rules == ("IPG 2.4", "103.5")
    begun = next(c for c in words.cases() if "the game has begun" in c.situation)
    assert begun.infraction == "Hidden Card Error" and begun.rules == ("IPG 2.3",)
    asked = {wordings[0]: (verdict, rules) for wordings, verdict, rules in words._basics()}
    verdict, rules = asked["Can I activate an ability of a creature after it was destroyed?"]
    assert verdict.startswith("No") and {"113.6", "701.8a", "704.5g"} <= set(rules)
    verdict, rules = asked["When are state-based actions checked?"]
    assert {"704.3", "514.3a", "502.4", "704.4"} <= set(rules)
    verdict, rules = asked["How does priority work?"]
    assert {"117.5", "117.3a", "117.3d"} <= set(rules)


def test_every_rule_of_the_tables_is_a_checked_citation():
    listed = [rule for case in words.cases() for rule in case.rules]
    listed += [rule for _, _, rules in words._basics() for rule in rules]
    listed += [rule for rules in words.KEYWORDS.values() for rule in rules]
    assert not [rule for rule in listed if rule not in citations.table()]


def test_every_card_can_be_told():
    for card in cards().values():
        text = facts.facts(card)
        assert text.startswith(card.name) and text.endswith(".") and "@" not in text


def test_too_many_rows_of_a_small_kind_is_said():
    with pytest.raises(UserError, match=r"only [0-9]+ distinct ones can be made of policy"):
        list(mtg.generate(20_000, 1, kinds=["policy"]))
    with pytest.raises(UserError, match=r"unknown kind 'polcy'.*Did you mean 'policy'"):
        next(mtg.generate(1, 1, kinds=["polcy"]))


def test_scores(rows):
    row = next(row for row in rows if row["output"].startswith("Yes. "))
    right, other, wrong, invented = (
        row["output"],
        "Yes, it does.",
        "No. That is not so.",
        "Yes (rule 112.6).",
    )
    scores = mtg.score([row] * 4, [right, other, wrong, invented])
    assert scores[0]["verdict"] and scores[0]["exact"] and scores[0]["precision"] == 1
    assert scores[0]["recall"] == 1 and scores[0]["cited"]
    assert scores[1]["verdict"] and scores[1]["recall"] == 0 and "precision" not in scores[1]
    assert scores[2]["mistake"] == {"kind": "no instead of yes"}
    assert scores[3]["precision"] == 0 and not scores[3]["cited"]
    assert not scores[0]["consistent"]  # one of the four rules otherwise


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yes. It dies.", "yes, it dies", True),
        ("No damage. It is all prevented.", "No damage.", True),
        ("No damage.", "No, it does not.", False),
        ("You are at 12 life. Bolt resolves.", "you are at 12 life.", True),
        ("You are at 12 life.", "You are at 11 life.", False),
        ("You are at 12 life.", "Your life total is 12.", True),
        ("No damage.", "0 damage.", True),
        ("3 damage.", "4 damage.", False),
        ("Grizzly Bears dies. Shock resolves.", "It dies.", True),
        ("Grizzly Bears dies.", "Hill Giant dies.", False),
        ("Grizzly Bears dies.", "It survives.", False),
        ("It dies and comes back as a 3/2.", "It dies and comes back as a 2/1.", False),
        ("Young Wolf is 3/2.", "It is a 3/2.", True),
        ("It costs {2}{R}. Its mana cost is {1}{R}.", "Shock costs {2}{R}.", True),
        ("It costs {2}{R}.", "It costs {1}{R}.", False),
        ("No infraction of the IPG. There is no penalty.", "No infraction of the IPG.", True),
        ("Shock does not resolve.", "It does not resolve.", True),
        ("You win.", "Your opponent wins.", False),
        (
            "Mulligan Procedure Error, Warning. The player",
            "Mulligan procedure error, warning.",
            True,
        ),
    ],
)
def test_verdicts_are_compared_by_what_they_say(one, other, same):
    assert agree(verdict_of(one), verdict_of(other)) is same


def test_rewording_keeps_the_scenario_and_the_verdict():
    pairs = 0
    for number in range(300):
        one, other = (make("responses", number, False, wording=w) for w in (0, 1))
        if one is None:
            assert other is None
            continue
        assert one["id"] == other["id"] and one["verdict"] == other["verdict"]
        assert one["rule_reference"] == other["rule_reference"]
        pairs += one["instruction"] != other["instruction"]
    assert pairs > 100


def test_dice_word_apart_from_what_happens():
    one, other = Dice("x", 0), Dice("x", 1)
    assert one.random() == other.random() and one.words.random() != other.words.random()


def script(*arguments):
    return subprocess.run(
        [sys.executable, "scripts/generate_mtg_dataset.py", *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
        capture_output=True,
    )


def test_the_script(tmp_path):
    out = tmp_path / "mtg.jsonl"
    done = script("--output", out, "--num-examples", 20)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["source"] for row in rows] == ["mtg"] * 20
    done = script("--output", out, "--rules", tmp_path)
    assert done.returncode == 1 and "cr.txt: no such file" in done.stderr
    assert len(out.read_text("utf-8").splitlines()) == 20  # the file of before is whole


def test_with_the_users_rules_every_citation_is_checked_first():
    if not SHARED.is_dir():
        pytest.skip(f"the rules texts are the user's own; none in {SHARED}")
    assert len(list(mtg.generate(5, 1, rules=str(SHARED)))) == 5


def test_a_scenario_that_is_asked_twice_tells_consistency():
    rows = list(mtg.generate(400, 2))
    twins = [(a, b) for a, b in pairwise(rows) if a["id"] == b["id"]]
    assert len(twins) > 15
    assert all(a["instruction"] != b["instruction"] for a, b in twins)
    assert all(a["split_group"] == b["split_group"] for a, b in twins)  # never split
    one, other = next(pair for pair in twins if pair[0]["verdict"].startswith(("Yes", "No")))
    turned = "No." if other["verdict"].startswith("Yes") else "Yes."
    good = mtg.score([one, other], [one["output"], other["output"]])
    bad = mtg.score([one, other], [one["output"], turned])
    assert all(score["consistent"] for score in good) and not bad[0]["consistent"]
    alone = mtg.score([one], [one["output"]])
    assert "consistent" not in alone[0]


def test_the_metrics_tell_a_perfect_answerer_from_a_garbage_one():
    rows = list(mtg.generate(300, 6, include_advanced=True))
    perfect = mtg.score(rows, [row["output"] for row in rows])
    for scores in perfect:
        assert scores.keys() <= mtg.METRICS.keys()  # no "mistake"
        assert all(value == 1 for value in scores.values())
    assert sum("consistent" in scores for scores in perfect) > 10
    garbage = ("", "I do not know.", "\x00 rule 999.9z", "704.5g " * 500, "Yes?" * 99)
    answers = [garbage[i % len(garbage)] for i in range(len(rows))]
    scored = mtg.score(rows, answers)
    assert not any(scores["exact"] for scores in scored)
    assert sum(scores["verdict"] for scores in scored) < 0.2 * len(rows)  # a few say yes by chance
    assert sum(scores["recall"] for scores in scored) < 0.2 * len(rows)
    assert not any(scores["cited"] for i, scores in enumerate(scored) if i % len(garbage) == 2)
    assert all("mistake" in scores for scores in scored if not scores["verdict"])


def test_a_gate_can_name_each_metric(rows, tmp_path):
    limits = {"minimum": {"all": dict.fromkeys(mtg.METRICS, 0.9)}}
    named = config.read(ROOT / "config.yaml")
    named["models"]["mtg"]["gate"] = {"quantizations": ["q4_k_m"], **limits}
    config.check(named)
    asked = [*rows, rows[0] | {"instruction": "The same again."}]  # some scenario has a twin
    for name in ("good", "bad"):
        (tmp_path / name).write_text("answers")
    good = measure.judge(tmp_path / "good", asked, [row["output"] for row in asked], mtg)
    bad = measure.judge(tmp_path / "bad", asked, ["No. (rule 104.4a)"] * len(asked), mtg)
    checks = gate.checks([good], good, limits)
    assert len(checks) == len(mtg.METRICS) and all(check.ok for check in checks)
    missed = [check.what for check in gate.checks([bad], good, limits) if not check.ok]
    assert {what.split(",")[0] for what in missed} >= {"verdict", "precision", "recall", "exact"}


def test_only_questions_for_yes_or_no_are_answered_so():
    for wordings, verdict, _ in words._basics():
        if verdict.startswith(("Yes", "No,", "No.")):
            for wording in wordings:
                asked = wording.split(". ")[-1]
                assert not asked.startswith(("What", "How", "When", "Why", "Where", "Which")), asked


def test_questions_about_what_a_card_does_are_only_asked_of_those_that_do_it():
    """Nobody draws for an upkeep trigger that gains life, or sacrifices for another end step."""
    own = (
        "Odd Gain | 1W | Enchantment | | | on upkeep if life>=10: gain 2",
        "Odd End | 1W | Creature | 2/2 | | on end-step: gain 1",
        "Odd Draw | 1W | Enchantment | | | on upkeep if life>=10: draw 1",
    )
    rows = mtg.generate(80, 3, kinds=["conditional", "delaying"], cards=own)
    asked = " ".join(row["instruction"] for row in rows)
    assert "Odd Draw" in asked and "Odd Gain" not in asked and "Odd End" not in asked
