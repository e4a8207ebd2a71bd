"""docs/versions.md, claim by claim: clone, pull, ask, release, stage, compare, refuse."""

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from hashlib import md5, sha256
from pathlib import Path

import pytest
import yaml

from tests import checkout, registry
from tests.registry import ALL, BUNDLED, METRICS, MODEL, dvc, git, run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not registry.DVC.exists(), reason="no .venvs/dvc; `make pull` makes it"),
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory) -> Path:
    """A project of which version 1.0.0 is out."""
    folder = tmp_path_factory.mktemp("shelf")
    said = run(registry.make(folder), "scripts/registry.py", "release", "cypher", "1.0.0")
    assert "cypher@v1.0.0: out" in said
    return folder


@pytest.fixture
def project(shelf, tmp_path) -> Path:
    shutil.copytree(shelf, tmp_path / "shelf", symlinks=True)
    return tmp_path / "shelf/project"


@pytest.fixture
def clone(project) -> Path:
    return registry.clone(project.parent / "origin.git", project.parent / "clone")


@pytest.fixture
def pulled(clone) -> Path:
    run(clone, "scripts/provenance.py", "pull")
    return clone


def stored(project: Path, name: str) -> Path:
    """The remote's object of a file of the project."""
    digest = md5((project / name).read_bytes()).hexdigest()
    return project.parent / "storage/files/md5" / digest[:2] / digest[2:]


def flip(path: Path) -> None:
    """One bit of the file changes."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)


def test_a_clone_that_pulled_has_nothing_to_do_and_a_changed_key_rebuilds_what_hangs_on_it(pulled):
    assert checkout.stale(pulled, *ALL) == set()
    assert (pulled / MODEL).stat().st_mtime == (pulled / BUNDLED).stat().st_mtime == 946684800
    said = run(pulled, "scripts/provenance.py", "check")
    assert " 0 foreign, 0 recorded but not at hand; 0 stale" in said
    helper, rows = pulled / "scripts/write_model_card.py", pulled / "data/raw/english.jsonl"
    kept = helper.read_text(), rows.read_text()
    helper.write_text(kept[0] + "\n\ndef extra():\n    return 1\n")
    assert checkout.stale(pulled, *ALL) == {"card", "bundle_cypher"}
    helper.write_text(kept[0])
    rows.write_text("other rows\n")
    stale = checkout.stale(pulled, *ALL)
    assert {"validate", "describe", "mix", "train", "release"} <= stale and "generate" not in stale
    rows.write_text(kept[1])
    run(pulled, "scripts/provenance.py", "restore")
    registry.configure(pulled, lambda c: c["models"]["cypher"]["evaluation"].update(rows=77))
    stale = checkout.stale(pulled, *ALL)
    assert stale == {"evaluate", "release", "card", "metrics", "bundle_cypher"}
    said = run(pulled, "scripts/provenance.py", "check", fails=True)
    assert set(re.findall(r"^stale: (\w+):", said, re.M)) == stale


def test_a_missing_intermediate_does_not_make_its_product_stale(pulled):
    shutil.rmtree(pulled / "models/cypher")
    assert checkout.stale(pulled, MODEL) == set()


def test_a_pull_of_one_stage_forgets_nothing_of_the_others(clone):
    said = run(clone, "scripts/provenance.py", "pull", "dataset_english")
    assert "6 artifacts were given their record" in said  # with the metrics in git
    assert (clone / "data/raw/english.jsonl").exists() and not (clone / MODEL).exists()
    before = (clone / "provenance.jsonl").read_text()
    run(clone, "scripts/provenance.py", "save")
    assert (clone / "provenance.jsonl").read_text() == before
    said = run(clone, "scripts/provenance.py", "pull", "dataset_englisch", fails=True)
    assert "dataset_englisch: no such stage" in said


def test_foreign_bytes_are_named_and_refused(pulled):
    with open(pulled / MODEL, "a") as file:
        file.write("junk")
    said = run(pulled, "scripts/provenance.py", "check", fails=True)
    assert f"foreign: {MODEL}" in said and said.count("foreign: ") == 1
    said = run(pulled, "scripts/provenance.py", "restore", fails=True)
    assert MODEL in said and "nobody knows" in said


def test_a_bit_flipped_in_the_remote_is_refused_at_pull(clone, project):
    right, place = (project / MODEL).read_bytes(), stored(project, MODEL)
    flip(place)
    assert "failed" in run(clone, "scripts/provenance.py", "pull", fails=True)
    assert not (clone / MODEL).exists() and not (clone / BUNDLED).exists()
    assert not place.exists()
    dvc(project, "push", "--quiet", "model_cypher")
    run(clone, "scripts/provenance.py", "pull")
    assert (clone / MODEL).read_bytes() == right


def test_a_remote_that_does_not_verify_or_holds_a_secret_is_refused(clone):
    dvc(clone, "remote", "modify", "storage", "verify", "false")
    said = run(clone, "scripts/provenance.py", "pull", fails=True)
    assert "storage does not verify" in said and not (clone / MODEL).exists()
    said = run(clone, "scripts/registry.py", "release", "cypher", "2.0.0", fails=True)
    assert "storage does not verify" in said
    dvc(clone, "remote", "add", "s3", "s3://bucket")
    dvc(clone, "remote", "modify", "s3", "verify", "true")
    dvc(clone, "remote", "modify", "s3", "secret_access_key", "hunter2")
    said = run(clone, "scripts/check_versions.py", "--offline", fails=True)
    assert "storage does not verify" in said
    assert "remote s3: a secret" in said and "hunter2" not in said


def test_a_pull_waits_for_a_build_and_says_for_whom(clone):
    (clone / ".snakemake").mkdir(exist_ok=True)
    with open(clone / ".snakemake/build.lock", "w") as lock:
        lock.write("4711")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = [".venv/bin/python", "-u", "scripts/provenance.py", "pull", "dataset_english"]
        pull = subprocess.Popen(command, cwd=clone, stdout=subprocess.PIPE, text=True)
        assert "Waiting for process 4711" in pull.stdout.readline()
        assert not (clone / "data").exists()
    said = pull.communicate()[0]
    assert pull.returncode == 0 and "were given their record" in said


def test_a_build_does_not_start_beside_a_pull(clone):
    """DVC is kept from ending until the build has been asked for."""
    gate, slow = clone / "gate", clone / ".venvs/dvc/bin/dvc"
    os.mkfifo(gate)
    (clone / ".venvs").unlink()
    slow.parent.mkdir(parents=True)
    slow.write_text(f'#!/bin/sh\necho working\nread line <{gate}\nexec {registry.DVC} "$@"\n')
    slow.chmod(0o755)
    command = [".venv/bin/python", "-u", "scripts/provenance.py", "pull", "dataset_english"]
    pull = subprocess.Popen(
        command,
        cwd=clone,
        env=os.environ | {"PYTHONPATH": str(clone)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert pull.stdout.readline() == "working\n"
    build = checkout.snakemake(clone, "--cores", "1", "data/raw/english.jsonl")
    assert build.returncode != 0
    assert f"another build (process {pull.pid}) works in this folder" in build.stdout
    gate.write_text("go on\n")
    said = pull.communicate()[0]
    assert pull.returncode == 0 and "were given their record" in said


@pytest.mark.parametrize(
    ("asked", "ran"),
    [
        ("pull STAGES=model_cypher", "provenance.py pull model_cypher"),
        ("release MODEL=cypher VERSION=1.2.0", 'registry.py release "cypher" "1.2.0"'),
        ("stage MODEL=mtg VERSION=1.2.0 STAGE=prod", 'registry.py stage "mtg" "1.2.0" "prod"'),
    ],
)
def test_make_passes_on_what_it_is_given(asked, ran):
    told = checkout.run(checkout.ROOT, "make", "--dry-run", "SETUP=true", *asked.split()).stdout
    assert told.splitlines()[-1] == f".venv/bin/python scripts/{ran}"


def test_the_tag_says_path_hash_and_size_of_each_released_file(clone, project):
    lock = yaml.safe_load(git(clone, "show", "cypher@v1.0.0:dvc.lock"))
    outs = {out["path"]: out for out in lock["stages"]["release_cypher"]["outs"]}
    names = {"cypher-q4_k_m.gguf", "SHA256SUMS", "README.md", "nornicdb.yaml", "gate.json"}
    assert {f"release/cypher/{name}" for name in names} <= set(outs)
    lines = git(clone, "show", "cypher@v1.0.0:provenance.jsonl").splitlines()
    sums = {line["path"]: line["sha256"] for line in map(json.loads, lines)}
    for path, out in outs.items():
        data = (project / path).read_bytes()
        assert (out["md5"], out["size"]) == (md5(data).hexdigest(), len(data))
        assert sums[path] == sha256(data).hexdigest()
    assert (
        git(clone, "log", "-1", "--format=%s", "cypher@v1.0.0") == "cypher 1.0.0: built and gated\n"
    )
    said = yaml.safe_load(git(clone, "show", "cypher@v1.0.0:dvc.yaml"))
    assert said["artifacts"]["cypher"]["path"] == "release/cypher"


def test_versions_and_stages_are_fetched_by_name_and_rolled_back(project, tmp_path):
    registry.measured(project, 0.85)
    registry.configure(project, lambda c: c["models"]["cypher"]["evaluation"].update(rows=901))
    registry.checkout.touch(project, *ALL)
    git(project, "commit", "--quiet", "--message", "more rows", "config.yaml")
    release = ("scripts/registry.py", "release", "cypher")
    stage = ("scripts/registry.py", "stage", "cypher")
    assert "cypher@v1.1.0: out" in run(project, *release, "1.1.0")
    assert "cypher#prod#1: out" in run(project, *stage, "1.1.0", "prod")
    assert "cypher#prod#1: out" in run(project, *stage, "1.1.0", "prod")
    assert "cypher#prod#2: out" in run(project, *stage, "1.0.0", "prod")
    assert "cypher@v3.0.0 is not out; out are: 1.0.0, 1.1.0" in run(
        project, *stage, "3.0.0", "prod", fails=True
    )
    origin = str(project.parent / "origin.git")
    for wanted, rate in ((("--rev", "v1.1.0"), 0.85), (("--stage", "prod"), 0.8)):
        got = tmp_path / wanted[1]
        remote = ("--remote-config", f"url={project.parent / 'storage'}")
        dvc(tmp_path, "artifacts", "get", origin, "cypher", *wanted, "-o", str(got), *remote)
        assert (got / "cypher-q4_k_m.gguf").read_text() == f"weights of rate {rate}\n"
        assert {path.name for path in got.iterdir()} == {
            path.name for path in (project / "release/cypher").iterdir()
        }
        assert checkout.run(got, "sha256sum", "--check", "SHA256SUMS").returncode == 0
    flip(stored(project, BUNDLED))
    got = tmp_path / "damaged"
    dvc(tmp_path, "artifacts", "get", origin, "cypher", "--rev", "v1.1.0", "-o", str(got), *remote)
    checked = checkout.run(got, "sha256sum", "--check", "SHA256SUMS")
    assert checked.returncode != 0 and "cypher-q4_k_m.gguf: FAILED" in checked.stdout
    revisions = ("cypher@v1.0.0", "cypher@v1.1.0")
    rows = json.loads(dvc(project, "params", "diff", *revisions, "--json"))["config.yaml"]
    assert rows == {"models.cypher.evaluation.rows": {"old": 900, "new": 901, "diff": 1}}
    rates = json.loads(dvc(project, "metrics", "diff", *revisions, "--json"))[METRICS]
    assert rates["q4_k_m.all.execution"]["new"] == 0.85
    said = run(project, "scripts/registry.py", "changelog", "cypher")
    assert "| q4_k_m.all.execution | 0.8 | 0.85 | +0.05 |" in said
    assert "| cypher.evaluation.rows | 900 | 901 | +1 |" in said
    assert "q4_k_m.gguf: 45 rows mended, 0 broken" in said
    assert said.strip() in git(project, "tag", "--list", "--format=%(contents)", "cypher@v1.1.0")
    assert "1.0.5 is lower than 1.1.0" in run(project, *release, "1.0.5", fails=True)
    assert "cypher@v1.0.0 is out" in run(project, *release, "1.0.0", fails=True)


def test_what_cannot_be_released_is_refused_before_any_work(project):
    release = ("scripts/registry.py", "release")
    assert "unknown model 'cyper'" in run(project, *release, "cyper", "2.0.0", fails=True)
    assert "three numbers" in run(project, *release, "cypher", "2.0", fails=True)
    (project / "neural/extra.py").write_text("")
    said = run(project, *release, "cypher", "2.0.0", fails=True)
    assert "in none:\n  neural/extra.py" in said
    (project / "neural/extra.py").unlink()
    registry.configure(project, lambda c: c["models"]["cypher"]["quantizations"].append("q2_k"))
    registry.commit(project, "one more")
    assert "dvc.yaml: old" in run(project, *release, "cypher", "2.0.0", fails=True)
    assert git(project, "tag").split() == ["cypher@v1.0.0"]


def test_a_failed_gate_tags_and_pushes_nothing(project):
    registry.configure(project, lambda c: c["models"]["cypher"]["gate"].update(drop=0.01))
    registry.commit(project, "a stricter gate")
    said = run(project, "scripts/registry.py", "release", "cypher", "2.0.0", fails=True)
    assert "release/cypher" in said and "dvc repro failed" in said
    assert git(project, "tag").split() == ["cypher@v1.0.0"]
    assert not (project / BUNDLED).exists()
    at_origin = git(project, "ls-remote", "origin", "main").split()[0]
    assert at_origin == git(project, "rev-list", "-n1", "cypher@v1.0.0").strip()


def test_an_interrupted_release_goes_on(project):
    """Killed before its tag, and between its tag and the push."""
    release = ("scripts/registry.py", "release", "cypher", "1.0.0")
    head = git(project, "rev-parse", "HEAD")
    git(project, "push", "--quiet", "origin", ":cypher@v1.0.0")
    git(project, "tag", "--delete", "cypher@v1.0.0")
    stored(project, BUNDLED).unlink()
    assert "cypher@v1.0.0: out" in run(project, *release)
    assert stored(project, BUNDLED).exists()
    git(project, "push", "--quiet", "origin", ":cypher@v1.0.0")
    git(project, "remote", "set-url", "origin", "../nowhere")
    assert "nobody else sees it yet" in run(project, *release, fails=True)
    git(project, "remote", "set-url", "origin", "../origin.git")
    assert "cypher@v1.0.0: out" in run(project, *release)
    assert git(project, "ls-remote", "origin", "refs/tags/cypher@v1.0.0")
    assert git(project, "rev-parse", "HEAD") == head


def test_ci_needs_no_data_and_names_what_is_wrong(clone, project):
    ask = ("scripts/check_versions.py",)
    said = run(clone, *ask)
    good = ("dvc.yaml", "records", "gate", "remotes", "jobs", "data")
    assert all(f"{what}: good" in said for what in good)
    assert not (clone / "models").exists()
    registry.configure(clone, lambda c: c["models"]["cypher"]["train"].update(learning_rate=0.01))
    said = run(clone, *ask, "--offline", "--allow-stale")
    assert "stale: train:" in said and "data:" not in said
    stored(project, MODEL).unlink()
    lock = yaml.safe_load((clone / "dvc.lock").read_text())
    lock["stages"]["dataset_english"]["outs"].pop()
    (clone / "dvc.lock").write_text(yaml.safe_dump(lock))
    figures = (clone / METRICS).read_text()
    (clone / METRICS).write_text(figures.replace("0.8", "0.6"))

    def change(config):
        config["models"]["cypher"]["quantizations"].append("q2_k")
        config["models"]["cypher"]["train"]["learning_rate"] = 0.0123

    registry.configure(clone, change)
    said = run(clone, *ask, fails=True)
    assert "dvc.yaml is old" in said and "dvc.lock: dataset_english lacks " in said
    assert f"{METRICS}: not the recorded bytes" in said
    assert "cypher: q4_k_m.gguf: execution, all, at least 0.7, found 0.6000" in said
    assert f"not in the remote: {MODEL}" in said
    stale = set(re.findall(r"^stale: (\w+):", said, re.M))
    assert {"train", "preflight", "merge"} <= stale and not stale & {"generate", "mix"}


def test_revisions_are_compared_without_data(clone):
    (clone / METRICS).write_text((clone / METRICS).read_text().replace("0.8", "0.82"))
    registry.configure(clone, lambda c: c["models"]["cypher"]["nano"].update(epochs=4.0))
    metrics = json.loads(dvc(clone, "metrics", "diff", "--json"))
    assert metrics[METRICS]["q4_k_m.all.execution"] == {
        "old": 0.8,
        "new": 0.82,
        "diff": pytest.approx(0.02),
    }
    params = json.loads(dvc(clone, "params", "diff", "--json"))
    assert params["config.yaml"]["models.cypher.nano.epochs"]["new"] == 4.0


def test_curves_of_two_revisions_are_drawn_together(pulled):
    place = pulled / "reports/cypher/training.csv"
    place.write_text(place.read_text().replace("2.5", "1.5"))
    dvc(pulled, "plots", "diff", "HEAD", "--out", "plots")
    page = (pulled / "plots/index.html").read_text()
    assert "training of cypher" in page and "workspace" in page and '"val_loss"' in page


def test_an_experiment_sets_a_key_builds_and_is_kept(pulled):
    rows = "data/raw/english.jsonl"
    before = (pulled / rows).read_text()
    setting = "config.yaml:datasets.english.seed=7"
    dvc(pulled, "exp", "run", "--set-param", setting, "--name", "seven", "dataset_english")
    assert (pulled / rows).read_text() != before
    assert json.loads((pulled / rows).read_text().splitlines()[0])
    changed = git(pulled, "diff", "--name-only").split()
    assert {"config.yaml", "dvc.lock", "provenance.jsonl"} <= set(changed)
    assert "datasets.english.seed" in dvc(pulled, "exp", "diff", "main", "seven")


@contextmanager
def server(*command: str, folder: Path, ready: str):
    """A server on a free port of this machine; yields its port."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        line = next(line for line in process.stdout if ready in line)
        yield int(re.search(r":(\d+)|port (\d+)", line).group(0).lstrip(":port "))
    finally:
        process.kill()
        process.communicate()


def test_without_verifying_dvc_installs_damaged_bytes(clone, project):
    """Why such a remote is refused."""
    command = (sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1")
    with server(*command, folder=project.parent / "storage", ready="Serving") as port:
        dvc(clone, "remote", "add", "--default", "web", f"http://127.0.0.1:{port}")
        flip(stored(project, MODEL))
        dvc(clone, "pull", "--quiet", "model_cypher")
    assert (clone / MODEL).read_bytes() != (project / MODEL).read_bytes()


def test_http_serves_what_was_pushed_and_a_flipped_bit_is_refused(clone, project):
    command = (sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1")
    with server(*command, folder=project.parent / "storage", ready="Serving") as port:
        dvc(clone, "remote", "add", "--default", "web", f"http://127.0.0.1:{port}")
        dvc(clone, "remote", "modify", "web", "verify", "true")
        right = stored(project, MODEL).read_bytes()
        flip(stored(project, MODEL))
        run(clone, "scripts/provenance.py", "pull", fails=True)
        assert not (clone / MODEL).exists()
        stored(project, MODEL).write_bytes(right)
        run(clone, "scripts/provenance.py", "pull")
    assert checkout.stale(clone, *ALL) == set()


def test_s3_takes_credentials_from_the_environment_and_a_flipped_bit_is_refused(
    pulled, monkeypatch
):
    moto = registry.DVC.with_name("moto_server")
    if not moto.exists():
        pytest.skip("no moto in .venvs/dvc")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    with server(str(moto), "-p0", folder=pulled, ready="Running on") as port:
        place = f"http://127.0.0.1:{port}"
        s3(place, "create_bucket", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        dvc(pulled, "remote", "add", "--default", "s3", "s3://bucket/files-of-us")
        dvc(pulled, "remote", "modify", "s3", "endpointurl", place)
        dvc(pulled, "remote", "modify", "s3", "verify", "true")
        dvc(pulled, "push", "dataset_english")
        rows = (pulled / "data/raw/english.jsonl").read_bytes()
        digest = md5(rows).hexdigest()
        key = f"files-of-us/files/md5/{digest[:2]}/{digest[2:]}"
        s3(place, "put_object", Key=key, Body="X" + rows.decode()[1:])
        shutil.rmtree(pulled / ".dvc/cache")
        shutil.rmtree(pulled / "data")
        run(pulled, "scripts/provenance.py", "pull", "dataset_english", fails=True)
        assert not (pulled / "data/raw/english.jsonl").exists()
        s3(place, "put_object", Key=key, Body=rows.decode())
        run(pulled, "scripts/provenance.py", "pull", "dataset_english")
    assert (pulled / "data/raw/english.jsonl").read_bytes() == rows
    assert "secret" not in (pulled / ".dvc/config").read_text()


def s3(place: str, action: str, **arguments) -> None:
    """One call to the bucket by the client of DVC's environment."""
    program = "import boto3, json, sys; place, action, rest = sys.argv[1:]; getattr(boto3.client("
    program += "'s3', endpoint_url=place), action)(Bucket='bucket', **json.loads(rest))"
    command = [str(registry.DVC.with_name("python")), "-c", program, place, action]
    subprocess.run([*command, json.dumps(arguments)], check=True)


def test_a_killed_pull_leaves_whole_files_and_the_repeat_ends_right(clone, project):
    command = [".venv/bin/python", "scripts/provenance.py", "pull"]
    for number in range(3):
        pull = subprocess.Popen(command, cwd=clone, start_new_session=True)
        time.sleep(0.7 + 0.4 * number)
        os.killpg(pull.pid, 9)
        pull.wait()
        for path in (clone / "models").rglob("*.gguf"):
            if not path.name.startswith("."):
                assert path.read_bytes() == (project / path.relative_to(clone)).read_bytes()
    run(clone, "scripts/provenance.py", "pull")
    assert checkout.stale(clone, *ALL) == set()


PART = """
import os, sys
from importlib import import_module
from dvc.cli import main

module = import_module("dvc_data.index.collect")
whole, listed = module._collect_from_index, []

def part(*arguments, **more):
    listed.append(whole(*arguments, **more))
    if len(listed) == 4:
        os.kill(os.getpid(), 9)

module._collect_from_index = part
main(sys.argv[1:])
"""


def killed_while_it_lists(folder: Path, *arguments: str) -> None:
    """DVC, killed when it has noted a part of what lies where."""
    python = registry.DVC.with_name("python")
    remembers = os.environ | {"DVC_SITE_CACHE_DIR": str(folder / "build/dvc")}
    done = subprocess.run([python, "-c", PART, *arguments], cwd=folder, env=remembers)
    assert done.returncode == -9


def test_a_list_half_written_is_not_taken_for_the_whole(clone, project):
    storage = project.parent / "storage"
    shutil.rmtree(storage)
    killed_while_it_lists(project, "push")
    run(project, "-c", "from neural import storage; storage.push(['release_cypher'])")
    killed_while_it_lists(clone, "pull")
    run(clone, "scripts/provenance.py", "pull")
    assert checkout.stale(clone, *ALL) == set()
