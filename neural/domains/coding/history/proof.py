"""What the tests of a commit say about other code in the place of its own."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from neural.domains.coding.history.commits import Candidate
from neural.domains.coding.history.suites import Bench, Ran
from neural.repositories.source import Repository

# What a test that asks for something new says of the old code.
MISSING = re.compile(
    r"cannot import name '(\w+)'|has no attribute '(\w+)'|unexpected keyword argument '(\w+)'|"
    r"name '(\w+)' is not defined|undefined: (?:\w+\.)?(\w+)|has no field or method (\w+)|"
    r"unknown field (\w+)|provide an export named '(\w+)'|\b(\w+) is not a (?:function|constructor)"
    r"|\b(\w+) is not defined|symbol:\s+\w+ (\w+)"
)
CALLED_ANEW = re.compile(
    r"positional arguments? but \d+ w|required positional argument|(?:not enough|too many) "
    r"(?:arguments|return values) in|cannot be applied to given types|assignment mismatch"
)


@dataclass(frozen=True)
class Flip:
    """`tests` fail before and pass after; of one of them, or of a file that does not load before,
    name and message."""

    tests: tuple[str, ...]
    name: str
    message: str


@contextmanager
def checked_out(repository: Repository) -> Iterator[Path]:
    """A folder with the files of a revision; without links, and what is larger than 1 MiB."""
    with tempfile.TemporaryDirectory(prefix="tree-") as folder:
        tree = Path(folder)
        for blob, data in repository.read(repository.blobs):
            place = tree / blob.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        yield tree


def flips(candidate: Candidate, bench: Bench) -> Flip | str:
    """The tests that fail before and pass after, each seen twice; or why there are none."""
    with checked_out(candidate.repository) as tree:
        place = tree / candidate.path

        def run(code: str, again: bool) -> Ran:
            place.write_text(code, encoding="utf-8")
            return bench.run(candidate.language, tree, candidate.tests, again)

        after = run(candidate.after, False)
        if why := _unsound(after):
            return why
        before = run(candidate.before, False)
        if before.why:
            return before.why
        found = _flipped(before, after, candidate)
        if isinstance(found, str):
            return found
        second, third = run(candidate.before, True), run(candidate.after, True)
        stable = third.passed == after.passed and not third.failed and not third.loading
        if not stable or _flipped(second, third, candidate) != found:
            return "differs from run to run"
        return found


def _unsound(after: Ran) -> str:
    if after.why:
        return after.why
    if after.loading:
        return "its tests do not load here, even after it"
    if after.failed:
        return "its tests fail after it as well"
    return "" if after.passed else "no test is found in its test files"


def _flipped(before: Ran, after: Ran, candidate: Candidate) -> Flip | str:
    tests = after.passed - before.passed
    failed = {name: text for name, text in before.failed.items() if name in tests}
    messages = failed or before.loading
    if not messages:
        return "its tests pass without it"
    if any(_is_new(text, candidate) for text in messages.values()):
        return "its tests ask for something new"
    shortest = min(messages.items(), key=lambda each: (len(each[1]), each[0]))
    return Flip(tuple(sorted(tests)), *shortest)


def _is_new(message: str, candidate: Candidate) -> bool:
    """Whether a test fails only because what it calls was not there, or was called otherwise."""
    if CALLED_ANEW.search(message):
        return True
    names = {name for found in MISSING.findall(message) for name in found if name}
    old, new = (set(re.findall(r"\w+", text)) for text in (candidate.before, candidate.after))
    return bool(names & (new - old))


def right(
    repository: Repository, path: str, code: str, language: str, tests: Sequence[str], bench: Bench
) -> Ran:
    """What the tests say about other code in a file of a revision."""
    with checked_out(repository) as tree:
        (tree / path).write_text(code, encoding="utf-8")
        return bench.run(language, tree, tests)
