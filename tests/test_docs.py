"""What the documents say to type: each command is run, or parsed by what it calls, or marked."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from neural import cli, config, messages
from neural.config import ROOT
from tests import registry

PAGES = sorted([*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
SCRIPTS = sorted(path.name for path in (ROOT / "scripts").glob("*.py") if path.stem != "exclusive")
NAMED = [name for name in SCRIPTS if not name.startswith("generate_")]  # anybody may add a domain
# Run as they stand, in this order, in a folder of their own.
RUN = [
    "make",
    "python scripts/write_troubleshooting.py --check",
    "host/model-get --help",
    "python scripts/generate_mtg_dataset.py --output data/raw/mtg.jsonl --num-examples 1000",
    "python scripts/validate_dataset.py data/raw/mtg.jsonl --domain mtg",
    "python scripts/generate_chat_dataset.py --output data/raw/chat.jsonl --num-examples 1000",
    "python scripts/generate_documents_dataset.py --input docs README.md --license Apache-2.0 "
    "--output data/raw/mine.jsonl --num-examples 100",
    "python scripts/analyze_repository.py --repo . --license Apache-2.0 "
    "--output reports/repository.json",
    "python scripts/extract_repo_patterns.py --repo . --license Apache-2.0 "
    "--output data/raw/ours.jsonl",
]
# Why other scripts are not run here but have their flags parsed: what runs them.
BUILD = "minutes; the workflow of tests/test_end_to_end.py runs it"
RUN_BY = {
    "ask.py": "tests/test_ask.py",
    "build_nano.py": BUILD,
    "check_citations.py": "wants texts that are not ours; tests/test_mtg_rulebook.py has its parts",
    "check_coding_problems.py": "minutes; tests/test_coding_problems.py has its parts",
    "check_lineage.py": "tests/test_release_lineage.py",
    "check_parity.py": BUILD,
    "check_versions.py": "tests/test_versions.py",
    "evaluate.py": "tests/test_external.py",
    "export_to_gguf.py": "tests/test_gguf_adapter.py",
    "fetch_base.py": "tests/test_fetch_base.py",
    "format_conversational_data.py": "tests/test_chat.py",
    "gather_dataset.py": "tests/test_parts.py",
    "generate_coding_dataset.py": "minutes; tests/test_coding_rows.py has its parts",
    "generate_cypher_dataset.py": "minutes; tests/test_cypher.py has its parts",
    "generate_english_dataset.py": "tests/test_english.py",
    "generate_repository_dataset.py": "extract_repo_patterns.py is the same",
    "measure_importance.py": BUILD,
    "measure_loss.py": BUILD,
    "merge_adapter.py": "tests/test_every_preset.py",
    "mix_dataset.py": "tests/test_records_mix.py",
    "new_domain.py": "tests/test_new_domain.py",
    "playground.py": "tests/test_playground.py",
    "preflight.py": "tests/test_preflight.py",
    "provenance.py": "tests/test_versions.py",
    "quantize_gguf.py": BUILD,
    "registry.py": "tests/test_versions.py",
    "release_gguf.py": "tests/test_release.py",
    "release_model.py": "tests/test_release_gate.py",
    "report.py": "tests/test_report.py",
    "train.py": "tests/test_training.py",
    "write_dataset_card.py": BUILD,
    "write_dvc_yaml.py": "tests/test_workflow.py",
    "write_metrics.py": BUILD,
    "write_model_card.py": "tests/test_workflow.py",
}
# Programs of others: why a line that calls them is not looked at.
OTHERS = {
    "accelerate": "needs several processes; tests/test_training.py runs it",
    "bolt:": "an address",
    "cd": "a shell's own",
    "cp": "copies to a host",
    "curl": "asks a host",
    "eval": "a shell's own; the completion is tested in tests/test_cli.py",
    "export": "a shell's own",
    "git": "needs a remote",
    "install": "writes to /etc",
    "ln": "writes to /usr",
    "pip": "would change the environment",
    "pre-commit": "installed by hand",
    "sh": "the set-up; tests/test_setup.py runs it",
    "shuf": "reads data that a test does not have",
    "systemctl": "needs a host",
    ".": "a shell's own",
}
FLAGS_OF_MODEL_GET = ["install", "upgrade", "rollback", "verify", "list"]


def texts(page, inline=True):
    """The code of a page, by block: (language, text)."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8")):
        if token.type in ("fence", "code_block"):
            yield token.info.strip(), token.content
        for child in token.children or () if inline else ():
            if child.type == "code_inline":
                yield "", child.content


def commands(page):
    """The command lines of a page, each as its words."""
    for language, text in texts(page):
        if language not in ("", "sh"):
            continue
        for line in re.sub(r"\\\n\s*", " ", text).splitlines():
            for part in re.split(r"\s&&\s", line):
                words = split(part)
                if words and (language == "sh" or ours(words)):
                    yield words


def split(line):
    try:
        words = shlex.split(line, comments=True)
    except ValueError:  # no command: an apostrophe
        return []
    while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
        words = words[1:]
    return [word for word in words if not re.fullmatch(r"[<>].*|…|\.\.\.|\|", word)]


def ours(words):
    """Whether a line in a block without language is a command of the project."""
    name = words[0].removeprefix(".venv/bin/")
    if name == "make":
        return len(words) == 1 or bool(re.fullmatch(r"[a-z/_.\d-]+(\.gguf)?", words[1]))
    if name == "python":
        return len(words) > 1 and words[1] != "-c"
    return name.rpartition("/")[2] in ("snakemake", "pytest", "model-get") and len(words) > 1


ALL = {
    shlex.join(words): (page.relative_to(ROOT).as_posix(), words)
    for page in PAGES
    for words in commands(page)
}


@cache
def parser(script):
    """The argument parser that a script makes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "parse", lambda made, argv=None: (_ for _ in ()).throw(Made(made)))
        patch.setattr(sys, "argv", [script])
        try:
            runpy.run_path(str(ROOT / "scripts" / script), run_name="__main__")
        except Made as made:
            return made.args[0]
    raise AssertionError(f"{script} parses nothing")


class Made(BaseException):
    """The parser, before it is used."""


def check_script(words):
    if "scripts/generate_cron_dataset.py" in words:
        return  # the tutorial's; tests/test_new_domain.py runs it
    if words[:1] == ["-m"]:
        words = [words[1].replace(".", "/") + ".py", *words[2:]]
    assert (ROOT / words[0]).is_file(), f"{words[0]} does not exist"
    if words[0].startswith("bench/"):
        text = (ROOT / words[0]).read_text("utf-8")
        assert all(f'"{word}"' in text for word in words if word.startswith("--")), words
        return
    made = parser(Path(words[0]).name)
    if "--help" not in words and len(words) > 1:
        cli.parse(made, words[1:])


def check_make(words):
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"\.PHONY: (.*)", text)[1].split()
    for word in words:
        name, equals, _ = word.partition("=")
        if equals:
            assert f"$({name})" in text, f"Makefile knows no {name}"
        elif word not in phony and word != "all":
            assert word.startswith(("data/", "models/", "reports/", "release/")), word
            if not any(one.startswith("CONFIG=") for one in words):
                check_target(word)


def check_target(word):
    word = f"{word}/SHA256SUMS" if re.fullmatch(r"release/\w+", word) else word
    config.check_targets([word], config.read(ROOT / "config.yaml"))


def check_snakemake(words):
    from snakemake.cli import get_argument_parser

    known = {flag for action in get_argument_parser()._actions for flag in action.option_strings}
    for before, word in pairwise(["", *words]):
        flag = word.partition("=")[0]
        if word.startswith("--slurm") or "kubernetes" in words:
            continue  # a plug-in's
        assert not word.startswith("-") or flag in known, word
        if word.endswith(".gguf") and not before.startswith("-"):
            check_target(word)


def check_dvc(words):
    """DVC has an environment of its own, and its parser is there."""
    if not registry.DVC.exists():
        pytest.skip("no .venvs/dvc; `sh scripts/bootstrap.sh dvc` makes it")
    parse = "import sys; from dvc.cli import parse_args; parse_args(sys.argv[1:])"
    python = registry.DVC.with_name("python")
    done = subprocess.run([python, "-c", parse, *words], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_block_says_what_it_is(page):
    """What has no label is no command to the test below."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))
    blocks = [token for token in tokens if token.type in ("fence", "code_block")]
    assert not [token.content for token in blocks if not token.info.strip()]


@pytest.mark.parametrize("line", ALL, ids=lambda line: re.sub(r"\W+", "-", line)[:60])
def test_command(line):
    page, (first, *rest) = ALL[line]
    name = first.rpartition("/")[2]
    try:
        if name == "python":
            check_script(rest)
        elif name == "make":
            check_make(rest)
        elif name == "snakemake":
            check_snakemake(rest)
        elif name == "dvc":
            check_dvc(rest)
        elif name == "model-get":
            assert rest[0] in (*FLAGS_OF_MODEL_GET, "--help")
        elif name == "pytest":
            assert all((ROOT / one).exists() or "cron" in one for one in rest if "/" in one)
        else:
            assert name in OTHERS, f"{name}: neither checked nor in OTHERS, with a reason"
    except SystemExit as error:
        assert error.code in (0, None), f"{page}: {line}: its flags do not fit"


@pytest.mark.slow
def test_commands_as_they_stand(tmp_path):
    for name in ("Makefile", "README.md", "docs", "host", "neural", "scripts"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "neural/records", tmp_path / "code")  # a repository to read
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for line in RUN:
        words = [sys.executable if word == "python" else word for word in line.split()]
        done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0 and done.stdout, f"{line}\n{done.stdout}{done.stderr}"


def test_each_script_is_run_somewhere():
    here = {Path(word).name for line in RUN for word in line.split() if word.endswith(".py")}
    assert {*here, *RUN_BY} >= {*NAMED}
    for where in RUN_BY.values():
        for test in re.findall(r"tests/\w+\.py", where):
            assert (ROOT / test).exists(), test


def test_quick_reference_has_every_command():
    text = (ROOT / "docs/quick-reference.md").read_text("utf-8")
    targets = re.search(r"\.PHONY: (.*)", (ROOT / "Makefile").read_text("utf-8"))[1].split()
    for target in {*targets} - {"help", "build", "$(WANTED)"}:
        assert f"`make {target}" in text, target
    for script in NAMED:
        assert f"scripts/{script}" in text, script


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_has_an_example_that_parses(script):
    stem = Path(script).stem
    text = re.sub(r"\\\n\s*", " ", parser(script).description)
    lines = re.findall(rf"^ *python (?:scripts/{script}|-m scripts\.{stem})(?: .*)?$", text, re.M)
    assert lines, "no example"
    for line in lines:
        words = [word.strip("[]") for word in split(line)]
        if "(without" in words:
            words = words[: words.index("(without")]
        words = words[3 if "-m" in words else 2 :]
        cli.parse(parser(script), [word for word in words if word != "…"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_and_places_that_are_named_exist(page):
    folders = (
        *("bench", "docs", "envs", "host", "neural", "profiles"),
        *("requirements", "rules", "scripts", "tests"),
    )
    made_by_hand = {"tests/test_cron.py", "scripts/generate_cron_dataset.py"}
    for _, text in texts(page):
        for word in re.findall(rf"(?:{'|'.join(folders)})/[\w./-]*\w", text):
            inside = re.search(rf"[\w/:@.-]{re.escape(word)}|{re.escape(word)}[@*]", text)
            if inside or "cron" in word or re.search(r"[A-Z*]{3}", word):
                continue
            assert (ROOT / word).exists() or word in made_by_hand, word
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        if anchor:
            assert anchor in anchors(linked), target


def anchors(page):
    """The places that a page's headings make, as GitHub names them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_page_is_in_the_readme():
    text = (ROOT / "README.md").read_text("utf-8")
    for page in ROOT.glob("docs/*.md"):
        assert f"(docs/{page.name})" in text, page.name


# Written from the source


def test_troubleshooting_is_up_to_date():
    page = (ROOT / "docs/troubleshooting.md").read_text("utf-8")
    assert page.endswith(messages.tables(messages.found())), (
        "run scripts/write_troubleshooting.py and commit the page"
    )


def test_each_message_says_what_to_do():
    """Lists what may stand there instead, or is about an author's own problem library."""
    tells = r" is none of |must (be|match)| is not |needs the key|expected "
    lacking = [
        one
        for one in messages.found()
        if not one.remedy and not re.search(tells, one.text) and "coding" not in one.source
    ]
    assert not lacking


@pytest.mark.slow
def test_hardwares_figures_are_the_estimates():
    from neural.training import fit

    text = (ROOT / "docs/hardware.md").read_text("utf-8")
    sizes = (fit.need("qwen_0_5b", "LoRA", batch, "cuda") for batch in fit.BATCHES)
    line = " | ".join(f"{size / 1e9:.1f}" for size in sizes)  # the others would take seconds each
    assert f"| qwen_0_5b | LoRA | {line} |" in text
