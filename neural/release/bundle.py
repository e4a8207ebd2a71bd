"""A folder that a host's operator can take as it is: files, their hashes, card, settings."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from neural.files import atomic_path, atomic_write, sha256

SUMS = "SHA256SUMS"
# What every bundle holds beside its GGUF files.
BESIDE = (
    *("README.md", "quantizations.svg", "gate.json"),
    *("nornicdb.yaml", "nornicdb.env", "Modelfile", "llama-server.sh"),
    *("ask-nornicdb.json", "ask-openai.json", SUMS),
)


def files(model: str, quantizations: Sequence[str]) -> list[str]:
    """The paths of a model's whole bundle."""
    stems = [f"{model}-{quant}" for quant in quantizations]
    names = (*(f"{s}.gguf" for s in stems), *(f"ask-{s}.txt" for s in stems), *BESIDE)
    return [f"release/{model}/{name}" for name in names]


def write(
    folder: str | Path, ggufs: Sequence[Path], beside: Mapping[str, Path], texts: Mapping[str, str]
) -> dict[str, str]:
    """Fills `folder`: the GGUF files under their own names, copies of `beside` and `texts` by
    name. Returns the SHA-256 of each file by name, which SHA256SUMS says too, written last."""
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)  # half a bundle of a killed release
    folder.mkdir(parents=True)
    for name, source in ({path.name: path for path in ggufs} | dict(beside)).items():
        with atomic_path(folder / name) as part:
            shutil.copyfile(source, part)
    for name, text in texts.items():
        with atomic_write(folder / name) as file:
            file.write(text)
        if text.startswith("#!"):
            (folder / name).chmod(0o755)
    sums = {path.name: sha256(path) for path in sorted(folder.iterdir())}
    with atomic_write(folder / SUMS) as file:  # in the form that `sha256sum --check` reads
        file.writelines(f"{digest}  {name}\n" for name, digest in sums.items())
    return sums
