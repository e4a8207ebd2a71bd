"""Write code: from a docstring, a signature, a specification, examples, a request, or from code in
another language."""

import re
from random import Random

from neural.domains.coding import stubs, syntax, texts, values
from neural.domains.coding.problem import TITLES, Draft, Problem
from neural.domains.coding.sources import NAMES
from neural.domains.coding.tasks.task import Bank, Kind, fence, row, say, tests

CATEGORY = "generation"
EXAMPLES = 3
COMPLETE = (
    "Implement this {what} in {title}.",
    "Complete the following {title} {what}.",
    "Fill in the body of this {title} {what}.",
    "Please write the code for this {title} {what}.",
    "Here is the skeleton of a {what} in {title}. Write the implementation.",
    "The {what} below is only a stub. Turn it into working {title}.",
    "Finish this {title} {what}; the comment says what it has to do.",
)
DECLARED = (
    "{request}\n\nWrite it in {title} with this {shape}:",
    "{request}\n\nIn {title}, please, so that it fits this {shape}:",
    "I need this in {title}: {request}\n\nThe {shape} is given:",
    "{request}\n\nThe rest of our {title} code expects this {shape}:",
)
SPECIFIED = (
    "Write a {what} in {title} to this specification.",
    "Implement the following specification in {title}.",
    "Please write the {title} {what} that this specification describes.",
    "Turn this specification into a {title} {what}.",
    "Here is what a new {what} has to do. Implement it in {title}.",
)
ASKED = (
    "{request} Call it `{name}` and write it in {title}.",
    "{request} Please write it as a {title} {what} named `{name}`.",
    "Can you write a {title} {what} `{name}` for this? {request}",
    "{request} I would like that as a {what} called `{name}`, in {title}.",
    "In {title}: {request} The {what} should be called `{name}`.",
    "Write me a {title} {what}, `{name}`. {request}",
)
SHOWN = (
    "{request}\n\nSome results that `{name}` has to give, in {title}:",
    "Write `{name}` in {title}. {request} For example:",
    "{request} These calls show what I expect of `{name}`, in {title}:",
    "I have the expected results of a {title} {what} `{name}`, but not its code. {request}",
)
TRANSLATE = (
    "Translate this {source} {what} to {title}.",
    "Port this code from {source} to {title}.",
    "We are moving from {source} to {title}. Rewrite this {what} so that it reads like {title}.",
    "How would you write this {source} {what} in idiomatic {title}?",
    "Convert the following {source} code to {title}, with the same behaviour.",
    "I know this in {source}. What does it look like in {title}?",
)
NAMED = (" Call it `{name}`.", " Name it `{name}`.", " The name should be `{name}`.")


def noun(problem: Problem) -> str:
    """What people call the solution."""
    if problem.is_class or re.match(r"A (class|type) (for|that|`)", problem.statement):
        return "type" if problem.language == "go" else "class"
    return "method" if problem.language == "java" else "function"


def _answer(problem, task, place, rng, bank, instruction, context="") -> Draft:
    def finish(results):
        made = row(
            problem,
            CATEGORY,
            task,
            place,
            rng,
            instruction=instruction,
            input=context,
            output=fence(problem.code, problem.language),
        )
        return made | {"tests": tests(problem, bank)}

    return Draft((), finish)


def docstring(problem: Problem, place, rng: Random, bank: Bank) -> Draft | str:
    """Complete a documented stub."""
    what = noun(problem)
    instruction = say(rng, COMPLETE, what=what, title=problem.title)
    context = fence(stubs.stub(problem, documented=True), problem.language)
    return _answer(problem, "docstring", place, rng, bank, instruction, context)


def signature(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """A request, and the declaration that the answer has to fit."""
    shape = "skeleton" if problem.is_class or problem.source.driver else "signature"
    request = problem.requests[place]
    instruction = say(rng, DECLARED, request=request, title=problem.title, shape=shape)
    instruction += f"\n\n{fence(stubs.declared(problem), problem.language)}"
    return _answer(problem, "signature", place, rng, bank, instruction)


def specification(problem: Problem, place, rng: Random, bank: Bank) -> Draft | str:
    """Everything that a solution must do, then how it is called."""
    instruction = say(rng, SPECIFIED, what=noun(problem), title=problem.title)
    lines = [problem.statement, "", "Interface:", ""]
    lines.append(fence(stubs.declared(problem), problem.language))
    shown = _examples(problem, bank)
    if shown:
        lines += ["", "Examples:", "", *(f"- {each}" for each in shown)]
    context = "\n".join(lines)
    return _answer(problem, "specification", place, rng, bank, instruction, context)


def request(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """A person's own words, with a name."""
    values_ = {"request": problem.requests[place], "name": _shape(problem)}
    instruction = say(rng, ASKED, what=noun(problem), title=problem.title, **values_)
    return _answer(
        problem, "class" if problem.is_class else "request", place, rng, bank, instruction
    )


def examples(problem: Problem, place: int, rng: Random, bank: Bank) -> Draft | str:
    """A request made precise by results."""
    shown = _examples(problem, bank, 5)
    if len(shown) < 3:
        return "no calls to show"
    values_ = {"request": problem.requests[place], "name": _shape(problem)}
    instruction = say(rng, SHOWN, what=noun(problem), title=problem.title, **values_)
    instruction += "\n\n" + "\n".join(f"- {each}" for each in shown)
    return _answer(problem, "examples", place, rng, bank, instruction)


def translate(problem: Problem, place: str, rng: Random, bank: Bank) -> Draft | str:
    """The same in another language."""
    twin = bank.twin(problem, place)
    if twin is None:
        return "not solved in the other language"
    instruction = say(rng, TRANSLATE, what=noun(twin), title=problem.title, source=TITLES[place])
    if problem.name != twin.name:
        instruction += say(rng, NAMED, name=problem.name)
    context = fence(twin.code, place)
    return _answer(problem, "translate", place, rng, bank, instruction, context)


def _examples(problem: Problem, bank: Bank, count: int = EXAMPLES) -> list[str]:
    """Calls with their results, in the words of the language."""
    if problem.source.driver or problem.is_class or problem.family.mutates:
        return []
    made, seen = [], set()
    entry = problem.family.entry
    for call, outcome in zip(problem.calls, bank.proof(problem), strict=True):
        try:
            told = problem.caller.told(outcome, entry["returns"])
            line = f"`{problem.caller.call(call)}`"
        except values.Unshown:
            continue
        if len(line) > 100 or len(told) > 100 or line in seen or "*" in outcome.get("message", ""):
            continue
        seen.add(line)
        made.append(f"{line} {_arrow(outcome, problem)} `{told}`")
    return made[:count]


def _arrow(outcome: dict, problem: Problem) -> str:
    if "error" not in outcome:
        return "gives"
    return {"python": "raises", "go": "gives"}.get(problem.language, "throws")


def _requests(problem: Problem) -> list[int]:
    return list(range(len(problem.family.requests)))


def _free(problem: Problem) -> list[int]:
    """The requests that leave no doubt about what is to be called, without a declaration."""
    family = problem.family
    if family.records or problem.source.driver:
        return []
    if problem.is_class:
        wanted = [f"`{texts.named(each, problem.code)}`" for each in family.call.methods]
        return [i for i in _requests(problem) if all(w in problem.requests[i] for w in wanted)]
    kinds = str([*family.call.args, family.call.returns])
    if problem.language == "javascript" and re.search(r"'(dict|set|long|tuple)'", kinds):
        return []
    return _requests(problem)


def _shape(problem: Problem) -> str:
    """`chunked(values, size)`: the name and the order of the arguments."""
    if problem.is_class:
        return problem.name
    found = syntax.called(problem.code, problem.language, problem.name, methods=False)
    params = [name for name, type_ in found.params if type_ != "context.Context"]
    return f"{problem.name}({', '.join(params)})"


def _others(problem: Problem) -> list[str]:
    return [
        each
        for each in NAMES
        if each != problem.language and each in problem.topic.languages(problem.family.name)
    ]


KINDS = (
    Kind("docstring", 1.0, lambda problem: [0], docstring),
    Kind("signature", 1.0, _requests, signature),
    Kind("specification", 1.0, lambda problem: [0], specification),
    Kind("request", 1.0, _free, request),
    Kind("examples", 0.7, lambda p: [] if p.is_class else _free(p), examples),
    Kind("translate", 2.0, _others, translate),
)
