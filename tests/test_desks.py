"""What domains do for people's own questions: a graph's, a database's, a game's."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from rich.console import Console

from neural import domains
from neural.asking.session import Session
from neural.asking.terminal import UNANSWERED, Terminal
from neural.domains.cypher.desk import stores
from neural.domains.cypher.desk.changes import changes
from neural.domains.cypher.own.reading import address
from neural.domains.desk import Reading
from neural.errors import UserError
from neural.sandbox import box
from tests.asked import GivenTalk

needs_box = pytest.mark.skipif(
    not box.bubblewrap(), reason="bubblewrap is not there or not allowed"
)
READS = (
    "MATCH (n:Movie) WHERE n.set = 'CREATE (x)' RETURN n.title // DELETE",
    "MATCH (n) CALL { WITH n RETURN count(*) AS c } RETURN c",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (n:`SET`)-[:DELETE]->(m) RETURN n.merge, m.create",
    "MATCH (n) RETURN [x IN n.tags WHERE x > 1.5 | x]",
)
CHANGING = (
    "CREATE (n)",
    "MATCH (n) DETACH DELETE n",
    "match (n) set n.x = 1",
    "MATCH (n) WHERE n.x > 1. SET n.x = 2",
    "MATCH (n) RETURN n; DROP INDEX x",
    "CALL apoc.create.node(['A'], {})",
    "CALL `db`.`labels`()",
    "MATCH (n) RETURN 'a\\u0027 SET n.x = 1 //'",
    "MATCH (n) RETURN 'open SET n.x = 1",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (set) RETURN set",  # only a name, but nobody has to be sure
    "PROFILE MATCH (n) RETURN n",
    "",
    "no query",
)
OWN = """nodes:
  Person: {properties: {name: STRING, born: DATE}}
  Movie: {properties: {title: STRING}}
relationships:
  - {type: ACTED_IN, from: Person, to: Movie}
"""


@pytest.mark.parametrize("query", READS)
def test_what_only_reads(query):
    assert not changes(query)


@pytest.mark.parametrize("query", CHANGING)
def test_what_may_change_something(query):
    assert changes(query)


@pytest.mark.slow
def test_a_graph_from_question_to_rows(tmp_path):
    own = tmp_path / "my.yaml"
    own.write_text(OWN)
    with domains.open_desk("cypher", str(own), lambda text: None) as desk:
        assert "(:Person)-[:ACTED_IN]->(:Movie)" in desk.text
        assert desk.row("Q?")["input"] == desk.text
        assert len(desk.examples) == 4 and {"Movie", "title"} < set(desk.words)

        def asked(text, limit=20):
            reading = desk.read("", text)
            return reading, desk.run(reading, limit) if reading.runs else None

        born = "MATCH (p:Person) WHERE p.born IS NOT NULL RETURN p"
        reading, found = asked(f"```cypher\n{born}\n```")
        assert not reading.problems and found.rows[0][0]["born"][4] == "-"  # a date, no number
        reading, found = asked("MATCH (f:Film) RETURN f.titel")
        assert "no label Film" in reading.notes[0] and found.rows == () and not found.error
        reading, found = asked("MATCH (m:Movie RETURN m")
        assert reading.problems[0].startswith("column 16: Invalid input 'RETURN'")
        assert found is None
        for text in ("", "I do not know.", "Not possible with this schema: nothing of it."):
            assert not desk.read("", text).runs
        _, found = asked("UNWIND range(1, 10000) AS x RETURN x")
        assert [row[0] for row in found.rows] == list(range(1, 21)) and found.cut

        reading, found = asked("CREATE (m:Movie {title: 'New'})")
        assert reading.changes and not found.error
        count = "MATCH (m:Movie {title: 'New'}) RETURN count(m) AS c"
        assert asked(count)[1].rows == ((1,),)  # it stays
        sly = Reading("CREATE (m:Movie {title: 'New'})", runs=True, changes=False)
        assert "not idempotent" in desk.run(sly, 20).error
        assert asked(count)[1].rows == ((1,),)


@pytest.mark.parametrize(
    "about, message",
    [
        ("nope.yaml", "no such file"),
        ("moovies", "no such file, and none of the .* Did you mean 'movies'"),
        ("bolt://me:secret@localhost", "name or password in it"),
        ("ftp://localhost", "no way to ask a database"),
    ],
)
def test_what_is_no_graph(about, message):
    with pytest.raises(UserError, match=message), domains.open_desk("cypher", about, print):
        pass


@pytest.fixture
def served(monkeypatch):
    """Answers over HTTP as Neo4j does; yields (address, requests, answers by query)."""
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    asked, answers, go_on = [], {}, threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            query = body["statements"][0]["statement"]
            asked.append((query, self.headers["Access-Mode"]))
            if query == "RETURN 'late'":
                go_on.wait(60)
            errors = [{"code": "Neo.ClientError", "message": "no"}] if query not in answers else []
            rows = [{"row": row} for row in answers.get(query, [])]
            results = [] if errors else [{"columns": ["a", "b"], "data": rows}]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"results": results, "errors": errors}).encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked, answers
        go_on.set()
        server.shutdown()


def test_a_database_is_asked_read_only_and_within_time(served, monkeypatch):
    place, asked, answers = served
    answers["RETURN 1"] = [[1, {"x": None}]] * 10_000
    answers["CREATE (n)"] = []
    with stores.database(address.parse(place)) as run:
        found = run("RETURN 1", 20, False)
        assert found.columns == ("a", "b") and found.rows[0] == (1, {"x": None})
        assert len(found.rows) == 20 and found.cut
        assert run("CREATE (n)", 20, True).rows == ()
        said = run("RETURN 2", 20, False).error
        assert said.startswith(f"{place}: the database refuses a query: no. Write it otherwise")
        assert "RETURN 2" not in said  # it stands above, as it was typed
        monkeypatch.setattr(stores, "PATIENCE", 0.2)
        assert "no answer within 0.2 s" in run("RETURN 'late'", 20, False).error
    assert [mode for _, mode in asked[:3]] == ["READ", "WRITE", "READ"]


def test_a_ruling_is_asked_with_its_cards_and_its_rules_are_told():
    with domains.open_desk("mtg", None, print) as desk:
        row = desk.row("Does lightning bolt kill Grizzly Bears?")
        assert row["input"].count("\n") == 1 and "Grizzly Bears {1}{G}" in row["input"]
        assert desk.row("Why?")["input"] == ""
        reading = desk.read("", "Yes, rule 704.5g. But rule 999.9z says no.")
        assert "is destroyed" in reading.notes[0] and "look it up" in reading.notes[1]
        assert not reading.runs
    with pytest.raises(UserError, match="about the cards"), domains.open_desk("mtg", "x", print):
        pass


@needs_box
def test_code_of_an_answer_is_tried_and_called(tmp_path):
    with domains.open_desk("coding", None, print) as desk:
        assert desk.row("Why?") == {"instruction": "Why?", "input": ""}
        assert desk.read("", "double(2)").problems  # nothing was shown yet
        answer = "So:\n\n```python\ndef double(n):\n    return 2 * n\n```\n"
        reading = desk.read(
            "Write double(n), so that double(3) is 6 and double('a)') is 'a)a)'", answer
        )
        assert reading.runs and reading.language == "markdown" and reading.text == answer
        found = desk.run(reading, 20)
        assert found.columns == ("call", "result") and not found.error
        assert found.rows == (("double(3)", "6"), ("double('a)')", "'a)a)'"))
        typed = desk.read("", "double([1])")
        assert typed.language == "python" and desk.run(typed, 20).rows[0][1] == "[1, 1]"
        wrong = desk.run(desk.read("", "double(1, 2)"), 20)
        assert wrong.error.startswith("TypeError: double() takes 1")
        assert desk.run(desk.read("Write it.", answer), 20).rows == (("loads",),)
        broken = desk.run(desk.read("Write it.", answer.replace("(n)", "(n")), 20)
        assert broken.error.startswith("load: solution.py") and not broken.rows
        leak = "```python\nfrom pathlib import Path\nX = Path('/etc/passwd').read_text()\n```"
        assert "FileNotFoundError" in desk.run(desk.read("?", leak), 20).error
        assert not desk.read("Why?", "Because.").runs
        assert not desk.read("Why?", "```text\nnothing to run\n```").runs
        assert desk.read("Why?", "").problems


GO = """package main

import "fmt"

func Pair(n int) (string, bool) {
	return fmt.Sprint(n), true
}"""
JAVASCRIPT = """async function half(n) {
  return [n / 2];
}"""
JAVA = """import java.util.*;

final class Twice {
    static int[] of(int n) {
        return new int[] {n, n};
    }
}"""


@pytest.mark.slow
@needs_box
@pytest.mark.parametrize(
    "label, code, call, result",
    [
        ("go", GO, "Pair(2)", "2 true"),
        ("js", JAVASCRIPT, "half(3)", "[ 1.5 ]"),
        ("java", JAVA, "Twice.of(4)", "[4, 4]"),
    ],
)
def test_code_in_other_languages_is_called(label, code, call, result):
    with domains.open_desk("coding", None, print) as desk:
        reading = desk.read("Write it.", f"```{label}\n{code}\n```")
        if not reading.runs:
            pytest.skip(f"{label} is not installed")
        assert desk.run(desk.read("", call), 20).rows == ((call, result),)
        broken = code.replace("return ", "return (")
        found = desk.run(desk.read("Write it.", f"```{label}\n{broken}\n```"), 20)
        line = 1 + broken[: broken.index("return (")].count("\n")
        assert not found.rows and (f":{line}: " in found.error or label == "js")  # node is silent


def test_questions_about_a_file_of_code(tmp_path):
    file = tmp_path / "own.py"
    file.write_text("def half(n):\n    return n / 2\n")
    with domains.open_desk("coding", str(file), print) as desk:
        assert "half" in desk.words and desk.language == "python"
        assert desk.row("Why?")["input"] == "```python\ndef half(n):\n    return n / 2\n```"
        if box.bubblewrap():
            assert desk.run(desk.read("", "half(3)"), 20).rows == (("half(3)", "1.5"),)
    for about, message in ((tmp_path, "expected a file of code"), (f"{file}s.go", "No such file")):
        with (
            pytest.raises(UserError, match=message),
            domains.open_desk("coding", str(about), print),
        ):
            pass


def test_without_bubblewrap_answers_are_shown_and_not_run(monkeypatch):
    monkeypatch.setattr(box, "bubblewrap", lambda: None)
    said = []
    with domains.open_desk("coding", None, said.append) as desk:
        reading = desk.read("Write it.", "```python\nx = 1\n```")
        assert not reading.runs and "apt install bubblewrap" in reading.notes[0]
        assert desk.read("", "x").problems
    assert "code is not run" in said[0]


@needs_box
def test_a_script_gets_the_code_and_what_its_calls_gave(capsys):
    asked, answer = "Write half(n); half(3) is 1.5.", "```py\ndef half(n):\n    return n / 2\n```"
    with domains.open_desk("coding", None, print) as desk:
        session = Session(GivenTalk({asked: answer}), desk, 20)
        assert Terminal(session, Console(), as_json=True).once(asked) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["ran"] and found["rows"] == [["half(3)", "1.5"]] and found["answer"] == answer
        session = Session(GivenTalk({asked: answer.replace("/ 2", "/ 0")}), desk, 20)
        assert Terminal(session, Console(), as_json=True).once(asked) == UNANSWERED
        found = json.loads(capsys.readouterr().out)
        assert found["error"] == "ZeroDivisionError: division by zero (line 2)"
