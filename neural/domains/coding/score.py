"""Does an answer work? Code is run, tests are run against bugs, facts are compared."""

import re
from collections.abc import Callable, Iterator, Sequence

from neural.domains.coding import history, testruns
from neural.domains.coding.calls import Caller
from neural.domains.coding.problem import Fault, fault, whole_of
from neural.domains.coding.running import Program, run
from neural.domains.coding.tasks.checking import KILLED, killed
from neural.errors import UserError
from neural.sandbox import box, toolchains
from neural.sandbox.batch import Result

METRICS = {
    "pass@1": "Its code passes all tests; of tests to write, the right code passes them and the "
    "bugs do not; of a result to foretell, it is the right one.",
    "exact": "It is the expected answer letter for letter.",
}
WRITTEN = ("docstring", "signature", "specification", "request", "class", "examples", "translate")
CODE = (*WRITTEN, "fix", "review")  # whose answers are code
PROSE = ("explain", "document", "edge_cases")  # whose answers no run can judge
TASKS = (*CODE, *PROSE, "predict", "write_tests", "repair")
FENCE = re.compile(r"^```[\w+-]*[ \t]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
REQUIRED = ("instruction", "output", "language", "task", "problem")


def code_in(text: str) -> str:
    """The longest fenced code of a text, or the text itself where nothing is fenced."""
    found = FENCE.findall(text)
    return max(found, key=len) if found else text.strip() + "\n"


def score(rows: list[dict], answers: list[str]) -> list[dict]:
    """For each row those of METRICS that concern it, and "mistake" where the answer is wrong."""
    _contained()
    repairs = _repaired(rows, answers)
    programs = [_answered(row, answer) for row, answer in zip(rows, answers, strict=True)]
    results = iter(run([each for made in programs for each in made]))
    scores = []
    for row, answer, made in zip(rows, answers, programs, strict=True):
        found = [next(results) for _ in made]
        repair = row["task"] == "repair"
        scores.append(next(repairs) if repair else _score(row, answer, found))
    return scores


def _repaired(rows: list[dict], answers: list[str]) -> Iterator[dict]:
    """The scores of bugs from histories, in their order."""
    pairs = [(r, a) for r, a in zip(rows, answers, strict=True) if r["task"] == "repair"]
    wrong = history.answered([row for row, _ in pairs], [code_in(answer) for _, answer in pairs])
    for (row, answer), what in zip(pairs, wrong, strict=True):
        scores: dict = {"exact": answer.strip() == row["output"].strip()}
        if what is not None:  # its repository is here
            scores["pass@1"] = not what
        if what:
            scores["mistake"] = {"kind": "tests of its project fail", "detail": what[:80]}
        yield scores


def _contained() -> None:
    if not box.bubblewrap():
        raise UserError(
            "answers are code that nobody has read, and without bubblewrap it could read your "
            "files and use the network. Install it (Debian: apt install bubblewrap)."
        )


def _answered(row: dict, answer: str) -> list[Program]:
    """What has to be run to judge an answer."""
    task, language = row["task"], row["language"]
    if toolchains.missing([language]):
        return []
    if task in CODE:
        tests = row["tests"]
        whole = whole_of(code_in(answer), tests, language)
        return [Program(language, whole, tests["entry"], tests["calls"])]
    if task == "write_tests":
        return _tested(row, code_in(answer))
    return []


def _tested(row: dict, file: str) -> list[Program]:
    """A test file on the code of the row and on its bugs."""
    code = code_in(row["input"])
    sources = [code]
    for start, end, new in row["mutants"]:
        raw = code.encode()
        sources.append((raw[:start] + new.encode() + raw[end:]).decode())
    language = row["language"]
    return [
        Program(language, testruns.runnable(each, file, language), testruns.ENTRY, [[]])
        for each in sources
    ]


def _score(row: dict, answer: str, results: Sequence[Result]) -> dict:
    task = row["task"]
    exact = answer.strip() == row["output"].strip()
    if task in PROSE:
        return {"exact": exact}
    if task == "predict":
        right = _said(answer) == _said(row["output"])
        mistake = {"kind": "another result", "detail": answer[:80]}
    elif not results:
        return {"exact": exact}  # its language is not installed
    elif task == "write_tests":
        right, mistake = _notices(results)
    else:
        found = fault(row["tests"], results[0])
        right = found is None
        mistake = _mistake(found) if found else {}
    scores = {"pass@1": right, "exact": exact}
    return scores if right else scores | {"mistake": mistake}


def _said(answer: str) -> str:
    """The value or the error that an answer gives, without the words around it."""
    found = re.search(r"`([^`]*)`", answer)
    value = found[1] if found else answer
    message = re.search(r'with the message "(.*)"', answer)
    return re.sub(r"\s+", "", value) + (message[1] if message else "")


def _notices(results: Sequence[Result]) -> tuple[bool, dict]:
    first = results[0]
    if first.failure:
        return False, {"kind": f"tests: {first.failure}", "detail": first.message[:80]}
    if first.outcomes != [{"value": []}]:
        return False, {"kind": "tests that right code fails"}
    kills = sum(map(killed, results[1:]))
    right = kills >= KILLED * len(results[1:])
    return right, {"kind": "tests that miss bugs", "detail": f"{kills} of {len(results) - 1}"}


def _mistake(found: Fault) -> dict:
    if found.failure:
        return {"kind": found.failure, "detail": found.message[:80]}
    raised = found.outcome and found.outcome.get("error")
    return {"kind": "an error" if raised else "another result"}


def verify(
    rows: list[dict], progress: Callable[..., None] = lambda n=1, note="": None
) -> list[tuple[int, str]]:
    """(index, what is wrong) of each row that does not hold when it is run again."""
    _contained()
    problems = [(i, what) for i, row in enumerate(rows) if (what := _malformed(row))]
    bad = {i for i, _ in problems}
    repairs = [i for i, row in enumerate(rows) if i not in bad and row["task"] == "repair"]
    chosen = [rows[i] for i in repairs]
    codes = [code_in(row["output"]) for row in chosen]
    for i, what in zip(repairs, history.faults(chosen, codes), strict=True):
        if what:
            problems.append((i, what))
        progress()
    bad.update(repairs)
    plans = [(i, _plan(row)) for i, row in enumerate(rows) if i not in bad]
    results = iter(run([each for _, programs in plans for each in programs]))
    for i, programs in plans:
        found = [next(results) for _ in programs]
        if what := _fault(rows[i], found):
            problems.append((i, what))
        progress()
    return sorted(problems)


def _malformed(row: dict) -> str:
    for name in REQUIRED:
        if not isinstance(row.get(name), str):
            return f"has no {name}, so that it cannot be run"
    if row["task"] not in TASKS:
        return f"unknown task {row['task']!r}"
    if row["language"] not in toolchains.LANGUAGES:
        return f"unknown language {row['language']!r}"
    if lacking := toolchains.missing([row["language"]]):
        return f"cannot be run without {row['language']}: {lacking[row['language']]}"
    wanted = {"write_tests": ("mutants",), "repair": history.NEEDED}.get(row["task"], ("tests",))
    for name in wanted:
        if name not in row:
            return f"has no {name}, so that it cannot be run"
    tests = row.get("tests")
    if tests is not None and not (
        isinstance(tests, dict) and {"entry", "calls", "expected"} <= tests.keys()
    ):
        return "its tests need entry, calls and expected"
    return ""


def _plan(row: dict) -> list[Program]:
    """What has to be run to know that a row is right: its code, and what it is given."""
    if row["task"] == "write_tests":
        return _tested(row, code_in(row["output"]))
    tests, language = row["tests"], row["language"]
    texts = []
    if row["task"] in CODE:
        texts.append(row["output"])
    if row["task"] not in WRITTEN:
        texts.append(row["input"])
    return [
        Program(
            language,
            whole_of(_first_code(row, each), tests, language),
            tests["entry"],
            tests["calls"],
        )
        for each in texts
    ]


def _foretold(row: dict) -> bool:
    """Whether the answer is what the call gave."""
    entry, call = row["tests"]["entry"], row["tests"]["calls"][0]
    outcome, kind, method = row["tests"]["expected"][0], entry["returns"], ""
    if entry["methods"]:
        asked = FENCE.findall(row["input"])[-1].strip().splitlines()
        place = len(asked) - 2  # after the constructor
        method, outcome = call[1][place][0], outcome["value"][place]
        kind = entry["methods"][method][1]
    caller = Caller(_first_code(row, row["input"]), entry, row["language"])
    if "error" in outcome:
        return outcome["message"] in row["output"] and (
            row["language"] == "go" or outcome["error"][0] in row["output"]
        )
    return row["output"].startswith(f"`{caller.told(outcome, kind, method)}`")


def _first_code(row: dict, text: str) -> str:
    """The code of a text in its own language, as a failing call may be fenced too."""
    found = re.search(rf"^```{row['language']}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return found[1] if found else code_in(text)


def _fault(row: dict, results: Sequence[Result]) -> str:
    task = row["task"]
    if task == "write_tests":
        right, mistake = _notices(results)
        kills = len(results) - 1
        if not right:
            return f"{mistake['kind']} {mistake.get('detail', '')}".strip()
        return "" if row.get("kills") == kills else f"kills {kills}, not {row.get('kills')}"
    for which, result in enumerate(results):
        found = fault(row["tests"], result)
        if task == "fix" and which == 1:
            if found is None:
                return "its bug passes the tests"
            if found.call is None and row["failure"].splitlines()[0] not in found.message:
                return f"its bug fails otherwise: {found.message.splitlines()[0]}"
            if row["failure"] not in row["input"]:
                return "its failure is not in its input"
        elif found:
            what = "its code" if task in CODE and which == 0 else "the code that it is given"
            return f"{what} fails the tests: {_mistake(found)}"
    if task == "predict" and not _foretold(row):
        return "its answer is not what came out"
    if task == "edge_cases" and len(row["tests"]["calls"]) != row["output"].count("\n") + 1:
        return "its cases are not those that were run"
    return ""
