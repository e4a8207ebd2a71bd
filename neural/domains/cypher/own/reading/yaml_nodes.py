"""Reads the tree of a YAML file, whose nodes know their lines."""

from collections.abc import Callable
from typing import NoReturn

import msgspec
import yaml

from neural.domains.cypher.own.names import ENGINE, breaking, unquoted, widening
from neural.errors import UserError, nearest


class YamlNodes:
    """Each method reads one kind of node, or raises a UserError with file, line and what was
    expected. Scalars are read as they are written: NO is Norway, not false."""

    def __init__(self, path: str) -> None:
        self.path = path

    def place(self, node: yaml.Node) -> str:
        return f"{self.path}:{node.start_mark.line + 1}"

    def fail(self, node: yaml.Node, message: str) -> NoReturn:
        raise UserError(f"{self.place(node)}: {message}")

    def fields(self, node: yaml.Node, struct: type, what: str, special: dict) -> dict:
        """The keys that a class of schema.py has, with their values."""
        types = {f.encode_name: f.type for f in msgspec.structs.fields(struct)}
        found = {}
        for key, value in self.pairs(node, what):
            name, type_ = key.value, types.get(key.value)
            if type_ is None:
                hint = nearest(name, types)
                if not hint and "properties" in types:
                    hint = " Its properties stand under properties:"
                self.fail(key, f"{what} has no key {name!r}; known: {', '.join(types)}.{hint}")
            if name in found:
                self.fail(key, f"{what} has the key {name!r} twice. Keep one.")
            if name in special:
                found[name] = special[name](value)
            elif type_ is bool:
                found[name] = self.flag(value, name)
            elif type_ in (list[str], list[str] | None):
                found[name] = [self.value(one, name) for one in self.items(value, name)]
            else:
                found[name] = self.phrase(value, name)
        return found

    def named(self, node: yaml.Node, what: str, read: Callable) -> dict:
        """What stands under each name; a name that is there twice is refused."""
        found, lines = {}, {}
        for key, value in self.pairs(node, f"the list of each {what}"):
            name = unquoted(key.value)[0]
            if name in found:
                self.fail(
                    key, f"{what} {name!r} is there already, in line {lines[name]}. Join them."
                )
            lines[name] = key.start_mark.line + 1
            found[name] = read(key, value)
        return found

    def pairs(self, node: yaml.Node, what: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.fail(
                node, f"{what}: found {_found(node)}, expected keys with values (key: value)."
            )
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fail(key, f"{what}: found {_found(key)} as a key, expected a name.")
        return node.value

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, f"{what}: found {_found(node)}, expected a list: [a, b].")
        return node.value

    def range(self, node: yaml.Node, depth: int = 2) -> object:
        """Numbers, dates and pairs of them as they are written; their type tells what they mean."""
        if isinstance(node, yaml.SequenceNode) and depth:
            return [self.range(one, depth - 1) for one in node.value]
        return self.text(node, "range")

    def text(self, node: yaml.Node, what: str) -> str:
        """One line of text, single spaces: a question could not show others."""
        is_text = isinstance(node, yaml.ScalarNode) and not is_nothing(node)
        if not is_text or not node.value.strip():
            self.fail(node, f"{what}: found {_found(node)}, expected text.")
        if found := breaking(node.value):
            self.fail(node, f"{what}: {node.value[:40]!r} has {found}. Take it out.")
        return " ".join(node.value.split())

    def value(self, node: yaml.Node, what: str) -> str:
        text = self.text(node, what)
        if found := widening(text):
            self.fail(node, f"{what}: {text!r}: {ENGINE} {found}. Leave it out.")
        return text

    def phrase(self, node: yaml.Node, key: str) -> str:
        """Words for a question; "{}" stands for a value where the key takes one."""
        text = self.text(node, key)
        is_template = key in ("over", "under", "is")
        if is_template and "{}" not in text:
            self.fail(node, f"{key}: {text!r} needs {{}} where the value goes.")
        rest = text.replace("{}", "", 1) if is_template else text
        if key not in ("type", "key") and {*"{}"} & {*rest}:
            self.fail(node, f"{key}: {text!r} has a brace too many. Take it out.")
        return text

    def flag(self, node: yaml.Node, what: str) -> bool:
        if node.tag != "tag:yaml.org,2002:bool":
            self.fail(node, f"{what}: found {_found(node)}, expected true or false.")
        return node.value.lower() in ("true", "yes", "on")


def is_nothing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _found(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return repr(node.value) if node.value.strip() else "nothing"
    return "a list" if isinstance(node, yaml.SequenceNode) else "keys with values"
