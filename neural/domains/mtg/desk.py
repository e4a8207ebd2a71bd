"""A player's questions: asked with the facts of the cards that they name; the rules looked up."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neural.domains.desk import Desk, Reading
from neural.domains.mtg import citations
from neural.domains.mtg.cards import cards
from neural.domains.mtg.facts import facts
from neural.domains.mtg.generate import SYSTEM
from neural.errors import UserError


@contextmanager
def open_desk(about: str | None, note: Callable[[str], None]) -> Iterator[Desk]:
    """Questions about the cards that they name, with nothing else to ask about."""
    if about:
        raise UserError(
            f"{about}: questions of mtg are about the cards that they name. Leave it out."
        )
    yield _Desk()


class _Desk(Desk):
    title = "A ruling; cards that the question names are looked up"
    words = tuple(cards())
    examples = (
        "I attack with Grizzly Bears and my opponent blocks with Serra Angel. What dies?",
        "Can I cast Lightning Bolt during my opponent's turn?",
    )

    def row(self, question: str) -> dict:
        named = sorted(name for name in cards() if _names(question, name))
        told = "\n".join(facts(cards()[name]) for name in named)
        return {"system": SYSTEM, "input": told, "instruction": question}

    def read(self, question: str, answer: str) -> Reading:
        said, notes = citations.table(), []
        for rule in citations.found_in(answer):
            known = said.get(rule)
            what = known.says if known else "not one of the rules that were checked; look it up"
            notes.append(f"{citations.shown(rule)}: {what}")
        return Reading(answer, notes=tuple(notes))


def _names(question: str, card: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(card)}(?!\w)", question, re.IGNORECASE) is not None
