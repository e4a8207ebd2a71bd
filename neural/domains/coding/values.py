"""Values as source text: how people write them in each language, of the types that a source names.

`Unshown` is raised where there is no plain way, as for a stream or a callback.
"""

import json
import math
import re
from typing import Any

from neural.domains.coding import syntax
from neural.domains.coding.kinds import Kind

GO_SCALARS = {"int": "int", "long": "int64", "float": "float64", "str": "string", "bool": "bool"}


class Unshown(Exception):
    """There is no plain literal of that type."""


def literal(value: Any, kind: Kind, language: str, type_: str = "", source: str = "") -> str:
    """A native value (`kinds.native`) as source text; Go and Java need the type's text."""
    return WRITERS[language](value, kind, type_.strip(), source)


def _string(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise Unshown(str(value))
    return repr(round(float(value), 10))


def camel(name: str) -> str:
    """`first_name` as JavaScript spells it."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def _record(kind: Kind, source: str, language: str) -> str:
    return syntax.class_name(source, language, kind[1]) or kind[1]


def _python(value: Any, kind: Kind, type_: str, source: str) -> str:
    if isinstance(kind, str):
        return _number(value) if kind == "float" else repr(value)
    head, *rest = kind
    inner = lambda v, k: _python(v, k, "", source)  # noqa: E731
    if head == "optional":
        return "None" if value is None else inner(value, rest[0])
    if head == "list":
        return f"[{', '.join(inner(v, rest[0]) for v in value)}]"
    if head == "set":
        return f"{{{', '.join(inner(v, rest[0]) for v in sorted(value))}}}" if value else "set()"
    if head == "dict":
        pairs = (f"{inner(k, rest[0])}: {inner(v, rest[1])}" for k, v in value.items())
        return f"{{{', '.join(pairs)}}}"
    if head == "tuple":
        made = ", ".join(inner(v, k) for v, k in zip(value, rest, strict=True))
        return f"({made},)" if len(value) == 1 else f"({made})"
    fields = ", ".join(inner(v, k) for v, (_, k) in zip(value, rest[1], strict=True))
    return f"{_record(kind, source, 'python')}({fields})"


def _javascript(value: Any, kind: Kind, type_: str, source: str) -> str:
    if isinstance(kind, str):
        if kind == "none":
            return "undefined"
        if kind == "str":
            double = _string(value)
            if "'" in value and '"' not in value:
                return double
            return "'" + double[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"
        if kind == "float":
            text = _number(value)
            return text.removesuffix(".0")
        if kind == "bool":
            return str(value).lower()
        return f"{value}n" if kind == "long" else repr(value)
    head, *rest = kind
    inner = lambda v, k: _javascript(v, k, "", source)  # noqa: E731
    if head == "optional":
        return "null" if value is None else inner(value, rest[0])
    if head == "list":
        return f"[{', '.join(inner(v, rest[0]) for v in value)}]"
    if head == "set":
        made = ", ".join(inner(v, rest[0]) for v in sorted(value))
        return f"new Set([{made}])" if value else "new Set()"
    if head == "dict":
        made = ", ".join(f"[{inner(k, rest[0])}, {inner(v, rest[1])}]" for k, v in value.items())
        return f"new Map([{made}])" if value else "new Map()"
    if head == "tuple":
        return f"[{', '.join(inner(v, k) for v, k in zip(value, rest, strict=True))}]"
    pairs = (f"{camel(name)}: {inner(v, k)}" for v, (name, k) in zip(value, rest[1], strict=True))
    return f"{{ {', '.join(pairs)} }}"


def _go_type(kind: Kind) -> str:
    """The usual type of a kind, where the source's own is a type parameter."""
    if isinstance(kind, str) and kind in GO_SCALARS:
        return GO_SCALARS[kind]
    if kind[0] == "list":
        return f"[]{_go_type(kind[1])}"
    raise Unshown(str(kind))


def _go(value: Any, kind: Kind, type_: str, source: str, short: bool = False) -> str:
    type_ = type_.removeprefix("...")
    if isinstance(kind, str):
        if kind == "str":
            if type_ in ("rune", "byte") and len(value) == 1:
                return f"'{value}'" if value not in "'\\\n\t" else repr(value)
            return _string(value)
        if kind == "none":
            return "nil"
        if kind == "bool":
            return str(value).lower()
        return _number(value).removesuffix(".0") if kind == "float" else repr(value)
    head, *rest = kind
    if head == "optional":
        if value is None:
            return "nil"
        inner = _go(value, rest[0], type_.removeprefix("*"), source)
        if not type_.startswith("*"):
            return inner
        if not isinstance(rest[0], str):
            return f"&{inner}"
        return f"new(int64({inner}))" if type_ == "*int64" else f"new({inner})"
    if head == "list":
        if not type_.startswith("[]"):
            if not re.fullmatch(r"[A-Z]\w?|S", type_):
                raise Unshown(type_)
            type_ = _go_type(kind)
        made = ", ".join(_go(v, rest[0], type_[2:], source, True) for v in value)
        return _braced(_concrete(type_, kind), made, short)
    if head in ("set", "dict"):
        found = re.fullmatch(r"map\[([\w.]+)\](.+)", type_)
        if not found:
            raise Unshown(type_)
        if head == "set":
            mark = "{}" if found[2] == "struct{}" else "true"
            made = ", ".join(f"{_go(v, rest[0], found[1], source)}: {mark}" for v in sorted(value))
        else:
            made = ", ".join(
                f"{_go(k, rest[0], found[1], source)}: {_go(v, rest[1], found[2], source, True)}"
                for k, v in value.items()
            )
        return _braced(type_, made, short)
    if head == "tuple":
        array = re.fullmatch(r"\[\d+\](\w+)", type_)
        types = [array[1]] * len(rest) if array else _go_fields(type_, source)
        if len(types) != len(rest):
            raise Unshown(type_)
        pairs = zip(value, rest, types, strict=True)
        made = ", ".join(_go(v, k, t, source) for v, k, t in pairs)
        return _braced(type_, made, short)
    pointer, type_ = type_.startswith("*"), type_.removeprefix("*")
    types = _go_fields(type_, source)
    if len(types) != len(rest[1]):
        raise Unshown(type_)
    pairs = zip(value, rest[1], types, strict=True)
    made = ", ".join(_go(v, k, t, source) for v, (_, k), t in pairs)
    return ("&" if pointer and not short else "") + _braced(type_, made, short)


def _concrete(type_: str, kind: Kind) -> str:
    return _go_type(kind) if re.fullmatch(r"\[\][A-Z]", type_) else type_


def _braced(type_: str, made: str, short: bool) -> str:
    return f"{'' if short else type_}{{{made}}}"


def _go_fields(name: str, source: str) -> list[str]:
    found = re.search(rf"type {re.escape(name)}(?:\[[^\]]*\])? struct \{{([^}}]*)\}}", source)
    types = []
    for line in found[1].splitlines() if found else ():
        names, _, type_ = re.sub(r"//.*", "", line).strip().rpartition(" ")
        types += [type_] * len(names.split(",")) if names else []
    return types


def _arguments(type_: str) -> tuple[str, list[str]]:
    """`Map<K, List<V>>` is Map and its arguments."""
    head, bracket, rest = type_.partition("<")
    if not bracket:
        return type_.split(".")[-1], []
    parts, depth, start = [], 0, 0
    inner = rest[: rest.rindex(">")]
    for i, letter in enumerate(inner):
        depth += (letter == "<") - (letter == ">")
        if letter == "," and depth == 0:
            parts.append(inner[start:i].strip())
            start = i + 1
    return head.split(".")[-1].strip(), [*parts, inner[start:].strip()]


def _java(value: Any, kind: Kind, type_: str, source: str) -> str:
    if isinstance(kind, str):
        return _java_scalar(value, kind, type_)
    head, *rest = kind
    name, inner = _arguments(type_)
    if head == "optional":
        if name in ("OptionalInt", "OptionalLong", "OptionalDouble"):
            made = "" if value is None else _java(value, rest[0], name[8:].lower(), source)
            return f"{name}.of({made})" if made else f"{name}.empty()"
        if name == "Optional":
            made = "" if value is None else _java(value, rest[0], inner[0], source)
            return f"Optional.of({made})" if made else "Optional.empty()"
        return "null" if value is None else _java(value, rest[0], type_, source)
    if head == "list":
        return _java_list(value, rest[0], type_, source)
    if head == "set":
        if name not in ("Set", "Collection"):
            raise Unshown(type_)
        return f"Set.of({', '.join(_java(v, rest[0], inner[0], source) for v in sorted(value))})"
    if head == "dict":
        if name != "Map" or len(value) > 10 or None in value.values():
            raise Unshown(type_)
        pairs = (
            f"{_java(k, rest[0], inner[0], source)}, {_java(v, rest[1], inner[1], source)}"
            for k, v in value.items()
        )
        return f"Map.of({', '.join(pairs)})"
    types = _java_fields(name, source)
    kinds = rest if head == "tuple" else [k for _, k in rest[1]]
    if len(types) != len(kinds):
        raise Unshown(type_)
    made = ", ".join(_java(v, k, t, source) for v, k, t in zip(value, kinds, types, strict=True))
    return f"new {_java_place(name, source)}({made})"


def _java_scalar(value: Any, kind: str, type_: str) -> str:
    if kind == "none":
        return "null"
    if kind == "bool":
        return str(value).lower()
    if kind == "str":
        if type_ in ("char", "Character"):
            if len(value) != 1:
                raise Unshown(type_)
            return "'\\''" if value == "'" else f"'{_string(value)[1:-1]}'"
        return _string(value)
    if kind == "float" or type_ in ("double", "Double"):
        return _number(value)
    if type_ in ("long", "Long"):
        return f"{value}L"
    if not -(2**31) <= value < 2**31:
        raise Unshown(type_)
    return str(value)


def _java_list(value: list, kind: Kind, type_: str, source: str) -> str:
    if type_.startswith("..."):
        return ", ".join(_java(v, kind, type_[3:], source) for v in value)
    if type_.endswith("[]"):
        made = ", ".join(
            _java(v, kind, type_[:-2], source).removeprefix(f"new {type_[:-2]} ") for v in value
        )
        return f"new {type_} {{{made}}}"
    name, inner = _arguments(type_)
    if name not in ("List", "Collection", "Iterable", "SequencedCollection") or not inner:
        raise Unshown(type_)
    element = inner[0].removeprefix("? extends ").removeprefix("? super ")
    made = ", ".join(_java(v, kind, element, source) for v in value)
    return f"Arrays.asList({made})" if None in value else f"List.of({made})"


def _java_fields(name: str, source: str) -> list[str]:
    found = re.search(rf"record {re.escape(name)}(?:<[^>]*>)?\(([^)]*)\)", source)
    if not found or not found[1]:
        return []
    return [re.sub(r"@\w+ ", "", each).strip().rsplit(" ", 1)[0] for each in _split(found[1])]


def _split(text: str) -> list[str]:
    return _arguments(f"x<{text}>")[1]


def _java_place(name: str, source: str) -> str:
    """A record inside a class is reached through it."""
    for node in syntax.walk(syntax.parse(source, "java").root_node):
        if node.type == "record_declaration":
            if syntax.text(node.child_by_field_name("name")) != name:
                continue
            at = node.parent
            while at is not None and at.type not in syntax.CLASSES["java"]:
                at = at.parent
            return f"{syntax.text(at.child_by_field_name('name'))}.{name}" if at else name
    return name


WRITERS = {"python": _python, "go": _go, "javascript": _javascript, "java": _java}
