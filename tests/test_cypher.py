"""The Cypher domain: graphs, meanings, the queries and questions made of them, the engine."""

import json
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neural.domains import cypher
from neural.domains.cypher import model, proof, schema
from neural.domains.cypher.answers import World, answer
from neural.domains.cypher.engine import Engine, Outcome
from neural.domains.cypher.generate import generate
from neural.domains.cypher.grammar import REQUESTS, NotHere, Scene
from neural.domains.cypher.graph import Graph, build
from neural.domains.cypher.model import Comparison, Linked, NamedNode, NodeSet, Value
from neural.domains.cypher.mutants import mutants
from neural.domains.cypher.nornic import nornic_safe
from neural.domains.cypher.render import cypher as rendered
from neural.domains.cypher.render.pattern import Names
from neural.domains.cypher.schema import Kind, Link, Prop, Property, Schema, _load, families, words
from neural.domains.cypher.score import same_result
from neural.domains.cypher.syntax import identifier, literal
from neural.domains.cypher.voice import english
from neural.domains.cypher.voice.ask import they
from neural.domains.cypher.voice.phrases import Voice, plain_noun
from neural.domains.cypher.voice.wording import (
    a,
    agreed,
    is_many,
    near,
    object_of,
    spoken,
    third_person,
    with_article,
)
from neural.errors import UserError
from neural.inflection import plural


@pytest.fixture(scope="module")
def engine():
    with Engine() as engine:
        yield engine


@pytest.fixture(scope="module")
def rows():
    return list(cypher.generate(160, seed=5, threads=2))


@pytest.fixture(scope="module")
def films():
    """Ana and Ben acted in Heat, Ana also in Rain, which Cem directed. Rain continues Heat."""
    text, number = Property("STRING"), Property("INTEGER")
    name, born = Prop("name", "STRING", "name", text), Prop("born", "INTEGER", "born", number)
    title, year = Prop("title", "STRING", "title", text), Prop("year", "INTEGER", "year", number)
    person = Kind("Person", "person", "people", True, (name, born))
    movie = Kind("Movie", "movie", "movies", False, (title, year))
    acted = Link("ACTED_IN", person, movie, "acted in", "acted in", "starring", (0, 3), ())
    made = Link("DIRECTED", person, movie, "directed", "directed", "directed by", (0, 3), ())
    sequel = Link("CONTINUES", movie, movie, "continue", "continue", "continued by", (0, 1), ())
    people = [{"name": "Ana", "born": 1980}, {"name": "Ben"}, {"name": "Cem", "born": 1970}]
    movies = [{"title": "Heat", "year": 1995}, {"title": "Rain", "year": 2001}]
    edges = [(0, 0, 0, {}), (0, 1, 0, {}), (0, 0, 1, {}), (1, 2, 1, {}), (2, 1, 0, {})]
    schema = Schema("films", (person, movie), (acted, made, sequel))
    return World(Graph("films-0-0-2", schema, {"Person": people, "Movie": movies}, edges))


def parts_of(films):
    return *films.graph.schema.kinds, *films.graph.schema.links


def test_a_meaning_is_answered_queried_and_said(films, engine):
    person, movie, acted, made, _ = parts_of(films)
    heat, ana = NamedNode(movie, "Heat"), NamedNode(person, "Ana")
    title = Value(movie, movie.key)
    late = Comparison(Value(movie, movie.props[1]), ">", 2000)
    same = Linked(acted, True, NodeSet(movie, (Linked(acted, False, ana),)))
    born = Value(person, person.props[1])
    young = Comparison(born, ">", 1975)
    ben = Comparison(Value(person, person.key), "=", "Ben")
    cases = [
        (
            model.Listing(NodeSet(person, (Linked(acted, True, heat),))),
            "MATCH (person:Person)-[:ACTED_IN]->(movie:Movie {title: 'Heat'}) RETURN person.name",
            [("Ana",), ("Ben",)],
        ),
        (  # the same person, not the others with her
            model.Listing(NodeSet(person, (same,))),
            "MATCH (person:Person)-[:ACTED_IN]->(movie:Movie)<-[:ACTED_IN]-"
            "(person2:Person {name: 'Ana'}) RETURN DISTINCT person.name",
            [("Ben",)],
        ),
        (
            model.Total(NodeSet(person, (Linked(acted, True, NodeSet(movie, (late,))),)),
                        model.Measure("count")),
            "MATCH (person:Person)-[:ACTED_IN]->(movie:Movie) WHERE movie.year > 2000 "
            "RETURN count(DISTINCT person) AS total",
            [(1,)],
        ),
        (
            model.Listing(NodeSet(person, (Linked(made, True, NodeSet(movie), ("=", 0)),))),
            "MATCH (person:Person) WHERE NOT (person)-[:DIRECTED]->(:Movie) RETURN person.name",
            [("Ana",), ("Ben",)],
        ),
        (
            model.PerNode(NodeSet(person), acted, True, NodeSet(movie),
                          model.Measure("collect", title), zero=True),
            "MATCH (person:Person) OPTIONAL MATCH (person)-[:ACTED_IN]->(movie:Movie) "
            "RETURN person.name, collect(movie.title) AS list",
            [("Ana", ("Heat", "Rain")), ("Ben", ("Heat",)), ("Cem", ())],
        ),
        (  # Ben's year is not known
            model.Listing(NodeSet(person, (model.Either((ben, young)),)),
                          order=model.Order(born, descending=True)),
            "MATCH (person:Person) WHERE (person.name = 'Ben' OR person.born > 1975) AND "
            "person.born IS NOT NULL RETURN person.name ORDER BY person.born DESC",
            [("Ana",)],
        ),
    ]  # fmt: skip
    engine.load(films.graph.create())
    for meaning, query, rows in cases:
        assert rendered(meaning) == query
        assert sorted(answer(meaning, films).rows) == rows
        proof.agree(engine, meaning, films)
    first = english(cases[0][0], Random(1), natural=False)
    assert "Heat" in first and "acted in" in first
    assert "the same movie as" in english(cases[1][0], Random(1), natural=False)


def test_a_query_that_does_not_mean_it_is_refused(films, engine, monkeypatch):
    person, movie, acted, *_ = parts_of(films)
    meaning = model.Listing(NodeSet(person, (Linked(acted, True, NamedNode(movie, "Heat")),)))
    engine.load(films.graph.create())
    monkeypatch.setattr(proof, "cypher", lambda _: "MATCH (p:Person) RETURN p.name")
    with pytest.raises(UserError, match="does not give what is meant"):
        proof.agree(engine, meaning, films)
    monkeypatch.setattr(proof, "cypher", lambda _: "MATCH (p:Person RETURN p.name")
    with pytest.raises(UserError, match="a generated query fails"):
        proof.agree(engine, meaning, films)


def test_what_a_mutant_cannot_change_proves_nothing(films):
    person, movie, acted, *_ = parts_of(films)
    everyone = Comparison(Value(movie, movie.props[1]), ">", 1900)
    heat = NamedNode(movie, "Heat")
    for where, telling in [
        ((Linked(acted, True, heat),), True),
        ((Linked(acted, True, NodeSet(movie, (everyone,))),), False),
    ]:
        meaning = model.Listing(NodeSet(person, where))
        assert proof.telling(meaning, films, Random(1)) == telling
    kinds = Counter(kind for kind, _ in mutants(meaning, films.graph, Random(1)))
    assert kinds["condition"] == 2 and kinds["operator"] == kinds["literal"] == 1


def test_ties_and_empty_answers_prove_nothing(films):
    person, movie, acted, made, _ = parts_of(films)
    count = model.PerNode(NodeSet(movie), made, False, NodeSet(person), model.Measure("count"))
    assert not proof.telling(replace(count, having=(">", 5)), films, Random(1))  # empty
    both = model.PerNode(NodeSet(movie), acted, False, NodeSet(person), model.Measure("count"))
    assert answer(replace(both, top=1), films).rows == (("Heat", 2),)
    assert not answer(replace(both, top=1), films).tied
    sequel = model.PerNode(NodeSet(person), acted, True, NodeSet(movie), model.Measure("count"))
    assert not answer(replace(sequel, top=1), films).tied
    assert answer(replace(sequel, top=2), films).rows == (("Ana", 2), ("Ben", 1))


def test_there_are_enough_families():
    assert len(families()) >= 60
    types = {
        p.type for f in families().values() for n in f.nodes.values() for p in n.properties.values()
    }
    assert types == set(schema.Type.__args__)


def test_every_request_can_be_made():
    """Each kind of request finds something to ask in some graph of some families."""
    worlds = [World(build(f"{name}-1-1-4")) for name in list(families())[:12]]
    made = Counter()
    for name, request in REQUESTS.items():
        for world in worlds:
            scene = Scene(world, Random(7), natural=False, full=True, depth=2)
            for _ in range(20):
                try:
                    meaning = request.make(scene)
                except NotHere:
                    continue
                assert rendered(meaning) and english(meaning, Random(1), natural=True)
                made[name] += 1
                break
    assert set(made) == set(REQUESTS)


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
    assert len({row["id"] for row in rows}) == len(rows) == 160
    assert len({row["form"] for row in rows}) > 80
    assert {row["depth"] for row in rows} == {1, 2, 3}
    assert cypher.verify(rows) == []
    for row in rows:
        assert row["split_group"] in families()
        assert row["instruction"][0] == row["instruction"][0].upper()
        assert not re.search(r"\{|\}|\bNone\b", row["instruction"]), row


def test_rows_hang_on_the_seed_alone(rows):
    again = list(cypher.generate(160, seed=5, threads=1))
    assert json.dumps(again) == json.dumps(rows)
    assert [r["id"] for r in cypher.generate(10, seed=6)] != [r["id"] for r in rows[:10]]


def test_every_name_in_a_query_stands_in_its_schema(rows):
    for row in rows:
        text = re.sub(r"'(?:[^'\\]|\\.)*'|point\.distance|db\.[\w.]+|node\b", "''", row["output"])
        for name in re.findall(r"\w\.([A-Za-z_]\w*)(?!\w*\()|:(\w+)", text):
            name = name[0] or name[1]
            known = " ".join([row["input"], *FIELDS])
            assert re.search(rf"\b{name}\b", known), (name, row)


FIELDS = [
    "latitude",
    "year",
    "month",
    "truncate",
    "inDays",
    "days",
    "day",
    "quarter",
    "hour",
    "minute",
    "dayOfWeek",
    "longitude",
]


def test_variables_are_named_after_labels():
    def named(*labels):
        names = Names()
        return [names.node(Kind(label, "", "", False, ())) for label in labels]

    assert named("Movie", "Movie") == ["movie", "movie2"]
    assert named("BankAccount", "Order") == ["bankAccount", "order1"]
    assert named("Hop2", "Hop", "Hop") == ["hop2", "hop", "hop3"]
    assert named("9 Lives`", "Total") == ["n9Lives", "total1"]


@pytest.mark.parametrize(
    ("query", "safe"),
    [
        ("MATCH (m:Movie) WHERE m.title = 'ORDER BY a, b' RETURN m.title", True),
        ("MATCH (m:Movie) RETURN m.title, m.year ORDER BY m.year DESC LIMIT 3", True),
        ("MATCH (p:P)-[:A]->(m:M) RETURN p.name, count(m) AS total ORDER BY total DESC", True),
        ("MATCH (m:Movie) RETURN m.title ORDER BY m.year", False),
        ("MATCH (m:Movie) RETURN m.title, m.year ORDER BY m.year, m.title", False),
        ("MATCH (p)-[:A]->(m) WITH p, count(m) AS n WHERE n > 1 RETURN p.name, n", False),
        ("MATCH (p:P) OPTIONAL MATCH (p)-[:A]->(m:M) RETURN p.name, count(m) AS n", False),
        ("MATCH (m:Movie) RETURN m.at.year", False),
        ("MATCH (m:Movie) RETURN sqrt(m.x) ^ 2", False),
    ],
)
def test_what_the_host_gets_wrong_is_marked(query, safe):
    assert nornic_safe(query) == safe


def test_too_many_rows_asked_is_said(monkeypatch):
    module = import_module("neural.domains.cypher.generate")
    monkeypatch.setattr(module, "proven", lambda *_: False)
    with pytest.raises(UserError, match="asked for 9 rows, only 0"):
        list(generate(9, seed=1, threads=1))


def test_score_by_result_not_by_text(rows):
    reads = [row for row in rows if row["category"] == "where" and "[:" not in row["output"]]
    renamed = []
    for query in (row["output"] for row in reads):
        variable = re.search(r"\((\w+):", query).group(1)
        renamed.append(re.sub(rf"(?<=\(){variable}(?=:)|\b{variable}(?=\.)", "node", query))
    scores = cypher.score(reads, renamed)
    assert all(score["valid"] and score["execution"] for score in scores)
    assert not any(score["exact"] for score in scores)


def test_score_of_wrong_answers(rows):
    run = [row for row in rows if row["executed"]]
    for said in ("", "MATCH (n RETURN n", "MATCH (n) RETURN 'nothing like it'"):
        scores = cypher.score(run[:20], [said] * 20)
        assert not any(score["execution"] for score in scores)
        assert all(score["valid"] == ("nothing" in said) for score in scores)


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
    assert engine.run("MATCH (p:P {name: 'x'}) SET p.name = 'z' CREATE (:Q)").state != before
    assert engine.run("CREATE INDEX FOR (p:P) ON (p.name)").error is None
    assert engine.state() == before
    assert "no viable alternative" in engine.run("MATCH (p RETURN p").error
    assert engine.run("MATCH (p:P) RETURN p.nothing").rows == ((None,), (None,))
    engine.load("CREATE (:P {name: 'new'})")
    assert engine.state() != before and len(engine.state()) == 1


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


def test_names_that_are_no_plain_words_are_quoted():
    assert identifier("Movie") == "Movie"
    assert identifier("2nd Order") == "`2nd Order`"
    assert identifier("bad`}) DETACH DELETE n //") == "`bad``}) DETACH DELETE n //`"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_no_name_leaves_its_backquotes(engine, text):
    engine.load("CREATE (:P {name: 'only one'})")
    found = engine.run(f"MATCH (n:P) RETURN n.{identifier(text)} AS x")
    if text.isprintable():
        assert found.rows in (((None,),), (("only one",),)), (text, found)
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
    assert third_person("can be reused") == "can be reused"
    assert third_person("first published") == "first published"
    assert third_person("still owe") == "still owes"
    assert (a("age"), a("rating"), a("SLA"), a("ENDORSED link")) == (
        "an age",
        "a rating",
        "an SLA",
        "an ENDORSED link",
    )
    assert object_of("carried out", "it") == "carried it out"
    assert object_of("acted in", "it") == "acted in it"
    assert words("releaseYear") == words("release_year") == words("RELEASE_YEAR") == "release year"
    assert near("released", "release year") and not near("purchased", "bought")
    assert near("owns", "own") and not near("pass", "pay")
    assert near("plays for", "play for") and not near("backup for", "stand in for")


@pytest.mark.parametrize(
    ("name", "type_", "noun", "said"),
    [
        ("seats", "INTEGER", "number of seats", "number of seats"),
        ("inspected_on", "DATE", "last inspection date", "inspected date"),
        ("transport_mode", "STRING", "mode of transport", "transport mode"),
        ("release_year", "INTEGER", "release year", "release year"),
        ("established", "INTEGER", "founding year", "established year"),
        ("published_on", "DATE", "publication date", "published date"),
        ("joined_at", "DATETIME", "registration time", "joined time"),
        ("on_air_since", "INTEGER", "first year on air", "on air since year"),
        ("fuel", "STRING", "energy source", "fuel"),
        ("frozen", "BOOLEAN", None, "frozen flag"),
    ],
)
def test_a_property_is_called_by_a_noun_with_the_words_of_its_name(name, type_, noun, said):
    prop = Prop(name, type_, words(name), Property(type_, noun=noun))
    assert plain_noun(prop) == said


def test_verbs_agree_with_plural_properties():
    assert is_many("lines of code") and is_many("violations found") and not is_many("bonus")
    assert not is_many("number of seats") and not is_many("address") and not is_many("news")
    assert agreed("whose lines of code is 3", "lines of code") == "whose lines of code are 3"
    assert agreed("where the views exceeds 3", "views") == "where the views exceed 3"
    assert agreed("whose price is 3", "price") == "whose price is 3"
    assert (with_article("views"), with_article("age")) == ("views", "an age")


def test_one_thing_is_it_and_one_person_they(films):
    acted, _, sequel = films.graph.schema.links
    assert they(acted, single=True) == "they acted in"
    assert they(sequel, single=True) == "it continues"
    assert they(sequel) == "they continue"


def test_a_value_is_quoted_where_its_end_would_not_show():
    assert spoken("Small wins this week") == '"Small wins this week"'
    assert spoken("What Is It Like?") == '"What Is It Like?"'
    assert (spoken("Lower Sheepwalk"), spoken("WH-LAX-05")) == ("Lower Sheepwalk", "WH-LAX-05")
    assert (spoken(True), spoken(2.5)) == ("true", "2.5")
    assert spoken(("Oslo", "Bergen", "Voss")) == "Oslo, Bergen and Voss"


def test_plain_verbs_say_the_type():
    """Where a family's own verb is far from the type, its YAML must give a nearer one."""
    for family in families().values():
        for link in family.relationships:
            verb = link.plain or link.forward
            assert near(words(link.type), verb) or verb == "have", link


def plain_scene(graph_id, seed):
    return Scene(World(build(graph_id)), Random(seed), natural=False, full=False, depth=1)


def test_plain_plurals_say_the_label():
    scenes = [plain_scene(f"movies-{number}-1-4", 1) for number in range(9)]
    assert "people" in {kind.plural for s in scenes for kind in s.graph.schema.kinds}
    for scene in scenes:
        for kind in scene.schema.kinds:
            assert near(words(kind.label), kind.plural), kind


def test_plain_questions_name_the_label_of_a_node():
    for number in range(20):
        scene = plain_scene("movies-1-1-4", number)
        node = scene.named(scene.kind())
        assert node.kind.singular in Voice(scene.rng, natural=False).the(node)
