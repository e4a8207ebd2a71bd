"""What a released GGUF says of its making, and whether that is true of the files at hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from neural.errors import UserError
from neural.files import sha256
from neural.gguf import reader, writer
from neural.release import stamp

SAME, DIFFERENT, ABSENT = "same", "different", "not at hand"


@dataclass(frozen=True)
class Link:
    """One file that the model was made from: its path in the project, and how it is now."""

    path: str
    sha256: str
    state: str


def of(files: Sequence[str | Path]) -> dict[str, str]:
    """SHA-256 of each file by its path, in the given order."""
    return {str(path): sha256(path) for path in files}


def general(
    name: str, base: dict, hub: str | None, license: str | None, datasets: Sequence[str]
) -> dict[str, object]:
    """The `general.*` keys that hosts and hubs show. `base`: settings of the model's base."""
    writer.check_name(name)
    keys: dict[str, object] = {
        "general.name": name,
        "general.license": license or "other",
        "general.languages": ["en"],
        "general.tags": ["text-generation", "nornicdb"],
        "general.dataset.count": len(datasets),
    }
    for number, dataset in enumerate(datasets):
        keys[f"general.dataset.{number}.name"] = dataset
    if hub:
        organization, _, model = hub.rpartition("/")
        keys |= {"general.base_model.count": 1, "general.base_model.0.name": model}
        keys["general.base_model.0.repo_url"] = f"https://huggingface.co/{hub}"
        if organization:
            keys["general.base_model.0.organization"] = organization
        if revision := base.get("revision"):
            keys["general.base_model.0.version"] = revision
    return keys


def verify(gguf: str | Path, root: str | Path = ".") -> tuple[dict, list[Link]]:
    """What the file says of itself (`stamped`), and each file of its chain compared with `root`'s.

    UserError where the file is truncated, changed in any bit, renamed, or was never sealed.
    """
    path = Path(gguf)
    header = reader.read(path)
    if not stamp.unbroken(header):
        raise UserError(
            f"{path}: its bytes are not those that were released: it was changed or damaged. "
            "Download or build it again."
        )
    released = header.keys.get(stamp.NAME)
    if released != path.name:
        raise UserError(
            f"{path}: it was released as {released!r}. Give it that name again, so that nobody "
            "takes it for another model or quantization."
        )
    said = stamp.stamped(header)
    files = said.get("lineage", {}).get("files", {})
    return said, [
        Link(name, digest, _state(Path(root) / name, digest)) for name, digest in files.items()
    ]


def _state(path: Path, digest: str) -> str:
    if not path.is_file():
        return ABSENT
    return SAME if sha256(path) == digest else DIFFERENT
