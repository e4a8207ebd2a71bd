"""Requests about lists of words and numbers, each with one right answer."""
# ruff: noqa: E501 (a wording a line)

import re
from collections.abc import Callable
from random import Random

from neural.domains.english.task import Kind, Task, numbers, say
from neural.domains.english.words import BOYS, CATEGORIES, GIRLS, SINGULAR

# Categories that share members in someone's eyes: never set against each other.
CLOSE = (
    {"animals", "birds"},
    {"metals", "colors"},
    {"fruits", "colors"},
    {"fruits", "trees"},
    {"fruits", "vegetables"},
    {"trees", "colors"},
    {"fruits", "drinks"},
    {"tools", "furniture"},
)
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
HEADS = ("List", "Words", "Items")
# Days and months have an order of their own, so "sort" would be unclear.
PLAIN = [name for name in CATEGORIES if name not in ("days of the week", "months")]


def words(rng: Random, low: int, high: int) -> list[str]:
    """Distinct words of one category, names, or of several categories."""
    source = rng.choice(("category", "names", "mixed"))
    if source == "names":
        table = GIRLS + BOYS
    elif source == "category":
        table = CATEGORIES[rng.choice(PLAIN)]
    else:
        table = [word for name in PLAIN for word in CATEGORIES[name]]
    return rng.sample(table, rng.randint(low, min(high, len(table))))


def asked(
    rng: Random, wordings: tuple[str, ...], items: list, answer: str, key: object = ""
) -> Task:
    """The list stands in the question or, as often, as its context."""
    shown = ", ".join(map(str, items))
    scenario = (key, *items)
    ask = say(rng, wordings, k=key)
    question = ask.startswith(("What", "Which", "How"))
    if rng.random() < 0.5:
        return Task(f"{ask}: {shown}{'?' if question else ''}", answer, scenario)
    heads = HEADS if isinstance(items[0], str) else ("List", "Numbers")
    lead = rng.choice(("", f"{rng.choice(heads)}: "))
    return Task(f"{ask}{'?' if question else '.'}", answer, scenario, lead + shown)


def shown(question: str, context: str) -> list[str]:
    """The items as they stand in the text."""
    text = context or question.rstrip("?")
    return re.sub(r"^.*: ", "", text).split(", ")


def words_kind(
    name: str, wordings: tuple[str, ...], solve: Callable[[list[str]], list[str] | str],
    low: int = 3, high: int = 6, weight: float = 1.0, draw_items: Callable | None = None,
) -> Kind:  # fmt: skip
    """A kind whose answer is a function of the list alone."""

    def result(items: list[str]) -> str:
        found = solve(items)
        return found if isinstance(found, str) else ", ".join(found)

    def draw(rng: Random) -> Task:
        items = (draw_items or words)(rng, low, high)
        return asked(rng, wordings, items, result([str(i) for i in items]))

    return Kind(name, draw, lambda q, c, a: result(shown(q, c)), weight, 24)


def digits(rng: Random, low: int, high: int) -> list[int]:
    """Distinct whole numbers."""
    return rng.sample(range(1, rng.choice((20, 100, 1000))), rng.randint(low, high))


def uneven(rng: Random, low: int, high: int) -> list[str]:
    """Words of which one is the longest and one the shortest."""
    while True:
        items = words(rng, low, high)
        sizes = sorted(map(len, items))
        if sizes[-1] > sizes[-2] and sizes[0] < sizes[1]:
            return items


def repeated(rng: Random, low: int, high: int) -> list[str]:
    """Words of which some stand twice."""
    items = words(rng, low, high)
    items += rng.sample(items, rng.randint(1, 2))
    rng.shuffle(items)
    return items


def once(items: list[str]) -> list[str]:
    return [item for i, item in enumerate(items) if item not in items[:i]]


def mixed_parity(rng: Random, low: int, high: int) -> list[int]:
    """Numbers of which some are even and some odd."""
    while True:
        items = digits(rng, low, high)
        if 0 < sum(n % 2 for n in items) < len(items):
            return items


def draw_nth(rng: Random) -> Task:
    """An item by its place."""
    items = words(rng, 4, 6)
    place = rng.choice((*range(len(items)), -1))
    key = "last" if place == -1 else ORDINALS[place]
    wordings = ("What is the {k} item in this list", "Give me the {k} word", "Which word comes {k}",
                "Name the {k} item", "Write only the {k} word of the list")  # fmt: skip
    return asked(rng, wordings, items, items[place], key)


def solve_nth(question: str, context: str, answer: str) -> str:
    items = shown(question, context)
    ask = question.split(":")[0].lower()
    for place, word in enumerate(ORDINALS):
        if word in ask:
            return items[place]
    return items[-1]


def draw_remove(rng: Random) -> Task:
    """The list without one item."""
    items = words(rng, 4, 6)
    gone = rng.choice(items)
    wordings = ("Remove {k} from the list", "Take {k} off this list", "Write the list without {k}",
                "Delete {k} from the list")  # fmt: skip
    return asked(rng, wordings, items, ", ".join(i for i in items if i != gone), gone)


def solve_remove(question: str, context: str, answer: str) -> str:
    items = shown(question, context)
    ask = question.split(":")[0].rstrip(".").split()
    kept = [item for item in items if item not in ask]
    return ", ".join(kept)


def draw_add(rng: Random) -> Task:
    """The list with one more item at an end."""
    *items, new = words(rng, 4, 6)
    front = rng.random() < 0.5
    end = "beginning" if front else "end"
    wordings = (f"Add {{k}} to the {end} of the list", f"Put {{k}} at the {end} of this list")
    return asked(rng, wordings, items, ", ".join([new, *items] if front else [*items, new]), new)


def solve_add(question: str, context: str, answer: str) -> str:
    items = shown(question, context)
    new = re.search(r"(?:Add|Put) (.+?) (?:to|at) the", question)[1]
    return ", ".join([new, *items] if "beginning" in question else [*items, new])


def draw_contains(rng: Random) -> Task:
    """Whether a word stands in the list."""
    *items, other = words(rng, 4, 7)
    key = rng.choice((other, rng.choice(items)))
    wordings = (
        "Does the list contain {k}",
        "Is {k} in this list",
        "Is {k} on the list",
        "Answer yes or no: is {k} listed here",
    )
    # These are questions, not requests, so the list is best given first.
    question = say(rng, wordings, k=key) + "?"
    lead = rng.choice(("", f"{rng.choice(HEADS)}: "))
    return Task(question, "Yes" if key in items else "No", (key, *items), lead + ", ".join(items))


def solve_contains(question: str, context: str, answer: str) -> str:
    key = re.search(
        r"(?:contain|is) (\w+)", question.replace("Is ", "is ").replace("Answer yes or no: ", "")
    )[1]
    return "Yes" if re.search(rf"\b{key}\b", context) else "No"


def apart(one: str, other: str) -> bool:
    return one != other and not any({one, other} == pair for pair in CLOSE)


def draw_odd(rng: Random) -> Task:
    """One word of another category."""
    main = rng.choice(sorted(CATEGORIES))
    other = rng.choice([name for name in sorted(CATEGORIES) if apart(main, name)])
    items = rng.sample(CATEGORIES[main], rng.randint(3, 4))
    odd = rng.choice(CATEGORIES[other])
    place = rng.randint(0, len(items))
    listed = [*items[:place], odd, *items[place:]]
    wordings = ("Which word does not belong", "Find the odd one out", "Which one is the odd one out",
                "Pick the word that does not fit", "Which of these does not belong with the others")  # fmt: skip
    return asked(rng, wordings, listed, odd, main)


def solve_odd(question: str, context: str, answer: str) -> str:
    items = shown(question, context)
    for table in CATEGORIES.values():
        others = [item for item in items if item not in table]
        if len(others) == 1:
            return others[0]
    raise ValueError("no odd one")


def draw_member(rng: Random) -> Task:
    """The one word that is of an asked category."""
    wanted = rng.choice(sorted(CATEGORIES))
    others = [name for name in sorted(CATEGORIES) if apart(wanted, name)]
    items = [rng.choice(CATEGORIES[name]) for name in rng.sample(others, 3)]
    right = rng.choice(CATEGORIES[wanted])
    place = rng.randint(0, 3)
    listed = [*items[:place], right, *items[place:]]
    wordings = ("Which of these is {k}", "Find the word that is {k}", "Which word is {k}")
    return asked(rng, wordings, listed, right, SINGULAR[wanted])


def solve_member(question: str, context: str, answer: str) -> str:
    items = shown(question, context)
    ask = question.split(":")[0].rstrip(".?")
    table = next(CATEGORIES[name] for name, word in SINGULAR.items() if ask.endswith(f" {word}"))
    (right,) = (item for item in items if item in table)
    return right


def draw_category(rng: Random) -> Task:
    """What the words of a list are."""
    name = rng.choice(sorted(CATEGORIES))
    items = rng.sample(CATEGORIES[name], rng.randint(3, 5))
    wordings = (
        "What do these words have in common",
        "What are these",
        "Name the category of these words",
    )
    return asked(rng, wordings, items, f"They are all {name}.")


def solve_category(question: str, context: str, answer: str) -> str:
    items = shown(question, context)
    name = next(name for name, table in CATEGORIES.items() if set(items) <= set(table))
    return f"They are all {name}."


def by_number(items: list[str]) -> list[str]:
    return sorted(items, key=int)


KINDS = (
    words_kind(
        "sort-words",
        ("Sort these words alphabetically", "Put these words in alphabetical order", "Sort from A to Z",
         "Arrange the words in alphabetical order", "Order these alphabetically"),
        lambda items: sorted(items, key=str.lower), weight=2.0,
    ),
    words_kind(
        "sort-numbers",
        ("Sort these numbers from smallest to largest", "Put the numbers in ascending order",
         "Order these numbers, smallest first", "Arrange these numbers from low to high"),
        by_number, draw_items=digits, weight=1.5,
    ),
    words_kind(
        "sort-down",
        ("Sort these numbers from largest to smallest", "Put the numbers in descending order",
         "Order these numbers, largest first"),
        lambda items: by_number(items)[::-1], draw_items=digits,
    ),
    words_kind(
        "reverse",
        ("Reverse the order of this list", "Write these words in reverse order", "Write the list backwards",
         "Reverse this list", "Give me the list from last to first"),
        lambda items: items[::-1], weight=1.5,
    ),
    words_kind(
        "count", ("How many items are in this list", "Count the words", "How many words are listed here",
                  "Count the items"),
        lambda items: str(len(items)), high=9,
    ),
    words_kind("longest", ("Which word is the longest", "Find the longest word", "Write only the longest word"),
               lambda items: max(items, key=len), draw_items=uneven),
    words_kind("shortest", ("Which word is the shortest", "Find the shortest word", "Write only the shortest word"),
               lambda items: min(items, key=len), draw_items=uneven),
    words_kind("largest", ("What is the largest number", "Which number is the largest", "Find the highest number"),
               lambda items: by_number(items)[-1], draw_items=digits),
    words_kind("smallest", ("What is the smallest number", "Which number is the smallest", "Find the lowest number"),
               lambda items: by_number(items)[0], draw_items=digits),
    words_kind("even", ("Which of these numbers are even", "List the even numbers", "Keep only the even numbers"),
               lambda items: [i for i in items if int(i) % 2 == 0], draw_items=mixed_parity),
    words_kind("odd", ("Which of these numbers are odd", "List the odd numbers", "Keep only the odd numbers"),
               lambda items: [i for i in items if int(i) % 2], draw_items=mixed_parity),
    words_kind("total", ("Add these numbers", "What is the sum of these numbers", "Find the total of these numbers"),
               lambda items: str(sum(numbers(" ".join(items)))), draw_items=lambda rng, low, high: rng.sample(range(1, 20), 3)),
    words_kind("dedupe", ("Remove the duplicates from this list", "List each word only once",
                          "Delete the repeated words"),
               once, draw_items=repeated),
    Kind("nth", draw_nth, solve_nth, 1.5, 24),
    Kind("remove", draw_remove, solve_remove, 1.0, 24),
    Kind("add", draw_add, solve_add, 1.0, 24),
    Kind("contains", draw_contains, solve_contains, 1.0, 24),
    Kind("odd-one-out", draw_odd, solve_odd, 2.0, 24),
    Kind("member", draw_member, solve_member, 1.5, 24),
    Kind("category", draw_category, solve_category, 1.0, 24),
)  # fmt: skip
