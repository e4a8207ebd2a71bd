"""A LoRA adapter on its way into a GGUF: folded into its base as the base is read, or alone.

The same bytes as merging first and exporting then, without a merged folder between them. DoRA is
left to neural/training/merge.py: its lengths need whole matrices.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np

from neural import adapter as adapters
from neural import weights
from neural.errors import UserError
from neural.files import atomic_path
from neural.gguf import architectures, checkpoint, writer


@dataclass(frozen=True)
class Changed:
    """A tensor of the base as it is after the merge; stands in for `checkpoint.Tensor`."""

    base: checkpoint.Tensor
    change: adapters.Change

    @property
    def name(self) -> str:
        """As in the base."""
        return self.base.name

    @property
    def file(self) -> Path:
        """Where a message says that a value is wrong."""
        return (self.change.rows or self.change.a).file

    @property
    def shape(self) -> tuple[int, ...]:
        """As in the base."""
        return self.base.shape

    def blocks(self, rows: int = 1) -> Iterator[np.ndarray]:
        """As of the base, merged in F32 and rounded once to the base's type, as PEFT does."""
        a, b, trained = (
            checkpoint.Tensor(self.name, part).load() if part else None
            for part in (self.change.a, self.change.b, self.change.rows)
        )
        values = {} if trained is None else dict(zip(self.change.ids, trained, strict=True))
        at = 0
        for block in self.base.blocks(rows):
            end = at + len(block)
            if a is not None:
                delta = b[at:end] @ a
                delta *= np.float32(self.change.scale)
                block = np.add(delta, block, out=delta)
            for id, value in values.items():
                if at <= id < end:
                    block[id - at] = value
            if not checkpoint.finite(block):
                raise adapters.diverged(f"{self.file}: {self.name}")
            yield checkpoint.rounded(block, self.base.dtype)
            at = end


def merge(
    folder: str | Path, base: str | Path, output: str | Path, type: str = "f16", **general: str
) -> bool:
    """Writes base and adapter as one GGUF in a single pass; see `writer.write`.

    False, and no file, for DoRA, which is merged in two steps. UserError where base and adapter
    don't belong together or the adapter is no plain LoRA.
    """
    folder, base = Path(folder), Path(base)
    found = weights.read(base)
    changes = adapters.changes(folder, found)
    if any(change.lengths for change in changes.values()):
        return False
    sources = {name: checkpoint.Tensor(name, tensor) for name, tensor in found.items()}
    sources |= {name: Changed(sources[name], change) for name, change in changes.items()}
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
    changes = adapters.changes(folder, weights.read(base))
    rest = [name for name, change in changes.items() if change.rows or change.lengths]
    if rest:
        raise UserError(
            f"{folder}: {rest[0]} has trained rows of tokens or DoRA's lengths, which a LoRA-GGUF "
            "cannot hold. Merge it instead (--merge_adapters)."
        )
    plan = []
    for source in sorted(changes, key=writer.natural):
        change = changes[source]
        name = names.get_name(source, try_suffixes=(".weight",))
        head = architectures.interleaved(arch, source, config)
        for half, part, turned in ((".lora_a", change.a, None), (".lora_b", change.b, head)):
            tensor = checkpoint.Tensor(source, part)
            plan.append(writer.Entry(name + half, gguf.GGMLQuantizationType.F32, tensor, turned))
    one = next(iter(changes.values()))
    with atomic_path(output) as part:
        made = gguf.GGUFWriter(part, gguf.MODEL_ARCH_NAMES[arch])
        made.add_type("adapter")
        made.add_string("adapter.type", "lora")
        # Hosts scale by alpha / rank; rsLoRA's scale is said as the alpha that gives it.
        made.add_float32("adapter.lora.alpha", one.scale * one.a.shape[0])
        for key, value in sorted({"name": writer.default_name(folder), **general}.items()):
            made.add_string(f"general.{key}", value)
        writer.stream(made, plan)
    return output
