"""What a person wants to know of a wrong answer, in words."""

from collections import Counter
from collections.abc import Callable, Sequence

from neural.domains.cypher.compare import is_map, same_result
from neural.domains.cypher.engine import Outcome

SHOWN = 5  # rows of a result
WIDTH = 200  # characters of a row


def mistake(
    query: str, lacking: Sequence[str], gold: Outcome | None, found: Outcome
) -> dict[str, str]:
    """Its "kind", and what tells more by name. `lacking`: names that the schema lacks; `gold` is
    None where results are not compared."""
    names = {"not in the schema": ", ".join(lacking)} if lacking else {}
    if not query:
        return {"kind": "no query"}
    if found.error:
        return {"kind": "refused by the engine", "error": found.error} | names
    if lacking:
        kind = "names that the schema lacks"
    else:
        kind = _difference(gold, found) if gold else "another query, not compared by result"
    results = _results(gold, found) if gold else {}
    return {"kind": kind} | names | {name: text for name, text in results.items() if text}


def _difference(gold: Outcome, found: Outcome) -> str:
    if gold.is_write != found.is_write:
        return "writes, asked to read" if found.is_write else "reads, asked to write"
    if gold.is_write:
        return "leaves another graph"
    if same_result(gold, found, ordered=False):
        return "the right rows in another order"
    if {len(row) for row in gold.rows} != {len(row) for row in found.rows} and found.rows:
        return "other columns"
    return "other rows"


def _results(gold: Outcome, found: Outcome) -> dict[str, str]:
    """What one has and the other has not, of rows or of graphs; both where that is nothing."""
    if gold.is_write != found.is_write:
        return {
            name: "(a write)" if outcome.is_write else _lines(sorted(map(_cells, outcome.rows)))
            for name, outcome in (("expected rows", gold), ("its rows", found))
        }
    if gold.is_write:
        missing, extra = _differences(gold.state, found.state, str)
        return {"missing in its graph": missing, "too much in its graph": extra}
    if same_result(gold, found, ordered=False):
        rows = (_lines(list(map(_cells, outcome.rows))) for outcome in (gold, found))
        return dict(zip(("expected rows", "its rows"), rows, strict=True))
    missing, extra = _differences(gold.rows, found.rows, _cells)
    return {"missing rows": missing, "rows too many": extra}


def _differences(one: Sequence, other: Sequence, say: Callable[..., str]) -> tuple[str, str]:
    return _only(one, other, say), _only(other, one, say)


def _only(one: Sequence, other: Sequence, say: Callable[..., str]) -> str:
    """What `one` has and `other` has not, whatever the order of columns."""
    left = Counter(map(_any_order, other))
    rows = []
    for row in one:
        if left[key := _any_order(row)]:
            left[key] -= 1
        else:
            rows.append(say(row))
    return _lines(sorted(rows))


def _any_order(row: object) -> str:
    return str(sorted(map(repr, row))) if isinstance(row, tuple) else str(row)


def _lines(rows: Sequence[str]) -> str:
    shown = [row if len(row) <= WIDTH else f"{row[:WIDTH]}…" for row in rows[:SHOWN]]
    more = [f"… {len(rows) - SHOWN} more"] if len(rows) > SHOWN else []
    return "\n".join(shown + more)


def _cells(row: tuple) -> str:
    return " | ".join(map(_text, row)) or "(no columns)"


def _text(value: object) -> str:
    if isinstance(value, tuple):
        if is_map(value):
            return "{" + ", ".join(f"{key}: {_text(item)}" for key, item in value) + "}"
        return "[" + ", ".join(map(_text, value)) + "]"
    if isinstance(value, float):
        return f"{value:.15g}"
    return {None: "null", True: "true", False: "false"}.get(value, repr(value))
