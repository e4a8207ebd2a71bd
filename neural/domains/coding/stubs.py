"""What a solution looks like from outside: declarations without bodies."""

import re
import textwrap

from neural.domains.coding import syntax, values
from neural.domains.coding.kinds import Kind
from neural.domains.coding.problem import Problem
from neural.domains.coding.sentences import third_person
from neural.domains.coding.syntax import plain, text, walk

EMPTY = {
    "python": "    ...",
    "go": 'panic("not implemented")',
    "javascript": "throw new Error('not implemented');",
    "java": 'throw new UnsupportedOperationException("not implemented");',
}
WIDTH = 88


def stub(problem: Problem, documented: bool) -> str:
    """The public declarations of a solution, with the statement as their comment or without."""
    language, source = problem.language, problem.code
    root = syntax.parse(source, language).root_node
    doc = problem.statement if documented else ""
    kept = []
    for node in root.named_children:
        made = _top(node, problem, doc)
        if made:
            kept.append(made)
    gap = "\n\n\n" if language == "python" else "\n\n"
    return gap.join(kept) + "\n"


def declared(problem: Problem) -> str:
    """The stub without comment, bodies left out as far as the language reads well so."""
    return stub(problem, documented=False)


def _top(node, problem: Problem, doc: str) -> str:
    language = problem.language
    if node.type in ("decorated_definition", "export_statement"):
        inner = node.named_children[-1]
    else:
        inner = node
    name = plain(text(inner.child_by_field_name("name")))
    wanted = plain(problem.name)
    if language == "go":
        return _go(node, problem, doc)
    if inner.type in syntax.CLASSES[language]:
        if name == wanted or (language == "java" and _holds(inner, wanted, language)):
            return _class(node, inner, problem, doc)
        return _dedent(node, problem) if _public_type(inner, problem) else ""
    if inner.type in syntax.FUNCTIONS[language] and name == wanted:
        return _documented(_emptied(inner, problem, 0), doc, problem, 0)
    return ""


def _holds(node, wanted: str, language: str) -> bool:
    return any(
        each.type in syntax.FUNCTIONS[language]
        and plain(text(each.child_by_field_name("name"))) == wanted
        for each in walk(node)
    )


def _public_type(node, problem: Problem) -> bool:
    """A record that is given or returned, or an error that is to be raised."""
    name = text(node.child_by_field_name("name"))
    records = {plain(each) for each in problem.family.records}
    errors = {each.type(problem.language) for each in problem.family.errors.values()}
    return plain(name) in records or name in errors


def _dedent(node, problem: Problem) -> str:
    raw = text(node)
    column = node.start_point.column
    return textwrap.dedent(" " * column + raw)


def _emptied(node, problem: Problem, indent: int) -> str:
    """A function without its body."""
    language = problem.language
    body = node.child_by_field_name("body")
    head = node.text[: body.start_byte - node.start_byte].decode().rstrip()
    head = textwrap.dedent(" " * node.start_point.column + head)
    if language == "python":
        return f"{head}\n{EMPTY[language]}"
    step = "\t" if language == "go" else "    " if language == "java" else "  "
    return f"{head.removesuffix('{').rstrip()} {{\n{step}{EMPTY[language]}\n}}"


def _class(outer, node, problem: Problem, doc: str) -> str:
    language = problem.language
    methods = {plain(each) for each in problem.family.call.methods or {}}
    methods |= {plain(each) for each in problem.family.names} | {plain(problem.name)}
    if problem.is_class or problem.source.driver:
        methods |= {"init", "constructor"}
    body = node.child_by_field_name("body")
    head = node.text[: body.start_byte - node.start_byte].decode().rstrip().rstrip("{:").rstrip()
    step = "  " if language == "javascript" else "    "
    members = []
    decorated = [each for each in body.named_children]
    for each in decorated:
        inner = each.named_children[-1] if each.type == "decorated_definition" else each
        name = plain(text(inner.child_by_field_name("name")))
        if inner.type in syntax.CLASSES[language] and _public_type(inner, problem):
            members.append(_dedent(each, problem))
        elif inner.type in syntax.FUNCTIONS[language] and (
            name in methods or inner.type == "constructor_declaration"
        ):
            if text(inner).startswith(("private", "static #", "#")):
                continue
            made = _emptied(inner, problem, 1)
            if not problem.is_class and not problem.source.driver and name == plain(problem.name):
                made = _documented(made, doc, problem, 1)
            elif language == "javascript" and problem.is_class:
                args, returns = _typed(problem, name)
                made = _jsdoc("", args, returns, made) + made
            members.append(made)
    of_class = (
        doc if problem.is_class or (problem.source.driver and doc not in "".join(members)) else ""
    )
    inside = "\n\n".join(
        textwrap.indent(each, step, lambda line: bool(line.strip())) for each in members
    )
    if language == "python":
        comment = textwrap.indent(_docstring(of_class, 4), step) + "\n\n" if of_class else ""
        return f"{head}:\n{comment}{inside}"
    made = f"{head} {{\n{inside}\n}}"
    return f"{_comment(of_class, problem, 0)}{made}" if of_class else made


def _go(node, problem: Problem, doc: str) -> str:
    wanted = plain(problem.name)
    if node.type == "type_declaration":
        name = text(node.named_children[0].child_by_field_name("name"))
        if plain(name) == wanted:
            head = re.sub(
                r"(struct|interface) \{.*\}$", r"\1 {\n\t// ...\n}", text(node), flags=re.S
            )
            return f"{_comment(doc, problem, 0)}{head}"
        used = re.search(rf"\b{re.escape(name)}\b", _go_heads(problem))
        return text(node) if used else ""
    if node.type not in syntax.FUNCTIONS["go"]:
        return ""
    name = plain(text(node.child_by_field_name("name")))
    if name == wanted and node.type == "function_declaration":
        return _comment(doc, problem, 0) + _emptied(node, problem, 0)
    methods = {plain(each) for each in problem.family.call.methods or {}}
    methods |= {plain(each) for each in problem.family.names}
    owner = syntax._owner(node, "go")
    if name == f"new{wanted}" or (plain(owner) == wanted and name in methods):
        return _emptied(node, problem, 0)
    return ""


def _go_heads(problem: Problem) -> str:
    """All public functions' heads, which say what types a user must know."""
    found = syntax.functions(problem.code, "go")
    shown = [
        each
        for each in found
        if plain(each.name) in (plain(problem.name), f"new{plain(problem.name)}")
        or plain(each.owner) == plain(problem.name)
    ]
    return " ".join(f"{each.returns} {' '.join(kind for _, kind in each.params)}" for each in shown)


def _documented(made: str, doc: str, problem: Problem, depth: int) -> str:
    if problem.language == "javascript" and not problem.source.driver:
        call = problem.family.call
        return _jsdoc(doc, call.args, call.returns, made) + made
    if not doc:
        return made
    if problem.language == "python":
        head, _, _ = made.rpartition("\n")
        return f"{head}\n{textwrap.indent(_docstring(doc, 4 * (depth + 1)), '    ')}"
    return f"{_comment(doc, problem, depth)}{made}"


def _docstring(doc: str, indent: int) -> str:
    doc = doc.replace("`", "").replace("\\", "\\\\")
    first, _, rest = doc.partition(". ")
    first = first.rstrip(".") + "."
    if len(first) + indent + 6 <= WIDTH and not rest:
        return f'"""{first}"""'
    lines = textwrap.wrap(first, WIDTH - indent - 4)
    lines += ["", *textwrap.wrap(rest, WIDTH - indent - 4)] if rest else []
    return '"""' + "\n".join(lines) + '\n"""'


def _comment(doc: str, problem: Problem, depth: int) -> str:
    if not doc:
        return ""
    doc = doc.replace("`", "")
    if problem.language == "go":
        doc = third_person(doc, problem.name)  # a comment of Go begins with the name
        return "".join(f"// {line}\n" for line in textwrap.wrap(doc, WIDTH - 3))
    lines = textwrap.wrap(doc, WIDTH - 3 - 4 * depth)
    return "/**\n" + "".join(f" * {line}\n" for line in lines) + " */\n"


def _typed(problem: Problem, name: str) -> tuple[tuple, Kind]:
    """Arguments and result of a method, or of the constructor."""
    call = problem.family.call
    for method, (args, returns) in call.methods.items():
        if plain(method) == name:
            return args, returns
    return call.args, "none"


def _jsdoc(doc: str, args: tuple, returns: Kind, made: str) -> str:
    """A comment that says the types, which JavaScript's own declarations do not."""
    lines = textwrap.wrap(doc.replace("`", ""), WIDTH - 3)
    spelt = re.match(r"[^(]*\(([^)]*)\)", made)
    names = [each.strip() for each in spelt[1].split(",")] if spelt else []
    shown = [
        f"@param {{{_js_type(kind)}}} {name if name.isidentifier() else given}"
        for (given, kind), name in zip(args, names, strict=False)
    ]
    if returns != "none":
        promise = "async " in made.split("(")[0]
        inner = _js_type(returns)
        shown.append(f"@returns {{{f'Promise<{inner}>' if promise else inner}}}")
    if not lines and not shown:
        return ""
    lines += [""] if lines and shown else []
    return "/**\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines + shown) + " */\n"


JS_TYPES = {
    "int": "number",
    "float": "number",
    "long": "bigint",
    "str": "string",
    "bool": "boolean",
    "none": "void",
}


def _js_type(kind: Kind) -> str:
    if isinstance(kind, str):
        return JS_TYPES[kind]
    head, *rest = kind
    if head == "record":
        fields = ", ".join(f"{values.camel(name)}: {_js_type(k)}" for name, k in rest[1])
        return f"{{{fields}}}"
    inner = [_js_type(each) for each in rest]
    if head == "optional":
        return f"{inner[0]} | null"
    if head == "list":
        return f"({inner[0]})[]" if "|" in inner[0] else f"{inner[0]}[]"
    if head == "tuple":
        return f"[{', '.join(inner)}]"
    return f"{'Set' if head == 'set' else 'Map'}<{', '.join(inner)}>"
