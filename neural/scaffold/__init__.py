"""Lays out a new domain: the files that it needs, each of which says what to write."""

import keyword
import re
from pathlib import Path

from neural import domains
from neural.errors import UserError
from neural.files import atomic_write

TEMPLATES = Path(__file__).parent
FILES = {
    "domain.txt": "neural/domains/{name}/__init__.py",
    "generator.txt": "scripts/generate_{name}_dataset.py",
    "test.txt": "tests/test_{name}.py",
    "config.txt": "{name}.yaml",
}


def lay_out(name: str, root: Path) -> list[Path]:
    """Writes the files of a new domain below `root`; their paths. UserError where the name is no
    plain word or anything of it is there already, and then nothing is written."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise UserError(
            f"{name!r} is no name of a domain: expected lower-case letters, digits and _, as in "
            "make new-domain NAME=chess."
        )
    if name in (*domains.names(), "desk", "raw", "datasets"):
        raise UserError(f"{name!r} is taken; known domains: {', '.join(domains.names())}.")
    paths = {source: root / path.format(name=name) for source, path in FILES.items()}
    for path in paths.values():
        if path.exists():
            raise UserError(f"{path}: is there already. Take another name, or remove it.")
    for source, path in paths.items():
        text = (TEMPLATES / source).read_text("utf-8")
        with atomic_write(path) as file:
            file.write(text.replace("NAME", name).replace("CLASS", name.title().replace("_", "")))
    return list(paths.values())
