"""Documents and conversations: speed of one process, beside the parsers alone.

python bench/texts.py [FOLDER ...]   documents of FOLDER (default: this project's), and 2,000
conversations made of built-in dialogues
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec

from neural.domains import chat
from neural.domains.chat.reading import Options, Reader
from neural.domains.documents import sources
from neural.domains.documents.convert import kind_of, tree
from neural.domains.documents.generate import _rows
from neural.records.inputs import Unreadable, content, under


def main() -> None:
    inputs = sys.argv[1:] or ["docs", "README.md"]
    reading = sources.read(inputs)  # also imports everything
    parsed, size = seconds(lambda: parse(inputs))
    read, _ = seconds(lambda: sources.read(inputs))
    asked, rows = seconds(lambda: list(_rows(reading.documents, 1, "MIT", 1500, print)))
    print(f"documents: {len(reading.documents)} of {size / 1e6:.2f} MB, {len(rows)} rows; "
          f"{size / 1e6 / (read + asked):.2f} MB/s and {len(rows) / (read + asked):,.0f} rows/s; "
          f"{(read + asked) / parsed:.1f} times the parsers alone")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "chats.jsonl")
        write(path)
        data = path.read_bytes()
        decoded, _ = seconds(lambda: [msgspec.json.decode(line) for line in data.splitlines()])
        taken, chats = seconds(lambda: Reader(Options()).read([path]))
    speed, times = len(data) / 1e6 / taken, taken / decoded
    print(f"conversations: {len(chats)} kept; {2000 / taken:,.0f} a second, {speed:.2f} MB/s; "
          f"{times:,.0f} times decoding them")  # fmt: skip


def parse(inputs: list[str]) -> int:
    """Bytes of the documents, each parsed to a tree and no more."""
    size, seen = 0, set()
    for path, _ in under(inputs):
        try:
            data, plain = content(path, sources.LARGEST, seen)
            tree(kind_of(plain, data[:4096], pdf=False), data)
            size += len(data)
        except Unreadable:
            continue
    return size


def write(path: Path) -> None:
    """2,000 conversations with a mail address in every third."""
    rng = Random(1)
    whole: dict[str, list] = {}
    for row in chat.generate(9000, 1):
        whole[f"{row['category']} {row['dialogue']}"] = row["messages"]
    with open(path, "w") as file:
        for number, messages in enumerate(rng.sample(list(whole.values()), 2000)):
            if number % 3 == 0:
                last = messages[-1]["content"]
                told = messages[-1] | {"content": f"{last} me{number}@firm.io"}
                messages = [*messages[:-1], told]
            file.write(json.dumps({"messages": messages}) + "\n")


def seconds(work: Callable) -> tuple[float, object]:
    """Seconds of computing, and what came out."""
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


if __name__ == "__main__":
    main()
