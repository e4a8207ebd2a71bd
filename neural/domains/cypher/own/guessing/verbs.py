"""Phrases from relationship types: people who "acted in" a movie, movies "acted in by" them."""

from dataclasses import dataclass

from neural.domains.cypher.own.guessing import verb_words as known
from neural.domains.cypher.own.guessing.conjugation import (
    base,
    gerund,
    is_participle,
    is_past,
    of_past,
    participle,
)
from neural.domains.cypher.own.guessing.nouns import PEOPLE, plural, singular
from neural.domains.cypher.own.names import parts

ONE = [0, 1]
SOME = [0, 3]


@dataclass(frozen=True)
class Phrases:
    """As in schema.Relationship: people who `forward` a movie, movies `backward` a person."""

    forward: str
    backward: str
    per_source: list[int]


def fallback(type_: str) -> Phrases:
    """What is right of any type."""
    shown = " ".join(type_.split())
    return Phrases(f"are linked by {shown} to", f"linked by {shown} from", SOME)


def phrases(type_: str, source: list[str], target: list[str], who: bool) -> Phrases:
    """The phrases of a type between labels of these words; `who`: the source is a person."""
    verb = [word.lower() if len(word) > 1 and word.isalpha() else word for word in parts(type_)]
    source, target = [w.lower() for w in source], [w.lower() for w in target]
    # "WORKS_AT_COMPANY", "PersonOwnsCar": what stands at the ends is said anyway.
    if len(verb) > len(target) and verb[-len(target) :] == target:
        verb = verb[: -len(target)]
    if len(verb) > len(source) and verb[: len(source)] == source and _is_verb(verb[len(source)]):
        verb = verb[len(source) :]
    found = None
    if len(verb) <= 5 and all(word.isascii() and word.isalpha() for word in verb):
        readings = (_whole, _having, _being, _able, _passive, _prepositional, _nominal, _active)
        found = next(filter(None, (read(verb, source, target, who) for read in readings)), None)
    if not found or {"not", "must", "should", "will", "to", "via"} & {verb[0], *verb[1:-1]}:
        return fallback(type_)
    forward, backward = found
    few = " ".join(verb) in known.ONE_EACH or (verb[-1] == "by" and len(verb) > 1)
    return Phrases(forward, backward or fallback(type_).backward, ONE if few else SOME)


def _whole(verb: list[str], *_) -> tuple[str, str] | None:
    """Common types whose other direction has a verb of its own."""
    text = " ".join(verb)
    bare = " ".join([base(verb[0]), *verb[1:]])
    said = known.WHOLE.get(text) or known.WHOLE.get(bare)
    return (said[0].format(bare), said[1]) if said else None


def _having(verb: list[str], source: list[str], target: list[str], _) -> tuple[str, str] | None:
    """HAS, HAS_SKILL, HAS_AUTHOR."""
    first, rest = verb[0], verb[1:]
    if first not in ("has", "have", "had"):
        return None
    rest = rest[1:] if rest[:1] in (["a"], ["an"]) else rest
    forward = "had" if first == "had" else "have"
    if not rest or _same(rest, target):
        return forward, "of"
    if rest[-1] in known.PREPOSITIONS or is_participle(rest[0]):
        return f"{forward} {' '.join(rest)}", ""
    rest = [*rest[:-1], singular(rest[-1])]
    return f"{forward} as {' '.join(rest)}", f"that {_are(rest, 'of')} of"


def _being(verb: list[str], source: list[str], target: list[str], who: bool):
    """IS_PART_OF, WAS_BORN_IN, IS_A."""
    first, rest = verb[0], verb[1:]
    if first not in ("is", "are", "was", "were") or not rest:
        return None
    are = "were" if first in ("was", "were") else "are"
    rest = rest[1:] if rest[0] in ("a", "an") else rest
    if not rest:
        return "are a kind of", "with the kind"
    if rest == ["of"]:
        return None
    noun = _nominal(rest, source, target, who) if len(rest) > 1 else None
    if noun and rest[0] not in known.ADJECTIVES and not is_participle(rest[0]):
        return noun
    passive = _passive(rest, source, target, False)
    tail = [*rest, "of"] if len(rest) == 1 and rest[0] not in known.PREPOSITIONS else rest
    return f"{are} {' '.join(tail)}", passive[1] if passive else ""


def _able(verb: list[str], *_) -> tuple[str, str] | None:
    if verb[0] not in ("can", "may") or len(verb) == 1:
        return None
    done = " ".join([participle(verb[1]), *verb[2:]])
    return f"are able to {' '.join(verb[1:])}", f"that can be {done} by"


def _passive(verb: list[str], source: list[str], target: list[str], who: bool):
    """MANAGED_BY, LOCATED_IN, SIMILAR_TO; of people most are active: ACTED_IN."""
    first, last = verb[0], verb[-1]
    text = " ".join(verb)
    if len(verb) == 1:
        to = known.MUTUAL.get(first)
        return (f"are {first} {to}", f"{first} {to}") if to else None
    if last not in known.PREPOSITIONS or len(verb) > 3:
        return None
    if first in known.ADJECTIVES or first.endswith(("able", "ible")):
        return f"are {text}", text if first in known.MUTUAL else ""
    if first.endswith("ing") and len(first) > 5:
        return f"are {text}", ""
    if not is_participle(first):
        return None
    said = f"{'were' if first in known.EVENTS else 'are'} {text}"
    if last == "by":
        return said, gerund(first)
    if first in known.ACTIVE or (who and first not in known.PASSIVE):
        return None
    if first in known.MUTUAL:
        return said, text
    holder = first in known.HOLDING and last in ("in", "at", "on", "within", "inside", "under")
    return said, gerund(first) if holder else ""


def _prepositional(verb: list[str], *_) -> tuple[str, str] | None:
    """IN, AT, NEAR."""
    if len(verb) > 1 or verb[0] not in known.PREPOSITIONS:
        return None
    if verb[0] == "of":
        return "have", "of"
    backward = {"in": "that contain", "inside": "that contain", "within": "that contain"}
    backward |= {"near": "near", "at": "with", "on": "with", "with": "with"}
    return f"are {verb[0]}", backward.get(verb[0], "")


def _nominal(verb: list[str], source: list[str], target: list[str], who: bool):
    """PARENT_OF, FRIENDS_WITH, FRIEND; DIRECTOR, which names the target's role."""
    last = verb[-1]
    if last in known.PREPOSITIONS and len(verb) > 1:
        words = [*verb[:-2], singular(verb[-2])]
        if last == "by" or (_is_verb(verb[0], last) and words[0] not in known.NOUNS):
            return None
        said = f"{_are(words, last)} {last}"
        if words[-1] in known.SYMMETRIC:
            return said, f"that {said}"
        return said, "with" if _same(words, source) else f"that have as {' '.join(words)}"
    words = [*verb[:-1], singular(last)]
    if _same(verb, target):
        return "have", "of"
    if _is_verb(verb[0]) and (last != words[-1] or last not in known.NOUNS):
        return None
    of = f"{_are(words, 'of')} of"
    if words[-1] in known.SYMMETRIC and len(words) == 1:
        return of, f"that {of}"
    if _same(words, source):
        return of, f"that have as {' '.join(words)}"
    return f"have as {' '.join(words)}", f"that {of}"


def _active(verb: list[str], *_) -> tuple[str, str] | None:
    """OWNS, FOLLOW, ACTED_IN, DIRECTED; with an object of its own: GAVE_BIRTH_TO."""
    first, rest = verb[0], verb[1:]
    if rest and rest[-1] not in known.PREPOSITIONS | known.PARTICLES:
        return None
    past = is_past(first)
    one = first if past else base(first)
    done = of_past(first) if past else participle(one)
    return " ".join([one, *rest]), " ".join([done, *rest, "by"]) if len(rest) < 2 else ""


def _is_verb(word: str, before: str = "") -> bool:
    """Whether a type's first word is one, before a preposition if there is one."""
    if is_past(word) or base(word) in known.OF:
        return True
    if base(word) == word:
        return word in known.VERBS and before != "of"  # REPLY_OF
    noun = singular(word) in known.NOUNS | known.SYMMETRIC | PEOPLE
    return base(word) in known.VERBS or not (noun or before == "of" or word.endswith("ions"))


def _are(words: list[str], to: str) -> str:
    """'are parents', 'are a child': the plural where one of them is told from it."""
    noun = " ".join(words)
    regular = plural(words[-1]) == f"{words[-1]}s" or plural(words[-1]).endswith("ies")
    if to == "with" or (len(words) == 1 and regular and to in ("of", "for")):
        return f"are {' '.join([*words[:-1], plural(words[-1])])}"
    return f"are {'an' if noun[0] in 'aeio' else 'a'} {noun}"


def _same(words: list[str], label: list[str]) -> bool:
    return singular(words[-1]) == label[-1] and (len(words) == 1 or words[:-1] == label[:-1])
