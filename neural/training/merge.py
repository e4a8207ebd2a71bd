"""LoRA into its base, tensor by tensor: bit for bit what PEFT's merge gives, in a tenth of its
memory. Always into 16 or 32 bits: merging into a quantized base would round the adapter away."""

import json
import shutil
from collections.abc import Callable
from math import sqrt
from pathlib import Path

import torch

from neural import weights
from neural.errors import UserError
from neural.files import atomic_path, require
from neural.prompt import CHAT_TEMPLATE

COPIED = ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json")
# What the adapter's config may say, where anything else means another formula than alpha/r·B·A.
PLAIN = {
    "peft_type": ("LORA",),
    "use_dora": (False, None),
    "modules_to_save": (None, []),
    "bias": ("none", None),
    "lora_bias": (False, None),
    "fan_in_fan_out": (False, None),
    "alpha_pattern": ({}, None),
    "rank_pattern": ({}, None),
    "trainable_token_indices": (None, [], {}),
    "target_parameters": (None, []),
    "layer_replication": (None, []),
    "init_lora_weights": (True, False, "gaussian", None),  # others also change the base
}
PREFIX = "base_model.model."
HALVES = (".lora_A.weight", ".lora_B.weight")


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
    pairs = _pairs(adapter, tensors)
    scale = scaling(_json(adapter / "adapter_config.json"), adapter, pairs)
    copied = {
        name: require(base / name, f"the base's {name}", "Fetch it again.") for name in COPIED
    }
    weights.write(output / "model.safetensors", tensors, _merger(pairs, scale))
    for name, path in copied.items():
        with atomic_path(output / name) as part:
            shutil.copyfile(path, part)
    return len(pairs)


def scaling(config: dict, adapter: Path, pairs: dict[str, tuple]) -> float:
    """alpha / rank, or alpha / sqrt(rank) for rsLoRA. UserError where that is not all."""
    for key, plain in PLAIN.items():
        if config.get(key, plain[0]) not in plain:
            raise UserError(
                f"{adapter}/adapter_config.json: {key} is {config[key]!r}, which merging does not "
                f"know (it knows {plain[0]!r}). Train without it, or merge with PEFT's "
                "merge_and_unload."
            )
    rank = config["r"]
    for name, (a, b) in pairs.items():
        if a.shape[0] != rank or b.shape[1] != rank:
            raise UserError(
                f"{adapter}: {name} has rank {a.shape[0]}, adapter_config.json says {rank}. "
                "The two files are not of one training; train again."
            )
    return config["lora_alpha"] / (sqrt(rank) if config.get("use_rslora") else rank)


def _pairs(adapter: Path, base: dict[str, weights.Tensor]) -> dict[str, tuple]:
    """The adapter's (A, B) for each tensor of the base that changes."""
    require(adapter / "adapter_config.json", "the adapter", "Train it first (scripts/train.py).")
    found = weights.read_file(adapter / "adapter_model.safetensors")
    pairs = {}
    for name in sorted(found):
        half = next((h for h in HALVES if name.endswith(h)), None)
        if half is None or not name.startswith(PREFIX):
            raise UserError(
                f"{adapter}: tensor {name} is no LoRA matrix; merging knows plain LoRA only."
            )
        target = name[len(PREFIX) : -len(half)] + ".weight"
        pairs.setdefault(target, {})[half] = found[name]
    for target, halves in pairs.items():
        if target not in base:
            raise UserError(f"{adapter}: the base has no {target}; it belongs to another base.")
        if len(halves) < 2:
            raise UserError(f"{adapter}: {target} has only {list(halves)}; the file is damaged.")
        a, b = pairs[target] = tuple(halves[half] for half in HALVES)
        if (b.shape[0], a.shape[1]) != base[target].shape:
            raise UserError(
                f"{adapter}: {target} is {b.shape[0]} x {a.shape[1]} in the adapter and "
                f"{' x '.join(map(str, base[target].shape))} in the base; it belongs to another."
            )
    if not pairs:
        raise UserError(f"{adapter}: the adapter is empty.")
    return pairs


def _merger(pairs: dict[str, tuple], scale: float) -> Callable:
    def changed(name: str, tensor: weights.Tensor) -> bytes | None:
        if name not in pairs:
            return None
        a, b = (half.load().float() for half in pairs[name])
        merged = tensor.load()
        merged += (b @ a) * scale  # in F32, rounded once to the base's type, as PEFT does
        if not torch.isfinite(merged).all():
            raise UserError(
                f"{name}: NaN or infinity after the merge: the training diverged. Lower the "
                "learning rate and train again."
            )
        return merged.view(torch.uint8).numpy().tobytes()

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
