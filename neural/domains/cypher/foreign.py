"""Which names of a query a schema lacks: labels, relationship types and properties."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from neural.domains.cypher.lexer import COMPONENTS, Role, Token, roles, tokens

ELEMENTS = frozenset({"node", "relationship"})  # columns of procedures that hold no unknown maps
ENDS = frozenset({")", "]", "{", "*", "where"})  # what may follow the labels in a pattern


class Name(NamedTuple):
    """A name that a query mentions: a "label", "type" or "property", the latter with the labels or
    types that its owner may have, none if they are unknown."""

    role: Role
    text: str
    owners: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{'|'.join(sorted(self.owners))}.{self.text}" if self.owners else self.text


def foreign(query: str, schema: str, also: str = "") -> list[str]:
    """Names that neither the schema's text nor the query `also` has, sorted; any text will do as
    the query. In a schema that is written as patterns a label must be a label, and a property one
    of its owner's; of other texts a name must be a word."""
    patterns = all(line.startswith("(:") for line in schema.splitlines() if line.strip())
    known = _Known(mentioned(also) | (mentioned(schema) if patterns else set()))
    unknown = {name for name in mentioned(query) if not known.has(name)}
    if not patterns:
        unknown = {name for name in unknown if not _is_word_of(schema, name.text)}
    return sorted(map(str, unknown))


def mentioned(query: str) -> set[Name]:
    """The labels, types and properties that a query names, without their backquotes."""
    return set(_Reader(query).names())


def _is_word_of(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


class _Known:
    def __init__(self, names: set[Name]) -> None:
        self.names = {(name.role, name.text) for name in names}
        self.owned = {(owner, name.text) for name in names for owner in name.owners}
        self.of_any = {name.text for name in names if name.role == "property" and not name.owners}

    def has(self, name: Name) -> bool:
        if (name.role, name.text) not in self.names or name.text in self.of_any:
            return (name.role, name.text) in self.names
        # An owner that is unknown itself is no reason to count its properties too.
        owners = {o for o in name.owners if {("label", o), ("type", o)} & self.names}
        return not owners or any((owner, name.text) in self.owned for owner in owners)


class _Reader:
    """Goes through a query's tokens, after a look at what its brackets and variables hold."""

    def __init__(self, query: str) -> None:
        found = tokens(query)
        read = zip(found, roles(found), strict=True)
        self.all: list[tuple[Token, Role]] = [pair for pair in read if pair[1] != "comment"]
        self.kinds = {-1: ""}  # of each open bracket, by its place
        self.inside = self._brackets()  # the place of the bracket that is open at each token
        self.patterns: dict[int, tuple[str, frozenset[str]]] = {}  # variable, labels of a bracket
        self.labels: dict[str, set[str]] = defaultdict(set)  # of each variable that a pattern binds
        self._bind()
        # Keys of maps that the query makes: `m.name` of such a map is no property of the graph.
        self.keys = {_plain(t) for i, (t, _) in enumerate(self.all) if self._key(i) == "map"}
        self.maps = set(self._unknown_maps())

    def names(self) -> Iterator[Name]:
        for i, (token, role) in enumerate(self.all):
            if role in ("label", "type"):
                yield Name(role, _plain(token))
            elif role == "property" and self._of_the_graph(i, token):
                yield Name(role, _plain(token), self._owners(i))

    def text(self, i: int) -> str:
        return self.all[i][0].text.lower() if 0 <= i < len(self.all) else ""

    def role(self, i: int) -> Role | str:
        return self.all[i][1] if 0 <= i < len(self.all) else ""

    def _brackets(self) -> list[int]:
        inside, open_, keyword = [], [-1], ""
        for i in range(len(self.all)):
            inside.append(open_[-1])
            if self.role(i) == "keyword":
                keyword = self.text(i)
            if self.text(i) in (")", "]", "}") and len(open_) > 1:
                open_.pop()
            elif self.text(i) in ("(", "[", "{"):
                self.kinds[i] = self._kind(i, self.kinds[open_[-1]], keyword)
                open_.append(i)
        return inside

    def _kind(self, i: int, around: str, keyword: str) -> str:
        before = self.text(i - 1)
        if self.text(i) == "(":
            return "call" if self.role(i - 1) == "function" else "group"
        if self.text(i) == "[":
            return "relationship" if before in ("-", "<-") else "list"
        if before in ("=", "+=") and keyword == "set":
            return "set"
        follows = self.role(i - 1) not in ("keyword", "function", "property")
        return "pattern" if around in ("group", "relationship") and follows else "map"

    def _bind(self) -> None:
        """Notes the labels of patterns and of the variables in them."""
        for i, kind in self.kinds.items():
            if kind not in ("group", "relationship"):
                continue
            end = i + 1 + (self.role(i + 1) == "variable")
            variable = self.all[i + 1][0].text if end > i + 1 else ""
            start = end
            while self.text(end) in (":", "|", "&") or self.role(end) in ("label", "type"):
                end += 1
            if self.text(end) in ENDS:
                run = self.all[start:end]
                labels = frozenset(_plain(t) for t, role in run if role in ("label", "type"))
                self.patterns[i] = variable, labels
                self.labels[variable] |= labels
        for i, (token, role) in enumerate(self.all):
            if role in ("label", "type") and self.role(i - 2) == "variable":  # WHERE movie:Film
                self.labels[self.all[i - 2][0].text].add(_plain(token))

    def _owners(self, i: int) -> frozenset[str]:
        if self._key(i) == "pattern":
            variable, labels = self.patterns.get(self.inside[self.inside[i]], ("", frozenset()))
        else:
            at = self.inside[i] - 1 if self._is_projected(i) else i - 2
            at = self.inside[i] - 2 if self._key(i) == "set" else at
            variable = self.all[at][0].text if self.role(at) == "variable" else ""
            labels = frozenset()
        return labels | self.labels.get(variable, set()) if variable else labels

    def _is_projected(self, i: int) -> bool:
        return self.text(i - 1) == "." and self.text(i - 2) in ("{", ",")

    def _of_the_graph(self, i: int, token: Token) -> bool:
        if kind := self._key(i):
            return kind in ("pattern", "set")
        if self.role(i - 2) == "parameter":
            return False
        if self.role(i - 2) == "variable":
            owner = self.all[i - 2][0].text
            if owner in self.labels:
                return True
            if owner in self.maps or token.text.lower() in COMPONENTS:
                return False
        return _plain(token) not in self.keys

    def _key(self, i: int) -> str:
        """What a map is whose key a token is; nothing for other tokens."""
        is_key = self.role(i) == "property" and self.text(i + 1) == ":" and self.text(i - 1) != "."
        return self.kinds[self.inside[i]] if is_key else ""

    def _unknown_maps(self) -> Iterator[str]:
        """Variables of which nobody knows what they hold: rows of files and of parameters, and
        what procedures yield."""
        yields = False
        for i, (token, role) in enumerate(self.all):
            if role == "keyword" and self.text(i) != "as":
                yields = self.text(i) == "yield"
            renamed = self.text(i - 1) == "as"
            origin = self.text(i - 2) if renamed else self.text(i)
            given = renamed and self.role(i - 2) in ("parameter", "literal")
            if role == "variable" and (given or (yields and origin not in ELEMENTS)):
                yield token.text


def _plain(token: Token) -> str:
    return token.text[1:-1].replace("``", "`") if token.kind == "quoted" else token.text
