"""Asks a GGUF many questions at once, greedily.

One decoding step serves all open questions, and a new question starts from the open text with
which it shares the longest beginning (the system prompt, mostly the graph schema too), so that
a beginning is computed once.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from neural.errors import UserError
from neural.gguf.llama import Context, Model, open_model

CELLS = 1 << 16  # tokens kept in all caches together; bounds the memory
PARALLEL = 64


@dataclass(frozen=True)
class Answer:
    """`stopped`: the model ended by itself; `tokens`: generated ids, the stop token included;
    `fits`: the prompt left room in the context.
    """

    text: str
    stopped: bool
    tokens: tuple[int, ...]
    fits: bool = True


@dataclass(frozen=True)
class Asked:
    """Answers in the order of the prompts, and the wall time that they took in seconds."""

    answers: list[Answer]
    seconds: float

    @property
    def tokens_per_second(self) -> float:
        """Generated tokens (stop tokens counted) by wall time, prompts included."""
        return sum(len(answer.tokens) for answer in self.answers) / max(self.seconds, 1e-9)


def ask(
    gguf: str | Path,
    prompts: Sequence[str],
    max_tokens: int = 256,
    threads: int = 1,
    progress: Callable[..., None] = lambda n=1, note="": None,
    parallel: int = PARALLEL,
    exact: bool = False,
) -> Asked:
    """Greedy answers to rendered prompts, each until a stop token or `max_tokens`; `exact` as in
    `Context`.

    A prompt that leaves no room in the context gets an empty answer with `fits=False`.
    UserError where llama.cpp cannot load the file.
    """
    if max_tokens < 1:
        raise UserError(f"answers of {max_tokens} tokens are none; ask for at least 1.")
    began = time.monotonic()
    with open_model(gguf) as model:
        ids = [model.tokenize(text) for text in prompts]
        answers = [Answer("", False, (), fits=False) for _ in ids]
        fitting = [i for i, tokens in enumerate(ids) if len(tokens) < model.context_length]
        progress(len(ids) - len(fitting))
        if fitting:
            longest = max(len(ids[i]) for i in fitting) + max_tokens
            length = min(-(-longest // 32) * 32, model.context_length)
            count = max(1, min(parallel, len(fitting), CELLS // length))
            with Context(model, count, length, threads, exact) as context:
                loop = _Loop(model, context, length, max_tokens)
                for i, answer in loop.run({i: ids[i] for i in fitting}):
                    answers[i] = answer
                    progress(1)
    return Asked(answers, time.monotonic() - began)


class _Loop:
    """Keeps every text of a context busy until all prompts are answered."""

    def __init__(self, model: Model, context: Context, length: int, max_tokens: int):
        self.model, self.context = model, context
        self.length, self.max_tokens = length, max_tokens
        self.held = np.full((context.sequences, length), -1, np.int32)  # prompts in the caches
        self.open: dict[int, tuple[int, int, list[int]]] = {}  # slot: prompt, its size, answer

    def run(self, prompts: dict[int, list[int]]):
        """Yields (key of the prompt, Answer) as they are done."""
        # Sorted, prompts of one schema follow each other. Lists compare token by token.
        waiting = sorted(prompts, key=lambda key: (prompts[key], key), reverse=True)
        free = list(range(self.context.sequences))
        while waiting or self.open:
            while waiting and free:
                key, slot = waiting.pop(), free.pop(0)
                first = self._begin(slot, prompts[key])
                self.open[slot] = (key, len(prompts[key]), [first])
            for slot, answer in list(self._finished()):
                yield self.open.pop(slot)[0], answer
                free.append(slot)
            if self.open:
                self._step()

    def _begin(self, slot: int, tokens: list[int]) -> int:
        """Fills a slot with a prompt; returns the first token of its answer."""
        row = np.array(tokens, np.int32)
        same = (self.held[:, : len(row)] == row).cumprod(axis=1).sum(axis=1)
        shared = min(int(same.max()), len(row) - 1)  # the last one is decoded for its logits
        donor = slot if same[slot] >= shared else int(same.argmax())
        if donor != slot:
            self.context.copy(donor, slot)
        self.context.truncate(slot, shared)
        self.held[slot] = -1
        self.held[slot, : len(row)] = row
        return int(self.context.extend(slot, shared, row[shared:]).argmax())

    def _step(self) -> None:
        """One more token for every open answer."""
        slots = sorted(self.open)
        context = self.context
        for n, slot in enumerate(slots):
            _, size, answer = self.open[slot]
            context.token[n], context.pos[n], context.seq[n] = (
                answer[-1],
                size + len(answer) - 1,
                slot,
            )
        context.wanted[: len(slots)] = 1
        for slot, id in zip(slots, context.decode(len(slots)).argmax(axis=1), strict=True):
            self.open[slot][2].append(int(id))

    def _finished(self):
        for slot, (_, size, answer) in self.open.items():
            stopped = self.model.stops(answer[-1])
            if stopped or len(answer) == self.max_tokens or size + len(answer) >= self.length:
                said = answer[:-1] if stopped else answer
                yield slot, Answer(self.model.text(said), stopped, tuple(answer))
