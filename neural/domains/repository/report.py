"""What a repository holds and what can be learned from it, as plain JSON."""

from collections import Counter, defaultdict

from neural.domains.repository.generate import CATEGORIES, rows_of
from neural.domains.repository.index import Index
from neural.domains.repository.layers import cycles, graph
from neural.domains.repository.load import Loaded
from neural.domains.repository.modules import folder
from neural.domains.repository.pairs import pairs

LARGEST = 15  # files and packages that are named


def report(loaded: Loaded, seed: int = 1, history: bool = False) -> dict:
    """Languages, sizes, packages and their graph, coverage by documentation and tests, what was
    left out, and how many rows of each kind there are."""
    index = loaded.index
    rows, dropped = rows_of(loaded, seed, history)
    tasks = Counter(row["task"] for row in rows)
    return {
        "repository": index.origin.name,
        "place": index.origin.place,
        "revision": index.origin.revision,
        "license": index.origin.license,
        "languages": _languages(index),
        "packages": _packages(index),
        "cycles": cycles(graph(index)),
        "largest_files": _largest(index),
        "documented": _documented(index),
        "tested": _tested(index),
        "foreign": _foreign(index),
        "left_out": {why: len(paths) for why, paths in sorted(loaded.left.items())},
        "dropped": dict(sorted((loaded.dropped + dropped).items())),
        "rows": len(rows),
        "rows_by_category": {
            name: {task: tasks[task] for task in one.tasks if tasks[task]}
            for name, one in CATEGORIES.items()
            if any(tasks[task] for task in one.tasks)
        },
        "characters": sum(
            len(row["instruction"]) + len(row["input"] or "") + len(row["output"]) for row in rows
        ),
    }


def _languages(index: Index) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path, file in index.files.items():
        found[file.language].update(
            files=1,
            lines=file.lines,
            tests=int(index.is_test(path)),
            definitions=len(file.definitions) + len(file.sections),
        )
    ranked = sorted(found.items(), key=lambda item: (-item[1]["lines"], item[0]))
    return {name: dict(counts) for name, counts in ranked}


def _packages(index: Index) -> list[dict]:
    """The packages from the lowest layer up, each with what it imports."""
    made = graph(index)
    ordered = sorted(made.nodes(data=True), key=lambda node: (node[1]["layer"], node[0]))
    return [
        {
            "name": name,
            "files": data["files"],
            "lines": data["lines"],
            "layer": data["layer"],
            "imports": {other: made[name][other]["files"] for other in sorted(made[name])},
        }
        for name, data in ordered
    ]


def _largest(index: Index) -> list[dict]:
    ranked = sorted(index.files.items(), key=lambda item: (-item[1].lines, item[0]))
    return [{"file": path, "lines": file.lines} for path, file in ranked[:LARGEST]]


def _documented(index: Index) -> dict[str, dict[str, int]]:
    """By kind: how many there are outside of tests, and how many have documentation."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one, path in index.where.items():
        if not index.is_test(path):
            kind = "types" if one.is_type else f"{one.kind}s"
            for name in (kind, f"exported {kind}") if one.exported else (kind,):
                found[name].update(of=1, documented=int(bool(one.doc)))
    return {name: dict(counts) for name, counts in sorted(found.items())}


def _tested(index: Index) -> dict:
    """How many tests have a subject, how many functions a test, and where tests are missing."""
    found = pairs(index)
    tests = sum(one.test and not one.is_type for one in index.where)
    subjects = {pair.subject for pair in found}
    called = {one for one, uses in index.uses.items() if any(index.is_test(u.path) for u in uses)}
    by_package: dict[str, Counter[str]] = defaultdict(Counter)
    for one, path in index.where.items():
        if not one.is_type and not index.is_test(path):
            by_package[folder(path)].update(of=1, tested=int(one in subjects or one in called))
    least = sorted(
        by_package.items(), key=lambda item: (item[1]["tested"] - item[1]["of"], item[0])
    )
    total = sum(map(Counter.copy, by_package.values()), Counter())
    return {
        "tests": tests,
        "paired": len(found),
        "functions": total["of"],
        "functions_tested": total["tested"],
        "least": [{"package": name, **counts} for name, counts in least[:LARGEST]],
    }


def _foreign(index: Index) -> list[dict]:
    """The modules of others that are called in most places."""
    found: Counter[str] = Counter()
    for (module, _), uses in index.foreign.items():
        found[module.partition("#")[0]] += len(uses)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [{"module": name, "calls": count} for name, count in ranked[:LARGEST]]
