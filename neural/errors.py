"""The one exception for mistakes that a user can mend."""

from collections.abc import Iterable
from difflib import get_close_matches

BUG = "This is a mistake of the project, not yours: please report it with what is above."


class UserError(Exception):
    """Its text is the whole message: where, what was found, what was expected, what to do."""


def nearest(found: str, allowed: Iterable[str]) -> str:
    """' Did you mean X?' for the nearest allowed name, or '' when none is near."""
    close = get_close_matches(str(found), list(allowed), n=1, cutoff=0.5)
    return f" Did you mean {close[0]!r}?" if close else ""
