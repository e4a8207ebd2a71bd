"""The nano base as files: rows in, tokenizer and weights out."""

import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import xxhash

from neural import cli
from neural.base import nano as model
from neural.base import tokenizer as bpe
from neural.base.pretrain import plan, train
from neural.base.recipe import Recipe, Shape
from neural.base.sharing import settle
from neural.errors import UserError
from neural.files import exclusive, require, sha256
from neural.lineage import canonical
from neural.prompt import messages, render
from neural.records import jsonl


@dataclass(frozen=True)
class Built:
    parameters: int
    steps: int
    loss: float  # of answer tokens, mean of the last 20 steps


def nano(
    dataset: Path, folder: Path, state: Path, shape: Shape, recipe: Recipe, threads: int
) -> Built:
    """Builds the base in `folder`. `state` keeps the training between kill and next call, by the
    digest of everything that decides the bytes; it is emptied at the end."""
    _check(shape, recipe)
    torch.set_num_threads(1)  # also the first weights hang on the order of sums
    require(dataset, "training rows", "Build them first, or check the name.")
    told = canonical({"rows": sha256(dataset), "shape": asdict(shape), "recipe": asdict(recipe)})
    digest = xxhash.xxh3_128_hexdigest(told.encode())
    with exclusive(state / "lock"):
        for old in state.glob("*.state"):
            if old.stem != digest:
                old.unlink()
        rows = list(jsonl.read(dataset))
        if not rows:
            raise UserError(f"{dataset}: no rows to learn from. Build the dataset first.")
        tokenizer = bpe.train((render(messages(row)) for row in rows), shape.merges)
        weights = model.create(
            tokenizer, shape.hidden, shape.layers, shape.intermediate, recipe.seed
        )
        steps = plan(rows, tokenizer, recipe)
        if not steps:
            raise UserError(
                f"{dataset}: {len(rows)} rows are less than one step of {recipe.accumulate} "
                f"batches of {recipe.batch} tokens. Make more rows, or lower accumulate or batch."
            )
        kept = state / f"{digest}.state"
        with cli.progress("nano", len(steps)) as advance:
            loss = train(weights, steps, recipe, threads, kept, advance)
        settle(weights)
        bpe.save(tokenizer, folder, model.CONTEXT)
        model.save(weights, folder)
        kept.unlink(missing_ok=True)
    shutil.rmtree(state, ignore_errors=True)
    return Built(sum(p.numel() for p in weights.parameters()), len(steps), loss)


def _check(shape: Shape, recipe: Recipe) -> None:
    for name in ("hidden", "intermediate"):
        value = getattr(shape, name)
        if value <= 0 or value % 256:
            raise UserError(f"{name}: {value}; expected a multiple of 256, as k-quants need.")
    if shape.layers < 2:
        raise UserError(f"layers: {shape.layers}; expected at least 2, as copying needs two.")
    if shape.merges < 1:
        raise UserError(f"merges: {shape.merges}; expected at least 1.")
    for name in ("epochs", "branches", "batch", "accumulate"):
        if getattr(recipe, name) <= 0:
            raise UserError(f"{name}: {getattr(recipe, name)}; expected a number above 0.")
