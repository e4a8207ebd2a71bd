"""A decoder layer of Qwen2 with its backward pass written out: on a CPU with bf16 units a training
step takes, with the loss of loss.py, 54% of the time of PyTorch's autograd (bench/pretraining.py).

What is saved: norms are multiplied into the next matrix, which has fewer rows than there are
tokens, once a step; rotary positions are one complex product; nothing is cast or copied twice.
"""

import torch
from torch import Tensor
from torch.nn import Module
from torch.nn.functional import embedding, rms_norm, silu
from transformers import Qwen2ForCausalLM

from neural.base.sharing import sum_of

HIDDEN = -1e4  # added where a token may not look; bf16 holds it


def ready(module: Module, dtype: torch.dtype) -> list[Tensor]:
    """A module's weights as `hidden_states` and the loss take them: those of a layer in `dtype` and
    with their norms and scales multiplied in, others as they are."""
    if not hasattr(module, "self_attn"):
        return list(module.parameters())
    own, mlp = module.self_attn, module.mlp
    q, k, v, width, scale = own.q_proj, own.k_proj, own.v_proj, own.head_dim, own.scaling
    inner = torch.cat([_paired(q.weight, width) * scale, _paired(k.weight, width), v.weight])
    start = torch.cat([_paired(q.bias, width) * scale, _paired(k.bias, width), v.bias])
    upper = torch.cat([mlp.gate_proj.weight, mlp.up_proj.weight])
    made = (
        inner * module.input_layernorm.weight,
        start,
        upper * module.post_attention_layernorm.weight,
        own.o_proj.weight,
        mlp.down_proj.weight,
    )
    return [one.to(dtype) for one in made]


def parts(model: Qwen2ForCausalLM) -> list[Module]:
    """The modules whose weights are made ready: together they hold each parameter once."""
    return [model.model.embed_tokens, model.lm_head, model.model.norm, *model.model.layers]


def hidden_states(
    model: Qwen2ForCausalLM, weights: list[list[Tensor]], data: dict, chosen: Tensor
) -> Tensor:
    """(chosen, hidden), F32: what `lm_head` is given at the chosen of the n * length tokens of
    collated sequences, as the model itself computes it. `weights`: of each of the model's parts,
    made ready."""
    config, shared = model.config, sum_of(model.model.embed_tokens)
    (stems, forms), _, (norm,), *layers = weights
    half = config.hidden_size // config.num_attention_heads // 2
    theta = config.rope_parameters["rope_theta"]
    angles = data["positions"][..., None] * theta ** (-torch.arange(half) / half)
    turn = torch.polar(torch.ones_like(angles), angles)
    bias = torch.zeros(data["mask"].shape, dtype=layers[0][0].dtype)
    bias.masked_fill_(~data["mask"], HIDDEN)
    x = embedding(shared.stems[data["ids"]], stems) + embedding(shared.forms[data["ids"]], forms)
    for layer in layers[:-1]:
        x = Layer.apply(x, turn, bias, None, config.rms_norm_eps, *layer)
    x = Layer.apply(x, turn, bias, chosen, config.rms_norm_eps, *layers[-1])
    return rms_norm(x, norm.shape, norm, config.rms_norm_eps)


class Layer(torch.autograd.Function):
    """x (n, length, hidden) F32, turn (n, length, width / 2) complex, bias (n, 1, length, length)
    in the dtype of the products, and a layer's weights, made ready. Of the last layer only the
    chosen tokens (indices) come out: behind its keys and values the others are of no use."""

    @staticmethod
    def forward(ctx, x, turn, bias, chosen, eps, inner, start, upper, wo, wd):
        shape, dtype, width = x.shape, inner.dtype, 2 * turn.shape[-1]
        size = shape[-1]
        x = x.reshape(-1, size)
        root, seen = _normed(x, eps, dtype)
        both, v = torch.addmm(start, seen, inner.t()).split([2 * size, size], 1)
        q, k = _turned(both, turn, dtype).chunk(2, 1)
        q, k, v = (_by_head(part, shape, width) for part in (q, k, v))
        scores = torch.bmm(q, k.transpose(1, 2)).view(shape[0], -1, shape[1], shape[1])
        scores += bias
        looks = torch.softmax(scores, -1, dtype=torch.float32).to(dtype)
        looks = looks.view(-1, shape[1], shape[1])
        out = torch.bmm(looks, v)
        heads = _by_token(out, shape)
        if chosen is not None:
            heads, x = heads[chosen], x[chosen]
        y = x + heads @ wo.t()

        root2, seen2 = _normed(y, eps, dtype)
        gate, up = (seen2 @ upper.t()).chunk(2, 1)
        opened = silu(gate)
        inside = opened * up
        z = y + inside @ wd.t()
        ctx.save_for_backward(
            turn, inner, upper, wo, wd, root, seen, q, k, v, looks, out, heads,
            root2, seen2, gate, up, opened, inside, chosen,
        )  # fmt: skip
        ctx.shape = shape
        return z.view(shape) if chosen is None else z

    @staticmethod
    def backward(ctx, given):
        (
            turn, inner, upper, wo, wd, root, seen, q, k, v, looks, out, heads,
            root2, seen2, gate, up, opened, inside, chosen,
        ) = ctx.saved_tensors  # fmt: skip
        shape, dtype, width = ctx.shape, inner.dtype, q.shape[-1]

        given = given.reshape(-1, shape[-1])
        low = given.to(dtype)
        to_inside, to_wd = low @ wd, low.t() @ inside
        to_gate = torch.ops.aten.silu_backward(to_inside * up, gate)
        to_both = torch.cat([to_gate, to_inside.mul_(opened)], 1)
        to_upper = to_both.t() @ seen2
        given = given + _through_norm(to_both @ upper, seen2, root2)

        low = given.to(dtype)
        to_wo, to_heads = low.t() @ heads, low @ wo
        if chosen is not None:
            to_heads, given = (_among(one, chosen, len(seen)) for one in (to_heads, given))
        to_out = _by_head(to_heads, shape, width)
        to_v = torch.bmm(looks.transpose(1, 2), to_out)
        score = torch.bmm(to_out, v.transpose(1, 2))
        score -= (to_out * out).sum(-1, keepdim=True)
        score *= looks
        to_q, to_k = torch.bmm(score, k), torch.bmm(score.transpose(1, 2), q)
        turned = torch.cat([_by_token(to_q, shape), _by_token(to_k, shape)], 1)
        own = torch.cat([_turned(turned, turn.conj(), dtype), _by_token(to_v, shape)], 1)
        to_inner, to_start = own.t() @ seen, own.sum(0, dtype=torch.float32).to(dtype)
        given = given + _through_norm(own @ inner, seen, root)
        return given.view(shape), None, None, None, None, to_inner, to_start, to_upper, to_wo, to_wd


def _paired(weight: Tensor, width: int) -> Tensor:
    """Rows such that the two halves of each head, which turn together, are neighbours."""
    return weight.view(-1, 2, width // 2, *weight.shape[1:]).transpose(1, 2).reshape(weight.shape)


def _normed(x: Tensor, eps: float, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """One over the root mean square of each row, and the row times it."""
    size = torch.linalg.vector_norm(x, dim=1, keepdim=True)
    root = (size.square_() / x.shape[1]).add_(eps).rsqrt_()
    return root, (x * root).to(dtype)


def _through_norm(given: Tensor, seen: Tensor, root: Tensor) -> Tensor:
    given, seen = given.float(), seen.float()
    along = torch.linalg.vecdot(given, seen)[:, None] / seen.shape[1]
    return given.addcmul_(seen, along, value=-1).mul_(root)


def _among(x: Tensor, chosen: Tensor, tokens: int) -> Tensor:
    return x.new_zeros(tokens, x.shape[1]).index_copy_(0, chosen, x)


def _turned(x: Tensor, turn: Tensor, dtype: torch.dtype) -> Tensor:
    """Neighbours of x (tokens, size) turned as complex numbers."""
    turn = turn.reshape(len(x), 1, -1)
    pairs = torch.view_as_complex(x.float().view(len(x), -1, turn.shape[-1], 2))
    return torch.view_as_real(pairs * turn).view(x.shape).to(dtype)


def _by_head(x: Tensor, shape: torch.Size, width: int) -> Tensor:
    n, length, _ = shape
    return x.view(n, length, -1, width).transpose(1, 2).reshape(-1, length, width)


def _by_token(x: Tensor, shape: torch.Size) -> Tensor:
    n, length, _ = shape
    return x.view(n, -1, length, x.shape[-1]).transpose(1, 2).reshape(n * length, -1)
