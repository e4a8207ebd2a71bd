"""Trains nano from nothing: batches by length, resumable, the same bytes each time.

A step's micro-batches run side by side in threads, each on one core, and their gradients are
added in a fixed order: the weights do not depend on the number of threads.
"""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from ctypes import CDLL
from functools import partial, reduce
from pathlib import Path
from random import Random
from time import monotonic

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import Module
from transformers import Qwen2ForCausalLM

from neural.base import layer
from neural.base.examples import Sequence, collate, sequences
from neural.base.loss import Loss
from neural.base.prune import pruned
from neural.base.recipe import Recipe
from neural.base.rename import Renamer
from neural.base.sharing import sum_of
from neural.files import atomic_path

PHASES = 8  # of one training, each with a smaller share of pruned rows


def plan(rows: list[dict], tokenizer: Tokenizer, recipe: Recipe) -> list[list[list[Sequence]]]:
    """Steps of micro-batches of sequences, the whole training in order."""
    rng = Random(recipe.seed)
    renamed = Renamer(rows, sorted(tokenizer.get_vocab()))
    groups: dict[str, list[dict]] = {}
    for row in rows:
        groups.setdefault(row.get("input") or row["id"], []).append(row)
    read: list[list[dict]] = []
    while len(read) < recipe.epochs * len(groups):
        read += rng.sample(list(groups.values()), len(groups))
    read = read[: round(recipe.epochs * len(groups))]
    steps: list[list[list[Sequence]]] = []
    left: list[list[Sequence]] = []  # batches that made no whole step in their phase
    size = max(1, math.ceil(len(read) / PHASES))
    for first in range(0, len(read), size):
        small = recipe.pruned * (1 - first / len(read))
        made: list[dict] = []
        for group in read[first : first + size]:
            group = rng.sample(group, len(group))
            alone = sum(rng.random() < small for _ in group)
            for row in group[:alone]:
                made += renamed([pruned(row, rng)], rng, recipe.renamed)
            group = group[alone:]
            for start in range(0, len(group), recipe.branches):
                made += renamed(group[start : start + recipe.branches], rng, recipe.renamed)
        found = sequences(made, tokenizer, recipe.branches, recipe.prompt_weight)
        # A step's micro-batches are of like size, as they wait for one another.
        batches = sorted(left + _batches(found, recipe.batch, rng), key=_padded)
        odd = len(batches) % recipe.accumulate
        left = batches[:odd]
        whole = range(odd, len(batches), recipe.accumulate)
        steps += rng.sample([batches[i : i + recipe.accumulate] for i in whole], len(whole))
    return steps


def _batches(found: list[Sequence], size: int, rng: Random) -> list[list[Sequence]]:
    """Sequences of like length together, at most `size` tokens with padding."""
    batches: list[list[Sequence]] = []
    for one in sorted(rng.sample(found, len(found)), key=len):
        if not batches or len(one) * (len(batches[-1]) + 1) > size:
            batches.append([])
        batches[-1].append(one)
    return batches


def _padded(batch: list[Sequence]) -> int:
    return len(batch) * max(map(len, batch))


def train(
    model: Qwen2ForCausalLM,
    steps: list[list[list[Sequence]]],
    recipe: Recipe,
    threads: int,
    state: Path | None,
    advance: Callable[..., None],
    save_every: float = 20.0,
) -> float:
    """Trains in place; returns the mean loss of answer tokens in the last 20 steps. `state` is a
    file that holds a training in progress, written every `save_every` seconds."""
    one = partial(torch.set_num_threads, 1)  # counts for the thread that calls it alone
    _keep_buffers()
    with ThreadPoolExecutor(threads, initializer=one) as pool:
        optimizers = [_optimizer(model, part, recipe) for part in layer.parts(model)]
        first, losses = _resume(state, model, optimizers)
        if first:
            advance(first, "resumed")
        began, tokens, saved = monotonic(), 0, monotonic()
        for number in range(first, len(steps)):
            micro = steps[number]
            rate = _rate(number, len(steps), recipe.warmup)
            loss, answers = backward(
                model, micro, pool, lambda n, r=rate: _update(optimizers[n], r)
            )
            losses = [*losses[-19:], loss / answers]
            tokens += sum(len(s) for batch in micro for s in batch)
            speed = tokens / (monotonic() - began)
            advance(1, f"loss {sum(losses) / len(losses):.3f}, {speed:,.0f} tokens/s")
            if state and monotonic() - saved > save_every:
                _save(state, number + 1, losses, model, optimizers)
                saved = monotonic()
    return sum(losses) / len(losses)


def has_bf16() -> bool:
    """Whether this machine computes in bf16 faster than in F32."""
    return torch.cpu._is_avx512_bf16_supported()


def _keep_buffers() -> None:
    """Has glibc keep freed memory: getting it anew from the system took 5% of a step."""
    libc = CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(-3, 1 << 25)  # M_MMAP_THRESHOLD, at its most
        libc.mallopt(-1, 1 << 30)  # M_TRIM_THRESHOLD


def backward(
    model: Qwen2ForCausalLM,
    micro: list[list[Sequence]],
    pool: ThreadPoolExecutor,
    then: Callable[[int], None] = lambda part: None,
) -> tuple[float, int]:
    """Gives each parameter the gradient of a step's weighted mean loss, and calls `then` with the
    number of each part that has them; returns the loss of the answer tokens, summed, and their
    number."""
    dtype = torch.bfloat16 if has_bf16() else torch.float32
    parts = layer.parts(model)
    made = list(pool.map(lambda part: layer.ready(part, dtype), parts))
    # The micro-batches end at these; from there it is once the way back to the parameters.
    weights = [[one.detach().requires_grad_() for one in some] for some in made]
    total = sum(float(s.weights.sum()) for batch in micro for s in batch)
    found = list(pool.map(lambda batch: _gradients(model, weights, batch, total), micro))

    def end(number: int) -> None:
        sums = [
            reduce(Tensor.add_, same) for same in zip(*(g[number] for *_, g in found), strict=True)
        ]
        params = list(parts[number].parameters())
        for param, gradient in zip(
            params, torch.autograd.grad(made[number], params, sums), strict=True
        ):
            param.grad = gradient
        then(number)

    list(pool.map(end, range(len(parts))))
    return sum(loss for loss, *_ in found), sum(count for _, count, _ in found)


def _gradients(
    model: Qwen2ForCausalLM, weights: list[list[Tensor]], batch: list[Sequence], total: float
):
    """A micro-batch's loss on answers (sum and number of tokens), and the weighted loss's
    gradients, divided by the whole step's weight."""
    data = collate(batch)
    # Each token foretells the next; the last one the next sequence's first, which has no weight.
    targets, given = (data[name].view(-1).roll(-1) for name in ("ids", "weights"))
    chosen = given.nonzero().squeeze(1)
    targets, given = targets[chosen], given[chosen]
    hidden = layer.hidden_states(model, weights, data, chosen)
    dtype = weights[-1][0].dtype
    each = Loss.apply(hidden, *weights[1], sum_of(model.lm_head), targets, dtype)
    weighted = (each * given).sum() / total
    answers = each.detach()[given == 1]
    gradients = iter(torch.autograd.grad(weighted, [one for some in weights for one in some]))
    return answers.sum().item(), len(answers), [[next(gradients) for _ in some] for some in weights]


def _rate(step: int, steps: int, warmup: float) -> float:
    """Linear warm-up, full rate to the middle, then a linear fall to a twentieth."""
    rising = (step + 1) / max(1.0, warmup * steps)
    return min(rising, 1.0, 2.0 - 1.95 * step / steps)


def _optimizer(model: Qwen2ForCausalLM, part: Module, recipe: Recipe) -> torch.optim.AdamW:
    """Layers learn slower than the vocabulary, norms and biases.

    Measured on unseen schemas, right to the letter after 0.8 epochs in batches of 512: 54.6%
    with the layers at 6e-4, 56.7% at 0.001, 53.2% at 0.0016; in batches of 1,024 at 6e-4 52.0%, of
    256 56.2% in a sixth more time. Muon (0.003 to 0.02) fell behind. Of the vocabulary: 74 nats an
    answer are left after 100 steps at 3e-4, 53 at 0.001; on other rows 60 at 0.001, 48 at 0.002,
    42 at 0.004, the last two equal after 300."""
    rate = recipe.rate if part in set(model.model.layers) else recipe.vocabulary_rate
    rates = {rate: [], recipe.vector_rate: []}
    for param in part.parameters():
        rates[recipe.vector_rate if param.ndim == 1 else rate].append(param)
    groups = [
        {"params": params, "lr": rate, "base": rate} for rate, params in rates.items() if params
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.0, fused=True)


def _update(optimizer: torch.optim.AdamW, rate: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * rate
    optimizer.step()


def _save(state: Path, step: int, losses: list, model, optimizers: list) -> None:
    content = {
        "step": step,
        "losses": losses,
        "model": model.state_dict(),
        "optimizers": [one.state_dict() for one in optimizers],
    }
    with atomic_path(state) as part:
        torch.save(content, part)


def _resume(state: Path | None, model, optimizers: list) -> tuple[int, list]:
    if state is None or not state.exists():
        return 0, []
    content = torch.load(state, weights_only=True)
    model.load_state_dict(content["model"])
    for one, kept in zip(optimizers, content["optimizers"], strict=True):
        one.load_state_dict(kept)
    return content["step"], content["losses"]
