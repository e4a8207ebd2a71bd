"""How the code is laid out: what is in a file, who imports whom, where a matter is handled."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import networkx as nx

from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.names import HUMPS, words
from neural.domains.repository.record import Definition
from neural.domains.repository.rows.draft import (
    SHORT,
    Draft,
    dice,
    is_overload,
    listed,
    say,
    spot,
    word,
)
from neural.domains.repository.summary import base, short

OUTLINE = (
    "what is in {file}?",
    "give me an outline of {file}.",
    "what are the main parts of {file}?",
    "I have to change something in {file}. What is where?",
    "which functions and types does {file} define?",
    "how is {file} organized?",
)
IMPORTS = (
    "what does {package} depend on?",
    "which of our packages does {package} import?",
    "what does {package} build on?",
    "I want to move {package} out. What would it drag along?",
    "which internal dependencies does {package} have?",
)
IMPORTERS = (
    "who depends on {package}?",
    "which packages import {package}?",
    "what might break if I change {package}?",
    "who are the users of {package} inside the code?",
    "where is {package} used?",
)
IMPORTED = (
    "{package} is imported by:",
    "Inside the code {package} is used by:",
    "These packages import {package}:",
)
IMPORTING = (
    "{package} imports:",
    "Of our own packages {package} imports:",
    "These, the most imported first:",
)
HOLDS = (
    "`{path}` has {count} lines. In it:",
    "In `{path}` ({count} lines):",
    "`{path}`, {count} lines, holds:",
    "From the top of `{path}`:",
)
PUBLIC = (
    "`{path}` has {count} lines. Its types and what it exports:",
    "Types and exported functions of `{path}` ({count} lines):",
)
STEPS = ("In {count} steps:", "By way of {middle}:", "Not directly, but through {middle}:")
MOSTLY = (
    "Mostly in `{path}`:",
    "Start with `{path}`:",
    "These definitions, most of them in `{path}`:",
)
SPREAD = (
    "Start with `{path}`:",
    "In {count} files; `{path}` first:",
    "That is spread over {count} files; begin with `{path}`:",
)
TOGETHER = ("In `{path}`:", "All of it is in `{path}`:", "See `{path}`:")
PATHS = (
    "how does {package} come to depend on {other}?",
    "{package} does not seem to need {other}. Why is it linked in?",
    "by which imports does {package} reach {other}?",
    "does {package} depend on {other}, and through what?",
)
LAYER = (
    "how high is {package} in the layers of the code?",
    "is {package} a low-level or a high-level package?",
    "which layer is {package} in?",
    "what is below and above {package}?",
)
MAY = (
    "may {package} import {other}?",
    "can I use {other} from {package}?",
)
HANDLED = (
    "where is the {concept} code?",
    "which code deals with the {concept}?",
    "there is a bug in the {concept} code. Where do I look?",
    "where would I change something about the {concept}?",
    "which parts of the code are about the {concept}?",
    "point me to the {concept} code.",
    "how is the {concept} code split up?",
)
_COMMON = """
get set new is has add remove make create test to from for with by of and or not in on at the a an
string int bool float byte error err node type name value key id all list map data file path len
size count default do run main init handle handler process result object item func function method
class base abstract impl helper util utils internal options option config string float32 float64
int64 array str json read write parse format check find update delete close open start stop load
non null nil empty up down pre post contains append
save build apply convert print show valid max min first last next it should returns return when if
"""
COMMON = frozenset(_COMMON.split())
FEWEST, MOST = 3, 14  # definitions that make a matter of its own
# What was done or is the case, and no thing: "edge deleted", "html safe".
STATE = re.compile(
    r"(?i).*(?:[a-z]{2}ed|able)|safe|unsafe|debug|examine|enabled|again|ready|done|only"
)


def files(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """The outline of a file."""
    file = index.files[path]
    if index.is_test(path) or file.language == "markdown":
        return
    shown = [
        one
        for one in file.definitions
        if one.unfit not in ("secret", "trivial") and not (one.test or is_overload(one))
    ]
    if len(shown) < 3:
        return
    whole = True
    if len(shown) > SHORT:
        public = [one for one in shown if one.exported or one.is_type]
        whole = len(public) < 3
        shown = shown if whole else public
    rng = dice(seed, "outline", path)
    lines = [
        f"`{one.path}`, {'line' if one.start == one.end else 'lines'} {_lines(one)}"
        + (f": {text}" if (text := short(one.doc, one.name)) else f" ({one.kind})")
        for one in shown
    ]
    told = say(rng, HOLDS if whole else PUBLIC, path=path, count=file.lines)
    yield Draft(
        "outline",
        path,
        say(rng, OUTLINE, file=f"`{path}`"),
        f"{told}\n\n{listed(lines)}",
        path,
        1,
        file.lines,
    )


def _lines(one: Definition) -> str:
    return f"{one.start}" if one.start == one.end else f"{one.start}-{one.end}"


def packages(index: Index, made: nx.DiGraph, package: str, seed: int) -> Iterator[Draft]:
    """Questions about a package's place among the others."""
    if package not in made:
        return
    rng = dice(seed, "package", package)
    below = sorted(made[package], key=lambda other: (-made[package][other]["files"], other))
    above = sorted(made.predecessors(package))
    path = min(
        p
        for p in index.modules.folders[package]
        if not index.is_test(p) and index.files[p].language != "markdown"
    )
    for task, asks, leads, others in (
        ("imports", IMPORTS, IMPORTING, [(one, made[package][one]) for one in below]),
        ("importers", IMPORTERS, IMPORTED, [(one, made[one][package]) for one in above]),
    ):
        if others:
            lines = [
                f"{_package(other)}, in {_files(edge['files'])}{_for(index, other)}"
                for other, edge in others
            ]
            text = say(rng, leads, package=_package(package))
            question = say(rng, asks, package=_package(package))
            answer = f"{text}\n\n{listed(lines)}"
            yield Draft(task, package, question, answer, path, 1, index.files[path].lines)
    if below and above:
        yield _layer(index, made, package, below, above, path, rng)
    if len(below) > 0:
        yield from _path(index, made, package, path, rng)


def _layer(
    index: Index,
    made: nx.DiGraph,
    package: str,
    below: list[str],
    above: list[str],
    path: str,
    rng: Random,
) -> Draft:
    layer = made.nodes[package]["layer"]
    top = max(data["layer"] for _, data in made.nodes(data=True))
    other = rng.choice(above)
    values = {"package": _package(package), "other": _package(other)}
    loop = nx.has_path(made, package, other)
    joined = loop or any(nx.has_path(made, package, one) for one in above)
    asks = MAY if rng.random() < 0.5 else LAYER
    place = (
        f"{_package(package)} is in layer {layer}; layers go from 0 to {top}, and each imports "
        + (
            "only lower ones"
            if not joined
            else "only lower ones, apart from packages that import each other, as here"
        )
    )
    if asks is MAY and loop:
        told = [
            f"{_package(package)} already reaches {_package(other)}, and is imported by it:",
            "they are in a cycle, which one more import would not change.",
        ]
    elif asks is MAY:
        told = [
            f"No: {_package(other)} imports {_package(package)}"
            f" in {_files(made[other][package]['files'])},",
            f"so an import of it would make a cycle. {place}.",
        ]
    else:
        told = [
            f"{place}.",
            f"It imports {_some(below)} and is imported by {_some(above)}.",
        ]
    question = say(rng, asks, **values)
    return Draft("layer", package, question, " ".join(told), path, 1, index.files[path].lines)


def _some(names: list[str]) -> str:
    """Some of the packages, and how many more there are."""
    if len(names) <= 5:
        return _and(names)
    return f"{', '.join(_package(name) for name in names[:4])} and {len(names) - 4} more"


def _path(index: Index, made: nx.DiGraph, package: str, path: str, rng: Random) -> Iterator[Draft]:
    far = nx.single_source_shortest_path(made, package)
    ways = [way for _, way in sorted(far.items()) if len(way) >= 3]
    if not ways:
        return
    way = rng.choice(ways)
    values = {"package": _package(package), "other": _package(way[-1])}
    steps = [
        f"{_package(one)} imports {_package(other)}, in {_first_import(index, one, other)}"
        for one, other in pairwise(way)
    ]
    text = say(rng, STEPS, count=len(steps), middle=_and(way[1:-1]))
    yield Draft(
        "path",
        f"{package} {way[-1]}",
        say(rng, PATHS, **values),
        f"{text}\n\n{listed(steps)}",
        path,
        1,
        index.files[path].lines,
    )


def _first_import(index: Index, package: str, other: str) -> str:
    for path in sorted(index.modules.folders[package]):
        if index.is_test(path):
            continue
        targets = {inside for _, inside, _ in index.imported(path).values() if inside}
        if any(other == (one if one in index.modules.folders else folder(one)) for one in targets):
            return f"`{path}`"
    return _package(package)


def concepts(index: Index) -> dict[str, dict[str, list[Definition]]]:
    """Matters that a few definitions in few files share, by the file that has most of them.

    A matter is two words that follow each other in names and are no everyday ones of code.
    """
    by_pair: dict[tuple[str, str], list[Definition]] = defaultdict(list)
    for one, path in index.where.items():
        own = one.name.rpartition(".")[2]
        if one.test or index.is_test(path) or one.unfit in ("secret", "personal data"):
            continue
        if is_overload(one) or word(one) == "constructor" or own.lower().startswith("test"):
            continue
        said = [part if part.isupper() else part.lower() for part in HUMPS.findall(own)]
        for pair in dict.fromkeys(pairwise(said)):
            telling = all(len(part) > 2 and part.lower() not in COMMON for part in pair)
            # "execute query" is a deed, "query cache" a matter
            if telling and not base(pair[0]) and not STATE.fullmatch(pair[1]):
                by_pair[pair].append(one)
    found: dict[str, dict[str, list[Definition]]] = defaultdict(dict)
    for pair, some in sorted(by_pair.items()):
        some = _together(index, some)
        places = Counter(index.where[one] for one in some)
        names = {one.name.rpartition(".")[2] for one in some}
        # Somewhere the two words are all that is said beside a verb, or they are part of a longer
        # matter: "app request" of `before_app_request`.
        low = tuple(part.lower() for part in pair)
        if not any(_says(one, low) for one in some):
            continue
        if FEWEST <= len(names) <= len(some) <= MOST and len(places) <= 4:
            # The file of the type that has the name comes before the one that has most.
            own = {index.where[one] for one in some if one.is_type and words(one.name) == low}
            home = min(places, key=lambda path: (path not in own, -places[path], path))
            # Pairs inside a longer name give the same definitions; the first one stands for all.
            if some not in found[home].values():
                found[home][" ".join(pair)] = some
    return found


def _says(one: Definition, matter: tuple[str, ...]) -> bool:
    """Whether a name is a matter, or a function's verb and the matter: `AppendEntriesRequest` is
    no request of entries."""
    own = words(one.name.rpartition(".")[2])
    return own == matter or (own[1:] == matter and bool(base(own[0])) and not one.is_type)


def _together(index: Index, some: list[Definition]) -> list[Definition]:
    """The definitions in the folder that has most of them, and in those that import it or that it
    imports: elsewhere the same words may mean another thing."""
    folders = Counter(folder(index.where[one]) for one in some)
    home = min(folders, key=lambda name: (-folders[name], name))
    imports = index.package_imports
    near = {home, *imports.get(home, ()), *(one for one in folders if home in imports.get(one, ()))}
    return [one for one in some if folder(index.where[one]) in near]


def handled(
    index: Index, path: str, found: dict[str, list[Definition]], seed: int
) -> Iterator[Draft]:
    """Where the matters of a file are handled."""
    for concept, some in found.items():
        rng = dice(seed, "concept", path, concept)
        some = sorted(some, key=lambda one: (index.where[one] != path, index.where[one], one.start))
        lines = [
            f"`{one.path}`, {spot(index.where[one], one.start, one.end)}"
            + (f": {text}" if (text := short(one.doc, one.name)) else f" ({word(one)})")
            for one in some
        ]
        places = Counter(index.where[one] for one in some)
        leads = TOGETHER if len(places) == 1 else SPREAD
        leads = MOSTLY if len(places) > 1 and 2 * places[path] > len(some) else leads
        told = say(rng, leads, path=path, count=len(places))
        yield Draft(
            "handled",
            concept,
            say(rng, HANDLED, concept=concept),
            f"{told}\n\n{listed(lines)}",
            path,
            some[0].start,
            some[0].end,
        )


def _package(name: str) -> str:
    return f"`{name}`" if name != "." else "the root package"


def _files(count: int) -> str:
    return "one file" if count == 1 else f"{count} files"


def _for(index: Index, package: str) -> str:
    """What a package is for, after a colon, where it says so."""
    path = index.speaker(package)
    if not path:
        return ""
    file = index.files[path]
    text = short(file.doc.removeprefix("Package "), file.package or package.rsplit("/", 1)[-1])
    return f": {text}" if text[:1].isalpha() else ""


def _and(names: list[str]) -> str:
    said = [_package(name) for name in names]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]
