"""The set-up as a newcomer meets it: real runs of scripts/bootstrap.sh and make, no network.

What needs packages uses DVC's environment, the small one of the two, with a lock that names one
wheel made here.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = (
    "sh awk cat cksum cmp cp date df dirname getconf grep make mkdir mv nproc rm sed tail tr uname"
)


@pytest.fixture
def checkout(tmp_path):
    """A copy of the files that the set-up reads."""
    folder = tmp_path / "check out"
    for name in ("scripts/bootstrap.sh", "scripts/exclusive.py", "Makefile"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    return folder


@pytest.fixture
def tools(tmp_path):
    """A PATH folder with a fresh machine's basic tools; tests add a Python or a compiler."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in TOOLS.split():
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    return folder


@pytest.fixture
def tiny(checkout, tmp_path, monkeypatch):
    """DVC's lock asks for one package, offered by a folder; uv is the one that runs the tests."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for version in ("1.0", "2.0"):
        make_wheel(wheels, version)
    (checkout / ".venv/bin").mkdir(parents=True)
    (checkout / ".venv/bin/uv").symlink_to(Path(sys.prefix) / "bin/uv")
    monkeypatch.setenv("PYTHON", base_python())
    monkeypatch.setenv("UV_NO_INDEX", "1")
    monkeypatch.setenv("UV_FIND_LINKS", str(wheels))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv"))
    (checkout / "requirements/dvc.lock").write_text("tiny==1.0\n")
    return checkout


def make_wheel(folder, version):
    info = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tiny-{version}-py3-none-any.whl", "w") as wheel:
        # Of another size for each version: Python takes bytecode of a source with the same second
        # and size for fresh.
        wheel.writestr("tiny.py", f"version = '{version}'\n" + "#" * int(version[0]))
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


def base_python():
    """The interpreter behind the environment that runs the tests."""
    return os.path.realpath(sys.executable)


def bootstrap(checkout, name="dvc", **environment):
    return subprocess.run(
        ["sh", "scripts/bootstrap.sh", name],
        cwd=checkout,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def installed(checkout):
    python = checkout / ".venvs/dvc/bin/python"
    code = "import tiny; print(tiny.version)"
    return subprocess.check_output([python, "-c", code], text=True).strip()


def test_no_python_311_is_one_message_and_nothing_is_made(checkout, tools):
    done = bootstrap(checkout, "main", PATH=str(tools), PYTHON="")
    assert done.returncode == 1
    assert "no Python 3.11 found (looked for: python3.11 python3 python)" in done.stderr
    assert "apt install python3.11" in done.stderr
    assert not (checkout / ".venv").exists()


def test_another_python_version_is_refused(checkout, tools):
    (tools / "python3").write_text("#!/bin/sh\nexit 1\n")  # what 3.12 answers to the question
    (tools / "python3").chmod(0o755)
    done = bootstrap(checkout, "main", PATH=str(tools), PYTHON="")
    assert done.returncode == 1
    assert "no Python 3.11" in done.stderr


def test_no_compiler_is_said_before_any_download(checkout, tools):
    done = bootstrap(checkout, "main", PATH=str(tools), PYTHON=base_python())
    assert done.returncode == 1
    assert "no C and C++ compiler (cc does not work)" in done.stderr
    assert "apt install g++" in done.stderr
    assert not (checkout / ".venv").exists()
    assert not (checkout / "build").exists()


def test_compiler_that_fails_counts_as_none(checkout, tools):
    for name in ("cc", "c++"):
        (tools / name).write_text("#!/bin/sh\nexit 1\n")
        (tools / name).chmod(0o755)
    done = bootstrap(checkout, "main", PATH=str(tools), PYTHON=base_python())
    assert "no C and C++ compiler" in done.stderr


@pytest.mark.slow
def test_unreachable_index_is_explained_and_leaves_no_stamp(checkout, monkeypatch):
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    done = bootstrap(
        checkout,
        "main",
        PYTHON=base_python(),
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_RETRIES="0",
        PIP_NO_CACHE_DIR="1",
    )
    assert done.returncode == 1
    assert "packages could not be downloaded" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv/complete").exists()


def test_second_call_does_no_work(tiny):
    first = bootstrap(tiny)
    assert first.returncode == 0, first.stderr
    assert "Python environment" in first.stdout
    assert installed(tiny) == "1.0"
    before = times(tiny)
    second = bootstrap(tiny, PYTHON="/no/python/is/even/looked/for")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert times(tiny) == before


def times(checkout):
    return {path: path.lstat().st_mtime_ns for path in checkout.rglob("*")}


def test_changed_lock_changes_just_that_package(tiny):
    bootstrap(tiny)
    ours = tiny / ".venvs/dvc/ours"
    ours.touch()
    (tiny / "requirements/dvc.lock").write_text("tiny==2.0\n")
    assert bootstrap(tiny).returncode == 0
    assert installed(tiny) == "2.0"
    assert ours.exists(), "the environment was made anew"


@pytest.mark.parametrize("lost", ["complete", "place"])
def test_unfinished_or_foreign_environment_is_made_anew(tiny, lost):
    bootstrap(tiny)
    (tiny / ".venvs/dvc" / lost).write_text("another build or folder\n")
    if lost == "complete":
        (tiny / ".venvs/dvc/complete").unlink()
    else:
        (tiny / "requirements/dvc.lock").write_text("tiny==2.0\n")
    half = next((tiny / ".venvs/dvc/lib").glob("*/site-packages")) / "half.py"
    half.touch()
    assert bootstrap(tiny).returncode == 0
    assert not half.exists()
    assert installed(tiny) in ("1.0", "2.0")


def test_missing_package_stops_without_stamp_and_goes_on_later(tiny):
    (tiny / "requirements/dvc.lock").write_text("tiny==3.0\n")
    failed = bootstrap(tiny)
    assert failed.returncode == 1
    assert "build/setup-dvc.log" in failed.stderr
    assert not (tiny / ".venvs/dvc/complete").exists()
    (tiny / "requirements/dvc.lock").write_text("tiny==2.0\n")
    assert bootstrap(tiny).returncode == 0
    assert installed(tiny) == "2.0"


def test_two_setups_at_once_the_second_waits_for_the_first(tiny):
    """Both are started while the test holds the lock, or the first might end before the second."""
    holder = subprocess.Popen(
        [sys.executable, "scripts/exclusive.py", "build/setup.lock", "sh", "-c", "echo; read line"],
        cwd=tiny,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    holder.stdout.readline()  # it has the lock
    command = ["sh", "scripts/bootstrap.sh", "dvc"]
    both = [
        subprocess.Popen(
            command, cwd=tiny, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    for process in both:
        assert f"Waiting for process {holder.pid}" in process.stderr.readline()
    holder.communicate(b"\n")
    results = [process.communicate(timeout=300) for process in both]
    assert [process.returncode for process in both] == [0, 0], results
    assert sorted("Setting up" in out for out, _ in results) == [False, True]
    assert installed(tiny) == "1.0"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_setup_is_repeated(tiny, how):
    command = ["sh", "scripts/bootstrap.sh", "dvc"]
    process = subprocess.Popen(
        command,
        cwd=tiny,
        start_new_session=True,
        stdout=subprocess.PIPE,
        text=True,
        # A job in the background is started deaf to it, and so are its children.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    while not (tiny / ".venvs/dvc/bin").exists():
        time.sleep(0.01)
        assert process.poll() is None, "ended before it could be stopped"
    os.killpg(process.pid, how)
    said = process.communicate(timeout=60)[0]
    if how == signal.SIGINT:
        assert process.returncode == 130
        assert "Set-up interrupted; run the same command again." in said
    assert not (tiny / ".venvs/dvc/complete").exists()
    assert bootstrap(tiny).returncode == 0
    assert installed(tiny) == "1.0"


def test_lock_is_freed_when_its_holder_is_killed(tmp_path):
    run = [sys.executable, ROOT / "scripts/exclusive.py", tmp_path / "lock"]
    holder = subprocess.Popen(
        [*run, "sh", "-c", "echo held; exec sleep 600"], stdout=subprocess.PIPE
    )
    holder.stdout.readline()
    second = subprocess.Popen(
        [*run, "echo", "mine"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert f"Waiting for process {holder.pid}".encode() in second.stderr.readline()
    holder.kill()
    holder.wait()
    assert second.communicate(timeout=60)[0] == b"mine\n"


def test_make_lists_every_target():
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    phony = next(line for line in (ROOT / "Makefile").read_text().splitlines() if ".PHONY" in line)
    for target in phony.split(":")[1].replace("$(WANTED)", "").replace(" build", "").split():
        assert f"make {target} " in done.stdout
    assert "models/cypher-q4_k_m.gguf" in done.stdout


def test_wanted_files_go_to_one_snakemake_call(checkout):
    command = ["make", "-n", "CORES=3", "data/a.jsonl", "models/b-f16.gguf"]
    plan = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=True).stdout
    assert plan.count("snakemake") == 1
    assert "snakemake data/a.jsonl models/b-f16.gguf --cores 3 --resources gpu=1" in plan


@pytest.mark.parametrize("path", ["release/m", "release/m/", "release/m/SHA256SUMS"])
def test_a_releases_folder_is_asked_for_by_its_last_file(checkout, path):
    plan = subprocess.run(["make", "-n", path], cwd=checkout, capture_output=True, text=True)
    assert "snakemake release/m/SHA256SUMS --cores" in plan.stdout


def test_locks_name_exact_versions_and_no_hosts():
    for lock in (ROOT / "requirements").glob("*.lock"):
        for line in lock.read_text().splitlines():
            assert "==" in line.partition(";")[0], f"{lock.name}: {line}"
            assert "://" not in line, f"{lock.name}: {line}"
