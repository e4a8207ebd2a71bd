"""Paths of several steps: variable length, shortest, and whatever joins two nodes."""

from neural.domains.cypher.scene import NotHere, Scene
from neural.domains.cypher.shapes.relations import anchored
from neural.domains.cypher.shapes.shape import Draft, shape
from neural.domains.cypher.wording import listing


def _loop(s: Scene):
    """A relationship type between nodes of one label."""
    return s.link(lambda r: r.source is r.target)


@shape("path", core=True)
def within_steps(s: Scene) -> Draft:
    link = _loop(s)
    source, _, _ = s.edge(link)
    steps, key = s.pick((2, 2, 3, 4)), link.target.key.name
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}*1..{steps}]->"
        f"(b:{link.target.label}) RETURN DISTINCT b.{key}"
    )
    named = s.the(link.source, source)
    asked = s.pick(
        (
            f"{link.target.plural} reachable from {named} by up to {steps} {link.type} steps",
            f"{link.target.plural} within {steps} {link.type} steps of {named}",
            f"{link.target.plural} at most {steps} {link.type} hops from {named}",
        )
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("path")
def exact_steps(s: Scene) -> Draft:
    link = _loop(s)
    source, _, _ = s.edge(link)
    steps, key = s.pick((2, 2, 3)), link.target.key.name
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}*{steps}]->"
        f"(b:{link.target.label}) RETURN DISTINCT b.{key}"
    )
    named = s.the(link.source, source)
    asked = s.pick(
        (
            f"{link.target.plural} exactly {steps} {link.type} steps from {named}",
            f"{link.target.plural} that are exactly {steps} {link.type} hops away from {named}",
        )
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("path")
def any_steps(s: Scene) -> Draft:
    link = _loop(s)
    source, _, _ = s.edge(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[:{link.type}*]->"
        f"(b:{link.target.label}) RETURN DISTINCT b.{link.target.key.name}"
    )
    named = s.the(link.source, source)
    asked = s.pick(
        (
            f"{link.target.plural} reachable from {named} by any number of {link.type} steps",
            f"{link.target.plural} that {named} leads to over {link.type}, directly or indirectly",
        )
    )
    return Draft(cypher, listing(asked, s.rng))


@shape("path", core=True)
def shortest(s: Scene) -> Draft:
    link = _loop(s)
    names = [node[link.source.key.name] for node in s.graph.nodes[link.source.label]]
    one, two = s.rng.sample(names, 2)
    cypher = (
        f"MATCH p = shortestPath({anchored(link.source, one)}-[:{link.type}*]-"
        f"{anchored(link.source, two, 'b')}) RETURN length(p) AS steps"
    )
    first, second = s.the(link.source, one), s.the(link.source, two)
    asked = s.pick(
        (
            f"How long is the shortest {link.type} path between {first} and {second}?",
            f"What is the length of the shortest {link.type} path from {first} to "
            f"{second}, ignoring direction?",
            f"How many {link.type} steps are between {first} and {second} at least?",
        )
    )
    return Draft(cypher, asked)


@shape("path")
def how_linked(s: Scene) -> Draft:
    link = s.link(lambda r: r.source is not r.target)
    source, target, _ = s.edge(link)
    cypher = (
        f"MATCH {anchored(link.source, source)}-[r]->{anchored(link.target, target, 'b')} "
        "RETURN type(r) AS type"
    )
    first, second = s.the(link.source, source), s.the(link.target, target)
    asked = s.pick(
        (
            f"Which relationships lead from {first} to {second}?",
            f"How is {first} connected to {second}?",
            f"What are the types of the relationships from {first} to {second}?",
        )
    )
    return Draft(cypher, asked)


@shape("path")
def mutual(s: Scene) -> Draft:
    link = _loop(s)
    key = link.source.key.name
    edges = {(i, j) for i, j, _ in s.edges(link)}
    if not any((j, i) in edges for i, j in edges):
        raise NotHere
    cypher = (
        f"MATCH (a:{link.source.label})-[:{link.type}]->(b:{link.source.label})"
        f"-[:{link.type}]->(a) WHERE a.{key} < b.{key} RETURN a.{key}, b.{key}"
    )
    asked = s.pick(
        (
            f"pairs of {link.source.plural} with {link.type} in both directions, each pair once",
            f"pairs of {link.source.plural} joined by {link.type} both ways, without "
            "repeating a pair",
        )
    )
    return Draft(cypher, s.pick(("List the {}.", "Find the {}.", "Show {}.")).format(asked))
