"""Kills pulls and pushes at random moments, and fills the disk under a pull.

    python bench/kill_transfers.py --kills 100

A small project with files of some megabytes is pushed and pulled again and again, and killed
(SIGKILL, with all children). After each kill every file that is visible, in the checkout and in
the remote, must be whole; the same request repeated must end with the right bytes. Then a pull
onto a disk that is too small must say so, leave no half file, and go on when there is room.
"""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from hashlib import md5
from pathlib import Path

from neural import cli
from neural.errors import UserError
from tests import checkout, registry

SIZE = 3_000_000  # bytes of a large file
ROOM = 24  # megabytes of the disk that is too small


def main() -> int:
    parser = cli.parser(__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = cli.parse(parser)
    folder = Path(tempfile.mkdtemp(prefix="kill-"))
    try:
        return bench(folder, args.kills, random.Random(args.seed))
    finally:
        shutil.rmtree(folder)


def bench(folder: Path, kills: int, rng: random.Random) -> int:
    project = made(folder, rng)
    right = sums(project)
    pull = ["scripts/provenance.py", "pull"]
    push = ["-c", f"from neural import storage; storage.push({list(stages())!r})"]
    wrong, told = 0, Counter()
    turns = (("push", push, kills // 2), ("pull", pull, kills - kills // 2))
    with cli.progress("kills", kills) as advance:
        for what, command, kills_of in turns:
            where = project if what == "push" else registry.clone(project, folder / "clone")
            began = time.monotonic()
            registry.run(where, *command)
            length = time.monotonic() - began
            clear(where, folder / "storage" if what == "push" else None)
            done = 0
            while done < kills_of:
                began = time.monotonic()
                if killed(where, command, rng.uniform(0.3, length)):
                    done += 1
                    told[what] += 1
                    advance()
                else:
                    length = time.monotonic() - began  # other work may have slowed the first
                    told[f"{what} to the end"] += 1
                    wrong += unlike(where, right, whole=True)
                    clear(where, folder / "storage" if what == "push" else None)
                wrong += unlike(where, right) + damaged(folder / "storage")
            registry.run(where, *command)
            wrong += unlike(where, right, whole=True) + damaged(folder / "storage")
    cli.say(", ".join(f"{count} x {name}" for name, count in told.items()))
    cli.say(f"{kills} kills: {wrong} missing, wrong or half-written files")
    small = full_disk(project, folder / "small", right)
    cli.say(f"disk full during a pull: {small} wrong or half-written files")
    return int(bool(wrong or small))


def made(folder: Path, rng: random.Random) -> Path:
    """The project, recorded and committed; its models are large enough to be interrupted."""
    project = registry.begin(folder, registry.small)
    checkout.stand_in(project, *registry.ALL)
    for path in [*(project / "models").rglob("*.gguf"), project / registry.BUNDLED]:
        path.write_bytes(rng.randbytes(SIZE))
    checkout.touch(project, *registry.ALL)
    registry.run(project, "scripts/provenance.py", "save")
    registry.dvc(project, "commit", "--force", "--quiet", *stages())
    registry.commit(project, "made")
    return project


def stages() -> tuple[str, ...]:
    return ("dataset_english", "model_cypher", "release_cypher")


def killed(where: Path, command: list[str], after: float) -> bool:
    """Starts the request and kills it after so many seconds; False where it had ended before."""
    process = start(where, command)
    try:
        if process.wait(after):
            raise UserError(f"the repeated request failed:\n{(where / 'build.log').read_text()}")
        return False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def start(where: Path, command: list[str]) -> subprocess.Popen:
    with open(where / "build.log", "w") as log:
        return subprocess.Popen(
            [".venv/bin/python", *command],
            cwd=where,
            env=os.environ | {"PYTHONPATH": str(where)},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def sums(where: Path) -> dict[str, str]:
    """Digest of each artifact; hidden files are a killed transfer's own."""
    return {
        path.relative_to(where).as_posix(): md5(path.read_bytes()).hexdigest()
        for folder in ("data", "models", "reports", "release")
        for path in (where / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".tmp"
    }


def unlike(where: Path, right: dict[str, str], whole: bool = False) -> int:
    """How many visible files have other bytes; with `whole` also how many are missing."""
    found = sums(where)
    wrong = [name for name, digest in found.items() if right.get(name) != digest]
    wrong += sorted(set(right) - set(found)) if whole else []
    for name in wrong:
        cli.say(f"wrong or missing: {where.name}/{name}")
    return len(wrong)


def damaged(storage: Path) -> int:
    """How many of the remote's objects are not the bytes that their name says."""
    wrong = 0
    for path in storage.glob("files/md5/*/*"):
        name = path.parent.name + path.name
        if len(name) == 32 and md5(path.read_bytes()).hexdigest() != name:
            cli.say(f"damaged object: {path}")
            wrong += 1
    return wrong


def clear(where: Path, storage: Path | None) -> None:
    """So that the next request has all to do: the remote's objects, or the clone's."""
    if storage:
        shutil.rmtree(storage)
        return
    for name in ("data", "models", "reports", "release", ".dvc/cache", ".snakemake"):
        shutil.rmtree(where / name, ignore_errors=True)
    registry.git(where, "checkout", "--quiet", "--", registry.METRICS)


def full_disk(project: Path, place: Path, right: dict[str, str]) -> int:
    """A clone on a disk that does not hold it: the pull fails and leaves no half file; with more
    room it ends right. Needs the right to mount; says so where it is lacking."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True).returncode:
        cli.say("disk full: not measured, as this user may not mount a small disk")
        return 0
    try:
        clone = registry.clone(project, place / "clone")
        storage = str(project.parent / "storage")
        registry.dvc(clone, "remote", "modify", "--local", "storage", "url", storage)
        said = registry.run(clone, "scripts/provenance.py", "pull", fails=True)
        wrong = unlike(clone, right) + int("(0 MB of this disk are free)" not in said)
        subprocess.run(["mount", "-o", "remount,size=1g", str(place)], check=True)
        registry.run(clone, "scripts/provenance.py", "pull")
        return wrong + unlike(clone, right, whole=True)
    finally:
        subprocess.run(["umount", str(place)], check=True)


if __name__ == "__main__":
    cli.run(main)
