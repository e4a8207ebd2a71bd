import json
import os
import re
import subprocess
import sys
from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neural import domains
from neural.domains import coding
from neural.domains.coding import (
    calls,
    library,
    mutants,
    smells,
    sources,
    stubs,
    syntax,
    texts,
    values,
)
from neural.domains.coding.generate import installed
from neural.domains.coding.problem import Problem, expected, fault
from neural.domains.coding.running import run
from neural.domains.coding.sentences import third_person
from neural.domains.coding.tasks import fix
from neural.errors import UserError
from neural.sandbox import box, toolchains

ROOT = Path(__file__).parent.parent
needs_box = pytest.mark.skipif(
    not box.bubblewrap(), reason="bubblewrap is not there or not allowed"
)
needs_node = pytest.mark.skipif(
    bool(toolchains.missing(["javascript"])), reason="node is not installed"
)
LANGUAGES = ["python", "javascript"]


@pytest.fixture(scope="module")
def rows():
    return list(coding.generate(60, 1, languages=LANGUAGES))


@pytest.mark.slow
@needs_box
@needs_node
def test_rows_are_distinct_in_the_shares_and_come_out_again(rows):
    assert len({(row["instruction"], row["input"]) for row in rows}) == 60
    assert Counter(row["category"] for row in rows) == {
        "generation": 24,
        "bug_fixing": 18,
        "understanding": 12,
        "tests": 6,
    }
    assert Counter(row["language"] for row in rows) == {"python": 30, "javascript": 30}
    assert domains.load("coding").verify(rows) == []


@pytest.mark.slow
@needs_box
@needs_node
def test_the_rows_own_answers_score_and_others_do_not(rows):
    for score in coding.score(rows, [row["output"] for row in rows]):
        assert score["exact"] and score.get("pass@1", True)
    for row, score in zip(rows, coding.score(rows, ["```\nnonsense(\n```"] * 60), strict=True):
        assert not score.get("pass@1"), row
    fixes = [row for row in rows if row["task"] == "fix"]
    unfixed = coding.score(fixes, [row["input"].split("```text")[0] for row in fixes])
    assert not any(score["pass@1"] for score in unfixed)


@pytest.mark.slow
@needs_box
@needs_node
@pytest.mark.parametrize(
    ("task", "change", "said"),
    [
        ("fix", lambda r: r.update(input=r["output"]), "its bug passes the tests"),
        ("fix", lambda r: r.update(input=r["input"].replace(r["failure"], "")), "not in its input"),
        ("predict", lambda r: r.update(output="`17`"), "its answer is not what came out"),
        ("review", lambda r: r.update(output="```\nnone(\n```"), "its code fails the tests"),
        ("docstring", lambda r: r.pop("tests"), "has no tests"),
        ("docstring", lambda r: r.update(language="cobol"), "unknown language 'cobol'"),
        ("docstring", lambda r: r.update(task="sing"), "unknown task 'sing'"),
        ("write_tests", lambda r: r.update(kills=99), "not 99"),
        ("write_tests", lambda r: r.update(output="```\n```"), "tests that miss bugs"),
    ],
)
def test_a_spoilt_row_is_named(rows, task, change, said):
    row = deepcopy(next(each for each in rows if each["task"] == task))
    change(row)
    found = coding.verify([row])
    assert said in found[0][1]


@needs_box
def test_same_seed_same_rows_and_another_seed_others():
    asked = {"generation": 1.0}
    first = list(coding.generate(12, 3, languages=["python"], shares=asked))
    assert first == list(coding.generate(12, 3, languages=["python"], shares=asked))
    assert first != list(coding.generate(12, 4, languages=["python"], shares=asked))
    assert all(row["split_group"] in row["problem"] for row in first)


@needs_box
def test_more_than_the_library_has_is_said_and_writes_nothing(tmp_path, monkeypatch):
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "spec.py").write_text(
        "from neural.domains.coding.draw import ints\n"
        "from neural.domains.coding.family import Family\n"
        'FAMILIES = [Family(signature="double(number: int) -> int", '
        'statement="Return twice {number}.", requests=["Double a {number}."], '
        'inputs={"number": ints()})]\n'
    )
    (folder / "solutions.py").write_text(
        "#: family double\ndef double(number: int) -> int:\n    return number * 2\n"
    )
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    with pytest.raises(UserError, match=r"asked for 500 rows, .* only \d+ distinct"):
        list(coding.generate(500, 1, languages=["python"]))


def script(*arguments, **environment):
    return subprocess.run(
        [sys.executable, ROOT / "scripts/generate_coding_dataset.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


def test_mistakes_of_a_user_end_with_one_message(tmp_path):
    file = tmp_path / "x.jsonl"
    for flags, said in (
        (["--language", "pyton"], "Did you mean 'python'?"),
        (["--shares", '{"bugs": 1}'], "unknown category 'bugs'"),
        (["--shares", '{"tests": 0}'], "the shares are all 0"),
        (["--problems", str(tmp_path)], "it has no spec.py"),
        (["--num-examples", "0"], "expected 1 or more"),
    ):
        done = script("--output", file, *flags)
        assert done.returncode and said in done.stderr + done.stdout, done.stderr
        assert "Traceback" not in done.stderr and not file.exists()


def test_without_bubblewrap_nothing_is_generated_or_scored(monkeypatch):
    monkeypatch.setattr(box, "bubblewrap", lambda: None)
    with pytest.raises(UserError, match="apt install bubblewrap"):
        next(coding.generate(1, 1))
    with pytest.raises(UserError, match="apt install bubblewrap"):
        coding.score([], [])


@needs_box
def test_a_missing_toolchain_is_said_and_the_others_go_on(monkeypatch):
    monkeypatch.setattr(toolchains, "missing", lambda asked: {"java": "install a JDK"})
    said = []
    assert installed(None, said.append) == ["python", "go", "javascript"]
    assert said == ["without java: install a JDK"]


def every_source():
    for name in library.names():
        topic = library.load(name)
        for family in topic.families.values():
            for language in topic.languages(family.name):
                yield Problem(topic, family.variants[0], language)


@pytest.mark.parametrize("language", toolchains.LANGUAGES)
def test_edits_change_what_they_say_and_only_that(language):
    kinds = set()
    for problem in every_source():
        if problem.language != language:
            continue
        source = problem.source.whole
        end = len(source.encode())
        for edit in mutants.edits(source, language, 0, end):
            kinds.add(edit.kind)
            made = edit.apply(source)
            assert made != source
            assert source.encode()[edit.start : edit.end].decode() == edit.old
            at = source.encode()[: edit.start].count(b"\n") + 1
            assert at <= edit.line <= at + 1
        for smell in smells.smells(source, language, 0, end):
            assert smell.apply(source) != source
    assert {"boundary", "constant", "inverted", "missing", "operator", "variable"} <= kinds


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("ab'\"\\ é\n", max_size=5), max_size=4))
def test_python_literals_are_what_they_say(texts):
    assert eval(values.literal(texts, ["list", "str"], "python")) == texts
    go = values.literal(texts, ["list", "str"], "go", "[]string")
    assert json.loads(f"[{go.removeprefix('[]string{').removesuffix('}')}]") == texts


def test_what_has_no_literal_is_refused():
    for value, kind, language, type_ in (
        (float("nan"), "float", "go", "float64"),
        ([1], ["list", "int"], "java", "IntStream"),
        (2**40, "int", "java", "int"),
        ({1}, ["set", "int"], "go", "Set"),
    ):
        with pytest.raises(values.Unshown):
            values.literal(value, kind, language, type_)


@pytest.mark.parametrize("language", toolchains.LANGUAGES)
def test_stubs_hold_no_solution_and_still_parse(language):
    for problem in every_source():
        if problem.language != language:
            continue
        for documented in (True, False):
            made = stubs.stub(problem, documented)
            tree = syntax.parse(made, language)
            assert language == "python" or not tree.root_node.has_error, made
            assert syntax.plain(problem.name) in syntax.plain(made.replace(" ", ""))
            assert "//:" not in made and "#:" not in made
            assert documented == ('"""' in made or "//" in made or "/**" in made) or (
                language in ("javascript", "go")
            )


def test_answers_and_drivers_are_put_together_as_the_library_does():
    for problem in every_source():
        source = problem.source
        if source.driver:
            made = sources.merged(source.solution, source.driver, problem.language)
            assert made == source.whole or problem.language == "go"
            assert sources.merged(made, source.driver, problem.language) == made
            imports = re.findall(r'^\t"\w+"|^import "\w+"', made, re.MULTILINE)
            assert problem.language != "go" or len(imports) == len(set(imports))


def test_causes_are_told_in_more_than_one_way():
    causes = [text for wordings in fix.CAUSES.values() for text in wordings]
    assert len(set(causes)) == len(causes)
    assert all(re.search(r"\{(line|before|old)\}", text) for text in causes)


def test_a_constant_is_no_spelling_of_an_argument():
    source = "LIMIT = 3\n\n\ndef first(limit):\n    return min(limit, LIMIT)\n"
    assert texts.named("limit", source) == "limit"
    assert texts.named("max_size", "func f(maxSize int, MAX_SIZE int)") == "maxSize"
    assert texts.named("RATES", "RATES = {}") == "RATES"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("Return it. Return more.", "`f` returns it. It returns more."),
        ("Return, sorted, all.", "`f` returns, sorted, all."),
        ("`a` is one. Tell which, or raise it.", "`a` is one. `f` tells which, or raise it."),
        ("A list. Keeps all.", "`f` is a list. Keeps all."),
        ("Keeps all, and sort it", "`f` keeps all, and sort it"),
        ("Customers come. If so, drop one.", "Customers come. If so, it drops one."),
    ],
)
def test_what_code_must_do_is_told_as_what_it_does(statement, said):
    assert third_person(statement, "`f`") == said


@pytest.mark.parametrize(
    ("value", "kind", "type_", "shown"),
    [
        ([("a", 1)], ["list", ["tuple", "str", "int"]], "[]Run", '[{"a" 1}]'),
        ([("a", 1)], ["list", ["tuple", "str", "int"]], "([]Run, error)", '[{"a" 1}]'),
        ((1, 2), ["tuple", "int", "int"], "(int, int)", "1, 2"),
        ((1, 2), ["tuple", "int", "int"], "(first, second int, err error)", "1, 2"),
        ((1, 2), ["tuple", "int", "int"], "(Pair, error)", "{1 2}"),
        ([(1, 2)], ["list", ["tuple", "int", "int"]], "[][2]int", "[[1 2]]"),
        ({"b": (1, 2), "a": (3, 4)}, ["dict", "str", ["tuple", "int", "int"]], "map[string]Pair",
         'map["a":{3 4} "b":{1 2}]'),
    ],
)  # fmt: skip
def test_go_values_are_shown_as_go_prints_them(value, kind, type_, shown):
    assert calls.shown(value, kind, "go", type_) == shown


def test_imports_of_go_are_one_block():
    driver = 'import (\n\t"fmt"\n\t"os"\n)\n\nfunc Run() { fmt.Print(os.Args) }\n'
    made = sources.merged('import "fmt"\n\nfunc Say() { fmt.Print(1) }\n', driver, "go")
    assert made.startswith('import (\n\t"fmt"\n\t"os"\n)\n\nfunc Say') and made.count("import") == 1
    made = sources.merged("func Say() {}\n", 'import "fmt"\n\nfunc Run() { fmt.Print(1) }\n', "go")
    assert made.startswith('import "fmt"\n\nfunc Say() {}\n\nfunc Run')


@pytest.mark.parametrize("code", ["n - 1", "n + 1", "n * 2", "3 * n"])
def test_no_bug_is_a_number_that_does_nothing(code):
    source = f"def f(n):\n    return {code}\n"
    made = [each.apply(source) for each in mutants.edits(source, "python", 0, len(source))]
    assert made and not [each for each in made if re.search(r"[+-] 0|\* [01]\b|\b[01] \*", each)]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("javascript", "function f(values) {\n  return values.map(g).keys();\n}\n"),
        (
            "java",
            "class A {\n    int f(Map values) {\n        return values.keys();\n    }\n}\n",
        ),
    ],
)
def test_only_what_is_called_is_taken_for_a_call(language, source):
    made = mutants.edits(source, language, 0, len(source))
    assert [(e.old, e.new) for e in made if e.kind == "call"] == [("keys", "values")]


@needs_box
def test_a_message_that_the_texts_leave_open_is_not_demanded():
    topic = library.load("notations")
    problem = Problem(topic, topic.families["parse_roman"].variants[0], "python")
    program = problem.program(problem.code.replace("not a Roman numeral", "that is none"))
    ours, other = run([problem.program(), program])
    kept = problem.tests | {"expected": expected(problem, ours)}
    assert "*" in [each.get("message") for each in kept["expected"]]
    assert fault(kept, other) is None
    wrong = problem.program(problem.code.replace("ValueError", "KeyError"))
    assert fault(kept, run([wrong])[0]) is not None
