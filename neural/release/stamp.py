"""Adds keys to a GGUF without touching its tensors: where it comes from, how good it is."""

import json
import shutil
import struct
from pathlib import Path

from gguf import GGUFValueType

from neural.errors import UserError
from neural.files import atomic_write, sha256
from neural.gguf.reader import ALIGNMENT, read

PREFIX = "neural."


def release(
    gguf: str | Path, evaluation: dict, parity: dict, lineage: dict, output: str | Path
) -> None:
    """Writes the GGUF to `output` with `neural.lineage` and `neural.metrics` (canonical JSON).

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
    stamp(gguf, output, {"lineage": lineage, "metrics": metrics})


def stamp(gguf: str | Path, output: str | Path, values: dict[str, dict]) -> None:
    """Copies a GGUF with each value under `neural.KEY` as canonical JSON, replacing older ones."""
    header = read(gguf)
    added = b"".join(
        _entry(PREFIX + key, json.dumps(value, sort_keys=True, ensure_ascii=False))
        for key, value in sorted(values.items())
    )
    kept = [span for key, span in header.spans.items() if not _replaced(key, values)]
    with open(gguf, "rb") as source, atomic_write(output, "wb") as target:
        source.seek(0)
        target.write(source.read(8))  # magic and version
        target.write(struct.pack("<QQ", len(header.tensors), len(kept) + len(values)))
        for begin, end in kept:
            source.seek(begin)
            target.write(source.read(end - begin))
        target.write(added)
        source.seek(header.infos[0])  # offsets in it count from the begin of the data
        target.write(source.read(header.infos[1] - header.infos[0]))
        target.write(bytes(-target.tell() % ALIGNMENT))
        source.seek(header.data)
        shutil.copyfileobj(source, target, 1 << 24)


def stamped(gguf: str | Path) -> dict[str, dict]:
    """The values that `stamp` wrote, by key without the prefix."""
    keys = read(gguf).keys
    return {key[len(PREFIX) :]: json.loads(keys[key]) for key in keys if key.startswith(PREFIX)}


def _replaced(key: str, values: dict) -> bool:
    return key.startswith(PREFIX) and key[len(PREFIX) :] in values


def _entry(key: str, text: str) -> bytes:
    name, value = key.encode(), text.encode()
    return (
        struct.pack("<Q", len(name))
        + name
        + struct.pack("<IQ", GGUFValueType.STRING, len(value))
        + value
    )
