"""The settings of a fine-tuning: typed, checked, described once for people, flags and presets."""

import argparse
import hashlib
import json
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from neural.errors import UserError, nearest

Count = Annotated[int, Meta(ge=1)]
EPOCHS = ((1_000, 5.0), (10_000, 3.0), (50_000, 2.0))  # up to so many rows, so many passes
Share = Annotated[float, Meta(ge=0, le=1)]


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What decides the adapter's bytes, besides base and rows. Each field is a flag of train.py."""

    learning_rate: Annotated[
        float, Meta(gt=0, le=1, description="highest learning rate, after the warm-up")
    ] = 2e-4
    epochs: Annotated[
        float,
        Meta(
            ge=0,
            description="passes over the training rows (0: 5 for up to 1,000 rows, 3 up to 10,000, "
            "2 up to 50,000, 1 beyond)",
        ),
    ] = 0.0
    max_rows: Annotated[
        int, Meta(ge=0, description="train on that many rows, drawn by the seed (0: on all)")
    ] = 0
    batch_size: Annotated[Count, Meta(description="rows in one forward pass")] = 4
    gradient_accumulation: Annotated[Count, Meta(description="forward passes for each step")] = 4
    max_length: Annotated[
        Count, Meta(description="longer rows are left out and reported; at most the base's context")
    ] = 2048
    lora_rank: Annotated[Count, Meta(description="rank of the LoRA matrices")] = 16
    lora_alpha: Annotated[
        float, Meta(gt=0, description="LoRA's scale: the update counts alpha / rank times")
    ] = 32.0
    lora_dropout: Annotated[Share, Meta(description="dropout before the LoRA matrices")] = 0.0
    rslora: Annotated[bool, Meta(description="scale by alpha / sqrt(rank), for high ranks")] = False
    dora: Annotated[
        bool, Meta(description="train directions and lengths apart (DoRA): slower, for low ranks")
    ] = False
    lora_plus: Annotated[
        float,
        Meta(ge=0, description="LoRA+: the B matrices learn so many times faster, say 16 (0: no)"),
    ] = 0.0
    neftune: Annotated[
        float, Meta(ge=0, description="NEFTune: noise on the embeddings, 5 say (0: none)")
    ] = 0.0
    full: Annotated[
        bool,
        Meta(description="train all weights, no adapter; the rate is a tenth of LoRA's by default"),
    ] = False
    use_qlora: Annotated[
        bool, Meta(description="hold the base in 4 bits (NF4): least memory, slower on a CPU")
    ] = False
    precision: Annotated[
        Literal["auto", "fp32", "bf16", "fp16"],
        Meta(description="of the base's weights while training; auto: bf16 on CUDA, fp32 on a CPU"),
    ] = "auto"
    gradient_checkpointing: Annotated[
        Literal["auto", "on", "off"],
        Meta(description="less memory, one third more work; auto: on, except on a CPU"),
    ] = "auto"
    packing: Annotated[
        Literal["auto", "on", "off"],
        Meta(
            description="several rows in one of max_length, kept apart; else batches by length; "
            "auto: on with flash attention"
        ),
    ] = "auto"
    schedule: Annotated[
        Literal["cosine", "linear", "constant"], Meta(description="how the learning rate falls")
    ] = "cosine"
    warmup: Annotated[
        float, Meta(ge=0, lt=1, description="share of the steps with a rising rate")
    ] = 0.03
    weight_decay: Annotated[float, Meta(ge=0, description="AdamW's, on the LoRA matrices")] = 0.0
    patience: Annotated[
        int,
        Meta(ge=0, description="stop after that many epochs without lower validation loss (0: no)"),
    ] = 0
    seed: Annotated[int, Meta(ge=0, description="of LoRA's first values and of the order")] = 0

    def digest(self, **more: object) -> str:
        """Hex name of this recipe with everything else that decides the adapter's bytes."""
        told = {"recipe": msgspec.to_builtins(self), **more}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def described() -> dict[str, tuple[type, object, str]]:
    """For each field its plain type, its allowed words (or None) and its description."""
    found = {}
    for field in msgspec.structs.fields(Recipe):
        info = msgspec.inspect.type_info(field.type)
        words, text = None, []
        while isinstance(info, msgspec.inspect.Metadata):
            text.append((info.extra_json_schema or {}).get("description", ""))
            info = info.type
        if isinstance(info, msgspec.inspect.LiteralType):
            words = info.values
        kind = type(field.default)
        found[field.name] = (kind, words, " ".join(filter(None, text)))
    return found


def add_flags(parser: argparse.ArgumentParser) -> None:
    """A flag for each setting; what is not given stays None."""
    settings = parser.add_argument_group("recipe (default: the preset's)")
    for name, (kind, words, text) in described().items():
        names = dict.fromkeys([f"--{name}", f"--{name.replace('_', '-')}"])
        if kind is bool:
            settings.add_argument(*names, action="store_true", default=None, help=text)
        else:
            settings.add_argument(*names, type=kind, choices=words, help=text)


def from_flags(args: argparse.Namespace, preset: Recipe) -> Recipe:
    """The preset's recipe with the flags that were given."""
    return override(preset, {name: getattr(args, name) for name in Recipe.__struct_fields__})


def override(recipe: Recipe, values: dict) -> Recipe:
    """The recipe with other values; None leaves a field. UserError names the field and value."""
    given = {key: value for key, value in values.items() if value is not None}
    for key in given:
        if key not in Recipe.__struct_fields__:
            raise UserError(
                f"{key}: no setting of the training; known: "
                f"{', '.join(Recipe.__struct_fields__)}.{nearest(key, Recipe.__struct_fields__)}"
            )
    if given.get("full") and "learning_rate" not in given:
        given["learning_rate"] = recipe.learning_rate / 10
    try:
        made = msgspec.convert({**msgspec.to_builtins(recipe), **given}, Recipe)
    except msgspec.ValidationError as error:
        key = str(error).rpartition("$.")[2].rstrip("`")
        raise UserError(f"{key}: {given.get(key)!r}: {error}") from None
    for name in ("use_qlora", "dora", "rslora", "lora_plus"):
        if made.full and getattr(made, name):
            raise UserError(f"full: all weights are trained, so {name} has no place; leave one.")
    return made


def epochs(recipe: Recipe, rows: int) -> float:
    """Passes over that many rows: few rows want more of them, many are learned in one."""
    usual = next((times for most, times in EPOCHS if rows <= most), 1.0)
    return recipe.epochs or usual


def halved(recipe: Recipe) -> Recipe | None:
    """The same rows in each step from half as many at a time; None where one is left."""
    if recipe.batch_size == 1:
        return None
    return msgspec.structs.replace(
        recipe,
        batch_size=recipe.batch_size // 2,
        gradient_accumulation=-(-recipe.batch_size // (recipe.batch_size // 2))
        * recipe.gradient_accumulation,
    )
