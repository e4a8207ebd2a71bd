"""What the kinds of tasks share: the row, the fence, the choice of words."""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from neural.domains.coding.problem import Draft, Problem
from neural.records.dedupe import digest

LICENSE = "Apache-2.0"


class Bank(NamedTuple):
    """What drafts may look up: other languages' problems of the same variant, and outcomes of the
    solution, proven before a draft is made."""

    twin: Callable[[Problem, str], Problem | None]
    proof: Callable[[Problem], list[dict]]


class Kind(NamedTuple):
    """A kind of task. `places` lists what may be asked of a problem, cheap to know; `draft` makes
    one of them; both hang on nothing but their arguments."""

    name: str
    weight: float
    places: Callable[[Problem], Iterator | list]
    draft: Callable[[Problem, object, Random, Bank], Draft | str]


def fence(code: str, language: str) -> str:
    """Code as chats show it."""
    return f"```{language}\n{code.rstrip()}\n```"


def row(
    problem: Problem, category: str, task: str, place: object, rng: Random, **texts: str
) -> dict:
    """A row without what is needed to run it again."""
    return {
        "id": f"{digest('coding', problem.id, problem.language, task, str(place)):032x}",
        **texts,
        "category": category,
        "language": problem.language,
        "task": task,
        "problem": problem.id,
        "split_group": problem.family.name,
        "source": "coding",
        "license": LICENSE,
    }


def say(rng: Random, wordings: list[str] | tuple[str, ...], **values: object) -> str:
    """One of the wordings, filled."""
    return rng.choice(wordings).format(**values)


def tests(problem: Problem, bank: Bank) -> dict:
    """What a row keeps to be run again."""
    return problem.tests | {"expected": bank.proof(problem)}
