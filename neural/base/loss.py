"""Cross entropy over a vocabulary whose output vectors are sums (neural/base/sharing.py), without
making one of them: a quarter of the work where stems have four forms each.

With a token's logit a + b, of its stem and its form, the sum of exp(a + b) over all tokens is that
of exp(a) * exp(b) over the pairs of stem and form that are tokens.
"""

import torch
from torch import Tensor

from neural.base.sharing import Sum


class Loss(torch.autograd.Function):
    """Of each row of hidden (tokens, size) F32 for `targets` (token ids), by the vectors of stems
    and forms; products in `dtype`."""

    @staticmethod
    def forward(ctx, hidden, stems, forms, shared: Sum, targets, dtype):
        hidden, stems, forms = (one.to(dtype) for one in (hidden, stems, forms))
        stem, form = shared.stems[targets], shared.forms[targets]
        by_stem, right_stem = _exp(hidden @ stems.t(), stem)
        by_form, right_form = _exp(hidden @ forms.t(), form)
        of_form = by_stem @ shared.pairs
        total = torch.linalg.vecdot(of_form, by_form)[:, None].clamp_(min=1e-37)  # never log 0
        ctx.save_for_backward(
            hidden, stems, forms, stem, form, by_stem, by_form, of_form, total, shared.pairs
        )
        return total.log().squeeze(1) - right_stem - right_form

    @staticmethod
    def backward(ctx, given):
        hidden, stems, forms, stem, form, by_stem, by_form, of_form, total, pairs = (
            ctx.saved_tensors
        )
        share = by_form * (given[:, None] / total)
        to_stem = (share @ pairs.t()).mul_(by_stem)
        to_form = share * of_form
        rows = torch.arange(len(given))
        to_stem[rows, stem] -= given
        to_form[rows, form] -= given
        to_stem, to_form = to_stem.to(hidden.dtype), to_form.to(hidden.dtype)
        return (
            (to_stem @ stems + to_form @ forms).float(),
            (to_stem.t() @ hidden).float(),
            (to_form.t() @ hidden).float(),
            None,
            None,
            None,
        )


def _exp(logits: Tensor, right: Tensor) -> tuple[Tensor, Tensor]:
    """The logits less each row's highest, as powers of e; and those of the right answers, as they
    are."""
    logits = logits.float()
    logits -= logits.max(1, keepdim=True).values
    at = logits.gather(1, right[:, None]).squeeze(1)
    return logits.exp_(), at
