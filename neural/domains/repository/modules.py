"""What an import stands for: the files or the folder of the repository behind it."""

import posixpath
import re
from collections import defaultdict
from functools import lru_cache

from neural.domains.repository.record import File

ENDINGS = (
    "",
    ".ts",
    ".tsx",
    ".js",
    ".jsx",
    ".mjs",
    ".cjs",
    ".mts",
    "/index.ts",
    "/index.tsx",
    "/index.js",
)


class Modules:
    """Finds a repository's own modules by the names under which its files import them."""

    def __init__(self, files: dict[str, File], go_modules: dict[str, str], name: str = "") -> None:
        """`go_modules`: folder by module path, of the go.mod files; `name`: the repository's."""
        self._name = name
        self._files = files
        self._go = sorted(go_modules.items(), key=lambda item: -len(item[0]))
        self.folders: dict[str, list[str]] = defaultdict(list)
        self._python: dict[str, list[str]] = defaultdict(list)
        self._java: dict[str, str] = {}
        for path, file in files.items():
            self.folders[folder(path)].append(path)
            if file.language == "python":
                dotted = re.sub(r"(/__init__)?\.py$", "", path).replace("/", ".")
                self._python[dotted.rsplit(".", 1)[-1]].append(path)
            elif file.language == "java":
                stem = path.rsplit("/", 1)[-1].removesuffix(".java")
                self._java[f"{file.package}.{stem}"] = path

    def find(self, path: str, target: str) -> tuple[str, str]:
        """The file or folder that an import of the file `path` means, and the name inside it.

        ("", "") for what is not the repository's own.
        """
        language = self._files[path].language
        if language == "go":
            return self._find_go(target), ""
        if language == "python":
            return self._find_python(path, target)
        if language == "java":
            return self._find_java(target)
        return self._find_script(path, target)

    def _find_go(self, target: str) -> str:
        for module, root in self._go:
            if target == module or target.startswith(f"{module}/"):
                inside = posixpath.normpath(posixpath.join(root, target[len(module) + 1 :]))
                return inside if inside in self.folders else ""
        return ""

    def _find_python(self, path: str, target: str) -> tuple[str, str]:
        dots = len(target) - len(target.lstrip("."))
        parts = target.lstrip(".").split(".")
        if dots:
            base = path
            for _ in range(dots):
                base = posixpath.dirname(base)
            parts = [*filter(None, base.split("/")), *filter(None, parts)]
        elif parts[0] == self._name and "__init__.py" in self._files:
            # The repository's root is the package itself.
            if len(parts) == 1:
                return "__init__.py", ""
            parts = parts[1:]
            if found := self._find_python(path, ".".join(parts))[0]:
                return found, "" if _dotted(found) == parts else parts[-1]
            return "__init__.py", parts[-1]
        for cut in (len(parts), len(parts) - 1):
            if cut < 1:
                break
            inner = parts[cut] if cut < len(parts) else ""
            found = [
                one
                for one in self._python.get(parts[cut - 1], ())
                if _dotted(one) == parts[:cut]
                or (not dots and _dotted(one)[-cut:] == parts[:cut] and self._is_root(one, cut))
            ]
            if found:
                return min(found, key=len), inner
        return "", ""

    def _is_root(self, path: str, depth: int) -> bool:
        """Whether the path's last `depth` parts begin at a folder that holds no package."""
        parts = path.removesuffix("/__init__.py").split("/")
        above = "/".join(parts[: len(parts) - depth])
        return f"{above}/__init__.py" not in self._files

    def _find_java(self, target: str) -> tuple[str, str]:
        if target in self._java:
            return self._java[target], target.rsplit(".", 1)[-1]
        outer, _, inner = target.rpartition(".")
        return (self._java[outer], inner) if outer in self._java else ("", "")

    def _find_script(self, path: str, target: str) -> tuple[str, str]:
        module, _, name = target.partition("#")
        if target.startswith("#"):
            return "", ""
        if not module.startswith("."):
            return "", ""
        base = posixpath.normpath(posixpath.join(posixpath.dirname(path), module))
        stems = [base, re.sub(r"\.[cm]?jsx?$", "", base)]
        for stem in stems:
            for ending in ENDINGS:
                if stem + ending in self._files:
                    return stem + ending, name
        return "", ""


@lru_cache(1 << 16)
def folder(path: str) -> str:
    """The folder of a file, "." for the root."""
    return posixpath.dirname(path) or "."


def _dotted(path: str) -> list[str]:
    return re.sub(r"(/__init__)?\.py$", "", path).split("/")
