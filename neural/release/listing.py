"""The list of a release's files that hosts read, plain enough for a shell: releases/MODEL.txt.

It is in git, so a tag fixes the bytes: what is in DVC's remote is taken only with these hashes.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from neural.errors import UserError
from neural.files import atomic_write, sha256

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
HEAD = "# Files of a release: SHA-256, MD5 (their place in DVC's remote), bytes, name.\n"


def path(model: str) -> Path:
    """Where the list of a model's newest release is."""
    return Path(f"releases/{model}.txt")


def write(
    model: str, version: object, files: Sequence[str | Path], remote: Mapping[str, str]
) -> Path:
    """Writes the list of these files, GGUF first, in their order: hosts take the first by
    default. `remote`: DVC's settings of the remote they are pushed to."""
    place = path(model)
    with atomic_write(place) as file:
        file.write(text(model, version, files, remote))
    return place


def text(
    model: str, version: object, files: Sequence[str | Path], remote: Mapping[str, str]
) -> str:
    """The list. UserError names a file that hosts would refuse. A remote that only this machine
    reaches is not named: hosts have a setting for their own way to it."""
    paths = sorted(map(Path, files), key=lambda path: path.suffix != ".gguf")
    lines = [HEAD, f"release {model} v{str(version).removeprefix('v')}\n"]
    if remote.get("url", "").startswith(("s3://", "http://", "https://")):
        keys = {"remote": "url", "endpoint": "endpointurl", "region": "region"}
        lines += [f"{word} {remote[key]}\n" for word, key in keys.items() if remote.get(key)]
    for place in paths:
        if not NAME.fullmatch(place.name):
            raise UserError(
                f"{place}: hosts take letters, digits, . _ - in file names only. Rename the model."
            )
        size = place.stat().st_size
        lines.append(f"{sha256(place)}  {_md5(place)}  {size}  {place.name}\n")
    return "".join(lines)


def _md5(place: Path) -> str:
    with open(place, "rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()
