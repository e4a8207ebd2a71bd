# ruff: noqa: E501 (tables of cases)
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neural.domains import english, load
from neural.domains.english import dates, units, vocabulary, words
from neural.errors import UserError
from neural.records import texts
from neural.records.mix import mix

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def rows():
    return list(english.generate(12_000, seed=1))


def test_twelve_thousand_distinct_rows_that_all_come_out_again(rows):
    assert len({(row["instruction"], row["input"]) for row in rows}) == 12_000
    assert load("english").verify(rows) == []


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**63))
def test_every_seed_gives_verified_rows(seed):
    rows = list(english.generate(400, seed))
    assert english.verify(rows) == []
    assert rows == list(english.generate(400, seed))
    assert rows[:50] == list(english.generate(50, seed))


def test_other_seed_other_rows(rows):
    other = {row["instruction"] + row["input"] for row in english.generate(2000, 2)}
    mine = {row["instruction"] + row["input"] for row in rows[:2000]}
    assert len(mine - other) > 1000


def test_rows_have_every_key_as_clean_text(rows):
    for row in rows:
        assert all(isinstance(value, str) for value in row.values())
        assert row["license"] == "Apache-2.0" and row["source"] == "english"
        for key in ("instruction", "input", "output"):
            text = row[key]
            assert text == text.strip() and (text or key == "input")
            assert not re.search(r"[{}]", text) or "json" in row["task"], text
            assert "  " not in text
            assert not texts.control_character(text)
        assert row["instruction"][0] not in "abcdefghijklmnopqrstuvwxyz"


def test_answers_are_short_and_categories_are_balanced(rows):
    lengths = [len(re.findall(r"\w+|[^\w\s]", row["output"])) for row in rows]
    assert median(lengths) <= 25 and max(lengths) <= 60
    sizes = Counter(row["category"] for row in rows)
    assert set(sizes) == set(english.CATEGORIES)
    assert max(sizes.values()) < 4 * min(sizes.values())


def test_requests_vary_in_form(rows):
    openings = Counter(" ".join(row["instruction"].split()[:2]) for row in rows)
    assert len(openings) > 400
    assert openings.most_common(1)[0][1] < 0.1 * len(rows)


def test_a_question_has_one_answer(rows):
    answers = defaultdict(set)
    for row in rows:
        answers[row["instruction"].casefold(), row["input"]].add(row["output"])
    assert all(len(found) == 1 for found in answers.values())


def test_a_scenario_has_one_group_and_groups_are_many(rows):
    groups = defaultdict(set)
    for row in rows:
        groups[row["id"]].add(row["split_group"])
    assert all(len(found) == 1 for found in groups.values())
    sizes = Counter(row["split_group"] for row in rows)
    assert len(sizes) > 1000 and max(sizes.values()) < 0.02 * len(rows)


def test_split_keeps_every_kind_of_task_in_training(rows):
    made = mix({"english": rows}, {"english": 1.0}, seed=1, test=0.1, val=0.02)
    kinds = {(row["category"], row["task"]) for row in rows}
    assert {(row["category"], row["task"]) for row in made.train} == kinds
    tested = {row["category"] for row in made.test if row["test_set"] == "unseen_schema"}
    assert tested == set(english.CATEGORIES)
    assert made.report["leaks_removed"]["test"]["same_id"] == 0


def spoilt(row):
    """A plausible wrong answer."""
    text = row["output"]
    number = re.search(r"\d+(?!.*\d)", text, re.DOTALL)
    if number:
        return f"{text[: number.start()]}{int(number[0]) + 1}{text[number.end() :]}"
    return {"Yes": "No", "No": "Yes"}.get(text, f"{text}x")


def test_verify_refuses_each_kind_of_wrong_answer(rows):
    first = {(row["category"], row["task"]): row for row in rows}
    wrong = [row | {"output": spoilt(row)} for row in first.values()]
    assert {index for index, _ in english.verify(wrong)} == set(range(len(wrong)))


def test_verify_refuses_a_changed_question(rows):
    sums = [row for row in rows if row["category"] == "arithmetic"]
    changed = [
        row | {"instruction": re.sub(r"\d+", lambda m: str(int(m[0]) + 7), row["instruction"])}
        for row in sums
    ]
    # What is missing from 5 to 9 stays, and so does the larger's step: only most can change.
    assert len(english.verify(changed)) > 0.9 * len(changed)


@pytest.mark.parametrize(
    "change",
    [{"task": "no such"}, {"task": None}, {"category": "cypher"}, {"instruction": "Eh?"}, {"input": "?"}],
)  # fmt: skip
def test_verify_survives_foreign_rows(rows, change):
    foreign = [row | change for row in rows[:300]]
    assert all(isinstance(what, str) for _, what in english.verify(foreign))
    if "task" in change or "category" in change:
        assert len(english.verify(foreign)) == 300


def test_score_is_exact_up_to_outer_white_space(rows):
    asked = rows[:3]
    given_back = [asked[0]["output"] + "\n", asked[1]["output"] + " x", ""]
    assert english.score(asked, given_back) == [{"exact": True}, {"exact": False}, {"exact": False}]
    assert next(iter(english.METRICS)) == "exact"
    with pytest.raises(ValueError):
        english.score(asked, ["one"])


@pytest.mark.parametrize(
    "question, answer",
    [
        ("Convert 3 kilometers to meters.", "3000 meters"),
        ("How many feet are in 7 yards?", "21 feet"),
        ("What is 2.5 hours in minutes?", "150 minutes"),
        ("Change 48 ounces into pounds.", "3 pounds"),
        ("Convert 2 hours and 15 minutes to minutes.", "135 minutes"),
        ("Which is longer, 3 meters or 250 centimeters?", "3 meters"),
        ("How many hours are in 1 week?", "168 hours"),
        ("What is 6 centuries in years?", "600 years"),
    ],
)
def test_known_conversions(question, answer):
    assert units.solve(question, "", "") == answer


@pytest.mark.parametrize("celsius, fahrenheit", [(100, 212), (0, 32), (-40, -40), (-10, 14)])
def test_known_temperatures(celsius, fahrenheit):
    asked = f"What is {celsius} degrees Celsius in Fahrenheit?"
    assert units.solve_temperature(asked, "", "") == f"{fahrenheit} degrees Fahrenheit"


@settings(max_examples=200)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 500))
def test_the_two_calendars_agree(start, days):
    asked = f"What date is {days} days after {dates.written(start)}?"
    end = dates.written(start + timedelta(days))
    assert dates.solve_date(asked, "", "") == end
    between = f"How many days are there from {dates.written(start)} to {end}?"
    assert dates.solve_between(between, "", "") == f"{days} days"


@pytest.mark.parametrize(
    "word, plural",
    [("box", "boxes"), ("city", "cities"), ("key", "keys"), ("child", "children"), ("bus", "buses"),
     ("church", "churches"), ("wish", "wishes"), ("knife", "knives"), ("day", "days"), ("tax", "taxes")],
)  # fmt: skip
def test_plurals(word, plural):
    assert vocabulary.plural(word) == plural


@pytest.mark.parametrize(
    "verb, past",
    [("stop", "stopped"), ("try", "tried"), ("play", "played"), ("dance", "danced"), ("go", "went"),
     ("visit", "visited"), ("open", "opened"), ("tidy", "tidied"), ("agree", "agreed"), ("fix", "fixed")],
)  # fmt: skip
def test_past_tenses(verb, past):
    assert vocabulary.past(verb) == past


def test_tables_hold_no_word_twice():
    everything = [word for table in words.CATEGORIES.values() for word in table]
    assert not [word for word, count in Counter(everything).items() if count > 1]
    both = [*words.OPPOSITES, *words.OPPOSITES.values()]
    assert not [word for word, count in Counter(both).items() if count > 1]
    for table in (words.GIRLS + words.BOYS, words.CITIES, vocabulary.NOUNS, vocabulary.VERBS):
        assert len(set(table)) == len(table)


def test_too_many_rows_says_how_many_there_are_and_writes_nothing(tmp_path):
    with pytest.raises(UserError, match=r"only \d+ distinct ones can be made in dialogue"):
        list(english.generate(10**6, 0, ["dialogue"]))
    with pytest.raises(UserError, match="Did you mean 'dates'"):
        list(english.generate(1, 0, ["date"]))
    out = tmp_path / "rows.jsonl"
    said = script(out, "--num-examples", "100000", "--categories", "dialogue")
    assert said.returncode == 1 and said.stderr.startswith("error: asked for 100000 rows")
    assert list(tmp_path.iterdir()) == []


def script(out, *args):
    return subprocess.run(
        [sys.executable, ROOT / "scripts/generate_english_dataset.py", "--output", out, *args],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )


def test_script_writes_the_same_bytes_twice(tmp_path):
    for name in ("a", "b"):
        said = script(tmp_path / name, "--count", "500", "--seed", "9")
        assert said.returncode == 0, said.stderr
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert len((tmp_path / "a").read_text().splitlines()) == 500
    assert json.loads((tmp_path / "a").read_text().splitlines()[0])["source"] == "english"
    assert script(tmp_path / "c", "--count", "0").returncode == 2
