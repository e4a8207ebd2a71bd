"""Rows as token sequences: one prompt, then the questions asked of it, each blind to the others.

Rows of one graph share its schema as the beginning of their prompts. A sequence holds that
beginning once and then one branch a row; positions and attention are such that every branch sees
exactly what it would see alone. So training is the same as row by row, at under half the tokens.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
import torch
from tokenizers import Tokenizer

from neural.prompt import prompt_and_answer


@dataclass(frozen=True)
class Sequence:
    """Token ids with, for each: its position, its branch (0 = shared), and the weight of
    predicting it."""

    ids: np.ndarray  # int64 (length,)
    positions: np.ndarray  # int64 (length,)
    branches: np.ndarray  # int64 (length,)
    weights: np.ndarray  # float32 (length,)

    def __len__(self) -> int:
        return len(self.ids)


def sequences(
    rows: list[dict], tokenizer: Tokenizer, branches: int, prompt_weight: float
) -> list[Sequence]:
    """The rows as sequences of at most `branches` rows with one (system, input) each."""
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        key = (row.get("system"), row["input"]) if row.get("input") else ("", row["id"])
        groups.setdefault(key, []).append(row)
    made = []
    for group in groups.values():
        for start in range(0, len(group), branches):
            made.append(_sequence(group[start : start + branches], tokenizer, prompt_weight))
    return made


def _sequence(rows: list[dict], tokenizer: Tokenizer, prompt_weight: float) -> Sequence:
    encoded = []
    for row in rows:
        prompt, answer = prompt_and_answer(row)
        encoded.append(
            tuple(tokenizer.encode(text, add_special_tokens=False).ids for text in (prompt, answer))
        )
    shared = _common_start([prompt for prompt, _ in encoded]) if len(rows) > 1 else []
    ids, positions, branch = [shared], [range(len(shared))], [np.zeros(len(shared), int)]
    weights = [np.full(len(shared), prompt_weight, np.float32)]
    weights[0][:1] = 0  # nothing precedes it
    for number, (prompt, answer) in enumerate(encoded, 1):
        own = prompt[len(shared) :] + answer
        ids.append(own)
        positions.append(range(len(shared), len(shared) + len(own)))
        branch.append(np.full(len(own), number))
        weight = np.ones(len(own), np.float32)
        weight[: len(own) - len(answer)] = prompt_weight
        weight[0] = 0  # what precedes it in the sequence is another branch
        weights.append(weight)
    return Sequence(
        np.concatenate(ids).astype(np.int64),
        np.concatenate(positions).astype(np.int64),
        np.concatenate(branch).astype(np.int64),
        np.concatenate(weights),
    )


def _common_start(prompts: list[list[int]]) -> list[int]:
    equal = takewhile(lambda column: len(set(column)) == 1, zip(*prompts, strict=False))
    return [column[0] for column in equal]


def collate(batch: Iterable[Sequence]) -> dict[str, torch.Tensor]:
    """Sequences padded to one length: ids and positions (n, length), mask (n, 1, length, length)
    that is true where a token may look, weights (n, length)."""
    batch = list(batch)
    length = max(map(len, batch))
    made = {
        "ids": torch.zeros(len(batch), length, dtype=torch.long),
        "positions": torch.zeros(len(batch), length, dtype=torch.long),
        "branches": torch.full((len(batch), length), -1),
        "weights": torch.zeros(len(batch), length),
    }
    for i, one in enumerate(batch):
        for name in made:
            made[name][i, : len(one)] = torch.from_numpy(getattr(one, name))
    branches = made.pop("branches")
    same = branches[:, :, None] == branches[:, None, :]
    shared = (branches == 0)[:, None, :]
    earlier = torch.ones(length, length, dtype=torch.bool).tril()
    made["mask"] = ((same | shared) & earlier)[:, None]
    return made
