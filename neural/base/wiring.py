"""First weights with which a model can already copy, before it has learned anything.

To continue a name that stands in the prompt, a transformer needs two heads in sequence: one that
carries to each token what stood before it, and one that finds where the present token stood
before and reads what followed (Olsson et al. 2022, "In-context learning and induction heads").
Such pairs form late in training: nano, started at random, wrote the right query shapes after two
million tokens but could not copy one name. So they are written into the first weights; training
may change them like any other.
"""

import torch
from transformers import Qwen2ForCausalLM

SHARP = 8.0  # of the look at the previous token: its attention is 1.0
FAST = 2  # the first half of a head's frequencies tell neighbours apart
SLOW = 10 / 32  # from here on a head's frequencies hardly turn within a prompt
MATCH, CARRY, COPY = 2.0, 0.03, 0.3  # scales found by trial at hidden 256


@torch.no_grad()
def wire(model: Qwen2ForCausalLM) -> None:
    """Sets half of the heads of the first two layers. Token identities get the first half of the
    hidden dimensions, the identity of the token before the second half."""
    size = model.config.hidden_size
    width = size // model.config.num_attention_heads
    kept = size // 2
    embeddings = model.model.embed_tokens.weight
    embeddings[:, kept:] = 0
    embeddings.mul_(2**0.5)
    for head in range(kept // width):
        rows = slice(head * width, (head + 1) * width)
        _carry_previous(model.model.layers[0].self_attn, rows, kept, _frequencies(model, width))
        _copy_next(model.model.layers[1].self_attn, rows, kept)


def _frequencies(model: Qwen2ForCausalLM, width: int) -> torch.Tensor:
    theta = model.config.rope_parameters["rope_theta"]
    return theta ** (-torch.arange(width // 2) * 2 / width)


def _carry_previous(attention, rows: slice, kept: int, angle: torch.Tensor) -> None:
    """Query and key are constants, turned so that they meet at a distance of one token."""
    half = len(angle)
    key = torch.zeros(half)
    key[: half // FAST] = SHARP
    attention.q_proj.weight[rows] = 0
    attention.k_proj.weight[rows] = 0
    attention.k_proj.bias[rows] = torch.cat([key, torch.zeros(half)])
    attention.q_proj.bias[rows] = torch.cat([key * torch.cos(-angle), key * torch.sin(-angle)])
    identity = torch.eye(attention.q_proj.weight.shape[1])
    attention.v_proj.weight[rows] = identity[rows]
    attention.o_proj.weight[:, rows] = identity[:, kept + rows.start : kept + rows.stop] * CARRY


def _copy_next(attention, rows: slice, kept: int) -> None:
    """The query is this token, the key the token before: they meet where it stood before."""
    width = rows.stop - rows.start
    first = int(width // 2 * SLOW)
    slots = [*range(first, width // 2), *range(width // 2 + first, width)]
    mixed = torch.linalg.qr(torch.randn(kept, kept))[0][: len(slots)] * MATCH
    chosen = torch.tensor(slots) + rows.start
    for projection, half in (
        (attention.q_proj, slice(0, kept)),
        (attention.k_proj, slice(kept, None)),
    ):
        projection.weight[rows] = 0
        projection.weight[chosen, half] = mixed
    identity = torch.eye(attention.q_proj.weight.shape[1])
    attention.v_proj.weight[rows] = identity[rows]
    attention.o_proj.weight[:, rows] = identity[:, rows] * COPY
