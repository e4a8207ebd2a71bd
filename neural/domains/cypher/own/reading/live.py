"""A graph as a running database shows it: what its labels and relationships are, by samples.

Only `CALL db.…` and `MATCH … LIMIT` are sent, in forms that NornicDB understands as well, which
routes queries by their text: one clause after another, no aliases, no APOC.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial

from neural.domains.cypher.own.draft import Draft, DraftLink, DraftNode, DraftProperty
from neural.domains.cypher.own.reading import samples
from neural.errors import UserError

NODES = 300  # nodes of each label that are looked at
EDGES = 2000  # relationships of each type
# What NornicDB keeps on nodes for its vector search.
HOUSEKEEPING = frozenset(
    ("embedded_at", "embedding", "embedding_dimensions", "embedding_model", "has_embedding")
)
Rows = Sequence[Sequence]
Run = Callable[[str], Rows]  # the rows of a query


def read(run: Run, place: str, name: str, values: bool, note: Callable[[str], None]) -> Draft:
    """The draft of the database that `run` asks. Without `values` no value is kept, nor a range of
    them: only names, types, and how many relationships nodes have."""
    draft = Draft(name, place, lambda message: note(f"left out: {message}"))
    looked: dict[str, int] = {}
    for label in _names(run("CALL db.labels()"), draft):
        pattern = f"(n:{quoted(label)})"
        rows = run(f"MATCH {pattern} RETURN properties(n) LIMIT {NODES}")
        node = DraftNode(f"{place}: {label}", deliberate=True)
        is_text = partial(_is_text, run, pattern, "n")
        node.properties = _properties(rows, node.place, values, draft, is_text)
        if rows:
            looked[label] = len(rows)
            draft.nodes[label] = node
    if not draft.nodes:
        raise UserError(
            f"{place}: the database has no nodes. Name another one at the address's end, as in "
            "bolt://localhost:7687/movies, or describe the graph in a YAML file."
        )
    for type_ in _names(run("CALL db.relationshipTypes()"), draft):
        pattern = f"(a)-[r:{quoted(type_)}]->(b)"
        rows = run(
            f"MATCH {pattern} "
            f"RETURN elementId(a), labels(a), labels(b), properties(r) LIMIT {EDGES}"
        )
        is_text = partial(_is_text, run, pattern, "r")
        draft.links += _links(type_, rows, looked, values, draft, is_text)
    return draft


def quoted(name: str) -> str:
    """A name as Cypher text. Keywords stay bare: there Neo4j needs no backquotes, and NornicDB
    takes them for a part of the name."""
    bare = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name)
    return name if bare else "`" + name.replace("`", "``") + "`"


def _names(rows: Rows, draft: Draft) -> list[str]:
    """Names in order; those with a leading underscore belong to tools, such as _Bloom_Scene_."""
    found = sorted({str(row[0]) for row in rows if row and row[0]})
    for name in found:
        if name.startswith("_"):
            draft.refuse(f"{draft.place}: {name}, which belongs to a tool.")
    return [name for name in found if not name.startswith("_")]


def _links(
    type_: str,
    rows: Rows,
    looked: dict[str, int],
    values: bool,
    draft: Draft,
    is_text: Callable[[str], bool],
) -> list[DraftLink]:
    """A relationship type for each pair of labels that it joins."""
    degrees: dict[tuple[str, str], Counter] = defaultdict(Counter)
    shown: dict[tuple[str, str], list] = defaultdict(list)
    for source, first, second, properties in rows:
        for ends in ((a, b) for a in first or [] for b in second or []):
            degrees[ends][str(source)] += 1
            shown[ends].append([properties])
    found = []
    for (source, target), counts in degrees.items():
        place = f"{draft.place}: {type_}"
        properties = _properties(shown[source, target], place, values, draft, is_text)
        # Without all nodes and relationships in sight, some may have none.
        whole = len(rows) < EDGES and len(counts) == looked.get(source, 0) < NODES
        per_source = [min(counts.values()) if whole else 0, max(counts.values())]
        given = {"per_source": per_source}
        found.append(DraftLink(type_, source, target, place, properties, given))
    return found


def _properties(
    rows: Rows,
    place: str,
    values: bool,
    draft: Draft,
    is_text: Callable[[str], bool],
) -> dict[str, DraftProperty]:
    """Each property of the sampled maps that is of one type."""
    columns: dict[str, list] = defaultdict(list)
    for row in rows:
        for name, value in (row[0] or {}).items():
            if value is not None and name not in HOUSEKEEPING:
                columns[name].append(value)
    found = {}
    for name, column in columns.items():
        type_ = samples.type_of(column)
        if type_ in samples.WRITTEN and is_text(name):
            type_ = "STRING"  # it only looks like a date
        if type_ is None:
            kinds = " or ".join(sorted({type(value).__name__ for value in column}))
            draft.refuse(f"{place}: questions cannot use property {name!r}, a {kinds}.")
            continue
        given = samples.given(type_, column) if values else {}
        unique = samples.is_unique(column, len(rows))
        found[name] = DraftProperty(
            samples.WRITTEN.get(type_, type_), f"{place}.{name}", given, unique
        )
    return found


def _is_text(run: Run, pattern: str, variable: str, name: str) -> bool:
    """Whether a property that looks like a date is a text: no date equals its own text."""
    term = f"{variable}.{quoted(name)}"
    return bool(run(f"MATCH {pattern} WHERE {term} = toString({term}) RETURN {term} LIMIT 1"))
