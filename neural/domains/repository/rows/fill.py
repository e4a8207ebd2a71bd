"""Fill in the middle: statements that are cut out of a function and asked for."""

import re
from collections.abc import Iterator

from neural.domains.repository.index import Index
from neural.domains.repository.record import Definition, Gap
from neural.domains.repository.rows.draft import Draft, block, dice, key, say, word

MARK = "<MISSING>"
LONGEST = 60  # lines of a function whose gap is asked for
EACH = 12  # lines of a function that make room for one more gap
USUAL = re.compile(r"^\s*if err != nil \{\s*return [^\n]*\s*\}\s*$")
WORDINGS = (
    "fill in the lines at {mark}.",
    "what belongs at {mark}?",
    "complete `{name}`: which lines go to {mark}?",
    "some lines of this {kind} were lost at {mark}. Restore them.",
    "write what is missing at {mark}.",
    "which code stands at {mark} in `{name}`?",
    "replace {mark} by the right code.",
    "`{name}` from {file} has a hole at {mark}. Close it.",
)


def drafts(index: Index, path: str, seed: int) -> Iterator[Draft]:
    """Gaps of a file's functions; a long one has several."""
    if index.is_test(path):
        return
    for one in index.files[path].definitions:
        if one.unfit or one.test or one.is_type or one.end - one.start > LONGEST:
            continue
        rng = dice(seed, "fill", path, one.path, one.start)
        wanted = 1 + (one.end - one.start) // EACH
        lines = one.text.split("\n")
        usable = [gap for gap in one.gaps if _tells(lines, one, gap)]
        for gap in sorted(rng.sample(usable, min(wanted, len(usable))), key=lambda gap: gap.start):
            yield _draft(index, path, one, gap, rng)


def _tells(lines: list[str], one: Definition, gap: Gap) -> bool:
    """Whether the code around a gap lets one know it: neither all of the body nor nothing said."""
    inside = lines[gap.start - one.start : gap.end - one.start + 1]
    code = [line for line in inside if len(line.strip()) > 2]
    if USUAL.search("\n".join(inside)):
        return False
    return len(code) >= 2 and len(inside) <= 0.6 * (len(lines) - 2)


def _draft(index: Index, path: str, one: Definition, gap: Gap, rng) -> Draft:
    lines = one.text.split("\n")
    first, last = gap.start - one.start, gap.end - one.start
    missing = lines[first : last + 1]
    indent = missing[0][: len(missing[0]) - len(missing[0].lstrip())]
    context = "\n".join([*lines[:first], indent + MARK, *lines[last + 1 :]])
    values = {"mark": MARK, "name": one.path, "kind": word(one), "file": f"`{path}`"}
    return Draft(
        "fill",
        f"{key(one)} {gap.start - one.start}",
        say(rng, WORDINGS, **values),
        block(index, path, "\n".join(missing)),
        path,
        gap.start,
        gap.end,
        context=block(index, path, context),
        code=True,
    )
