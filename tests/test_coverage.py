"""What a dataset's queries use, and what is promised and missing."""

import pytest

from neural.domains.cypher.coverage import FEATURES, GROUPS, coverage, functions, hops, used
from neural.domains.cypher.skeleton import masked

QUERIES = {
    "MATCH nodes": "MATCH (m:Movie) RETURN m.title",
    "MATCH relationships": "MATCH (m:Movie)<-[:DIRECTED]-(p) RETURN p.name",
    "variable length": "MATCH (m:Movie)-[:SEQUEL_OF*1..3]->(o) RETURN o.title",
    "shortestPath": "MATCH p = shortestPath((a:A)-[:R*]-(b:B)) RETURN length(p)",
    "OPTIONAL MATCH": "MATCH (a:A) OPTIONAL MATCH (a)-[:R]->(b) RETURN b.x",
    "comparison": "MATCH (a:A) WHERE a.x <= 3 RETURN a.x",
    "STARTS WITH": "MATCH (a:A) WHERE a.x STARTS WITH 'b' RETURN a.x",
    "ENDS WITH": "MATCH (a:A) WHERE a.x ENDS WITH 'b' RETURN a.x",
    "CONTAINS": "MATCH (a:A) WHERE a.x CONTAINS 'b' RETURN a.x",
    "=~": "MATCH (a:A) WHERE a.x =~ 'b.*' RETURN a.x",
    "IN": "MATCH (a:A) WHERE a.x IN [1, 2] RETURN a.x",
    "IS NULL": "MATCH (a:A) WHERE a.x IS NOT NULL RETURN a.x",
    "EXISTS {}": "MATCH (a:A) WHERE EXISTS { (a)-[:R]->(:B) } RETURN a.x",
    "COUNT {}": "MATCH (a:A) WHERE COUNT { (a)-[:R]->(:B) } > 2 RETURN a.x",
    "NOT pattern": "MATCH (a:A) WHERE NOT (:B)-[:R]->(a) RETURN a.x",
    "WITH": "MATCH (a:A) WITH a, count(*) AS n RETURN n",
    "ORDER BY": "MATCH (a:A) RETURN a.x ORDER BY a.x",
    "SKIP": "MATCH (a:A) RETURN a.x SKIP 2",
    "LIMIT": "MATCH (a:A) RETURN a.x LIMIT 2",
    "DISTINCT": "MATCH (a:A) RETURN DISTINCT a.x",
    "CASE": "MATCH (a:A) RETURN CASE WHEN a.x > 1 THEN 'b' ELSE 'c' END",
    "UNWIND": "UNWIND [1, 2] AS x RETURN x",
    "list comprehension": "MATCH (a:A) RETURN [x IN a.xs WHERE x > 1 | x]",
    "pattern comprehension": "MATCH (a:A) RETURN [(a)-[:R]->(b) | b.x]",
    "reduce": "MATCH (a:A) RETURN reduce(n = 0, x IN a.xs | n + x)",
    "UNION": "MATCH (a:A) RETURN a.x AS x UNION MATCH (b:B) RETURN b.x AS x",
    "CALL {}": "MATCH (a:A) CALL { WITH a MATCH (a)-[:R]->(b) RETURN b } RETURN b.x",
    "CREATE": "CREATE (a:A {x: 1})",
    "MERGE": "MERGE (a:A {x: 1})",
    "ON CREATE": "MERGE (a:A {x: 1}) ON CREATE SET a.y = 2",
    "ON MATCH": "MERGE (a:A {x: 1}) ON MATCH SET a.y = 2",
    "SET": "MATCH (a:A) SET a.x = 1",
    "REMOVE": "MATCH (a:A) REMOVE a.x",
    "DELETE": "MATCH (a:A) DETACH DELETE a",
    "FOREACH": "MATCH (a:A) WITH collect(a) AS all FOREACH (x IN all | SET x.y = 1)",
    "CREATE INDEX": "CREATE INDEX by_x IF NOT EXISTS FOR (a:A) ON (a.x)",
    "DROP INDEX": "DROP INDEX by_x IF EXISTS",
    "CREATE CONSTRAINT": "CREATE CONSTRAINT one_x FOR (a:A) REQUIRE a.x IS UNIQUE",
    "DROP CONSTRAINT": "DROP CONSTRAINT one_x IF EXISTS",
    "SHOW": "SHOW INDEXES",
    "EXPLAIN": "EXPLAIN MATCH (a:A) RETURN a.x",
    "PROFILE": "PROFILE MATCH (a:A) RETURN a.x",
    "CALL YIELD": "CALL db.labels() YIELD label RETURN label",
    "full-text index": "CALL db.index.fulltext.queryNodes('i', 'b') YIELD node RETURN node.x",
    "vector index": "CALL db.index.vector.queryNodes('i', 3, $v) YIELD node RETURN node.x",
    "parameter": "MATCH (a:A {x: $x}) RETURN a.y",
}


def row(query, depth=1, **more):
    return {"output": query, "depth": depth, "category": "where", **more}


@pytest.mark.parametrize("name", FEATURES)
def test_each_feature_is_found_where_it_is_used(name):
    assert name in used(masked(QUERIES[name]))


@pytest.mark.parametrize("name", FEATURES)
def test_strings_names_and_comments_are_no_features(name):
    inside = QUERIES[name].replace("'", '"')
    query = f"RETURN '{inside}' AS `{inside}` // {inside}"
    assert not used(masked(query))
    assert not functions(masked(query))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("MATCH (a:A) WHERE a.x STARTS WITH 'b' RETURN a.x", "WITH"),
        ("MATCH (a:A) RETURN [x IN a.xs | x]", "IN"),
        ("MERGE (a:A {x: 1}) ON CREATE SET a.y = 2", "CREATE"),
        ("MERGE (a:A {x: 1}) ON MATCH SET a.y = 2", "SET"),
        ("MATCH (a:A) WHERE NOT (a.x CONTAINS 'b') RETURN a.x", "NOT pattern"),
        ("MATCH (a:A) WHERE a.x IS NULL SET a.x = 1", "comparison"),
        ("CREATE INDEX by_x FOR (a:A) ON (a.x)", "CREATE"),
        ("MATCH (a:A) RETURN count(a) + (1 + 2)", "variable length"),
        ("MATCH (a:A) RETURN a.limit, a.skip", "LIMIT"),
    ],
)
def test_what_only_looks_like_a_feature(query, name):
    assert name not in used(masked(query))


def test_what_is_promised_and_missing_is_named():
    rows = [row(query) for name, query in QUERIES.items() if name != "FOREACH"]
    missing = coverage(rows).empty()
    assert "FOREACH" in missing
    assert not {"MATCH nodes", "count", "aggregation"} & {*missing}
    assert "spatial" in missing
    assert "FOREACH" not in coverage([*rows, row(QUERIES["FOREACH"])]).empty()
    assert {*coverage([]).empty()} == {*FEATURES, *GROUPS, *GROUPS.values()}


def test_functions_count_by_name_and_components_too():
    query = masked(
        "MATCH (a:A) RETURN toUpper(a.x), point.distance(a.p, $p), a.born.year, size([])"
    )
    assert functions(query) == {"toupper": 1, "point.distance": 1, ".year": 1, "size": 1}
    assert not functions(masked("CALL db.labels() YIELD label RETURN label"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("MATCH (a:A) RETURN a.x", "0"),
        ("MATCH (a:A {on: date('2020-01-01')})-[:R]->(b)<-[r:S {x: 1}]-()-->(d) RETURN b", "3"),
        ("MATCH (a:A)-[:R]->(b) WITH a MATCH (a)-[:S]->(c) RETURN c", "1"),
        ("MATCH (a:A)-[:R*2]->(b) RETURN b", "*"),
    ],
)
def test_hops_are_those_of_the_longest_pattern(query, expected):
    assert hops(masked(query)) == expected


def test_rows_count_by_depth_and_by_what_they_teach():
    query = "MATCH (a:A) RETURN a.x"
    act = '{"action": "x", "params": {"cypher": "MATCH (a:A) RETURN a.x"}}'
    found = coverage(
        [
            row(query),
            row(query, depth=2, category="unwind"),
            row(act, depth=2, task="act", category="act"),
            row("It lists all.", task="explain", category="explain"),
        ]
    )
    assert (found.rows, found.queries, found.systematic) == (4, 3, 1)
    assert found.features["MATCH nodes", 1] == 1
    assert found.features["MATCH nodes", 2] == 2
    assert found.depths == [1, 2]
