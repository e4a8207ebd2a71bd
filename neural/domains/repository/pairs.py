"""Which code a test tests: by its name, by what it calls, by the file and the package it is in."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.names import words
from neural.domains.repository.record import Definition

ENOUGH = 5.0
ALONE = 3.0
SETUP = re.compile(
    r"(?:(?i:new|create|make|setup|build|open|close|default|init|start|stop|shutdown|with|len|size|"
    r"get|health|begin|register|login|put|add|insert|append)(?![a-z])|(?:__init__|constructor|equals|hashCode|String|Error|NodeID|EdgeID|\w+(?:Config|Options|Settings))$|[mM]ust[A-Z])"
)
CALLED = re.compile(r"(\w+)\(")
PREFIX = re.compile(r"^(?:Test|Fuzz|Example|Benchmark|test)_?")
STEM = re.compile(r"(?:_test|\.test|\.spec|-test|Tests?)$|^test_")


class Pair(NamedTuple):
    """A test, what it tests, and how sure that is."""

    test: Definition
    subject: Definition
    score: float


def pairs(index: Index) -> list[Pair]:
    """The pairs that are sure enough; a test has at most one subject."""
    tests = [one for one in index.where if one.test and not one.is_type]
    called: dict[Definition, Counter[Definition]] = {}
    how_many: Counter[Definition] = Counter()
    for test in tests:
        called[test] = Counter(index.calls.get(test, ()))
        how_many.update(called[test].keys())
    named = _by_words(index)
    found = []
    for test in tests:
        best = _best(index, test, called[test], how_many, named)
        if best is not None:
            found.append(best)
    return found


def _by_words(index: Index) -> dict[tuple[str, ...], list[Definition]]:
    """Definitions that are tested, by the words of their names."""
    found = defaultdict(list)
    for one, path in index.where.items():
        if not one.test and not index.is_test(path):
            found[words(one.name)].append(one)
            if one.owner:
                found[words(one.owner) + words(one.name)].append(one)
    return found


def _best(
    index: Index,
    test: Definition,
    called: Counter[Definition],
    how_many: Counter[Definition],
    named: dict[tuple[str, ...], list[Definition]],
) -> Pair | None:
    path = index.where[test]
    said = words(PREFIX.sub("", test.name))
    stem = _stem(path)
    inside = {one for one in called if not index.is_test(index.where[one])}
    candidates = dict.fromkeys(sorted(inside, key=lambda one: (index.where[one], one.start)))
    for start in range(len(said)):
        for end in range(len(said), start, -1):
            for one in named.get(said[start:end], ()):
                near = folder(index.where[one]) == folder(path)
                if near or one in called or _stem(index.where[one]) == stem:
                    candidates.setdefault(one)
    focus, weight = _focus(test, inside)
    # What stands alone is what a test is about, whatever it is called, unless the name is about
    # what is called to set up.
    about_setup = any(SETUP.match(one.name) and _inside(words(one.name), said) for one in inside)
    if weight == ALONE and focus.owner and _inside(words(focus.owner), said):
        about_setup = True  # it is about the type
    alone = focus if weight == ALONE and not about_setup else None
    scored: dict[tuple[str, str], tuple[float, Definition]] = {}
    for one in candidates:
        if not _named(index, test, one, said, stem) and not (
            one is alone and _near(index, path, one)
        ):
            continue
        score = _score(index, test, said, stem, one, one in called, how_many[one])
        score += weight if one is focus else 0.0
        key = folder(index.where[one]), one.path  # variants for several systems count as one
        if key not in scored or (score, one.statements) > (
            scored[key][0],
            scored[key][1].statements,
        ):
            scored[key] = score, one
    ranked = sorted(scored.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.25:
        return None
    return Pair(test, ranked[0][1], ranked[0][0])


def _named(
    index: Index, test: Definition, one: Definition, said: tuple[str, ...], stem: str
) -> bool:
    """Whether a test's name, or that of its class or file, has a word of what it may be about."""
    own = {word[:5] for word in words(one.name) if not SETUP.match(word) and word != "app"}
    told = {word[:5] for word in (*said, *words(test.owner), *words(stem))}
    if one.is_type and not _near(index, index.where[test], one):
        return _inside(words(one.name), words(test.owner))
    if one.is_type or not own:
        return bool({word[:5] for word in words(one.path)} & told)
    return own <= told or 2 * len(own & told) > len(own)


def _near(index: Index, path: str, one: Definition) -> bool:
    """Whether a test stands beside a definition: in its package, or in the file for its file."""
    place = index.where[one]
    same = index.files[path].language == "go" and folder(path) == folder(place)
    return same or _stem(path) == _stem(place)


def _focus(test: Definition, inside: set[Definition]) -> tuple[Definition | None, float]:
    """The one thing that a test does beside setting up, called alone or by far the most often, and
    how much that tells."""
    doing = [one for one in inside if not SETUP.match(one.name) and not one.is_type]
    if len(doing) < 2:
        return (doing[0], ALONE) if doing else (None, 0.0)
    said = Counter(CALLED.findall(test.text))
    times = Counter({one: said[one.name] for one in doing})
    (first, most), (_, next_most) = times.most_common(2)
    return (first, 1.5) if most >= 2 * next_most else (None, 0.0)


def _score(
    index: Index,
    test: Definition,
    said: tuple[str, ...],
    stem: str,
    one: Definition,
    is_called: bool,
    tests: int,
) -> float:
    """How sure it is that a test is about a definition; `ENOUGH` takes two good reasons."""
    path = index.where[one]
    own = words(one.name)
    full = words(one.owner) + own if one.owner else own
    score = 0.0
    if said[: len(full)] == full and len(full) > 1:
        score += 6.0 if said == full else 5.0
    elif said[: len(own)] == own:
        score += 5.0 if said == own else (3.5 if is_called else 1.5, 3.5, 5.0)[min(3, len(own)) - 1]
    elif _inside(own, said):
        score += 1.5 * min(2, len(own))
    else:
        common = len({*full} & {*said})
        score += 1.5 * common / max(1, len({*full}))
    if is_called:
        score += 2.5 + (1.0 if tests <= 5 else 0.5 if tests <= 15 else 0.0)
    elif one.is_type and any(
        call.callee.rpartition(".")[2] in (f"New{one.name}", one.name) for call in test.calls
    ):
        score += 2.0
    if _stem(path) == stem:
        score += 1.5
    if one.owner and {*words(one.owner)} & {*said}:
        score += 0.5
    if not _same_package(index, index.where[test], path) and not _inside(own, said):
        score -= 2.0
    if SETUP.match(one.name) and said != own and (len(own) < 2 or said[: len(own)] != own):
        score -= 2.0
    return score


def _same_package(index: Index, test: str, path: str) -> bool:
    """Whether two files are in one package; where tests live apart, any two are."""
    one, other = index.files[test], index.files[path]
    if one.language == "go":
        return folder(test) == folder(path)
    return one.language != "java" or one.package == other.package


def _inside(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


@lru_cache(1 << 16)
def _stem(path: str) -> str:
    """A file's name without what makes it a test's."""
    name = path.rsplit("/", 1)[-1]
    return STEM.sub("", re.sub(r"\.\w+$", "", name)).lower()
