"""A merged Hugging Face folder, read piece by piece: a 3 GB model needs no 3 GB of memory."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from neural import weights
from neural.errors import UserError

BLOCK = 1 << 18  # elements read at once: 1 MB as F32, which stays in a core's cache
_DTYPES = {"F32": np.float32, "F16": np.float16, "BF16": np.uint16}  # numpy has no BF16


@dataclass(frozen=True)
class Tensor:
    """One tensor of a folder, read as F32 whatever it is stored in."""

    name: str
    stored: weights.Tensor

    @property
    def dtype(self) -> str:
        """How it is stored: a key of safetensors."""
        return self.stored.dtype

    @property
    def shape(self) -> tuple[int, ...]:
        """Rows first."""
        return self.stored.shape

    @property
    def file(self) -> Path:
        """Where it lies."""
        return self.stored.file

    def blocks(self, rows: int = 1) -> Iterator[np.ndarray]:
        """The elements as F32 arrays of whole groups of `rows` rows, at most BLOCK elements where
        a group allows; shaped (rows, columns), or (elements,) for a vector.

        UserError where a value is not finite: no quantization can mend that.
        """
        stored = np.dtype(_DTYPES[self.dtype])
        left = int(np.prod(self.shape, dtype=np.int64))
        group = rows * (self.shape[-1] if len(self.shape) > 1 else 1)
        step = max(1, BLOCK // group) * group
        with open(self.file, "rb") as file:
            file.seek(self.stored.start)
            while left:
                block = np.fromfile(file, stored, min(step, left))
                left -= block.size
                if self.dtype == "BF16":
                    block = (block.astype(np.uint32) << 16).view(np.float32)
                block = block.astype(np.float32, copy=False)
                if not finite(block):
                    raise UserError(
                        f"{self.file}: tensor {self.name} holds NaN or infinity: the training "
                        "diverged. Lower the learning rate and train again."
                    )
                yield block.reshape(-1, self.shape[-1]) if len(self.shape) > 1 else block

    def load(self) -> np.ndarray:
        """All elements in F32, shaped as the tensor."""
        return np.concatenate(list(self.blocks())).reshape(self.shape)


def rounded(values: np.ndarray, dtype: str) -> np.ndarray:
    """F32 values rounded to what a tensor of that type can hold, to nearest even; changes none."""
    if dtype == "F32":
        return values
    if dtype == "F16":
        return values.astype(np.float16).astype(np.float32)
    bits = values.view(np.uint32)
    up = bits >> np.uint32(16)
    up &= np.uint32(1)
    up += np.uint32(0x7FFF)
    up += bits
    up &= np.uint32(0xFFFF0000)
    return up.view(np.float32)


def finite(values: np.ndarray) -> bool:
    """Whether no value is NaN or infinite; NaN shows in the largest and the smallest value."""
    return bool(np.isfinite(values.max()) and np.isfinite(values.min()))


def config(folder: Path) -> dict:
    """config.json of a model folder."""
    return read_json(folder, "config.json")


def read_json(folder: Path, name: str) -> dict:
    """A JSON object in a model folder; UserError where it is missing or none."""
    path = folder / name
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise UserError(
            f"{path}: no such file. Expected a merged model folder with config.json, "
            "model.safetensors, tokenizer.json and tokenizer_config.json; "
            "merge the adapter first (scripts/merge_adapter.py)."
        ) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: not JSON ({error}). Build the folder again.") from None
    if not isinstance(value, dict):
        raise UserError(f"{path}: found {type(value).__name__}, expected a JSON object.")
    return value


def tensors(folder: Path) -> dict[str, Tensor]:
    """All tensors of a folder by name; see `weights.read`."""
    return {name: Tensor(name, stored) for name, stored in weights.read(folder).items()}
