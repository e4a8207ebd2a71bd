"""Schemas cut down to what one query needs and a little more: short contexts, each another."""

import re
from random import Random

NODE = re.compile(r"\(:(\w+) \{(.*)\}\)")
LINK = re.compile(r"\(:(\w+)\)-\[:(\w+)(?: \{(.*)\})?\]->\(:(\w+)\)")
EXTRA = 0.3  # chance of what the query does not need


def pruned(row: dict, rng: Random) -> dict:
    """The row with a smaller schema, in another order; unchanged where its input is none."""
    lines = (row.get("input") or "").splitlines()
    nodes = [m for line in lines if (m := NODE.fullmatch(line))]
    links = [m for line in lines if (m := LINK.fullmatch(line))]
    if not nodes or len(nodes) + len(links) != len(lines):
        return row
    used = set(re.findall(r"\w+", row["output"]))

    def some(properties: list[str]) -> list[str]:
        return [p for p in properties if p.split(":")[0] in used or rng.random() < EXTRA]

    made, kept = [], set()
    for label, properties in (m.groups() for m in nodes):
        if label in used or rng.random() < EXTRA:
            kept.add(label)
            first, *others = properties.split(", ")
            others = some(others)
            made.append(f"(:{label} {{{', '.join([first, *rng.sample(others, len(others))])}}})")
    joined = []
    for source, kind, properties, target in (m.groups() for m in links):
        if source in kept and target in kept and (kind in used or rng.random() < EXTRA):
            told = ", ".join(some(properties.split(", ") if properties else []))
            told = f" {{{told}}}" if told else ""
            joined.append(f"(:{source})-[:{kind}{told}]->(:{target})")
    text = "\n".join([*rng.sample(made, len(made)), *rng.sample(joined, len(joined))])
    return {**row, "input": text}
