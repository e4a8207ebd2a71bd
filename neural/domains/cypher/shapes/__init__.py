"""Query shapes: each makes a query and its question from one scene, so that they agree."""

from neural.domains.cypher.shapes import aggregates, filters, ordering, paths, relations, writes
from neural.domains.cypher.shapes.shape import SHAPES, Draft, Shape

__all__ = [
    "SHAPES",
    "Draft",
    "Shape",
    "aggregates",
    "filters",
    "ordering",
    "paths",
    "relations",
    "writes",
]
