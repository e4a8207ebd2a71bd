"""Writes a merged Hugging Face folder as GGUF, tensor by tensor, without torch.

The same tensors and bytes as llama.cpp's own converter makes, at a fraction of its memory.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

import gguf
import numpy as np
from gguf import MODEL_ARCH, GGMLQuantizationType, LlamaFileType

from neural.errors import UserError, nearest
from neural.files import atomic_path
from neural.gguf import architectures, checkpoint, vocabulary

TYPES = {
    "f32": (GGMLQuantizationType.F32, LlamaFileType.ALL_F32),
    "f16": (GGMLQuantizationType.F16, LlamaFileType.MOSTLY_F16),
    "bf16": (GGMLQuantizationType.BF16, LlamaFileType.MOSTLY_BF16),
}
STRIPPING = ("phi-3", "phi3")  # parts of `general.name`


class Source(Protocol):
    """Where a tensor comes from: `checkpoint.Tensor`, or what stands in for one."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Rows first."""

    def blocks(self, rows: int = 1) -> Iterator[np.ndarray]:
        """As of `checkpoint.Tensor`."""


@dataclass(frozen=True)
class Factors:
    """A small tensor that is computed, not read: float32 (n,)."""

    values: np.ndarray

    @property
    def shape(self) -> tuple[int, ...]:
        """As of a tensor of the folder."""
        return self.values.shape

    def blocks(self, rows: int = 1) -> Iterator[np.ndarray]:
        """All at once."""
        yield self.values


@dataclass(frozen=True)
class Entry:
    """One tensor of the GGUF: its name there, its type there, its source.

    `head`: rows of one head, where they are reordered; see `architectures.interleaved`.
    """

    name: str
    type: GGMLQuantizationType
    source: Source
    head: int | None = None

    @property
    def nbytes(self) -> int:
        """Bytes in the GGUF; `write_tensor_data` compares it with what was announced."""
        return int(np.prod(self.source.shape, dtype=np.int64)) * (
            4 if self.type == GGMLQuantizationType.F32 else 2
        )

    def blocks(self) -> Iterator[np.ndarray]:
        """The bytes to write, a few rows at a time. UserError where F16 cannot hold a value."""
        for block in self.source.blocks(self.head or 1):
            if self.head:
                block = architectures.interleave(block, self.head)
            if self.type == GGMLQuantizationType.F16:
                largest = max(block.max(), -block.min())
                if largest > 65504:
                    raise UserError(
                        f"{self.source.file}: tensor {self.source.name} holds {largest:g}, beyond "
                        "F16's 65504. Export with bf16 instead."
                    )
            yield gguf.quantize(block, self.type)

    def tofile(self, file: IO[bytes]) -> None:
        """Stands in for numpy's, so that GGUFWriter streams the tensor."""
        for block in self.blocks():
            block.tofile(file)


def write(
    folder: str | Path,
    output: str | Path,
    type: str = "f16",
    sources: Mapping[str, Source] | None = None,
    **general: str,
) -> Path:
    """Writes the folder's model to `output` in F32, F16 or BF16 (norms and biases in F32).

    `sources`: tensors to write in place of the folder's; `general`: values of GGUF's `general.*`
    keys, e.g. name, license. The bytes depend on nothing else than the folder and these.
    UserError for all that llama.cpp would read wrongly.
    """
    folder, output = Path(folder), Path(output)
    general = {"name": default_name(folder), **general}
    check_name(general["name"])
    config = checkpoint.config(folder)
    arch = architectures.of(folder, config)
    plan = entries(folder, config, arch, type, sources)
    words = vocabulary.read(folder, config["vocab_size"])
    with atomic_path(output) as part:
        writer = gguf.GGUFWriter(part, gguf.MODEL_ARCH_NAMES[arch])
        writer.add_type("model")
        for key, value in sorted(general.items()):
            writer.add_string(f"general.{key}", value)
        writer.add_file_type(TYPES[type][1])
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
        architectures.hyperparameters(writer, config, arch)
        words.write(writer)
        stream(writer, plan)
    return output


def stream(writer: gguf.GGUFWriter, plan: Sequence[Entry]) -> None:
    """Writes the header and all tensors, a few rows at a time, and closes the file."""
    for entry in plan:
        writer.add_tensor_info(
            entry.name, entry.source.shape, np.dtype("V2"), entry.nbytes, entry.type
        )
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    for entry in plan:
        writer.write_tensor_data(entry)
    writer.close()


def check_name(name: str) -> None:
    """UserError for a `general.name` by which llama.cpp would tokenize in another way."""
    taken = next((part for part in STRIPPING if part in name.lower()), None)
    if taken:
        raise UserError(
            f"the name {name!r} holds {taken!r}: llama.cpp then strips spaces and line breaks "
            "after each control token, so that no prompt is as it was trained. Take another name."
        )


def default_name(folder: Path) -> str:
    """The folder's name; its parent's for models/NAME/merged."""
    folder = folder.resolve()
    return folder.parent.name if folder.name == "merged" else folder.name


def entries(
    folder: Path,
    config: dict,
    arch: MODEL_ARCH,
    type: str,
    sources: Mapping[str, Source] | None = None,
) -> list[Entry]:
    """All tensors of the GGUF, layer by layer. UserError for a missing or unknown one."""
    if type not in TYPES:
        raise UserError(f"cannot write {type!r}; known: {', '.join(TYPES)}.{nearest(type, TYPES)}")
    layers = config["num_hidden_layers"]
    names = gguf.get_tensor_name_map(arch, layers)
    sources = dict(sources or checkpoint.tensors(folder))
    tied = config.get("tie_word_embeddings", False)
    if tied:
        _drop_tied_head(folder, sources)
    plan = []
    for source in sorted(sources.values(), key=lambda tensor: natural(tensor.name)):
        name = names.get_name(source.name, try_suffixes=(".weight", ".bias"))
        if name is None:
            raise UserError(
                f"{source.file}: tensor {source.name} has no place in {arch.name}; an adapter "
                "that was not merged? Merge it first (scripts/merge_adapter.py)."
            )
        vector = len(source.shape) == 1  # llama.cpp computes norms and biases in F32
        kind = GGMLQuantizationType.F32 if vector else TYPES[type][0]
        head = architectures.interleaved(arch, source.name, config)
        plan.append(Entry(name, kind, source, head))
    for name, values in architectures.factors(arch, config).items():
        plan.append(Entry(name, GGMLQuantizationType.F32, Factors(values)))
    _check_complete(folder, config, arch, {entry.name: entry.source.shape for entry in plan}, tied)
    return plan


def _check_complete(folder: Path, config: dict, arch: MODEL_ARCH, shapes: dict, tied: bool):
    expected = architectures.required(arch, config["num_hidden_layers"], tied)
    missing = [name for name in expected if name not in shapes]
    if missing:
        raise UserError(
            f"{folder}: {len(missing)} of {len(expected)} tensors are missing, first "
            f"{missing[0]}. The folder is incomplete; build it again."
        )
    rows = (config["vocab_size"], config["hidden_size"])
    if shapes["token_embd.weight"] != rows:
        raise UserError(
            f"{folder}: the embedding matrix is {shapes['token_embd.weight']}, config.json says "
            f"{rows}. Weights and config are of different models."
        )


def _drop_tied_head(folder: Path, sources: dict[str, checkpoint.Tensor]) -> None:
    """A tied head is the embedding again; one that differs would be lost without a word."""
    head = sources.pop("lm_head.weight", None)
    rows = sources.get("model.embed_tokens.weight")
    if head is None or rows is None:
        return
    pairs = zip(head.blocks(), rows.blocks(), strict=False)
    if head.shape != rows.shape or not all(np.array_equal(a, b) for a, b in pairs):
        raise UserError(
            f"{folder}: config.json ties lm_head to the embeddings, but they differ. "
            "Save the model with tie_word_embeddings=false."
        )


def natural(name: str) -> list:
    """Sort key of names: layer 2 before layer 10."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]
