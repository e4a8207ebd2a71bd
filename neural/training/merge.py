"""An adapter into its base, tensor by tensor: bit for bit what PEFT's merge gives, in a tenth of
its memory. Always into 16 or 32 bits: merging into a quantized base would round the adapter away.

Plain LoRA, rsLoRA, DoRA, and rows of new tokens.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import torch

from neural import adapter as adapters
from neural import weights
from neural.adapter import Change
from neural.errors import UserError
from neural.files import atomic_path, require
from neural.prompt import CHAT_TEMPLATE

COPIED = ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json")


def merge(base: Path, adapter: Path, output: Path) -> int:
    """Writes the merged model's five files to `output`; returns how many matrices changed.

    UserError where base and adapter don't belong together or the adapter is no plain LoRA.
    """
    _check_template(base)
    tensors = weights.read(base)
    config = _json(base / "config.json")
    if config.get("quantization_config"):
        raise UserError(f"{base}: a quantized base. Merge into its 16-bit original.")
    if config.get("tie_word_embeddings"):
        tensors.pop("lm_head.weight", None)  # the embedding again, which readers tie by themselves
    found = adapters.changes(adapter, tensors)
    weights.write(output / "model.safetensors", tensors, _merger(found))
    copy_files(base, output)
    return len(found)


def copy_files(base: Path, output: Path) -> None:
    """A base's config and tokenizer for what was trained from it: its new tokens are old now."""
    for name in COPIED:
        require(base / name, f"the base's {name}", "Fetch it again.")
    for name in COPIED:
        config = _json(base / name) if name == "config.json" else {}
        with atomic_path(output / name) as part:
            if config.pop("new_tokens", None):
                part.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", "utf-8")
            else:
                shutil.copyfile(base / name, part)


def apply(change: Change, matrix: torch.Tensor) -> torch.Tensor:
    """The merged matrix in the base's type; F32 inside, rounded as PEFT rounds."""
    if change.rows is not None:
        matrix[list(change.ids)] = change.rows.load().to(matrix.dtype)
    if change.a is not None and change.b is not None:
        delta = (change.b.load().float() @ change.a.load().float()) * change.scale
        if change.lengths is None:
            matrix += delta
        else:
            turned = matrix + delta
            factor = change.lengths.load().float() / torch.linalg.norm(turned, dim=1)
            matrix = (factor.view(-1, 1) * turned).to(matrix.dtype)
    return matrix


def _merger(found: dict[str, Change]) -> Callable:
    def changed(name: str, tensor: weights.Tensor) -> bytes | None:
        if name not in found:
            return None
        merged = apply(found[name], tensor.load())
        if not torch.isfinite(merged).all():
            raise adapters.diverged(name)
        return merged.contiguous().view(torch.uint8).numpy().tobytes()

    return changed


def _check_template(base: Path) -> None:
    if _json(base / "tokenizer_config.json").get("chat_template") != CHAT_TEMPLATE:
        raise UserError(
            f"{base}/tokenizer_config.json: chat_template is not the project's "
            "(neural/prompt.py); the GGUF would ask otherwise than training did. "
            "Run scripts/fetch_base.py on this folder."
        )


def _json(path: Path) -> dict:
    require(path, path.name, "A base is written by scripts/fetch_base.py.")
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UserError(f"{path}: not JSON ({error}). Build or fetch it again.") from None
