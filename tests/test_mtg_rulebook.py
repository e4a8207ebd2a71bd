"""The user's rules texts: what their layout hides, and citations that an edition moved."""

from pathlib import Path

import pytest

from neural.domains.mtg import citations, rulebook
from neural.errors import UserError

SHARED = Path(__file__).parents[2] / "shared" / "data" / "mtg"

COMPREHENSIVE = """\ufeffMagic Rules

These rules are effective as of April 17, 2026.

Contents

1. Game Concepts
100. General

Glossary

Credits

1. Game Concepts

100. General

100.1. These “rules” apply.
\u00a0
119.1d. A stray stop.
606.5 Lacks its stop.
509.1b A restriction.
     It goes on without a number.
Example: A creature can’t.
SPACE
704.5z A last letter.
704.5aa After it. See rules 601.2f–h.
601.2f One.
601.2g Two.
601.2h Three.

Glossary

Ability
1. Text.
2. On the stack.

Absorb
Prevents.

Credits

Nobody.
"""


@pytest.fixture
def document():
    return rulebook.comprehensive(
        [
            rulebook.plain(line)
            for line in COMPREHENSIVE.removeprefix("\ufeff").replace("SPACE", " ").splitlines()
        ]
    )


def test_the_body_is_read_not_the_contents(document):
    assert document.titles == {"1": "Game Concepts", "100": "General"}
    assert document.edition.isoformat() == "2026-04-17"
    assert document.glossary == {"Ability": "1. Text.\n2. On the stack.", "Absorb": "Prevents."}


def test_stray_stops_suffixes_and_unnumbered_paragraphs(document):
    assert [p.number for p in document.cite("119.1d")] == ["119.1d"]
    assert document.cite("606.5")[0].text == "Lacks its stop."
    assert document.cite("704.5aa")[0].text.startswith("After it.")
    [restriction] = document.cite("509.1b")
    assert restriction.text == "A restriction.\nIt goes on without a number."
    assert restriction.examples == ["A creature can't."]


@pytest.mark.parametrize("reference", ["601.2f-h", "601.2f–h"])
def test_a_range_is_its_rules(document, reference):
    assert [passage.text for passage in document.cite(reference)] == ["One.", "Two.", "Three."]


def test_ranges_skip_l_and_o():
    assert rulebook.expand("704.5k-p") == ["704.5k", "704.5m", "704.5n", "704.5p"]
    assert rulebook.expand("704.5z-aa") == ["704.5z", "704.5aa"]


def test_an_unknown_rule_is_no_passage(document):
    assert document.cite("112.6") == []


def test_a_missing_text_is_named(tmp_path):
    with pytest.raises(UserError, match=r"cr\.txt: no such file"):
        rulebook.read(tmp_path)


def test_a_text_of_something_else_is_refused(tmp_path):
    for name in rulebook.FILES.values():
        (tmp_path / name).write_text("Effective May 1, 2026\nA shopping list.\n", "utf-8")
    with pytest.raises(UserError, match="none of the numbered passages"):
        rulebook.read(tmp_path)


@pytest.fixture(scope="module")
def shared():
    if not SHARED.is_dir():
        pytest.skip(f"the rules texts are the user's own; none in {SHARED}")
    return rulebook.read(SHARED)


def test_the_whole_comprehensive_rules(shared):
    rules = shared["CR"]
    assert sum(len(number) == 3 for number in rules.titles) == 147
    assert [number for number in rules.titles if len(number) == 1] == list("123456789")
    assert sum(number[-1].isdigit() for number in rules.passages) == 1165
    assert len(rules.passages) == 3138
    assert sum(len(passage.examples) for passage in rules.passages.values()) == 277
    assert len(rules.glossary) == 730


def test_the_policy_documents(shared):
    assert shared["IPG"].titles["2.4"] == "Game Play Error — Mulligan Procedure Error"
    assert shared["IPG"].cite("2.4")[0].text.split("\n")[1] == "Warning"
    assert shared["MTR"].titles["4.3"] == "Out-of-Order Sequencing"
    assert len(shared["JAR"].passages) == 8


def test_every_citation_holds(shared):
    assert citations.moved(shared) == []
    assert {name: str(one.edition) for name, one in shared.items()} == citations.editions()


def test_a_moved_rule_is_listed_with_its_new_place(shared):
    rules = shared["CR"]
    passages = dict(rules.passages)
    passages["704.5g"], passages["704.5h"] = passages["704.5h"], passages["704.5g"]
    del passages["702.19b"]
    moved = rulebook.Document("CR", rules.edition, rules.titles, passages)
    lines = citations.moved({**shared, "CR": moved})
    assert any(line.startswith("704.5g: other words; its words now stand in") for line in lines)
    assert any(line.startswith("702.19b: no such rule; its words are gone") for line in lines)
    with pytest.raises(UserError, match="citations do not hold"):
        citations.require({**shared, "CR": moved})
