"""Sums, and word problems whose answer shows each step."""
# ruff: noqa: E501 (a wording a line)

import re
from collections.abc import Callable
from random import Random

from neural.domains.english.stories import STORIES, Story
from neural.domains.english.task import Kind, Task, numbers, say
from neural.domains.english.words import BOYS, GIRLS, table

OPERATORS: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "x": lambda a, b: a * b,
    "/": lambda a, b: a // b,
}
THINGS = table(
    "apples pears marbles stickers stamps pencils books cards coins shells buttons cookies balloons "
    "postcards eggs oranges photos beads plums muffins"
)


def work(steps: tuple[str, ...], values: dict[str, int]) -> list[tuple[int, str, int, int]] | None:
    """The steps as (left, operator, right, result); None where one is not a whole number > 1."""
    known, done = dict(values), []
    for step in steps:
        left, operator, right = step.split()
        a, b = (known[x] if x in known else int(x) for x in (left, right))
        result = OPERATORS[operator](a, b)
        if result < 2 or (operator == "/" and a % b):
            return None
        done.append((a, operator, b, result))
        known["p"], known["r"] = known.get("r", 0), result
    return done


def draw_story(told: Story, rng: Random) -> Task:
    """A word problem with numbers that come out even."""
    done = None
    while not done:
        values = {name: rng.randint(*span) for name, span in told.ranges.items()}
        done = work(told.steps, values)
    girl = rng.random() < 0.5
    name = rng.choice(GIRLS if girl else BOYS)
    friend = rng.choice([n for n in GIRLS + BOYS if n != name])
    he, his = ("she", "her") if girl else ("he", "his")
    things = rng.choice(THINGS)
    words = dict(name=name, friend=friend, he=he, He=he.title(), his=his, things=things)
    question = say(rng, told.wordings, **values, **words)
    shown = ". ".join(f"{a} {operator} {b} = {r}" for a, operator, b, r in done)
    end = told.end.format(**{**values, **words, "r": done[-1][3]})
    return Task(question, f"{shown}. {end}", tuple(sorted(values.items())))


def solve_story(question: str, context: str, answer: str) -> str:
    """Recomputes every equation of the answer from the numbers of the question."""
    known = numbers(question)
    unused = list(known)
    if re.search(r"\b(cows|dogs)\b", question):
        known += [4, 2]
    if "perimeter" in question:
        known += [2]
    fixed, result = [], 0
    equations = re.findall(r"(\d+) ([-+x/]) (\d+) = (\d+)", answer)
    for left, operator, right, _ in equations:
        a, b = int(left), int(right)
        for number in (a, b):
            if number not in known:
                return f"an answer that uses {number} only where the question gives it"
            if number in unused:
                unused.remove(number)
        result = OPERATORS[operator](a, b)
        if operator == "/" and a % b:
            return f"a whole number instead of {a} / {b}"
        known.append(result)
        fixed.append(f"{a} {operator} {b} = {result}")
    if not equations or unused:
        return f"an answer that uses all numbers of the question (not used: {unused})"
    end = re.sub(r"\d+", str(result), answer.split(". ")[-1])
    return ". ".join(fixed) + f". {end}"


SUMS = {
    "add": (
        (2, 99, 2, 99),
        (
            "What is {a} + {b}?",
            "{a} plus {b}?",
            "Add {a} and {b}.",
            "What is the sum of {a} and {b}?",
            "Calculate {a} + {b}.",
            "How much is {a} plus {b}?",
            "What do you get when you add {b} to {a}?",
        ),
        lambda a, b: a + b,
    ),
    "subtract": (
        (2, 99, 2, 99),
        (
            "What is {a} - {b}?",
            "{a} minus {b}?",
            "Subtract {b} from {a}.",
            "How much is {a} minus {b}?",
            "Take {b} away from {a}.",
            "What is the difference between {a} and {b}?",
        ),
        lambda a, b: a - b if a > b else None,
    ),
    "multiply": (
        (2, 12, 2, 15),
        (
            "What is {a} x {b}?",
            "{a} times {b}?",
            "Multiply {a} by {b}.",
            "How much is {a} times {b}?",
            "What is the product of {a} and {b}?",
            "Calculate {a} x {b}.",
        ),
        lambda a, b: a * b,
    ),
    "divide": (
        (4, 144, 2, 12),
        (
            "What is {a} / {b}?",
            "Divide {a} by {b}.",
            "How much is {a} divided by {b}?",
            "{a} divided by {b}?",
            "How many times does {b} go into {a}?",
        ),
        lambda a, b: a // b if a % b == 0 and a > b else None,
    ),
    "percent": (
        (1, 10, 1, 40),
        ("What is {a}0% of {b}0?", "How much is {a}0 percent of {b}0?", "Calculate {a}0% of {b}0."),
        lambda a, b: a * b,
    ),
    "missing": (
        (2, 60, 2, 99),
        (
            "What number plus {a} makes {b}?",
            "{a} + ? = {b}. What is the missing number?",
            "What must I add to {a} to get {b}?",
            "How much is missing from {a} to {b}?",
        ),
        lambda a, b: b - a if b > a else None,
    ),
    "larger": (
        (2, 999, 2, 999),
        (
            "Which is larger, {a} or {b}?",
            "Which number is bigger: {a} or {b}?",
            "What is the greater of {a} and {b}?",
        ),
        lambda a, b: max(a, b) if a != b else None,
    ),
    "sequence": (
        (1, 40, 2, 12),
        (
            "What number comes next: {s}?",
            "Continue the sequence with one number: {s}",
            "{s}: what is the next number?",
            "Which number follows? {s}",
        ),
        lambda a, b: a + 4 * b,
    ),
}


def draw_sum(rng: Random) -> Task:
    """A bare calculation."""
    name = rng.choice(sorted(SUMS))
    (low_a, high_a, low_b, high_b), wordings, compute = SUMS[name]
    result = None
    while result is None:
        a, b = rng.randint(low_a, high_a), rng.randint(low_b, high_b)
        result = compute(a, b)
    sequence = ", ".join(str(a + i * b) for i in range(4))
    pair = sorted((a, b)) if name in ("add", "multiply", "larger") else (a, b)
    return Task(say(rng, wordings, a=a, b=b, s=sequence), str(result), (name, *pair))


def solve_sum(question: str, context: str, answer: str) -> str:
    """Reads the operation from the words of the question."""
    q, n = question.lower(), numbers(question)
    if re.search(r"next|follows|continue", q):
        return str(n[-1] + (n[1] - n[0]))
    if re.search(r"larger|bigger|greater", q):
        return str(max(n))
    if re.search(r"missing|must i add|what number plus", q):
        return str(n[1] - n[0])
    if re.search(r"percent|%", q):
        return str(n[0] * n[1] // 100)
    if re.search(r"divide|how many times does| / ", q):
        a, b = (n[1], n[0]) if "go into" in q else (n[0], n[1])
        return str(a // b) if a % b == 0 else "a whole number"
    if re.search(r"times|multiply|product| x ", q):
        return str(n[0] * n[1])
    if re.search(r"minus|subtract|take|difference| - ", q):
        return str(abs(n[0] - n[1]))
    return str(n[0] + n[1])


KINDS = (
    Kind("sum", draw_sum, solve_sum, weight=2.0, groups=120),
    *(
        Kind(told.name, lambda rng, told=told: draw_story(told, rng), solve_story, 0.2)
        for told in STORIES
    ),
)
