"""What each architecture writes besides its weights: hyperparameters, order of rows, rope factors.

After llama.cpp's own converter, which the tests compare with.
"""

import math
from pathlib import Path

import gguf
import numpy as np
from gguf import MODEL_ARCH, MODEL_TENSOR

from neural.errors import UserError, nearest

BY_NAME = {
    "Qwen2ForCausalLM": MODEL_ARCH.QWEN2,
    "Qwen3ForCausalLM": MODEL_ARCH.QWEN3,
    "LlamaForCausalLM": MODEL_ARCH.LLAMA,
    "Phi3ForCausalLM": MODEL_ARCH.PHI3,
}
_ROPES = {  # what llama.cpp computes as transformers does
    MODEL_ARCH.QWEN2: ("default",),
    MODEL_ARCH.QWEN3: ("default",),
    MODEL_ARCH.LLAMA: ("default", "linear", "llama3"),
    MODEL_ARCH.PHI3: ("default", "longrope", "su"),
}
_SPARSE = {  # of gguf's list for Llama: experts, and what only old files hold
    MODEL_TENSOR.ATTN_ROT_EMBD,
    MODEL_TENSOR.FFN_GATE_INP,
    MODEL_TENSOR.FFN_GATE_EXP,
    MODEL_TENSOR.FFN_DOWN_EXP,
    MODEL_TENSOR.FFN_UP_EXP,
    MODEL_TENSOR.FFN_GATE_UP_EXP,
    MODEL_TENSOR.ROPE_FREQS,
    MODEL_TENSOR.ROPE_FACTORS_LONG,
    MODEL_TENSOR.ROPE_FACTORS_SHORT,
}
_FUSED = {MODEL_TENSOR.ATTN_Q, MODEL_TENSOR.ATTN_K, MODEL_TENSOR.ATTN_V}  # Phi-3 has one matrix
_NEEDED = (
    *("vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "rms_norm_eps"),
    *("num_attention_heads", "num_key_value_heads", "max_position_embeddings"),
)


def of(folder: Path, config: dict) -> MODEL_ARCH:
    """The GGUF architecture of a config.json; UserError for what would be written wrongly."""
    path = folder / "config.json"
    name = (config.get("architectures") or ["none"])[0]
    if name not in BY_NAME:
        raise UserError(
            f"{path}: architecture {name} is not supported; supported: "
            f"{', '.join(BY_NAME)}.{nearest(name, BY_NAME)}"
        )
    arch = BY_NAME[name]
    if config.get("quantization_config"):
        raise UserError(f"{path}: the weights are quantized; merge into the 16-bit base.")
    kind = _kind(config)
    if kind not in _ROPES[arch] or config.get("use_sliding_window"):
        raise UserError(
            f"{path}: rope type {kind!r} or a sliding window; expected rope type "
            f"{' or '.join(_ROPES[arch])} without a window."
        )
    missing = [key for key in _NEEDED if not isinstance(config.get(key), int | float)]
    if missing:
        raise UserError(f"{path}: no number under {', '.join(missing)}. Build the folder again.")
    return arch


def required(arch: MODEL_ARCH, layers: int, tied: bool) -> list[str]:
    """Names of the tensors that a file of this architecture must have."""
    optional = _SPARSE | ({MODEL_TENSOR.OUTPUT} if tied else set())
    optional |= _FUSED if arch == MODEL_ARCH.PHI3 else set()
    return [
        gguf.TENSOR_NAMES[kind].format(bid=layer) + ".weight"
        for kind in gguf.MODEL_TENSORS[arch]
        if kind not in optional
        for layer in (range(layers) if "{bid}" in gguf.TENSOR_NAMES[kind] else (0,))
    ]


def interleaved(arch: MODEL_ARCH, name: str, config: dict) -> int | None:
    """Rows of one head, where llama.cpp pairs neighbouring rows for rope and Hugging Face the
    halves of a head; None where the rows stay as they are."""
    turned = ".self_attn.q_proj." in name or ".self_attn.k_proj." in name
    return head_width(config) if arch == MODEL_ARCH.LLAMA and turned else None


def interleave(rows: np.ndarray, width: int) -> np.ndarray:
    """Reorders whole heads of `width` rows each: first of each half, second of each half, …"""
    halves = rows.reshape(-1, 2, width // 2, *rows.shape[1:])
    return halves.swapaxes(1, 2).reshape(rows.shape)


def factors(arch: MODEL_ARCH, config: dict) -> dict[str, np.ndarray]:
    """Rope factors as tensors of their own, by GGUF name, float32 (half a head,)."""
    rope, kind = _rope(config), _kind(config)
    if kind == "llama3":
        return {"rope_freqs.weight": _llama3(rope, head_width(config))}
    if arch == MODEL_ARCH.PHI3 and kind != "default":
        return {
            f"rope_factors_{length}.weight": np.array(rope[f"{length}_factor"], np.float32)
            for length in ("long", "short")
        }
    return {}


def hyperparameters(writer: gguf.GGUFWriter, config: dict, arch: MODEL_ARCH) -> None:
    """Adds all keys of the architecture."""
    rope = _rope(config)
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_rope_freq_base(float(rope.get("rope_theta") or 10000.0))
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    width = head_width(config)
    writer.add_key_length(width)
    writer.add_value_length(width)
    if arch == MODEL_ARCH.LLAMA:
        writer.add_vocab_size(config["vocab_size"])
        writer.add_rope_dimension_count(width)
    if _kind(config) == "linear":
        writer.add_rope_scaling_type(gguf.RopeScalingType.LINEAR)
        writer.add_rope_scaling_factor(float(rope["factor"]))
    if arch == MODEL_ARCH.PHI3:
        _phi3(writer, config, rope, width)


def head_width(config: dict) -> int:
    """Columns of one attention head."""
    return config.get("head_dim") or config["hidden_size"] // config["num_attention_heads"]


def _rope(config: dict) -> dict:
    """Rope settings, which older configs spread over two keys."""
    found = {"rope_theta": config.get("rope_theta")}
    for key in ("rope_scaling", "rope_parameters"):
        found |= config.get(key) or {}
    return found


def _kind(config: dict) -> str:
    rope = _rope(config)
    return rope.get("rope_type", rope.get("type", "default"))


def _llama3(rope: dict, width: int) -> np.ndarray:
    """Slow waves are stretched by the factor, quick ones are not, those between in part."""
    one, base = np.float32(1), np.float32(rope.get("rope_theta") or 10000.0)
    frequencies = one / base ** (np.arange(0, width, 2, dtype=np.float32) / np.float32(width))
    waves = np.float32(2 * math.pi) / frequencies
    factor, low, high, trained = (
        np.float32(rope.get(key, default))
        for key, default in (
            ("factor", 8.0),
            ("low_freq_factor", 1.0),
            ("high_freq_factor", 4.0),
            ("original_max_position_embeddings", 8192),
        )
    )
    smooth = (trained / waves - low) / (high - low)
    between = one / ((one - smooth) / factor + smooth)
    return np.where(waves < trained / high, one, np.where(waves > trained / low, factor, between))


def _phi3(writer: gguf.GGUFWriter, config: dict, rope: dict, width: int) -> None:
    longest = config["max_position_embeddings"]
    trained = rope.get("original_max_position_embeddings") or config.get(
        "original_max_position_embeddings", longest
    )
    writer.add_rope_scaling_orig_ctx_len(trained)
    writer.add_rope_dimension_count(int(rope.get("partial_rotary_factor", 1.0) * width))
    writer.add_sliding_window(config.get("sliding_window") or 0)  # which llama.cpp leaves out
    if _kind(config) != "default":
        scale = longest / trained
        stretched = math.sqrt(1 + math.log(scale) / math.log(trained)) if scale > 1 else 1.0
        writer.add_rope_scaling_attn_factors(stretched)
