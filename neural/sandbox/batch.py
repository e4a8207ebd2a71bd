"""Many samples of one language: compiled together, called one by one, each with its own result."""

import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from neural.sandbox import box, cached, toolchains
from neural.sandbox.box import Limits, Mount

FILES = {
    "python": "solution.py",
    "go": "solution.go",
    "javascript": "solution.mjs",
    "java": "Solution.java",
}
RUNNER = {"python": "run.py", "go": "*.go", "javascript": "run.mjs", "java": "*.java"}
SHOWN = {**FILES, "javascript": "solution.js"}
CALLING = Limits(seconds=2, memory=1 << 30, processes=64)
COMPILING = Limits(seconds=300, memory=3 << 30, processes=512, file=256 << 20, disk=512 << 20)


@dataclass(frozen=True)
class Sample:
    """A source text, what to call in it (`family.Signature.entry`) and the arguments as JSON."""

    source: str
    entry: dict
    calls: Sequence


@dataclass
class Result:
    """An outcome for each call made: {"value": ...} or {"error": kinds, "message", "line"}.

    `failure` says why calls are missing: "compile", "load", "timeout", "memory", "output" or
    "crash", with its message.
    """

    outcomes: list[dict] = field(default_factory=list)
    failure: str = ""
    message: str = ""


def run(language: str, samples: Sequence[Sample], limits: Limits = CALLING) -> list[Result]:
    """One result for each sample; UserError where the language is not installed."""
    toolchain = toolchains.find(language)
    with tempfile.TemporaryDirectory(prefix="batch-") as folder:
        batch = _Batch(language, toolchain, samples, Path(folder), limits)
        batch.write()
        batch.compile()
        batch.call()
        return batch.results


class _Batch:
    def __init__(self, language, toolchain, samples, folder: Path, limits: Limits) -> None:
        self.language = language
        self.toolchain = toolchain
        self.samples = samples
        self.limits = limits
        self.results = [Result() for _ in samples]
        self.source = folder / "box"
        self.out = folder / "out"
        self.source.mkdir()
        self.out.mkdir()
        self.mounts = [
            Mount(self.source, "/box"),
            *(Mount(path) for path in toolchain.shown if not str(path).startswith("/usr/")),
        ]

    def write(self) -> None:
        """The samples' sources and the jobs."""
        name = FILES[self.language]
        jobs = []
        for i, sample in enumerate(self.samples):
            at = self.source / f"s{i}" / name
            at.parent.mkdir()
            at.write_text(PREPARE[self.language](i, sample), encoding="utf-8")
            jobs.append(
                {
                    "source": f"s{i}/{name}",
                    "file": name,
                    "entry": sample.entry,
                    "calls": sample.calls,
                }
            )
        (self.source / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
        for runner in cached.RUNNERS.glob(RUNNER[self.language]):
            (self.source / runner.name).write_bytes(runner.read_bytes())

    def compile(self) -> None:
        """Marks the samples that do not compile."""
        if self.language == "go":
            self._compile_go()
        elif self.language == "java":
            self._compile_java()

    def call(self) -> None:
        """Runs until each sample has a result; a death costs only the sample that was running."""
        waiting = [i for i, result in enumerate(self.results) if not result.failure]
        while waiting:
            running = None

            def listen(line: bytes) -> None:
                nonlocal running
                number, what, value = json.loads(line)
                result = self.results[number]
                if what == "begin":
                    running = number
                    waiting.remove(number)
                elif what == "end":
                    running = None
                    if value and not result.failure:
                        result.failure, result.message = "crash", _death(value, "")
                elif what == "load":
                    result.failure, result.message = "load", self._place(value)
                else:
                    result.outcomes.append(value)

            ended = box.run(
                self._runner(),
                [*self.mounts, Mount(self.out, "/out")],
                stdin=" ".join(map(str, waiting)),
                limits=self.limits,
                environment={"HOME": "/tmp"},
                listen=listen,
            )
            if running is not None:
                self._blame(self.results[running], ended)
            elif waiting and len(waiting) == len(self.samples):
                raise RuntimeError(f"{self.language} runner: {ended.stderr or ended}")

    def _blame(self, result: Result, ended: box.Ended) -> None:
        if ended.why == "timeout":
            result.failure = "timeout"
            result.message = f"did not finish within {self.limits.seconds:g} s"
        elif ended.why == "memory":
            result.failure = "memory"
            result.message = f"used more than {self.limits.memory >> 20} MB"
        elif ended.why == "output":
            result.failure = "output"
            result.message = f"printed more than {self.limits.output >> 10} kB"
        else:
            result.failure, result.message = "crash", _death(ended.code, ended.stderr)

    def _place(self, failure: dict) -> str:
        line = f":{failure['line']}" if failure.get("line") else ""
        return f"{SHOWN[self.language]}{line}: {failure['error'][0]}: {failure['message']}"

    def _runner(self) -> list[str]:
        if self.language == "python":
            return [self.toolchain.program("python3"), "-I", "-S", "/box/run.py"]
        if self.language == "javascript":
            flags = ["--permission", "--allow-fs-read=/box", "--no-warnings", "--stack-size=2000"]
            return [self.toolchain.program("node"), *flags, "/box/run.mjs"]
        if self.language == "go":
            return ["/out/main"]
        return self._java("run")

    def _java(self, what: str) -> list[str]:
        flags = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto"]
        return [self.toolchain.program("java"), *flags, "-Xmx512m", "-cp", "/runner", "Run", what]

    def _compile_java(self) -> None:
        runner = Mount(cached.java_runner(self.toolchain), "/runner")
        self.mounts.append(runner)

        def listen(line: bytes) -> None:
            number, _, found = json.loads(line)
            result = self.results[number]
            result.failure = "compile"
            message = found["message"].replace(f"s{number}.", "")
            result.message = f"{SHOWN['java']}:{found['line']}: {message}"

        ended = box.run(
            self._java("compile"),
            [*self.mounts, Mount(self.out, "/out", writable=True)],
            limits=COMPILING,
            listen=listen,
        )
        if ended.why != "exit" or ended.code:
            raise RuntimeError(f"javac: {ended}")

    def _compile_go(self) -> None:
        for i, sample in enumerate(self.samples):
            if go_target(i, sample) is None:
                self.results[i].failure = "compile"
                self.results[i].message = f"{SHOWN['go']}: no {go_wanted(sample)}"
                (self.source / f"s{i}" / FILES["go"]).unlink()
        with cached.go_cache(self.toolchain) as cache:
            while self._build_go(cache):
                pass

    def _build_go(self, cache: Path) -> bool:
        """Whether there were errors, after whose samples are marked another build is due."""
        good = [i for i, result in enumerate(self.results) if not result.failure]
        registry = ["package main", "", "import ("]
        registry += [f'\t"box/s{i}"' for i in good]
        first = len(registry) + 4
        registry += [")", "", "var registry = map[int]any{"]
        registry += [f"\t{i}: {go_target(i, self.samples[i])}," for i in good] + ["}", ""]
        (self.source / "registry.go").write_text("\n".join(registry))
        language = ".".join(self.toolchain.version.split(".")[:2])
        (self.source / "go.mod").write_text(f"module box\n\ngo {language}\n")
        ended = box.run(
            [
                self.toolchain.program("go"),
                "build",
                *GO_FLAGS,
                "-o",
                "/out/main",
                ".",
            ],
            [
                *self.mounts,
                Mount(self.out, "/out", writable=True),
                Mount(cache, "/cache", writable=True),
            ],
            limits=COMPILING,
            environment=cached.GO_ENVIRONMENT | {"GOROOT": str(self.toolchain.home), "GOGC": "400"},
        )
        if ended.why != "exit":
            raise RuntimeError(f"go build: {ended}")
        found = False
        for line in ended.stderr.splitlines():
            match = re.match(r"(?:\./)?(?:s(\d+)/solution|registry)\.go:(\d+)(?::\d+)?: (.*)", line)
            if not match:
                continue
            if match[1]:
                number, place = int(match[1]), f":{match[2]}"
            else:
                number, place = good[int(match[2]) - first], ""
            result = self.results[number]
            if not result.failure:
                found = True
                result.failure = "compile"
                text = match[3].replace(f"s{number}.", "")
                result.message = f"{SHOWN['go']}{place}: {text}"
        if ended.code and not found:
            raise RuntimeError(f"go build: {ended.stderr}")
        return found


# No debugger comes; the standard library keeps its flags, with which it is in the cache.
GO_FLAGS = ["-C", "/box", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=box/...=-dwarf=false"]
GO_TYPES = {"int": "int", "long": "int64", "float": "float64", "str": "string", "bool": "bool"}


def go_wanted(sample: Sample) -> str:
    name = sample.entry["name"]
    return f"constructor of {name}" if sample.entry["methods"] else f"function {name}"


def go_target(i: int, sample: Sample) -> str | None:
    """The Go expression for what is called: `s3.NewStack[int]`; None where there is none."""
    name = sample.entry["name"].replace("_", "")
    prefix = "New" if sample.entry["methods"] else ""
    found = re.search(
        rf"^func ({prefix}{name})(?:\[([^\]]*)\])?\(", sample.source, re.MULTILINE | re.IGNORECASE
    )
    if not found:
        return None
    types = ""
    if found[2]:
        given = [GO_TYPES[each] for each in sample.entry["generics"].values()]
        types = f"[{', '.join(given[: len(found[2].split(','))])}]"
    return f"s{i}.{found[1]}{types}"


def _javascript(i: int, sample: Sample) -> str:
    name = sample.entry["name"].replace("_", "")
    found = re.search(
        rf"^(?:async )?(?:function\*?|class|const|let) ({name})\b",
        sample.source,
        re.MULTILINE | re.IGNORECASE,
    )
    return f"{sample.source}\nexport {{ {found[1]} }};\n" if found else sample.source


PREPARE = {
    "python": lambda i, sample: sample.source,
    "go": lambda i, sample: f"package s{i}; {sample.source}",
    "javascript": _javascript,
    "java": lambda i, sample: f"package s{i}; {sample.source}",
}


def _death(code: int, stderr: str) -> str:
    """Why a process died, in a line without addresses."""
    lines = [line for line in stderr.splitlines() if line.strip()]
    for line in lines:
        if re.match(r"(panic|fatal error|runtime): |.*Error: |.*Exception: ", line):
            return line.strip()
    code = code - 128 if code > 128 else code
    if code in (-9, 9):
        return "was killed"
    return f"ended with exit code {code} before its result"
