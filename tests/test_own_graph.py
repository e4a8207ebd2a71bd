"""A user's own graph from YAML: what is guessed, what is refused, hostile names."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from neural.domains.cypher.engine import Engine
from neural.domains.cypher.own import family_from
from neural.domains.cypher.own.guessing import nouns, verbs
from neural.domains.cypher.schema import families
from neural.errors import UserError
from tests.own import NASTY, any_name, graphs_of

MINIMUM = """\
nodes:
  Person: {properties: {name: STRING, born: INTEGER}}
  Movie: {properties: {title: STRING, in_colour: BOOLEAN}}
relationships:
  - {type: ACTED_IN, from: Person, to: Movie, properties: {role: STRING}}
"""


# What is guessed


def test_the_minimum_is_enough(given_file):
    family = family_from(given_file(MINIMUM))
    person, movie = family.nodes["Person"], family.nodes["Movie"]
    assert (family.name, person.singular, person.plural) == ("my", "person", "people")
    assert (person.key, movie.key, person.who, movie.who) == ("name", "title", True, False)
    assert person.properties["born"].noun == "birth year"
    assert person.properties["born"].over == "born after {}"
    assert person.properties["born"].range == [1950, 2024]
    link = family.relationships[0]
    assert (link.forward, link.backward) == ("acted in", "featuring")
    assert link.properties["role"].values
    for graph in graphs_of(family):
        assert graph.create().startswith("CREATE (n0:")


def test_what_is_written_wins_over_guesses(given_file):
    text = """\
name: film club
nodes:
  Person:
    singular: film maker
    who: false
    key: passport
    also: artist / artists
    indexes: [name]
    properties:
      name: STRING
      passport: {type: string, values: [A1, A2], noun: pass number}
      born: {type: Long, range: [1900, 1999], over: "of a year after {}"}
      since: {type: Date, range: [2020-01-31, 2021-02-28]}
      seen: {type: ZonedDateTime, range: [2020-01-31, 2021-02-28 10:30:00+02:00]}
      home: {type: point, range: [[1, 2], [3, 4.5]]}
      code: {type: STRING, values: [NO, on, 1.0, null_]}
relationships:
  - type: KNOWS
    from: Person
    to: Person
    forward: have met
    per_source: [1, 2]
"""
    family = family_from(given_file(text))
    person, knows = family.nodes["Person"], family.relationships[0]
    assert family.name == "film_club"
    assert (person.singular, person.plural, person.who) == ("film maker", "film makers", False)
    assert (person.key, person.also, person.indexes) == ("passport", "artist / artists", ["name"])
    found = person.properties
    assert found["passport"].values[:2] == ["A1", "A2"] and len(found["passport"].values) >= 14
    assert (found["passport"].noun, found["born"].over) == ("pass number", "of a year after {}")
    assert found["born"].range == [1900, 1999]
    assert found["since"].range == ["2020-01-31", "2021-02-28"]
    assert found["seen"].range == ["2020-01-31T00:00", "2021-02-28T10:30"]
    assert found["home"].range == [[1.0, 2.0], [3.0, 4.5]]
    assert found["code"].values == ["NO", "on", "1.0", "null_"]
    assert (knows.forward, knows.backward, knows.per_source) == ("have met", "known to", [1, 2])


@pytest.mark.parametrize(
    ("written", "type_"),
    [
        ("Long", "INTEGER"),
        ("INT", "INTEGER"),
        ("double", "FLOAT"),
        ("Bool", "BOOLEAN"),
        ("date", "DATE"),
        ("LocalDateTime", "DATETIME"),
        ("ZONED DATETIME", "DATETIME"),
        ("DATE_TIME", "DATETIME"),
        ("Point", "POINT"),
        ("StringArray", "LIST<STRING>"),
        ("LIST OF STRING", "LIST<STRING>"),
        ("LIST<STRING NOT NULL>", "LIST<STRING>"),
        ("String!", None),
        ("LIST<INTEGER>", None),
        ("Duration", None),
    ],
)
def test_types_by_their_usual_names(given_file, written, type_):
    path = given_file(f"nodes: {{A: {{properties: {{name: STRING, x: '{written}'}}}}}}")
    if type_:
        assert family_from(path).nodes["A"].properties["x"].type == type_
    else:
        with pytest.raises(UserError, match=rf"my.yaml:1: property 'x': no type '{written}'"):
            family_from(path)


@pytest.mark.parametrize(
    ("pattern", "forward", "backward"),
    [
        ("Person ACTED_IN Movie", "acted in", "featuring"),
        ("Person DIRECTED Movie", "directed", "directed by"),
        ("Author WROTE Book", "wrote", "written by"),
        ("Book WRITTEN_BY Author", "were written by", "writing"),
        ("Person OWNS Car", "own", "owned by"),
        ("Person OWNER_OF Car", "are owners of", "that have as owner"),
        ("Shop LOCATED_IN City", "are located in", "that are home to"),
        ("Shop isLocatedIn City", "are located in", "that are home to"),
        ("Project MANAGED_BY Person", "are managed by", "managing"),
        ("Person PARENT_OF Person", "are parents of", "that have as parent"),
        ("Person CHILD_OF Person", "are a child of", "that have as child"),
        ("Person FRIEND Person", "are friends of", "that are friends of"),
        ("Person FRIENDS_WITH Person", "are friends with", "that are friends with"),
        ("Car HAS_PART Component", "have as part", "that are parts of"),
        ("Person HAS_SKILL Skill", "have", "of"),
        ("Movie GENRE Genre", "have", "of"),
        ("Movie IN_GENRE Genre", "are in", "that contain"),
        ("Movie DIRECTOR Person", "have as director", "that are directors of"),
        ("User FOLLOW User", "follow", "followed by"),
        ("Country BORDERS Country", "border", "bordered by"),
        ("River FLOWS_THROUGH City", "flow through", "flowed through by"),
        ("Person WORKS_AT_COMPANY Company", "work at", "that employ"),
        ("Person personOwnsCar Car", "own", "owned by"),
        ("User CAN_EDIT Document", "are able to edit", "that can be edited by"),
        ("Device CONNECTED_TO Device", "are connected to", "connected to"),
        ("Step NEXT Step", "are followed by", "that follow"),
        ("Person 住んでいる City", "are linked by 住んでいる to", "linked by 住んでいる from"),
        ("Person KNOWS_LW Person", "are linked by KNOWS_LW to", "linked by KNOWS_LW from"),
    ],
)
def test_phrases_come_from_the_type(pattern, forward, backward):
    source, type_, target = pattern.split()
    source, target = nouns.noun(source), nouns.noun(target)
    found = verbs.phrases(type_, source, target, nouns.is_person(source))
    assert (found.forward, found.backward) == (forward, backward)


def test_most_guesses_are_what_people_wrote():
    """The hand-written families are the measure: verbs by their types, nouns by their labels."""
    right = wrong = 0
    for family in families().values():
        for label, node in family.nodes.items():
            same = nouns.many(nouns.noun(label)) == node.plural
            right, wrong = right + same, wrong + (not same)
        for link in family.relationships:
            ends = nouns.noun(link.from_), nouns.noun(link.to)
            guess = verbs.phrases(link.type, *ends, family.nodes[link.from_].who)
            same = guess.forward == (link.plain or link.forward)
            right, wrong = right + same, wrong + (not same)
    assert right / (right + wrong) > 0.85, (right, wrong)


@pytest.mark.parametrize(
    ("label", "one", "many"),
    [
        ("OrderItem", "order item", "order items"),
        ("ORDER_ITEM", "order item", "order items"),
        ("Movies", "movie", "movies"),
        ("People", "person", "people"),
        ("Analysis", "analysis", "analyses"),
        ("PointOfInterest", "point of interest", "points of interest"),
        ("HTTPServer", "HTTP server", "HTTP servers"),
        ("API", "API", "APIs"),
        ("APIs", "API", "APIs"),
        ("News", "news", "news"),
        ("Status", "status", "statuses"),
        ("日本", "日本", "日本"),
    ],
)
def test_nouns_come_from_the_label(label, one, many):
    words = nouns.noun(label)
    assert (" ".join(words), nouns.many(words)) == (one, many)


def test_labels_of_the_same_words_are_told_apart(given_file):
    text = "nodes: {Person: {properties: {name: STRING}}, PERSON: {properties: {name: STRING}}}"
    nodes = family_from(given_file(text)).nodes.values()
    assert [node.singular for node in nodes] == ["person", "PERSON node"]


def test_two_verbs_of_the_same_meaning_are_told_apart(given_file):
    text = MINIMUM + "  - {type: ACT_IN, from: Person, to: Movie}\n"
    text += "  - {type: actedIn, from: Person, to: Movie}\n"
    said = [link.forward for link in family_from(given_file(text)).relationships]
    assert said == ["acted in", "are linked by ACT_IN to", "are linked by actedIn to"]


def test_names_of_nodes_are_many_and_no_two_labels_share_them(given_file):
    labels = ("City", "Town", "Person", "Employee", "Status", "Widget", "Gadget", "Order_", "人")
    text = {"nodes": {label: {"properties": {"name": "STRING"}} for label in labels}}
    nodes = family_from(given_file(yaml.safe_dump(text))).nodes
    said = [value for node in nodes.values() for value in node.properties["name"].values]
    assert len(said) == len(set(said)) and all(
        len(node.properties["name"].values) >= 14 for node in nodes.values()
    )
    assert not [value for value in said if re.search(r"(?i)name|value|\d$", value)]


def test_values_and_ranges_fit_their_names(given_file):
    names = {
        "email": r"[a-z.]+@example\.org",
        "country": r"[A-Z][a-z]+",
        "order_number": r"[A-Z]+-\d{4}",
        "ip": r"10\.\d+\.\d+\.\d+",
        "website": r"https://.*",
        "first_name": r"\w+",
        "birthday": r"\d{4}-\d\d-\d\d",
        "tags": r"[a-z]+",
    }
    numbers = {"year": (1950, 2024), "age": (18, 90), "percent": (0, 100), "page_count": (0, 200)}
    properties = dict.fromkeys(names, "STRING") | dict.fromkeys(numbers, "INTEGER")
    text = {"nodes": {"A": {"properties": {"name": "STRING", **properties, "tags": "StringArray"}}}}
    found = family_from(given_file(yaml.safe_dump(text))).nodes["A"].properties
    for name, pattern in names.items():
        values = found[name].values
        assert len(values) > 5 and all(re.fullmatch(pattern, value) for value in values), values
    assert {name: tuple(found[name].range) for name in numbers} == numbers
    assert found["tags"].item == "tag"
    assert found["page_count"].noun == "number of pages"


@pytest.mark.parametrize(
    ("properties", "key"),
    [
        ("{born: INTEGER, code: STRING, name: STRING}", "name"),
        ("{description: STRING, isbn: STRING}", "isbn"),
        ("{comment: STRING, flavour: STRING}", "flavour"),
        ("{bio: STRING}", "bio"),
        ("{first_name: STRING, movie_title: STRING}", "first_name"),
    ],
)
def test_the_key_is_what_people_call_a_thing(given_file, properties, key):
    text = f"nodes: {{A: {{properties: {properties}}}}}"
    assert family_from(given_file(text)).nodes["A"].key == key


def test_the_examples_of_the_documentation_work(given_file):
    page = (Path(__file__).parents[1] / "docs/own-graph.md").read_text("utf-8")
    minimal, phrased = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert list(family_from(given_file(minimal)).nodes) == ["Person", "Movie"]
    movie = "nodes:\n  Movie: {properties: {title: STRING}}\n"
    family = family_from(given_file(phrased.replace("nodes:\n", movie)))
    person, link = family.nodes["Person"], family.relationships[0]
    assert (person.plural, person.properties["country"].is_) == ("actors", "from {}")
    assert (link.forward, link.backward, link.per_source) == ("acted in", "starring", [0, 4])


# What is refused

BAD = {
    "my.yaml: the file is empty": "  \n",
    "my.yaml: the file is empty; expected at least nodes": "# nothing\n",
    "my.yaml:2: not YAML: while parsing a flow mapping": "nodes:\n  A: {a: 1 ]\n",
    "my.yaml:2: not YAML: it has the character U+0000": "nodes:\n  A\0: x",
    "my.yaml:2: not YAML: expected a single document": "nodes: {}\n---\nnodes: {}",
    "my.yaml:1: the file: found a list, expected keys": "- a\n- b",
    "my.yaml:1: the file has no key 'node'; known: name, nodes, relationships. "
    "Did you mean 'nodes'?": "node: {}",
    "my.yaml:1: no labels": "nodes: {}",
    "my.yaml:2: property 'name': no type 'STRNG'; known: STRING, INTEGER, FLOAT, BOOLEAN, DATE, "
    "DATETIME, POINT, LIST<STRING>. Did you mean 'STRING'?": (
        "nodes:\n  A: {properties: {name: STRNG}}"
    ),
    "my.yaml:6: relationship 'KNOWS': no label 'Persn'; known: Person, Movie. "
    "Did you mean 'Person'?": MINIMUM + "  - {type: KNOWS, from: Persn, to: Person}",
    "my.yaml:6: relationship without 'to'; expected": MINIMUM + "  - {type: KNOWS, from: Person}",
    "my.yaml:6: relationship 'ACTED_IN' from 'Person' to 'Movie' is there already: my.yaml:5": (
        MINIMUM + "  - {type: ACTED_IN, from: Person, to: Movie}"
    ),
    "my.yaml:6: relationship 'Movie' is also a label": (
        MINIMUM + "  - {type: Movie, from: Person, to: Movie}"
    ),
    "my.yaml:2: label 'Order' is a reserved word of Cypher. Rename it, or write it in "
    'backquotes, "`Order`"': "nodes:\n  Order: {properties: {name: STRING}}",
    "my.yaml:3: label 'A' is there already, in line 2": (
        "nodes:\n  A: {properties: {n: STRING}}\n  A: {properties: {n: STRING}}"
    ),
    "my.yaml:4: property 'n' is there already, in line 3": (
        "nodes: {A: {properties: {\n\n n: STRING,\n n: STRING}}}"
    ),
    "my.yaml:2: label 'A' has no STRING property that could name its nodes. Add one": (
        "nodes:\n  A: {properties: {n: INTEGER}}"
    ),
    "my.yaml:2: label 'A' has no property 'nam' for its key; known: name. Did you mean 'name'?": (
        "nodes:\n  A: {properties: {name: STRING}, key: nam}"
    ),
    "my.yaml:1: label 'A': the key 'n' is INTEGER; it must be a STRING: name": (
        "nodes: {A: {properties: {name: STRING, n: INTEGER}, key: n}}"
    ),
    "my.yaml:2: label 'A\\x00' has a NUL character. Take it out.": (
        'nodes:\n  "A\\0": {properties: {name: STRING}}'
    ),
    "my.yaml:1: property 'a\\nb' has a line break": (
        'nodes: {A: {properties: {name: STRING, "a\\nb": STRING}}}'
    ),
    "my.yaml:1: label 'Maß': the engine that checks queries takes no ß in it": (
        "nodes: {Maß: {properties: {name: STRING}}}"
    ),
    "my.yaml:1: values: 'Straße': the engine that checks queries takes no ß": (
        "nodes: {A: {properties: {name: {type: STRING, values: [Straße]}}}}"
    ),
    "my.yaml:1: label 'A,B': the engine that checks queries takes no , in it": (
        'nodes: {"A,B": {properties: {name: STRING}}}'
    ),
    "my.yaml:1: property '_' has no letter or digit": (
        "nodes: {A: {properties: {name: STRING, _: STRING}}}"
    ),
    "my.yaml:3: values: 'x\\ny' has a line break": (
        'nodes: {A: {properties:\n {name: {type: STRING, values: [a,\n "x\\ny"]}}}}'
    ),
    "my.yaml:2: label 'A' has no key 'name'; known: singular, plural, key, properties, also, who, "
    "indexes. Its properties stand under properties:": "nodes:\n  A: {name: STRING}",
    "my.yaml:1: property 'n': its range has its highest value first; write [3, 9].": (
        "nodes: {A: {properties: {a: STRING, n: {type: INTEGER, range: [9, 3]}}}}"
    ),
    "my.yaml:1: property 'n': its range has '.nan', which is no number": (
        "nodes: {A: {properties: {a: STRING, n: {type: FLOAT, range: [.nan, 3]}}}}"
    ),
    "my.yaml:1: property 'n': a STRING has no range. Write values: [a, b, c].": (
        "nodes: {A: {properties: {a: STRING, n: {type: STRING, range: [9, 3]}}}}"
    ),
    "my.yaml:1: over: 'more' needs {} where the value goes": (
        "nodes: {A: {properties: {a: STRING, n: {type: INTEGER, over: more}}}}"
    ),
    "my.yaml:1: noun: '{x' has a brace too many": (
        "nodes: {A: {properties: {a: STRING, n: {type: INTEGER, noun: '{x'}}}}"
    ),
    "my.yaml:1: who: found 'maybe', expected true or false": (
        "nodes: {A: {properties: {a: STRING}, who: maybe}}"
    ),
    "my.yaml:6: per_source needs two values": (
        MINIMUM + "  - {type: X, from: Person, to: Person, per_source: 3}"
    ),
    "my.yaml:1: also: 'a / b /' must be a singular and a plural": (
        "nodes: {A: {properties: {name: STRING}, also: a / b /}}"
    ),
    "my.yaml:1: indexes: no property 'nam'; known: name. Did you mean 'name'?": (
        "nodes: {A: {properties: {name: STRING}, indexes: [nam]}}"
    ),
    "my.yaml: too many brackets in brackets": "[\n" * 500,
}


@pytest.mark.parametrize("message", BAD)
def test_each_mistake_is_named_with_its_line(given_file, message):
    with pytest.raises(UserError, match="^" + re.escape(message)):
        family_from(given_file(BAD[message]))


def test_a_reserved_word_in_backquotes_is_meant(given_file):
    text = (
        'nodes: {"`Order`": {properties: {name: STRING, "`limit`": INTEGER}}}\n'
        "relationships: [{type: CONTAINS, from: Order, to: '`Order`'}]"
    )
    family = family_from(given_file(text))
    assert list(family.nodes) == ["Order"] and "limit" in family.nodes["Order"].properties
    assert family.relationships[0].to == "Order"


def test_files_that_are_not_there_or_no_text(given_file):
    given_file("", "graph.yaml")
    with pytest.raises(UserError, match=r"grap\.yaml: no such file; .*Did you mean 'graph\.yaml'"):
        family_from("grap.yaml")
    with pytest.raises(UserError, match=r"'\.': cannot be read: Is a directory"):
        family_from(".")
    with pytest.raises(UserError, match=r"my\.yaml:2: not UTF-8 text"):
        family_from(given_file(b"name: a\nnodes: \xff\xfe"))
    wide = given_file(MINIMUM.encode("utf-16"))  # as PowerShell writes it
    assert list(family_from(wide).nodes) == ["Person", "Movie"]


# Hostile names


@pytest.mark.slow
def test_hostile_names_and_values_stay_names_and_values(given_file):
    text = {
        "nodes": {
            f"L{name}": {"properties": {"name": {"type": "STRING", "values": NASTY}, name: "INT"}}
            for name in NASTY
        },
        "relationships": [
            {"type": f"T{one}", "from": f"L{one}", "to": f"L{two}", "properties": {two: "STRING"}}
            for one, two in pairwise(NASTY)
        ],
    }
    family = family_from(given_file(yaml.safe_dump(json.loads(json.dumps(text)), sort_keys=False)))
    assert list(family.nodes) == [f"L{name}" for name in NASTY]
    with Engine() as engine:
        for graph in graphs_of(family, 6):
            engine.load(graph.create())
            counted = engine.run("MATCH (n) RETURN count(n)").rows[0][0]
            assert counted == sum(map(len, graph.nodes.values()))
            labels = engine.run("MATCH (n) UNWIND labels(n) AS l RETURN DISTINCT l").rows
            assert {label for (label,) in labels} == {kind.label for kind in graph.schema.kinds}


any_type = st.sampled_from(
    ["STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "DATETIME", "POINT", "LIST<STRING>"]
)
any_properties = st.dictionaries(any_name, any_type, max_size=4)


@st.composite
def any_graph(draw):
    nodes = draw(st.dictionaries(any_name, any_properties, min_size=1, max_size=3))
    end = st.sampled_from(sorted(nodes)) | any_name
    link = st.fixed_dictionaries(
        {"type": any_name, "from": end, "to": end, "properties": any_properties}
    )
    key = draw(any_name)
    return {
        "nodes": {n: {"properties": {key: "STRING", **ps}} for n, ps in nodes.items()},
        "relationships": draw(st.lists(link, max_size=3)),
    }


@given(any_graph())
def test_any_names_give_a_family_or_a_message(tmp_path_factory, graph):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(yaml.safe_dump(graph, allow_unicode=False), "utf-8")
    try:
        family = family_from(str(path))
    except UserError as error:
        assert str(error).startswith(f"{path}:") and "\n" not in str(error)
        return
    for made in graphs_of(family, 1):
        assert "\n" not in made.create()
    for node in family.nodes.values():
        assert node.singular.strip() and node.plural.strip()


@given(st.text(max_size=60) | st.text("{}[]:,\"'`- \n&*!|>ab", max_size=60), st.booleans())
def test_any_file_gives_a_family_or_a_message(tmp_path_factory, text, is_json):
    path = tmp_path_factory.getbasetemp() / ("any.json" if is_json else "any.yaml")
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UserError):
        family_from(str(path))
