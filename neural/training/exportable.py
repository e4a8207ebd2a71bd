"""Whether a base can become a GGUF: asked before it is trained, not after."""

from pathlib import Path

from neural.gguf import architectures, checkpoint, vocabulary


def check(base: Path) -> str:
    """What was found; UserError for an architecture or a tokenizer that cannot be written."""
    config = checkpoint.config(base)
    vocabulary.read(base, config["vocab_size"])
    return f"can be written as GGUF: {architectures.of(base, config).name.lower()}"
