"""Reads a GGUF's header strictly, before llama.cpp sees the file.

llama.cpp may abort the whole process on a damaged file, and gguf's own reader walks any length
that a damaged header claims; here each length is checked against the file first.
"""

import mmap
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFValueType

from neural.errors import UserError

ALIGNMENT = 32
_SCALARS = {
    GGUFValueType.UINT8: "<B",
    GGUFValueType.INT8: "<b",
    GGUFValueType.UINT16: "<H",
    GGUFValueType.INT16: "<h",
    GGUFValueType.UINT32: "<I",
    GGUFValueType.INT32: "<i",
    GGUFValueType.FLOAT32: "<f",
    GGUFValueType.BOOL: "<?",
    GGUFValueType.UINT64: "<Q",
    GGUFValueType.INT64: "<q",
    GGUFValueType.FLOAT64: "<d",
}


@dataclass(frozen=True)
class TensorInfo:
    """A tensor of the file: its type, shape (rows first) and place in bytes."""

    name: str
    type: GGMLQuantizationType
    shape: tuple[int, ...]
    offset: int
    nbytes: int


@dataclass(frozen=True)
class Header:
    """Keys and tensors of a GGUF, and where its parts lie.

    `spans`: for each key, the bytes of its entry; `infos`: the bytes of all tensor entries;
    `data`: where tensor data begins; `size`: length of the file, all in bytes.
    """

    path: Path
    keys: dict[str, Any]
    tensors: dict[str, TensorInfo]
    spans: dict[str, tuple[int, int]]
    infos: tuple[int, int]
    data: int
    size: int


class _Damaged(Exception):
    pass


class _Foreign(Exception):
    pass


def read(path: str | Path) -> Header:
    """The header of a whole, well-formed GGUF. UserError for any other file."""
    path = Path(path)
    try:
        with open(path, "rb") as file:
            size = file.seek(0, 2)
            if size < 24:
                raise _Damaged(f"it has {size} bytes")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as buffer:
                return _Cursor(buffer).header(path)
    except FileNotFoundError:
        raise UserError(f"{path}: no such file. Export it first.") from None
    except IsADirectoryError:
        raise UserError(f"{path}: a folder; expected a .gguf file.") from None
    except _Foreign:
        raise UserError(
            f"{path}: not a GGUF file: it does not begin with 'GGUF'. Give the path of one."
        ) from None
    except _Damaged as error:
        raise UserError(
            f"{path}: no whole GGUF file: {error}. It is truncated or damaged; delete it and "
            "export or download it again."
        ) from None


class _Cursor:
    """Walks the bytes; every read is checked against the end of the file."""

    def __init__(self, buffer: mmap.mmap):
        self.buffer, self.at = buffer, 0

    def header(self, path: Path) -> Header:
        if self.take(4) != b"GGUF":
            raise _Foreign
        version = self.scalar("<I")
        if version != 3:
            raise _Damaged(f"its version is {version}, expected 3")
        n_tensors, n_keys = self.scalar("<Q"), self.scalar("<Q")
        keys, spans = {}, {}
        for _ in range(n_keys):
            begin, name = self.at, self.string()
            if name in keys:
                raise _Damaged(f"key {name!r} stands there twice")
            keys[name] = self.value(self.scalar("<I"))
            spans[name] = (begin, self.at)
        if keys.get("general.alignment", ALIGNMENT) != ALIGNMENT:
            raise _Damaged(f"its alignment is {keys['general.alignment']!r}, expected {ALIGNMENT}")
        begin = self.at
        found = [self.tensor() for _ in range(n_tensors)]
        infos = (begin, self.at)
        data = -(-self.at // ALIGNMENT) * ALIGNMENT
        tensors = {}
        for info in found:
            if info.name in tensors or data + info.offset + info.nbytes > len(self.buffer):
                raise _Damaged(f"tensor {info.name} stands there twice or ends beyond the file")
            tensors[info.name] = TensorInfo(
                info.name, info.type, info.shape, data + info.offset, info.nbytes
            )
        return Header(path, keys, tensors, spans, infos, data, len(self.buffer))

    def take(self, count: int) -> bytes:
        if self.at + count > len(self.buffer):
            raise _Damaged(f"it ends at byte {len(self.buffer)} within its header")
        self.at += count
        return self.buffer[self.at - count : self.at]

    def scalar(self, format: str) -> Any:
        return struct.unpack(format, self.take(struct.calcsize(format)))[0]

    def string(self) -> str:
        begin = self.at
        try:
            return self.take(self.scalar("<Q")).decode()
        except UnicodeDecodeError:
            raise _Damaged(f"the text at byte {begin} is not UTF-8") from None

    def value(self, kind: int) -> Any:
        if kind == GGUFValueType.STRING:
            return self.string()
        if kind in _SCALARS:
            return self.scalar(_SCALARS[kind])
        if kind != GGUFValueType.ARRAY:
            raise _Damaged(f"value type {kind} at byte {self.at} is unknown")
        of, count = self.scalar("<I"), self.scalar("<Q")
        if of == GGUFValueType.STRING:
            if count * 8 > len(self.buffer) - self.at:
                raise _Damaged(f"an array of {count} strings at byte {self.at} does not fit")
            return [self.string() for _ in range(count)]
        if of not in _SCALARS:
            raise _Damaged(f"arrays of type {of} at byte {self.at} are unknown")
        dtype = np.dtype(_SCALARS[of].replace("<?", "?"))
        return np.frombuffer(self.take(count * dtype.itemsize), dtype).tolist()

    def tensor(self) -> TensorInfo:
        name, dimensions = self.string(), self.scalar("<I")
        if not 1 <= dimensions <= 4:
            raise _Damaged(f"tensor {name!r} has {dimensions} dimensions")
        shape = tuple(self.scalar("<Q") for _ in range(dimensions))[::-1]
        kind, offset = self.scalar("<I"), self.scalar("<Q")
        try:
            kind = GGMLQuantizationType(kind)
        except ValueError:
            raise _Damaged(f"tensor {name!r} has unknown type {kind}") from None
        block, size = GGML_QUANT_SIZES[kind]
        elements = 1
        for side in shape:
            elements *= side
        if elements == 0 or shape[-1] % block or offset % ALIGNMENT:
            raise _Damaged(f"tensor {name!r} has impossible shape {shape} or offset {offset}")
        return TensorInfo(name, kind, shape, offset, elements // block * size)
