"""Queries without their names and literals: what makes two of them the same composition."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from neural.domains.cypher.lexer import ALSO_KEYWORDS, KEYWORDS, Role, Token, bound, roles, tokens
from neural.domains.cypher.schema import Prop, Schema

MASKS = {
    "label": "L",
    "type": "R",
    "property": "P",
    "index": "I",
    "literal": "?",
    "length": "?",
    "parameter": "$",
}
BEGINNING = datetime(2001, 1, 1)
# Literals by form, and one of the same form by number. Others stay: bounds of shares, durations,
# numbers that are too large or ill-formed.
FORMS: tuple[tuple[str, Callable[[int], str]], ...] = (
    (r"0?\.\d*[1-9]\d*", lambda n: f"0.{n:04}"),
    (r"(?!1\.0+$)[1-9]\d{0,14}\.\d{1,14}", lambda n: f"{n + 1}.5"),
    (r"[1-9]\d{0,14}", lambda n: f"{n + 1}"),
    (r"""(['"])\d{4}-\d\d-\d\d\1""", lambda n: f"'{BEGINNING + timedelta(days=n):%Y-%m-%d}'"),
    (
        r"""(['"])\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\1""",
        lambda n: f"'{BEGINNING + timedelta(minutes=n):%Y-%m-%dT%H:%M}'",
    ),
    (r"""(?!.P[\dT])(['"])(?:[^\\]|\\[\\'"bfnrt])*\1""", lambda n: f"'s{n}'"),
)


def masked(query: str) -> str:
    """The query's composition: labels, types and properties are L, R and P, all literals and lists
    of literals `?`; variables keep apart. Spacing, comments and the case of words are lost."""
    variables = _Numbers()
    parts: list[str] = []
    found = _read(query)
    for i, (token, role) in enumerate(found):
        if role == "variable":
            parts.append(f"v{variables[_plain(token)]}")
        elif role == "keyword":
            parts.append(token.text.upper())
        elif not _is_minus_of_a_literal(found, i):
            parts.append(MASKS.get(role, token.text.lower()))
    return re.sub(r"\[ \?(?: , \?)+ \]", "[ ? ]", " ".join(parts))


def canonical(query: str, schema: Schema) -> tuple[str, Schema]:
    """The query and its schema in canonical names: labels L1, types R1, properties p1,
    variables v1, and literals of the same form. Of the schema's properties only those that the
    query names are left. What Neo4j and `fit` say of this pair is what they say of the original.
    Queries that cannot be renamed safely come back as they are."""
    found = _read(query)
    if any(_unsafe(token, role) for token, role in found):
        return query, schema
    names = _Names(found)
    parts, end = [], 0
    for token, role in found:
        parts.append(" " * (token.start > end > 0) + names.of(token, role))
        end = token.start + len(token.text)
    return "".join(parts), names.renamed(schema)


def _read(query: str) -> list[tuple[Token, Role]]:
    found = tokens(query)
    both = zip(found, roles(found), strict=True)
    return [(token, role) for token, role in both if role != "comment"]


def _plain(token: Token) -> str:
    """A name without its backquotes."""
    return token.text[1:-1].replace("``", "`") if token.kind == "quoted" else token.text


def _is_minus_of_a_literal(found: list[tuple[Token, Role]], i: int) -> bool:
    if found[i][0].text != "-" or i + 1 == len(found) or found[i + 1][1] != "literal":
        return False
    before, role = found[i - 1] if i else (found[i][0], "sign")
    return role == "keyword" or (role == "sign" and before.text not in (")", "]", "}"))


def _unsafe(token: Token, role: Role) -> bool:
    """Odd text, and quoted variables: such a name may be equal to a column's implied name."""
    return "open" in token.kind or role == "other" or (role, token.kind) == ("variable", "quoted")


class _Numbers(dict):
    """Numbers given in order of first asking."""

    def __missing__(self, key: object) -> int:
        self[key] = len(self) + 1
        return self[key]


class _Names:
    """Canonical names for one query, another one for each different name and literal."""

    def __init__(self, found: list[tuple[Token, Role]]) -> None:
        self.numbers: defaultdict[str, _Numbers] = defaultdict(_Numbers)
        self.properties = {_plain(token) for token, role in found if role == "property"}
        # In `m.released.year` the year is no property; where it may be both, it keeps its name.
        self.words = {token.text for token, role in found if role == "word"}
        named = bound([token for token, _ in found])
        # As a variable, a word of Cypher may be wrong in some place: head(all), CASE x WHEN in.
        words = KEYWORDS | ALSO_KEYWORDS
        self.variables = {name for name in named if name.lower() not in words}
        self.has_shares = any(t.text.lower().startswith("percentile") for t, _ in found)
        others = {t.text for t, role in found if role == "variable"} - self.variables
        self.stem = "v"
        while any(name.startswith(self.stem) for name in others):
            self.stem += "v"

    def of(self, token: Token, role: Role) -> str:
        """What stands for a token in the canonical query."""
        match role:
            case "label":
                return self.number("L", _plain(token))
            case "type":
                return self.number("R", _plain(token))
            case "index":
                return self.number("i", token.text)
            case "property":
                return self.property(_plain(token))
            case "variable" if token.text in self.variables:
                return self.number(self.stem, token.text)
            case "literal":
                return self.literal(token.text)
        return token.text

    def number(self, stem: str, text: str) -> str:
        return f"{stem}{self.numbers[stem][text]}"

    def property(self, name: str) -> str:
        return name if name in self.words else self.number("p", name)

    def literal(self, text: str) -> str:
        if text == "1" and self.has_shares:  # percentileCont(x, 1) is right, and 2 is wrong
            return text
        for form, write in FORMS:
            if re.fullmatch(form, text, re.DOTALL):
                return write(self.numbers[form][text])
        return text

    def renamed(self, schema: Schema) -> Schema:
        kinds = {
            kind.label: replace(
                kind, label=self.number("L", kind.label), props=self.props(kind.props)
            )
            for kind in schema.kinds
        }
        links = tuple(
            replace(
                link,
                type=self.number("R", link.type),
                source=kinds[link.source.label],
                target=kinds[link.target.label],
                props=self.props(link.props),
            )
            for link in schema.links
        )
        return replace(schema, kinds=tuple(kinds.values()), links=links)

    def props(self, props: tuple[Prop, ...]) -> tuple[Prop, ...]:
        used = self.properties | self.words
        return tuple(replace(p, name=self.property(p.name)) for p in props if p.name in used)
