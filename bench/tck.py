"""How well the Cypher checker and the engine keep to openCypher's own tests.

    git clone https://github.com/opencypher/openCypher
    python bench/tck.py openCypher/tck

Each scenario counts by what it expects: rows (is the query accepted, are they right?), or an error
at compile time (is it rejected?). Left out are scenarios that need procedures of their own, and
two whose query makes a graph of a hundred lines, which takes the checker minutes.
"""

import re
import resource
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from neural import cli
from neural.domains.cypher.checker import EMPTY, Checker
from neural.domains.cypher.engine import Engine, Outcome, plain
from neural.domains.cypher.lexer import tokens
from neural.domains.cypher.score import same_result
from neural.domains.cypher.skeleton import canonical
from neural.errors import UserError

LONGEST = 5000  # letters of a query
STEP = re.compile(r"(Given|When|Then|And|But) ")
START = re.compile(r"(Background|Scenario Outline|Scenario|Examples):")


@dataclass
class Scenario:
    """One query, and what is expected of it: "rows", "compile time" or another error's time."""

    name: str
    query: str = ""
    setup: list[str] = field(default_factory=list)
    parameters: dict[str, str] = field(default_factory=dict)
    expects: str = "rows"
    rows: list[list[str]] | None = None
    ordered: bool = False
    loose: bool = False  # lists are compared without their order
    usable: bool = True


# By what is measured, what went wrong of how many; and how many queries were sent.
Measured = tuple[dict[str, tuple[list[str], int]], int]


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("folder", type=Path, help="openCypher's tck or tck/features")
    parser.add_argument("--show", action="store_true", help="also print what goes wrong")
    args = cli.parse(parser)
    found = [one for one in read(args.folder) if one.usable and len(one.query) < LONGEST]
    if not found:
        raise UserError(f"{args.folder}: no scenario in any *.feature file under it.")
    counts = Counter(scenario.expects for scenario in found)
    cli.say(f"{len(found)} scenarios: {dict(counts)}")
    for measure in (checker, engine):
        before = cpu()
        failed, queries = measure(found)
        seconds = cpu() - before
        for what, (wrong, total) in failed.items():
            cli.say(f"{measure.__name__}: {what}: {1 - len(wrong) / total:.1%} of {total}")
            for text in wrong if args.show else ():
                cli.say(f"    {text}")
        cli.say(f"{measure.__name__}: {seconds / queries * 1000:.1f} ms of CPU a query")


def cpu() -> float:
    """Seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def checker(scenarios: list[Scenario]) -> Measured:
    refused, taken, other, sent = [], [], [], set()
    with Checker() as checker, cli.progress("checker", len(scenarios)) as advance:
        for one in scenarios:
            names = tuple(one.parameters)
            verdict = errors(checker, one.query, names)
            if one.expects == "rows" and verdict:
                refused.append(f"{one.query}\n    {verdict[0]}")
            if one.expects == "compile time" and not verdict:
                taken.append(one.query)
            short = canonical(one.query, EMPTY)[0]
            sent |= {(one.query, names), (short, names)}
            if bool(errors(checker, short, names)) != bool(verdict):
                other.append(f"{one.query}\n    {short}\n    {verdict}")
            advance()
    counts = Counter(one.expects for one in scenarios)
    return {
        "accepted": (refused, counts["rows"]),
        "errors rejected": (taken, counts["compile time"]),
        "same verdict in canonical names": (other, len(scenarios)),
    }, len(sent)


def errors(checker: Checker, query: str, names: tuple[str, ...]) -> list[str]:
    problems = checker.ask(query, names)["problems"]
    return [problem.message for problem in problems if problem.severity == "error"]


def engine(scenarios: list[Scenario]) -> Measured:
    refused, taken, wrong, compared = [], [], [], 0
    with Engine() as engine, cli.progress("engine", len(scenarios)) as advance:
        for one in scenarios:
            advance()
            query = with_values(one)
            try:
                engine.load(one.setup[0] if one.setup else "RETURN 1")
            except UserError:
                one = replace(one, rows=None)
            if len(one.setup) > 1:  # a graph is loaded by one statement
                one = replace(one, rows=None)
            outcome = engine.run(query)
            if one.expects == "rows" and outcome.error:
                refused.append(f"{query}\n    {outcome.error}")
            if one.expects == "compile time" and not outcome.error:
                taken.append(query)
            if one.expects == "rows" and not outcome.error and (rows := expected(one)) is not None:
                compared += 1
                got = outcome.rows
                if one.loose:
                    rows, got = ([tuple(map(unordered, row)) for row in x] for x in (rows, got))
                if not same_result(Outcome(tuple(rows)), Outcome(tuple(got)), one.ordered):
                    wrong.append(f"{query}\n    expected {rows}\n    got      {got}")
    counts = Counter(one.expects for one in scenarios)
    return {
        "accepted": (refused, counts["rows"]),
        "errors rejected": (taken, counts["compile time"]),
        "right rows, where they are plain values": (wrong, compared),
    }, len(scenarios)


# What is expected


def expected(scenario: Scenario) -> list[tuple] | None:
    """The rows; None where some value is a node, relationship or path."""
    if scenario.rows is None:
        return None
    try:
        return [tuple(plain(value(cell)) for cell in row) for row in scenario.rows[1:]]
    except (ValueError, IndexError):
        return None


def value(cell: str) -> object:
    """A value as the tests write it. ValueError for what is no plain one."""
    found = [token.text for token in tokens(cell)]
    read = _value(found)
    if found:
        raise ValueError(cell)
    return read


def _value(found: list[str]) -> object:
    """Takes one value from the front."""
    first = found.pop(0)
    if first in ("null", "true", "false"):
        return {"null": None, "true": True, "false": False}[first]
    if first == "-":
        return -_value(found)
    if first[0] == "'":
        return re.sub(r"\\(.)", r"\1", first[1:-1])
    if first == "[":
        return list(_items(found, "]"))
    if first == "{":
        return dict(_items(found, "}"))
    return int(first) if first.isdigit() else float(first)


def _items(found: list[str], end: str) -> Iterator[object]:
    while found[0] != end:
        if end == "}":
            key = found.pop(0)
            if found.pop(0) != ":":
                raise ValueError
            yield key, _value(found)
        else:
            yield _value(found)
        if found[0] == ",":
            found.pop(0)
    found.pop(0)


def unordered(value: object) -> object:
    return tuple(sorted(value, key=repr)) if isinstance(value, tuple) else value


def with_values(scenario: Scenario) -> str:
    """The query with its parameters' values, which the tests write as Cypher does."""
    text, end = "", 0
    for token in tokens(scenario.query):
        text += scenario.query[end : token.start]
        end = token.start + len(token.text)
        given = scenario.parameters.get(token.text[1:]) if token.kind == "parameter" else None
        text += given or token.text
    return text


# Feature files


def read(folder: Path) -> Iterator[Scenario]:
    for path in sorted(folder.rglob("*.feature")):
        background: list[tuple] = []
        outline: tuple[str, list[tuple]] | None = None
        for kind, title, steps in blocks(path.read_text("utf-8").splitlines()):
            if kind == "Background":
                background = steps
            elif kind == "Scenario Outline":
                outline = title, background + steps
            elif kind == "Scenario":
                yield scenario(title, background + steps, folder)
            elif kind == "Examples" and outline:
                names, *examples = steps[0][2]
                for example in examples:
                    filled = fill(outline[1], dict(zip(names, example, strict=True)))
                    yield scenario(f"{outline[0]} {example}", filled, folder)


def blocks(lines: list[str]) -> Iterator[tuple[str, str, list[tuple]]]:
    """(keyword, title, steps) of each block; a step is (text, quoted text, table)."""
    block: tuple[str, str, list] | None = None
    quoting: list[str] | None = None
    for line in lines:
        text = line.strip()
        if text == '"""':
            if quoting is not None:
                block[2][-1][1] = "\n".join(quoting)
            quoting = None if quoting is not None else []
        elif quoting is not None:
            quoting.append(line)
        elif start := START.match(text):
            if block:
                yield block
            block = start[1], text[start.end() :].strip(), []
            if start[1] == "Examples":
                block[2].append(["", "", []])
        elif block and STEP.match(text):
            block[2].append([STEP.sub("", text, count=1), "", []])
        elif block and block[2] and text.startswith("|"):
            cells = re.split(r"(?<!\\)\|", text)[1:-1]
            block[2][-1][2].append([unescape(cell.strip()) for cell in cells])
    if block:
        yield block


def unescape(cell: str) -> str:
    return re.sub(r"\\([\\|n])", lambda match: match[1].replace("n", "\n"), cell)


def fill(steps: list, example: dict[str, str]) -> list[tuple]:
    def put(text: str) -> str:
        return re.sub(r"<([^<>]+)>", lambda match: example.get(match[1], match[0]), text)

    return [(put(a), put(b), [[put(cell) for cell in row] for row in c]) for a, b, c in steps]


def scenario(name: str, steps: list[tuple], folder: Path) -> Scenario:
    made = Scenario(name)
    for text, quoted, table in steps:
        if graph := re.fullmatch(r"the (\S+) graph", text):
            made.setup.append(named_graph(folder, graph[1]))
        elif text == "having executed:":
            made.setup.append(quoted)
        elif text == "parameters are:":
            made.parameters = dict(table)
        elif text == "executing query:":
            made.query = quoted
        elif text.startswith("the result should be"):
            made.rows = table or [[]]
            made.ordered, made.loose = "in order" in text, "ignoring element order" in text
        elif time := re.search(r"should be raised at ([a-z ]+)", text):
            made.expects = time[1]
        elif text.startswith("there exists a procedure") or text == "executing control query:":
            made.usable = "procedure" not in text
            if made.usable:
                break  # what follows is about another query
    return made


def named_graph(folder: Path, name: str) -> str:
    for root in (folder, folder.parent):
        if (path := root / "graphs" / name / f"{name}.cypher").exists():
            return path.read_text("utf-8")
    raise UserError(f"{folder}: no graphs/{name}/{name}.cypher in it or beside it.")


if __name__ == "__main__":
    cli.run(main)
