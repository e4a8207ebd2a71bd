"""What a Cypher dataset holds, how various it is, and how fast and in what memory it is made.

python bench/cypher_data.py --rows 2000
python bench/cypher_data.py data/raw/cypher.jsonl

Without a file it generates rows of the full grammar, and then runs the same queries once on the
engine alone: nothing that proves each query by running it can be faster than that. The ancestor of
this project, asked for 10,000 rows, gave 3,597 distinct ones.
"""

import math
import random
import re
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import psutil
from rich.table import Table

from neural import cli
from neural.domains import cypher
from neural.domains.cypher.coverage import FEATURES, Coverage, query_of
from neural.domains.cypher.engine import Engine, on_engines
from neural.domains.cypher.graph import build
from neural.domains.cypher.lexer import roles, tokens
from neural.domains.cypher.schema import words
from neural.domains.cypher.skeleton import masked
from neural.errors import UserError
from neural.inflection import plural
from neural.records import jsonl

ASKED, REFERENCES = 500, 200  # questions, and what each is compared with, for self-BLEU
MIB = 2**20


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="a dataset (default: generate one)")
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--natural", type=float, default=0.3)
    parser.add_argument("--depth", type=int, default=3)
    parser.add_argument("--labels", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="engines side by side (0: all)")
    args = cli.parse(parser)
    if args.file:
        show(args.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cypher.jsonl"
        speed(path, args.rows, args.seed, args.natural, args.depth, args.labels, args.threads)
        show(path)


# Speed and memory


def speed(
    path: Path, rows: int, seed: int, natural: float, depth: int, labels: int, threads: int
) -> None:
    """Writes a dataset and prints what that took."""
    memory = table("Peak memory of generation", "rows", "this process", "with its children")
    began = time.monotonic()
    with cli.progress("cypher rows", rows) as advance:
        made = cypher.generate(
            rows,
            seed,
            natural=natural,
            depth=depth,
            labels=labels,
            threads=threads,
            progress=advance,
        )
        jsonl.write(path, watched(made, rows, memory))
    taken = time.monotonic() - began
    queries, alone = engine_alone(path, threads)
    made = table("Speed", "", "seconds", "a second")
    made.add_row("generation, rows", f"{taken:.1f}", f"{rows / taken:.1f}")
    made.add_row("engine alone, the same queries once", f"{alone:.1f}", f"{queries / alone:.1f}")
    made.add_row("share of that limit", f"{alone / taken * rows / queries:.0%}", "")
    cli.say(made, memory)


def watched(made: Iterable[dict], rows: int, memory: Table) -> Iterator[dict]:
    """The rows as they come; notes the memory at a quarter, at half, and at the end."""
    for number, row in enumerate(made, 1):
        yield row
        if number in (rows // 4, rows // 2, rows):
            mine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            children = psutil.Process().children(recursive=True)
            theirs = sum(child.memory_info().rss for child in children) / MIB
            memory.add_row(str(number), f"{mine:.0f} MiB", f"{mine + theirs:.0f} MiB")


def engine_alone(path: Path, threads: int) -> tuple[int, float]:
    """How many queries of a dataset the engine runs, and in how many seconds."""

    def work(engine: Engine, graph: tuple[str, list[str]]) -> int:
        engine.load(build(graph[0]).create())
        return sum(engine.run(query).error is None for query in graph[1])

    began = time.monotonic()
    rows = (row for row in jsonl.read(path) if row["executed"])
    graphs = (
        (name, [row["output"] for row in of]) for name, of in groupby(rows, itemgetter("graph"))
    )
    ran = sum(on_engines(work, graphs, threads))
    return ran, time.monotonic() - began


# Variety


def show(path: Path) -> None:
    """Prints what is in a dataset."""
    covered = Coverage()
    questions, queries, forms = set(), set(), set()
    wordings, depths, labelled = Counter(), Counter(), Counter()
    ngrams, counts = [set() for _ in range(3)], [0] * 3
    sample = Sample(ASKED + REFERENCES)
    for row in jsonl.read(path):
        covered.add(row)
        question, wording = row["instruction"], row.get("wording", "")
        questions.add(hash(question))
        forms.add(row.get("form"))
        wordings[wording] += 1
        depths[row.get("depth", 0)] += 1
        said = split(question)
        sample.add(said)
        for n in range(3):
            grams = [hash(gram) for gram in grams_of(said, n + 1)]
            ngrams[n].update(grams)
            counts[n] += len(grams)
        if (query := query_of(row)) is None:
            continue
        queries.add(hash(masked(query)))
        if labels := labels_of(query):
            found = [bool(label_said(label).search(question.lower())) for label in labels]
            labelled.update(
                {wording: 1, (wording, "any"): any(found), (wording, "all"): all(found)}
            )
    if not covered.rows:
        raise UserError(f"{path}: no rows.")
    total = covered.rows
    whole = table("Dataset", "", "count", "of all rows", "the ancestor")
    whole.add_row("rows", f"{total:,}", "", "10,000 asked")
    whole.add_row(
        "distinct questions", f"{len(questions):,}", f"{len(questions) / total:.1%}", "3,597"
    )
    masked_share = f"{len(queries) / max(1, covered.queries):.1%}"
    whole.add_row("distinct queries, names and literals masked", f"{len(queries):,}", masked_share)
    whole.add_row("distinct forms of meaning", f"{len(forms):,}", f"{len(forms) / total:.1%}")
    whole.add_row(
        "systematic syntax", f"{covered.systematic:,}", f"{covered.systematic / total:.1%}"
    )
    for name, count in (*sorted(wordings.items()), *sorted(depths.items())):
        what = f"depth {name}" if isinstance(name, int) else f"wording {name}"
        whole.add_row(what, f"{count:,}", f"{count / total:.1%}")
    cli.say(whole, questions_table(sample, wordings, labelled, ngrams, counts))
    cli.say(*coverage_tables(covered))


def questions_table(sample, wordings, labelled, ngrams, counts):
    """How various the questions are, and how much of the query they give away."""
    various = table("Questions", "", "value")
    for n in range(3):
        various.add_row(f"distinct-{n + 1}", f"{len(ngrams[n]) / max(1, counts[n]):.3f}")
    most = min(REFERENCES, len(sample.kept) // 3)  # of a small dataset, fewer of both
    random.Random(2).shuffle(sample.kept)
    others, asked = sample.kept[:most], sample.kept[most:]
    various.add_row(
        f"self-BLEU-4 ({len(asked)} questions, {most} others)", f"{self_bleu(asked, others):.3f}"
    )
    for wording in sorted(wordings):
        for how, what in (("any", "a label"), ("all", "all labels")):
            share = labelled[wording, how] / max(1, labelled[wording])
            various.add_row(
                f"{wording}: {what} of the query verbatim, or its words", f"{share:.1%}"
            )
    return various


def coverage_tables(covered: Coverage) -> Iterator[object]:
    depths = covered.depths
    features = table("Queries by clause and depth", "", *(f"depth {depth}" for depth in depths))
    for name in FEATURES:
        features.add_row(name, *(str(covered.features[name, depth] or "·") for depth in depths))
    yield features
    groups = table("Calls by function", "group", "calls", "functions")
    for group, of in groupby(sorted(covered.functions), itemgetter(0)):
        named = sorted(((covered.functions[one], one[1]) for one in of), reverse=True)
        calls = ", ".join(f"{name} {count}" for count, name in named)
        groups.add_row(group, str(sum(count for count, _ in named)), calls)
    yield groups
    hops = ", ".join(f"{hops}: {count}" for hops, count in sorted(covered.hops.items()))
    yield f"Relationships in the longest pattern (* any number): {hops}"
    yield f"Promised and in no query: {', '.join(covered.empty()) or 'nothing'}"


def table(title: str, *columns: str) -> Table:
    made = Table(title=title, title_justify="left")
    for number, column in enumerate(columns):
        made.add_column(column, justify="right" if number else "left", overflow="fold")
    return made


class Sample:
    """So many things, each of those that came with the same chance."""

    def __init__(self, size: int) -> None:
        self.size, self.came, self.kept, self.rng = size, 0, [], random.Random(1)

    def add(self, thing: object) -> None:
        self.came += 1
        if len(self.kept) < self.size:
            self.kept.append(thing)
        elif (at := self.rng.randrange(self.came)) < self.size:
            self.kept[at] = thing


def split(question: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", question.lower())


def grams_of(said: list[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(said[i : i + n]) for i in range(len(said) - n + 1)]


@cache
def label_said(label: str) -> re.Pattern:
    """The identifier itself, or its words; in the plural too."""
    spoken = words(label)
    ways = {label.lower(), spoken, plural(label.lower()), plural(spoken)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ways))})(?!\w)")


def labels_of(query: str) -> set[str]:
    found = tokens(query)
    both = zip(found, roles(found), strict=True)
    return {token.text.strip("`") for token, role in both if role == "label"}


def self_bleu(asked: list[list[str]], others: list[list[str]]) -> float:
    """Mean BLEU-4 of questions, with others as references; smoothed where nothing fits."""
    if not others:
        return math.nan
    lengths = [len(one) for one in others]
    there = [Counter() for _ in range(4)]
    for one in others:
        for n, grams in enumerate(there):
            grams |= Counter(grams_of(one, n + 1))
    return sum(bleu(one, there, lengths) for one in asked) / len(asked)


def bleu(said: list[str], there: list[Counter], lengths: list[int]) -> float:
    logs = []
    for n, most in enumerate(there):
        mine = Counter(grams_of(said, n + 1))
        if not mine:
            break  # shorter than this
        fit = sum(min(count, most[gram]) for gram, count in mine.items())
        logs.append(math.log((fit or 0.1) / mine.total()))
    closest = min(lengths, key=lambda length: (abs(length - len(said)), length))
    brevity = min(1.0, math.exp(1 - closest / len(said)))
    return brevity * math.exp(sum(logs) / len(logs))


if __name__ == "__main__":
    cli.run(main)
