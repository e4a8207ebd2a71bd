"""Settings of the nano base. Apart from what trains, so that --help need not wait for torch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """nano's sizes; widths are multiples of 256, as llama.cpp's k-quants need."""

    merges: int
    hidden: int
    layers: int
    intermediate: int


@dataclass(frozen=True)
class Recipe:
    """How nano is trained. Lengths are in tokens."""

    seed: int = 1
    epochs: float = 2.0
    branches: int = 3  # rows of one graph that share a sequence
    batch: int = 512  # of one micro-batch
    accumulate: int = 2  # micro-batches a step
    rate: float = 0.0008  # AdamW's, for the layers' matrices
    vocabulary_rate: float = 0.002  # for what turns tokens into vectors and back
    vector_rate: float = 0.006  # for norms and biases
    warmup: float = 0.03  # share of the steps
    prompt_weight: float = 0.3  # a question's token's share of an answer token's loss
    pruned: float = 0.8  # share of rows that get a small schema of their own; falls to 0
    renamed: float = 0.8  # share of the names that are others at each reading
