"""Draws meanings from a graph: which request, of which nodes, how deep."""

from collections import Counter

from neural.domains.cypher.grammar import admin, links, listings, numbers, writes
from neural.domains.cypher.grammar.request import REQUESTS, Request
from neural.domains.cypher.grammar.scene import NotHere, Scene

__all__ = [
    "REQUESTS",
    "SHARES",
    "NotHere",
    "Request",
    "Scene",
    "admin",
    "links",
    "listings",
    "numbers",
    "writes",
]

SHARES: Counter[str] = Counter()
for _one in REQUESTS.values():
    SHARES[_one.category] += _one.weight
