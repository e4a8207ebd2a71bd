"""A family's texts for one variant in one language."""

import re
from collections.abc import Mapping
from string import Formatter

from neural.domains.coding.family import Variant
from neural.errors import UserError

PLAIN = {
    "python": {"none": "`None`", "true": "`True`", "false": "`False`"},
    "go": {"none": "`nil`", "true": "`true`", "false": "`false`"},
    "javascript": {"none": "`null`", "true": "`true`", "false": "`false`"},
    "java": {"none": "`null`", "true": "`true`", "false": "`false`"},
}
NOUNS = {
    "python": {"list": "list", "map": "dictionary", "set": "set", "function": "function"},
    "go": {"list": "slice", "map": "map", "set": "set", "function": "function"},
    "javascript": {"list": "array", "map": "Map", "set": "Set", "function": "function"},
    "java": {"list": "list", "map": "map", "set": "set", "function": "method"},
}
FAILS = {"python": "raise", "go": "return", "javascript": "throw", "java": "throw"}


def statement(variant: Variant, language: str, source: str) -> str:
    """What a solution must do. `source` is the variant's solution, whose names the text takes."""
    return fill(variant.family.statement, variant, language, source)


def requests(variant: Variant, language: str, source: str) -> list[str]:
    """The same as people ask for it."""
    return [fill(each, variant, language, source) for each in variant.family.requests]


def fill(text: str, variant: Variant, language: str, source: str) -> str:
    """A text with its tokens replaced; UserError names an unknown one."""
    words = _words(variant, language, source)
    for _ in range(3):  # the words of a parameter may hold tokens themselves
        try:
            names = [name for _, name, _, _ in Formatter().parse(text) if name]
        except ValueError as error:
            raise UserError(f"{variant}: {text!r}: {error}") from None
        for name in names:
            if name not in words:
                raise UserError(
                    f"{variant}: {text!r} has {{{name}}}; there are: {', '.join(sorted(words))}"
                )
        if not names:
            break
        text = text.format_map(words)
    if language == "go":
        text = re.sub(r"\b([Aa]) class(?= (?:for|that|`))", r"\1 type", text)
    return text.replace("dictionarys", "dictionaries").replace("a array", "an array")


def named(name: str, source: str) -> str:
    """A name of the specification as this source spells it."""
    plain = name.replace("_", "")
    pattern = rf"\b(?!{plain}\b){_loose(name)}\b|\b{plain}\b"
    found = [match[0] for match in re.finditer(pattern, source, re.IGNORECASE)]
    # A constant of that name is another thing: `LIMIT` beside the argument `limit`.
    spelt = [each for each in found if not (each.isupper() and len(each) > 1)]
    return (spelt or found or [name])[0]


def _loose(name: str) -> str:
    return "_?".join(map(re.escape, name.replace("_", "")))


def _exported(method: str, source: str) -> str:
    """A Go method's name, also where a field is called the same but for the first letter."""
    head = rf"^func \([^)]*\) ({_loose(method)})\("
    found = re.search(head, source, re.IGNORECASE | re.MULTILINE)
    return found[1] if found else named(method, source)


def _words(variant: Variant, language: str, source: str) -> Mapping[str, str]:
    family = variant.family
    words = {**PLAIN[language], **NOUNS[language], "none": _none(language, source)}
    for failure_name, failure in family.errors.items():
        words[failure_name] = _fails(failure, language)
    call = family.call
    names = [name for name, _ in call.args] + [call.name, *family.records, *family.names]
    for method, (args, _) in (call.methods or {}).items():
        names += [method, *(name for name, _ in args)]
    words |= {name: f"`{named(name, source)}`" for name in names}
    if language == "go":
        words |= {name: f"`{_exported(name, source)}`" for name in call.methods or {}}
    for name, value in variant.params.items():
        given = family.params[name]
        words[name] = given[value] if isinstance(given, Mapping) else _said(value)
    return words


def _said(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _none(language: str, source: str) -> str:
    if language == "java" and "Optional" in source:
        return "an empty `Optional`"
    if language == "go" and re.search(r"\([^()]*, bool\) \{$", source, re.MULTILINE):
        return "the zero value and `false`"
    return PLAIN[language]["none"]


def _fails(failure, language: str) -> str:
    what = failure.type(language)
    article = "an" if what[0] in "AEIOUaeiou" else "a"
    what = what if language == "go" else f"`{what}`"
    message = failure.message
    if "*" in message:
        return f"{FAILS[language]} {article} {what}"
    return f'{FAILS[language]} {article} {what} with the message "{message}"'
