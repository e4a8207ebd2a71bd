"""Rows of histories run again, out of the clones that were made for them."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from neural.domains.coding.history import parts, proof
from neural.domains.coding.history.suites import Bench, Ran, open_bench
from neural.repositories.source import Repository, at_commit, holding

NEEDED = ("repository", "revision", "file", "lines", "run", "flips", "failure")
Judge = Callable[[dict, str, Repository, Bench], str]


def answered(rows: Sequence[dict], codes: Sequence[str], threads: int = 2) -> list[str | None]:
    """What the tests have against each code in the place of its row's, "" where they pass; None
    where no clone here has the row's commit."""
    return _each(rows, codes, _wrong, threads)


def faults(rows: Sequence[dict], codes: Sequence[str], threads: int = 2) -> list[str]:
    """What does not hold of each row, whose answer's code is given, "" where all does."""
    found = _each(rows, codes, _fault, threads)
    return [
        f"no clone in build/repositories has commit {row['revision'][:12]} of {row['repository']}; "
        "generate from it again (--repo)"
        if what is None
        else what
        for row, what in zip(rows, found, strict=True)
    ]


def _each(rows: Sequence[dict], codes: Sequence[str], judge: Judge, threads: int) -> list:
    with ExitStack() as stack, ThreadPoolExecutor(max(1, threads)) as pool:
        clones = {each: holding(each) for each in {row["revision"] for row in rows}}
        benches: dict[tuple[str, str], Bench] = {}
        for clone in filter(None, clones.values()):
            key = clone.remembered("python"), clone.remembered("modules")
            if key not in benches:
                modules = Path(key[1]) if key[1] else None
                benches[key] = stack.enter_context(open_bench(key[0] or None, modules))

        def judged(row: dict, code: str) -> str | None:
            clone = clones[row["revision"]]
            if not clone:
                return None
            key = clone.remembered("python"), clone.remembered("modules")
            return judge(row, code, clone, benches[key])

        return list(pool.map(judged, rows, codes))


def _before(row: dict, clone: Repository) -> str:
    """The file as it was before the commit."""
    old = at_commit(clone, clone.git("rev-parse", f"{row['revision']}^").decode().strip())
    blobs = [each for each in old.blobs if each.path == row["file"]]
    return next((data.decode() for _, data in old.read(blobs)), "")


def _run(row: dict, text: str, clone: Repository, bench: Bench) -> Ran:
    return proof.right(clone, row["file"], text, row["language"], row["run"], bench)


def _with(row: dict, before: str, code: str) -> str:
    return parts.spliced(before, *map(int, row["lines"].split("-")), code)


def _wrong(row: dict, code: str, clone: Repository, bench: Bench) -> str:
    ran = _run(row, _with(row, _before(row, clone), code), clone, bench)
    if ran.why:
        return ran.why
    failed = {**ran.loading, **ran.failed}
    if failed:
        return next(iter(failed.values())).splitlines()[-1]
    missing = set(row["flips"]) - ran.passed
    return f"{min(missing)} did not run" if missing else ""


def _fault(row: dict, code: str, clone: Repository, bench: Bench) -> str:
    if row["failure"] not in row["input"]:
        return "its failure is not in its input"
    before = _before(row, clone)
    if wrong := _wrong(row, code, clone, bench):
        return f"its code fails the tests: {wrong}"
    ran = _run(row, before, clone, bench)
    if ran.passed & set(row["flips"]):
        return "its bug passes the tests"
    said = (ran.failed | ran.loading).values()
    return "" if row["failure"] in said else "its bug fails otherwise"
