"""Replaces personal data and secrets in the texts of one conversation by stable placeholders.

`[EMAIL_1]` is the same address wherever it stands in the conversation, and nobody's elsewhere.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from neural.errors import UserError
from neural.files import require
from neural.records import private
from neural.records.secrets import secret

# Told in each report, so that nobody takes the counts for all there is.
NOT_FOUND = (
    "names of persons who do not take part and whom nobody greets, postal addresses, employers, "
    "dates of birth, and what people tell of themselves: only a model (--ner) or a reader finds "
    "these, and a model not all of them"
)
_BLOCK = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----"
    r".*?(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|\Z)",
    re.DOTALL,
)
_WORD = re.compile(r"[^\s\"'`<>]+")
_ASSIGNED = re.compile(r"[\w.-]*[\"'`]?\s{0,3}(?:=>?|:=?)\s{0,3}[\"'`]?[^\s\"'`<>]+")
_AT = re.compile(r"at character (\d+)$")

_PERSON = r"[A-Z][a-zà-öø-ÿ'’-]+"
_FULL = rf"{_PERSON}(?: {_PERSON}){{0,2}}"
_GREETED = re.compile(
    r"(?m)(?:^|(?<=[.!?] ))(?:Hi|Hello|Hey|Dear|Hallo|Good (?:morning|afternoon|evening)|"
    rf"(?:Many )?[Tt]hanks|Thank you)(?: again)?,? ({_FULL})(?=[,!.:\n]|$)"
)
_SIGNED = re.compile(
    r"(?im:^(?:(?:kind|best|warm|many)? ?(?:regards|wishes)|best|cheers|thanks|thank you|"
    r"sincerely|yours(?: sincerely| truly| faithfully)?|greetings),?!?\s*\n+\s*(?:[-–—] ?)?)"
    rf"({_FULL})(?=\s*(?:\n|$))"
)
_INTRODUCED = re.compile(
    r"\b(?:[Mm]y name is|[Mm]y name's|I am called|"
    r"[Tt]his is(?= [A-Z]\S+ (?:from|at|speaking|here)\b)|I'm(?= [A-Z]\S+ (?:from|at)\b)) "
    rf"({_FULL})"
)
NOBODY = frozenset(
    """
    all team there everyone everybody again folks guys both sir madam friends support so much for
    you community world bot assistant admin moderator user human customer agent helpdesk service
    help sirs ladies gentlemen colleagues developers maintainers claude chatgpt gpt siri alexa
    monday tuesday wednesday thursday friday saturday sunday english german french
    """.split()  # noqa: SIM905 (a table of words)
)
# Names that are words as well: taken for names only where they are greeted.
WORDS_TOO = frozenset(
    """
    will mark may grace hope joy art bill rob pat sue rose june april august chase dean drew frank
    gene grant jack max ray rich guy dawn faith ivy lily daisy olive pearl ruby amber crystal
    christian summer autumn victor earnest miles page price brown white black
    green young king long small
    """.split()  # noqa: SIM905
)


class Redactor:
    """The placeholders of one conversation. `found` counts data by kind, each datum once."""

    def __init__(
        self,
        names: Iterable[str] = (),
        ner: Callable[[str], list[tuple[int, int]]] | None = None,
    ) -> None:
        self.found: Counter[str] = Counter()
        self._placeholders: dict[tuple[str, str], str] = {}
        self._aliases: dict[str, str] = {}
        self._ner = ner
        for name in names:
            self.know(name)

    def know(self, name: str) -> None:
        """Takes a name for a person's from now on, with its parts."""
        whole = " ".join(re.sub(r"[<>()\[\]\"]", " ", name).split())
        parts = whole.split(" ")
        if not re.search(r"\w{2}", whole) or whole.casefold() in NOBODY or len(parts) > 4:
            return
        if whole.casefold() in WORDS_TOO or whole.isdigit():
            return
        known = self._aliases.get(whole.casefold())
        placeholder = known or self._placeholder("PERSON", whole.casefold())
        self._aliases.setdefault(whole.casefold(), placeholder)
        for part in parts if len(parts) > 1 else ():
            usual = part.casefold().strip(".,")
            if len(usual) > 2 and usual not in NOBODY | WORDS_TOO:
                self._aliases.setdefault(usual, placeholder)

    def listen(self, text: str) -> None:
        """Learns the names that a text greets, signs with or introduces."""
        for pattern in (_GREETED, _SIGNED, _INTRODUCED):
            for found in pattern.finditer(text):
                self.know(found[1])

    def clean(self, text: str) -> str:
        """The text with placeholders for what is known, found by its form, or by the model."""
        text = self._keys(text)
        for one in reversed(private.find(text)):
            label = private.KINDS[one.kind]
            usual = _usual(one.kind, text[one.start : one.end])
            text = text[: one.start] + self._placeholder(label, usual) + text[one.end :]
        if self._ner:
            for start, end in self._ner(text):
                self.know(text[start:end])
        return self._names(text)

    def _keys(self, text: str) -> str:
        at = 0
        while told := secret(text[at:]):
            start = at + int(_AT.search(told)[1]) - 1
            end = _end_of_key(text, start)
            placeholder = self._placeholder("KEY", text[start:end])
            text = text[:start] + placeholder + text[end:]
            at = start + len(placeholder)
        return text

    def _names(self, text: str) -> str:
        if not self._aliases:
            return text
        pattern = _any_of(tuple(sorted(self._aliases, key=lambda alias: (-len(alias), alias))))

        def named(found: re.Match) -> str:
            alias = found[0].casefold()
            # 'mark' in small letters is a word; handles such as 'jsmith42' are written small.
            if found[0].islower() and alias.isalpha() and " " not in alias and len(alias) < 5:
                return found[0]
            return self._aliases[alias]

        return pattern.sub(named, text)

    def _placeholder(self, label: str, usual: str) -> str:
        key = label, usual
        if key not in self._placeholders:
            self.found[label] += 1
            self._placeholders[key] = f"[{label}_{self.found[label]}]"
        return self._placeholders[key]


def _end_of_key(text: str, start: int) -> int:
    """Where a secret ends: its block, its word, or the value that its name is given."""
    block = _BLOCK.match(text, start)
    if block:
        return block.end()
    word = _WORD.match(text, start)
    if word and secret(word[0]):
        return word.end()
    given = _ASSIGNED.match(text, start) or word
    return given.end() if given else start + 1


@cache
def _any_of(aliases: tuple[str, ...]) -> re.Pattern:
    # A placeholder's own word is no name.
    return re.compile(rf"(?<![\w\[@/])(?:{'|'.join(map(re.escape, aliases))})(?![\w\]]|_\d)", re.I)


def _usual(kind: str, written: str) -> str:
    """One spelling of a datum, so that its other spellings get the same placeholder."""
    if kind == "e-mail address":
        text = re.sub(r"(?i) ?[\[(<]at[\])>] ?", "@", written.casefold())
        return re.sub(r"(?i) ?[\[(<]dot[\])>] ?", ".", text)
    if kind == "IP address":
        return written.casefold()
    return re.sub(r"[\W_]", "", written).casefold()


def recognizer(model: str | Path) -> Callable[[str], list[tuple[int, int]]]:
    """Finds names of persons by a token-classification model in a folder.

    UserError where there is none, or where it knows no persons.
    """
    require(Path(model) / "config.json", "model", "--ner names a folder with a model for names.")
    from transformers import pipeline

    try:
        found = pipeline("token-classification", model=str(model), aggregation_strategy="simple")
    except (OSError, ValueError, KeyError) as error:
        raise UserError(
            f"--ner {model}: no model for names ({str(error).splitlines()[0]}). Name a folder with "
            "a token-classification model."
        ) from None
    labels = found.model.config.id2label.values()
    if not any(_is_person(label) for label in labels):
        raise UserError(
            f"--ner {model}: knows no persons, only {', '.join(sorted(set(labels)))}. Name a model "
            "that finds persons."
        )

    def spans(text: str) -> list[tuple[int, int]]:
        return [
            (one["start"], one["end"]) for one in found(text) if _is_person(one["entity_group"])
        ]

    return spans


def _is_person(label: str) -> bool:
    return label.upper().removeprefix("B-").removeprefix("I-") in ("PER", "PERSON")
