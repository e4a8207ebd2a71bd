"""Muon: momentum whose matrix updates are made orthogonal, for the 2-D weights of hidden layers.

After Jordan et al. 2024 (https://kellerjordan.github.io/posts/muon/). torch.optim.Muon iterates in
bfloat16, which processors without such units emulate: here that took six times as long as float32.
"""

from concurrent.futures import Executor

import torch

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
ITERATIONS = 5


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, Newton-Schulz in float32, matrices of one shape together; `pool` works on
    several shapes at a time."""

    def __init__(self, params, lr: float, pool: Executor, momentum: float = 0.95):
        super().__init__(params, {"lr": lr, "momentum": momentum})
        self.pool = pool

    @torch.no_grad()
    def step(self, closure=None) -> None:
        for group in self.param_groups:
            shapes: dict[tuple, list] = {}
            for param in group["params"]:
                shapes.setdefault(tuple(param.shape), []).append(param)
            list(self.pool.map(lambda params, g=group: self._step(params, g), shapes.values()))

    @torch.no_grad()
    def _step(self, params: list, group: dict) -> None:
        updates = []
        for param in params:
            state = self.state[param]
            if not state:
                state["momentum"] = torch.zeros_like(param)
            state["momentum"].lerp_(param.grad, 1 - group["momentum"])
            updates.append(param.grad.lerp(state["momentum"], group["momentum"]))
        rows, columns = params[0].shape
        scale = max(1.0, rows / columns) ** 0.5
        for param, update in zip(params, orthogonal(torch.stack(updates)), strict=True):
            param.add_(update, alpha=-group["lr"] * scale)


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """The given matrices made nearly orthogonal; shape (n, rows, columns)."""
    a, b, c = COEFFICIENTS
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if tall else matrices
    x = x / x.norm(dim=(1, 2), keepdim=True).clamp(min=1e-7)
    for _ in range(ITERATIONS):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x
