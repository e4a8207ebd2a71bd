"""Write tests: cases that the code passes and its bugs do not; and which cases are worth a test."""

import itertools
import re
from collections import Counter
from functools import cache
from random import Random
from typing import Any

from neural.domains.coding import testfiles, testruns, texts
from neural.domains.coding.kinds import native
from neural.domains.coding.mutants import BROKEN
from neural.domains.coding.problem import Draft, Problem
from neural.domains.coding.running import Program
from neural.domains.coding.tasks import fix
from neural.domains.coding.tasks.implement import noun
from neural.domains.coding.tasks.task import Bank, Kind, fence, row, say, tests
from neural.domains.coding.testfiles import Case
from neural.domains.coding.values import Unshown
from neural.sandbox.batch import Result

CATEGORY = "tests"
# Bugs that a test file is run against; each is compiled on its own.
MUTANTS = {"python": 8, "go": 4, "javascript": 8, "java": 4}
KILLED = 0.6  # of them, at least
LONGEST = 100  # characters of a call in a test
CASES = 6
SHORT = re.compile(r"[A-Za-z0-9](?:[\w:.-]{0,10}[A-Za-z0-9])?")  # texts that a title can hold
LEAST = 4  # so many, even if titles have to be numbered
WIDEST = 88  # characters of a line of Python, which is not wrapped
FRAMEWORKS = {
    "python": "pytest",
    "go": "the testing package",
    "javascript": "node:test",
    "java": "JUnit 5",
}
WRITE = (
    "Write tests for this {title} {what} with {framework}.",
    "Add unit tests for `{name}`, using {framework}.",
    "Please test this {what}: normal cases, limits and errors. We use {framework}.",
    "`{name}` has no tests. Write some with {framework} that would notice a bug.",
    "Which tests does this {title} {what} need? Write them with {framework}.",
    "Cover `{name}` with {framework}; think of the edge cases.",
)
EDGES = (
    "Which edge cases should the tests of `{name}` cover, and what should come out?",
    "List the corner cases of this {title} {what} with their results.",
    "Before I test this {what}: which inputs are special, and what does it do with them?",
    "What are the inputs that a careful tester would try on `{name}`? Give the expected results.",
)
WHERE = "The code is in `{file}`."
FILES = {"python": "solution.py", "go": "package solution", "javascript": "solution.js"}


def write(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """A test file that the solution passes and most of its bugs do not."""
    kept = tests(problem, bank)
    try:
        cases = _cases(problem, kept, place)
        if len(cases) < 3:
            return "too few calls that make a readable test"
        file = testfiles.write(problem.caller, cases)
    except Unshown:
        return "has calls that no plain test can make"
    whole = problem.source.whole
    quiet = [each for each in fix.bugs(problem) if each.kind not in BROKEN][
        : MUTANTS[problem.language]
    ]
    broken = [each.apply(whole) for each in quiet]
    programs = [
        Program(problem.language, testruns.runnable(code, file, problem.language),
                testruns.ENTRY, [[]])
        for code in (whole, *broken)
    ]  # fmt: skip

    def finish(results: list[Result]) -> dict | str:
        first = results[0]
        if first.failure or first.outcomes != [{"value": []}]:
            return "tests that the solution does not pass"
        edits = [
            [each.start, each.end, each.new]
            for each, result in zip(quiet, results[1:], strict=True)
            if result.failure not in ("compile", "load") and killed(result)
        ]
        of = sum(result.failure not in ("compile", "load") for result in results[1:])
        if of < 2 or len(edits) < KILLED * of:
            return "tests that notice too few bugs"
        values = {"title": problem.title, "what": noun(problem), "name": problem.name}
        instruction = say(rng, WRITE, framework=FRAMEWORKS[problem.language], **values)
        if problem.language in ("python", "javascript"):
            instruction += " " + WHERE.format(file=FILES[problem.language])
        made = row(
            problem,
            CATEGORY,
            "write_tests",
            place,
            rng,
            instruction=instruction,
            input=fence(whole, problem.language),
            output=fence(file, problem.language),
        )
        return made | {"kills": len(edits), "mutants": edits, "mutants_run": of}

    return Draft(programs, finish)


def killed(result: Result) -> bool:
    """Whether some test failed, or the run did not end."""
    return bool(result.failure) or bool(result.outcomes and result.outcomes[0] != {"value": []})


def edges(problem: Problem, place, rng: Random, bank: Bank) -> Draft | str:
    """The calls that the author thought of, why they are special, and what came of them."""
    kept = tests(problem, bank)
    entry = problem.family.entry
    lines, calls, outcomes, reasons = [], [], [], set()
    for call, outcome in list(zip(kept["calls"], kept["expected"], strict=True))[:8]:
        why = describe(problem, call, outcome)
        if not why or why in reasons or "*" in outcome.get("message", ""):
            continue
        try:
            asked = problem.caller.call(call)
            told = problem.caller.told(outcome, entry["returns"])
        except Unshown:
            continue
        if len(asked) + len(told) > LONGEST + 40:
            continue
        lines.append(f"- {why}: `{asked}` {'fails: ' if 'error' in outcome else '→ '}`{told}`")
        reasons.add(why)
        calls.append(call)
        outcomes.append(outcome)
    if len(lines) < 2:
        return "too few special cases"

    def finish(results: list[Result]) -> dict:
        values = {"title": problem.title, "what": noun(problem), "name": problem.name}
        made = row(
            problem,
            CATEGORY,
            "edge_cases",
            place,
            rng,
            instruction=say(rng, EDGES, **values),
            input=fence(problem.source.whole, problem.language),
            output="\n".join(lines),
        )
        return made | {"tests": kept | {"calls": calls, "expected": outcomes}}

    return Draft((), finish)


def describe(problem: Problem, call: list, outcome: dict, bare: bool = False) -> str:
    """What is special about a call: `values` is empty, has one element; "" if nothing is. `bare`:
    without the verb, as titles of tests have it."""
    family = problem.family
    found = []
    for value, (name, kind) in zip(call, family.call.args, strict=True):
        shown = f"`{_spelt(problem, name)}`"
        what = _special(native(value, kind), kind)
        if what and (name, what) not in _usual(problem):
            found.append(f"{shown} {what if bare else _sentence(what)}")
    found = found[:2]
    if "error" in outcome:
        found = found or ["an input that is refused"]
    text = " and ".join(found)
    return text[:1].upper() + text[1:] if text else ""


@cache
def _usual(problem: Problem) -> set[tuple[str, str]]:
    """What holds of an argument in most calls, and so is special in none."""
    args = problem.family.call.args
    counts = Counter(
        (name, _special(native(value, kind), kind))
        for call in problem.calls
        for value, (name, kind) in zip(call, args, strict=True)
    )
    return {each for each, count in counts.items() if 2 * count > len(problem.calls)}


def _spelt(problem: Problem, name: str) -> str:
    return texts.named(name, problem.code)


def _sentence(what: str) -> str:
    """`with one element` as `has one element`, `empty` as `is empty`."""
    return f"has {what[5:]}" if what.startswith("with ") else f"is {what}"


def _special(value: Any, kind) -> str:
    if value is None:
        return "missing"
    if isinstance(value, bool):
        return ""
    if isinstance(value, (int, float)):
        return "zero" if value == 0 else "negative" if value < 0 else ""
    if isinstance(value, str):
        if not value or value.isspace():
            return "empty" if not value else "with only spaces"
        return "of one character" if len(value) == 1 else ""
    if isinstance(value, (list, set, dict)):
        if len(value) < 2:
            return "with one element" if value else "empty"
        if isinstance(value, list) and len({str(each) for each in value}) == 1:
            return "with equal elements only"
        if isinstance(value, list) and len({str(each) for each in value}) < len(value):
            return "with repeated elements"
    return ""


def _cases(problem: Problem, kept: dict, place: int) -> list[Case]:
    """Calls worth a test: the edges first, then random ones, each with its own title."""
    rng = Random(f"tests {problem.id} {problem.language} {place}")
    pairs = list(zip(kept["calls"], kept["expected"], strict=True))
    count = len(problem.variant.edges())
    random = pairs[count:]
    rng.shuffle(random)
    chosen: dict[tuple, Case] = {}  # by what is left of their titles in a name
    alike, seen = [], set()
    for call, outcome in pairs[:count] + random:
        if problem.is_class and "error" not in outcome:
            call, outcome = collapsed(call, outcome)
        longest = 2 * LONGEST if problem.is_class else LONGEST // 2
        if str(call) in seen or len(str(call)) > longest or not _single(problem, call):
            continue
        seen.add(str(call))
        title = _title(problem, call, outcome)
        if _key(title) in chosen and not problem.is_class and "error" not in outcome:
            title = _sizes(problem, call) or title
        if _key(title) in chosen:
            title += _told(problem, call, outcome)
        if not _fits(problem, Case(title, call, outcome)):
            continue
        if _key(title) in chosen:
            alike.append(Case(title, call, outcome))
        else:
            chosen[_key(title)] = Case(title, call, outcome)
        if len(chosen) == CASES:
            break
    for case in alike[: max(0, LEAST - len(chosen))]:
        numbered = (f"{case.title} {number}" for number in itertools.count(2))
        title = next(each for each in numbered if _key(each) not in chosen)
        chosen[_key(title)] = case._replace(title=title)
    return list(chosen.values())


def _key(title: str) -> tuple[str, ...]:
    return tuple(testfiles.words(title))


def _told(problem: Problem, call: list, outcome: dict) -> str:
    """What came out in a few words of a title, "" where it takes more."""
    kind = problem.family.entry["returns"]
    if problem.is_class and "value" in outcome and call[1]:
        kind = problem.family.entry["methods"][call[1][-1][0]][1]
        outcome = outcome["value"][-1]
    if "value" not in outcome or kind == "none":
        return ""
    verb = "ending in" if problem.is_class else "giving"
    value = native(outcome["value"], kind)
    if value is None:
        return f" {verb} nothing"
    if isinstance(value, bool):
        return f" {verb} {str(value).lower()}"
    if isinstance(value, int):
        return f" {verb} {_number(value)}"
    if isinstance(value, (list, set, dict)):
        number = "no element" if not value else "one element" if len(value) == 1 else ""
        return f" {verb} {number or f'{len(value)} elements'}"
    plain = isinstance(value, str) and SHORT.fullmatch(value)
    return f" {verb} {value}" if plain else ""


def _number(value: int) -> str:
    return f"minus {-value}" if value < 0 else str(value)


def _fits(problem: Problem, case: Case) -> bool:
    """Whether a test of Python has no line that a formatter would break."""
    if problem.language != "python":
        return True
    try:
        lines = testfiles.write(problem.caller, [case]).splitlines()
    except Unshown:
        return False
    return all(len(line) <= WIDEST for line in lines)


def collapsed(call: list, outcome: dict) -> tuple[list, dict]:
    """Operations on an object without those that repeat the one before and its result."""
    steps = list(zip(call[1], outcome["value"], strict=True))
    kept = [each for i, each in enumerate(steps) if i == 0 or each != steps[i - 1]]
    return [call[0], [step for step, _ in kept]], {"value": [found for _, found in kept]}


def _single(problem: Problem, call: list) -> bool:
    return not problem.is_class or 1 < len(call[1]) <= 8


def _title(problem: Problem, call: list, outcome: dict) -> str:
    if problem.is_class:
        names = list(dict.fromkeys(name for name, *_ in call[1]))
        failing = any("error" in each for each in outcome.get("value", []))
        listed = " and ".join(each.replace("_", " ") for each in names[:3])
        return f"{listed} with an error" if failing else listed
    why = describe(problem, call, outcome, bare=True).replace("`", "").lower().replace("_", " ")
    if "error" in outcome:
        usable = why and "refused" not in why
        return f"refuses {(why if usable else _sizes(problem, call)) or 'the call'}"
    result = _told(problem, call, outcome).strip().replace("giving", "gives", 1)
    return why or _sizes(problem, call) or result or "ordinary call"


def _sizes(problem: Problem, call: list) -> str:
    """`values of length 3 and size 2`: an ordinary call by its measures."""
    made = []
    for value, (name, kind) in zip(call, problem.family.call.args, strict=True):
        name = name.replace("_", " ")
        if isinstance(kind, list) and kind[0] in ("list", "set", "dict"):
            made.append(f"{name} of length {len(value)}")
        elif kind in ("int", "long"):
            made.append(f"{name} {_number(native(value, kind))}")
        elif kind == "str" and SHORT.fullmatch(value):
            made.append(f"{name} {value}")
        elif kind == "str" and value:
            made.append(f"{name} of length {len(value)}")
        elif kind == "bool":
            made.append(name if value else f"not {name}")
    return " and ".join(made[:2])


KINDS = (
    Kind(
        "write_tests", 1.0, lambda p: [] if p.source.driver or p.family.mutates else [0, 1], write
    ),
    Kind("edge_cases", 0.4, lambda p: [] if p.source.driver or p.is_class else [0], edges),
)
