"""A graph from what `CALL db.schema.visualization()` and the type procedures beside it return."""

import json
import re

from neural.domains.cypher.own.draft import Draft, DraftLink, DraftNode, DraftProperty
from neural.domains.cypher.own.reading.typenames import one_of

UNIQUE = re.compile(r"(?:UNIQUENESS|NODE_KEY)[^{]*\{([^},]+)\}")
IDS = ("elementId", "identity", "id")
ENDS = (
    ("startNodeElementId", "endNodeElementId"),
    ("startNode", "endNode"),
    ("start", "end"),
)


def tells(value: dict) -> bool:
    """Whether a map is such a graph, or a row of property types."""
    return (isinstance(value.get("nodes"), list) and "relationships" in value) or (
        "propertyName" in value and ("nodeLabels" in value or "relType" in value)
    )


def add(told: list[dict], draft: Draft) -> None:
    """Adds labels, relationships and, as far as rows tell of them, properties to the draft."""
    for row in told:
        for label in _list(row.get("nodeLabels")):
            node = _node(str(label), draft)
            _property(row, node.properties, node.place, draft)
    for graph in told:
        if isinstance(graph.get("nodes"), list) and "relationships" in graph:
            _graph(graph, draft)
    for row in told:
        type_ = str(row.get("relType", "")).removeprefix(":").strip("`")
        for link in draft.links:
            if link.type == type_:
                _property(row, link.properties, link.place, draft)


def _graph(graph: dict, draft: Draft) -> None:
    labels: dict[str, str] = {}  # by each id of a node
    for node in graph["nodes"]:
        label = _name(node)
        if not label:
            continue
        labels |= {json.dumps(node[key]): label for key in IDS if node.get(key) is not None}
        told = {**node, **_map(node.get("properties"))}
        properties = _node(label, draft).properties
        unique = UNIQUE.findall(" ".join(map(str, _list(told.get("constraints")))))
        indexed = [str(name) for name in _list(told.get("indexes"))]
        for name, prop in properties.items():
            prop.unique |= name in unique
            prop.indexed |= name in indexed
    for link in _list(graph["relationships"]):
        type_, source, target = _link(link, labels)
        place = f"{draft.place}: {type_}"
        if source and target:
            draft.links.append(DraftLink(type_, source, target, place))
        else:
            draft.refuse(
                f"{place}: it is not told which labels it joins. Save the result as the database's "
                "browser or driver exports it, with the relationships' start and end."
            )


def _link(link: object, labels: dict[str, str]) -> tuple[str, str | None, str | None]:
    """A relationship's type and its ends' labels, as far as they are told."""
    if isinstance(link, list) and len(link) == 3:  # as the Python driver writes it
        return str(link[1]), _name(link[0]), _name(link[2])
    told = _map(link)
    type_ = str(told.get("type") or _name(told))
    for start, end in ENDS:
        ends = [told.get(start), told.get(end)]
        found = [_name(one) or labels.get(json.dumps(one)) for one in ends]
        if all(found):
            return type_, found[0], found[1]
    return type_, None, None


def _node(label: str, draft: Draft) -> DraftNode:
    place = f"{draft.place}: {label}"
    return draft.nodes.setdefault(label, DraftNode(place, deliberate=True))


def _property(row: dict, found: dict, place: str, draft: Draft) -> None:
    name, types = row.get("propertyName"), [str(one) for one in _list(row.get("propertyTypes"))]
    if not isinstance(name, str):
        return  # a label or type without properties has one row, too
    if type_ := one_of(types):
        found[name] = DraftProperty(type_, f"{place}.{name}")
    else:
        listed = " or ".join(types) or "no type"
        draft.refuse(f"{place}: questions cannot use property {name!r}, a {listed}.")


def _name(node: object) -> str | None:
    told = _map(node)
    found = told.get("name") or _map(told.get("properties")).get("name")
    return str(found) if found else next(map(str, _list(told.get("labels"))), None)


def _map(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list:
    return value if isinstance(value, list) else []
