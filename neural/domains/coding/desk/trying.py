"""Code of an answer in the sandbox: does it compile, and what do calls of it give?"""

import re

from neural.domains.coding import syntax, testruns
from neural.domains.coding.running import Program, run
from neural.sandbox.batch import Result

ENTRY = testruns.ENTRY | {"name": "run_calls"}
MOST = 5  # calls of a question
# What may stand in a call beside literals.
KNOWN = re.compile(
    r"\b(?:new|true|false|null|nil|None|True|False|undefined|NaN|List|Set|Map|Arrays|of|asList|"
    r"int|long|float64|string|bool|String|Integer|map|set|dict|float)\b|\d[\w.]*"
)
DRIVERS = {
    "python": """

def run_calls():
    import asyncio
    import inspect

    found = [CALL]
    found = [asyncio.run(each) if inspect.iscoroutine(each) else each for each in found]
    return [repr(list(each) if hasattr(each, "__next__") else each) for each in found]
""",
    "go": """
func RunCalls() []string {
	return []string{CALL}
}
""",
    "javascript": """
import { inspect as inspectOfCall } from 'node:util';
async function runCalls() {
  const found = await Promise.all([CALL]);
  const whole = found.map((each) => (typeof each?.next === 'function' ? [...each] : each));
  return whole.map((each) => inspectOfCall(each, { depth: 6 }));
}
""",
    "java": """
final class CallsOfAnswer {
    static java.util.List<String> runCalls() throws Exception {
        String shown = java.util.Arrays.deepToString(new Object[] {CALL});
        return java.util.List.of(shown.substring(1, shown.length() - 1));
    }
}
""",
}


def names(code: str, language: str) -> list[str]:
    """The functions and classes that code defines."""
    if not language:
        return []
    found = [each for one in syntax.functions(code, language) for each in (one.name, one.owner)]
    return sorted({each for each in found if each.isidentifier()})


def calls(question: str, code: str, language: str) -> tuple[str, ...]:
    """Calls of the code with literal arguments that a question names: `double(3)`."""
    known = "|".join(map(re.escape, names(code, language)))
    if not known:
        return ()
    found = []
    for match in re.finditer(rf"(?<![\w.])(?:new )?(?:\w+\.)?(?:{known})\(", question):
        end = _closing(question, match.end())
        arguments = re.sub(r"'[^']*'|\"[^\"]*\"", "", question[match.end() : end - 1])
        if end and not re.search(r"[A-Za-z_]", KNOWN.sub("", arguments)):
            found.append(question[match.start() : end])
    return tuple(dict.fromkeys(found))[:MOST]


def _closing(text: str, start: int) -> int:
    """The place behind the bracket that closes the one before `start`, 0 where none does."""
    depth, quote = 1, ""
    for place in range(start, len(text)):
        letter = text[place]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        else:
            depth += (letter in "([{") - (letter in ")]}")
            if not depth:
                return place + 1
    return 0


def tried(code: str, language: str, calls: tuple[str, ...]) -> tuple[tuple, str | None]:
    """Rows of calls with their results, or one that says that the code loads; and the first
    error."""
    programs = [
        Program(language, _whole(code, language, each), ENTRY, [[]]) for each in calls or ("",)
    ]
    rows, error = [], None
    for call, result in zip(calls or ("",), run(programs), strict=True):
        told, wrong = _told(result, language, call)
        rows.append((call, told) if call else (told,))
        error = error or wrong
    return (() if error and not calls else tuple(rows)), error


def _whole(code: str, language: str, call: str) -> str:
    """Code with a function that makes the call; its lines keep their numbers."""
    driver = DRIVERS[language]
    if language == "go":
        code = re.sub(r"^package \w+", "", code.lstrip())
        shown = f"sprintOfCall.Sprintln({call})" if call else ""
        return f'import sprintOfCall "fmt"; {code}\n{driver.replace("CALL", shown)}' + (
            "" if call else "\nvar _ = sprintOfCall.Sprint\n"
        )
    if language == "java":
        code = re.sub(r"^\s*package [\w.]+;", "", code)
    return f"{code}\n{driver.replace('CALL', call)}"


def _told(result: Result, language: str, call: str) -> tuple[str, str | None]:
    if result.failure:
        return result.failure, f"{result.failure}: {result.message}"
    outcome = result.outcomes[0]
    if "error" in outcome:
        line = f" (line {outcome['line']})" if outcome.get("line") else ""
        said = f"{outcome['error'][0]}: {outcome['message']}{line}"
        return said, said
    if call:
        return outcome["value"][0].rstrip("\n"), None
    return "compiles" if language in ("go", "java") else "loads", None
