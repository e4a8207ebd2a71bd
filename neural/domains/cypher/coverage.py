"""Which of Cypher's clauses, predicates, functions and pattern lengths a dataset's queries use."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from neural.domains.cypher.functions import FUNCTIONS
from neural.domains.cypher.lexer import COMPONENTS
from neural.domains.cypher.skeleton import masked

# All that is promised, as it stands in a masked query: there texts are `?`, so that what is in
# them counts for nothing, words of Cypher are in capitals and functions in small letters.
EDGE = r"<?- (?:\[[^\[\]]*\] )?->?"
FEATURES = {
    name: re.compile(pattern)
    for name, pattern in {
        "MATCH nodes": r"(?<!OPTIONAL )MATCH (?:v\d+ = )?\(",
        "MATCH relationships": rf"(?<!OPTIONAL )MATCH (?:v\d+ = )?\([^()]*\) {EDGE} \(",
        "variable length": r"- \[[^\[\]]*\*[^\[\]]*\] -|(?:\)|->?) \{ [?,]|-> \+",
        "shortestPath": r"\b(?:all)?shortestpaths? \(|\bSHORTEST\b",
        "OPTIONAL MATCH": r"OPTIONAL MATCH",
        "comparison": r"WHERE (?:(?!RETURN|SET|CALL|DELETE|REMOVE|FOREACH).)* (?:=|<>|[<>]=?) ",
        "STARTS WITH": r"STARTS WITH",
        "ENDS WITH": r"ENDS WITH",
        "CONTAINS": r"CONTAINS",
        "=~": r"=~",
        "IN": r"(?<!\[ v\d )(?<!\[ v\d\d )(?<!\( v\d )(?<!\( v\d\d )(?<!, v\d )\bIN\b",
        "IS NULL": r"IS (?:NOT )?NULL",
        "EXISTS {}": r"EXISTS \{",
        "COUNT {}": r"COUNT \{",
        "NOT pattern": rf"NOT \([^()]*\) {EDGE} \(",
        "WITH": r"(?<!STARTS )(?<!ENDS )(?<!CALL \{ )WITH\b",
        "ORDER BY": r"ORDER BY",
        "SKIP": r"\b(?:SKIP|OFFSET) [?$]",
        "LIMIT": r"\bLIMIT [?$]",
        "DISTINCT": r"DISTINCT",
        "CASE": r"\bCASE\b.*\bEND\b",
        "UNWIND": r"UNWIND",
        "list comprehension": r"\[ v\d+ IN ",
        "pattern comprehension": rf"\[ (?:v\d+ = )?\([^()]*\) {EDGE} \(",
        "reduce": r"\breduce \(",
        "UNION": r"UNION",
        "CALL {}": r"CALL (?:\([^()]*\) )?\{",
        "CREATE": r"(?<!ON )CREATE (?:v\d+ = )?\(",
        "MERGE": r"MERGE",
        "ON CREATE": r"ON CREATE SET",
        "ON MATCH": r"ON MATCH SET",
        "SET": r"(?<!ON CREATE )(?<!ON MATCH )SET\b",
        "REMOVE": r"REMOVE",
        "DELETE": r"DELETE",
        "FOREACH": r"FOREACH",
        "CREATE INDEX": r"CREATE (?:[A-Z]+ )?INDEX",
        "DROP INDEX": r"DROP INDEX",
        "CREATE CONSTRAINT": r"CREATE CONSTRAINT",
        "DROP CONSTRAINT": r"DROP CONSTRAINT",
        "SHOW": r"^SHOW\b",
        "EXPLAIN": r"^EXPLAIN\b",
        "PROFILE": r"^PROFILE\b",
        "CALL YIELD": r"CALL [a-z].*YIELD",
        "full-text index": r"db \. index \. fulltext \. query",
        "vector index": r"db \. index \. vector \. query",
        "parameter": r"\$",
    }.items()
}

CALLED = re.compile(r"(?<!\. )(?<!CALL )\b((?:[a-z]\w* \. )*[a-z]\w*) \(")
COMPONENT = re.compile(r"[P)\]] \. ([a-z]\w*)(?! [(.])")
AGGREGATES = "avg collect count max min percentilecont stdev sum"


def functions(query: str) -> Counter[str]:
    """How often a masked query calls each function; `.year` is a component of a value."""
    called = Counter(name.replace(" ", "") for name in CALLED.findall(query))
    called.pop("shortestpath", None)  # it is a pattern
    called.update(f".{name}" for name in COMPONENT.findall(query) if name in COMPONENTS)
    return called


def _groups() -> dict[str, str]:
    """The group of each function that is promised: those of `functions.py`, and those that
    questions themselves are made of."""
    found = {
        **dict.fromkeys(AGGREGATES.split(), "aggregation"),
        **dict.fromkeys(("coalesce", "type", "length"), "scalar"),
        **dict.fromkeys(("date", "localdatetime"), "temporal"),
        **dict.fromkeys(("point", "point.distance"), "spatial"),
        "nodes": "list",
    }
    for one in FUNCTIONS:
        for name in functions(masked(one.cypher.format("n.p"))):
            found.setdefault(name, one.group)
    return found


GROUPS = _groups()

# Categories of the systematic syntax, see `Coverage.systematic`.
SYSTEMATIC = frozenset(
    """index catalogue plan search expression unwind list union subquery path optional with merge
    remove""".split()  # noqa: SIM905 (a list of words reads better as text)
) | {"pattern predicate"}
# Tasks whose answer is a query; the others' queries are in questions, or broken.
WRITES_QUERY = ("generate", "follow_up", "repair", "refactor", "complete", "act")


@dataclass
class Coverage:
    """Counts of queries. `features`: by (feature, depth of the row). `functions`: by (group,
    function). `hops`: by relationships in the longest pattern; "*" where one has no fixed length.

    `systematic` counts the rows whose point is one clause or function, and not what a business
    wants to know: those of the categories index, catalogue, plan, search, expression (CASE,
    coalesce), unwind, list (pattern comprehension), union, subquery, path, optional, with, merge,
    remove and pattern predicate.
    """

    rows: int = 0
    queries: int = 0
    systematic: int = 0
    features: Counter[tuple[str, int]] = field(default_factory=Counter)
    functions: Counter[tuple[str, str]] = field(default_factory=Counter)
    hops: Counter[str] = field(default_factory=Counter)

    def add(self, row: dict) -> None:
        self.rows += 1
        self.systematic += row.get("category") in SYSTEMATIC
        query = query_of(row)
        if query is None:
            return
        self.queries += 1
        text = masked(query)
        depth = row.get("depth", 0)
        self.features.update((name, depth) for name in used(text))
        self.functions.update((GROUPS.get(name, "other"), name) for name in functions(text))
        self.hops[hops(text)] += 1

    @property
    def depths(self) -> list[int]:
        return sorted({depth for _, depth in self.features})

    def empty(self) -> list[str]:
        """What is promised and in no query: features, functions, groups of functions."""
        there = {name for name, _ in self.features} | {name for _, name in self.functions}
        there |= {group for group, _ in self.functions}
        promised = [*FEATURES, *GROUPS, *dict.fromkeys(GROUPS.values())]
        return [name for name in dict.fromkeys(promised) if name not in there]


def coverage(rows: Iterable[dict]) -> Coverage:
    found = Coverage()
    for row in rows:
        found.add(row)
    return found


def query_of(row: dict) -> str | None:
    """The query that a row teaches to write, if any."""
    task, output = row.get("task", "generate"), row["output"]
    if task not in WRITES_QUERY:
        return None
    return json.loads(output)["params"]["cypher"] if task == "act" else output


def used(text: str) -> set[str]:
    """The features of a masked query."""
    return {name for name, pattern in FEATURES.items() if pattern.search(text)}


# Arguments would hide where a node's brackets end: {born: date(?)}.
PLAIN_CALL = re.compile(r"(?:[a-z]\w* \. )*[a-z]\w* \( (?:\{[^{}()]*\} )?[^(){}]*\)")
NODE = re.compile(r"\( (?:v\d+ )?(?:: [^(){}]*)?(?:\{[^{}]*\} )?\)")


def hops(text: str) -> str:
    """How many relationships the longest pattern of a masked query has: "0", "1" ..., "*"."""
    if FEATURES["variable length"].search(text):
        return "*"
    chain = re.sub(EDGE, "E", NODE.sub("N", PLAIN_CALL.sub("?", text)))
    return str(max((run.count("E") for run in re.findall(r"N(?: E N)+", chain)), default=0))
