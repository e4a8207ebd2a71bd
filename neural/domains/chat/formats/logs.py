"""Logs of talks with assistants: ShareGPT, OpenAI messages, ChatGPT's export, pairs."""

import re

from neural.domains.chat.conversation import Conversation, NotOne, Turn

DEEPEST = 20_000  # messages of a ChatGPT conversation: beyond it the tree has a ring
HTML = re.compile(r"<(?:p|div|br|pre|code|ul|ol|li|span|table|h[1-6])\b[^>]*>", re.IGNORECASE)
SPEAKERS = ("role", "from", "author", "speaker", "user", "name")
TEXTS = ("content", "value", "text", "markdown", "message")
PAIRS = (
    ("instruction", "output"),
    ("instruction", "response"),
    ("question", "answer"),
    ("prompt", "completion"),
    ("prompt", "response"),
    ("input", "output"),
)


def form(entry: object) -> str | None:
    """The format whose keys an entry has."""
    if not isinstance(entry, dict):
        return None
    if isinstance(entry.get("mapping"), dict):
        return "ChatGPT export"
    if isinstance(entry.get("conversations") or entry.get("conversation"), list):
        return "ShareGPT"
    if isinstance(entry.get("messages"), list):
        return "messages"
    if any(isinstance(entry.get(q), str) and isinstance(entry.get(a), str) for q, a in PAIRS):
        return "question and answer"
    return None


def conversation(entry: object, place: str) -> Conversation | NotOne:
    """The conversation of one entry."""
    kind = form(entry)
    if kind == "ChatGPT export":
        turns = _walk(entry)
    elif kind == "ShareGPT":
        turns = _listed(entry.get("conversations") or entry.get("conversation"))
    elif kind == "messages":
        turns = _listed(entry["messages"])
    elif kind:
        turns = _pair(entry)
    else:
        return NotOne("an entry without messages")
    if isinstance(turns, NotOne):
        return turns
    if isinstance(entry.get("system"), str) and entry["system"].strip():
        turns = [Turn("system", entry["system"]), *turns]
    named = str(entry.get("id") or "")[:60]
    return Conversation(f"{place} ({named})" if named else place, tuple(turns))


def _listed(messages: list) -> list[Turn] | NotOne:
    turns = []
    for message in messages:
        if not isinstance(message, dict):
            return NotOne("a message that is no object")
        speaker = next(
            (message[key] for key in SPEAKERS if isinstance(message.get(key), str)), None
        )
        text = _text(next((message[key] for key in TEXTS if message.get(key) is not None), None))
        if speaker is None or text is None:
            return NotOne("a message without speaker or text")
        if speaker in ("tool", "function") or message.get("tool_calls"):
            continue  # a machine's calls, which nobody said
        turns.append(Turn(speaker, text, bool(HTML.search(text))))
    return turns


def _text(content: object) -> str | None:
    """The text of a content, which may come in parts; pictures are left out."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = [
            part if isinstance(part, str) else part.get("text", "")
            for part in content
            if isinstance(part, str | dict)
        ]
        return "\n".join(part for part in parts if isinstance(part, str) and part)
    return None


def _pair(entry: dict) -> list[Turn]:
    asked, told = next(
        (entry[q], entry[a])
        for q, a in PAIRS
        if isinstance(entry.get(q), str) and isinstance(entry.get(a), str)
    )
    context = entry.get("input") if "instruction" in entry else entry.get("context")
    if isinstance(context, str) and context.strip():
        asked = f"{context}\n\n{asked}"
    return [Turn("user", asked), Turn("assistant", told)]


def _walk(entry: dict) -> list[Turn] | NotOne:
    """From the answer that was shown last up to the root: other branches were rejected."""
    nodes, turns = entry["mapping"], []
    at = entry.get("current_node")
    if not isinstance(at, str) or at not in nodes:
        leaves = [key for key, node in nodes.items()
                  if isinstance(node, dict) and not node.get("children")]  # fmt: skip
        at = leaves[-1] if leaves else None
    seen: set[str] = set()
    while isinstance(at, str) and at in nodes:
        if at in seen or len(seen) > DEEPEST:
            return NotOne("a tree with a ring")
        seen.add(at)
        node = nodes[at] if isinstance(nodes[at], dict) else {}
        turn = _message(node.get("message"))
        turns += [turn] if turn else []
        at = node.get("parent")
    return turns[::-1]


def _message(message: object) -> Turn | None:
    """A node's message; None for the tools' and the hidden ones."""
    if not isinstance(message, dict):
        return None
    author, content = message.get("author"), message.get("content")
    hidden = isinstance(message.get("metadata"), dict) and message["metadata"].get(
        "is_visually_hidden_from_conversation"
    )
    if not isinstance(author, dict) or not isinstance(content, dict) or hidden:
        return None
    if message.get("recipient") not in (None, "all"):
        return None  # what the model wrote to a tool
    if content.get("content_type") not in ("text", "multimodal_text", None):
        return None
    text = _text(content.get("parts"))
    role = author.get("role")
    if role not in ("system", "user", "assistant") or not text or not text.strip():
        return None
    return Turn(role, text)
