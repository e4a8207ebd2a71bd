"""The second look, at chosen rows only: shingles, language, tokens: dear, or asked of few."""

import io
import os
from functools import cache
from typing import NamedTuple

import numpy as np

from neural import prompt
from neural.records import forms, similar
from neural.records.reader import Block

SIMILAR, LANGUAGE, TOKENS = 1, 2, 4  # what is wanted of a row
READ = 300  # characters whose language is told: more costs time and changes nothing
LETTERS = 40  # fewer tell no language
SURE = 0.9  # probability below which a language is not named


class Wanted(NamedTuple):
    """A block, and of which of its lines what is wanted (`SIMILAR | …`), in their order."""

    block: Block
    lines: np.ndarray
    what: np.ndarray


class Probed(NamedTuple):
    """What was found, in the order in which it was wanted."""

    said: similar.Sets  # shingles of a row's own text
    contexts: similar.Sets  # and of what it is asked about
    languages: list[str]  # "" where none is certain
    tokens: list[int]


def probe(wanted: Wanted, tokenizer: str | None) -> Probed:
    """Looks at the wanted lines, all of well-formed rows. `tokenizer`: a tokenizer.json."""
    said, contexts, languages, chats = [], [], [], []
    asked = dict(zip(wanted.lines.tolist(), wanted.what.tolist(), strict=True))
    for number, line in enumerate(io.BytesIO(wanted.block.data), wanted.block.first):
        what = asked.get(number, 0)
        if not what:
            continue
        row = forms.parsed(line)
        parts = forms.parts(row)
        if what & SIMILAR:
            said.append(f"{parts.question}\n{parts.answer}" if parts.question else parts.answer)
            contexts.append(parts.context)
        if what & LANGUAGE:
            languages.append(language(parts.question or parts.answer))
        if what & TOKENS:
            chats.append(prompt.render(prompt.messages(row)))
    return Probed(
        similar.sets(said),
        similar.sets(contexts),
        languages,
        tokens(chats, tokenizer) if chats else [],
    )


def language(text: str) -> str:
    """ISO 639-1 code of the text's language, "" where the text does not tell."""
    text = text[:READ]
    if text.isascii():  # where no script tells, words do; keys, numbers and code are none
        text = " ".join(word for word in text.split() if word.strip(".,:;!?()'\"").isalpha())
        if len(text) < LETTERS:
            return ""
    code, sure = _identifier().classify(text)
    return code if sure >= SURE else ""


def tokens(texts: list[str], tokenizer: str) -> list[int]:
    """The length of each text in tokens."""
    return [len(made.ids) for made in _tokenizer(tokenizer).encode_batch(texts)]


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _tokenizer(path: str):
    from tokenizers import Tokenizer

    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    return Tokenizer.from_file(path)
