"""Conversations: the user's own, cleaned and without personal data, or built-in dialogues."""

from neural.domains.chat.generate import generate, own
from neural.domains.chat.reading import Options
from neural.domains.chat.score import METRICS, score, verify

__all__ = ["METRICS", "Options", "generate", "own", "score", "verify"]
