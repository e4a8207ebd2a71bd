"""nano: a ChatML model of a few million parameters in Qwen2's architecture, built from nothing."""

from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import GenerationConfig, Qwen2Config, Qwen2ForCausalLM

from neural.base.sharing import share
from neural.base.tokenizer import kin
from neural.base.wiring import wire
from neural.files import atomic_path, atomic_write
from neural.prompt import END, PAD

CONTEXT = 8192  # NornicDB's default
HEAD = 32  # width of a head; more heads look at more places at once


def create(tokenizer, hidden: int, layers: int, intermediate: int, seed: int) -> Qwen2ForCausalLM:
    """A model with random weights. Widths must be multiples of 256, or the k-quants of llama.cpp
    fall back to other types."""
    config = Qwen2Config(
        architectures=["Qwen2ForCausalLM"],
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=hidden,
        intermediate_size=intermediate,
        num_hidden_layers=layers,
        num_attention_heads=hidden // HEAD,
        num_key_value_heads=hidden // HEAD,
        max_position_embeddings=CONTEXT,
        rope_parameters={"rope_type": "default", "rope_theta": 1e6},
        tie_word_embeddings=False,
        bos_token_id=None,
        eos_token_id=tokenizer.token_to_id(END),
        pad_token_id=tokenizer.token_to_id(PAD),
        attn_implementation="sdpa",
        dtype="float32",
    )
    torch.manual_seed(seed)
    model = Qwen2ForCausalLM(config)
    wire(model)
    share(model, kin(tokenizer))
    return model


def save(model: Qwen2ForCausalLM, folder: Path) -> None:
    """Writes config.json, generation_config.json, model.safetensors, each whole or not at all."""
    generation = GenerationConfig(
        do_sample=False,
        eos_token_id=model.config.eos_token_id,
        pad_token_id=model.config.pad_token_id,
    )
    tensors = {name: tensor.contiguous() for name, tensor in model.state_dict().items()}
    with atomic_path(folder / "model.safetensors") as part:
        save_file(tensors, part, metadata={"format": "pt"})
    for name, config in (("config", model.config), ("generation_config", generation)):
        with atomic_write(folder / f"{name}.json") as file:
            file.write(config.to_json_string(use_diff=True))
