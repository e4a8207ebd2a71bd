"""Calls as source text: `Chunked.chunked(List.of(1, 2), 2)`, and what came of them."""

import json
import re
from typing import Any

from neural.domains.coding import syntax
from neural.domains.coding.kinds import Raised, Signature, native
from neural.domains.coding.syntax import Function
from neural.domains.coding.values import Unshown, literal

OPEN = "*"  # of an error, a message that the texts leave to whoever writes the code
WRONG_TYPE = re.compile(r"found (\S+), expected ")  # the runners' own words


class Caller:
    """Writes calls of one source text. `entry` is `family.Family.entry`."""

    def __init__(self, source: str, entry: dict, language: str) -> None:
        self.source, self.entry, self.language = source, entry, language
        self.methods = entry["methods"]
        found = syntax.called(source, language, entry["name"], bool(self.methods))
        if not found:
            raise Unshown(entry["name"])
        self.function = found
        self.signature = signature(entry)

    def call(self, args: list) -> str:
        """A function's call, or a constructor's. `args` as on the wire."""
        return self._call(self._callee(), self.function, args, self.entry["args"])

    def steps(self, case: list) -> list[str]:
        """Of a class: each operation on an object called `variable`."""
        return [self.step(name, values) for name, *values in case[1]]

    def step(self, name: str, values: list) -> str:
        """One operation."""
        owner = syntax.class_name(self.source, self.language, self.entry["name"])
        found = syntax.method(self.source, self.language, owner or "", name)
        if not found:
            raise Unshown(name)
        if found.getter:
            return f"{self.variable}.{found.name}"
        return self._call(f"{self.variable}.{found.name}", found, values, self.methods[name][0])

    @property
    def variable(self) -> str:
        """What an object is called in tests: `queue` for BoundedQueue."""
        words = re.findall(r"[A-Z][a-z0-9]*", self.entry["name"]) or [self.entry["name"]]
        return words[-1].lower()

    def returns(self, method: str = "") -> str:
        """The type's text of a result, of Go without error and found."""
        found = self.function
        if method:
            owner = syntax.class_name(self.source, self.language, self.entry["name"])
            found = syntax.method(self.source, self.language, owner or "", method)
        type_ = found.returns.strip() if found else ""
        if self.language == "python":
            return type_
        if self.language == "java" and found and found.awaited:
            return type_[type_.index("<") + 1 : -1]
        return type_

    def value(self, value: Any, kind, type_: str) -> str:
        """A native result as source text."""
        return literal(value, kind, self.language, type_, self.source)

    def told(self, outcome: dict, kind, method: str = "") -> str:
        """What a call did, in a few words: `[1, 2]`, `RangeError: too small`."""
        if "error" in outcome:
            name = outcome["error"][0]
            message = outcome["message"]
            if outcome.get("shown"):
                return outcome["shown"]
            if wrong := WRONG_TYPE.match(message):
                return f"a value of the wrong type, {wrong[1]}"
            if message == OPEN:
                return "an error" if self.language == "go" else name
            if self.language == "go":
                return f"panic: {message}" if name == "panic" else f"error {json.dumps(message)}"
            return f"{name}: {message}" if message else name
        value = native(outcome["value"], kind)
        if kind[0] == "optional" and (told := self._perhaps(value, kind[1], self.returns(method))):
            return told
        return shown(value, kind, self.language, self.returns(method))

    def _perhaps(self, value: Any, kind, type_: str) -> str:
        """A result that may be missing, where the language has more than null for that."""
        if self.language == "go" and type_.endswith(", bool)"):
            zero = {"str": '""', "bool": "false", "int": "0", "long": "0", "float": "0"}
            if value is None:
                return f"{zero.get(kind if isinstance(kind, str) else '', 'nil')}, false"
            return f"{_printed(value, kind)}, true"
        if self.language == "java" and type_.startswith("Optional"):
            name = type_.split("<")[0]
            return f"{name}.empty" if value is None else f"{name}[{_listed(value, kind)}]"
        return ""

    def _callee(self) -> str:
        name = self.function.name
        if self.methods:
            owner = syntax.class_name(self.source, self.language, self.entry["name"])
            if self.language == "go":
                return name + self._type_arguments()
            if self.language == "python":
                return owner
            generic = "<>" if self.language == "java" and self._generic(owner) else ""
            return f"new {owner}{generic}"
        return f"{self.function.owner}.{name}" if self.language == "java" else name

    def _generic(self, owner: str) -> bool:
        return re.search(rf"class {owner}<", self.source) is not None

    def _type_arguments(self) -> str:
        if not re.search(rf"func {self.function.name}\[", self.source):
            return ""
        from neural.domains.coding.values import GO_SCALARS

        return f"[{', '.join(GO_SCALARS[each] for each in self.entry['generics'].values())}]"

    def _call(self, callee: str, found: Function, args: list, kinds: list) -> str:
        params = list(found.params)
        made = []
        if self.language == "go" and params and params[0][1] == "context.Context":
            params = params[1:]
            made.append("context.Background()")
        if len(params) != len(kinds):
            if self.language in ("go", "java") or params:
                raise Unshown(callee)
            params = [("", "")] * len(kinds)
        for value, (_, kind), (_, type_) in zip(args, kinds, params, strict=True):
            text = literal(native(value, kind), kind, self.language, type_, self.source)
            made.append(f"{text}..." if self.language == "go" and type_[:3] == "..." else text)
        return f"{callee}({', '.join(made)})"


def signature(entry: dict) -> Signature:
    """How the calls of an entry are read."""
    args = tuple((name, kind) for name, kind in entry["args"])
    return Signature(entry["name"], args, entry["returns"], entry["methods"])


def shown(value: Any, kind, language: str, type_: str = "") -> str:
    """A value as a test's message prints it, without types; `type_` is Go's."""
    if isinstance(value, Raised):
        return str(value)
    if language == "go":
        several = re.fullmatch(r"\((?:\w+ )?(.*?)(?:, (?:\w+ )?error)?\)", type_)
        inner = several[1] if several else type_
        if several and kind[0] == "tuple" and "," in re.sub(r"\[.*?\]", "", inner):
            return ", ".join(_printed(v, k) for v, k in zip(value, kind[1:], strict=True))
        return _printed(value, kind, inner)
    if language == "java":
        return _listed(value, kind)
    return literal(value, kind, language)


def _printed(value: Any, kind, type_: str = "") -> str:
    """As Go's %v does, with texts in quotes; a tuple is an array or slice, or a struct."""
    if isinstance(kind, str):
        if kind == "str":
            return literal(value, kind, "go")
        return "nil" if value is None else literal(value, kind, "go")
    head, *rest = kind
    if head == "optional":
        return "nil" if value is None else _printed(value, rest[0])
    if head in ("list", "set"):
        items = sorted(value) if head == "set" else value
        inner = type_.removeprefix("[]")
        return f"[{' '.join(_printed(v, rest[0], inner) for v in items)}]"
    if head == "dict":
        inner = type_.partition("]")[2]
        pairs = (
            f"{_printed(k, rest[0])}:{_printed(v, rest[1], inner)}"
            for k, v in sorted(value.items())
        )
        return f"map[{' '.join(pairs)}]"
    kinds = rest if head == "tuple" else [k for _, k in rest[1]]
    made = " ".join(_printed(v, k) for v, k in zip(value, kinds, strict=True))
    return f"[{made}]" if type_.startswith("[") else f"{{{made}}}"


def _listed(value: Any, kind) -> str:
    if isinstance(kind, str):
        if kind == "str":
            return literal(value, kind, "java")
        return (
            "null"
            if value is None
            else literal(value, kind, "java", "long")[:-1]
            if (kind in ("int", "long"))
            else literal(value, kind, "java")
        )
    head, *rest = kind
    if head == "optional":
        return "null" if value is None else _listed(value, rest[0])
    if head in ("list", "set"):
        items = sorted(value) if head == "set" else value
        return f"[{', '.join(_listed(v, rest[0]) for v in items)}]"
    if head == "dict":
        pairs = (f"{_listed(k, rest[0])}={_listed(v, rest[1])}" for k, v in value.items())
        return f"{{{', '.join(pairs)}}}"
    kinds = rest if head == "tuple" else [k for _, k in rest[1]]
    made = ", ".join(_listed(v, k) for v, k in zip(value, kinds, strict=True))
    return f"({made})" if head == "tuple" else f"{kind[1]}[{made}]"
