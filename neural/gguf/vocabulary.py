"""tokenizer.json as GGUF keys: byte-level BPE as of Qwen2 and Llama 3, and SentencePiece's BPE.

llama.cpp implements a fixed set of tokenizers by name, so one that differs in one character of its
regex would be read without complaint and give other ids. Hence each property that llama.cpp cannot
see in the file is checked here.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from gguf import GGUFWriter, TokenType
from tokenizers.pre_tokenizers import ByteLevel

from neural import prompt
from neural.errors import UserError
from neural.gguf.checkpoint import read_json

_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
REGEX = _SPLIT % ""  # Qwen2's
SPLITS = {REGEX: "qwen2", _SPLIT % "{1,3}": "llama-bpe"}
WHOLE_WORDS_FIRST = ("llama-bpe",)  # of these llama.cpp assumes `ignore_merges`
SPACE = "\u2581"  # SentencePiece's mark of a space
SPACED = {
    "type": "Sequence",
    "normalizers": [
        {"type": "Prepend", "prepend": SPACE},
        {"type": "Replace", "pattern": {"String": " "}, "content": SPACE},
    ],
}
BYTE = re.compile(r"<0x[0-9A-F]{2}>")
ADDED_SCORE, UNUSED_SCORE = -1000.0, -10000.0  # as llama.cpp's converter writes them


@dataclass(frozen=True)
class Vocabulary:
    """Tokens by id with their GGUF types. Byte-level: `pre`, and merges in order of rank;
    SentencePiece: `pre` is "default", and a score for each token, the highest merged first.

    `bos`: the id that is put before each text, None for none.
    """

    tokens: list[str]
    types: list[int]
    chat_template: str
    pre: str
    bos: int | None
    merges: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def write(self, writer: GGUFWriter) -> None:
        """Adds all `tokenizer.*` keys."""
        writer.add_tokenizer_model("llama" if self.scores else "gpt2")
        writer.add_tokenizer_pre(self.pre)
        writer.add_token_list(self.tokens)
        if self.scores:
            writer.add_token_scores(self.scores)
            writer.add_add_space_prefix(True)
        writer.add_token_types(self.types)
        if self.merges:
            writer.add_token_merges(self.merges)
        stop, pad = self.tokens.index(prompt.END), self.tokens.index(prompt.PAD)
        # Never added where there is none, but absent means id 11, or 1, to llama.cpp.
        writer.add_bos_token_id(pad if self.bos is None else self.bos)
        writer.add_eos_token_id(stop)
        writer.add_eot_token_id(stop)
        writer.add_pad_token_id(pad)
        writer.add_add_bos_token(self.bos is not None)
        writer.add_add_eos_token(False)
        writer.add_chat_template(self.chat_template)


def read(folder: Path, size: int) -> Vocabulary:
    """The vocabulary of a model folder, padded to `size` rows of the embedding matrix.

    UserError where llama.cpp would tokenize in another way than the folder's tokenizer.
    """
    path = folder / "tokenizer.json"
    tokenizer = read_json(folder, "tokenizer.json")
    model = tokenizer.get("model") or {}
    if model.get("type") != "BPE" or "vocab" not in model or "merges" not in model:
        raise UserError(f"{path}: model type {model.get('type')!r}; expected a BPE vocabulary.")
    for key in ("dropout", "continuing_subword_prefix", "end_of_word_suffix"):
        if model.get(key):
            raise UserError(f"{path}: model.{key} is set; llama.cpp does not have it.")
    bos = _begin(path, tokenizer.get("post_processor") or {})
    tokens, types = _tokens(path, tokenizer, size)
    template = _chat_template(folder)
    if model.get("byte_fallback"):
        _check_spaces(path, tokenizer)
        scores = _scores(model, types, tokens)
        return Vocabulary(tokens, types, template, "default", bos, scores=scores)
    pre = _pre(path, tokenizer)
    merges = [" ".join(_pair(merge)) for merge in model["merges"]]
    return Vocabulary(tokens, types, template, pre, bos, merges=merges)


def _pre(path: Path, tokenizer: dict) -> str:
    """llama.cpp's name of a byte-level tokenizer, all of whose parts must be as that name says."""
    normalizer = (tokenizer.get("normalizer") or {}).get("type")
    if normalizer not in (None, "NFC"):
        raise UserError(f"{path}: normalizer {normalizer!r}; expected NFC or none.")
    missing = set(ByteLevel.alphabet()) - set(tokenizer["model"]["vocab"])
    if missing:
        raise UserError(
            f"{path}: {len(missing)} of the 256 byte tokens are missing, so some text has no "
            "tokens. Train with initial_alphabet=ByteLevel.alphabet()."
        )
    pre = tokenizer.get("pre_tokenizer") or {}
    parts = pre.get("pretokenizers", [pre])
    regex = [part["pattern"].get("Regex") for part in parts if part.get("type") == "Split"]
    levels = [part for part in parts if part.get("type") == "ByteLevel"]
    plain = len(levels) == 1 and not (levels[0]["use_regex"] or levels[0]["add_prefix_space"])
    if len(regex) != 1 or regex[0] not in SPLITS or not plain or len(parts) != 2:
        raise UserError(
            f"{path}: the pre-tokenizer is neither Qwen2's nor Llama 3's (found regex {regex}). "
            f"llama.cpp would split text in another way; expected {REGEX!r}, then ByteLevel."
        )
    name = SPLITS[regex[0]]
    if bool(tokenizer["model"].get("ignore_merges")) != (name in WHOLE_WORDS_FIRST):
        raise UserError(
            f"{path}: model.ignore_merges is {tokenizer['model'].get('ignore_merges')!r}; "
            f"llama.cpp's {name!r} has the opposite."
        )
    return name


def _check_spaces(path: Path, tokenizer: dict) -> None:
    """SentencePiece's way with spaces: one before the text and after each special token."""
    if tokenizer.get("normalizer") != SPACED or tokenizer.get("pre_tokenizer"):
        raise UserError(
            f"{path}: a SentencePiece vocabulary whose normalizer is not Prepend and Replace of "
            f"{SPACE!r}, or that has a pre-tokenizer; llama.cpp would put spaces elsewhere. Take "
            "the tokenizer.json with `legacy` true."
        )
    if tokenizer["model"].get("ignore_merges"):
        raise UserError(f"{path}: model.ignore_merges is set; SentencePiece does not have it.")


def _begin(path: Path, post: dict) -> int | None:
    """The id that the post-processor puts before a text. UserError for any other that it adds."""
    if post.get("type") == "Sequence":
        steps = [step for step in post["processors"] if step.get("type") != "ByteLevel"]
        post = steps[0] if len(steps) == 1 else {"type": "Sequence"} if steps else {}
    if post.get("type") in (None, "ByteLevel"):
        return None
    single = post.get("single") or []
    if post["type"] == "TemplateProcessing":
        if [list(part) for part in single] == [["Sequence"]]:
            return None
        if [list(part) for part in single] == [["SpecialToken"], ["Sequence"]]:
            ids = post["special_tokens"][single[0]["SpecialToken"]["id"]]["ids"]
            if len(ids) == 1:
                return ids[0]
    raise UserError(
        f"{path}: post-processor {post['type']!r} adds tokens that the GGUF would not; expected "
        "none, ByteLevel, or a template of one token and the text."
    )


def _tokens(path: Path, tokenizer: dict, size: int) -> tuple[list[str], list[int]]:
    model = tokenizer["model"]
    fallback = model.get("byte_fallback")
    by_id = {}
    for text, id in model["vocab"].items():
        kind = TokenType.BYTE if fallback and BYTE.fullmatch(text) else TokenType.NORMAL
        by_id[id] = (text, TokenType.UNKNOWN if text == model.get("unk_token") else kind)
    for added in tokenizer.get("added_tokens", []):
        # Phi-3's own chat tokens strip spaces, which llama.cpp does for files that it knows by
        # their name; ours has another, and its prompts hold none of those tokens.
        own = fallback and added["content"] not in prompt.TOKENS
        if added.get("lstrip") or added.get("single_word") or (added.get("rstrip") and not own):
            raise UserError(
                f"{path}: added token {added['content']!r} strips spaces or wants whole words; "
                "llama.cpp does neither."
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


def _scores(model: dict, types: list[int], tokens: list[str]) -> list[float]:
    """SentencePiece merges what scores highest; tokenizer.json has the ranks of merges instead."""
    rank: dict[str, int] = {}
    for merge in model["merges"]:
        rank.setdefault("".join(_pair(merge)), len(rank))
    fixed = {
        TokenType.CONTROL: ADDED_SCORE,
        TokenType.USER_DEFINED: ADDED_SCORE,
        TokenType.UNUSED: UNUSED_SCORE,
        TokenType.BYTE: 0.0,
        TokenType.UNKNOWN: 0.0,
    }
    return [
        fixed.get(kind, -float(rank.get(token, len(rank))))
        for token, kind in zip(tokens, types, strict=True)
    ]


def _pair(merge: str | list[str]) -> list[str]:
    """The two halves of a merge, which older files write as one text."""
    return merge.split(" ") if isinstance(merge, str) else merge


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
