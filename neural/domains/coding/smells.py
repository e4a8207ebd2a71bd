"""Working code made worse in ways that a reviewer points out; the behaviour stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from neural.domains.coding import syntax
from neural.domains.coding.syntax import COMMENTS, text, walk

OPPOSITE = {
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
    "==": "!=",
    "!=": "==",
    "===": "!==",
    "!==": "===",
}
POOR = ("tmp", "data2", "x1", "foo", "val2", "obj")
ASSIGNMENTS = {
    "augmented_assignment",
    "augmented_assignment_expression",
    "assignment_expression",
    "assignment_statement",
}
LEAVES = {"return_statement", "raise_statement", "throw_statement"}
STEP = {"python": "    ", "go": "\t", "javascript": "  ", "java": "    "}
DECLARES = {
    "python": "assignment",
    "go": "short_var_declaration",
    "javascript": "variable_declarator",
    "java": "variable_declarator",
}
# What people compare with true, if it is a condition by itself.
ASKED = {"identifier", "call", "call_expression", "method_invocation", "attribute",
         "selector_expression", "member_expression"}  # fmt: skip


@dataclass(frozen=True)
class Smell:
    """Bytes `start` to `end` become `new`; `named` are further places of the same edit."""

    edits: tuple[tuple[int, int, str], ...]
    kind: str
    line: int
    old: str = ""
    new: str = ""

    def apply(self, source: str) -> str:
        """The source with the smell."""
        raw = source.encode()
        for start, end, new in sorted(self.edits, reverse=True):
            raw = raw[:start] + new.encode() + raw[end:]
        return raw.decode()


def smells(source: str, language: str, start: int, end: int) -> tuple[Smell, ...]:
    """All smells that can be put between two byte offsets, in the order of the text."""
    found = []
    for node in walk(syntax.parse(source, language).root_node):
        makers = MAKERS.get(node.type)
        if makers and start <= node.start_byte and node.end_byte <= end:
            for maker in makers:
                found += maker(node, source, language)
    return tuple(found)


def _indent(node: Node, source: str) -> str:
    line = source.splitlines()[node.start_point.row]
    return line[: len(line) - len(line.lstrip())]


def _one(node: Node, new: str, kind: str, old: str = "", shown: str = "") -> Smell:
    return Smell(
        ((node.start_byte, node.end_byte, new),), kind, node.start_point.row + 1, old, shown
    )


def _verbose(node: Node, source: str, language: str) -> Iterator[Smell]:
    """`return a < b` through an if."""
    if len(node.named_children) != 1:
        return
    value = node.named_children[0]
    if value.type == "expression_list" and len(value.named_children) == 1:
        value = value.named_children[0]
    operator = text(value.child_by_field_name("operator")) or (
        text(value.children[1]) if value.type == "comparison_operator" else ""
    )
    compares = operator in OPPOSITE and len(value.named_children) == 2
    if not compares or node.start_point.row != node.end_point.row:
        return
    at, step = _indent(node, source), STEP[language]
    if source.splitlines()[node.start_point.row].strip() != text(node):
        return
    test = text(value)
    yes, no = ("True", "False") if language == "python" else ("true", "false")
    if language == "python":
        new = f"if {test}:\n{at}{step}return True\n{at}else:\n{at}{step}return False"
    elif language == "go":
        new = f"if {test} {{\n{at}{step}return {yes}\n{at}}} else {{\n{at}{step}return {no}\n{at}}}"
    else:
        yes, no = f"return {yes};", f"return {no};"
        new = f"if ({test}) {{\n{at}{step}{yes}\n{at}}} else {{\n{at}{step}{no}\n{at}}}"
    yield _one(node, new, "verbose", text(node))


def _expanded(node: Node, source: str, language: str) -> Iterator[Smell]:
    """`total += x` written out."""
    found = re.fullmatch(r"([\w.\[\]#]+) ([+*-])= ([\w.()\[\]]+)", text(node))
    if found and (node.parent is None or "for" not in node.parent.type):
        target, operator, value = found.groups()
        new = f"{target} = {target} {operator} {value}"
        yield _one(node, new, "expanded", text(node), new)


def _nested(node: Node, source: str, language: str) -> Iterator[Smell]:
    """A guard that returns, with the rest of the function in its else."""
    if node.child_by_field_name("alternative"):
        return
    block = node.child_by_field_name("consequence")
    statements = [each for each in block.named_children if each.type not in COMMENTS]
    if language == "go" and statements and statements[0].type == "statement_list":
        statements = list(statements[0].named_children)
    if len(statements) != 1 or statements[0].type not in LEAVES:
        return
    rest = []
    at = node.next_named_sibling
    while at is not None:
        rest.append(at)
        at = at.next_named_sibling
    container = node.parent.parent if node.parent.type == "statement_list" else node.parent
    owner = container.parent if container is not None else None
    if len(rest) < 2 or owner is None or owner.type not in syntax.FUNCTIONS[language]:
        return
    if rest[-1].type != "return_statement":
        return
    step, at = STEP[language], _indent(node, source)
    body = source.encode()[rest[0].start_byte : rest[-1].end_byte].decode()
    body = f"{at}{step}" + body.replace("\n", f"\n{step}")
    body = re.sub(r"^\s+$", "", body, flags=re.MULTILINE)
    if language == "python":
        new = f"{text(node)}\n{at}else:\n{body}"
    else:
        new = f"{text(node)} else {{\n{body}\n{at}}}"
    yield Smell(((node.start_byte, rest[-1].end_byte, new),), "nested", node.start_point.row + 1)


def _negated(node: Node, source: str, language: str) -> Iterator[Smell]:
    """A condition that says what must not be."""
    if len(node.children) != 3:
        return
    holder = node.parent
    if holder.type == "parenthesized_expression":
        holder = holder.parent
    if holder.type not in ("if_statement", "while_statement"):
        return
    left, operator, right = node.children
    if text(operator) not in OPPOSITE:
        return
    inner = f"{text(left)} {OPPOSITE[text(operator)]} {text(right)}"
    new = f"not ({inner})" if language == "python" else f"!({inner})"
    yield _one(node, new, "negated", text(node), new)


def _poor(node: Node, source: str, language: str) -> Iterator[Smell]:
    """A local variable that says nothing."""
    if node.type != DECLARES[language]:
        return
    left = node.child_by_field_name("left") or node.child_by_field_name("name")
    name = text(left)
    if not re.fullmatch(r"[a-z]\w{4,}", name):
        return
    function = left.parent
    while function is not None and function.type not in syntax.FUNCTIONS[language]:
        function = function.parent
    if function is None:
        return
    places = []
    for each in walk(function):
        if each.type == "interpolation":
            return
        if each.type.endswith("identifier") and text(each) == name:
            if each.type != "identifier":
                return  # also a field, a key or a property
            if (
                each.parent.type in ("keyword_argument", "attribute")
                and each != each.parent.children[0]
            ):
                return
            places.append(each)
    if len(places) < 3 or places[0].start_byte != left.start_byte:
        return
    poor = POOR[(len(name) + len(places)) % len(POOR)]
    if re.search(rf"\b{poor}\b", source):
        return
    edits = tuple((each.start_byte, each.end_byte, poor) for each in places)
    yield Smell(edits, "poor", left.start_point.row + 1, name, poor)


def _idle(node: Node, source: str, language: str) -> Iterator[Smell]:
    """What is true or false already, compared with true."""
    test = node.child_by_field_name("condition")
    if test.type == "parenthesized_expression":
        test = test.named_children[0]
    if test.type in ASKED:
        equals = "===" if language == "javascript" else "=="
        new = f"{text(test)} {equals} {'True' if language == 'python' else 'true'}"
        yield _one(test, new, "idle", text(test), new)


# By the type of the node that they change: most nodes of a tree concern none.
MAKERS = {
    "return_statement": (_verbose,),
    "if_statement": (_nested, _idle),
    "comparison_operator": (_negated,),
    "binary_expression": (_negated,),
    **dict.fromkeys(ASSIGNMENTS, (_expanded,)),
    **dict.fromkeys(DECLARES.values(), (_poor,)),
}
