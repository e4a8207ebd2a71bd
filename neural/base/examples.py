"""Rows as token sequences: one prompt, then the questions asked of it, each blind to the others.

Rows of one graph share its schema as the beginning of their prompts. A sequence holds that
beginning once and then one branch a row; positions and attention are such that every branch sees
exactly what it would see alone. So training is the same as row by row, at under half the tokens.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
import torch
from tokenizers import Tokenizer

from neural.prompt import prompt_and_answer

TOGETHER = 2000  # rows tokenized at once, on all cores
ASKED = 3  # one of so many prompt tokens is predicted, for as much weight: it costs time, too
Encoded = tuple[list[int], list[int], np.ndarray]


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
    groups: dict[tuple, list[Encoded]] = {}
    for row, encoded in zip(rows, _encode(rows, tokenizer, prompt_weight), strict=True):
        key = (row.get("system"), row["input"]) if row.get("input") else ("", row["id"])
        groups.setdefault(key, []).append(encoded)
    return [
        _sequence(group[start : start + branches])
        for group in groups.values()
        for start in range(0, len(group), branches)
    ]


def _sequence(encoded: list[Encoded]) -> Sequence:
    shared = _common_start([prompt for prompt, *_ in encoded]) if len(encoded) > 1 else 0
    ids, positions, branch = [encoded[0][0][:shared]], [range(shared)], [np.zeros(shared, int)]
    weights = [encoded[0][2][:shared]]
    for number, (prompt, answer, weight) in enumerate(encoded, 1):
        own = [*prompt[shared:], *answer]
        ids.append(own)
        positions.append(range(shared, shared + len(own)))
        branch.append(np.full(len(own), number))
        weights.append(np.concatenate([weight[shared:], np.ones(len(answer), np.float32)]))
        weights[-1][0] = 0  # what precedes it in the sequence is another branch, or nothing
    return Sequence(
        np.concatenate(ids).astype(np.int64),
        np.concatenate(positions).astype(np.int64),
        np.concatenate(branch).astype(np.int64),
        np.concatenate(weights),
    )


def _encode(rows: list[dict], tokenizer: Tokenizer, weight: float) -> Iterator[Encoded]:
    """Tokens of prompt and answer, and the prompt tokens' weights: none up to the end of the
    row's `input`, which cannot be foretold; then every third has that of three."""
    for first in range(0, len(rows), TOGETHER):
        some = rows[first : first + TOGETHER]
        prompts, answers = zip(*map(prompt_and_answer, some), strict=True)
        for number, (row, text, prompt, answer) in enumerate(
            zip(
                some,
                prompts,
                tokenizer.encode_batch(prompts, add_special_tokens=False),
                tokenizer.encode_batch_fast(answers, add_special_tokens=False),
                strict=True,
            )
        ):
            given = row.get("input")
            end = text.index(given) + len(given) if given else 1
            starts = np.array([start for start, _ in prompt.offsets])
            chosen = (starts >= end) & ((np.arange(len(starts)) + number) % ASKED == 0)
            yield prompt.ids, answer.ids, np.float32(weight * ASKED) * chosen


def _common_start(prompts: list[list[int]]) -> int:
    columns = zip(*prompts, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


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
