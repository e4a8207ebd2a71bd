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
