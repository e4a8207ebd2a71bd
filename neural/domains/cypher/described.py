"""Schemas as Neo4j's own libraries describe them to models, in the form of our prompts.

Node properties:                           Node properties:
- **Movie**                                Movie {title: STRING, year: INTEGER}
  - `title`: STRING Example: "Heat"        ...
Relationship properties:
...
The relationships:
(:Person)-[:ACTED_IN]->(:Movie)
"""

import re

from neural.domains.cypher.syntax import identifier

OWNER = re.compile(r"- \*\*(.+)\*\*")
PROPERTY = re.compile(r"- `(?P<name>[^`]+?)(?:`: | ?: ?)(?P<type>\w+)")  # `name`: T or `name: T`
OWNERS = re.compile(r"(?P<owner>[^\s,{}][^,{}]*?)\s*\{(?P<properties>[^{}]*)\}")
STEP = re.compile(r"\(:([^()]+)\)-\[:([^\[\]]+)\]->\(:([^()]+)\)")
TYPES = {"LIST": "LIST<STRING>", "DATE_TIME": "DATETIME", "LOCAL_DATE_TIME": "DATETIME"}
Properties = dict[str, dict[str, str]]  # types by name, of each label or relationship type


def as_patterns(text: str) -> str:
    """The schema with a pattern on each line; a text in another form as it is."""
    nodes: Properties = {}
    links: Properties = {}
    steps: list[tuple[str, str, str]] = []
    now, owner = None, ""
    for line in text.splitlines():
        if found := STEP.findall(line):
            steps += found
        elif re.match(r"node properties", line, re.IGNORECASE):
            now = nodes
        elif re.match(r"relationship properties", line, re.IGNORECASE):
            now = links
        elif now is None:
            continue
        elif found := OWNER.search(line):
            owner = found[1]
            now[owner] = {}
        elif (found := PROPERTY.search(line)) and owner in now:
            now[owner][found["name"]] = _type(found["type"])
        else:
            now |= {one["owner"]: _properties(one["properties"]) for one in OWNERS.finditer(line)}
    if not nodes:
        return text
    for label in (label for start, _, end in steps for label in (start, end)):
        nodes.setdefault(label, {})
    lines = [f"(:{identifier(label)}{_map(nodes[label])})" for label in nodes]
    for start, type_, end in steps:
        link = f"[:{identifier(type_)}{_map(links.get(type_, {}))}]"
        lines.append(f"(:{identifier(start)})-{link}->(:{identifier(end)})")
    return "\n".join(lines)


def _properties(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(",") if ":" in one)
    return {name.strip().strip("`"): _type(type_.strip()) for name, _, type_ in pairs}


def _type(name: str) -> str:
    return TYPES.get(name.upper(), name.upper())


def _map(properties: dict[str, str]) -> str:
    inside = ", ".join(f"{identifier(name)}: {type_}" for name, type_ in properties.items())
    return f" {{{inside}}}" if inside else ""
