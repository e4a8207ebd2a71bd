"""Variables that say what they stand for: `(movie:Movie)`, not `(a:Movie)`.

People read such queries more easily, and so do small models: the label whose property comes next
stands right before the dot, and needs no looking up.
"""

import re

from neural.domains.cypher.schema import camel_case, words

QUOTED = re.compile(r"('(?:[^'\\]|\\.)*')")
BOUND = re.compile(r"\(([a-z]):(\w+)")
PREFIXES = ("", "other", "third", "fourth")  # of the variables of one label
# Words of the language, which some engines do not take for a variable.
RESERVED = frozenset(
    """all and any as asc by call case contains count create delete desc detach distinct else end
    exists false foreach in index is limit match merge none not null on optional or order remove
    return set single skip starts then true union unwind using when where with xor yield""".split()  # noqa: SIM905 (a list of words reads better as text)
)


def named(query: str) -> str:
    """The query with its nodes' one-letter variables named after their labels."""
    parts = QUOTED.split(query)
    code = " ".join(parts[::2])
    taken = RESERVED | set(re.findall(r"\bAS (\w+)", code))
    names: dict[str, str] = {}
    seen: dict[str, int] = {}
    for letter, label in BOUND.findall(code):
        if letter not in names:
            number = seen[label] = seen.get(label, 0) + 1
            names[letter] = _name(words(label).split(), number - 1, taken)

    def replace(match: re.Match) -> str:
        return names.get(match.group(), match.group())

    parts[::2] = [re.sub(r"(?<![\w.:])[a-z](?!\w)", replace, part) for part in parts[::2]]
    return "".join(parts)


def _name(label: list[str], number: int, taken: set[str] | frozenset[str]) -> str:
    prefix = PREFIXES[number] or ("the" if "".join(label) in taken else "")
    return camel_case("_".join([prefix, *label] if prefix else label))
