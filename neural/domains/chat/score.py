"""How near an answer in a chat is to the expected one, and whether rows are as they must be."""

import re
from collections import Counter

from neural.domains import faulty
from neural.domains.chat.dialogues import KINDS
from neural.domains.chat.generate import make
from neural.records import private, texts
from neural.records.forms import fault_in_turns

METRICS = {
    "same": "It says the expected words, up to case, marks and white space.",
    "words": "(a share) F1 of the words that it has in common with the expected answer.",
    "exact": "It is the expected answer letter for letter.",
}


def score(rows: list[dict], answers: list[str]) -> list[dict]:
    """For each row METRICS, and "mistake" where the words are not the expected ones."""
    return [_score(row, answer) for row, answer in zip(rows, answers, strict=True)]


def _score(row: dict, answer: str) -> dict:
    wanted = row["messages"][-1]["content"]
    asked, said = _words(wanted), _words(answer)
    common = sum((Counter(asked) & Counter(said)).values())
    f1 = 2 * common / (len(asked) + len(said)) if asked and said else float(asked == said)
    scores: dict = {"same": asked == said, "words": f1, "exact": answer.strip() == wanted.strip()}
    if asked == said:
        return scores
    numbers = [re.findall(r"\d+", text) for text in (wanted, answer)]
    kind = "other numbers" if numbers[0] != numbers[1] else "other words"
    return scores | {"mistake": {"kind": kind if said else "no words"}}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def verify(rows: list[dict]) -> list[tuple[int, str]]:
    """(index, what is wrong) of each row: a built-in dialogue that does not come out again from its
    number, or a chat whose turns do not fit or which still has personal data."""
    return faulty(rows, _fault)


def _fault(row: dict) -> str | None:
    chat = row.get("messages")
    if fault := fault_in_turns(chat):
        return fault
    if chat[-1]["role"] != "assistant":
        return "does not end with an answer"
    if "dialogue" in row:
        if row.get("category") not in KINDS or not isinstance(row["dialogue"], int):
            return f"is no dialogue of a known kind ({row.get('category')!r})"
        made = make(row["category"], row["dialogue"])
        if not any(chat == one["messages"] and row.get("id") == one["id"] for one in made):
            return "its dialogue comes out otherwise"
        return None
    for number, turn in enumerate(chat, 1):
        for check in (private.personal, texts.control_token):
            if found := check(turn["content"]):
                return f"turn {number}: {found}"
    return None
