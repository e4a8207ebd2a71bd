"""Functions, methods and types by what their documentation says."""

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.names import words
from neural.domains.repository.prose import DETAILS, description, news
from neural.domains.repository.record import Definition
from neural.domains.repository.rows.draft import (
    Draft,
    around,
    block,
    dice,
    key,
    listed,
    of,
    place,
    say,
    spot,
    word,
)
from neural.domains.repository.summary import Summary, short

CONTEXT = 40  # lines of a type that still fit beside the question
TELLING = 3  # words of a documentation that the name does not say
REACH = 3  # lines around a call
WANTED = (
    "how do I {task}?",
    "how can I {task}?",
    "I need to {task}. Is there something for that?",
    "is there a helper to {task}, or do I write one?",
    "what do I call to {task}?",
    "what is there to {task}?",
    "which {kind} would I use to {task}?",
    "I want to {task}. Where do I start?",
    "we surely have code to {task}; where is it?",
    "where is the code to {task}?",
    "in {folder}, what lets me {task}?",
    "looking for a way to {task} in {folder}.",
)
SORTS = (
    "which {kind} {says}?",
    "is there a {kind} that {says}?",
    "what is the {kind} called that {says}?",
    "I am looking for the {kind} that {says}.",
    "in {folder}, which {kind} {says}?",
)
IS = (
    "which {kind} is {being}?",
    "what is {being} called here?",
    "where is {being} defined?",
    "I am looking for {being}. Which {kind} is it?",
    "do we have {being}?",
    "what do we use as {being}?",
)
FOUND = (
    "`{name}` in {place}:",
    "That is `{name}`, {place}:",
    "Use `{name}` ({place}):",
    "There is `{name}` for it, {place}:",
    "`{name}` does it; it is in {place}:",
    "Look at `{name}` in {place}:",
)
PURPOSE = (
    "what does `{name}` do?",
    "what is `{name}` for?",
    "what is `{name}` in {file} good for?",
    "can you explain `{name}`?",
    "I came across `{name}` in {file}. What is it for?",
    "what's the job of `{name}`?",
    "tell me about the {kind} `{name}`.",
    "when would I use `{name}`?",
    "`{name}`: what is it, and where?",
    "what should I know about `{name}` before I change it?",
    "new here: what is the {kind} `{name}` from {folder}?",
)
EXPLAIN = (
    "what does this do?",
    "explain this {kind}.",
    "what is this code for?",
    "I do not get this {kind}. What is its purpose?",
    "summarize what happens here.",
    "what should a reviewer know about `{name}`?",
    "what is going on in `{name}`?",
)
DOCUMENT = (
    "write the documentation of this {kind}.",
    "this {kind} has no comment. What should it say?",
    "document `{name}`.",
)
WRITE = (
    "write `{signature}`. {doc}",
    "implement `{name}` in {file}: {doc}",
    "I need the body of `{signature}`. {doc}",
    "please implement this {kind}: `{signature}`. {doc}",
    "`{name}` is missing in {file}. It should be `{signature}`, and: {doc}",
    "{doc} Write that {kind}; its signature is `{signature}`.",
    "how is `{name}` implemented? {doc}",
    "code for `{signature}`, please. {doc}",
    "fill in `{signature}`: {doc}",
)
CALLERS = (
    "who calls `{name}`?",
    "where is `{name}` used?",
    "what breaks if I change the signature of `{name}`?",
    "which code depends on `{name}` from {file}?",
    "I want to rename `{name}`. Which places call it?",
    "find the callers of `{name}`.",
    "is `{name}` still used anywhere?",
    "what would I have to touch after changing `{name}`?",
)
CALLED = (
    "{count} of our definitions call `{name}` ({place}):",
    "`{name}` ({place}) has {count} callers:",
    "There are {count} callers of `{name}`, {place}:",
)
ONLY_TESTS = (
    "Only tests call `{name}` ({place}), {count} of them:",
    "Outside of tests nothing calls it by name. These {count} tests do:",
    "None of our code but {count} tests:",
)
ONE_CALLER = (
    "Only `{caller}` calls it, in {there}:",
    "It has one caller, `{caller}` ({there}):",
    "Just one place: `{caller}`, {there}:",
)


def drafts(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """All questions about a file's functions and types."""
    named = Counter(one.path for one in index.files[path].definitions)
    for one in index.files[path].definitions:
        alone = named[one.path] == 1  # a question by name alone cannot tell overloads apart
        if one.unfit or one.test or index.is_test(path):
            continue
        rng = dice(seed, "functions", path, one.path, one.start)
        told = index.summaries.get(one)
        known = told and index.asked[told.task or told.being] == 1
        # "Which struct tracks statistics?" takes a verb of the third person.
        if known and not (one.is_type and told.task and not _third(short(one.doc, one.name))):
            yield _find(index, path, one, told, rng)
        about = description(one.doc)
        if len(about.split()) >= 6:
            if alone and news(about, one.path, path) >= TELLING:
                yield _purpose(index, path, one, rng)
            if not one.is_type and one.statements > 1:
                yield _explain(index, path, one, rng)
                yield _write(index, path, one, rng)
        # Where calls of the name could not be told apart, a list of callers may be short of some.
        told_apart = alone and not index.unknown[one.name]
        if not one.is_type and index.uses.get(one) and told_apart:
            yield from _callers(index, path, one, rng)


def _third(said: str) -> bool:
    return said.partition(" ")[0].endswith("s")


def _values(index: Index, path: str, one: Definition) -> dict[str, str]:
    return {
        "name": one.path,
        "kind": word(one),
        "file": f"`{path}`",
        "folder": f"`{folder(path)}`" if folder(path) != "." else "the root folder",
        "place": of(index, one),
        "signature": one.signature,
    }


def _find(index: Index, path: str, one: Definition, told: Summary, rng: Random) -> Draft:
    values = _values(index, path, one)
    if one.is_type and told.task:
        question = say(rng, SORTS, says=short(one.doc, one.name), **values)
    elif told.task:
        question = say(rng, WANTED, task=told.task, **values)
    else:
        question = say(rng, IS, being=told.being, **values)
    parts = [say(rng, FOUND, **values), block(index, path, one.signature)]
    if rest := _plain(told.rest):
        parts.append(rest)
    used = [use for use in index.uses.get(one, ()) if not index.is_test(use.path)]
    if used and not one.is_type:
        use = rng.choice(used[:3])
        parts.append(f"It is called in `{use.caller.path}`, {place(use.path, use.line, use.line)}.")
    elif one.is_type and (methods := index.methods.get((folder(path), one.name))):
        names = ", ".join(f"`{m.name}`" for m in methods[:6] if m.exported)
        parts += [f"Its methods are in the same package: {names}."] if names else []
    return Draft("find", key(one), question, "\n\n".join(parts), path, one.start, one.end)


def _plain(text: str) -> str:
    """The first paragraphs of the rest of a documentation, without what is only for tools."""
    text = re.split(r"(?:\A|\n)(?:@deprecated|Example|References|See Also)", text)[0]
    kept: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        if sum(map(len, kept)) + len(paragraph) > 600:
            break
        kept.append(paragraph)
    if kept and not DETAILS.match(kept[0]) and not re.search(r"^\s+|^[-*\d]", kept[0], re.M):
        kept[0] = " ".join(kept[0].split())  # its first line began behind the first sentence
    found = "\n\n".join(kept).strip()
    return found if len(found.split()) >= 4 else ""


def _purpose(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    values = _values(index, path, one)
    where = say(
        rng,
        ("It is in {place}.", "See {place}.", "The {kind} is in {place}.", "Source: {place}."),
        **values,
    )
    return Draft(
        "purpose",
        key(one),
        say(rng, PURPOSE, **values),
        f"{one.doc}\n\n{where}",
        path,
        one.start,
        one.end,
    )


def _explain(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    values = _values(index, path, one)
    parts = [one.doc]
    called = {other.path: other for other in index.calls.get(one, ())}
    wordings = DOCUMENT if rng.random() < 0.3 else EXPLAIN
    if called and wordings is EXPLAIN and rng.random() < 0.8:
        told = [
            f"`{name}`" + (f" ({text})" if (text := short(other.doc, other.name)) else "")
            for name, other in list(called.items())[:4]
        ]
        parts.append(f"It relies on {', '.join(told)}.")
    return Draft(
        "explain",
        key(one),
        say(rng, wordings, **values),
        "\n\n".join(parts),
        path,
        one.start,
        one.end,
        context=block(index, path, one.bare),
    )


def _write(index: Index, path: str, one: Definition, rng: Random) -> Draft:
    values = _values(index, path, one)
    doc = re.split(r"\n\s*#*\s*(?:Examples?|Usage|References|See Also|Notes?)\b", one.doc)[
        0
    ].strip()
    doc = doc if len(doc) < 900 else doc.split("\n\n")[0]
    doc = doc if doc.rstrip()[-1:] in ".!?:`)" else f"{doc}."
    context = ""
    for kind in index.types.get(one.owner, ()) if one.owner else ():
        near = index.where[kind].startswith(folder(path))
        if near and kind.end - kind.start < CONTEXT and kind.kind != "class" and not kind.unfit:
            context = block(index, path, kind.text)
    return Draft(
        "write",
        key(one),
        say(rng, WRITE, doc=doc, **values),
        block(index, path, one.bare),
        path,
        one.start,
        one.end,
        context,
        code=True,
    )


def _callers(index: Index, path: str, one: Definition, rng: Random) -> Iterator[Draft]:
    uses = {}
    for use in sorted(
        index.uses[one], key=lambda use: (index.is_test(use.path), use.path, use.line)
    ):
        if not use.caller.unfit or use.caller.unfit in ("too long", "trivial"):
            uses.setdefault((use.path, use.caller.path), use)
    if not uses or (len(uses) == 1 and not words(one.name)):
        return
    values = _values(index, path, one)
    question = say(rng, CALLERS, **values)
    tests = [use for use in uses.values() if index.is_test(use.path)]
    if len(uses) == 1:
        (use,) = uses.values()
        told = say(
            rng, ONE_CALLER, caller=use.caller.path, there=place(use.path, use.line, use.line)
        )
        _, lines = around(use.caller, use.line, REACH)
        answer = f"{told}\n\n{block(index, use.path, lines)}"
    else:
        lines = [
            f"`{use.caller.path}`, {spot(use.path, use.line, use.line)}"
            + (": " + text if (text := short(use.caller.doc, use.caller.name)) else "")
            for use in uses.values()
        ]
        told = say(rng, CALLED, count=len(uses), **values)
        if len(tests) == len(uses):
            told = say(rng, ONLY_TESTS, count=len(uses), **values)
        answer = f"{told}\n\n{listed(lines)}"
    yield Draft("callers", key(one), question, answer, path, one.start, one.end)
