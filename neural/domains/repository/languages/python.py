"""Python: functions, classes and their methods; documentation is the docstring."""

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc

import tree_sitter_python
from tree_sitter import Language, Node, Query

from neural.domains.repository.languages.parsed import NONE, Comment, Grammar, Parsed, one_line
from neural.domains.repository.record import Definition, Failure, File, Member

LANGUAGE = Language(tree_sitter_python.language())
QUERY = Query(
    LANGUAGE,
    """
    (call function: [(identifier) (attribute)] @call)
    (raise_statement) @raise
    (except_clause) @handle
    [(if_statement) (for_statement) (while_statement) (with_statement) (try_statement)
     (match_statement)] @gap
    """,
)


def read(parsed: Parsed) -> File:
    doc = _docstring(parsed, parsed.root)
    imports: dict[str, str] = {}
    found: list[Definition] = []
    for node in parsed.root.named_children:
        if node.type in ("import_statement", "import_from_statement"):
            imports |= _imports(parsed, node)
        else:
            found += _definitions(parsed, node, "")
    return File("python", len(parsed.lines), "", doc.text, doc.lines, imports, found, [], "", {})


def _imports(parsed: Parsed, node: Node) -> dict[str, str]:
    found = {}
    module = parsed.text(node.child_by_field_name("module_name"))
    for name in node.children_by_field_name("name"):
        alias = name.child_by_field_name("alias")
        full = parsed.text(name.child_by_field_name("name") if alias else name)
        target = f"{module}{'' if module.endswith('.') else '.'}{full}" if module else full
        local = parsed.text(alias) if alias else full if module else full.split(".")[0]
        found[local] = target if alias or module else local
        if not alias and not module and "." in full:
            found[full] = full
    return found


def _definitions(parsed: Parsed, node: Node, owner: str) -> Iterator[Definition]:
    whole = node
    decorators = []
    if node.type == "decorated_definition":
        decorators = [parsed.flat(one) for one in node.named_children if one.type == "decorator"]
        node = node.child_by_field_name("definition")
    if node.type == "function_definition":
        yield _function(parsed, whole, node, owner, decorators)
    elif node.type == "class_definition" and not owner:
        yield from _class(parsed, whole, node)


def _class(parsed: Parsed, whole: Node, node: Node) -> Iterator[Definition]:
    name = parsed.text(node.child_by_field_name("name"))
    body = node.child_by_field_name("body")
    bases = node.child_by_field_name("superclasses")
    doc = _docstring(parsed, body)
    methods = [one for child in body.named_children for one in _definitions(parsed, child, name)]
    members = [
        Member(
            parsed.text(left),
            parsed.flat(one.child_by_field_name("type")) or parsed.given(right),
            "",
            one.start_point[0] + 1,
        )
        for child in body.named_children
        if child.type == "expression_statement" and child.named_children
        for one in (child.named_children[0],)
        if one.type == "assignment"
        for left, right in ((one.child_by_field_name("left"), one.child_by_field_name("right")),)
        if left.type == "identifier"
    ]
    yield parsed.definition(
        "class",
        name,
        whole,
        signature=_signature(parsed, node, body),
        doc=doc.text,
        doc_lines=doc.lines,
        exported=not name.startswith("_"),
        bases=[
            parsed.flat(one)
            for one in (bases.named_children if bases else ())
            if one.type in ("identifier", "attribute", "subscript")
        ],
        members=members,
        test=name.startswith("Test") and _is_test_file(parsed.path),
    )
    yield from methods


def _function(
    parsed: Parsed, whole: Node, node: Node, owner: str, decorators: list[str]
) -> Definition:
    name = parsed.text(node.child_by_field_name("name"))
    body = node.child_by_field_name("body")
    doc = _docstring(parsed, body)
    parameters = node.child_by_field_name("parameters")
    statements = [one for one in body.named_children if one.type != "comment"]
    if doc.lines[0]:
        statements = statements[1:]
    return parsed.definition(
        "method" if owner else "function",
        name,
        whole,
        owner=owner,
        signature=_signature(parsed, node, body),
        doc=doc.text,
        doc_lines=doc.lines,
        exported=not name.startswith("_") or name == "__init__",
        parameters=[
            parsed.flat(one)
            for one in parameters.named_children
            if one.type != "comment" and parsed.text(one) not in ("self", "cls")
        ],
        result=parsed.flat(node.child_by_field_name("return_type")),
        bases=decorators,
        calls=parsed.calls(body),
        failures=list(_failures(parsed, body)),
        gaps=[gap for gap in parsed.gaps(body) if not doc.lines[0] <= gap.start <= doc.lines[1]],
        statements=len(statements),
        test=name.startswith("test") and _is_test_file(parsed.path),
    )


def _is_test_file(path: str) -> bool:
    folders, _, file = path.rpartition("/")
    return file.startswith("test") or file.endswith("_test.py") or "tests" in folders.split("/")


def _signature(parsed: Parsed, node: Node, body: Node) -> str:
    head = parsed.source[node.start_byte : body.start_byte].decode()
    return one_line(re.sub(r"#[^\n]*", "", head)).rstrip(": ")


def _docstring(parsed: Parsed, body: Node) -> Comment:
    first = next((one for one in body.named_children if one.type != "comment"), None)
    if first is None or first.type != "expression_statement" or not first.named_children:
        return NONE
    string = first.named_children[0]
    if string.type != "string":
        return NONE
    try:
        value = ast.literal_eval(parsed.text(string))
    except (SyntaxError, ValueError, MemoryError):
        return NONE
    if not isinstance(value, str):
        return NONE
    lines = first.start_point[0] + 1, first.end_point[0] + 1
    alone = not parsed.lines[first.start_point[0]][: first.start_point[1]].strip()
    return Comment(cleandoc(value).strip(), lines if alone else (0, 0))


def _failures(parsed: Parsed, body: Node) -> Iterator[Failure]:
    for node in parsed.within("raise", body):
        if not node.named_children:
            continue
        error = parsed.flat(node.named_children[0])
        if not re.match(r"(?:\w+\.)*[A-Z]\w*", error) or len(error) > 300:
            continue
        block = node.parent
        guard = block.parent if block is not None else None
        condition, lines = "", node
        if guard is not None and guard.type in ("if_statement", "elif_clause"):
            if block == guard.child_by_field_name("consequence"):
                condition = parsed.flat(guard.child_by_field_name("condition"))
                first = block.named_children[0] == node
                lines = guard if first and guard.type == "elif_clause" else node
                if guard.type == "if_statement":
                    yield parsed.failure(True, condition, error, guard, node)
                    continue
        elif guard is not None and guard.type == "except_clause":
            caught = _caught(parsed, guard)
            condition = f"{caught} was caught" if caught else ""
        yield parsed.failure(True, condition, error, lines)
    for node in parsed.within("handle", body):
        lines = node.parent.end_point[0] - node.parent.start_point[0]
        if (caught := _caught(parsed, node)) and lines < 16:
            yield parsed.failure(False, "", caught, node.parent)


def _caught(parsed: Parsed, clause: Node) -> str:
    """The exceptions that an except clause names."""
    text = parsed.flat(clause).removeprefix("except").split(":")[0]
    return re.sub(r"\s+as\s+\w+$", "", text.strip()).strip("()")


GRAMMAR = Grammar("python", "python", LANGUAGE, QUERY, read)
