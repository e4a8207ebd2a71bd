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

SHARP = 8.0  # of the look at a token before: its attention is 1.0
FAST = 2  # the first half of a head's frequencies tell neighbours apart
SLOW = 5 / 16  # from here on a head's frequencies hardly turn within a prompt
MATCH, CARRY, COPY = 2.0, 0.03, 0.3  # scales found by trial at hidden 256
ALSO = 0.6  # how much the token before counts beside this one


def stem(size: int) -> slice:
    """Of `size` hidden dimensions those that tell a token's word. All that is wired here looks at
    these alone, so that "fest" is found where "Fest" stands."""
    return slice(0, size * 7 // 16)


def form(size: int) -> slice:
    """Those that tell its letter case and what precedes its letters."""
    return slice(size * 7 // 16, size // 2)


@torch.no_grad()
def wire(model: Qwen2ForCausalLM) -> None:
    """The first layer's heads carry to each token, as a sketch, the stem of the token before (to
    the third quarter of the dimensions) and of the one before that (to the last quarter).

    The second layer's read what followed the same two tokens elsewhere (`Movie {` title), or what
    came two tokens after the word before this one (`movie.` title)."""
    size, heads = model.config.hidden_size, model.config.num_attention_heads
    width, quarter, known = size // heads, size // 4, stem(size).stop
    embeddings = model.model.embed_tokens.weight
    embeddings[:, known:] = 0
    embeddings.mul_(2**0.5)
    first, second = (layer.self_attn for layer in model.model.layers[:2])
    this = torch.zeros(quarter, size)
    this[:, :known] = _turned(known)[:quarter] * (known / quarter) ** 0.5
    before, earlier = torch.eye(size)[size // 2 :].split(quarter)
    number = 0
    for distance, place in ((1, before), (2, earlier)):
        for part in range(0, quarter, width):
            rows = slice(number * width, (number + 1) * width)
            _look_back(first, rows, distance, model.config.rope_parameters["rope_theta"])
            first.v_proj.weight[rows] = this[part : part + width]
            first.o_proj.weight[:, rows] = place[part : part + width].T * CARRY
            number += 1
    directions = _turned(known)
    for number in range(heads):
        rows = slice(number * width, (number + 1) * width)
        if number < heads // 2:
            _meet(second, rows, [this, before * ALSO], [before, earlier * ALSO])
        else:
            _meet(second, rows, [before], [earlier])
        read = directions[number % (heads // 2) :: heads // 2]
        used = slice(rows.start, rows.start + len(read))
        second.v_proj.weight[rows] = 0
        second.o_proj.weight[:, rows] = 0
        second.v_proj.weight[used, :known] = read
        second.o_proj.weight[:known, used] = read.T * COPY


def _turned(size: int) -> torch.Tensor:
    """A random turn: directions (size, size) at right angles."""
    return torch.linalg.qr(torch.randn(size, size))[0]


def _look_back(attention, rows: slice, distance: int, theta: float) -> None:
    """Query and key are constants, turned so that they meet at this distance in tokens."""
    half = (rows.stop - rows.start) // 2
    angle = distance * theta ** (-torch.arange(half) / half)
    key = torch.zeros(half)
    key[: half // FAST] = SHARP
    attention.q_proj.weight[rows] = 0
    attention.k_proj.weight[rows] = 0
    attention.k_proj.bias[rows] = torch.cat([key, torch.zeros(half)])
    attention.q_proj.bias[rows] = torch.cat([key * torch.cos(-angle), key * torch.sin(-angle)])


def _meet(attention, rows: slice, asked: list[torch.Tensor], told: list[torch.Tensor]) -> None:
    """The head looks where what is `told` at a token is what is `asked` at this one. Each is a
    list of sketches (quarter, size) of the hidden state."""
    half = (rows.stop - rows.start) // 2
    slow = torch.arange(int(half * SLOW), half)
    slots = rows.start + torch.cat([slow, half + slow])
    attention.q_proj.weight[rows] = 0
    attention.k_proj.weight[rows] = 0
    for query, key in zip(asked, told, strict=True):
        mixed = _turned(len(query))[: len(slots)] * MATCH
        attention.q_proj.weight[slots] += mixed @ query
        attention.k_proj.weight[slots] += mixed @ key
