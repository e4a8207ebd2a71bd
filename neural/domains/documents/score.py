"""Is an answer what the passage says, does it cite where, and is it silent where that is?"""

import re

from neural.domains import faulty
from neural.domains.documents.generate import ABSENT
from neural.domains.documents.passages import CITED, flat, within
from neural.records.dedupe import digest

METRICS = {
    "right": "It says what the passage says there, or that it does not tell, and cites the lines.",
    "says": "Its text is the expected one, the citation left aside.",
    "cited": "It cites the expected lines, of questions that the passage answers.",
    "refuses": "It says that the passage does not tell, of questions where that is so.",
    "answers": "It does not say so, of questions that the passage answers.",
    "grounded": "What it says stands in the passage, word for word, of answers.",
    "exact": "It is the expected answer letter for letter.",
}
VERDICTS = ("Yes.", "No.")
REFUSAL = ABSENT.format("")[:-1].strip()


def score(rows: list[dict], answers: list[str]) -> list[dict]:
    """For each row those of METRICS that concern it, and "mistake" where it is wrong."""
    return [_score(row, answer) for row, answer in zip(rows, answers, strict=True)]


def _score(row: dict, answer: str) -> dict:
    answer = answer.strip()
    wanted, place = _parts(row["output"])
    said, cited = _parts(answer)
    refused = said.startswith(REFUSAL)
    scores: dict = {"exact": answer == row["output"].strip()}
    if row["category"] == "absent":
        right = refused
        scores |= {"right": right, "refuses": right}
        return scores if right else scores | {"mistake": {"kind": "an answer that is not there"}}
    same = _plain(said) == _plain(wanted)
    right = same and cited == place
    scores |= {"right": right, "says": same, "cited": cited == place, "answers": not refused}
    if not refused and said not in VERDICTS:
        scores["grounded"] = _holds(within(row["input"], 0, 1 << 60), said)
    if right:
        return scores
    kind = "says that it is not there" if refused else "other lines" if same else "another text"
    return scores | {"mistake": {"kind": kind}}


def _parts(answer: str) -> tuple[str, tuple[int, int] | None]:
    """An answer's text and the lines that it cites."""
    found = CITED.search(answer)
    if not found:
        return answer, None
    first = int(found["first"])
    return answer[: found.start()], (first, int(found["last"] or first))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", flat(text)).casefold().strip()


def verify(rows: list[dict]) -> list[tuple[int, str]]:
    """(index, what is wrong) of each row whose answer is not what its own passage says there."""
    return faulty(rows, _fault)


def _fault(row: dict) -> str | None:
    passage, output = row.get("input") or "", row["output"]
    if row.get("category") == "absent":
        term = str(row.get("term") or "")
        if not term or term.casefold() in passage.casefold():
            return f"says that {term!r} is not mentioned, but the passage has it"
        return None if output.startswith(REFUSAL) else "answers what its category calls absent"
    said, place = _parts(output)
    if place is None:
        return "cites no lines"
    there = within(passage, *place)
    if said in VERDICTS:
        return (
            None
            if _told(row["instruction"], said, there)
            else (f"{said} is not what lines {place[0]}-{place[1]} of its passage tell")
        )
    if not _holds(there, said):
        return f"its answer does not stand on lines {place[0]}-{place[1]} of its passage"
    if digest(row["instruction"].casefold()) == digest(said.casefold()):
        return "its answer is its question"
    return None


def _told(question: str, verdict: str, there: str) -> bool:
    """Whether the lines speak of what is asked, and say no where the answer does."""
    asked = set(re.findall(r"\w{4,}", question.casefold())) - {"have", "need", "should", "must"}
    known = set(re.findall(r"\w{4,}", there.casefold()))
    negative = re.search(r"(?i)\b(?:not|cannot|never|no longer)\b|n't\b", there)
    return len(asked & known) >= 0.8 * len(asked) and (verdict == "Yes." or bool(negative))


def _holds(there: str, said: str) -> bool:
    return bool(_plain(said)) and _plain(said) in _plain(there)
