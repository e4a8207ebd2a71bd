"""Where a model is trained and in which precision; bases loaded so."""

import os
import resource
import sys
from ctypes import CDLL
from pathlib import Path

from neural.errors import UserError
from neural.training.recipe import Recipe

BIG = 500e6  # bytes of a base's weights
DTYPES = {"fp32": "float32", "bf16": "bfloat16", "fp16": "float16"}


def choose(use_metal: bool = False) -> str:
    """'cuda', 'mps' or 'cpu': the best there is; Metal only where asked for."""
    import torch

    if use_metal:
        if not torch.backends.mps.is_available():
            raise UserError(
                "--use_metal: this machine or this torch has no Metal (MPS). Leave the flag out: "
                "CUDA is taken where there is one, else the CPU."
            )
        return "mps"
    return "cuda" if torch.cuda.is_available() else "cpu"


def precision(recipe: Recipe, device: str) -> str:
    """'fp32', 'bf16' or 'fp16'. On a CPU bf16 gains LoRA a tenth at best and costs exact repeats
    between machines; without AVX512-BF16 it is emulated and many times slower."""
    import torch

    if recipe.precision != "auto":
        return recipe.precision
    if device == "cuda":
        return "bf16" if torch.cuda.is_bf16_supported() else "fp16"
    return "fp32"


def checkpointing(recipe: Recipe, device: str) -> bool:
    """Whether activations are computed twice: CPUs have the memory and lack the time."""
    auto = device != "cpu"
    return {"auto": auto, "on": True, "off": False}[recipe.gradient_checkpointing]


def flash_attention(recipe: Recipe, device: str) -> bool:
    """Whether flash attention is installed and fits: it needs CUDA and 16 bits."""
    from transformers.utils import is_flash_attn_2_available

    return device == "cuda" and precision(recipe, device) != "fp32" and is_flash_attn_2_available()


def packs(recipe: Recipe, device: str) -> bool:
    """Whether rows share a sequence. Other attention than flash computes all of a pack's square:
    batches by length are then faster, and waste as little."""
    return {"auto": flash_attention(recipe, device), "on": True, "off": False}[recipe.packing]


def liger(device: str) -> bool:
    """Whether Liger's fused kernels are there; they are for CUDA."""
    from transformers.utils import is_liger_kernel_available

    return device == "cuda" and is_liger_kernel_available()


def peak(device: str) -> int:
    """Bytes that this process has held at most: on a GPU there, else in the machine's memory."""
    import torch

    if device == "cuda":
        return torch.cuda.max_memory_allocated()
    if device == "mps":
        return torch.mps.driver_allocated_memory()
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def available(device: str) -> int:
    """Bytes that a training could take now."""
    import psutil
    import torch

    if device == "cuda":
        return torch.cuda.mem_get_info()[0]
    if device == "mps":
        return torch.mps.recommended_max_memory()
    return psutil.virtual_memory().available


def _return_buffers(base: Path) -> None:
    """Has glibc give large buffers back to the system. It keeps them in heaps that fragment: a
    third more memory for a 0.5B base. Small bases are left alone: new pages halve their speed."""
    if (base / "model.safetensors").stat().st_size > BIG and hasattr(CDLL(None), "mallopt"):
        CDLL(None).mallopt(-3, 1 << 20)  # M_MMAP_THRESHOLD, no longer adjusted


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the device had no more memory; each says it in its own way."""
    words = ("out of memory", "can't allocate memory", "not enough memory")
    return isinstance(error, RuntimeError) and any(word in str(error) for word in words)


def load(base: Path, recipe: Recipe, where: str):
    """The base as a causal language model on the device; 4-bit where the recipe says so.

    Where all weights are trained they are F32, or AdamW's small steps would round to nothing.
    """
    import torch
    from transformers import AutoModelForCausalLM

    # Of several processes each has its own GPU.
    device = f"cuda:{os.environ.get('LOCAL_RANK', 0)}" if where == "cuda" else where
    if where == "cpu" and sys.platform == "linux":
        _return_buffers(base)
    dtype = getattr(torch, DTYPES["fp32" if recipe.full else precision(recipe, where)])
    options = {"quantization_config": _four_bits(where, dtype)} if recipe.use_qlora else {}
    if recipe.use_qlora:
        options["device_map"] = {"": device}
    try:
        model = AutoModelForCausalLM.from_pretrained(
            base,
            dtype=dtype,
            attn_implementation="flash_attention_2" if flash_attention(recipe, where) else "sdpa",
            trust_remote_code=False,
            use_safetensors=True,
            local_files_only=True,
            **options,
        )
    except (OSError, ValueError, KeyError) as error:
        raise UserError(
            f"{base}: cannot be loaded as a model ({error}). Build or fetch the base again "
            "(scripts/fetch_base.py)."
        ) from None
    model.config.use_cache = False  # a cache would undo the separation of packed rows
    for module in model.modules() if recipe.use_qlora else ():
        if hasattr(module, "support_avx512bf16_for_cpu"):
            # An evaluation would repack the weights for inference, and training cannot read those.
            module.support_avx512bf16_for_cpu = False
    return model if recipe.use_qlora else model.to(device)


def _four_bits(device: str, dtype):
    from transformers import BitsAndBytesConfig

    if device == "mps":
        raise UserError("--use_qlora: bitsandbytes has no Metal kernels. Leave it out on a Mac.")
    try:
        import bitsandbytes  # noqa: F401 (only whether it is there)
    except (ImportError, OSError, RuntimeError) as error:
        raise UserError(
            f"--use_qlora needs bitsandbytes ({error}). Install it (pip install bitsandbytes), or "
            "leave the flag out to train LoRA on the 16-bit base."
        ) from None
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=dtype,
    )
