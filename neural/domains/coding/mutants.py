"""Bugs as people make them: small edits of byte ranges that the syntax tree finds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from neural.domains.coding import syntax
from neural.domains.coding.syntax import COMMENTS, text

BINARY = {
    "binary_expression",
    "binary_operator",
    "comparison_operator",
    "boolean_operator",
    "augmented_assignment",
    "augmented_assignment_expression",
    "assignment_expression",
    "assignment_statement",
}
# What an operator is confused with, and what kind of mistake that is.
OPERATORS = {
    "<": [("<=", "boundary"), (">", "inverted")],
    "<=": [("<", "boundary"), (">=", "inverted")],
    ">": [(">=", "boundary"), ("<", "inverted")],
    ">=": [(">", "boundary"), ("<=", "inverted")],
    "==": [("!=", "inverted")],
    "!=": [("==", "inverted")],
    "===": [("!==", "inverted")],
    "!==": [("===", "inverted")],
    "in": [("not in", "inverted")],
    "&&": [("||", "logic")],
    "||": [("&&", "logic")],
    "and": [("or", "logic")],
    "or": [("and", "logic")],
    "+": [("-", "operator")],
    "-": [("+", "operator")],
    "*": [("+", "operator")],
    "/": [("*", "operator")],
    "//": [("%", "operator")],
    "%": [("/", "operator")],
    "**": [("*", "operator")],
    "&": [("|", "operator")],
    "|": [("&", "operator")],
    "^": [("|", "operator")],
    "<<": [(">>", "operator")],
    ">>": [("<<", "operator")],
    "+=": [("-=", "operator"), ("=", "operator")],
    "-=": [("+=", "operator")],
    "*=": [("+=", "operator")],
}
PAIRS = """
min max; any all; some every; anyMatch allMatch; startswith endswith; startsWith endsWith;
HasPrefix HasSuffix; TrimLeft TrimRight; TrimPrefix TrimSuffix; lstrip rstrip; trimStart trimEnd;
removeprefix removesuffix; find rfind; indexOf lastIndexOf; Index LastIndex; append appendleft;
pop popleft; push unshift; pop shift; addFirst addLast; pollFirst pollLast; peekFirst peekLast;
removeFirst removeLast; getFirst getLast; floor ceil; keys values; union intersection; upper lower;
toUpperCase toLowerCase; ToUpper ToLower; floorDiv floorMod; isdigit isalpha; offer push;
bisect_left bisect_right; nlargest nsmallest; Min Max; naturalOrder reverseOrder;
isEmpty isBlank; padStart padEnd; slice splice; before after; front back; first last
"""
CALLS: dict[str, list[str]] = {}
for _one, _other in (pair.split() for pair in PAIRS.replace("\n", " ").split(";")):
    CALLS.setdefault(_one, []).append(_other)
    CALLS.setdefault(_other, []).append(_one)
NUMBERS = {"integer", "int_literal", "number", "decimal_integer_literal"}
STATEMENTS = {"expression_statement", "assignment_statement", "inc_statement", "dec_statement"}
CALLEE = ("function", "name", "property", "attribute", "field")  # where a call has its name
COMMUTES = {"-", "/", "//", "%", "<<"}
IMPORTS = {
    "import_statement",
    "import_from_statement",
    "import_declaration",
    "import_spec",
}
CLOSERS = {")", "]", "}", ":", ";"}
INERT = COMMENTS | {"type_parameters", "type_arguments", "type"}  # with all that is in them
BROKEN = ("import", "typo", "bracket")  # those that are to fail before any call


@dataclass(frozen=True)
class Edit:
    """Bytes `start` to `end` of a source become `new`; `old` was there, on `line` (from 1)."""

    start: int
    end: int
    old: str
    new: str
    kind: str
    line: int

    def apply(self, source: str) -> str:
        """The source with the bug."""
        raw = source.encode()
        return (raw[: self.start] + self.new.encode() + raw[self.end :]).decode()


def edits(source: str, language: str, start: int, end: int) -> tuple[Edit, ...]:
    """All bugs between two byte offsets, in the order of the text."""
    raw = source.encode()
    found = []
    waiting = [syntax.parse(source, language).root_node]
    while waiting:
        node = waiting.pop()
        if node.type in INERT or node.end_byte <= start or node.start_byte >= end:
            continue
        waiting += reversed(node.children)
        if start <= node.start_byte and node.end_byte <= end:
            found += _of(node, raw, language)
    return tuple(dict.fromkeys(each for each in found if each.new != each.old))


def _edit(node: Node, new: str, kind: str) -> Edit:
    return Edit(node.start_byte, node.end_byte, text(node), new, kind, node.start_point.row + 1)


def _of(node: Node, raw: bytes, language: str) -> Iterator[Edit]:
    kind, parent = node.type, node.parent
    spelt = text(node) if node.end_byte - node.start_byte < 40 else ""
    if not node.is_named and parent is not None and parent.type in BINARY:
        for new, why in OPERATORS.get(spelt, ()):
            if (language == "python" and spelt == "/") or (language == "python" and spelt == "%"):
                new = "//"
            yield _edit(node, new, why)
    elif kind in NUMBERS and re.fullmatch(r"\d{1,9}", spelt):
        for new in (int(spelt) + 1, int(spelt) - 1):
            if new >= 0 and parent.type != "unary_operator" and not _idle(node, new):
                yield _edit(node, str(new), "constant")
    elif kind in ("true", "false"):
        swapped = {"True": "False", "False": "True", "true": "false", "false": "true"}
        yield _edit(node, swapped[spelt], "flag")
    elif kind in ("not_operator", "unary_expression") and re.match(r"not |!", spelt):
        yield _edit(node, re.sub(r"^(not |!)", "", spelt), "inverted")
    elif kind in ("identifier", "field_identifier", "property_identifier"):
        yield from _named(node, spelt, language)
    elif kind in ("break_statement", "continue_statement"):
        word, other = ("break", "continue") if kind[0] == "b" else ("continue", "break")
        yield _edit(node, spelt.replace(word, other), "jump")
    if kind in STATEMENTS and parent.type != "for_clause":
        yield from _deleted(node, raw)
    if kind in ("binary_expression", "binary_operator"):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = text(node.child_by_field_name("operator"))
        simple = {"identifier", "integer", "number", "int_literal", "decimal_integer_literal"}
        if operator in COMMUTES and {left.type, right.type} <= simple:
            yield _edit(node, f"{text(right)} {operator} {text(left)}", "swapped")
    if kind in IMPORTS:
        yield from _unimported(node, raw, language)
    if kind in CLOSERS and _droppable(node, language):
        yield _edit(node, "", "bracket")


def _idle(node: Node, number: int) -> bool:
    """Whether a number would do nothing where it stands, as in `size - 0`, which nobody writes."""
    operator = node.parent.child_by_field_name("operator")
    idle = {"+": (0,), "-": (0,), "+=": (0,), "-=": (0,), "<<": (0,), ">>": (0,)}
    idle |= {"*": (0, 1), "/": (0, 1), "//": (0, 1), "%": (0, 1), "**": (0, 1)}
    return node.parent.type in BINARY and number in idle.get(text(operator), ())


def _named(node: Node, spelt: str, language: str) -> Iterator[Edit]:
    """Calls of the wrong function, the wrong variable, and misspelt names."""
    parent = node.parent
    field = parent.type in ("attribute", "selector_expression", "member_expression")
    called = parent.type in ("call", "call_expression", "method_invocation") or (
        field and parent.parent is not None and parent.parent.type in ("call", "call_expression")
    )
    # In `values.map(…)` only `map` is called.
    called = called and any(parent.child_by_field_name(each) == node for each in CALLEE)
    if called and (language != "go" or field or spelt in ("min", "max")):
        for other in CALLS.get(spelt, ()):
            yield _edit(node, other, "call")
    declares = "parameter" in parent.type or parent.type in (
        "function_definition",
        "class_definition",
        "keyword_argument",
        "formal_parameters",
        "variable_declarator",
        "import_from_statement",
        "dotted_name",
        "scoped_identifier",
        "import_spec",
        "function_declaration",
        "method_declaration",
        "class_declaration",
        "record_declaration",
        "method_definition",
        "constructor_declaration",
        "property_signature",
        "field_definition",
    )
    if declares or node.type != "identifier" or field or called:
        return
    function = _function(node, language)
    if function is None:
        return
    others = [name for name, _ in function if name != spelt and name.isidentifier()]
    if spelt in [name for name, _ in function] and not _assigned(node):
        for other in others[:2]:
            yield _edit(node, other, "variable")
    if len(spelt) > 4 and not _assigned(node):
        yield _edit(node, spelt[:2] + spelt[3] + spelt[2] + spelt[4:], "typo")


def _assigned(node: Node) -> bool:
    at, child = node.parent, node
    while at is not None and at.type in ("expression_list", "pattern_list", "variable_declarator"):
        at, child = at.parent, at
    if at is None:
        return False
    return at.child_by_field_name("left") == child or at.child_by_field_name("name") == child


def _function(node: Node, language: str) -> list[tuple[str, str]] | None:
    at = node.parent
    while at is not None and at.type not in syntax.FUNCTIONS[language]:
        at = at.parent
    return list(syntax._params(at, language)) if at is not None else None


def _deleted(node: Node, raw: bytes) -> Iterator[Edit]:
    """A line that was forgotten, where others are left in its block."""
    inner = node.named_children[0] if node.named_children else node
    if inner.type in ("string", "await", "yield") or node.start_point.row != node.end_point.row:
        return
    beginning = raw.rfind(b"\n", 0, node.start_byte) + 1
    ending = raw.find(b"\n", node.end_byte) + 1
    line = raw[beginning:ending].decode()
    around = [each for each in node.parent.named_children if each.type not in COMMENTS]
    if len(around) < 2 or line.strip().rstrip(";") != text(node).rstrip(";") or not ending:
        return
    yield Edit(beginning, ending, line, "", "missing", node.start_point.row + 1)


def _unimported(node: Node, raw: bytes, language: str) -> Iterator[Edit]:
    beginning = raw.rfind(b"\n", 0, node.start_byte) + 1
    ending = raw.find(b"\n", node.end_byte) + 1
    line = raw[beginning:ending].decode()
    if language == "go" and not line.startswith("\t"):
        return  # the only import: its block would be left empty
    yield Edit(beginning, ending, line, "", "import", node.start_point.row + 1)


def _droppable(node: Node, language: str) -> bool:
    if node.is_named or (node.next_sibling is None and node.type == ";"):
        return node.type == ";" and language == "java" and node.parent.type != "program"
    if node.type in (";", "}"):
        return False
    if node.type == ":":
        return language == "python" and node.parent.type in (
            "if_statement",
            "for_statement",
            "while_statement",
            "function_definition",
            "else_clause",
        )
    return node.parent.type in ("argument_list", "arguments", "parenthesized_expression")
