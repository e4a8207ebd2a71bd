"""Artifacts to and from DVC's remote. DVC's own words go to the terminal as they are."""

import configparser
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from neural import cli, stages
from neural.errors import UserError
from neural.files import exclusive

BIN = Path(".venvs/dvc/bin")
LOCK = "build/dvc.lock"  # also `make repro` holds it: DVC itself gives up where another DVC works
SITE = Path("build/dvc")  # what DVC remembers of this folder: digests of files, what lies where
SECRETS = {"password", "secret_access_key", "access_key_id", "session_token", "connection_string"}


def run(program: str, *arguments: str) -> str:
    """Runs a program of DVC's environment; what it printed. UserError where it failed."""
    done = _start(program, arguments, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise UserError(f"{program} {' '.join(arguments)}: failed ({done.returncode}); see above.")
    return done.stdout


@contextmanager
def alone() -> Iterator[None]:
    """One DVC at a time in this folder; the second says for whom it waits. Taken before the lock
    of a build, never after it."""
    with exclusive(LOCK, lambda holder: cli.say(f"Waiting for {holder}")):
        yield


def pull(names: Sequence[str] = ()) -> None:
    """Fetches what the named stages made (all that were made, without names) and checks it out.

    DVC compares every object with its hash, and keeps none that differs.
    """
    check_remote()
    _forget()
    made = stages.locked()
    if unmade := [name for name in names if name not in made]:
        there = ", ".join(made) or "none"
        raise UserError(f"{', '.join(unmade)}: no such stage in dvc.lock; it has {there}.")
    # Each stage that is named takes DVC longer, so that none is where all are wanted.
    whole = not names and set(made) == set(stages.read(stages.places()))
    if not made:
        raise UserError(
            "dvc.lock names nothing to fetch. Get others' by git, or build: `make repro`."
        )
    _loud("pull", *([] if whole else names or made))


def push(names: Iterable[str]) -> None:
    """Sends all that dvc.lock names, as git will show all of it. UserError where the remote then
    lacks what the named stages or those before them made: DVC reports success also where it had
    nothing to send."""
    check_remote()
    wanted, known = stages.needed(names), stages.read(stages.places())
    with alone():
        _forget()
        _loud("push", *stages.locked())
    paths = {path for name in wanted for path in stages.paths(known[name])}
    if left := paths & set(not_in_remote()):
        raise UserError(
            f"not in the remote after the push: {', '.join(sorted(left))}. Pull or build them."
        )


def not_in_remote() -> list[str]:
    """The files of dvc.lock that the remote lacks."""
    told = json.loads(run("dvc", "data", "status", "--not-in-remote", "--json"))
    return sorted(told.get("not_in_remote", []))


def repro(*names: str) -> None:
    """Builds the stages, and those they need, where something changed."""
    with alone():
        _loud("repro", *names)


def check_remote() -> None:
    """UserError where there is no default remote, where it does not verify, or holds a secret."""
    found = [*problems(), *([] if _default() else ["no default remote; see docs/versions.md"])]
    if found:
        raise UserError("; ".join(found))


def problems() -> list[str]:
    """What is wrong with the remotes that git and this machine know."""
    found = []
    for name, keys in remotes().items():
        url = urlsplit(keys.get("url", ""))
        if url.password or SECRETS & set(keys):
            found.append(
                f"remote {name}: a secret in .dvc/config; take it out, change it, and give the new "
                "one in the environment"
            )
        if keys.get("verify", "").lower() not in ("true", "1", "yes"):
            found.append(
                f"remote {name} does not verify, so damaged bytes could be installed: "
                f"dvc remote modify {name} verify true"
            )
    return found


def remotes() -> dict[str, dict[str, str]]:
    """Settings of each remote by name."""
    found: dict[str, dict[str, str]] = {}
    for section, keys in _configured():
        if section.startswith("'remote "):
            name = section.removeprefix("'remote ").strip("'\"")
            found.setdefault(name, {}).update(keys)
    return found


def default() -> dict[str, str]:
    """Settings of the remote that is used where none is named."""
    return remotes().get(_default(), {})


def _default() -> str:
    """Name of the remote that is used where none is named. Read here, as asking DVC for it takes
    half a second."""
    names = [keys.get("remote", "") for section, keys in _configured() if section == "core"]
    return next(filter(None, reversed(names)), "")


def _configured() -> Iterator[tuple[str, Mapping[str, str]]]:
    """The sections of DVC's configuration in git, then of this machine's, which win."""
    for file in (".dvc/config", ".dvc/config.local"):
        read = configparser.ConfigParser(interpolation=None)
        read.read(file)
        yield from read.items()


def _forget() -> None:
    """Drops DVC's list of what lies where: killed while it writes one, it leaves a part, takes that
    for the whole ever after, and fetches and sends no more than the part."""
    for index in SITE.glob("repo/*/index"):
        shutil.rmtree(index)


def _loud(*arguments: str) -> None:
    if _start("dvc", arguments).returncode:
        free = shutil.disk_usage(".").free // 1_000_000  # DVC does not say when that is the cause
        raise UserError(
            f"dvc {arguments[0]} failed; see above ({free} MB of this disk are free), "
            "then ask again."
        )


def _start(program: str, arguments: Sequence[str], **how) -> subprocess.CompletedProcess:
    path = BIN / program
    if not path.exists():
        raise UserError(f"{path}: not found. `sh scripts/bootstrap.sh dvc` makes it.")
    remembers = {"DVC_SITE_CACHE_DIR": str(SITE.resolve())}
    return subprocess.run([str(path), *arguments], env=os.environ | remembers, **how)
