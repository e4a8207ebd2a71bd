"""Small graphs of a user's own schema, and names as bad as people give them."""

from random import Random

from hypothesis import strategies as st

from neural.domains.cypher.graph import Graph, _edges, _nodes
from neural.domains.cypher.schema import sample

NASTY = ("}) DETACH DELETE n //", "a`b", "it's", 'say "hi"', "back\\slash", "x`) MATCH (m", "a:B")
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
any_name = any_text | st.sampled_from([*NASTY, "Order", "name", "is_a", "at", "_", "count", "IN"])


def graphs_of(family, count: int = 3):
    """Small graphs of schemas that are sampled from a family."""
    for number in range(count):
        rng = Random(number)
        schema = sample(family, rng, 4)
        nodes = {kind.label: _nodes(kind, rng) for kind in schema.kinds}
        edges = [(n, *e) for n, link in enumerate(schema.links) for e in _edges(link, nodes, rng)]
        yield Graph("own", schema, nodes, edges)
