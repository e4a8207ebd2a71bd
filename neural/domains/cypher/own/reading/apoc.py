"""A graph from what `CALL apoc.meta.schema()` returns: one map of labels and types."""

from neural.domains.cypher.own.draft import Draft, DraftLink, DraftNode, DraftProperty
from neural.domains.cypher.own.names import parts
from neural.domains.cypher.own.reading.typenames import known

NUMBER_LISTS = ("embedding", "embeddings", "vector", "vectors")


def tells(value: dict) -> bool:
    """Whether a map is such a schema."""
    return bool(value) and all(
        isinstance(entry, dict) and entry.get("type") in ("node", "relationship")
        for entry in value.values()
    )


def add(schema: dict, draft: Draft) -> None:
    """Adds the schema's labels and relationships to the draft."""
    links: dict[tuple[str, str, str], dict] = {}
    for label, entry in schema.items():
        if entry["type"] != "node":
            continue
        place = f"{draft.place}: {label}"
        draft.nodes[label] = DraftNode(place, _properties(entry, place, draft), deliberate=True)
        for type_, link in _map(entry.get("relationships")).items():
            others = _map(link).get("labels")
            for other in others if isinstance(others, list) else []:
                ends = (label, str(other))
                ends = ends[::-1] if link.get("direction") == "in" else ends
                links.setdefault((type_, *ends), link)
    for (type_, source, target), link in links.items():
        place = f"{draft.place}: {type_}"
        draft.links.append(DraftLink(type_, source, target, place, _properties(link, place, draft)))


def _properties(entry: dict, place: str, draft: Draft) -> dict[str, DraftProperty]:
    found = {}
    for name, told in _map(entry.get("properties")).items():
        told, written = _map(told), str(_map(told).get("type"))
        # Of what a list is made is not told.
        is_texts = written == "LIST" and not {*NUMBER_LISTS} & {w.lower() for w in parts(name)}
        type_ = "LIST<STRING>" if is_texts else known(written)
        if type_:
            flags = (told.get(flag) is True for flag in ("unique", "indexed"))
            found[name] = DraftProperty(type_, f"{place}.{name}", {}, *flags)
        else:
            draft.refuse(f"{place}: questions cannot use property {name!r}, a {written}.")
    return found


def _map(value: object) -> dict:
    return value if isinstance(value, dict) else {}
