"""Cypher's tokens, and queries without their names and literals."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neural.domains.cypher.lexer import roles, tokens
from neural.domains.cypher.schema import Kind, Link, Prop, Property, Schema
from neural.domains.cypher.skeleton import canonical, masked
from neural.domains.cypher.syntax import literal


def kind(label, **props):
    return Kind(label, label.lower(), f"{label.lower()}s", False, typed(props))


def link(name, source, target, **props):
    return Link(name, source, target, "join", "join", "joined by", (1, 2), typed(props))


def typed(props):
    return tuple(Prop(name, type, name, Property(type=type)) for name, type in props.items())


PERSON = kind("Person", name="STRING", age="INTEGER", born="DATE")
MOVIE = kind("Movie", title="STRING", year="INTEGER", rating="FLOAT", released="DATE")
CITY = kind("City", name="STRING", population="INTEGER", place="POINT", tags="LIST<STRING>")
ORDER = kind("Order Item", number="INTEGER", **{"unit price": "FLOAT"})
SCHEMA = Schema(
    "test",
    (PERSON, MOVIE, CITY, ORDER),
    (
        link("ACTED_IN", PERSON, MOVIE, role="STRING"),
        link("DIRECTED", PERSON, MOVIE),
        link("LIVES_IN", PERSON, CITY, since="DATE"),
        link("KNOWS", PERSON, PERSON, since="INTEGER"),
        link("SEQUEL_OF", MOVIE, MOVIE),
        link("PART_OF", CITY, CITY),
    ),
)
CYPHER = st.text("aZ_9 .*+-<>=~:|&!(){}[],;'\"`\\/\n$é", max_size=40)


# Tokens


@given(st.text() | CYPHER)
@example("'it\\'s' /* open")
@example("`a``b` `open``")
@example("1..3 1.5e-3 .5 0x1F 'a\\")
def test_tokens_and_the_space_between_them_are_the_text(text):
    end = 0
    for token in tokens(text):
        assert token.text
        assert not text[end : token.start].strip()
        assert text.startswith(token.text, token.start)
        end = token.start + len(token.text)
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'it\\'s' \"a 'b'\"", [("string", "'it\\'s'"), ("string", "\"a 'b'\"")]),
        ("'it\\\\' x", [("string", "'it\\\\'"), ("name", "x")]),
        ("'open", [("open string", "'open")]),
        ("`a``b`", [("quoted", "`a``b`")]),
        ("`open``", [("open quoted", "`open``")]),
        ("$x $`a b`", [("parameter", "$x"), ("parameter", "$`a b`")]),
        ("1..3", [("number", "1"), ("sign", ".."), ("number", "3")]),
        ("1.5e-3 .5 1_000", [("number", "1.5e-3"), ("number", ".5"), ("number", "1_000")]),
        ("a.b", [("name", "a"), ("sign", "."), ("name", "b")]),
        ("<-->", [("sign", "<-"), ("sign", "->")]),
        ("<=<>=~+=..", [("sign", sign) for sign in ("<=", "<>", "=~", "+=", "..")]),
        ("1 // 2\n3", [("number", "1"), ("comment", "// 2"), ("number", "3")]),
        ("/* a */ /* b", [("comment", "/* a */"), ("open comment", "/* b")]),
        ("été1", [("name", "été1")]),
        ("\x00", [("other", "\x00")]),
    ],
)
def test_kinds_of_tokens(text, expected):
    assert [(token.kind, token.text) for token in tokens(text)] == expected


@given(st.text() | CYPHER)
def test_each_token_has_a_role(text):
    found = tokens(text)
    assert len(roles(found)) == len(found)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "MATCH (order:Order)-[r:IN*1..3 {since: 2}]->() RETURN order.count, count(*) AS count "
            "ORDER BY count LIMIT 5",
            "keyword variable label variable type length length property literal keyword variable "
            "property function keyword variable keyword keyword variable keyword literal",
        ),
        (
            "MATCH (a:A|B&!C) WHERE a:D OR EXISTS { (a)-[:R|S]-(:`E F`) } RETURN a {.x, y: 1}",
            "keyword variable label label label keyword variable label keyword keyword variable "
            "type type label keyword variable property property literal",
        ),
        (
            "RETURN point.distance(a.at, point({latitude: 1.5})), a.on.year, "
            "[x IN a.xs WHERE x > 1 | x]",
            "keyword function function variable property function word literal variable property "
            "word variable keyword variable property keyword variable literal variable",
        ),
        (
            "CREATE INDEX by_name IF NOT EXISTS FOR (n:A) ON (n.x)",
            "keyword keyword index keyword keyword keyword keyword variable label keyword variable "
            "property",
        ),
        (
            "MATCH (a)-[r]->() WHERE r:KNOWS CALL (a) { RETURN true AS b } RETURN null, $p",
            "keyword variable variable keyword variable type keyword variable keyword literal "
            "keyword variable keyword keyword parameter",
        ),
    ],
)
def test_roles(query, expected):
    found = roles(tokens(query))
    assert " ".join(role for role in found if role != "sign") == expected


# Masked

STRINGS = st.text(max_size=8).map(literal)
NUMBERS = st.integers(-(10**6), 10**6).map(str) | st.floats(0.001, 1e6).map("{:.3f}".format)
VALUES = STRINGS | NUMBERS | st.booleans().map(literal)
LISTS = st.lists(VALUES, min_size=1, max_size=4).map(lambda items: f"[{', '.join(items)}]")
PATTERN = (
    "MATCH (m:Movie {{title: {0}}})<-[r:ACTED_IN]-(p) WHERE p.age > {1} OR p.name IN {2} "
    "WITH p, count(*) AS n WHERE n - 1 <> {1} RETURN p.name, {0} AS x ORDER BY n LIMIT {3}"
)


@given(VALUES, NUMBERS, LISTS, st.integers(0, 999))
def test_masked_is_the_same_whatever_the_literals(value, number, listed, limit):
    assert masked(PATTERN.format(value, number, listed, limit)) == masked(
        PATTERN.format("'Heat'", "5", "['a', 'b']", "10")
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MATCH (a:A) RETURN a.x", "match (movie:Movie)  return movie.title // all", True),
        ("MATCH (a:A) RETURN Count(a)", "MATCH (a:`B C`) RETURN count(a)", True),
        ("MATCH (a)-[:R*1..3]->(b) RETURN b", "MATCH (a)-[:S*2..5]->(b) RETURN b", True),
        ("MATCH (a)-[:R]->(b) RETURN b.x", "MATCH (a)-[:R]->(b) RETURN a.x", False),
        ("MATCH (a)-[:R]->(b) RETURN b", "MATCH (a)<-[:R]-(b) RETURN b", False),
        ("MATCH (a)-[:R*2]->(b) RETURN b", "MATCH (a)-[:R*1..2]->(b) RETURN b", False),
        ("MATCH (a) RETURN avg(a.x)", "MATCH (a) RETURN max(a.x)", False),
        ("MATCH (a) WHERE a.x < 1 RETURN a", "MATCH (a) WHERE a.x <= 1 RETURN a", False),
        ("RETURN duration({days: 1})", "RETURN duration({months: 1})", False),
        ("MATCH (a) WHERE a.x - 1 > 2 RETURN a", "MATCH (a) WHERE a.x > 2 RETURN a", False),
        ("MATCH (a) WHERE a.x IS NULL RETURN a", "MATCH (a) WHERE a.x IS true RETURN a", False),
    ],
)
def test_masked_tells_compositions_apart(one, other, same):
    assert (masked(one) == masked(other)) is same


@given(st.text() | CYPHER)
def test_any_text_can_be_masked_and_made_canonical(text):
    masked(text)
    canonical(text, SCHEMA)


# Canonical


def test_canonical_takes_names_and_literals_out_of_query_and_schema():
    query, schema = canonical(
        'MATCH (movie:Movie {title: "It\'s"})<-[r:ACTED_IN|DIRECTED]-(person:Person) '
        "WHERE person.age > 40 AND movie.released < date('1999-05-01') AND r.nick = 'It' "
        "RETURN person.name AS name, movie.released.year, 0.25 LIMIT 7",
        SCHEMA,
    )
    assert query == (
        "MATCH (v1:L1 {p1: 's1'})<-[v2:R1|R2]-(v3:L2) "
        "WHERE v3.p2 > 2 AND v1.p3 < date('2001-01-02') AND v2.p4 = 's2' "
        "RETURN v3.p5 AS v4, v1.p3.year, 0.0001 LIMIT 3"
    )
    assert schema.text().splitlines() == [
        "(:L2 {p5: STRING, p2: INTEGER})",
        "(:L1 {p1: STRING, year: INTEGER, p3: DATE})",
        "(:L3 {p5: STRING})",
        "(:L4)",
        "(:L2)-[:R1]->(:L1)",
        "(:L2)-[:R2]->(:L1)",
        "(:L2)-[:R3]->(:L3)",
        "(:L2)-[:R4]->(:L2)",
        "(:L1)-[:R5]->(:L1)",
        "(:L3)-[:R6]->(:L3)",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MATCH (c:City) RETURN c.name LIMIT 3", "MATCH (p:Person) RETURN p.name LIMIT 1", True),
        ("MATCH (c:City) RETURN c.name", "MATCH (m:Movie) RETURN m.title", True),
        ("MATCH (o:`Order Item`) RETURN o.`unit price`", "MATCH (m:Movie) RETURN m.rating", True),
        (
            "CREATE INDEX a FOR (n:City) ON (n.name)",
            "CREATE INDEX b FOR (m:Movie) ON (m.title)",
            True,
        ),
        ("MATCH (c:City) RETURN c.name", "MATCH (m:Movie) RETURN m.rating", True),
        ("MATCH (m:Movie) RETURN 1, 2", "MATCH (m:Movie) RETURN 1, 1", False),
        ("MATCH (a)-[:KNOWS*1..2]-(b) RETURN a", "MATCH (a)-[:KNOWS*1..3]-(b) RETURN a", False),
        ("RETURN duration('P1D')", "RETURN duration('P2D')", False),
        ("MATCH (m) RETURN m LIMIT -1", "MATCH (m) RETURN m LIMIT 1", False),
        ("RETURN percentileCont(1.5, 0.5)", "RETURN percentileCont(1.5, 1.5)", False),
        ("RETURN percentileCont(1.5, 1)", "RETURN percentileCont(1.5, 2)", False),
        ("RETURN 99999999999999999999", "RETURN 9", False),
        ("RETURN 'a\\u0041'", "RETURN 'a'", False),
        ("MATCH (m) WHERE v1.x = 1 RETURN m", "MATCH (m) WHERE m.x = 1 RETURN m", False),
    ],
)
def test_queries_have_one_canonical_form_when_checking_them_is_the_same(one, other, same):
    assert (canonical(one, SCHEMA)[0] == canonical(other, SCHEMA)[0]) is same


def test_canonical_leaves_alone_what_it_cannot_rename_safely():
    for query in ("MATCH (m:Movie) RETURN m.year, 1 AS `m.year`", "RETURN 'open", "RETURN 1 ~ 2"):
        assert canonical(query, SCHEMA) == (query, SCHEMA)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_canonical_dates_are_dates(day):
    query, _ = canonical(f"RETURN date('{day}')", SCHEMA)
    assert date.fromisoformat(re.search("'(.*)'", query)[1])


@pytest.mark.parametrize("text", ["MATCH (m:Movie) WHERE m.year IN [1, 2] RETURN m.title, 'x', .5"])
def test_canonical_of_canonical_is_itself(text):
    once = canonical(text, SCHEMA)
    assert canonical(*once) == once
