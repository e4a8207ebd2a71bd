"""Near-duplicates: MinHash finds the candidates, the true Jaccard similarity decides.

Two rows are alike when both what is said (question and answer) and what it is said about (the
row's context) are. Otherwise all questions to one long context would be copies of each other.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import polars as pl
import pyarrow as pa
from rensa import RMinHash
from xxhash import xxh3_64_intdigest

WORDS = re.compile(r"\w+|[^\w\s]")
WIDTH = 3  # words of a shingle
BANDS, ROWS = 16, 8  # finds 99.4% of the pairs with similarity 0.85, 6% of those with 0.5
SEED = 1
AT_ONCE = 1 << 17  # pairs that are compared at once
VOCABULARY = 1 << 20  # hashes of words that are kept: about 100 MB
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)


class _Hashes(dict):
    """The hash of each word, worked out when it is first met."""

    def __missing__(self, word: str) -> int:
        if len(self) >= VOCABULARY:
            self.clear()
        self[word] = value = xxh3_64_intdigest(word.encode())
        return value


_hashes = _Hashes()


class Sets(NamedTuple):
    """Sets of shingles, one after the other: uint32 values, and the int64 size of each set."""

    values: np.ndarray
    sizes: np.ndarray


class Words(NamedTuple):
    """The words of some texts as hashes, one text after the other; text i is at `ends[i]:[i+1]`."""

    hashes: np.ndarray  # uint64
    ends: np.ndarray  # int64, one longer than the texts, the first 0


def words(texts: Iterable[str]) -> Words:
    """Words and signs of texts, up to case."""
    found: list[str] = []
    ends = [0]
    for text in texts:
        found += WORDS.findall(text.casefold())
        ends.append(len(found))
    hashes = np.fromiter(map(_hashes.__getitem__, found), np.uint64, len(found))
    return Words(hashes, np.array(ends, np.int64))


def passages(given: Words, width: int) -> np.ndarray:
    """The hash of the `width` words that begin at each place; uint64, one for each word.

    A passage that would run over its text's end is filled up with a word that no text has.
    """
    padded = _padded(given, width - 1)
    total = np.zeros(len(padded) - width + 1, np.uint64) if len(padded) >= width else padded[:0]
    with np.errstate(over="ignore"):
        for place in range(width):
            total = (total ^ (total >> np.uint64(29))) * _FACTORS[0]
            total += padded[place : place + len(total)] * _FACTORS[1]
        total = (total ^ (total >> np.uint64(32))) * _FACTORS[2]
    # Padding moved each text by its place; these are where the texts' own words stand.
    lengths = np.diff(given.ends)
    shift = np.repeat(np.arange(len(lengths)), lengths) * (width - 1)
    return total[np.arange(len(given.hashes)) + shift]


def _padded(given: Words, by: int) -> np.ndarray:
    lengths = np.diff(given.ends)
    padded = np.zeros(len(given.hashes) + by * len(lengths), np.uint64)
    shift = np.repeat(np.arange(len(lengths)), lengths) * by
    padded[np.arange(len(given.hashes)) + shift] = given.hashes
    return padded


def bands(said: Sequence[str] | Words, contexts: Sequence[str]) -> np.ndarray:
    """uint64 of shape (texts, BANDS): texts that share a value in one column may be alike."""
    said = said if isinstance(said, Words) else words(said)
    if not len(contexts):
        return np.zeros((0, BANDS), np.uint64)
    signed = _sign(passages(said, WIDTH), said.ends, BANDS * ROWS).reshape(-1, BANDS, ROWS)
    keys = np.array([_context(text) for text in contexts], np.uint64)
    with np.errstate(over="ignore"):
        for place in range(ROWS):
            keys = (keys ^ (keys >> np.uint64(29))) * _FACTORS[0]
            keys += signed[:, :, place] * _FACTORS[1]
        return (keys ^ (keys >> np.uint64(32))) * _FACTORS[2]


@cache
def _no_context() -> np.ndarray:
    return np.zeros(BANDS, np.uint64)


_contexts: dict[str, np.ndarray] = {}


def _context(text: str) -> np.ndarray:
    """One MinHash value for each band; many rows in a row ask about the same context."""
    if not text:
        return _no_context()
    if text not in _contexts:
        if len(_contexts) >= 1000:
            _contexts.clear()
        given = words([text])
        _contexts[text] = _sign(passages(given, WIDTH), given.ends, BANDS)[0]
    return _contexts[text]


def _sign(hashes: np.ndarray, ends: np.ndarray, values: int) -> np.ndarray:
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(
        hashes, ends.astype(np.uint64), values, SEED
    )
    return np.array(matrix.to_rows(), np.uint64).reshape(-1, values)


def candidates(keys: np.ndarray) -> np.ndarray:
    """Pairs (a, b), a < b, of rows that share a band: int64 of shape (pairs, 2), sorted.

    In a band, each row is paired with the first and the nearest earlier row of the same value, so
    that the number of pairs grows with the rows and not with their square.
    """
    packed = []
    for column in keys.T:
        order = np.argsort(column, kind="stable")
        ranked = column[order]
        same = np.flatnonzero(ranked[1:] == ranked[:-1]) + 1
        if not len(same):
            continue
        starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
        first = starts[np.searchsorted(starts, same, "right") - 1]
        for earlier in (order[first], order[same - 1]):
            packed.append(
                (earlier.astype(np.uint64) << np.uint64(32)) | order[same].astype(np.uint64)
            )
    pairs = np.unique(np.concatenate(packed)) if packed else np.zeros(0, np.uint64)
    return np.stack([pairs >> np.uint64(32), pairs & np.uint64(0xFFFFFFFF)], 1).astype(np.int64)


def sets(texts: Sequence[str]) -> Sets:
    """The distinct shingles of each text; 32 bits of each hash are enough to compare."""
    given = words(texts)
    text = np.repeat(np.arange(len(texts), dtype=np.uint64), np.diff(given.ends))
    keys = np.unique((text << np.uint64(32)) | (passages(given, WIDTH) >> np.uint64(32)))
    sizes = np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=len(texts))
    return Sets(keys.astype(np.uint32), sizes)


def joined(parts: Sequence[Sets]) -> Sets:
    """The sets of all parts, one after the other."""
    return Sets(*map(np.concatenate, zip(*parts, strict=True)))


def shares(pairs: np.ndarray, *kinds: Sets) -> np.ndarray:
    """Jaccard similarity of each pair of texts, the least of all kinds of sets; float64.

    `pairs`: int64 of shape (pairs, 2), numbers of texts. Two empty sets are alike.
    """
    least = np.ones(len(pairs))
    for sets in kinds:
        offsets = np.concatenate(([0], np.cumsum(sets.sizes)))
        listed = pl.Series(pa.LargeListArray.from_arrays(offsets, sets.values))
        for start in range(0, len(pairs), AT_ONCE):
            chosen = pairs[start : start + AT_ONCE].T
            both = pl.DataFrame(
                [listed.gather(part).alias(n) for part, n in zip(chosen, "ab", strict=True)]
            )
            common = both.select(pl.col("a").list.set_intersection("b").list.len()).to_series()
            either = sets.sizes[chosen].sum(0) - common.to_numpy()
            share = np.where(either, common.to_numpy() / either.clip(min=1), 1.0)
            least[start : start + AT_ONCE] = np.minimum(least[start : start + AT_ONCE], share)
    return least


def clusters(count: int, pairs: Iterable[tuple[int, int]]) -> np.ndarray:
    """For each of `count` rows the first row that pairs join it to, itself where none does."""
    root = list(range(count))

    def find(row: int) -> int:
        while root[row] != row:
            root[row] = root[root[row]]
            row = root[row]
        return row

    for one, other in pairs:
        one, other = sorted((find(one), find(other)))
        root[other] = one
    return np.array([find(row) for row in range(count)], np.int64)
