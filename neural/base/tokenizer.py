"""nano's tokenizer: byte-level BPE cut as Qwen2 cuts, so that llama.cpp reads it as `qwen2`."""

import json
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from neural.files import atomic_write
from neural.prompt import CHAT_TEMPLATE, END, PAD, TOKENS

QWEN2 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# Merges never join a word with the sign or space before it, except an underscore. So a name is the
# same tokens wherever it stands, in `(:Movie`, `.max_depth`, ` movie`: what a small model must
# learn is to copy. (An underscore of its own would tell nothing about what to copy next.)
APART = r"_?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}_]+[\r\n]*|\s*[\r\n]+|\s|_"
LONGEST = 16  # llama.cpp's detokenizer cuts tokens of more than 32 bytes without a word


def train(texts: Iterable[str], vocabulary: int) -> Tokenizer:
    """A tokenizer of `vocabulary` tokens, control tokens first; same texts, same bytes."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()  # AutoTokenizer adds it for qwen2 without a word
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.pre_tokenizer = _cut(APART)
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=list(TOKENS),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        max_token_length=LONGEST,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.pre_tokenizer = _cut(QWEN2)
    return tokenizer


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
