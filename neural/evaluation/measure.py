"""Answers to held-out rows, and how often they are right, with an interval."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from math import sqrt
from pathlib import Path
from types import ModuleType

from neural import files, prompt
from neural.evaluation.ask import Answer, ask
from neural.evaluation.report import GROUPS
from neural.gguf.quantize import summary

SHOWN = 5  # right answers kept as samples; wrong ones are all kept
STOPPED = {"stopped": "It ended by itself, before the longest answer that is allowed."}


def measure(
    gguf: str | Path,
    rows: Sequence[dict],
    domain: ModuleType,
    max_tokens: int = 256,
    threads: int = 1,
    progress: Callable[..., None] = lambda n=1, note="": None,
) -> dict:
    """Asks and scores the rows; the report as plain JSON (see `report_of`), with file and speed."""
    prompts = [prompt.prompt_and_answer(row)[0] for row in rows]
    asked = ask(gguf, prompts, max_tokens, threads, progress)
    scores = [
        {**score, "stopped": answer.stopped}
        for score, answer in zip(_scores(rows, asked.answers, domain), asked.answers, strict=True)
    ]
    file = {"name": Path(gguf).name, "sha256": files.sha256(gguf), **asdict(summary(gguf))}
    speed = {
        "tokens_per_second": asked.tokens_per_second,
        "tokens": sum(len(answer.tokens) for answer in asked.answers),
        "seconds": asked.seconds,
    }
    found = report_of(rows, asked.answers, scores, domain.METRICS | STOPPED)
    return found | {"speed": speed, "file": file}


def judge(name: str | Path, rows: Sequence[dict], texts: Sequence[str], domain: ModuleType) -> dict:
    """Scores answers that another model gave and that stand in the file `name`."""
    answers = [Answer(text, stopped=True, tokens=()) for text in texts]
    found = report_of(rows, answers, _scores(rows, answers, domain), domain.METRICS)
    return found | {"file": {"name": Path(name).name, "sha256": files.sha256(name)}}


def report_of(
    rows: Sequence[dict],
    answers: Sequence[Answer],
    scores: Sequence[dict],
    metrics: Mapping[str, str],
) -> dict:
    """Rates overall and by each of GROUPS that rows have; every wrong row.

    `metrics`: as a domain's METRICS. A rate is {"hits", "of", "rate", "low", "high"}: the last two
    a Wilson 95% interval.
    """
    right, wrong = [], []
    for row, answer, score in zip(rows, answers, scores, strict=True):
        first = next(score[name] for name in metrics if name in score)
        if first == 1:
            right.append(shown(row, answer, score))
        else:
            wrong.append(shown(row, answer, score) | {"mistake": _mistake(answer, score)})
    found = rates(scores)
    overall = {name: found[name] for name in metrics if name in found}
    return {
        "headline": next(iter(overall)),
        "metrics": {name: metrics[name] for name in overall},
        "rows": len(rows),
        "overall": overall,
        **{part: _by(rows, scores, key) for part, key in GROUPS.items()},
        "too_long": [r.get("id") for r, a in zip(rows, answers, strict=True) if not a.fits],
        "right": right[:SHOWN],
        "wrong": wrong,
    }


def shown(row: dict, answer: Answer, score: dict) -> dict:
    """What a person needs to see of one row."""
    *_, asked, expected = prompt.messages(row)
    return {
        "id": row.get("id"),
        **{key: row[key] for key in GROUPS.values() if row.get(key) is not None},
        "question": row.get("instruction", asked["content"]),
        "context": row.get("input") or "",
        "expected": expected["content"],
        "answer": answer.text,
        **score,
    }


def rates(scores: Sequence[dict]) -> dict[str, dict]:
    """A rate for each metric; rows that a metric does not concern lack it and do not count."""
    names = dict.fromkeys(name for score in scores for name in score if name != "mistake")
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


def _scores(rows: Sequence[dict], answers: Sequence[Answer], domain: ModuleType) -> list[dict]:
    return domain.score(list(rows), [answer.text for answer in answers])


def _mistake(answer: Answer, score: dict) -> dict[str, str]:
    """What went wrong, by "kind": what the model did before what its domain says of it."""
    found = score.get("mistake", {"kind": "another answer"})
    if not answer.fits:
        return found | {"kind": "prompt longer than the context"}
    return found if answer.stopped else found | {"kind": "did not stop"}


def _by(rows: Sequence[dict], scores: Sequence[dict], key: str) -> dict[str, dict]:
    groups = defaultdict(list)
    for row, score in zip(rows, scores, strict=True):
        if row.get(key) is not None:
            groups[str(row[key])].append(score)
    names = sorted(groups, key=lambda name: name.zfill(9) if name.isdigit() else name)
    return {name: rates(groups[name]) for name in names}
