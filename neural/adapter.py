"""The files of a LoRA adapter: which matrix of its base they change, and how. Needs no torch.

Merging into a folder (neural/training/merge.py) and into a GGUF on the way (neural/gguf/adapter.py)
both begin here, so that neither takes an adapter whose formula it does not know.
"""

import json
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from neural import weights
from neural.errors import UserError
from neural.files import require

# What adapter_config.json may say, where anything else means a formula that is not here.
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
    """What an adapter does to one matrix of the base: adds scale · B · A, or takes other rows."""

    a: weights.Tensor | None = None
    b: weights.Tensor | None = None
    scale: float = 1.0
    lengths: weights.Tensor | None = None
    """DoRA: the length of each row."""
    rows: weights.Tensor | None = None
    ids: tuple[int, ...] = ()
    """The rows that take the place of the base's at `ids`."""


def changes(folder: Path, base: dict[str, weights.Tensor]) -> dict[str, Change]:
    """What the adapter does, by the name of the base's tensor. UserError where the two don't
    belong together, or where the adapter's formula is not known here."""
    told = _config(folder)
    scale = told["lora_alpha"] / (sqrt(told["r"]) if told.get("use_rslora") else told["r"])
    parts: dict[str, dict[str, weights.Tensor]] = {}
    for name, tensor in sorted(weights.read_file(folder / "adapter_model.safetensors").items()):
        kind = next((kind for kind in (*HALVES, LENGTHS, ROWS) if name.endswith(kind)), None)
        if kind is None or not name.startswith(PREFIX):
            raise UserError(
                f"{folder}: tensor {name} is no part of a LoRA adapter as merging knows it. "
                "Merge it with PEFT's merge_and_unload."
            )
        parts.setdefault(name[len(PREFIX) : -len(kind)] + ".weight", {})[kind] = tensor
    if not parts:
        raise UserError(f"{folder}: the adapter is empty. Train it again.")
    found = {}
    for target, tensors in parts.items():
        if target not in base:
            raise UserError(f"{folder}: the base has no {target}; it belongs to another base.")
        ids = _ids(told, target) if ROWS in tensors else ()
        a, b = (tensors.get(half) for half in HALVES)
        change = Change(a, b, scale, tensors.get(LENGTHS), tensors.get(ROWS), ids)
        _check_fit(folder, target, change, base[target].shape, told)
        found[target] = change
    return found


def diverged(name: str) -> UserError:
    """What to raise where a merged matrix is not finite."""
    return UserError(
        f"{name}: NaN or infinity after the merge: the training diverged. Lower the learning rate "
        "and train again."
    )


def _config(folder: Path) -> dict:
    """adapter_config.json. UserError where there is none, or where its formula is not known."""
    path = require(
        folder / "adapter_config.json", "the adapter", "Train it first (scripts/train.py)."
    )
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        rank, alpha = found["r"], found["lora_alpha"]
        if not (isinstance(rank, int) and rank > 0 and isinstance(alpha, int | float)):
            raise ValueError(f"r is {rank!r}, lora_alpha is {alpha!r}")
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{path}: no LoRA adapter's settings ({error!r}). Train the adapter again."
        ) from None
    for key, plain in PLAIN.items():
        if found.get(key, plain[0]) not in plain:
            raise UserError(
                f"{path}: {key} is {found[key]!r}, which merging does not know (it knows "
                f"{plain[0]!r}). Train without it, or merge with PEFT's merge_and_unload."
            )
    return found


def _ids(told: dict, target: str) -> tuple[int, ...]:
    """The ids whose rows were trained in a matrix; PEFT names modules by their end."""
    ids = told.get("trainable_token_indices") or {}
    ids = ids if isinstance(ids, dict) else {"embed_tokens": ids}
    module = target.removesuffix(".weight")
    return next((tuple(of) for name, of in ids.items() if f".{module}".endswith(f".{name}")), ())


def _check_fit(folder: Path, target: str, change: Change, shape: tuple, told: dict) -> None:
    """UserError unless the parts are whole, of one training and of this base's shape."""
    size = " x ".join(map(str, shape))
    if change.rows is not None:
        expected = (len(change.ids), shape[1])
        if change.rows.shape != expected or max(change.ids, default=0) >= shape[0]:
            raise UserError(
                f"{folder}: {target} has rows {change.rows.shape} for the tokens {change.ids}, "
                f"the base's matrix is {size}; it belongs to another base."
            )
        return
    a, b, rank = change.a, change.b, told["r"]
    if a is None or b is None or (change.lengths is None) == bool(told.get("use_dora")):
        raise UserError(f"{folder}: {target} lacks a part of its change; the file is damaged.")
    if a.shape[0] != rank or b.shape[1] != rank:
        raise UserError(
            f"{folder}: {target} has rank {a.shape[0]}, adapter_config.json says {rank}. "
            "The two files are not of one training; train again."
        )
    if (b.shape[0], a.shape[1]) != shape:
        raise UserError(
            f"{folder}: {target} is {b.shape[0]} x {a.shape[1]} in the adapter and "
            f"{size} in the base; it belongs to another."
        )
