"""English for pieces of a query: nouns, conditions, and the ways people ask."""

import re
from datetime import date, datetime
from random import Random

from neural.domains.cypher.syntax import Point
from neural.inflection import stem

IRREGULAR = {"are": "is", "have": "has", "do": "does", "go": "goes", "were": "was"}
LINKING = frozenset(
    "of for in at on by to with from into as is are has have under over".split()  # noqa: SIM905 (reads better as text)
)
NEGATION = re.compile(r"not\b|\bno\b|\bwithout\b")
# Words that no ending changes, and words before the verb.
MODAL = frozenset("can cannot could may might must shall should will would".split())  # noqa: SIM905
ADVERB = frozenset("also always first never often only still".split())  # noqa: SIM905
SINGULAR = ("bias", "gas", "gps", "news", "series", "species")  # they only look like plurals
PRESENT = frozenset("breed embed exceed feed need proceed seed succeed".split())  # noqa: SIM905
PAST = frozenset(
    """began bid bought broke built came cut did drew dug drove fell felt flew fought found gave got
    grew had held hid hit kept knew laid led left lent lost made met paid put ran read rode
    rose said sang sat saw sent set shot sold spent spoke stood stole struck swam taught threw told
    took understood underwent went won wore wrote""".split()  # noqa: SIM905 (a list of words reads better as text)
)


def third_person(phrase: str) -> str:
    """'depart from' as said of one: 'departs from'; a past tense stays as it is."""
    if many := re.fullmatch(r"are (\w+?)(ies|s) (of|for)", phrase):
        noun = many[1] + ("y" if many[2] == "ies" else "")
        return f"is {a(noun)} {many[3]}"
    verb, _, rest = phrase.partition(" ")
    if verb in ADVERB:
        return f"{verb} {third_person(rest)}"
    if verb in MODAL:
        return phrase
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


def content(words: str) -> list[str]:
    """Its words but "for", "has" and the like."""
    return [word for word in words.split() if word not in LINKING]


def near(identifier: str, phrase: str) -> bool:
    """Whether a phrase has a word that begins as one of an identifier's words does: 'released',
    'release year'. "For", "has" and the like do not count."""
    stems = tuple(map(stem, content(identifier.lower())))
    return any(word.startswith(stems) for word in re.findall(r"\w+", phrase.lower()))


def spoken(value: object) -> str:
    """A value as people write it in a question: in quotes where its end would not show."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Point):
        return f"latitude {value.latitude}, longitude {value.longitude}"
    if isinstance(value, tuple):
        return all_of([spoken(item) for item in value])
    return f'"{value}"' if re.search(r" [a-z]|[:;,?!()]", str(value)) else str(value)


def a(noun: str) -> str:
    """The noun with its indefinite article; short words in capitals are spelled: "an SLA"."""
    first = noun.split()[0]
    spelled = first.isupper() and len(first) <= 4 and "_" not in first
    vowel = first[0] in "AEFHILMNORSX" if spelled else first[0].lower() in "aeio"
    return f"{'an' if vowel or first.startswith('hour') else 'a'} {noun}"


def is_many(noun: str) -> bool:
    """Whether a property's noun is in the plural: "lines of code", "violations found"."""
    head = re.split(r" (?:of|per|in|for|to|on|at) ", noun)[0].split()
    while len(head) > 1 and (head[-1] in PAST or head[-1].endswith("ed")):
        head.pop()
    last = head[-1]
    return last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in SINGULAR


def with_article(noun: str) -> str:
    """A property's noun as in "with a price", "with lines of code"."""
    return noun if is_many(noun) else a(noun)


def agreed(text: str, noun: str) -> str:
    """A condition on that property with its verb in the right number."""
    if not is_many(noun):
        return text
    verb = re.compile(
        rf"\b{re.escape(noun)} (is|does|exceeds|contains|includes|starts|begins|ends)\b"
    )
    many = {"is": "are", "does": "do"}
    return verb.sub(lambda m: f"{noun} {many.get(m[1], m[1][:-1])}", text)


def object_of(verb: str, thing: str) -> str:
    """'act in it', 'carry it out': a short object stands before a particle."""
    words = verb.split()
    if len(words) == 2 and words[1] in ("off", "out", "up", "down", "back", "away"):
        return f"{words[0]} {thing} {words[1]}"
    return f"{verb} {thing}"


def any_of(values: list[str]) -> str:
    """'X, Y or Z'."""
    return f"{', '.join(values[:-1])} or {values[-1]}" if len(values) > 1 else values[0]


def all_of(values: list[str]) -> str:
    """'X, Y and Z'."""
    return f"{', '.join(values[:-1])} and {values[-1]}" if len(values) > 1 else "".join(values)


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


def telling(phrase: str, rng: Random, many: bool = False) -> str:
    """A request for one value: 'the rating of Heat'; `many`: 'the seats of Room 3'."""
    return rng.choice(
        (
            *(("What are the {}?",) if many else ("What is the {}?", "What's the {}?")),
            "Show me the {}.",
            "Tell me the {}.",
            "Find the {}.",
            "Give me the {}.",
            "I need the {}.",
            "Return the {}.",
            "Look up the {}.",
            "{}",
        )
    ).format(phrase)


def sentence(text: str) -> str:
    """First letter in upper case, single spaces."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:]


NUMBER_WORDS = {
    ">": (
        "with {a} above {v}",
        "with {a} over {v}",
        "with {a} greater than {v}",
        "whose {noun} is greater than {v}",
        "whose {noun} is above {v}",
        "with {a} higher than {v}",
        "with {a} of more than {v}",
        "where the {noun} exceeds {v}",
    ),
    "<": (
        "with {a} below {v}",
        "with {a} under {v}",
        "with {a} less than {v}",
        "whose {noun} is less than {v}",
        "whose {noun} is below {v}",
        "with {a} lower than {v}",
        "with {a} of less than {v}",
    ),
    ">=": (
        "with {a} of at least {v}",
        "whose {noun} is at least {v}",
        "whose {noun} is {v} or more",
        "with {a} of {v} or higher",
    ),
    "<=": (
        "with {a} of at most {v}",
        "whose {noun} is at most {v}",
        "whose {noun} is {v} or less",
        "with {a} of {v} or lower",
    ),
    "=": ("whose {noun} is {v}", "with {a} of {v}", "with {a} of exactly {v}"),
    "<>": ("whose {noun} is not {v}", "with {a} other than {v}"),
}
DATE_WORDS = {
    ">": ("with {a} after {v}", "whose {noun} is after {v}", "whose {noun} is later than {v}"),
    "<": ("with {a} before {v}", "whose {noun} is before {v}", "whose {noun} is earlier than {v}"),
    ">=": ("with {a} on or after {v}", "whose {noun} is {v} or later"),
    "<=": ("with {a} on or before {v}", "whose {noun} is {v} or earlier"),
    "=": ("with the {noun} {v}", "whose {noun} is {v}"),
    "<>": ("whose {noun} is not {v}",),
}
SIGN_WORDS = {
    ">": ("greater than", "above", "over", "more than"),
    "<": ("less than", "below", "under"),
    ">=": ("at least",),
    "<=": ("at most",),
    "=": ("", "exactly"),
    "<>": ("not",),
}
TEXT_WORDS = {
    "CONTAINS": (
        "whose {noun} contains {v}",
        "with {v} in the {noun}",
        "whose {noun} includes {v}",
        "that have {v} in their {noun}",
    ),
    "STARTS WITH": (
        "whose {noun} starts with {v}",
        "whose {noun} begins with {v}",
        "with {a} that starts with {v}",
    ),
    "ENDS WITH": (
        "whose {noun} ends with {v}",
        "whose {noun} ends in {v}",
        "with {a} that ends with {v}",
    ),
}
COUNT_WORDS = {
    ">": ("more than {}",),
    ">=": ("at least {}", "{} or more"),
    "<": ("fewer than {}", "less than {}"),
    "<=": ("at most {}",),
    "=": ("exactly {}",),
}
AVERAGE_WORDS = {">": ("above", "higher than"), "<": ("below", "lower than")}
