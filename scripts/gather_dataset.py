# PYTHON_ARGCOMPLETE_OK
"""Makes one dataset of its parts: rows of all parts by turns, none twice, exactly as many as asked.

    python scripts/gather_dataset.py --parts part1.jsonl part2.jsonl --num-examples 1000 \\
        --output data/raw/cypher.jsonl
"""

from collections.abc import Iterator
from itertools import chain, zip_longest

from xxhash import xxh3_128_digest

from neural import cli, prompt
from neural.errors import UserError
from neural.records import jsonl


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--parts", nargs="+", required=True, help="JSONL files")
    parser.add_argument("--num-examples", type=int, required=True)
    parser.add_argument("--output", required=True, help="JSONL file to write")
    args = cli.parse(parser)
    again: list[str] = []
    rows = distinct(args.parts, args.num_examples, again)
    count = jsonl.write(args.output, rows)
    cli.say(
        f"{args.output}: {count} rows of {len(args.parts)} parts; {len(again)} left out, because "
        "the same question had come before"
    )


def distinct(parts: list[str], wanted: int, again: list[str]) -> Iterator[dict]:
    """So many rows, each question once; the ids of others go to `again`. UserError where there
    are fewer. By turns, so that what is left over at the end is of each part alike."""
    seen = set()
    for row in chain.from_iterable(zip_longest(*map(jsonl.read, parts))):
        if row is None:  # this part is shorter
            continue
        asked = xxh3_128_digest(prompt.prompt_and_answer(row)[0].encode())
        if asked in seen:
            again.append(row.get("id", ""))
            continue
        seen.add(asked)
        yield row
        if len(seen) == wanted:
            return
    raise UserError(
        f"{len(parts)} parts hold {len(seen)} different questions, {wanted} are asked for "
        f"({len(again)} rows ask what others ask). Take fewer parts."
    )


if __name__ == "__main__":
    cli.run(main)
