"""What any domain has to do. A domain's test names it: `class TestMine(Contract): domain = "mine"`.

The messages say what to write, in the order in which to write it.
"""

import json

import pytest

from neural import domains
from neural.records import forms

ROWS, SEED = 60, 7
KEYS = ("id", "instruction", "output", "category", "source", "license", "split_group")


class Contract:
    """`arguments`: what `generate` is given besides count and seed."""

    domain = ""
    arguments: dict = {}  # noqa: RUF012 (each class has its own)

    @pytest.fixture
    def package(self):
        return domains.load(self.domain)

    @pytest.fixture
    def rows(self, package):
        return list(package.generate(ROWS, SEED, **self.arguments))

    def test_generate_gives_so_many_whole_rows(self, rows):
        assert len(rows) == ROWS, f"generate({ROWS}, …) gave {len(rows)} rows"
        for row in rows:
            missing = [key for key in KEYS if not str(row.get(key, "")).strip()]
            assert not missing, f"a row lacks {', '.join(missing)}: {row}"
            json.dumps(row)

    def test_no_question_comes_twice(self, rows):
        asked = {(row.get("input"), row["instruction"]) for row in rows}
        assert len(asked) == ROWS, f"{ROWS - len(asked)} of {ROWS} questions are repeated"

    def test_the_seed_alone_decides(self, package, rows):
        again = list(package.generate(ROWS, SEED, **self.arguments))
        assert again == rows, "the same seed gave other rows: draw from Random(seed) only"
        other = list(package.generate(ROWS, SEED + 1, **self.arguments))
        assert other != rows, "another seed gave the same rows"

    def test_there_are_groups_to_hold_out(self, rows):
        groups = {row["split_group"] for row in rows}
        assert len(groups) > 4, f"{len(groups)} split groups cannot be split: {groups}"

    def test_verify_finds_nothing_wrong_and_sees_a_spoilt_answer(self, package, rows):
        assert package.verify(rows) == []
        other = next(row["output"] for row in rows if row["output"] != rows[0]["output"])
        spoilt = [rows[0] | {"output": other}, *rows[1:]]
        found = package.verify(spoilt)
        assert [index for index, _ in found] == [0], (
            f"verify says {found} of rows whose first has another row's answer: work the answer "
            "out once more, without what generate did"
        )

    def test_the_expected_answers_score_and_nonsense_does_not(self, package, rows):
        best = next(iter(package.METRICS))
        right = package.score(rows, [row["output"] for row in rows])
        wrong = package.score(rows, ["\x00 nonsense {"] * ROWS)
        assert all(one[best] == 1 for one in right if best in one), f"{best} of expected answers"
        assert not any(one.get(best) == 1 for one in wrong), f"{best} of nonsense is 1"
        unknown = {key for one in (*right, *wrong) for key in one} - {*package.METRICS, "mistake"}
        assert not unknown, f"METRICS does not explain {', '.join(unknown)}"

    def test_the_validator_finds_no_fault_in_its_rows(self, rows):
        for row in rows:
            faults = list(forms.wrong(row, forms.form(row)))
            assert not faults, f"{faults} in {row}"
