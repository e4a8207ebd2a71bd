"""What rows ask for beside writing a query: each answer is proven, none gives itself away."""

import json
from random import Random

import pytest

from neural.domains import cypher
from neural.domains.cypher.engine import Engine
from neural.domains.cypher.graph import build
from neural.domains.cypher.tasks import TASKS, message
from neural.domains.cypher.voice.typos import mistyped
from neural.errors import UserError


@pytest.fixture(scope="module")
def rows():
    shares = dict.fromkeys(TASKS, 1.0) | {"generate": 0.0}
    return list(cypher.generate(160, seed=3, threads=2, tasks=shares, action="graph.ask"))


def of(rows, task):
    found = [row for row in rows if row["task"] == task]
    assert found, task
    return found


def loaded(engine, row):
    engine.load(build(row["graph"]).create())
    return engine


def test_every_task_is_there_and_has_its_own_instruction(rows):
    assert {row["task"] for row in rows} == set(TASKS)
    systems = {row["system"] for row in rows}
    assert len(systems) == len(TASKS)


def test_what_is_to_be_repaired_fails_and_its_repair_does_not(rows):
    with Engine() as engine:
        for row in of(rows, "repair"):
            broken = next(
                part
                for line in row["instruction"].splitlines()
                for part in [line.removeprefix("This query fails: ")]
                if part[:2].isalpha() and "(" in part and "error" not in part.lower()
            )
            assert loaded(engine, row).run(broken).error, row
            assert not engine.run(row["output"]).error
            assert "arcadedb" not in row["instruction"]


def test_the_faster_query_has_the_same_result(rows):
    with Engine() as engine:
        for row in of(rows, "refactor"):
            slow = next(line for line in row["instruction"].splitlines() if "MATCH" in line)
            assert slow != row["output"]
            assert loaded(engine, row).run(slow).rows == engine.run(row["output"]).rows


def test_a_completion_begins_as_it_was_begun(rows):
    for row in of(rows, "complete"):
        comment, begun = row["instruction"].split("\n")
        assert comment.startswith("// ")
        assert row["output"].startswith(begun) and row["output"] != begun


def test_a_follow_up_speaks_of_them_and_has_another_query(rows):
    for row in of(rows, "follow_up"):
        *_, before, now = row["instruction"].split("\n")
        assert before.startswith("MATCH") and before != row["output"]
        assert len(now) < 200 and now[0].isupper()


def test_a_slip_leaves_what_the_query_needs():
    asked = 'Show all movies whose title contains "Mercury" please.'
    query = "MATCH (movie:Movie) WHERE movie.title CONTAINS 'Mercury' RETURN movie.title"
    slips = {mistyped(asked, query, Random(seed)) for seed in range(40)}
    assert len(slips) > 4
    for slip in slips:
        assert slip != asked and "movies" in slip and "title" in slip and '"Mercury"' in slip
    assert mistyped("Movies", query, Random(1)) == "Movies"


def test_what_is_refused_lacks_something(rows):
    for row in of(rows, "refuse"):
        assert row["output"].startswith("Not possible with this schema: ")
        assert len(row["input"]) < len(build(row["graph"]).schema.text())
        assert not row["executed"]


def test_an_action_reads_and_bears_the_hosts_name(rows):
    for row in of(rows, "act"):
        action = json.loads(row["output"])
        assert action["action"] == "graph.ask" and "graph.ask" in row["system"]
        assert not any(word in action["params"]["cypher"] for word in ("CREATE", "SET ", "DELETE"))


def test_an_explanation_is_one_sentence(rows):
    for row in of(rows, "explain"):
        assert row["output"][0].isupper() and row["output"].endswith(".")
        assert (
            "MATCH" in row["instruction"]
            or "CREATE" in row["instruction"]
            or "MERGE" in (row["instruction"])
            or "RETURN" in row["instruction"]
            or "UNWIND" in row["instruction"]
        )


def test_shares_that_make_no_sense_are_refused():
    for tasks, said in (
        ({"explian": 1}, "Did you mean 'explain'"),
        ({"explain": -1}, "a share of 0 or more"),
        ({"explain": 0}, "sum to 0"),
    ):
        with pytest.raises(UserError, match=said):
            next(cypher.generate(1, seed=1, tasks=tasks))


def test_an_error_keeps_the_engines_words_alone():
    said = (
        "Query failed: com.arcadedb.exception.CommandParsingException: Unexpected x (caused by y)"
    )
    assert message(said + "\nmore") == "Unexpected x"
