"""Whether a query could change anything, told from its text alone, on the safe side."""

from neural.domains.cypher.lexer import Token, tokens

BEGINS = frozenset(
    "match optional with unwind return call show explain use".split()  # noqa: SIM905
)
CHANGES = frozenset(
    """alter create deallocate delete deny detach drop dryrun enable foreach grant insert load merge
    profile reallocate remove rename revoke set start stop terminate""".split()  # noqa: SIM905 (a list of words reads better as text)
)
# Procedures that only look, by the begin of their names; of others nobody knows.
LOOKS = (
    "db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.", "db.indexes",
    "db.constraints", "db.index.fulltext.querynodes", "db.index.fulltext.queryrelationships",
    "db.index.vector.querynodes", "db.index.vector.queryrelationships", "dbms.components",
    "dbms.procedures", "dbms.functions", "apoc.meta.", "apoc.algo.",
)  # fmt: skip


def is_query(text: str) -> bool:
    """Whether a text begins as a query does."""
    first = next((one.text.lower() for one in tokens(text) if one.kind != "comment"), "")
    return first in BEGINS | CHANGES


def changes(query: str) -> bool:
    """Whether the query may write, or may do what cannot be told. False is sure.

    A word that writes counts wherever a clause could begin, even as a variable's name.
    """
    found = [token for token in tokens(query) if token.kind != "comment"]
    if "\\u" in query or any(token.kind.startswith(("open", "other")) for token in found):
        return True  # escapes are resolved before the query is read, and may end a text
    if not found or found[0].text.lower() not in BEGINS:
        return True
    return any(_changes(found, i) for i in range(len(found)))


def _changes(found: list[Token], i: int) -> bool:
    word, before = found[i].text.lower(), found[i - 1].text if i else ""
    is_property = before == "." and i > 1 and found[i - 2].kind != "number"  # not in `1. SET`
    if found[i].kind != "name" or before == ":" or is_property:
        return False
    if word == "call":
        name = "".join(token.text for token in found[i + 1 : i + 12])
        return not (name.startswith(("{", "(")) or name.lower().startswith(LOOKS))
    return word in CHANGES
