"""Solutions of spec.py's families; see AUTHORING.md."""


#: family compare_versions
from itertools import zip_longest  #: shorter=padded


def compare_versions(left: str, right: str) -> int:
    old, new = _numbers(left), _numbers(right)
    #: shorter=padded
    for a, b in zip_longest(old, new, fillvalue=0):
        if a != b:
            return -1 if a < b else 1
    return 0
    #: shorter=older
    return (old > new) - (old < new)
    #: shorter=wildcard
    for a, b in zip(old, new, strict=False):
        if a != b:
            return -1 if a < b else 1
    return 0
    #: end


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


#: family parse_ranges
import re


def parse_ranges(text: str) -> list[int]:
    numbers: list[int] = []
    for part in text.split(","):
        match = re.fullmatch(r"(\d+)(?:-(\d+))?", part, re.ASCII)
        if not match:
            raise ValueError(f"not a range: {part}")
        first = int(match[1])
        last = int(match[2] or first)
        if last < first:
            raise ValueError(f"not a range: {part}")
        numbers.extend(range(first, last + 1))
    return numbers  #: order=given
    return sorted(set(numbers))  #: order=sorted


#: family compress_ranges
def compress_ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = []
    for run in runs:
        if len(run) > 1:  #: pairs=joined
        if len(run) > 2:  #: pairs=listed
            parts.append(f"{run[0]}-{run[-1]}")
        else:
            parts.extend(map(str, run))
    return ",".join(parts)


#: family parse_size
import re

POWERS = {"": 0, "K": 1, "M": 2, "G": 3}


def parse_size(text: str) -> int:
    match = re.fullmatch(r"(\d+)([KMG]?)", text.upper(), re.ASCII)
    if not match:
        raise ValueError(f"not a size: {text!r}")
    return int(match[1]) * BASE ** POWERS[match[2]]


#: family parse_roman
import re  #: strict=yes
from itertools import pairwise

#: strict=yes
STANDARD = re.compile(
    "M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})",
)
#: end
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def parse_roman(text: str) -> int:
    if not text or not STANDARD.fullmatch(text):  #: strict=yes
    if not text or not VALUES.keys() >= set(text):  #: strict=no
        raise ValueError(f"not a Roman numeral: {text!r}")
    values = [VALUES[letter] for letter in text]
    return sum(a if a >= b else -a for a, b in pairwise([*values, 0]))
