"""What an artifact was made from: digests of code and of recipes.

Snakemake does not see the modules a script imports. So each rule carries the digests of its
script's import closure as a parameter, and a changed helper makes exactly its users stale.
Comments, docstrings and layout do not count; the files' times never do.
"""

import ast
import hashlib
import json
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOMAINS = ROOT / "neural" / "domains"
DYNAMIC = {"import_module", "__import__", "spec_from_file_location", "run_path", "run_module"}


def canonical(value: object) -> str:
    """The one JSON text of a value. Snakemake compares parameters as text, order included."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(text: str) -> str:
    """Sixteen hex digits: enough to tell versions apart, short enough to read in a diff."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def code(script: str, domain: str | None = None, sources: Iterable[str] = ()) -> str:
    """Canonical JSON {file: digest} of everything a script runs (see `closure`), and of the files
    and folders on this machine that it reads as its `sources`."""
    read = {path: state(Path(path)) for path in sources}
    return canonical({path: _file_digest(ROOT / path) for path in closure(script, domain)} | read)


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


@lru_cache
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
        if path.suffix != ".py":
            continue
        open_ends += _imports(path)
        if path == DOMAINS / "__init__.py" and domain:
            open_ends += _package(DOMAINS / domain)
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


def _package(folder: Path) -> list[Path]:
    """A domain's modules and data files. All of them: data cannot be traced by imports."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [p for p in files if "__pycache__" not in p.parts and not p.name.startswith(".")]


@lru_cache
def _imports(path: Path) -> tuple[Path, ...]:
    found: list[Path] = []
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            for name in node.names:
                found += _resolve(name.name)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = path.relative_to(ROOT).parent.parts
                base = ".".join([*package[: len(package) - node.level + 1], *base.split(".")])
            base = base.strip(".")
            found += _resolve(base)
            for name in node.names:  # a name may be a module of the package
                found += _resolve(f"{base}.{name.name}")
        elif isinstance(node, ast.Call) and path != DOMAINS / "__init__.py":
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in DYNAMIC:
                raise ValueError(
                    f"{path.relative_to(ROOT)}:{node.lineno}: {called} hides what is imported, so "
                    "no rule could see that code change; write an import statement."
                )
    return tuple(found)


@lru_cache
def _resolve(module: str) -> tuple[Path, ...]:
    """The project's files that `import module` runs: parent packages, then the module."""
    parts = module.split(".")
    found = []
    for depth in range(1, len(parts) + 1):
        stem = ROOT.joinpath(*parts[:depth])
        candidates = (stem / "__init__.py", stem.with_suffix(".py"))
        found += [candidate for candidate in candidates if candidate.is_file()]
    return tuple(found)


@lru_cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """A file's syntax tree, its root first; walking it takes most of a digest's time."""
    return tuple(ast.walk(ast.parse(path.read_bytes(), str(path))))


@lru_cache
def _file_digest(path: Path) -> str:
    if path.suffix != ".py":
        return _hash(path)
    for node in _nodes(path):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [part for part in body if not _is_text(part)] or [ast.Pass()]
    return digest(ast.dump(_nodes(path)[0]))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _is_text(node: ast.stmt) -> bool:
    """A docstring, or any other string that stands alone."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
