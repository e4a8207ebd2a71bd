"""Java: types and their methods; documentation is the Javadoc above."""

import re
from collections.abc import Iterator

import tree_sitter_java
from tree_sitter import Language, Node, Query

from neural.domains.repository.languages.parsed import Grammar, Parsed, above, one_line
from neural.domains.repository.record import Definition, Failure, File, Member

LANGUAGE = Language(tree_sitter_java.language())
QUERY = Query(
    LANGUAGE,
    """
    (method_invocation name: (identifier) @call)
    (object_creation_expression type: (_) @call)
    (throw_statement) @raise
    (catch_clause) @handle
    [(if_statement) (for_statement) (enhanced_for_statement) (while_statement) (try_statement)
     (switch_expression)] @gap
    """,
)
KINDS = {
    "class_declaration": "class",
    "interface_declaration": "interface",
    "enum_declaration": "enum",
    "record_declaration": "record",
    "annotation_type_declaration": "annotation",
}
COMMENTS = ("block_comment", "line_comment")


def read(parsed: Parsed) -> File:
    package, doc = "", ("", (0, 0))
    imports: dict[str, str] = {}
    found: list[Definition] = []
    for node in parsed.root.named_children:
        if node.type == "package_declaration":
            package = parsed.flat(node).removeprefix("package").strip(" ;")
            if parsed.path.endswith("package-info.java"):
                doc = above(parsed, node, COMMENTS)
        elif node.type == "import_declaration":
            path = parsed.flat(node).removeprefix("import").strip(" ;").removeprefix("static ")
            imports[path.rsplit(".", 1)[-1]] = path
        elif node.type in KINDS:
            found += _type(parsed, node, "")
    return File("java", len(parsed.lines), package, *doc, imports, found, [], "", {})


def _type(parsed: Parsed, node: Node, outer: str) -> Iterator[Definition]:
    own = parsed.text(node.child_by_field_name("name"))
    name = f"{outer}.{own}" if outer else own
    body = node.child_by_field_name("body")
    if body is None:
        return
    kind, members, inside = KINDS[node.type], [], []
    for one in _inside(body):
        if one.type in ("method_declaration", "constructor_declaration"):
            inside.append(_method(parsed, one, name))
            if kind == "interface":
                label = parsed.text(one.child_by_field_name("name"))
                doc = " ".join(above(parsed, one, COMMENTS).text.split())
                head = _head(parsed, one)
                members.append(Member(label, head, doc, one.start_point[0] + 1))
        elif one.type in ("field_declaration", "enum_constant"):
            members += _field(parsed, one)
        elif one.type in KINDS:
            inside += _type(parsed, one, name)
    doc = above(parsed, node, COMMENTS)
    header = parsed.source[node.start_byte : body.start_byte].decode()
    header = re.sub(r"//[^\n]*|/\*.*?\*/|@\w+(?:\([^()]*\))?\s*", "", header)
    bases = re.split(
        r"\b(?:extends|implements)\b", re.sub(r"<[^<>]*(?:<[^<>]*>)?[^<>]*>", "", header)
    )
    yield parsed.definition(
        kind,
        name,
        node,
        signature=one_line(header).strip(),
        doc=doc.text,
        doc_lines=doc.lines,
        exported="public" in header,
        bases=[base for part in bases[1:] for base in re.findall(r"[\w.]+", part)],
        members=members,
    )
    yield from inside


def _inside(body: Node) -> Iterator[Node]:
    for one in body.named_children:
        if one.type == "enum_body_declarations":
            yield from one.named_children
        else:
            yield one


def _field(parsed: Parsed, node: Node) -> Iterator[Member]:
    doc = " ".join(above(parsed, node, COMMENTS).text.split())
    line = node.start_point[0] + 1
    if node.type == "enum_constant":
        yield Member(parsed.text(node.child_by_field_name("name")), "", doc, line)
        return
    kind = parsed.flat(node.child_by_field_name("type"))
    for one in node.children_by_field_name("declarator"):
        yield Member(parsed.text(one.child_by_field_name("name")), kind, doc, line)


def _head(parsed: Parsed, node: Node) -> str:
    body = node.child_by_field_name("body")
    end = body.start_byte if body is not None else node.end_byte
    text = parsed.source[node.start_byte : end].decode()
    return re.sub(r"^(?:@\w+(?:\([^()]*\))? )+", "", one_line(text)).rstrip(" ;")


def _method(parsed: Parsed, node: Node, owner: str) -> Definition:
    name = parsed.text(node.child_by_field_name("name"))
    body = node.child_by_field_name("body")
    doc = above(parsed, node, COMMENTS)
    before = parsed.text(node)[:400].split("(")[0]
    parameters = node.child_by_field_name("parameters")
    test = bool(re.match(r"\s*(?:@\w+\s+)*?@(?:Parameterized)?Test\b", parsed.text(node))) or (
        name.startswith("test") and "/test/" in f"/{parsed.path}"
    )
    return parsed.definition(
        "method",
        name,
        node,
        owner=owner,
        signature=_head(parsed, node),
        doc=doc.text,
        doc_lines=doc.lines,
        exported="public" in before,
        parameters=[
            parsed.flat(one) for one in parameters.named_children if "comment" not in one.type
        ],
        result=parsed.flat(node.child_by_field_name("type")),
        calls=parsed.calls(body) if body is not None else [],
        failures=list(_failures(parsed, body)) if body is not None else [],
        gaps=parsed.gaps(body) if body is not None else [],
        statements=body.named_child_count if body is not None else 0,
        test=test,
    )


def _failures(parsed: Parsed, body: Node) -> Iterator[Failure]:
    yield from parsed.thrown(body, "block")
    for node in parsed.within("handle", body):
        lines = node.parent.end_point[0] - node.parent.start_point[0]
        caught = next((one for one in node.named_children if "parameter" in one.type), None)
        kind = parsed.flat(caught).rsplit(" ", 1)[0].removeprefix("final ")
        if lines < 16 and kind:
            yield parsed.failure(False, "", kind, node.parent)


GRAMMAR = Grammar("java", "java", LANGUAGE, QUERY, read)
