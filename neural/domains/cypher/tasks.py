"""Other things than writing a query that a row may ask for: made of a proven query, and proven."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from neural.domains.cypher import model
from neural.domains.cypher.composition import parts
from neural.domains.cypher.engine import Engine
from neural.domains.cypher.render import cypher
from neural.domains.cypher.schema import Kind, Link
from neural.domains.cypher.voice import Voice, english, explain
from neural.domains.cypher.voice.ask import sorting

GENERATE = "Answer with one Cypher query."


@dataclass(frozen=True)
class Row:
    """A proven row: what it means, its question and query, the schema as text."""

    meaning: object
    question: str
    query: str
    schema: str
    natural: bool
    action: str  # what the host calls running a query


@dataclass(frozen=True)
class Asked:
    """What the model is told and asked, and what it should answer."""

    system: str
    instruction: str
    schema: str
    output: str


def generate(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A question; the query."""
    return Asked(GENERATE, row.question, row.schema, row.query)


def explained(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A query; what it does."""
    if isinstance(row.meaning, model.ADMIN):
        return None
    asked = rng.choice(
        (
            "What does this query do?\n{}",
            "Explain this query:\n{}",
            "{}\nWhat is this for?",
            "Tell me in plain words what this does:\n{}",
        )
    )
    said = explain(row.meaning, Voice(rng, row.natural))
    system = "Explain the Cypher query in one sentence."
    return Asked(system, asked.format(row.query), row.schema, said)


def follow_up(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """An earlier question with its query, and what is asked about "them" now."""
    voice = Voice(rng, row.natural)
    found = _earlier(row.meaning, voice)
    if not found:
        return None
    before, now = found
    asked = f"{english(before, rng, row.natural)}\n{cypher(before)}\n{now}"
    system = "Answer the last question, which follows up on the one before, with one Cypher query."
    return Asked(system, asked, row.schema, row.query)


def _earlier(meaning: object, v: Voice) -> tuple[model.Listing, str] | None:
    """What was asked before, and what has to be added to it."""
    match meaning:
        case model.Total(nodes, model.Measure("count")) if nodes.where:
            return model.Listing(nodes), v.pick(("How many are they?", "Count them.", "How many?"))
        case model.Listing(nodes, (), model.Order() as order, 0, None):
            noun, way = v.noun(order.value), sorting(order, v)
            return model.Listing(nodes), f"Sort them by {noun}, {way}."
        case model.Listing(nodes, values, None) if values:
            nouns = v.nouns(values)
            ways = f"Show their {nouns} too.", f"And what is their {nouns}?"
            return model.Listing(nodes), v.pick(ways)
        case model.Listing(nodes, (), None) if len(nodes.where) > 1:
            before = model.NodeSet(nodes.kind, nodes.where[:-1])
            said = v.condition(nodes.where[-1], nodes.kind)
            ways = f"Only those {said}, please.", f"Keep only the ones {said}."
            return model.Listing(before), v.pick(ways)
    return None


# Repair


def _unclosed(query: str, rng: Random) -> str | None:
    return _without(query, r"[)\]}]", rng)


def _without(query: str, pattern: str, rng: Random) -> str | None:
    found = [m for m in re.finditer(pattern, query) if not _in_text(query, m.start())]
    if not found:
        return None
    gone = rng.choice(found)
    return query[: gone.start()] + query[gone.end() :]


def _in_text(query: str, at: int) -> bool:
    return any(m.start() < at < m.end() for m in re.finditer(r"'(?:[^'\\]|\\.)*'", query))


def _misspelled(query: str, rng: Random) -> str | None:
    keywords = r"\b(?:MATCH|WHERE|RETURN|WITH|CREATE|MERGE|UNWIND|ORDER|LIMIT|DISTINCT|CONTAINS)\b"
    found = [m for m in re.finditer(keywords, query) if not _in_text(query, m.start())]
    if not found:
        return None
    one = rng.choice(found)
    at = rng.randrange(1, len(one[0]) - 1)
    word = one[0][:at] + one[0][at + 1] + one[0][at] + one[0][at + 2 :]
    return query[: one.start()] + word + query[one.end() :]


def _from_sql(query: str, rng: Random) -> str | None:
    """What people bring along from other languages."""
    swaps = [
        (" = ", " == "),
        (" <> ", " != "),
        (" IS NOT NULL", " NOT NULL"),
        ("toUpper(", "upper("),
    ]
    swaps += [(" CONTAINS ", " LIKE "), (" STARTS WITH ", " LIKE "), ("collect(", "list(")]
    swaps += [(" AND ", " && "), (" OR ", " || "), ("toLower(", "lower("), ("CREATE (", "INSERT (")]
    possible = [(old, new) for old, new in swaps if old in query]
    if not possible:
        return None
    old, new = rng.choice(possible)
    return query.replace(old, new, 1)


def _unknown_variable(query: str, rng: Random) -> str | None:
    bound = re.findall(r"\((\w+):", query)
    head, found, tail = query.rpartition(" RETURN ")
    if not bound or not found:
        return None
    var = rng.choice(bound)
    wrong = re.sub(rf"\b{var}\.", f"{var[0]}.", tail, count=1)
    return f"{head} RETURN {wrong}" if wrong != tail and var != var[0] else None


def repair(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A query that fails, with what the engine says; the right one."""
    if isinstance(row.meaning, model.ADMIN):
        return None
    broken = rng.choice((_unclosed, _misspelled, _from_sql, _unknown_variable))(row.query, rng)
    error = engine.run(broken).error if broken else None
    if not error:
        return None
    asked = rng.choice(
        (
            "This query fails: {query}\nThe error is: {error}",
            "{query}\n{error}\nFix it.",
            'I get "{error}" from this query:\n{query}\nWhat should it be?',
            "Repair this query:\n{query}\nError: {error}",
        )
    )
    system = "Repair the Cypher query. Answer with one Cypher query."
    return Asked(system, asked.format(query=broken, error=message(error)), row.schema, row.query)


def message(error: str) -> str:
    """The engine's own words, without its classes and without what follows the first line."""
    text = re.sub(r"^.*?(?:\w+\.)+\w*Exception: ", "", error.splitlines()[0])
    text = re.sub(r"\(caused by .*|com\.arcadedb\.\S+", "", text)
    return text.strip()[:200].rstrip()


# Faster


def _late(query: str) -> str | None:
    """Everything is matched and carried on before it is filtered."""
    found = re.fullmatch(r"(MATCH [^{}]*?) WHERE (.*)", query)
    return f"{found[1]} WITH * WHERE {found[2]}" if found else None


def _pairs_first(query: str) -> str | None:
    """All pairs of two labels, of which the joined ones are kept."""
    node = r"\((\w+):(\w+)(?: \{[^{}()]*\})?\)"
    found = re.match(rf"MATCH ({node})-\[:(\w+)\]->({node})(?= WHERE | RETURN )(?: WHERE )?", query)
    if not found:
        return None
    one, var, _, type_, two, other, _ = found.groups()
    rest = query[found.end() :]
    joined = f"EXISTS {{ ({var})-[:{type_}]->({other}) }}"
    rest = f" AND {rest}" if found[0].endswith(" WHERE ") else rest
    return f"MATCH {one}, {two} WHERE {joined}{rest}"


def _collected(query: str) -> str | None:
    """A list is made only to be counted."""
    found = re.search(r"count\((?:DISTINCT )?(\w+)\)", query)
    if not found or " WITH " in query:
        return None
    return query.replace(found[0], found[0].replace("count(", "size(collect(") + ")")


def _without_labels(query: str) -> str | None:
    """Nodes are looked up without a label, and their labels tested afterwards."""
    found = re.fullmatch(r"MATCH \((\w+):(\w+)\)(?: WHERE (.*?))?( RETURN .*)", query)
    if not found:
        return None
    var, label, where, rest = found.groups()
    tail = f" AND ({where})" if where else ""
    return f"MATCH ({var}) WHERE '{label}' IN labels({var}){tail}{rest}"


def refactor(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A slow query with the same result; the fast one."""
    if isinstance(row.meaning, (*model.ADMIN, *model.WRITES)) or "EXISTS" in row.query:
        return None
    slow = rng.choice((_late, _pairs_first, _collected, _without_labels))(row.query)
    if not slow or engine.run(slow).rows != engine.run(row.query).rows:
        return None
    asked = rng.choice(
        (
            "This query is slow. Make it faster:\n{}",
            "Rewrite for speed, with the same result:\n{}",
            "How would an expert write this?\n{}",
            "Improve the performance of this query:\n{}",
        )
    )
    system = "Rewrite the Cypher query so that it runs faster. Answer with one Cypher query."
    return Asked(system, asked.format(slow), row.schema, row.query)


def complete(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A question as a comment and the beginning of its query; the whole query."""
    cuts = [m.start() for m in re.finditer(r"(?<=\w)(?=\W)|(?<= )", row.query)]
    cuts = [at for at in cuts if len(row.query) * 0.25 < at < len(row.query) * 0.85]
    cuts = [at for at in cuts if not _in_text(row.query, at)]
    if not cuts:
        return None
    begun = row.query[: rng.choice(cuts)]
    system = "Complete the Cypher query. Answer with the whole query in one line."
    return Asked(system, f"// {row.question}\n{begun}", row.schema, row.query)


# What cannot be


def refuse(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A question about something that the schema does not have; saying so."""
    if isinstance(row.meaning, model.ADMIN):
        return None
    voice = Voice(rng, row.natural)
    lacking = [one for part in parts(row.meaning) if (one := _lacking(part, voice))]
    if not lacking:
        return None
    line, name, said = rng.choice(lacking)
    schema = line(row.schema)
    if schema == row.schema or re.search(rf"\b{re.escape(name)}\b", schema):
        return None
    system = f"{GENERATE[:-1]}, or say why it is not possible with this schema."
    return Asked(system, row.question, schema, f"Not possible with this schema: {said}.")


def _lacking(part: object, voice: Voice) -> tuple[Callable[[str], str], str, str] | None:
    """(what takes it out of a schema's text, its name there, what to say) of a part that a
    question cannot do without."""
    if isinstance(part, model.Value) and isinstance(part.owner, Kind):
        prop, kind = part.prop, part.owner
        if prop == kind.key:
            return None
        text = f", {prop.name}: {prop.type}"
        said = f"{kind.plural} have no {voice.noun(prop)}"
        return (lambda schema: schema.replace(text, "")), prop.name, said
    if isinstance(part, model.Linked):
        link: Link = part.link
        start = f"(:{link.source.label})-[:{link.type}"
        said = f"nothing tells which {link.source.plural} {link.forward} which {link.target.plural}"
        return (lambda schema: _lines_without(schema, start)), link.type, said
    return None


def _lines_without(schema: str, start: str) -> str:
    return "\n".join(line for line in schema.splitlines() if not line.startswith(start))


def act(row: Row, engine: Engine, rng: Random) -> Asked | None:
    """A question; the host's action that runs the query."""
    if isinstance(row.meaning, (*model.ADMIN, *model.WRITES)):
        return None  # the host's action reads only
    system = f"Answer with one JSON action. To query the graph: {row.action}, with params.cypher."
    action = {"action": row.action, "params": {"cypher": row.query}}
    return Asked(system, row.question, row.schema, json.dumps(action, ensure_ascii=False))


TASKS: dict[str, Callable[[Row, Engine, Random], Asked | None]] = {
    "generate": generate,
    "explain": explained,
    "follow_up": follow_up,
    "repair": repair,
    "refactor": refactor,
    "complete": complete,
    "refuse": refuse,
    "act": act,
}
