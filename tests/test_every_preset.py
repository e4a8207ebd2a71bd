"""Each hub preset from its download to an answer, on a tiny model of its kind: architecture, sort
of tokenizer, chat format and settings of the tokenizer are those of the real one."""

import json
import sys
from pathlib import Path

import pytest
import tiny_qwen2
from gguf import TokenType
from test_gguf_architectures import LLAMA3_ROPE, llama3_words, small_sentence_piece
from tokenizers import Tokenizer

from neural import presets, prompt
from neural.base import chatml, fetch
from neural.evaluation.ask import ask
from neural.gguf import parity, reader
from neural.gguf.llama import open_model
from neural.records import jsonl
from scripts import export_to_gguf, merge_adapter, preflight, train

ROWS = [tiny_qwen2.row(word) for word in tiny_qwen2.WORDS[:3]]
# A random model whose logits are far enough apart for an adapter to say something with.
SIZE = {"hidden_size": 64, "intermediate_size": 128, "initializer_range": 0.2}
SPECIAL = {
    "llama3_1b": ("<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"),
    "phi3_mini": ("<|endoftext|>", "<|assistant|>", "<|system|>", "<|end|>", "<|user|>"),
}


GROWS = ("tinyllama_1b", "llama3_1b")  # no spare rows in the embedding for tokens that it lacks


def turns(before: str, after: str) -> str:
    """A chat template that puts each turn between these."""
    turn = f"{{{{ '{before}' + m['content'] + '{after}' }}}}".replace("ROLE", "' + m['role'] + '")
    return f"{{% for m in messages %}}{turn}{{% endfor %}}"


def llama(words, **more) -> dict:
    """tokenizer_config.json as of SentencePiece models."""
    told = {"tokenizer_class": "LlamaTokenizer", "legacy": False, "add_eos_token": False}
    return told | {"bos_token": "<s>", "unk_token": "<unk>"} | more


def hub(preset: str, folder: Path) -> Path:
    """What the preset's repository holds, but for the size and the weights' values."""
    special = SPECIAL.get(preset, ())
    more = {"tied": presets.get(preset).shape["tie_word_embeddings"], **SIZE}
    if preset.startswith("qwen"):
        words, arch = tiny_qwen2.tokenizer(), "Qwen2"
        told = {"tokenizer_class": "Qwen2Tokenizer", "add_bos_token": False, "bos_token": None}
        told |= {"eos_token": prompt.END, "pad_token": prompt.PAD, "unk_token": None}
        told["chat_template"] = turns("<|im_start|>ROLE\\n", "<|im_end|>\\n")
    elif preset == "llama3_1b":
        words, arch = llama3_words(special), "Llama"
        more["rope_parameters"] = LLAMA3_ROPE
        told = {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<|begin_of_text|>"}
        told["eos_token"] = "<|eot_id|>"
        header = "<|start_header_id|>ROLE<|end_header_id|>\\n\\n"
        told["chat_template"] = turns(header, "<|eot_id|>")
    elif preset == "phi3_mini":
        words, arch = small_sentence_piece(special), "Phi3"
        more |= {"num_key_value_heads": 4, "sliding_window": 2047}
        told = llama(words, eos_token="<|endoftext|>", pad_token="<|endoftext|>")
        told |= {"add_bos_token": False, "chat_template": turns("<|ROLE|>\\n", "<|end|>\\n")}
        words.post_processor = None
    else:
        words, arch = small_sentence_piece(special), "Llama"
        told = llama(words, eos_token="</s>", pad_token="</s>", add_bos_token=True)
        told["chat_template"] = turns("<|ROLE|>\\n", "</s>\\n")
    if preset in GROWS:
        more["vocab_size"] = words.get_vocab_size()
    ids = {"eos_token_id": words.token_to_id(told["eos_token"])}
    ids["pad_token_id"] = words.token_to_id(told.get("pad_token", told["eos_token"]))
    tiny_qwen2.build(folder, arch=arch, words=words, **more | ids)
    (folder / "tokenizer_config.json").write_text(json.dumps(told))
    return folder


@pytest.fixture
def run(monkeypatch):
    """Calls a script's main as the command line does, in this process."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")

    def called(script, *arguments):
        monkeypatch.setattr(sys, "argv", [script.__file__, *map(str, arguments)])
        script.main()

    return called


@pytest.mark.slow
@pytest.mark.parametrize("preset", [name for name, one in presets.PRESETS.items() if one.hub])
def test_from_download_to_answer(preset, tmp_path, run):
    source, base = hub(preset, tmp_path / "hub"), tmp_path / "base"
    added = fetch.write(source, base)
    assert (prompt.START in added) == (not preset.startswith("qwen"))
    jsonl.write(tmp_path / "train.jsonl", ROWS)
    given = ["--preset", preset, "--base", base, "--dataset", tmp_path / "train.jsonl"]
    given += ["--threads", 1, "--max_length", 512, "--batch_size", 3, "--learning_rate", 1e-2]
    run(preflight, *given, "--report", tmp_path / "page.html")
    steps = ["--gradient_accumulation", 1, "--epochs", 40]
    adapter, merged, full = (tmp_path / name for name in ("adapter", "merged", "x.gguf"))
    run(train, *given, *steps, "--output_dir", adapter, "--state-dir", tmp_path / "state")
    run(merge_adapter, "--base", base, "--adapter", adapter, "--output-dir", merged)
    name = ["--name", "x"]
    run(export_to_gguf, "--model_dir", merged, "--output", full, *name)
    once = ["--merge_adapters", "--base", base, "--output", tmp_path / "once.gguf"]
    run(export_to_gguf, "--model_dir", adapter, *once, *name)
    assert full.read_bytes() == (tmp_path / "once.gguf").read_bytes()
    report = parity.compare(merged, full, ROWS, strings=100)
    assert report["ok"], json.dumps(report["checks"], ensure_ascii=False)[:3000]

    small = tmp_path / "q8_0.gguf"
    run(export_to_gguf, "--model_dir", merged, "--output", small, "--quant_type", "q8_0")
    keys = reader.read(small).keys
    tokens, types = keys["tokenizer.ggml.tokens"], keys["tokenizer.ggml.token_type"]
    assert (len(tokens) % chatml.ROUND == 0) == (preset in GROWS)
    assert all(types[tokens.index(token)] == TokenType.CONTROL for token in prompt.TOKENS)
    assert keys["tokenizer.ggml.eos_token_id"] == tokens.index(prompt.END)
    assert keys["tokenizer.chat_template"] == prompt.CHAT_TEMPLATE
    assert keys["tokenizer.ggml.add_bos_token"] == (preset in ("tinyllama_1b", "llama3_1b"))
    with open_model(small) as model:
        composed, words = "e\u0301 A\u030a", Tokenizer.from_file(str(merged / "tokenizer.json"))
        assert model.tokenize(composed) == words.encode(composed).ids  # with NFC or without
    asked = [prompt.prompt_and_answer(row)[0] for row in ROWS]
    answers = ask(small, asked, max_tokens=40).answers
    assert [(one.text, one.stopped) for one in answers] == [(row["output"], True) for row in ROWS]
