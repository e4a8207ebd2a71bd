"""One small request through every stage for real: rows, base, training, GGUF, measured answers."""

import json
import shutil
from pathlib import Path

import gguf
import pytest

from neural.records import jsonl
from tests import checkout

TARGET = "models/cypher-q4_k_m.gguf"
TINY = ("--configfile", "tests/tiny.yaml")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    folder = checkout.make(tmp_path_factory.mktemp("end_to_end") / "project")
    build = checkout.snakemake(folder, "all", "--cores", "2", "--resources", "gpu=1", *TINY)
    assert build.returncode == 0, build.stdout[-5000:]
    return folder


@pytest.mark.slow
def test_the_request_ends_with_a_measured_gguf(project):
    report = json.loads((project / "reports/cypher/q4_k_m.json").read_text())
    reader = gguf.GGUFReader(project / TARGET)
    keys = {name for name in reader.fields if name.startswith("neural.")}
    assert keys
    template = str(reader.fields["tokenizer.chat_template"].contents())
    assert "<|im_start|>" in template
    assert report


@pytest.mark.slow
def test_llama_cpp_loads_it_and_stops(project):
    import llama_cpp

    model = llama_cpp.Llama(str(project / TARGET), n_ctx=1024, verbose=False)
    row = next(jsonl.read(project / "data/cypher/test.jsonl"))
    answer = model.create_chat_completion(
        [{"role": "user", "content": f"{row['input']}\n\n{row['instruction']}"}],
        max_tokens=200,
        temperature=0,
    )
    assert answer["usage"]["completion_tokens"] > 0


@pytest.mark.slow
def test_no_schema_of_the_test_is_in_training(project):
    test, train = (
        {
            row["split_group"]
            for row in jsonl.read(project / f"data/cypher/{part}.jsonl")
            if part == "train" or row["test_set"] != "seen"
        }
        for part in ("test", "train")
    )
    unseen = {
        row["split_group"]
        for row in jsonl.read(project / "data/cypher/test.jsonl")
        if row["test_set"] == "unseen_schema"
    }
    assert unseen and not unseen & train
    assert test


@pytest.mark.slow
def test_each_job_left_a_log_and_a_benchmark(project):
    for rule in ("generate", "validate", "mix", "base", "train", "merge", "export", "quantize"):
        assert list((project / "logs" / rule).iterdir()), rule
        assert list((project / "benchmarks" / rule).iterdir()), rule


@pytest.mark.slow
def test_asking_again_does_nothing(project):
    assert checkout.stale(project, "all", *TINY) == set()


@pytest.mark.slow
def test_the_report_holds_the_plots_and_the_card(project):
    made = checkout.snakemake(project, "all", *TINY, "--report", "report.zip")
    assert made.returncode == 0, made.stdout[-3000:]
    shutil.unpack_archive(project / "report.zip", project / "report")
    pages = "".join(path.read_text(errors="replace") for path in project.glob("report/**/*.html"))
    assert pages
    assert len(list(project.glob("report/**/*.svg"))) >= 5


@pytest.mark.slow
def test_a_corrupt_row_stops_the_build_and_is_named_by_file_and_line(project, tmp_path):
    copy = tmp_path / "project"
    shutil.copytree(project, copy, symlinks=True)
    raw = copy / "data/raw/english.jsonl"
    lines = raw.read_text().splitlines()
    lines[6] = lines[6][:20]
    raw.write_text("\n".join(lines) + "\n")
    build = checkout.snakemake(copy, TARGET, "--cores", "1", *TINY)
    assert build.returncode != 0
    assert "data/raw/english.jsonl:7" in build.stdout
    assert "Traceback" not in build.stdout
