"""How each host is told to run the model, and a question that shows it runs the right one."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from neural.prompt import END, START, messages

ANSWER = 128  # tokens that an answer to the question may have
CONTEXT = 8192  # tokens: NornicDB's own default; more costs memory that its prompts never use


def context(length: int) -> int:
    """The context to run with, for a file made for `length` tokens."""
    return min(length, CONTEXT)


def files(name: str, length: int, system: str = "") -> dict[str, str]:
    """Texts by file name for the GGUF `name`.gguf; `system`: the message it was trained with."""
    size = context(length)
    settings = {
        "enabled": "true",
        "model": name,
        "context_size": size,
        # NornicDB clears its cache at every chunk: a longer prompt would lose its beginning.
        "batch_size": size,
        "temperature": 0,
    }
    yaml = "".join(f"  {key}: {value}\n" for key, value in settings.items())
    env = "".join(f"NORNICDB_HEIMDALL_{key.upper()}={value}\n" for key, value in settings.items())
    server = (
        f"llama-server --model {name}.gguf --ctx-size {size} --batch-size {size} --temp 0 --jinja"
    )
    return {
        "nornicdb.yaml": f"# {name}.gguf goes to ./models or /data/models\nheimdall:\n{yaml}",
        "nornicdb.env": env,
        "Modelfile": _modelfile(name, size, system),
        "llama-server.sh": f'#!/bin/sh\nexec {server} "$@"\n',
    }


def question(rows: Sequence[dict], spoken: Mapping[str, Sequence[dict]]) -> dict[str, str]:
    """Texts by file name, with which a host asks its server after a switch: the question as
    NornicDB's and as OpenAI's request, and what each file answered to it.

    `spoken` holds smoke.smoke's results of these rows by file. A row that all answer rightly is
    taken first. The texts are empty where no row has an answer of every file that came to its end.
    """
    names = ["ask-nornicdb.json", "ask-openai.json", *(f"ask-{Path(g).stem}.txt" for g in spoken)]
    answers = [
        dict(zip(spoken, asked, strict=True))
        for asked in zip(*map(_inferred, spoken.values()), strict=True)
    ]
    fit = [n for n, given in enumerate(answers) if all(map(_comparable, given.values()))]
    if not fit:
        return dict.fromkeys(names, "")
    chats = [messages(row) for row in rows]

    def mistakes(n: int) -> int:
        return sum(one["answer"] != chats[n][-1]["content"] for one in answers[n].values())

    best = min(fit, key=lambda n: (mistakes(n), n))
    request = {"messages": chats[best][:-1], "temperature": 0, "max_tokens": ANSWER}
    infer = {"statement": "CALL db.infer($request) YIELD text", "parameters": {"request": request}}
    given = (one["answer"] for one in answers[best].values())
    texts = json.dumps({"statements": [infer]}), json.dumps(request), *given
    return dict(zip(names, texts, strict=True))


def _inferred(spoken: Sequence[dict]) -> list[dict]:
    return [one for one in spoken if one["shape"] == "db.infer"]


def _comparable(said: dict) -> bool:
    """Whether a shell script can find the answer in JSON: how a backslash is written there, and
    how much of an endless answer comes, differs from server to server."""
    return bool(said["stopped"] and said["answer"].strip()) and "\\" not in said["answer"]


def _modelfile(name: str, size: int, system: str) -> str:
    """Ollama's. Its own detection of templates knows popular ones only, so ours is written out."""
    quoted = system.replace('"""', "'''")
    return (
        f"FROM ./{name}.gguf\n"
        'TEMPLATE """{{- range .Messages }}'
        f"{START}{{{{ .Role }}}}\n{{{{ .Content }}}}{END}\n"
        f'{{{{ end }}}}{START}assistant\n"""\n'
        + (f'SYSTEM """{quoted}"""\n' if system else "")
        + f'PARAMETER stop "{END}"\nPARAMETER temperature 0\nPARAMETER num_ctx {size}\n'
    )
