"""Questions about documents, answered in their own words with section and lines."""

from neural.domains.documents.generate import generate
from neural.domains.documents.score import METRICS, score, verify

__all__ = ["METRICS", "generate", "score", "verify"]
