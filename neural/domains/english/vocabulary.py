"""Word forms and spelling, from own tables and simple rules."""
# ruff: noqa: E501 (a wording a line)

import re
from random import Random

from neural import inflection
from neural.domains.english.task import Kind, Task, article, listing, say
from neural.domains.english.words import (
    ACRONYMS,
    CATEGORIES,
    COMPARATIVES,
    IRREGULAR_PAST,
    IRREGULAR_PLURALS,
    OPPOSITES,
    REGULAR_NOUNS,
    REGULAR_VERBS,
    TITLE_ENDS,
    TITLE_NOUNS,
    TITLE_WORDS,
)

OPPOSITE_OF = OPPOSITES | {b: a for a, b in OPPOSITES.items()}
DOUBLED = {"beg", "chat", "drop", "hug", "jog", "plan", "rub", "stop"}
SPELLED = [
    w
    for name, table in CATEGORIES.items()
    if name not in ("languages", "months", "days of the week")
    for w in table
    if len(w) < 8
]


def plural(noun: str) -> str:
    """The plural of a noun of the tables."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    return inflection.plural(noun)


def past(verb: str) -> str:
    """The simple past of a verb of the tables."""
    if verb in IRREGULAR_PAST:
        return IRREGULAR_PAST[verb]
    if verb in DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"


def form_of(table: tuple[str, ...], form, one: tuple[str, ...], many: tuple[str, ...]):
    """A draw that asks for a form of one word or of two or three."""

    def draw(rng: Random) -> Task:
        if rng.random() < 0.5:
            word = rng.choice(table)
            return Task(say(rng, one, w=word), form(word), (word,))
        words = rng.sample(table, rng.randint(2, 3))
        question = say(rng, many, w=listing(words))
        return Task(question, ", ".join(map(form, words)), tuple(words))

    return draw


def forms_back(inverse: dict[str, str], wordings: tuple[str, ...]):
    """A draw that asks for the base of a form."""
    forms = sorted(inverse)

    def draw(rng: Random) -> Task:
        word = rng.choice(forms)
        return Task(say(rng, wordings, w=word), inverse[word], (word, "back"))

    return draw


NOUNS = (*REGULAR_NOUNS, *IRREGULAR_PLURALS)
VERBS = (*REGULAR_VERBS, *IRREGULAR_PAST)
PLURAL_OF = {noun: plural(noun) for noun in NOUNS}
PAST_OF = {verb: past(verb) for verb in VERBS}
# Of forms that are unlike their base, so that the way back is clear.
SINGULAR_OF = {form: noun for noun, form in PLURAL_OF.items() if form != noun}
BASE_OF = {form: verb for verb, form in PAST_OF.items() if form not in PAST_OF}


def solve_forms(table: dict[str, str]):
    """Looks the asked words up, in the order in which they stand."""

    def solve(question: str, context: str, answer: str) -> str:
        asked = question.split(":")[-1] if ":" in question else question
        words = re.findall(r"[a-z]+", re.split(r" of | is | for ", asked, maxsplit=1)[-1].lower())
        return ", ".join(table[word] for word in words if word in table)

    return solve


def draw_comparative(rng: Random) -> Task:
    """The comparative or the superlative."""
    word, which = rng.choice(sorted(COMPARATIVES)), rng.randrange(2)
    name = ("comparative", "superlative")[which]
    wordings = (
        "What is the {n} of {w}?",
        "Give the {n} of {w}.",
        "Write the {n} of the word {w}.",
        "{n} of {w}?",
    )
    return Task(say(rng, wordings, n=name, w=word), COMPARATIVES[word][which], (word, which))


def solve_comparative(question: str, context: str, answer: str) -> str:
    word = re.findall(r"[a-z]+", question)[-1]
    return COMPARATIVES[word]["superlative" in question.lower()]


def draw_article(rng: Random) -> Task:
    """a or an; only words whose first letter tells the sound."""
    words = [w for w in NOUNS if w not in ("hour", "one", "university", "uniform", "sheep", "deer")]
    word = rng.choice(words)
    wordings = ("Is it 'a' or 'an' before the word {w}?", "Which is right: 'a {w}' or 'an {w}'?",
                "Write {w} with the right article, a or an.")  # fmt: skip
    return Task(say(rng, wordings, w=word), article(word), (word,))


def solve_article(question: str, context: str, answer: str) -> str:
    found = re.search(r"the word (\w+)|'a (\w+)'|Write (\w+)", question)
    word = next(filter(None, found.groups()))
    return f"an {word}" if re.match("[aeiou]", word) else f"a {word}"


def draw_acronym(rng: Random) -> Task:
    """The acronym of a known name or of an invented club."""
    if rng.random() < 0.15:
        name = rng.choice(sorted(ACRONYMS))
        answer = ACRONYMS[name]
    else:
        name = " ".join(
            (
                *rng.sample(TITLE_WORDS, rng.randint(1, 2)),
                rng.choice(TITLE_NOUNS),
                rng.choice(TITLE_ENDS),
            )
        )
        answer = "".join(word[0] for word in name.split())
    wordings = ("What is the acronym of {n}?", "Make an acronym of {n}.", "Write the first letters of {n} as an acronym.",
                "What is the short form of {n}, from its first letters?", "Abbreviate {n} by its first letters.")  # fmt: skip
    return Task(say(rng, wordings, n=name), answer, (name,))


def solve_acronym(question: str, context: str, answer: str) -> str:
    name = re.search(
        r"(?:of|Abbreviate) (.+?)(?: as an acronym|, from| by its|[?.]$)",
        question.replace("short form of", "of")
        .replace("acronym of", "of")
        .replace("letters of", "of"),
    )[1]
    return "".join(word[0].upper() for word in name.split())


def draw_spell(rng: Random) -> Task:
    """A word letter by letter, or backwards."""
    word = rng.choice(SPELLED).lower()
    if rng.random() < 0.5:
        wordings = (
            "Spell the word {w}.",
            "Spell {w} with hyphens between the letters.",
            "How do you spell {w}? Put hyphens between the letters.",
        )
        return Task(say(rng, wordings, w=word), "-".join(word), (word, "spell"))
    wordings = (
        "Write the word {w} backwards.",
        "Reverse the letters of {w}.",
        "What is {w} spelled backwards?",
    )
    return Task(say(rng, wordings, w=word), word[::-1], (word, "back"))


def solve_spell(question: str, context: str, answer: str) -> str:
    word = re.search(r"(?:the word|[Ss]pell|letters of|What is) (?!the)([a-z]+)", question)[1]
    return "".join(reversed(word)) if re.search("backwards|Reverse", question) else "-".join(word)


def draw_letter(rng: Random) -> Task:
    """The first or last letter of a word, or whether it holds a letter."""
    word = rng.choice(SPELLED).lower()
    if rng.random() < 0.5:
        place = rng.choice(("first", "last"))
        wordings = (
            "What is the {p} letter of {w}?",
            "Which letter comes {p} in the word {w}?",
            "Give me the {p} letter of {w}.",
        )
        return Task(
            say(rng, wordings, p=place, w=word), word[0 if place == "first" else -1], (word, place)
        )
    letter = rng.choice(word if rng.random() < 0.5 else "abdegiklmnoprstu")
    wordings = ("Does the word {w} contain the letter {p}?", "Is the letter {p} in the word {w}?")
    return Task(
        say(rng, wordings, p=letter, w=word), "Yes" if letter in word else "No", (word, letter)
    )


def solve_letter(question: str, context: str, answer: str) -> str:
    found = re.search(r"letter ([a-z])\b", question)
    if found:
        word = re.search(r"word ([a-z]+)", question)[1]
        return "Yes" if set(found[1]) <= set(word) else "No"
    word = re.findall(r"[a-z]+", question)[-1]
    return word[0] if "first" in question else word[-1]


OPPOSITE_WORDS = sorted(OPPOSITE_OF)
KINDS = (
    Kind("plural", form_of(NOUNS, plural,
         ("What is the plural of {w}?", "Give the plural of {w}.", "Write the plural of {w}.", "One {w}, two of them: what is the plural of {w}?"),
         ("Write the plural of each word: {w}.", "Give the plurals of these words: {w}.", "Make these words plural: {w}.")),
         solve_forms(PLURAL_OF), 2.0, 24),
    Kind("singular", forms_back(SINGULAR_OF, ("What is the singular of {w}?", "Give the singular of {w}.", "Write the singular of {w}.")),
         solve_forms(SINGULAR_OF), 0.7, 24),
    Kind("past", form_of(VERBS, past,
         ("What is the past tense of {w}?", "Give the past tense of {w}.", "Write the simple past of {w}.", "Write the past tense of the verb {w}."),
         ("Write the past tense of each verb: {w}.", "Give the past tense of these verbs: {w}.", "Put these verbs in the past tense: {w}.")),
         solve_forms(PAST_OF), 2.0, 24),
    Kind("base", forms_back(BASE_OF, ("What is the base form of {w}?", "Give the base form of the verb {w}.", "Write the present form of {w}.")),
         solve_forms(BASE_OF), 0.7, 24),
    Kind("opposite", form_of(tuple(OPPOSITE_WORDS), OPPOSITE_OF.__getitem__,
         ("What is the opposite of {w}?", "Give the opposite of {w}.", "Name the opposite of {w}.", "Opposite of {w}?"),
         ("Write the opposite of each word: {w}.", "Give the opposites of these words: {w}.")),
         solve_forms(OPPOSITE_OF), 1.5, 24),
    Kind("comparative", draw_comparative, solve_comparative, 0.5, 24),
    Kind("article", draw_article, solve_article, 0.8, 24),
    Kind("acronym", draw_acronym, solve_acronym, 1.5, 24),
    Kind("spell", draw_spell, solve_spell, 0.8, 24),
    Kind("letter", draw_letter, solve_letter, 1.0, 24),
)  # fmt: skip
