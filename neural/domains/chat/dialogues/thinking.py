"""Sums, plans and memory over several turns: each answer follows from what was said before."""
# ruff: noqa: E501 (a wording a line)

import re
from random import Random

from neural.domains.chat.dialogues.talk import (
    DAYS,
    MEN,
    NAMES,
    Dialogue,
    Kind,
    casual,
    clock,
    listing,
    upper,
)


def bill(rng: Random) -> Dialogue:
    """A bill that is split, and split again when something changes."""
    people = rng.randint(2, 8)
    each = rng.randint(6, 40)
    total = people * each
    what = rng.choice(
        ["dinner", "the taxi", "a present", "the groceries", "the tickets", "the cabin"]
    )
    turns = [
        casual(rng, rng.choice([
            f"We are {people} and {what} came to {total} euros. How much is that each?",
            f"Split {total} euros for {what} between {people} people, please.",
            f"{what} cost {total} euros and there are {people} of us. What does everyone pay?",
        ])),
        f"{each} euros each.",
    ]  # fmt: skip
    for act in rng.sample(["more", "tip", "one pays", "back"], rng.randint(1, 3)):
        if act == "more":
            joined = next((n for n in (1, 2, 3, 4) if total % (people + n) == 0), None)
            if joined is None:
                continue
            people += joined
            each = total // people
            turns.append(
                rng.choice(
                    [f"{joined} more joined us. And now?", f"What if {joined} more pay as well?"]
                )
            )
            turns.append(f"With {people} people it is {each} euros each.")
        elif act == "tip":
            tip = people * rng.randint(1, 4)
            total += tip
            each = total // people
            turns.append(
                rng.choice([f"Add a tip of {tip} euros.", f"And with {tip} euros on top?"])
            )
            turns.append(f"That makes {total} euros, {each} euros each.")
        elif act == "one pays" and people > 2:
            turns.append(
                rng.choice(
                    [
                        "I paid it all. How much do I get back?",
                        "If I pay everything, what do the others owe me?",
                    ]
                )
            )
            turns.append(f"The other {people - 1} owe you {total - each} euros.")
        else:
            note = each + rng.choice([1, 2, 4, 5, 9, 10])
            turns.append(f"I give {note} euros. What is my change?")
            turns.append(f"Your change is {note - each} {'euro' if note - each == 1 else 'euros'}.")
    return Dialogue(tuple(turns), (what, people, total, len(turns), turns[-1]))


ACTS = ("the dentist", "yoga", "a call with {}", "lunch with {}", "the piano lesson", "the team meeting",
        "a haircut", "coffee with {}", "the parents' evening", "a training", "dinner with {}", "football")  # fmt: skip


def agenda(rng: Random) -> Dialogue:
    """Appointments of a day, and whether there is room for one more."""
    day = rng.choice(DAYS)
    hours = sorted(rng.sample(range(8, 20), rng.randint(3, 4)))
    acts = [act.format(rng.choice(NAMES)) for act in rng.sample(ACTS, len(hours))]
    plan = dict(zip(hours, acts, strict=True))
    told = listing([f"{act} at {clock(hour)}" for hour, act in plan.items()])
    turns = [
        casual(rng, rng.choice([f"On {day} I have {told}.", f"My {day}: {told}.", f"Here is my {day}: {told}."])),
        rng.choice([f"Noted: {len(plan)} appointments on {day}.", f"I have noted {len(plan)} appointments for {day}."]),
    ]  # fmt: skip
    for _ in range(rng.randint(2, 4)):
        act = rng.choice(["free", "first", "last", "when", "move", "what"])
        asks, answer = _agenda_turn(rng, act, day, plan)
        question = rng.choice(asks)
        if act == "move" or question not in turns:
            turns += [question, answer]
    return Dialogue(tuple(turns), (day, told))


def _agenda_turn(rng: Random, act: str, day: str, plan: dict[int, str]) -> tuple[list[str], str]:
    """Wordings of one question to the plan, or of a change to it, and the answer."""
    if act == "free":
        empty = [hour for hour in range(8, 20) if hour not in plan]
        hour = rng.choice([rng.choice(sorted(plan)), rng.choice(empty)])
        told = f"Yes, nothing is planned at {clock(hour)}."
        told = f"No, at {clock(hour)} you have {plan[hour]}." if hour in plan else told
        return [f"Am I free at {clock(hour)}?", f"Could I meet someone at {clock(hour)}?"], told
    if act in ("first", "last"):
        hour = min(plan) if act == "first" else max(plan)
        asks = [f"What is the {act} thing I have?", f"And my {act} appointment?"]
        return asks, f"Your {act} appointment is {plan[hour]} at {clock(hour)}."
    if act == "when":
        hour = rng.choice(sorted(plan))
        what = _definite(plan[hour])
        return [f"When is {what}?", f"What time was {what} again?"], f"At {clock(hour)}."
    if act == "move":
        old = rng.choice(sorted(plan))
        new = rng.choice([hour for hour in range(8, 20) if hour not in plan])
        plan[new] = plan.pop(old)
        what = _definite(plan[new])
        asks = [f"Move {what} to {clock(new)}.", f"{upper(what)} is at {clock(new)} now."]
        return asks, f"Moved from {clock(old)} to {clock(new)}."
    asks = [
        f"So what does my {day} look like?",
        "Read me the whole day.",
        "List it in order, please.",
    ]
    return asks, "\n".join(f"{clock(hour)} {plan[hour]}" for hour in sorted(plan))


def _definite(act: str) -> str:
    """'a training' is 'the training' once it is known."""
    return re.sub(r"^an? ", "the ", act)


JOBS = (
    "teacher",
    "nurse",
    "carpenter",
    "pilot",
    "baker",
    "lawyer",
    "gardener",
    "chemist",
    "painter",
    "farmer",
)
TOWNS = (
    "Lisbon",
    "Oslo",
    "Kyoto",
    "Toronto",
    "Lima",
    "Cork",
    "Graz",
    "Porto",
    "Izmir",
    "Leeds",
    "Lyon",
    "Pune",
)
LIKES = (
    "chess",
    "hiking",
    "old films",
    "jazz",
    "baking",
    "sailing",
    "pottery",
    "crime novels",
    "gardening",
    "cycling",
)
BOTH = ("cousin", "neighbour", "boss", "friend", "flatmate", "colleague")
KIN = {
    name: (*BOTH, *(("brother", "uncle") if name in MEN else ("sister", "aunt"))) for name in NAMES
}


def memory(rng: Random) -> Dialogue:
    """People whom somebody tells about, and what is asked of them later."""
    persons = rng.sample(NAMES, 2)
    kin = [rng.choice(KIN[person]) for person in persons]
    while kin[0] == kin[1]:
        kin[1] = rng.choice(KIN[persons[1]])
    facts = [
        {"job": rng.choice(JOBS), "town": rng.choice(TOWNS), "like": rng.choice(LIKES)}
        for _ in persons
    ]
    while (
        facts[0]["town"] == facts[1]["town"]
        or facts[0]["job"] == facts[1]["job"]
        or facts[0]["like"] == facts[1]["like"]
    ):
        facts[1] = {"job": rng.choice(JOBS), "town": rng.choice(TOWNS), "like": rng.choice(LIKES)}
    turns = []
    for person, who, fact in zip(persons, kin, facts, strict=True):
        turns.append(casual(rng, rng.choice([
            f"My {who} {person} is a {fact['job']} in {fact['town']} and loves {fact['like']}.",
            f"{person}, my {who}, lives in {fact['town']}, works as a {fact['job']} and likes {fact['like']}.",
        ])))  # fmt: skip
        turns.append(rng.choice([f"{person} sounds nice.", f"A {fact['job']} in {fact['town']}, how interesting!",
                                 f"Good to know. What would you like to know or do about {person}?"]))  # fmt: skip
    for _ in range(rng.randint(2, 3)):
        place = rng.randrange(2)
        person, who, fact = persons[place], kin[place], facts[place]
        question, answer = rng.choice([
            (f"Where does my {who} live?", f"{person} lives in {fact['town']}."),
            (f"What was {person}'s job again?", f"{person} is a {fact['job']}."),
            (f"Who likes {fact['like']}?", f"Your {who} {person} does."),
            (f"Who lives in {fact['town']}?", f"{person}, your {who}."),
            (f"What could I give {person}?", f"Something to do with {fact['like']}, as {person} loves that."),
            ("Do they live in the same town?", f"No, {persons[0]} lives in {facts[0]['town']} and {persons[1]} in {facts[1]['town']}."),
            (f"How old is {person}?", f"You haven't told me how old {person} is."),
            (f"What is my {who} called?", f"Your {who} is called {person}."),
        ])  # fmt: skip
        if question not in turns:
            turns += [casual(rng, question), answer]
    return Dialogue(tuple(turns), (*persons, *(value for fact in facts for value in fact.values())))


DISHES = {
    "pancakes": {"flour": (60, "g"), "milk": (100, "ml"), "eggs": (1, "")},
    "tomato soup": {"tomatoes": (3, ""), "onions": (1, ""), "stock": (200, "ml")},
    "rice pudding": {"rice": (50, "g"), "milk": (250, "ml"), "sugar": (15, "g")},
    "potato salad": {"potatoes": (250, "g"), "gherkins": (2, ""), "mayonnaise": (40, "g")},
    "lentil stew": {"lentils": (80, "g"), "carrots": (2, ""), "water": (300, "ml")},
    "pasta with pesto": {"pasta": (120, "g"), "pesto": (30, "g"), "pine nuts": (10, "g")},
    "bread dough": {"flour": (125, "g"), "water": (80, "ml"), "salt": (3, "g")},
    "fruit salad": {"apples": (1, ""), "bananas": (1, ""), "grapes": (50, "g")},
}


def recipe(rng: Random) -> Dialogue:
    """Amounts for so many people, and for others."""
    dish = rng.choice(sorted(DISHES))
    people = rng.randint(2, 6)
    amounts = DISHES[dish]

    def all_for(count: int) -> str:
        return listing(
            [_amount(each * count, unit, what) for what, (each, unit) in amounts.items()]
        )

    turns = [
        casual(rng, rng.choice([f"My recipe for {dish} for {people} people: {all_for(people)}. What do I need for {people * 2}?",
                                f"For {people} people I take {all_for(people)} for {dish}. How much for {people * 2} people?"])),
        f"For {people * 2} people: {all_for(people * 2)}.",
    ]  # fmt: skip
    for _ in range(rng.randint(1, 3)):
        count = rng.choice([n for n in range(1, 13) if n not in (people, people * 2)])
        what = rng.choice(sorted(amounts))
        each, unit = amounts[what]
        question, answer = rng.choice([
            (f"And for {count}?", f"For {count} {'person' if count == 1 else 'people'}: {all_for(count)}."),
            (f"How much {what} would {count} {'person' if count == 1 else 'people'} need?" if unit else f"How many {what} for {count}?",
             f"{_amount(each * count, unit, what)}."),
            (f"What is that per person, only the {what}?", f"{_amount(each, unit, what)} a person."),
        ])  # fmt: skip
        if question not in turns:
            turns += [casual(rng, question), answer]
    return Dialogue(tuple(turns), (dish, people, turns[-1]))


def _amount(number: int, unit: str, what: str) -> str:
    single = {"eggs": "egg", "tomatoes": "tomato", "onions": "onion", "gherkins": "gherkin",
              "carrots": "carrot", "apples": "apple", "bananas": "banana"}  # fmt: skip
    if unit:
        return f"{number} {unit} of {what}"
    return f"{number} {single[what] if number == 1 else what}"


FLATS = ("Elm Street", "Harbour Road", "Mill Lane", "Park Avenue", "Station Road", "Church Hill", "Bridge Street",
         "Garden Row", "Lake View", "Market Square")  # fmt: skip


def choice(rng: Random) -> Dialogue:
    """Flats that are compared, by one wish after the other."""
    streets = rng.sample(FLATS, rng.randint(3, 4))
    rents = rng.sample(range(500, 1500, 10), len(streets))
    sizes = rng.sample(range(28, 110), len(streets))
    flats = list(zip(streets, rents, sizes, strict=True))
    told = "\n".join(
        f"{street}: {rent} euros, {size} square metres" for street, rent, size in flats
    )
    turns = [
        casual(
            rng,
            f"I'm looking at these flats:\n{told}\n{rng.choice(['Which is the cheapest?', 'Which one has the lowest rent?'])}",
        )
    ]
    best = min(flats, key=lambda flat: flat[1])
    turns.append(f"{best[0]}, at {best[1]} euros.")
    for _ in range(rng.randint(1, 3)):
        limit = rng.choice(sorted(rents)) + 5
        fits = [flat for flat in flats if flat[1] <= limit]
        biggest = max(flats, key=lambda flat: flat[2])
        big = max(fits, key=lambda flat: flat[2])
        one, other = rng.sample(flats, 2)
        dear, cheap = max(one, other, key=lambda f: f[1]), min(one, other, key=lambda f: f[1])
        question, answer = rng.choice([
            ("And the biggest?", f"{biggest[0]}, with {biggest[2]} square metres."),
            (f"I can pay at most {limit} euros. Which is the biggest then?", f"{big[0]}, with {big[2]} square metres for {big[1]} euros."),
            (f"How many are under {limit} euros?", f"{len(fits)} of the {len(flats)}." if len(fits) > 1 else f"Only {fits[0][0]}."),
            (f"How much more is {dear[0]} than {cheap[0]}?", f"{dear[1] - cheap[1]} euros more."),
            (f"How big is the one in {one[0]}?", f"{one[2]} square metres."),
        ])  # fmt: skip
        if question not in turns:
            turns += [casual(rng, question), answer]
    return Dialogue(tuple(turns), tuple(flats))


def quiz(rng: Random) -> Dialogue:
    """Sums that the assistant asks, and the user's answers judged."""
    sums = []
    for _ in range(rng.randint(2, 4)):
        a, b = rng.randint(3, 12), rng.randint(3, 12)
        sums.append(rng.choice([(f"{a} times {b}", a * b), (f"{a * 7} plus {b * 6}", a * 7 + b * 6),
                                (f"{a * b} divided by {a}", b), (f"{a * 9 + b} minus {a * 4}", a * 5 + b)]))  # fmt: skip
    turns = [casual(rng, rng.choice(["Quiz me on sums.", "Ask me some sums, please.", "Let's practise mental arithmetic.",
                                     f"Give me {len(sums)} sums, one at a time."])),
             f"What is {sums[0][0]}?"]  # fmt: skip
    right = 0
    for place, (asked, answer) in enumerate(sums):
        given = answer if rng.random() < 0.65 else answer + rng.choice([-10, -2, -1, 1, 2, 10])
        right += given == answer
        verdict = "Right!" if given == answer else f"Not quite: {asked} is {answer}."
        more = place + 1 < len(sums)
        turns += [rng.choice([f"{given}", f"{given}?", f"I think {given}."]),
                  f"{verdict} What is {sums[place + 1][0]}?" if more else f"{verdict} You had {right} of {len(sums)}."]  # fmt: skip
    return Dialogue(tuple(turns), tuple(sums))


KINDS = (
    Kind("bill", bill, 0.8),
    Kind("agenda", agenda, 1.0),
    Kind("memory", memory, 1.0),
    Kind("recipe", recipe, 0.8),
    Kind("choice", choice, 1.0),
    Kind("quiz", quiz, 0.6),
)
