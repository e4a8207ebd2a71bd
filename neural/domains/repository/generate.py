"""Rows: questions about a repository, with answers out of its code."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from neural.domains.repository import extract, languages
from neural.domains.repository.implementers import implementers
from neural.domains.repository.index import Index
from neural.domains.repository.layers import graph
from neural.domains.repository.load import Loaded, load
from neural.domains.repository.modules import folder
from neural.domains.repository.pairs import pairs
from neural.domains.repository.rows import (
    architecture,
    docs,
    errors,
    fill,
    functions,
    history,
    tests,
    types,
    usage,
)
from neural.domains.repository.rows.draft import Draft, dice
from neural.errors import UserError, nearest
from neural.records import texts
from neural.records.dedupe import digest

LONGEST = 9000  # characters of a row: about 2,500 tokens of most models
COMMITS = 2000  # the last ones whose changes are read
QUOTED = re.compile(r"`([\w.]+)`")


class Category(NamedTuple):
    """Kinds of questions; `share` of the rows where not all are wanted."""

    share: float
    tasks: tuple[str, ...]


CATEGORIES = {
    "functions": Category(0.30, ("find", "purpose", "explain", "write", "callers")),
    "types": Category(0.10, ("fields", "contract", "methods", "implementers")),
    "tests": Category(0.12, ("cover", "subject", "test")),
    "usage": Category(0.10, ("example", "foreign")),
    "errors": Category(0.12, ("source", "fails", "handles")),
    "docs": Category(0.07, ("section", "package")),
    "architecture": Category(0.07, ("outline", "imports", "importers", "layer", "path", "handled")),
    "fill": Category(0.10, ("fill",)),
    "changes": Category(0.02, ("change",)),
}
SHARES = {name: one.share for name, one in CATEGORIES.items()}
CATEGORY = {task: name for name, one in CATEGORIES.items() for task in one.tasks}


def generate(
    count: int | None,
    seed: int,
    repos: Sequence[str] = (".",),
    language: Sequence[str] = languages.NAMES,
    categories: Sequence[str] | None = None,
    license: str = "",
    history: bool = False,
    longest: int = LONGEST,
    threads: int = 1,
    kept: Path | None = extract.CACHE,
    told: Callable[[Loaded, Counter[str]], None] = lambda loaded, dropped: None,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> Iterator[dict]:
    """`count` rows (None: all that there are) about the repositories.

    `longest`: characters that a row may have. `told` is called for each repository with what was
    read of it and the rows that were dropped, by reason. UserError names an unknown category, or
    how many rows there are at most.
    """
    for name in categories or ():
        if name not in CATEGORIES:
            known = ", ".join(CATEGORIES)
            raise UserError(
                f"unknown category {name!r}; known: {known}.{nearest(name, CATEGORIES)}"
            )
    rows: list[dict] = []
    for place in repos:
        loaded = load(place, language, license, history, threads, kept, progress)
        found, dropped = rows_of(loaded, seed, history, longest)
        told(loaded, dropped)
        rows += [row for row in found if not categories or row["category"] in categories]
    rows = chosen(rows, count, seed)
    if count is not None and len(rows) < count:
        raise UserError(
            f"asked for {count} rows, but only {len(rows)} can be made of {', '.join(repos)}"
            f"{' in ' + ', '.join(categories) if categories else ''}; ask for at most {len(rows)}, "
            "or name more repositories. scripts/analyze_repository.py says what each can give."
        )
    if not rows:
        raise UserError(
            f"no row can be made of {', '.join(repos)}; see above what was left out. Name a "
            "repository with code or Markdown, or its languages by --language."
        )
    for row in rows:
        progress()
        yield row


def rows_of(
    loaded: Loaded, seed: int, history: bool = False, longest: int = LONGEST
) -> tuple[list[dict], Counter[str]]:
    """All rows of a repository in the order of its files, and how many drafts were dropped."""
    index = loaded.index
    dropped: Counter[str] = Counter()
    rows: list[dict] = []
    asked: dict[tuple[str, str], dict] = {}
    alike: Counter[tuple[str, str, str]] = Counter()
    for draft in drafts(loaded, seed, history):
        draft = distinct(index, draft, seed)
        scenario = draft.task, draft.path, draft.key
        row = made(index, draft, alike[scenario])
        alike[scenario] += 1
        if why := fault(row, longest):
            dropped[why] += 1
            continue
        key = row["instruction"].casefold(), row["input"]
        if key in asked:
            dropped["asked twice"] += 1
            continue
        asked[key] = row
        rows.append(row)
    return rows, dropped


def drafts(loaded: Loaded, seed: int, with_history: bool = False) -> Iterator[Draft]:
    """All drafts of a repository, file by file."""
    index = loaded.index
    extending = implementers(index)
    paired = defaultdict(list)
    for pair in pairs(index):
        paired[index.where[pair.subject]].append(pair)
    matters = architecture.concepts(index)
    imports = graph(index)
    packages: set[str] = set()
    for path in index.files:
        yield from functions.drafts(index, path, seed)
        yield from types.drafts(index, path, seed, extending)
        yield from tests.drafts(index, path, seed, paired[path])
        yield from usage.drafts(index, path, seed)
        yield from usage.foreign(index, path, seed)
        yield from errors.drafts(index, path, seed)
        yield from docs.drafts(index, path, seed)
        yield from fill.drafts(index, path, seed)
        yield from architecture.files(index, path, seed)
        yield from architecture.handled(index, path, matters.get(path, {}), seed)
        if folder(path) not in packages:
            packages.add(folder(path))
            yield from architecture.packages(index, imports, folder(path), seed)
    if with_history:
        yield from history.drafts(loaded.repository, index.origin, seed, COMMITS)


def distinct(index: Index, draft: Draft, seed: int) -> Draft:
    """The draft, its question saying which one is meant where several have the name."""
    question = draft.question
    if draft.path in question or f"`{folder(draft.path)}`" in question or draft.context:
        return draft
    if not any(index.paths[name] > 1 for name in QUOTED.findall(question)):
        return draft
    rng = dice(seed, "which", draft.path, draft.key)
    forms = (
        "In `{path}`: {low}",
        "{question} I mean the one in `{path}`.",
        "About `{path}`: {low}",
        "{question} (The one in `{path}`.)",
    )
    low = question[0].lower() + question[1:] if question[1:2].islower() else question
    return draft._replace(
        question=rng.choice(forms).format(path=draft.path, low=low, question=question)
    )


def made(index: Index, draft: Draft, before: int = 0) -> dict:
    """The row of a draft; `before`: how many came before it that nothing but their order tells
    apart, as of a function that is defined twice."""
    origin = index.origin
    file = index.files.get(draft.path)
    scenario = "repository", origin.name, draft.task, draft.path, draft.key
    return {
        "id": f"{digest(*scenario, *([before] if before else [])):032x}",
        "system": f"You know the code of {origin.name}. Answer from it, and say where it is.",
        "instruction": draft.question,
        "input": draft.context,
        "output": draft.answer,
        "category": CATEGORY[draft.task],
        "task": draft.task,
        "code": draft.code,
        "repository": origin.name,
        "revision": origin.revision,
        "file": draft.path,
        "lines": f"{draft.start}-{draft.end}",
        "language": languages.grammar(draft.path).name
        if languages.grammar(draft.path)
        else "markdown",
        "source": "repository",
        "license": file.license if file else origin.license,
        "split_group": f"{origin.name}/{draft.path}",
    }


def fault(row: dict, longest: int) -> str | None:
    """Why a row is not worth having, None where it is."""
    asked, answer = row["instruction"], row["output"]
    if texts.repeats(asked, answer):
        return "answer repeats the question"
    if len(answer) + len(row["input"]) + len(asked) > longest:
        return "too long"
    return None


def chosen(rows: list[dict], count: int | None, seed: int) -> list[dict]:
    """`count` of the rows in the shares of their categories, mixed; what a category lacks is left
    to the others."""

    def key(row: dict) -> int:
        return digest(seed, row["id"], row["instruction"])

    rows = sorted(rows, key=key)
    if count is None or count >= len(rows):
        return rows
    by_category = defaultdict(list)
    for row in rows:
        by_category[row["category"]].append(row)
    # Each row has a rank that grows slower where the share is larger.
    ranked = [
        ((number + 0.5) / CATEGORIES[name].share, name, number)
        for name, some in by_category.items()
        for number in range(len(some))
    ]
    wanted = sorted(ranked)[:count]
    return sorted((by_category[name][number] for _, name, number in wanted), key=key)
