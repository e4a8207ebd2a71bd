"""One vector for what the forms of a word share: "fest", "Fest", " fest" and "FEST" are one stem
in four forms, and a token's weights are its stem's plus its form's.

So what is learned of a stem in one form holds in all. With a row of its own for each token, nano
found the right name and then wrote `(a:field)`: it had seldom had to say "Field".
"""

import torch
from torch.nn.functional import embedding
from torch.nn.utils import parametrize
from transformers import Qwen2ForCausalLM

from neural.base import wiring


class Sum(torch.nn.Module):
    """A weight (tokens, width) as the sum of a stem's row and a form's."""

    def __init__(
        self, stems: torch.Tensor, forms: torch.Tensor, rows: tuple[torch.Tensor, torch.Tensor]
    ) -> None:
        super().__init__()
        self.register_buffer("stems", stems, persistent=False)
        self.register_buffer("forms", forms, persistent=False)
        pairs = torch.zeros(*map(len, rows))  # (stems, forms), 1 where a token is of both
        pairs[stems, forms] = 1
        self.register_buffer("pairs", pairs, persistent=False)
        self.rows = rows

    def forward(self, stem: torch.Tensor, form: torch.Tensor) -> torch.Tensor:
        return embedding(self.stems, stem) + embedding(self.forms, form)  # quicker than indexing

    def right_inverse(self, _weight: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return tuple(row.clone() for row in self.rows)


@torch.no_grad()
def share(model: Qwen2ForCausalLM, kin: list[dict[str, int]]) -> None:
    """Makes input and output vectors such sums, the same ones at first: a copied identity then
    speaks for itself. Tokens in no group of `kin` are stems of their own."""
    embeddings = model.model.embed_tokens.weight
    names = ["", *sorted({form for group in kin for form in group})]
    stems, forms = torch.arange(len(embeddings)), torch.zeros(len(embeddings), dtype=torch.long)
    for group in kin:
        tokens = list(group.values())
        stems[tokens] = min(tokens)
        forms[tokens] = torch.tensor([names.index(form) for form in group])
    used, stems = stems.unique(return_inverse=True)
    kinds = torch.zeros(len(names), embeddings.shape[1])
    place = wiring.form(embeddings.shape[1])
    kinds[1:, place] = torch.randn_like(kinds[1:, place]) * embeddings[:, 0].std()
    part = Sum(stems, forms, (embeddings[used], kinds))
    for module in (model.model.embed_tokens, model.lm_head):
        parametrize.register_parametrization(module, "weight", part)


def sum_of(module: torch.nn.Module) -> Sum:
    """What the module's weight is made by."""
    return module.parametrizations.weight[0]


def settle(model: Qwen2ForCausalLM) -> None:
    """Plain weights again, with the values that they have."""
    for module in (model.model.embed_tokens, model.lm_head):
        parametrize.remove_parametrizations(module, "weight")
