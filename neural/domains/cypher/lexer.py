"""Cypher as tokens, and what each of them does in its query, without a parser.

Works on any text: what models answer and people write need not be right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal[
    "name", "quoted", "string", "number", "parameter", "comment", "sign", "other",
    "open string", "open quoted", "open comment",
]  # fmt: skip

# Possessive (`*+`): an unterminated literal must not be read as a shorter, terminated one.
TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<comment>//[^\r\n]*|/\*.*?\*/)
    | (?P<open_comment>/\*.*)
    | (?P<string>'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")
    | (?P<open_string>['"].*)
    | (?P<quoted>`(?:[^`]|``)*+`)
    | (?P<open_quoted>`.*)
    | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*+`))
    | (?P<number>0[xo]\w*|(?:[0-9][0-9_]*)?\.[0-9][0-9_]*(?:[eE][+-]?[0-9])?\w*
        |[0-9][0-9_]*(?:[eE][+-]?[0-9])?\w*)
    | (?P<name>[^\W\d]\w*)
    | (?P<sign><=|>=|<>|!=|=~|\.\.|\+=|->|<-|\|\||::|[-+*/%^=<>()\[\]{},.;:|&!$])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """A piece of a query; `start` is its offset. "open" kinds lack their end."""

    kind: TokenKind
    text: str
    start: int


def tokens(query: str) -> list[Token]:
    """All but white space. Never fails."""
    return [
        Token(match.lastgroup.replace("_", " "), match.group(), match.start())
        for match in TOKEN.finditer(query)
        if match.lastgroup != "space"
    ]


# A "word" belongs to Cypher or to one of its functions; a "length" is a number of steps in a
# pattern; a "property" is also any key of a map.
Role = Literal[
    "keyword", "function", "word", "variable", "label", "type", "property", "index",
    "literal", "length", "parameter", "sign", "comment", "other",
]  # fmt: skip

# Not those that are functions before "(": all, any, collect, count, exists, none, single.
KEYWORDS = frozenset(
    """and as asc ascending by call case concurrent constraint contains create csv delete desc
    descending detach distinct drop each else end ends explain fieldterminator finish for foreach
    from headers if in index indexes insert is limit load match merge nodetach not null of offset
    on optional options or order profile remove require return rows set shortest show skip starts
    then transactions union unwind use using when where with xor yield""".split()  # noqa: SIM905 (a list of words reads better as text)
)
CONSTANTS = frozenset({"true", "false", "null", "nan", "inf", "infinity"})
ALSO_KEYWORDS = frozenset({"all", "any", "collect", "count", "exists"})
BLOCKS = frozenset({"exists", "count", "collect", "call"})
AFTER_IS = frozenset("not null typed labeled normalized unique key node relationship ::".split())  # noqa: SIM905
# Functions that take a map of words of their own: point({latitude: 1.5, longitude: 2}).
WORD_MAPS = frozenset(
    "date datetime duration localdatetime localtime point time truncate".split()  # noqa: SIM905
)


# What dates, times, durations and points have: in `movie.released.year`, year is no property.
COMPONENTS = frozenset(
    """year quarter month week day dayofweek dayofquarter ordinalday hour minute second millisecond
    microsecond nanosecond years quarters months weeks days hours minutes seconds milliseconds
    microseconds nanoseconds timezone offset epochseconds epochmillis x y z longitude latitude
    height crs srid""".split()  # noqa: SIM905
)


def roles(found: Sequence[Token]) -> list[Role]:
    """The role of each token, as its neighbours and the open brackets tell it."""
    read = iter(_Reader(_without_comments(found)).read())
    return ["comment" if "comment" in token.kind else next(read) for token in found]


def bound(found: Sequence[Token]) -> set[str]:
    """The names that are surely variables, though some may be keywords too."""
    return _Reader(_without_comments(found)).bound


def _without_comments(found: Sequence[Token]) -> list[Token]:
    return [token for token in found if "comment" not in token.kind]


class _Reader:
    """Goes through a query once, from left to right."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.open: list[tuple[str, str]] = []  # what each open bracket holds, the word before it
        self.closed = ""  # the word before the bracket that was closed last
        self.roles: list[Role] = []
        self.relationships: set[str] = set()
        self.bound = {t.text for i, t in enumerate(found) if t.kind == "name" and self._binds(i)}

    def read(self) -> list[Role]:
        for i in range(len(self.tokens)):
            self.roles.append(self._role(i))
        return self.roles

    def text(self, i: int) -> str:
        """A token's text in lower case, or nothing beyond the ends."""
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def _binds(self, i: int) -> bool:
        """Whether this is surely a variable, though its name may be a keyword's."""
        before, after = self.text(i - 1), self.text(i + 1)
        if self.text(i) in CONSTANTS or self.text(i) == "distinct":
            return False
        if before in ("(", "["):
            return after in (":", ")", "]", "{", "in", "*")
        is_path = after == "=" and self.text(i + 2) in ("(", "shortestpath", "allshortestpaths")
        return before == "as" or (is_path and before != ".")

    def _role(self, i: int) -> Role:
        token = self.tokens[i]
        holds = self.open[-1][0] if self.open else ""
        match token.kind:
            case "sign":
                self._bracket(i, holds)
                return "sign"
            case "number":
                around = self.text(i - 1) in ("*", "..") or self.text(i + 1) == ".."
                is_length = holds == "quantifier" or (holds == "relationship" and around)
                return "length" if is_length else "literal"
            case "string" | "open string":
                return "literal"
            case "parameter":
                return "parameter"
            case "name" | "quoted" | "open quoted":
                return self._name(i, token, holds)
        return "other"

    def _bracket(self, i: int, holds: str) -> None:
        sign, before, after = self.text(i), self.text(i - 1), self.text(i + 1)
        if sign == "(":
            if i and self.roles[i - 1] == "function":
                kind = "call"
            elif before in ("|", "&", "!") or (before == ":" and holds not in ("map", "words")):
                kind = "labels" if holds not in ("list", "call", "foreach") else "group"
            else:
                kind = "foreach" if before == "foreach" else "group"
            self.open.append((kind, before))
        elif sign == "[":
            self.open.append(("relationship" if before in ("-", "<-") else "list", before))
        elif sign == "{":
            self.open.append((self._brace(before, after, holds), before))
        elif sign in (")", "]", "}") and self.open:
            self.closed = self.open.pop()[1]

    def _brace(self, before: str, after: str, holds: str) -> str:
        if before in (")", "-", "->") and (after == "," or after.isdigit()):
            return "quantifier"
        if before in BLOCKS or (before == ")" and self.closed == "call"):
            return "block"
        return "words" if holds == "call" and self.open[-1][1] in WORD_MAPS else "map"

    def _name(self, i: int, token: Token, holds: str) -> Role:
        before, after, word = self.text(i - 1), self.text(i + 1), self.text(i)
        if before == "." or after == ".":
            if self._called(i):
                return "function"
            if before == ".":
                of_a_value = self.text(i - 2) in (")", "]") or self.roles[i - 2] == "property"
                return "word" if of_a_value and word in COMPONENTS else "property"
        if holds in ("map", "words") and after == ":":
            return "word" if holds == "words" else "property"
        if self._is_label(before, word, holds):
            owner = self.tokens[i - 2].text if before == ":" and i > 1 else ""
            inner = next((kind for kind, _ in reversed(self.open) if kind != "labels"), "")
            is_type = inner == "relationship" or owner in self.relationships
            return "type" if is_type else "label"
        if token.kind != "name":
            return "variable"
        if after == "(" and word not in KEYWORDS:
            return "function"
        return self._word(token.text, before, after, holds)

    def _is_label(self, before: str, word: str, holds: str) -> bool:
        if holds == "labels" or before in ("&", "!"):
            return True
        if before == "|":
            return holds not in ("list", "call", "foreach", "map", "words")
        if before == "is":
            return word not in AFTER_IS
        return before == ":" and holds not in ("map", "words")

    def _called(self, i: int) -> bool:
        """Whether a name with dots is that of a function or procedure."""
        first = last = i
        while self.text(first - 1) == ".":
            first -= 2
        while self.text(last + 1) == ".":
            last += 2
        return self.text(last + 1) == "(" or self.text(first - 1) == "call"

    def _word(self, text: str, before: str, after: str, holds: str) -> Role:
        word = text.lower()
        if text in self.bound and not (word == "order" and after == "by"):
            if holds == "relationship" and before == "[":
                self.relationships.add(text)
            return "variable"
        if word in CONSTANTS and word != "null":
            return "literal"
        if word == "where" and holds == "relationship":
            self.open[-1] = ("group", "")  # what follows are no lengths
        if word in KEYWORDS or word in ALSO_KEYWORDS or after in ("index", "indexes"):
            return "keyword"
        if before in ("index", "constraint"):
            return "index"
        return "keyword" if before == "is" else "variable"
