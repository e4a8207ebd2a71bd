"""JavaScript and TypeScript: functions, classes, interfaces; documentation is the JSDoc above."""

import re
from collections.abc import Iterator

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Language, Node, Query

from neural.domains.repository.languages.parsed import Grammar, Parsed, above, one_line
from neural.domains.repository.record import Definition, Failure, File, Member

SHARED = """
    (call_expression function: [(identifier) (member_expression)] @call)
    (new_expression constructor: (identifier) @call)
    (throw_statement) @raise
    (catch_clause) @handle
    [(if_statement) (for_statement) (for_in_statement) (while_statement) (switch_statement)
     (try_statement)] @gap
"""
FUNCTIONS = ("arrow_function", "function_expression", "generator_function")
TESTS = re.compile(r"(?:^|/)(?:tests?|__tests__|spec)/|[.-](?:test|spec)s?\.[cm]?[jt]sx?$")
CALLED = re.compile(r"(?:test|it|specify)(?:\.\w+)?$")


def read(parsed: Parsed) -> File:
    imports: dict[str, str] = {}
    found: list[Definition] = []
    children = parsed.root.named_children
    for node in children:
        if node.type == "import_statement":
            imports |= _imports(parsed, node)
        found += _definitions(parsed, node, imports)
    if TESTS.search(parsed.path):
        found += _tests(parsed)
    first = children[0] if children else None
    doc = ("", (0, 0))
    if first is not None and parsed.text(first).startswith("/**"):
        text = above(parsed, first.next_sibling).text if first.next_sibling else ""
        if re.search(r"@(?:file|module|fileoverview|packageDocumentation)", parsed.text(first)):
            tags = r"@(?:file(?:overview)?|packageDocumentation|module)[^\S\n]*"
            text = re.sub(tags, "", "\n".join(_comment_lines(parsed, first))).strip()
            doc = text, (first.start_point[0] + 1, first.end_point[0] + 1)
    language = "javascript" if parsed.grammar.name == "javascript" else "typescript"
    return File(language, len(parsed.lines), "", *doc, imports, found, [], "", {})


def _comment_lines(parsed: Parsed, node: Node) -> list[str]:
    inner = parsed.text(node).removeprefix("/**").removesuffix("*/")
    return [re.sub(r"^\s*\*\s?", "", line) for line in inner.split("\n")]


def _imports(parsed: Parsed, node: Node) -> dict[str, str]:
    source = parsed.text(node.child_by_field_name("source")).strip("'\"`")
    text = parsed.flat(node).split(" from ")[0].removeprefix("import ").removeprefix("type ")
    named = re.search(r"\{([^}]*)\}", text)
    found = {}
    for part in named[1].split(",") if named else ():
        original, _, local = part.strip().removeprefix("type ").partition(" as ")
        if original:
            found[local or original] = f"{source}#{original}"
    if star := re.search(r"\* as (\w+)", text):
        found[star[1]] = source
    if default := re.match(r"(\w+)\s*(?:,|$)", text):
        found[default[1]] = source
    return found or {source: source}


def _definitions(parsed: Parsed, whole: Node, imports: dict[str, str]) -> Iterator[Definition]:
    node, exported = whole, whole.type == "export_statement"
    if exported:
        node = whole.child_by_field_name("declaration") or whole.child_by_field_name("value")
        if node is None:
            return
    kind = node.type
    if kind in ("function_declaration", "generator_function_declaration"):
        name = parsed.text(node.child_by_field_name("name"))
        yield _function(parsed, whole, node, name, "", exported)
    elif kind in ("class_declaration", "abstract_class_declaration", "class"):
        yield from _class(parsed, whole, node, exported)
    elif kind == "interface_declaration":
        yield _interface(parsed, whole, node, exported)
    elif kind in ("type_alias_declaration", "enum_declaration"):
        name = parsed.text(node.child_by_field_name("name"))
        word = "type" if kind.startswith("type") else "enum"
        yield _type(parsed, word, name, whole, node, exported, [], [])
    elif kind in ("lexical_declaration", "variable_declaration"):
        yield from _variables(parsed, whole, node, imports, exported)
    elif kind == "expression_statement" and node.named_children:
        yield from _assigned(parsed, whole, node.named_children[0])


def _variables(
    parsed: Parsed, whole: Node, node: Node, imports: dict[str, str], exported: bool
) -> Iterator[Definition]:
    """Functions that are kept in constants, and CommonJS imports."""
    for one in node.named_children:
        value = one.child_by_field_name("value") if one.type == "variable_declarator" else None
        name = parsed.text(one.child_by_field_name("name")) if value is not None else ""
        if value is None:
            continue
        if value.type in FUNCTIONS and node.named_child_count == 1:
            yield _function(parsed, whole, value, name, "", exported)
        elif required := re.match(
            r"require\(['\"]([^'\"]+)['\"]\)(?:\.(\w+))?", parsed.text(value)
        ):
            source = required[1] + (f"#{required[2]}" if required[2] else "")
            for local in re.findall(r"\w+", name):
                imports[local] = f"{source}#{local}" if name.startswith("{") else source


def _assigned(parsed: Parsed, whole: Node, node: Node) -> Iterator[Definition]:
    """`app.use = function use() {…}` and `exports.x = …`."""
    if node.type != "assignment_expression":
        return
    right = node.child_by_field_name("right")
    while right is not None and right.type == "assignment_expression":
        right = right.child_by_field_name("right")
    target = re.sub(
        r"^module\.exports\.|^exports\.|\.prototype",
        "",
        parsed.flat(node.child_by_field_name("left")),
    )
    if right is None or right.type not in FUNCTIONS or not re.fullmatch(r"[\w.$]+", target):
        return
    owner, _, name = target.rpartition(".")
    if target == "module.exports":
        owner, name = "", parsed.text(right.child_by_field_name("name"))
    if name:
        yield _function(parsed, whole, right, name, owner, True)


def _class(parsed: Parsed, whole: Node, node: Node, exported: bool) -> Iterator[Definition]:
    name = parsed.text(node.child_by_field_name("name"))
    body = node.child_by_field_name("body")
    if not name or body is None:
        return
    heritage = next((one for one in node.named_children if one.type == "class_heritage"), None)
    words = re.sub(r"<[^<>]*>|\b(?:extends|implements)\b", " ", parsed.flat(heritage))
    bases = re.findall(r"[\w.$]+", words)
    methods, members = [], []
    for one in body.named_children:
        label = parsed.text(one.child_by_field_name("name")) if one.type != "comment" else ""
        if one.type == "method_definition":
            hidden = re.match(r"(?:private|protected)\b", parsed.text(one)) or label[:1] in "#_"
            methods.append(_function(parsed, one, one, label, name, exported and not hidden))
        elif one.type in ("public_field_definition", "field_definition") and label:
            kind = parsed.flat(one.child_by_field_name("type")).removeprefix(":").strip()
            kind = kind or parsed.given(one.child_by_field_name("value"))
            doc = " ".join(above(parsed, one).text.split())
            members.append(Member(label, kind, doc, one.start_point[0] + 1))
    yield _type(parsed, "class", name, whole, node, exported, bases, members)
    yield from methods


def _interface(parsed: Parsed, whole: Node, node: Node, exported: bool) -> Definition:
    name = parsed.text(node.child_by_field_name("name"))
    bases = [
        base
        for one in node.named_children
        if one.type.startswith("extends")
        for base in re.findall(r"[\w.]+", re.sub(r"<[^<>]*>|\bextends\b", " ", parsed.flat(one)))
    ]
    members = []
    for one in node.child_by_field_name("body").named_children:
        label = parsed.text(one.child_by_field_name("name"))
        if label:
            kind = parsed.flat(one)[len(label) :].lstrip("?: ").rstrip(";")
            doc = " ".join(above(parsed, one).text.split())
            members.append(Member(label, kind, doc, one.start_point[0] + 1))
    return _type(parsed, "interface", name, whole, node, exported, bases, members)


def _type(
    parsed: Parsed,
    kind: str,
    name: str,
    whole: Node,
    node: Node,
    exported: bool,
    bases: list[str],
    members: list[Member],
) -> Definition:
    doc = above(parsed, whole)
    return parsed.definition(
        kind,
        name,
        whole,
        signature=parsed.flat(node).split("{")[0].strip()[:160],
        doc=doc.text,
        doc_lines=doc.lines,
        exported=exported,
        bases=bases,
        members=members,
    )


def _function(
    parsed: Parsed, whole: Node, node: Node, name: str, owner: str, exported: bool
) -> Definition:
    body = node.child_by_field_name("body")
    block = body is not None and body.type == "statement_block"
    doc = above(parsed, whole)
    parameters = node.child_by_field_name("parameters") or node.child_by_field_name("parameter")
    head = body.start_byte if body is not None else node.end_byte
    return parsed.definition(
        "method" if owner else "function",
        name,
        whole,
        owner=owner,
        signature=one_line(parsed.source[whole.start_byte : head].decode()).removesuffix(" =>"),
        doc=doc.text,
        doc_lines=doc.lines,
        exported=exported,
        parameters=[parsed.flat(one) for one in parameters.named_children] if parameters else [],
        result=parsed.flat(node.child_by_field_name("return_type")).removeprefix(":").strip(),
        calls=parsed.calls(body) if body is not None else [],
        failures=list(_failures(parsed, body)) if block else [],
        gaps=parsed.gaps(body) if block else [],
        statements=body.named_child_count if block else 1,
    )


def _failures(parsed: Parsed, body: Node) -> Iterator[Failure]:
    yield from parsed.thrown(body, "statement_block")
    for node in parsed.within("handle", body):
        lines = node.parent.end_point[0] - node.parent.start_point[0]
        tried = node.parent.child_by_field_name("body")
        calls = parsed.within("call", tried) if tried is not None else []
        if lines < 16 and calls:
            yield parsed.failure(False, "", parsed.flat(calls[0]), node.parent)


def _tests(parsed: Parsed) -> Iterator[Definition]:
    """`it("does something", () => {…})`, wherever it stands, named by what it says."""
    for callee in parsed.found.get("call", ()):
        if not CALLED.match(parsed.text(callee)):
            continue
        given = callee.parent.child_by_field_name("arguments")
        values = given.named_children if given is not None else []
        if len(values) < 2 or values[0].type not in ("string", "template_string"):
            continue
        body = values[-1].child_by_field_name("body") if values[-1].type in FUNCTIONS else None
        if body is None:
            continue
        name = parsed.text(values[0])[1:-1]
        statement = callee.parent.parent
        whole = statement if statement.type == "expression_statement" else callee.parent
        told = [*_described(parsed, whole), name]
        yield parsed.definition(
            "function",
            " ".join(told),
            whole,
            signature=name,
            exported=False,
            test=True,
            calls=parsed.calls(body),
            statements=body.named_child_count,
        )


def _described(parsed: Parsed, node: Node) -> list[str]:
    """What the describe blocks around a test say, the outermost first."""
    told = []
    up = node.parent
    while up is not None:
        if up.type == "call_expression":
            callee = parsed.text(up.child_by_field_name("function"))
            first = up.child_by_field_name("arguments").named_children[:1]
            if callee.startswith(("describe", "suite", "context")) and first:
                told.append(parsed.text(first[0]).strip("'\"`"))
        up = up.parent
    return told[::-1]


def _grammar(name: str, fence: str, pointer: object) -> Grammar:
    language = Language(pointer)
    return Grammar(name, fence, language, Query(language, SHARED), read)


JAVASCRIPT = _grammar("javascript", "javascript", tree_sitter_javascript.language())
TYPESCRIPT = _grammar("typescript", "typescript", tree_sitter_typescript.language_typescript())
TSX = _grammar("tsx", "tsx", tree_sitter_typescript.language_tsx())
