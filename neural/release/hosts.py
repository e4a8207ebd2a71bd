"""How each host is told to run the model: settings that fit this very file."""

from neural.prompt import END, START

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
