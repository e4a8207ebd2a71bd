"""How functions are used, ours and others': real calls, the most telling first."""

import re
from collections.abc import Iterator
from random import Random

from neural.domains.repository.index import Index, Use
from neural.domains.repository.modules import folder
from neural.domains.repository.rows.draft import (
    Draft,
    around,
    block,
    dice,
    key,
    lines_of,
    of,
    place,
    say,
)

REACH = 4  # lines around a call in a definition of
LONG = 24  # lines or more
OWN = (
    "show me an example of calling `{name}`.",
    "how is `{name}` used?",
    "how do I call `{name}`? An example from the code would help.",
    "give me a real call of `{name}`.",
    "what does a typical use of `{name}` look like?",
    "where can I see `{name}` in action?",
    "I have to call `{name}` from {file}; is there code to copy from?",
)
GIVEN = (*OWN, "which arguments do people pass to `{name}`?")
MADE = (
    "show me how a `{name}` is made.",
    "how do I create a `{name}`? An example from the code would help.",
    "where can I see a `{name}` being created?",
    "I need a `{name}` from {file}; is there code to copy from?",
)
FOREIGN = (
    "how do we use `{name}` from `{module}`?",
    "where do we call `{name}` of `{module}`?",
    "show me how `{module}`'s `{name}` is used here.",
    "is `{name}` (`{module}`) used in this code? How?",
    "give me an example of `{name}` from `{module}` in our code.",
)
TOLD = (
    "In `{caller}`, {place}:",
    "`{caller}` calls it ({place}):",
    "For example `{caller}` in {place}:",
    "See `{caller}`, {place}:",
    "Here is `{caller}`, {place}:",
)


def drafts(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """Questions about the use of a file's functions and types."""
    for one in index.files[path].definitions:
        if one.test or index.is_test(path) or not index.uses.get(one):
            continue
        if one.unfit in ("secret", "personal data", "unclean text"):
            continue
        rng = dice(seed, "usage", path, one.path, one.start)
        best = telling(index, index.uses[one], path)
        if best:
            values = {"name": one.path, "file": f"`{path}`"}
            wordings = MADE if one.is_type else GIVEN if one.parameters else OWN
            answer = _shown(index, best, rng)
            if one.signature:
                answer += f"\n\nIts signature, {of(index, one)}: `{one.signature}`"
            yield Draft(
                "example", key(one), say(rng, wordings, **values), answer, path, one.start, one.end
            )


def foreign(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """Questions about others' functions whose most telling use is in this file."""
    for (module, name), uses in index.foreign_by_file.get(path, {}).items():
        if module == "C":
            continue  # of cgo: whatever the comment above the import holds
        rng = dice(seed, "foreign", path, module, name)
        best = telling(index, uses, "")
        if best is None:
            continue
        callee = best.callee
        total = index.foreign[module, name]
        files = {use.path for use in total}
        answer = _shown(index, best, rng)
        if len(total) > 1:
            there = f"{len(files)} files" if len(files) > 1 else "this file"
            answer += f"\n\nIt is called {len(total)} times in {there}."
        home = re.sub(rf"[.#]{re.escape(callee.partition('.')[0])}$", "", module)
        values = {"name": callee, "module": home}
        yield Draft(
            "foreign",
            f"{module} {name}",
            say(rng, FOREIGN, **values),
            answer,
            path,
            best.line,
            best.line,
        )


def telling(index: Index, uses: list[Use], own: str) -> Use | None:
    """The call that shows most: documented code of another package, whole, that handles errors."""

    def value(use: Use) -> tuple:
        caller = use.caller
        length = caller.end - caller.start
        line = lines_of(caller)[use.line - caller.start : use.line - caller.start + 1]
        given = line[0].partition(use.callee)[2] if line else ""
        points = 2.0 * (not index.is_test(use.path)) + 1.0 * bool(caller.doc)
        points += 1.0 * (folder(use.path) != folder(own)) + 1.0 * (3 <= length <= 25)
        points += 1.0 * bool(re.search(r"^\([^)]", given)) + 0.5 * ("=" in "".join(line))
        return -points, use.path, use.line

    usable = [use for use in uses if use.caller.unfit in ("", "too long", "near-duplicate")]
    return min(usable, key=value, default=None)


def _shown(index: Index, use: Use, rng: Random) -> str:
    caller = use.caller
    if caller.end - caller.start >= LONG:
        begin, text = around(caller, use.line, REACH)
        where = place(use.path, begin, begin + text.count("\n"))
    else:
        text, where = caller.text, of(index, caller)
    return f"{say(rng, TOLD, caller=caller.path, place=where)}\n\n{block(index, use.path, text)}"
