"""Faults that one text can have by itself."""

import re

from neural import prompt

# Tab, line feed and carriage return are text; so are ZWJ and ZWNJ, which some scripts need.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb]")
# UTF-8 read as cp1252: a lead byte's letter, then the letters of its following bytes.
_FOLLOW = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_MOJIBAKE = re.compile(rf"[Â-ô][{re.escape(_FOLLOW)}]{{1,3}}")
_WORD = re.compile(r"\w+")


def control_character(text: str) -> str | None:
    """The first control character as U+XXXX with its position, or None."""
    if text.isprintable() and text.isascii():
        return None
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X} at character {found.start() + 1}" if found else None


def control_token(text: str) -> str | None:
    """The first chat marker that stands in the text, or None."""
    if "<|" not in text:
        return None
    return next((token for token in prompt.TOKENS if token in text), None)


def mojibake(text: str) -> str | None:
    """The first sign of a wrongly decoded text, or None."""
    if text.isascii():
        return None
    if "\ufffd" in text:
        return f"U+FFFD (a lost character) at character {text.index(chr(0xFFFD)) + 1}"
    for found in _MOJIBAKE.finditer(text):
        try:
            meant = found[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        return f"{found[0]!r} at character {found.start() + 1}, probably {meant!r}"
    return None


def repeats(question: str, answer: str) -> bool:
    """Whether the answer is the question again, or opens with it.

    Short ones are let pass: a greeting is well answered by the same greeting.
    """
    asked, given = question.casefold().strip(), answer.casefold().strip()
    if not given.startswith(asked):
        return False
    return len(_WORD.findall(asked)) >= (2 if given == asked else 4)
