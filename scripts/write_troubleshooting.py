# PYTHON_ARGCOMPLETE_OK
"""Writes the tables of docs/troubleshooting.md from the source, or checks that they are up to date.

python scripts/write_troubleshooting.py --check
"""

from pathlib import Path

from neural import cli, messages
from neural.errors import UserError
from neural.files import atomic_write

PAGE = messages.ROOT / "docs/troubleshooting.md"
MARK = "python scripts/write_troubleshooting.py -->\n"  # what stands above is written by hand


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 on a difference"
    )
    args = cli.parse(parser)
    found, old = messages.found(), PAGE.read_text("utf-8")
    new = old[: old.index(MARK) + len(MARK)] + messages.tables(found)
    where = PAGE.relative_to(Path.cwd()) if PAGE.is_relative_to(Path.cwd()) else PAGE
    if args.check and new != old:
        raise UserError(f"{where}: old. Run scripts/write_troubleshooting.py and commit it.")
    if not args.check:
        with atomic_write(PAGE) as file:
            file.write(new)
    cli.say(f"{where}: {len(found)} messages")


if __name__ == "__main__":
    cli.run(main)
