"""Questions about a code repository, answered out of its files."""

from neural.domains.repository.generate import SHARES, generate
from neural.domains.repository.score import METRICS, score, verify

__all__ = ["METRICS", "SHARES", "generate", "score", "verify"]
