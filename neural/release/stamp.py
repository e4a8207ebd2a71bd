"""Adds keys to a GGUF without touching its tensors: where it comes from, how good it is, and a
seal over all of its bytes."""

import hashlib
import json
import re
import shutil
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from gguf import GGUFValueType

from neural.errors import UserError
from neural.files import atomic_write, sha256
from neural.gguf.reader import ALIGNMENT, Header, read

PREFIX = "neural."
SEAL = PREFIX + "seal"
NAME = PREFIX + "file"
DIGEST = re.compile(r"[0-9a-f]{64}")
BLOCK = 1 << 24  # bytes read at once


def release(
    gguf: str | Path,
    evaluation: dict,
    parity: dict,
    lineage: dict,
    output: str | Path,
    general: Mapping[str, object] | None = None,
    **more: dict,
) -> None:
    """Writes the GGUF to `output` with `neural.lineage`, `neural.metrics` and one key for each of
    `more` (canonical JSON), with the keys of `general`, and sealed.

    Speed is left out, so that the bytes hang only on what went in. UserError where the parity
    check failed or the evaluation is of another file.
    """
    if parity.get("ok") is not True:
        failed = [name for name, check in parity.get("checks", {}).items() if not check["ok"]]
        raise UserError(
            f"{gguf}: not released: it differs from the trained model in "
            f"{', '.join(failed) or 'an incomplete parity report'}. Run scripts/check_parity.py."
        )
    measured = evaluation.get("file", {}).get("sha256")
    found = sha256(gguf)
    if measured != found:
        raise UserError(
            f"{gguf}: not released: its sha256 is {found[:16]}, the evaluation is of "
            f"{str(measured)[:16]}. Run scripts/evaluate.py on this file."
        )
    metrics = {key: evaluation[key] for key in ("headline", "rows", "overall", "test_sets")}
    metrics["evaluated_sha256"] = found
    stamp(gguf, output, {"lineage": lineage, "metrics": metrics, **more}, general)


def stamp(
    gguf: str | Path,
    output: str | Path,
    values: Mapping[str, dict],
    general: Mapping[str, object] | None = None,
) -> None:
    """Copies a GGUF with each value under `neural.KEY` as canonical JSON and each of `general`
    (text, whole number or list of texts) as it is; older keys of the same names are replaced.

    `neural.file` is the output's name, `neural.seal` the SHA-256 of all bytes but its own digits.
    """
    header = read(gguf)
    added: dict[str, object] = dict(sorted((general or {}).items()))
    for key, value in sorted(values.items()):
        added[PREFIX + key] = json.dumps(value, sort_keys=True, ensure_ascii=False)
    added |= {NAME: Path(output).name, SEAL: "0" * 64}
    kept = [span for key, span in header.spans.items() if key not in added]
    with open(gguf, "rb") as source, atomic_write(output, "w+b") as target:
        source.seek(0)
        target.write(source.read(8))  # magic and version
        target.write(struct.pack("<QQ", len(header.tensors), len(kept) + len(added)))
        for begin, end in kept:
            source.seek(begin)
            target.write(source.read(end - begin))
        for key, value in added.items():
            target.write(_entry(key, value))
        digits = target.tell() - 64
        source.seek(header.infos[0])  # offsets in it count from the begin of the data
        target.write(source.read(header.infos[1] - header.infos[0]))
        target.write(bytes(-target.tell() % ALIGNMENT))
        source.seek(header.data)
        shutil.copyfileobj(source, target, BLOCK)
        sealed = _digest(target, digits)
        target.seek(digits)
        target.write(sealed.encode())


def stamped(gguf: str | Path | Header) -> dict[str, dict]:
    """The JSON values that `stamp` wrote, by key without the prefix. UserError where one is bad."""
    header = gguf if isinstance(gguf, Header) else read(gguf)
    found = {}
    for key, text in header.keys.items():
        if key.startswith(PREFIX) and key not in (NAME, SEAL):
            try:
                found[key[len(PREFIX) :]] = json.loads(text)
            except (TypeError, ValueError):
                raise UserError(
                    f"{header.path}: its key {key} is damaged; download or build the file again."
                ) from None
    return found


def unbroken(header: Header) -> bool:
    """Whether the file's bytes are those that were sealed. UserError where it bears no seal."""
    seal = header.keys.get(SEAL)
    if seal is None:
        raise UserError(
            f"{header.path}: it bears no seal, so nobody can tell whether it is whole. Expected a "
            "file of models/ or release/, as scripts/release_gguf.py writes them."
        )
    if not isinstance(seal, str) or not DIGEST.fullmatch(seal):
        return False
    with open(header.path, "rb") as file:
        return _digest(file, header.spans[SEAL][1] - 64) == seal


def _digest(file: IO[bytes], digits: int) -> str:
    """SHA-256 of an open file without the 64 bytes at `digits`."""
    found = hashlib.sha256()
    file.seek(0)
    left = digits
    while left:
        left -= len(block := file.read(min(left, BLOCK)))
        found.update(block)
    file.seek(digits + 64)
    while block := file.read(BLOCK):
        found.update(block)
    return found.hexdigest()


def _entry(key: str, value: object) -> bytes:
    if isinstance(value, str):
        return _text(key) + struct.pack("<I", GGUFValueType.STRING) + _text(value)
    if isinstance(value, int):
        return _text(key) + struct.pack("<II", GGUFValueType.UINT32, value)
    assert isinstance(value, Sequence), key
    kinds = struct.pack("<IIQ", GGUFValueType.ARRAY, GGUFValueType.STRING, len(value))
    return _text(key) + kinds + b"".join(_text(part) for part in value)


def _text(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data
