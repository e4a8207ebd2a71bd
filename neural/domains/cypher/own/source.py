"""Reads a user's graph, wherever it is."""

import codecs
from collections.abc import Callable
from pathlib import Path

from neural.domains.cypher.own import complete
from neural.domains.cypher.own.draft import Draft
from neural.domains.cypher.own.reading import address, json_file, live, over_http, yaml_file
from neural.domains.cypher.schema import Family
from neural.errors import UserError, nearest

FORMS = "a YAML file, the JSON of a schema procedure, or an address such as bolt://localhost:7687"


def family_from(
    source: str, values: bool = False, note: Callable[[str], None] = lambda text: None
) -> Family:
    """The family that a file or a running database describes, with what it does not say guessed.

    `source` is a YAML file, a JSON file of apoc.meta.schema() or db.schema.visualization(), or an
    address (bolt://host:7687/database, http://host:7474/database). `values`: also take real values
    and ranges from a running database, which may be private; without it they are invented. `note`
    is told of what is left out. UserError names place, cause and remedy.
    """
    return complete.family(_draft(source, values, note))


def _draft(source: str, values: bool, note: Callable[[str], None]) -> Draft:
    if "://" in source:
        return _live(address.parse(source), values, note)
    path, text = Path(source), _text(source)
    if not text.strip():
        raise UserError(f"{source}: the file is empty; expected {FORMS}.")
    is_json = path.suffix.lower() == ".json" or (
        path.suffix.lower() not in (".yaml", ".yml") and text.lstrip()[0] in "[{"
    )
    if is_json:
        return json_file.read(text, source, path.stem, note)
    return yaml_file.read(text, source, path.stem)


def _live(where: address.Address, values: bool, note: Callable[[str], None]) -> Draft:
    name = where.database or where.host
    if where.scheme in address.HTTP:
        return live.read(over_http.connect(where), where.place, name, values, note)
    from neural.domains.cypher.own.reading import over_bolt  # the driver takes a while to load

    with over_bolt.connect(where) as run:
        return live.read(run, where.place, name, values, note)


def _text(source: str) -> str:
    """A file's text. PowerShell writes UTF-16, editors a byte order mark."""
    path = Path(source)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        there = path.parent.iterdir() if path.parent.is_dir() else ()
        names = [one.name for one in there if one.suffix in (".yaml", ".yml", ".json")]
        raise UserError(
            f"{source}: no such file; expected {FORMS}.{nearest(path.name, names)}"
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise UserError(f"{source[:80]!r}: cannot be read: {why}; expected {FORMS}.") from None
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{source}:{line}: not {'UTF-16' if is_wide else 'UTF-8'} text. Save the file as UTF-8."
        ) from None
