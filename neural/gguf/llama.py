"""llama.cpp through its C API: quiet, freed in time, and its errors as messages for people."""

import ctypes
import os
import sys
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import llama_cpp
import llama_cpp._ggml
import numpy as np
from gguf import TokenType

from neural.errors import UserError
from neural.gguf import reader

_at: str | Path = ""
_said: deque[str] = deque(maxlen=20)


@llama_cpp.llama_log_callback
def _listen(level: int, text: bytes, _user_data) -> None:
    if level >= 2 and text.strip():  # warnings and errors; the rest is hundreds of lines
        _said.append(text.decode(errors="replace").strip())


@ctypes.CFUNCTYPE(None, ctypes.c_char_p)
def _gave_up(message: bytes) -> None:
    # llama.cpp kills the process right after this, so it is the last chance for a message.
    said_last = message.decode(errors="replace").rpartition("/")[2]
    print(f"error: {_at}: llama.cpp gave up ({said_last}). Export it again.", file=sys.stderr)
    sys.stderr.flush()
    os._exit(1)


def start(path: str | Path) -> None:
    """Call before any other use, with the file that is worked on.

    Sends llama.cpp's log to `said` instead of the terminal, and makes its aborts one message.
    """
    global _at
    _at = path
    _said.clear()
    llama_cpp._ggml.libggml.ggml_set_abort_callback(_gave_up)
    llama_cpp.llama_log_set(_listen, ctypes.c_void_p(0))
    llama_cpp.llama_backend_init()


def said() -> str:
    """llama.cpp's last warnings and errors, for the message of a failure."""
    return " / ".join(list(_said)[-3:]) or "nothing"


class Model:
    """A loaded GGUF: its tokenizer and stop tokens. Use `open_model`, which frees it."""

    def __init__(self, path: Path, handle, keys: dict):
        self.path, self.handle, self.keys = path, handle, keys
        self.vocab = llama_cpp.llama_model_get_vocab(handle)
        self.n_vocab = llama_cpp.llama_vocab_n_tokens(self.vocab)
        self.context_length = llama_cpp.llama_model_n_ctx_train(handle)

    def tokenize(self, text: str, begins: bool = True) -> list[int]:
        """Token ids, special tokens parsed; BOS only where the file asks for it and `begins`.

        Qwen2's tokenizer applies NFC, which llama.cpp leaves to its callers; Llama's has none.
        """
        if self.keys.get("tokenizer.ggml.pre") == "qwen2":
            text = unicodedata.normalize("NFC", text)
        data = text.encode()
        room = len(data) + 2
        ids = (ctypes.c_int32 * room)()
        count = llama_cpp.llama_tokenize(self.vocab, data, len(data), ids, room, begins, True)
        if count < 0:
            raise UserError(
                f"{self.path}: llama.cpp cannot tokenize {text[:80]!r}: {said()}. Shorten the text."
            )
        return ids[:count]

    def text(self, ids: list[int]) -> str:
        """Text of token ids, special tokens left out; broken UTF-8 shows as U+FFFD."""
        return b"".join(self._piece(id) for id in ids).decode(errors="replace")

    def stops(self, id: int) -> bool:
        """Whether this token ends a generation."""
        return llama_cpp.llama_vocab_is_eog(self.vocab, id)

    def overridden(self) -> list[str]:
        """Ordinary tokens that llama.cpp takes for control tokens by their look, e.g. '</s>'."""
        types = self.keys["tokenizer.ggml.token_type"]
        return [
            self.keys["tokenizer.ggml.tokens"][id]
            for id in range(self.n_vocab)
            if types[id] == TokenType.NORMAL and llama_cpp.llama_vocab_is_control(self.vocab, id)
        ]

    def _piece(self, id: int) -> bytes:
        for room in (64, 4096):
            buffer = ctypes.create_string_buffer(room)
            count = llama_cpp.llama_token_to_piece(self.vocab, id, buffer, room, 0, False)
            if count >= 0:
                return buffer.raw[:count]
        raise UserError(
            f"{self.path}: token {id} is longer than 4096 bytes. Export the file again."
        )


@contextmanager
def open_model(path: str | Path, vocabulary_only: bool = False) -> Iterator[Model]:
    """Loads a GGUF; UserError where it is damaged or llama.cpp does not know it."""
    header = reader.read(path)
    start(path)
    params = llama_cpp.llama_model_default_params()
    # Repacked weights are some 15% faster, but round in another way for one text than for many,
    # and an answer would hang on what else is asked.
    params.use_extra_bufts = False
    params.vocab_only = vocabulary_only
    handle = llama_cpp.llama_model_load_from_file(str(path).encode(), params)
    if not handle:
        raise UserError(f"{path}: llama.cpp cannot load it: {said()}. Export it again.")
    try:
        yield Model(Path(path), handle, header.keys)
    finally:
        llama_cpp.llama_model_free(handle)


class Context:
    """A key-value cache with `sequences` independent texts of `length` tokens each."""

    def __init__(self, model: Model, sequences: int, length: int, threads: int, exact=False):
        """`exact`: an F32 cache, for comparing logits; else llama.cpp's default F16."""
        params = llama_cpp.llama_context_default_params()
        params.n_ctx = sequences * length
        params.n_seq_max = sequences
        params.n_batch = max(2048, sequences)
        params.n_ubatch = 512
        params.n_threads = params.n_threads_batch = threads
        params.kv_unified = False  # each text attends to its own cells only
        params.no_perf = True
        if exact:
            params.type_k = params.type_v = llama_cpp.GGML_TYPE_F32
            params.flash_attn_type = 0  # flash attention rounds to F16 on the way
        self.model, self.sequences, self.n_batch = model, sequences, params.n_batch
        self.handle = llama_cpp.llama_init_from_model(model.handle, params)
        if not self.handle:
            raise UserError(
                f"{model.path}: llama.cpp cannot make a context of {sequences} × {length} "
                f"tokens: {said()}. Ask fewer at once."
            )
        self.memory = llama_cpp.llama_get_memory(self.handle)
        self._buffers(params.n_batch)

    def _buffers(self, room: int) -> None:
        """One batch for all calls; numpy fills the C arrays many times faster than ctypes."""
        self.token, self.pos, self.seq = (np.zeros(room, np.int32) for _ in range(3))
        self.wanted, self.ones = np.zeros(room, np.int8), np.ones(room, np.int32)
        self.seqs = (self.seq.ctypes.data + 4 * np.arange(room)).astype(np.uintp)
        self.batch = llama_cpp.llama_batch()
        for field, array in (
            ("token", self.token),
            ("pos", self.pos),
            ("n_seq_id", self.ones),
            ("seq_id", self.seqs),
            ("logits", self.wanted),
        ):
            kind = dict(llama_cpp.llama_batch._fields_)[field]
            setattr(self.batch, field, ctypes.cast(array.ctypes.data, kind))

    def decode(self, count: int) -> np.ndarray:
        """Runs the first `count` entries of token, pos, seq, wanted.

        Returns the logits of the wanted ones, float32 (wanted, vocabulary), valid until the
        next call.
        """
        self.batch.n_tokens = count
        code = llama_cpp.llama_decode(self.handle, self.batch)
        if code != 0:
            raise UserError(
                f"{self.model.path}: llama.cpp failed ({code}): {said()}. Ask fewer or "
                "shorter questions; if that fails too, export the file again."
            )
        rows = int(self.wanted[:count].sum())
        pointer = llama_cpp.llama_get_logits(self.handle)
        return np.ctypeslib.as_array(pointer, (rows, self.model.n_vocab)) if rows else np.empty(0)

    def extend(self, sequence: int, begin: int, tokens: Sequence[int]) -> np.ndarray:
        """Appends tokens to a text that has `begin`; returns the logits after the last one."""
        for at in range(0, len(tokens), self.n_batch):
            part = tokens[at : at + self.n_batch]
            self._fill(sequence, begin + at, part)
            self.wanted[: len(part)] = 0
            self.wanted[len(part) - 1] = at + len(part) == len(tokens)
            logits = self.decode(len(part))
        return logits[0]

    def all_logits(self, tokens: Sequence[int]) -> np.ndarray:
        """Logits after each token of a new text, float32 (tokens, vocabulary)."""
        self.truncate(0, 0)
        found = []
        for at in range(0, len(tokens), self.n_batch):
            part = tokens[at : at + self.n_batch]
            self._fill(0, at, part)
            self.wanted[: len(part)] = 1
            found.append(self.decode(len(part)).copy())
        return np.concatenate(found)

    def _fill(self, sequence: int, begin: int, tokens: Sequence[int]) -> None:
        count = len(tokens)
        self.token[:count], self.seq[:count] = tokens, sequence
        self.pos[:count] = np.arange(begin, begin + count)

    def copy(self, source: int, target: int) -> None:
        """Makes text `target` equal to text `source`."""
        llama_cpp.llama_memory_seq_cp(self.memory, source, target, -1, -1)

    def truncate(self, sequence: int, length: int) -> None:
        """Keeps the first `length` tokens of a text."""
        llama_cpp.llama_memory_seq_rm(self.memory, sequence, length, -1)

    def __enter__(self) -> "Context":
        return self

    def __exit__(self, *_) -> None:
        llama_cpp.llama_free(self.handle)
