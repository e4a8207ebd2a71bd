# PYTHON_ARGCOMPLETE_OK
"""Asks a model your own questions, and runs what it answers.

    python scripts/ask.py cypher                                    # an example graph
    python scripts/ask.py cypher --about my.yaml                    # your graph, invented values
    python scripts/ask.py cypher --about bolt://localhost:7687      # your database, read-only
    python scripts/ask.py cypher --once "How many movies are there?" --json

The model is one of config.yaml or the path of a .gguf file. Queries that only read are run at once;
others only after a yes. Without a terminal, each line of the input is a question. Exit codes: 0
answered, 1 a mistake that the message names, 3 the answer is wrong or was not run.
"""

import sys

from neural import cli
from neural.asking import opening
from neural.asking.terminal import Terminal


def main() -> int:
    parser = opening.parser(__doc__)
    parser.add_argument("--once", metavar="QUESTION", help="answer this and end")
    parser.add_argument("--json", action="store_true", help="a line of JSON for each question")
    parser.add_argument("--yes", action="store_true", help="run what changes data, too")
    args = cli.parse(parser)
    with opening.open_session(args, cli.note) as session:
        terminal = Terminal(session, cli.console, args.json, args.yes)
        if args.once is not None:
            return terminal.once(args.once)
        return terminal.loop() if sys.stdin.isatty() else terminal.lines(sys.stdin)


if __name__ == "__main__":
    cli.run(main)
