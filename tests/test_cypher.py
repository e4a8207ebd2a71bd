"""The Cypher domain: graphs, questions with queries, the engine, the score."""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neural.domains import cypher
from neural.domains.cypher import schema
from neural.domains.cypher.engine import Engine, Outcome
from neural.domains.cypher.graph import build, literal
from neural.domains.cypher.scene import NotHere, Scene
from neural.domains.cypher.schema import _load, families, words
from neural.domains.cypher.score import same_result
from neural.domains.cypher.shapes import SHAPES
from neural.domains.cypher.variables import named
from neural.domains.cypher.wording import a, near, spoken, third_person
from neural.errors import UserError
from neural.inflection import plural


@pytest.fixture(scope="module")
def engine():
    with Engine() as engine:
        yield engine


@pytest.fixture(scope="module")
def rows():
    return list(cypher.generate(120, seed=5, threads=2))


def test_there_are_enough_families_and_shapes():
    assert len(families()) >= 40
    assert len(SHAPES) >= 40
    clauses = {"MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "ORDER BY", "LIMIT", "SKIP", "UNWIND"}
    clauses |= {"CREATE", "MERGE", "SET", "REMOVE", "DELETE", "UNION", "CASE", "EXISTS"}
    said = "\n".join(draft.cypher for draft in drafts("movies-1-1-4"))
    assert {clause for clause in clauses if clause not in said} <= {"REMOVE"}, said


def drafts(graph_id: str):
    """What each shape makes of one graph, where it can."""
    for shape in SHAPES.values():
        scene = Scene(build(graph_id), Random(7), natural=False)
        for _ in range(20):
            try:
                yield shape.make(scene)
                break
            except NotHere:
                continue


def test_threads_that_ask_at_once_load_the_families_once(monkeypatch, tmp_path):
    """msgspec crashes the process when two threads are the first to convert to a type."""
    (tmp_path / "one.yaml").touch()
    loads = []
    monkeypatch.setattr(schema, "_load", lambda path: (time.sleep(0.05), loads.append(path)))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(schema.families, [tmp_path] * 4))
    assert len(loads) == 1
    assert all(one is found[0] for one in found)


def test_rows_are_distinct_verified_and_whole(rows):
    assert len({row["id"] for row in rows}) == len(rows) == 120
    assert len({row["shape"] for row in rows}) > 60
    assert cypher.verify(rows) == []
    for row in rows:
        assert row["split_group"] in families()
        assert row["instruction"][0] == row["instruction"][0].upper()
        assert not re.search(r"\{|\}|\bNone\b", row["instruction"]), row


def test_rows_hang_on_the_seed_alone(rows):
    again = list(cypher.generate(120, seed=5, threads=1))
    assert json.dumps(again) == json.dumps(rows)
    assert [r["id"] for r in cypher.generate(10, seed=6)] != [r["id"] for r in rows[:10]]


def test_every_name_in_a_query_stands_in_its_schema(rows):
    for row in rows:
        text = re.sub(r"'(?:[^'\\]|\\.)*'", "''", row["output"])
        for name in re.findall(r"\w\.([A-Za-z_]\w*)|:(\w+)", text):
            name = name[0] or name[1]
            assert re.search(rf"\b{name}\b", row["input"]), (name, row)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "MATCH (a:Movie {title: 'a (b:C) it\\'s a'})-[r:SEQUEL_OF]->(b:Movie) RETURN b.a, r.b",
            "MATCH (movie:Movie {title: 'a (b:C) it\\'s a'})-[r:SEQUEL_OF]->(movie2:Movie) "
            "RETURN movie2.a, r.b",
        ),
        (
            "MATCH (a:BankAccount) WHERE NOT (a)-[:a]->(:B) RETURN a.x, count(a) AS n",
            "MATCH (bankAccount:BankAccount) WHERE NOT (bankAccount)-[:a]->(:B) "
            "RETURN bankAccount.x, count(bankAccount) AS n",
        ),
        ("MATCH (a:Order) RETURN a.no", "MATCH (order1:Order) RETURN order1.no"),
        (
            "MATCH (a:Hop2)-[:IN]->(b:Hop)-[:IN]->(c:Hop) RETURN a.x, b.x, c.x",
            "MATCH (hop2:Hop2)-[:IN]->(hop:Hop)-[:IN]->(hop3:Hop) RETURN hop2.x, hop.x, hop3.x",
        ),
        (
            "MATCH (a:ROUTE_TOTAL)-[:IN]->(b:Total) RETURN a.x, count(b) AS total",
            "MATCH (routeTotal:ROUTE_TOTAL)-[:IN]->(total1:Total) "
            "RETURN routeTotal.x, count(total1) AS total",
        ),
    ],
)
def test_variables_are_named_after_labels(query, expected):
    assert named(query) == expected


def test_too_many_rows_asked_is_said(monkeypatch):
    module = import_module("neural.domains.cypher.generate")
    monkeypatch.setattr(module, "telling_result", lambda *_: False)
    with pytest.raises(UserError, match="asked for 9 rows, only 0"):
        list(cypher.generate(9, seed=1, threads=1))


def test_score_by_result_not_by_text(rows):
    reads = [row for row in rows if row["category"] == "where"]
    renamed = []
    for query in (row["output"] for row in reads):
        variable = re.search(r"\((\w+):", query).group(1)
        renamed.append(re.sub(rf"(?<=\(){variable}(?=:)|\b{variable}(?=\.)", "node", query))
    scores = cypher.score(reads, renamed)
    assert all(score["valid"] and score["execution"] for score in scores)
    assert not any(score["exact"] for score in scores)


def test_score_of_wrong_answers(rows):
    for answer in ("", "MATCH (n RETURN n", "MATCH (n) RETURN 'nothing like it'"):
        scores = cypher.score(rows[:20], [answer] * 20)
        assert not any(score["execution"] for score in scores)
        assert all(score["valid"] == ("nothing" in answer) for score in scores)


def test_a_write_is_judged_by_the_graph_it_leaves(rows):
    writes = [row for row in rows if row["category"] == "delete"]
    assert writes
    harmless = cypher.score(writes, ["MATCH (n) WHERE false DELETE n"] * len(writes))
    assert not any(score["execution"] for score in harmless)


def test_verify_names_what_is_wrong(rows):
    bad = [
        {**rows[0], "output": "MATCH (n RETURN n"},
        {**rows[0], "input": "(:Other)"},
        {**rows[0], "graph": "moovies-1-1-4"},
        {"instruction": "x", "output": "RETURN 1"},
    ]
    problems = dict(cypher.verify([*bad, rows[1]]))
    assert sorted(problems) == [0, 1, 2, 3]
    assert "refuses" in problems[0] and "schema" in problems[1]
    assert "Did you mean 'movies'" in problems[2]


def test_order_counts_only_when_asked_for():
    one, other = Outcome(rows=((1.0,), (2.0,))), Outcome(rows=((2.0,), (1.0,)))
    assert same_result(one, other, ordered=False)
    assert not same_result(one, other, ordered=True)
    assert same_result(Outcome(rows=((1.0, "x"),)), Outcome(rows=(("x", 1.0),)), ordered=True)
    assert not same_result(one, Outcome(error="no"), ordered=False)
    assert not same_result(Outcome(state=("a",)), Outcome(state=("b",)), ordered=False)


def test_engine_undoes_writes_and_outlives_bad_queries(engine):
    engine.load("CREATE (:P {name: 'x', at: date('2020-01-02')})-[:R {n: 1}]->(:P {name: 'y'})")
    before = engine.state()
    assert engine.run("MATCH (p:P) DETACH DELETE p").state == ()
    assert engine.state() == before
    assert engine.run("MATCH (p:P) RETURN count(p)").rows == ((2.0,),)
    assert "no viable alternative" in engine.run("MATCH (p RETURN p").error
    assert engine.run("MATCH (p:P) RETURN p.nothing").rows == ((None,), (None,))


def test_engine_ends_a_query_that_never_ends(engine, monkeypatch):
    monkeypatch.setattr("neural.domains.cypher.engine.TIMEOUT", 1)
    engine.load("CREATE (:P {name: 'x'})")
    slow = "UNWIND range(1, 9999999) AS x UNWIND range(1, 9999999) AS y RETURN max(x * y)"
    assert "no answer within" in engine.run(slow).error
    monkeypatch.undo()
    assert engine.run("MATCH (p:P) RETURN p.name").rows == (("x",),)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_no_text_leaves_its_literal(engine, text):
    engine.load("CREATE (:P {name: 'only one'})")
    found = engine.run(f"RETURN {literal(text)} AS x")
    if "\0" not in text:
        assert found.rows == ((text,),), text
    assert engine.run("MATCH (n) RETURN count(n)").rows == ((1.0,),)


def test_a_bad_family_file_is_named(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("name: x\nnodes: {A: {singular: a, plural: as, key: k, properties: {}}}\n")
    with pytest.raises(UserError, match=r"x\.yaml.*relationships"):
        _load(path)
    path.write_text(path.read_text() + "relationships: []\n")
    with pytest.raises(UserError, match=r"x\.yaml: A: the key 'k'"):
        _load(path)


def test_english_of_verbs_and_nouns():
    assert third_person("depart from") == "departs from"
    assert third_person("are owned by") == "is owned by"
    assert third_person("acted in") == "acted in"
    assert third_person("carry") == "carries"
    assert third_person("feed") == "feeds"
    assert third_person("are sequels of") == "is a sequel of"
    assert third_person("are accessories for") == "is an accessory for"
    assert third_person("are part of") == "is part of"
    assert (plural("story"), plural("box"), plural("day")) == ("stories", "boxes", "days")
    assert (a("age"), a("rating")) == ("an age", "a rating")
    assert words("releaseYear") == words("release_year") == words("RELEASE_YEAR") == "release year"
    assert near("released", "release year") and not near("purchased", "bought")
    assert near("owns", "own") and not near("pass", "pay")
    assert near("plays for", "play for") and not near("backup for", "stand in for")


def test_a_value_is_quoted_where_its_end_would_not_show():
    assert spoken("Small wins this week") == '"Small wins this week"'
    assert spoken("What Is It Like?") == '"What Is It Like?"'
    assert (spoken("Lower Sheepwalk"), spoken("WH-LAX-05")) == ("Lower Sheepwalk", "WH-LAX-05")
    assert (spoken(True), spoken(2.5)) == ("true", "2.5")


def test_plain_verbs_say_the_type():
    """Where a family's own verb is far from the type, its YAML must give a nearer one."""
    for family in families().values():
        for link in family.relationships:
            verb = link.plain or link.forward
            assert near(words(link.type), verb) or verb == "have", link


def test_plain_plurals_say_the_label():
    graphs = [build(f"movies-{number}-1-4") for number in range(9)]
    assert "people" in {kind.plural for graph in graphs for kind in graph.schema.kinds}
    for graph in graphs:
        for kind in Scene(graph, Random(1), natural=False).schema.kinds:
            assert near(words(kind.label), kind.plural), kind


def test_plain_questions_name_the_label_of_a_node():
    for number in range(20):
        scene = Scene(build("movies-1-1-4"), Random(number), natural=False)
        kind = scene.kind()
        assert kind.singular in scene.the(kind, scene.name(kind))
