"""Rows: a question of a player, facts of its cards, and the ruling that the engine derives."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

from neural.domains.mtg import citations, rulebook
from neural.domains.mtg.cards import parse
from neural.domains.mtg.facts import facts
from neural.domains.mtg.scene import Dice, NoScene
from neural.domains.mtg.state import Illegal, Undecided
from neural.domains.mtg.tasks import talk
from neural.domains.mtg.tasks.kinds import SCENES, Kind
from neural.errors import UserError, nearest
from neural.records.dedupe import digest

SYSTEM = "You are a Magic judge. Give the ruling first, then the reasons with their rule numbers."
PATIENCE = 400  # draws without a new scenario after which a kind counts as used up


KINDS: dict[str, Kind] = SCENES | {
    "follow_up": Kind("follow_up", 0.05, talk.follow_up),
    "claim": Kind("claims", 0.06, talk.claim),
}
AT_HAND = 8  # the user's cards that a row's scene may draw from
REWORDED = 0.12  # share of scenarios asked a second time in other words: tells consistency


def generate(
    count: int,
    seed: int,
    include_advanced: bool = False,
    kinds: list[str] | None = None,
    rules: str | None = None,
    cards: Sequence[str] = (),
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> Iterator[dict]:
    """`count` rows with distinct questions; a scenario has one, or two in different words.

    `cards` are lines in the notation of cards.tsv that scenes also draw from (see `imports`).
    With `rules`, the folder of the rules texts, every citation is checked against that edition
    first. UserError names what moved, an unknown kind, or how many rows there are at most.
    """
    if rules:
        citations.require(rulebook.read(Path(rules)))
    pool = _pool(kinds, include_advanced)
    rng = Random(seed)
    seen: set[str] = set()
    asked: set[int] = set()
    tried = dict.fromkeys(pool, 0)
    made = 0
    while made < count and pool:
        weights = list(accumulate(KINDS[name].share for name in pool))
        name = rng.choices(pool, cum_weights=weights)[0]
        number = rng.getrandbits(48)
        some = tuple(rng.sample(cards, min(len(cards), AT_HAND)))
        row = None
        while row is None and tried[name] < PATIENCE:
            row = make(name, number, include_advanced, cards=some)
            if row is not None and (
                row["id"] in seen or digest(row["instruction"], row["input"]) in asked
            ):
                row = None
            tried[name] += 1
            number += 1
        if row is None:
            pool.remove(name)
            continue
        tried[name] = 0
        twin = (
            make(name, number - 1, include_advanced, 1, some) if rng.random() < REWORDED else None
        )
        for one in (row, twin):
            if one is None or made == count:
                continue
            key = digest(one["instruction"], one["input"])
            if key not in asked and one["id"] == row["id"]:
                asked.add(key)
                made += 1
                progress()
                yield one
        seen.add(row["id"])
    if made < count:
        raise UserError(
            f"asked for {count} rows, but only {made} distinct ones can be made"
            f"{' of ' + ', '.join(kinds) if kinds else ''}; ask for at most {made}"
            f"{', or of more kinds' if kinds else ''}."
        )


def _pool(kinds: list[str] | None, include_advanced: bool) -> list[str]:
    """The names of the kinds to draw from. UserError for an unknown one."""
    for name in kinds or ():
        if name not in KINDS:
            known = ", ".join(KINDS)
            raise UserError(f"unknown kind {name!r}; known: {known}.{nearest(name, KINDS)}")
    if kinds:
        return [name for name in KINDS if name in kinds]
    return [name for name, kind in KINDS.items() if include_advanced or not kind.advanced]


def make(
    name: str, number: int, advanced: bool, wording: int = 0, cards: tuple[str, ...] = ()
) -> dict | None:
    """The row of a kind and a number, always the same; None where that draw led nowhere.

    Another `wording` tells the same scenario in other words. A row that was drawn with some of the
    user's `cards` holds their lines, so that it can be checked without the user's file.
    """
    kind = KINDS[name]
    try:
        dice = Dice(f"{name} {number}", wording, tuple(map(parse, cards)))
        ruling = kind.draw(dice, advanced)
    except (NoScene, Illegal, Undecided):
        return None
    used = sorted(ruling.cards, key=lambda card: card.name)
    told = "\n".join(facts(card) for card in used)
    known = f"{told}\n\n{ruling.context}" if told and ruling.context else told or ruling.context
    return {
        "id": f"{digest(name, repr(ruling.key)):032x}",
        "system": SYSTEM,
        "instruction": ruling.question,
        "input": known,
        "output": ruling.answer,
        "verdict": ruling.verdict,
        "rule_reference": "; ".join(ruling.rules),
        "category": kind.category,
        "task": name,
        "scenario": " ".join(
            [str(number), *["advanced"] * advanced, *([f"wording {wording}"] if wording else [])]
        ),
        **({"cards": list(cards)} if cards else {}),
        "source": "mtg",
        "license": "Apache-2.0",
        "split_group": f"{kind.category}/{digest(repr(ruling.shape)):032x}"[
            : len(kind.category) + 17
        ],
    }


def again(row: dict) -> dict | None:
    """The row made once more from its task and number."""
    number, *rest = str(row["scenario"]).split(" ")
    wording = int(rest[rest.index("wording") + 1]) if "wording" in rest else 0
    cards = tuple(row.get("cards", ()))
    return make(row["task"], int(number), "advanced" in rest, wording, cards)
