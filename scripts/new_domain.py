# PYTHON_ARGCOMPLETE_OK
"""Begins a new domain: its package, its generator, a test that says what to write, its config.

python scripts/new_domain.py chess
"""

from pathlib import Path

from neural import cli, scaffold
from neural.config import ROOT


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("name", help="lower-case letters, digits and _")
    args = cli.parse(parser)
    for path in scaffold.lay_out(args.name, ROOT):
        cli.say(
            f"wrote {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}"
        )
    cli.say(
        f"Now: .venv/bin/pytest -x tests/test_{args.name}.py says what to write first; "
        "docs/your-own-domain.md shows a whole domain."
    )


if __name__ == "__main__":
    cli.run(main)
