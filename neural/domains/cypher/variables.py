"""Variables that say what they stand for: `(movie:Movie)`, the second one `(movie2:Movie)`.

People read such queries more easily, and so do small models: the label whose property comes next
stands right before the dot, and needs no looking up.
"""

import re
from itertools import chain, count

from neural.domains.cypher.schema import camel_case, words

QUOTED = re.compile(r"('(?:[^'\\]|\\.)*')")
BOUND = re.compile(r"\(([a-z]):(\w+)")
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
    taken = {*RESERVED, *re.findall(r"\bAS (\w+)", code)}
    names: dict[str, str] = {}
    seen: dict[str, int] = {}
    for letter, label in BOUND.findall(code):
        if letter not in names:
            number = seen[label] = seen.get(label, 0) + 1
            name = camel_case(words(label).replace(" ", "_"))
            numbered = (f"{name}{n}" for n in count(number))
            options = chain([name], numbered) if number == 1 else numbered
            names[letter] = next(option for option in options if option.lower() not in taken)
            taken.add(names[letter].lower())

    def replace(match: re.Match) -> str:
        return names.get(match.group(), match.group())

    parts[::2] = [re.sub(r"(?<![\w.:])[a-z](?!\w)", replace, part) for part in parts[::2]]
    return "".join(parts)
