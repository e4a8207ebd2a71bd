"""Versions of models as git tags in GTO's form: MODEL@vX.Y.Z, and MODEL#STAGE#N for stages."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import yaml

from neural.errors import UserError, nearest
from neural.release.card import table

VERSION = re.compile(r"v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
# What a build writes into git. A release commits these; any other change must be committed before.
WRITTEN = ("dvc.lock", "stages/*/dvc.lock", "provenance.jsonl", "releases.jsonl")
WRITTEN += ("reports/*/metrics.json", "releases/*.txt")


class Version(NamedTuple):
    """Three numbers; a higher one is newer."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return ".".join(map(str, self))


def parse(version: str) -> Version:
    """1.2.0 or v1.2.0 as numbers. UserError where it is neither."""
    found = VERSION.fullmatch(version)
    if not found:
        raise UserError(f"version {version!r}: expected three numbers like 1.2.0.")
    return Version(*map(int, found.groups()))


def tag(model: str, version: Version) -> str:
    """The tag of a release."""
    return f"{model}@v{version}"


def versions(model: str) -> list[Version]:
    """The released versions, lowest first."""
    names = (name.partition("@")[2] for name in git("tag", "--list", f"{model}@v*").split())
    return sorted(parse(name) for name in names if VERSION.fullmatch(name))


def assigned(model: str, stage: str) -> str | None:
    """The tag that says which commit is in a stage now, None where none is."""
    names = git("tag", "--list", f"{model}#{stage}#*").split()
    return max(names, key=lambda name: int(name.rpartition("#")[2]), default=None)


def check(config: Mapping, model: str, version: Version) -> bool:
    """Whether the version is tagged on this very commit already: a release that was interrupted.

    UserError where the model cannot be released, where the version is another commit's or not the
    highest, or where the checkout holds changes that no commit has.
    """
    if model not in config["models"]:
        known = list(config["models"])
        raise UserError(
            f"unknown model {model!r}; known: {', '.join(known)}.{nearest(model, known)}"
        )
    if "gate" not in config["models"][model]:
        raise UserError(
            f"models.{model}.gate: missing, so nobody said what is good enough to release. "
            "`config.yaml` says how to set it."
        )
    released = versions(model)
    if version in released:
        if commit(tag(model, version)) == commit("HEAD"):
            return True
        raise UserError(
            f"{tag(model, version)} is out, at commit {commit(tag(model, version))[:10]}, and what "
            f"is out never changes; the highest is {released[-1]}, take a higher one."
        )
    if released and version < released[-1]:
        raise UserError(f"{version} is lower than {released[-1]}, which is out. Take a higher one.")
    if changed := unsaved():
        raise UserError(
            "a release is made of a commit, and these are in none:\n  "
            + "\n  ".join(changed)
            + "\nCommit or remove them first."
        )
    return False


def unsaved() -> list[str]:
    """Changed or new files that are in no commit, except what builds write."""
    skipped = [f":(exclude,glob){pattern}" for pattern in WRITTEN]
    told = git("status", "--porcelain", "-z", "--untracked-files=all", "--", ".", *skipped)
    return [line[3:] for line in told.split("\0") if line]


def commit_written(message: str) -> bool:
    """Commits what the build wrote; whether there was anything."""
    paths = [f":(glob){pattern}" for pattern in WRITTEN]
    found = git("ls-files", "-z", "--modified", "--others", "--exclude-standard", "--", *paths)
    names = sorted(set(found.split("\0")) - {""})
    if names:
        git("add", "--", *names)
        git("commit", "--quiet", "--message", message, "--", *names)
    return bool(names)


def publish(*tags: str) -> bool:
    """Pushes this branch and the tags, all or nothing; False where git has no remote `origin`."""
    if "origin" not in git("remote").split():
        return False
    on_branch = git("branch", "--show-current").strip()
    try:
        git("push", "--quiet", "--atomic", "origin", *(["HEAD"] if on_branch else []), *tags)
    except UserError as error:
        raise UserError(
            f"{error}\n{', '.join(tags)}: nobody else sees it yet. Ask again when it is in reach;"
            f" if it has moved on, `git tag --delete {' '.join(tags)}`, merge, and ask again."
        ) from None
    return True


def changelog(model: str, old: str, new: str) -> str:
    """Markdown: what two revisions measured and how they were made, where they differ."""
    before, after = (_facts(model, revision) for revision in (old, new))
    parts = [f"## {model}: {old} to {new}"]
    for title, key in (("Measured", "metrics"), ("Configured", "config")):
        lines = list(_differences(before[key], after[key]))
        head = ("", old, new, "change")
        parts.append(f"{title}\n\n{table(head, lines)}" if lines else f"{title}: no difference.")
    for name, wrong in after["wrong"].items():
        if name in before["wrong"]:
            broken, mended = wrong - before["wrong"][name], before["wrong"][name] - wrong
            parts.append(f"{name}: {len(mended)} rows mended, {len(broken)} broken.")
    return "\n\n".join(parts) + "\n"


def commit(revision: str) -> str:
    """The commit's hash."""
    return git("rev-list", "--max-count=1", revision).strip()


def git(*arguments: str) -> str:
    """What git prints; UserError with its own words where it fails."""
    done = subprocess.run(["git", *arguments], capture_output=True, text=True)
    if done.returncode:
        raise UserError(f"git {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def _facts(model: str, revision: str) -> dict[str, dict]:
    config = yaml.safe_load(_show(revision, "config.yaml") or "{}")
    entry = config.get("models", {}).get(model, {})
    recipe = {name: config["datasets"][name] for name in entry.get("mix", {})}
    ledger = (_show(revision, "releases.jsonl") or "").splitlines()
    released = [line for line in map(json.loads, ledger) if line["model"] == model]
    measured = released[-1]["measured"] if released else {}
    return {
        "metrics": json.loads(_show(revision, f"reports/{model}/metrics.json") or "{}"),
        "config": {"preset": config.get("preset"), model: entry, "datasets": recipe},
        "wrong": {name: set(found["wrong"]) for name, found in measured.items()},
    }


def _show(revision: str, path: str) -> str | None:
    """A file's text at a revision, None where it had none."""
    there = git("ls-tree", "--name-only", revision, "--", path).strip()
    return git("show", f"{revision}:{path}") if there else None


def _differences(before: Mapping, after: Mapping) -> Iterator[tuple[str, str, str, str]]:
    flat = [dict(_flat(value)) for value in (before, after)]
    for key in dict.fromkeys([*flat[0], *flat[1]]):
        old, new = (one.get(key) for one in flat)
        if old != new:
            numbers = all(isinstance(one, int | float) for one in (old, new))
            yield key, _cell(old), _cell(new), f"{new - old:+.5g}" if numbers else ""


def _flat(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping) and value:
        for key, part in value.items():
            yield from _flat(part, f"{path}.{key}" if path else str(key))
    else:
        yield path, value


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.5g}" if isinstance(value, float) else str(value)
