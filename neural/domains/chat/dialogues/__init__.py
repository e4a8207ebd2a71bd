"""Built-in dialogues, so that a chat model can be made without anyone's conversations."""

from neural.domains.chat.dialogues import errands, thinking, written
from neural.domains.chat.dialogues.talk import Dialogue, Kind

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (*errands.KINDS, *thinking.KINDS, *written.KINDS)
}

__all__ = ["KINDS", "Dialogue", "Kind"]
