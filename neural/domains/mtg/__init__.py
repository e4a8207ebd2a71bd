"""Rulings on Magic: The Gathering, derived by a small rules engine whose trace is the reason."""

from neural.domains.mtg.generate import generate
from neural.domains.mtg.score import METRICS, score, verify

__all__ = ["METRICS", "generate", "score", "verify"]
