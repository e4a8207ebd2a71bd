"""A base from the hub or a local folder: five files, one shape, the project's chat template."""

import json
import os
import re
from pathlib import Path

from neural import prompt, weights
from neural.base import chatml
from neural.errors import UserError
from neural.files import atomic_write

PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.msgpack", "*.h5")
SMALL = ("*.json", "*.jinja")
LARGE = ("*.safetensors",)
# By these transformers builds another tokenizer than tokenizer.json's, of which the GGUF is made:
# TinyLlama's `LlamaTokenizer` puts no space after a control token, the file does.
RULING = ("add_bos_token", "add_eos_token", "add_prefix_space", "legacy")
NESTED = ("*/*",)  # Llama's and others' second copy of the weights


def from_hub(repo: str, revision: str | None) -> Path:
    """The snapshot's folder in the hub's cache: no code and no pickle is ever downloaded.

    Small files come first, so that a base that cannot be used says so before gigabytes.
    """
    if not re.fullmatch(r"[0-9a-f]{40}", revision or ""):
        raise UserError(
            f"{repo}: revision is {revision!r}; expected the 40 hex digits of a commit of the hub "
            "repository (its page, Files, History), so that the same base comes tomorrow. "
            "A local folder needs none; if this was to be one, it does not exist."
        )
    folder = _snapshot(repo, revision, SMALL)
    check(folder, repo)
    return _snapshot(repo, revision, SMALL + LARGE)


def _snapshot(repo: str, revision: str, patterns: tuple[str, ...]) -> Path:
    import huggingface_hub
    from huggingface_hub import errors

    offline = (
        "Set HF_ENDPOINT to a mirror, or download it elsewhere and give its folder as the base "
        "(--base FOLDER; base: FOLDER in config.yaml), or take preset nano, which needs no hub."
    )
    try:
        found = huggingface_hub.snapshot_download(
            repo,
            revision=revision,
            allow_patterns=list(patterns),
            ignore_patterns=list(NESTED),
        )
    except errors.GatedRepoError:
        raise UserError(
            f"{repo}: a gated model. Accept its licence on its hub page and set HF_TOKEN to a "
            "token of that account; or give a local folder as the base."
        ) from None
    except errors.RepositoryNotFoundError:
        raise UserError(
            f"{repo}: the hub has no such model, or it is private. Check the name; for a private "
            "one set HF_TOKEN."
        ) from None
    except errors.RevisionNotFoundError:
        raise UserError(f"{repo}: the hub has no revision {revision}. Check --revision.") from None
    except errors.HFValidationError as error:
        raise UserError(
            f"{repo}: no folder here and no hub id ({error}). Check the name."
        ) from None
    except (errors.HfHubHTTPError, errors.LocalEntryNotFoundError, OSError) as error:
        if getattr(error, "errno", None) is not None and error.filename:
            raise  # of this machine's disk, not of the network
        raise UserError(
            f"{repo}: the hub {os.environ.get('HF_ENDPOINT', 'huggingface.co')} does not answer "
            f"({type(error).__name__}). {offline}"
        ) from None
    return Path(found)


def check(folder: Path, name: str | None = None) -> None:
    """UserError unless the folder describes a base that training can use. Reads no weights."""
    name = name or str(folder)
    if not folder.is_dir():
        raise UserError(f"{name}: no such folder, and no hub id (owner/model). Check the name.")
    config = _json(folder / "config.json", f"{name}: no Hugging Face model")
    if config.get("quantization_config"):
        raise UserError(f"{name}: a quantized model. Take its 16-bit original as the base.")
    if not (folder / "tokenizer.json").exists():
        has = "tokenizer.model" if (folder / "tokenizer.model").exists() else "no tokenizer"
        raise UserError(
            f"{name}: {has}, but no tokenizer.json. Copy the tokenizer.json and "
            "tokenizer_config.json of the model that it was trained from into the folder."
        )
    chatml.new_ids(_json(folder / "tokenizer.json", name))


def write(source: Path, output: Path) -> list[str]:
    """Writes the five files of a checked folder to `output`; returns the tokens that were added.

    Shards become one file, a tied output layer is left out, the tokenizer gets the project's chat
    template and its control tokens, the stop token ends a turn for tokenizer and model alike.
    """
    check(source)
    config = _json(source / "config.json", str(source))
    tensors = _weights(source)
    if config.get("tie_word_embeddings"):
        tensors.pop("lm_head.weight", None)
    tokenizer = _json(source / "tokenizer.json", str(source))
    new, changed = chatml.new_ids(tokenizer), {}
    if new:
        tensors, changed = chatml.grow(tensors, new, chatml.models(source))
        config["vocab_size"] = tensors[chatml.MATRICES[0]].shape[0]
    if trained := [new[token] for token in (prompt.START, prompt.END) if token in new]:
        config[chatml.TRAINED] = trained
    vocabulary = {token["content"]: token["id"] for token in tokenizer["added_tokens"]}
    stop, pad = (vocabulary[token] for token in (prompt.END, prompt.PAD))
    described = _optional(source / "tokenizer_config.json")
    generation = _optional(source / "generation_config.json")
    for one in (config, described):
        one.pop("auto_map", None)  # names of code in the repository, which is never run
    config["eos_token_id"] = stop
    described["chat_template"] = prompt.CHAT_TEMPLATE
    for name in RULING:
        described.pop(name, None)
    described["tokenizer_class"] = "PreTrainedTokenizerFast"
    described |= {"eos_token": prompt.END, "pad_token": prompt.PAD}
    generation["eos_token_id"] = [stop, *(i for i in _list(generation) if i != stop)]
    config["pad_token_id"] = generation["pad_token_id"] = pad
    weights.write(output / "model.safetensors", tensors, lambda name, tensor: changed.get(name))
    with atomic_write(output / "tokenizer.json", "wb") as file:
        plain = (source / "tokenizer.json").read_bytes()
        file.write(json.dumps(tokenizer, ensure_ascii=False).encode() if new else plain)
    for name, value in (
        ("config.json", config),
        ("generation_config.json", generation),
        ("tokenizer_config.json", described),
    ):
        with atomic_write(output / name) as file:
            json.dump(value, file, indent=2, sort_keys=True, ensure_ascii=False)
            file.write("\n")
    return list(new)


def _weights(source: Path) -> dict[str, weights.Tensor]:
    if not any(source.glob("*.safetensors")):
        pickles = sorted(path.name for kind in PICKLES for path in source.glob(kind))
        raise UserError(
            f"{source}: "
            + (
                f"weights only as {pickles[0]}, which may run code when it is read. Convert them "
                "to safetensors (on the hub: the bot's pull request), then ask again."
                if pickles
                else "no weights. Expected model.safetensors or its shards with their index."
            )
        )
    return weights.read(source)


def _list(generation: dict) -> list[int]:
    old = generation.get("eos_token_id")
    return old if isinstance(old, list) else [] if old is None else [old]


def _optional(path: Path) -> dict:
    return _json(path, str(path.parent)) if path.exists() else {}


def _json(path: Path, name: str) -> dict:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(
            f"{name}: {path.name} is missing in {path.parent}. Name a folder that has it."
        ) from None
    except ValueError as error:
        raise UserError(f"{path}: not JSON ({error}). Fetch it again.") from None
    if not isinstance(value, dict):
        raise UserError(f"{path}: found {type(value).__name__}, expected a JSON object.")
    return value
