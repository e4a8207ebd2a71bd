"""What an artifact was made from: digests of code and of recipes.

Snakemake does not see the modules a script imports. So each rule carries the digests of its
script's import closure as a parameter, and a changed helper makes exactly its users stale.
Comments, docstrings and layout do not count; the files' times never do.
"""

import ast
import hashlib
import json
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from neural.files import atomic_write

ROOT = Path(__file__).parent.parent
DOMAINS = ROOT / "neural" / "domains"
SANDBOX = ROOT / "neural" / "sandbox"
DATA = {"problems", "runners"}  # folders of programs that are read, not imported
KEPT = ".snakemake/lineage.json"
DYNAMIC = {"import_module", "__import__", "spec_from_file_location", "run_path", "run_module"}


def canonical(value: object) -> str:
    """The one JSON text of a value. Snakemake compares parameters as text, order included."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """Sixteen hex digits: enough to tell versions apart, short enough to read in a diff."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def code(script: str, domain: str | None = None, sources: tuple[str, ...] = ()) -> str:
    """Canonical JSON {file: digest} of everything a script runs (see `closure`), and of the files
    and folders on this machine that it reads as its `sources`."""
    found = {path: _file_digest(ROOT / path) for path in closure(script, domain)}
    _keep()
    return canonical(found | {path: state(Path(path)) for path in sources})


def state(path: Path) -> str:
    """What a file or folder holds, as a digest; of a git checkout the commit, where it has one."""
    if path.is_file():
        return _hash(path)
    if (path / ".git").exists():
        head = subprocess.run(
            ["git", "-C", str(path), "rev-parse", "HEAD"], capture_output=True, text=True
        )
        if head.returncode == 0:
            return head.stdout.strip()
    inside = (file for file in sorted(path.rglob("*")) if "__pycache__" not in file.parts)
    files = [file for file in inside if file.is_file() and not file.is_symlink()]
    return digest(canonical({file.relative_to(path).as_posix(): _hash(file) for file in files}))


@cache
def closure(script: str, domain: str | None = None) -> tuple[str, ...]:
    """The project's files that a script runs, sorted, relative to the project's folder.

    The script, what it imports at any depth and, where it loads a domain by name, that domain's
    package with its data files. ValueError where an import cannot be followed.
    """
    found: set[Path] = set()
    open_ends = [ROOT / script]
    while open_ends:
        path = open_ends.pop()
        if path in found:
            continue
        found.add(path)
        if not _is_code(path):
            continue
        open_ends += _imports(path)
        if path.parent == SANDBOX:
            open_ends += _package(SANDBOX)
        if path == DOMAINS / "__init__.py" and domain:
            open_ends += _package(DOMAINS / domain)
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


def _package(folder: Path) -> list[Path]:
    """A domain's modules and data files. All of them: data cannot be traced by imports. Without its
    desk, where people ask a model that is made already."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    unused = {"__pycache__", "desk", "desk.py"}
    kept = (p for p in paths if not unused & set(p.parts) and not p.name.startswith("."))
    return [folder / path for path in kept]


@cache
def _imports(path: Path) -> tuple[Path, ...]:
    _, names, hidden = _facts(path)
    if hidden and path != DOMAINS / "__init__.py":
        line, called = hidden
        raise ValueError(
            f"{path.relative_to(ROOT)}:{line}: {called} hides what is imported, so "
            "no rule could see that code change; write an import statement."
        )
    return tuple(file for name in names for file in _resolve(name))


@cache
def _resolve(module: str) -> tuple[Path, ...]:
    """The project's files that `import module` runs: parent packages, then the module."""
    parts = module.split(".")
    found = []
    for depth in range(1, len(parts) + 1):
        stem = ROOT.joinpath(*parts[:depth])
        candidates = (stem / "__init__.py", stem.with_suffix(".py"))
        found += [candidate for candidate in candidates if candidate.is_file()]
    return tuple(found)


@cache
def _file_digest(path: Path) -> str:
    if not _is_code(path):
        return _hash(path)
    return _facts(path)[0]


def _facts(path: Path) -> list:
    """A Python file's digest, the modules it imports, and line and name of a call that hides one.

    Syntax trees of the whole project take seconds, so what they say is kept by the file's bytes.
    """
    name, known = path.relative_to(ROOT).as_posix(), _known()
    key = hashlib.sha256(b"\0".join((_own(), name.encode(), path.read_bytes()))).hexdigest()
    if known.get(name, [None])[0] != key:
        nodes = tuple(ast.walk(ast.parse(path.read_bytes(), str(path))))
        package = path.relative_to(ROOT).parent.parts
        known[name] = [key, _digest(nodes), list(_named(nodes, package)), _hidden(nodes)]
        _keep.cache_clear()
    return known[name][1:]


@cache
def _own() -> bytes:
    """This file's text: another way to digest makes kept facts void."""
    return Path(__file__).read_bytes()


@cache
def _known() -> dict[str, list]:
    try:
        return json.loads((ROOT / KEPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


@cache
def _keep() -> None:
    """Keeps new facts for the next run; a folder that cannot be written only costs their time."""
    with suppress(OSError), atomic_write(ROOT / KEPT) as file:
        json.dump(_known(), file)


def _named(nodes: tuple[ast.AST, ...], package: tuple[str, ...]) -> Iterator[str]:
    """Every module that a file of this package may import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join([*package[: len(package) - node.level + 1], *base.split(".")])
            base = base.strip(".")
            yield base
            yield from (f"{base}.{name.name}" for name in node.names)  # may be modules


def _hidden(nodes: tuple[ast.AST, ...]) -> tuple[int, str] | None:
    for node in nodes:
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in DYNAMIC:
                return node.lineno, called
    return None


def _digest(nodes: tuple[ast.AST, ...]) -> str:
    """Of a syntax tree without its texts; its root is first."""
    for node in nodes:
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [part for part in body if not _is_text(part)] or [ast.Pass()]
    return digest(ast.dump(nodes[0]))


def _is_code(path: Path) -> bool:
    return path.suffix == ".py" and not DATA & set(path.relative_to(ROOT).parts)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _is_text(node: ast.stmt) -> bool:
    """A docstring, or any other string that stands alone."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
