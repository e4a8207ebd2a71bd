"""Unit conversions that come out even."""
# ruff: noqa: E501 (a wording a line)

import re
from fractions import Fraction
from random import Random

from neural.domains.english.task import Kind, Task, say

# How many of the smaller make one of the larger. Only exact, everyday ones.
PAIRS = (
    ("kilometer", "meter", 1000), ("meter", "centimeter", 100), ("centimeter", "millimeter", 10),
    ("meter", "millimeter", 1000), ("kilogram", "gram", 1000), ("gram", "milligram", 1000),
    ("ton", "kilogram", 1000), ("liter", "milliliter", 1000), ("liter", "centiliter", 100),
    ("liter", "deciliter", 10), ("hour", "minute", 60), ("minute", "second", 60),
    ("day", "hour", 24), ("week", "day", 7), ("year", "month", 12), ("decade", "year", 10),
    ("century", "year", 100), ("foot", "inch", 12), ("yard", "foot", 3), ("pound", "ounce", 16),
    ("dollar", "cent", 100), ("euro", "cent", 100), ("kilobyte", "byte", 1000),
    ("megabyte", "kilobyte", 1000), ("gigabyte", "megabyte", 1000),
)  # fmt: skip
METRIC = {  # in the smallest unit of each dimension, for the way back
    "length": {"kilometer": 10**6, "meter": 1000, "centimeter": 10, "millimeter": 1},
    "mass": {"ton": 10**9, "kilogram": 10**6, "gram": 1000, "milligram": 1},
    "volume": {"liter": 1000, "deciliter": 100, "centiliter": 10, "milliliter": 1},
    "time": {"week": 604800, "day": 86400, "hour": 3600, "minute": 60, "second": 1},
    "calendar": {"century": 1200, "decade": 120, "year": 12, "month": 1},
    "old length": {"yard": 36, "foot": 12, "inch": 1},
    "old mass": {"pound": 16, "ounce": 1},
    "dollars": {"dollar": 100, "cent": 1},
    "euros": {"euro": 100, "cent": 1},
    "data": {"gigabyte": 10**9, "megabyte": 10**6, "kilobyte": 1000, "byte": 1},
}
PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries"}
SINGULARS = {plural: word for word, plural in PLURALS.items()}
MORE = {"meter": "longer", "gram": "heavier", "liter": "more", "minute": "longer", "cent": "more",
        "hour": "longer", "kilogram": "heavier", "centimeter": "longer", "milliliter": "more"}  # fmt: skip

CONVERT = (
    "How many {to} are in {n} {unit}?",
    "How many {to} are {n} {unit}?",
    "Convert {n} {unit} to {to}.",
    "What is {n} {unit} in {to}?",
    "Express {n} {unit} in {to}.",
    "How much is {n} {unit} in {to}?",
    "{n} {unit} in {to}?",
    "Change {n} {unit} into {to}.",
)


def amount(number: int | Fraction, unit: str) -> str:
    """'1 meter', '2.5 meters'; the number must end within two decimals."""
    text = (
        str(number) if isinstance(number, int) or number.denominator == 1 else f"{float(number):g}"
    )
    return f"{text} {unit if text == '1' else plural(unit)}"


def plural(unit: str) -> str:
    return PLURALS.get(unit, f"{unit}s")


def draw_down(rng: Random) -> Task:
    """From the larger unit to the smaller; sometimes a half or a quarter."""
    large, small, factor = rng.choice(PAIRS)
    number = Fraction(rng.randint(2, 40))
    if factor % 2 == 0 and rng.random() < 0.25:
        number = Fraction(rng.randint(1, 12)) + Fraction(1, 2)
    n, unit = amount(number, large).split(" ", 1)
    question = say(rng, CONVERT, n=n, unit=unit, to=plural(small))
    return Task(question, amount(number * factor, small), (large, small, str(number)))


def draw_up(rng: Random) -> Task:
    """From the smaller unit to the larger, whole numbers only."""
    large, small, factor = rng.choice(PAIRS)
    number = rng.randint(2, 30)
    question = say(rng, CONVERT, n=number * factor, unit=plural(small), to=plural(large))
    return Task(question, amount(number, large), (small, large, str(number)))


def draw_mixed(rng: Random) -> Task:
    """Two units into the smaller one: 2 hours and 15 minutes."""
    large, small, factor = rng.choice([p for p in PAIRS if p[2] <= 100 and p[0] != "euro"])
    a, b = rng.randint(1, 9), rng.randint(2, factor - 1)
    given = f"{amount(a, large)} and {amount(b, small)}"
    wordings = (
        "How many {to} are in {given}?",
        "Convert {given} to {to}.",
        "What is {given} in {to}?",
        "Express {given} in {to}.",
    )
    question = say(rng, wordings, given=given, to=plural(small))
    return Task(question, amount(a * factor + b, small), (large, small, a, b))


def draw_compare(rng: Random) -> Task:
    """Which of two amounts in different units is more."""
    large, small, factor = rng.choice([p for p in PAIRS if p[1] in MORE])
    a = rng.randint(2, 20)
    b = a * factor + rng.choice((-1, 1)) * rng.randint(1, factor - 1)
    pair = [amount(a, large), amount(b, small)]
    rng.shuffle(pair)
    wordings = (
        "Which is {more}, {x} or {y}?",
        "What is {more}: {x} or {y}?",
        "{x} or {y}: which is {more}?",
    )
    question = say(rng, wordings, more=MORE[small], x=pair[0], y=pair[1])
    return Task(question, amount(a, large) if a * factor > b else amount(b, small), (large, a, b))


def draw_temperature(rng: Random) -> Task:
    """Celsius and Fahrenheit, in steps that stay whole."""
    celsius = 5 * rng.randint(-4, 40)
    fahrenheit = celsius * 9 // 5 + 32
    scales = [(celsius, "Celsius"), (fahrenheit, "Fahrenheit")]
    rng.shuffle(scales)
    (given, scale), (result, other) = scales
    wordings = (
        "Convert {n} degrees {scale} to {other}.",
        "What is {n} degrees {scale} in {other}?",
        "How much is {n} degrees {scale} in {other}?",
    )
    question = say(rng, wordings, n=given, scale=scale, other=other)
    return Task(question, f"{result} degrees {other}", (celsius,))


def solve(question: str, context: str, answer: str) -> str:
    """Reads the amounts, turns them into the smallest unit of their dimension, and back."""
    found = re.findall(r"(\d+(?:\.\d+)?) ([a-z]+)", question.lower())
    given = [(Fraction(n), _singular(unit)) for n, unit in found]
    target = next(
        (_singular(w) for w in re.findall(r"[a-z]+", re.sub(r"\d\S* [a-z]+", "", question.lower()))
         if any(_singular(w) in table for table in METRIC.values())),
        None,
    )  # fmt: skip
    units = {unit for _, unit in given} | ({target} if target else set())
    table = next(table for table in METRIC.values() if units <= set(table))
    if target is None:
        number, unit = max(given, key=lambda pair: pair[0] * table[pair[1]])
        return amount(number, unit)
    return amount(sum(n * table[unit] for n, unit in given) / table[target], target)


def solve_temperature(question: str, context: str, answer: str) -> str:
    """The other formula: 40 is the same on both scales."""
    given = int(re.search(r"-?\d+", question)[0])
    if "degrees Celsius" in question:
        return f"{Fraction(9, 5) * (given + 40) - 40} degrees Fahrenheit"
    return f"{Fraction(5, 9) * (given + 40) - 40} degrees Celsius"


def _singular(unit: str) -> str:
    return SINGULARS.get(unit, unit.removesuffix("s"))


KINDS = (
    Kind("to-smaller", draw_down, solve, 3.0, 60),
    Kind("to-larger", draw_up, solve, 2.0, 40),
    Kind("mixed", draw_mixed, solve, 2.0, 40),
    Kind("compare", draw_compare, solve, 1.5, 20),
    Kind("temperature", draw_temperature, solve_temperature, 0.4),
)
