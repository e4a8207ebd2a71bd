# PYTHON_ARGCOMPLETE_OK
"""Prints what a released GGUF was made from, and verifies it.

    python scripts/check_lineage.py models/cypher-q4_k_m.gguf

Exit code 1 where the file is truncated, changed in any bit or renamed, or where a file at hand
(below --root) is not the one that it was made from.
"""

from rich.table import Table

from neural import cli
from neural.evaluation.report import percent
from neural.release import lineage


def main() -> int:
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("gguf", help="a file of models/ or release/")
    parser.add_argument("--root", default=".", help="the project's folder, with data/ and models/")
    args = cli.parse(parser)
    said, chain = lineage.verify(args.gguf, args.root)
    show(args.gguf, said, chain)
    cli.result(args, said)
    return int(any(link.state == lineage.DIFFERENT for link in chain))


def show(path: str, said: dict, chain: list[lineage.Link]) -> None:
    """The recipe in short, the measured rates, the chain of files."""
    recipe, metrics = said["lineage"]["recipe"], said["metrics"]
    cli.say(f"{path}: whole, unchanged, under its own name")
    about = Table(show_header=False, box=None)
    base = {key: value for key, value in recipe["base"].items() if value}
    quantization, license = said.get("quantization", {}), said.get("license", {})
    for name, value in (
        ("base", ", ".join(f"{key} {value}" for key, value in base.items())),
        ("licence", license.get("license") or "; ".join(license.get("problems", []))),
        ("quantization", ", ".join(f"{key} {value}" for key, value in quantization.items())),
        ("config", said["lineage"]["digest"]),
        ("code", said["lineage"].get("code", "")),
        *((metric, percent(rate)) for metric, rate in metrics["overall"].items()),
    ):
        about.add_row(name, str(value))
    made = Table(title="made from")
    for column in ("file", "sha256", "at hand"):
        made.add_column(column, overflow="fold")
    for link in chain:
        style = "bold red" if link.state == lineage.DIFFERENT else ""
        made.add_row(link.path, link.sha256[:16], link.state, style=style)
    cli.say(about, made)


if __name__ == "__main__":
    cli.run(main)
