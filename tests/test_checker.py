"""What the Cypher checker finds wrong, and that it says so when it cannot be trusted."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_lexer import SCHEMA, kind

from neural.domains.cypher import checker as module
from neural.domains.cypher.checker import Checker, check_all
from neural.domains.cypher.fit import misfits
from neural.domains.cypher.schema import Schema
from neural.domains.cypher.skeleton import canonical
from neural.errors import UserError

ROOT = Path(__file__).parent.parent
RIGHT = (
    "MATCH (m:Movie) WHERE m.year > 1999 RETURN m.title, m.rating ORDER BY m.year DESC LIMIT 3",
    "MATCH (p:Person)-[r:ACTED_IN]->(m) WHERE r.role = 'Neo' RETURN p.name, m.title",
    "MATCH (p:Person)-[:KNOWS*1..3]-(q) WHERE q.age < p.age RETURN DISTINCT q.name",
    "MATCH (p:Person)-[:KNOWS*0..]->()-[:LIVES_IN]->(c) RETURN c.name, c.population",
    "MATCH (c:City)-[:PART_OF]->{1,3}(d) RETURN d.name",
    "MATCH (p:Person) WITH p, size([(p)-[:DIRECTED]->(m) | m.title]) AS n RETURN p.name, n",
    "MATCH (p:Person) WITH p AS someone, collect(p) AS people UNWIND people AS one "
    "RETURN someone.name, one.age, head(people).born.year",
    "MATCH (c:City) WHERE EXISTS { (c)<-[l:LIVES_IN]-(p) WHERE p.age > 3 AND l.since IS NULL } "
    "AND COUNT { (c)<-[:LIVES_IN]-() } > 2 RETURN c {.name, people: [(c)<--(p) | p.name]}",
    "MATCH (p:Person) CALL (p) { MATCH (p)-[:DIRECTED]->(m:Movie) RETURN max(m.year) AS last } "
    "RETURN p.name, last",
    "MATCH (n) WHERE n:Movie OR n:City RETURN coalesce(n.title, n.name) AS name",
    "MATCH (n:Movie|City) RETURN n.title, n.name",
    "MATCH (p:Person) RETURN p.name AS name UNION MATCH (c:City) RETURN c.name AS name",
    "MERGE (p:Person {name: 'Ann'}) ON CREATE SET p.age = 1 SET p += {born: date('2001-01-01')} "
    "MERGE (p)-[:LIVES_IN {since: date()}]->(:City {name: 'Rome'})",
    "MATCH (p:Person {name: 'Ann'})-[r:KNOWS]-() DELETE r REMOVE p.age",
    "CREATE INDEX by_title IF NOT EXISTS FOR (m:Movie) ON (m.title, m.year)",
    "CREATE CONSTRAINT one FOR (p:Person) REQUIRE p.name IS UNIQUE",
    "MATCH (o:`Order Item`) WHERE o.number > 1 RETURN o.`unit price` * 2 AS twice",
    "MATCH (order:`Order Item`) RETURN order.number ORDER BY order.number",
    "MATCH (a:Person), (b:Person) MATCH p = shortestPath((a)-[:KNOWS*..5]-(b)) "
    "RETURN [n IN nodes(p) | n.name], [r IN relationships(p) | r.since]",
    "MATCH (c:City) WHERE point.distance(c.place, point({latitude: 1.5, longitude: 2.5})) < 9 "
    "RETURN c.place.latitude, reduce(n = 0, t IN c.tags | n + size(t)) AS n",
    "MATCH (p:Person) WHERE p.name IN ['Ann', \"O'Neil\"] FOREACH (x IN [p] | SET x.age = 4)",
    "MATCH (m:Movie) RETURN percentileCont(m.rating, 0.5), count(*), avg(m.year)",
    "UNWIND [{a: 1}] AS row RETURN row.a, row.whatever",
)
WRONG = (
    ("MATCH (m:Movie RETURN m", "error", "Invalid input 'RETURN'", 16),
    ("MATCH (m:Movie)", "error", "Query cannot conclude with MATCH", 16),
    ("MATCH (m:Movie) RETURN movie.title", "error", "Variable `movie` not defined", 24),
    ("MATCH (m:Movie) RETURN title(m)", "error", "Function title is not present", 24),
    ("MATCH (m:Movie) RETURN apoc.text.join([m.title], '')", "error", "apoc.text.join", 24),
    ("CALL apoc.help('x')", "error", "apoc.help", 6),
    ("MATCH (m:Movie) RETURN size(3)", "error", "Type mismatch", 29),
    ("MATCH (m:Movie) RETURN m.year AS y, m.title AS y", "error", "same name", 48),
    ("MATCH (m:Movie) RETURN 1 UNION RETURN 2", "error", "same return column names", 26),
    ("WITH [1] AS all RETURN head(all)", "error", "Insufficient parameters", 24),
    ("MATCH (m:Movie) RETURN m LIMIT -1", "error", "non-negative", 32),
    ("MATCH (m:Movie) RETURN percentileCont(m.year, 1.5)", "error", "range 0.0 to 1.0", 47),
    ("MATCH (m:Movie) RETURN m.title GROUP BY m.title", "error", "Invalid input 'GROUP'", 32),
    ("MATCH (m:Movie) WHERE m.title = $title RETURN m", "error", "$title is not defined", 33),
    ("", "error", "no query", 1),
    ("MATCH (m:Film) RETURN m", "warning", "no label Film.", 10),
    ("MATCH (m) WHERE m:Moovie RETURN m", "warning", "Did you mean 'Movie'?", 19),
    ("CREATE (:Persn {name: 'Ann'})", "warning", "Did you mean 'Person'?", 10),
    ("MATCH (p:Person)-[:LIKES]->() RETURN p", "warning", "no relationship type LIKES.", 20),
    ("MATCH (m:Movie) RETURN m.name", "warning", "Movie has no property name.", 26),
    ("MATCH (m:Movie {titel: 'x'}) RETURN m", "warning", "Did you mean 'title'?", 17),
    ("MATCH (m) RETURN m.nothing", "warning", "No node has a property nothing.", 20),
    ("MATCH (p:Person)-[r:KNOWS]-() RETURN r.role", "warning", "KNOWS has no property role.", 40),
    ("MATCH (:Movie)<-[:ACTED_IN]-(p) RETURN p.title", "warning", "Person has no property", 42),
    ("MATCH (m:Movie) WITH m AS n RETURN n.name", "warning", "Movie has no property name.", 38),
    ("MATCH (m:Movie) RETURN [x IN collect(m) | x.age]", "warning", "Movie has no property", 45),
    ("MATCH (m:Movie) SET m += {names: 1}", "warning", "Movie has no property names.", 27),
    ("MATCH (m:Movie) RETURN m {.name}", "warning", "Movie has no property name.", 28),
    ("CREATE INDEX FOR (m:Movie) ON (m.name)", "warning", "Movie has no property name.", 34),
    ("MATCH (m:Movie)-[:ACTED_IN]->() RETURN m", "warning", "no (:Movie)-[:ACTED_IN]->()", 16),
    ("MATCH (:City)-[:KNOWS]-() RETURN 1", "warning", "no (:City)-[:KNOWS]-()", 14),
    ("MATCH (:Person)<-[:KNOWS*2]-(:City) RETURN 1", "warning", "no (:Person)<-[:KNOWS]-", 16),
    (
        "MATCH (p:Person) WHERE EXISTS { (p)-[:LIVES_IN]->(:Movie) } RETURN p",
        "warning",
        "no (:Person)-[:LIVES_IN]->(:Movie)",
        36,
    ),
    (
        "MATCH (:Movie)<-[:DIRECTED]-(p)-[:PART_OF]->() RETURN p",
        "warning",
        "no (:Person)-[:PART_OF]->()",
        32,
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def checker():
    with Checker() as checker:
        yield checker


@pytest.mark.parametrize("query", RIGHT)
def test_nothing_is_wrong_with_right_queries(checker, query):
    assert checker.check(query, SCHEMA) == []


@pytest.mark.parametrize(("query", "severity", "message", "column"), WRONG)
def test_what_is_wrong_is_said_with_its_place(checker, query, severity, message, column):
    found = checker.check(query, SCHEMA)
    assert any(
        message in problem.message
        and (problem.severity, problem.line, problem.column) == (severity, 1, column)
        for problem in found
    ), found


def test_places_count_lines(checker):
    assert [(p.line, p.column) for p in checker.check("MATCH (m:Movie)\n RETURN m.x", SCHEMA)] == [
        (2, 11)
    ]


def test_without_a_schema_only_neo4j_is_asked(checker):
    assert checker.check("MATCH (f:Film)<-[:LIKES]-(x) RETURN f.name, x.age") == []
    assert checker.check("MATCH (f:Film) RETURN g.name")


def test_parameters_that_are_told_are_known(checker):
    query = "MATCH (m:Movie) WHERE m.title = $title RETURN m.year"
    assert checker.check(query, SCHEMA, ["title"]) == []
    assert checker.check(query, SCHEMA, ["name"])


def problems(checker, query, schema):
    """The places left out, as names have other lengths."""
    answer = checker.ask(query)
    found = {*answer["problems"]}.union(*(misfits(m, schema) for m in answer["mentions"]))
    return sorted(problem.severity for problem in found)


@pytest.mark.parametrize("query", [*RIGHT, *(wrong[0] for wrong in WRONG)])
def test_a_query_in_canonical_names_has_the_same_problems(checker, query):
    assert problems(checker, *canonical(query, SCHEMA)) == problems(checker, query, SCHEMA)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
@pytest.mark.slow
def test_so_has_a_damaged_query(checker, data):
    words = data.draw(st.sampled_from(RIGHT)).split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from([*" ".join(RIGHT).split(" "), ""]))
    query = " ".join([*words[:at], other, *words[at + 1 :]])
    found = problems(checker, *canonical(query, SCHEMA))
    # How many errors the parser finds in what it cannot read may hang on the names.
    assert set(found) == set(problems(checker, query, SCHEMA))


def test_a_skeleton_is_asked_once_whatever_the_schema(checker, monkeypatch):
    other = Schema("other", (kind("Zoo", nick="STRING", size="INTEGER"),), ())
    checker.check("MATCH (m:Movie) WHERE m.year > 7 RETURN m.title, m.title = 'Heat'", SCHEMA)
    monkeypatch.setattr(module._Worker, "ask", lambda *_: pytest.fail("node was asked"))
    query = "MATCH (zoo:Zoo) WHERE zoo.size > 9 RETURN zoo.nick, zoo.nick = 'x'"
    assert checker.check(query, other) == []


@pytest.mark.slow
def test_check_all_keeps_the_order_and_goes_on_as_it_is_asked():
    queries = [f"MATCH (m:Movie) RETURN m.x{i}{', 1' * (i % 7)} AS a{i}" for i in range(40)]
    asked = []

    def source():
        for query in queries:
            asked.append(query)
            yield query, SCHEMA

    answers = check_all(source(), threads=2)
    assert "has no property x0" in next(answers)[0].message
    assert len(asked) < 20
    for i, found in enumerate(answers, 1):
        assert any(f"has no property x{i}." in problem.message for problem in found)
    assert len(asked) == 40


# When things go wrong


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """In node's place, a process that obeys the query."""

    def make(code):
        script = tmp_path / "fake.py"
        script.write_text(f"import json, sys, time\nfor line in sys.stdin:\n{code}")
        monkeypatch.setattr(module, "SCRIPT", script)
        monkeypatch.setattr(module, "_node", lambda: sys.executable)
        return Checker()

    return make


ANSWER = """
    query = json.loads(line)["query"]
    if "die" in query: sys.exit(1)
    if "hang" in query: time.sleep(60)
    error = [["error", "no", 1, 1]] if query in WRONG else []
    elements = {"elements": [1, 2, 3]}
    print(json.dumps({"problems": error, "mentions": [elements], "heap": HEAP}), flush=True)
"""


def answer(wrong=module.CANARIES, heap=1):
    return ANSWER.replace("WRONG", repr(list(wrong))).replace("HEAP", str(heap))


def test_a_killed_process_is_replaced(fake):
    with fake(answer()) as checker:
        checker.check("RETURN 1")
        psutil.Process(checker._workers[0]._process.pid).kill()
        assert checker.check("RETURN 1, 2") == []


@pytest.mark.parametrize(("what", "said"), [("die", "died"), ("hang", "no answer within 1 s")])
def test_a_query_that_stops_the_checker_is_tried_again_and_reported(fake, monkeypatch, what, said):
    monkeypatch.setattr(module, "TIMEOUT", 1)
    with fake(answer()) as checker:
        (problem,) = checker.check(f"RETURN {what}")
        assert problem.severity == "error"
        assert said in problem.message
        assert checker.check("RETURN 1") == []


@pytest.mark.parametrize("wrong", [module.CANARIES[1:], [*module.CANARIES, module.RIGHT]])
def test_a_checker_that_is_wrong_about_what_is_known_is_not_trusted(fake, wrong):
    with fake(answer(wrong)) as checker:
        with pytest.raises(UserError, match="cannot be trusted"):
            checker.check("RETURN 1")
        with pytest.raises(UserError, match="cannot be trusted"):
            checker.check("RETURN 1")


def test_canaries_are_sent_again_and_again(fake, monkeypatch):
    sent = []
    monkeypatch.setattr(module, "BETWEEN_CANARIES", 5)
    send = module._Worker._send_canaries
    monkeypatch.setattr(module._Worker, "_send_canaries", lambda w: (sent.append(1), send(w)))
    with fake(answer()) as checker:
        for number in range(2, 14):
            checker.check(f"RETURN {'1, ' * number}1")
    assert len(sent) == 3


@pytest.mark.parametrize(("name", "heap"), [("QUERIES", 1), ("HEAP", 10**9)])
def test_a_process_that_has_done_much_is_replaced(fake, monkeypatch, name, heap):
    monkeypatch.setattr(module, "QUERIES", 2 if name == "QUERIES" else 100)
    with fake(answer(heap=heap)) as checker:
        processes = set()
        for number in range(6):
            checker.check(f"RETURN {'1, ' * number}1")
            processes.add(checker._workers[0]._process.pid)
    assert len(processes) == (3 if name == "QUERIES" else 6)


def test_a_checker_that_does_not_start_says_why(fake):
    said = r"(?s)died at its start.*make setup.*no such module"
    code = "    raise SystemExit('no such module')\n"
    with fake(code) as checker, pytest.raises(UserError, match=said):
        checker.check("RETURN 1")


def test_what_is_not_installed_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "FOLDER", tmp_path / "none")
    with Checker() as checker, pytest.raises(UserError, match=r"not installed.*make setup"):
        checker.check("RETURN 1")


@pytest.mark.slow
def test_node_ends_with_its_killed_parent():
    code = (
        "import time\nfrom neural.domains.cypher.checker import Checker\n"
        "checker = Checker()\nchecker.check('RETURN 1')\n"
        "print(checker._workers[0]._process.pid, flush=True)\ntime.sleep(600)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT)
    node = psutil.Process(int(parent.stdout.readline()))
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 20
    while node.is_running() and node.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_the_lock_of_npm_packages_names_digests_and_no_hosts():
    text = (ROOT / "requirements/checker/package-lock.json").read_text()
    packages = json.loads(text)["packages"]
    assert all(one["integrity"].startswith("sha512-") for name, one in packages.items() if name)
    assert not any("resolved" in one for one in packages.values())
