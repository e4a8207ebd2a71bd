"""Writes dvc.yaml from Snakemake's own list of artifacts, or checks that it says the same.

More stages than DVC bears in one file go on in stages/*/dvc.yaml.
"""

from pathlib import Path

from neural import cli, config, plan, stages
from neural.errors import UserError
from neural.files import atomic_write


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    args = cli.parse(parser)
    files = sorted({row["output_file"] for row in plan.outputs()})
    texts = stages.documents(config.read("config.yaml"), files)
    there = {str(path): path.read_text(encoding="utf-8") for path in stages.places()}
    if args.check:
        if old := [name for name in texts | there if texts.get(name) != there.get(name)]:
            raise UserError(f"{', '.join(old)}: old. Run scripts/write_dvc_yaml.py and commit it.")
        cli.say(f"{', '.join(texts)}: up to date")
        return
    for name, text in texts.items():
        with atomic_write(name) as file:
            file.write(text)
    for name in set(there) - set(texts):
        Path(name).unlink()
    cli.say(f"{', '.join(texts)}: written")


if __name__ == "__main__":
    cli.run(main)
