"""Checks of data files: what is wrong, where, and how the rows are spread.

Two passes over the files: `scan` looks at each row by itself, `compare` at what rows have in
common, then `probe` goes back to the rows whose question is still open.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import polars as pl

from neural import domains
from neural.errors import UserError
from neural.files import sha256
from neural.records import compare, pool, reader, scan, similar
from neural.records.findings import KINDS, Findings
from neural.records.leaks import HeldOut, is_held_out
from neural.records.limits import Limits
from neural.records.probe import LANGUAGE, SIMILAR, TOKENS, Probed, Wanted, probe

SAMPLE = 20_000  # rows whose language and tokens are told; the rest would say the same
AT_ONCE = 50_000  # rows that a domain is asked about at once
INLINE = 4 << 20  # bytes of files for which starting processes takes longer than it saves


class Options(NamedTuple):
    """What a validation is asked for, besides its files."""

    domain: str | None = None
    """Also ask this domain whether the answers are right."""
    limits: Limits = Limits()
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
    """One check of some files. Read `findings`, `rows` and what else it found when it is made."""

    def __init__(self, paths: Iterable[str | Path], options: Options) -> None:
        self.options, self.limits = options, options.limits
        self.findings = Findings()
        self.paths, left = reader.shards(paths)
        for path in left:
            self._found("left-out", path, 0, "")
        size = sum(Path(path).stat().st_size for path in self.paths)
        self.processes = options.threads if size > INLINE else 1
        self.files: list[dict] = []
        self.lines = 0
        self.languages: dict[str, int] = {}
        self.tokens: np.ndarray = np.zeros(0, np.int64)
        self.held_out = self._questions()
        self.rows, bands = self._scan()
        self._compare(bands)
        if options.domain:
            self._domain(options.domain)

    def _questions(self) -> HeldOut | None:
        tests = [path for path in self.paths if is_held_out(path)]
        against = list(self.options.against)
        if len(tests) < len(self.paths):
            against += tests
        if not against:
            return None
        made = HeldOut(against, self.limits.leak_words, self.limits.leak_share)
        if not made.places:
            raise UserError(f"{', '.join(against)}: no question in a known form to look for.")
        return made

    def _scan(self) -> tuple[pl.DataFrame, np.ndarray]:
        tables, bands = [], []
        for path in self.paths:
            before, lines, seen = sum(map(len, tables)), self.lines, {}
            leaks = self.held_out if not is_held_out(path) else None
            task = partial(scan.scan, license=self.options.license, held_out=leaks)
            for made in self._run(task, self._blocks(path)):
                self.findings.join(made.findings)
                self.lines += made.lines
                tables.append(made.rows.with_columns(pl.lit(path).alias("file")))
                bands.append(made.bands)
                for form, number in made.forms.items():
                    if seen and form not in seen:
                        other, line = next(iter(seen.items()))
                        detail = f"{form} row, {other} at line {line}"
                        self._found("mixed-formats", path, number, detail)
                    seen.setdefault(form, number)
            if self.lines == lines and "unreadable" not in self.findings.lines:
                self._found("empty-file", path, 0, "no rows")
            rows = sum(map(len, tables)) - before
            form = next(iter(seen), None)
            self.files.append({"file": path, "form": form, "rows": rows, "sha256": sha256(path)})
        empty = pl.DataFrame(schema={**scan.SCHEMA, "file": pl.String})
        table = pl.concat([empty, *tables], rechunk=True)
        return table, np.concatenate([np.zeros((0, similar.BANDS), np.uint64), *bands])

    def _blocks(self, path: str) -> Iterator[reader.Block]:
        try:
            yield from reader.blocks(path)
        except UserError as error:
            self._found("unreadable", path, 0, str(error).removeprefix(f"{path}: "))

    def _run(self, task, items: Iterable) -> Iterator:
        return pool.run(task, items, self.processes)

    def _compare(self, bands: np.ndarray) -> None:
        self.clusters: list[compare.Cluster] = []
        self.near = 0
        if not len(self.rows):
            return
        kept = compare.copies(self.rows, self._found)
        compare.groups(self.rows, self._found)
        compare.licensed(self.rows, self.limits, self._found)
        compare.balance(self.rows, self.limits, self._found)
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
        self._probed(what, pairs)

    def _probed(self, what: np.ndarray, pairs: np.ndarray) -> None:
        task = partial(probe, tokenizer=self.options.tokenizer)
        said, languages, tokens = [], [], []
        for made in self._run(task, self._wanted(what)):
            said += made.said
            languages += made.languages
            tokens += made.tokens
        rows = np.flatnonzero(what & SIMILAR).tolist()
        shingles = dict(zip(rows, said, strict=True))
        self.clusters = compare.near(self.rows, pairs, shingles, self.limits, self._found)
        self._languages(np.flatnonzero(what & LANGUAGE).tolist(), languages)
        self._tokens(np.flatnonzero(what & TOKENS).tolist(), tokens)

    def _wanted(self, what: np.ndarray) -> Iterator[Wanted]:
        offset = 0
        for file in self.files:
            here = what[offset : offset + file["rows"]]
            chosen = np.flatnonzero(here)
            lines = self.rows["line"].slice(offset, file["rows"]).to_numpy()[chosen]
            offset += file["rows"]
            for block in reader.blocks(file["file"]) if len(chosen) else ():
                last = block.first + block.data.count(b"\n")
                start, end = np.searchsorted(lines, [block.first, last + 1])
                if end > start:
                    yield Wanted(block, lines[start:end], here[chosen[start:end]])
                if end == len(lines):
                    break

    def _languages(self, rows: list[int], found: list[str]) -> None:
        named = [(row, code) for row, code in zip(rows, found, strict=True) if code]
        self.languages = dict(sorted(pl.Series([c for _, c in named], dtype=pl.String)
                                     .value_counts(name="rows").iter_rows()))
        other = [(row, code) for row, code in named if code not in self.limits.languages]
        for row, code in other:
            self._found("other-language", *self._place(row), code)
        if len(other) > self.limits.other_language_share * len(named):
            detail = f"{len(other)} of the {len(named)} rows looked at"
            self._found("languages", self.files[0]["file"], 0, detail)

    def _tokens(self, rows: list[int], found: list[int]) -> None:
        self.tokens = np.array(found, np.int64)
        for row, count in zip(rows, found, strict=True):
            if self.options.context and count > self.options.context:
                detail = f"{count} tokens, the context holds {self.options.context}"
                self._found("too-long", *self._place(row), detail)

    def _domain(self, name: str) -> None:
        verify = domains.load(name).verify
        numbered = self.read_rows()
        start = 0
        while batch := [row for row, _ in zip(numbered, range(AT_ONCE), strict=False)]:
            for index, what in verify(batch):
                self._found("domain", *self._place(start + index), what)
            start += len(batch)

    def read_rows(self) -> Iterator[dict]:
        """The well-formed rows again, in their order, in a plain form."""
        ...

    def _place(self, row: int) -> tuple[str, int]:
        return self.rows["file"][row], self.rows["line"][row]

    def _found(self, kind: str, file: str, line: int, detail: str) -> None:
        self.findings.add(kind, file, line, detail)
