"""Solutions of spec.py's families; see AUTHORING.md."""


#: family slugify
import re


def slugify(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", SEPARATOR, title.lower()).strip(SEPARATOR)  #: kept=alnum
    return re.sub(r"[^a-z]+", SEPARATOR, title.lower()).strip(SEPARATOR)  #: kept=letters


#: family truncate
def truncate(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return text[: limit - 3] + "..."  #: dots=inside
    return text[:limit] + "..."  #: dots=beyond
    #: dots=words
    end = text.rfind(" ", 0, limit - 2)
    return text[: end if end >= 0 else limit - 3] + "..."
    #: end


#: family mask
def mask(secret: str, visible: int) -> str:
    hidden = len(secret) - visible
    #: short=hidden
    if hidden <= 0:
        return "*" * len(secret)
    #: short=shown
    if hidden <= 0:
        return secret
    #: end
    return "*" * hidden + secret[hidden:]  #: side=last
    return secret[:visible] + "*" * hidden  #: side=first


#: family to_camel
def to_camel(name: str) -> str:
    parts = [part.capitalize() for part in name.split("_") if part]
    camel = "".join(parts)  #: style=lower
    return camel[:1].lower() + camel[1:]  #: style=lower
    return "".join(parts)  #: style=upper


#: family to_snake
import re


def to_snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()  #: acronyms=split
    #: acronyms=joined
    boundary = r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
    return re.sub(boundary, "_", name).lower()
    #: end


#: family common_prefix
import os.path


def common_prefix(paths: list[str]) -> str:
    return os.path.commonprefix(paths)  #: unit=characters
    #: unit=segments
    segments = [path.split("/") for path in paths]
    return "/".join(os.path.commonprefix(segments))
    #: end


#: family is_palindrome
def is_palindrome(text: str) -> bool:
    text = text.lower()  #: respecting=case
    text = "".join(filter(str.isalnum, text.lower()))  #: respecting=letters
    return text == text[::-1]


#: family title_case
MINOR = {"a", "and", "of", "the"}  #: small!=all


def title_case(text: str) -> str:
    #: small=all
    return " ".join(word.capitalize() for word in text.split(" "))
    #: small=not_inside
    words = text.split(" ")
    return " ".join(
        word if i > 0 and word in MINOR else word.capitalize()
        for i, word in enumerate(words)
    )
    #: small=not_inner
    words = text.split(" ")
    return " ".join(
        word if 0 < i < len(words) - 1 and word in MINOR else word.capitalize()
        for i, word in enumerate(words)
    )
    #: end


#: family squeeze
def squeeze(text: str) -> str:
    return " ".join(text.split())  #: scope=all
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))  #: scope=lines
    #: scope=blank
    kept: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            kept.append(line)
        elif not kept or kept[-1]:
            kept.append("")
    return "\n".join(kept)
    #: end


#: family hashtags
import re


def hashtags(post: str) -> list[str]:
    tags = re.findall(r"(?<![^ ])#(\w+)", post, re.ASCII)
    return tags  #: repeated=kept
    return list(dict.fromkeys(tags))  #: repeated=exact
    return list(dict.fromkeys(map(str.lower, tags)))  #: repeated=folded


#: family initials
def initials(name: str) -> str:
    letters = [part[0].upper() for part in name.split()]  #: particles=all
    letters = [part[0] for part in name.split() if part[0].isupper()]  #: particles=capitals
    return "".join(f"{letter}." for letter in letters)  #: style=dots
    return "".join(letters)  #: style=plain


#: family between
def between(text: str, start: str, end: str) -> str | None:
    _, found, rest = text.partition(start)
    inner, closed, _ = rest.partition(end)  #: which=first
    inner, closed, _ = rest.rpartition(end)  #: which=last
    return inner if found and closed else None


#: family unique_lines
def unique_lines(text: str) -> str:
    lines = text.split("\n")
    lines.reverse()  #: which=last
    seen: set[str] = set()
    kept = []
    for line in lines:
        if line not in seen:  #: blank=counted
        if not line or line not in seen:  #: blank=kept
            seen.add(line)
            kept.append(line)
    kept.reverse()  #: which=last
    return "\n".join(kept)


#: family unique_name
from itertools import count


def unique_name(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    numbered = (f"{name}-{number}" for number in count(2))  #: pattern=dash
    numbered = (f"{name} ({number})" for number in count(1))  #: pattern=brackets
    return next(each for each in numbered if each not in taken)


#: family shared_letters
from collections import Counter  #: count=often


def shared_letters(left: str, right: str) -> str:
    return "".join(sorted(set(left) & set(right)))  #: count=once
    #: count=often
    shared = Counter(left) & Counter(right)
    return "".join(sorted(shared.elements()))
    #: end


#: family natural_key_order
import re


def natural_key_order(names: list[str]) -> list[str]:
    def key(name: str) -> tuple[str, int]:
        letters, digits = re.fullmatch(r"(\D*)(\d+)", name).groups()
        return letters, int(digits)  #: direction=up
        return letters, -int(digits)  #: direction=down

    return sorted(names, key=key)


#: family longest_word
def longest_word(sentence: str) -> str:
    return max(sentence.split(" "), key=len)  #: tie=first
    return max(reversed(sentence.split(" ")), key=len)  #: tie=last
    return min(sentence.split(" "), key=lambda word: (-len(word), word))  #: tie=alphabetical


#: family replace_words
def replace_words(text: str, replacements: dict[str, str]) -> str:
    words = text.split(" ")
    return " ".join(replacements.get(word, word) for word in words)  #: case=exact
    return " ".join(replacements.get(word.lower(), word) for word in words)  #: case=ignored
