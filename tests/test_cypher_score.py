"""What counts as a right answer, and what is said of a wrong one."""

import json
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neural.domains import cypher
from neural.domains.cypher.compare import Order, order_of, same_result, same_text
from neural.domains.cypher.engine import Engine, Outcome
from neural.domains.cypher.foreign import foreign, mentioned
from neural.domains.cypher.lexer import roles, tokens
from neural.domains.cypher.tasks import TASKS
from neural.errors import UserError

SCHEMA = """(:Person {name: STRING, born: INTEGER})
(:Movie {title: STRING, released: DATE, `running time`: INTEGER})
(:Person)-[:ACTED_IN {role: STRING}]->(:Movie)"""
GRAPH = """CREATE (a:Person {name: 'Al', born: 1940}), (r:Person {name: 'Rob', born: 1943}),
(h:Movie {title: 'Heat'}), (t:Movie {title: 'Taxi'}), (a)-[:ACTED_IN {role: 'cop'}]->(h),
(r)-[:ACTED_IN]->(h), (r)-[:ACTED_IN]->(t)"""
score_module = sys.modules["neural.domains.cypher.score"]  # the package's `score` is a function
QUERY = st.text("aMP_ .:()[]{}-<>|&!'`\"/*=,$1\n", max_size=60)


@pytest.fixture(scope="module", autouse=True)
def one_engine():
    """Starting an engine takes seconds."""
    with Engine() as engine, pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            score_module, "on_engines", lambda work, items: (work(engine, i) for i in items)
        )
        yield


def row(gold, **more):
    made = {"instruction": "?", "input": SCHEMA, "output": gold, "graph": GRAPH, "id": "x"}
    return made | more


def score(gold, answer, **more):
    return cypher.score([row(gold, **more)], [answer])[0]


# Names


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (p:Person {name: 'x'})-[r:ACTED_IN {role: 'y'}]->(m:Movie) RETURN p.name, m.title",
        "MATCH (p:Person)-[r:ACTED_IN|ACTED_IN*1..2]->() WHERE p.born > 1 RETURN r.role",
        "MATCH (n:Person|Movie) WHERE n:!Movie RETURN n.name, n.title",
        "MATCH (n:Person) WHERE n:Movie RETURN n.title",
        "MATCH (m:Movie) RETURN m.`running time`, m.released.year, m {.title, other: m.released}",
        "MATCH (m:Movie) WITH {name: m.title, nothing: 1} AS row RETURN row.nothing, row.name",
        "MATCH (m:Movie) WITH m.released AS day RETURN day.year, date('2020-01-01').month",
        "UNWIND $rows AS row MATCH (p:Person {name: row.anything}) RETURN $rows.other, p.born",
        "LOAD CSV WITH HEADERS FROM 'file:///x.csv' AS line CREATE (:Person {name: line.Name})",
        "CALL db.labels() YIELD label AS l RETURN l.anything",
        "CALL db.index.fulltext.queryNodes('i', 'x') YIELD node, score RETURN node.title, score",
        "CREATE VECTOR INDEX i FOR (m:Movie) ON (m.title) OPTIONS {indexConfig: {`a.b`: 1}}",
        "MATCH (p:Person) SET p += {born: 1} SET p = {name: 'x'}",
        "RETURN point({latitude: 1, longitude: 2}).latitude, 'p.nothing :Nothing'",
        "MATCH (p:Person) // WHERE p.nothing = 1\nRETURN p.name /* :Nothing */",
        "MATCH (p)-->(q) RETURN p.name, q.title, CASE WHEN p:Person THEN {nothing: 1} END",
        "MATCH (p:Person) RETURN [x IN collect({n: p.name}) | x.n], collect(p {.name, what: 1})",
        "MATCH (x:Person) RETURN x.name AS y UNION MATCH (x:Movie) RETURN x.title AS y",
        "",
    ],
)
def test_right_names_are_no_hallucinations(query):
    assert foreign(query, SCHEMA) == []


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("MATCH (p:Persn) RETURN p.name", ["Persn"]),
        ("MATCH (p:Person&Star) RETURN p", ["Star"]),
        ("MATCH ()-[:ACTS_IN|ACTED_IN]->() RETURN 1", ["ACTS_IN"]),
        ("MATCH (p:ACTED_IN)-[:Person]->() RETURN p", ["ACTED_IN", "Person"]),
        ("MATCH (p:Person) WHERE p:Actor OR p.age > 1 RETURN p", ["Actor", "Actor|Person.age"]),
        ("MATCH (p:Person {nam: 'x'}) RETURN p", ["Person.nam"]),
        ("MATCH (:Movie {name: 'x'}) RETURN 1", ["Movie.name"]),
        (
            "MATCH (p:Person) RETURN p.title, p.`running time`",
            ["Person.running time", "Person.title"],
        ),
        ("MATCH ()-[r:ACTED_IN]->() RETURN r.name", ["ACTED_IN.name"]),
        ("MATCH (n) RETURN n.nothing", ["nothing"]),
        ("MATCH (p:Person) RETURN p {.name, .age, x: p.size}", ["Person.age", "Person.size"]),
        (
            "MATCH (p:Person) SET p.age = 1, p += {height: 2} SET p:Old",
            ["Old", "Old|Person.age", "Old|Person.height"],
        ),
        ("MATCH (p:Person) SET p += {height: 2}", ["Person.height"]),
        ("MATCH (p:Person RETURN p.nothing WHERE", ["Person.nothing"]),
        ("MATCH (m:Movie) RETURN m.year", ["Movie.year"]),  # not the part of a date
        ("CREATE INDEX FOR (m:Movie) ON (m.nothing)", ["Movie.nothing"]),
        (
            "MATCH (p:Person) WHERE EXISTS { (p)-[:IN]->(:City {x: 1}) } RETURN p",
            ["City", "City.x", "IN"],
        ),
    ],
)
def test_names_that_the_schema_lacks(query, names):
    assert foreign(query, SCHEMA) == names


def test_each_renamed_name_is_noticed():
    query = (
        "MATCH (p:Person {born: 1})-[r:ACTED_IN]->(m:Movie) WHERE m.released > date('2020-01-01') "
        "AND EXISTS { (p)-[:ACTED_IN {role: 'x'}]->(:Movie {title: 'y'}) } SET p.name = m.title"
    )
    found = tokens(query)
    for token, role in zip(found, roles(found), strict=True):
        if role in ("label", "type", "property"):
            end = token.start + len(token.text)
            assert foreign(f"{query[: token.start]}Zz{query[end:]}", SCHEMA), token


def test_names_of_the_expected_query_are_none_of_the_models_invention():
    gold = "MATCH (p:Person) SET p:Star, p.watched = true"
    assert foreign("MATCH (x:Person) SET x.watched = true, x:Star", SCHEMA, gold) == []
    assert foreign("MATCH (x:Movie) SET x.watched = true", SCHEMA, gold) == ["Movie.watched"]


def test_names_in_a_schema_of_another_form_are_words():
    schema = "Nodes: Person(name, running time), Movie. Edges: Person ACTED_IN Movie"
    assert foreign("MATCH (p:Person)-[:ACTED_IN]->(:Movie) RETURN p.name", schema) == []
    assert foreign("MATCH (p:Person) RETURN p.`running time`", schema) == []
    found = foreign("MATCH (p:Perso)-[:ACTED]->() RETURN p.nam", schema)
    assert found == ["ACTED", "Perso", "Perso.nam"]


@given(st.text() | QUERY)
def test_any_text_has_names(text):
    names = mentioned(text)
    assert all(name.text in text or "`" in text for name in names)
    assert foreign(text, SCHEMA, text) == []


# Results


@pytest.mark.parametrize(
    ("gold", "order"),
    [
        ("MATCH (n) RETURN n.x", Order(False, True)),
        ("MATCH (n) RETURN n.x order  BY n.x", Order(True, True)),
        ("MATCH (n) WHERE n.x = ' ORDER BY ' RETURN n.x // ORDER BY", Order(False, True)),
        ("MATCH (n) RETURN n.y, collect(n.x)", Order(False, False)),
        ("MATCH (n) RETURN n.y, Collect (n.x) ORDER BY n.y", Order(True, False)),
        ("MATCH (n) WITH n ORDER BY n.x RETURN n.y, collect(n.x)", Order(True, True)),
        ("MATCH (n) RETURN [(n)-->(m) | m.x]", Order(False, False)),
        ("MATCH (n) RETURN n.tags, [x IN n.tags | x]", Order(False, True)),
        ("MATCH (n) RETURN n.collect, 'collect('", Order(False, True)),
    ],
)
def test_what_has_an_order(gold, order):
    assert order_of(gold) == order


def outcome(*rows):
    return Outcome(rows=rows)


def test_gathered_lists_are_bags_and_maps_in_them_stay_whole():
    one, other = outcome(("x", (1.0, 2.0, 2.0))), outcome(((2.0, 1.0, 2.0), "x"))
    assert same_result(one, other, ordered=True, ordered_lists=False)
    assert not same_result(one, other, ordered=True)
    assert not same_result(one, outcome(("x", (1.0, 1.0, 2.0))), False, ordered_lists=False)
    maps = (("a", "b"), ("c", "d")), (("a", "c"), ("b", "d"))
    assert not same_result(outcome((maps[0],)), outcome((maps[1],)), False, ordered_lists=False)
    nested = (
        outcome((((("n", "x"), ("l", (1.0, 2.0))),),)),
        outcome((((("n", "x"), ("l", (2.0, 1.0))),),)),
    )
    assert same_result(*nested, ordered=False, ordered_lists=False)


def test_score_of_lists_and_orders():
    gold = "MATCH (p:Person)-[:ACTED_IN]->(m) RETURN m.title, collect(p.name)"
    answer = (
        "MATCH (p:Person)-[:ACTED_IN]->(m) WITH p, m ORDER BY p.name DESC "
        "RETURN collect(p.name) AS who, m.title AS what"
    )
    assert score(gold, answer)["execution"]
    gold = "MATCH (p:Person) RETURN p.name ORDER BY p.born"
    assert score(gold, "MATCH (p:Person) RETURN p.name AS x ORDER BY p.born")["execution"]
    found = score(gold, "MATCH (p:Person) RETURN p.name ORDER BY p.born DESC")
    assert not found["execution"] and found["mistake"]["kind"] == "the right rows in another order"


NAMES = "MATCH (p:Person) RETURN p.name"
DELETE = "MATCH (p:Person) DETACH DELETE p"
BORN = "MATCH (p:Person {name: 'Al'}) SET p.born = 1"


@pytest.mark.parametrize(
    ("gold", "answer", "kind", "said"),
    [
        (NAMES, "", "no query", {}),
        (NAMES, "```\n\n```", "no query", {}),
        (NAMES, "MATCH (p:Person RETURN p.age", "refused", {"not in the schema": "Person.age"}),
        (NAMES, "MATCH (p:Star) RETURN p.name", "names", {"not in the schema": "Star"}),
        (NAMES, "MATCH (p:Person) RETURN p.born", "other rows", {"missing rows": "'Al'\n'Rob'"}),
        (NAMES, "MATCH (p) RETURN p.name", "other rows", {"rows too many": "null\nnull"}),
        (NAMES, "MATCH (p:Person) RETURN 1, p.born", "other columns", {}),
        (NAMES, DELETE, "writes, asked to read", {"its rows": "(a write)"}),
        (DELETE, NAMES, "reads, asked to write", {"expected rows": "(a write)"}),
        (BORN, "MATCH (p:Person) SET p.born = 1", "leaves another graph", {}),
    ],
)
def test_what_is_said_of_a_mistake(gold, answer, kind, said):
    found = score(gold, answer)
    assert found["execution"] is False and found["mistake"]["kind"].startswith(kind)
    assert found["valid"] == (kind not in ("no query", "refused"))
    assert found["mistake"] | said == found["mistake"]
    assert all(isinstance(text, str) for text in found["mistake"].values())


def test_mistakes_keep_few_rows():
    gold = "MATCH (p:Person) RETURN p.name"
    found = score(gold, "UNWIND range(1, 20000) AS n RETURN n, 'x' + toString(n * 10000000)")
    assert len(json.dumps(found["mistake"])) < 3000
    assert found["mistake"]["rows too many"].endswith("… 19995 more")


def test_right_answers_have_no_mistake():
    gold = "MATCH (p:Person) RETURN p.name"
    found = score(gold, "MATCH (x:Person) RETURN x.name AS who;")
    assert found == {"exact": False, "in_schema": True, "valid": True, "execution": True}
    assert score(gold, gold) == found | {"exact": True}
    assert score(gold, f"```cypher\n{gold}\n```") == found


# Rows that are not compared by result


def test_a_row_that_cannot_be_run_is_compared_as_text():
    gold = "CALL db.index.fulltext.queryNodes('t', 'x') YIELD node RETURN node.title"
    answer = "call db.index.fulltext.queryNodes(\"t\", 'x')\nYIELD node  RETURN node.title;"
    found = score(gold, answer, executed=False)
    assert found == {"exact": False, "in_schema": True, "same_text": True}
    found = score(gold, answer.replace("title", "nothing"), executed=False)
    assert found["same_text"] is found["in_schema"] is False
    assert found["mistake"]["not in the schema"] == "nothing"


def test_a_row_without_a_graph_is_run_on_an_empty_one():
    gold = "MATCH (p:Person) RETURN p.name AS name"
    found = score(gold, "MATCH (q:Person) RETURN q.name AS x", graph=None)
    assert found == {"exact": False, "in_schema": True, "valid": True, "same_text": True}
    found = score(gold, "MATCH (q:Person) RETURN q.born", graph="")
    assert found["valid"] and not found["same_text"] and "execution" not in found
    assert found["mistake"] == {"kind": "another query, not compared by result"}
    assert score(gold, "MATCH (q", graph=None)["valid"] is False


def test_an_expected_query_that_fails_is_compared_as_text():
    found = score("RETURN apoc.nothing(1)", "RETURN 1")
    assert "execution" not in found and found["same_text"] is False and found["valid"]


def test_a_graph_that_cannot_be_made_is_named_by_its_row():
    with pytest.raises(UserError, match="row x: the engine refuses"):
        score("RETURN 1", "RETURN 2", graph="CREATE (:A")
    with pytest.raises(UserError, match=r"row x: no graph 'moovies-1-1-4'.*'movies'"):
        score("RETURN 1", "RETURN 2", graph="moovies-1-1-4")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MATCH (m:Movie) RETURN m.title", "match (x:Movie)\nreturn x.title AS `x`", False),
        ("MATCH (m:Movie) RETURN m.title AS a", "match (x:Movie)\nreturn x.title as b ;", True),
        ("MATCH (m:Movie) RETURN m.title", "MATCH (m:movie) RETURN m.title", False),
        ("RETURN 'it\\'s', TRUE, Count(*)", 'RETURN "it\'s", true, count(*)', True),
        ("RETURN 'a b'", "RETURN 'a  b'", False),
        ("MATCH (a), (b) RETURN a.x, b.y", "MATCH (b), (a) RETURN b.x, a.y", True),
        ("MATCH (a), (b) RETURN a.x, b.y", "MATCH (a), (b) RETURN b.x, a.y", False),
        ("MATCH (a:`A`) RETURN a /* why */", "MATCH (a:A) RETURN a // so", True),
        ("RETURN 1", "", False),
        ("RETURN 1", "RETURN 1 // '", True),
        ("RETURN 1", "RETURN '1'", False),
    ],
)
def test_same_text(one, other, same):
    assert same_text(one, other) is same


@given(st.text() | QUERY)
def test_any_text_is_the_same_as_itself(text):
    assert same_text(text, f"\n {text}")


# Tasks beside writing a query


def test_an_action_is_judged_by_its_query():
    gold = "MATCH (p:Person) RETURN p.name"
    action = {"action": "query", "params": {"cypher": gold}}
    found = score(json.dumps(action), json.dumps(action), task="act")
    assert found == {"exact": True, "in_schema": True, "valid": True, "execution": True}
    other = {"action": "query", "params": {"cypher": "MATCH (x:Person) RETURN x.name"}}
    assert score(json.dumps(action), json.dumps(other), task="act")["execution"]
    for answer in (
        gold,
        "[]",
        '{"action": "query"}',
        '{"action": "drop", "params": {"cypher": "RETURN 1"}}',
        '{"action": "query", "params": "x"}',
        '{"action": "query", "params": {"cypher": null}}',
        "[" * 100_000,
    ):
        found = score(json.dumps(action), answer, task="act")
        assert not found["execution"] and not found["valid"], answer
    assert cypher.verify([row(json.dumps(action), task="act")]) == []


def test_texts_are_judged_as_texts():
    gold = "Not possible with this schema: movies have no budget."
    found = score(gold, "Not possible with this schema: no budget.", task="refuse", executed=False)
    assert found["refuses"] and not found["exact"] and 0.5 < found["words"] < 1
    found = score(gold, "MATCH (m:Movie) RETURN m.budget", task="refuse", executed=False)
    assert not found["refuses"] and "valid" not in found
    gold = "The names of all people."
    assert score(gold, gold, task="explain", executed=False) == {"exact": True, "words": 1.0}
    found = score(gold, "A number or two", task="explain", executed=False)
    assert found == {"exact": False, "words": 0.0}


def test_verify_takes_graphs_as_scripts():
    gold = "MATCH (p:Person) RETURN p.name"
    assert cypher.verify([row(gold)]) == []
    problems = cypher.verify([row(gold), row("MATCH (p", graph=GRAPH), row(gold, graph="CREATE (")])
    assert [index for index, _ in problems] == [1, 2]


@pytest.mark.slow
def test_every_generated_row_is_right_by_its_own_answer():
    rows = list(cypher.generate(60, seed=8, threads=2, tasks=dict.fromkeys(TASKS, 1.0)))
    scores = cypher.score(rows, [row["output"] for row in rows])
    assert all(score["exact"] and "mistake" not in score for score in scores)
    assert all(score.get("in_schema", True) for score in scores)
    queries = [row for row in rows if row["task"] not in ("refuse", "explain", "act")]
    assert not any(foreign(row["output"], row["input"]) for row in queries)
    Random(1).shuffle(others := [row["output"] for row in rows])
    wrong = cypher.score(rows, others)
    assert sum("mistake" in score for score in wrong) > 20
