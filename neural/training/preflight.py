"""What makes a fine-tuning fail silently, as far as tokens show it; `trial` asks the model.

Each check returns what it found, in a few words, or raises UserError with the row and the remedy.
"""

import json
from pathlib import Path

from rich.text import Text
from tokenizers import Tokenizer

from neural import prompt
from neural.errors import UserError
from neural.files import require
from neural.training.rows import IGNORED, Encoded

SAMPLES = 200  # rows compared between the two tokenizers
LOST = 0.1  # share of rows that may be left out as too long


def load_tokenizer(base: Path):
    """AutoTokenizer of a base folder that speaks our ChatML; UserError where it does not."""
    from transformers import AutoTokenizer

    remedy = (
        "A base needs config.json, model.safetensors, tokenizer.json and tokenizer_config.json: "
        "scripts/fetch_base.py writes them from the hub or from a local folder."
    )
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        require(base / name, f"the base's {name}", remedy)
    try:
        tokenizer = AutoTokenizer.from_pretrained(
            base, trust_remote_code=False, local_files_only=True
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(f"{base}: its tokenizer cannot be read ({error}). {remedy}") from None
    speaks_chatml(tokenizer, base)
    return tokenizer


def speaks_chatml(tokenizer, base: Path) -> None:
    """UserError unless turns begin and end with one token each, the stop token is the end of
    turn, padding is another token, and the chat template is the project's own."""
    for token in (prompt.START, prompt.END):
        ids = tokenizer(token, add_special_tokens=False)["input_ids"]
        if len(ids) != 1:
            raise UserError(
                f"{base}: {token} is {len(ids)} tokens for this base, so it does not speak ChatML, "
                "which the host requires. Choose a base that does, such as preset qwen_0_5b or "
                "qwen_1_5b."
            )
    if tokenizer.eos_token != prompt.END:
        raise UserError(
            f"{base}/tokenizer_config.json: eos_token is {tokenizer.eos_token!r}, expected "
            f"{prompt.END!r}: the model would not stop after its answer. Run scripts/fetch_base.py "
            "on this folder."
        )
    if tokenizer.pad_token is None or tokenizer.pad_token_id == tokenizer.eos_token_id:
        raise UserError(
            f"{base}/tokenizer_config.json: pad_token is {tokenizer.pad_token!r}; expected one "
            f"that differs from the stop token {prompt.END!r}, or the model never learns to stop. "
            f"Set it to {prompt.PAD!r}."
        )
    if tokenizer.chat_template != prompt.CHAT_TEMPLATE:
        raise UserError(
            f"{base}/tokenizer_config.json: chat_template is not the project's "
            "(neural/prompt.py), so training and host would show the model different prompts. "
            "Run scripts/fetch_base.py on this folder."
        )


def check(tokenizer, base: Path, rows: list[dict], encoded: Encoded) -> dict[str, str]:
    """What was found, by check: of the tokenizer, the labels and the rows' lengths.

    UserError with the row's name at the first fault. `rows` are those that `encoded` was made of.
    """
    return {
        "chat": f"{prompt.START} and {prompt.END} are one token each, {prompt.END} stops, "
        f"{tokenizer.pad_token} pads",
        "tokenizer": _same_ids(tokenizer, base, rows),
        "ids": _in_range(tokenizer, base, encoded),
        "labels": _labels(tokenizer, encoded),
        "lengths": _lengths(encoded),
    }


def _same_ids(tokenizer, base: Path, rows: list[dict]) -> str:
    raw = Tokenizer.from_file(str(base / "tokenizer.json"))
    chosen = rows[:: max(1, len(rows) // SAMPLES)]
    for row in chosen:
        text = "".join(prompt.prompt_and_answer(row))
        ours, file = tokenizer(text)["input_ids"], raw.encode(text).ids
        if ours != file:
            at = next((i for i, (a, b) in enumerate(zip(ours, file, strict=False)) if a != b), -1)
            raise UserError(
                f"{base}: AutoTokenizer and tokenizer.json give different ids from token {at} of "
                f"{text[:60]!r}…: the GGUF would tokenize otherwise than training did. "
                "Mend tokenizer_config.json (tokenizer_class) or retrain the tokenizer."
            )
    return f"AutoTokenizer and tokenizer.json agree on {len(chosen)} rows"


def _in_range(tokenizer, base: Path, encoded: Encoded) -> str:
    """Ids beyond the embedding crash a GPU late and oddly; a second BOS is never seen again."""
    size = json.loads((base / "config.json").read_text(encoding="utf-8")).get("vocab_size", 0)
    largest = 0
    for name, example in zip(encoded.names, encoded.examples, strict=True):
        ids = example["input_ids"]
        largest = max(largest, *ids)
        if largest >= size:
            raise UserError(
                f"{name}: token id {largest} ({tokenizer.decode([largest])!r}), but the base's "
                f"config.json has vocab_size {size}: tokenizer and weights are of different "
                "models. Run scripts/fetch_base.py on the original again."
            )
        if tokenizer.bos_token_id is not None and ids[:2] == [tokenizer.bos_token_id] * 2:
            raise UserError(
                f"{name}: begins with {tokenizer.bos_token} twice: the row has it and the "
                "tokenizer adds it. Remove it from the row."
            )
    return f"at most {largest}, of {size}"


def _labels(tokenizer, encoded: Encoded) -> str:
    stop = tokenizer.convert_tokens_to_ids(prompt.END)
    for name, example in zip(encoded.names, encoded.examples, strict=True):
        learned = [label for label in example["labels"] if label != IGNORED]
        if not learned:
            raise UserError(
                f"{name}: nothing to learn, all labels are masked. Shorten or delete the row."
                f"{_end(tokenizer, example)}"
            )
        if learned[-1] != stop or example["labels"][-1] != stop:
            raise UserError(
                f"{name}: the last learned token is not the stop token {prompt.END}, so the model "
                f"would not stop. Delete the row, or mend its end.{_end(tokenizer, example)}"
            )
        if len(learned) == 1:
            end = _end(tokenizer, example)
            raise UserError(f"{name}: the answer is empty. Delete the row.{end}")
    tokens = sum(len(one["input_ids"]) for one in encoded.examples)
    return (
        f"{encoded.answer_tokens} of {tokens} tokens are learned, in each of "
        f"{len(encoded.examples)} rows the stop token last"
    )


def _end(tokenizer, example: dict[str, list[int]]) -> str:
    return f" It ends with\n{preview(tokenizer, example).plain[-200:]}"


def _lengths(encoded: Encoded) -> str:
    left_out, count = len(encoded.too_long), len(encoded.too_long) + len(encoded.examples)
    if left_out > LOST * count:
        raise UserError(
            f"{left_out} of {count} rows are longer than max_length, first {encoded.too_long[0]}. "
            f"Training without more than {LOST:.0%} of the rows is refused: raise max_length, or "
            "shorten the rows."
        )
    return f"the longest row has {encoded.longest} tokens, {left_out} of {count} are left out"


def preview(tokenizer, example: dict[str, list[int]]) -> Text:
    """The row as the model sees it, what is learned in green."""
    text = Text()
    for token, label in zip(example["input_ids"], example["labels"], strict=True):
        text.append(tokenizer.decode([token]), "dim" if label == IGNORED else "green")
    return text
