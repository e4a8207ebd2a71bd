"""The types of a problem's values, and the values on their way between languages.

A kind is written as in Python (`list[tuple[int, str]]`, `int | None`, a record's name) and travels
as JSON: "int", ["list", "int"], ["optional", "int"], ["record", "Interval", [["start", "int"]]].
"""

import ast
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neural.errors import UserError

SCALARS = ("int", "long", "float", "str", "bool")
Kind = str | list


@dataclass(frozen=True)
class Raised:
    """An error in the place of a result: the names of its type and of those above, its message."""

    kinds: tuple[str, ...]
    message: str

    def __str__(self) -> str:
        return f"{self.kinds[0]}({self.message!r})"


@dataclass(frozen=True)
class Signature:
    """`args` are (name, kind); `methods`, of a class, (args, returned kind) by name."""

    name: str
    args: tuple[tuple[str, Kind], ...]
    returns: Kind
    methods: Mapping[str, tuple[tuple[tuple[str, Kind], ...], Kind]] | None = None

    def wire(self, case: tuple) -> list:
        """A call's arguments as JSON; of a class the constructor's, then the operations."""
        if self.methods is None:
            return self._values(self.args, case)
        initial, operations = case
        return [
            self._values(self.args, initial),
            [[name, *self._values(self.methods[name][0], rest)] for name, *rest in operations],
        ]

    def result(self, case: tuple, outcome: dict) -> Any:
        """What a call returned: a Python value, or Raised; of a class a list of these."""
        if "error" in outcome:
            return Raised(tuple(outcome["error"]), outcome["message"])
        if self.methods is None:
            return native(outcome["value"], self.returns)
        return [
            Raised(tuple(each["error"]), each["message"])
            if "error" in each
            else native(each["value"], self.methods[name][1])
            for (name, *_), each in zip(case[1], outcome["value"], strict=True)
        ]

    def show(self, case: tuple) -> str:
        """The call as people write it in Python."""
        if self.methods is None:
            return f"{self.name}({', '.join(map(repr, case))})"
        calls = [f".{name}({', '.join(map(repr, rest))})" for name, *rest in case[1]]
        return f"{self.name}({', '.join(map(repr, case[0]))})" + "; ".join(calls)

    def _values(self, args: tuple, values: tuple) -> list:
        if len(args) != len(values):
            raise UserError(f"{self.name}: {len(values)} values {values!r} for {len(args)} args")
        return [wire(value, kind) for value, (_, kind) in zip(values, args, strict=True)]


def signature(
    text: str,
    methods: tuple[str, ...],
    records: Mapping[str, str],
    generics: Mapping[str, str],
) -> Signature:
    """Parses `name(arg: type, ...) -> type`, of a class its constructor and its methods."""
    known: dict[str, Kind] = {name: parse(kind, {}) for name, kind in generics.items()}
    for name, fields in records.items():
        args = _function(f"{name}({fields})", known)[1]
        known[name] = ["record", name, [list(each) for each in args]]
    name, args, returns = _function(text, known)
    if not methods:
        return Signature(name, args, returns)
    parsed = [_function(each, known) for each in methods]
    return Signature(name, args, "none", {each: (inputs, kind) for each, inputs, kind in parsed})


def parse(text: str, known: Mapping[str, Kind]) -> Kind:
    """The kind of an annotation; UserError where it is none."""
    return _kind(ast.parse(text, mode="eval").body, known)


def _function(text: str, known: Mapping[str, Kind]) -> tuple[str, tuple, Kind]:
    try:
        made = ast.parse(f"def {text}: ...").body[0]
    except SyntaxError as error:
        raise UserError(f"signature {text!r}: {error.msg}") from None
    args = tuple((arg.arg, _kind(arg.annotation, known)) for arg in made.args.args)
    return made.name, args, _kind(made.returns, known) if made.returns else "none"


def _kind(node: ast.expr | None, known: Mapping[str, Kind]) -> Kind:
    match node:
        case ast.Name(id=name) if name in known:
            return known[name]
        case ast.Name(id=name) if name in SCALARS:
            return name
        case ast.Constant(value=None):
            return "none"
        case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Constant(value=None)):
            return ["optional", _kind(left, known)]
        case ast.Subscript(value=ast.Name(id="list" | "set" as head), slice=inner):
            return [head, _kind(inner, known)]
        case ast.Subscript(
            value=ast.Name(id="dict" | "tuple" as head), slice=ast.Tuple(elts=inner)
        ):
            return [head, *(_kind(each, known) for each in inner)]
    found = ast.unparse(node) if node else "nothing"
    raise UserError(
        f"type {found!r}: expected {', '.join(SCALARS)}, list[T], set[T], dict[K, V], "
        f"tuple[A, B], T | None or a record's name{' of ' + ', '.join(known) if known else ''}"
    )


def wire(value: Any, kind: Kind) -> Any:
    """A Python value as JSON; records are given as tuples of their fields."""
    if isinstance(kind, str):
        if kind == "float":
            return value if math.isfinite(value) else str(float(value))
        return str(value) if kind == "long" else value
    head, *rest = kind
    if head == "optional":
        return None if value is None else wire(value, rest[0])
    if head == "dict":
        return [[wire(k, rest[0]), wire(v, rest[1])] for k, v in value.items()]
    if head == "tuple":
        return [wire(v, k) for v, k in zip(value, rest, strict=True)]
    if head == "record":
        return [wire(v, k) for v, (_, k) in zip(value, rest[1], strict=True)]
    items = sorted(value) if head == "set" else value
    return [wire(v, rest[0]) for v in items]


def native(value: Any, kind: Kind) -> Any:
    """The Python value of what came back; records and tuples are tuples."""
    if isinstance(kind, str):
        if kind == "float":
            return float(value)
        return int(value) if kind == "long" else value
    head, *rest = kind
    if head == "optional":
        return None if value is None else native(value, rest[0])
    if head == "dict":
        return {native(k, rest[0]): native(v, rest[1]) for k, v in value}
    if head == "tuple":
        return tuple(native(v, k) for v, k in zip(value, rest, strict=True))
    if head == "record":
        return tuple(native(v, k) for v, (_, k) in zip(value, rest[1], strict=True))
    made = [native(v, rest[0]) for v in value]
    return set(made) if head == "set" else made


def same(left: Any, right: Any) -> bool:
    """Whether two results are equal; floats up to rounding, errors by their message."""
    if isinstance(left, Raised) or isinstance(right, Raised):
        return type(left) is type(right) and left.message == right.message
    if isinstance(left, float) and isinstance(right, float):
        both_nan = math.isnan(left) and math.isnan(right)
        return both_nan or math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    return left == right
