import random
import subprocess
import sys

import gguf
import pytest

from neural.errors import UserError
from neural.gguf import reader


def test_agrees_with_the_gguf_package(tiny_gguf):
    ours, theirs = reader.read(tiny_gguf), gguf.GGUFReader(tiny_gguf)
    assert [(t.name, t.data_offset, t.n_bytes, t.tensor_type) for t in theirs.tensors] == [
        (t.name, t.offset, t.nbytes, t.type) for t in ours.tensors.values()
    ]
    fields = {k: f.contents() for k, f in theirs.fields.items() if not k.startswith("GGUF.")}
    assert ours.keys == fields


def test_every_truncation_is_refused(tiny_gguf, tmp_path):
    whole = tiny_gguf.read_bytes()
    header = reader.read(tiny_gguf)
    lengths = {0, 3, 4, 23, 24, 100, header.infos[0], header.infos[1], header.data, len(whole) - 1}
    for length in sorted(lengths | set(range(0, header.data, 997))):
        (tmp_path / "x.gguf").write_bytes(whole[:length])
        with pytest.raises(UserError, match=r"x\.gguf: no whole GGUF file"):
            reader.read(tmp_path / "x.gguf")


def test_damaged_headers_end_in_a_message_or_are_read(tiny_gguf, tmp_path):
    whole, draw = tiny_gguf.read_bytes(), random.Random(0)
    end = reader.read(tiny_gguf).data
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(draw.randint(1, 4)):
            damaged[draw.randrange(end)] = draw.randrange(256)
        (tmp_path / "x.gguf").write_bytes(damaged)
        try:
            assert reader.read(tmp_path / "x.gguf").size == len(whole)
        except UserError as error:
            assert str(tmp_path / "x.gguf") in str(error)


@pytest.mark.parametrize("content", [b"", b"GGML" * 9, b"{}" * 20, b"GGUF" + bytes(40)])
def test_other_files_are_refused(tmp_path, content):
    (tmp_path / "x.gguf").write_bytes(content)
    with pytest.raises(UserError, match=r"no whole GGUF|not a GGUF file"):
        reader.read(tmp_path / "x.gguf")


def test_absent_file_and_folder_are_named(tmp_path):
    with pytest.raises(UserError, match=r"x\.gguf: no such file"):
        reader.read(tmp_path / "x.gguf")
    with pytest.raises(UserError, match="a folder"):
        reader.read(tmp_path)


DAMAGE = """
import os, random, sys
from pathlib import Path
from neural.errors import UserError
from neural.gguf import reader
from neural.gguf.llama import open_model

whole, path, draw = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2]), random.Random(1)
end = reader.read(sys.argv[1]).data
for number in range(300):
    damaged = bytearray(whole)
    for _ in range(draw.randint(1, 3)):
        damaged[draw.randrange(end)] ^= 1 << draw.randrange(8)
    path.write_bytes(damaged)
    if not (child := os.fork()):
        code = 0
        try:
            with open_model(path) as model:
                model.tokenize("hello <|im_end|> wörld")
        except UserError as error:
            code = 0 if str(path) in str(error) else 3
        except BaseException:
            code = 4
        os._exit(code)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended not in (0, 1):  # 1: llama.cpp gave up, with our message
        sys.exit(f"damage {number} ended with {ended}")
"""


@pytest.mark.slow
def test_damaged_headers_never_crash_llama_cpp(tiny_gguf, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", DAMAGE, tiny_gguf, tmp_path / "x.gguf"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if line]
    assert said and all(str(tmp_path / "x.gguf") in line for line in said)
