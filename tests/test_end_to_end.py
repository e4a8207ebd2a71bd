"""One small request through every stage for real: rows, base, training, GGUF, measured answers."""

import json
import shutil
from collections import Counter
from pathlib import Path

import gguf
import llama_cpp
import pytest

from neural.files import sha256
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
def test_the_file_says_what_it_was_made_from_and_how_it_was_measured(project):
    fields = gguf.GGUFReader(project / TARGET).fields
    lineage, metrics = (
        json.loads(fields[f"neural.{key}"].contents()) for key in ("lineage", "metrics")
    )
    assert lineage["recipe"]["base"] == {"preset": "nano"}
    assert lineage["recipe"]["datasets"]["english"]["num_examples"] == 60
    measured = project / "models/cypher/gguf/q4_k_m.gguf"
    assert metrics["evaluated_sha256"] == sha256(measured)
    assert metrics["overall"]["valid"]["of"] == 12


@pytest.mark.slow
def test_llama_cpp_loads_it_and_answers(project):
    model = llama_cpp.Llama(str(project / TARGET), n_ctx=1024, verbose=False)
    row = next(jsonl.read(project / "data/cypher/test.jsonl"))
    question = {"role": "user", "content": f"{row['input']}\n\n{row['instruction']}"}
    answer = model.create_chat_completion([question], max_tokens=50, temperature=0)
    assert answer["usage"]["completion_tokens"] > 0


@pytest.mark.slow
def test_no_schema_of_the_unseen_test_rows_is_in_training(project):
    test = list(jsonl.read(project / "data/cypher/test.jsonl"))
    unseen = {row["split_group"] for row in test if row["test_set"] == "unseen_schema"}
    trained = {row["split_group"] for row in jsonl.read(project / "data/cypher/train.jsonl")}
    assert unseen and trained and unseen.isdisjoint(trained)


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
    files = Counter(path.suffix for path in project.glob("report/**/*"))
    counted = files[".html"], files[".svg"], files[".md"]
    evaluated = list((project / "models").glob("*.gguf"))
    models, datasets = 6, 7
    # The page; a model's evaluations and preflight, plots and two more, and card; a dataset's.
    pages = 1 + len(evaluated) + models + datasets
    assert counted == (pages, len(evaluated) + 2 * models, models + datasets)
    page = next(project.glob("report/**/report.html")).read_text()
    assert "Accuracy of the quantized model" in page and "What the model is for" in page


@pytest.mark.slow
def test_a_release_is_made_of_what_was_measured(project):
    made = checkout.snakemake(project, "release/cypher/SHA256SUMS", "--cores", "1", *TINY)
    assert made.returncode == 0, made.stdout[-3000:]
    assert sha256(project / "release/cypher/cypher-q4_k_m.gguf") == sha256(project / TARGET)
    checked = checkout.run(project, ".venv/bin/python", "scripts/check_lineage.py", TARGET)
    assert checked.returncode == 0 and "different" not in checked.stdout


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
