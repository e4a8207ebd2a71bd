"""ChatML for a base that does not speak it: new tokens, with rows to start from.

The host writes ChatML whatever the model, so a base with another chat format gets the tokens as
its own, and training learns their rows beside the adapter.
"""

import dataclasses
from pathlib import Path

from tokenizers import Tokenizer

from neural import prompt, weights
from neural.errors import UserError

TRAINED = "new_tokens"  # key of config.json: ids whose rows training has to learn
MATRICES = ("model.embed_tokens.weight", "lm_head.weight")
ROUND = 64  # rows are a multiple: GPUs multiply odd shapes slower
QUESTION, ANSWER = "qqq", "aaa"  # any text that no template holds


def new_ids(tokenizer: dict) -> dict[str, int]:
    """Adds the prompt's control tokens to a tokenizer.json that lacks them; returns their ids."""
    added = tokenizer.setdefault("added_tokens", [])
    known = {token["content"]: token["id"] for token in added}
    missing = [token for token in prompt.TOKENS if token not in known]
    if not missing:
        return {}
    model = tokenizer.get("model") or {}
    if model.get("type") != "BPE":
        raise UserError(
            f"tokenizer.json: a {model.get('type')} vocabulary without {' and '.join(missing)}: "
            "it does not speak ChatML, and tokens can be added to BPE vocabularies only. "
            "Choose a base that speaks ChatML, such as preset qwen_0_5b."
        )
    first = max([*model["vocab"].values(), *known.values()]) + 1
    flags = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    ids = {token: id for id, token in enumerate(missing, first)}
    added += [{"id": id, "content": token, **flags, "special": True} for token, id in ids.items()]
    return ids


def models(source: Path) -> dict[str, list[int]]:
    """For each token that a turn needs, the base's own tokens that do its work.

    What the base's template puts between an answer and the next question closes a turn with its
    first token and opens one with the others. Without a template the base's stop token does both.
    """
    from transformers import AutoTokenizer

    own = AutoTokenizer.from_pretrained(source, trust_remote_code=False, local_files_only=True)
    stop = [own.eos_token_id] if own.eos_token_id is not None else []
    ids: list[int] = []
    if own.chat_template:
        turn = [{"role": "user", "content": QUESTION}, {"role": "assistant", "content": ANSWER}]
        text = own.apply_chat_template([*turn, *turn], tokenize=False)
        between = text.partition(ANSWER)[2].partition(QUESTION)[0]
        raw = Tokenizer.from_file(str(source / "tokenizer.json"))
        ids = raw.encode(between, add_special_tokens=False).ids
    return {prompt.END: ids[:1] or stop, prompt.START: ids[1:] or stop}


def grow(
    tensors: dict[str, weights.Tensor], ids: dict[str, int], like: dict[str, list[int]]
) -> tuple[dict[str, weights.Tensor], dict[str, bytes]]:
    """The tensors with rows for the new ids, and the bytes of those that changed.

    A new row is the mean of the rows of its models in `like`, or of all rows. UserError where the
    base names its matrices otherwise.
    """
    import torch

    if MATRICES[0] not in tensors:
        raise UserError(
            f"no tensor {MATRICES[0]}: tokens can be added to decoders of Llama's naming only. "
            "Choose a base that speaks ChatML, such as preset qwen_0_5b."
        )
    grown, changed = dict(tensors), {}
    for name in MATRICES:
        if name not in tensors:
            continue  # a tied output layer
        old = tensors[name].load()
        count = max(old.shape[0], max(ids.values()) + 1)
        if count > old.shape[0]:
            count = -(-count // ROUND) * ROUND
        mean = old.float().mean(0)
        rows = torch.cat([old, mean.to(old.dtype).expand(count - old.shape[0], -1)])
        for token, id in ids.items():
            copied = like.get(token)
            rows[id] = (old[copied].float().mean(0) if copied else mean).to(old.dtype)
        changed[name] = rows.contiguous().view(torch.uint8).numpy().tobytes()
        grown[name] = dataclasses.replace(
            tensors[name], shape=tuple(rows.shape), size=len(changed[name])
        )
    return grown, changed
