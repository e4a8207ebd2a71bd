"""English for pieces of a query: nouns, conditions, and the ways people ask."""

import re
from datetime import date
from random import Random

from neural.inflection import stem

IRREGULAR = {"are": "is", "have": "has", "do": "does", "go": "goes", "were": "was"}
LINKING = frozenset(
    "of for in at on by to with from into as is are has have under over".split()  # noqa: SIM905 (reads better as text)
)
NEGATION = re.compile(r"not\b|\bno\b|\bwithout\b")
PRESENT = ("feed", "need")  # though they end as a past tense does
PAST = frozenset(
    """began bid bought built came cut did drew drove fell felt flew fought found gave got
    grew had held hid hit kept knew laid led left lent lost made met paid put ran read rode
    rose said sang sat saw sent set shot sold spent spoke stood stole swam taught threw told
    took understood underwent went won wore wrote""".split()  # noqa: SIM905 (a list of words reads better as text)
)


def third_person(phrase: str) -> str:
    """'depart from' as said of one: 'departs from'; a past tense stays as it is."""
    if many := re.fullmatch(r"are (\w+?)(ies|s) (of|for)", phrase):
        noun = many[1] + ("y" if many[2] == "ies" else "")
        return f"is {a(noun)} {many[3]}"
    verb, _, rest = phrase.partition(" ")
    if verb in IRREGULAR:
        verb = IRREGULAR[verb]
    elif verb in PRESENT or not (verb.endswith("ed") or verb in PAST):
        if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
            verb += "es"
        elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
            verb = verb[:-1] + "ies"
        else:
            verb += "s"
    return f"{verb} {rest}".rstrip()


def near(identifier: str, phrase: str) -> bool:
    """Whether a phrase has a word that begins as one of an identifier's words does: 'released',
    'release year'. "For", "has" and the like do not count."""
    stems = tuple(stem(word) for word in identifier.lower().split() if word not in LINKING)
    return any(word.startswith(stems) for word in re.findall(r"\w+", phrase.lower()))


def spoken(value: object) -> str:
    """A value as people write it in a question: in quotes where its end would not show."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return f'"{value}"' if re.search(r" [a-z]|[:;,?!()]", str(value)) else str(value)


def a(noun: str) -> str:
    """The noun with its indefinite article."""
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def any_of(values: list[str]) -> str:
    """'X, Y or Z'."""
    return f"{', '.join(values[:-1])} or {values[-1]}" if len(values) > 1 else values[0]


LISTING = (
    "List the {}.",
    "List all {}.",
    "Show me the {}.",
    "Show all {}.",
    "Find {}.",
    "Find all {}.",
    "What are the {}?",
    "Give me all {}.",
    "Give me the {}.",
    "I need a list of {}.",
    "I'm looking for {}.",
    "Can you list the {}?",
    "Can you find all {}?",
    "Get the {}.",
    "Return all {}.",
    "{}",
)
COUNTING = (
    "Count the {}.",
    "Count all {}.",
    "What is the number of {}?",
    "Give me the number of {}.",
    "Number of {}",
    "What is the total number of {}?",
)
# A verb at the end waits too long behind a phrase of more words than SHORT.
LISTING_SHORT = ("What {} are there?", "Which {} are there?")
COUNTING_SHORT = (
    "How many {} are there?",
    "How many {} do we have?",
    "How many {} exist?",
    "Tell me how many {} there are.",
)
SHORT = 6


def listing(noun_phrase: str, rng: Random) -> str:
    """A request to see what a plural noun phrase names."""
    return _asked(noun_phrase, rng, LISTING, LISTING_SHORT)


def counting(noun_phrase: str, rng: Random) -> str:
    """A request for the number of what a plural noun phrase names."""
    return _asked(noun_phrase, rng, COUNTING, COUNTING_SHORT)


def _asked(noun_phrase: str, rng: Random, forms: tuple, short: tuple) -> str:
    brief = len(noun_phrase.split()) <= SHORT
    return rng.choice(forms + short if brief else forms).format(noun_phrase)


def telling(singular_phrase: str, rng: Random) -> str:
    """A request for one value: 'the rating of Heat'."""
    return rng.choice(
        (
            "What is the {}?",
            "What's the {}?",
            "Show me the {}.",
            "Tell me the {}.",
            "Find the {}.",
            "Give me the {}.",
            "I need the {}.",
            "Return the {}.",
            "Look up the {}.",
            "{}",
        )
    ).format(singular_phrase)


def sentence(text: str) -> str:
    """First letter in upper case, single spaces."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]
