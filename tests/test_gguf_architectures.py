"""Other architectures and vocabularies than Qwen2's, beside llama.cpp's own converter and files."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import gguf
import numpy as np
import pytest
import tiny_qwen2
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from neural import prompt
from neural.errors import UserError
from neural.gguf import hostile, parity, reader, vocabulary, writer
from neural.gguf.llama import open_model

UV = Path(os.environ.get("UV_CACHE_DIR", Path.home() / ".cache/uv"))
SOURCES = [  # the sdist of llama-cpp-python vendors llama.cpp; uv keeps what it unpacked
    *([Path(os.environ["LLAMA_CPP_SOURCE"])] if "LLAMA_CPP_SOURCE" in os.environ else []),
    *sorted(UV.glob("sdists-v*/pypi/llama-cpp-python/0.3.36/*/src/vendor/llama.cpp")),
]
vendored = pytest.mark.skipif(
    not SOURCES, reason="no source of llama.cpp at hand; set LLAMA_CPP_SOURCE to a checkout"
)
LLAMA3 = next(regex for regex, name in vocabulary.SPLITS.items() if name == "llama-bpe")
ROWS = tiny_qwen2.rows(4, seed=7)
LLAMA3_ROPE = {"rope_type": "llama3", "factor": 32.0, "low_freq_factor": 1.0}
LLAMA3_ROPE |= {"high_freq_factor": 4.0, "original_max_position_embeddings": 64, "rope_theta": 5e5}
LONG_ROPE = {"rope_type": "longrope", "rope_theta": 1e4, "original_max_position_embeddings": 512}
LONG_ROPE |= {"long_factor": [1.5 + i / 8 for i in range(32)], "short_factor": [1.1] * 32}


def byte_level(base: Tokenizer, regex: str, whole: bool, bos: str | None) -> Tokenizer:
    """The same merges with another split, as Llama 3's, with the token that begins its texts."""
    made = json.loads(base.to_str())
    made["model"]["ignore_merges"] = whole
    made["normalizer"] = None
    words = Tokenizer.from_str(json.dumps(made))
    split = pre_tokenizers.Split(Regex(regex), behavior="isolated")
    level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    words.pre_tokenizer = pre_tokenizers.Sequence([split, level])
    if bos:
        words.add_special_tokens([bos])
        template = processors.TemplateProcessing(f"{bos} $A", None, [(bos, words.token_to_id(bos))])
        words.post_processor = processors.Sequence([processors.ByteLevel(), template])
    return words


def sentence_piece(
    pieces: list[str], score: dict[str, float], special: tuple[str, ...] = prompt.TOKENS
) -> Tokenizer:
    """BPE with bytes for what has no piece, as transformers makes it of a SentencePiece model."""
    vocab = {piece: id for id, piece in enumerate(pieces)}
    merges = []
    for piece in pieces:
        halves = [(piece[:i], piece[i:]) for i in range(1, len(piece))]
        found = [pair for pair in halves if pair[0] in score and pair[1] in score]
        merges += (
            [(score[piece], *sorted(found, key=lambda p: (vocab[p[0]], vocab[p[1]])))]
            if piece in score
            else []
        )
    merges.sort(key=lambda made: -made[0])
    pairs = [pair for _, *made in merges for pair in made]
    words = Tokenizer(
        models.BPE(vocab, pairs, unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    )
    words.normalizer = normalizers.Sequence(
        [normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]
    )
    words.decoder = decoders.ByteFallback()
    words.add_special_tokens(["<unk>", "<s>", "</s>", *special])
    words.post_processor = processors.TemplateProcessing("<s> $A", None, [("<s>", 1)])
    return words


def small_sentence_piece(special: tuple[str, ...] = prompt.TOKENS) -> Tokenizer:
    """A few dozen pieces: letters, and what merges of the tiny tokenizer spell."""
    bytes_ = [f"<0x{n:02X}>" for n in range(256)]
    letters = sorted({c for text in tiny_qwen2.TEXT for c in text if c.isalpha()} | {"▁"})
    merged = ["▁a", "an", "th", "▁th", "▁the", "▁w", "or", "▁wor", "▁word", "▁▁", "er", "▁▁▁▁"]
    pieces = ["<unk>", "<s>", "</s>", *bytes_, *merged, *letters]
    score = {piece: -float(i) for i, piece in enumerate(pieces) if i > 258}
    return sentence_piece(pieces, score, special)


def llama3_words(special: tuple[str, ...] = prompt.TOKENS) -> Tokenizer:
    return byte_level(tiny_qwen2.tokenizer(special), LLAMA3, True, "<|begin_of_text|>")


LINEAR_ROPE = {"rope_type": "linear", "factor": 2.0, "rope_theta": 1e4}
LONG = {"max_position_embeddings": 2048, "original_max_position_embeddings": 512}
CASES = {
    "tinyllama": ("Llama", small_sentence_piece, {"tied": False}),
    "linear": ("Llama", small_sentence_piece, {"rope_parameters": LINEAR_ROPE}),
    "llama3": ("Llama", llama3_words, {"rope_parameters": LLAMA3_ROPE}),
    "phi": ("Phi3", small_sentence_piece, {"tied": False, "num_key_value_heads": 4}),
    "phi-long": ("Phi3", small_sentence_piece, {"rope_parameters": LONG_ROPE, **LONG}),
    "qwen3": ("Qwen3", tiny_qwen2.tokenizer, {}),
    "qwen2": ("Qwen2", tiny_qwen2.tokenizer, {}),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    root = tmp_path_factory.mktemp("architectures")
    made = {}
    for name, (arch, words, more) in CASES.items():
        made[name] = tiny_qwen2.build(root / name, arch=arch, words=words(), **more)
    return made


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in CASES if name not in ("qwen2", "qwen3")])
def test_export_does_what_the_model_does(folders, tmp_path, name):
    report = parity.compare(
        folders[name], writer.write(folders[name], tmp_path / "x.gguf"), ROWS, strings=400
    )
    assert report["ok"], json.dumps(report["checks"], ensure_ascii=False)[:3000]
    assert report["checks"]["logits in F32"]["largest"] < 1e-3


CONVERT = """
import json, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/gguf-py"]
from pathlib import Path
import torch
from conversion import ModelBase, ModelType, get_model_architecture, get_model_class
import gguf
for folder, output, kind in json.loads(sys.argv[2]):
    hparams = ModelBase.load_hparams(Path(folder), False)
    cls = get_model_class(get_model_architecture(hparams, ModelType.TEXT))
    cls.set_vocab = lambda self: None  # tokenizers are compared with its own files
    with torch.inference_mode():
        type = getattr(gguf.LlamaFileType, kind)
        cls(Path(folder), type, Path(output), hparams=hparams).write()
"""
OTHER_TYPES = {"linear": ("bf16", "MOSTLY_BF16"), "qwen3": ("f32", "ALL_F32")}


def type_of(name: str) -> tuple[str, str]:
    """Ours and the converter's name of the type that an architecture is compared in."""
    return OTHER_TYPES.get(name, ("f16", "MOSTLY_F16"))


@pytest.fixture(scope="module")
def official(folders, tmp_path_factory):
    """What llama.cpp's converter makes of each folder, all by one process."""
    root = tmp_path_factory.mktemp("official")
    jobs = [(str(folders[n]), str(root / f"{n}.gguf"), type_of(n)[1]) for n in CASES]
    done = subprocess.run(
        [sys.executable, "-c", CONVERT, SOURCES[-1], json.dumps(jobs)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": "", "OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return root


@vendored
@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_tensors_and_keys_are_those_of_the_official_converter(folders, official, tmp_path, name):
    theirs = reader.read(official / f"{name}.gguf")
    ours = reader.read(writer.write(folders[name], tmp_path / "ours.gguf", type_of(name)[0]))
    assert set(ours.tensors) == set(theirs.tensors)
    for one, two in ((ours.tensors[n], theirs.tensors[n]) for n in ours.tensors):
        assert (one.shape, one.type) == (two.shape, two.type), one.name
        parts = [
            np.fromfile(header.path, np.uint8, tensor.nbytes, offset=tensor.offset)
            for header, tensor in ((ours, one), (theirs, two))
        ]
        if one.name == "rope_freqs.weight":  # computed by numpy here, by torch there
            assert np.allclose(*(part.view(np.float32) for part in parts), rtol=1e-6)
        else:
            assert np.array_equal(*parts), one.name
    architecture = theirs.keys["general.architecture"]
    for key, value in theirs.keys.items():
        if key.startswith(f"{architecture}.") and not key.endswith(".vocab_size"):
            assert ours.keys.get(key) == pytest.approx(value), key


def real_words(name: str) -> Tokenizer:
    """A tokenizer as its tokenizer.json has it, out of one of llama.cpp's vocabulary files."""
    keys = reader.read(SOURCES[-1] / f"models/ggml-vocab-{name}.gguf").keys
    tokens, types = keys["tokenizer.ggml.tokens"], keys["tokenizer.ggml.token_type"]
    control = [t for t, kind in zip(tokens, types, strict=True) if kind == gguf.TokenType.CONTROL]
    if keys["tokenizer.ggml.model"] == "llama":
        used = [t for t, kind in zip(tokens, types, strict=True) if kind != gguf.TokenType.UNUSED]
        scores = dict(zip(tokens, keys["tokenizer.ggml.scores"], strict=True))
        normal = {t: scores[t] for t, kind in zip(tokens, types, strict=True) if kind == 1}
        words = sentence_piece(used, normal)
        words.add_special_tokens([t for t in control if t not in ("<unk>", "<s>")])
        return words
    vocab = {token: id for id, token in enumerate(tokens) if types[id] == 1}
    merges = [tuple(merge.split(" ")) for merge in keys["tokenizer.ggml.merges"]]
    plain = Tokenizer(models.BPE(vocab, merges))
    plain.decoder = decoders.ByteLevel()
    plain.add_special_tokens(control)
    plain.add_special_tokens(list(prompt.TOKENS))
    llama = name == "llama-bpe"
    regex = LLAMA3 if llama else vocabulary.REGEX
    return byte_level(plain, regex, llama, "<|begin_of_text|>" if llama else None)


@vendored
@pytest.mark.slow
@pytest.mark.parametrize("name", ["qwen2", "llama-spm", "llama-bpe", "phi-3"])
def test_real_vocabularies_give_llama_cpps_own_ids(tmp_path, name):
    words = real_words(name)
    arch = "Qwen2" if name == "qwen2" else "Llama"
    size = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1}
    size |= {"num_attention_heads": 1, "num_key_value_heads": 1}
    folder = tiny_qwen2.build(tmp_path / "m", arch=arch, words=words, **size)
    given = (SOURCES[-1] / f"models/ggml-vocab-{name}.gguf.inp").read_text(encoding="utf-8")
    texts = [*given.split("\n__ggml_vocab_test__\n"), *hostile.strings(800, seed=5)]
    texts = [unicodedata.normalize("NFC", text) for text in texts]
    chat = [t for t in texts if any(token in t for token in prompt.TOKENS)]
    texts = [t for t in texts if t not in chat]
    own = {"path": SOURCES[-1] / f"models/ggml-vocab-{name}.gguf"}
    with open_model(own["path"], vocabulary_only=True) as theirs:
        overridden = theirs.overridden()
        texts = [t for t in texts if not any(o in t for o in overridden)]
        wanted = [theirs.tokenize(text, begins=False) for text in texts]
    with open_model(writer.write(folder, tmp_path / "x.gguf")) as model:
        texts_of = model.overridden()
        ids = [model.tokenize(text, begins=False) for text in texts]
        different = [t for t, a, b in zip(texts, ids, wanted, strict=True) if a != b]
        assert not different, (len(different), different[:5])
        assert model.tokenize("x")[:1] == words.encode("x").ids[:1]  # bos, where there is one
        for text in chat + texts:
            if not any(o in text for o in texts_of):
                assert model.tokenize(text) == words.encode(text).ids, text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t["model"].update(ignore_merges=False), "ignore_merges"),
        (lambda t: t["post_processor"]["processors"][1].update(single=[]), "post-processor"),
    ],
)
def test_llama3_tokenizer_that_would_be_read_otherwise_is_refused(folders, tmp_path, change, said):
    tokenizer = json.loads((folders["llama3"] / "tokenizer.json").read_text())
    change(tokenizer)
    described = (folders["llama3"] / "tokenizer_config.json").read_text()
    (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer))
    (tmp_path / "tokenizer_config.json").write_text(described)
    with pytest.raises(UserError, match=said):
        vocabulary.read(tmp_path, 1000)


def test_name_by_which_llama_cpp_strips_spaces_is_refused(folders, tmp_path):
    with pytest.raises(UserError, match="strips spaces"):
        writer.write(folders["phi"], tmp_path / "x.gguf", name="My Phi-3 of Cypher")


def test_spaces_that_llama_cpp_would_put_elsewhere_are_refused(folders, tmp_path):
    tokenizer = json.loads((folders["tinyllama"] / "tokenizer.json").read_text())
    tokenizer["normalizer"] = None
    (tmp_path / "tokenizer.json").write_text(json.dumps(tokenizer))
    with pytest.raises(UserError, match="legacy"):
        described = (folders["tinyllama"] / "tokenizer_config.json").read_text()
        (tmp_path / "tokenizer_config.json").write_text(described)
        vocabulary.read(tmp_path, 1000)
