"""What a commit message says, where it says something."""

import re

SKIPPED = re.compile(
    r"(?i)^(?:merge|revert|bump|release|version|wip|typo|fix(?:es|ed)? (?:typo|lint|build|ci)\b|"
    r"update (?:deps|dependencies|changelog|readme)|go mod|chore|format|lint|v?\d+\.\d+|deps?\b|"
    r"\[?auto|prepare|resolving pr|address(?:ing)? (?:review|comments|pr)|cleanup$|minor)"
)
PREFIX = re.compile(r"^[\w/.,*-]+(?:\([\w/., -]+\))?!?:\s+")  # "feat(api): ", "net/http: "
NUMBER = re.compile(
    r"(?i)\s*[.,;:(]*\s*(?:(?:this )?(?:fix|close|resolve)(?:e?[sd])?|refs?|see|issue|bug)?:?\s*"
    r"\(?(?:#|GH-)\d+\)?\.?"
)


def wish(subject: str) -> str:
    """A message's first line without labels and numbers; "" where it tells nothing."""
    said = NUMBER.sub("", PREFIX.sub("", subject)).strip(" .")
    silent = SKIPPED.match(subject) or SKIPPED.match(said) or len(said.split()) < 4
    return "" if silent else said
