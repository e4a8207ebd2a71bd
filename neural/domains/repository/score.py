"""Is an answer the code, the place, the names or the words that are expected?"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from tree_sitter import Parser

from neural.domains import faulty
from neural.domains.repository import languages
from neural.domains.repository.generate import CATEGORY
from neural.records import secrets, texts

METRICS = {
    "place": "It names the file that the expected answer names; where something is asked for.",
    "code": "Share of the code that is as expected, by tokens in their order; where code is.",
    "names": "Share of the names in it and in the expected list that both have (F1); of lists.",
    "words": "Share of the words in it and in the expected text that both have (F1); of texts.",
    "parses": "Its code has no more faults of syntax than the expected code.",
    "exact": "It is the expected answer, up to white space at its ends.",
}
PLACES = {"find", "source", "example", "foreign", "subject"}
LISTS = {
    "callers",
    "fields",
    "methods",
    "implementers",
    "cover",
    "fails",
    "outline",
    "imports",
    "importers",
    "path",
    "handled",
}
CLASSES = ("java", "javascript", "typescript", "tsx")  # whose methods only classes may hold
FENCE = re.compile(r"(`{3,})([\w+-]*)\n(.*?)(?:\n\1|\Z)", re.S)
NAME = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"`([^`\s:]*\.\w+)(?::\d+(?:-\d+)?)?`")
TOKEN = re.compile(r"\w+|[^\w\s]")
LINES = re.compile(r"\d+-\d+")


def score(rows: list[dict], answers: list[str]) -> list[dict]:
    """For each row those of METRICS that concern it."""
    return [_score(row, answer) for row, answer in zip(rows, answers, strict=True)]


def _score(row: dict, answer: str) -> dict:
    wanted, task = row["output"], row.get("task")
    scores: dict = {}
    if row.get("code"):
        (_, said), (fence, expected) = code_of(answer), code_of(wanted)
        matcher = SequenceMatcher(
            None, TOKEN.findall(said), TOKEN.findall(expected), autojunk=False
        )
        scores["code"] = matcher.ratio()
        if fence in languages.FENCES:
            scores["parses"] = bool(said) and faults(fence, said) <= faults(fence, expected)
    elif task in PLACES:
        scores["place"] = bool(set(FILE.findall(wanted)[:1]) & set(FILE.findall(answer)))
    elif task in LISTS:
        scores["names"] = f1(NAME.findall(wanted), NAME.findall(answer))
    else:
        lower = (TOKEN.findall(text.lower()) for text in (wanted, answer))
        scores["words"] = f1(*lower)
    return scores | {"exact": answer.strip() == wanted.strip()}


def code_of(text: str) -> tuple[str, str]:
    """Language and content of the first code block; a text without one is code as a whole."""
    found = FENCE.search(text)
    return (found[2], found[3]) if found else ("", text)


def faults(fence: str, text: str) -> int:
    """How many places of the code its grammar cannot read, where a method may stand alone."""
    found = _faults(fence, text)
    if found and fence in CLASSES:
        return min(found, _faults(fence, f"class _ {{\n{text}\n}}"))
    return found


def _faults(fence: str, text: str) -> int:
    count, open_ends = 0, [Parser(languages.FENCES[fence].language).parse(text.encode()).root_node]
    while open_ends:
        node = open_ends.pop()
        count += node.is_error or node.is_missing
        open_ends += [child for child in node.children if child.has_error]
    return count


def f1(wanted: Iterable[str], given: Iterable[str]) -> float:
    """How much two bags have in common: 1 for all, 0 for nothing."""
    wanted, given = Counter(wanted), Counter(given)
    common = (wanted & given).total()
    both = wanted.total() + given.total()
    return 2 * common / both if both else 1.0


def verify(
    rows: list[dict], progress: Callable[..., None] = lambda n=1, note="": None
) -> list[tuple[int, str]]:
    """(index, problem) of every row that is not what its own claims say: lines that hold as much
    code as it quotes, a gap that fits back, code that its grammar reads, places that it names."""
    return faulty(rows, _fault, progress)


def _fault(row: dict) -> str | None:
    missing = [
        key
        for key in ("file", "lines", "revision", "license", "repository", "task")
        if not row.get(key)
    ]
    if missing:
        return f"has no {', '.join(missing)}, so its answer cannot be traced"
    if CATEGORY.get(row["task"]) != row.get("category"):
        return f"task {row['task']!r} is not one of the category {row.get('category')!r}"
    if not LINES.fullmatch(row["lines"]):
        return f"lines are {row['lines']!r}, expected FIRST-LAST"
    first, last = map(int, row["lines"].split("-"))
    if not 1 <= first <= last:
        return f"lines are {row['lines']!r}, expected them to ascend from 1"
    asked, answer = row["instruction"], row["output"]
    if texts.repeats(asked, answer):
        return "its answer repeats the question"
    if secrets.secret(f"{asked}\n{row.get('input') or ''}\n{answer}"):
        return "it gives away a secret"
    if row.get("code"):
        return _code_fault(row, last - first + 1)
    if row["task"] in PLACES and row["file"] not in FILE.findall(answer) and row["task"] == "find":
        return f"its answer does not name its file {row['file']}"
    return None


def _code_fault(row: dict, lines: int) -> str | None:
    fence, code = code_of(row["output"])
    if fence not in languages.FENCES:
        return f"its answer is no code of a language that is read ({fence!r})"
    quoted = code.count("\n") + 1
    if quoted > lines or (quoted < lines and row["task"] != "write"):
        return f"it quotes {quoted} lines of code, its lines are {lines}"
    if row["task"] != "fill":
        return None
    context = code_of(row["input"])[1].split("\n")
    marks = [number for number, line in enumerate(context) if line.strip() == "<MISSING>"]
    if len(marks) != 1:
        return "its context has no place where the answer belongs"
    whole = "\n".join([*context[: marks[0]], code, *context[marks[0] + 1 :]])
    without = "\n".join([*context[: marks[0]], *context[marks[0] + 1 :]])
    if faults(fence, whole) > faults(fence, without):
        return "the code does not fit into its gap"
    return None
