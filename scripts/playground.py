# PYTHON_ARGCOMPLETE_OK
"""Asks a model your own questions in the browser, on this machine alone.

    python scripts/playground.py cypher                             # an example graph
    python scripts/playground.py cypher --about http://localhost:7474 --port 9000

The page needs no network; queries that change data are run only when you click for it.
"""

from contextlib import suppress

from neural import cli
from neural.asking import opening, playground


def main() -> None:
    parser = opening.parser(__doc__)
    parser.add_argument("--port", type=int, default=8471, help="0: any that is free")
    args = cli.parse(parser)
    with (
        opening.open_session(args, cli.note) as session,
        playground.serve(session, args.port, args.model) as server,
    ):
        cli.say(f"{server.address} (Ctrl-C ends it)")
        with suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    cli.run(main)
