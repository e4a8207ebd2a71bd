"""Held-out rows, a GGUF's answers to them, and how often they are right, with an interval."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from hashlib import sha256
from math import sqrt
from pathlib import Path
from types import ModuleType

from neural import files, prompt
from neural.errors import UserError
from neural.evaluation.ask import Asked, ask
from neural.gguf.quantize import summary

SHOWN = 5  # right answers kept as samples; wrong ones are all kept


def choose(rows: Sequence[dict], count: int, source: str | None = None) -> list[dict]:
    """`count` rows (fewer where there are no more), as equally from each `test_set` as can be.

    The choice hangs on the rows' content alone. UserError where there is no row of the source.
    """
    if count < 1:
        raise UserError(f"{count} rows are no measurement; ask for at least 1.")
    sources = sorted({str(row.get("source")) for row in rows})
    rows = [row for row in rows if source in (None, row.get("source"))]
    if not rows:
        raise UserError(
            f"no test row has the source {source!r}; there are {', '.join(sources) or 'no rows'}. "
            "Set --source."
        )
    by_set = defaultdict(list)
    for row in sorted(rows, key=_digest):
        by_set[row.get("test_set", "all")].append(row)
    chosen: list[dict] = []
    turn = 0
    while len(chosen) < min(count, len(rows)):
        for name in sorted(by_set):
            chosen += by_set[name][turn : turn + 1]
        turn += 1
    return chosen[:count]


def measure(
    gguf: str | Path,
    rows: Sequence[dict],
    domain: ModuleType,
    max_tokens: int = 256,
    threads: int = 1,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> dict:
    """Asks and scores the rows; the report as plain JSON (see `report_of`)."""
    prompts = [prompt.prompt_and_answer(row)[0] for row in rows]
    asked = ask(gguf, prompts, max_tokens, threads, progress)
    answers = [answer.text for answer in asked.answers]
    scores = [
        {**score, "stopped": answer.stopped}
        for score, answer in zip(domain.score(list(rows), answers), asked.answers, strict=True)
    ]
    file = {"name": Path(gguf).name, "sha256": files.sha256(gguf), **asdict(summary(gguf))}
    return report_of(rows, asked, scores, domain.HEADLINE) | {"file": file}


def report_of(rows: Sequence[dict], asked: Asked, scores: Sequence[dict], headline: str) -> dict:
    """Rates overall, per test set and per category; every wrong row; speed.

    A rate is {"hits", "of", "rate", "low", "high"}: the last two a Wilson 95% interval.
    """
    wrong = [shown(*three) for three in _three(rows, asked, scores) if not three[2][headline]]
    right = [shown(*three) for three in _three(rows, asked, scores) if three[2][headline]]
    return {
        "headline": headline,
        "rows": len(rows),
        "overall": rates(scores),
        "test_sets": _by(rows, scores, "test_set"),
        "categories": _by(rows, scores, "category"),
        "too_long": [r.get("id") for r, a in zip(rows, asked.answers, strict=True) if not a.fits],
        "speed": {
            "tokens_per_second": asked.tokens_per_second,
            "tokens": sum(len(answer.tokens) for answer in asked.answers),
            "seconds": asked.seconds,
        },
        "right": right[:SHOWN],
        "wrong": wrong,
    }


def shown(row: dict, answer, score: dict) -> dict:
    """What a person needs to see of one row."""
    *_, asked, expected = prompt.messages(row)
    return {
        "id": row.get("id"),
        "test_set": row.get("test_set", "all"),
        "category": row.get("category"),
        "question": row.get("instruction", asked["content"]),
        "expected": expected["content"],
        "answer": answer.text,
        **score,
    }


def rates(scores: Sequence[dict]) -> dict[str, dict]:
    """A rate for each metric; rows that a metric does not concern lack it and do not count."""
    names = dict.fromkeys(name for score in scores for name in score)
    return {name: rate([s[name] for s in scores if name in s]) for name in names}


def rate(values: Sequence[bool | float]) -> dict[str, float]:
    """Mean of values in 0…1 with a Wilson 95% interval (too wide, not too narrow, for floats)."""
    low, high = wilson(float(sum(values)), len(values))
    share = sum(values) / len(values)
    return {
        "hits": sum(values),
        "of": len(values),
        "rate": share,
        "low": low,
        "high": high,
    }


def wilson(hits: float, of: int, z: float = 1.959964) -> tuple[float, float]:
    """Interval that holds the true rate in 95% of samples; sound for few rows and rates near 1."""
    centre = (hits + z * z / 2) / (of + z * z)
    reach = z / (of + z * z) * sqrt(hits * (of - hits) / of + z * z / 4)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def _digest(row: dict) -> bytes:
    """A draw that is the same each time: ids are digests already, but rows by hand have none."""
    return sha256(str(row.get("id") or json.dumps(row, sort_keys=True)).encode()).digest()


def _by(rows: Sequence[dict], scores: Sequence[dict], key: str) -> dict[str, dict]:
    groups = defaultdict(list)
    for row, score in zip(rows, scores, strict=True):
        groups[str(row.get(key, "all"))].append(score)
    return {name: rates(groups[name]) for name in sorted(groups)}


def _three(rows: Sequence[dict], asked: Asked, scores: Sequence[dict]):
    return zip(rows, asked.answers, scores, strict=True)
