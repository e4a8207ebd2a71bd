# PYTHON_ARGCOMPLETE_OK
"""Writes dvc.yaml from Snakemake's own list of artifacts, or checks that it says the same.

    python scripts/write_dvc_yaml.py --check

More stages than DVC bears in one file go on in stages/*/dvc.yaml.
"""

from neural import cli, config, plan, stages
from neural.errors import UserError
from neural.files import atomic_write


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    args = cli.parse(parser)
    experiments, files = config.read("config.yaml"), plan.files()
    if args.check:
        if old := stages.old(experiments, files):
            raise UserError(f"{', '.join(old)}: old. Run scripts/write_dvc_yaml.py and commit it.")
        cli.say("dvc.yaml is up to date")
        return
    texts = stages.documents(experiments, files)
    for name, text in texts.items():
        with atomic_write(name) as file:
            file.write(text)
    for place in stages.places():
        if str(place) not in texts:
            place.unlink()
    cli.say(f"{', '.join(texts)}: written")


if __name__ == "__main__":
    cli.run(main)
