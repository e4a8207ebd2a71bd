"""Rows as token ids and labels: only the answer and its stop token are learned."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from neural.errors import UserError
from neural.prompt import prompt_and_answer

IGNORED = -100  # the label that torch's cross-entropy leaves out


@dataclass
class Encoded:
    """Examples {input_ids, labels} in the rows' order, and the rows left out as too long."""

    examples: list[dict[str, list[int]]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # of the examples' rows
    too_long: list[str] = field(default_factory=list)

    @property
    def answer_tokens(self) -> int:
        """How many tokens are learned."""
        return sum(label != IGNORED for one in self.examples for label in one["labels"])

    @property
    def longest(self) -> int:
        """Tokens of the longest example."""
        return max(len(one["input_ids"]) for one in self.examples)


def encode(rows: Iterable[dict], tokenizer, max_length: int, source: str) -> Encoded:
    """Tokenizes rows; `source` is their file, for messages.

    UserError where a row lacks a question or an answer, or where no row is short enough.
    """
    names, texts = [], []
    for number, row in enumerate(rows, 1):
        name = f"{source}: row {number}" + (f" (id {row['id']})" if "id" in row else "")
        try:
            prompt, answer = prompt_and_answer(row)
        except (KeyError, TypeError, IndexError) as error:
            raise UserError(
                f"{name}: no question with an answer ({type(error).__name__}: {error}); expected "
                "`instruction` and `output`, or `messages` that end with the assistant's. "
                "Run scripts/validate_dataset.py on it."
            ) from None
        names.append(name)
        texts.append((prompt, answer))
    if not texts:
        raise UserError(f"{source}: no rows. Build the dataset first.")
    encoded = Encoded()
    for name, ids, start in zip(names, *_tokens(texts, tokenizer), strict=True):
        if len(ids) > max_length:
            encoded.too_long.append(f"{name}: {len(ids)} tokens")
            continue
        encoded.names.append(name)
        labels = [IGNORED] * start + ids[start:]
        encoded.examples.append({"input_ids": ids, "labels": labels})
    if not encoded.examples:
        raise UserError(
            f"{source}: all {len(names)} rows are longer than max_length {max_length} tokens "
            f"({encoded.too_long[0]}). Raise max_length, or shorten the rows."
        )
    return encoded


def _tokens(texts: list[tuple[str, str]], tokenizer) -> tuple[list[list[int]], list[int]]:
    """Ids of each prompt + answer, and where the answer begins.

    The model is asked with the prompt's own ids, so the ids of the whole text count only where
    they continue those: an answer that begins with a newline could else merge with the prompt.
    """
    prompts = tokenizer([prompt for prompt, _ in texts])["input_ids"]
    wholes = tokenizer([prompt + answer for prompt, answer in texts])["input_ids"]
    starts = [len(ids) for ids in prompts]
    for i, (prompt, whole) in enumerate(zip(prompts, wholes, strict=True)):
        if whole[: len(prompt)] != prompt:
            answer = tokenizer(texts[i][1], add_special_tokens=False)["input_ids"]
            wholes[i] = prompt + answer
    return wholes, starts
