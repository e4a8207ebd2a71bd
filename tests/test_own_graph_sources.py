"""A user's own graph: from a schema dump, from a running database."""

import base64
import json
import re
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neural.domains.cypher.own import family_from
from neural.domains.cypher.own.reading import over_bolt, over_http
from neural.errors import UserError
from tests.own import any_name, graphs_of

# Dumps

APOC = {
    "Person": {
        "type": "node",
        "count": 3,
        "labels": ["Employee"],
        "properties": {
            "name": {"type": "STRING", "indexed": False, "unique": False, "existence": False},
            "badge": {"type": "STRING", "indexed": True, "unique": True, "existence": True},
            "joined": {"type": "LOCAL_DATE_TIME", "indexed": True, "unique": False},
            "nicknames": {"type": "LIST", "array": True},
            "embedding": {"type": "LIST", "array": True},
            "shift": {"type": "DURATION"},
        },
        "relationships": {
            "ACTED_IN": {
                "direction": "out",
                "count": 2,
                "labels": ["Movie"],
                "properties": {"role": {"type": "STRING", "array": False}},
            },
            "FOLLOWS": {"direction": "in", "labels": ["Person"], "properties": {}},
        },
    },
    "Movie": {
        "type": "node",
        "properties": {"title": {"type": "STRING"}},
        "relationships": {"ACTED_IN": {"direction": "in", "labels": ["Person"], "properties": {}}},
    },
    "Order": {"type": "node", "properties": {"total": {"type": "FLOAT"}}, "relationships": {}},
    "ACTED_IN": {"type": "relationship", "count": 2, "properties": {"role": {"type": "STRING"}}},
}


@pytest.mark.parametrize(
    "wrapped",
    [
        APOC,
        {"value": APOC},
        [{"value": APOC}],
        {"results": [{"columns": ["value"], "data": [{"row": [APOC], "meta": [None]}]}]},
        {"data": {"fields": ["value"], "values": [[APOC]]}, "bookmarks": ["x"]},
        [{"keys": ["value"], "length": 1, "_fields": [APOC], "_fieldLookup": {"value": 0}}],
    ],
)
def test_apoc_output_in_every_wrapping(given_file, wrapped):
    notes = []
    family = family_from(given_file(json.dumps(wrapped), "dump.json"), note=notes.append)
    assert list(family.nodes) == ["Person", "Movie"]
    person = family.nodes["Person"]
    assert person.key == "badge" and person.indexes == ["joined"]
    assert {name: prop.type for name, prop in person.properties.items()} == {
        "name": "STRING",
        "badge": "STRING",
        "joined": "DATETIME",
        "nicknames": "LIST<STRING>",
    }
    links = {(r.type, r.from_, r.to): list(r.properties) for r in family.relationships}
    assert links == {
        ("ACTED_IN", "Person", "Movie"): ["role"],
        ("FOLLOWS", "Person", "Person"): [],
    }
    said = "\n".join(notes)
    assert "property 'shift', a DURATION" in said and "'embedding'" in said
    assert "label 'Order' has no STRING property" in said
    list(graphs_of(family))


VISUALIZATION = {
    "nodes": [
        {
            "identity": -1,
            "labels": ["Person"],
            "properties": {
                "name": "Person",
                "indexes": ["born"],
                "constraints": [
                    "Constraint( id=3, name='x', type='UNIQUENESS', schema=(:Person {mail}) )"
                ],
            },
        },
        {"identity": -2, "labels": ["City"], "properties": {"name": "City"}},
    ],
    "relationships": [
        {"identity": -3, "start": -1, "end": -2, "type": "LIVES_IN", "properties": {}}
    ],
}
NODE_ROWS = [
    {
        "nodeType": ":`Person`",
        "nodeLabels": ["Person"],
        "propertyName": name,
        "propertyTypes": types,
        "mandatory": False,
    }
    for name, types in (
        ("name", ["String"]),
        ("mail", ["String"]),
        ("born", ["Long"]),
        ("tall", ["Double", "Long"]),
        ("odd", ["Long", "String"]),
    )
] + [{"nodeLabels": ["City"], "propertyName": "name", "propertyTypes": ["String"]}]
LINK_ROWS = [{"relType": ":`LIVES_IN`", "propertyName": "since", "propertyTypes": ["Date"]}]


def test_visualization_joined_with_its_types(given_file):
    text = "\n".join(map(json.dumps, ([VISUALIZATION], NODE_ROWS, LINK_ROWS)))
    notes = []
    family = family_from(given_file(text, "dump.json"), note=notes.append)
    person = family.nodes["Person"]
    assert (person.key, person.indexes) == ("mail", ["born"])
    assert person.properties["tall"].type == "FLOAT" and "odd" not in person.properties
    assert "'odd', a Long or String" in notes[0]
    link = family.relationships[0]
    assert (link.type, link.from_, link.to) == ("LIVES_IN", "Person", "City")
    assert link.properties["since"].type == "DATE"


def test_visualization_as_the_python_driver_writes_it(given_file):
    nodes = [{"name": "Person", "indexes": [], "constraints": []}, {"name": "City"}]
    graph = {"nodes": nodes, "relationships": [[nodes[0], "LIVES_IN", nodes[1]]]}
    family = family_from(given_file(json.dumps([graph, NODE_ROWS]), "dump.json"))
    assert [(r.type, r.to) for r in family.relationships] == [("LIVES_IN", "City")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": [1,\n 2', r"dump\.json:2: not JSON: .*apoc\.meta\.schema"),
        ("{}", r"dump\.json: no labels in it; expected the JSON of CALL apoc"),
        ("[1, 2]", r"dump\.json: no labels in it"),
        ("", r"dump\.json: the file is empty"),
        (json.dumps(VISUALIZATION), r"labels without properties\. Put .*nodeTypeProperties"),
        ("[" * 9000, r"too many brackets"),
    ],
)
def test_dumps_that_hold_no_schema(given_file, text, message):
    with pytest.raises(UserError, match=message):
        family_from(given_file(text, "dump.json"))


DUMP_KEYS = """type properties relationships labels direction nodes name start end id elementId
    identity nodeLabels relType propertyName propertyTypes constraints indexes columns data row
    value keys _fields Person""".split()  # noqa: SIM905
any_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | any_name
    | st.sampled_from(["node", "relationship", "STRING", "String", "LIST", "in", "out"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(DUMP_KEYS) | any_name, inner, max_size=5)
    ),
    max_leaves=25,
)
any_entry = st.fixed_dictionaries(
    {"type": st.sampled_from(["node", "relationship"])},
    optional={"properties": any_json, "relationships": any_json},
)


@given(any_json | st.dictionaries(any_name, any_entry, min_size=1, max_size=3))
def test_any_json_gives_a_family_or_a_message(tmp_path_factory, value):
    path = tmp_path_factory.getbasetemp() / "any_dump.json"
    path.write_text(json.dumps(value))
    try:
        list(graphs_of(family_from(str(path)), 1))
    except UserError as error:
        assert str(error).startswith(f"{path}:")


# Running databases

SECRETS = ("Ada Lovelace", "Alan Turing", "4711")


class FakeDatabase:
    """Answers as Neo4j's HTTP API does, from a few rows; keeps what it was asked."""

    def __init__(self, name: str = "neo4j", password: str | None = None) -> None:
        self.name, self.password, self.asked, self.headers = name, password, [], []
        self.nodes = {
            "Person": [
                {"name": SECRETS[0], "born": date, "note": "1815-12-10", "salary": 4711, "x": 1}
                for date in ("1815-12-10", "1912-06-23")
            ],
            "Movie": [{"title": "Enigma", "at": {"type": "Point", "coordinates": [2.5, 1.5]}}],
            "_Bloom_Scene_": [{"name": "x"}],
        }
        self.nodes["Person"][1] |= {"name": SECRETS[1], "x": "one"}
        self.edges = {"ACTED_IN": [["1", ["Person"], ["Movie"], {"role": "self"}]] * 2}

    def answer(self, query: str) -> list[list]:
        if query == "CALL db.labels()":
            return [[label] for label in self.nodes]
        if query == "CALL db.relationshipTypes()":
            return [[type_] for type_ in self.edges]
        if "toString" in query:
            return [["1815-12-10"]] if "n.note" in query else []
        if found := re.match(r"MATCH \(n:(\w+)\) RETURN properties\(n\) LIMIT", query):
            return [[node] for node in self.nodes[found[1]]]
        found = re.match(r"MATCH \(a\)-\[r:(\w+)\]->\(b\) RETURN .* LIMIT", query)
        return self.edges[found[1]]

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        query = body["statements"][0]["statement"]
        self.asked.append(query)
        self.headers.append(dict(handler.headers))
        status, reply = 200, {"results": [], "errors": []}
        token = base64.b64encode(f"reader:{self.password}".encode()).decode()
        if self.password and handler.headers.get("Authorization") != f"Basic {token}":
            code = "Neo.ClientError.Security.Unauthorized"
            status, reply["errors"] = 401, [{"code": code, "message": "no"}]
        elif handler.path != f"/db/{self.name}/tx/commit":
            code = "Neo.ClientError.Database.DatabaseNotFound"
            status, reply["errors"] = 404, [{"code": code, "message": "not found"}]
        else:
            rows = [{"row": row, "meta": []} for row in self.answer(query)]
            reply["results"] = [{"columns": ["x"], "data": rows}]
        text = json.dumps(reply).encode()
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(text)))
        handler.end_headers()
        handler.wfile.write(text)


@pytest.fixture
def serving(monkeypatch):
    """Serves a fake database on this machine; returns its address."""
    for variable in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "NORNICDB_PASSWORD"):
        monkeypatch.delenv(variable, raising=False)
    servers = []

    def start(database: FakeDatabase) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                database.serve(self)

            def log_message(self, *_):
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_running_database_is_read_without_its_values(serving):
    database, notes = FakeDatabase(), []
    family = family_from(serving(database), note=notes.append)
    person, movie = family.nodes["Person"], family.nodes["Movie"]
    types = {name: prop.type for name, prop in person.properties.items()}
    assert types == {"name": "STRING", "born": "DATE", "note": "STRING", "salary": "INTEGER"}
    assert person.key == "name" and movie.properties["at"].type == "POINT"
    link = family.relationships[0]
    assert (link.type, link.from_, link.to) == ("ACTED_IN", "Person", "Movie")
    assert link.per_source == [0, 2] and list(link.properties) == ["role"]
    assert not [secret for secret in (*SECRETS, "Enigma", "1815") if secret in repr(family)]
    assert any("'x', a int or str" in note for note in notes)
    assert any("_Bloom_Scene_" in note for note in notes)
    for query in database.asked:
        assert query.startswith("CALL db.") or re.fullmatch(r"MATCH .* LIMIT \d+", query), query
    assert all(headers["Access-Mode"] == "READ" for headers in database.headers)
    list(graphs_of(family))


def test_values_of_a_running_database_only_when_asked_for(serving):
    person = family_from(serving(FakeDatabase()), values=True).nodes["Person"].properties
    assert person["name"].values[:2] == list(SECRETS[:2]) and len(person["name"].values) >= 14
    assert person["salary"].range == [4711, 4711]
    assert person["born"].range == ["1815-12-10", "1912-06-23"]


def test_nornicdbs_database_is_found_and_another_one_by_name(serving):
    assert family_from(serving(FakeDatabase("nornic")))
    address = serving(FakeDatabase("films"))
    for source in (f"{address}/films", f"{address}?database=films"):
        assert "Movie" in family_from(source).nodes
    with pytest.raises(UserError, match=r"no database 'nornic' there\. Name it at the"):
        family_from(address)


def test_credentials_come_from_the_environment_and_are_never_shown(serving, monkeypatch):
    address = serving(FakeDatabase(password="s3cret"))
    with pytest.raises(UserError, match=r"refuses a request without credentials.*NEO4J_PASSWORD"):
        family_from(address)
    monkeypatch.setenv("NORNICDB_USERNAME", "reader")
    monkeypatch.setenv("NORNICDB_PASSWORD", "s3cret")
    assert family_from(address)
    monkeypatch.setenv("NEO4J_PASSWORD", "wr0ng")
    with pytest.raises(UserError, match="refuses the credentials") as error:
        family_from(address)
    assert "wr0ng" not in str(error.value)
    with pytest.raises(UserError, match="has a name or password in it") as error:
        family_from(address.replace("http://", "http://reader:s3cret@"))
    assert "s3cret" not in str(error.value)


def test_an_empty_database_is_said(serving):
    database = FakeDatabase()
    database.nodes, database.edges = {}, {}
    with pytest.raises(UserError, match="the database has no nodes"):
        family_from(serving(database))


@pytest.mark.parametrize("scheme", ["http", "bolt", "neo4j"])
def test_hosts_that_nobody_answers_for(scheme, monkeypatch):
    began = time.monotonic()
    with pytest.raises(UserError, match=rf"{scheme}://127.0.0.1:1: cannot be reached.*Check host"):
        family_from(f"{scheme}://127.0.0.1:1/movies")
    monkeypatch.setattr(over_http, "ANSWERING", 1)
    monkeypatch.setattr(over_bolt, "CONNECTING", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(UserError, match=f"^{place}: (no answer within 1 s|cannot be reached)"):
            family_from(place)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("htp://host", "htp://: no way to ask a database; .* Did you mean 'http'"),
        ("bolt://", "the address has no host"),
        ("http://host:99999", "no address: Port out of range"),
        ("bolt://[::1", "no address"),
    ],
)
def test_addresses_that_are_none(source, message):
    with pytest.raises(UserError, match=message):
        family_from(source)


def test_a_port_that_speaks_another_protocol(serving, monkeypatch):
    monkeypatch.setattr(over_bolt, "CONNECTING", 1)

    class Chatty(FakeDatabase):
        def serve(self, handler):
            handler.wfile.write(b"hello\r\n")

    address = serving(Chatty())
    with pytest.raises(UserError, match=r"does not speak HTTP; .*write bolt://"):
        family_from(address)
    with pytest.raises(UserError, match="cannot be reached over Bolt"):
        family_from(address.replace("http", "bolt"))


BOLT_SERVER = """
import sys, tempfile, arcadedb_embedded
with tempfile.TemporaryDirectory() as folder:
    server = arcadedb_embedded.create_server(folder, "playwithdata", {
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": int(sys.argv[1]), "http_port": sys.argv[2]})
    server.start()
    database = server.create_database("films")
    database.begin()
    database.command("opencypher", sys.argv[3])
    database.commit()
    print("ready", flush=True)
    sys.stdin.read()
    server.stop()
"""


@pytest.mark.slow
def test_a_real_server_over_bolt(monkeypatch):
    ports = []
    for _ in range(2):
        with socket.create_server(("127.0.0.1", 0)) as free:
            ports.append(str(free.getsockname()[1]))
    create = (
        "CREATE (:Person {name: 'Ada', born: date('1815-12-10'), seen: localdatetime("
        "'2020-01-02T03:04'), home: point({latitude: 1.5, longitude: 2.5}), tags: ['x', 'y'], "
        "note: '2020-01-01'})-[:ACTED_IN {fee: 1.5}]->(:`Short Movie` {title: 'Heat'})"
    )
    command = [sys.executable, "-c", BOLT_SERVER, *ports, create]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as server:
        while line := server.stdout.readline():
            if b"ready" in line:
                break
        source = f"bolt://127.0.0.1:{ports[0]}/films"
        monkeypatch.setenv("NEO4J_USERNAME", "root")
        monkeypatch.setenv("NEO4J_PASSWORD", "playwithdata")
        family = family_from(source, values=True)
        with pytest.raises(UserError, match="no database 'nope' there"):
            family_from(source.replace("films", "nope"))
        monkeypatch.setenv("NEO4J_PASSWORD", "wrong-one")
        with pytest.raises(UserError, match="refuses the credentials"):
            family_from(source)
        server.stdin.close()
    person = family.nodes["Person"].properties
    assert {name: prop.type for name, prop in person.items()} == {
        "name": "STRING",
        "born": "DATE",
        "seen": "DATETIME",
        "home": "POINT",
        "tags": "LIST<STRING>",
        "note": "STRING",
    }
    assert person["seen"].range == ["2020-01-02T03:04"] * 2
    assert person["home"].range == [[1.5, 2.5], [1.5, 2.5]]
    link = family.relationships[0]
    assert (link.type, link.to, link.per_source) == ("ACTED_IN", "Short Movie", [1, 1])
    assert link.properties["fee"].range == [1.5, 1.5]
