"""A coding assistant in Python, Go, JavaScript and Java, whose every line was run."""

from neural.domains.coding.generate import generate
from neural.domains.coding.score import METRICS, score, verify

__all__ = ["METRICS", "generate", "score", "verify"]
