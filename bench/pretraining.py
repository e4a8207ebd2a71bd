"""Tokens a second of nano's pretraining, with attention in plain matrix products and with
PyTorch's scaled_dot_product_attention, on the same micro-batches in one run, one core.

python bench/pretraining.py --train data/cypher/train.jsonl
"""

from itertools import islice
from time import process_time

import torch

from neural import cli
from neural.base import nano, pretrain, tokenizer
from neural.base.attention import NAME
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
    rates = {kind: [] for kind in ("sdpa", NAME)}
    for step in steps[: args.steps]:  # by turns, so that other work on the machine slows both
        for kind, found in rates.items():
            model.set_attn_implementation(kind)
            for batch in step:
                began = process_time()
                pretrain._gradients(model, list(model.parameters()), batch, 100.0)
                found.append((sum(map(len, batch)), process_time() - began))
    usual, ours = (
        sum(count for count, _ in found) / sum(seconds for _, seconds in found)
        for found in rates.values()
    )
    cli.say(f"{ours:,.0f} tokens a CPU second, {usual:,.0f} with sdpa: {ours / usual:.2f} times")


if __name__ == "__main__":
    cli.run(main)
