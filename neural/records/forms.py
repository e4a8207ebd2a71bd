"""The shapes in which people keep training rows, and their way into the two that we train on.

Five forms are read: instruction (Alpaca), messages (OpenAI), conversations (ShareGPT), prompt with
completion, and text. `plain` turns the last three into the first two, which `neural.prompt` takes.
"""

from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from neural.prompt import is_chat

NonBlank = Annotated[str, Meta(min_length=1, pattern=r"\S")]
BOM = b"\xef\xbb\xbf"
LABELS = ("id", "split_group", "category", "license", "source")
ROLES = {"human": "user", "gpt": "assistant", "chatgpt": "assistant", "bing": "assistant"}

_decode = msgspec.json.Decoder().decode


class Turn(msgspec.Struct):
    """One message of a chat."""

    role: Literal["system", "user", "assistant"]
    content: NonBlank


class SaidTurn(msgspec.Struct):
    """One message as ShareGPT writes it."""

    from_: Literal["system", "human", "user", "gpt", "chatgpt", "bing", "assistant"] = (
        msgspec.field(name="from")
    )
    value: NonBlank


class Labels(msgspec.Struct, kw_only=True):
    """What a row of any form may say about itself. Other keys are kept as they are."""

    id: Annotated[str, Meta(description="fingerprint of the scenario; paraphrases share it")] = ""
    split_group: Annotated[str, Meta(description="rows of one group never part in a split")] = ""
    category: str = ""
    license: Annotated[str, Meta(description="SPDX expression")] = ""
    source: str = ""


class Instruction(Labels, kw_only=True):
    instruction: NonBlank
    output: NonBlank
    input: str | None = None
    system: str | None = None


class Messages(Labels, kw_only=True):
    messages: Annotated[list[Turn], Meta(min_length=2)]


class Conversations(Labels, kw_only=True):
    conversations: Annotated[list[SaidTurn], Meta(min_length=2)]
    system: str | None = None


# No limit inside: in a union it makes msgspec 0.22 crash at exit, one run in four.
Said = str | list[Turn]


class Completion(Labels, kw_only=True):
    prompt: Said
    completion: Said


class Text(Labels, kw_only=True):
    text: NonBlank


class Parts(NamedTuple):
    """A row as the checks see it; `context` is what the question is asked about."""

    context: str
    question: str
    answer: str


FORMS = {
    "messages": Messages,
    "conversations": Conversations,
    "instruction": Instruction,
    "completion": Completion,
    "text": Text,
}


def schema() -> dict:
    """JSON Schema of one row: any of the five forms."""
    (refs, parts) = msgspec.json.schema_components(FORMS.values(), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One row of a training file",
        "anyOf": list(refs),
        "$defs": parts,
    }


def form(row: dict) -> str:
    """The form whose keys the row has; "instruction" where it has none, to say what is missing."""
    return next((name for name in FORMS if row.get(name) is not None), "instruction")


def missing(row: dict, name: str) -> list[str]:
    """The keys that a row of this form must have and has not."""
    return [key for key in _needed(name) if key not in row]


def wrong(row: dict, name: str) -> Iterable[tuple[str, str]]:
    """(kind of finding, detail) for each value that has not its form's type."""
    needed = _needed(name)
    if name in ("messages", "conversations"):
        fault = fault_in_turns(_turns(row, name))
        if fault:
            yield "bad-messages", fault
    elif name == "completion" and isinstance(row.get("prompt"), list):
        fault = fault_in_turns(_turns(row, name))
        if fault:
            yield "bad-messages", fault
        return
    else:
        for key in needed:
            value = row.get(key, " ")
            if not isinstance(value, str):
                yield "wrong-type", f"{key} is {type(value).__name__}"
            elif key in row and (not value or value.isspace()):
                yield "empty-text", key
    for key in ("input", "system"):
        value = row.get(key)
        # Others write null for "no context", and the prompt treats it so.
        if value is not None and not isinstance(value, str):
            yield "wrong-type", f"{key} is {type(value).__name__}"


def plain(row: dict, name: str) -> dict:
    """A well-formed row as instruction or messages; its other keys are kept."""
    if name in ("instruction", "messages"):  # Parquet has the other's key too, as null
        return {k: v for k, v in row.items() if v is not None or k != "messages"}
    used = {"conversations": ("conversations", "system"), "completion": ("prompt", "completion")}
    rest = {key: value for key, value in row.items() if key not in used.get(name, ("text",))}
    if name == "completion" and isinstance(row["prompt"], str):
        return {**rest, "instruction": row["prompt"], "output": row["completion"]}
    return {**rest, "messages": _turns(row, name)}


def parsed(line: bytes) -> dict:
    """The plain row of a line that was found well-formed."""
    row = _decode(line.removeprefix(BOM))
    return plain(row, form(row))


def parts(row: dict) -> Parts:
    """The parts of a plain row: a text has no question, a chat asks with all turns but the last."""
    if not is_chat(row):
        return Parts(row.get("input") or "", row["instruction"], row["output"])
    chat = row["messages"]
    spoken = [turn["content"] for turn in chat[:-1] if turn["role"] != "system"]
    return Parts("", "\n".join(spoken), chat[-1]["content"])


def fault_in_turns(chat: object) -> str | None:
    """What is wrong with a list of turns, or None."""
    if not isinstance(chat, list) or not chat:
        return f"expected a non-empty list, found {type(chat).__name__}"
    for place, turn in enumerate(chat, 1):
        if not isinstance(turn, dict) or not isinstance(turn.get("content"), str):
            return f"turn {place}: expected an object with the texts role and content"
        if not turn["content"].strip():
            return f"turn {place}: empty content"
    roles = [turn.get("role") for turn in chat]
    spoken = roles[1:] if roles[0] == "system" else roles
    for place, role in enumerate(spoken):
        if role != ("user", "assistant")[place % 2]:
            where = place + 1 + len(roles) - len(spoken)
            return f"turn {where}: role {role!r}, expected user and assistant in turn"
    return None if spoken and len(spoken) % 2 == 0 else "the last turn must be the assistant's"


def _needed(name: str) -> tuple[str, ...]:
    pairs = {"instruction": ("instruction", "output"), "completion": ("prompt", "completion")}
    return pairs.get(name, (name,))


def _turns(row: dict, name: str) -> object:
    """The row's chat with our roles; values that are no turns stay, to be told as faults."""
    if name == "messages":
        return row["messages"]
    if name == "text":
        return [{"role": "assistant", "content": row["text"]}]
    if name == "completion":
        both = row["prompt"], row.get("completion")
        return [*both[0], *both[1]] if all(isinstance(part, list) for part in both) else None
    said = row["conversations"]
    if not isinstance(said, list):
        return said
    chat = [
        {"role": _role(turn.get("from")), "content": turn.get("value")}
        if isinstance(turn, dict)
        else turn
        for turn in said
    ]
    if isinstance(row.get("system"), str) and row["system"].strip():
        chat.insert(0, {"role": "system", "content": row["system"]})
    return chat


def _role(name: object) -> object:
    return ROLES.get(name, name) if isinstance(name, str) else name
