"""An adapter into its base, tensor by tensor: bit for bit what PEFT's merge gives, in a tenth of
its memory. Always into 16 or 32 bits: merging into a quantized base would round the adapter away.

Plain LoRA, rsLoRA, DoRA, and rows of new tokens.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import torch

from neural import weights
from neural.errors import UserError
from neural.files import atomic_path, require
from neural.prompt import CHAT_TEMPLATE

COPIED = ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json")
# What the adapter's config may say, where anything else means a formula that is not here.
PLAIN = {
    "peft_type": ("LORA",),
    "modules_to_save": (None, []),
    "bias": ("none", None),
    "lora_bias": (False, None),
    "fan_in_fan_out": (False, None),
    "alpha_pattern": ({}, None),
    "rank_pattern": ({}, None),
    "target_parameters": (None, []),
    "layer_replication": (None, []),
    "init_lora_weights": (True, False, "gaussian", None),  # others also change the base
}
PREFIX = "base_model.model."
HALVES = (".lora_A.weight", ".lora_B.weight")
LENGTHS = ".lora_magnitude_vector"  # DoRA's
ROWS = ".token_adapter.trainable_tokens_delta"  # the rows themselves, whatever the name says


@dataclass(frozen=True)
class Change:
    """What an adapter does to one matrix of the base."""

    a: weights.Tensor | None = None
    b: weights.Tensor | None = None
    scale: float = 1.0
    lengths: weights.Tensor | None = None
    """DoRA: the length of each row."""
    rows: weights.Tensor | None = None
    ids: tuple[int, ...] = ()
    """The rows that take the place of the base's at `ids`."""

    def apply(self, matrix: torch.Tensor) -> torch.Tensor:
        """The merged matrix in the base's type; F32 inside, rounded as PEFT rounds."""
        if self.rows is not None:
            matrix[list(self.ids)] = self.rows.load().to(matrix.dtype)
        if self.a is not None and self.b is not None:
            delta = (self.b.load().float() @ self.a.load().float()) * self.scale
            if self.lengths is None:
                matrix += delta
            else:
                turned = matrix + delta
                factor = self.lengths.load().float() / torch.linalg.norm(turned, dim=1)
                matrix = (factor.view(-1, 1) * turned).to(matrix.dtype)
        return matrix


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
    found = changes(adapter, tensors)
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


def changes(adapter: Path, base: dict[str, weights.Tensor]) -> dict[str, Change]:
    """What the adapter does, by the name of the base's tensor. UserError where the two don't
    belong together, or where the adapter's formula is not known here."""
    require(adapter / "adapter_config.json", "the adapter", "Train it first (scripts/train.py).")
    config = _json(adapter / "adapter_config.json")
    _check_formula(config, adapter)
    scale = config["lora_alpha"] / (sqrt(config["r"]) if config.get("use_rslora") else config["r"])
    parts: dict[str, dict[str, weights.Tensor]] = {}
    for name, tensor in sorted(weights.read_file(adapter / "adapter_model.safetensors").items()):
        kind = next((kind for kind in (*HALVES, LENGTHS, ROWS) if name.endswith(kind)), None)
        if kind is None or not name.startswith(PREFIX):
            raise UserError(
                f"{adapter}: tensor {name} is no part of a LoRA adapter as merging knows it."
            )
        parts.setdefault(name[len(PREFIX) : -len(kind)] + ".weight", {})[kind] = tensor
    if not parts:
        raise UserError(f"{adapter}: the adapter is empty.")
    found = {}
    for target, tensors in parts.items():
        if target not in base:
            raise UserError(f"{adapter}: the base has no {target}; it belongs to another base.")
        ids = _ids(config, target) if ROWS in tensors else ()
        a, b = (tensors.get(half) for half in HALVES)
        change = Change(a, b, scale, tensors.get(LENGTHS), tensors.get(ROWS), ids)
        _check_fit(adapter, target, change, base[target].shape, config)
        found[target] = change
    return found


def _ids(config: dict, target: str) -> tuple[int, ...]:
    """The ids whose rows were trained in a matrix; PEFT names modules by their end."""
    told = config.get("trainable_token_indices") or {}
    told = told if isinstance(told, dict) else {"embed_tokens": told}
    module = target.removesuffix(".weight")
    return next((tuple(ids) for name, ids in told.items() if f".{module}".endswith(f".{name}")), ())


def _check_formula(config: dict, adapter: Path) -> None:
    for key, plain in PLAIN.items():
        if config.get(key, plain[0]) not in plain:
            raise UserError(
                f"{adapter}/adapter_config.json: {key} is {config[key]!r}, which merging does not "
                f"know (it knows {plain[0]!r}). Train without it, or merge with PEFT's "
                "merge_and_unload."
            )


def _check_fit(adapter: Path, target: str, change: Change, shape: tuple, config: dict) -> None:
    """UserError unless the parts are whole, of one training and of this base's shape."""
    size = " x ".join(map(str, shape))
    if change.rows is not None:
        expected = (len(change.ids), shape[1])
        if change.rows.shape != expected or max(change.ids, default=0) >= shape[0]:
            raise UserError(
                f"{adapter}: {target} has rows {change.rows.shape} for the tokens {change.ids}, "
                f"the base's matrix is {size}; it belongs to another base."
            )
        return
    a, b, rank = change.a, change.b, config["r"]
    if a is None or b is None or (change.lengths is None) == bool(config.get("use_dora")):
        raise UserError(f"{adapter}: {target} lacks a part of its change; the file is damaged.")
    if a.shape[0] != rank or b.shape[1] != rank:
        raise UserError(
            f"{adapter}: {target} has rank {a.shape[0]}, adapter_config.json says {rank}. "
            "The two files are not of one training; train again."
        )
    if (b.shape[0], a.shape[1]) != shape:
        raise UserError(
            f"{adapter}: {target} is {b.shape[0]} x {a.shape[1]} in the adapter and "
            f"{size} in the base; it belongs to another."
        )


def _merger(found: dict[str, Change]) -> Callable:
    def changed(name: str, tensor: weights.Tensor) -> bytes | None:
        if name not in found:
            return None
        merged = found[name].apply(tensor.load())
        if not torch.isfinite(merged).all():
            raise UserError(
                f"{name}: NaN or infinity after the merge: the training diverged. Lower the "
                "learning rate and train again."
            )
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
