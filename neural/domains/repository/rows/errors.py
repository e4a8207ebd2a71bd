"""Errors: where a message comes from, when a function fails, how a failure is handled."""

import re
from collections.abc import Iterator
from random import Random

from neural.domains.repository.index import Index
from neural.domains.repository.record import Definition, Failure
from neural.domains.repository.rows.draft import Draft, block, dice, key, listed, of, place, say

MESSAGE = re.compile(r"[frbu]{0,2}(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`)")
HOLE = re.compile(r"%[-+#0-9.*]*[a-zA-Z]|\$?\{[^}]*\}")
SOURCE = (
    "I get `{message}`. Where does that come from?",
    "which code says `{message}`, and when?",
    "what does the error `{message}` mean?",
    "the log shows `{message}`. What went wrong?",
    "why would I see `{message}`?",
    "users report `{message}`. Where do I look?",
    "`{message}`: who raises this?",
    "under which condition is `{message}` reported?",
)
ASKS_WHEN = re.compile(r"when|why|condition|went wrong|mean")
# What every function does with errors.
PASSED_ON = re.compile(r"\{\s*return (?:[\w.*&{}\"()]+, )*err\s*\}$|except[^\n]*:\s*raise$")
FAILS = (
    "when does `{name}` fail?",
    "which errors can `{name}` give?",
    "what can go wrong in `{name}`?",
    "what does `{name}` check before it works?",
    "which errors must a caller of `{name}` expect?",
    "how do I make `{name}` fail in a test?",
    "what input does `{name}` refuse?",
)
HANDLES = (
    "what happens in `{name}` when `{error}` fails?",
    "how does `{name}` deal with an error of `{error}`?",
    "if `{error}` goes wrong inside `{name}`, what then?",
    "does `{name}` handle failures of `{error}`? How?",
    "in `{name}`, is an error of `{error}` passed on or swallowed?",
)
CATCHES = (
    "what does `{name}` do when `{error}` is raised?",
    "how does `{name}` deal with `{error}`?",
    "is `{error}` caught in `{name}`, and what then?",
    "in `{name}`, what happens on `{error}`?",
    "what becomes of a `{error}` inside `{name}`?",
)
WHEN = (
    "`{name}` gives it when `{condition}` holds, {place}:",
    "It comes from `{name}` ({place}), where `{condition}`:",
    "`{name}` in {place} reports it if `{condition}`:",
    "That is `{name}`, {place}; the condition is `{condition}`:",
)
CAUGHT = (
    "`{name}` gives it after catching `{condition}`, {place}:",
    "It comes from `{name}` ({place}), when `{condition}` was caught:",
    "`{name}` in {place} raises it in place of `{condition}`:",
)
CATCH = " was caught"  # ends the condition of an error that stands for another
ALWAYS = (
    "`{name}` gives it, {place}:",
    "It comes from `{name}` in {place}:",
    "That is `{name}`, {place}:",
)


def drafts(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """All questions about the errors of a file's functions."""
    if index.is_test(path):
        return
    asked: set[str] = set()
    for one in index.files[path].definitions:
        if one.test or one.unfit in ("secret", "personal data", "unclean text"):
            continue
        rng = dice(seed, "errors", path, one.path, one.start)
        raised = [failure for failure in one.failures if failure.raises]
        for failure in raised[:3]:
            message = spoken(failure.error, rng)
            if message and message not in asked:
                asked.add(message)
                yield _source(index, path, one, failure, message, rng)
        if len([failure for failure in raised if failure.condition]) >= 2:
            yield _fails(index, path, one, raised, rng)
        handled = [f for f in one.failures if not f.raises and not PASSED_ON.search(f.text)]
        if handled:
            telling = sorted(handled, key=lambda f: (-min(6, f.end - f.start), f.start))
            yield _handles(index, path, one, telling[0], rng)


def spoken(error: str, rng: Random) -> str:
    """The message of an error as a user sees it, its holes filled; "" where it says too little."""
    error = re.sub(r"\"\s*\+?\s*[frbu]{0,2}\"|'\s*\+?\s*[frbu]{0,2}'", "", error)
    parts = [[]]
    end = 0
    for found in MESSAGE.finditer(error):  # what a plus joins is one message
        if "+" not in error[end : found.start()] or "," in error[end : found.start()]:
            parts.append([])
        parts[-1].append(found[1][1:-1])
        end = found.end()
    text = max(("…".join(some) for some in parts), key=len).strip()
    text = text.replace("\\n", " ").replace('\\"', '"').replace("`", "'")
    static = HOLE.sub("", text)
    if len(re.findall(r"[A-Za-z]{2,}", static)) < 3:
        return ""
    text = HOLE.sub("…", text)
    return re.sub(r"(?:: )?…$", "", text).strip() if text.count("…") == 1 else text


def _source(
    index: Index, path: str, one: Definition, failure: Failure, message: str, rng: Random
) -> Draft:
    values = {
        "message": message,
        "name": one.path,
        "place": place(path, failure.start, failure.end),
        "condition": failure.condition,
    }
    tests = failure.condition and len(failure.condition) < 120 and "`" not in failure.condition
    asked = SOURCE if tests else [text for text in SOURCE if not ASKS_WHEN.search(text)]
    leads = WHEN if tests else ALWAYS
    if failure.condition.endswith(CATCH):
        leads, values["condition"] = CAUGHT, failure.condition.removesuffix(CATCH)
    told = say(rng, leads, **values)
    return Draft(
        "source",
        f"{key(one)} {message}",
        say(rng, asked, **values),
        f"{told}\n\n{block(index, path, failure.text)}",
        path,
        failure.start,
        failure.end,
    )


def _fails(index: Index, path: str, one: Definition, raised: list[Failure], rng: Random) -> Draft:
    lines = [
        f"{_if(failure.condition)}`{failure.error}` (line {failure.start})"
        for failure in raised
        if len(failure.condition) < 160
    ]
    told = say(
        rng,
        (
            "`{name}`, {place}, checks this:",
            "It fails in these cases ({place}):",
            "From {place}:",
            "`{name}` ({place}) gives an error in these cases:",
        ),
        name=one.path,
        place=of(index, one),
    )
    return Draft(
        "fails",
        key(one),
        say(rng, FAILS, name=one.path),
        f"{told}\n\n{listed(lines)}",
        path,
        one.start,
        one.end,
    )


def _if(condition: str) -> str:
    if condition.endswith(CATCH):
        return f"when `{condition.removesuffix(CATCH)}` is caught: "
    return f"if `{condition}`: " if condition else ""


def _handles(index: Index, path: str, one: Definition, failure: Failure, rng: Random) -> Draft:
    caught = index.files[path].language in ("python", "java")
    values = {"name": one.path, "error": failure.error}
    question = say(rng, CATCHES if caught else HANDLES, **values)
    there = f"{place(path, failure.start, failure.end)}:"
    told = [done(failure.text, failure.error), there]
    told = told if told[0] else [f"See {there}"]
    return Draft(
        "handles",
        f"{key(one)} {failure.start - one.start}",
        question,
        f"{' '.join(filter(None, told))}\n\n{block(index, path, failure.text)}",
        path,
        failure.start,
        failure.end,
    )


def done(text: str, error: str) -> str:
    """What becomes of an error, in a sentence, as far as the code is of a usual form."""
    tail = re.split(r"\n\s*(?:if .*err\w* != nil|\}? ?catch|except)\b[^\n]*\n", text, maxsplit=1)[
        -1
    ]
    tail = re.split(r"\n *(?:else|finally):", tail)[0]
    if "%w" in tail or re.search(r"Wrapf?\(|from (?!None)\w+\s*$|, e\)", tail):
        return "It is wrapped in an error with more context and passed on."
    if re.search(r"return (?:[^\n]*, )?(?:\w+\.)?(?:Err[A-Z]\w*|errors\.New\()", tail):
        return "Another error is returned in its place."
    if re.search(r"return [^\n]*\berr\w*\b(?!\.)", tail) or re.search(
        r"^\s*raise$|throw e\w*;", tail, re.M
    ):
        return "It is passed on to the caller."
    if re.search(r"(?i)\b(?:log\w*|warn\w*|slog|logger)\.\w+\(|console\.\w+\(|print\w*\(", tail):
        goes_on = "continue" in tail or not re.search(r"\breturn\b|\braise\b|exit|throw", tail)
        return (
            "It is logged, and the work goes on."
            if goes_on
            else "It is logged, and the work stops."
        )
    if re.search(r"^\s*continue\b", tail, re.M):
        return "That item is skipped."
    if re.search(r"^\s*pass\b", tail, re.M):
        return "It is ignored."
    if re.search(r"(?:http\.Error|writeError|sendError|respondError|\.status\()", tail):
        return "The client is answered with an error."
    if re.search(r"^\s*(?:raise|throw) ", tail, re.M):
        return "Another error is raised in its place."
    return "A fallback value is returned instead." if re.search(r"\breturn\b", tail) else ""
