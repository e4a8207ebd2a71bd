"""Lets docutils read what is written for Sphinx: unknown directives give their content."""

import re

from docutils import nodes
from docutils.parsers.rst import Directive, directives

_DIRECTIVE = re.compile(r"^[ \t]*\.\. ([\w:+-]+)::", re.M)
_ROLE = re.compile(r":(?:[\w+-]+:)*([\w+-]+):`([^`]*)`")
NOTES = ("deprecated", "versionadded", "versionchanged", "seealso")
SAMPLES = ("code-block", "sourcecode", "prompt", "highlight", "ipython", "doctest", "console")
DESCRIPTIONS = re.compile(r"(?:\w+:)?(?:function|method|class|attribute|data|option|envvar|module|"
                          r"exception|property|confval|setting|program|describe)$")  # fmt: skip


class _Content(Directive):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = None

    def run(self) -> list:
        name = self.name.lower()
        if name in SAMPLES:
            text = "\n".join(self.content)
            return [nodes.literal_block(text, text)] if text.strip() else []
        box = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, box)
        argument = (self.arguments or [""])[0].split("\n")[0].strip()
        if DESCRIPTIONS.match(name) and argument and box.children:
            item = nodes.definition_list_item()
            item += nodes.term("", "", nodes.literal(argument, argument))
            item += nodes.definition("", *box.children)
            return [nodes.definition_list("", item)]
        return list(box.children)


class _Options(dict):
    """Any option, as Sphinx's directives have many."""

    def __missing__(self, key: str):
        return directives.unchanged


_Content.option_spec = _Options()


def allow(text: str) -> None:
    """Registers the directives of a text that docutils does not know."""
    for name in sorted({found[1].lower() for found in _DIRECTIVE.finditer(text)}):
        builtin = name in directives._directive_registry or name in directives._directives
        if not builtin or name in ("code-block", "sourcecode", "highlight"):
            directives.register_directive(name, _Content)


def plain_roles(text: str) -> str:
    """Roles as docutils knows them: :func:`name` is code, :ref:`title <target>` its title.

    What a role takes away is not replaced by other lines, so that lines stay where they are.
    """

    def shown(found: re.Match) -> str:
        role, body = found[1], found[2]
        title = re.match(r"(.*?)\s*<[^<>]*>\Z", body, re.S)
        said = (title[1] if title else body).lstrip("~!")
        if role in ("ref", "doc", "term", "numref", "abbr", "guilabel", "menuselection", "pep",
                    "rfc", "issue", "pr", "user", "download"):  # fmt: skip
            return said if title or role != "doc" else said.rpartition("/")[2]
        if role in ("math", "sub", "sup", "emphasis", "strong"):
            return found[0]
        return f"``{said}``" if said else found[0]

    return _ROLE.sub(shown, text)


def is_message(node: nodes.Node) -> bool:
    """Whether a node is a complaint of docutils itself."""
    return isinstance(node, nodes.system_message | nodes.problematic) and node.parent is not None
