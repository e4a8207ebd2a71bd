"""Whether two results are the same, and whether two queries are but for their spelling."""

from collections import Counter
from dataclasses import dataclass

from neural.domains.cypher.engine import Outcome
from neural.domains.cypher.lexer import Token, roles, tokens


@dataclass(frozen=True)
class Order:
    """What of a result has an order: its rows, and the lists in them."""

    rows: bool
    lists: bool


def order_of(gold: str) -> Order:
    """Rows have one where the query sorts; lists lose theirs where it gathers some unsorted."""
    found = [token for token in tokens(gold) if "comment" not in token.kind]
    words = [token.text.lower() for token in found]
    names = [role in ("keyword", "function") for role in roles(found)]
    sorts = [i for i in range(len(words) - 1) if names[i] and words[i : i + 2] == ["order", "by"]]
    gathers = [
        i
        for i, word in enumerate(words)
        if (word == "collect" and names[i] and words[i + 1 : i + 2] == ["("])
        or (word == "[" and words[i + 1 : i + 2] == ["("])
    ]
    # What was sorted before it is gathered stays so.
    return Order(bool(sorts), lists=all(any(sort < i for sort in sorts) for i in gathers))


def same_result(gold: Outcome, found: Outcome, ordered: bool, ordered_lists: bool = True) -> bool:
    """Whether two outcomes are equal: column names never count, order only when asked for."""
    if gold.error or found.error or gold.is_write != found.is_write:
        return False
    if gold.is_write:
        return gold.state == found.state
    one, other = ([_row(row, ordered_lists) for row in outcome.rows] for outcome in (gold, found))
    return one == other if ordered else Counter(one) == Counter(other)


def is_map(value: tuple) -> bool:
    """Whether the engine's tuple is a map, or a list of pairs, which looks the same."""
    return bool(value) and all(
        isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in value
    )


def same_text(one: str, other: str) -> bool:
    """Whether two queries differ at most in spacing, comments, case of keywords and functions,
    kind of quotes, names of variables and columns, and a semicolon at the end."""
    return _spelt(one) == _spelt(other)


def _row(row: tuple, ordered_lists: bool) -> tuple:
    """Column order does not count either."""
    return tuple(sorted(repr(value if ordered_lists else _bag(value)) for value in row))


def _bag(value: object) -> object:
    """The value with the items of each list in an order of their own."""
    if not isinstance(value, tuple):
        return value
    items = [(i[0], _bag(i[1])) for i in value] if is_map(value) else [_bag(i) for i in value]
    return tuple(sorted(items, key=repr))


def _spelt(query: str) -> list[str]:
    found = tokens(query)
    read = [pair for pair in zip(found, roles(found), strict=True) if pair[1] != "comment"]
    while read and read[-1][0].text == ";":
        read.pop()
    variables: dict[str, str] = {}
    parts = []
    for token, role in read:
        name = _unquoted(token)
        if role == "variable":
            name = variables.setdefault(name, f"v{len(variables) + 1}")
        elif role in ("keyword", "function") or (token.kind == "name" and role == "literal"):
            name = name.lower()
        parts.append(f"{token.kind if token.kind == 'string' else role} {name}")
    return parts


def _unquoted(token: Token) -> str:
    inside = token.text[1:-1]
    if token.kind == "quoted":
        return inside.replace("``", "`")
    if token.kind == "string":
        return inside.replace("\\'", "'").replace('\\"', '"')
    return token.text
