"""Presets and recipes: what people set, and what they are told."""

import re

import msgspec
import pytest

from neural import presets
from neural.errors import UserError
from neural.training import recipe as recipes
from neural.training.recipe import Recipe

PARAMETERS = {  # as published with each model
    "qwen_0_5b": 494_032_768,
    "qwen_1_5b": 1_543_714_304,
    "tinyllama_1b": 1_100_048_384,
    "llama3_1b": 1_235_814_400,
    "phi3_mini": 3_821_079_552,
}


def test_hub_presets_are_pinned():
    for name, preset in presets.PRESETS.items():
        assert (preset.hub is None) == (name == "nano")
        if preset.hub:
            assert re.fullmatch("[0-9a-f]{40}", preset.revision)
        assert preset.recipe.max_length <= preset.context


def test_unknown_preset_names_the_nearest():
    with pytest.raises(UserError, match=r"'qwen_0_5b'.*phi3_mini"):
        presets.get("qwen_05b")


@pytest.mark.parametrize("name", PARAMETERS)
def test_shapes_are_the_models_own(name):
    from neural.training import memory

    shape = presets.get(name).shape
    config = memory._config(shape)
    model = memory._model(config, Recipe(), "bf16", config.num_hidden_layers)
    counts = memory._count(model)
    assert counts["linear"] + counts["other"] == PARAMETERS[name]
    adapted = {key.split(".")[-4] for key, _ in model.named_parameters() if "lora_A" in key}
    fused = {"qkv_proj", "gate_up_proj"}
    apart = {"q_proj", "k_proj", "v_proj", "gate_proj", "up_proj"}
    assert adapted == (fused if name == "phi3_mini" else apart) | {"o_proj", "down_proj"}


def test_every_field_is_described_for_the_help():
    for name, (kind, words, text) in recipes.described().items():
        assert kind in (int, float, bool, str) and text, name
        assert (words is not None) == (kind is str), name


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"epochs": -1}, "epochs: -1"),
        ({"learning_rate": "fast"}, "learning_rate: 'fast'"),
        ({"warmup": 1.0}, "warmup"),
        ({"batch_size": 1.5}, "batch_size"),
        ({"schedule": "zigzag"}, "schedule: 'zigzag'"),
        ({"epoch": 3}, "Did you mean 'epochs'"),
        ({"full": True, "use_qlora": True}, "full: .* use_qlora has no place"),
    ],
)
def test_wrong_settings_name_key_and_value(values, says):
    with pytest.raises(UserError, match=says):
        recipes.override(Recipe(), values)


def test_override_keeps_what_is_not_given():
    changed = recipes.override(Recipe(lora_rank=8), {"epochs": 2, "seed": None})
    assert (changed.lora_rank, changed.epochs, changed.seed) == (8, 2.0, 0)


def test_full_training_takes_smaller_steps_unless_told():
    assert recipes.override(Recipe(), {"full": True}).learning_rate == pytest.approx(2e-5)
    told = recipes.override(Recipe(), {"full": True, "learning_rate": 1e-4})
    assert told.learning_rate == 1e-4


@pytest.mark.parametrize(("rows", "expected"), [(1, 5), (1001, 3), (50_000, 2), (10**6, 1)])
def test_few_rows_are_read_more_often_unless_told(rows, expected):
    assert recipes.epochs(Recipe(), rows) == expected
    assert recipes.epochs(Recipe(epochs=0.5), rows) == 0.5


@pytest.mark.parametrize("batch", [2, 3, 7, 8])
def test_halved_batch_keeps_the_rows_of_a_step(batch):
    half = recipes.halved(Recipe(batch_size=batch, gradient_accumulation=4))
    assert half.batch_size == batch // 2
    assert batch * 4 <= half.batch_size * half.gradient_accumulation < 2 * batch * 4
    assert recipes.halved(Recipe(batch_size=1)) is None


def test_digest_tells_every_field_apart():
    base = Recipe()
    words = {"precision": "bf16", "gradient_checkpointing": "on", "schedule": "linear"}
    words["packing"] = "on"
    for name in Recipe.__struct_fields__:
        old = getattr(base, name)
        new = words[name] if name in words else (not old if isinstance(old, bool) else old + 0.5)
        assert msgspec.structs.replace(base, **{name: new}).digest() != base.digest(), name
    assert base.digest(device="cpu") != base.digest(device="cuda")


def test_estimate_weighs_activations_as_torch_keeps_them():
    """The same count of saved tensors, on a real model."""
    import torch
    from peft import get_peft_model
    from transformers import AutoModelForCausalLM

    from neural.training import memory
    from neural.training.lora import lora

    shape = presets.get("qwen_0_5b").shape | {"num_hidden_layers": 2, "vocab_size": 512}
    config, rows = memory._config(shape), (2, 96)
    real = get_peft_model(AutoModelForCausalLM.from_config(config), lora(Recipe())).train()
    own = {parameter.data_ptr() for parameter in real.parameters()}
    kept, alive = {}, []

    def keep(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:
            kept[storage.data_ptr()] = storage.nbytes()
            alive.append(tensor)
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        real.get_base_model().model(torch.ones(rows, dtype=torch.long), use_cache=False)
    estimated = memory._kept(memory._model(config, Recipe(), "fp32", 2), rows)
    assert estimated == pytest.approx(sum(kept.values()), rel=0.01)


def test_estimate_follows_the_recipe():
    from neural.training import memory

    shape = presets.get("qwen_0_5b").shape
    plain = memory.estimate(shape, Recipe(), "cuda")
    assert plain["weights"] == 2 * PARAMETERS["qwen_0_5b"]
    four_bits = memory.estimate(shape, Recipe(use_qlora=True), "cuda")
    assert four_bits["weights"] < 0.5 * plain["weights"]
    more = memory.estimate(shape, Recipe(batch_size=8), "cuda")
    assert more["activations"] == pytest.approx(2 * plain["activations"], rel=1e-3)
    accumulated = memory.estimate(shape, Recipe(gradient_accumulation=64), "cuda")
    assert accumulated == plain  # the ancestor counted accumulation as batch: 101 GB
    checkpointed = Recipe(gradient_checkpointing="on")
    assert (
        memory.estimate(shape, checkpointed, "cpu")["activations"]
        < 0.3 * memory.estimate(shape, Recipe(), "cpu")["activations"]
    )


def test_every_preset_and_method_is_told_where_it_fits():
    from neural.training import fit

    presets_, needs, largest = fit.everything("cuda")
    hub = [name for name, preset in presets.PRESETS.items() if preset.hub]
    assert needs.row_count == largest.row_count == len(hub) * len(fit.METHODS)
    assert presets_.row_count == len(hub)
    for name in hub:
        by_batch = [fit.need(name, "LoRA", batch, "cuda") for batch in fit.BATCHES]
        assert by_batch == sorted(by_batch)
        lora, qlora, full = (fit.need(name, method, 4, "cuda") for method in fit.METHODS)
        assert qlora < lora < full
        gpu = re.search(r"GPU of (\d+) GB", presets.get(name).summary)
        if gpu:  # what people read when they choose
            assert fit.smallest(name, "LoRA", "cuda") <= int(gpu[1])
        # 16 bytes a parameter: weights, gradients and AdamW's two in F32
        assert fit.need(name, "full", 1, "cuda") > 16 * PARAMETERS[name]


def test_proposal_is_the_first_that_fits():
    from neural.training import fit, memory

    shape, recipe = presets.get("qwen_1_5b").shape, Recipe()

    def need(one):
        return sum(memory.estimate(shape, one, "cuda").values())

    roomy = fit.proposal(shape, recipe, "cuda", 80 * 10**9)
    assert roomy == recipe and fit.changes(recipe, roomy) == ""
    small = fit.proposal(shape, recipe, "cuda", round(need(recipe)))  # nothing to spare
    assert small.batch_size == 2 and small.gradient_accumulation == 8 and not small.use_qlora
    assert fit.changes(recipe, small) == "--batch_size 2 --gradient_accumulation 8"
    tiny = fit.proposal(shape, recipe, "cuda", 4 * 10**9)
    assert tiny.use_qlora and need(tiny) < 4e9
    assert fit.proposal(shape, recipe, "cuda", 10**9) is None
