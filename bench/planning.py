"""How long it takes to learn that nothing is to be done, and to plan a large build.

    python bench/planning.py [--models 10] [--jobs 10000]

Artifacts are small stand-ins: what is measured is planning, not reading. Of the clone's time the
transfer is taken off: a plain copy of the same files. Seconds are of the wall clock, and in
brackets of the processor, which other work on the machine lengthens less. Exit code 1 where
the processor's seconds are above a limit.
"""

import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from neural import cli
from tests import checkout, registry

QUANTIZATIONS = ["f16", "q8_0", "q5_k_m", "q4_k_m", "q2_k"]
CLONE, NOTHING, LARGE = 5.0, 3.0, 15.0  # limits, seconds


def main() -> int:
    parser = cli.parser(__doc__)
    parser.add_argument("--models", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=10_000)
    args = cli.parse(parser)
    folder = Path(tempfile.mkdtemp(prefix="planning-"))
    try:
        kept = [*clones(folder / "clones", args.models), *large(folder, args.jobs)]
        return int(not all(kept))
    finally:
        shutil.rmtree(folder)


def clones(folder: Path, models: int) -> list[bool]:
    """A clone of so many models, pulled and asked: all of it, then the question again."""
    folder.mkdir()
    project = registry.begin(folder, many(models))
    checkout.stand_in(project, "all")
    registry.run(project, "scripts/provenance.py", "save")
    registry.dvc(project, "commit", "--force", "--quiet", *names(models))
    registry.commit(project, "made")
    registry.dvc(project, "push", "--quiet", *names(models))
    with timed() as copy:
        checkout.run(folder, "cp", "--recursive", "storage", "copied")
    with timed() as cloned:
        clone = registry.clone(project, folder / "clone")
    with timed() as pulled:
        registry.run(clone, "scripts/provenance.py", "pull")
    with timed() as asked:
        assert checkout.stale(clone) == set()
    with timed() as again:
        assert checkout.stale(clone) == set()
    parts = {"git clone": cloned(), "pull and restore": pulled(), "snakemake -n": asked()}
    for name, (wall, used) in parts.items():
        cli.say(f"  {name}: {wall:.1f} s ({used:.1f} s)")
    columns = zip(copy(), *parts.values(), strict=True)
    rest = tuple(sum(others) - plain for plain, *others in columns)
    what = f"{models} models x {len(QUANTIZATIONS)} quantizations"
    return [
        said(f"{what}: clone, pull, restore, snakemake -n, beyond a plain copy", rest, CLONE),
        said(f"{what}: snakemake -n, nothing to be done", again(), NOTHING),
    ]


def large(folder: Path, jobs: int) -> list[bool]:
    """The plan of so many jobs, none of them done; then the same with a text for each job."""
    one, two = (count(folder, models) for models in (1, 2))
    project = checkout.make(folder / "large")
    registry.configure(project, many(1 + -(-(jobs - one) // (two - one))))
    with timed() as plan:
        drawn = checkout.snakemake(project, "--rulegraph")
        assert drawn.returncode == 0, drawn.stdout
    with timed() as told:
        found = planned(project)
    return [
        said(f"plan of {found} jobs", plan(), LARGE),
        said(f"snakemake -n of {found} jobs, which describes each", told(), LARGE),
    ]


def count(folder: Path, models: int) -> int:
    """How many jobs so many models are."""
    project = checkout.make(folder / f"models-{models}")
    registry.configure(project, many(models))
    return planned(project)


def planned(project: Path) -> int:
    plan = checkout.snakemake(project, "-n", "--quiet", "rules")
    assert plan.returncode == 0, plan.stdout
    return int(next(line.split()[1] for line in plan.stdout.splitlines() if "total" in line)) - 1


def many(models: int) -> Callable[[dict], None]:
    """A config of one dataset and so many models of it."""

    def change(config: dict) -> None:
        registry.small(config)
        model = config["models"]["cypher"] | {"quantizations": QUANTIZATIONS}
        model.pop("gate")
        config["models"] = {f"m{number}": model for number in range(models)}

    return change


def names(models: int) -> list[str]:
    return ["dataset_english", *(f"model_m{number}" for number in range(models))]


@contextmanager
def timed():
    """Yields a function that says, when the block has ended, its seconds: (wall, processor)."""

    def now() -> tuple[float, float]:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.monotonic(), used.ru_utime + used.ru_stime

    began, ended = now(), []
    yield lambda: tuple(after - before for before, after in zip(began, ended, strict=True))
    ended += now()


def said(what: str, took: tuple[float, float], limit: float) -> bool:
    wall, used = took
    cli.say(f"{what}: {wall:.1f} s ({used:.1f} s), {used / limit:.2f} times the limit of {limit} s")
    return used <= limit


if __name__ == "__main__":
    cli.run(main)
