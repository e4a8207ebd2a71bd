"""A real Slurm of one node: rows scattered over jobs, a GPU by GRES, a lost job tried again."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
import yaml

from tests import checkout

PLUGIN = checkout.ROOT / ".venvs/slurm"
CONF = Path("/etc/slurm/slurm.conf")  # the only place that jobs look at
BASE = "models/say/base/model.safetensors"
ROWS = "data/raw/english.jsonl"


def missing() -> str:
    """Why there can be no Slurm here, or nothing."""
    if not all(map(shutil.which, ("slurmctld", "slurmd", "sbatch"))):
        return "no Slurm (Debian: apt install slurmctld slurmd slurm-client)"
    if os.geteuid():
        return "Slurm's daemons need root"
    if CONF.exists():
        return f"this machine has a Slurm of its own: {CONF}"
    return "" if PLUGIN.exists() else "no .venvs/slurm; `make slurm` makes it"


pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing())]


def free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@pytest.fixture
def slurm(tmp_path):
    """Controller and node of a cluster that has more CPUs than this machine, and one GPU."""
    node, (controller_port, node_port) = socket.gethostname().split(".")[0], free_ports(2)
    (tmp_path / "slurm.conf").write_text(f"""
ClusterName=test
SlurmctldHost={node}(127.0.0.1)
SlurmctldPort={controller_port}
SlurmdPort={node_port}
AuthType=auth/none
CredType=cred/none
SlurmUser=root
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MinJobAge=36000
GresTypes=gpu
StateSaveLocation={tmp_path}/state
SlurmdSpoolDir={tmp_path}/spool
SlurmctldPidFile={tmp_path}/slurmctld.pid
SlurmdPidFile={tmp_path}/slurmd.pid
NodeName={node} NodeAddr=127.0.0.1 CPUs=32 RealMemory=200000 Gres=gpu:1
PartitionName=main Nodes=ALL Default=YES
""")
    (tmp_path / "gres.conf").write_text(f"NodeName={node} Name=gpu File=/dev/null\n")
    for folder in ("state", "spool"):
        (tmp_path / folder).mkdir()
    CONF.unlink(missing_ok=True)  # dangling: a killed test's
    CONF.symlink_to(tmp_path / "slurm.conf")
    environment = os.environ | {"SLURM_CONF": str(tmp_path / "slurm.conf")}
    daemons = []
    try:
        for command in (["slurmctld", "-D", "-c"], ["slurmd", "-D"]):
            with open(tmp_path / f"{command[0]}.log", "w") as log:
                daemons.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))
        wait_for(lambda: "idle" in ask("sinfo", "-h", "-o", "%T"), 60)
        yield
    finally:
        subprocess.run(["scancel", "--user", "root"], capture_output=True, timeout=30)
        for daemon in reversed(daemons):
            daemon.terminate()
            daemon.wait(30)
        CONF.unlink()


def ask(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=30).stdout


def wait_for(condition, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.2)


def jobs() -> list[dict[str, str]]:
    """What Slurm remembers of each job."""
    lines = ask("scontrol", "show", "job", "-o").splitlines()
    return [dict(re.findall(r"(\w+)=(\S+)", line)) for line in lines if "JobId=" in line]


def running() -> list[str]:
    return sorted(job["JobId"] for job in jobs() if job["JobState"] == "RUNNING")


@pytest.fixture
def project(tmp_path) -> Path:
    """A checkout with one dataset of two parts and the smallest of models."""
    folder = checkout.make(tmp_path / "project")
    config = yaml.safe_load((folder / "config.yaml").read_text())
    english = {"domain": "english", "num_examples": 120, "seed": 1, "parts": 2}
    model = config["models"]["mtg"] | {
        "domain": "english",
        "mix": {"english": 1.0},
        "split": {"seed": 1, "test": 0.1, "val": 0.05},
        "nano": {"merges": 250, "layers": 2, "epochs": 0.05},
    }
    config |= {"datasets": {"english": english}, "models": {"say": model}}
    (folder / "config.yaml").write_text(yaml.safe_dump(config))
    return folder


def test_scatter_train_gather_and_a_lost_job(slurm, project):
    command = checkout.command(BASE, "--workflow-profile", "profiles/slurm", "--slurm-no-account")
    command += ["--slurm-init-seconds-before-status-checks", "8", "--slurm-status-command"]
    command += ["squeue", "--default-resources", "mem_mb=1000", "runtime=20"]
    # nano's base needs none, but is the shortest of the trainings.
    command += ["--set-resources", "train_nano:gpu=1"]
    environment = os.environ | {"PYTHONPATH": f"{project}:{PLUGIN}"}
    with open(project / "build.log", "w") as log:
        build = subprocess.Popen(
            command, cwd=project, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        wait_for(lambda: running() or build.poll() is not None, 300)
        lost = running()[0]
        ask("scancel", lost)
        code = build.wait(1800)
    finally:
        build.kill()
    said = (project / "build.log").read_text(errors="replace")
    assert code == 0, said
    assert "Trying to restart job" in said
    # Two parts, the lost one again, gather and validation as one, mix, training.
    found = {job["JobId"]: job for job in jobs()}
    assert found.pop(lost)["JobState"] == "CANCELLED"
    assert [job["JobState"] for job in found.values()] == ["COMPLETED"] * 5
    with_gpu = [job["Comment"] for job in found.values() if "gpu" in str(job.get("TresPerJob"))]
    assert with_gpu == ["rule_train_nano_wildcards_say"]
    assert (project / BASE).exists() and not list((project / "state/parts").rglob("*.jsonl"))
    # The same rows as on one machine.
    scattered = (project / ROWS).read_bytes()
    assert scattered.count(b"\n") == 120
    (project / ROWS).unlink()
    local = checkout.snakemake(project, ROWS, "--cores", "2")
    assert local.returncode == 0, local.stdout
    assert (project / ROWS).read_bytes() == scattered
