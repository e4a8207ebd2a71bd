"""Spoilt files: whatever is in them, there is a report, soon, and no traceback.

FUZZ=10000 pytest tests/test_records_fuzz.py tries more.
"""

import gzip
import io
import json
import os
import signal
from random import Random

import pyarrow as pa
import pyarrow.parquet
import pytest
import zstandard

from neural.records import fix, page, report
from neural.records.forms import FORMS
from neural.records.limits import Limits
from neural.records.validate import Options, Validation
from tests.test_records_validate import row

INPUTS = int(os.environ.get("FUZZ", 300))
PARTS = 10
SECONDS = 20  # of computing, for one file
VALUES = (
    None, True, 0, -1, 1e308, "", " ", "\x00", "\ud800", "é" * 50, "a" * 5000, [], {}, [[]], [{}],
    [None], {"role": "user"}, [{"role": "user", "content": "a"}], [{"from": "human", "value": 1}],
    "<|im_end|>", "-----BEGIN PRIVATE KEY-----", "1" * 300, "+" + "1" * 40, "1.1.1.1" * 20,
    "@" * 200, "a@" * 100, "GB82" * 50, "://" * 100, "[" * 300, "CC-BY-NC-4.0 OR (", "(" * 50,
)  # fmt: skip
BYTES = (b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\n", b"\r\n", b'"', b"{", b"]", b",", b"\\u",
         b"\xc3",
         b"NaN", b"[" * 2000, b"PAR1", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b'{"a":1}')  # fmt: skip


def made_row(random, form):
    kept = {k: v for k, v in row(id=str(random.randrange(9))).items() if k != "instruction"}
    text = f"Question {random.randrange(5)}: what is it?"
    turns = [{"role": "user", "content": text}, {"role": "assistant", "content": "It."}]
    said = [{"from": "human", "value": text}, {"from": "gpt", "value": "It."}]
    keys = {
        "instruction": {"instruction": text},
        "messages": {"messages": turns},
        "conversations": {"conversations": said},
        "completion": {"prompt": text, "completion": "It."},
        "text": {"text": text},
    }[form]
    made = kept | keys
    if random.random() < 0.4:
        made[random.choice([*made, *keys])] = random.choice(VALUES)
    return made


def spoilt(random):
    """A file's bytes: some rows, odd values in them, packed, then some bytes changed."""
    forms = random.choices([*FORMS], k=random.randint(1, 2))
    rows = [made_row(random, random.choice(forms)) for _ in range(random.randint(0, 6))]
    data = b"".join(json.dumps(one).encode() + b"\n" for one in rows)
    packing = random.choice(["plain", "plain", "gzip", "zstd", "parquet"])
    if packing == "parquet" and rows:
        texts = [{key: str(value) for key, value in one.items()} for one in rows]
        out = io.BytesIO()
        clean = [{k: v.encode("ascii", "ignore").decode() for k, v in one.items()} for one in texts]
        pa.parquet.write_table(pa.Table.from_pylist(clean), out)
        data = out.getvalue()
    data = gzip.compress(data) if packing == "gzip" else data
    data = zstandard.compress(data) if packing == "zstd" else data
    for _ in range(random.choice([0, 0, 1, 2, 5])):
        place = random.randint(0, len(data))
        cut = random.choice([0, 1, 7, len(data)])
        data = data[:place] + random.choice([b"", *BYTES]) + data[place + cut :]
    return data


@pytest.fixture
def alarm():
    def ring(*_):
        raise TimeoutError(f"no report after {SECONDS} s")

    former = signal.signal(signal.SIGPROF, ring)
    yield lambda: signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, former)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_spoilt_files_give_a_report(tmp_path, alarm, part):
    held = tmp_path / "held.jsonl"
    held.write_text(json.dumps(row(instruction="Question 1: what is it?")) + "\n")
    path = tmp_path / "rows.jsonl"
    for number in range(part, INPUTS, PARTS):
        random = Random(number)
        path.write_bytes(spoilt(random))
        alarm()
        against = (str(held),) if random.random() < 0.5 else ()
        domain = "english" if random.random() < 0.3 else None
        options = Options(domain, Limits(similar=0.5), against=against)
        try:
            made = Validation([path], options)
            told = report.report(made)
            json.dumps(told, allow_nan=False).encode()
            page.page(told).encode()
            (account,) = fix.fix(made, tmp_path / "fixed")
            assert account["kept"] + account["removed"] >= told["rows"]
        except Exception as error:
            error.add_note(f"input {number}: {path.read_bytes()[:2000]!r}")
            raise
