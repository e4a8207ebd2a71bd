"""Definitions and documentation that teach nothing."""

import re

LONGEST = 90  # lines of a definition that still make one row
GETTER = re.compile(
    r"\s*(?:return\s+)?(?:&|\*)?(?:[\w$.]+|this\.[\w$]+|self\.\w+|None|null|nil|true|false|\"[^\"]*\""
    r"|'[^']*'|-?\d+)\s*;?\s*$|\s*(?:self|this|\w+)\.\w+\s*=\s*\w+\s*;?\s*$|\s*(?:pass|\.\.\.)\s*$"
)
WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")
EMPTY = re.compile(r"(?i)\s*(?:todo|fixme|deprecated|see |@inheritdoc|\{@inheritdoc|noqa|xxx)\b")


def says_nothing(doc: str, name: str) -> bool:
    """Whether documentation is shorter than three words, or only says the name again."""
    words = {word.lower() for word in WORDS.findall(doc.split("\n\n")[0])}
    named = {word.lower() for word in WORDS.findall(name)}
    new = {w for w in words if w.removesuffix("s") not in named and w not in named}
    return len(new - {"the", "is", "an", "of", "for", "to"}) < 2 or bool(EMPTY.match(doc))


def is_trivial(bare: str, statements: int) -> bool:
    """Whether a body only hands out or sets one value."""
    if statements > 1:
        return False
    lines = [line for line in bare.split("\n") if line.strip()]
    if len(lines) <= 1:
        body = re.search(
            r"\{(.*)\}\s*;?$|(?:=>|\)(?:\s*->[^:]+)?:)\s*(.*)$", lines[0] if lines else ""
        )
        return body is None or bool(GETTER.match(body[1] or body[2] or "pass"))
    inner = [line for line in lines[1:] if line.strip() not in ("}", "};", "{", ")", "):", ") {")]
    return not inner or (len(inner) == 1 and bool(GETTER.match(inner[0])))
