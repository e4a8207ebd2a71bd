"""nano's tokenizer: byte-level BPE cut as Qwen2 cuts, so that llama.cpp reads it as `qwen2`.

Merges are such that a name is the same pieces wherever it stands: "drivers" in a question,
`:Driver` in the schema, `TEST_DRIVER` as a type. What a small model must learn is then to copy.
"""

import json
import re
import string
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, pairwise
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from neural.files import atomic_write
from neural.inflection import stem
from neural.prompt import CHAT_TEMPLATE, END, PAD, TOKENS

QWEN2 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# Merges never join a word with the sign or space before it, except an underscore (alone it would
# tell nothing about what to copy next), nor with its ending: "city" and "cities" share "cit",
# "match" and "matches" share "match".
ENDING = r"(?:(?<=ch|sh|x|ss)es|(?<![aeiou])(?:ies|ie|y)|(?<!s)s)"
APART = (
    rf"_?\p{{L}}{{3,}}?(?={ENDING}(?!\p{{L}}))|_?\p{{L}}+|\p{{N}}"
    r"| ?[^\s\p{L}\p{N}_]+[\r\n]*|\s*[\r\n]+|\s|_"
)
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# "view" must not make "vie" a piece, or "movie" would be cut otherwise than "movies".
HUMP_OR_IE = re.compile(rf"{HUMP.pattern}|(?<=[a-z])(?=ie)")
SIGN_AND_WORD = re.compile("([ .:_({])([A-Za-z]+)")
SPACE = "\u0120"  # as byte-level BPE writes it
COMMON = 0.002  # share of the texts that have a word, for it to be one token
LONGEST = 16  # llama.cpp's detokenizer cuts tokens of more than 32 bytes without a word


def train(texts: Iterable[str], merges: int) -> Tokenizer:
    """A tokenizer of at most `merges` merges of lower-case letters and those that make common
    words one token, each also in Title and UPPER case, and the beginning of a word also with the
    space before it. Same texts, same bytes."""
    texts = list(texts)
    lower = Tokenizer(models.BPE())
    lower.normalizer = normalizers.NFC()
    lower.pre_tokenizer = _cut(APART)
    trainer = trainers.BpeTrainer(
        vocab_size=256 + merges,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        max_token_length=LONGEST,
        show_progress=False,
    )
    lower.train_from_iterator((HUMP_OR_IE.sub(" ", text).lower() for text in texts), trainer)
    found = [tuple(pair) for pair in json.loads(lower.to_str())["model"]["merges"]]
    cased = dict.fromkeys(
        pair for x, y in found for pair in ((x, y), (_title(x), y), (_upper(x), _upper(y)))
    )
    common = _never_names(texts)
    for word in common:
        ends = list(accumulate(len(piece.value) for piece in lower.model.tokenize(word.lower())))
        for start, end in pairwise(ends):
            cased[word[:start], word[start:end]] = None
    pieces = [*string.digits, *string.ascii_letters, *map("".join, cased)]
    spaced = [p for p in pieces if len(p) == 1 or (p[1:].isalpha() and p[1:].islower())]
    cased |= dict.fromkeys((SPACE, piece) for piece in [*spaced, *common] if piece[0] != "_")
    tokens = [*TOKENS, *sorted(pre_tokenizers.ByteLevel.alphabet()), *map("".join, cased)]
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys(tokens))}
    tokenizer = Tokenizer(models.BPE(vocabulary, list(cased)))
    tokenizer.normalizer = normalizers.NFC()  # AutoTokenizer adds it for qwen2 without a word
    tokenizer.pre_tokenizer = _cut(QWEN2)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(list(TOKENS))
    return tokenizer


def kin(tokenizer: Tokenizer) -> list[dict[str, int]]:
    """Groups of tokens that differ alone in letter case or what precedes their letters, each by
    its form: 'a' (fest), 'A' (Fest), 'AA' (FEST), behind a space or underscore if it has one."""
    groups: dict[str, dict[str, int]] = {}
    vocabulary = tokenizer.get_vocab(with_added_tokens=False)
    for token, number in sorted(vocabulary.items(), key=lambda item: item[1]):
        letters = token.lstrip("_" + SPACE)
        if letters.isascii() and letters.isalpha():
            upper = letters.isupper() and len(letters) > 1
            case = "AA" if upper else "A" if letters[0].isupper() else "a"
            form = token.removesuffix(letters) + case
            groups.setdefault(letters.lower(), {})[form] = number
    return list(groups.values())


def _never_names(texts: list[str]) -> list[str]:
    """Common words that are no part of any name, the most common first."""
    found: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text in texts:
        for sign, word in set(SIGN_AND_WORD.findall(HUMP.sub("_", text))):
            if sign == " ":
                found[word] += 1
            else:
                named[stem(word)] += 1
    return [
        word
        for word, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
        if count >= COMMON * len(texts) and named[stem(word)] * 200 < count and len(word) < LONGEST
    ]


def _upper(piece: str) -> str:
    return "".join(c.upper() if c.isascii() else c for c in piece)


def _title(piece: str) -> str:
    return _upper(piece[0]) + piece[1:]


def save(tokenizer: Tokenizer, folder: Path, context: int) -> None:
    """Writes tokenizer.json and tokenizer_config.json as transformers expects them."""
    config = {
        "add_bos_token": False,
        "chat_template": CHAT_TEMPLATE,
        "eos_token": END,
        "model_max_length": context,
        "pad_token": PAD,
        "tokenizer_class": "Qwen2Tokenizer",
        "unk_token": None,
    }
    with atomic_write(folder / "tokenizer.json") as file:
        file.write(tokenizer.to_str(pretty=True))
    with atomic_write(folder / "tokenizer_config.json") as file:
        json.dump(config, file, indent=2, sort_keys=True)


def _cut(pattern: str) -> pre_tokenizers.PreTokenizer:
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
