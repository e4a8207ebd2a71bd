"""Which property names a node: people ask for the movie Heat, not for movie 4711."""

from neural.domains.cypher.own.draft import DraftProperty
from neural.domains.cypher.own.names import parts

# Best first, by the last word.
NAMING = """name title label caption heading username login handle email code number sku isbn symbol
    reference slug id uuid guid""".split()  # noqa: SIM905 (a list of words reads better as text)
OPAQUE = frozenset("id uuid guid hash key".split())  # noqa: SIM905
# Unique as well, but nobody calls a thing so.
DETAILS = frozenset(
    """abstract address avatar bio body comment content description details embedding file
    fingerprint hash image link message note notes password path phone photo picture source summary
    text thumbnail token uri url website""".split()  # noqa: SIM905
)


def choose(properties: dict[str, DraftProperty]) -> str | None:
    """The STRING property that names a node; None without any."""
    texts = [name for name, prop in properties.items() if prop.type == "STRING"]
    return min(texts, key=lambda name: _rank(name, properties[name]), default=None)


def _rank(name: str, prop: DraftProperty) -> tuple[int, int]:
    """Unique and readable, then called a name, then unique or indexed, then the first one."""
    last = (parts(name) or [name])[-1].lower()
    order = NAMING.index(last) if last in NAMING else len(NAMING)
    if last in DETAILS:
        return 5, order
    if prop.unique and last not in OPAQUE:
        return 0, order
    if last in ("name", "title"):
        return 1, order
    if prop.unique or prop.indexed:
        return 2, order
    return (3 if last in NAMING else 4), order
