"""Coding rows made and verified a second, against one program a compilation in the same run.

python bench/coding.py --rows 400
"""

import argparse
import os
import time

from neural.domains import coding
from neural.domains.coding import library
from neural.domains.coding.problem import Problem
from neural.sandbox import batch, box, toolchains
from neural.sandbox.batch import Sample

SINGLY = 6  # programs of a language that are compiled and run one at a time


def processor() -> float:
    """Seconds of this process and of all boxes so far."""
    times = os.times()
    return times.user + times.system + box.spent()


def singly(language: str) -> tuple[float, float]:
    """Programs a second and processor seconds of a program, each in a batch of its own."""
    problems = [
        Problem(topic, family.variants[0], language)
        for topic in map(library.load, library.names())
        for family in topic.families.values()
        if language in topic.languages(family.name)
    ][:SINGLY]
    began, used = time.perf_counter(), processor()
    for each in problems:
        batch.run(language, [Sample(each.source.whole, each.family.entry, each.calls)])
    count = len(problems)
    return count / (time.perf_counter() - began), (processor() - used) / count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=400, help="of each language")
    args = parser.parse_args()
    print("language     rows/s  verified/s  CPU s/row  CPU s/verified  one at a time/s  ratio")
    total = spent = 0.0
    languages = [each for each in toolchains.LANGUAGES if not toolchains.missing([each])]
    for language in languages:
        batch.run(language, [])  # the standard library and the runner are compiled once
        began, used = time.perf_counter(), processor()
        rows = list(coding.generate(args.rows, 1, languages=[language]))
        made, cost = time.perf_counter() - began, processor() - used
        began, used = time.perf_counter(), processor()
        wrong = coding.verify(rows)
        checked, checking = time.perf_counter() - began, processor() - used
        if wrong:
            raise SystemExit(f"{language}: {wrong[0]}")
        alone, alone_cost = singly(language)
        count = len(rows)
        print(
            f"{language:<11} {count / made:7.1f} {count / checked:11.1f} {cost / count:10.3f} "
            f"{checking / count:15.3f} {alone:16.1f} {alone_cost * count / checking:6.1f}"
        )
        total += count
        spent += checking
    print(
        f"all: {spent / total:.4f} CPU seconds to verify a row, so {2 * total / spent:.0f} rows/s"
    )
    print("on two cores with nothing beside; ratio: CPU of a program alone to that of a row")


if __name__ == "__main__":
    main()
