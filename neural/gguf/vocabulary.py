"""tokenizer.json as GGUF keys: byte-level BPE with Qwen2's pre-tokenizer.

llama.cpp implements a fixed set of pre-tokenizers by name, so a tokenizer that differs in one
character of its regex would be read without complaint and give other ids. Hence each property
that llama.cpp cannot see in the file is checked here.
"""

from dataclasses import dataclass
from pathlib import Path

from gguf import GGUFWriter, TokenType
from tokenizers.pre_tokenizers import ByteLevel

from neural import prompt
from neural.errors import UserError
from neural.gguf.checkpoint import read_json

PRE = "qwen2"
REGEX = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


@dataclass(frozen=True)
class Vocabulary:
    """Tokens by id, their GGUF types, and merges in order of rank."""

    tokens: list[str]
    types: list[int]
    merges: list[str]
    chat_template: str

    def write(self, writer: GGUFWriter) -> None:
        """Adds all `tokenizer.*` keys."""
        writer.add_tokenizer_model("gpt2")
        writer.add_tokenizer_pre(PRE)
        writer.add_token_list(self.tokens)
        writer.add_token_types(self.types)
        writer.add_token_merges(self.merges)
        stop, pad = self.tokens.index(prompt.END), self.tokens.index(prompt.PAD)
        writer.add_bos_token_id(pad)  # never added, but absent means id 11 to llama.cpp
        writer.add_eos_token_id(stop)
        writer.add_eot_token_id(stop)
        writer.add_pad_token_id(pad)
        writer.add_add_bos_token(False)
        writer.add_add_eos_token(False)
        writer.add_chat_template(self.chat_template)


def read(folder: Path, size: int) -> Vocabulary:
    """The vocabulary of a model folder, padded to `size` rows of the embedding matrix.

    UserError where llama.cpp would tokenize in another way than the folder's tokenizer.
    """
    path = folder / "tokenizer.json"
    tokenizer = read_json(folder, "tokenizer.json")
    _check_model(path, tokenizer.get("model") or {})
    _check_pipeline(path, tokenizer)
    tokens, types = _tokens(path, tokenizer, size)
    merges = [m if isinstance(m, str) else " ".join(m) for m in tokenizer["model"]["merges"]]
    return Vocabulary(tokens, types, merges, _chat_template(folder))


def _check_model(path: Path, model: dict) -> None:
    if model.get("type") != "BPE" or "vocab" not in model or "merges" not in model:
        raise UserError(
            f"{path}: model type {model.get('type')!r}; expected a byte-level BPE vocabulary."
        )
    for key in ("dropout", "continuing_subword_prefix", "end_of_word_suffix", "ignore_merges"):
        if model.get(key):
            raise UserError(f"{path}: model.{key} is set; llama.cpp's {PRE!r} does not have it.")
    missing = set(ByteLevel.alphabet()) - set(model["vocab"])
    if missing:
        raise UserError(
            f"{path}: {len(missing)} of the 256 byte tokens are missing, so some text has no "
            "tokens. Train with initial_alphabet=ByteLevel.alphabet()."
        )


def _check_pipeline(path: Path, tokenizer: dict) -> None:
    """Normalizer, pre-tokenizer and post-processor must be those that llama.cpp stands for."""
    normalizer = (tokenizer.get("normalizer") or {}).get("type")
    if normalizer not in (None, "NFC"):
        raise UserError(f"{path}: normalizer {normalizer!r}; expected NFC or none.")
    pre = tokenizer.get("pre_tokenizer") or {}
    parts = pre.get("pretokenizers", [pre])
    regex = [part["pattern"].get("Regex") for part in parts if part.get("type") == "Split"]
    levels = [part for part in parts if part.get("type") == "ByteLevel"]
    plain = len(levels) == 1 and not (levels[0]["use_regex"] or levels[0]["add_prefix_space"])
    if regex != [REGEX] or not plain or len(parts) != 2:
        raise UserError(
            f"{path}: the pre-tokenizer is not Qwen2's (found regex {regex}). "
            f"llama.cpp would split text in another way; expected {REGEX!r}, then ByteLevel."
        )
    post = (tokenizer.get("post_processor") or {}).get("type")
    if post not in (None, "ByteLevel"):
        raise UserError(
            f"{path}: post-processor {post!r} may add tokens that the GGUF would not; "
            "expected ByteLevel or none."
        )


def _tokens(path: Path, tokenizer: dict, size: int) -> tuple[list[str], list[int]]:
    by_id = {id: (text, TokenType.NORMAL) for text, id in tokenizer["model"]["vocab"].items()}
    for added in tokenizer.get("added_tokens", []):
        if added.get("lstrip") or added.get("rstrip") or added.get("single_word"):
            raise UserError(
                f"{path}: added token {added['content']!r} strips spaces or wants whole words; "
                f"llama.cpp's {PRE!r} does neither."
            )
        kind = TokenType.CONTROL if added.get("special") else TokenType.USER_DEFINED
        by_id[added["id"]] = (added["content"], kind)
    control = {text for text, kind in by_id.values() if kind == TokenType.CONTROL}
    for name in prompt.TOKENS:
        if name not in control:
            raise UserError(f"{path}: {name} is no special token; the chat prompt needs it.")
    if max(by_id) >= size:
        raise UserError(
            f"{path}: token id {max(by_id)} has no row in the embedding matrix of {size} rows. "
            "Tokenizer and weights are of different models."
        )
    padded = [by_id.get(id, (f"[PAD{id}]", TokenType.UNUSED)) for id in range(size)]
    return [text for text, _ in padded], [int(kind) for _, kind in padded]


def _chat_template(folder: Path) -> str:
    """The folder's template, which must be the one that rows are rendered with."""
    found = read_json(folder, "tokenizer_config.json").get("chat_template")
    beside = folder / "chat_template.jinja"
    if found is None and beside.exists():
        found = beside.read_text(encoding="utf-8")
    if found != prompt.CHAT_TEMPLATE:
        raise UserError(
            f"{folder / 'tokenizer_config.json'}: its chat template is not neural.prompt's "
            f"(found {str(found)[:80]!r}), so hosts would not ask as it was trained. "
            "Write neural.prompt.CHAT_TEMPLATE there before training."
        )
    return found
