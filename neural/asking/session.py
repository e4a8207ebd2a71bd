"""One question after the other: asked, read, run."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from neural.asking.talk import Said, Talk, printable
from neural.domains.desk import Desk, Reading, Result
from neural.errors import UserError


@dataclass(frozen=True)
class Ran:
    """A result, and how long it took in seconds."""

    result: Result
    seconds: float


class Session:
    """A model and the desk of its domain; `limit`: most rows that are shown."""

    def __init__(self, talk: Talk, desk: Desk, limit: int) -> None:
        self.talk, self.desk, self.limit = talk, desk, limit

    def ask(self, question: str) -> Iterator[Said]:
        """The answer, piece by piece. UserError where this is no question."""
        return self.talk.answer(self.desk.row(cleaned(question)))

    def read(self, question: str, said: Said) -> Reading:
        """What the whole answer turned out to be."""
        reading = self.desk.read(cleaned(question), printable(said.text))
        if said.ended:
            return reading
        cut = f"The answer was cut after {said.tokens} tokens; --max-tokens allows more."
        return replace(reading, problems=(cut,), notes=(), runs=False)

    def run(self, reading: Reading) -> Ran:
        """Runs what was read; a person has agreed to what it changes."""
        began = time.monotonic()
        result = self.desk.run(reading, self.limit)
        return Ran(result, time.monotonic() - began)


def cleaned(question: str) -> str:
    """The question without control characters. UserError where nothing is left."""
    text = " ".join(printable(question).replace("\N{REPLACEMENT CHARACTER}", " ").split())
    if not text:
        raise UserError("this is no question: it has no words. Ask in a sentence.")
    return text


def record(question: str, said: Said, reading: Reading, ran: Ran | None) -> dict:
    """Question and answer as plain JSON, for scripts."""
    result = ran.result if ran else Result()
    return {
        "question": question,
        "answer": reading.text,
        "language": reading.language or None,
        "problems": list(reading.problems),
        "notes": list(reading.notes),
        "changes": reading.changes,
        "ran": ran is not None,
        "columns": list(result.columns),
        "rows": [list(row) for row in result.rows],
        "cut": result.cut,
        "error": result.error,
        "tokens": said.tokens,
        "tokens_per_second": round(said.tokens_per_second, 1),
        "seconds": {
            "answer": round(said.seconds, 3),
            "run": round(ran.seconds, 3) if ran else None,
        },
    }
