# PYTHON_ARGCOMPLETE_OK
"""Compares the rules that the Magic judge cites with an edition of the rules texts.

    python scripts/check_citations.py --rules FOLDER

FOLDER holds cr.txt, ipg.txt, mtr.txt and jar.txt, as Wizards of the Coast publishes them.
Exit code: 0 all hold, 1 some moved (they are listed).
"""

from neural import cli
from neural.domains.mtg import citations, rulebook


def main() -> int:
    parser = cli.parser(__doc__, result=True)
    parser.add_argument("--rules", required=True, help="folder of the rules texts")
    args = cli.parse(parser)
    documents = rulebook.read(args.rules)
    lines = citations.moved(documents)
    for line in lines:
        cli.say(line)
    ours = citations.editions()
    for name, document in documents.items():
        cli.say(f"{name}: edition {document.edition}, citations made for {ours[name]}")
    cli.say(f"{len(citations.table()) - len(lines)} of {len(citations.table())} citations hold")
    cli.result(args, {"moved": lines, "citations": len(citations.table())})
    return 1 if lines else 0


if __name__ == "__main__":
    cli.run(main)
