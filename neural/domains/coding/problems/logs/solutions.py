"""Solutions of spec.py's families; see AUTHORING.md."""


#: family parse_log_line
import re
from typing import NamedTuple

FORM = re.compile(
    r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]) (INFO|WARN|ERROR) ([a-z]+): (.*)"
)


class Entry(NamedTuple):
    seconds: int
    level: str
    source: str
    message: str


def parse_log_line(line: str) -> Entry | None:  #: bad=none
def parse_log_line(line: str) -> Entry:  #: bad!=none
    found = FORM.fullmatch(line)
    if not found:
        return None  #: bad=none
        raise ValueError("malformed line")  #: bad=error
        return Entry(0, "INFO", "", line)  #: bad=plain
    hours, minutes, seconds, level, source, message = found.groups()
    time = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return Entry(time, level, source, message)


#: family cut_lines
import re


def cut_lines(text: str, count: int) -> str:
    lines = re.findall("[^\n]*\n|[^\n]+", text)
    return "".join(lines[max(len(lines) - count, 0) :])  #: part=last
    return "".join(lines[:count])  #: part=first
    return "".join(lines[: max(len(lines) - count, 0)])  #: part=but_last


#: family grep_context
def grep_context(lines: list[str], word: str, around: int) -> list[str]:
    found = [place for place, line in enumerate(lines) if word in line]
    shown = sorted(
        {
            near
            for place in found
            for near in range(place - around, place + 1)  #: where=before
            for near in range(place, place + around + 1)  #: where=after
            for near in range(place - around, place + around + 1)  #: where=both
            if 0 <= near < len(lines)
        }
    )
    output = []
    previous = None
    for place in shown:
        if previous is not None and place > previous + 1:
            output.append("--")
        mark = ":" if word in lines[place] else "-"
        output.append(f"{place + 1}{mark}{lines[place]}")
        previous = place
    return output


#: family rotation_steps
def rotation_steps(names: list[str], base: str, keep: int) -> list[str]:
    if base not in names:
        return []
    files = [base] + [f"{base}.{number}" for number in range(1, keep + 1)]
    #: which=needed
    taken = 0
    while taken < len(files) and files[taken] in names:
        taken += 1
    moving = range(taken)
    #: which=all
    moving = [place for place, file in enumerate(files) if file in names]
    #: end
    steps = []
    for place in reversed(moving):
        file = files[place]
        move = place < keep
        steps.append(f"rename {file} {files[place + 1]}" if move else f"delete {file}")
    return steps


#: family merge_logs
def entries(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for line in lines:
        if line.startswith(" "):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def merge_logs(first: list[str], second: list[str]) -> list[str]:
    left, right = entries(first), entries(second)
    right = [entry for entry in right if entry not in left]  #: same=dropped
    merged = sorted(left + right, key=lambda entry: entry[0][:5])
    return [line for entry in merged for line in entry]


#: family traffic
import re
from collections import Counter

FORM = re.compile(r"[A-Z]+ (/[^ ?]*)[^ ]* ([0-9]{3}) ([0-9]+|-)")


def traffic(lines: list[str]) -> dict[str, int]:
    result: Counter[str] = Counter()
    for line in lines:
        if found := FORM.fullmatch(line):
            path, status, size = found.groups()
            result[path] += 1  #: what=requests
            result[path] += 0 if size == "-" else int(size)  #: what=bytes
            #: what=failures
            if int(status) >= 400:
                result[path] += 1
            #: end
    return result


#: family collapse_repeats
from itertools import groupby


def collapse_repeats(lines: list[str]) -> list[str]:
    shortened = []
    for _, group in groupby(lines):  #: alike=equal
    for _, group in groupby(lines, key=lambda line: line[5:]):  #: alike=timed
        first, *more = group
        shortened.append(first)
        if len(more) > 1:
            shortened.append(f"repeated {len(more)} times")
        elif more:
            shortened.append("repeated once")  #: least=any
            shortened += more  #: least=two
    return shortened


#: family clean_text
import re


def clean_text(text: str) -> str:
    lines = re.split("\r\n|\r|\n", text)
    clean = "\n".join(line.rstrip(" ") for line in lines)
    #: end=none
    return clean.rstrip("\n")
    #: end=one
    body = clean.rstrip("\n")
    return body + "\n" if body else ""
    #: end=kept
    return clean if clean.endswith("\n") or not clean else clean + "\n"
    #: end


#: family redact
def redact(line: str, secrets: set[str]) -> str:
    return " ".join(hidden(word, secrets) for word in line.split(" "))


def hidden(word: str, secrets: set[str]) -> str:
    key, equals, value = word.partition("=")
    if not equals or key.lower() not in secrets:
        return word
    return f"{key}=***"  #: mask=three
    return f"{key}={'*' * len(value)}"  #: mask=length
    #: mask=last
    shown = value[-2:] if len(value) > 4 else ""
    return f"{key}={'*' * (len(value) - len(shown))}{shown}"
    #: end
