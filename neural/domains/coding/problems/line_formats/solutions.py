"""Solutions of spec.py's families; see AUTHORING.md."""


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
