"""Runs a project's own test files in the sandbox: which pass, which fail, with what message."""

import json
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from neural.errors import UserError
from neural.sandbox import box, cached, toolchains
from neural.sandbox.box import Ended, Limits, Mount

LIMITS = Limits(
    seconds=120, memory=3 << 30, processes=512, file=256 << 20, disk=512 << 20, output=16 << 20
)
LONGEST, WIDEST = 24, 1600  # lines and characters of a message
JUNIT = re.compile(rb"^import (?:static )?org\.(?:junit|testng)\b", re.M)
MAIN = re.compile(rb"\bstatic\s+void\s+main\s*\(")
PACKAGE = re.compile(rb"^\s*package\s+([\w.]+)\s*;", re.M)


@dataclass
class Ran:
    """Tests by name: those that passed, those that failed with their messages, and files that did
    not load with theirs. `why` says why nothing was run, "" where something was."""

    passed: set[str] = field(default_factory=set)
    failed: dict[str, str] = field(default_factory=dict)
    loading: dict[str, str] = field(default_factory=dict)
    why: str = ""

    def take(self, name: str, what: str, message: str) -> None:
        """A test's outcome; a later one of the same test counts, if it is worse."""
        if what == "pass":
            self.passed |= {name} - self.failed.keys()
        else:
            self.passed.discard(name)
            found = self.failed if what == "fail" else self.loading
            found.setdefault(name, cleaned(message))


def cleaned(message: str) -> str:
    """A message without what differs from run to run and from machine to machine."""
    text = message.replace("file:///box/", "").replace("/box/", "").replace("\r", "")
    text = re.sub(r"\b0x[0-9a-f]{6,}\b", "0x...", text).encode(errors="replace").decode()
    text = re.sub(r"\x1b\[[\d;]*[A-Za-z]|[^\n\t -~\u00a0-\U0010ffff]", "", text)  # colours, bells
    lines = [line.rstrip() for line in textwrap.dedent(text.expandtabs(4)).strip("\n").split("\n")]
    if len(lines) > LONGEST:
        lines = [*lines[: LONGEST // 2], "...", *lines[-LONGEST // 2 :]]
    text = "\n".join(lines)
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}..."


@contextmanager
def open_bench(python: str | None = None, modules: Path | None = None) -> Iterator["Bench"]:
    """Where tests are run. `python`: an interpreter that has what the project needs (None: this
    one). `modules`: the project's node_modules. UserError where that is no interpreter."""
    with ExitStack() as stack:
        yield Bench(stack, *_interpreter(python), modules)


def _interpreter(python: str | None) -> tuple[str, list[Path]]:
    """The program, and the folders that a box has to see for it."""
    asked = "import sys; print(sys.executable, sys.prefix, sys.base_prefix, sep='\\n')"
    program = python or sys.executable
    try:
        done = subprocess.run(
            [program, "-I", "-c", asked], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        raise UserError(f"{python}: no Python that runs; give the path of one.") from None
    executable, *folders = done.stdout.splitlines()
    seen = dict.fromkeys([*folders, *(str(Path(each).resolve()) for each in folders)])
    return executable, [Path(each) for each in seen if not f"{each}/".startswith("/usr/")]


class Bench:
    """Keeps what compilers made from one run to the next."""

    def __init__(
        self, stack: ExitStack, python: str, shown: list[Path], modules: Path | None
    ) -> None:
        self.stack, self.python, self.shown, self.modules = stack, python, shown, modules
        self._go: list[Mount] = []

    def run(self, language: str, tree: Path, tests: Sequence[str], again: bool = False) -> Ran:
        """What the test files, named from the tree's root, say. `again`: where the language orders
        its sets by chance, in another order."""
        how = {"python": self._python, "go": self._with_go, "javascript": self._node}
        return how.get(language, self._java)(tree, tests, again)

    def _boxed(
        self, command: Sequence[str], tree: Path, mounts: list[Mount], environment: dict, at: str
    ) -> tuple[Ended, Ran]:
        ran = Ran()
        runners = Mount(cached.RUNNERS, "/runners")
        inside = ["/bin/sh", "-c", f'cd {shlex.quote(f"/box/{at}")} && exec "$@"', "sh", *command]
        ended = box.run(
            inside,
            [Mount(tree, "/box"), runners, *mounts],
            limits=LIMITS,
            environment={"HOME": "/tmp", **environment},
            listen=lambda line: _hear(ran, line),
        )
        if ended.why != "exit":
            ran.why = f"its tests ended with {ended.why}"
        return ended, ran

    def _python(self, tree: Path, tests: Sequence[str], again: bool) -> Ran:
        environment = {
            "PYTHONPATH": "/box/src:/box",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "2" if again else "1",
        }
        if self.python == sys.executable:  # whose plugins are not the project's
            environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        command = [self.python, "/runners/suite.py", *tests]
        mounts = [Mount(each) for each in self.shown]
        return self._boxed(command, tree, mounts, environment, "")[1]

    def _node(self, tree: Path, tests: Sequence[str], again: bool) -> Ran:
        toolchain = toolchains.find("javascript")
        mounts = [Mount(path) for path in _apart(toolchain.shown)]
        if self.modules:
            (tree / "node_modules").mkdir(exist_ok=True)
            mounts.append(Mount(self.modules, "/box/node_modules"))
        reporter = ["--test-reporter=/runners/suite.mjs", "--test-reporter-destination=stdout"]
        command = [toolchain.program("node"), "--no-warnings", "--test", *reporter, *tests]
        return self._boxed(command, tree, mounts, {}, "")[1]

    def _with_go(self, tree: Path, tests: Sequence[str], again: bool) -> Ran:
        folders = sorted({str(Path(each).parent) for each in tests})
        roots = {_module(tree, each) for each in folders}
        if len(roots) != 1 or None in roots:
            return Ran(why="its Go tests are in no module, or in several")
        toolchain, root = toolchains.find("go"), roots.pop()
        packages = [f"./{Path(each).relative_to(root)}" for each in folders]
        command = [toolchain.program("go"), "test", "-json", "-count=1", "-vet=off"]
        environment = cached.GO_ENVIRONMENT | {"GOROOT": str(toolchain.home), "GOFLAGS": ""}
        mounts = [Mount(path) for path in _apart(toolchain.shown)]
        if not self._go:
            cache = self.stack.enter_context(cached.go_cache(toolchain))
            self._go = [Mount(cache, "/cache", writable=True), *_go_modules(toolchain)]
        if len(self._go) > 1:
            environment["GOMODCACHE"] = "/modules"
        command += ["-timeout=100s", *packages]
        ended, ran = self._boxed(command, tree, [*mounts, *self._go], environment, root)
        return ran if ran.why else _events(ended)

    def _java(self, tree: Path, tests: Sequence[str], again: bool) -> Ran:
        ran, toolchain = Ran(), toolchains.find("java")
        mounts = [Mount(path) for path in _apart(toolchain.shown)]
        roots = _java_roots(tree)
        for each in tests:
            source = (tree / each).read_bytes()
            if JUNIT.search(source):
                return Ran(why="its Java tests need JUnit, and only those with a main are run")
            if not MAIN.search(source):
                continue
            package = PACKAGE.search(source)
            name = f"{package[1].decode()}." if package else ""
            compiled = f"{toolchain.program('javac')} -nowarn -d /tmp/out -sourcepath {roots}"
            started = f"{toolchain.program('java')} -ea -cp /tmp/out {name}{Path(each).stem}"
            script = f"{compiled} {shlex.quote(each)} 1>&2 || exit 99; {started}"
            ended, _ = self._boxed(["/bin/sh", "-c", script], tree, mounts, {}, "")
            if ended.why != "exit":
                return Ran(why=f"its tests ended with {ended.why}")
            what = {0: "pass", 99: "load"}.get(ended.code, "fail")
            ran.take(each, what, ended.stderr)
        return ran


def _hear(ran: Ran, line: bytes) -> None:
    try:
        name, what, message = json.loads(line)
        ran.take(str(name), str(what), str(message))
    except (ValueError, TypeError):
        ran.why = "its tests write where their results are told"


def _apart(shown: Sequence[Path]) -> list[Path]:
    return [path for path in shown if not str(path).startswith("/usr/")]


def _module(tree: Path, folder: str) -> str | None:
    """The nearest folder with a go.mod."""
    at = Path(folder)
    for each in (at, *at.parents):
        if (tree / each / "go.mod").is_file():
            return str(each)
    return None


def _go_modules(toolchain) -> list[Mount]:
    """What `go mod download` brought to this machine."""
    asked = [toolchain.program("go"), "env", "GOMODCACHE"]
    found = Path(subprocess.run(asked, capture_output=True, text=True).stdout.strip() or "/none")
    return [Mount(found, "/modules")] if found.is_dir() else []


def _events(ended: Ended) -> Ran:
    """What `go test -json` printed."""
    ran, said, ends = Ran(), {}, []
    for line in ended.stdout.splitlines():
        try:
            event = json.loads(line)
            action = event["Action"]
        except (ValueError, TypeError, KeyError):
            continue  # printed by a program, not told by go
        package = event.get("Package") or event.get("ImportPath", "").split(" ")[0]
        test = event.get("Test", "").split("/")[0]
        if action in ("output", "build-output"):
            said.setdefault((package, test, action), []).append(event["Output"])
        elif action in ("pass", "fail") and "/" not in event.get("Test", ""):
            ends.append((package, test, action))
    for package, test, action in ends:
        text = "".join(said.get((package, test, "output"), []))
        if test:
            ran.take(f"{package}.{test}", action, _message(text))
        elif action == "fail" and not any(p == package and t for p, t, _ in ends):
            built = "".join(said.get((package, "", "build-output"), []))
            ran.take(package, "load", built or text)
    return ran


def _message(text: str) -> str:
    """A Go test's own lines; of a panic without the goroutines, which differ."""
    text = re.split(r"^\s*goroutine \d+", text, maxsplit=1, flags=re.M)[0]
    kept = [line for line in text.splitlines() if not re.match(r"\s*(=== |--- (FAIL|PASS))", line)]
    return textwrap.dedent("\n".join(kept))


def _java_roots(tree: Path) -> str:
    """The folders under which packages begin, as javac wants them."""
    roots = set()
    for path in sorted(tree.rglob("*.java")):
        found = PACKAGE.search(path.read_bytes())
        depth = found[1].count(b".") + 1 if found else 0
        inside = path.relative_to(tree).parent.parts
        roots.add("/".join(inside[: len(inside) - depth]) or ".")
    return shlex.quote(":".join(sorted(roots)))
