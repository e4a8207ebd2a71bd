"""Go: functions, methods, types; documentation is the comment directly above."""

import re
from collections.abc import Iterator

import tree_sitter_go
from tree_sitter import Language, Node, Query

from neural.domains.repository.languages.parsed import Grammar, Parsed, above, one_line
from neural.domains.repository.record import Definition, Failure, File, Member

LANGUAGE = Language(tree_sitter_go.language())
QUERY = Query(
    LANGUAGE,
    """
    (call_expression function: [(identifier) (selector_expression)] @call)
    (return_statement (expression_list)) @raise
    (if_statement condition: (binary_expression right: (nil))) @handle
    [(if_statement) (for_statement) (expression_switch_statement) (type_switch_statement)
     (select_statement) (defer_statement) (go_statement)] @gap
    """,
)
MADE = re.compile(r"\b(?:\w+\.)?(?:Errorf|New|Wrapf?|Error|NewError\w*|WithMessagef?|Newf)\(")
ERRORS = ("call_expression", "identifier", "selector_expression", "unary_expression")
NAMED = re.compile(r"(?:&?\w*\.)?(?:Err[A-Z]\w*|\w+Error)\b")


def read(parsed: Parsed) -> File:
    package, doc = "", ("", (0, 0))
    imports: dict[str, str] = {}
    found: list[Definition] = []
    for node in parsed.root.named_children:
        kind = node.type
        if kind == "package_clause":
            package = parsed.text(node.named_children[0]) if node.named_children else ""
            doc = above(parsed, node)
        elif kind == "import_declaration":
            imports |= _imports(parsed, node)
        elif kind in ("function_declaration", "method_declaration"):
            found.append(_function(parsed, node))
        elif kind == "type_declaration":
            found += _types(parsed, node)
    return File("go", len(parsed.lines), package, *doc, imports, found, [], "", {})


def _imports(parsed: Parsed, node: Node) -> dict[str, str]:
    specs = node.named_children
    if specs and specs[0].type == "import_spec_list":
        specs = specs[0].named_children
    found = {}
    for spec in specs:
        path = parsed.text(spec.child_by_field_name("path")).strip('"`')
        if path:
            name = parsed.text(spec.child_by_field_name("name")) or _package_of(path)
            found[name] = path
    return found


def _package_of(path: str) -> str:
    """The name under which a path is used: versions and the go- of repositories are not in it."""
    last = re.sub(r"/v\d+$", "", path).rsplit("/", 1)[-1]
    return re.sub(r"\.v\d+$|^go-|[-.]go$", "", last).replace("-", "_")


def _function(parsed: Parsed, node: Node) -> Definition:
    name = parsed.text(node.child_by_field_name("name"))
    body = node.child_by_field_name("body")
    receiver = parsed.flat(node.child_by_field_name("receiver"))
    owner = re.search(r"(\w+)(?:\[[^\]]*\])?\)$", receiver)
    head = body.start_byte if body else node.end_byte
    doc = above(parsed, node)
    test = bool(re.match(r"(?:Test|Fuzz|Example)(?![a-z])", name)) and parsed.path.endswith(
        "_test.go"
    )
    return parsed.definition(
        "method" if receiver else "function",
        name,
        node,
        owner=owner[1] if owner else "",
        signature=one_line(parsed.source[node.start_byte : head].decode()),
        doc=doc.text,
        doc_lines=doc.lines,
        exported=name[:1].isupper(),
        parameters=_parameters(parsed, node.child_by_field_name("parameters")),
        result=parsed.flat(node.child_by_field_name("result")),
        calls=parsed.calls(body) if body else [],
        failures=list(_failures(parsed, body)) if body else [],
        gaps=parsed.gaps(body) if body else [],
        statements=_statements(body),
        test=test,
        cases=_cases(parsed, body) if test and body else [],
    )


def _parameters(parsed: Parsed, node: Node | None) -> list[str]:
    return (
        [parsed.flat(one) for one in node.named_children if one.type != "comment"] if node else []
    )


def _statements(body: Node | None) -> int:
    if body is None or not body.named_children:
        return 0
    block = body.named_children[0]
    return block.named_child_count if block.type == "statement_list" else body.named_child_count


def _cases(parsed: Parsed, body: Node) -> list[str]:
    text = parsed.text(body)
    if "t.Run(" not in text:
        return []
    names = re.findall(r't\.Run\(\s*"([^"]+)"', text) + re.findall(r'name:\s*"([^"]+)"', text)
    return list(dict.fromkeys(names))


def _failures(parsed: Parsed, body: Node) -> Iterator[Failure]:
    for node in parsed.within("raise", body):
        values = node.named_children[0].named_children
        made = values and values[-1].type in ERRORS
        last = parsed.flat(values[-1]) if made else ""
        if made and (MADE.search(last) or NAMED.fullmatch(last)) and len(last) < 300:
            guard = _guard(node)
            condition = parsed.flat(guard.child_by_field_name("condition")) if guard else ""
            lines = guard if guard and guard.end_point[0] - guard.start_point[0] < 12 else node
            if not re.search(r"\berr\w* != nil", condition):
                yield parsed.failure(True, condition, last, lines)
    for node in parsed.within("handle", body):
        condition = parsed.flat(node.child_by_field_name("condition"))
        lines = node.end_point[0] - node.start_point[0]
        if not re.fullmatch(r"\w*[eE]rr\w* != nil", condition) or lines > 14:
            continue
        if called := _called(parsed, node):
            yield parsed.failure(False, "", called[1], called[0] or node, node)


def _guard(node: Node) -> Node | None:
    """The if statement whose own branch a statement stands in."""
    up = node.parent
    while up is not None and up.type in ("statement_list", "block"):
        up = up.parent
    if up is None or up.type != "if_statement":
        return None
    branch = up.child_by_field_name("consequence")
    return up if branch and branch.start_byte <= node.start_byte < branch.end_byte else None


def _called(parsed: Parsed, node: Node) -> tuple[Node | None, str] | None:
    """The call whose error an if statement tests, and the statement before that makes it."""
    first = node.child_by_field_name("initializer")
    before = None if first else node.prev_named_sibling
    calls = parsed.within("call", first or before) if first or before else []
    if not calls or (before and before.end_point[0] != node.start_point[0] - 1):
        return None
    return before, parsed.flat(calls[0])


def _types(parsed: Parsed, node: Node) -> Iterator[Definition]:
    specs = [one for one in node.named_children if one.type in ("type_spec", "type_alias")]
    for spec in specs:
        alone = node.start_point[0] == spec.start_point[0]
        doc = above(parsed, node if alone else spec)
        name, body = parsed.text(spec.child_by_field_name("name")), spec.child_by_field_name("type")
        kinds = {"struct_type": "struct", "interface_type": "interface"}
        kind = kinds.get(body.type if body else "", "type")
        members, bases = _members(parsed, body) if body else ([], [])
        head = parsed.flat(spec).split("{")[0].strip() if kind != "type" else parsed.flat(spec)
        yield parsed.definition(
            kind,
            name,
            node if alone else spec,
            signature=f"type {head[:120]}",
            doc=doc.text,
            doc_lines=doc.lines,
            exported=name[:1].isupper(),
            bases=bases,
            members=members,
        )


def _members(parsed: Parsed, body: Node) -> tuple[list[Member], list[str]]:
    """Fields or methods, and the types that are embedded."""
    members, bases = [], []
    inside = body.named_children
    if body.type == "struct_type":
        inside = inside[0].named_children if inside else []
    elif body.type != "interface_type":
        return [], []
    for one in inside:
        if one.type == "field_declaration":
            kind = parsed.flat(one.child_by_field_name("type"))
            names = one.children_by_field_name("name")
            if not names:
                bases.append(kind.lstrip("*"))
            doc = _beside(parsed, one)
            members += [
                Member(parsed.text(name), kind, doc, one.start_point[0] + 1) for name in names
            ]
        elif one.type == "method_elem":
            name = parsed.text(one.child_by_field_name("name"))
            rest = parsed.flat(one)[len(name) :]
            members.append(Member(name, rest, _beside(parsed, one), one.start_point[0] + 1))
        elif one.type == "type_elem":
            bases.append(parsed.flat(one))
    return members, bases


def _beside(parsed: Parsed, node: Node) -> str:
    """The comment above a member, else the one behind it in its line."""
    if doc := above(parsed, node).text:
        return " ".join(doc.split())
    after = node.next_named_sibling
    if after is not None and after.type == "comment" and after.start_point[0] == node.end_point[0]:
        return " ".join(parsed.text(after).lstrip("/ ").split())
    return ""


GRAMMAR = Grammar("go", "go", LANGUAGE, QUERY, read)
