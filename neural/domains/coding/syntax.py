"""Source text as a tree, and what a test must know of the function or class that it calls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import tree_sitter_go
import tree_sitter_java
import tree_sitter_javascript
import tree_sitter_python
from tree_sitter import Language, Node, Parser, Tree

GRAMMARS = {
    "python": tree_sitter_python,
    "go": tree_sitter_go,
    "javascript": tree_sitter_javascript,
    "java": tree_sitter_java,
}
FUNCTIONS = {
    "python": {"function_definition"},
    "go": {"function_declaration", "method_declaration"},
    "javascript": {
        "function_declaration",
        "generator_function_declaration",
        "method_definition",
    },
    "java": {"method_declaration", "constructor_declaration"},
}
CLASSES = {
    "python": {"class_definition"},
    "go": {"type_declaration"},
    "javascript": {"class_declaration"},
    "java": {"class_declaration", "record_declaration"},
}
COMMENTS = {"comment", "line_comment", "block_comment"}


@dataclass(frozen=True)
class Function:
    """A callable as its source spells it; types are source text, "" where there are none."""

    name: str
    params: tuple[tuple[str, str], ...]
    returns: str
    owner: str = ""  # Java's class, a method's class
    awaited: bool = False
    getter: bool = False
    generates: bool = False


@cache
def _parser(language: str) -> Parser:
    return Parser(Language(GRAMMARS[language].language()))


@lru_cache(maxsize=4096)
def parse(source: str, language: str) -> Tree:
    """The syntax tree of a source text; byte offsets are of its UTF-8."""
    return _parser(language).parse(source.encode())


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it, in the order of the text."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)


def text(node: Node | None) -> str:
    """A node's source text."""
    return node.text.decode() if node else ""


def plain(name: str) -> str:
    """A name without what languages spell differently."""
    return name.replace("_", "").lstrip("#").lower()


@lru_cache(maxsize=4096)
def functions(source: str, language: str) -> tuple[Function, ...]:
    """All functions and methods in order."""
    found = []
    for node in walk(parse(source, language).root_node):
        if node.type in FUNCTIONS[language]:
            found.append(_function(node, language))
    return tuple(found)


def called(source: str, language: str, name: str, methods: bool) -> Function | None:
    """The function of that name, or the constructor of that class; None where it is not there."""
    wanted = plain(name)
    for each in functions(source, language):
        if methods:
            if _constructs(each, language, wanted):
                return each
        elif plain(each.name) == wanted and (language == "java" or not each.owner):
            return each
    if methods and (found := class_name(source, language, name)):
        return Function(found, (), "", found)  # a constructor without arguments goes unsaid
    return None


def method(source: str, language: str, owner: str, name: str) -> Function | None:
    """A method of a class."""
    for each in functions(source, language):
        if plain(each.name) == plain(name) and plain(each.owner) == plain(owner):
            return each
    return None


def class_name(source: str, language: str, name: str) -> str | None:
    """The spelling of a class's name."""
    for node in walk(parse(source, language).root_node):
        if node.type in CLASSES[language]:
            named = node
            if language == "go":
                named = next(c for c in node.named_children if c.type != "comment")
            spelt = text(named.child_by_field_name("name"))
            if plain(spelt) == plain(name):
                return spelt
    return None


def _constructs(each: Function, language: str, wanted: str) -> bool:
    if language == "go":
        return plain(each.name) == f"new{wanted}"
    makers = {"python": "init", "javascript": "constructor", "java": wanted}
    return plain(each.owner) == wanted and plain(each.name) == makers[language]


def _function(node: Node, language: str) -> Function:
    name = text(node.child_by_field_name("name"))
    body = text(node.child_by_field_name("body"))
    before = text(node).split(name, 1)[0]
    result = node.child_by_field_name(
        {"python": "return_type", "go": "result", "java": "type"}.get(language, "none")
    )
    return Function(
        name,
        tuple(_params(node, language)),
        text(result),
        _owner(node, language),
        "async " in before or (language == "java" and text(result).startswith("CompletableFuture")),
        ("get " in before and language == "javascript")
        or (node.prev_sibling is not None and text(node.prev_sibling) == "@property"),
        "function*" in before or "*" in before or (language == "python" and "yield " in body),
    )


def _owner(node: Node, language: str) -> str:
    if language == "go":
        receiver = node.child_by_field_name("receiver")
        found = re.search(r"(\w+)(?:\[.*\])?\)$", text(receiver))
        return found[1] if found else ""
    at = node.parent
    while at is not None and at.type not in CLASSES[language]:
        at = at.parent
    return text(at.child_by_field_name("name")) if at else ""


def _params(node: Node, language: str) -> Iterator[tuple[str, str]]:
    listed = node.child_by_field_name("parameters")
    for child in listed.named_children if listed else ():
        if child.type in COMMENTS:
            continue
        if language == "go":
            kind = text(child.child_by_field_name("type"))
            kind = f"...{kind}" if child.type.startswith("variadic") else kind
            for name in child.children_by_field_name("name"):
                yield text(name), kind
        elif language == "java":
            if child.type == "spread_parameter":
                kind, name = child.named_children[-2:]
                yield text(name), f"...{text(kind)}"
            else:
                yield (
                    text(child.child_by_field_name("name")),
                    text(child.child_by_field_name("type")),
                )
        elif language == "python":
            name = child if child.type == "identifier" else child.named_children[0]
            if text(name) != "self":
                yield text(name).lstrip("*"), text(child.child_by_field_name("type"))
        else:
            name = child if child.type == "identifier" else child.named_children[0]
            yield text(name), ""
