"""Rows of the Magic judge: how fast, how many scenarios, how many questions without the names.

python bench/mtg_rows.py --rows 60000
"""

import argparse
import json
import re
import time

from neural.domains import mtg
from neural.domains.mtg.cards import cards
from neural.domains.mtg.voice import NAMES


def masked(row: dict, names: re.Pattern) -> str:
    """The question with its cards and players as numbers, in their order."""
    seen: dict[str, str] = {}
    return names.sub(lambda m: seen.setdefault(m[0], f"<{len(seen)}>"), row["instruction"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    longest = sorted([*cards(), *NAMES], key=len, reverse=True)
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")
    began = time.process_time()
    rows = list(mtg.generate(args.rows, args.seed, include_advanced=True))
    made = args.rows / (time.process_time() - began)
    lines = [json.dumps(row) for row in rows]
    began = time.process_time()
    for line in lines:
        json.loads(line)
    read = args.rows / (time.process_time() - began)
    print(
        f"{args.rows} rows: {len({row['id'] for row in rows})} scenarios, "
        f"{len({masked(row, names) for row in rows})} questions without names; "
        f"{made:.0f} rulings per CPU second, 1/{read / made:.0f} of what json reads back"
    )


if __name__ == "__main__":
    main()
