"""Short texts about invented people and things, and questions that the text alone answers."""
# ruff: noqa: E501 (a wording a line)

import re
from itertools import pairwise
from random import Random

from neural.domains.english.task import Kind, Task, listing, numbers, say
from neural.domains.english.words import BOYS, CATEGORIES, CITIES, GIRLS, table

PEOPLE = GIRLS + BOYS
UNKNOWN = "The text does not say."
JOBS = CATEGORIES["jobs"]
PETS = table("cat dog rabbit horse parrot hamster goldfish turtle")
HOBBIES = table(
    "chess tennis painting swimming cooking singing gardening cycling photography dancing"
)
DRINKS = table("tea coffee milk juice water lemonade")
# field: (sentence, as read back, questions)
FIELDS = {
    "job": ("{p} is {v}.", r"{p} is an? (\w+)\.", ("What is {p}'s job?", "What does {p} do for a living?", "What is the job of {p}?")),
    "city": ("{p} lives in {v}.", r"{p} lives in (\w+)\.", ("Where does {p} live?", "In which city does {p} live?", "What city does {p} live in?")),
    "age": ("{p} is {v} years old.", r"{p} is (\d+) years", ("How old is {p}?", "What is {p}'s age?")),
    "pet": ("{p} has a {v}.", r"{p} has a (\w+)\.", ("What pet does {p} have?", "Which animal does {p} have?")),
    "hobby": ("{p}'s hobby is {v}.", r"{p}'s hobby is (\w+)\.", ("What is {p}'s hobby?", "Which hobby does {p} have?")),
    "drink": ("{p} likes {v}.", r"{p} likes (\w+)\.", ("What does {p} like to drink?", "Which drink does {p} like?")),
}  # fmt: skip
WHO = {
    "job": ("Who is {v}?",),
    "city": ("Who lives in {v}?",),
    "age": ("Who is {v} years old?",),
    "pet": ("Who has a {v}?",),
    "hobby": ("Whose hobby is {v}?",),
    "drink": ("Who likes {v}?",),
}


def values(rng: Random, field: str, count: int) -> list[str]:
    """Distinct values of a field, as they stand in its sentence."""
    if field == "age":
        return [str(n) for n in rng.sample(range(8, 90), count)]
    table = {"job": JOBS, "city": CITIES, "pet": PETS, "hobby": HOBBIES, "drink": DRINKS}[field]
    found = rng.sample(table, count)
    if field == "job":
        return [f"{'an' if job[0] in 'aeiou' else 'a'} {job}" for job in found]
    return found


def profiles(rng: Random) -> tuple[str, dict[tuple[str, str], str], list[str], list[str]]:
    """A text on two or three people, its facts, the people, the fields."""
    people = rng.sample(PEOPLE, rng.randint(2, 3))
    fields = rng.sample(sorted(FIELDS), rng.randint(1, 2))
    facts = {}
    for field in fields:
        for person, value in zip(people, values(rng, field, len(people)), strict=True):
            facts[person, field] = value
    lines = [FIELDS[field][0].format(p=p, v=v) for (p, field), v in facts.items()]
    if rng.random() < 0.5:
        rng.shuffle(lines)
    return " ".join(lines), facts, people, fields


def bare(value: str) -> str:
    return re.sub(r"^an? ", "", value)


def draw_fact(rng: Random) -> Task:
    """A fact about one person."""
    text, facts, people, fields = profiles(rng)
    person, field = rng.choice(people), rng.choice(fields)
    question = say(rng, FIELDS[field][2], p=person)
    return Task(question, bare(facts[person, field]), (person, field, text), text)


def draw_who(rng: Random) -> Task:
    """The person of a fact."""
    text, facts, people, fields = profiles(rng)
    person, field = rng.choice(people), rng.choice(fields)
    value = facts[person, field]
    return Task(say(rng, WHO[field], v=value), person, ("who", field, value, text), text)


def draw_unknown(rng: Random) -> Task:
    """A fact that the text does not give."""
    text, _, people, fields = profiles(rng)
    person = rng.choice(people)
    field = rng.choice([f for f in sorted(FIELDS) if f not in fields])
    return Task(say(rng, FIELDS[field][2], p=person), UNKNOWN, (person, field, text), text)


def solve_profile(question: str, context: str, answer: str) -> str:
    """Reads the sentences back."""
    for field, wordings in WHO.items():
        start, end = wordings[0].split("{v}")
        if question.startswith(start) and question.endswith(end):
            value = re.escape(question.removeprefix(start).removesuffix(end))
            sentence = FIELDS[field][0].replace(".", r"\.").replace("{p}", r"\b(\w+)")
            found = re.search(sentence.replace("{v}", value), context)
            if found:
                return found[1]
    for _, pattern, wordings in FIELDS.values():
        for wording in wordings:
            start, end = wording.split("{p}")
            if question.startswith(start) and question.endswith(end):
                person = question.removeprefix(start).removesuffix(end)
                found = re.search(rf"\b{pattern.replace('{p}', person)}", context)
                return found[1] if found else UNKNOWN
    raise ValueError("no such question")


def draw_yes_no(rng: Random) -> Task:
    """Whether a fact is so."""
    text, facts, people, fields = profiles(rng)
    person, field = (
        rng.choice(people),
        rng.choice([f for f in fields if f in ("city", "job", "age")] or fields),
    )
    true = facts[person, field]
    value = rng.choice((true, rng.choice([v for (_, f), v in facts.items() if f == field])))
    ask = {"city": "Does {p} live in {v}?", "job": "Is {p} {v}?", "age": "Is {p} {v} years old?", "pet": "Does {p} have a {v}?",
           "hobby": "Is {v} the hobby of {p}?", "drink": "Does {p} like {v}?"}[field]  # fmt: skip
    question = ask.format(p=person, v=value)
    return Task(question, "Yes" if value == true else "No", (person, field, value, text), text)


def solve_yes_no(question: str, context: str, answer: str) -> str:
    person = next(w for w in re.findall(r"\w+", question)[1:] if w in PEOPLE)
    value = re.findall(
        r"\w+",
        question.replace(" years old", "")
        .replace(f" the hobby of {person}", "")
        .replace(f" {person}", ""),
    )[-1]
    own = " ".join(s for s in context.split(". ") if re.match(rf"{person}\b", s))
    return "Yes" if re.search(rf"\b{value}\b", own) else "No"


RELATIONS = {
    "taller": ("tallest", "shortest"),
    "older": ("oldest", "youngest"),
    "faster": ("fastest", "slowest"),
    "stronger": ("strongest", "weakest"),
}


def draw_order(rng: Random) -> Task:
    """Who is first or last in a chain of comparisons."""
    people = rng.sample(PEOPLE, rng.randint(3, 4))
    word = rng.choice(sorted(RELATIONS))
    lines = [f"{a} is {word} than {b}." for a, b in pairwise(people)]
    if rng.random() < 0.5:
        rng.shuffle(lines)
    end = rng.randrange(2)
    text, question = " ".join(lines), f"Who is the {RELATIONS[word][end]}?"
    return Task(question, people[-end], (word, end, text), text)


def solve_order(question: str, context: str, answer: str) -> str:
    pairs = re.findall(r"(\w+) is \w+ than (\w+)", context)
    above, below = {a for a, _ in pairs}, {b for _, b in pairs}
    most = any(word in question for word, _ in RELATIONS.values())
    (found,) = above - below if most else below - above
    return found


ROOMS = table("kitchen garden bedroom office hall garage bathroom attic")


def draw_where(rng: Random) -> Task:
    """Where someone is after some moves."""
    people = rng.sample(PEOPLE, 2)
    moves = [(rng.choice(people), room) for room in rng.sample(ROOMS, rng.randint(2, 4))]
    verbs = ("goes to", "walks to", "moves to", "is in")
    text = " ".join(
        f"{'Then ' if i and rng.random() < 0.3 else ''}{p} {rng.choice(verbs[:3] if i else verbs)} the {room}."
        for i, (p, room) in enumerate(moves)
    )
    person = rng.choice(people)
    places = [room for p, room in moves if p == person]
    question = say(
        rng,
        ("Where is {p} now?", "Where is {p} at the end?", "In which room is {p} now?"),
        p=person,
    )
    return Task(question, f"In the {places[-1]}." if places else UNKNOWN, (person, *moves), text)


def solve_where(question: str, context: str, answer: str) -> str:
    person = next(w for w in re.findall(r"\w+", question) if w in PEOPLE)
    at = UNKNOWN
    for line in context.rstrip(".").split(". "):
        if person in line.split():
            at = f"In the {line.split()[-1]}."
    return at


GOODS = (
    "bread",
    "cheese",
    "soup",
    "salad",
    "cake",
    "tea",
    "coffee",
    "juice",
    "pizza",
    "ice cream",
    "rice",
    "pasta",
)


def menu(rng: Random) -> tuple[str, dict[str, int]]:
    """A price list, as lines or as a sentence."""
    prices = {name: rng.randint(2, 14) for name in rng.sample(GOODS, rng.randint(3, 5))}
    form = rng.choice(("{n}: {v} dollars", "{n} {v} dollars"))
    parts = [form.format(n=n, v=v) for n, v in prices.items()]
    return ("Menu: " + ", ".join(parts) if ":" not in form else "\n".join(parts)), prices


def draw_price(rng: Random) -> Task:
    """A price, the sum of two, the cheapest or the dearest."""
    text, prices = menu(rng)
    what = rng.choice(("one", "two", "cheapest", "most expensive"))
    name, other = rng.sample(sorted(prices), 2)
    if what == "one":
        question = say(
            rng,
            ("How much is the {n}?", "What does the {n} cost?", "What is the price of the {n}?"),
            n=name,
        )
        return Task(question, f"{prices[name]} dollars", (what, name, text), text)
    if what == "two":
        a, b = prices[name], prices[other]
        question = say(
            rng,
            (
                "How much are the {n} and the {o} together?",
                "What do the {n} and the {o} cost together?",
            ),
            n=name,
            o=other,
        )
        return Task(question, f"{a} + {b} = {a + b} dollars", (what, name, other, text), text)
    best = (min if what == "cheapest" else max)(prices.values())
    names = [n for n, v in prices.items() if v == best]
    question = say(rng, ("What is the {w} item?", "Which item is the {w}?"), w=what)
    if len(names) > 1:
        return draw_price(rng)
    return Task(question, names[0], (what, text), text)


def solve_price(question: str, context: str, answer: str) -> str:
    text = context.removeprefix("Menu: ").replace("\n", ", ").replace(":", "")
    prices = {part.rsplit(" ", 2)[0]: numbers(part)[0] for part in text.split(", ")}
    if "cheapest" in question:
        return min(prices, key=prices.__getitem__)
    if "most expensive" in question:
        return max(prices, key=prices.__getitem__)
    asked = sorted(
        (question.index(f"the {n}"), v) for n, v in prices.items() if f"the {n}" in question
    )
    if len(asked) == 1:
        return f"{asked[0][1]} dollars"
    return f"{asked[0][1]} + {asked[1][1]} = {asked[0][1] + asked[1][1]} dollars"


PLANS = (
    ("wash the rice", "cut the vegetables", "boil the water", "cook the rice", "set the table"),
    ("pack the bag", "lock the door", "call a taxi", "buy a ticket", "find the seat"),
    ("open the box", "read the manual", "connect the cable", "press the button", "wait a minute"),
    ("dig a hole", "plant the tree", "fill the hole", "water the tree", "clean the tools"),
    ("make the bed", "brush your teeth", "eat breakfast", "feed the cat", "go to work"),
    ("choose a book", "show the card", "borrow the book", "read the book", "return the book"),
)  # fmt: skip


def draw_steps(rng: Random) -> Task:
    """What comes before or after a step of a plan."""
    plan = rng.choice(PLANS)
    steps = sorted(rng.sample(plan, rng.randint(3, 4)), key=plan.index)
    if rng.random() < 0.5:
        text = "\n".join(f"{i}. {step.capitalize()}" for i, step in enumerate(steps, 1))
    else:
        marks = ("First", "Then", "After that", "Finally")
        used = (*marks[: len(steps) - 1], "Finally")
        text = " ".join(f"{mark} {step}." for mark, step in zip(used, steps, strict=True))
    place, after = rng.randrange(len(steps) - 1), rng.random() < 0.5
    asked, answer = (steps[place], steps[place + 1]) if after else (steps[place + 1], steps[place])
    word = "after" if after else "before"
    wordings = (
        "Which step comes {w} '{s}'?",
        "What do I do right {w} '{s}'?",
        "What is the step {w} '{s}'?",
    )
    return Task(say(rng, wordings, w=word, s=asked), answer.capitalize(), (word, asked, text), text)


def solve_steps(question: str, context: str, answer: str) -> str:
    steps = [
        s.lower()
        for s in re.findall(r"(?:\d\. |First |Then |After that |Finally )([^.\n]+)", context)
    ]
    place = steps.index(re.search(r"'(.+)'", question)[1])
    return steps[place + (1 if " after " in question else -1)].capitalize()


COUNTED = table("books coins stamps pencils apples cards shells")


def draw_owners(rng: Random) -> Task:
    """How many things someone has, or all together."""
    people = rng.sample(PEOPLE, rng.randint(2, 3))
    thing = rng.choice(COUNTED)
    counts = {p: rng.randint(2, 30) for p in people}
    text = " ".join(f"{p} has {n} {thing}." for p, n in counts.items())
    if rng.random() < 0.6:
        person = rng.choice(people)
        return Task(
            f"How many {thing} does {person} have?", str(counts[person]), (person, text), text
        )
    shown = " + ".join(map(str, counts.values()))
    question = say(
        rng,
        ("How many {t} are there in all?", "How many {t} do {p} have together?"),
        t=thing,
        p=listing(people),
    )
    return Task(question, f"{shown} = {sum(counts.values())}", ("all", text), text)


def solve_owners(question: str, context: str, answer: str) -> str:
    counts = {p: int(n) for p, n in re.findall(r"(\w+) has (\d+)", context)}
    found = re.search(r"does (\w+) have", question)
    if found:
        return str(counts[found[1]])
    return f"{' + '.join(map(str, counts.values()))} = {sum(numbers(context))}"


KINDS = (
    Kind("fact", draw_fact, solve_profile, 3.0, 60),
    Kind("who", draw_who, solve_profile, 2.0, 40),
    Kind("unknown", draw_unknown, solve_profile, 1.0, 24),
    Kind("yes-no", draw_yes_no, solve_yes_no, 1.5, 24),
    Kind("order", draw_order, solve_order, 1.5, 24),
    Kind("where", draw_where, solve_where, 1.5, 24),
    Kind("price", draw_price, solve_price, 2.0, 40),
    Kind("steps", draw_steps, solve_steps, 1.0, 24),
    Kind("counts", draw_owners, solve_owners, 1.5, 24),
)
