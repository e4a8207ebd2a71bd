"""What code has to do, told as what it does."""

import re

VERBS = """
add allow answer append apply arrange ask break bring build call capitalise change check choose
clean clear collect combine compare compress compute convert copy count cut deal decide decode
delete divide draw drop encode evaluate expand fill filter find flatten follow format give group
hold ignore insert join keep lay leave let limit list log look make manage map mask match measure
merge move multiply name open pack parse pick play produce put raise read rearrange reject remove
repeat replace report return reverse rotate round run say scan search select set shift shorten
show simplify simulate skip sort split spread stop store subtract sum swap switch take tell throw
tidy treat trim turn undo use validate walk write yield
""".split()  # noqa: SIM905 (a list of so many strings is harder to read)
STRONG = {"return", "raise", "throw", "give", "remove", "replace", "mark", "put", "join"}


def third_person(statement: str, name: str) -> str:
    """`Split … raise …` as `NAME splits … it raises …`."""
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z`])", statement)
    made, named = [], False
    for i, sentence in enumerate(sentences):
        first, comma, rest = re.match(r"(\S+?)(,?)(?: (.*))?$", sentence, re.S).groups()
        if first.lower() in VERBS:
            subject, named = "It" if named else name, True
            sentence = f"{subject} {conjugated(first.lower())}{comma} {rest or ''}".rstrip()
            sentence = re.sub(
                r" and (\w+)\b",
                lambda m: f" and {conjugated(m[1])}" if m[1] in VERBS and m[1] in STRONG else m[0],
                sentence,
            )
        elif i == 0 and first in ("A", "An"):
            named = True
            sentence = f"{name} is {sentence[0].lower()}{sentence[1:]}".replace(
                f"class {name}", "class"
            )
        elif i == 0 and first.lower() in map(conjugated, VERBS):
            named = True
            sentence = f"{name} {sentence[0].lower()}{sentence[1:]}"
        made.append(
            re.sub(
                r"([,:]) (raise|return|throw|call|leave|ignore|drop|keep|sort|give|skip) (?!it)",
                lambda m: f"{m[1]} it {conjugated(m[2])} ",
                sentence,
            )
        )
    return " ".join(made)


def conjugated(verb: str) -> str:
    """The third person of a verb."""
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
