"""Shops, bookings and lists: the assistant knows what it was told, and keeps it up to date."""
# ruff: noqa: E501 (a wording a line)

import re
from random import Random

from neural.domains.chat.dialogues.talk import DAYS, NAMES, Dialogue, Kind, casual, clock, listing

SHOPS = {
    "bike shop": ("Green Wheel", "Spoke & Chain", "Velo Corner", "The Bike Yard", "Two Wheels"),
    "bookshop": ("Paper Moon", "Page Turner", "The Reading Room", "Inkwell Books", "Leaf & Spine"),
    "garden centre": ("Rosehill", "The Potting Shed", "Green Acre", "Bloom & Root", "Fern House"),
    "music shop": ("Half Note", "Strings & Keys", "The Drum Room", "Blue Chord", "Encore"),
    "hardware store": ("Nail & Plank", "Toolbox", "Fix It", "The Workbench", "Miller's Tools"),
    "toy shop": ("Tin Soldier", "Play Lane", "The Wooden Horse", "Marbles", "Puzzle Box"),
    "tea shop": ("Oolong", "The Kettle", "Leaf & Steam", "Second Cup", "Chai House"),
    "pet shop": ("Paws", "The Kennel", "Fin & Feather", "Happy Tails", "Whiskers"),
}
UNKNOWN = (
    "Do you have parking?", "Do you sell gift cards?", "Is there a toilet for customers?",
    "Can I pay in instalments?", "Do you have a loyalty card?", "Are dogs allowed inside?",
    "Do you give discounts to students?", "Do you ship abroad?",
)  # fmt: skip


def shop(rng: Random) -> Dialogue:
    """Customers' questions, answered from the facts of the system message."""
    kind = rng.choice(sorted(SHOPS))
    name = rng.choice(SHOPS[kind])
    opens, closes = rng.randint(7, 10), rng.randint(17, 20)
    early, late = rng.randint(9, 11), rng.randint(13, 16)
    sunday = rng.random() < 0.3
    days, free = rng.choice([14, 21, 28, 30, 60]), rng.choice([30, 40, 50, 60, 80])
    cost = rng.randint(3, 7)
    system = (
        f"You answer customers of {name}, a {kind}. Open Monday to Friday from {clock(opens)} to "
        f"{clock(closes)}, Saturday from {clock(early)} to {clock(late)}, "
        f"{'Sunday from 12:00 to 16:00' if sunday else 'closed on Sunday'}. Returns within {days} "
        f"days with the receipt. Delivery costs {cost} euros and is free from {free} euros. "
        "Say so when you do not know something."
    )
    weekday = rng.choice(DAYS[:5])
    small, big = rng.randint(10, free - 1), rng.randint(free, free + 70)
    spent = rng.choice([small, big])
    fee = f"{cost} euros" if spent < free else "nothing"
    since = rng.choice([days - 5, days - 2, days + 3, days + 10])
    asked = [
        (
            [f"What time do you open on {weekday}?", f"When do you open on {weekday}s?",
             f"are you open on {weekday} at {clock(opens + 1)}?"],
            [f"On {weekday} we open at {clock(opens)}."] * 2
            + [f"Yes, on {weekday} we are open from {clock(opens)} to {clock(closes)}."],
        ),
        (
            ["And on Saturdays?", "How about Saturday?", "What are your hours on Saturday?"],
            [f"On Saturday we are open from {clock(early)} to {clock(late)}."] * 3,
        ),
        (
            ["Are you open on Sunday?", "Can I come by on Sunday?", "What about Sundays?"],
            [f"{'Yes, on Sunday we are open from 12:00 to 16:00' if sunday else 'No, we are closed on Sunday'}."] * 3,
        ),
        (
            ["How long can I return something?", "What if I don't like it, can I bring it back?",
             "What are the rules for returns?"],
            [f"You can return it within {days} days if you bring the receipt."] * 3,
        ),
        (
            [f"I bought something {since} days ago and still have the receipt. Can I return it?",
             f"Can I still bring back what I bought {since} days ago? I kept the receipt."],
            [f"Yes, returns are possible within {days} days." if since <= days else
             f"I'm sorry, no. Returns are only possible within {days} days."] * 2,
        ),
        (
            [f"What would I pay for the delivery of an order of {spent} euros?",
             f"My basket comes to {spent} euros. What does delivery cost?"],
            [f"You would pay {fee} for the delivery, "
             f"{'as it is free' if spent >= free else 'as it is free only'} from {free} euros."] * 2,
        ),
        ([rng.choice(UNKNOWN)], [f"I'm afraid I don't know that. Please ask {name} directly."]),
    ]  # fmt: skip
    key = (kind, name, opens, closes, early, late, days, free, cost)
    return Dialogue(tuple(_shop_turns(rng, name, asked)), key, system)


def _shop_turns(rng: Random, name: str, asked: list[tuple[list[str], list[str]]]) -> list[str]:
    """Some of the questions with their answers; the first does not begin in the middle."""
    turns: list[str] = []
    for questions, answers in rng.sample(asked, rng.randint(2, 4)):
        place = rng.randrange(len(questions))
        question = questions[place]
        hours = bool(turns) and re.search(r"(?i)\bopen\b|hours|\bS(?:atur|un)days?", turns[-2])
        if not hours and question.startswith(("And ", "How about", "What about")):
            question = (
                "What are your opening hours on Saturday?"
                if "Sat" in question
                else "Are you open on Sunday?"
            )
        turns += [casual(rng, question), answers[place]]
    if rng.random() < 0.4:
        turns += [rng.choice(["Great, thanks!", "Thank you, that's all.", "ok thanks"]),
                  rng.choice(["You're welcome!", f"You're welcome. See you at {name}!"])]  # fmt: skip
    return turns


PLACES = {
    "a table": ("people", 2, 9, "restaurant"),
    "a court": ("players", 2, 4, "tennis club"),
    "a meeting room": ("people", 3, 14, "office"),
    "a boat": ("people", 2, 6, "lake"),
    "a guided tour": ("visitors", 2, 20, "museum"),
    "a karaoke box": ("people", 3, 10, "bar"),
    "a rehearsal room": ("musicians", 2, 6, "studio"),
}


def booking(rng: Random) -> Dialogue:
    """A booking in pieces: what is missing is asked for, what is corrected is changed."""
    what = rng.choice(sorted(PLACES))
    unit, low, high, where = PLACES[what]
    known = {
        "day": rng.choice(DAYS),
        "time": clock(rng.randint(9, 20), rng.random() < 0.4),
        "count": str(rng.randint(low, high)),
        "name": rng.choice(NAMES),
    }
    said = {
        "day": f"on {known['day']}", "time": f"at {known['time']}",
        "count": f"for {known['count']} {unit}", "name": f"under the name {known['name']}",
    }  # fmt: skip
    given = sorted(rng.sample(["day", "time", "count"], rng.randint(0, 2)))
    request = rng.choice([f"I'd like to book {what}", f"Can I reserve {what}", f"Please book {what}",
                          f"I need {what}", f"Hi, could you note a booking of {what}"])  # fmt: skip
    request = " ".join([request, *(said[one] for one in given)])
    turns = [casual(rng, request + ("?" if request.startswith(("Can", "Hi")) else "."))]
    asks = {
        "day": ("For which day?", "Which day would suit you?"),
        "time": ("At what time?", "What time should I put down?"),
        "count": (f"For how many {unit}?", f"How many {unit} will there be?"),
        "name": ("Under which name?", "What name should I put it under?"),
    }
    missing = [one for one in ("day", "time", "count", "name") if one not in given]
    while missing:
        now = missing.pop(0)
        lead = (
            rng.choice(["", "Gladly. ", "Sure. "])
            if len(turns) == 1
            else rng.choice(["", "Noted. "])
        )
        reply = (
            known[now]
            if now != "count"
            else rng.choice([known[now], f"{known[now]} of us", f"we are {known[now]}"])
        )
        more = ""
        if missing and missing[0] != "name" and rng.random() < 0.3:
            more = f", {said[missing.pop(0)]}"
        turns += [lead + rng.choice(asks[now]), casual(rng, reply + more)]

    turns.append(f"{_summary(what, unit, known)}. Is that right?")
    for _ in range(rng.choice([0, 1, 1, 2])):
        wrong = rng.choice(["day", "time", "count"])
        old = known[wrong]
        while known[wrong] == old:
            known[wrong] = {"day": rng.choice(DAYS), "time": clock(rng.randint(9, 20), rng.random() < 0.4),
                            "count": str(rng.randint(low, high))}[wrong]  # fmt: skip
        new = known[wrong]
        text = {"day": f"{new}, not {old}", "time": f"make it {new}", "count": f"there will be {new} of us"}[wrong]  # fmt: skip
        turns += [casual(rng, rng.choice([f"No, {text}.", f"Sorry, {text}.", f"Almost, {text}."])),
                  f"{_summary(what, unit, known)}. Is that right now?"]  # fmt: skip
    turns += [rng.choice(["Yes.", "yes, perfect", "That's right.", "Correct, thank you."]),
              rng.choice([f"Thank you, {known['name']}. I have noted it.", "Good, it is noted."])]  # fmt: skip
    return Dialogue(tuple(turns), (where, *known.values()))


def _summary(what: str, unit: str, known: dict[str, str]) -> str:
    return (
        f"{what[0].upper()}{what[1:]} on {known['day']} at {known['time']} for {known['count']} "
        f"{unit}, under the name {known['name']}"
    )


THINGS = {
    "shopping": "milk eggs bread butter apples rice onions coffee tea cheese tomatoes pasta salt soap "
    "lemons carrots flour honey yoghurt potatoes paper batteries candles olives beans",
    "packing": "socks towel charger passport toothbrush sunglasses book umbrella jacket boots camera "
    "tickets headphones map torch scarf swimsuit pyjamas hat pillow comb",
    "to-do": "dishes laundry ironing taxes dusting vacuuming mowing letters invoices backup filing "
    "watering cooking rehearsal homework",
}  # fmt: skip


def lists(rng: Random) -> Dialogue:
    """A list that is kept: things come, go, and are counted."""
    kind = rng.choice(sorted(THINGS))
    pool = rng.sample(THINGS[kind].split(), 10)
    held = [pool.pop() for _ in range(rng.randint(2, 4))]
    first = listing(held)
    turns = [
        casual(rng, rng.choice([f"Start a {kind} list with {first}.", f"Put {first} on my {kind} list.",
                                f"My {kind} list: {first}.", f"Please keep a {kind} list for me: {first}."])),
        f"Your {kind} list: {', '.join(held)}.",
    ]  # fmt: skip
    for _ in range(rng.randint(2, 5)):
        act = rng.choice(["add", "add", "drop", "count", "has", "show", "swap"])
        fits = {"add": len(pool) > 2, "drop": len(held) > 2, "swap": bool(pool)}
        if fits.get(act, True):
            turns += _list_turns(rng, act, kind, held, pool)
    return Dialogue(
        tuple(casual(rng, t) if n % 2 == 0 else t for n, t in enumerate(turns)),
        (kind, first, *held),
    )


def _list_turns(rng: Random, act: str, kind: str, held: list[str], pool: list[str]) -> list[str]:
    """What is said to change the list or to ask for it, and the answer."""
    if act == "add":
        new = [pool.pop() for _ in range(rng.randint(1, 2))]
        held += new
        asks = [f"Add {listing(new)}.", f"Also {listing(new)}.", f"I need {listing(new)} too."]
    elif act == "drop":
        gone = held.pop(rng.randrange(len(held)))
        asks = [f"Take {gone} off.", f"I don't need {gone} any more.", f"Remove {gone}."]
    elif act == "swap":
        place, new = rng.randrange(len(held)), pool.pop()
        asks = [f"Replace {held[place]} by {new}.", f"{new} instead of {held[place]}, please."]
        held[place] = new
    elif act == "count":
        asks = [
            "How many things are on it?",
            "How long is the list now?",
            "How many items is that?",
        ]
        return [rng.choice(asks), f"There are {len(held)} things on it."]
    elif act == "has":
        asked = rng.choice([rng.choice(held), pool[-1]])
        asks = [f"Did I have {asked} on it?", f"Is {asked} on the list?"]
        told = f"Yes, {asked} is on it." if asked in held else f"No, {asked} is not on it."
        return [rng.choice(asks), told]
    else:
        asks = ["Read it to me.", "What do I have now?", "Show me the list."]
    return [rng.choice(asks), f"Your {kind} list: {', '.join(held)}."]


KINDS = (Kind("shop", shop, 1.2), Kind("booking", booking, 1.2), Kind("list", lists, 1.0))
