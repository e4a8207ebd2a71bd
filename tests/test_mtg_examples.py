"""How many of the Comprehensive Rules' own examples of the modelled chapters are played here.

The tests beside this one name the rule and which of its examples they play; where the user's rules
are present, their share is counted.
"""

import re
from pathlib import Path

import pytest

from neural.domains.mtg import rulebook
from tests import test_mtg_examples_effects, test_mtg_examples_play, test_mtg_examples_triggers
from tests.mtg_table import PLAYED

SHARED = Path(__file__).parents[2] / "shared" / "data" / "mtg"
# Reading them fills PLAYED.
FILES = (test_mtg_examples_play, test_mtg_examples_triggers, test_mtg_examples_effects)
CHAPTERS = "104 115 117 119 120 122 400 405 506 508 509 510 514 601 602 603 608 613 614 615 616 704"
KEYWORDS = "2 3 4 7 8 9 10 11 12 15 16 17 18 19 20 21 79 80 90 93 111 164"

# What the other examples of these chapters need that the engine does not have.
MISSING = {
    "three players": [("608.2f", 0)],
    "paying life, and playing lands from the library": [("614.13c", 0)],
    "planeswalkers": [("702.19c", 0)],
}


def test_how_many_of_the_examples_are_played():
    missing = [one for many in MISSING.values() for one in many]
    assert len(missing) == len(set(missing)) and not PLAYED & set(missing)
    if not SHARED.is_dir():
        pytest.skip(f"the rules texts are the user's own; none in {SHARED}")
    rules = rulebook.read(SHARED)["CR"]
    modelled = re.compile(
        rf"(?:{'|'.join(CHAPTERS.split())})\..*|702\.(?:{'|'.join(KEYWORDS.split())})[a-z]?|"
        r"701\.(?:6|8|14|19|21)[a-z]?"
    )
    there = {
        (number, place)
        for number, passage in rules.passages.items()
        if modelled.fullmatch(number)
        for place in range(len(passage.examples))
    }
    assert there == PLAYED | set(missing)
    share = len(PLAYED) / len(there)
    print(f"{len(PLAYED)} of {len(there)} examples of the modelled chapters ({share:.0%})")
