"""A graph that a user wrote down in YAML: as a family file, but nearly all of it optional."""

from typing import NoReturn

import yaml

from neural.domains.cypher.own.draft import Draft, DraftLink, DraftNode, DraftProperty
from neural.domains.cypher.own.names import unquoted
from neural.domains.cypher.own.reading.typenames import TYPES, known
from neural.domains.cypher.own.reading.yaml_nodes import YamlNodes, is_nothing
from neural.domains.cypher.schema import Family, NodeType, Property, Relationship
from neural.errors import UserError, nearest

NODES = "nodes: {Person: {properties: {name: STRING}}}"
LINK = "{type: ACTED_IN, from: Person, to: Movie}"


def read(text: str, path: str, name: str) -> Draft:
    """The draft in a file's text. UserError names file, line and remedy."""
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = ": ".join(filter(None, (error.context, error.problem)))
        raise UserError(
            f"{path}:{mark.line + 1}: not YAML: {problem} (column {mark.column + 1}). "
            "Mend it there."
        ) from None
    except yaml.reader.ReaderError as error:
        line, code = text.count("\n", 0, error.position) + 1, ord(text[error.position])
        raise UserError(
            f"{path}:{line}: not YAML: it has the character U+{code:04X}. Take it out."
        ) from None
    except RecursionError:
        raise UserError(
            f"{path}: too many brackets in brackets to be a graph. Write it flatter."
        ) from None
    if root is None or is_nothing(root):
        raise UserError(f"{path}: the file is empty; expected at least {NODES}")
    return _Reader(path).graph(root, name)


class _Reader(YamlNodes):
    def graph(self, root: yaml.Node, name: str) -> Draft:
        special = {"nodes": self.nodes, "relationships": self.links}
        found = self.fields(root, Family, "the file", special)
        draft = Draft(found.get("name", name), self.path, _refuse)
        draft.nodes, draft.links = found.get("nodes", {}), found.get("relationships", [])
        if not draft.nodes:
            self.fail(root, f"no labels; expected at least {NODES}")
        return draft

    def nodes(self, node: yaml.Node) -> dict[str, DraftNode]:
        return {} if is_nothing(node) else self.named(node, "label", self.node_type)

    def node_type(self, key: yaml.Node, value: yaml.Node) -> DraftNode:
        what, special = f"label {key.value!r}", {"properties": self.properties}
        given = {} if is_nothing(value) else self.fields(value, NodeType, what, special)
        properties = given.pop("properties", {})
        return DraftNode(self.place(key), properties, given, unquoted(key.value)[1])

    def properties(self, node: yaml.Node) -> dict[str, DraftProperty]:
        return {} if is_nothing(node) else self.named(node, "property", self.property)

    def property(self, key: yaml.Node, value: yaml.Node) -> DraftProperty:
        what = f"property {key.value!r}"
        if isinstance(value, yaml.MappingNode):
            given = self.fields(value, Property, what, {"range": self.range})
        else:
            given = {"type": self.text(value, what)}
        if "type" not in given:
            self.fail(value, f"{what} needs a type: one of {', '.join(TYPES)}.")
        written = given.pop("type")
        type_ = known(written)
        if type_ is None:
            hint = nearest(written.upper(), TYPES)
            self.fail(value, f"{what}: no type {written!r}; known: {', '.join(TYPES)}.{hint}")
        return DraftProperty(type_, self.place(key), given)

    def links(self, node: yaml.Node) -> list[DraftLink]:
        if is_nothing(node):
            return []
        return [self.link(one) for one in self.items(node, "relationships")]

    def link(self, node: yaml.Node) -> DraftLink:
        special = {"properties": self.properties, "per_source": self.range}
        special |= dict.fromkeys(("type", "from", "to"), self.name)
        given = self.fields(node, Relationship, "relationship", special)
        for key in ("type", "from", "to"):
            if key not in given:
                self.fail(node, f"relationship without {key!r}; expected for example {LINK}")
        ends = (given.pop(key) for key in ("type", "from", "to"))
        return DraftLink(*ends, self.place(node), given.pop("properties", {}), given)

    def name(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, f"relationship: found no name; expected for example {LINK}")
        return unquoted(node.value)[0]


def _refuse(message: str) -> NoReturn:
    raise UserError(message)
