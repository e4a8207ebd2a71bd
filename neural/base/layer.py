"""A decoder layer of Qwen2 and the loss behind it with their backward passes written out: on a CPU
with bf16 units two thirds of the time that PyTorch's autograd needs (bench/pretraining.py).

What is saved: norms are multiplied into the next matrix, which has fewer rows than there are
tokens; rotary positions are one complex product; nothing is cast or copied twice.
"""

import torch
from torch import Tensor
from transformers import Qwen2ForCausalLM

HIDDEN = -1e4  # added where a token may not look; bf16 holds it


def hidden_states(model: Qwen2ForCausalLM, data: dict[str, Tensor], dtype: torch.dtype) -> Tensor:
    """(n, length, hidden), F32: what `lm_head` is given for collated sequences, as the model itself
    computes it, with products in `dtype`."""
    body = model.model
    attention = body.layers[0].self_attn
    half = attention.head_dim // 2
    theta = model.config.rope_parameters["rope_theta"]
    angles = data["positions"][..., None] * theta ** (-torch.arange(half) / half)
    turn = torch.polar(torch.ones_like(angles), angles)
    bias = torch.zeros(data["mask"].shape, dtype=dtype).masked_fill_(~data["mask"], HIDDEN)
    x = body.embed_tokens(data["ids"])
    for layer in body.layers:
        x = Layer.apply(x, turn, bias, model.config.rms_norm_eps, *_weights(layer))
    return body.norm(x)


def _weights(layer) -> list[Tensor]:
    own, mlp = layer.self_attn, layer.mlp
    three = (own.q_proj, own.k_proj, own.v_proj)
    return [
        layer.input_layernorm.weight,
        *(part.weight for part in three),
        *(part.bias for part in three),
        own.o_proj.weight,
        layer.post_attention_layernorm.weight,
        mlp.gate_proj.weight,
        mlp.up_proj.weight,
        mlp.down_proj.weight,
    ]


class Layer(torch.autograd.Function):
    """x (n, length, hidden) F32, turn (n, length, width / 2) complex, bias (n, 1, length, length)
    in the dtype of the products, and a layer's weights."""

    @staticmethod
    def forward(ctx, x, turn, bias, eps, *weights):
        norm, wq, wk, wv, bq, bk, bv, wo, norm2, wg, wu, wd = weights
        shape, dtype = x.shape, bias.dtype
        width = 2 * turn.shape[-1]
        scale = width**-0.5
        inner = (torch.cat([_paired(wq, width) * scale, _paired(wk, width), wv]) * norm).to(dtype)
        start = torch.cat([_paired(bq, width) * scale, _paired(bk, width), bv]).to(dtype)
        upper = (torch.cat([wg, wu]) * norm2).to(dtype)
        wo, wd = wo.to(dtype), wd.to(dtype)

        x = x.reshape(-1, shape[-1])
        root, seen = _normed(x, eps, dtype)
        both, v = torch.addmm(start, seen, inner.t()).split([2 * len(wq), len(wv)], 1)
        q, k = _turned(both, turn, dtype).chunk(2, 1)
        q, k, v = (_by_head(part, shape, width) for part in (q, k, v))
        scores = torch.bmm(q, k.transpose(1, 2)).view(shape[0], -1, shape[1], shape[1])
        scores += bias
        looks = torch.softmax(scores, -1, dtype=torch.float32).to(dtype)
        looks = looks.view(-1, shape[1], shape[1])
        out = torch.bmm(looks, v)
        heads = _by_token(out, shape)
        y = x + heads @ wo.t()

        root2, seen2 = _normed(y, eps, dtype)
        gate, up = (seen2 @ upper.t()).chunk(2, 1)
        opened = torch.nn.functional.silu(gate)
        inside = opened * up
        z = y + inside @ wd.t()
        ctx.save_for_backward(
            turn, inner, upper, wo, wd, root, seen, q, k, v, looks, out, heads,
            root2, seen2, gate, up, opened, inside, *weights,
        )  # fmt: skip
        ctx.scale, ctx.shape = scale, shape
        return z.view(shape)

    @staticmethod
    def backward(ctx, given):
        (
            turn, inner, upper, wo, wd, root, seen, q, k, v, looks, out, heads,
            root2, seen2, gate, up, opened, inside, *weights,
        ) = ctx.saved_tensors  # fmt: skip
        norm, wq, wk, wv, *_, norm2, wg, wu, _ = weights
        shape, dtype, width = ctx.shape, inner.dtype, q.shape[-1]

        given = given.reshape(-1, shape[-1])
        low = given.to(dtype)
        to_inside, to_wd = low @ wd, low.t() @ inside
        to_gate = torch.ops.aten.silu_backward(to_inside * up, gate)
        to_both = torch.cat([to_gate, to_inside.mul_(opened)], 1)
        to_upper = (to_both.t() @ seen2).float()
        given = given + _through_norm(to_both @ upper, seen2, root2)

        low = given.to(dtype)
        to_wo = low.t() @ heads
        to_out = _by_head(low @ wo, shape, width)
        to_v = torch.bmm(looks.transpose(1, 2), to_out)
        score = torch.bmm(to_out, v.transpose(1, 2))
        score -= (to_out * out).sum(-1, keepdim=True)
        score *= looks
        to_q, to_k = torch.bmm(score, k), torch.bmm(score.transpose(1, 2), q)
        turned = torch.cat([_by_token(to_q, shape), _by_token(to_k, shape)], 1)
        own = torch.cat([_turned(turned, turn.conj(), dtype), _by_token(to_v, shape)], 1)
        to_inner, to_start = (own.t() @ seen).float(), own.sum(0, dtype=torch.float32)
        given = given + _through_norm(own @ inner, seen, root)

        scaled = torch.cat([_paired(wq, width) * ctx.scale, _paired(wk, width), wv])
        to_norm, to_norm2 = (to_inner * scaled).sum(0), (to_upper * torch.cat([wg, wu])).sum(0)
        sizes = [len(wq), len(wk), len(wv)]
        to_wq, to_wk, to_wv = to_inner.mul_(norm).split(sizes)
        to_bq, to_bk, to_bv = to_start.split(sizes)
        to_wg, to_wu = to_upper.mul_(norm2).chunk(2)
        gradients = (
            to_norm, _halved(to_wq, width) * ctx.scale, _halved(to_wk, width), to_wv,
            _halved(to_bq, width) * ctx.scale, _halved(to_bk, width), to_bv, to_wo.float(),
            to_norm2, to_wg, to_wu, to_wd.float(),
        )  # fmt: skip
        return given.view(shape), None, None, None, *gradients


def _paired(weight: Tensor, width: int) -> Tensor:
    """Rows such that the two halves of each head, which turn together, are neighbours."""
    return weight.view(-1, 2, width // 2, *weight.shape[1:]).transpose(1, 2).reshape(weight.shape)


def _halved(weight: Tensor, width: int) -> Tensor:
    """The rows in their own order again."""
    return weight.view(-1, width // 2, 2, *weight.shape[1:]).transpose(1, 2).reshape(weight.shape)


def _normed(x: Tensor, eps: float, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """One over the root mean square of each row, and the row times it."""
    size = torch.linalg.vector_norm(x, dim=1, keepdim=True)
    root = (size.square_() / x.shape[1]).add_(eps).rsqrt_()
    return root, (x * root).to(dtype)


def _through_norm(given: Tensor, seen: Tensor, root: Tensor) -> Tensor:
    given, seen = given.float(), seen.float()
    along = torch.linalg.vecdot(given, seen)[:, None] / seen.shape[1]
    return given.addcmul_(seen, along, value=-1).mul_(root)


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


class Loss(torch.autograd.Function):
    """Cross entropy of each row of hidden (tokens, size) F32 for `targets`, by the output vectors
    of `head` (vocabulary, size)."""

    @staticmethod
    def forward(ctx, hidden, head, targets, dtype):
        hidden, head = hidden.to(dtype), head.to(dtype)
        chances = torch.softmax(hidden @ head.t(), -1, dtype=torch.float32)
        ctx.save_for_backward(hidden, head, targets, chances)
        return -chances.gather(1, targets[:, None]).squeeze(1).clamp_(min=1e-30).log()

    @staticmethod
    def backward(ctx, given):
        hidden, head, targets, chances = ctx.saved_tensors
        rows = torch.arange(len(targets))
        score = chances * given[:, None]
        score[rows, targets] -= given
        score = score.to(hidden.dtype)
        return (score @ head).float(), (score.t() @ hidden).float(), None, None
