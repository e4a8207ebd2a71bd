"""Many programs at once: equal ones only once, each language in batches, two boxes side by side."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from neural.sandbox import batch
from neural.sandbox.batch import Result, Sample
from neural.sandbox.box import Limits

LIMITS = Limits(seconds=1, memory=1 << 30, processes=64)
BATCH = {"python": 400, "go": 300, "javascript": 400, "java": 300}  # programs of a box


@dataclass(frozen=True)
class Program:
    """A source text and its calls; `again` is run in another process than what is not."""

    language: str
    source: str
    entry: dict
    calls: list
    again: bool = False

    @property
    def key(self) -> str:
        return json.dumps([self.language, self.source, self.entry["name"], self.calls, self.again])


def run(programs: Sequence[Program], threads: int = 2) -> list[Result]:
    """One result for each program, whatever the order in which they end."""
    distinct = {each.key: each for each in programs}
    groups: dict[tuple, list[str]] = {}
    for key, each in distinct.items():
        groups.setdefault((each.language, each.again), []).append(key)
    jobs = [
        keys[start : start + BATCH[language]]
        for (language, _), keys in groups.items()
        for start in range(0, len(keys), BATCH[language])
    ]

    def work(keys: list[str]) -> list[Result]:
        chosen = [distinct[key] for key in keys]
        samples = [Sample(each.source, each.entry, each.calls) for each in chosen]
        return batch.run(chosen[0].language, samples, LIMITS)

    with ThreadPoolExecutor(max(1, threads)) as pool:
        done = list(pool.map(work, jobs))
    results = {
        key: result
        for keys, found in zip(jobs, done, strict=True)
        for key, result in zip(keys, found, strict=True)
    }
    return [results[each.key] for each in programs]
