"""The commits of a history, and which of them may have mended a bug."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from neural.domains.coding.history.parts import Part, changed
from neural.records import licences, private, secrets
from neural.repositories import foreign, licence
from neural.repositories.source import Blob, Repository

LANGUAGES = {
    "py": "python",
    "go": "go",
    "js": "javascript",
    "mjs": "javascript",
    "cjs": "javascript",
    "java": "java",
}
RAW = re.compile(r"^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) (\w)\t(.+)$", re.M)
# Test files by language, and what those of a file are called, from its name without extension.
TESTS = {
    "python": (r"(?:^|/)(?:test_[^/]*|[^/]*_test)\.py$", ("test_{}.py", "{}_test.py")),
    "go": (r"_test\.go$", ("{}_test.go",)),
    "javascript": (
        r"(?:[._-]test\.[cm]?js|(?:^|/)tests?/[^/]+\.[cm]?js)$",
        ("{}.test.js", "{}.test.mjs", "{}.test.cjs", "{}-test.js", "test-{}.js"),
    ),
    "java": (r"Tests?\.java$|(?:^|/)Test[^/]*\.java$", ("{}Test.java", "{}Tests.java")),
}


@dataclass(frozen=True)
class Change:
    """A file of a commit: its content before and after by git's hashes, and A, M or D."""

    path: str
    old: str
    new: str
    status: str

    @property
    def language(self) -> str:
        """That of its code, "" for other files."""
        return LANGUAGES.get(self.path.rpartition(".")[2], "")


@dataclass(frozen=True)
class Commit:
    """A commit with its message's first line."""

    revision: str
    parents: tuple[str, ...]
    subject: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Candidate:
    """A commit that changed one part of one file for which there are tests."""

    commit: Commit
    repository: Repository  # at that commit
    path: str
    language: str
    before: str
    after: str
    part: Part
    tests: tuple[str, ...]
    license: str


def listed(repository: Repository, most: int) -> list[Commit]:
    """The last `most` commits, the newest first."""
    log = repository.git(
        "log",
        f"-n{most}",
        "--no-ext-diff",
        "--no-renames",
        "--no-color",
        "--no-abbrev",
        "--raw",
        "--format=%x02%H%n%P%n%s%x01",
        repository.revision,
        "--",
    ).decode(errors="replace")
    found = []
    for entry in log.split("\x02")[1:]:
        head, _, raw = entry.partition("\x01")
        revision, parents, subject = head.split("\n", 2)
        changes = (
            Change(path, old, new, status)
            for _, _, old, new, status, path in RAW.findall(raw)
            if not path.startswith('"')  # a name that git has to quote
        )
        found.append(Commit(revision, tuple(parents.split()), subject.strip(), tuple(changes)))
    return found


def unfit(commit: Commit, languages: Sequence[str]) -> str:
    """Why a commit needs no closer look, "" where it does."""
    if len(commit.parents) != 1:
        return "a merge" if commit.parents else "the first commit"
    code = _code(commit)
    if not code:
        tests = [each for each in commit.changes if each.language]
        return "changes only tests" if tests else "changes no code that is read here"
    if len(code) > 1:
        return "changes several files of code"
    change = code[0]
    if change.status != "M":
        return "adds or removes its file"
    if change.language not in languages:
        return f"is in {change.language}, which is left out"
    why = foreign.name_fault(change.path)
    return f"its file is {why}" if why else ""


def candidate(commit: Commit, repository: Repository, license: str) -> Candidate | str:
    """What a commit asks to be proven, or why nothing. `repository`: at that commit."""
    change, paths = _code(commit)[0], [blob.path for blob in repository.blobs]
    if change.path not in paths:
        return "its file is a link or larger than 1 MiB"
    blobs = [Blob(change.path, each, 0) for each in (change.old, change.new)]
    contents = [data for _, data in repository.read(blobs)]
    if len(contents) != 2:
        return "a missing object"
    for data in contents:
        if why := foreign.content_fault(data):
            return f"its file is {why}"
        if b"\r" in data or not data.endswith(b"\n"):
            return "its file has no plain line ends"
    said = foreign.license_of(contents[1]) or license or licence.nearest(repository)
    if why := licences.kind_of_fault(said):
        return why[0].replace("-", " ")
    before, after = (data.decode() for data in contents)
    part = changed(before, after, change.language)
    if isinstance(part, str):
        return part
    told = f"{part.before}\n{part.after}\n{commit.subject}"
    if secrets.secret(told) or private.personal(told):
        return "holds a secret or personal data"
    tests = _tests(commit, change, paths)
    if not tests:
        return "no test of that file is found"
    return Candidate(
        commit, repository, change.path, change.language, before, after, part, tests, said
    )


def _code(commit: Commit) -> list[Change]:
    return [
        each
        for each in commit.changes
        if each.language and not foreign.TEST_FILE.search(each.path) and not _is_test(each.path)
    ]


def _is_test(path: str) -> bool:
    language = LANGUAGES.get(path.rpartition(".")[2], "")
    return bool(language and re.search(TESTS[language][0], path))


def _tests(commit: Commit, change: Change, paths: Sequence[str]) -> tuple[str, ...]:
    """The test files that a commit changed, else those that are named after its file."""
    touched = [
        each.path
        for each in commit.changes
        if each.language == change.language and each.status != "D" and _is_test(each.path)
    ]
    if not touched:
        stem = Path(change.path).stem
        names = {form.format(stem) for form in TESTS[change.language][1]}
        touched = [path for path in paths if path.rpartition("/")[2] in names]
    return tuple(sorted(touched))
