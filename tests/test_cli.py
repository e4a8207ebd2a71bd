"""What all scripts share: completion, --json, --quiet, colours, progress in a file, exit codes."""

import json
import os
import re
import subprocess
import sys

import pytest

from neural import cli
from neural.config import ROOT

ROW = '{"id": "1", "instruction": "What is 2 + 2?", "output": "4.", "license": "MIT"}\n'
COMPLETE = """
eval "$(activate-global-python-argcomplete --dest=-)"
COMP_LINE="$1" COMP_POINT=${#1} COMP_TYPE=9 IFS=' ' COMP_WORDS=($1)
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_python_argcomplete_global python "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
echo "${COMPREPLY[@]}"
"""


def script(*words, **environment):
    command = [sys.executable, ROOT / "scripts" / words[0], *words[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(ROW)
    return path


def test_every_script_can_be_completed():
    for path in (ROOT / "scripts").glob("*.py"):
        text = path.read_text("utf-8")
        assert ("cli.run(" in text) == text.startswith("# PYTHON_ARGCOMPLETE_OK\n"), path.name


@pytest.mark.parametrize(
    "line, offered",
    [
        ("python scripts/train.py --estim", "--estimate_memory"),
        ("python scripts/fetch_base.py --preset qwen_0", "qwen_0_5b"),
        ("python scripts/provenance.py resto", "restore"),
    ],
)
def test_tab_completes_flags_and_values(line, offered):
    """As the shell asks: with the code that quick-reference.md says to evaluate."""
    bin = os.path.dirname(sys.executable)
    environment = os.environ | {"PATH": f"{bin}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    command = ["bash", "-c", COMPLETE, "bash", line]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout.split() == [offered], done.stderr


def test_json_stands_alone_on_standard_output(rows):
    done = script("validate_dataset.py", rows, "--threads", "1", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["verdict"], found["rows"]) == (0, "warning", 1)
    assert "missing-split-group" in done.stderr


def test_quiet_says_nothing_but_mistakes(rows, tmp_path):
    done = script("validate_dataset.py", rows, "--threads", "1", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = script("validate_dataset.py", tmp_path / "gone.jsonl", "--quiet")
    assert done.returncode == 2 and done.stderr.startswith("error: ") and not done.stdout
    done = script("validate_dataset.py", rows, "--threads", "1", "--quiet", "--json")
    assert json.loads(done.stdout)["rows"] == 1 and not done.stderr


@pytest.mark.parametrize("colours", [{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}])
def test_no_color_wins_and_a_file_gets_lines_not_a_bar(tmp_path, colours):
    output = tmp_path / "english.jsonl"
    flags = ("--output", output, "--num-examples", "20")
    done = script("generate_english_dataset.py", *flags, **colours)
    assert done.returncode == 0
    assert "english: 20/20, 0 s left" in re.sub(r"\x1b\[[\d;]*m", "", done.stdout)
    assert (
        "\r" not in done.stdout and "\x1b[2K" not in done.stdout and "\x1b[?25l" not in done.stdout
    )
    assert bool(re.search(r"\x1b\[1;3\dm", done.stdout)) == ("NO_COLOR" not in colours)


def test_the_log_has_what_was_said(rows, tmp_path):
    log = tmp_path / "logs/mine.log"
    script("validate_dataset.py", rows, "--threads", "1", "--log", log, FORCE_COLOR="1")
    text = log.read_text("utf-8")
    assert "1 rows of 1 lines" in text and "\x1b" not in text


@pytest.mark.parametrize(
    "raised, code, said",
    [
        (None, 0, ""),
        (KeyboardInterrupt(), 130, "error: stopped by the keyboard; ask again to go on"),
        (MemoryError(), 1, "error: out of memory"),
        (NotADirectoryError(20, "Not a directory", "a/b"), 1, "error: a/b: Not a directory"),
    ],
)
def test_exit_codes(raised, code, said, capsys):
    def main():
        if raised:
            raise raised

    with pytest.raises(SystemExit) as ended:
        cli.run(main)
    assert ended.value.code == code
    assert capsys.readouterr().err.startswith(said)


def test_a_fault_of_the_program_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        cli.run(lambda: 1 // 0)


def test_help_of_the_lock_makes_no_lock(tmp_path):
    command = [sys.executable, ROOT / "scripts/exclusive.py", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1 and "usage: exclusive.py LOCKFILE COMMAND" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_reader_that_is_gone():
    line = f"{sys.executable} scripts/write_dvc_yaml.py --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def test_text_is_shown_as_it_is(capsys):
    cli.say("[bold] and :smile: of [/tmp/x] stay")
    assert capsys.readouterr().out == "[bold] and :smile: of [/tmp/x] stay\n"
