"""Solutions of spec.py's families; see AUTHORING.md."""


#: family wrap
def wrap(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)  #: long=alone
            #: long=cut
            pieces = range(0, len(word), width)
            lines += [word[start : start + width] for start in pieces]
            #: end
    return lines


#: family justify
def justify(words: list[str], width: int) -> str:
    gaps = len(words) - 1
    if gaps == 0:
        return words[0].ljust(width)
    space, rest = divmod(width - sum(map(len, words)), gaps)
    line = words[0]
    for place, word in enumerate(words[1:]):
        extra = place < rest  #: where_=left
        extra = place >= gaps - rest  #: where_=right
        line += " " * (space + extra) + word
    return line


#: family table
def table(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [cell.ljust(n) for cell, n in zip(row, widths, strict=True)]  #: align=left
        cells = [cell.rjust(n) for cell, n in zip(row, widths, strict=True)]  #: align=right
        lines.append(GAP.join(cells).rstrip(" "))
    return lines


#: family join_names
def join_names(names: list[str]) -> str:
    #: oxford=yes
    if len(names) > 2:
        return ", ".join(names[:-1]) + ", and " + names[-1]
    return " and ".join(names)
    #: oxford=no
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
    #: oxford=more
    if len(names) > 3:
        names = [*names[:2], f"{len(names) - 2} others"]
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
    #: end


#: family plural
import re  #: rule=english


def plural(count: int, noun: str) -> str:
    #: rule=english
    if count == 1:
        return f"1 {noun}"
    if re.search("(s|x|ch|sh)$", noun):
        noun += "es"
    elif re.search("[^aeiou]y$", noun):
        noun = noun[:-1] + "ies"
    else:
        noun += "s"
    #: rule=simple
    if count != 1:
        noun += "s"
    #: end
    return f"{count} {noun}"  #: zero=digit
    return f"{count or 'no'} {noun}"  #: zero=word


#: family ordinal
def ordinal(number: int) -> str:
    #: form=french
    return "1er" if number == 1 else f"{number}e"
    #: form!=french
    #: form=word
    if number <= 3:
        return ("first", "second", "third")[number - 1]
    #: form!=french
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
    #: end


#: family bar_chart
def bar_chart(values: dict[str, int]) -> list[str]:
    width = max(map(len, values), default=0)
    largest = max(values.values(), default=0)  #: bar=scaled
    lines = []
    for name, value in sorted(values.items()):
        bar = "#" * value  #: bar=plain
        bar = "#" * value + f"({value})"  #: bar=number
        bar = "#" * (10 * value // largest if largest else 0)  #: bar=scaled
        lines.append(f"{name.ljust(width)} {bar}")
    return lines


#: family progress
def progress(done: int, total: int) -> str:
    if total == 0:
        done = total = 1
    places = 10 * done // total  #: rounding=down
    percent = 100 * done // total  #: rounding=down
    places = -(-10 * done // total)  #: rounding=up
    percent = -(-100 * done // total)  #: rounding=up
    return f"[{'#' * places:10}] {percent}%"


#: family diff_lines
def diff_lines(old: list[str], new: list[str]) -> list[str]:
    # common[i][j] is the number of common lines of the first i and the first j.
    common = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, left in enumerate(old):
        for j, right in enumerate(new):
            best = max(common[i][j + 1], common[i + 1][j])
            common[i + 1][j + 1] = common[i][j] + 1 if left == right else best
    changes = []
    i, j = len(old), len(new)
    while i or j:
        if i and j and old[i - 1] == new[j - 1]:
            i, j = i - 1, j - 1
            changes.append("  " + old[i])  #: same=shown
        elif j and (not i or common[i][j - 1] >= common[i - 1][j]):  #: prefer=added
        elif j and (not i or common[i][j - 1] > common[i - 1][j]):  #: prefer=removed
            j -= 1
            changes.append("+ " + new[j])
        else:
            i -= 1
            changes.append("- " + old[i])
    return changes[::-1]


#: family indent
def indent(text: str) -> str:
    return "\n".join(PREFIX + line for line in text.split("\n"))  #: blank=all
    #: blank=skip
    return "\n".join(
        PREFIX + line if line.strip(" ") else line for line in text.split("\n")
    )
    #: end


#: family dedent
def dedent(text: str) -> str:
    lines = text.split("\n")
    chosen = [line for line in lines if line.strip(" ")]  #: which=filled
    chosen = lines[1:]  #: which=rest
    margin = min(map(_spaces, chosen), default=0)
    return "\n".join(line[min(margin, _spaces(line)) :] for line in lines)


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


#: family columns
def columns(items: list[str], count: int) -> list[str]:
    width = max(map(len, items), default=0)
    height = -(-len(items) // count)
    #: order=across
    rows = [items[row * count : (row + 1) * count] for row in range(height)]
    #: order=down
    rows = [items[row::height] for row in range(height)]
    #: end
    return [" ".join(item.ljust(width) for item in row).rstrip(" ") for row in rows]


#: family highlight
import re  #: match!=any


def highlight(text: str, word: str) -> str:
    return text.replace(word, MARKS + word + MARKS)  #: match=any
    #: match=whole
    return re.sub(f"(?<![A-Za-z]){word}(?![A-Za-z])", MARKS + word + MARKS, text)
    #: match=folded
    return re.sub(word, MARKS + r"\g<0>" + MARKS, text, flags=re.IGNORECASE)
    #: end


#: family number_lines
def number_lines(lines: list[str]) -> list[str]:
    #: blank=counted
    width = len(str(len(lines)))
    numbers = [str(number).rjust(width, PAD) for number in range(1, len(lines) + 1)]
    return [f"{number}: {line}" for number, line in zip(numbers, lines, strict=True)]
    #: blank=skipped
    width = len(str(sum(map(bool, lines))))
    numbered = []
    number = 0
    for line in lines:
        number += bool(line)
        digits = str(number).rjust(width, PAD)
        numbered.append(f"{digits}: {line}" if line else "")
    return numbered
    #: end
