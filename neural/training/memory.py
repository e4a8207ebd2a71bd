"""What a fine-tuning needs in memory, from the base's shapes alone: no weights, no rows.

Parameters are counted and activations weighed on torch's meta device, where tensors have shapes
but no values: one layer more, how many bytes more are kept for the backward pass?
"""

import copy
from pathlib import Path
from typing import Any

from rich.table import Table

from neural.errors import UserError
from neural.training import device
from neural.training.recipe import Recipe

SIZE = {"fp32": 4, "bf16": 2, "fp16": 2}
# NF4: 4 bits, an 8-bit scale for each 64 weights, an F32 one for each 256 of those
FOUR_BITS = 0.5 + 1 / 64 + 4 / (64 * 256)
LOGIT_CHUNK = 256  # positions that TRL's fused output layer holds at once, on CUDA
ANSWERS = 0.25  # share of a row that is answer, where all its logits are held
LIBRARIES = {"cpu": 0.6e9, "cuda": 0.6e9, "mps": 0.6e9}  # torch, TRL; CUDA's context


def estimate(source: Path | dict[str, Any], recipe: Recipe, where: str) -> dict[str, float]:
    """Bytes by part, for the largest batch: batch_size rows of max_length tokens.

    `source` is a base's folder or its shape (keys of config.json).
    """
    precision = device.precision(recipe, where)
    size = SIZE[precision]
    config = _config(source)
    layers = config.num_hidden_layers
    rows = (recipe.batch_size, min(recipe.max_length, config.max_position_embeddings))
    one, two = (_model(config, recipe, precision, count) for count in (1, 2))
    counts_one, counts_two = _count(one), _count(two)
    # by kind: what the first layer and all around it have, and what each further layer adds
    total = {k: v + (layers - 1) * (counts_two[k] - v) for k, v in counts_one.items()}
    first, second = _kept(one, rows), _kept(two, rows)
    layer = second - first
    around = first - layer
    if device.checkpointing(recipe, where):
        inputs = rows[0] * rows[1] * config.hidden_size * size
        activations = around + layers * inputs + layer  # one layer at a time is computed again
    else:
        activations = around + layers * layer
    adapter_size = 2 if recipe.use_qlora else 4  # TRL holds QLoRA's in bf16
    if recipe.full:  # F32 weights, or AdamW's small steps would round to nothing
        size, trained = 4, total["linear"] + total["other"]
    else:
        trained = total["adapter"]
    learns_tokens = getattr(config, "new_tokens", None) and not recipe.full
    rows_of_tokens = config.vocab_size if learns_tokens else 0
    positions = LOGIT_CHUNK if where == "cuda" else rows[0] * rows[1] * ANSWERS
    return {
        "weights": total["linear"] * (FOUR_BITS if recipe.use_qlora else size)
        + total["other"] * size,
        "adapter": total["adapter"] * adapter_size,
        "gradients": trained * adapter_size,
        "optimizer": trained * adapter_size * 2,
        "activations": activations,
        "logits": positions * config.vocab_size * (4 * 3 + size),  # logits, softmax, gradient
        # PEFT copies a matrix whose rows are trained, and its gradient is as large
        "new tokens": 2 * rows_of_tokens * config.hidden_size * size,
        "libraries": LIBRARIES[where],
    }


def table(parts: dict[str, float], where: str, what: str) -> Table:
    """The estimate as a table with its sum."""
    made = Table(title=f"memory on {where}: {what}")
    made.add_column("part")
    made.add_column("GB", justify="right")
    for name, size in parts.items():
        made.add_row(name, f"{size / 1e9:.2f}")
    made.add_section()
    made.add_row("sum", f"{sum(parts.values()) / 1e9:.2f}")
    return made


def _config(source: Path | dict[str, Any]):
    from transformers import AutoConfig

    if isinstance(source, dict):
        values = dict(source)
        return AutoConfig.for_model(values.pop("model_type"), **values)
    try:
        return AutoConfig.from_pretrained(source, trust_remote_code=False, local_files_only=True)
    except (OSError, ValueError) as error:
        raise UserError(
            f"{source}/config.json: no known architecture ({error}). Take a base that "
            "this version of transformers knows."
        ) from None


def _model(config, recipe: Recipe, precision: str, layers: int):
    """The adapted model with that many layers, without values."""
    import torch
    from peft import get_peft_model
    from transformers import AttentionInterface, AutoModelForCausalLM

    from neural.training.lora import lora

    dtype = getattr(torch, device.DTYPES[precision])
    config = copy.deepcopy(config)
    config.num_hidden_layers = layers
    if getattr(config, "layer_types", None):
        config.layer_types = config.layer_types[:layers]
    with torch.device("meta"):
        AttentionInterface.register("shapes", _attention)
        model = AutoModelForCausalLM.from_config(config, dtype=dtype, attn_implementation="shapes")
        if recipe.full:
            return model.train()
        adapter = lora(recipe, config)
        return get_peft_model(model, adapter, autocast_adapter_dtype=False).train()


def _count(model) -> dict[str, int]:
    """Parameters by kind: the adapter's, the matrices that NF4 holds, the others."""
    import torch

    counts = {"adapter": 0, "linear": 0, "other": 0}
    head = model.get_output_embeddings().weight
    matrices = {
        id(module.weight)
        for module in model.modules()
        if isinstance(module, torch.nn.Linear) and module.weight is not head
    }
    for name, parameter in model.named_parameters():
        kind = "linear" if id(parameter) in matrices else "other"
        added = "lora_" in name or "trainable_tokens" in name
        counts["adapter" if added else kind] += parameter.numel()
    return counts


def _kept(model, rows: tuple[int, int]) -> float:
    """Bytes that the decoder's forward pass keeps for the backward one, parameters aside."""
    import torch

    own = {parameter.untyped_storage()._cdata for parameter in model.parameters()}
    kept: dict[int, int] = {}
    alive = []  # or the identity of a freed tensor would be given to another

    def keep(tensor):
        storage = tensor.untyped_storage()
        if storage._cdata not in own:
            kept[storage._cdata] = storage.nbytes()
            alive.append(tensor)
        return tensor

    ids = torch.zeros(rows, dtype=torch.long, device="meta")
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        base = model.get_base_model() if hasattr(model, "peft_config") else model
        base.base_model(input_ids=ids, use_cache=False)
    return sum(kept.values())


def _attention(module, query, key, value, *args, **kwargs):
    """Keeps what the fused kernels of every device keep: not the square of the length, which
    torch's decomposition for the meta device would."""
    import torch

    class Fused(torch.autograd.Function):
        @staticmethod
        def forward(ctx, query, key, value):
            out = torch.empty_like(query)
            ctx.save_for_backward(query, key, value, out, query[..., 0].float())
            return out

        @staticmethod
        def backward(ctx, *gradients):
            raise NotImplementedError("shapes only")

    return Fused.apply(query, key, value).transpose(1, 2), None
