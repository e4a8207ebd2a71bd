"""Binary trees as problems give them: a list of nodes that know the positions of their children."""

from random import Random

NODE = {"Node": "value: int, left: int, right: int"}

# How the nodes hold the tree, in the words of statements and in those of requests.
ARENA = (
    "{nodes} hold a binary tree, the root at position 0; left and right of a node are the "
    "positions of its children, or -1 where it has none. "
)
SAID = (
    "The tree comes as {nodes}, the root first; left and right say at which position a child is, "
    "and are -1 without one."
)


def arena(rng: Random, size: int = 7, low: int = -5, high: int = 9) -> list[tuple[int, int, int]]:
    """Nodes of a binary tree by position, the root first, in no other order."""
    count = rng.randint(0, size)
    places = [0, *rng.sample(range(1, count), count - 1)] if count else []
    children = {place: [-1, -1] for place in places}
    for i, place in enumerate(places[1:], 1):
        free = [(p, s) for p in places[:i] for s in (0, 1) if children[p][s] < 0]
        parent, side = rng.choice(free[:4])
        children[parent][side] = place
    return [(rng.randint(low, high), *children[place]) for place in range(count)]
