"""Solutions of spec.py's families; see AUTHORING.md."""


#: family shell_words
def shell_words(line: str) -> list[str]:
    words = []
    word: str | None = None  # None between words
    quote = ""
    letters = iter(line)
    for letter in letters:
        #: escape=double
        if letter == "\\" and quote != "'":
            escaped = next(letters, None)
            if escaped is not None:
                word = (word or "") + escaped
            continue
        #: end
        if letter == quote:
            quote = ""
        elif quote:
            word = (word or "") + letter
        elif letter in "'\"":
            quote = letter
            word = word or ""
        elif letter != " ":
            word = (word or "") + letter
        elif word is not None:
            words.append(word)
            word = None
    if quote:
        raise ValueError("unclosed quote")
    return words if word is None else [*words, word]


#: family strip_block_comments
#: nested=flat
def strip_block_comments(source: str) -> str:
    kept = []
    while "(*" in source:
        before, _, after = source.partition("(*")
        _, end, source = after.partition("*)")
        if not end:
            raise ValueError("unclosed comment")
        kept.append(before)
    return "".join([*kept, source])  #: space=gone
    return " ".join([*kept, source])  #: space=blank
#: nested=nested
def strip_block_comments(source: str) -> str:
    kept = ""
    depth = place = 0
    while place < len(source):
        pair = source[place : place + 2]
        if pair == "(*":
            depth += 1
            place += 2
        elif pair == "*)" and depth:
            depth -= 1
            place += 2
            #: nested=nested and space=blank
            if depth == 0:
                kept += " "
            #: nested=nested
        else:
            if depth == 0:
                kept += source[place]
            place += 1
    if depth:
        raise ValueError("unclosed comment")
    return kept


#: family unescape
import re

SIMPLE = {"n": "\n", "t": "\t", "\\": "\\"}


def unescape(text: str) -> str:
    def resolve(match: re.Match[str]) -> str:
        if match["code"]:
            return chr(int(match["code"], 16))
        if match["simple"]:
            return SIMPLE[match["simple"]]
        raise ValueError("bad escape")  #: unknown=error
        return "\\"  #: unknown=kept
        return ""  #: unknown=dropped

    escape = r"\\(?:x(?P<code>[0-9a-fA-F]{2})|(?P<simple>[nt\\]))?"
    return re.sub(escape, resolve, text)


#: family number_kind
import re


def number_kind(text: str) -> str:
    if re.fullmatch(r"[+-]?[0-9]+", text):
        return "integer"
    decimal = r"[+-]?[0-9]+\.[0-9]+"  #: point=inner
    decimal = r"[+-]?([0-9]+\.[0-9]*|\.[0-9]+)"  #: point=outer
    decimal = r"[+-]?[0-9]+\.[0-9]*"  #: point=front
    return "decimal" if re.fullmatch(decimal, text) else "other"
