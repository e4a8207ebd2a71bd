"""Find and fix a bug: the code, what really went wrong with it, and the corrected code."""

import re
from dataclasses import replace
from functools import cache
from random import Random

from neural.domains.coding import mutants
from neural.domains.coding.calls import WRONG_TYPE
from neural.domains.coding.mutants import BROKEN, Edit
from neural.domains.coding.problem import Draft, Fault, Problem, agree, fault
from neural.domains.coding.tasks.implement import noun
from neural.domains.coding.tasks.task import Bank, Kind, fence, row, say, tests
from neural.domains.coding.values import Unshown
from neural.sandbox.batch import Result

CATEGORY = "bug_fixing"
BUGS = 12  # of a program, at most
MESSAGE = 5  # lines of a compiler's message; of a longer one only the first is shown
TIMEOUTS = 0.3  # of those that do not end are kept, which are a few of a hundred
COMPILED = (
    "This {title} code does not {build}. What is wrong?",
    "I get an error when I {build} this. Please fix it.",
    "My {what} `{name}` does not {build}. Can you find the mistake?",
    "Fix the error in this {title} code.",
    "Why does {title} reject this, and how do I repair it?",
)
FAILED = (
    "A test of this {title} {what} fails. Find the bug and fix it.",
    "`{name}` gives a wrong result. What is the bug, and what is the fix?",
    "Fix this {title} code so that the test passes.",
    "Something is off in this {what}. Please find it and give me the corrected code.",
    "Why does this test of `{name}` fail? Correct the code.",
    "Debug this {what}: the failing case is below.",
    "We have a bug report for `{name}`. Say what the mistake is and repair it.",
)
CRASHED = (
    "This {title} code crashes. Find the cause and fix it.",
    "`{name}` fails with an error that it should not have. What is the bug?",
    "Please fix the crash in this {what}.",
    "Calling `{name}` goes wrong as shown below. Where is the mistake?",
)
ENDLESS = (
    "`{name}` does not return. Why, and how do I fix it?",
    "This {title} {what} hangs on the call below. Find the bug.",
    "The test run was stopped because `{name}` never ended. Please fix it.",
)
PURPOSE = (
    "It is supposed to do this: {statement}",
    "What it should do: {statement}",
    "{statement}",
)
CAUSES = {
    "boundary": (
        "The comparison on line {line} is off by one: it has to be `{old}`, not `{new}`.",
        "Line {line} treats the boundary wrongly; `{new}` should be `{old}`.",
        "The bug is the `{new}` on line {line}, which has to be `{old}` so that the limit itself "
        "falls on the right side.",
    ),
    "inverted": (
        "The condition on line {line} is the wrong way round: `{after}` should be `{before}`.",
        "Line {line} tests for the opposite of what it should: it has to be `{before}`.",
    ),
    "logic": (
        "The conditions on line {line} are joined with `{new}`, but it has to be `{old}`.",
        "Line {line} needs `{old}` in the place of `{new}`.",
    ),
    "operator": (
        "Line {line} uses the wrong operator: `{new}` should be `{old}`.",
        "The `{new}` on line {line} has to be `{old}`.",
    ),
    "constant": (
        "The number on line {line} is off by one: `{new}` should be `{old}`.",
        "On line {line} the constant has to be `{old}`, not `{new}`.",
    ),
    "flag": (
        "Line {line} says `{new}` where it must say `{old}`.",
        "The `{new}` on line {line} is wrong; it has to be `{old}`.",
    ),
    "call": (
        "Line {line} calls `{new}` where `{old}` is needed.",
        "`{new}` on line {line} is the wrong operation; it should be `{old}`.",
    ),
    "jump": (
        "Line {line} must be `{old}`, not `{new}`.",
        "`{new}` on line {line} takes the wrong way through the loop; it has to be `{old}`.",
    ),
    "missing": (
        "A line is missing: `{before}` has to stand on line {line}.",
        "The step `{before}` was forgotten; it belongs on line {line}.",
    ),
    "variable": (
        "Line {line} uses `{new}` where `{old}` is meant.",
        "The wrong variable is used on line {line}: `{old}`, not `{new}`.",
    ),
    "swapped": (
        "The operands on line {line} are swapped: `{new}` should be `{old}`.",
        "On line {line} it has to be `{old}`; the order matters.",
    ),
    "import": (
        "An import is missing: `{before}`.",
        "The code uses what it does not import; add `{before}`.",
    ),
    "typo": (
        "`{new}` on line {line} is a typo of `{old}`.",
        "The name on line {line} is misspelt: `{new}` should be `{old}`.",
    ),
    "bracket": (
        "A `{old}` is missing on line {line}.",
        "Line {line} lacks a `{old}`.",
    ),
}


WORDS = {
    "boundary": "comparison",
    "logic": "operator",
    "operator": "operator",
    "constant": "number",
    "flag": "value",
    "variable": "variable",
    "call": "function",
}
AMBIGUOUS = (  # where the wrong text stands more than once on its line
    "Line {line} has the wrong {word}. It should read `{before}`.",
    "There is a wrong {word} on line {line}: `{after}` has to be `{before}`.",
)


@cache
def bugs(problem: Problem) -> list[Edit]:
    """Some bugs of a program, on as many lines as can be; one in six keeps it from running."""
    source = problem.source
    whole = source.whole.encode()
    start = max(0, whole.find(source.solution.encode()))
    found = mutants.edits(
        source.whole, problem.language, start, start + len(source.solution.encode())
    )
    rng = Random(f"bugs {problem.id} {problem.language}")
    loud = _spread([each for each in found if each.kind in BROKEN], rng)
    quiet = _spread([each for each in found if each.kind not in BROKEN], rng)
    chosen = []
    while (quiet or loud) and len(chosen) < BUGS:
        turn = loud if len(chosen) % 6 == 4 else quiet
        if not turn:
            break
        chosen.append(turn.pop(0))
    return chosen


def _spread(found: list[Edit], rng: Random) -> list[Edit]:
    """In an order that takes a bug of each kind and line before a second one."""
    rng.shuffle(found)
    seen: dict[tuple, int] = {}
    ranks = []
    for each in found:
        by_kind = seen[("kind", each.kind)] = seen.get(("kind", each.kind), -1) + 1
        by_line = seen[("line", each.line)] = seen.get(("line", each.line), -1) + 1
        ranks.append(by_kind + 2 * by_line)
    return [each for _, each in sorted(zip(ranks, found, strict=True), key=lambda pair: pair[0])]


def fix(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """One bug, if it fails a test in the same way each time."""
    edit = bugs(problem)[place]
    whole = problem.source.whole
    buggy = edit.apply(whole)
    first = replace(problem.program(repeat=2), source=buggy)
    programs = [first]
    if problem.language == "python":  # the order of its sets is another in another process
        programs.append(replace(first, again=True))

    def finish(results: list[Result]) -> dict | str:
        kept = tests(problem, bank)
        found = fault(kept, results[0])
        if found is None:
            return "survived the tests"
        if _flaky(kept, results):
            return "differed from run to run"
        if found.failure in ("timeout", "memory") and rng.random() > TIMEOUTS:
            return "did not end"
        try:
            report = describe(problem, kept, found)
        except Unshown:
            return "has a call that cannot be shown"
        return _row(problem, place, rng, edit, buggy, found, report) | {
            "tests": kept,
            "bug": edit.kind,
        }

    return Draft(programs, finish)


def _flaky(kept: dict, results: list[Result]) -> bool:
    count = len(kept["calls"])
    outcomes = results[0].outcomes
    for i, (one, other) in enumerate(zip(outcomes[:count], outcomes[count:], strict=False)):
        if not agree(kept["entry"], kept["calls"][i], one, other):
            return True
    if len(results) == 1:
        return False
    one, other = results
    if (one.failure, len(one.outcomes)) != (other.failure, len(other.outcomes)):
        return True
    pairs = enumerate(zip(one.outcomes, other.outcomes, strict=True))
    return any(
        not agree(kept["entry"], kept["calls"][i % count], left, right)
        for i, (left, right) in pairs
    )


def describe(problem: Problem, kept: dict, found: Fault) -> str:
    """What a person sees of a failure: the compiler's message, or call, result and expectation."""
    if found.call is None:
        lines = found.message.splitlines()
        return found.message if len(lines) <= MESSAGE else lines[0]
    entry, call = kept["entry"], kept["calls"][found.call]
    right = kept["expected"][found.call]
    caller = problem.caller
    if entry["methods"] is None or "error" in right:
        shown = caller.call(call[0] if entry["methods"] else call)
        kind, wanted, got = entry["returns"], right, found.outcome
    else:
        shown, kind, wanted, got = _steps(problem, kept, found)
    method = call[1][shown.count("\n") - 1][0] if "\n" in shown else ""
    right = (
        "no error"
        if wanted == {"value": None} and kind == "none"
        else _told(problem, wanted, kind, method)
    )
    lines = [f"{shown}", f"expected: {right}"]
    if got is None:
        lines.append(f"actual:   {found.message}")
    elif got.get("changed") and not wanted.get("changed"):
        lines.append("actual:   the argument was changed")
    else:
        lines.append(f"actual:   {_told(problem, got, kind, method)}")
    return "\n".join(lines)


def _told(problem: Problem, outcome: dict, kind, method: str) -> str:
    told = problem.caller.told(outcome, kind, method)
    line = outcome.get("line") if "error" in outcome else None
    where = f" (line {line})" if line and line <= problem.source.whole.count("\n") else ""
    ends = problem.family.mutates and "error" not in outcome
    return f"{told}{where}" + (f" in {problem.family.mutates}" if ends else "")


def _steps(problem: Problem, kept: dict, found: Fault):
    """The operations up to the one that went wrong."""
    entry, call = kept["entry"], kept["calls"][found.call]
    right = kept["expected"][found.call]["value"]
    got = found.outcome.get("value") if found.outcome and "error" not in found.outcome else None
    wrong = 0
    if got is not None:
        one = {**entry, "methods": entry["methods"]}
        for wrong in range(len(right)):
            single = [call[0], [call[1][wrong]]]
            if not agree(one, single, {"value": [right[wrong]]}, {"value": [got[wrong]]}):
                break
    caller = problem.caller
    made = caller.call(call[0])
    assign = {"python": "", "go": "", "javascript": "const ", "java": "var "}[problem.language]
    equals = ":=" if problem.language == "go" else "="
    lines = [f"{assign}{caller.variable} {equals} {made}"]
    lines += [caller.step(name, values) for name, *values in call[1][: wrong + 1]]
    kind = entry["methods"][call[1][wrong][0]][1]
    if got is None and found.outcome is not None:
        return lines[0], "none", {"value": None}, found.outcome
    return "\n".join(lines), kind, right[wrong], got[wrong] if got is not None else None


def _row(problem, place, rng, edit: Edit, buggy: str, found: Fault, report: str) -> dict:
    wordings = FAILED
    if found.call is None:
        wordings = COMPILED
    elif found.failure == "timeout":
        wordings = ENDLESS
    elif found.outcome is None or (
        "error" in found.outcome
        and problem.language != "go"
        and not WRONG_TYPE.match(found.outcome["message"])
    ):
        wordings = CRASHED
    build = "compile" if problem.language in ("go", "java") else "run"
    what = noun(problem)
    instruction = say(rng, wordings, title=problem.title, what=what, name=problem.name, build=build)
    parts = [fence(buggy, problem.language)]
    if wordings is not COMPILED:
        parts.insert(0, say(rng, PURPOSE, statement=problem.statement))
    parts.append(f"```text\n{report}\n```")
    return row(
        problem,
        CATEGORY,
        "fix",
        f"{edit.start} {edit.end} {edit.new}",
        rng,
        instruction=instruction,
        input="\n\n".join(parts),
        output=f"{cause(rng, edit, buggy, problem.source.whole)}\n\n"
        f"{fence(problem.source.whole, problem.language)}",
    ) | {"failure": report}


def cause(rng: Random, edit: Edit, buggy: str, right: str) -> str:
    """The mistake in a sentence."""
    line = edit.line
    before = right.splitlines()[line - 1].strip()
    after = buggy.splitlines()[line - 1].strip() if line <= len(buggy.splitlines()) else ""
    values = {
        "line": line,
        "old": edit.old.strip(),
        "new": edit.new.strip(),
        "before": _condition(before) if edit.kind == "inverted" else before,
        "after": _condition(after) if edit.kind == "inverted" else after,
    }
    if edit.kind in WORDS and values["new"] and values["after"].count(values["new"]) > 1:
        return say(rng, AMBIGUOUS, word=WORDS[edit.kind], **values)
    return say(rng, CAUSES[edit.kind], **values)


def _condition(line: str) -> str:
    """`if x < 1:` as `x < 1`."""
    found = re.fullmatch(r"(?:\} else )?(?:el)?if \(?(.*?)\)?\s*[:{]", line)
    return found[1] if found and found[1].count("(") == found[1].count(")") else line


KINDS = (Kind("fix", 1.0, lambda problem: list(range(len(bugs(problem)))), fix),)
