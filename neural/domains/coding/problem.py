"""One problem in one language, and what its solution does, proven by running it."""

import fnmatch
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from neural.domains.coding import sources, syntax, texts
from neural.domains.coding.calls import OPEN, Caller
from neural.domains.coding.family import Family, Variant
from neural.domains.coding.kinds import Raised, native, same
from neural.domains.coding.library import Topic
from neural.domains.coding.running import Program
from neural.domains.coding.sources import Source
from neural.sandbox.batch import Result

TITLES = {"python": "Python", "go": "Go", "javascript": "JavaScript", "java": "Java"}


@dataclass(frozen=True, eq=False)
class Problem:
    """A variant of a family with its solution in a language."""

    topic: Topic
    variant: Variant
    language: str

    @property
    def id(self) -> str:
        """Its name in rows: `sequences/chunked[rest=keep]`."""
        return f"{self.topic.name}/{self.variant}"

    @property
    def family(self) -> Family:
        return self.variant.family

    @property
    def title(self) -> str:
        """The language's name."""
        return TITLES[self.language]

    @cached_property
    def source(self) -> Source:
        return self.topic.source(self.variant, self.language)

    @property
    def code(self) -> str:
        """The solution as answers have it."""
        return self.source.solution

    @property
    def calls(self) -> list:
        """The edges and some random calls, as on the wire; the same in all languages."""
        return self.variant.calls

    @cached_property
    def statement(self) -> str:
        return texts.statement(self.variant, self.language, self.source.whole)

    @cached_property
    def requests(self) -> list[str]:
        return texts.requests(self.variant, self.language, self.source.whole)

    @cached_property
    def caller(self) -> Caller:
        """Writes its calls; `values.Unshown` where that is not possible."""
        return Caller(self.source.whole, self.family.entry, self.language)

    @property
    def name(self) -> str:
        """What the solution is called in this language."""
        name = self.family.name if self.source.driver else self.family.call.name
        if self.language == "java" and not self.is_class:
            found = syntax.called(self.source.solution, "java", name, methods=False)
            if found and found.returns:
                return found.name
        return texts.named(name, self.source.solution)

    @property
    def is_class(self) -> bool:
        """Whether a class is asked for."""
        return bool(self.family.methods)

    def program(self, code: str | None = None, repeat: int = 1) -> Program:
        """Its calls on its own solution, or on other code."""
        whole = self.source.whole if code is None else whole_of(code, self.tests, self.language)
        return Program(self.language, whole, self.family.entry, self.calls * repeat)

    @property
    def tests(self) -> dict:
        """What a row keeps to be run again, but for what is expected."""
        return {"entry": self.family.entry, "driver": self.source.driver, "calls": self.calls}


def whole_of(code: str, tests: dict, language: str) -> str:
    """What is compiled: an answer's code and the tests' driver."""
    if language == "go":  # whose package is the sandbox's
        code = re.sub(r"\A\s*package \w+\n+", "", code)
    return sources.merged(code, tests["driver"], language) if tests.get("driver") else code


def expected(problem: Problem, result: Result) -> list[dict]:
    """The outcomes as rows keep them: values, or error type and message. A message that varies is
    not in the texts, so any will do: *."""
    return [_plain(outcome, problem) for outcome in result.outcomes]


def _plain(outcome: dict, problem: Problem, inner: bool = False) -> dict:
    if "error" in outcome:
        raised = Raised(tuple(outcome["error"]), outcome["message"])
        for failure in problem.family.errors.values():
            if failure.fits(raised, problem.language):
                message = OPEN if "*" in failure.message else failure.message
                return {"error": [failure.type(problem.language)], "message": message}
        return {"error": outcome["error"][:1], "message": outcome["message"]}
    changed = {"changed": True} if outcome.get("changed") else {}
    value = outcome["value"]
    if problem.is_class and not inner:
        value = [_plain(each, problem, inner=True) for each in value]
    return {"value": value} | changed


@dataclass(frozen=True)
class Fault:
    """Why code is wrong: the number of the call (None: no call was reached) and its outcome."""

    call: int | None
    outcome: dict | None
    failure: str = ""
    message: str = ""


def fault(tests: dict, result: Result) -> Fault | None:
    """The first thing in which a run differs from `tests["expected"]`."""
    if result.failure in ("compile", "load"):
        return Fault(None, None, result.failure, result.message)
    right = tests["expected"]
    for i, outcome in enumerate(result.outcomes[: len(right)]):
        if not agree(tests["entry"], tests["calls"][i], right[i], outcome):
            return Fault(i, outcome)
    if len(result.outcomes) < len(right):
        return Fault(len(result.outcomes), None, result.failure or "crash", result.message)
    return None


def agree(entry: dict, call: list, right: dict, found: dict) -> bool:
    """Whether two outcomes of a call are the same."""
    if bool(right.get("changed")) != bool(found.get("changed")):
        return False
    if "error" in right or "error" in found:
        return _raises(right, found)
    if entry["methods"] is None:
        return _equal(right["value"], found["value"], entry["returns"])
    if len(right["value"]) != len(found["value"]):
        return False
    for (name, *_), one, other in zip(call[1], right["value"], found["value"], strict=True):
        if "error" in one or "error" in other:
            if not _raises(one, other):
                return False
        elif not _equal(one["value"], other["value"], entry["methods"][name][1]):
            return False
    return True


def _equal(one: Any, other: Any, kind) -> bool:
    return same(native(one, kind), native(other, kind))


def _raises(right: dict, found: dict) -> bool:
    if "error" not in right or "error" not in found:
        return False
    pattern = right["message"].replace("[", "[[]")
    told = right["message"] == found["message"] or fnmatch.fnmatchcase(found["message"], pattern)
    return told and right["error"][0] in found["error"]


@dataclass(frozen=True)
class Draft:
    """A row to be: what has to be run, and what makes the row of the results, or None with a
    reason that is counted."""

    programs: Sequence[Program]
    finish: Callable[[Sequence[Result]], dict | str]
