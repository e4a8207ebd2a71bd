"""Nouns from names: 'OrderItem' is an order item, many are order items."""

import re

from neural.domains.cypher.own.names import parts
from neural.inflection import plural as regular

PLURALS = {
    "person": "people",
    "child": "children",
    "mouse": "mice",
    "foot": "feet",
    "tooth": "teeth",
    "goose": "geese",
    "criterion": "criteria",
    "leaf": "leaves",
    "life": "lives",
    "knife": "knives",
    "wife": "wives",
    "shelf": "shelves",
    "half": "halves",
    "wolf": "wolves",
    "thief": "thieves",
    "loaf": "loaves",
    "quiz": "quizzes",
    "hero": "heroes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "movie": "movies",
    "cookie": "cookies",
    "tie": "ties",
    "pie": "pies",
    "zombie": "zombies",
    "axe": "axes",
    "cache": "caches",
    "niche": "niches",
}
SINGULARS = {many: one for one, many in PLURALS.items()}
# The same for one and for many.
ALIKE = frozenset(
    """aircraft cattle data deer equipment feedback fish furniture hardware information knowledge
    luggage metadata music news offspring police research series sheep software species staff
    stuff traffic""".split()  # noqa: SIM905 (a list of words reads better as text)
)
# One thing, though it ends as a plural does.
ONE = re.compile(
    r"(ss|us|is|gas|atlas|canvas|bias|alias|lens|chaos|cosmos|ethos|chassis|corps|physics|"
    r"mathematics|economics|ethics|logistics|analytics|genetics|athletics)$"
)
PEOPLE = frozenset(
    """accountant actor actress adult advisor agent analyst applicant architect artist assistant
    astronaut athlete attendee attorney author bidder borrower brother buyer candidate captain
    caregiver caretaker carer chef child citizen clerk client clinician coach collaborator
    colleague commander composer consultant adjuster contributor cousin crew critic customer
    cyclist dealer defendant dentist designer detective developer director doctor donor driver
    editor employee engineer expert farmer father follower founder freelancer friend girl boy
    guardian guest guide historian hunter individual inspector instructor investor
    journalist judge juror landlord lawyer leader learner lecturer lender librarian man
    manager mechanic member mentor investigator minister mother musician neighbor neighbour nurse
    observer officer official owner painter parent participant passenger patient patron
    people performer person pharmacist photographer physician pilot player poet politician
    president presenter producer professor programmer promoter pupil purchaser reader
    recipient recruiter referee reporter representative researcher resident reviewer rider runner
    sailor salesperson scholar scientist seller senator shopper sibling singer sister soldier
    speaker specialist spectator spouse student subscriber supervisor surgeon suspect
    teacher teammate technician tenant therapist tourist trader trainee trainer translator
    traveler traveller tutor user veterinarian viewer visitor volunteer voter waiter winner
    witness woman worker writer youtuber""".split()  # noqa: SIM905 (a list of words reads better as text)
)
PARTICLES = frozenset("of in at on for to by with from".split())  # noqa: SIM905


def noun(label: str) -> list[str]:
    """A label's words, for one of its nodes: 'Movies' are each a movie."""
    words = parts(label)
    at = _head(words)
    return [*words[:at], singular(words[at]), *words[at + 1 :]]


def many(words: list[str]) -> str:
    """The words for several: points of interest."""
    at = _head(words)
    return " ".join([*words[:at], plural(words[at]), *words[at + 1 :]])


def is_person(words: list[str]) -> bool:
    head = words[_head(words)].lower()
    return head in PEOPLE or head.endswith(("woman", "person", "sman", "eman"))


def plural(word: str) -> str:
    """The plural of one word; a word of a script without plurals stays as it is."""
    low = word.lower()
    if low in PLURALS:
        return word[:1] + PLURALS[low][1:]
    if low in ALIKE or not re.search(r"[a-z0-9\u00c0-\u024f]$", low):
        return word
    if low.endswith("man") and low not in ("human", "german", "roman", "shaman", "talisman"):
        return word[:-2] + "en"
    if low.endswith("sis"):
        return word[:-2] + "es"
    return f"{word}s" if word.isupper() or len(word) == 1 else regular(word)


def singular(word: str) -> str:
    """One of what a plural names; a singular stays as it is."""
    low = word.lower()
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return word[:-1]  # APIs
    if low in SINGULARS:
        return word[:1] + SINGULARS[low][1:]
    if low in ALIKE or low in PLURALS or ONE.search(low) or not low.endswith("s") or len(low) < 4:
        return word
    if low.endswith("men"):
        return word[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _head(words: list[str]) -> int:
    """Where the noun stands that is counted: before a particle, else at the end."""
    found = [i for i, word in enumerate(words) if i and word in PARTICLES and i + 1 < len(words)]
    return found[0] - 1 if found else len(words) - 1
