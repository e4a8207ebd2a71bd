"""Finding one thing in a short message: the e-mail address, the date, the amount."""
# ruff: noqa: E501 (a wording a line)

import re
from random import Random

from neural.domains.english.dates import DAYS, MONTHS, clock
from neural.domains.english.task import Kind, Task, say
from neural.domains.english.words import BOYS, CITIES, GIRLS, SURNAMES, table

MAIL_HOSTS = table("example.com example.org example.net mail.example.com")  # reserved names
ASK = {
    "email": ("What is the e-mail address?", "Find the e-mail address.", "Extract the e-mail address.",
              "Which e-mail address is given?", "Write only the e-mail address."),
    "phone": ("What is the phone number?", "Find the phone number.", "Extract the phone number.",
              "Which number should I call?", "Write only the phone number."),
    "date": ("What is the date?", "Find the date.", "Extract the date.", "On which date is it?",
             "Write only the date."),
    "time": ("At what time is it?", "Find the time.", "Extract the time.", "What time is given?"),
    "amount": ("How many dollars is it?", "What is the amount?", "Find the price.", "Extract the amount in dollars.",
               "How much money is it?"),
    "city": ("Which city is mentioned?", "Find the city.", "What city is it?", "Extract the name of the city."),
    "person": ("Who is mentioned?", "Find the person's full name.", "What is the person's name?",
               "Extract the full name.", "Which person is named?"),
    "order": ("What is the order number?", "Find the order number.", "Extract the order number.",
              "Which order is this about?"),
    "weekday": ("Which day of the week is mentioned?", "Find the day of the week.", "On which weekday is it?"),
}  # fmt: skip
# Every message names each of its things once, so each question has one answer.
MESSAGES = (
    "Please write to {email} before {date}.",
    "You can reach {person} at {email} or {phone}.",
    "Hello, my name is {person}. My order number is {order} and my e-mail address is {email}.",
    "The meeting with {person} is on {date} at {time} in {city}.",
    "Order {order} was shipped to {city} on {date}.",
    "{person} paid {amount} dollars for order {order}.",
    "Call {phone} to speak with {person}.",
    "The train to {city} leaves on {weekday} at {time}.",
    "Dear {person}, your order {order} will arrive on {weekday}. The total is {amount} dollars.",
    "The lesson is on {weekday} at {time}. Tell {person} if you cannot come.",
    "{person} moved to {city} on {date}.",
    "The tour of {city} starts at {time}. A ticket costs {amount} dollars.",
    "If you have questions about order {order}, call {phone}.",
    "Send the invoice of {amount} dollars to {email}.",
    "{person} flies to {city} on {weekday}. The flight leaves at {time}.",
    "The hotel in {city} costs {amount} dollars a night. To book, call {phone}.",
    "The deadline is {date}. Send your text to {email}.",
    "Your appointment with {person} is on {weekday} at {time}.",
    "We received {amount} dollars from {person} on {date}.",
    "Our office in {city} opens on {date}. Our phone number is {phone}.",
)
PATTERNS = {
    "email": r"[a-z.]+@[a-z.]*[a-z]",
    "phone": r"\b555-\d{4}\b",
    "date": rf"(?:{'|'.join(MONTHS)}) \d+",
    "time": r"\d+:\d\d (?:am|pm)",
    "amount": r"\d+(?= dollars)",
    "city": rf"\b(?:{'|'.join(CITIES)})\b",
    "person": rf"\b(?:{'|'.join(GIRLS + BOYS)}) (?:{'|'.join(SURNAMES)})\b",
    "order": r"\b[A-Z]\d{4}\b",
    "weekday": rf"\b(?:{'|'.join(DAYS)})\b",
}


def message(rng: Random) -> tuple[str, dict[str, str]]:
    """A message and the things in it."""
    first, last = rng.choice(GIRLS + BOYS), rng.choice(SURNAMES)
    things = {
        "email": f"{rng.choice((f'{first}.{last}', last, 'info', 'office', first)).lower()}@{rng.choice(MAIL_HOSTS)}",
        "phone": f"555-{rng.randint(0, 9999):04}",
        "date": f"{rng.choice(MONTHS)} {rng.randint(1, 28)}",
        "time": clock(15 * rng.randint(32, 76)),
        "amount": str(rng.randint(5, 400)),
        "city": rng.choice(CITIES),
        "person": f"{first} {last}",
        "order": f"{rng.choice('ABCDEFGHJKLMNPRSTUVWXYZ')}{rng.randint(1000, 9999)}",
        "weekday": rng.choice(DAYS),
    }
    text = rng.choice(MESSAGES)
    named = re.findall(r"\{(\w+)\}", text)
    return text.format(**things), {name: things[name] for name in named}


def draw(rng: Random) -> Task:
    """One thing that the message holds."""
    text, things = message(rng)
    name = rng.choice(sorted(things))
    return Task(say(rng, ASK[name]), things[name], (name, text), text)


def draw_absent(rng: Random) -> Task:
    """A thing that the message does not hold."""
    text, things = message(rng)
    name = rng.choice([n for n in ("email", "phone", "order", "city", "amount") if n not in things])
    return Task(say(rng, ASK[name]), "It is not given.", (name, text), text)


def draw_all(rng: Random) -> Task:
    """Two things at once, with their names."""
    text, things = message(rng)
    names = rng.sample(sorted(things), 2)
    called = {
        "person": "person's name",
        "email": "e-mail address",
        "order": "order number",
        "phone": "phone number",
    }
    a, b = (called.get(name, name) for name in names)
    wordings = (
        "Find the {a} and the {b}.",
        "Give me the {a} and the {b}.",
        "Extract the {a}, then the {b}.",
    )
    return Task(
        say(rng, wordings, a=a, b=b),
        f"{things[names[0]]}, {things[names[1]]}",
        (*names, text),
        text,
    )


def solve(question: str, context: str, answer: str) -> str:
    """Finds the thing by its pattern in the text."""
    name = next(name for name, wordings in ASK.items() if question in wordings)
    found = re.findall(PATTERNS[name], context)
    if len(found) > 1:
        raise ValueError(f"{len(found)} of {name}")
    return found[0] if found else "It is not given."


def solve_all(question: str, context: str, answer: str) -> str:
    words = question.replace("e-mail", "email").lower()
    places = sorted((words.index(name), name) for name in PATTERNS if f"the {name}" in words)
    return ", ".join(re.search(PATTERNS[name], context)[0] for _, name in places)


KINDS = (
    Kind("one", draw, solve, 6.0, 80),
    Kind("absent", draw_absent, solve, 1.0, 24),
    Kind("two", draw_all, solve_all, 1.5, 24),
)
