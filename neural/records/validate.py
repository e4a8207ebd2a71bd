"""Checks of data files: what is wrong, where, and how the rows are spread.

Two passes over the files: `scan` looks at each row by itself, `compare` at what rows have in
common, then `probe` goes back to the rows whose question is still open.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from neural import domains
from neural.errors import UserError
from neural.records import compare, forms, pool, reader, scan, similar
from neural.records.findings import Findings, printable
from neural.records.leaks import HeldOut, is_held_out
from neural.records.limits import Limits
from neural.records.probe import LANGUAGE, SIMILAR, TOKENS, Wanted, probe

SAMPLE = 20_000  # rows whose language and tokens are told; the rest would say the same
AT_ONCE = 50_000  # rows that a domain is asked about at once
INLINE = 16 << 20  # bytes of files for which starting processes takes longer than it saves


class Options(NamedTuple):
    """What a validation is asked for, besides its files."""

    domain: str | None = None
    """Also ask this domain whether the answers are right."""
    limits: Limits = Limits()
    form: str | None = None
    """The only form of rows that is welcome (see `forms.FORMS`)."""
    license: str = ""
    """Of rows that name none."""
    against: tuple[str, ...] = ()
    """Files of questions that must not be trained on."""
    tokenizer: str | None = None
    """A tokenizer.json; without it no row is counted in tokens."""
    context: int = 0
    """Tokens that a row may have (0: any number)."""
    threads: int = 1


class Validation:
    """One check of some files, done when it is made. Row numbers count the well-formed rows from 0.

    `rows`: a line for each (see `scan.SCHEMA`, and its `file`); `lines`: how many are not blank;
    `files`: name, form, rows and sha256 of each; `clusters`: near-duplicates; `languages`: rows
    of a sample by ISO 639-1 code; `tokens`: lengths in a sample. UserError for what no file is to
    blame for: a wrong path, an unknown domain, a tokenizer that cannot be read.
    """

    def __init__(
        self,
        paths: Iterable[str | Path],
        options: Options = Options(),  # noqa: B008 (immutable)
        progress: Callable[[str], None] = lambda what: None,
    ) -> None:
        self.options, self.limits, self._progress = options, options.limits, progress
        self.findings = Findings()
        self.files: list[dict] = []
        self.lines = 0
        self.clusters: list[compare.Cluster] = []
        self.languages: dict[str, int] = {}
        self.tokens = np.zeros(0, np.int64)
        domain = domains.load(options.domain) if options.domain else None
        found, left = reader.shards(paths)
        # Files for testing first: of copies the first stays, and a leak goes from the training.
        self.paths = sorted(found, key=is_held_out, reverse=True)
        for path in left:
            self._found("left-out", printable(path), 0, "")
        size = sum(Path(reader.local(path)).stat().st_size for path in self.paths)
        self._processes = options.threads if size > INLINE else 1
        self.rows, bands = self._scan(self._questions())
        if len(self.rows):
            self._compare(bands, getattr(domain, "SHARES", None))
        if domain:
            self._verify(domain.verify)

    def read_rows(self) -> Iterator[dict]:
        """The well-formed rows again, in their order, in a plain form."""
        for _, line in self.raw(np.arange(len(self.rows))):
            yield forms.parsed(line)

    def raw(self, rows: np.ndarray) -> Iterator[tuple[int, bytes]]:
        """(row number, line) of the rows with these numbers, which must ascend."""
        offset = 0
        for file in self.files:
            start, end = np.searchsorted(rows, [offset, offset + file["rows"]])
            numbers = rows[start:end]
            lines = self.rows["line"].to_numpy()[numbers]
            yield from zip(numbers.tolist(), reader.pick(file["file"], lines), strict=True)
            offset += file["rows"]

    def place(self, row: int) -> tuple[str, int]:
        """File and line of a row."""
        return self.rows["file"][row], self.rows["line"][row]

    def _questions(self) -> HeldOut | None:
        """What must not be trained on: the lists that were named, and files for testing."""
        tests = [path for path in self.paths if is_held_out(path)]
        tests = tests if len(tests) < len(self.paths) else []
        if not self.options.against and not tests:
            return None
        self._progress("reading the held-out questions")
        return HeldOut(self.options.against, tests, self.limits.leak_words, self.limits.leak_share)

    def _scan(self, held_out: HeldOut | None) -> tuple[pl.DataFrame, np.ndarray]:
        tables = [pl.DataFrame(schema={**scan.SCHEMA, "file": pl.String})]
        bands = [np.zeros((0, similar.BANDS), np.uint64)]
        for path in self.paths:
            self._progress(f"scanning {path}")
            before, lines, seen = sum(map(len, tables)), self.lines, {}
            leaks = held_out if not is_held_out(path) else None
            task = partial(scan.scan, license=self.options.license, held_out=leaks)
            for made in pool.run(task, self._blocks(path), self._processes):
                self.findings.join(made.findings)
                self.lines += made.lines
                tables.append(made.rows.with_columns(pl.lit(path).alias("file")))
                bands.append(made.bands)
                for form, number in made.forms.items():
                    seen.setdefault(form, number)
            self._forms(path, seen)
            if self.lines == lines and path not in self.findings.lines.get("unreadable", ()):
                self._found("empty-file", path, 0, "no rows")
            rows = sum(map(len, tables)) - before
            form = next(iter(seen), None)
            digest = reader.sha256(path)
            self.files.append({"file": path, "form": form, "rows": rows, "sha256": digest})
        return pl.concat(tables, rechunk=True), np.concatenate(bands)

    def _blocks(self, path: str) -> Iterator[reader.Block]:
        try:
            yield from reader.blocks(path)
        except UserError as error:
            self._found("unreadable", path, 0, str(error).removeprefix(f"{path}: "))

    def _forms(self, path: str, seen: dict[str, int]) -> None:
        """Tells a file of several forms, or of another than is welcome, at the line where it is."""
        wanted = self.options.form
        (first, line), *others = [*seen.items()] or [(None, 0)]
        for form, number in others:
            self._found("mixed-formats", path, number, f"{form} row, {first} at line {line}")
        if wanted and first not in (None, wanted):
            self._found("other-form", path, line, f"{first} rows, expected {wanted}")

    def _compare(self, bands: np.ndarray, meant: Mapping[str, float] | None) -> None:
        self._progress("comparing rows")
        kept = compare.copies(self.rows, self._found)
        compare.groups(self.rows, self._found)
        compare.licensed(self.rows, self.limits, self._found)
        compare.balance(self.rows, self.limits, self._found, meant)
        numbers = np.flatnonzero(kept)
        pairs = numbers[similar.candidates(bands[kept])]
        what = np.zeros(len(self.rows), np.uint8)
        what[pairs.ravel()] |= SIMILAR
        sample = numbers[:: -(-len(numbers) // SAMPLE)]
        if self.limits.languages:
            what[sample] |= LANGUAGE
        if self.options.tokenizer:
            what[sample] |= TOKENS
            # A token has at least one byte, a turn at most eight more for its markers.
            longest = (self.rows["bytes"] + 8 * self.rows["turns"]).to_numpy()
            what[longest > (self.options.context or longest.max())] |= TOKENS
        self._probe(what, pairs)

    def _probe(self, what: np.ndarray, pairs: np.ndarray) -> None:
        self._progress("looking at some rows again")
        task = partial(probe, tokenizer=self.options.tokenizer)
        said, contexts, languages, tokens = [], [], [], []
        for made in pool.run(task, self._wanted(what), self._processes):
            said.append(made.said)
            contexts.append(made.contexts)
            languages += made.languages
            tokens += made.tokens
        if len(pairs):
            rows = np.flatnonzero(what & SIMILAR)
            shares = similar.shares(
                np.searchsorted(rows, pairs), similar.joined(said), similar.joined(contexts)
            )
            self.clusters = compare.near(self.rows, pairs, shares, self.limits, self._found)
        self._languages(np.flatnonzero(what & LANGUAGE).tolist(), languages)
        self._tokens(np.flatnonzero(what & TOKENS).tolist(), tokens)

    def _wanted(self, what: np.ndarray) -> Iterator[Wanted]:
        offset = 0
        for file in self.files:
            here = what[offset : offset + file["rows"]]
            chosen = np.flatnonzero(here)
            lines = self.rows["line"].slice(offset, file["rows"]).to_numpy()[chosen]
            offset += file["rows"]
            for block, start, end in reader.holding(file["file"], lines):
                yield Wanted(block, lines[start:end], here[chosen[start:end]])

    def _languages(self, rows: list[int], found: list[str]) -> None:
        named = [(row, code) for row, code in zip(rows, found, strict=True) if code]
        codes = [code for _, code in named]
        self.languages = {code: codes.count(code) for code in sorted(set(codes))}
        other = [(row, code) for row, code in named if code not in self.limits.languages]
        for row, code in other:
            self._found("other-language", *self.place(row), code)
        if len(other) > self.limits.other_language_share * len(named):
            detail = f"{len(other)} of the {len(named)} rows looked at"
            self._found("languages", self.files[0]["file"], 0, detail)

    def _tokens(self, rows: list[int], found: list[int]) -> None:
        self.tokens = np.array(found, np.int64)
        for row, count in zip(rows, found, strict=True):
            if self.options.context and count > self.options.context:
                detail = f"{count} tokens, the context holds {self.options.context}"
                self._found("too-long", *self.place(row), detail)

    def _verify(self, verify: Callable[[list[dict]], Iterable[tuple[int, str]]]) -> None:
        self._progress(f"asking {self.options.domain} about the answers")
        rows, start, withheld = self.read_rows(), 0, self.findings.withheld()
        while batch := list(islice(rows, AT_ONCE)):
            for index, what in verify(batch):
                place = self.place(start + index)
                self._found("domain", *place, what if place not in withheld else "")
            start += len(batch)

    def _found(self, kind: str, file: str, line: int, detail: str) -> None:
        self.findings.add(kind, file, line, detail)
