"""The mistakes that people make: each gets one message with its remedy, and leaves nothing behind.

Scripts are run in this process, as `python scripts/NAME.py` would: an exception that no person can
read fails the test by itself.
"""

import errno
import json
import os
import re
import runpy
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import huggingface_hub
import pytest
import yaml
from huggingface_hub import errors

from neural import config
from neural.config import ROOT
from neural.errors import UserError
from neural.release import registry
from neural.sandbox import box, toolchains

ROW = {
    "id": "1",
    "instruction": "What is 2 + 2?",
    "output": "4.",
    "category": "sum",
    "source": "mine",
    "license": "MIT",
    "split_group": "1",
}
GRAPH = """\
nodes:
  Person: {properties: {name: STRING, born: INTEGER}}
  Movie: {properties: {title: STRING}}
relationships:
  - {type: ACTED_IN, from: Person, to: Movie}
"""
WHOLE = yaml.safe_load((ROOT / "config.yaml").read_text("utf-8"))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """What lies where the person works."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    shutil.copy(ROOT / "config.yaml", tmp_path)
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROW) + "\n")
    (tmp_path / "broken.jsonl").write_text(json.dumps(ROW) + '\n{"instruction": "Cut of')
    (tmp_path / "graph.yaml").write_text(GRAPH)
    (tmp_path / "cut.gguf").write_bytes(b"GGUF\x03\0\0\0\x05")
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing is asked of this.\n")
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter/adapter_config.json").write_text('{"base_model_name_or_path": "gone"}')
    return tmp_path


def run(line, capsys):
    """Exit code and what is said of a script called with these words."""
    name, *words = line if isinstance(line, list) else line.split()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [name, *words])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(ROOT / f"scripts/{name}.py"), run_name="__main__")
    out = capsys.readouterr()
    return ended.value.code, out.out, out.err


def files():
    found = (path for path in Path().rglob("*") if path.is_file() and path.name != "lock")
    return {path: path.stat().st_size for path in found}


def check(line, says, capsys, code=1):
    before = files()
    found, out, err = run(line, capsys)
    told = " ".join((out + err).split())
    assert found == code, told
    assert re.search(says, told), told
    assert "Traceback" not in told
    assert len(re.findall(r"(?m)^(\w+\.py: )?error: ", err)) == 1, err
    assert files() == before, "something was left behind"


# What is asked for, and with which settings


def changed(path, value):
    found = json.loads(json.dumps(WHOLE))
    *above, last = path.split("/")
    place = found
    for key in above:
        place = place[key]
    place[last] = value
    return found


@pytest.mark.parametrize(
    "path, value, says",
    [
        ("preset", "qwen_15b", "'qwen_15b' is none of nano, .*Did you mean 'qwen_1_5b'"),
        ("modells", {}, "modells: no such key.*Did you mean 'models'"),
        ("datasets/cypher/num_exampels", 5, "no such key.*Did you mean 'num_examples'"),
        ("datasets/cypher/num_examples", "many", "num_examples: 'many' is not a whole number"),
        ("datasets/cypher/seed", -1, "seed: -1 must be at least 0"),
        ("datasets/cypher/domain", "cyper", "'cyper' is none of .*Did you mean 'cypher'"),
        ("models/cypher/mix", {"cypher": 0.5}, "the shares sum to 0.5, expected 1"),
        ("models/cypher/mix", {"cyper": 1.0}, "no such dataset; known: .*Did you mean 'cypher'"),
        ("models/cypher/nano/hidden", 300, "300 is not a multiple of 256"),
        ("models/cypher/train", {"learning_rate": "1e-4"}, "Write 0.0001: YAML reads 1e-4 as text"),
        ("models/cypher/train", {"epoch": 1}, "no such key.*Did you mean 'epochs'"),
        ("models/cypher/quantizations", ["q4_k"], "'q4_k' is none of .*Did you mean"),
        ("models/cypher/base", 7, "base: 7 is not text"),
    ],
)
def test_wrong_key_or_value_in_the_config(path, value, says):
    with pytest.raises(UserError) as error:
        config.check(changed(path, value))
    assert re.search(says, str(error.value)), error.value
    assert str(error.value).endswith("Nothing was built.")


@pytest.mark.parametrize(
    "text, says",
    [
        ("preset: nano\ndatasets: [", r"mine.yaml:2: not YAML: .*Mend it there"),
        ("preset: nano\npreset: nano\n", r"mine.yaml:2: .*'preset' stands twice, first in line 1"),
        ("- preset\n", "expected keys at the top"),
        (None, "mine.yaml: no such file. Run from the project's folder"),
    ],
)
def test_a_config_that_cannot_be_read(folder, text, says):
    if text is not None:
        (folder / "mine.yaml").write_text(text)
    with pytest.raises(UserError, match=says):
        config.read("mine.yaml")


@pytest.mark.parametrize(
    "target, says",
    [
        ("models/cyfer-q4_k_m.gguf", "unknown model 'cyfer'; known: .*Did you mean 'cypher'"),
        ("models/cypher-q4.gguf", "unknown quantization 'q4'; known: .*Did you mean"),
        ("data/raw/englisch.jsonl", "unknown dataset 'englisch'.*Did you mean 'english'"),
        ("release/chat/SHA256SUMS", "models.chat.gate: missing"),
    ],
)
def test_a_target_that_nothing_makes(target, says):
    with pytest.raises(UserError, match=says):
        config.check_targets([target], WHOLE)


# Any script: flags, files, the disk


@pytest.mark.parametrize(
    "line, says, code",
    [
        ("train --preset qwen_2b --estimate_memory", "invalid choice: 'qwen_2b' .choose from", 2),
        ("train --epoch 3 --presett nano", "unrecognized arguments: --presett", 2),
        (["mix_dataset", "--settings", "{"], "not JSON: .*expected an object such as", 2),
        (["mix_dataset", "--settings", '{"sed": 1}'], "no key 'sed'; known: .*Did you mean", 2),
        ("validate_dataset", "no FILE is given; name a file", 2),
        ("new_domain Chess", "expected lower-case letters, digits and _", 1),
        ("report", "nothing is built yet. Build a model: make models", 1),
    ],
)
def test_flags(line, says, code, capsys):
    check(line, says, capsys, code)


@pytest.mark.parametrize("output", ["adapter", "rows.jsonl/below.jsonl", "x" * 300 + ".jsonl"])
def test_an_output_that_cannot_be_written(output, capsys):
    line = f"generate_english_dataset --num-examples 5 --output {output}"
    check(line, "nothing was half-written; check the path", capsys)


def test_the_disk_is_full(monkeypatch, capsys):
    def full(file):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "mine.jsonl")

    monkeypatch.setattr(os, "fsync", full)
    line = "generate_english_dataset --num-examples 5 --output mine.jsonl"
    says = "mine.jsonl: No space left on device; nothing was half-written; free space"
    check(line, says, capsys)


def test_no_memory(monkeypatch, capsys):
    def none(*arguments):
        raise MemoryError

    monkeypatch.setattr("neural.domains.english.generate", none)
    line = "generate_english_dataset --num-examples 5 --output mine.jsonl"
    check(line, "out of memory; nothing was half-written; ask for less", capsys)


# Rows


@pytest.mark.parametrize(
    "line, says, code",
    [
        ("validate_dataset gone.jsonl", "gone.jsonl: no such file or folder. Build it first", 2),
        ("validate_dataset rows.jsonl --domain maths", "unknown domain 'maths'; known: ", 2),
        (
            ["validate_dataset", "rows.jsonl", "--limits", '{"similiar": 1}'],
            "limits: no such key 'similiar'; known: .*Did you mean 'similar'",
            2,
        ),
        (
            "validate_dataset rows.jsonl --tokenizer notes.md",
            "notes.md: not a tokenizer.json .*Name another",
            2,
        ),
        (
            "mix_dataset --source rows.jsonl --output-dir o --report r.json",
            "expected NAME=FILE, each name once",
            1,
        ),
        (
            "mix_dataset --source a=gone.jsonl --output-dir o --report r.json",
            "gone.jsonl: no such file. Build it first",
            1,
        ),
        (
            "mix_dataset --source a=broken.jsonl --output-dir o --report r.json",
            "broken.jsonl:2: not JSON .*expected one JSON object a line. Mend or delete",
            1,
        ),
        (
            [
                *("mix_dataset", "--source", "a=rows.jsonl", "--mix", '{"a": 0.4}'),
                *("--output-dir", "o", "--report", "r.json"),
            ],
            "the shares sum to 0.4, expected 1",
            1,
        ),
        (
            "gather_dataset --parts rows.jsonl --num-examples 9 --output o.jsonl",
            "hold 1 different questions, 9 are asked for .*Take fewer parts",
            1,
        ),
    ],
)
def test_rows(line, says, code, capsys):
    check(line, says, capsys, code)


def test_a_file_of_rows_that_is_cut_off(capsys):
    code, out, err = run("validate_dataset broken.jsonl --threads 1", capsys)
    assert code == 1 and not err
    assert "fix first: 1 not-json: write one JSON object a line" in out
    assert "broken.jsonl:2: Input data was truncated" in out


# Making data


@pytest.mark.parametrize(
    "flags, says",
    [
        ("--graph gone.yaml", "gone.yaml: no such file; expected a YAML file"),
        (["--tasks", '{"explian": 1}'], "--tasks: unknown 'explian'; known: .*Did you mean"),
        ("--graph bolt://me:secret@host", "Put them into the environment variables NEO4J_USERNAME"),
        ("--graph ftp://host", "no way to ask a database; expected bolt://"),
        ("--graph http://127.0.0.1:9", "cannot be reached: .*Check host and port"),
        ("--graph rows.jsonl", "rows.jsonl.*expected"),
    ],
)
def test_a_graph_that_cannot_be_read(flags, says, capsys):
    words = [
        "generate_cypher_dataset",
        "--output",
        "o.jsonl",
        "--num-examples",
        "3",
        "--threads",
        "1",
    ]
    check(words + (flags if isinstance(flags, list) else flags.split()), says, capsys)


@pytest.mark.parametrize(
    "old, new, says",
    [
        ("to: Movie", "to: Movi", "graph.yaml:5: .*no label 'Movi'.*Did you mean 'Movie'"),
        ("INTEGER", "NUMBER", "graph.yaml:2: property 'born': no type 'NUMBER'"),
        ("{type:", "{typ:", "graph.yaml:5: .*'typ'"),
    ],
)
def test_a_graph_with_a_mistake(folder, old, new, says, capsys):
    (folder / "graph.yaml").write_text(GRAPH.replace(old, new))
    line = "generate_cypher_dataset --output o.jsonl --num-examples 3 --graph graph.yaml"
    check(line, says, capsys)


@pytest.mark.parametrize(
    "line, says, code",
    [
        ("generate_coding_dataset --language rust", "unknown language 'rust'; known: python", 1),
        ("generate_documents_dataset --input notes.md", "say the documents' licence", 2),
        (
            "generate_documents_dataset --input gone --license MIT",
            "gone: no such file or folder. Check --input",
            1,
        ),
        (
            "generate_documents_dataset --input notes.md --license MIT --num-examples 500",
            "asked for 500 rows.*ask for at most",
            1,
        ),
        ("generate_chat_dataset --input rows.jsonl", "say the conversations' licence", 2),
        ("generate_chat_dataset --kinds jokes", "unknown kind 'jokes'; known: ", 1),
        ("generate_mtg_dataset --rules adapter", "no such file. The rules folder needs", 1),
        ("generate_mtg_dataset --cards notes.md", "expected Scryfall's oracle cards", 1),
        ("generate_english_dataset --categories sums", "unknown category 'sums'; known: ", 1),
        ("generate_english_dataset --num-examples 0", "expected 1 or more", 2),
        ("generate_repository_dataset --repo gone", "gone: no such folder. Give the path", 1),
        ("generate_repository_dataset --repo adapter", "no row can be made of adapter.*Name a", 1),
    ],
)
def test_generators(line, says, code, capsys):
    check(f"{line} --output o.jsonl", says, capsys, code)


def test_no_bubblewrap(monkeypatch, capsys):
    monkeypatch.setattr(box, "bubblewrap", lambda: None)
    line = "generate_coding_dataset --output o.jsonl --num-examples 3 --language python"
    check(line, "Install it .Debian: apt install bubblewrap., or give --unsafe", capsys)


def test_no_jdk(monkeypatch, capsys):
    monkeypatch.setattr(toolchains, "_find", lambda language: None)
    line = "generate_coding_dataset --output o.jsonl --num-examples 3 --language java --unsafe"
    check(line, "no toolchain for java .*install a JDK", capsys)


# Bases, training, GGUF


@pytest.mark.parametrize(
    "line, says, code",
    [
        ("fetch_base --output-dir b", "Give --preset or --base", 1),
        (
            "fetch_base --preset nano --output-dir b",
            "built, not fetched. Use scripts/build_nano",
            1,
        ),
        (
            "fetch_base --base owner/model --output-dir b",
            "expected the 40 hex digits of a commit",
            1,
        ),
        ("train --dataset rows.jsonl --output_dir o", "--base is missing", 1),
        ("train --estimate_memory --base adapter", "config.json not found. Check --base", 1),
        (
            "export_to_gguf --model_dir gone --output o.gguf",
            "no such file. Expected a merged model folder",
            1,
        ),
        ("export_to_gguf --model_dir adapter --output o.gguf", "add --merge_adapters", 1),
        (
            "export_to_gguf --model_dir adapter --merge_adapters --output o.gguf",
            "its base gone is no folder here. Give the folder of the 16-bit base",
            1,
        ),
        (
            "export_to_gguf --model_dir adapter --quant_type q4 --output o.gguf",
            "unknown quantization 'q4'; known: .*Did you mean",
            1,
        ),
        (
            "quantize_gguf --input gone.gguf --output o.gguf --quant_type q4_k_m",
            "gone.gguf: no such file. Export it first",
            1,
        ),
        (
            "quantize_gguf --input cut.gguf --output o.gguf --quant_type q4_k_m",
            "cut.gguf: no whole GGUF file.*truncated or damaged; delete it and export",
            1,
        ),
        ("check_lineage cut.gguf", "truncated or damaged; delete it", 1),
        (
            "evaluate --gguf gone.gguf --dataset gone.jsonl --domain cypher --report r.json",
            "gone.jsonl: no such file. Build it first",
            1,
        ),
        (
            "evaluate --answers rows.jsonl --dataset rows.jsonl --domain english --report r.json",
            "no row has the source 'english'; there are mine. Set --source",
            1,
        ),
        ("ask cyfer", "unknown model 'cyfer'; known: .*Did you mean 'cypher'", 1),
        ("ask cypher", "not built yet. Build it: make models/cypher-q4_k_m.gguf", 1),
        ("playground cypher --rows 0", "--rows 0: expected 1 or more", 1),
    ],
)
def test_models(line, says, code, capsys):
    check(line, says, capsys, code)


@pytest.mark.parametrize(
    "error, says",
    [
        (OSError("no route to host"), "does not answer"),
        (errors.LocalEntryNotFoundError("offline"), "does not answer"),
    ],
)
def test_the_hub_is_unreachable(monkeypatch, error, says, capsys):
    def fetched(*arguments, **keys):
        raise error

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fetched)
    monkeypatch.setattr(huggingface_hub, "hf_hub_download", fetched)
    check("fetch_base --preset qwen_0_5b --output-dir b", says, capsys)


def test_a_port_that_is_taken(monkeypatch):
    from neural.asking import playground

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(UserError, match=f"port {port}: .*Take another with --port, or 0"),
            playground.serve(SimpleNamespace(), port, "cypher"),
        ):
            pass


@pytest.mark.slow
@pytest.mark.parametrize(
    "flags, says",
    [
        ("--use_metal", "no Metal .MPS.. Leave the flag out"),
        ("--use_qlora", "--use_qlora needs bitsandbytes .*Install it"),
        ("--lora_rank 0", "lora_rank: 0: Expected `int` >= 1"),
        ("--full --use_qlora", "full: all weights are trained, so use_qlora has no place"),
        ("--dataset gone.jsonl", "gone.jsonl: no such file. Build it first"),
    ],
)
def test_a_training_that_cannot_begin(folder, tiny, flags, says, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "bitsandbytes", None)
    rows = "" if "--dataset" in flags else "--dataset rows.jsonl"
    line = f"preflight --base {tiny} --report r.html --threads 1 {rows} {flags}"
    check(line, says, capsys)


@pytest.mark.slow
@pytest.mark.parametrize(
    "flags, says",
    [
        ("--hidden 300", "hidden: 300; expected a multiple of 256"),
        ("--layers 1", "layers: 1; expected at least 2"),
        ("--epochs 0", "epochs: 0.0; expected a number above 0"),
        ("--accumulate 9", "1 rows are less than one step .*Make more rows"),
    ],
)
def test_a_nano_that_cannot_be_built(flags, says, capsys, folder):
    check(f"build_nano --dataset rows.jsonl --output-dir b {flags}", says, capsys)


# Versions


@pytest.mark.parametrize("version", ["1.2", "01.2.0", "1.2.0-rc1", "latest", ""])
def test_a_version_that_is_none(version, capsys):
    says = f"version '{version}': expected three numbers like 1.2.0"
    check(["registry", "release", "cypher", version], says, capsys)


def test_a_release_of_changes_that_no_commit_has(folder):
    git = ["git", "-c", "user.name=me", "-c", "user.email=me@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "config.yaml"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "first"], check=True)
    (folder / "config.yaml").write_text("preset: nano\n")
    says = "these are in none:\n.*config.yaml(.|\n)*Commit or remove them first"
    with pytest.raises(UserError, match=says):
        registry.check(WHOLE, "cypher", registry.parse("1.0.0"))


# Without the environment


def shell(*words, **environment):
    return subprocess.run(
        words, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True
    )


def test_a_typing_mistake_in_a_target_of_make():
    done = shell("make", "modells/cypher-q4_k_m.gguf")
    assert done.returncode == 2 and "make help" in done.stderr


@pytest.mark.parametrize(
    "words, says",
    [
        ("install cypher", "MODEL_GET_REPO is not set; name the repository that has the tags"),
        ("install ../x", "'../x' is no model's name; expected e.g. cypher"),
        ("verify cypher", "is not installed here; model-get list cypher names what is"),
    ],
)
def test_a_host(words, says, tmp_path):
    done = shell(
        "sh", "host/model-get", *words.split(), MODEL_GET_HOME=str(tmp_path), MODEL_GET_REPO=""
    )
    assert done.returncode != 0 and says in done.stderr, done.stderr
