"""Requests for a form: JSON, case, bullets, counts; whether the form was kept can be checked."""
# ruff: noqa: E501 (a wording a line)

import json
import re
from collections.abc import Callable
from random import Random

from neural.domains.english.task import Kind, Task, listing, numbers, say
from neural.domains.english.words import BOYS, CATEGORIES, CITIES, GIRLS, SURNAMES

THINGS = [w for c in ("fruits", "vegetables", "clothes", "tools", "drinks") for w in CATEGORIES[c]]
SENTENCES = (
    "{name} lives in {city}", "{name} bought a {a} and a {b}", "the {a} is next to the {b}",
    "{name} likes {color} more than {color2}", "{name} went to {city} by train",
    "the {animal} sleeps in the garden", "{name} works as a {job} in {city}",
    "we need one {a} and two tickets", "my {animal} is called {name}", "{name} wants to be a {job}",
    "the {color} {c} is on the shelf", "{name} and {name2} travel to {city}",
    "please bring the {a} tomorrow", "the train to {city} is late", "{name2} asked {name} for help",
    "there is a {color} door in the hall", "{name} sold the {a} to {name2}",
    "it rained all day in {city}", "{name} sees a {animal} in the garden",
    "the {job} from {city} called again", "{name} painted the room {color}",
)  # fmt: skip
# Only words after "a".
EVERY_WORD = [word for table in CATEGORIES.values() for word in table]
A_THINGS = [w for w in THINGS if w[0] not in "aeiou" and w in
            ["banana", "pear", "grape", "cherry", "mango", "lemon", "melon", "plum", "strawberry", "pineapple", "raspberry", "blueberry", "carrot", "potato", "cabbage", "turnip", "leek", "radish", "shirt", "coat", "skirt", "dress", "sweater", "jacket", "hat", "scarf", "sock", "glove", "blouse", "hammer", "saw", "screwdriver", "drill", "wrench", "chisel", "shovel", "rake"]]  # fmt: skip
A_JOBS = [w for w in CATEGORIES["jobs"] if w[0] not in "aeiou"]
A_ANIMALS = ("cat", "dog", "horse", "mouse", "rabbit")
COLORED = [w for w in A_THINGS if w in CATEGORIES["clothes"] or w in CATEGORIES["tools"]]
A_COLORS = [w for w in CATEGORIES["colors"] if w[0] not in "aeiou"]


def sentence(rng: Random) -> str:
    """A short plain sentence without its full stop, the first letter a capital."""
    name, name2 = rng.sample(GIRLS + BOYS, 2)
    a, b = rng.sample(A_THINGS, 2)
    color, color2 = rng.sample(A_COLORS, 2)
    return say(rng, SENTENCES, name=name, name2=name2, a=a, b=b, c=rng.choice(COLORED), color=color, color2=color2,
               animal=rng.choice(A_ANIMALS), job=rng.choice(A_JOBS), city=rng.choice(CITIES))  # fmt: skip


def asked(rng: Random, wordings: tuple[str, ...], text: str, answer: str, key: str = "") -> Task:
    """The text stands after the request, or before it as its context."""
    ask = say(rng, wordings, k=key)
    if rng.random() < 0.5:
        return Task(f"{ask}: {text}", answer, (key, text))
    end = "?" if ask.startswith(("What", "Which", "How")) else "."
    return Task(f"{ask}{end}", answer, (key, text), text)


def given(question: str, context: str) -> str:
    return context or question.split(": ", 1)[1]


def text_kind(
    name: str, wordings: tuple[str, ...], solve: Callable[[str], str], weight: float = 1.0
) -> Kind:
    """A kind whose answer is a function of one sentence."""

    def draw(rng: Random) -> Task:
        text = sentence(rng) + "."
        return asked(rng, wordings, text, solve(text))

    return Kind(name, draw, lambda q, c, a: solve(given(q, c)), weight, 24)


def draw_letters(rng: Random) -> Task:
    """How many letters a word has."""
    word = rng.choice([*EVERY_WORD, *GIRLS, *BOYS, *CITIES])
    wordings = ("How many letters does the word {w} have?", "Count the letters in {w}.",
                "How many letters are in {w}?", "How long is the word {w}, in letters?")  # fmt: skip
    return Task(say(rng, wordings, w=word), str(len(word)), (word,))


def solve_letters(question: str, context: str, answer: str) -> str:
    word = re.search(r"(?:the word|letters in|are in) (\w+)", question)[1]
    return str(sum(1 for _ in word))


def draw_json(rng: Random) -> Task:
    """A person or an item as a JSON object, or a list as a JSON array."""
    wordings = ("Write this as JSON with the keys {k}", "Turn this into a JSON object with the keys {k}",
                "Give me JSON with the keys {k}", "Convert to JSON ({k})")  # fmt: skip
    if rng.random() < 0.5:
        fields = {
            "name": rng.choice(GIRLS + BOYS),
            "age": rng.randint(18, 80),
            "city": rng.choice(CITIES),
        }
        texts = ("{name} is {age} years old and lives in {city}.", "{name}, {age}, from {city}.",
                 "{name} lives in {city} and is {age}.")  # fmt: skip
    else:
        fields = {
            "item": rng.choice(COLORED),
            "price": rng.randint(2, 90),
            "color": rng.choice(A_COLORS),
        }
        texts = ("A {color} {item} costs {price} dollars.", "The {color} {item} is {price} dollars.",
                 "You pay {price} dollars for the {color} {item}.")  # fmt: skip
    names = rng.sample(sorted(fields), rng.randint(2, 3))
    answer = json.dumps({name: fields[name] for name in names})
    return asked(rng, wordings, say(rng, texts, **fields), answer, listing(names))


def solve_json(question: str, context: str, answer: str) -> str:
    """Reads each key's value from the text."""
    text = given(question, context)
    ask = question if context else question.split(": ", 1)[0]
    names = re.findall(r"\b(name|age|city|item|price|color)\b", ask)
    found = {}
    for name in names:
        if name in ("age", "price"):
            found[name] = numbers(text)[0]
        else:
            table = {"name": GIRLS + BOYS, "city": CITIES, "item": COLORED, "color": A_COLORS}[name]
            found[name] = next(w for w in re.findall(r"\w+", text) if w in table)
    return json.dumps(found)


def draw_array(rng: Random) -> Task:
    """A list as a JSON array."""
    items = rng.sample(THINGS, rng.randint(2, 4))
    wordings = (
        "Write this list as a JSON array",
        "Convert to a JSON array",
        "Turn this into a JSON list",
    )
    return asked(rng, wordings, listing(items), json.dumps(items))


def items_of(text: str) -> list[str]:
    return re.split(r", | and ", text.rstrip("."))


def bullets(rng: Random, wordings: tuple[str, ...], form: Callable[[list[str]], str]) -> Task:
    items = rng.sample(THINGS, rng.randint(2, 4))
    return asked(rng, wordings, listing(items), form(items))


def dashes(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def numbered(items: list[str]) -> str:
    return "\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))


def draw_repeat(rng: Random) -> Task:
    """One word a number of times."""
    word, n = rng.choice([*THINGS, *A_COLORS, *A_ANIMALS]), rng.randint(2, 5)
    count = ("two", "three", "four", "five")[n - 2]
    wordings = ("Write the word {w} {n} times.", "Repeat {w} {n} times.", "Say {w} {n} times.",
                "Type {w} {n} times, with spaces between.")  # fmt: skip
    return Task(say(rng, wordings, w=word, n=count), " ".join([word] * n), (word, n))


def solve_repeat(question: str, context: str, answer: str) -> str:
    word, count = re.search(r"(\w+) (two|three|four|five) times", question).groups()
    return " ".join(word for _ in range(["two", "three", "four", "five"].index(count) + 2))


def draw_table(rng: Random) -> Task:
    """Named values as a CSV line or as key: value lines."""
    fields = {
        "name": rng.choice(GIRLS + BOYS),
        "age": str(rng.randint(18, 80)),
        "city": rng.choice(CITIES),
    }
    names = rng.sample(sorted(fields), 3)
    text = say(
        rng,
        ("{name} is {age} years old and lives in {city}.", "{name} lives in {city} and is {age}."),
        **fields,
    )
    if rng.random() < 0.5:
        wordings = (
            "Write this as one CSV line with the columns {k}",
            "Give me a CSV line with {k}",
        )
        answer = ",".join(fields[name] for name in names)
    else:
        wordings = (
            "Write one line for each of {k}, like key: value",
            "Give {k} as lines of the form key: value",
        )
        answer = "\n".join(f"{name}: {fields[name]}" for name in names)
    return asked(rng, wordings, text, answer, listing(names))


def solve_table(question: str, context: str, answer: str) -> str:
    ask = question if context else question.rsplit(": ", 1)[0]
    text = context or question.rsplit(": ", 1)[1]
    found = json.loads(solve_json(ask, text, ""))
    if "CSV" in ask:
        return ",".join(str(value) for value in found.values())
    return "\n".join(f"{name}: {value}" for name, value in found.items())


def draw_initials(rng: Random) -> Task:
    """The initials of a person."""
    first, last = rng.choice(GIRLS + BOYS), rng.choice(SURNAMES)
    wordings = (
        "What are the initials of {f} {s}?",
        "Write the initials of {f} {s}.",
        "Give me {f} {s}'s initials.",
    )
    return Task(say(rng, wordings, f=first, s=last), f"{first[0]}{last[0]}", (first, last))


def solve_initials(question: str, context: str, answer: str) -> str:
    return "".join(
        w[0]
        for w in re.findall(r"[A-Z][a-z]+", question)
        if w in GIRLS or w in BOYS or w in SURNAMES
    )


def draw_name_order(rng: Random) -> Task:
    """A name with its parts the other way round."""
    first, last = rng.choice(GIRLS + BOYS), rng.choice(SURNAMES)
    wordings = (
        "Write {f} {s} with the last name first, then a comma.",
        "Write the name {f} {s} as last name, first name.",
    )
    return Task(say(rng, wordings, f=first, s=last), f"{last}, {first}", (first, last))


def solve_name_order(question: str, context: str, answer: str) -> str:
    found = re.search(r"Write (?:the name )?(\w+) (\w+)", question)
    return f"{found[2]}, {found[1]}"


KINDS = (
    text_kind("upper", ("Write this in upper case", "Put this in capital letters", "Convert to upper case", "Rewrite in all caps"), str.upper, 1.5),
    text_kind("lower", ("Write this in lower case", "Convert to lower case", "Put everything in small letters"), str.lower),
    text_kind("title", ("Start each word with a capital letter", "Capitalize every word", "Write this in title case with every word capitalized"),
              lambda t: " ".join(w[0].upper() + w[1:] for w in t.split(" "))),
    text_kind("count-words", ("How many words are in this sentence", "Count the words in this sentence", "How many words does this have"),
              lambda t: str(len(t.split()))),
    text_kind("first-word", ("What is the first word of this sentence", "Write only the first word", "Give me the first word of this sentence"),
              lambda t: t.split()[0]),
    text_kind("last-word", ("What is the last word of this sentence", "Write only the last word", "Give me the last word of this sentence"),
              lambda t: t.rstrip(".").split()[-1]),
    text_kind("commas", ("Put a comma between all words", "Write the words with commas between them"),
              lambda t: ", ".join(t.rstrip(".").split())),
    text_kind("underscores", ("Replace the spaces with underscores", "Write this with underscores instead of spaces"),
              lambda t: t.replace(" ", "_"), 0.7),
    text_kind("shout", ("End this with an exclamation mark instead", "Replace the full stop with an exclamation mark"),
              lambda t: t[:-1] + "!", 0.7),
    text_kind("quote", ("Put this in double quotes", "Write this in double quotation marks"), lambda t: f'"{t}"', 0.7),
    text_kind("copy", ("Copy this sentence", "Repeat this sentence exactly", "Write this sentence again"), str, 0.7),
    Kind("letters", draw_letters, solve_letters, 0.6, 24),
    Kind("json", draw_json, solve_json, 3.0, 24),
    Kind("json-array", draw_array, lambda q, c, a: json.dumps(items_of(given(q, c))), 1.5, 24),
    Kind("bullets", lambda rng: bullets(rng, ("Write this as a bullet list", "Make a bullet list", "List these with dashes"), dashes),
         lambda q, c, a: dashes(items_of(given(q, c))), 1.5, 24),
    Kind("numbered", lambda rng: bullets(rng, ("Write this as a numbered list", "Make a numbered list", "Number these items"), numbered),
         lambda q, c, a: numbered(items_of(given(q, c))), 1.5, 24),
    Kind("repeat", draw_repeat, solve_repeat, 0.7, 24),
    Kind("fields", draw_table, solve_table, 1.5, 24),
    Kind("initials", draw_initials, solve_initials, 0.7, 24),
    Kind("name-order", draw_name_order, solve_name_order, 0.7, 24),
)  # fmt: skip
