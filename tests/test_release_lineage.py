"""A released file's own word on its making, and whether it can be trusted."""

import random
import shutil
import subprocess
import sys

import pytest

from neural.errors import UserError
from neural.files import sha256
from neural.gguf import reader
from neural.release import licenses, lineage, stamp


@pytest.fixture(scope="module")
def released(tiny_gguf, tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    (folder / "rows.jsonl").write_text("{}\n")
    files = {"rows.jsonl": sha256(folder / "rows.jsonl"), "gone.jsonl": "0" * 64}
    values = {
        "lineage": {"recipe": {"base": {"preset": "nano"}}, "digest": "12ab", "files": files},
        "metrics": {"overall": {}},
    }
    stamp.stamp(tiny_gguf, folder / "m-f16.gguf", values, {"general.tags": ["a", "ü"]})
    return folder / "m-f16.gguf"


def test_chain_is_compared_with_the_files_at_hand(released, tmp_path):
    said, chain = lineage.verify(released, released.parent)
    assert said["lineage"]["digest"] == "12ab"
    assert {link.path: link.state for link in chain} == {
        "rows.jsonl": lineage.SAME,
        "gone.jsonl": lineage.ABSENT,
    }
    (tmp_path / "rows.jsonl").write_text("{} \n")
    states = [link.state for link in lineage.verify(released, tmp_path)[1]]
    assert states.count(lineage.DIFFERENT) == 1
    assert reader.read(released).keys["general.tags"] == ["a", "ü"]


def test_renamed_file_is_refused(released, tmp_path):
    shutil.copy(released, tmp_path / "m-q8_0.gguf")
    with pytest.raises(UserError, match=r"released as 'm-f16\.gguf'"):
        lineage.verify(tmp_path / "m-q8_0.gguf")


def test_file_without_a_seal_is_refused(tiny_gguf):
    with pytest.raises(UserError, match="bears no seal"):
        lineage.verify(tiny_gguf)


def test_a_thousand_damaged_files_are_refused_with_a_message(released, tmp_path):
    """Bits flipped anywhere and in the header, cut off, grown, parts moved."""
    whole, header, draw = released.read_bytes(), reader.read(released), random.Random(3)
    path = tmp_path / released.name
    for number in range(1000):
        damaged = bytearray(whole)
        kind = number % 5
        if kind == 0:
            damaged[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
        elif kind == 1:
            damaged[draw.randrange(header.data)] ^= 1 << draw.randrange(8)
        elif kind == 2:
            del damaged[draw.randrange(len(whole)) :]
        elif kind == 3:
            damaged += bytes(draw.randrange(1, 99))
        else:
            a, b = sorted(draw.sample(range(header.data), 2))
            damaged[a:b] = damaged[a:b][::-1]
            if damaged == whole:
                continue
        path.write_bytes(damaged)
        with pytest.raises(UserError) as error:
            lineage.verify(path)
        assert str(path) in str(error.value), kind


def test_command_prints_the_chain_and_fails_where_a_file_differs(released, tmp_path):
    command = [sys.executable, "scripts/check_lineage.py", released, "--root"]
    done = subprocess.run([*command, released.parent], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "preset nano" in done.stdout and "not at hand" in done.stdout
    (tmp_path / "rows.jsonl").write_text("other\n")
    done = subprocess.run([*command, tmp_path], capture_output=True, text=True)
    assert done.returncode == 1 and "different" in done.stdout


@pytest.mark.parametrize(
    ("base", "data", "license", "problem"),
    [
        ("Apache-2.0", {"Apache-2.0": 5, "CC0-1.0": 2}, "Apache-2.0", None),
        ("apache-2.0", {"CC-BY-4.0": 1}, "Apache-2.0", None),
        ("MIT", {"CC-BY-SA-4.0": 1, "MIT": 8}, "CC-BY-SA-4.0", None),
        ("Llama-3.2", {"MIT": 1}, "Llama-3.2", None),
        ("Llama-3.2", {"CC-BY-SA-4.0": 1}, None, "at once"),
        ("MIT", {"GPL-3.0-only": 1, "CC-BY-SA-4.0": 1}, None, "at once"),
        ("MIT", {"CC-BY-ND-4.0": 1}, None, "forbids derivatives"),
        ("MIT", {"MIT": 1, "": 3}, None, "3 training rows name no licence"),
        ("MIT", {"my own": 1}, None, "'my own' is unknown"),
        (None, {"MIT": 1}, None, "the base's licence"),
    ],
)
def test_licence_of_base_and_rows(base, data, license, problem):
    found = licenses.combine(base, data)
    assert found.license == license
    assert (problem is None and not found.problems) or problem in " ".join(found.problems)
