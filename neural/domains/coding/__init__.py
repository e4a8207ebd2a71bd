"""A coding assistant in Python, Go, JavaScript and Java, whose every line was run."""

from neural.domains.coding.generate import SHARES, generate
from neural.domains.coding.score import METRICS, score, verify

__all__ = ["METRICS", "SHARES", "generate", "score", "verify"]
