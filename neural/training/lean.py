"""Less work for the same gradients: LoRA in fewer passes over a layer's output, and no last layer
for tokens that are not learned."""

from contextlib import contextmanager
from types import MethodType

import torch
from peft.tuners import lora

TOKENWISE = ("self_attn.o_proj", "mlp")  # parts of a decoder's layer that see one token each


class Adapted(torch.autograd.Function):
    """x Wᵀ + bias + scale · x Aᵀ Bᵀ. PEFT writes the second product, scales it and adds it: three
    passes over the output, and as many over its gradient."""

    @staticmethod
    def forward(ctx, x, weight, bias, a, b, scale):
        rows = x.flatten(0, -2)
        inner = rows @ a.T
        out = torch.nn.functional.linear(rows, weight, bias).addmm_(inner, b.T, alpha=scale)
        ctx.save_for_backward(rows, weight, inner, a, b)
        ctx.scale, ctx.shape = scale, x.shape
        return out.view(*x.shape[:-1], -1)

    @staticmethod
    def backward(ctx, given):
        rows, weight, inner, a, b = ctx.saved_tensors
        given = given.flatten(0, -2)
        scaled = (given @ b).mul_(ctx.scale)
        grad_a = scaled.T @ rows
        grad_b = (inner.T @ given).mul_(ctx.scale).T
        grad = None
        if ctx.needs_input_grad[0]:
            grad = (given @ weight).addmm_(scaled, a).view(ctx.shape)
        return grad, None, None, grad_a, grad_b, None


def fuse(model) -> int:
    """Lets plain F32 LoRA layers compute so; returns how many there are."""
    layers = [module for module in model.modules() if type(module) is lora.Linear]
    layers = [layer for layer in layers if _plain(layer)]
    for layer in layers:
        layer.forward = MethodType(_adapted, layer)
    return len(layers)


def _plain(layer) -> bool:
    """Whether a layer is no more than W, A and B: no dropout, DoRA or bias of its own, no bf16."""
    (name,) = layer.active_adapters
    weights = (layer.base_layer.weight, layer.lora_A[name].weight, layer.lora_B[name].weight)
    return (
        type(layer.base_layer) is torch.nn.Linear
        and isinstance(layer.lora_dropout[name], torch.nn.Identity)
        and not layer.use_dora[name]
        and not layer.lora_bias[name]
        and all(weight.dtype == torch.float32 for weight in weights)
    )


def _adapted(layer, x):
    if layer.disable_adapters or layer.merged:
        return lora.Linear.forward(layer, x)
    (name,) = layer.active_adapters
    a, b = layer.lora_A[name].weight, layer.lora_B[name].weight
    base = layer.base_layer
    return Adapted.apply(x, base.weight, base.bias, a, b, layer.scaling[name])


class LastLayer:
    """Lets the last layer of a decoder compute its tokenwise parts for some tokens only; those of
    the others, which nothing reads, become zeros."""

    wanted = None  # mask (rows, tokens); None: all

    def __init__(self, decoder):
        layers = getattr(decoder, "layers", None)
        for name in TOKENWISE if layers else ():
            try:
                part = layers[-1].get_submodule(name)
            except AttributeError:
                continue  # an architecture with other names
            part.register_forward_pre_hook(self._choose)
            part.register_forward_hook(self._put_back)

    @contextmanager
    def only(self, wanted):
        """Forward passes within compute the last layer for the tokens of this mask alone."""
        self.wanted = wanted
        try:
            yield
        finally:
            self.wanted = None

    def _choose(self, module, given):
        return given if self.wanted is None else (given[0][self.wanted],)

    def _put_back(self, module, given, out):
        if self.wanted is None:
            return out
        whole = out.new_zeros(*self.wanted.shape, out.shape[-1])
        whole[self.wanted] = out
        return whole
