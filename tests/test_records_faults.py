"""Planted faults: each a small file, what must be said about it and where, and nothing else."""

import gzip
import json
import shutil
from random import Random

import pyarrow as pa
import pyarrow.parquet
import pytest
import zstandard

from neural import domains
from neural.errors import UserError
from neural.records import compare, report
from neural.records.limits import Limits
from neural.records.validate import Options, Validation
from tests.test_records_validate import ROOT, chat, found, line, row, rows

LONG = (
    "Describe in your own words how the old lighthouse keeper counted every ship that passed the "
    "northern cape during the long winter storms of that year"
)
PRIVATE_KEY = "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA"  # split: this is no secret
SECRETS = {
    "AWS": "AKIA" + "IOSFODNN7EXAMPLE",
    "GitHub": "ghp_" + "a1B2" * 9,
    "GitLab": "glpat-" + "a1B2" * 6,
    "Slack": "xoxb-" + "123456789012-abcdef",
    "Google": "AIza" + "Sy0123456789" * 2 + "abcdefghijk",
    "Stripe": "sk_live_" + "a1B2" * 6,
    "OpenAI": "sk-proj-" + "a1B2" * 10,
    "Hugging Face": "hf_" + "aBcD" * 9,
    "token": "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0" + ".dozjgNryP4J3jVmNHl0w",
    "private key": PRIVATE_KEY,
    "password": "postgres://admin:" + "hunter22@db.internal/app",
}
PERSONAL = {
    "e-mail": "Write to jane.doe@gmail.com today.",
    "phone": "Call +47 22 86 44 00 now.",
    "card": "Pay with 4539 1488 0343 6467.",
    "IBAN": "Send it to NO83 3000 1234 567.",
    "SSN": "Her number is 219-09-9999.",
    "IP": "The server is 81.2.69.142.",
}
HARMLESS = [
    "Write to jane@example.com or root@localhost.",
    "The file is 10.0.0.12, version 4.12.3.1, and 192.168.0.1 is local.",
    "An account: DE89 3704 0044 0532 0130 00. A test card: 4111 1111 1111 1111.",
    "Order 1234567890123456 of 2024-05-17, ISBN 978-3-16-148410-0.",
    "postgres://user:password@localhost/db, https://{user}:{password}@host",
    "The hash is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.",
    "sk-learn is a library; hf_hub_download fetches a file.",
    "1-800-555-0199 is in films; 555-0100 too.",
    'name: "text of 10", text: "0306406152"',
    "Their form, also `name [at] example [dot] org`.",
]


def check(path, *lines, name="rows.jsonl", **options):
    file = path / name
    file.write_bytes(b"\n".join(lines) + b"\n")
    return report.report(Validation([file], Options(**options)))


def told(made):
    return {f["kind"] for f in made["findings"] if f["level"] != "info"}


def form(**keys):
    kept = {
        key: value for key, value in row().items() if key not in ("instruction", "output", "input")
    }
    return json.dumps(kept | keys).encode()


def sharegpt(*turns):
    return form(conversations=[{"from": name, "value": value} for name, value in turns])


def many(count, text="Question {i}?", **changes):
    return [line(id=str(i), instruction=text.format(i=i), **changes) for i in range(count)]


FAULTS = {
    "an array on one line": ([b'[{"instruction": "a", "output": "b"}]'], "json-array", 1),
    "an array over lines": ([b"[", line() + b",", line(), b"]"], "json-array", 1),
    "not UTF-8 in an unknown key": ([line()[:-1] + b', "note": "\xe9"}'], "not-utf8", 1),
    "ShareGPT of a strange speaker": ([sharegpt(("human", "a"), ("tool", "b"))], "bad-messages", 1),
    "ShareGPT, two of the human": ([sharegpt(("human", "a"), ("human", "b"))], "bad-messages", 1),
    "prompt without completion": ([form(prompt="Say A.")], "missing-key", 1),
    "completion without prompt": ([form(completion="A")], "missing-key", 1),
    "completion as number": ([form(prompt="Say A.", completion=1)], "wrong-type", 1),
    "empty completion": ([form(prompt="Say A.", completion="")], "empty-text", 1),
    "empty text": ([form(text=" ")], "empty-text", 1),
    "text as list": ([form(text=["a"])], "wrong-type", 1),
    "text among prompts": ([form(prompt="Say A.", completion="A"), form(text="A tale.")],
                           "mixed-formats", 2),
    "non-commercial licence": ([line(license="CC-BY-NC-4.0")], "denied-licence", 1),
    "non-commercial in lower case": ([line(license="cc-by-nc-sa-4.0")], "denied-licence", 1),
    "licence of no name": ([line(license="Apache 2.0")], "unknown-licence", 1),
    "licence other": ([line(license="other")], "unknown-licence", 1),
    "a category 30 times another": ([*rows(30), line(id="x", category="rare")], "uneven", 0),
    "47% copies": (many(47, "Question one, {i}?") + many(53) + many(47, "Question one, {i}?"),
                   "exact-duplicate", 101),
    "near-duplicates": ([line(id=str(i), instruction=f"{i}: {LONG}?", output=LONG[9:])
                         for i in range(20)],
                        "near-duplicates", 0),
    "German among English": (
        [line(id=str(i), instruction=f"Bitte nenne mir die Hauptstadt des Landes {i} und "
              "erkläre kurz, warum sie so heißt.", output=f"Die Stadt {i}") for i in range(4)],
        "languages", 0),
    **{f"secret: {name}": ([line(), line(instruction=f"Use {text} there.")], "secret", 2)
       for name, text in SECRETS.items()},
    **{f"personal: {name}": ([line(output=text)], "personal-data", 1)
       for name, text in PERSONAL.items()},
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_is_said_with_its_line_and_nothing_else(tmp_path, name):
    lines, kind, number = FAULTS[name]
    made = check(tmp_path, *lines)
    assert found(made)[kind]["first"][0]["line"] == number
    echo = {"not-json"} if name == "an array over lines" else set()
    assert told(made) - echo == {kind}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_a_secret_or_a_person_is_let_pass(tmp_path, text):
    assert told(check(tmp_path, line(output=text))) == set()


def test_a_secret_is_not_published_again(tmp_path):
    made = check(tmp_path, line(output=f"Use {SECRETS['AWS']}."))
    assert SECRETS["AWS"] not in json.dumps(made)
    asked = {"category": "arithmetic", "task": "sum", "instruction": "What is 2 + 2?"}
    made = check(tmp_path, line(output=f"Use {SECRETS['AWS']}.", **asked), domain="english")
    assert told(made) == {"secret", "domain"}, "a wrong answer is quoted"
    assert SECRETS["AWS"] not in json.dumps(made)


def test_what_a_row_says_does_not_command_the_terminal(tmp_path):
    made = check(tmp_path, b'{"\\u001b[31m": 1, "prompt": "a"}', chat("x" * 5000, "\x1b[2J"))
    shown = [place["detail"] for one in made["findings"] for place in one["first"]]
    assert all(detail.isprintable() and len(detail) < 400 for detail in shown)
    assert any("\\x1b[31m" in detail for detail in shown)


@pytest.mark.parametrize("packing", ["gzip", "zstd", "parquet"])
@pytest.mark.parametrize("cut", [False, True])
def test_packed_files_are_read_and_a_cut_one_is_an_error(tmp_path, packing, cut):
    plain = b"\n".join([line(), line(id="2", instruction="And of Peru?", output="Lima")]) + b"\n"
    path = tmp_path / f"rows.{packing}"  # told by its first bytes, not by its name
    if packing == "parquet":
        pa.parquet.write_table(
            pa.Table.from_pylist([json.loads(one) for one in plain.splitlines()]), path
        )
    else:
        path.write_bytes(gzip.compress(plain) if packing == "gzip" else zstandard.compress(plain))
    if cut:
        path.write_bytes(path.read_bytes()[:-9])
    made = report.report(Validation([path]))
    assert told(made) == ({"unreadable"} if cut else set())
    assert cut or made["rows"] == 2


def test_a_table_with_types_that_json_has_not_is_read_and_one_with_broken_text_is_an_error(
    tmp_path,
):
    columns = {key: pa.array([value]) for key, value in row().items()}
    wrong = pa.StringArray.from_buffers(
        1, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")
    )
    for value, expected in (
        (pa.array([1], pa.timestamp("ns", "Europe/Oslo")), set()),
        (pa.array([b"\xff"]), set()),
        (pa.array([2**52], pa.timestamp("ms")), {"unreadable"}),
        (wrong, {"unreadable"}),
    ):
        pa.parquet.write_table(pa.table(columns | {"other": value}), tmp_path / "rows.parquet")
        made = report.report(Validation([tmp_path / "rows.parquet"]))
        assert told(made) == expected


def test_a_folder_of_shards_is_read_in_the_order_of_names(tmp_path):
    (tmp_path / "b.jsonl").write_bytes(line() + b"\n")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line() + b"\n"))
    (tmp_path / "README.md").write_text("no rows")
    made = report.report(Validation([tmp_path]))
    (place,) = found(made)["exact-duplicate"]["first"]
    assert place["file"].endswith("b.jsonl") and "a.jsonl.gz:1" in place["detail"]
    assert [p["file"] for p in found(made)["left-out"]["first"]] == [str(tmp_path / "README.md")]


LEAKS = {
    "the same question": line(id="9", instruction=f"{LONG}?", output="No."),
    "the same question in capitals": line(id="9", instruction=f"{LONG}?".upper(), output="No."),
    "the same scenario": line(id="held", instruction="Something else?"),
    "most of its words": line(id="9", instruction=f"Please, my friend, {LONG.lower()} of grace.",
                              output="No."),
}  # fmt: skip


@pytest.mark.parametrize("name", LEAKS)
@pytest.mark.parametrize("how", ["against", "beside"])
def test_a_question_of_the_test_set_is_a_leak(tmp_path, name, how):
    held = tmp_path / "test.jsonl"
    held.write_bytes(line(id="held", instruction=f"{LONG}?", output="He wrote them down.") + b"\n")
    train = tmp_path / "train.jsonl"
    train.write_bytes(line() + b"\n" + LEAKS[name] + b"\n")
    made = (
        Validation([train], Options(against=(str(held),)))
        if how == "against"
        else Validation([train, held])
    )
    (place, *_) = found(report.report(made))["leak"]["first"]
    assert (place["file"], place["line"]) == (str(train), 2)
    assert f"{held}:1" in place["detail"]


QUESTIONS_ALONE = {
    "no output": {"instruction": f"{LONG}?"},
    "another's keys": {"question": f"{LONG}?", "answer": "No."},
    "prompt": {"prompt": f"{LONG}?", "messages": 1, "system": 2, "id": 3},
    "with a context": {"instruction": f"{LONG}?", "input": "Read this."},
}


@pytest.mark.parametrize("name", QUESTIONS_ALONE)
def test_a_list_of_questions_needs_no_answers(tmp_path, name):
    held = tmp_path / "benchmark.jsonl"
    held.write_bytes(b"\xef\xbb\xbf" + json.dumps(QUESTIONS_ALONE[name]).encode() + b"\n\n")
    made = check(tmp_path, line(), line(id="2", instruction=f"{LONG}?"), against=(str(held),))
    assert told(made) == {"leak"} and found(made)["leak"]["first"][0]["line"] == 2


@pytest.mark.parametrize("bad", [b"{}", b"oops", b"[1]", b'{"question": " "}'])
def test_a_list_of_questions_with_a_line_that_asks_nothing_is_wrong_usage(tmp_path, bad):
    held = tmp_path / "benchmark.jsonl"
    held.write_bytes(line() + b"\n" + bad + b"\n")
    with pytest.raises(UserError, match=r"benchmark.jsonl:2: no question"):
        check(tmp_path, line(), against=(str(held),))


def test_rows_that_only_share_a_topic_with_the_test_set_are_no_leak(tmp_path):
    held = tmp_path / "test.jsonl"
    held.write_bytes(line(id="held", instruction=f"{LONG}?") + b"\n")
    train = tmp_path / "train.jsonl"
    train.write_bytes(line(id="9", instruction="How did lighthouse keepers count ships?") + b"\n")
    assert told(report.report(Validation([train, held]))) == set()


def test_rows_longer_than_the_context_are_listed(tmp_path):
    from tokenizers import Tokenizer, models, pre_tokenizers

    made = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.save(str(tmp_path / "tokenizer.json"))
    options = {"tokenizer": str(tmp_path / "tokenizer.json"), "context": 40}
    made = check(tmp_path, line(), line(id="2", instruction="word " * 50), **options)
    assert found(made)["too-long"]["first"][0]["line"] == 2
    assert made["tokens"]["row"]["max"] > 50 and told(made) == {"too-long"}


def test_a_form_that_is_not_welcome_is_an_error(tmp_path):
    made = check(tmp_path, chat("user", "assistant"), form="instruction")
    assert told(made) == {"other-form"} and made["verdict"] == "error"
    assert told(check(tmp_path, line(), form="instruction")) == set()


def test_thresholds_and_levels_are_limits(tmp_path):
    lines = [*rows(30), line(id="x", category="rare")]
    assert told(check(tmp_path, *lines, limits=Limits(uneven=31))) == set()
    made = check(tmp_path, *lines, limits=Limits(levels={"uneven": "error"}))
    assert made["verdict"] == "error"
    licence = Limits(allowed_licenses=("CC-BY-NC-4.0",))
    assert told(check(tmp_path, line(license="CC-BY-NC-4.0"), limits=licence)) == set()


WRONG_ANSWERS = {
    "Cypher that does not parse": ("cypher", "MATCH (n) RETRUN m WEHRE"),
    "Cypher with an unknown variable": ("cypher", "MATCH (n) RETURN m"),
    "no Cypher at all": ("cypher", "Sure! Here is your query."),
    "a wrong sum": ("english", "5"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", WRONG_ANSWERS)
def test_a_wrong_answer_is_found_by_its_domain(tmp_path, name):
    domain, output = WRONG_ANSWERS[name]
    asked = {"category": "arithmetic", "task": "sum", "instruction": "What is 2 + 2?"}
    asked = asked if domain == "english" else {"instruction": "Who knows whom?"}
    made = check(tmp_path, line(output=output, **asked), domain=domain)
    assert found(made)["domain"]["first"][0]["line"] == 1
    assert told(made) == {"domain"}


CLEAN = {
    "chat": {"count": 150},
    "coding": {"count": 24, "languages": ["python"], "threads": 1},
    "cypher": {"count": 300, "per_graph": 4, "natural": 0.3, "threads": 1},
    "documents": {"count": 150, "inputs": ["README.md", "docs"], "license": "Apache-2.0"},
    "english": {"count": 3000},
    "mtg": {"count": 200},
    "repository": {"count": None, "repos": ["copy"], "license": "Apache-2.0"},
}


@pytest.mark.slow
@pytest.mark.parametrize("domain", CLEAN)
def test_no_false_alarm_on_what_a_domain_generates(tmp_path, monkeypatch, domain):
    if domain == "repository":
        shutil.copytree(ROOT / "neural/records", tmp_path / "copy")
        monkeypatch.chdir(tmp_path)
    made = domains.load(domain).generate(seed=3, **CLEAN[domain])
    lines = [json.dumps(one, ensure_ascii=False).encode() for one in made]
    assert told(check(tmp_path, *lines, domain=domain)) == set()


def of_sizes(**sizes):
    return [
        line(id=f"{name} {i}", instruction=f"{name}, question {i}?", category=name)
        for name, size in sizes.items()
        for i in range(size)
    ]


SIZES = {
    "even": ({"a": 40, "b": 40}, None),
    "a rare one of a small file": ({"a": 64, "b": 52, "c": 49, "d": 38, "e": 2}, None),
    "a rare one of a large file": ({"a": 340, "b": 320, "c": 6}, "uneven"),
    "hardly any of a large file": ({"a": 340, "b": 320, "c": 2}, "imbalance"),
    "143 to 1 among others": ({"a": 143, "b": 60, "c": 50, "d": 40, "e": 1}, "imbalance"),
    "nearly all of one kind": ({"a": 30, "b": 1}, "uneven"),
}


@pytest.mark.parametrize("name", SIZES)
def test_sizes_that_chance_gives_are_not_uneven(tmp_path, name):
    sizes, kind = SIZES[name]
    assert told(check(tmp_path, *of_sizes(**sizes))) == ({kind} if kind else set())


def test_sizes_are_measured_by_the_shares_that_a_domain_means(tmp_path, monkeypatch):
    package = domains.load("english")
    monkeypatch.setattr(package, "verify", lambda rows: [])
    lines = of_sizes(a=300, b=250, c=4)
    assert told(check(tmp_path, *lines, domain="english")) == {"uneven"}
    monkeypatch.setattr(package, "SHARES", {"a": 0.6, "b": 0.39, "c": 0.01}, raising=False)
    assert told(check(tmp_path, *lines, domain="english")) == set()
    monkeypatch.setattr(package, "SHARES", {"a": 0.02, "b": 0.49, "c": 0.49})
    assert told(check(tmp_path, *lines, domain="english")) == {"imbalance"}


def test_of_two_categories_one_is_rare_by_chance_as_often_as_it_comes_out():
    random, odds = Random(1), 5
    drawn = [sum(random.random() < 1 / (1 + odds) for _ in range(60)) for _ in range(4000)]
    for few in (2, 6, 10, 14):
        often = sum(count <= few for count in drawn) / len(drawn)
        assert abs(often - compare.chance(few, 60 - few, odds)) < 0.03
    assert compare.chance(30_000, 700_000, 20) < 1e-9
