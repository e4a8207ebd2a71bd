"""Opens what a person asks for: which model, whose questions, about what."""

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from neural import cli, config, domains
from neural.asking.session import Session
from neural.asking.talk import open_talk
from neural.domains.desk import Desk
from neural.errors import UserError, nearest
from neural.gguf import reader
from neural.records.pool import available

SMALL = 100_000_000  # bytes
FIRST = ("q4_k_m", "q5_k_m", "q8_0")  # of several files the small one that loses little


def parser(doc: str) -> argparse.ArgumentParser:
    """The flags that all ways to ask have."""
    made = cli.parser(doc)
    add = made.add_argument
    add("model", help="a model of config.yaml, or a .gguf file")
    add("--quant", help="which of its files (default: q4_k_m where it is there)")
    add("--domain", help="whose questions (default: what the file says)")
    add(
        "--about",
        "--graph",
        metavar="SOURCE",
        help="what is asked about: for cypher a YAML file, a schema dump, bolt:// or http://, or "
        "the name of an example such as movies",
    )
    add("--rows", type=int, default=20, help="most rows to show of a result")
    add("--max-tokens", type=int, default=256, help="longest answer")
    add("--threads", type=int, default=0, help="0: one for a small model, else all cores")
    return made


@contextmanager
def open_session(args: argparse.Namespace, note: Callable[[str], None]) -> Iterator[Session]:
    """Everything that questions need, from what `parser` read. UserError says what is missing."""
    if args.rows < 1:
        raise UserError(f"--rows {args.rows}: expected 1 or more.")
    gguf = find(args.model, args.quant)
    domain = args.domain or domain_of(args.model, gguf)
    with open_talk(gguf, args.threads or _threads(gguf), args.max_tokens) as talk:
        if domain:
            with domains.open_desk(domain, args.about, note) as desk:
                yield Session(talk, desk, args.rows)
        elif args.about:
            raise UserError(f"{gguf}: does not say of which domain it is. Give --domain.")
        else:
            note(f"{gguf} does not say of which domain it is: answers are shown as they are.")
            yield Session(talk, Desk(), args.rows)


def _threads(gguf: Path) -> int:
    """In small models threads wait for each other longer than they work."""
    return 1 if not gguf.exists() or gguf.stat().st_size < SMALL else available()


def find(name: str, quant: str | None = None) -> Path:
    """The GGUF of a model: a path to one, or models/NAME-QUANT.gguf. UserError says how to build
    it."""
    if name.endswith(".gguf") or "/" in name:
        return Path(name)
    known = list(config.read("config.yaml")["models"])
    if name not in known:
        raise UserError(
            f"unknown model {name!r}; known: {', '.join(known)}.{nearest(name, known)} Or give the "
            "path of a .gguf file."
        )
    quants = [quant] if quant else [*FIRST, *config.QUANTIZATIONS]
    files = [Path(f"models/{name}-{one}.gguf") for one in quants]
    found = next((path for path in files if path.exists()), None)
    if not found:
        raise UserError(f"{files[0]}: not built yet. Build it: make {files[0]}")
    return found


def domain_of(name: str, gguf: Path) -> str | None:
    """The domain that the file says it was made for, else that of the model's name; None for a
    file that is not ours."""
    told = reader.read(gguf).keys.get("neural.lineage")
    try:
        return str(json.loads(told)["recipe"]["domain"])
    except (ValueError, TypeError, LookupError):
        models = config.read("config.yaml")["models"] if Path("config.yaml").exists() else {}
        return models[name]["domain"] if name in models else None
