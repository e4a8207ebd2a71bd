"""Test files as each language has them: pytest, testing, node:test, JUnit 5."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from neural.domains.coding import syntax
from neural.domains.coding.calls import OPEN, Caller
from neural.domains.coding.kinds import native
from neural.domains.coding.values import Unshown


class Case(NamedTuple):
    """A test: what it is called, its call as on the wire, and the outcome that it demands."""

    title: str
    call: list
    outcome: dict


def write(caller: Caller, cases: Sequence[Case]) -> str:
    """The test file; Unshown where a case cannot be written."""
    return WRITERS[caller.language](caller, cases)


def _wrapped(line: str, indent: int, language: str) -> str:
    """A long line of assertEquals or deepEqual over several lines."""
    if len(line) + indent <= 88:
        return line
    found = re.fullmatch(r"(assert\.\w+|assert\w+)\((.*)\)(;?)", line)
    if not found:
        return line
    parts = _top_level(found[2])
    step = "  " if language == "javascript" else "        "
    pad = " " * indent
    comma = "," if language == "javascript" else ""
    inner = f",\n{pad}{step}".join(parts)
    end = f"{comma}\n{pad})" if language == "javascript" else ")"
    return f"{found[1]}(\n{pad}{step}{inner}{end}{found[3]}"


def _top_level(text: str) -> list[str]:
    parts, depth, start, quote = [], 0, 0, ""
    for i, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote and text[i - 1] != "\\" else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    return [*parts, text[start:].strip()]


def words(title: str) -> list[str]:
    """What is left of a title in a name."""
    return re.findall(r"[a-z0-9]+", title.lower())


def _floats(kind) -> bool:
    return "float" in str(kind)


class _Steps(NamedTuple):
    """A test's body, in pieces that each language puts together: statements before, then the
    expression that is checked, its kind, type and outcome."""

    before: list[str]
    expression: str
    kind: object
    type: str
    outcome: dict
    found: syntax.Function | None = None


def _steps(caller: Caller, case: Case) -> list[_Steps]:
    """What a test does: one call, or each operation on an object."""
    entry = caller.entry
    if entry["mutates"] is not None or "driver" in entry:
        raise Unshown("changes its argument")
    if not entry["methods"]:
        return [
            _Steps([], caller.call(case.call), entry["returns"], caller.returns(), case.outcome)
        ]
    if "error" in case.outcome:
        raise Unshown("a constructor that fails")
    owner = syntax.class_name(caller.source, caller.language, entry["name"])
    steps = []
    for (name, *values), outcome in zip(case.call[1], case.outcome["value"], strict=True):
        found = syntax.method(caller.source, caller.language, owner or "", name)
        kind = entry["methods"][name][1]
        steps.append(
            _Steps([], caller.step(name, values), kind, caller.returns(name), outcome, found)
        )
    return steps


def _python(caller: Caller, cases: Sequence[Case]) -> str:
    tests, raises = [], False
    asynchronous = caller.function.awaited
    for case in cases:
        lines = []
        if caller.methods:
            lines.append(f"{caller.variable} = {caller.call(case.call[0])}")
        for step in _steps(caller, case):
            expression = step.expression
            if asynchronous or (step.found and step.found.awaited):
                expression = f"asyncio.run({expression})"
            if "error" in step.outcome:
                raises = True
                message = re.escape(step.outcome["message"]).replace(r"\ ", " ")
                message = message.replace("'", "\\'")
                told = step.outcome["message"] != OPEN and '"' not in message
                match = f', match=r"{message}"' if told else ""
                lines += [f"with pytest.raises({step.outcome['error'][0]}{match}):"]
                lines += [f"    {expression}"]
            elif step.kind == "none":
                lines.append(expression)
            else:
                if step.found is None and caller.function.generates:
                    expression = f"list({expression})"
                lines.append(_python_check(caller, step, expression))
        name = "_".join(words(case.title))
        tests.append(f"def test_{name}():\n" + "".join(f"    {line}\n" for line in lines))
    # As formatters quote; repr, which wrote these, does otherwise.
    body = re.sub(r"""'([^'"\\\n]*)'""", r'"\1"', "\n\n".join(tests))
    head = "import asyncio\n\n" if "asyncio." in body else ""
    head += "import pytest\n\n" if raises or "pytest." in body else ""
    used = [caller.entry["name"]]
    records = {m for m in re.findall(r"\b([A-Z]\w+)\(", body) if f"class {m}" in caller.source}
    errors = {m for m in re.findall(r"raises\((\w+)", body) if f"class {m}" in caller.source}
    used = sorted({*used, *records, *errors})
    return f"{head}from solution import {', '.join(used)}\n\n\n{body}"


def _python_check(caller: Caller, step: _Steps, expression: str) -> str:
    value = caller.value(native(step.outcome["value"], step.kind), step.kind, "")
    if value in ("True", "False", "None"):
        negated = f"not {expression}" if value == "False" else expression
        return f"assert {expression} is None" if value == "None" else f"assert {negated}"
    if _floats(step.kind) and step.kind in ("float", ["list", "float"]):
        value = f"pytest.approx({value})"
    return f"assert {expression} == {value}"


def _javascript(caller: Caller, cases: Sequence[Case]) -> str:
    tests = []
    for case in cases:
        lines, awaits = [], caller.function.awaited
        if caller.methods:
            lines.append(f"const {caller.variable} = {caller.call(case.call[0])};")
            awaits = False
        for step in _steps(caller, case):
            function = step.found or caller.function
            waits = function.awaited and not function.generates
            awaits = awaits or waits
            if "error" in step.outcome:
                kind = step.outcome["error"][0]
                message = step.outcome["message"]
                if message == OPEN:
                    wanted = kind
                else:
                    quoted = caller.value(message, "str", "")
                    wanted = f"{{ message: {quoted} }}"
                checks = "await assert.rejects" if waits else "assert.throws"
                lines.append(f"{checks}(() => {step.expression}, {wanted});")
                continue
            expression = f"await {step.expression}" if waits else step.expression
            if function.generates:
                expression = f"[...{step.expression}]"
            if step.kind == "none":
                lines.append(f"{expression};")
                continue
            value = caller.value(native(step.outcome["value"], step.kind), step.kind, "")
            if _floats(step.kind):
                if step.kind != "float":
                    raise Unshown("a list of fractions")
                lines.append(f"assert.ok(Math.abs({expression} - {value}) < 1e-9);")
                continue
            inner = step.kind[1] if step.kind[0] == "optional" else step.kind
            plain = isinstance(inner, str) or value == "null"
            check = "strictEqual" if plain else "deepStrictEqual"
            lines.append(_wrapped(f"assert.{check}({expression}, {value});", 2, "javascript"))
        call = "async () => {" if awaits else "() => {"
        title = caller.value(case.title, "str", "")
        tests.append(f"test({title}, {call}\n" + "".join(f"  {each}\n" for each in lines) + "});\n")
    body = "\n".join(tests)
    used = sorted(
        {caller.function.owner or caller.function.name if caller.methods else caller.function.name}
        | {m for m in re.findall(r", (\w+Error)\);", body) if f"class {m}" in caller.source}
    )
    return (
        (
            "import assert from 'node:assert/strict';\nimport test from 'node:test';\n\n"
            f"import {{ {', '.join(used)} }} from './solution.js';\n\n{body}"
        )
        .replace("assert.strictEqual", "assert.equal")
        .replace("assert.deepStrictEqual", "assert.deepEqual")
    )


def _java(caller: Caller, cases: Sequence[Case]) -> str:
    tests = []
    for case in cases:
        lines = []
        if caller.methods:
            made = caller.call(case.call[0])
            type_ = "var"
            if "<>" in made:
                boxed = {"int": "Integer", "str": "String", "float": "Double", "long": "Long"}
                types = ", ".join(boxed[each] for each in caller.entry["generics"].values())
                made = made.replace("<>", f"<{types}>")
            lines.append(f"{type_} {caller.variable} = {made};")
        for step in _steps(caller, case):
            function = step.found or caller.function
            expression = f"{step.expression}.join()" if function.awaited else step.expression
            if "error" in step.outcome:
                kind = _java_name(step.outcome["error"][0], caller.source)
                lines.append(
                    _wrapped(f"assertThrows({kind}.class, () -> {expression});", 8, "java")
                )
                continue
            if step.kind == "none":
                lines.append(f"{expression};")
                continue
            lines.append(_java_check(caller, step, expression))
        first, *others = words(case.title)
        name = first + "".join(each.capitalize() for each in others)
        name = name if name[0].isalpha() else f"case{name.capitalize()}"
        body = "".join(f"        {line}\n" for line in lines)
        throws = ""
        tests.append(f"    @Test\n    void {name}(){throws} {{\n{body}    }}\n")
    body = "\n".join(tests)
    checks = sorted(set(re.findall(r"\b(assert\w+)\(", body)))
    head = "".join(f"import static org.junit.jupiter.api.Assertions.{each};\n" for each in checks)
    used = re.findall(r"\b([A-Z]\w+)(?=[.<])|catch \((\w+)", body)
    names = sorted(
        {a or b for a, b in used} | set(re.findall(r"assertThrows\(\s*(\w+)\.class", body))
    )
    imports = [f"java.util.{each}" for each in names if each in UTIL] + [
        "org.junit.jupiter.api.Test"
    ]
    head += "\n" + "".join(f"import {each};\n" for each in sorted(imports))
    owner = caller.function.owner or caller.function.name
    return f"{head}\nclass {owner}Test {{\n{body}}}\n"


UTIL = {
    "List",
    "Map",
    "Set",
    "Arrays",
    "Optional",
    "OptionalInt",
    "OptionalLong",
    "OptionalDouble",
    "NoSuchElementException",
}


def _java_name(kind: str, source: str) -> str:
    """An exception inside the class is reached through it."""
    for node in syntax.walk(syntax.parse(source, "java").root_node):
        named = node.type == "class_declaration" and node.child_by_field_name("name")
        outer = node.parent.parent if named and syntax.text(named) == kind else None
        if outer is not None and outer.type in syntax.CLASSES["java"]:
            return f"{syntax.text(outer.child_by_field_name('name'))}.{kind}"
    return kind


def _java_check(caller: Caller, step: _Steps, expression: str) -> str:
    type_ = step.type
    value = caller.value(native(step.outcome["value"], step.kind), step.kind, type_)
    if value in ("true", "false", "null"):
        check = {"true": "assertTrue", "false": "assertFalse", "null": "assertNull"}[value]
        return f"{check}({expression});"
    if type_.endswith("[]"):
        if "double" in type_:
            return _wrapped(f"assertArrayEquals({value}, {expression}, 1e-9);", 8, "java")
        return _wrapped(f"assertArrayEquals({value}, {expression});", 8, "java")
    if _floats(step.kind):
        if type_ not in ("double", "Double"):
            raise Unshown("a list of fractions")
        return f"assertEquals({value}, {expression}, 1e-9);"
    if type_ == "long":
        value = value.removesuffix("L") if abs(int(value.removesuffix("L"))) < 2**31 else value
    return _wrapped(f"assertEquals({value}, {expression});", 8, "java")


def _go(caller: Caller, cases: Sequence[Case]) -> str:
    if caller.methods:
        tests = [_go_object(caller, case) for case in cases]
        body = "\n".join(tests)
    else:
        body = _go_table(caller, cases)
    return f"package solution\n\n{_go_imports(body)}\n{body}"


GO_IMPORTS = ("context", "errors", "maps", "math", "reflect", "slices", "testing")


def _go_imports(body: str) -> str:
    used = [each for each in GO_IMPORTS if re.search(rf"\b{each}\.", body)]
    if len(used) == 1:
        return f'import "{used[0]}"\n'
    return "import (\n" + "".join(f'\t"{each}"\n' for each in used) + ")\n"


def _go_differs(kind, type_: str, got: str, want: str) -> str:
    """The condition under which two values differ."""
    if kind == "float":
        return f"math.Abs({got}-{want}) > 1e-9"
    if isinstance(kind, str):
        return f"{got} != {want}"
    if _floats(kind):
        raise Unshown("fractions in a list")
    if kind[0] == "list" and isinstance(kind[1], str):
        return f"!slices.Equal({got}, {want})"
    if kind[0] in ("dict", "set") and all(isinstance(each, str) for each in kind[1:]):
        return f"!maps.Equal({got}, {want})"
    if kind[0] == "record" and not type_.startswith("*"):
        return (
            f"{got} != {want}"
            if all(isinstance(k, str) for _, k in kind[2])
            else f"!reflect.DeepEqual({got}, {want})"
        )
    return f"!reflect.DeepEqual({got}, {want})"


def _go_result(type_: str) -> tuple[str, str]:
    """The type of a result and what comes with it: "", "error" or "bool"."""
    found = re.fullmatch(r"\((.+), (error|bool)\)", type_)
    return (found[1], found[2]) if found else (type_, "")


def _go_table(caller: Caller, cases: Sequence[Case]) -> str:
    """One table for the results, and one for the errors."""
    function, entry = caller.function, caller.entry
    type_, extra = _go_result(caller.returns())
    if not type_ or "," in type_ or type_ == "error" or "chan" in type_ or "func" in type_:
        raise Unshown(type_)
    if re.search(rf"func {function.name}\[", caller.source):
        raise Unshown("a generic function")
    kind = entry["returns"]
    optional = kind[0] == "optional" and extra == "bool"
    params = [(n, t) for n, t in function.params if t != "context.Context"]
    if any("..." in t for _, t in params):
        raise Unshown("variadic")
    context = "context.Background(), " if len(params) < len(function.params) else ""
    given = ", ".join(f"tt.{name}" for name, _ in params)
    call = f"{function.name}({context}{given})"
    fields = [("name", "string"), *params, ("want", type_)] + ([("ok", "bool")] if optional else [])
    rows, wrong = [], []
    for case in cases:
        args = [
            caller.value(native(v, k), k, t)
            for v, (_, k), (_, t) in zip(case.call, entry["args"], params, strict=True)
        ]
        if "error" in case.outcome:
            if case.outcome["error"][0] != "error":
                raise Unshown("a panic")
            wrong.append(f'{{"{case.title}", {", ".join(args)}}}')
            continue
        value = native(case.outcome["value"], kind)
        if optional:
            zero = {"str": '""', "bool": "false"}.get(
                kind[1] if isinstance(kind[1], str) else "", "0"
            )
            if not isinstance(kind[1], str):
                zero = "nil" if type_[0] in "[*m" else f"{type_}{{}}"
            shown = zero if value is None else caller.value(value, kind[1], type_)
            args += [shown, "false" if value is None else "true"]
        else:
            args.append(caller.value(value, kind, type_))
        rows.append(f'{{"{case.title}", {", ".join(args)}}}')
    made = []
    if rows:
        inner = kind[1] if optional else kind
        got = "got, ok" if optional else "got, err" if extra == "error" else "got"
        checks = []
        if extra == "error":
            checks += ["if err != nil {", "\tt.Fatal(err)", "}"]
        differs = _go_differs(inner, type_, "got", "tt.want")
        if optional:
            differs = f"ok != tt.ok || {differs}"
        shown = "got, ok, tt.want, tt.ok" if optional else "got, tt.want"
        pattern = "%v, %v, want %v, %v" if optional else "%v, want %v"
        checks += [f"if {differs} {{", f'\tt.Errorf("got {pattern}", {shown})', "}"]
        made.append(_go_loop(f"Test{function.name}", fields, rows, [f"{got} := {call}", *checks]))
    if wrong:
        fields = [("name", "string"), *params]
        blanks = "_, err" if caller.returns() != "error" else "err"
        body = [f"if {blanks} := {call}; err == nil {{", '\tt.Error("expected an error")', "}"]
        made.append(_go_loop(f"Test{function.name}Errors", fields, wrong, body))
    return "\n".join(made)


def _go_loop(name: str, fields: list, rows: list[str], body: list[str]) -> str:
    width = max(len(field) for field, _ in fields)
    lines = [f"func {name}(t *testing.T) {{", "\ttests := []struct {"]
    lines += [f"\t\t{field:<{width}} {type_}" for field, type_ in fields]
    lines += ["\t}{", *(f"\t\t{row}," for row in rows), "\t}", "\tfor _, tt := range tests {"]
    lines += ["\t\tt.Run(tt.name, func(t *testing.T) {", *(f"\t\t\t{line}" for line in body)]
    return "\n".join([*lines, "\t\t})", "\t}", "}", ""])


def _go_object(caller: Caller, case: Case) -> str:
    name = "".join(each.capitalize() for each in words(case.title))
    owner = syntax.class_name(caller.source, "go", caller.entry["name"])
    lines = [f"{caller.variable} := {caller.call(case.call[0])}"]
    for step in _steps(caller, case):
        type_, extra = _go_result(step.type)
        call, kind, outcome = step.expression, step.kind, step.outcome
        if "," in type_ or "chan" in type_:
            raise Unshown(type_)
        if "error" in outcome:
            if outcome["error"][0] != "error":
                raise Unshown("a panic")
            blanks = "_, err" if extra == "error" else "err"
            lines += [f"if {blanks} := {call}; err == nil {{"]
            lines += [f'\tt.Error("{_short(call)}: expected an error")', "}"]
        elif kind == "none":
            if type_ == "error":
                lines += [f"if err := {call}; err != nil {{", "\tt.Fatal(err)", "}"]
            else:
                lines.append(call)
        else:
            lines += _go_check(caller, call, kind, outcome, type_, extra)
    body = "".join(f"\t{line}\n" for line in lines)
    return f"func Test{owner}{name}(t *testing.T) {{\n{body}}}\n"


def _go_check(caller, call, kind, outcome, type_, extra) -> list[str]:
    value = native(outcome["value"], kind)
    short = _short(call)
    if kind == "bool" and not extra:
        what = "true" if value else "false"
        return [
            f"if {'!' if value else ''}{call} {{",
            f'\tt.Error("{short}: expected {what}")',
            "}",
        ]
    if kind[0] == "optional" and extra == "bool":
        if value is None:
            return [
                f"if got, ok := {call}; ok {{",
                f'\tt.Errorf("{short} = %v, want none", got)',
                "}",
            ]
        kind = kind[1]
        want = caller.value(value, kind, type_)
        differs = _go_differs(kind, type_, "got", want)
        return [
            f"if got, ok := {call}; !ok || {differs} {{",
            f'\tt.Errorf("{short} = %v, %v", got, ok)',
            "}",
        ]
    want = caller.value(value, kind, type_)
    if "{" in want and "(" not in want and not isinstance(kind, str):
        differs = _go_differs(kind, type_, "got", "want")
        setup = f"want := {want}"
        got = "got, err" if extra == "error" else "got"
        bad = f"err != nil || {differs}" if extra == "error" else differs
        # a block of its own, so that names can be used again
        return [
            "{",
            f"\t{setup}",
            f"\tif {got} := {call}; {bad} {{",
            f'\t\tt.Errorf("{short} = %v, want %v", got, want)',
            "\t}",
            "}",
        ]
    got = "got, err" if extra == "error" else "got"
    differs = _go_differs(kind, type_, "got", want)
    bad = f"err != nil || {differs}" if extra == "error" else differs
    shown = want.replace('"', '\\"').replace("%", "%%")
    return [f"if {got} := {call}; {bad} {{", f'\tt.Errorf("{short} = %v, want {shown}", got)', "}"]


def _short(call: str) -> str:
    found = re.search(r"\.(\w+)\(", call)
    return f"{found[1]}()" if found else call.replace('"', '\\"')


WRITERS = {"python": _python, "go": _go, "javascript": _javascript, "java": _java}
