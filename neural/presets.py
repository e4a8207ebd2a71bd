"""The bases to start from: nano, which the project builds itself, and five from the hub."""

from typing import Any

import msgspec

from neural.errors import UserError, nearest
from neural.training.recipe import Recipe


class Preset(msgspec.Struct, frozen=True, kw_only=True):
    """A base and the recipe that suits it. Recipes follow the usual LoRA guides: rank 16 with
    alpha 32 on all linear layers, 2e-4 for a billion parameters, less for more."""

    summary: str
    """One line for people who choose."""
    hub: str | None = None
    """Hub id; None for a base that is built here."""
    revision: str | None = None
    """Commit of the hub repository: the same weights tomorrow."""
    license: str
    """SPDX id, or the licence's own name."""
    context: int
    """Tokens the base was made for."""
    shape: dict[str, Any] = {}
    """The base's config.json as far as memory goes: so an estimate needs no download."""
    recipe: Recipe = Recipe()
    """Settings that flags and config.yaml override."""


PRESETS = {
    "nano": Preset(
        summary="5M parameters, built here from the project's own rows; two CPU cores are enough",
        license="Apache-2.0",
        context=8192,
        # The base has seen the rows already. An adapter finds next to nothing to add (at 1e-3 the
        # validation loss went from 0.072 to 0.073), so it gets few rows and small steps.
        recipe=Recipe(
            learning_rate=3e-4,
            epochs=1.0,
            max_rows=250,
            batch_size=8,  # a CPU's caches hold that much better than twice as many
            gradient_accumulation=4,
            max_length=8192,
            lora_alpha=16.0,
            warmup=0.1,
        ),
    ),
    "qwen_0_5b": Preset(
        summary="Qwen2.5 0.5B Instruct: the smallest that knows language; a GPU of 8 GB, or a CPU",
        hub="Qwen/Qwen2.5-0.5B-Instruct",
        revision="7ae557604adf67be50417f59c2c2f167def9a775",
        license="Apache-2.0",
        context=32768,
        shape={
            "model_type": "qwen2",
            "hidden_size": 896,
            "num_hidden_layers": 24,
            "num_attention_heads": 14,
            "num_key_value_heads": 2,
            "intermediate_size": 4864,
            "vocab_size": 151936,
            "tie_word_embeddings": True,
        },
    ),
    "qwen_1_5b": Preset(
        summary="Qwen2.5 1.5B Instruct: for Cypher and code; a GPU of 8 GB and more",
        hub="Qwen/Qwen2.5-1.5B-Instruct",
        revision="989aa7980e4cf806f80c7fef2b1adb7bc71aa306",
        license="Apache-2.0",
        context=32768,
        shape={
            "model_type": "qwen2",
            "hidden_size": 1536,
            "num_hidden_layers": 28,
            "num_attention_heads": 12,
            "num_key_value_heads": 2,
            "intermediate_size": 8960,
            "vocab_size": 151936,
            "tie_word_embeddings": True,
        },
    ),
    "tinyllama_1b": Preset(
        summary="TinyLlama 1.1B Chat: small and quick; learns ChatML",
        hub="TinyLlama/TinyLlama-1.1B-Chat-v1.0",
        revision="fe8a4ea1ffedaf415f4da2f062534de366a451e6",
        license="Apache-2.0",
        context=2048,
        shape={
            "model_type": "llama",
            "hidden_size": 2048,
            "num_hidden_layers": 22,
            "num_attention_heads": 32,
            "num_key_value_heads": 4,
            "intermediate_size": 5632,
            "vocab_size": 32000,
            "new_tokens": [1, 2],  # ChatML's; which ids does not matter to an estimate
            "tie_word_embeddings": False,
        },
    ),
    "llama3_1b": Preset(
        summary="Llama 3.2 1B Instruct: gated, needs a hub token; learns ChatML",
        hub="meta-llama/Llama-3.2-1B-Instruct",
        revision="9213176726f574b556790deb65791e0c5aa438b6",
        license="Llama-3.2",
        context=131072,
        shape={
            "model_type": "llama",
            "hidden_size": 2048,
            "num_hidden_layers": 16,
            "num_attention_heads": 32,
            "num_key_value_heads": 8,
            "intermediate_size": 8192,
            "vocab_size": 128256,
            "new_tokens": [1, 2],
            "tie_word_embeddings": True,
        },
    ),
    "phi3_mini": Preset(
        summary="Phi-3 mini 3.8B Instruct: for long explanations; a GPU of 16 GB; learns ChatML",
        hub="microsoft/Phi-3-mini-4k-instruct",
        revision="f39ac1d28e925b323eae81227eaba4464caced4e",
        license="MIT",
        context=4096,
        shape={
            "model_type": "phi3",
            "hidden_size": 3072,
            "num_hidden_layers": 32,
            "num_attention_heads": 32,
            "num_key_value_heads": 32,
            "intermediate_size": 8192,
            "vocab_size": 32064,
            "new_tokens": [1, 2],
            "tie_word_embeddings": False,
            "pad_token_id": 32000,
        },
        recipe=Recipe(learning_rate=1e-4),
    ),
}


def get(name: str) -> Preset:
    """The preset of that name; UserError lists the known ones."""
    if name not in PRESETS:
        raise UserError(
            f"preset {name!r} is unknown.{nearest(name, PRESETS)} Known: {', '.join(PRESETS)}."
        )
    return PRESETS[name]
