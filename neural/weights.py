"""Weights in safetensors files, read and written tensor by tensor: no model needs its own size
in memory, and nothing is ever unpickled. Needs torch only where a tensor is loaded as torch's."""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from safetensors import SafetensorError, safe_open

from neural.errors import UserError
from neural.files import atomic_path

DTYPES = ("F32", "F16", "BF16")
CHUNK = 64 << 20


@dataclass(frozen=True)
class Tensor:
    """Where one tensor's bytes lie."""

    dtype: str  # one of DTYPES
    shape: tuple[int, ...]
    file: Path
    start: int
    size: int  # in bytes

    def chunks(self) -> Iterable[bytes]:
        """Its bytes, some at a time."""
        with open(self.file, "rb") as file:
            file.seek(self.start)
            left = self.size
            while left:
                chunk = file.read(min(left, CHUNK))
                left -= len(chunk)
                yield chunk

    def load(self):
        """Itself as a torch tensor."""
        import torch

        dtypes = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
        data = bytearray(b"".join(self.chunks()))
        return torch.frombuffer(data, dtype=dtypes[self.dtype]).reshape(self.shape)


def read(folder: Path) -> dict[str, Tensor]:
    """The tensors of a folder by name, from model.safetensors or its shards."""
    index = folder / "model.safetensors.index.json"
    if not index.exists():
        return read_file(folder / "model.safetensors")
    try:
        shards = set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
    except (ValueError, KeyError, AttributeError) as error:
        raise UserError(f"{index}: no index of shards ({error!r}). Fetch the base again.") from None
    found: dict[str, Tensor] = {}
    for shard in sorted(shards):
        if Path(shard).name != shard:
            raise UserError(f"{index}: shard {shard!r} lies outside the folder. Don't trust it.")
        for name, tensor in read_file(folder / shard).items():
            if name in found:
                raise UserError(
                    f"{folder / shard}: tensor {name} stands in {found[name].file.name} too. "
                    "Build or fetch the folder again."
                )
            found[name] = tensor
    return found


def read_file(path: Path) -> dict[str, Tensor]:
    """The tensors of one file. UserError where it is missing, cut off or of an odd type."""
    try:
        with safe_open(path, framework="numpy"):  # checks lengths, offsets and overlaps
            pass
        with open(path, "rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(length))
    except FileNotFoundError:
        raise UserError(
            f"{path}: no such file. Expected weights as safetensors; an adapter is merged into its "
            "base first (scripts/merge_adapter.py)."
        ) from None
    except (SafetensorError, ValueError) as error:
        raise UserError(
            f"{path}: no whole safetensors file ({error}); it is cut off or damaged. "
            "Delete it, then build or fetch it again."
        ) from None
    header.pop("__metadata__", None)
    found = {}
    for name, info in header.items():
        if info["dtype"] not in DTYPES:
            raise UserError(
                f"{path}: tensor {name} is {info['dtype']}; expected one of "
                f"{', '.join(DTYPES)}. Quantized weights cannot be trained, merged or exported: "
                "take the 16-bit ones."
            )
        start, end = info["data_offsets"]
        found[name] = Tensor(
            info["dtype"], tuple(info["shape"]), path, 8 + length + start, end - start
        )
    return found


def write(
    path: Path,
    tensors: dict[str, Tensor],
    changed: Callable[[str, Tensor], bytes | None] = lambda name, tensor: None,
) -> None:
    """Writes the tensors to one file, by name; `changed` gives the bytes of those that differ.

    The same tensors give the same file. It appears whole or not at all.
    """
    names = sorted(tensors)
    header: dict[str, dict] = {"__metadata__": {"format": "pt"}}
    end = 0
    for name in names:
        tensor = tensors[name]
        start, end = end, end + tensor.size
        header[name] = {
            "dtype": tensor.dtype,
            "shape": list(tensor.shape),
            "data_offsets": [start, end],
        }
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # tensors begin aligned, as readers map them
    with atomic_path(path) as part, open(part, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name in names:
            data = changed(name, tensors[name])
            for chunk in tensors[name].chunks() if data is None else (data,):
                file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
