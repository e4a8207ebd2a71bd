"""A LoRA adapter on its way into a GGUF: folded into its base as the base is read, or alone.

The same bytes as merging first and exporting then, without a merged folder between them. Only
plain LoRA and trained rows of tokens are known here; neural/training/merge.py knows more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import gguf
import numpy as np

from neural.errors import UserError
from neural.files import atomic_path
from neural.gguf import architectures, checkpoint, writer

PREFIX = "base_model.model."
A, B = ".lora_A.weight", ".lora_B.weight"
ROWS = ".token_adapter.trainable_tokens_delta"  # the rows themselves, whatever the name says
# Settings of an adapter under which each matrix gains scale · B · A and nothing else.
PLAIN = {
    "peft_type": ("LORA",),
    "use_dora": (False, None),
    "modules_to_save": (None, []),
    "bias": ("none", None),
    "lora_bias": (False, None),
    "fan_in_fan_out": (False, None),
    "alpha_pattern": ({}, None),
    "rank_pattern": ({}, None),
    "target_parameters": (None, []),
    "layer_replication": (None, []),
    "init_lora_weights": (True, False, "gaussian", None),
}


@dataclass(frozen=True)
class Adapter:
    """Parts by the name of the base's tensor: (A, B) pairs, and trained rows with their ids."""

    folder: Path
    alpha: float
    rank: int
    scale: float
    pairs: dict[str, tuple[checkpoint.Tensor, checkpoint.Tensor]]
    rows: dict[str, tuple[tuple[int, ...], checkpoint.Tensor]]


@dataclass(frozen=True)
class Changed:
    """A tensor of the base as it is after the merge; stands in for `checkpoint.Tensor`."""

    base: checkpoint.Tensor
    adapter: Adapter

    @property
    def name(self) -> str:
        """As in the base."""
        return self.base.name

    @property
    def file(self) -> Path:
        """Where a message says that a value is wrong."""
        return self.adapter.folder

    @property
    def shape(self) -> tuple[int, ...]:
        """As in the base."""
        return self.base.shape

    def blocks(self, rows: int = 1) -> Iterator[np.ndarray]:
        """As of the base, merged in F32 and rounded once to the base's type, as PEFT does."""
        pair = self.adapter.pairs.get(self.name)
        a, b = (half.load() for half in pair) if pair else (None, None)
        ids, trained = self.adapter.rows.get(self.name, ((), None))
        values = trained.load() if trained else ()
        at = 0
        for block in self.base.blocks(rows):
            end = at + len(block)
            if a is not None:
                delta = b[at:end] @ a
                delta *= np.float32(self.adapter.scale)
                block = np.add(delta, block, out=delta)
            for id, value in zip(ids, values, strict=True):
                if at <= id < end:
                    block[id - at] = value
            if not checkpoint.finite(block):
                raise UserError(
                    f"{self.file}: {self.name} holds NaN or infinity after the merge: the "
                    "training diverged. Lower the learning rate and train again."
                )
            yield checkpoint.rounded(block, self.base.dtype)
            at = end


def read(folder: Path) -> Adapter | None:
    """The adapter of a folder; None for a formula that is not known here."""
    config = checkpoint.read_json(folder, "adapter_config.json")
    if any(config.get(key, plain[0]) not in plain for key, plain in PLAIN.items()):
        return None
    rank, alpha = config.get("r"), config.get("lora_alpha")
    if not isinstance(rank, int) or not isinstance(alpha, int | float):
        return None
    trained = config.get("trainable_token_indices") or {}
    trained = trained if isinstance(trained, dict) else {"embed_tokens": trained}
    halves: dict[str, dict[str, checkpoint.Tensor]] = {}
    rows = {}
    for tensor in checkpoint.of_file(folder / "adapter_model.safetensors"):
        kind = next((kind for kind in (A, B, ROWS) if tensor.name.endswith(kind)), None)
        if kind is None or not tensor.name.startswith(PREFIX):
            return None
        module = tensor.name[len(PREFIX) : -len(kind)]
        if kind == ROWS:
            ids = next((trained[n] for n in trained if f".{module}".endswith(f".{n}")), None)
            if ids is None or len(ids) != tensor.shape[0]:
                return None
            rows[f"{module}.weight"] = (tuple(ids), tensor)
        else:
            halves.setdefault(f"{module}.weight", {})[kind] = tensor
    pairs = {name: (pair.get(A), pair.get(B)) for name, pair in halves.items()}
    whole = all(a and b and a.shape[0] == b.shape[1] == rank for a, b in pairs.values())
    scale = alpha / (sqrt(rank) if config.get("use_rslora") else rank)
    return Adapter(folder, alpha, rank, scale, pairs, rows) if whole else None


def fold(
    adapter: Adapter, sources: Mapping[str, checkpoint.Tensor]
) -> dict[str, checkpoint.Tensor | Changed] | None:
    """The base's tensors as they are after the merge; None where the adapter does not fit."""
    for name, (a, b) in adapter.pairs.items():
        if name not in sources or sources[name].shape != (b.shape[0], a.shape[1]):
            return None
    for name, (ids, values) in adapter.rows.items():
        shape = sources[name].shape if name in sources else (0, 0)
        if shape[1] != values.shape[1] or max(ids) >= shape[0]:
            return None
    touched = adapter.pairs.keys() | adapter.rows.keys()
    return {
        name: Changed(tensor, adapter) if name in touched else tensor
        for name, tensor in sources.items()
    }


def merge(
    folder: str | Path, base: str | Path, output: str | Path, type: str = "f16", **general: str
) -> bool:
    """Writes base and adapter as one GGUF in a single pass; see `writer.write`.

    False, and no file, where the formula is not known here or the two do not fit: merging in two
    steps then does it or says why not.
    """
    folder, base = Path(folder), Path(base)
    adapter = read(folder)
    sources = fold(adapter, checkpoint.tensors(base)) if adapter else None
    if sources is None:
        return False
    writer.write(base, output, type, sources, **general)
    return True


def write(folder: str | Path, base: str | Path, output: str | Path, **general: str) -> Path:
    """Writes the adapter alone as a LoRA-GGUF, F32, for hosts that add it to the base's GGUF.

    UserError where it does more than plain LoRA, which such a file cannot say.
    """
    folder, base, output = Path(folder), Path(base), Path(output)
    config = checkpoint.config(base)
    arch = architectures.of(base, config)
    names = gguf.get_tensor_name_map(arch, config["num_hidden_layers"])
    adapter = read(folder)
    if adapter is None or adapter.rows or fold(adapter, checkpoint.tensors(base)) is None:
        raise UserError(
            f"{folder}: not a plain LoRA adapter of {base}, or one with trained rows of tokens, "
            "which a LoRA-GGUF cannot hold. Merge it instead (--merge_adapters)."
        )
    plan = []
    for source, pair in sorted(adapter.pairs.items(), key=lambda item: writer.natural(item[0])):
        name = names.get_name(source, try_suffixes=(".weight",))
        head = architectures.interleaved(arch, source, config)
        for half, tensor, turned in zip((".lora_a", ".lora_b"), pair, (None, head), strict=True):
            kind = gguf.GGMLQuantizationType.F32
            plan.append(writer.Entry(name + half, kind, tensor, turned))
    with atomic_path(output) as part:
        made = gguf.GGUFWriter(part, gguf.MODEL_ARCH_NAMES[arch])
        made.add_type("adapter")
        made.add_string("adapter.type", "lora")
        # Hosts scale by alpha / rank; rsLoRA's scale is said as the alpha that gives it.
        made.add_float32("adapter.lora.alpha", adapter.scale * adapter.rank)
        for key, value in sorted({"name": writer.default_name(folder), **general}.items()):
            made.add_string(f"general.{key}", value)
        writer.stream(made, plan)
    return output
