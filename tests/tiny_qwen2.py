"""A tiny Qwen2 with its own tokenizer, made on the spot: what the GGUF tests are about."""

import json
import random
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

from neural import prompt
from neural.gguf.vocabulary import REGEX

WORDS = [
    "apple",
    "river",
    "stone",
    "cloud",
    "tiger",
    "piano",
    "seven",
    "Maria",
    "Köln",
    "café",
    "naïve",
    "größer",
]
TEXT = [
    "Say the word apple twice, then stop. Never say more than the word.",
    "MATCH (p:Person {name: 'Ada'})-[:KNOWS]->(q) WHERE q.age > 42 RETURN q.name, count(*)",
    "Größe, naïve café; 東京 10 000 €, привет мир 👩‍👩‍👧 — “quoted” it's we'll I'd",
    *WORDS,
]
OTHER_TOKENS = ("<eos>", "<turn>")
OTHER_TEMPLATE = (
    "{% for m in messages %}{{ '<turn>' + m['role'] + ' ' + m['content'] + '<eos>' }}{% endfor %}"
)


def row(words: str) -> dict:
    """A row whose answer repeats its words."""
    return {
        "system": "You repeat.",
        "instruction": f"Say {words} twice.",
        "output": f"{words} " * 2,
    }


def rows(count: int, seed: int) -> list[dict]:
    """Rows of one to three words each."""
    draw = random.Random(seed)
    return [row(" ".join(draw.choices(WORDS, k=draw.randint(1, 3)))) for _ in range(count)]


def tokenizer(special: tuple[str, ...] = prompt.TOKENS) -> Tokenizer:
    """Byte-level BPE with Qwen2's normalizer and regex, special tokens first."""
    made = Tokenizer(models.BPE())
    made.normalizer = normalizers.NFC()
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(REGEX), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        max_token_length=16,
        special_tokens=list(special),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    made.train_from_iterator(TEXT, trainer)
    return made


def build(
    folder: Path,
    steps: int = 0,
    tied: bool = True,
    arch: str = "Qwen2",
    dtype: str = "bfloat16",
    intermediate: int = 256,
    chatml: bool = True,
    words: Tokenizer | None = None,
    **more: object,
) -> Path:
    """Saves a 2-layer model to `folder` as merge_adapter.py would; trained for `steps` on rows.

    Without `chatml` as the hub has them: another chat format, whose stop token is <eos>.
    `words`: another tokenizer; `more`: of the architecture's config.
    """
    import torch
    import transformers

    words = words or (tokenizer() if chatml else tokenizer(OTHER_TOKENS))
    torch.set_num_threads(1)  # two would wait for each other on a busy machine
    torch.manual_seed(0)
    shape = {
        "vocab_size": words.get_vocab_size() + 5,  # padded, as real checkpoints are
        "hidden_size": 256,
        "intermediate_size": intermediate,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 512,
        "tie_word_embeddings": tied,
        "eos_token_id": words.token_to_id(prompt.END if chatml else "<eos>"),
        "pad_token_id": words.token_to_id(prompt.PAD if chatml else "<eos>"),
        **({"head_dim": 64} if arch == "Qwen3" else {}),
    }
    config = getattr(transformers, f"{arch}Config")(**shape | more)
    model = getattr(transformers, f"{arch}ForCausalLM")(config)
    if steps:
        _train(model, words, steps)
    model.to(getattr(torch, dtype)).save_pretrained(folder)
    words.save(str(folder / "tokenizer.json"))
    described = {"tokenizer_class": "PreTrainedTokenizerFast"}
    if chatml:
        described |= {"eos_token": prompt.END, "pad_token": prompt.PAD}
        described["chat_template"] = prompt.CHAT_TEMPLATE
    else:
        described |= {"eos_token": "<eos>", "chat_template": OTHER_TEMPLATE}
    (folder / "tokenizer_config.json").write_text(json.dumps(described))
    return folder


def _train(model, words: Tokenizer, steps: int) -> None:
    import torch

    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for step in range(steps):
        ids, labels = [], []
        for one in rows(8, seed=step):
            given, answer = prompt.prompt_and_answer(one)
            given, answer = words.encode(given).ids, words.encode(answer).ids
            ids.append(torch.tensor(given + answer))
            labels.append(torch.tensor([-100] * len(given) + answer))
        pad = torch.nn.utils.rnn.pad_sequence
        loss = model(
            input_ids=pad(ids, batch_first=True),
            labels=pad(labels, batch_first=True, padding_value=-100),
        ).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
