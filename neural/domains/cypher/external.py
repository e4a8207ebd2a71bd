"""Rows of other people's data sets in our form: public benchmarks, examples from one's own work."""

from functools import cache
from pathlib import Path

from neural.domains.cypher.described import as_patterns
from neural.domains.cypher.lexer import tokens
from neural.domains.cypher.schema import families
from neural.domains.cypher.tasks import GENERATE
from neural.errors import UserError

# The names that rows use for what we call by the key, plainest first.
NAMES = {
    "input": ("schema", "input"),
    "instruction": ("question", "nl_question", "instruction"),
    "output": ("cypher", "gold_cypher", "gold", "output", "query"),
}


def adopt(row: dict, where: str) -> dict:
    """The row with our keys beside its own, the schema as patterns if it is one of `described`, and
    our system prompt unless it has its own.

    `graph`: a script of Cypher, the path of one from the data set's folder, or the name of one of
    our graphs. `where`: file:line. UserError says what was found there and what is expected.
    """
    found = {ours: _text(row, names, where) for ours, names in NAMES.items()}
    found["input"] = as_patterns(found["input"])
    graph = {"graph": _graph(row["graph"], where)} if row.get("graph") else {}
    return {"id": Path(where).name, "system": GENERATE, **row, **found, **graph}


def _text(row: dict, names: tuple[str, ...], where: str) -> str:
    name = next((name for name in names if row.get(name)), None)
    if name is None:
        raise UserError(
            f"{where}: expected one of the keys {', '.join(names)}, with text in it; found "
            f"{', '.join(map(str, row)) or 'no keys'}."
        )
    if not isinstance(row[name], str):
        raise UserError(f"{where}: {name}: expected text, found {str(row[name])[:100]!r}.")
    return row[name].strip()


def _graph(value: object, where: str) -> str:
    file = Path(where).parent / str(value)
    if isinstance(value, str) and "(" in value:
        return script(value)
    if isinstance(value, str) and value.rsplit("-", 3)[0] in families():
        return value
    if isinstance(value, str) and file.is_file():
        return _read(file)
    raise UserError(
        f"{where}: graph: found {str(value)[:100]!r}, expected a script of CREATE statements, the "
        f"path of one from {file.parent}, or the name of a generated graph."
    )


@cache
def _read(path: Path) -> str:
    try:
        return script(path.read_text("utf-8"))
    except UnicodeDecodeError:
        raise UserError(f"{path}: expected a script of CREATE statements in UTF-8.") from None


def script(text: str) -> str:
    """Statements that end in semicolons as the one statement that an engine loads; those that make
    indexes and constraints are left out, as they hold no data."""
    ends = [token.start for token in tokens(text) if token.text == ";"]
    cuts = zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)
    statements = (text[start:end].strip() for start, end in cuts)
    kept = [statement for statement in statements if _makes_data(statement)]
    return "\nWITH count(*) AS done\n".join(kept)  # one row, whatever the statement before found


def _makes_data(statement: str) -> bool:
    words = [token.text.lower() for token in tokens(statement) if "comment" not in token.kind]
    is_schema = words[:1] == ["create"] and {"index", "constraint"} & set(words[1:3])
    return bool(words) and not (is_schema and words[1] != "(")
