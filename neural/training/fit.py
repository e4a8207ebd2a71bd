"""What fits where: presets, methods and batches beside the memory of devices."""

from collections.abc import Iterator
from functools import lru_cache

import msgspec
from rich.table import Table

from neural.presets import PRESETS
from neural.training import memory
from neural.training import recipe as recipes
from neural.training.recipe import Recipe

METHODS = {"LoRA": {}, "QLoRA": {"use_qlora": True}, "full": {"full": True}}
BATCHES = (1, 2, 4, 8, 16)
DEVICES = (8, 11, 12, 16, 24, 48, 80)  # GB of common GPUs
SPARE = 0.92  # share of a device that training may take: fragments, the display


def everything(where: str) -> tuple[Table, Table, Table]:
    """The presets with the smallest device for each; then a line for each preset and method: its
    memory by batch, its largest batch by device."""
    presets = Table("preset", "what", *METHODS, title=f"smallest {where} device for its own batch")
    for name, preset in PRESETS.items():
        if preset.shape:
            sizes = (smallest(name, method, where) for method in METHODS)
            wanted = (f"{size} GB" if size else f"over {DEVICES[-1]} GB" for size in sizes)
            presets.add_row(name, preset.summary, *wanted)
    needed = Table(
        "preset",
        "method",
        *(f"{batch}" for batch in BATCHES),
        title=f"GB on {where} by rows in a batch, each of the preset's max_length",
    )
    largest = Table(
        "preset",
        "method",
        *(f"{size} GB" for size in DEVICES),
        title="the largest of these batches that fits",
    )
    sizes_by_line = {
        (name, method): sizes
        for name, methods in needs(where).items()
        for method, sizes in methods.items()
    }
    for line, sizes in sizes_by_line.items():
        needed.add_row(*line, *(f"{size / 1e9:.1f}" for size in sizes.values()))
        fitting = (
            max((b for b, n in sizes.items() if n <= SPARE * size * 1e9), default="-")
            for size in DEVICES
        )
        largest.add_row(*line, *map(str, fitting))
    return presets, needed, largest


def smallest(name: str, method: str, where: str) -> int | None:
    """GB of the smallest common device on which the preset's own recipe fits; None for none."""
    needed = need(name, method, PRESETS[name].recipe.batch_size, where)
    return next((size for size in DEVICES if needed <= SPARE * size * 1e9), None)


def needs(where: str) -> dict[str, dict[str, dict[int, float]]]:
    """Bytes of each preset, by method and rows in a batch."""
    return {
        name: {
            method: {batch: need(name, method, batch, where) for batch in BATCHES}
            for method in METHODS
        }
        for name, preset in PRESETS.items()
        if preset.shape
    }


@lru_cache
def need(name: str, method: str, batch: int, where: str) -> float:
    """Bytes that a preset's training takes."""
    preset = PRESETS[name]
    given = METHODS[method] | {"batch_size": batch}
    recipe = recipes.override(preset.recipe, given)
    return sum(memory.estimate(preset.shape, recipe, where).values())


def proposal(source, recipe: Recipe, where: str, available: int) -> Recipe | None:
    """The recipe nearest to the given one that fits: first the batch gives way, then the base's
    precision, then speed. None where nothing fits. A step learns from as many rows as before."""
    for changed in _candidates(recipe):
        if sum(memory.estimate(source, changed, where).values()) <= SPARE * available:
            return changed
    return None


def _candidates(recipe: Recipe) -> Iterator[Recipe]:
    ways: list[dict] = [{}, {"gradient_checkpointing": "on"}]
    if not recipe.full:
        ways += [{"use_qlora": True}, {"use_qlora": True, "gradient_checkpointing": "on"}]
    for way in ways:
        changed: Recipe | None = msgspec.structs.replace(recipe, **way)
        while changed is not None:
            yield changed
            changed = recipes.halved(changed)


def changes(old: Recipe, new: Recipe) -> str:
    """The flags that turn one recipe into another."""
    differing = (
        name for name in Recipe.__struct_fields__ if getattr(old, name) != getattr(new, name)
    )
    flags = (
        f"--{name}" if getattr(new, name) is True else f"--{name} {getattr(new, name)}"
        for name in differing
    )
    return " ".join(flags)
