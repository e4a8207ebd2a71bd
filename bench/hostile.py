"""Hostile documents and exports: each file is read or left out with a reason, none ends the run.

python bench/hostile.py [--files 5000]   so many of each
"""

import argparse
import tempfile
import time
from pathlib import Path
from random import Random

from neural.domains.chat.reading import Options, Reader
from neural.domains.documents import sources
from tests import test_chat, test_documents

DOCUMENTS = ("a.md", "b.rst", "c.html", "d.txt", "README", "f.md.gz", "g.pdf", "h.1")
EXPORTS = ("a.json", "b.jsonl", "c.csv", "d.mbox", "e")
AT_ONCE = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=5000)
    count = parser.parse_args().files
    for what, names, hostile, read in (
        ("documents", DOCUMENTS, test_documents.hostile, documents),
        ("exports", EXPORTS, test_chat.hostile, exports),
    ):
        rng, totals, slowest = Random(20), [0, 0], 0.0
        for start in range(0, count, AT_ONCE):
            with tempfile.TemporaryDirectory() as folder:
                size = min(AT_ONCE, count - start)
                for number in range(size):
                    place = Path(folder, f"{number:04d}")
                    place.mkdir()
                    (place / names[number % len(names)]).write_bytes(hostile(rng))
                began = time.process_time()
                used, left = read(folder)
                slowest = max(slowest, (time.process_time() - began) / size)
                assert used + left == size, (used, left, size)
                totals = [totals[0] + used, totals[1] + left]
        print(f"{what}: {count} files, {totals[0]} read, {totals[1]} left out with a reason, "
              f"at most {slowest * 1000:.0f} ms of computing a file", flush=True)  # fmt: skip


def documents(folder: str) -> tuple[int, int]:
    reading = sources.read([folder], pdf=True)
    return len(reading.documents), len(reading.left)


def exports(folder: str) -> tuple[int, int]:
    reader = Reader(Options(languages=()))
    reader.read([folder])
    report = reader.report()
    return sum(report["files"].values()), len(report["files_left_out"])


if __name__ == "__main__":
    main()
