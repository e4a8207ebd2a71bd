"""Solutions of spec.py's families; see AUTHORING.md."""


#: family parse_ini
def parse_ini(text: str) -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    name = ""
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip(" ")
        key, equals, value = (part.strip(" ") for part in line.partition("="))
        if not line or line[0] in ";#":
            continue
        if line.startswith("[") and line.endswith("]") and len(line) > 2:
            name = line[1:-1]
            sections.setdefault(name, {})  #: again=continued
            #: again=refused
            if name in sections:
                raise ValueError("a section comes again")
            sections[name] = {}
            #: again=replaced
            sections[name] = {}
            #: end
        elif equals and key:
            sections.setdefault(name, {})[key] = value
        else:
            raise ValueError(f"line {number} is malformed")
    return sections


#: family normalize_path
def normalize_path(path: str) -> str:
    root = "/" if path.startswith("/") else ""
    parts: list[str] = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        #: above=dropped
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        #: above=kept
        if part != ".." or (not root and parts[-1:] in ([], [".."])):
            parts.append(part)
        elif parts:
            parts.pop()
        #: above=refused
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            raise ValueError("path leads outside")
        #: end
    return root + "/".join(parts) or "."


#: family relative_path
def relative_path(source: str, target: str) -> str:
    here = [part for part in source.split("/") if part]  #: kind=folder
    here = source.split("/")[1:-1]  #: kind=file
    there = [part for part in target.split("/") if part]
    common = 0
    for left, right in zip(here, there, strict=False):
        if left != right:
            break
        common += 1
    steps = [".."] * (len(here) - common) + there[common:]
    return "/".join(steps) or "."


#: family split_name
def split_name(name: str) -> tuple[str, str]:
    place = name.find(".", 1)  #: which=first
    place = name.rfind(".", 1)  #: which=last
    return (name, "") if place < 0 else (name[:place], name[place + 1 :])


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


#: family apply_patch
def apply_patch(lines: list[str], patch: list[str]) -> list[str]:
    patched = []
    place = 0
    for mark, text in ((line[0], line[1:]) for line in patch):
        if mark == "+":  #: direction=forward
        if mark == "-":  #: direction=backward
            patched.append(text)
            continue
        if place == len(lines) or lines[place] != text:
            raise ValueError("the patch does not fit")
        place += 1
        if mark == " ":
            patched.append(text)
    #: rest=error
    if place < len(lines):
        raise ValueError("the patch does not fit")
    return patched
    #: rest=kept
    return patched + lines[place:]
    #: end


#: family sum_column
import re


def sum_column(text: str, column: str) -> int:
    header, *rows = text.split("\n")
    names = header.split(",")
    if column not in names:
        raise KeyError("no such column")
    place = names.index(column)
    total = 0
    for number, row in enumerate(rows, 2):  #: bad!=skip
    for row in rows:  #: bad=skip
        cells = row.split(",")
        cell = cells[place] if place < len(cells) else ""
        if re.fullmatch("-?[0-9]+", cell):
            total += int(cell)
        elif row:  #: bad=error
        elif cell:  #: bad=blank
            raise ValueError(f"line {number}: not a number")  #: bad!=skip
    return total


#: family read_records
from itertools import zip_longest  #: ragged=fill


def read_records(lines: list[str]) -> list[dict[str, str]]:
    if not lines:
        return []
    names = lines[0].split(";")
    records = []
    for number, line in enumerate(lines[1:], 2):  #: ragged=error
    for line in lines[1:]:  #: ragged!=error
        if not line:
            continue
        cells = line.split(";")
        #: ragged=fill
        pairs = zip_longest(names, cells[: len(names)], fillvalue="")
        records.append(dict(pairs))
        #: ragged=skip
        if len(cells) == len(names):
            records.append(dict(zip(names, cells, strict=True)))
        #: ragged=error
        if len(cells) != len(names):
            raise ValueError(f"line {number} has {len(cells)} cells")
        records.append(dict(zip(names, cells, strict=True)))
        #: end
    return records


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


#: family join_continued
def join_continued(text: str) -> list[str]:
    if not text:
        return []
    logical: list[str] = []
    continues = False
    for line in text.removesuffix("\n").split("\n"):
        part = line.removesuffix("\\")
        if continues:
            logical[-1] += part  #: join=as_is
            logical[-1] += part.lstrip(" ")  #: join=trimmed
            logical[-1] += " " + part.lstrip(" ")  #: join=space
        else:
            logical.append(part)
        continues = line.endswith("\\")
    return logical


#: family load_env
import re


def load_env(text: str) -> dict[str, str]:
    values: dict[str, str] = {}

    def value_of(reference: re.Match) -> str:
        name = reference[1]
        return values.get(name, "")  #: unknown=empty
        return values.get(name, reference[0])  #: unknown=kept
        #: unknown=error
        if name not in values:
            raise KeyError(f"{name} is not set")
        return values[name]
        #: end

    for line in text.split("\n"):
        if line and not line.startswith("#"):
            name, _, value = line.partition("=")
            values[name] = re.sub(r"\$([A-Z]+)", value_of, value)
    return values


#: family file_tree
def file_tree(paths: list[str]) -> list[str]:
    return listing([path.split("/") for path in paths], "")


def listing(paths: list[list[str]], indent: str) -> list[str]:
    folders: dict[str, list[list[str]]] = {}
    for first, *rest in paths:
        folders.setdefault(first, [])
        if rest:
            folders[first].append(rest)
    lines = []
    for name in sorted(folders):  #: order=names
    for name in sorted(folders, key=lambda each: (not folders[each], each)):  #: order=folders
    for name in sorted(folders, key=lambda each: (bool(folders[each]), each)):  #: order=files
        if folders[name]:
            lines.append(f"{indent}{name}/")
            lines += listing(folders[name], indent + "  ")
        else:
            lines.append(indent + name)
    return lines


#: family folder_sizes
from collections import Counter
from typing import NamedTuple


class File(NamedTuple):
    path: str
    size: int


def folder_sizes(files: list[File]) -> dict[str, int]:
    #: what=direct
    sizes: Counter[str] = Counter()
    for path, size in files:
        folder, _, _ = path.rpartition("/")
        sizes[folder or "."] += size
    #: what=all
    sizes = Counter({".": 0})
    for path, size in files:
        sizes["."] += size
        folder, _, _ = path.rpartition("/")
        while folder:
            sizes[folder] += size
            folder, _, _ = folder.rpartition("/")
    #: end
    return sizes


#: family kept_files
def fits(path: str, rule: str) -> bool:
    *folders, name = path.split("/")
    if rule.endswith("/"):
        return rule[:-1] in folders
    if rule.startswith("*"):
        return name.endswith(rule[1:])
    return name == rule


def is_kept(path: str, rules: list[str]) -> bool:
    for rule in rules:  #: winner=first
    for rule in reversed(rules):  #: winner=last
        if fits(path, rule.removeprefix("!")):
            return rule.startswith("!")
    return True


def kept_files(paths: list[str], rules: list[str]) -> list[str]:
    return [path for path in paths if is_kept(path, rules)]


#: family hex_dump
def hex_dump(data: list[int]) -> list[str]:
    lines = []
    for start in range(0, len(data), 8):
        row = data[start : start + 8]
        codes = " ".join(f"{byte:02x}" for byte in row)
        shown = "".join(chr(byte) if 32 <= byte <= 126 else "." for byte in row)
        lines.append(f"{start:04x}  {codes:23}  {shown}")  #: digits=hex
        lines.append(f"{start:06}  {codes:23}  {shown}")  #: digits=decimal
    return lines


#: family parse_headers
def parse_headers(lines: list[str]) -> list[tuple[str, str]]:
    headers: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        if not line:
            break
        name, colon, value = line.partition(":")
        if line.startswith(" ") and headers:
            name, value = headers[-1]
            headers[-1] = (name, f"{value} {line.strip(' ')}")
        elif line.startswith(" ") or not (name and colon):
            raise ValueError(f"line {number} is malformed")
        else:
            headers.append((name.lower(), value.strip(" ")))
    return headers  #: again=kept
    #: again=merged
    merged: dict[str, list[str]] = {}
    for name, value in headers:
        merged.setdefault(name, []).append(value)
    return [(name, ", ".join(values)) for name, values in merged.items()]
    #: end


#: family diff_stats
from typing import NamedTuple


class FileStat(NamedTuple):
    name: str
    added: int
    removed: int


def diff_stats(lines: list[str]) -> list[FileStat]:
    counts: dict[str, list[int]] = {}
    current = [0, 0]
    for line in lines:
        if line.startswith("+++ "):
            current = counts.setdefault(line[4:], [0, 0])
        elif line.startswith("+"):
            current[0] += 1
        elif line.startswith("-") and not line.startswith("--- "):
            current[1] += 1
    return [FileStat(name, *numbers) for name, numbers in counts.items()]  #: order=diff
    #: order=changes
    stats = (FileStat(name, *numbers) for name, numbers in counts.items())
    return sorted(stats, key=lambda each: (-each.added - each.removed, each.name))
    #: end


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


#: family split_front_matter
def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    first, *lines = text.split("\n")
    if first != "---":
        return {}, text
    #: open!=settings
    if "---" not in lines:
        raise ValueError("front matter is not closed")  #: open=error
        return {}, text  #: open=text
    end = lines.index("---")
    #: open=settings
    end = lines.index("---") if "---" in lines else len(lines)
    #: end
    pairs = (line.split(":", 1) for line in lines[:end] if ":" in line)
    settings = {key.strip(" "): value.strip(" ") for key, value in pairs}
    return settings, "\n".join(lines[end + 1 :])


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
