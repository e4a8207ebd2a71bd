"""Does the GGUF do what the trained model does? Names every difference.

Weights are compared twice: bit by bit with what the folder's weights round to, and by the logits
of an F32 file that the same writer makes, where no rounding hides a mistake.
"""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from gguf import TokenType
from jinja2.sandbox import ImmutableSandboxedEnvironment

from neural import prompt
from neural.errors import UserError
from neural.evaluation.ask import ask
from neural.gguf import architectures, checkpoint, hostile, reader, vocabulary, writer
from neural.gguf.llama import Context, Model, open_model

LOGIT_LIMIT = 1e-3
TIE = 2 * LOGIT_LIMIT  # two tokens nearer than this are equally good to torch
CHECKS = 7  # steps of progress
NAMED = 20  # differences written out; all are counted


def compare(
    folder: str | Path,
    gguf: str | Path,
    rows: Sequence[dict],
    strings: int = 2000,
    seed: int = 0,
    threads: int = 1,
    progress: Callable[..., None] = lambda n=1, note="": None,
    max_tokens: int = 64,
) -> dict:
    """Compares the merged model with its GGUF (F32, F16 or BF16); the report as plain JSON.

    `rows`: held-out rows whose prompts are asked. Report: `ok`, and for each check `ok`,
    `compared`, `different` (a count), `examples`; the logits check also `largest`. Strings with
    a token of `control_by_look` are left out: see `Model.overridden`.
    """
    folder, gguf = Path(folder), Path(gguf)
    if not rows:
        raise UserError(f"{gguf}: no rows to compare on; give held-out rows.")
    checks = {}

    def add(name: str, compared: int, differences: list, **more) -> None:
        checks[name] = {
            "ok": not differences,
            "compared": compared,
            "different": len(differences),
            "examples": differences[:NAMED],
            **more,
        }
        progress(1, name)

    with open_model(gguf) as model:
        # No file can mend these: llama.cpp parses them in any text, whatever their type says.
        overridden = model.overridden()
        texts = [t for t in hostile.strings(strings, seed) if not any(o in t for o in overridden)]
        texts += [prompt.render(prompt.messages(row)) for row in rows]
        add("token ids", len(texts), tokenization(folder, model, texts))
        add("text of tokens", len(texts), round_trip(model, texts))
        chats = [prompt.messages(row) for row in rows] + _hostile_chats(texts[::7])
        add("chat template", 2 * len(chats), rendering(model, chats))
        vocab = vocabulary.read(folder, model.n_vocab)
        add("stop tokens", 6, stopping(model, vocab.bos))
    add("tensors", len(reader.read(gguf).tensors), weights(folder, gguf))
    prompts = [prompt.prompt_and_answer(row)[0] for row in rows]
    answers, largest, different, positions = _in_full(folder, prompts, max_tokens, threads)
    over = [d for d in different if "logits" in d]
    add("logits in F32", positions, over, largest=largest, limit=LOGIT_LIMIT)
    add("greedy text in F32", len(rows), [d for d in different if "token" in d])
    same = [a.tokens for a in ask(gguf, prompts, max_tokens, threads).answers]
    agree = sum(a == b for a, b in zip(same, answers, strict=True))
    return {
        "ok": all(check["ok"] for check in checks.values()),
        "checks": checks,
        "control_by_look": overridden,
        "rounding": {"compared": len(rows), "same_text_as_f32": agree},
    }


def _in_full(folder: Path, prompts: Sequence[str], max_tokens: int, threads: int) -> tuple:
    """The answers of an F32 file, and what `logits` found in them."""
    with tempfile.TemporaryDirectory(prefix="parity-") as scratch:
        full = writer.write(folder, Path(scratch) / "f32.gguf", "f32")
        # An F16 cache moves logits enough to choose another token now and then.
        asked = ask(full, prompts, max_tokens, threads, exact=True)
        answers = [answer.tokens for answer in asked.answers]
        return answers, *logits(folder, full, prompts, answers, threads)


def tokenization(folder: Path, model: Model, texts: Sequence[str]) -> list[dict]:
    """Strings for which llama.cpp, tokenizer.json and transformers do not give the same ids."""
    from tokenizers import Tokenizer
    from transformers import AutoTokenizer

    raw = Tokenizer.from_file(str(folder / "tokenizer.json"))
    auto = AutoTokenizer.from_pretrained(folder, trust_remote_code=False)
    found = []
    for text in texts:
        ids = {
            "gguf": model.tokenize(text),
            "tokenizer.json": raw.encode(text).ids,
            "transformers": list(auto(text).input_ids),
        }
        if ids["gguf"] != ids["tokenizer.json"] or ids["gguf"] != ids["transformers"]:
            found.append({"text": text, **ids})
    return found


def round_trip(model: Model, texts: Sequence[str]) -> list[dict]:
    """Strings that do not survive tokens and back; those with control tokens are left out."""
    found = []
    types = model.keys["tokenizer.ggml.token_type"]
    tokens = zip(model.keys["tokenizer.ggml.tokens"], types, strict=True)
    control = [token for token, kind in tokens if kind == TokenType.CONTROL]
    spaced = model.keys["tokenizer.ggml.model"] == "llama"
    for text in texts:
        back = model.text(model.tokenize(text))
        if spaced:  # SentencePiece puts a space before each text
            back = back.removeprefix(" ")
        if back != text and not any(token in text for token in control):
            found.append({"text": text, "gguf": back})
    return found


def rendering(model: Model, chats: Sequence[list[dict]]) -> list[dict]:
    """Chats that the template inside the GGUF renders in another way than training did."""
    shipped = model.keys.get("tokenizer.chat_template", "")
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(shipped)
    found = []
    for chat in chats:
        for ask_for_more in (False, True):
            text = template.render(messages=chat, add_generation_prompt=ask_for_more)
            if text != prompt.render(chat, ask_for_more):
                found.append({"chat": chat, "gguf": text})
    return found


def stopping(model: Model, bos: int | None = None) -> list[dict]:
    """Special tokens that do not do in the GGUF what they did in training; `bos` is the id that
    training put before each text."""
    keys = model.keys
    pad, start, end = (model.tokenize(token, begins=False) for token in prompt.TOKENS)
    wrong = {
        "control tokens are one token each": [len(pad), len(start), len(end)] != [1, 1, 1],
        "<|im_end|> ends a generation": not model.stops(end[0]),
        "<|im_start|> does not": model.stops(start[0]),
        "eos is <|im_end|>": keys.get("tokenizer.ggml.eos_token_id") != end[0],
        "pad is <|endoftext|>": keys.get("tokenizer.ggml.padding_token_id") != pad[0],
        f"bos added: {bos}": keys.get("tokenizer.ggml.add_bos_token") is not (bos is not None)
        or bos not in (None, keys.get("tokenizer.ggml.bos_token_id")),
    }
    return [{"expected": what} for what, failed in wrong.items() if failed]


def weights(folder: Path, gguf: Path) -> list[dict]:
    """Tensors of a GGUF that are not bit for bit what the folder's weights round to."""
    config = checkpoint.config(folder)
    arch = architectures.of(folder, config)
    header = reader.read(gguf)
    types = {t.type.name.lower() for t in header.tensors.values() if len(t.shape) > 1}
    if len(types) != 1 or not types <= set(writer.TYPES):
        raise UserError(
            f"{gguf}: its matrices are {', '.join(sorted(types))}; parity compares an F32, F16 or "
            "BF16 file. Give the file that was quantized."
        )
    plan = {e.name: e for e in writer.entries(folder, config, arch, types.pop())}
    found = [
        {"tensor": name, "expected": "to be there"} for name in plan if name not in header.tensors
    ]
    with open(gguf, "rb") as file:
        for name, tensor in header.tensors.items():
            if name not in plan or plan[name].source.shape != tensor.shape:
                found.append({"tensor": name, "expected": "as in the folder"})
                continue
            file.seek(tensor.offset)
            if not all(file.read(b.nbytes) == b.tobytes() for b in plan[name].blocks()):
                found.append({"tensor": name, "expected": "the folder's weights, rounded"})
    return found


def logits(
    folder: Path,
    gguf: Path,
    prompts: Sequence[str],
    answers: Sequence[Sequence[int]],
    threads: int,
) -> tuple[float, list[dict], int]:
    """Runs prompt + answer through torch and llama.cpp, both in F32.

    Returns the largest |difference| of logits, the differences (logits beyond LOGIT_LIMIT, or an
    answer's token that is not torch's choice), and the number of positions compared.
    """
    import torch
    from transformers import AutoModelForCausalLM
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    torch.set_num_threads(threads)
    reference = AutoModelForCausalLM.from_pretrained(
        folder, dtype=torch.float32, trust_remote_code=False
    ).eval()
    largest, positions, found = 0.0, 0, []
    with open_model(gguf) as model, torch.inference_mode():
        given = [model.tokenize(text) for text in prompts]
        texts = [[*ids, *answer] for ids, answer in zip(given, answers, strict=True)]
        with Context(model, 1, max(map(len, texts)), threads, exact=True) as context:
            for text, ids, answer in zip(prompts, texts, answers, strict=True):
                expected = reference(input_ids=torch.tensor([ids])).logits[0].numpy()
                delta = float(np.abs(context.all_logits(ids) - expected).max())
                largest, positions = max(largest, delta), positions + len(ids)
                if not delta <= LOGIT_LIMIT:  # also true for NaN
                    found.append({"prompt": text, "logits": delta})
                for at, token in enumerate(answer, len(ids) - len(answer)):
                    if not expected[at - 1].max() - expected[at - 1][token] <= TIE:
                        found.append({"prompt": text, "token": at, "gguf": token})
                        break
    return largest, found, positions


def _hostile_chats(texts: Sequence[str]) -> list[list[dict]]:
    return [
        [{"role": "system", "content": a}, {"role": "user", "content": b}]
        for a, b in zip(texts, texts[::-1], strict=True)
    ]
