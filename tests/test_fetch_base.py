"""Bases from local folders and from a hub, which here is a stand-in for huggingface_hub's call."""

import hashlib
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from urllib.parse import urlparse

import huggingface_hub
import pytest
import tiny_qwen2
from huggingface_hub import errors
from safetensors.torch import load_file

from neural import prompt
from neural.base import fetch
from neural.errors import UserError
from neural.training.preflight import load_tokenizer

FIVE = {
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
}
SHA = "0" * 40


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return tiny_qwen2.build(tmp_path_factory.mktemp("model"))


@pytest.fixture
def folder(model, tmp_path):
    return shutil.copytree(model, tmp_path / "source")


def edit(path, **values):
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


def test_local_folder_becomes_a_base(folder, tmp_path):
    from transformers import AutoModelForCausalLM

    edit(folder / "tokenizer_config.json", chat_template="{{ other }}", auto_map={"a": "b.C"})
    edit(folder / "tokenizer_config.json", eos_token=prompt.PAD, pad_token=None)
    edit(folder / "config.json", auto_map={"AutoModel": "evil.Model"}, eos_token_id=0)
    (folder / "generation_config.json").write_text('{"eos_token_id": [0]}')
    (folder / "evil.py").write_text("raise SystemExit")
    fetch.write(folder, tmp_path / "base")
    assert {path.name for path in (tmp_path / "base").iterdir()} == FIVE
    tokenizer = load_tokenizer(tmp_path / "base")  # checks template, stop and pad token
    loaded = AutoModelForCausalLM.from_pretrained(tmp_path / "base")
    assert loaded.config.eos_token_id == tokenizer.eos_token_id
    assert loaded.generation_config.eos_token_id == [tokenizer.eos_token_id, 0]
    assert "auto_map" not in (tmp_path / "base" / "config.json").read_text()


def test_shards_become_one_file_with_the_same_values(model, folder, tmp_path):
    from transformers import AutoModelForCausalLM

    (folder / "model.safetensors").unlink()
    whole = AutoModelForCausalLM.from_pretrained(model, dtype="auto")
    whole.save_pretrained(folder, max_shard_size="500KB")
    fetch.write(folder, tmp_path / "base")
    ours, theirs = (load_file(f / "model.safetensors") for f in (tmp_path / "base", model))
    assert ours.keys() == theirs.keys()
    assert all((ours[name] == theirs[name]).all() for name in ours)


def test_same_bytes_twice(folder, tmp_path):
    for name in "ab":
        fetch.write(folder, tmp_path / name)
    for name in FIVE:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_tied_head_is_not_doubled(folder, tmp_path):
    from safetensors.torch import save_file

    tensors = load_file(folder / "model.safetensors")
    tensors["lm_head.weight"] = tensors["model.embed_tokens.weight"].clone()
    save_file(tensors, folder / "model.safetensors")
    fetch.write(folder, tmp_path / "base")
    assert "lm_head.weight" not in load_file(tmp_path / "base" / "model.safetensors")


def remove(*names):
    return lambda folder: [(folder / name).unlink() for name in names]


def only_pickle(folder):
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def no_chatml(folder):
    """Nor can it be taught: its vocabulary is of another kind."""
    path = folder / "tokenizer.json"
    tokenizer = json.loads(path.read_text().replace("<|im_end|>", "<|other|>"))
    path.write_text(json.dumps(tokenizer | {"model": {"type": "Unigram"}}))


def quantized(folder):
    edit(folder / "config.json", quantization_config={"quant_method": "gptq"})


def leaving_index(folder):
    index = {"weight_map": {"x": "../../secret.safetensors"}}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (remove("tokenizer.json"), "no tokenizer"),
        (remove("config.json"), "config.json is missing"),
        (remove("model.safetensors"), "no weights"),
        (only_pickle, "may run code"),
        (no_chatml, "does not speak ChatML"),
        (quantized, "16-bit"),
        (leaving_index, "outside the folder"),
        (lambda folder: (folder / "config.json").write_text("{"), "not JSON"),
    ],
)
def test_unusable_folder_says_what_to_do(folder, tmp_path, spoil, says):
    spoil(folder)
    with pytest.raises(UserError, match=says):
        fetch.write(folder, tmp_path / "base")
    assert not (tmp_path / "base").exists()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (errors.GatedRepoError, "HF_TOKEN"),
        (errors.RepositoryNotFoundError, "no such model"),
        (errors.RevisionNotFoundError, "no revision"),
        (errors.LocalEntryNotFoundError, "HF_ENDPOINT"),
        (errors.OfflineModeIsEnabled, "HF_ENDPOINT"),
        (ConnectionError, "its folder"),
    ],
)
def test_hub_failures_say_what_to_set(monkeypatch, error, says):
    def fail(*args, **kwargs):
        raise error.__new__(error)  # without the response that their constructors want

    monkeypatch.setattr(huggingface_hub, "snapshot_download", fail)
    with pytest.raises(UserError, match=says):
        fetch.from_hub("owner/model", SHA)


@pytest.mark.parametrize("revision", [None, "main", "7ae5576", "Z" * 40])
def test_hub_needs_a_pinned_revision(revision):
    with pytest.raises(UserError, match="40 hex digits"):
        fetch.from_hub("owner/model", revision)


def test_hub_sends_no_code_and_no_pickle(monkeypatch, folder):
    asked = []

    def download(repo, revision, allow_patterns, ignore_patterns):
        asked.append((repo, revision, allow_patterns, ignore_patterns))
        return str(folder)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", download)
    assert fetch.from_hub("owner/model", SHA) == folder
    assert asked == [
        ("owner/model", SHA, ["*.json", "*.jinja"], ["*/*"]),
        ("owner/model", SHA, ["*.json", "*.jinja", "*.safetensors"], ["*/*"]),
    ]


def test_unusable_hub_model_is_refused_before_its_weights(monkeypatch, folder):
    no_chatml(folder)
    asked = []

    def download(repo, **kwargs):
        asked.append(kwargs["allow_patterns"])
        return str(folder)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", download)
    with pytest.raises(UserError, match="ChatML"):
        fetch.from_hub("owner/model", SHA)
    assert asked == [["*.json", "*.jinja"]]


class Hub(http.server.BaseHTTPRequestHandler):
    """As much of the hub as a download needs, over the files of `folder`."""

    folder, asked = None, []

    def do_GET(self):
        path = urlparse(self.path).path
        self.asked.append(path)
        if "/gated/" in path:
            return self.answer(403, b"", {"X-Error-Code": "GatedRepo"})
        if path.startswith("/api/models/owner/model/tree/"):
            files = [
                {"type": "file", "oid": "1" * 40, "size": one.stat().st_size, "path": one.name}
                for one in sorted(self.folder.iterdir())
            ]
            return self.answer(200, json.dumps(files).encode(), {})
        file = self.folder / path.rpartition("/")[2]
        if "/resolve/" not in path or not file.exists():
            return self.answer(404, b"", {"X-Error-Code": "EntryNotFound"})
        data = file.read_bytes()
        etag = hashlib.sha256(data).hexdigest()
        return self.answer(200, data, {"ETag": f'"{etag}"', "X-Repo-Commit": SHA})

    do_HEAD = do_GET

    def answer(self, status, data, headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, *args):
        pass


@pytest.fixture
def hub(folder):
    Hub.folder, Hub.asked = folder, []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def ask(hub, tmp_path, repo):
    environment = os.environ | {
        "HF_ENDPOINT": hub,
        "HF_HOME": str(tmp_path / "cache"),
        "PYTHONPATH": ".",
    }
    command = ["scripts/fetch_base.py", "--base", repo, "--revision", SHA]
    return subprocess.run(
        [sys.executable, *command, "--output-dir", str(tmp_path / "base")],
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.slow
def test_script_downloads_from_a_hub(hub, folder, tmp_path):
    (folder / "pytorch_model.bin").write_bytes(b"pickle")
    (folder / "modeling.py").write_text("raise SystemExit")
    done = ask(hub, tmp_path, "owner/model")
    assert done.returncode == 0, done.stderr
    assert load_tokenizer(tmp_path / "base").eos_token == prompt.END
    assert not [path for path in Hub.asked if path.endswith((".bin", ".py"))]


@pytest.mark.slow
def test_script_explains_a_gated_model(hub, tmp_path):
    done = ask(hub, tmp_path, "gated/model")
    assert done.returncode == 1
    assert "HF_TOKEN" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "base").exists()
