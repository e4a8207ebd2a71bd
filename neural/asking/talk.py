"""One model that answers question after question, piece by piece."""

import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neural import prompt
from neural.errors import UserError
from neural.gguf.llama import Context, Model, open_model

LONGEST = 8192  # tokens of a question with its answer, where the model could take more


@dataclass(frozen=True)
class Said:
    """An answer so far. `seconds` since the question; `ended`: the model stopped by itself."""

    text: str = ""
    tokens: int = 0
    seconds: float = 0.0
    ended: bool = False

    @property
    def tokens_per_second(self) -> float:
        return self.tokens / max(self.seconds, 1e-9)


@contextmanager
def open_talk(gguf: str | Path, threads: int, max_tokens: int = 256) -> Iterator["Talk"]:
    """Loads a GGUF for questions. UserError where it is none or cannot be loaded."""
    if max_tokens < 1:
        raise UserError(f"answers of {max_tokens} tokens are none; ask for at least 1.")
    with open_model(gguf) as model:
        length = min(model.context_length, LONGEST)
        with Context(model, 1, length, threads) as context:
            yield Talk(model, context, length, max_tokens)


class Talk:
    """What was read of the last prompt is not read again, so that a schema costs once."""

    def __init__(self, model: Model, context: Context, length: int, max_tokens: int) -> None:
        self.model, self.context = model, context
        self.length, self.max_tokens = length, max_tokens
        self.held: list[int] = []

    def answer(self, row: dict) -> Iterator[Said]:
        """The answer to a row's question, longer with each piece. UserError where the question
        leaves no room for an answer or holds the model's own marks."""
        began = time.monotonic()
        wanted = self.model.tokenize(_rendered(row))
        room = self.length - len(wanted)
        if room < 1:
            raise UserError(
                f"the question has {len(wanted)} tokens with what it is about; this model takes "
                f"{self.length}. Ask about less."
            )
        shared = _shared(self.held, wanted)
        self.context.truncate(0, shared)
        self.held = wanted[:shared]
        logits = self.context.extend(0, shared, wanted[shared:])
        self.held, said = list(wanted), []
        while True:
            token = int(logits.argmax())
            said.append(token)
            ended = self.model.stops(token)
            text = self.model.text(said[:-1] if ended else said)
            yield Said(text, len(said), time.monotonic() - began, ended)
            if ended or len(said) == min(self.max_tokens, room):
                return
            logits = self.context.extend(0, len(self.held), [token])
            self.held.append(token)


def _rendered(row: dict) -> str:
    for key in ("instruction", "input"):
        for mark in prompt.TOKENS:
            if mark in row.get(key, ""):
                raise UserError(f"{mark} stands for the end of a turn; ask without it.")
    return prompt.prompt_and_answer(row | {"output": ""})[0]


def _shared(held: list[int], wanted: list[int]) -> int:
    """How many tokens both begin with; the last one is read again for what follows it."""
    pairs = enumerate(zip(held, wanted[:-1], strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(held), len(wanted) - 1))


def printable(text: str) -> str:
    """Text that no terminal takes for a command: control characters become U+FFFD."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in "\n\t\u200d"
        else c
        for c in text
    )
