"""What a validation writes: the cleaned files, the page, the schema, the dataset's card."""

import json
import os
import subprocess
import sys
import threading
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from neural.errors import UserError
from neural.records import fix, forms, page, pool, report
from neural.records.validate import Options, Validation
from neural.release.dataset import card, croissant
from tests.test_records_faults import LONG, SECRETS, form, sharegpt
from tests.test_records_validate import ROOT, chat, line, script


def written(tmp_path, *lines, name="rows.jsonl"):
    path = tmp_path / name
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def test_fix_keeps_good_rows_byte_for_byte_and_says_what_it_removed(tmp_path):
    good = line()[:-1] + b', "extra":  [1,2]}'
    path = written(
        tmp_path, b"\xef\xbb\xbf" + good, b"", b"[1]", line(id="2"),
        line(id="3", instruction="Use it.", output=SECRETS["AWS"]),
    )  # fmt: skip
    (account,) = fix.fix(Validation([path]), tmp_path / "clean")
    assert (account["kept"], account["removed"]) == (1, 3)
    assert (tmp_path / "clean/rows.jsonl").read_bytes() == good + b"\n"
    removed = [json.loads(x) for x in (tmp_path / "clean/removed.jsonl").read_text().splitlines()]
    assert [(one["line"], one["why"]) for one in removed] == [
        (3, ["not-an-object"]), (4, ["exact-duplicate"]), (5, ["secret"]),
    ]  # fmt: skip
    assert json.loads(removed[1]["row"])["id"] == "2"
    assert SECRETS["AWS"] not in json.dumps(removed)
    again = Validation([tmp_path / "clean/rows.jsonl"])
    assert report.report(again)["verdict"] == "clean"


def test_fix_takes_a_leaked_question_from_the_training_and_leaves_the_test_whole(tmp_path):
    asked = line(instruction="Which river flows through Oslo and past the old mill?")
    other = line(id="2", instruction="Name a fjord.", output="Sogn")
    train = written(tmp_path, asked, other, name="train.jsonl")
    test = written(tmp_path, asked, name="test.jsonl")
    accounts = fix.fix(Validation([train, test]), tmp_path / "clean")
    assert {Path(one["file"]).name: one["kept"] for one in accounts} == {
        "train.jsonl": 1,
        "test.jsonl": 1,
    }


def test_fix_never_writes_over_what_it_reads(tmp_path):
    path = written(tmp_path, line(), b"oops")
    with pytest.raises(UserError, match="name another folder"):
        fix.fix(Validation([path]), tmp_path)
    assert path.read_bytes().endswith(b"oops\n")


def test_strict_fix_removes_the_rows_of_warnings_too(tmp_path):
    path = written(
        tmp_path, line(), line(id="2", instruction="Whose?", output="jane.doe@gmail.com")
    )
    assert fix.fix(Validation([path]), tmp_path / "a")[0]["removed"] == 0
    assert fix.fix(Validation([path]), tmp_path / "b", strict=True)[0]["removed"] == 1


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_shows_what_is_wrong_and_runs_nothing(tmp_path):
    path = written(tmp_path, line(output="<script>alert('Ã©')</script>"), line(id="2", license=...))
    made = report.report(Validation([path]))
    page.write(made, tmp_path / "report")
    text = (tmp_path / "report/report.html").read_text()
    tags = Tags()
    tags.feed(text)
    assert not tags.open and "script" not in tags.seen and "img" not in tags.seen
    assert "&lt;script&gt;" in text and "mojibake" in text and f"{path}:1" in text
    assert json.loads((tmp_path / "report/report.json").read_text()) == made


def test_the_published_schema_takes_what_is_read_and_refuses_what_is_not():
    schema = Draft202012Validator(forms.schema())
    good = [line(), chat("user", "assistant"), sharegpt(("human", "a"), ("gpt", "b")),
            form(prompt="a", completion="b"), form(text="a")]  # fmt: skip
    bad = [line(output=...), line(output=""), form(text=1), b"{}", chat("tool", "assistant")]
    assert all(schema.is_valid(json.loads(one)) for one in good)
    assert not any(schema.is_valid(json.loads(one)) for one in bad)
    said = script("--schema")
    assert said.returncode == 0 and json.loads(said.stdout) == forms.schema()


def test_standard_input_is_read(tmp_path):
    asked = [sys.executable, str(ROOT / "scripts/validate_dataset.py"), "-", "--report", tmp_path]
    said = subprocess.run(
        asked, input=line() + b"\n[1]\n", capture_output=True, env={"PYTHONPATH": str(ROOT)}
    )
    assert said.returncode == 1 and b"-:2: " in said.stdout
    assert json.loads((tmp_path / "report.json").read_text())["rows"] == 1


def test_a_pipe_is_read_though_it_can_be_read_only_once(tmp_path):
    pipe = tmp_path / "rows"
    os.mkfifo(pipe)
    lines = [line(id=str(i), instruction=f"{i}: {LONG}?", output=LONG) for i in range(3)]
    writer = threading.Thread(target=pipe.write_bytes, args=(b"\n".join(lines),))
    writer.start()
    made = Validation([pipe])
    writer.join()
    assert report.report(made)["near_duplicates"]["rows"] == 2
    assert [one["kept"] for one in fix.fix(made, tmp_path / "fixed")] == [3]


def test_a_wrong_limit_or_tokenizer_is_wrong_usage(tmp_path):
    path = written(tmp_path, line())
    said = script(path, "--limits", '{"simlar": 0.9}')
    assert said.returncode == 2 and "Did you mean 'similar'" in said.stderr
    said = script(path, "--tokenizer", tmp_path / "absent.json")
    assert said.returncode == 2 and "absent.json" in said.stderr
    (tmp_path / "bad.json").write_text("{}")
    said = script(path, "--tokenizer", tmp_path / "bad.json")
    assert said.returncode == 2 and "Traceback" not in said.stderr
    said = script(path, "--preset", "nano")
    assert said.returncode == 2 and "--tokenizer" in said.stderr, "nothing could be counted"


def test_a_file_whose_name_cannot_be_shown_is_wrong_usage(tmp_path):
    odd = written(tmp_path, line(), name=os.fsdecode(b"a\xff\x1b[2J.jsonl"))
    with pytest.raises(UserError, match=r"a\\udcff\\x1b\[2J.jsonl': a name"):
        Validation([odd])
    (tmp_path / "folder").mkdir()
    odd.rename(tmp_path / "folder" / f"{odd.name}.txt")
    written(tmp_path / "folder", line())
    made = report.report(Validation([tmp_path / "folder"]))
    page.write(made, tmp_path / "report")
    assert "x1b[2J.jsonl.txt" in made["findings"][0]["first"][0]["file"]


@pytest.mark.slow
def test_processes_find_the_same_as_one(tmp_path, monkeypatch):
    lines = [line(id=str(i), instruction=f"Question {i % 700}: {'why ' * 9}?") for i in range(900)]
    path = written(tmp_path, *lines, b"{")
    alone = report.report(Validation([path]))
    monkeypatch.setattr("neural.records.validate.INLINE", 0)
    monkeypatch.setattr("neural.records.reader.blocks.__defaults__", (40_000,))
    assert report.report(Validation([path], Options(threads=2))) == alone
    assert [*pool.run(abs, range(-9, 0), 2)] == [*range(9, 0, -1)]


def test_a_dataset_card_and_its_metadata_are_valid_and_say_the_hash(tmp_path):
    import mlcroissant
    from huggingface_hub import DatasetCard

    rows = [json.loads(line(id=str(i), instruction=f"Question {i}?")) for i in range(9)]
    path = written(tmp_path, *(json.dumps(one).encode() for one in rows))
    made = report.report(Validation([path]))
    recipe = {"domain": "english", "num_examples": 9, "seed": 1}
    text = card("mine", made, recipe, rows)
    assert DatasetCard(text).data.license == "apache-2.0"
    assert made["files"][0]["sha256"] in text and "num_examples: 9" in text
    metadata = tmp_path / "croissant.json"
    metadata.write_text(json.dumps(croissant("mine", made, recipe, rows)))
    dataset = mlcroissant.Dataset(jsonld=str(metadata))
    assert not dataset.metadata.issues.errors
    first = next(iter(dataset.records("rows")))
    assert first["rows/output"] == b"Oslo" and first["rows/license"] == b"Apache-2.0"
