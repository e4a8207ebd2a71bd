"""Tokens a second of nano's pretraining, with the backward pass written out and with Transformers'
own model under PyTorch's autograd and autocast, on the same micro-batches in one run, one core.

python bench/pretraining.py --train data/cypher/train.jsonl
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from time import process_time

import torch
from torch.nn.functional import cross_entropy

from neural import cli
from neural.base import nano, pretrain, tokenizer
from neural.base.examples import collate
from neural.prompt import messages, render
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--train", required=True, help="rows to train on")
    parser.add_argument("--steps", type=int, default=30)
    args = cli.parse(parser)
    torch.set_num_threads(1)
    rows = list(islice(jsonl.read(args.train), 4000))
    bpe = tokenizer.train((render(messages(row)) for row in rows), 1000)
    steps = pretrain.plan(rows, bpe, pretrain.Recipe(epochs=1.0))
    model = nano.create(bpe, 256, 4, 256, seed=1)
    tokens, seconds = 0, {usual: 0.0, pretrain.backward: 0.0}
    with ThreadPoolExecutor(1, initializer=partial(torch.set_num_threads, 1)) as pool:
        for step in steps[: args.steps]:  # by turns, so that other work slows both
            tokens += sum(len(one) for batch in step for one in batch)
            for way in seconds:
                began = process_time()
                way(model, step, pool)
                seconds[way] += process_time() - began
    theirs, ours = (tokens / spent for spent in seconds.values())
    cli.say(f"{ours:,.0f} tokens a CPU second, {theirs:,.0f} usually: {ours / theirs:.2f} times")


def usual(model, step: list, pool: ThreadPoolExecutor) -> None:
    """The same gradients as one would have them without code of our own."""
    model.zero_grad(set_to_none=True)
    total = sum(float(one.weights.sum()) for batch in step for one in batch)
    for batch in step:
        pool.submit(_usual, model, collate(batch), total).result()


def _usual(model, data: dict, total: float) -> None:
    weights = data["weights"][:, 1:].reshape(-1)
    chosen = weights.nonzero().squeeze(1)
    with torch.autocast("cpu", torch.bfloat16, enabled=pretrain.has_bf16()):
        hidden = model.model(
            input_ids=data["ids"],
            position_ids=data["positions"],
            attention_mask=data["mask"],
            use_cache=False,
        ).last_hidden_state
        logits = model.lm_head(hidden[:, :-1].reshape(-1, hidden.shape[-1])[chosen])
    targets = data["ids"][:, 1:].reshape(-1)[chosen]
    each = cross_entropy(logits.float(), targets, reduction="none")
    ((each * weights[chosen]).sum() / total).backward()


if __name__ == "__main__":
    cli.run(main)
