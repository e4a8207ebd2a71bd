"""Questions and answers of the exchanges that were written by hand."""

from itertools import product
from random import Random

from neural.domains.english.common_sense import SENSE
from neural.domains.english.small_talk import TALK
from neural.domains.english.task import Kind, Task, plain
from neural.domains.english.words import BOYS, CITIES, GIRLS

FRIENDS = ("Anna", "Daniel", "Maria", "Omar", "Sara", "Tom")
FILL = {"name": GIRLS + BOYS, "friend": FRIENDS, "city": CITIES[:6]}
POLITE = ("{q}", "{q}", "{q}", "Quick question: {l}", "Please answer: {l}", "Tell me: {l}")


def entries(text: str) -> list[tuple[list[str], str]]:
    """(questions, answer) of each pair of lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [
        (questions.split(" | "), answer)
        for questions, answer in zip(lines[::2], lines[1::2], strict=True)
    ]


TALKS, SENSES = entries(TALK), entries(SENSE)


def draw_talk(rng: Random) -> Task:
    """A turn of small talk, a clarifying question or a refusal."""
    place = rng.randrange(len(TALKS))
    questions, answer = TALKS[place]
    values = {name: rng.choice(table) for name, table in FILL.items()}
    return Task(rng.choice(questions).format(**values), answer.format(**values), ("talk", place))


def draw_sense(rng: Random) -> Task:
    """Something that everyone knows."""
    place = rng.randrange(len(SENSES))
    questions, answer = SENSES[place]
    q = rng.choice(questions)
    return Task(rng.choice(POLITE).format(q=q, l=q[0].lower() + q[1:]), answer, ("sense", place))


def solve_talk(question: str, context: str, answer: str) -> str:
    """Finds the entry by its question; there is nothing to compute."""
    for questions, reply in TALKS:
        for wording in questions:
            for values in product(
                *(FILL[name] if f"{{{name}}}" in wording else ("",) for name in FILL)
            ):
                filled = dict(zip(FILL, values, strict=True))
                if plain(wording.format(**filled)) == question:
                    return reply.format(**filled)
    raise LookupError(question)


def solve_sense(question: str, context: str, answer: str) -> str:
    asked = question.split(": ")[-1].lower()
    return next(reply for questions, reply in SENSES if asked in [q.lower() for q in questions])


KINDS = (
    Kind("talk", draw_talk, solve_talk, 1.2, 0),
    Kind("common-sense", draw_sense, solve_sense, 1.0, 0),
)
