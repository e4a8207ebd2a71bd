"""A programmer's questions: code in the answers is tried in the sandbox, and called as one asks."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neural.domains.coding.desk import trying
from neural.domains.coding.problem import TITLES
from neural.domains.desk import Desk, Reading, Result
from neural.errors import UserError
from neural.sandbox import box, toolchains

FENCE = re.compile(r"^```([\w+-]*)[ \t]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
LABELS = {"py": "python", "python3": "python", "golang": "go", "js": "javascript"}
LABELS |= {"mjs": "javascript", "node": "javascript"} | {each: each for each in TITLES}
ENDINGS = {".py": "python", ".go": "go", ".java": "java"}
ENDINGS |= dict.fromkeys((".js", ".mjs", ".cjs"), "javascript")
LARGEST = 20_000  # characters of a file that is asked about
EXAMPLES = (
    "Write a Python function that splits a list into chunks of n elements.",
    "In Go, how do I find the longest common prefix of two strings?",
    "Write a JavaScript class for a queue that holds at most n elements.",
    "Give me a Java method that counts how often each word occurs.",
)
ABOUT = (
    "What does this code do?",
    "Find the bug in this code and fix it.",
    "Which edge cases should its tests cover?",
    "Write tests for it.",
)


@contextmanager
def open_desk(about: str | None, note: Callable[[str], None]) -> Iterator[Desk]:
    """Questions about a file of code, or about nothing in particular."""
    if not box.bubblewrap():
        note("code is not run: bubblewrap is missing (Debian: apt install bubblewrap)")
    yield _Desk(*_file(about)) if about else _Desk()


def _file(about: str) -> tuple[str, str, str]:
    path = Path(about)
    if path.suffix not in ENDINGS:
        raise UserError(
            f"{about}: expected a file of code to ask about ({', '.join(ENDINGS)}), or nothing."
        )
    try:
        code = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UserError(f"{about}: no UTF-8 text.") from None
    except OSError as error:
        raise UserError(f"{about}: {error.strerror}.") from None
    if len(code) > LARGEST:
        raise UserError(f"{about}: {len(code)} characters; cut out what you ask about.")
    return about, code, ENDINGS[path.suffix]


@dataclass(frozen=True)
class _Answer(Reading):
    """`code` in a language of the sandbox, and the `calls` that are tried on it."""

    code: str = ""
    spoken: str = ""
    calls: tuple[str, ...] = ()


class _Desk(Desk):
    def __init__(self, title: str = "", code: str = "", language: str = "") -> None:
        self.title = title or f"Code in {', '.join(TITLES.values())}"
        self.title += "; `:run CALL` tries the last code, as `:run chunks([1, 2, 3], 2)`"
        self.text, self.language, self.asked = code, language, bool(code)
        self.words = (*TITLES.values(), *(name for name in trying.names(code, language)))
        self.examples = ABOUT if code else EXAMPLES
        self._last = code, language

    def row(self, question: str) -> dict:
        fenced = f"```{self.language}\n{self.text.rstrip()}\n```" if self.asked else ""
        return {"instruction": question, "input": fenced}

    def read(self, question: str, answer: str) -> Reading:
        if not question and not FENCE.search(answer):  # typed, for the code that was shown last
            return self._call(answer.strip())
        blocks = [(LABELS.get(label.lower(), ""), code) for label, code in FENCE.findall(answer)]
        spoken, code = max(blocks, key=lambda each: len(each[1]), default=("", ""))
        spoken = spoken or self._spoken(question)
        if not answer.strip():
            return Reading("", problems=("The model said nothing.",))
        if not code.strip() or not spoken:
            return Reading(answer, "markdown")
        self._last = code, spoken
        if why := _unrunnable(spoken):
            return Reading(answer, "markdown", notes=(why,))
        calls = trying.calls(question, code, spoken)
        return _Answer(answer, "markdown", runs=True, code=code, spoken=spoken, calls=calls)

    def run(self, reading: Reading, limit: int) -> Result:
        rows, error = trying.tried(reading.code, reading.spoken, reading.calls[:limit])
        columns = ("call", "result") if reading.calls else ("code",)
        return Result(columns, rows, cut=len(reading.calls) > limit, error=error)

    def _call(self, text: str) -> Reading:
        code, spoken = self._last
        if not code:
            return Reading(text, problems=("There is no code yet that this could call.",))
        if why := _unrunnable(spoken):
            return Reading(text, spoken, problems=(why,))
        return _Answer(text, spoken, runs=True, code=code, spoken=spoken, calls=(text,))

    def _spoken(self, question: str) -> str:
        """The language that a question names; that of the file it is about."""
        words = {LABELS.get(each.lower()) for each in re.findall(r"[A-Za-z]+", question)}
        named = [each for each in TITLES if each in words]
        return named[0] if len(named) == 1 else self.language


def _unrunnable(language: str) -> str:
    """Why code of a language cannot be run here, "" where it can."""
    if not box.bubblewrap():
        return "Not run: bubblewrap is missing (Debian: apt install bubblewrap)."
    lacking = toolchains.missing([language])
    return f"Not run: {lacking[language]}." if lacking else ""
