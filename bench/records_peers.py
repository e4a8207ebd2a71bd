"""Near-duplicates as datasketch and datatrove find them; bench/records.py runs this by itself.

python bench/records_peers.py datasketch|datatrove FILE.jsonl PROCESSES
"""

import itertools
import multiprocessing
import re
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import orjson
import xxhash

WORDS = re.compile(r"\w+|[^\w\s]")
WIDTH, BANDS, ROWS, SIMILAR = 3, 16, 8, 0.85
AT_ONCE = 5000


def text(row: dict) -> str:
    return f"{row['instruction']}\n{row['output']}"


def shingles(said: str) -> set[bytes]:
    words = WORDS.findall(said.casefold())
    return {" ".join(words[i : i + WIDTH]).encode() for i in range(max(1, len(words) - WIDTH + 1))}


def sign(lines: list[bytes]) -> tuple[list[bytes], list]:
    """The lines again, and the MinHash values of each: less to send than objects."""
    from datasketch import MinHash

    sets = [shingles(text(orjson.loads(line))) for line in lines]
    made = MinHash.bulk(sets, num_perm=BANDS * ROWS, hashfunc=_hash)
    return lines, [one.hashvalues for one in made]


def _hash(data: bytes) -> int:
    return xxhash.xxh3_64_intdigest(data) & 0xFFFFFFFF


def with_datasketch(path: str, processes: int) -> int:
    """Rows that are like an earlier one and no copies; signed in all processes, then looked up."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    sets: list[frozenset] = []
    copies: set[int] = set()
    found = 0
    blank = MinHash(num_perm=BANDS * ROWS)
    with open(path, "rb") as file, multiprocessing.Pool(processes) as pool:
        parts = iter(lambda: list(itertools.islice(file, AT_ONCE)), [])
        for lines, signed in pool.imap(sign, parts):
            for line, values in zip(lines, signed, strict=True):
                said = text(orjson.loads(line))
                content = xxhash.xxh3_128_intdigest(said)
                if content in copies:
                    continue
                copies.add(content)
                made = MinHash(
                    hashvalues=values, permutations=blank.permutations, scheme=blank.scheme
                )
                one = frozenset(map(hash, shingles(said)))
                near = (sets[other] for other in index.query(made))
                found += any(len(one & two) >= SIMILAR * len(one | two) for two in near)
                index.insert(len(sets), made, check_duplication=False)
                sets.append(one)
    return found


def with_datatrove(path: str, processes: int) -> int:
    """Its four steps as its examples have them; nothing is verified. Copies count too."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupSignature
    from datatrove.pipeline.dedup.minhash import (
        MinhashConfig,
        MinhashDedupBuckets,
        MinhashDedupCluster,
        MinhashDedupFilter,
    )
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    config = MinhashConfig(n_grams=WIDTH, num_buckets=BANDS, hashes_per_bucket=ROWS)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        split(path, base / "in", processes)

        def reader() -> JsonlReader:
            return JsonlReader(str(base / "in"), adapter=adapted)

        signature = MinhashDedupSignature(str(base / "signatures"), config=config)
        signature.__dict__["word_tokenizer"] = Words()  # its own, spaCy's, takes longer
        removed = JsonlWriter(str(base / "removed"), compression=None)
        steps = (
            ([reader(), signature], processes),
            (
                [
                    MinhashDedupBuckets(
                        str(base / "signatures"), str(base / "buckets"), config=config
                    )
                ],
                BANDS,
            ),
            ([MinhashDedupCluster(str(base / "buckets"), str(base / "remove"), config=config)], 1),
            (
                [
                    reader(),
                    MinhashDedupFilter(str(base / "remove"), exclusion_writer=removed),
                    JsonlWriter(str(base / "kept"), compression=None),
                ],
                processes,
            ),
        )
        for number, (pipeline, tasks) in enumerate(steps):
            LocalPipelineExecutor(
                pipeline=pipeline,
                tasks=tasks,
                workers=min(tasks, processes),
                logging_dir=str(base / f"log{number}"),
            ).run()
        return sum(part.read_bytes().count(b"\n") for part in (base / "removed").rglob("*.jsonl"))


class Words:
    """The same words as the others have."""

    def word_tokenize(self, said: str) -> list[str]:
        return WORDS.findall(said)


def adapted(reader, row: dict, path: str, number: int) -> dict:
    return {"text": text(row), "id": row["id"], "media": [], "metadata": {}}


def split(path: str, folder: Path, parts: int) -> None:
    """A file for each task: that is how datatrove shares the work."""
    folder.mkdir(parents=True)
    if parts == 1:
        shutil.copy(path, folder / "0.jsonl")
        return
    with ExitStack() as stack:
        files = [stack.enter_context(open(folder / f"{n}.jsonl", "wb")) for n in range(parts)]
        rows = stack.enter_context(open(path, "rb"))
        for number, line in enumerate(rows):
            files[number % parts].write(line)


if __name__ == "__main__":
    peer, path, processes = sys.argv[1:]
    count = {"datasketch": with_datasketch, "datatrove": with_datatrove}[peer](path, int(processes))
    print(f"{peer}: {count} near-duplicate rows")
