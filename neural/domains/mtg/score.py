"""Is an answer's ruling right, are its rules the right ones, and does rewording change it?"""

import re
from collections import defaultdict
from collections.abc import Callable

from neural.domains import faulty
from neural.domains.mtg import citations
from neural.domains.mtg.generate import KINDS, again

METRICS = {
    "verdict": "Its ruling is the expected one: yes or no, the total, the size, or what happens.",
    "precision": "Share of the rules that it cites that the ruling rests on.",
    "recall": "Share of the rules that the ruling rests on that it cites.",
    "cited": "Every rule that it cites exists.",
    "consistent": "It rules as on the same scenario in other words, of scenarios asked twice.",
    "exact": "It is the expected answer letter for letter.",
}


_OUTCOME = re.compile(
    r"(?P<who>.+?) (?P<outcome>dies|survives|is exiled|resolves|is countered|does not resolve|"
    r"is back in its owner's hand|comes back as (?:an? )?-?\d+/-?\d+|is (?:an? )?-?\d+/-?\d+)"
)
_NUMBER = re.compile(r"(?:.* )?(?:life total (?:is|of)|at) (-?\d+)(?: life)?|(-?\d+) damage")
_PRONOUNS = {"it", "this creature", "that creature", "this spell", "that spell"}


def verdict_of(answer: str) -> str:
    """The ruling that an answer opens with, in a form that can be compared (see `agree`).

    `yes` or `no`, else its first sentence in lower case without articles and marks, or the number
    that it comes to: a life total or damage.
    """
    text = " ".join(answer.split())
    found = re.match(r"(yes|no)\b(?! \w+ dies\b| damage| penalty)", text.lower())
    if found and not re.match(r"no (damage|penalty|infraction)", text.lower()):
        return found[1]
    first = re.split(r"(?<=[\w)}\"][.!?]) ", text, maxsplit=1)[0]
    words = re.findall(r"[\w+/'-]+", first.lower())
    plain = " ".join(word for word in words if word not in ("a", "an", "the"))
    plain = re.sub(r"^no damage$", "0 damage", plain)
    plain = re.sub(r"^(?:.+ )?costs? (?=[\dwubrg/ ]+$)", "cost ", plain)
    if number := _NUMBER.fullmatch(plain):
        return f"{number[1]} life" if number[1] else f"{number[2]} damage"
    return plain


def agree(one: str, other: str) -> bool:
    """Whether two verdicts rule the same; `it dies` is `grizzly bears dies`."""
    if one == other:
        return True
    found = [_OUTCOME.fullmatch(text) for text in (one, other)]
    if None in found or found[0]["outcome"] != found[1]["outcome"]:
        return False
    return bool(_PRONOUNS & {match["who"] for match in found})


def score(rows: list[dict], answers: list[str]) -> list[dict]:
    """For each row those of METRICS that concern it, and "mistake" where the ruling is wrong."""
    said = [verdict_of(answer) for answer in answers]
    twins: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        twins[str(row.get("id"))].append(i)
    return [
        _score(row, answers[i], said, twins[str(row.get("id"))], i) for i, row in enumerate(rows)
    ]


def _score(row: dict, answer: str, said: list[str], twins: list[int], place: int) -> dict:
    wanted = set(str(row["rule_reference"]).split("; "))
    cited = citations.found_in(answer)
    right = agree(said[place], verdict_of(row.get("verdict") or row["output"]))
    scores: dict = {
        "verdict": right,
        "recall": len(wanted & set(cited)) / len(wanted),
        "exact": answer.strip() == row["output"].strip(),
    }
    if cited:
        scores["precision"] = len(wanted & set(cited)) / len(cited)
        scores["cited"] = all(rule in citations.table() for rule in cited)
    if len(twins) > 1:
        scores["consistent"] = all(agree(said[twins[0]], said[i]) for i in twins)
    return scores if right else scores | {"mistake": _mistake(row, said[place])}


def _mistake(row: dict, said: str) -> dict[str, str]:
    wanted = verdict_of(row.get("verdict") or row["output"])
    if {wanted, said} == {"yes", "no"}:
        return {"kind": f"{said} instead of {wanted}"}
    return {"kind": "another ruling", "detail": f"{said[:80]!r} instead of {wanted[:80]!r}"}


def verify(
    rows: list[dict], progress: Callable[..., None] = lambda n=1, note="": None
) -> list[tuple[int, str]]:
    """(index, problem) of every row that does not come out again from its scenario, or that cites
    what it must not."""
    return faulty(rows, _fault, progress)


def _fault(row: dict) -> str | None:
    unknown = [rule for rule in citations.found_in(row["output"]) if rule not in citations.table()]
    if unknown:
        return f"cites {', '.join(unknown)}, which no checked citation has"
    said = set(citations.found_in(row["output"]))
    listed = set(filter(None, str(row.get("rule_reference", "")).split("; ")))
    if said != listed:
        return f"rule_reference differs from the rules of its answer in {sorted(said ^ listed)}"
    if row.get("task") not in KINDS or "scenario" not in row:
        return f"has no scenario of a known task ({row.get('task')!r})"
    try:
        made = again(row)
    except (ValueError, IndexError, TypeError, KeyError, AttributeError):
        return f"scenario {row['scenario']!r} or its cards are none that the generator writes"
    if made is None:
        return "its scenario leads to no ruling"
    for key in ("instruction", "input", "output", "id"):
        if made[key] != row.get(key):
            return f"its scenario gives another {key}: {made[key][:100]!r}"
    return None
