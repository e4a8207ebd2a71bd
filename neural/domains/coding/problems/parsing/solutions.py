"""Solutions of spec.py's families; see AUTHORING.md."""


#: family parse_settings
def parse_settings(text: str) -> dict[str, str]:
    settings: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        key, equals, value = line.partition("=")
        key = key.strip()
        if not equals or not key:
            raise ValueError(f"line {number}: no setting")
        settings[key] = value.strip()  #: again=last
        settings.setdefault(key, value.strip())  #: again=first
    return settings


#: family parse_csv_line
def parse_csv_line(line: str) -> list[str]:
    cells = []
    start = 0
    while True:
        if line.startswith('"', start):
            cell, end = _quoted(line, start + 1)
        else:
            end = line.find(",", start)
            end = len(line) if end < 0 else end
            cell = line[start:end]  #: spaces=kept
            cell = line[start:end].strip(" ")  #: spaces=trimmed
        cells.append(cell)
        if end == len(line):
            return cells
        if line[end] != ",":
            raise ValueError("malformed line")
        start = end + 1


def _quoted(line: str, start: int) -> tuple[str, int]:
    """The cell whose text begins at start, and where it ends."""
    cell = ""
    while True:
        end = line.find('"', start)
        if end < 0:
            raise ValueError("malformed line")
        cell += line[start:end]
        if not line.startswith('""', end):
            return cell, end + 1
        cell += '"'
        start = end + 2


#: family to_csv_line
def to_csv_line(cells: list[str]) -> str:
    return DELIMITER.join(map(_quoted, cells))


def _quoted(cell: str) -> str:
    if any(special in cell for special in (DELIMITER, '"', "\n")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


#: family parse_query
def parse_query(query: str) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for part in query.split("&"):  #: plus=literal
    for part in query.replace("+", " ").split("&"):  #: plus=space
        if part:
            name, _, value = part.partition("=")
            values.setdefault(name, []).append(value)
    return values


#: family evaluate
import re


def evaluate(expression: str) -> int:
    first, *rest = re.findall(r"\d+|[-+*]", expression)
    #: precedence=usual
    total, term = 0, int(first)
    for operator, digits in zip(rest[::2], rest[1::2], strict=True):
        if operator == "*":
            term *= int(digits)
        else:
            total += term
            term = int(operator + digits)
    return total + term
    #: precedence=none
    result = int(first)
    for operator, digits in zip(rest[::2], rest[1::2], strict=True):
        match operator:
            case "+":
                result += int(digits)
            case "-":
                result -= int(digits)
            case "*":
                result *= int(digits)
    return result
    #: end


#: family render
import re


def render(template: str, values: dict[str, str]) -> str:
    def value(match: re.Match) -> str:
        return values.get(match[1], match[0])  #: unknown=kept
        return values.get(match[1], "")  #: unknown=empty
        #: unknown=error
        if match[1] not in values:
            raise KeyError(f"no value for {match[1]}")
        return values[match[1]]
        #: end

    return re.sub(r"\[([a-z]+)\]", value, template)


#: family count_levels
from collections import Counter

#: unknown!=counted
KNOWN = {"INFO", "WARN", "ERROR"}

#: end

def count_levels(log: str) -> dict[str, int]:
    fields = [line.split() for line in log.split("\n")]
    levels = [each[1] for each in fields if len(each) > 1]
    return dict(Counter(levels))  #: unknown=counted
    return dict(Counter(level for level in levels if level in KNOWN))  #: unknown=skipped
    #: unknown=other
    return dict(Counter(level if level in KNOWN else "OTHER" for level in levels))
    #: end


#: family parse_arguments
def parse_arguments(arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    options: dict[str, str] = {}
    plain: list[str] = []
    for place, argument in enumerate(arguments):
        if argument == "--":
            plain += arguments[place + 1 :]
            break
        if argument.startswith("--"):
            name, _, value = argument[2:].partition("=")
            options[name] = value
        #: short=option
        elif len(argument) == 2 and argument[0] == "-" and argument[1].isalpha():
            options[argument[1]] = ""
        #: end
        else:
            plain.append(argument)
    return options, plain


#: family key_values
import re  #: quotes=group


def key_values(line: str) -> list[tuple[str, str]]:
    #: quotes=plain
    pairs = [word.partition("=") for word in line.split(" ")]
    return [(key, value) for key, equals, value in pairs if equals]
    #: quotes=group
    pairs = re.findall(r'([^ =]+)=(?:"([^"]*)"|([^ ]*))', line)
    return [(key, quoted or plain) for key, quoted, plain in pairs]
    #: end


#: family strip_comment
import re  #: where!=any


def strip_comment(line: str) -> str:
    #: where=any
    code, comment, _ = line.partition("#")
    return code.rstrip(" ") if comment else line
    #: where=outside
    match = re.match(r'((?:[^"#]|"[^"]*(?:"|$))*)#', line)
    return match[1].rstrip(" ") if match else line
    #: where=spaced
    match = re.search(r"(?:^| +)#", line)
    return line[: match.start()] if match else line
    #: end


#: family match_pattern
import re

WILD = {"*": ".*", "?": "."}  #: star=any
WILD = {"*": "[^/]*", "?": "."}  #: star=segment
WILD = {"*": ".+", "?": "."}  #: star=some


def match_pattern(pattern: str, name: str) -> bool:
    expression = "".join(WILD.get(letter, re.escape(letter)) for letter in pattern)
    return re.fullmatch(expression, name, re.DOTALL) is not None


#: family nesting
PAIRS = {")": "("}  #: kind=round
PAIRS = {")": "(", "]": "[", "}": "{"}  #: kind=all


def nesting(text: str) -> int:
    opened: list[str] = []
    deepest = 0
    for letter in text:
        if letter in PAIRS.values():
            opened.append(letter)
            deepest = max(deepest, len(opened))
        elif letter in PAIRS and (not opened or opened.pop() != PAIRS[letter]):
            raise ValueError("brackets do not match")
    if opened:
        raise ValueError("brackets do not match")
    return deepest
