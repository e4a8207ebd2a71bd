"""How fast a repository is read, against a plain pass of the grammar's own tags.scm.

python bench/repository.py --repo ../project --language go
python bench/repository.py --fuzz 10000

Times are of the processor, in one process. The plain pass parses the same files and runs the query
that ships with the grammar; ours also links, filters and keeps what it finds. The second run is of
the same repository one commit later, the last one that changed code of the language.
"""

import gc
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tree_sitter_go
import tree_sitter_java
import tree_sitter_javascript
import tree_sitter_python
from tree_sitter import Parser, Query, QueryCursor

from neural import cli
from neural.domains.repository import extract, languages
from neural.domains.repository.generate import rows_of
from neural.domains.repository.load import load
from neural.domains.repository.pairs import pairs
from neural.domains.repository.record import File
from neural.repositories.source import Repository

TAGS = {
    "go": tree_sitter_go.TAGS_QUERY,
    "java": tree_sitter_java.TAGS_QUERY,
    "javascript": tree_sitter_javascript.TAGS_QUERY,
    "python": tree_sitter_python.TAGS_QUERY,
}
SLOWEST = 10.0  # seconds of processor time for one file, beyond which it counts as a hang


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    began = time.process_time()
    yield lambda: time.process_time() - began


def plain(repository: Repository, blobs: list) -> tuple[float, int]:
    """Seconds of a plain pass over the blobs, and how many tags it finds."""
    made = {
        name: (Parser(grammar.language), Query(grammar.language, TAGS[name]))
        for grammar in languages.GRAMMARS.values()
        if (name := grammar.name) in TAGS
    }
    tags = 0
    with timed() as seconds:
        for blob, data in repository.read(blobs):
            parser, query = made[languages.grammar(blob.path).name]
            tags += len(QueryCursor(query).matches(parser.parse(data).root_node))
        return seconds(), tags


def measure(place: str, language: str, license: str) -> None:
    repository = Repository(place)
    code = [
        blob
        for blob in repository.blobs
        if (found := languages.grammar(blob.path)) and found.name == language
    ]
    repository.blobs = code
    with timed() as seconds:
        extract.extract(repository, (language,), kept=None)
        ours = seconds()
    peer, tags = plain(repository, code)
    size = sum(blob.size for blob in code)
    cli.say(
        f"{len(code)} {language} files, {size / 1e6:.1f} MB, at {repository.revision[:12]}",
        f"  ours {ours:.2f} s, {len(code) / ours:.0f} files/s; plain tags.scm {peer:.2f} s, "
        f"{len(code) / peer:.0f} files/s, {tags} tags; ratio {ours / peer:.2f}",
    )
    history(place, repository.revision, language, license)


def changing(path: str, revision: str, endings: list[str]) -> tuple[str, int]:
    """The last commit up to a revision that changed files of these endings, and how many."""
    asked = ["--", *(f"*{ending}" for ending in endings)]
    git = ["git", "-C", path]
    log = [*git, "log", "-n1", "--no-merges", "--format=%H", revision, *asked]
    last = subprocess.run(log, check=True, text=True, capture_output=True).stdout.strip()
    show = [*git, "show", "--format=", "--name-only", last, *asked]
    names = subprocess.run(show, check=True, text=True, capture_output=True).stdout.split()
    return last, len(names)


def history(place: str, revision: str, language: str, license: str) -> None:
    """The first run before the last commit that changed code of the language, then the second:
    reading alone, and a run of its own with linking and all rows."""
    path = place.rpartition("@")[0] or place
    endings = [end for end, grammar in languages.GRAMMARS.items() if grammar.name == language]
    last, changed = changing(path, revision, endings)
    with tempfile.TemporaryDirectory() as folder:
        spent = []
        for at in (f"{last}~1", last):
            loaded = rows = None
            gc.collect()  # two runs are two processes: the second finds no objects of the first
            with timed() as seconds:
                kept = Path(folder) / "read.sqlite"
                extract.extract(Repository(f"{path}@{at}"), (language,), kept=kept)
                read = seconds()
            gc.collect()
            with timed() as seconds:
                kept = Path(folder) / "all.sqlite"
                loaded = load(f"{path}@{at}", (language,), license, kept=kept)
                rows, _ = rows_of(loaded, 1)
                spent.append((read, seconds()))
    (first, first_all), (second, second_all) = spent
    index = loaded.index
    functions = [one for one, p in index.where.items() if not one.is_type and not index.is_test(p)]
    tests = [one for one in index.where if one.test and not one.is_type]
    paired = pairs(index)
    cli.say(
        f"  second run after a commit of {changed} files: {second:.2f} of {first:.2f} s, "
        f"{second / first:.1%} "
        f"(with all rows {second_all:.2f} of {first_all:.2f} s, {second_all / first_all:.0%})",
        f"  {len(functions)} functions outside of tests, "
        f"{sum(bool(one.doc) for one in functions)} documented; {len(tests)} tests, "
        f"{len(paired)} paired ({len(paired) / max(1, len(tests)):.0%}); {len(rows)} rows",
    )


def fuzz(count: int, seed: int) -> None:
    """Mangled files of all languages: each ends as a record or with a reason, none takes long."""
    rng = random.Random(seed)
    seeds = [
        (path.suffix, path.read_bytes())
        for path in sorted(Path(__file__).parent.parent.glob("**/*.py"))
        if ".venv" not in path.parts
    ]
    tokens = [
        b"{",
        b"}",
        b"(",
        b")",
        b'"',
        b"'",
        b"`",
        b"\\",
        b"\n",
        b"/*",
        b"//",
        b"#",
        b"\xff",
        b"\x00",
        b"\xed\xa0\x80",
        b"func ",
        b"class ",
        b"def ",
        b"=>",
        b"\t",
        b"\r",
        b":",
    ]
    reasons: dict[str, int] = {}
    slowest = 0.0
    with cli.progress("fuzzed files", count) as advance:
        for _ in range(count):
            _, data = rng.choice(seeds)
            data = data[: rng.choice((50, 500, 5000, 50_000))]
            for _ in range(rng.randint(0, 12)):
                at = rng.randrange(len(data) + 1)
                put = rng.choice(tokens) * rng.choice((1, 1, 1, 30, 3000))
                data = data[:at] + put + data[at + rng.choice((0, 0, 1, 40)) :]
            if rng.random() < 0.02:
                data = rng.choice(tokens[:8]) * rng.randint(1, 60_000)
            ending = rng.choice([*languages.GRAMMARS, ".md"])
            with timed() as seconds:
                found = extract.record(data, f"x{ending}")
                slowest = max(slowest, seconds())
            why = "read" if isinstance(found, File) else found
            reasons[why] = reasons.get(why, 0) + 1
            advance()
    assert sum(reasons.values()) == count and slowest < SLOWEST
    told = ", ".join(f"{number} {why}" for why, number in sorted(reasons.items()))
    cli.say(f"{count} fuzzed files: {told}; the slowest took {slowest:.2f} s")


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--repo", default=".", metavar="PATH[@REVISION]")
    parser.add_argument("--language", default="go", choices=tuple(TAGS))
    parser.add_argument("--license", default="", help="SPDX name, where none is found")
    parser.add_argument("--fuzz", type=int, default=0, metavar="N", help="read N mangled files")
    parser.add_argument("--seed", type=int, default=1)
    args = cli.parse(parser)
    if args.fuzz:
        fuzz(args.fuzz, args.seed)
    else:
        measure(args.repo, args.language, args.license)


if __name__ == "__main__":
    cli.run(main)
