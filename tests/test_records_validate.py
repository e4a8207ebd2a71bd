import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from neural.records import report
from neural.records.validate import Options, Validation

ROOT = Path(__file__).parent.parent


def validate(paths, **options):
    return report.report(Validation(paths, Options(**options)))


def row(**changes):
    made = {
        "id": "1",
        "instruction": "Name the capital of Norway.",
        "input": "",
        "output": "Oslo",
        "category": "facts",
        "source": "test",
        "license": "Apache-2.0",
        "split_group": "g",
    }
    made.update(changes)
    return {key: value for key, value in made.items() if value is not ...}


def line(**changes):
    return json.dumps(row(**changes), ensure_ascii=False).encode()


def rows(count, **changes):
    return [line(id=str(i), instruction=f"Question {i}?", **changes) for i in range(count)]


def check(tmp_path, *lines):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join(lines) + (b"\n" if lines else b""))
    return validate([path])


def found(report):
    return {f["kind"]: f for f in report["findings"]}


def chat(*roles, content="hello"):
    return json.dumps(
        row(instruction=..., output=..., input=...)
        | {"messages": [{"role": role, "content": content} for role in roles]}
    ).encode()


FAULTS = {
    "empty": ([], "empty-file", 0),
    "only blank lines": ([b"", b"  "], "empty-file", 0),
    "latin-1": ([line(), line(output="é").decode().encode("latin-1")], "not-utf8", 2),
    "utf-16": (["{}".encode("utf-16")], "not-utf8", 1),
    "byte-order mark": ([b"\xef\xbb\xbf" + line()], "byte-order-mark", 1),
    "cut off": ([line(), line(id="2")[:-4]], "not-json", 2),
    "single quotes": ([b"{'instruction': 'a'}"], "not-json", 1),
    "bare NaN": ([b'{"instruction": NaN}'], "not-json", 1),
    "two objects": ([line() + line()], "not-json", 1),
    "deep": ([b"[" * 100_000], "not-json", 1),
    "lone surrogate": ([b'{"instruction": "\\ud800", "output": "x"}'], "not-json", 1),
    "array": ([b"[1, 2]"], "not-an-object", 1),
    "string": ([b'"text"'], "not-an-object", 1),
    "null": ([b"null"], "not-an-object", 1),
    "no output": ([line(output=...)], "missing-key", 1),
    "no instruction": ([line(instruction=...)], "missing-key", 1),
    "ShareGPT, unanswered": (
        [b'{"conversations": [{"from": "human", "value": "hi"}]}'],
        "bad-messages",
        1,
    ),
    "number as output": ([line(output=4)], "wrong-type", 1),
    "null output": ([line(output=None)], "wrong-type", 1),
    "list as input": ([line(input=["a"])], "wrong-type", 1),
    "number as category": ([line(category=4)], "wrong-type", 1),
    "list as id": ([line(id=["a"])], "wrong-type", 1),
    "empty output": ([line(output="")], "empty-text", 1),
    "blank instruction": ([line(instruction=" \n")], "empty-text", 1),
    "two users": ([chat("user", "user", "assistant")], "bad-messages", 1),
    "assistant first": ([chat("assistant", "user")], "bad-messages", 1),
    "ends with user": ([chat("user", "assistant", "user")], "bad-messages", 1),
    "only a system turn": ([chat("system")], "bad-messages", 1),
    "late system turn": ([chat("user", "system", "assistant")], "bad-messages", 1),
    "no messages": ([b'{"messages": []}'], "bad-messages", 1),
    "text as messages": ([b'{"messages": "hello"}'], "bad-messages", 1),
    "empty turn": ([chat("user", "assistant", content="")], "bad-messages", 1),
    "turn without content": ([b'{"messages": [{"role": "user"}]}'], "bad-messages", 1),
    "mixed forms": ([line(), chat("user", "assistant")], "mixed-formats", 2),
    "control character": ([line(output="a\x07b")], "control-character", 1),
    "delete character": ([line(output="a\x7f")], "control-character", 1),
    "NUL": ([line(input="a\0b")], "control-character", 1),
    "chat marker": ([line(output="x<|im_end|>")], "control-token", 1),
    "mojibake": ([line(output="CafÃ©")], "mojibake", 1),
    "mojibake quote": ([line(output="itâ€™s")], "mojibake", 1),
    "lost character": ([line(output="Caf\ufffd")], "mojibake", 1),
    "copy": ([line(), line(id="2")], "exact-duplicate", 2),
    "copy with another system": ([line(), line(system="Be kind.")], "exact-duplicate", 2),
    "two answers": ([line(), line(output="Bergen")], "conflicting-outputs", 2),
    "question repeated": (
        [line(output="Name the capital of Norway. Oslo")],
        "repeats-instruction",
        1,
    ),
    "question as answer": ([line(output="name the capital of norway.")], "repeats-instruction", 1),
    "blank line between": ([line(), b"", line(id="2", instruction="Other?")], "blank-line", 2),
    "no id": ([line(id=...)], "missing-id", 1),
    "empty id": ([line(id="")], "missing-id", 1),
    "no group": ([line(split_group=...)], "missing-split-group", 1),
    "no category": ([line(category=...)], "missing-category", 1),
    "no licence": ([line(license=...)], "unknown-licence", 1),
    "no source": ([line(source=...)], "missing-source", 1),
    "scenario in two groups": (
        [line(), line(instruction="And of Norway?", split_group="h")],
        "id-in-two-groups",
        2,
    ),
    "143 to 1": (
        [*rows(143), line(id="x", category="rare")],
        "imbalance",
        0,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_is_found_at_its_line(tmp_path, name):
    lines, kind, number = FAULTS[name]
    report = check(tmp_path, *lines)
    assert found(report)[kind]["first"][0]["line"] == number
    assert report["verdict"] == found(report)[kind]["level"]


@pytest.mark.parametrize(
    "text",
    [
        "naïve café, Ångström, São Paulo, ÃO",
        "日本語のテキスト",
        "emoji 👩‍👩‍👧 and flags 🇳🇴",
        "tabs\tand\nlines",
        "Â is a letter; so is Ã.",
        "price: 5 €, “quoted” – dash",
        "שלום مرحبا",
    ],
)
def test_no_false_alarm_on_clean_text(tmp_path, text):
    assert check(tmp_path, line(output=text))["findings"] == []


def test_long_chats_and_null_context_are_clean(tmp_path):
    turns = ("system", "user", "assistant", "user", "assistant")
    assert check(tmp_path, chat(*turns))["verdict"] == "clean", "a greeting may be echoed"
    assert check(tmp_path, line(input=None))["verdict"] == "clean"


def test_bad_utf8_names_the_byte_offset_in_the_file(tmp_path):
    first = line()
    bad = line(id="2", output="caf\xe9").decode().encode("latin-1")
    detail = found(check(tmp_path, first, bad))["not-utf8"]["first"][0]["detail"]
    assert detail == f"byte 0xE9 at offset {len(first) + 1 + bad.index(0xE9)}"


def test_copies_across_files_name_the_first_file(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_bytes(line() + b"\n")
    report = validate([tmp_path / "a.jsonl", tmp_path / "b.jsonl"])
    (place,) = found(report)["exact-duplicate"]["first"]
    assert place["file"].endswith("b.jsonl")
    assert "a.jsonl:1" in place["detail"]


def test_half_copies_are_counted(tmp_path):
    lines = [line(id=str(i), instruction=f"Question {i % 53}?") for i in range(100)]
    assert found(check(tmp_path, *lines))["exact-duplicate"]["count"] == 47


def test_statistics(tmp_path):
    report = check(
        tmp_path, line(), line(id="2", instruction="And Peru?", output="It is Lima", category="b")
    )
    assert report["rows"] == report["scenarios"] == 2
    assert report["categories"] == {"b": 1, "facts": 1}
    assert report["words"]["output"] == {
        "min": 1, "median": 3, "mean": 2.0, "p95": 1, "max": 3, "total": 4,
    }  # fmt: skip


def test_domain_check_names_the_row(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(line(category="arithmetic", task="sum", instruction="What is 2 + 2?") + b"\n")
    (place,) = found(validate([path], domain="english"))["domain"]["first"]
    assert (place["line"], place["detail"]) == (1, "expected '4', found 'Oslo'")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
keys = st.sampled_from([*row(), "messages", "system", "role", "content"])
turns = st.dictionaries(st.sampled_from(["role", "content"]), json_values)
hostile = (
    st.binary(max_size=60)
    | st.dictionaries(keys, json_values | st.lists(turns)).map(lambda r: json.dumps(r).encode())
    | st.tuples(keys, json_values).map(lambda p: json.dumps(row() | {p[0]: p[1]}).encode())
)


@settings(max_examples=int(os.environ.get("FUZZ", 60)), deadline=None)
@given(st.lists(hostile, max_size=4))
@example([json.dumps(row() | {"messages": None}).encode()])
def test_hostile_bytes_give_a_report_and_what_is_clean_renders(tmp_path_factory, lines):
    from neural import prompt

    path = tmp_path_factory.getbasetemp() / "hostile.jsonl"
    path.write_bytes(b"\n".join(lines))
    report = validate([path])
    json.dumps(report, allow_nan=False)
    if report["verdict"] == "clean":
        for text in path.read_bytes().splitlines():
            prompt.prompt_and_answer(json.loads(text))


def script(*args):
    return subprocess.run(
        [sys.executable, ROOT / "scripts/validate_dataset.py", *map(str, args)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
    )


def test_exit_codes_and_what_is_said_first(tmp_path):
    clean, warned, wrong = (tmp_path / name for name in ("clean", "warned", "wrong"))
    clean.write_bytes(line() + b"\n")
    warned.write_bytes(line(source=...) + b"\n")
    wrong.write_bytes(line() + b"\n" + line(source=...) + b"\n[oops]\n")
    assert script(clean, "--strict").returncode == 0
    assert script(warned).returncode == 0
    assert script(warned, "--strict").returncode == 1
    assert script(tmp_path / "absent").returncode == 2
    assert script(clean, "--domain", "englsh").returncode == 2
    assert script().returncode == 2
    said = script(wrong, "--report", tmp_path / "report.json")
    assert said.returncode == 1
    assert said.stdout.startswith("fix first: 1 not-json: write one JSON object a line")
    assert f"{wrong}:3: " in said.stdout
    assert json.loads((tmp_path / "report.json").read_text())["verdict"] == "error"


def test_report_is_the_same_twice(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join([*rows(30), line(license=...), b"{", line(output="Rome")]))
    script(path, "--report", tmp_path / "a.json")
    script(path, "--report", tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
