"""Long conversations in pieces that a model can hold, cut between an answer and a question."""

from collections.abc import Callable
from pathlib import Path

from neural import prompt
from neural.files import require
from neural.records import probe

Chat = list[dict[str, str]]
BYTES = 2  # of a token at least, where no tokenizer counts: a guess on the safe side for English


def counter(tokenizer: str | None) -> Callable[[Chat], int]:
    """Counts a chat's tokens by a tokenizer.json, or a folder with one; None guesses by bytes."""
    if not tokenizer:
        return lambda chat: len(prompt.render(chat).encode()) // BYTES
    path = Path(tokenizer)
    file = require(
        path / "tokenizer.json" if path.is_dir() else path,
        "tokenizer",
        "Name a tokenizer.json or a model's folder.",
    )
    return lambda chat: probe.tokens([prompt.render(chat)], str(file))[0]


def pieces(chat: Chat, most: int, count: Callable[[Chat], int]) -> tuple[list[Chat], int]:
    """The chat in pieces of at most `most` tokens, each with the system message, and how many
    exchanges alone are longer and so are left out (`most` 0: in one piece)."""
    if not most or count(chat) <= most:
        return [chat], 0
    head = chat[:1] if chat[0]["role"] == "system" else []
    spoken = chat[len(head) :]
    made: list[Chat] = []
    held: Chat = []
    left = 0
    for place in range(0, len(spoken), 2):
        exchange = spoken[place : place + 2]
        if held and count(head + held + exchange) > most:
            made.append(head + held)
            held = []
        if not held and count(head + exchange) > most:
            left += 1
            continue
        held += exchange
    return [*made, *([head + held] if held else [])], left
