"""Tests and what they test."""

import re
from collections import defaultdict
from collections.abc import Iterator
from random import Random

from neural.domains.repository.index import Index
from neural.domains.repository.names import words
from neural.domains.repository.pairs import Pair
from neural.domains.repository.record import Definition
from neural.domains.repository.rows.draft import (
    STRINGS,
    Draft,
    block,
    dice,
    key,
    listed,
    of,
    place,
    say,
    spot,
)

LONGEST = 60  # lines of a test that is written as an answer
COVER = (
    "which tests cover `{name}`?",
    "where is `{name}` tested?",
    "is there a test for `{name}`?",
    "I changed `{name}`. Which tests should I run first?",
    "how is `{name}` from {file} tested?",
    "which test would catch a bug in `{name}`?",
    "do we test `{name}`, and where?",
)
SUBJECT = (
    "what does `{test}` check?",
    "`{test}` fails. Which code is it about?",
    "what is tested by `{test}`?",
    "which code does the test `{test}` exercise?",
    "`{test}` went red in CI; where do I look?",
    "what's `{test}` in {file} for?",
)
WRITE = (
    "write a test for `{name}`.",
    "how would you test `{name}`? Write it.",
    "I need a test of `{name}`{about}.",
    "add a test for this code{about}.",
    "test this {kind}{about}, please.",
    "give me a unit test for `{name}`{about}.",
    "cover `{name}` with a test{about}.",
)
ASSERT = re.compile(
    r"^(?:assert\b|assert\w*\(|(?:self\.)?assert\w*[.(]|require\.\w+\(|expect\(|t\.(?:Error|Fatal)|"
    r"with (?:pytest|self)\.\w*[rR]aises|.*\.should\b|\.expect\()"
)
SETTING_UP = re.compile(r"NoError|Error\(t, err\)|[Ff]ailed|err\)$")


def drafts(index: Index, path: str, seed: int, paired: list[Pair]) -> Iterator[Draft]:
    """All questions about the tests of a file's code; `paired`: the pairs of that file."""
    by_subject: dict[Definition, list[Pair]] = defaultdict(list)
    for pair in paired:
        by_subject[pair.subject].append(pair)
    for one, some in by_subject.items():
        if one.unfit in ("secret", "personal data", "unclean text"):
            continue
        some = [pair for pair in some if pair.test.unfit in ("", "too long", "near-duplicate")]
        if not some:
            continue
        rng = dice(seed, "tests", path, one.path, one.start)
        yield _cover(index, path, one, some, rng)
        pair = rng.choice(sorted(some, key=lambda pair: -pair.score)[:3])
        yield _subject(index, one, pair.test, rng)
        best = [
            pair
            for pair in some
            if not pair.test.unfit
            and pair.test.statements > 1
            and pair.test.end - pair.test.start < LONGEST
            and any(ASSERT.match(line.strip()) for line in pair.test.text.split("\n"))
        ]
        if best and not one.unfit:
            yield _write(index, path, one, max(best, key=lambda pair: pair.score).test, rng)


def _title(test: Definition) -> str:
    return f"{test.owner}.{test.name}" if test.owner else test.name


def _cover(index: Index, path: str, one: Definition, some: list[Pair], rng: Random) -> Draft:
    lines = []
    for pair in some:
        where = index.where[pair.test]
        cases = [f"`{case}`" for case in pair.test.cases[:4]]
        told = f" ({', '.join(cases)}{', …' if len(pair.test.cases) > 4 else ''})" if cases else ""
        lines.append(f"`{_title(pair.test)}`, {spot(where, pair.test.start, pair.test.end)}{told}")
    values = {"name": one.path, "file": f"`{path}`", "place": of(index, one), "count": len(some)}
    if len(some) == 1:
        told = say(
            rng,
            (
                "One test is about it:",
                "There is one test of `{name}` ({place}):",
                "`{name}` has one test:",
            ),
            **values,
        )
    else:
        told = say(
            rng,
            (
                "{count} tests are about `{name}` ({place}):",
                "These {count} tests:",
                "`{name}` is tested by {count} tests:",
            ),
            **values,
        )
    answer = f"{told}\n\n{listed(lines)}"
    return Draft("cover", key(one), say(rng, COVER, **values), answer, path, one.start, one.end)


def _subject(index: Index, one: Definition, test: Definition, rng: Random) -> Draft:
    where = index.where[test]
    values = {"test": _title(test), "file": f"`{where}`", "name": one.path, "place": of(index, one)}
    parts = [
        say(
            rng,
            (
                "It tests `{name}`, {place}.",
                "`{name}` in {place}.",
                "The code under test is `{name}`, {place}.",
            ),
            **values,
        )
    ]
    if test.cases:
        cases = ", ".join(f"`{case}`" for case in test.cases[:8])
        parts.append(f"Its cases: {cases}{' and others' if len(test.cases) > 8 else ''}.")
    if test.doc:
        parts.append(test.doc)
    if checks := _checks(test.text.split("\n")):
        shown = block(index, where, "\n".join(checks))
        parts.append(
            f"What it checks ({place(where, test.start, test.end)}), among others:\n\n{shown}"
        )
    return Draft(
        "subject",
        f"{where} {key(test)}",
        say(rng, SUBJECT, **values),
        "\n\n".join(parts),
        index.where[one],
        one.start,
        one.end,
    )


def _checks(lines: list[str]) -> list[str]:
    """Some lines of a test that check something, each with what it needs to be understood."""
    found: dict[str, bool] = {}
    for number, line in enumerate(lines):
        said = line.strip()
        if not ASSERT.match(said):
            continue
        setting_up = bool(SETTING_UP.search(said))
        if said.startswith("t."):  # says what is wrong; the line before tests it
            before = lines[number - 1].strip() if number else ""
            if not before.startswith(("if ", "} else if ")):
                continue
            setting_up = setting_up or bool(re.search(r"\berr != nil", before))
            said = f"{before.removeprefix('} else ')}\n\t{said}\n}}"
        elif said.startswith("with ") and number + 1 < len(lines):
            said = f"{said}\n    {lines[number + 1].strip()}"
        bare = STRINGS.sub("", said)
        if bare.count("(") == bare.count(")") and bare.count("{") == bare.count("}"):
            found.setdefault(said, setting_up)
    return ([said for said, setup in found.items() if not setup] or [*found])[:4]


def _case(one: Definition, test: Definition) -> str:
    """What a test's name says beside what it tests: "on empty" of `TestTreeNextOnEmpty`."""
    if " " in test.name:
        return test.signature  # its own sentence, without those of the blocks around it
    told, own = words(re.sub(r"^(?:Test|test)_?", "", test.name)), words(one.name)
    for start in range(len(told)):
        if told[start : start + len(own)] == own:
            return " ".join(told[start + len(own) :])
    return " ".join(told) if test.owner else ""


def _write(index: Index, path: str, one: Definition, test: Definition, rng: Random) -> Draft:
    where = index.where[test]
    case = _case(one, test)
    about = f" ({case})" if " " in case else ""
    values = {"name": one.path, "kind": one.kind, "about": about}
    return Draft(
        "test",
        key(one),
        say(rng, WRITE, **values),
        block(index, where, test.text),
        where,
        test.start,
        test.end,
        context=block(index, path, one.text),
        code=True,
    )
