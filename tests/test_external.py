"""Other people's questions and other models' answers, from files to reports."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_evaluation import run

from neural.domains import cypher
from neural.domains.cypher.described import as_patterns
from neural.domains.cypher.engine import Engine
from neural.domains.cypher.external import adopt, script
from neural.domains.cypher.foreign import foreign
from neural.domains.cypher.tasks import GENERATE
from neural.errors import UserError
from neural.records import jsonl

SCHEMA = "(:Person {name: STRING, born: INTEGER})\n(:Person)-[:KNOWS]->(:Person)"
ROW = {"schema": SCHEMA, "question": "Who is there?", "cypher": "MATCH (p:Person) RETURN p.name"}
GRAPH = "CREATE (:Person {name: 'Al', born: 1})-[:KNOWS]->(:Person {name: 'Rob', born: 2})"

DESCRIBED = """Node properties:
- **Movie**
  - `title`: STRING Example: "The relationships: (:A)-[:B]"
  - `released`: DATE_TIME Min: 1902, Max: 2016
- **Person**
  - `name`: STRING Available options: ['Al', 'Rob']
Relationship properties:
- **ACTED_IN**
  - `roles: LIST` Min Size: 1, Max Size: 6
The relationships:
(:Person)-[:ACTED_IN]->(:Movie)
(:Person)-[:BORN IN]->(:City)"""
SHORT = """Node properties are the following:
Movie {title: STRING, released: DATE_TIME},Person {name: STRING}
Relationship properties are the following:
ACTED_IN {roles: LIST}
The relationships are the following:
(:Person)-[:ACTED_IN]->(:Movie),(:Person)-[:BORN IN]->(:City)"""
PATTERNS = """(:Movie {title: STRING, released: DATETIME})
(:Person {name: STRING})
(:City)
(:Person)-[:ACTED_IN {roles: LIST<STRING>}]->(:Movie)
(:Person)-[:`BORN IN`]->(:City)"""


def test_a_row_gets_our_keys_and_keeps_its_own():
    found = adopt(ROW | {"extra": [1]}, "some/file.jsonl:7")
    assert found["input"] == SCHEMA and found["output"] == ROW["cypher"]
    assert found["instruction"] == "Who is there?" and found["extra"] == [1]
    assert found["id"] == "file.jsonl:7" and "graph" not in found
    assert found["system"] == GENERATE


@pytest.mark.slow
def test_our_own_rows_stay_as_they_are():
    for row in cypher.generate(5, seed=2, threads=1):
        assert adopt(row, "x:1") == row


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, r"x\.jsonl:3: expected one of the keys schema, input, .*found no keys"),
        ({"schema": "s", "qestion": "q"}, r"keys question, .*found schema, qestion\."),
        ({"schema": "s", "question": "q", "cypher": ""}, "keys cypher, "),
        (
            {"schema": {"a": 1}, "question": "q", "cypher": "c"},
            "schema: expected text, found .{'a'",
        ),
        (ROW | {"graph": 5}, "graph: found '5', expected a script"),
        (ROW | {"graph": "moovies-1-1-4"}, "graph: found 'moovies-1-1-4'"),
        (ROW | {"graph": "../no.cypher"}, r"graph: found '\.\./no\.cypher'"),
    ],
)
def test_a_row_that_lacks_something_is_named_with_what_it_has(row, said):
    with pytest.raises(UserError, match=said) as error:
        adopt(row, "x.jsonl:3")
    assert str(error.value).startswith("x.jsonl:3: ")


def test_graphs_are_scripts_files_or_names(tmp_path):
    (tmp_path / "graph.cypher").write_text(GRAPH)
    where = f"{tmp_path}/rows.jsonl:1"
    for graph in (GRAPH, "graph.cypher", str(tmp_path / "graph.cypher")):
        assert adopt(ROW | {"graph": graph}, where)["graph"] == GRAPH
    assert adopt(ROW | {"graph": "movies-1-1-4"}, where)["graph"] == "movies-1-1-4"
    (tmp_path / "bad.cypher").write_bytes(b"CREATE (:\xff)")
    with pytest.raises(UserError, match=r"bad\.cypher: expected .* UTF-8"):
        adopt(ROW | {"graph": "bad.cypher"}, where)


def test_a_script_of_several_statements_is_loaded_as_one():
    text = """CREATE CONSTRAINT x FOR (p:Person) REQUIRE p.name IS UNIQUE;
    CREATE (index:Person {name: 'semi;colon'}); // made ; here
    CREATE INDEX FOR (p:Person) ON (p.name);
    MATCH (p:Nobody) CREATE (p)-[:KNOWS]->(p);
    MATCH (p:Person) CREATE (p)-[:KNOWS]->(:Person {name: 'Rob'});
    """
    with Engine() as engine:
        engine.load(script(text))
        rows = engine.run("MATCH (p)-[:KNOWS]->(q) RETURN p.name, q.name").rows
        assert rows == (("semi;colon", "Rob"),)
    assert script(GRAPH) == script(f"{GRAPH};\n") == GRAPH


@pytest.mark.parametrize("text", [DESCRIBED, SHORT, DESCRIBED.replace("\n", "\r\n")])
def test_schemas_described_by_neo4j_are_read(text):
    assert as_patterns(text) == PATTERNS
    assert adopt(ROW | {"schema": text}, "x:1")["input"] == PATTERNS
    query = "MATCH (p:Person)-[r:ACTED_IN]->(m:Movie) RETURN m.title, r.roles, p.roles"
    assert foreign(query, PATTERNS) == ["Person.roles"]


@given(st.text() | st.text("-*`:{}(),\n aN[]>", max_size=80).map("Node properties:\n{}".format))
def test_other_texts_are_no_such_description(text):
    found = as_patterns(text)
    assert found == text or found.startswith("(:")
    assert as_patterns(SCHEMA) == SCHEMA


# The script


def evaluate(folder: Path, rows: list[dict], answers: list[dict], *more: str):
    jsonl.write(folder / "rows.jsonl", rows)
    jsonl.write(folder / "answers.jsonl", answers)
    files = ["--dataset", folder / "rows.jsonl", "--answers", folder / "answers.jsonl"]
    files += [
        "--report",
        folder / "r.json",
        "--html",
        folder / "r.html",
        "--plot",
        folder / "r.svg",
    ]
    return run("scripts/evaluate.py", "--domain", "cypher", *files, *more)


@pytest.mark.slow
def test_answers_to_an_external_set_are_scored(tmp_path):
    (tmp_path / "graph.cypher").write_text(GRAPH)
    hostile = "MATCH (p:Persn) RETURN '<script>alert(1)</script>' // [bold]"
    answers = ["MATCH (x:Person) RETURN x.name AS who", hostile, "MATCH (", ROW["cypher"]]
    rows = [ROW | {"graph": "graph.cypher", "depth": i} for i in range(3)]
    done = evaluate(tmp_path, [*rows, ROW], [{"answer": text} for text in answers])
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "r.json").read_text())
    hits = {name: (rate["hits"], rate["of"]) for name, rate in found["overall"].items()}
    assert hits == {
        "execution": (1, 3),
        "same_text": (1, 1),
        "exact": (1, 4),
        "valid": (3, 4),
        "in_schema": (3, 4),
    }
    kinds = [wrong["mistake"]["kind"] for wrong in found["wrong"]]
    assert kinds == ["names that the schema lacks", "refused by the engine"]
    assert [wrong["id"] for wrong in found["wrong"]] == ["rows.jsonl:2", "rows.jsonl:3"]
    assert "execution is of 3 of 4 rows" in done.stdout and "depth 2" in done.stdout
    page = (tmp_path / "r.html").read_text()
    assert "&lt;script&gt;alert(1)" in page and "<script>" not in page


@pytest.mark.slow
def test_without_a_graph_the_headline_is_the_text(tmp_path):
    done = evaluate(tmp_path, [ROW, ROW], [{"answer": ROW["cypher"]}, {"answer": ""}])
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "r.json").read_text())
    assert found["headline"] == "same_text" and found["overall"]["same_text"]["rate"] == 0.5
    assert found["wrong"][0]["mistake"] == {"kind": "no query"}
    assert (tmp_path / "r.svg").exists()


@pytest.mark.slow
def test_odd_values_harm_nobody(tmp_path):
    odd = ROW | {"id": [1], "test_set": ["x"], "category": {"a": 1}, "depth": None, "graph": None}
    done = evaluate(tmp_path, [odd], [{"id": [1], "answer": "\x00\u202e" + "(" * 20_000}])
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "r.json").read_text())["test_sets"].keys() == {"['x']"}


@pytest.mark.slow
def test_rows_of_other_sources_are_left_out_or_asked_for(tmp_path):
    rows = [ROW | {"source": "a"}, ROW | {"source": "b"}, {"source": "english", "x": 1}]
    done = evaluate(tmp_path, rows, [{"answer": "RETURN 1"}])
    assert done.returncode == 1 and "there are a, b, english. Set --source." in done.stderr
    done = evaluate(tmp_path, rows, [{"answer": "RETURN 1"}], "--source", "b")
    assert done.returncode == 0, done.stderr
    done = evaluate(tmp_path, rows, [{"answer": "RETURN 1"}], "--source", "all")
    assert done.returncode == 1 and "rows.jsonl:3: expected one of the keys" in done.stderr


@pytest.mark.slow
def test_mistakes_of_the_user_are_messages(tmp_path):
    bad = {"schema": SCHEMA, "question": "Who?"}
    done = evaluate(tmp_path, [ROW, bad], [{"answer": "x"}])
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "rows.jsonl:2: expected one of the keys cypher" in done.stderr
    done = evaluate(tmp_path, [ROW, ROW], [{"answer": "x"}])
    assert done.returncode == 1 and "answers.jsonl: 1 answers to 2 rows" in done.stderr
    done = evaluate(tmp_path, [ROW | {"graph": "CREATE (:A"}], [{"answer": "x"}])
    assert done.returncode == 1 and "row rows.jsonl:1: the engine refuses" in done.stderr
    done = evaluate(tmp_path, [ROW], [{"answer": "x"}], "--gguf", "x.gguf")
    assert done.returncode == 2 and "not allowed with" in done.stderr
    assert not list(tmp_path.glob("r.*"))


@pytest.mark.slow
def test_a_gguf_is_asked_an_external_set(tiny_gguf, tmp_path):
    jsonl.write(tmp_path / "rows.jsonl", [ROW | {"graph": GRAPH}, ROW])
    files = ["--dataset", tmp_path / "rows.jsonl", "--report", tmp_path / "r.json"]
    done = run(
        "scripts/evaluate.py",
        "--gguf",
        tiny_gguf,
        "--domain",
        "cypher",
        "--max-tokens",
        "9",
        *files,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "r.json").read_text())
    assert found["rows"] == 2 and found["overall"]["stopped"]["of"] == 2
    assert found["overall"]["execution"]["of"] == 1
