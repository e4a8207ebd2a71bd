import json
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neural.errors import UserError
from neural.records import jsonl
from neural.records.amounts import Amounts, allot, amounts, usual
from neural.records.dedupe import question_key, unique
from neural.records.mix import mix
from neural.records.split import choose, choose_evenly

ROOT = Path(__file__).parent.parent


def source(name, groups, per_group, shapes=("plain", "rare"), wordings=2):
    """Rows of `groups` groups; each scenario is asked in two wordings."""
    return [
        {
            "id": f"{name}-{g}-{i // wordings}",
            "instruction": f"{name} {g} {i}?",
            "input": f"context {g}",
            "output": f"{name} answers {g} {i // wordings}",
            "category": f"c{i % 3}",
            "shape": shapes[i // wordings % 5 == 0],
            "split_group": f"{name}-{g}",
            "source": name,
        }
        for g in range(groups)
        for i in range(per_group)
    ]


def two(groups=30, per_group=40):
    return {"cypher": source("cypher", groups, per_group), "english": source("english", 40, 20)}


def mixed(sources=None, shares=None, **changes):
    settings = {"seed": 1, "test": 0.2, "val": 0.05, "unseen": {}} | changes
    return mix(sources or two(), shares or {"cypher": 0.75, "english": 0.25}, **settings)


def of(rows, key):
    return {row[key] for row in rows}


def test_no_group_scenario_or_shape_crosses_into_training():
    made = mixed(unseen={"shape": ["rare"]})
    trained = made.train + made.val
    by_set = {
        name: [r for r in made.test if r["test_set"] == name] for name in of(made.test, "test_set")
    }
    assert set(by_set) == {"seen", "unseen_schema", "unseen_shape", "unseen_both"}
    for name in ("unseen_schema", "unseen_both"):
        assert not of(by_set[name], "split_group") & of(trained, "split_group")
    for name in ("unseen_shape", "seen"):
        assert not of(by_set[name], "split_group") & of(by_set["unseen_schema"], "split_group")
    assert of(trained, "shape") == of(by_set["seen"], "shape") == {"plain"}
    assert of(by_set["unseen_shape"] + by_set["unseen_both"], "shape") == {"rare"}
    assert not of(made.test, "id") & of(trained, "id")
    assert not of(made.val, "id") & of(made.train, "id")
    assert not any("test_set" in row for row in trained)


def test_held_out_groups_are_the_asked_share_of_each_source():
    made = mixed()
    assert made.report["sources"]["cypher"]["groups_held_out"] == 6
    assert made.report["sources"]["english"]["groups_held_out"] == 8
    assert of(made.val, "source") == of(made.test, "source") == {"cypher", "english"}


def test_scarcest_source_sets_the_total_and_the_rest_is_told():
    made = mixed(shares={"cypher": 0.5, "english": 0.5})
    count = {name: sum(r["source"] == name for r in made.train) for name in ("cypher", "english")}
    assert count["cypher"] == count["english"]
    told = made.report["sources"]
    assert told["english"]["unused"] == 0
    assert told["cypher"]["unused"] == told["cypher"]["split"]["train"] - count["cypher"] > 0
    assert len(of(made.train, "instruction")) == len(made.train), "a row was repeated"


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 5))
def test_order_of_rows_changes_nothing(random, seed):
    sources = {"cypher": source("cypher", 6, 12), "english": source("english", 8, 6)}
    sources["english"].append(sources["english"][0] | {"system": "another system, same question"})
    shuffled = {}
    for name in random.sample(sorted(sources), 2):
        shuffled[name] = random.sample(sources[name], len(sources[name]))
    kwargs = {"seed": seed, "val": 0.1, "unseen": {"shape": ["rare"]}}
    assert mixed(sources, **kwargs) == mixed(shuffled, **kwargs)


@settings(max_examples=200)
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=3),
        st.tuples(st.integers(1, 10**6), st.integers(1, 99)),
        min_size=1,
        max_size=6,
    )
)
def test_shares_hold_within_one_row_and_never_exceed_what_there_is(drawn):
    total = sum(weight for _, weight in drawn.values())
    shares = {name: weight / total for name, (_, weight) in drawn.items()}
    available = {name: count for name, (count, _) in drawn.items()}
    sizes = allot(available, shares)
    for name, size in sizes.items():
        assert 0 <= size <= available[name]
        assert abs(size - shares[name] * sum(sizes.values())) < 1 + 1e-6
    assert any(shares[n] * (sum(sizes.values()) + 2) > available[n] for n in sizes), "rows to spare"


@given(st.sets(st.text(max_size=4), min_size=2, max_size=40), st.floats(0.01, 0.99), st.integers())
def test_choose_takes_some_and_leaves_some(names, share, seed):
    chosen = choose(names, share, seed, "test")
    assert 0 < len(chosen) < len(names)
    assert abs(len(chosen) - share * len(names)) <= 1
    assert chosen == choose(sorted(names, reverse=True), share, seed, "test")


@given(
    st.dictionaries(st.text(max_size=4), st.sampled_from("abc"), min_size=2, max_size=40),
    st.floats(0.01, 0.99),
)
def test_each_stratum_gives_its_share(strata, share):
    chosen = choose_evenly(strata, share, 1, "test")
    part = len(chosen) / len(strata)
    for one in set(strata.values()):
        names = [name for name, of in strata.items() if of == one]
        assert abs(len(chosen.intersection(names)) - part * len(names)) < 1


def test_categories_of_the_test_are_as_in_the_whole():
    rows = [r | {"category": f"c{i // 400}"} for i, r in enumerate(source("a", 60, 20))]
    made = mixed({"a": rows}, {"a": 1.0}, test=0.25)
    held = made.report["sources"]["a"]
    assert held["test_categories"]["c0"] > held["test_categories"]["c2"] / 2 > 0
    groups = {
        r["split_group"]: r["category"] for r in made.test if r["test_set"] == "unseen_schema"
    }
    assert sorted(groups.values()) == ["c0"] * 5 + ["c1"] * 5 + ["c2"] * 5


def test_the_usual_shares_are_of_the_domain_english_and_explanations():
    assert usual(["d", "e", "x"]) == {"d": 0.7, "e": 0.2, "x": 0.1}
    assert usual(["d", "e"]) == {"d": pytest.approx(7 / 9), "e": pytest.approx(2 / 9)}
    with pytest.raises(UserError, match="needed for 4 sources"):
        usual(["a", "b", "c", "d"])


def test_a_temperature_of_one_keeps_proportions_and_a_high_one_levels_them():
    there, shares = {"a": 9000, "b": 1000}, {"a": 0.5, "b": 0.5}
    assert amounts(there, shares, Amounts(rows=1000, temperature=1)) == {"a": 900, "b": 100}
    assert amounts(there, shares, Amounts(rows=1000, temperature=2)) == {"a": 750, "b": 250}
    level = amounts(there, shares, Amounts(rows=1000, temperature=1000))
    assert abs(level["a"] - 500) <= 1


def test_a_short_source_is_an_error_unless_it_is_allowed():
    there, shares = {"a": 900, "b": 50}, {"a": 0.5, "b": 0.5}
    with pytest.raises(UserError, match=r"source b: 50 rows .* 100 are wanted .*--short repeat"):
        amounts(there, shares, Amounts(rows=200))
    assert amounts(there, shares, Amounts(rows=200, short="fewer")) == {"a": 100, "b": 50}
    assert amounts(there, shares, Amounts(rows=200, short="repeat")) == {"a": 100, "b": 100}
    assert amounts(there, shares, Amounts(caps={"a": 20})) == {"a": 20, "b": 20}


def test_rows_are_repeated_evenly_and_that_is_said():
    made = mixed(wanted=Amounts(rows=4000, short="repeat"))
    told = made.report["sources"]["english"]
    assert len(made.train) == 4000 and told["train"] == 1000
    assert told["repeated"] == 1000 - told["split"]["train"] > 0
    times = Counter(r["instruction"] for r in made.train if r["source"] == "english")
    assert max(times.values()) - min(times.values()) <= 1
    assert sum(a == b for a, b in pairwise(made.train)) < 10, "copies lie side by side"


@pytest.mark.parametrize(
    "wanted, says",
    [
        (Amounts(short="maybe"), "--short: 'maybe' is none of"),
        (Amounts(rows=0), "--rows 0"),
        (Amounts(temperature=0), "--temperature 0"),
        (Amounts(caps={"englsh": 5}), "Did you mean 'english'"),
        (Amounts(caps={"english": "5"}), "english: found '5'"),
    ],
)
def test_wrong_amounts_are_named(wanted, says):
    with pytest.raises(UserError, match=says):
        mixed(wanted=wanted)


def test_planted_leaks_are_removed_and_counted():
    sources = two()
    clean = mixed(sources)
    held = sorted(of([r for r in clean.test if r["test_set"] == "unseen_schema"], "split_group"))[0]
    trained = next(r for r in clean.train if r["source"] == held.split("-")[0])
    sources[trained["source"]] += [
        trained | {"split_group": held, "instruction": "same scenario, other words", "output": "x"},
        trained
        | {"split_group": held, "id": "fresh", "output": "y"}
        | {"instruction": trained["instruction"].upper()},
    ]
    made = mixed(sources)
    assert made.report["leaks_removed"]["test"]["same_id"] == 1
    assert made.report["leaks_removed"]["test"]["same_question"] == 1
    asked = {question_key(r) for r in made.train + made.val}
    assert not asked & {question_key(r) for r in made.test}


def test_a_seen_question_is_not_one_whose_answer_training_shows_in_another_context():
    sources = two()
    for row in sources["english"]:
        row["instruction"], row["output"] = "How many?", "Two"
        row["input"] = row["id"]
    made = mixed(sources)
    assert made.report["leaks_removed"]["test"]["same_question_and_answer"] > 0
    assert not [r for r in made.test if r["source"] == "english" and r["test_set"] == "seen"]


def test_copies_are_dropped_and_counted():
    sources = two()
    sources["english"] += sources["english"][:7]
    assert mixed(sources).report["sources"]["english"]["copies_dropped"] == 7
    rows = source("a", 1, 3)
    assert unique([*rows, rows[0] | {"system": "other"}]) == (rows, 1)


@pytest.mark.parametrize(
    "change, says",
    [
        ({"shares": {"cypher": 0.75, "englsh": 0.25}}, "Did you mean 'english'"),
        ({"shares": {"cypher": 1.0}}, "english has no share"),
        ({"shares": {"cypher": 0.75, "english": 0.5}}, "sum to 1.25"),
        ({"shares": {"cypher": 1.75, "english": -0.75}}, "1.75"),
        ({"shares": {"cypher": "0.75", "english": 0.25}}, "'0.75'"),
        ({"test": 0}, "--test"),
        ({"val": 1.5}, "--val"),
        ({"unseen": {"shape": ["rre"]}}, "Did you mean 'rare'"),
        ({"unseen": {"shape": "rare"}}, "expected a list"),
        ({"unseen": {"shape": ["plain", "rare"]}}, "no row is left"),
    ],
)  # fmt: skip
def test_wrong_settings_are_named(change, says):
    with pytest.raises(UserError, match=says):
        mixed(**change)


@pytest.mark.parametrize(
    "spoil, says",
    [
        (lambda rows: [], "no rows"),
        (lambda rows: [r | {"split_group": ""} for r in rows], "row 1: split_group is ''"),
        (lambda rows: [*rows, {"instruction": "a", "id": "c"}], "row 1201: split_group is None"),
        (lambda rows: [*rows, {"id": "c", "split_group": "d"}], "row 1201: expected the texts"),
        (lambda rows: [r | {"split_group": "all"} for r in rows], "at least two groups"),
    ],
)  # fmt: skip
def test_unfit_sources_are_named(spoil, says):
    sources = two()
    sources["cypher"] = spoil(sources["cypher"])
    with pytest.raises(UserError, match=f"source cypher.*{says}"):
        mixed(sources)


def test_chat_rows_mix_too():
    chats = [
        {"id": f"{i}", "split_group": f"{i % 9}", "messages": [
            {"role": "user", "content": f"hello {i}"}, {"role": "assistant", "content": "hi"}]}
        for i in range(200)
    ]  # fmt: skip
    made = mixed({"chat": chats}, {"chat": 1.0})
    assert of(made.train + made.val + made.test, "source") == {"chat"}
    assert len(made.train) + len(made.val) + len(made.test) == 200


def test_script_writes_files_that_its_report_describes(tmp_path):
    for name, rows in two().items():
        jsonl.write(tmp_path / f"{name}.jsonl", rows)

    def ask(folder, *more):
        return subprocess.run(
            [
                sys.executable, ROOT / "scripts/mix_dataset.py",
                "--source", f"cypher={tmp_path}/cypher.jsonl",
                "--source", f"english={tmp_path}/english.jsonl",
                "--mix", '{"cypher": 0.75, "english": 0.25}', "--seed", "4",
                "--output-dir", tmp_path / folder,
                "--report", tmp_path / folder / "mix.json", *more,
            ],
            capture_output=True, text=True, cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "COLUMNS": "300"},
        )  # fmt: skip

    said = ask("a")
    assert said.returncode == 0, said.stderr
    ask("b")
    report = json.loads((tmp_path / "a/mix.json").read_text())
    for part in ("train", "val", "test"):
        rows = list(jsonl.read(tmp_path / "a" / f"{part}.jsonl"))
        assert len(rows) == report["rows"][part]
        assert (tmp_path / "a" / f"{part}.jsonl").read_bytes() == (
            tmp_path / "b" / f"{part}.jsonl"
        ).read_bytes()
    assert (tmp_path / "a/mix.json").read_bytes() == (tmp_path / "b/mix.json").read_bytes()
    refused = ask("c", "--unseen", '{"shape": ["none such"]}')
    assert refused.returncode == 1
    assert refused.stderr.startswith("error: --unseen: no row has shape 'none such'")
    assert not (tmp_path / "c").exists()
