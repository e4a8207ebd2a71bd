"""A dataset written in parts: as many rows as asked, no question twice, rebuilt when it must be."""

import json
import subprocess
import sys

import pytest
import yaml

from neural import config
from neural.errors import UserError
from neural.records import jsonl
from tests import checkout

ROWS = "data/raw/english.jsonl"


def gather(folder, parts, wanted):
    names = []
    for number, rows in enumerate(parts):
        names.append(folder / f"{number}.jsonl")
        jsonl.write(names[-1], [{"instruction": text, "output": "x"} for text in rows])
    command = [sys.executable, "scripts/gather_dataset.py", "--parts", *names]
    command += ["--num-examples", str(wanted), "--output", folder / "all.jsonl"]
    environment = {"PYTHONPATH": str(checkout.ROOT)}
    return subprocess.run(
        command, cwd=checkout.ROOT, env=environment, capture_output=True, text=True
    )


def test_rows_come_by_turns_and_none_twice(tmp_path):
    done = gather(tmp_path, ["abcd", "ax", "yzbq"], 7)
    assert done.returncode == 0, done.stderr
    rows = [row["instruction"] for row in jsonl.read(tmp_path / "all.jsonl")]
    assert rows == ["a", "y", "b", "x", "z", "c", "d"]
    assert "7 rows of 3 parts; 2 left out" in done.stdout


def test_too_few_rows_write_nothing_and_say_so(tmp_path):
    done = gather(tmp_path, ["abc", "abd"], 5)
    assert done.returncode == 1 and not (tmp_path / "all.jsonl").exists()
    assert "2 parts hold 4 different questions, 5 are asked for (2 rows ask" in done.stderr


def test_each_part_has_its_own_seed_and_more_than_its_share():
    entry = {"domain": "english", "num_examples": 100, "seed": 3, "parts": 7}
    parts = [config.part(entry, number) for number in range(7)]
    assert len({part["seed"] for part in parts}) == 7
    assert {part["num_examples"] for part in parts} == {16}  # 110 / 7, rounded up
    other = config.part(entry | {"seed": 4}, 0)
    assert other["seed"] not in {part["seed"] for part in parts}
    assert all("parts" not in part for part in parts)


def test_parts_are_counted(tmp_path):
    text = yaml.safe_load((checkout.ROOT / "config.yaml").read_text())
    for wrong in (0, 1001, "4", 2.5):
        text["datasets"]["english"]["parts"] = wrong
        with pytest.raises(UserError, match="parts"):
            config.check(text)


@pytest.mark.slow
def test_parts_that_are_gone_still_make_their_dataset_stale(tmp_path):
    folder = checkout.make(tmp_path / "project")
    settings = yaml.safe_load((folder / "config.yaml").read_text())
    english = settings["datasets"]["english"]
    english |= {"num_examples": 60, "parts": 2}

    def stale():
        (folder / "config.yaml").write_text(yaml.safe_dump(settings))
        return checkout.stale(folder, ROWS)

    assert stale() == {"generate_part", "gather"}
    built = checkout.snakemake(folder, ROWS, "--cores", "1")
    assert built.returncode == 0, built.stdout
    assert not list((folder / "state").rglob("*.jsonl")) and stale() == set()
    assert len((folder / ROWS).read_text().splitlines()) == 60
    for key, value in (("seed", 5), ("parts", 3), ("num_examples", 61)):
        before = english[key]
        english[key] = value
        assert stale() == {"generate_part", "gather"}, key
        english[key] = before
    helper = folder / "neural/domains/english/lists.py"
    helper.write_text(helper.read_text() + "\nADDED = 1\n")
    assert stale() == {"generate_part", "gather"}
    assert json.loads(next(iter((folder / ROWS).open())))
