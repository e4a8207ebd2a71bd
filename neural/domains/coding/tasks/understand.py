"""Read code: what it returns, what it does, its comment, what a reviewer says of it."""

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

from neural.domains.coding import smells, stubs
from neural.domains.coding.problem import Draft, Problem, fault
from neural.domains.coding.sentences import third_person
from neural.domains.coding.tasks.checking import collapsed
from neural.domains.coding.tasks.implement import noun
from neural.domains.coding.tasks.task import Bank, Kind, fence, row, say, tests
from neural.domains.coding.values import Unshown

CATEGORY = "understanding"
LONGEST = 140  # characters of a call or a result that a person would write down
PREDICTED = 5  # calls of a program that are asked about
PREDICT = (
    "What does `{call}` return?",
    "What is the result of `{call}` with this {title} code?",
    "Given the code, what comes out of `{call}`?",
    "Work out the value of `{call}`.",
    "If I call `{call}`, what do I get?",
    "Without running it: what does `{call}` give?",
)
SEQUENCE = (
    "What does the last line return?",
    "What is the value of the last expression?",
    "Given this {title} {what}, what does the last call below give?",
    "Follow the calls below: what does the last one return?",
)
FAILS = {
    "python": ("It raises `{kind}`{message}.", "No value: it raises `{kind}`{message}."),
    "go": ("It returns an error{message}.", "No value but an error{message}."),
    "javascript": ("It throws a `{kind}`{message}.", "Nothing: a `{kind}`{message} is thrown."),
    "java": (
        "It throws `{kind}`{message}.",
        "Nothing is returned, as it throws `{kind}`{message}.",
    ),
}
EXPLAIN = (
    "Explain what this {title} code does.",
    "What does this {what} do?",
    "Walk me through this {what}: what does it return, and when does it fail?",
    "Describe the behaviour of `{name}`.",
    "I am new to this code. What is `{name}` for?",
    "Explain this {title} {what} to a colleague.",
)
DOCUMENT = {
    "python": ("Write a docstring for `{name}`.", "Add the missing docstring."),
    "go": ("Write a doc comment for `{name}`.", "`{name}` has no doc comment. Write one."),
    "javascript": ("Write a JSDoc comment for `{name}`.", "Document `{name}` with JSDoc."),
    "java": ("Write the Javadoc of `{name}`.", "`{name}` has no Javadoc. Write it."),
}
REVIEW = (
    "Review this {title} code. It works; what would you change?",
    "This passed its tests. What would you still say in a code review?",
    "Which part of this {what} reads badly? Show the improved version.",
    "Can this {title} {what} be made cleaner without changing what it does?",
    "Refactor this {what}; its behaviour has to stay the same.",
    "What smells in this code, and how would you tidy it up?",
)
REMARKS = {
    "verbose": (
        "The `if` that begins on line {line} returns true or false for a condition that already is "
        "one: `{old}` says the same.",
        "Line {line}: return the condition itself, `{old}`, not true and false by branches.",
    ),
    "expanded": (
        "Line {line} repeats its target: `{old}` is shorter and says that the variable is updated.",
        "`{new}` on line {line} is better written as `{old}`.",
    ),
    "nested": (
        "The `else` after the branch on line {line} is needless, since that branch leaves the "
        "{what}. Without it the main path loses a level of nesting.",
        "Line {line} is a guard clause; drop its `else` and take the rest out of the nesting.",
    ),
    "negated": (
        "The condition on line {line} is a negation of its opposite: `{new}` is plainly `{old}`.",
        "`{new}` on line {line} makes the reader turn it round; write `{old}`.",
    ),
    "poor": (
        "`{new}`, introduced on line {line}, says nothing about what it holds; `{old}` does.",
        "The name `{new}` (line {line}) hides the meaning. Call it `{old}`.",
    ),
    "idle": (
        "Comparing with true on line {line} adds nothing: `{old}` is a condition already.",
        "`{new}` on line {line} can be just `{old}`.",
    ),
}


def predict(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """What a call returns, as it did when it was run."""
    call = problem.calls[place]
    outcome = bank.proof(problem)[place]
    if problem.is_class and "error" not in outcome:
        call, outcome = collapsed(call, outcome)
    try:
        asked, answer = (_sequence if problem.is_class else _single)(problem, call, outcome, rng)
    except Unshown:
        return "has a call that cannot be shown"
    if "*" in outcome.get("message", "") or max(len(asked), len(answer)) > 3 * LONGEST:
        return "too long to ask about"
    values = {"call": asked, "title": problem.title, "what": noun(problem)}
    context = fence(problem.source.whole, problem.language)
    if problem.is_class:
        context += f"\n\n{fence(asked, problem.language)}"
    instruction = say(rng, SEQUENCE if problem.is_class else PREDICT, **values)
    kept = tests(problem, bank)
    shown = {"calls": [call], "expected": [outcome]}

    def finish(results):
        if fault(kept | shown, results[0]):
            return "a shorter sequence that does something else"
        made = row(
            problem,
            CATEGORY,
            "predict",
            place,
            rng,
            instruction=instruction,
            input=context,
            output=answer,
        )
        return made | {"tests": kept | shown}

    return Draft((replace(problem.program(), calls=[call]),), finish)


def _single(problem: Problem, call: list, outcome: dict, rng: Random) -> tuple[str, str]:
    asked = problem.caller.call(call)
    if len(asked) > LONGEST:
        raise Unshown(asked)
    return asked, _answered(problem, outcome, problem.family.entry["returns"], rng)


def _sequence(problem: Problem, call: list, outcome: dict, rng: Random) -> tuple[str, str]:
    if "error" in outcome or not call[1]:
        raise Unshown("constructor")
    caller = problem.caller
    assign = {"python": "", "go": "", "javascript": "const ", "java": "var "}[problem.language]
    equals = ":=" if problem.language == "go" else "="
    wanted = next(
        (
            i
            for i in reversed(range(len(call[1])))
            if problem.family.entry["methods"][call[1][i][0]][1] != "none"
        ),
        None,
    )
    if not wanted:
        raise Unshown("returns nothing")
    name = call[1][wanted][0]
    semicolon = ";" if problem.language in ("javascript", "java") else ""
    lines = [f"{assign}{caller.variable} {equals} {caller.call(call[0])}{semicolon}"]
    for each, found in zip(call[1][: wanted + 1], outcome["value"], strict=False):
        if "error" in found and each is not call[1][wanted]:
            raise Unshown("stops before the last call")
        if "*" in found.get("message", ""):
            raise Unshown("open message")
        lines.append(caller.step(each[0], each[1:]) + semicolon)
    kind = problem.family.entry["methods"][name][1]
    return "\n".join(lines), _answered(problem, outcome["value"][wanted], kind, rng, name)


def _answered(problem: Problem, outcome: dict, kind, rng: Random, method: str = "") -> str:
    if "error" in outcome:
        if "*" in outcome["message"]:
            raise Unshown("open message")
        said = f' with the message "{outcome["message"]}"' if outcome["message"] else ""
        return say(rng, FAILS[problem.language], kind=outcome["error"][0], message=said)
    told = problem.caller.told(outcome, kind, method)
    if len(told) > LONGEST or re.search(r"\d\.\d{6,}", str(outcome["value"])):
        raise Unshown(told)
    mutated = problem.family.mutates
    return f"`{told}`" + (f" (in `{mutated}`, which is changed in place)" if mutated else "")


def explain(problem: Problem, place, rng: Random, bank: Bank) -> Draft | str:
    """What the code is for, when it fails, and an example, all of it seen when it was run."""
    kept = tests(problem, bank)
    parts = [third_person(problem.statement, f"`{problem.name}`")]
    facts = _facts(problem)
    if facts:
        parts.append(facts)
    shown = []
    if not problem.is_class and not problem.source.driver:
        shown = _shown(problem, kept, rng)
    if shown:
        parts.append("\n".join(["For example:", "", *shown]))

    def finish(results):
        values = {"title": problem.title, "what": noun(problem), "name": problem.name}
        made = row(
            problem,
            CATEGORY,
            "explain",
            place,
            rng,
            instruction=say(rng, EXPLAIN, **values),
            input=fence(problem.code, problem.language),
            output="\n\n".join(parts),
        )
        return made | {"tests": kept}

    return Draft((), finish)


def _facts(problem: Problem) -> str:
    """What the runs tell of the arguments."""
    family = problem.family
    if family.mutates:
        return f"It changes `{family.mutates}` in place."
    holds = any(not isinstance(kind, str) for _, kind in family.call.args)
    plain = not problem.is_class and not problem.source.driver
    return "Its arguments are left as they were." if holds and plain else ""


def _shown(problem: Problem, kept: dict, rng: Random) -> list[str]:
    lines, failed, worked = [], 0, 0
    for call, outcome in zip(kept["calls"], kept["expected"], strict=True):
        if ("error" in outcome and failed) or ("error" not in outcome and worked == 2):
            continue
        try:
            asked, answer = _single(problem, call, outcome, rng)
        except Unshown:
            continue
        failed, worked = failed + ("error" in outcome), worked + ("error" not in outcome)
        if "error" in outcome:
            verb = {"python": "raises", "go": "returns"}.get(problem.language, "throws")
            what = "an error" if problem.language == "go" else f"`{outcome['error'][0]}`"
            lines.append(f"- `{asked}` {verb} {what}: {outcome['message']}")
        elif problem.family.mutates:
            lines.append(f"- `{asked}` leaves {answer.split(' (')[0]}")
        else:
            lines.append(f"- `{asked}` returns {answer}")
    return lines


def document(problem: Problem, place, rng: Random, bank: Bank) -> Draft | str:
    """The comment that a solution deserves."""
    comment = _comment_of(stubs.stub(problem, documented=True), problem.language)
    if not comment:
        return "has no comment"
    kept = tests(problem, bank)

    def finish(results):
        made = row(
            problem,
            CATEGORY,
            "document",
            place,
            rng,
            instruction=say(rng, DOCUMENT[problem.language], name=problem.name),
            input=fence(problem.code, problem.language),
            output=fence(comment, problem.language),
        )
        return made | {"tests": kept}

    return Draft((), finish)


def _comment_of(stub: str, language: str) -> str:
    pattern = {
        "python": r'^ *""".*?"""',
        "go": r"^//.*?\n(?!//)",
    }.get(language, r"^ */\*\*.*?\*/")
    found = re.search(pattern, stub, re.DOTALL | re.MULTILINE)
    return textwrap.dedent(found[0]).strip() if found else ""


def review(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """A smell and its cure, where both versions pass the tests."""
    smell = _smells(problem)[place]
    whole = problem.source.whole
    worse = smell.apply(whole)
    kept = tests(problem, bank)

    def finish(results):
        if fault(kept, results[0]):
            return "a refactoring that is none"
        values = {"title": problem.title, "what": noun(problem)}
        around = {"python": "function", "go": "function"}.get(problem.language, noun(problem))
        around = "method" if around == "class" else around
        places = {"line": smell.line, "old": smell.old, "new": smell.new, "what": around}
        remark = say(rng, REMARKS[smell.kind], **places)
        made = row(
            problem,
            CATEGORY,
            "review",
            f"{smell.kind} {smell.edits}",
            rng,
            instruction=say(rng, REVIEW, **values),
            input=fence(worse, problem.language),
            output=f"{remark}\n\n{fence(whole, problem.language)}",
        )
        return made | {"tests": kept, "smell": smell.kind}

    return Draft((replace(problem.program(), source=worse),), finish)


@cache
def _smells(problem: Problem) -> list[smells.Smell]:
    source = problem.source
    start = max(0, source.whole.encode().find(source.solution.encode()))
    end = start + len(source.solution.encode())
    found = list(smells.smells(source.whole, problem.language, start, end))
    Random(f"smells {problem.id} {problem.language}").shuffle(found)
    by_kind: dict[str, list] = {}
    for each in found:
        by_kind.setdefault(each.kind, []).append(each)
    return [
        each for kind in sorted(by_kind) for each in by_kind[kind][: 1 if kind == "poor" else 2]
    ]


def _predicted(problem: Problem) -> list[int]:
    if problem.source.driver:
        return []
    distinct = {str(call): i for i, call in reversed(list(enumerate(problem.calls)))}
    places = sorted(distinct.values())
    Random(f"predict {problem.id} {problem.language}").shuffle(places)
    return places[:PREDICTED]


def _places(make: Callable) -> Callable:
    return lambda problem: list(range(len(make(problem))))


KINDS = (
    Kind("predict", 1.0, _predicted, predict),
    Kind("explain", 0.6, lambda problem: [0], explain),
    Kind("document", 0.4, lambda problem: [0], document),
    Kind("review", 1.0, _places(_smells), review),
)
