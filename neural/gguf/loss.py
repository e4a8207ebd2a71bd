"""What a quantization costs: its predictions beside those of F16, over the tokens of answers.

Perplexity alone misleads (a coarse file may score better by chance), so the distance of the two
distributions counts: Kullback-Leibler divergence, and how often both put the same token first.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from neural import files, prompt
from neural.errors import UserError
from neural.gguf.llama import Context, Model, open_model
from neural.gguf.quantize import summary

TAIL = 99.9  # percentile: the rare places where a quantization goes astray
SPEED_TOKENS = 64
SPEED_RUNS = 3


def loss(
    gguf: str | Path,
    full: str | Path,
    rows: Sequence[dict],
    threads: int = 1,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> dict:
    """The report of one file beside `full` (F16), as plain JSON.

    `perplexity` of the expected answers, stop token included; `mean_kl` and `tail_kl` in nats from
    `full`; `top1`: share of tokens on which both agree; `tokens` compared; `load_seconds`;
    `tokens_per_second` of one answer at a time. UserError where a file is damaged.
    """
    began = time.monotonic()
    with open_model(gguf) as model:
        load_seconds = time.monotonic() - began
        with open_model(full) as reference:
            if model.n_vocab != reference.n_vocab:
                raise UserError(f"{gguf} and {full} have other vocabularies; build both again.")
            pairs = _tokens(reference, rows)
            length = max(len(given) + len(answer) for given, answer in pairs)
            with (
                Context(model, 1, length, threads) as ours,
                Context(reference, 1, length, threads) as theirs,
            ):
                found = [_compare(ours, theirs, *pair, progress) for pair in pairs]
        speed = _speed(model, threads)
    nll, kl, same = (np.concatenate(part) for part in zip(*found, strict=True))
    return {
        "perplexity": float(np.exp(nll.mean())),
        "mean_kl": float(kl.mean()),
        "tail_kl": float(np.percentile(kl, TAIL)),
        "top1": float(same.mean()),
        "tokens": int(kl.size),
        "rows": len(pairs),
        "load_seconds": load_seconds,
        "tokens_per_second": speed,
        "file": {"name": Path(gguf).name, "sha256": files.sha256(gguf), **asdict(summary(gguf))},
    }


def _tokens(model: Model, rows: Sequence[dict]) -> list[tuple[list[int], list[int]]]:
    """Prompt and answer of each row that fits the context."""
    pairs = []
    for row in rows:
        given, answer = prompt.prompt_and_answer(row)
        ids, whole = model.tokenize(given), model.tokenize(given + answer)
        if whole[: len(ids)] != ids:  # the answer's first letters would merge with the prompt
            whole = ids + model.tokenize(answer, begins=False)
        pairs.append((ids, whole[len(ids) :]))
    fitting = [pair for pair in pairs if sum(map(len, pair)) <= model.context_length]
    if not fitting:
        raise UserError(
            f"{model.path}: none of {len(pairs)} rows fits its context. Give shorter rows."
        )
    return fitting


def _compare(ours: Context, theirs: Context, given: list[int], answer: list[int], progress):
    """Negative log likelihood, KL divergence and agreement for each token of one answer."""
    text = given + answer
    at = slice(len(given) - 1, len(text) - 1)  # the logits before each token of the answer
    log_q, log_p = (_log_softmax(one.all_logits(text)[at]) for one in (ours, theirs))
    progress(1)
    kl = (np.exp(log_p) * (log_p - log_q)).sum(axis=1)
    same = log_q.argmax(axis=1) == log_p.argmax(axis=1)
    return -log_q[np.arange(len(answer)), answer], np.maximum(kl, 0), same


def _log_softmax(logits: np.ndarray) -> np.ndarray:
    logits = logits.astype(np.float64)
    logits -= logits.max(axis=1, keepdims=True)
    return logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))


def _speed(model: Model, threads: int) -> float:
    """Tokens a second of one answer alone, the best of some runs."""
    best = float("inf")
    start = model.tokenize(prompt.START)
    with Context(model, 1, min(model.context_length, 2 * SPEED_TOKENS), threads) as context:
        for _ in range(SPEED_RUNS):
            context.truncate(0, 0)
            token = int(context.extend(0, 0, start).argmax())
            began = time.monotonic()
            for at in range(len(start), len(start) + SPEED_TOKENS):
                token = int(context.extend(0, at, [token]).argmax())
            best = min(best, time.monotonic() - began)
    return SPEED_TOKENS / best
