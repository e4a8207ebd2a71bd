"""The messages that end a command, read from the source, for docs/troubleshooting.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from neural.errors import BUG
from neural.records.findings import KINDS

ROOT = Path(__file__).parent.parent
RAISED = {"UserError", "ArgumentTypeError", "error"}  # the last is argparse's
YIELDED = ("neural/config.py",)  # a mistake of config.yaml is one line of several
SHELL = re.compile(r'\bdie "((?:[^"\\$]|\\.|\$\((?:[^()]|\([^()]*\))*\)|\$)*)"')
SHELL_HOLE = re.compile(r"\$\((?:[^()]|\([^()]*\))*\)|\$\{(\w+)[^}]*\}|\$(\w+)")
# Where a message begins to say what to do.
REMEDY = re.compile(
    r"(?<=[\w)}'`\]…])\. (?=[A-Z`'\d{-])|; |[:,] (?=expected )|\? (?=[A-Z])|\n(?=[A-Z])"
)
# In the order of the data. A source belongs to the stage that names it at greatest length.
STAGES = {
    "Any command": ("neural/", "scripts/"),  # what belongs to no stage below
    "Set-up": ("scripts/bootstrap.sh",),
    "config.yaml and what is asked for": (
        "neural/config.py",
        "neural/presets.py",
        "neural/plan.py",
        "neural/domains/__init__.py",
        "scripts/report.py",
    ),
    "Making data": (
        "neural/domains",
        "neural/repositories",
        "scripts/generate",
        "scripts/check_coding_problems.py",
    ),
    "Cypher and your own graph": ("neural/domains/cypher",),
    "The Magic judge": ("neural/domains/mtg",),
    "Code, and the sandbox": ("neural/domains/coding", "neural/sandbox"),
    "A domain of your own": ("neural/scaffold",),
    "Checking and mixing rows": (
        "neural/records",
        "scripts/validate_dataset.py",
        "scripts/mix_dataset.py",
        "scripts/gather_dataset.py",
    ),
    "Bases": ("neural/base", "neural/weights.py", "scripts/fetch_base.py"),
    "Training and merging": ("neural/training", "neural/adapter.py", "scripts/train.py"),
    "GGUF and quantization": ("neural/gguf", "scripts/export_to_gguf.py"),
    "Measuring": ("neural/evaluation",),
    "Cards and releases": ("neural/release", "scripts/release", "scripts/write_dataset_card.py"),
    "Versions and DVC": (
        "neural/stages.py",
        "neural/storage.py",
        "neural/provenance.py",
        "neural/release/registry.py",
        "neural/release/commit.py",
        "scripts/provenance.py",
        "scripts/registry.py",
        "scripts/write_dvc_yaml.py",
        "scripts/write_troubleshooting.py",
    ),
    "Asking a model": ("neural/asking",),
    "Hosts: model-get": ("host",),
}


class Message(NamedTuple):
    """`text`: what is said, a hole as {name}; `remedy`: the rest, from where it says what to do."""

    source: str
    text: str
    remedy: str


def found(root: Path = ROOT) -> list[Message]:
    """Each message of the project once, by source."""
    texts = [
        (path.relative_to(root).as_posix(), text)
        for folder in ("neural", "scripts", "host")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and not {"problems", "templates", "__pycache__"} & set(path.parts)
        for text in _texts(path, root)
    ]
    return [_split(source, text) for source, text in dict.fromkeys(texts)]


def stage(source: str) -> str:
    """The heading under which a source's messages stand."""
    fits = [
        (len(prefix), name)
        for name, prefixes in STAGES.items()
        for prefix in prefixes
        if source.startswith(prefix)
    ]
    return max(fits)[1]


def tables(messages: list[Message]) -> str:
    """Markdown: a table for each stage, sorted by the first words that are always there."""
    lines = []
    for name in STAGES:
        of = {one[1:]: one for one in messages if stage(one.source) == name}.values()
        lines += ["", f"## {name}", "", "| message | what to do |", "|---|---|"]
        lines += [
            f"| {_code(one.text)} | {_cell(one.remedy if _tells(one.remedy, 1) else ITSELF)} |"
            for one in sorted(of, key=_words)
        ]
        if name == "Checking and mixing rows":
            lines += ["", FINDINGS, "", "| finding | level | what to do |", "|---|---|---|"]
            lines += [
                f"| `{kind}` | {one.level} | {_cell(one.remedy)} |" for kind, one in KINDS.items()
            ]
    return "\n".join(lines) + "\n"


ITSELF = "What may stand there is in the message"
FINDINGS = """\
`scripts/validate_dataset.py` calls what it finds in rows by these names. Mend them in this order:
a later one may be the echo of an earlier one. In `config.yaml` a level is changed by
`validation: {limits: {levels: {KIND: info}}}`."""


def _texts(path: Path, root: Path) -> Iterator[str]:
    source = path.relative_to(root).as_posix()
    if path.suffix == ".py":
        tree = ast.parse(path.read_text("utf-8"))
        constants = {"BUG": BUG} | dict(filter(None, map(_constant, tree.body)))
        for node in ast.walk(tree):
            if said := _said(node, source in YIELDED):
                for text in _readings(said):
                    for name, value in constants.items():
                        text = text.replace(f"{{{name}}}", value)
                    if _tells(text):
                        yield text
    elif path.suffix == ".sh" or source == "host/model-get":
        for said in SHELL.findall(path.read_text("utf-8")):
            text = SHELL_HOLE.sub(_shell_hole, " ".join(said.split()))
            if _tells(text, 1):
                yield text


def _constant(node: ast.stmt) -> tuple[str, str] | None:
    """Name and text of a module's own constant, which stands in its messages as it is."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) if not isinstance(node.value, ast.Call):
            text = _readings(node.value)[0]
            return (name, text) if re.search("[a-z]{2} [a-z]", text) else None
    return None


def _said(node: ast.AST, yielded: bool) -> ast.expr | None:
    if isinstance(node, ast.Call) and node.args:
        called = node.func
        name = getattr(called, "id", getattr(called, "attr", ""))
        return node.args[0] if name in RAISED else None
    return node.value if yielded and isinstance(node, ast.Yield) else None


def _readings(said: ast.expr) -> list[str]:
    """The texts that an expression may be."""
    match said:
        case ast.IfExp():
            return [*_readings(said.body), *_readings(said.orelse)]
        case ast.BinOp(op=ast.Add()):
            return [a + b for a in _readings(said.left) for b in _readings(said.right)]
        case ast.JoinedStr():
            texts = [""]
            for part in said.values:
                hole = part.value if isinstance(part, ast.FormattedValue) else part
                split = isinstance(hole, ast.IfExp) and any(map(_literal, (hole.body, hole.orelse)))
                readings = _readings(hole) if split else [_hole(hole)]
                texts = [text + more for text in texts for more in readings]
            return texts
    return [_hole(said)]


def _literal(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and node.value != "")


def _hole(node: ast.expr) -> str:
    """A literal as it is, anything else as {its name}; advice on spelling is left out."""
    match node:
        case ast.Constant():
            return str(node.value)
        case ast.JoinedStr():
            return _readings(node)[0]
        case ast.Call(func=ast.Name(id=name)) if name == "nearest" or name.startswith("_"):
            return ""  # advice on spelling, more about the place
        case ast.Call(func=ast.Name(id="len")):
            return "{number}"
        case _:
            return f"{{{_name(node)}}}"


def _name(node: ast.expr) -> str:
    match node:
        case ast.Attribute(attr="__name__"):
            return "type"
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_")
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join")):
            return _name(node.args[0])
        case ast.Call(func=ast.Name(id="str" | "sorted" | "list" | "type" | "map" | "set")):
            return _name(node.args[-1])
        case ast.Call(func=ast.Attribute(value=ast.Name() | ast.Attribute() | ast.Subscript())):
            return _name(node.func.value) if not node.args else node.func.attr
        case ast.Call():
            return _name(node.func)
        case ast.Subscript() | ast.Starred() | ast.FormattedValue():
            return _name(node.value)
        case ast.BoolOp():
            return _name(node.values[0])
        case ast.BinOp():
            return _name(node.left).lower()  # not the constant itself
        case ast.IfExp():
            return _name(node.body)
        case ast.GeneratorExp() | ast.ListComp():
            return _name(node.generators[0].iter)
    return "…"


def _shell_hole(match: re.Match) -> str:
    name = match[1] or match[2]
    return f"{{{name}}}" if name and not name.isdigit() else "{…}"


def _tells(text: str, words: int = 2) -> bool:
    """Whether words are left beside the holes; else it passes on what others said."""
    return len(re.findall(r"[a-z]{2,}", re.sub(r"\{[^}]*\}", "", text))) >= words


def _split(source: str, text: str) -> Message:
    ends = [(found.start(), found.end()) for found in REMEDY.finditer(text)]
    end, start = next((end for end in ends if _tells(text[: end[0]], 1)), (len(text), len(text)))
    told, remedy = (" ".join(part.split()).rstrip(".") for part in (text[:end], text[start:]))
    return Message(
        source, told, re.sub(r"^[a-z](?=[a-z]* )", lambda first: first[0].upper(), remedy)
    )


def _words(message: Message) -> str:
    return re.sub(r"\{[^}]*\}|\W", " ", message.text).strip().lower()


def _code(text: str) -> str:
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{_cell(text)}{ticks}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;") if "`" not in text else text
