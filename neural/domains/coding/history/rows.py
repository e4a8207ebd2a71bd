"""Rows of a history's bugs: the code before, the test and what it said, the code after."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from neural.domains.coding.history import commits, parts, proof
from neural.domains.coding.history.commits import Candidate, Commit
from neural.domains.coding.history.proof import Flip
from neural.domains.coding.history.suites import Bench, open_bench
from neural.domains.coding.problem import TITLES
from neural.records import private, secrets, texts
from neural.records.dedupe import digest, question_key
from neural.repositories import messages
from neural.repositories.source import Repository, at_commit, with_history

TEST = 40  # lines of a test that is shown
LONGEST = 9000  # characters of a row
KEPT = "a bug with its test"
WORDINGS = (
    "`{test}` fails. Find the bug in this code and fix it.",
    "A test of `{file}` fails. What is wrong, and what is the fix?",
    "Please fix {what}, so that `{test}` passes.",
    "Why does `{test}` fail? Correct the code.",
    "There is a bug in {what} that a test shows. Give me the corrected code.",
    "The test below went red. Repair {what} in `{file}`.",
    "Find the mistake in this {title} code from `{file}` and mend it; the failing test is below.",
)


@dataclass
class Told:
    """What became of each commit of a repository: (revision, subject, why it is left out or
    KEPT)."""

    place: str
    commits: list[tuple[str, str, str]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The counts, in a line for the repository and one for each reason."""
        counts = Counter(why for _, _, why in self.commits)
        kept = counts.pop(KEPT, 0)
        head = f"{self.place}: {len(self.commits)} commits, {kept} with a bug and its test"
        return [head, *(f"  {count} left out: {why}" for why, count in counts.most_common())]


def generate(
    place: str,
    languages: Sequence[str],
    seed: int,
    license: str = "",
    most: int = 500,
    python: str | None = None,
    threads: int = 2,
    told: Callable[[Told], None] = lambda told: None,
) -> Iterator[dict]:
    """The rows of the last `most` commits of a repository, the newest first.

    `license`: SPDX name where no licence is found. `python`: see `suites.open_bench`. UserError
    where there is no such repository.
    """
    modules = Path(place, "node_modules")
    modules = modules.resolve() if modules.is_dir() else None
    python = str(Path(shutil.which(python) or python).absolute()) if python else ""
    with open_bench(python or None, modules) as bench, ThreadPoolExecutor(max(1, threads)) as pool:
        repository, account = with_history(place), Told(place)
        repository.remember("python", python)
        repository.remember("modules", str(modules or ""))
        found = commits.listed(repository, most)

        def made(commit: Commit) -> dict | str:
            return _made(commit, repository, languages, seed, license, bench)

        step = 4 * threads  # so that a reader who has enough need not wait for all
        asked: set[int] = set()
        try:
            for start in range(0, len(found), step):
                some = found[start : start + step]
                for commit, row in zip(some, pool.map(made, some), strict=True):
                    if isinstance(row, dict) and question_key(row) in asked:
                        row = "asks the same as another"
                    why = row if isinstance(row, str) else KEPT
                    account.commits.append((commit.revision, commit.subject, why))
                    if isinstance(row, dict):
                        asked.add(question_key(row))
                        yield row
        finally:
            rest = found[len(account.commits) :]
            account.commits += [(one.revision, one.subject, "not looked at") for one in rest]
            told(account)


def _made(
    commit: Commit,
    repository: Repository,
    languages: Sequence[str],
    seed: int,
    license: str,
    bench: Bench,
) -> dict | str:
    if why := commits.unfit(commit, languages):
        return why
    found = commits.candidate(commit, at_commit(repository, commit.revision), license)
    if isinstance(found, str):
        return found
    proven = proof.flips(found, bench)
    if isinstance(proven, str):
        return proven
    row = _row(found, proven, Random(f"{seed} {commit.revision}"))
    return _unfit(row) or row


def _unfit(row: dict) -> str:
    text = row["input"] + row["output"]
    if len(text) > LONGEST:
        return "too long with its test"
    if secrets.secret(text) or private.personal(text):
        return "holds a secret or personal data"
    fences = [len(re.findall(r"^```", row[key], re.M)) for key in ("input", "output")]
    if fences not in ([4, 2], [6, 2]) or text.count("```") != sum(fences):
        return "holds a code fence itself"
    unclean = texts.control_character(text) or texts.control_token(text)
    return "holds what no row may hold, such as a chat's marks" if unclean else ""


def _row(found: Candidate, flip: Flip, rng: Random) -> dict:
    part, fence, report = found.part, f"```{found.language}", flip.message
    test = _short(flip.name)
    what = f"`{part.name}`" if part.name else "the code"
    values = {"test": test, "what": what, "file": found.path, "title": TITLES[found.language]}
    pieces = [f"`{found.path}`:\n\n{fence}\n{part.before.rstrip()}\n```"]
    if shown := _test(found, test):
        pieces.append(f"The test:\n\n{fence}\n{shown}\n```")
    pieces.append(f"```text\n{report}\n```")
    repository, commit = found.repository, found.commit
    return {
        "id": f"{digest('coding', repository.name, commit.revision, found.path):032x}",
        "instruction": rng.choice(WORDINGS).format(**values),
        "input": "\n\n".join(pieces),
        "output": f"{_cause(found)}\n\n{fence}\n{part.after.rstrip()}\n```",
        "category": "bug_fixing",
        "language": found.language,
        "task": "repair",
        "problem": f"{repository.name}/{found.path}",
        "split_group": f"{repository.name}/{found.path}",
        "source": "coding",
        "license": found.license,
        "repository": repository.name,
        "revision": commit.revision,
        "file": found.path,
        "lines": f"{part.start}-{part.end}",
        "run": list(found.tests),
        "flips": list(flip.tests),
        "failure": report,
    }


def _short(name: str) -> str:
    """`test_add` for tests/test_sums.py::test_add, `TestAdd` for example.org/sums.TestAdd."""
    return re.split(r"::|\.(?=Test)", name)[-1]


def _test(found: Candidate, name: str) -> str:
    """The code of a test, "" where it is not found or too long."""
    short = re.escape(name.split("[")[0])
    pattern = re.compile(rf"(?:def|func) {short}\(|(['\"`]){short}\1")
    blobs = [blob for blob in found.repository.blobs if blob.path in found.tests]
    for _, data in found.repository.read(blobs):
        source = data.decode(errors="replace")
        if match := pattern.search(source):
            line = source[: match.start()].count("\n") + 1
            return parts.definition(source, found.language, line, TEST)
    return ""


def _cause(found: Candidate) -> str:
    """What was wrong: the author's words where they say something, and the lines."""
    part = found.part
    before, after = parts.lines_of(part.before), parts.lines_of(part.after)
    edits = parts.edits(before, after)
    if (
        len(edits) == 1
        and edits[0][0] == "replace"
        and edits[0][2] - edits[0][1] == 1 == (edits[0][4] - edits[0][3])
    ):
        old, new = before[edits[0][1]].strip(), after[edits[0][3]].strip()
        where = f"Line {edits[0][1] + 1} has to be `{new}`, not `{old}`."
    else:
        listed = ", ".join(text for _, text in sorted({_spot(each) for each in edits}))
        where = f"What changes: line{'' if listed.isdecimal() else 's'} {listed}."
    wish = messages.wish(found.commit.subject)
    return f"{wish[0].upper()}{wish[1:]}. {where}" if wish else where


def _spot(edit) -> tuple[int, str]:
    """Lines of the corrected code that an edit made, or before which it took some away."""
    _, _, _, first, last = edit
    text = f"{first + 1}" if last - first <= 1 else f"{first + 1}–{last}"
    return first, text
