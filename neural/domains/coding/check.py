"""Holds a topic's solutions against each other, its properties and its texts."""

import difflib
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from neural.domains.coding import texts
from neural.domains.coding.family import Variant, asked
from neural.domains.coding.kinds import Raised, same
from neural.domains.coding.library import Topic
from neural.domains.coding.sources import Source
from neural.errors import UserError
from neural.sandbox import batch, toolchains
from neural.sandbox.batch import Result, Sample

CASES = 40
SAFE = 2**53
WIDTH = 88
LINT = "E,F,W,I,B,UP,SIM,C4,PIE"
PRETTIER = Path(sys.prefix) / "checker/node_modules/prettier/bin/prettier.cjs"
# By language, the extension that its formatter expects and what it needs before a section.
FORMATTED = {"python": ("py", ""), "go": ("go", "package p\n\n"), "javascript": ("js", "")}
COMMON = 0.9  # of a variant's results, at most, may be one and the same
SHOWN = 3  # disagreements of a variant and language


@dataclass(frozen=True)
class Checked:
    """What was looked at, and what is wrong, in sentences."""

    families: int
    programs: dict[str, int]
    calls: int
    problems: list[str]


@dataclass(frozen=True)
class _Program:
    variant: Variant
    language: str
    source: Source
    path: Path

    def line(self, number: int) -> str:
        """The place in the author's file of a line of the text that was compiled."""
        number = self.source.lines[min(number, len(self.source.lines)) - 1]
        path = self.path.resolve()
        folder = Path.cwd()
        return f"{path.relative_to(folder) if path.is_relative_to(folder) else path}:{number}"

    @property
    def where(self) -> str:
        return f"{self.variant} {self.language}"

    def real(self, message: str) -> str:
        """A message whose line is the author's own."""
        pattern = r"\b[Ss]olution\.(?:py|go|js|java):(\d+)"
        return re.sub(pattern, lambda match: self.line(int(match[1])), message, count=1)


def check(
    topic: Topic,
    families: Sequence[str] = (),
    languages: Sequence[str] = toolchains.LANGUAGES,
    cases: int = CASES,
    seed: int = 0,
) -> Checked:
    """Compiles all solutions, runs edges and random cases in all languages and compares."""
    problems: list[str] = []
    programs: list[_Program] = []
    calls: dict[str, list[tuple]] = {}
    for name in families or topic.families:
        found, wrong = _prepare(topic, name, languages)
        problems += wrong
        for variant in {str(each.variant): each.variant for each in found}.values():
            try:
                calls[str(variant)] = variant.cases(Random(f"{seed} {name}"), cases)
                [variant.family.call.wire(case) for case in calls[str(variant)]]
            except Exception as error:  # an author's own code
                problems.append(f"{variant}: inputs: {type(error).__name__}: {error}")
                found = [each for each in found if each.variant is not variant]
        programs += found
    problems += _formatted(programs)
    results = _run(programs, calls)
    problems += _compare(programs, calls, results)
    counts = {each: sum(p.language == each for p in programs) for each in languages}
    total = sum(len(calls[str(each.variant)]) for each in programs)
    return Checked(len(families or topic.families), counts, total, _once(problems))


def _once(problems: list[str]) -> list[str]:
    """What several variants have in common only once, with their number."""
    said: dict[str, list[str]] = defaultdict(list)
    for each in problems:
        said[re.sub(r"^(\w+)\[.*?\](?= \w+: )", r"\1", each)].append(each)
    return [
        all_of[0] if len(all_of) == 1 else f"{common} (in {len(all_of)} variants)"
        for common, all_of in said.items()
    ]


def _prepare(topic: Topic, name: str, languages: Sequence[str]) -> tuple[list[_Program], list[str]]:
    family = topic.families[name]
    programs, problems = [], []
    said: dict[tuple, str] = {}
    if not family.requests:
        problems.append(f"{name}: has no requests")
    solved = [each for each in topic.languages(name) if each in languages or each == "python"]
    try:
        variants = family.variants
        for variant in variants:
            for language in solved:
                source = topic.source(variant, language)
                path = topic.sections[language][name].path
                programs.append(_Program(variant, language, source, path))
                wanted = [texts.statement(variant, language, source.whole)]
                wanted += texts.requests(variant, language, source.whole)
                for i, text in enumerate(wanted):
                    other = said.setdefault((language, i, text), str(variant))
                    if other != str(variant):
                        what = "statement" if i == 0 else f"request {i}"
                        problems.append(f"{other} and {variant}: {what} says the same for both")
    except UserError as error:
        return [], [*problems, f"{name}: {error}"]
    return programs, problems


def _formatted(programs: Sequence[_Program]) -> Iterator[str]:
    """What the languages' own formatters or the linter would change."""
    for language, (extension, head) in FORMATTED.items():
        chosen = [each for each in programs if each.language == language]
        if not chosen:
            continue
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, f"{i}.{extension}") for i in range(len(chosen))]
            for file, each in zip(files, chosen, strict=True):
                file.write_text(head + each.source.whole, encoding="utf-8")
            for line in _format(language, folder):
                if match := re.search(rf"(\d+)\.{extension}:(\d+):\d+:? (.*)", line):
                    each = chosen[int(match[1])]
                    place = each.line(int(match[2]) - head.count("\n"))
                    yield f"{each.where}: {place}: {match[3]}"
            for file, each in zip(files, chosen, strict=True):
                after = file.read_text(encoding="utf-8").removeprefix(head)
                if after != each.source.whole:
                    yield f"{each.where}: {_change(each, after)}"
    for each in programs:
        for line, text in enumerate(each.source.whole.splitlines(), 1):
            if len(text) > WIDTH and each.language == "java":
                yield f"{each.where}: {each.line(line)}: over {WIDTH} characters"


def _format(language: str, folder: str) -> list[str]:
    """Formats all files in place; returns lines of complaint."""
    binaries = Path(sys.prefix) / "bin"
    ruff = ["--isolated", "--no-cache", "--line-length", str(WIDTH)]
    if language == "python":
        lint = ["check", *ruff, "--target-version", "py311", "--select", LINT, "--output-format"]
        commands = [[binaries / "ruff", *lint, "concise", "."]]
        commands += [[binaries / "ruff", "format", *ruff, "--quiet", "."]]
    elif language == "go":
        commands = [[toolchains.find("go").program("gofmt"), "-s", "-w", "."]]
    else:
        options = ["--write", "--single-quote", "--print-width", str(WIDTH), "--log-level=error"]
        node = toolchains.find("javascript").program("node")
        commands = [[node, PRETTIER, *options, "."]]
    lines = []
    for command in commands:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        lines += (done.stdout + done.stderr).splitlines()
    return lines


def _change(program: _Program, after: str) -> str:
    """The first place where formatting changes a source."""
    before, wanted = program.source.whole.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, before, wanted, autojunk=False)
    _, i1, i2, j1, j2 = next(each for each in matcher.get_opcodes() if each[0] != "equal")
    lines = [f"  - {line}" for line in before[i1:i2]] + [f"  + {line}" for line in wanted[j1:j2]]
    return "\n".join([f"{program.line(i1 + 1)}: the formatter wants", *lines])


def _run(
    programs: Sequence[_Program], calls: dict[str, list[tuple]]
) -> dict[tuple[str, str], Result]:
    by_language = defaultdict(list)
    for each in programs:
        by_language[each.language].append(each)

    def all_of(language: str) -> list[Result]:
        samples = [
            Sample(
                each.source.whole,
                each.variant.family.entry,
                [each.variant.family.call.wire(case) for case in calls[str(each.variant)]],
            )
            for each in by_language[language]
        ]
        return batch.run(language, samples)

    with ThreadPoolExecutor(2) as pool:
        done = dict(zip(by_language, pool.map(all_of, by_language), strict=True))
    return {
        (str(each.variant), language): result
        for language, results in done.items()
        for each, result in zip(by_language[language], results, strict=True)
    }


def _compare(programs, calls, results) -> Iterator[str]:
    right: dict[str, list] = {}
    for each in programs:
        result = results[str(each.variant), each.language]
        cases = calls[str(each.variant)]
        if result.failure:
            at = cases[len(result.outcomes)] if len(result.outcomes) < len(cases) else None
            shown = f"{each.variant.family.call.show(at)}: " if at and result.outcomes else ""
            yield f"{each.where}: {shown}{result.failure}: {each.real(result.message)}"
            continue
        call = each.variant.family.call
        values = [call.result(c, o) for c, o in zip(cases, result.outcomes, strict=True)]
        if each.language == "python":
            right[str(each.variant)] = values
            yield from _sensible(each, cases, values)
        wrong = list(_wrong(each, cases, values, result, right.get(str(each.variant))))
        yield from wrong[:SHOWN]
        if len(wrong) > SHOWN:
            yield f"{each.where}: {len(wrong) - SHOWN} more like these"
    yield from _distinct(programs, calls, right)


def _wrong(program: _Program, cases, values, result: Result, right) -> Iterator[str]:
    family = program.variant.family
    for i, (case, value, outcome) in enumerate(zip(cases, values, result.outcomes, strict=True)):
        shown = f"{program.where}: {family.call.show(case)}"
        for raised in _raised(value):
            if not any(each.fits(raised, program.language) for each in family.errors.values()):
                at = f" ({program.line(outcome['line'])})" if outcome.get("line") else ""
                yield f"{shown} failed with {raised}{at}, which is none of errors"
                break
        else:
            if right is not None and not same(value, right[i]):
                yield f"{shown} = {_say(value)}, but in Python {_say(right[i])}"
        if outcome.get("changed"):
            yield f"{shown} changed its arguments"


def _say(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_say, value))}]"
    return str(value) if isinstance(value, Raised) else repr(value)


def _raised(value: Any) -> list[Raised]:
    items = value if isinstance(value, list) else [value]
    return [each for each in items if isinstance(each, Raised)]


def _sensible(program: _Program, cases, values) -> Iterator[str]:
    """What the values themselves say about properties, oracle and inputs."""
    family = program.variant.family
    for case, value in zip(cases, values, strict=True):
        shown = family.call.show(case)
        if isinstance(value, Raised):
            continue
        if "long" not in family.signature and _beyond(value):
            yield f"{program.where}: {shown} = {value!r} is beyond 2^53: make it long or smaller"
        names = program.variant.named(case) | {"result": value}
        try:
            for each in family.properties:
                if not asked(each, names):
                    label = each.__name__ if each.__name__ != "<lambda>" else "a property"
                    yield f"{program.where}: {shown} = {_say(value)}: {label} does not hold"
            if family.oracle and not same(value, wanted := asked(family.oracle, names)):
                yield f"{program.where}: {shown} = {_say(value)}, but the oracle has {wanted!r}"
        except Exception as error:  # an author's own code
            yield f"{program.where}: {shown}: property: {type(error).__name__}: {error}"
            return
    counted = defaultdict(int)
    for value in values:
        counted[_say(value)] += 1
    most = max(counted, key=counted.get)
    if len(values) >= 10 and counted[most] > COMMON * len(values):
        yield f"{program.where}: {counted[most]} of {len(values)} results are {most}: draw better"
    if family.errors and all(isinstance(value, Raised) for value in values):
        yield f"{program.where}: all calls fail"


def _beyond(value: Any) -> bool:
    if isinstance(value, (list, tuple, set)):
        return any(map(_beyond, value))
    if isinstance(value, dict):
        return any(map(_beyond, value.values()))
    return isinstance(value, int) and abs(value) > SAFE


def _distinct(programs, calls, right) -> Iterator[str]:
    """Variants that no call tells apart, and errors that no call raises."""
    families = {each.variant.family.name: each.variant.family for each in programs}
    for family in families.values():
        variants = [each for each in family.variants if str(each) in right]
        for one, other in combinations(variants, 2):
            pair = zip(right[str(one)], right[str(other)], strict=False)
            alike = calls[str(one)] == calls[str(other)]
            if alike and all(same(a, b) for a, b in pair):
                yield f"{one} and {other} agree on all calls: no difference, or too weak inputs"
        raised = [r for each in variants for value in right[str(each)] for r in _raised(value)]
        for name, failure in family.errors.items():
            if variants and not any(failure.fits(each, "python") for each in raised):
                yield f"{family.name}: no call raises {name}: add an edge"
