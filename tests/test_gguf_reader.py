import random

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
    with pytest.raises(UserError, match="no whole GGUF"):
        reader.read(tmp_path / "x.gguf")


def test_absent_file_and_folder_are_named(tmp_path):
    with pytest.raises(UserError, match=r"x\.gguf: no such file"):
        reader.read(tmp_path / "x.gguf")
    with pytest.raises(UserError, match="a folder"):
        reader.read(tmp_path)
