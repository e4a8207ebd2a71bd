"""Kills builds at random moments; afterwards the same request must end with the right bytes.

    python bench/kill.py --kills 30

One undisturbed build is the measure. Then, in a second checkout, a build is started again and
again and killed (SIGKILL): by turns with all its children, and Snakemake alone. After each kill
no file may be half there and no process may be left over. When a build gets to its end before
its kill, its artifacts are compared byte by byte, then removed, and the next starts from nothing.
"""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil

from neural import cli
from neural.errors import UserError
from tests import checkout

FOLDERS = ("data", "models", "reports")
# Lines of an evaluation, and of its page, that differ from run to run: how fast it was.
MEASURED = re.compile(rb'^.*("tokens_per_second"|"seconds"| tokens in [0-9.]+ s, ).*$', re.M)
WAIT = 2.0  # seconds that the kernel gets to end the children of a killed Snakemake


def main() -> int:
    parser = cli.parser(__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", default="models/cypher-q4_k_m.gguf")
    parser.add_argument("--configfile", default="tests/tiny.yaml")
    parser.add_argument("--folder", type=Path, help="keep both checkouts here (default: removed)")
    args = cli.parse(parser)
    request = checkout.command(args.target, "--cores", "1", "--resources", "gpu=1")
    request += ["--configfile", args.configfile]
    folder = args.folder or Path(tempfile.mkdtemp(prefix="kill-"))
    try:
        return bench(folder, request, args.kills, random.Random(args.seed))
    finally:
        if not args.folder:
            shutil.rmtree(folder)


def bench(folder: Path, request: list[str], kills: int, rng: random.Random) -> int:
    calm, wild = checkout.make(folder / "calm"), checkout.make(folder / "wild")
    began = time.monotonic()
    build = start(calm, request)
    if build.wait():
        raise UserError(f"the undisturbed build failed:\n{output(calm)[-2000:]}")
    length = time.monotonic() - began
    right = sums(calm)
    cli.say(f"undisturbed: {len(right)} files in {length:.0f} s")
    moments, wrong, orphans, ended, done = Counter(), 0, 0, 0, 0
    while done < kills:
        build = start(wild, request)
        try:
            code = build.wait(rng.uniform(0.2, length / 3))
        except subprocess.TimeoutExpired:
            alone = done % 2 == 1
            kill(build, alone)
            done += 1
            moments[f"{'Snakemake alone' if alone else 'with children'}, {stage(wild)}"] += 1
            orphans += left_over(wild)
            wrong += differ(wild, right, "after kill", done)
        else:
            ended += 1
            wrong += finished(wild, code, right)
            clear(wild)
    code = start(wild, request).wait()
    wrong += finished(wild, code, right)
    for moment, count in sorted(moments.items()):
        cli.say(f"  {count:3} killed {moment}")
    cli.say(
        f"{kills} kills, {ended + 1} builds to the end: {wrong} wrong or half-written files, "
        f"{orphans} processes left over"
    )
    return 1 if wrong or orphans else 0


def start(folder: Path, request: list[str]) -> subprocess.Popen:
    """The request in a process group of its own; its output in build.log."""
    with open(folder / "build.log", "w") as log:
        return subprocess.Popen(
            request, cwd=folder, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )


def kill(build: subprocess.Popen, alone: bool) -> None:
    if alone:
        build.kill()
    else:
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()


def left_over(folder: Path) -> int:
    """How many processes still work in the folder shortly after the kill; ends them."""
    deadline = time.monotonic() + WAIT
    while (found := working_in(folder)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for process in found:
        process.kill()
    return len(found)


def working_in(folder: Path) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter(["cwd", "status"]):
        dead = process.info["status"] == psutil.STATUS_ZOMBIE
        if not dead and process.info["cwd"] == str(folder):
            found.append(process)
    return found


def finished(folder: Path, code: int, right: dict[str, str]) -> int:
    """How many files of a build that came to its end are missing or wrong."""
    if code:
        raise UserError(f"the repeated request failed:\n{output(folder)[-2000:]}")
    missing = sorted(set(right) - set(sums(folder)))
    for name in missing:
        cli.say(f"missing at the end: {name}")
    return len(missing) + differ(folder, right, "at the end", "")


def differ(folder: Path, right: dict[str, str], when: str, number: object) -> int:
    wrong = [name for name, digest in sums(folder).items() if right.get(name) != digest]
    for name in wrong:
        cli.say(f"wrong {when} {number}: {name}")
    return len(wrong)


def sums(folder: Path) -> dict[str, str]:
    """Digest of each artifact without measured speeds. Hidden files are a killed job's own, never
    read as artifacts."""
    found = {}
    for path in (path for name in FOLDERS for path in (folder / name).rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        data = path.read_bytes()
        if path.suffix in (".json", ".html"):
            data = MEASURED.sub(b"", data)
        found[path.relative_to(folder).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def stage(folder: Path) -> str:
    """Which rule was at work: the last that Snakemake named."""
    rules = re.findall(r"^(?:local)?rule (\w+):", output(folder), re.M)
    return f"in {rules[-1]}" if rules else "before the first job"


def output(folder: Path) -> str:
    return (folder / "build.log").read_text(errors="replace")


def clear(folder: Path) -> None:
    for name in (*FOLDERS, "state", ".snakemake"):
        shutil.rmtree(folder / name, ignore_errors=True)


if __name__ == "__main__":
    cli.run(main)
