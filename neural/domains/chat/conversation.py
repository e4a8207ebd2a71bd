"""A conversation as its file has it: who said what, before anything is changed."""

from typing import NamedTuple

ROLES = {
    "system": "system", "developer": "system",
    "user": "user", "human": "user", "customer": "user", "client": "user", "visitor": "user",
    "prompter": "user", "inbound": "user", "requester": "user", "end-user": "user",
    "assistant": "assistant", "gpt": "assistant", "chatgpt": "assistant", "bot": "assistant",
    "bing": "assistant", "bard": "assistant", "claude": "assistant", "model": "assistant",
    "ai": "assistant", "agent": "assistant", "support": "assistant", "outbound": "assistant",
    "operator": "assistant", "representative": "assistant",
}  # fmt: skip


class Turn(NamedTuple):
    """`speaker`: a role or a person's name; `html`: the text is markup."""

    speaker: str
    text: str
    html: bool = False


class Conversation(NamedTuple):
    """`place`: where in its file it stands, as its format counts; `names`: of persons in it."""

    place: str
    turns: tuple[Turn, ...]
    names: tuple[str, ...] = ()


class NotOne(Exception):
    """Why an entry of a file is no conversation, for the account."""
