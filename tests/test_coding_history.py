"""Bugs out of git histories that the tests build themselves."""

import os
import subprocess
import sys
import textwrap
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neural.domains import coding
from neural.domains.coding import history
from neural.domains.coding.history import parts, suites
from neural.errors import UserError
from neural.sandbox import box, toolchains

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(
    not box.bubblewrap(), reason="bubblewrap is not there or not allowed"
)
WHO = {f"GIT_{role}_{what}": "a@example.com" for role in ("AUTHOR", "COMMITTER")
       for what in ("NAME", "EMAIL")}  # fmt: skip
LICENSE = (
    "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n"
)
CHUNKS = '''
    """Splits lists."""


    def chunks(values, size):
        """Consecutive parts of that size; the last may be shorter."""
        end = len(values) - len(values) % size
        return [values[start : start + size] for start in range(0, end, size)]


    class Counter:
        """Counts up to a limit."""

        def __init__(self, limit):
            self.limit = limit
            self.count = 0

        def add(self):
            if self.count <= self.limit:
                self.count += 1
            return self.count
''' + "".join(f"\n\n    def add_{i}(value):\n        return value + {i}\n" for i in range(15))
TESTS = """
    from chunks import Counter, chunks


    def test_even():
        assert chunks([1, 2], 1) == [[1], [2]]


    def test_limit():
        counter = Counter(1)
        assert [counter.add(), counter.add()] == [1, 1]
"""


def one_test(name: str, called: str, check: str) -> str:
    return f"from chunks import {called}\n\n\ndef test_{name}():\n    assert {check}\n"


COMMITS = (  # message, files or edits of them, what becomes of it
    (
        "Split lists",
        {"LICENSE": LICENSE, "chunks.py": CHUNKS, "test_chunks.py": TESTS},
        "the first commit",
    ),
    (
        "fix: keep the last part that is shorter (#12)",
        {
            "chunks.py": ("len(values) - len(values) % size", "len(values)"),
            "tests/test_rest.py": one_test(
                "rest", "chunks", "chunks([1, 2, 3], 2) == [[1, 2], [3]]"
            ),
        },
        history.KEPT,
    ),
    ("oops", {"chunks.py": ("self.count <= self.limit", "self.count < self.limit")}, history.KEPT),
    ("Describe it", {"README.md": "# Splitter\n"}, "changes no code that is read here"),
    ("More tests", {"test_chunks.py": ("[1, 2], 1", "[1, 2], 1 ")}, "changes only tests"),
    ("Turn a sum around", {"chunks.py": ("value + 3", "3 + value")}, "its tests pass without it"),
    (
        "Take the first one",
        {
            "chunks.py": ("class Counter", "def first(a):\n    return a[0]\n\n\nclass Counter"),
            "test_first.py": one_test("first", "first", "first([1]) == 1"),
        },
        "changes more than one definition",
    ),
    (
        "Let callers step",
        {
            "chunks.py": (
                "add_7(value):\n    return value + 7",
                "add_7(value, by=7):\n    return value + by",
            ),
            "test_step.py": one_test("step", "add_7", "add_7(1, by=2) == 3"),
        },
        "its tests ask for something new",
    ),
    (
        "Add by chance",
        {
            "chunks.py": ("value + 5", "value - 5"),
            "test_chance.py": one_test(
                "chance", "add_5", "add_5(1) == -4, [*{'a', 'b', 'c', 'd', 'e', 'f'}]"
            ),
        },
        "differs from run to run",
    ),
    (
        "Break a test",
        {"chunks.py": ("value + 6", "value + 60"), "test_six.py": one_test("six", "add_6", "0")},
        "its tests fail after it as well",
    ),
    (
        "Split the file",
        {"chunks.py": ("value + 8", "value + 80"), "other.py": "x = 1\n"},
        "changes several files of code",
    ),
    (
        "A key",
        {"chunks.py": ("value + 9", "value + len('AKIAABCDEFGHIJKLMNOP')")},
        "holds a secret or personal data",
    ),
)


class History:
    """A repository that grows by a commit at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "-q")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            check=True, capture_output=True, text=True, env=os.environ | WHO,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, message: str, files: dict[str, str | tuple[str, str]]) -> None:
        """Writes files, or puts a new text in the place of an old one in them, and commits."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, tuple):
                assert content[0] in path.read_text()
                path.write_text(path.read_text().replace(*content))
            else:
                path.write_text(textwrap.dedent(content).lstrip("\n"))
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


@pytest.fixture(scope="module")
def clones(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("neural.repositories.source.CLONES", tmp_path_factory.mktemp("clones"))
        yield


@pytest.fixture(scope="module")
def splitter(tmp_path_factory, clones):
    """(the repository, its rows, what became of its commits)"""
    repo = History(tmp_path_factory.mktemp("own") / "splitter")
    for message, files, _ in COMMITS:
        repo.commit(message, files)
    told = []
    return repo, list(history.generate(str(repo.folder), ["python"], 1, told=told.append)), told[0]


@pytest.mark.slow
def test_each_commit_is_accounted_for(splitter):
    _, rows, account = splitter
    found = {subject: why for _, subject, why in account.commits}
    assert found == {message: why for message, _, why in COMMITS}
    assert len(rows) == 2 and account.lines()[0].endswith("12 commits, 2 with a bug and its test")


@pytest.mark.slow
def test_a_row_holds_the_code_the_test_and_its_real_message(splitter):
    repo, rows, _ = splitter
    late, early = rows
    assert early["file"] == "chunks.py" and early["license"] == "MIT"
    assert repo.git("show", "-s", "--format=%s", early["revision"]).startswith("fix: keep")
    assert early["flips"] == ["tests/test_rest.py::test_rest"]
    assert "E   assert [[1, 2]] == [[1, 2], [3]]" in early["failure"]
    assert early["failure"] in early["input"] and "def test_rest():" in early["input"]
    assert "% size" in early["input"] and "% size" not in early["output"].split("```")[1]
    assert early["output"].startswith("Keep the last part that is shorter. Line 3 has to be")
    assert late["output"].startswith("Line 2 has to be `if self.count < self.limit:`, not")
    assert "\ndef add(self):\n    if" in late["output"]  # a method, at the margin
    assert "box" not in early["failure"] and str(repo.folder) not in str(rows)


@pytest.mark.slow
def test_rows_hold_when_they_are_run_again_and_spoilt_ones_do_not(splitter):
    _, rows, _ = splitter
    assert coding.verify(rows) == []
    right = coding.score(rows, [row["output"] for row in rows])
    assert right == [{"exact": True, "pass@1": True}] * 2
    wrong = coding.score(rows, [row["input"].split("The test:")[0] for row in rows])
    assert [each["pass@1"] for each in wrong] == [False, False]
    assert coding.score(rows[:1], ["```python\ndef add(self:\n```"])[0]["pass@1"] is False
    spoilt = [deepcopy(rows[0]) for _ in range(3)]
    spoilt[0]["failure"] += "!"
    spoilt[1]["output"] = spoilt[1]["output"].replace("count <", "count <=")
    spoilt[2]["revision"] = "0" * 40
    said = [what for _, what in coding.verify(spoilt)]
    assert "not in its input" in said[0] and "fails the tests" in said[1]
    assert "generate from it again (--repo)" in said[2]
    assert coding.score(spoilt[2:], [""]) == [{"exact": False}]


GO = """package sums

// Sum adds.
func Sum(values []int) int {
	total := 1
	for _, value := range values {
		total += value
	}
	return total
}
"""
GO_TEST = """package sums

import "testing"

func TestSum(t *testing.T) {
	if got := Sum([]int{1, 2}); got != 3 {
		t.Errorf("got %d, want 3", got)
	}
}
"""
JAVASCRIPT = "export function sum(values) {\n  return values.reduce((a, b) => a - b, 0);\n}\n"
JAVASCRIPT_TEST = """
import test from 'node:test';
import assert from 'node:assert';
import { sum } from './sum.js';

test('adds up', () => {
  assert.equal(sum([1, 2]), 3);
});
"""
JAVA = "package own;\n\nfinal class Sums {\n    static int sum(int a, int b) {\n        return a - b;\n    }\n}\n"  # noqa: E501
JAVA_TEST = """package own;

class SumsTest {
    public static void main(String[] arguments) {
        assert Sums.sum(1, 2) == 3 : "1 + 2 is " + Sums.sum(1, 2);
    }
}
"""
OTHERS = {  # the first commit, the second, what its test said
    "go": (
        {"go.mod": "module example.org/own\n\ngo 1.22\n", "sums/sums.go": GO},
        {"sums/sums.go": ("total := 1", "total := 0"), "sums/sums_test.go": GO_TEST},
        "sums_test.go:7: got 4, want 3",
    ),
    "javascript": (
        {"package.json": '{"type": "module"}\n', "sum.js": JAVASCRIPT},
        {"sum.js": ("a - b", "a + b"), "sum.test.js": JAVASCRIPT_TEST},
        "AssertionError: -3 == 3",
    ),
    "java": (
        {"src/own/Sums.java": JAVA},
        {"src/own/Sums.java": ("a - b", "a + b"), "test/own/SumsTest.java": JAVA_TEST},
        "java.lang.AssertionError: 1 + 2 is -1",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_run_their_own_tests(language, tmp_path, clones):
    if toolchains.missing([language]):
        pytest.skip(f"{language} is not installed")
    before, after, said = OTHERS[language]
    repo = History(tmp_path / "own")
    repo.commit("Begin", before)
    repo.commit("Add up what is there, and nothing else", after)
    (row,) = history.generate(str(repo.folder), [language], 1, license="MIT")
    assert said in row["failure"] and row["language"] == language
    assert coding.verify([row]) == []
    assert coding.score([row], [row["input"].split("The test:")[0]])[0]["pass@1"] is False


def test_java_with_junit_is_said_to_be_left_out(tmp_path, clones):
    if toolchains.missing(["java"]):
        pytest.skip("java is not installed")
    before, after, _ = OTHERS["java"]
    test = after["test/own/SumsTest.java"].replace("class", "import org.junit.Test;\nclass")
    repo = History(tmp_path / "own")
    repo.commit("Begin", before)
    repo.commit("Add up", after | {"test/own/SumsTest.java": test})
    told = []
    assert not list(history.generate(str(repo.folder), ["java"], 1, "MIT", told=told.append))
    assert "need JUnit" in told[0].commits[0][2]


@pytest.mark.slow
def test_a_python_without_pytest_runs_unittest_and_plain_functions(tmp_path, clones):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "bare"], check=True)
    bare = tmp_path / "bare/bin/python"
    test = """
        import unittest

        from own import half


        class HalfTest(unittest.TestCase):
            def test_half(self):
                self.assertEqual(half(2), 1)


        def test_plain():
            assert half(4) == 2
    """
    repo = History(tmp_path / "own")
    repo.commit("Begin", {"own.py": "def half(n):\n    return n / 3\n"})
    repo.commit("Halve", {"own.py": ("n / 3", "n / 2"), "test_own.py": test})
    (row,) = history.generate(str(repo.folder), ["python"], 1, "MIT", python=str(bare))
    assert row["flips"] == ["test_own.py::HalfTest::test_half", "test_own.py::test_plain"]
    assert coding.verify([row]) == []  # with the same Python


SOURCES = (
    "def a():\n    return 1\n",
    "class B:\n    def c(self):\n        x = 1\n        return x\n",
    '# why\ndef d(e):\n    """text\nat the margin"""\n    return e\n',
    "F = 1\n",
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(SOURCES), min_size=30, max_size=40),
    st.integers(0, 150),
    st.sampled_from(["", "        y = 2\n", "# more\n", "    z()\n    z()\n"]),
)
def test_a_part_put_back_gives_the_file(pieces, line, new):
    before = "\n\n".join(pieces)
    lines = before.splitlines(keepends=True)
    lines[line % len(lines)] = new
    after = "".join(lines)
    part = parts.changed(before, after, "python")
    if isinstance(part, str):
        assert part.startswith("changes")
        return
    assert parts.spliced(before, part.start, part.end, part.after) == after
    assert parts.spliced(before, part.start, part.end, part.before) == before


def script(*arguments):
    return subprocess.run(
        [sys.executable, ROOT / "scripts/generate_coding_dataset.py", *map(str, arguments)],
        capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_what_tests_print_is_told_without_what_differs():
    said = "\x1b[31mFile /box/a.py, line 1\x1b[0m\a at 0x7f1234567890 \ud800 é"
    assert suites.cleaned(said) == "File a.py, line 1 at 0x... ? é"
    long = suites.cleaned("\n".join(map(str, range(1000))))
    assert long.startswith("0\n") and "\n...\n" in long and long.endswith("\n999")
    ran = suites.Ran()
    ran.take("a", "pass", "")
    ran.take("a", "fail", "in its end")
    ran.take("a", "pass", "")
    assert not ran.passed and ran.failed == {"a": "in its end"}


def test_mistakes_of_a_user_end_with_one_message(tmp_path):
    file, bare = tmp_path / "x.jsonl", tmp_path / "plain"
    bare.mkdir()
    for flags, said in (
        (["--repo", bare, "--only-repo"], "no git repository, so it has no history"),
        (["--repo", tmp_path / "none", "--only-repo"], "no git repository"),
        (["--only-repo"], "without --repo there are no rows"),
        (["--commits", "0"], "expected 1 or more"),
        (["--repo", bare, "--python", bare], "no Python that runs"),
    ):
        done = script("--output", file, *flags)
        assert done.returncode and said in done.stderr + done.stdout, done.stderr
        assert "Traceback" not in done.stderr and not file.exists()


@pytest.mark.slow
def test_bugs_of_a_history_come_first_and_the_library_gives_the_rest(splitter):
    repo, rows, _ = splitter
    place = str(repo.folder)
    with pytest.raises(UserError, match=r"only 2 bugs with a test; ask for at most 2"):
        list(coding.generate(3, 1, repos=[place], library_too=False))
    told = []
    asked = {"languages": ["python"], "repos": [place]}
    both = list(coding.generate(4, 1, **asked, shares={"generation": 1}))
    assert [row["task"] == "repair" for row in both] == [True, True, False, False]
    assert both[:2] == rows
    assert list(coding.generate(1, 1, **asked, told=told.append)) == rows[:1]
    assert sum(why == "not looked at" for *_, why in told[0].commits) > 0
