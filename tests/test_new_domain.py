"""A new domain, as its author meets it: laid out, failing with advice, and the tutorial's whole."""

import re

import pytest

from neural import scaffold
from neural.errors import UserError
from tests import checkout
from tests.contract import Contract

TUTORIAL = checkout.ROOT / "docs/your-own-domain.md"
PYTHON = ".venv/bin/python"


class TestEnglish(Contract):
    """A domain that is there keeps to what new ones are asked."""

    domain = "english"


@pytest.mark.parametrize(
    "name, message",
    [
        ("Chess", "lower-case letters"),
        ("", "lower-case letters"),
        ("../x", "lower-case letters"),
        ("class", "lower-case letters"),
        ("cypher", "'cypher' is taken; known domains: "),
        ("desk", "'desk' is taken"),
    ],
)
def test_names_that_cannot_be(tmp_path, name, message):
    with pytest.raises(UserError, match=re.escape(message)):
        scaffold.lay_out(name, tmp_path)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_over(tmp_path):
    mine = tmp_path / "tests/test_chess.py"
    mine.parent.mkdir()
    mine.write_text("mine")
    with pytest.raises(UserError, match=r"test_chess\.py: is there already"):
        scaffold.lay_out("chess", tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]


@pytest.mark.slow
def test_the_tutorial_from_the_first_command_to_the_plan_of_its_model(tmp_path):
    project = checkout.make(tmp_path / "project")

    def run(*arguments):
        return checkout.run(project, *arguments)

    assert run(PYTHON, "scripts/new_domain.py", "cron").returncode == 0
    first = run(PYTHON, "-m", "pytest", "-x", "tests/test_cron.py")
    assert first.returncode == 1 and "generate: draw what is meant" in first.stdout

    code = re.search(r"```python\n(.*?)```", TUTORIAL.read_text("utf-8"), re.DOTALL)[1]
    assert len([line for line in code.splitlines() if line.strip()]) < 100
    (project / "neural/domains/cron/__init__.py").write_text(code)
    passed = run(PYTHON, "-m", "pytest", "tests/test_cron.py")
    assert passed.returncode == 0, passed.stdout

    rows = "data/raw/cron.jsonl"
    generator = "scripts/generate_cron_dataset.py"
    made = run(PYTHON, generator, "--output", rows, "--num-examples", "300")
    assert made.returncode == 0 and "300 rows" in made.stdout, made.stdout
    valid = run(PYTHON, "scripts/validate_dataset.py", rows, "--domain", "cron")
    assert valid.returncode == 0, valid.stdout
    plan = checkout.stale(project, "models/cron-q4_k_m.gguf", "--configfile", "cron.yaml")
    assert {"generate", "train_nano", "train", "evaluate", "release"} <= plan
    style = run(".venv/bin/ruff", "check", "neural/domains/cron", generator, "tests/test_cron.py")
    assert style.returncode == 0, style.stdout


def test_the_tutorials_lines_fire_as_cron_would():
    code = re.search(r"```python\n(.*?)```", TUTORIAL.read_text("utf-8"), re.DOTALL)[1]
    names: dict = {"__name__": "cron"}
    exec(compile(code, str(TUTORIAL), "exec"), names)
    fires = names["fires"]
    assert len(fires("* * * * *")) == 28 * 24 * 60
    assert fires("30-30 8 * 2 0-6") == fires("30 8 * * *") and len(fires("30 8 * * *")) == 28
    assert {day.isoweekday() for day in fires("0 0 * * 1,5")} == {1, 5}
    for line in (
        "",
        "* * * *",
        "a b c d e",
        "1/0 * * * *",
        "*/-5 * * * *",
        "- - - - -",
        "1 2 3 4 5 6",
    ):
        assert fires(line) == set(), line
