"""A talk whose answers are given, and a small desk, for tests of what happens around them."""

from collections.abc import Iterator

from neural.asking.talk import Said
from neural.domains.desk import Desk, Reading, Result


class GivenTalk:
    """Answers by question, said in pieces; "" for any other. `rows`: what was asked."""

    def __init__(self, answers: dict[str, str], ends: bool = True) -> None:
        self.answers, self.ends, self.rows = answers, ends, []

    def answer(self, row: dict) -> Iterator[Said]:
        self.rows.append(row)
        text = self.answers.get(row["instruction"], "")
        for end in range(0, len(text), 7):
            yield Said(text[:end], end, 0.1)
        yield Said(text, len(text), 0.2, self.ends)


class CountingDesk(Desk):
    """Answers are numbers, which are counted to; negative ones change something."""

    title, text, language, words = "numbers", "one, two", "", ("seven",)
    examples = ("Three?",)

    def read(self, question: str, answer: str) -> Reading:
        if not answer.lstrip("-").isdigit():
            return Reading(answer, problems=("no number",))
        return Reading(answer, runs=True, changes=answer.startswith("-"))

    def run(self, reading: Reading, limit: int) -> Result:
        number = int(reading.text)
        if number == 13:
            return Result(error="\x1b[31mno thirteen")
        rows = tuple((n, f"\x1b[2J{n} <b>", None) for n in range(abs(number)))
        return Result(("n", "text", "none"), rows[:limit], cut=len(rows) > limit)
