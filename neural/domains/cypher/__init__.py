"""Natural language and a graph schema to Cypher; every query is run on a graph of that schema."""

from neural.domains.cypher.external import adopt
from neural.domains.cypher.generate import generate
from neural.domains.cypher.grammar import SHARES
from neural.domains.cypher.score import METRICS, score, verify

__all__ = ["METRICS", "SHARES", "adopt", "generate", "score", "verify"]
