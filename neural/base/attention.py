"""Attention in plain matrix products: for short sequences on a CPU with bf16 units a third of the
time of PyTorch's flash kernel, whose backward pass is slow there (bench/pretraining.py)."""

import torch
from torch.amp import custom_bwd, custom_fwd
from transformers import AttentionInterface

NAME = "plain"
HIDDEN = -1e4  # added where a token may not look; bf16 holds it


class Attention(torch.autograd.Function):
    """softmax(scale · q kᵀ + bias) v in bf16; q, k, v (n, heads, length, width), bias
    (n, 1, length, length)."""

    @staticmethod
    @custom_fwd(device_type="cpu", cast_inputs=torch.bfloat16)
    def forward(ctx, q, k, v, bias, scale):
        n, heads, length, _ = q.shape
        q, k, v = (x.reshape(n * heads, length, -1) for x in (q * scale, k, v))
        scores = torch.bmm(q, k.transpose(1, 2)).view(n, heads, length, length)
        scores += bias
        seen = torch.softmax(scores, -1).to(v.dtype).view(n * heads, length, length)
        out = torch.bmm(seen, v)
        ctx.save_for_backward(q, k, v, seen, out)
        ctx.scale, ctx.heads = scale, heads
        return out.view(n, heads, length, -1)

    @staticmethod
    @custom_bwd(device_type="cpu")
    def backward(ctx, given):
        q, k, v, seen, out = ctx.saved_tensors
        shape = given.shape
        given = given.reshape(out.shape)
        score = torch.bmm(given, v.transpose(1, 2))
        score -= (given * out).sum(-1, keepdim=True)
        score *= seen
        grad_q = torch.bmm(score, k) * ctx.scale
        grad_k = torch.bmm(score.transpose(1, 2), q)
        grad_v = torch.bmm(seen.transpose(1, 2), given)
        return *(x.view(shape) for x in (grad_q, grad_k, grad_v)), None, None


def _attend(module, query, key, value, attention_mask, scaling, dropout=0.0, **_):
    bias = torch.zeros(attention_mask.shape, dtype=torch.bfloat16)
    bias.masked_fill_(~attention_mask, HIDDEN)
    out = Attention.apply(query, key, value, bias, scaling)
    return out.transpose(1, 2).contiguous(), None


AttentionInterface.register(NAME, _attend)
