"""What a training reads: the base's tokenizer and the rows as tokens, all checked."""

import random
from pathlib import Path

from neural import cli
from neural.records import jsonl
from neural.training import preflight, rows
from neural.training.recipe import Recipe
from neural.training.rows import Encoded

NAMED = 5  # rows that are too long


def read(
    base: Path, recipe: Recipe, dataset: Path, val: Path | None
) -> tuple[object, dict[str, Encoded], dict[str, str]]:
    """The tokenizer, the rows of "train" and of "val" where there are any, and what was found by
    check. UserError at the first fault; rows that are too long are named."""
    tokenizer = preflight.load_tokenizer(base)
    encoded, found, of_parts = {}, {}, {}
    for part, path in (("train", dataset), ("val", val)):
        if path is None:
            continue
        read_rows = list(jsonl.read(path))
        if part == "train" and 0 < recipe.max_rows < len(read_rows):
            draw = random.Random(recipe.seed)
            chosen = sorted(draw.sample(range(len(read_rows)), recipe.max_rows))
            read_rows = [read_rows[i] for i in chosen]
        encoded[part] = rows.encode(read_rows, tokenizer, recipe.max_length, str(path))
        checks = preflight.check(tokenizer, base, read_rows, encoded[part])
        of_parts |= {f"{name}, {part}": checks.pop(name) for name in ("labels", "lengths")}
        found |= checks
        _name_too_long(encoded[part].too_long)
    return tokenizer, encoded, found | of_parts


def _name_too_long(names: list[str]) -> None:
    if names:
        more = len(names) - NAMED
        cli.say(
            f"warning: {len(names)} rows are longer than max_length and left out:",
            *(f"  {name}" for name in names[:NAMED]),
            *([f"  and {more} more"] if more > 0 else []),
        )
