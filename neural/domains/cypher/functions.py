"""Functions of one property: how Cypher writes them, how people say them, what they give."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True)
class Function:
    """`cypher` has the property for {}; `english` has its noun for {}. `roles`: where people use
    it, in a column (c), to sort (s), to group (g), to aggregate (a), in a condition (w)."""

    name: str
    takes: tuple[str, ...]
    gives: str
    cypher: str
    english: tuple[str, ...]
    alias: str
    group: str  # string, list, math, temporal, spatial, scalar
    roles: str
    python: Callable = field(compare=False)  # the same in Python, by which queries are checked


ROLES = {
    "size": "csaw",
    "words": "csaw",
    "toUpper": "cw",
    "toLower": "cw",
    "left": "cg",
    "split": "cgw",
    "year": "csgw",
    "month": "cgw",
    "day": "cw",
    "quarter": "cgw",
    "hour": "cgw",
    "weekday": "cgw",
    "days until": "csa",
    "count items": "csaw",
    "head": "cgw",
    "last": "cw",
    "latitude": "csa",
    "longitude": "csa",
}


def _half_up(number: float) -> float:
    return float(math.floor(number + 0.5))


PYTHON = {
    "size": len,
    "toUpper": str.upper,
    "toLower": str.lower,
    "left": lambda text: text[:3],
    "right": lambda text: text[-4:],
    "substring": lambda text: text[1:4],
    "replace": lambda text: text.replace(" ", "-"),
    "split": lambda text: text.split(" ")[0],
    "words": lambda text: len(text.split(" ")),
    "reverse": lambda text: text[::-1],
    "trim": str.strip,
    "round": _half_up,
    "floor": math.floor,
    "ceil": math.ceil,
    "abs": abs,
    "sqrt": lambda number: math.sqrt(number) if number >= 0 else math.nan,
    "sign": lambda number: (number > 0) - (number < 0),
    "double": lambda number: number * 2,
    "tenth": lambda number: number / 10,
    "remainder": lambda number: int(math.fmod(number, 10)),
    "square": lambda number: number**2,
    "toString": str,
    "toInteger": int,
    "toFloat": float,
    "year": lambda day: day.year,
    "month": lambda day: day.month,
    "day": lambda day: day.day,
    "quarter": lambda day: (day.month + 2) // 3,
    "hour": lambda time: time.hour,
    "minute": lambda time: time.minute,
    "weekday": lambda day: day.isoweekday(),
    "week later": lambda day: day + timedelta(days=7),
    "days until": lambda day: (date(2025, 1, 1) - day).days,
    "latitude": lambda point: point.latitude,
    "longitude": lambda point: point.longitude,
    "count items": len,
    "head": lambda items: items[0],
    "last": lambda items: items[-1],
    "slice": lambda items: items[:2],
    "comprehension": lambda items: tuple(item.upper() for item in items),
    "long items": lambda items: tuple(item for item in items if len(item) > 5),
    "reduce": lambda items: sum(map(len, items)),
    "tail": lambda items: items[1:],
}


def _f(group: str, name: str, takes: str, gives: str, cypher: str, alias: str, *english: str):
    kinds = tuple(takes.split(","))
    return Function(
        name, kinds, gives, cypher, english, alias, group, ROLES.get(name, "c"), PYTHON[name]
    )


FUNCTIONS = (
    # Text
    _f("string", "size", "STRING", "INTEGER", "size({})", "length",
       "length of the {}", "number of characters in the {}"),
    _f("string", "toUpper", "STRING", "STRING", "toUpper({})", "upper",
       "{} in upper case", "{} in capitals", "{} in capital letters"),
    _f("string", "toLower", "STRING", "STRING", "toLower({})", "lower",
       "{} in lower case", "{} in small letters"),
    _f("string", "left", "STRING", "STRING", "left({}, 3)", "start",
       "first three letters of the {}", "first 3 characters of the {}"),
    _f("string", "right", "STRING", "STRING", "right({}, 4)", "ending",
       "last four letters of the {}", "last 4 characters of the {}"),
    _f("string", "substring", "STRING", "STRING", "substring({}, 1, 3)", "middle",
       "second to fourth letter of the {}", "{} from its second to its fourth letter"),
    _f("string", "replace", "STRING", "STRING", "replace({}, ' ', '-')", "hyphenated",
       "{} with hyphens for spaces", "{} with every space replaced by a hyphen"),
    _f("string", "split", "STRING", "STRING", "split({}, ' ')[0]", "firstWord",
       "first word of the {}"),
    _f("string", "words", "STRING", "INTEGER", "size(split({}, ' '))", "words",
       "number of words in the {}"),
    _f("string", "reverse", "STRING", "STRING", "reverse({})", "reversed",
       "{} spelled backwards", "{} in reverse"),
    _f("string", "trim", "STRING", "STRING", "trim({})", "trimmed",
       "{} without spaces around it", "trimmed {}"),
    # Numbers
    _f("math", "round", "FLOAT", "FLOAT", "round({})", "rounded",
       "rounded {}", "{} rounded to a whole number"),
    _f("math", "floor", "FLOAT", "FLOAT", "floor({})", "floor", "{} rounded down"),
    _f("math", "ceil", "FLOAT", "FLOAT", "ceil({})", "ceiling", "{} rounded up"),
    _f("math", "abs", "INTEGER,FLOAT", "FLOAT", "abs({})", "absolute",
       "absolute {}", "absolute value of the {}"),
    _f("math", "sqrt", "INTEGER,FLOAT", "FLOAT", "sqrt({})", "root", "square root of the {}"),
    _f("math", "sign", "INTEGER,FLOAT", "INTEGER", "sign({})", "sign", "sign of the {}"),
    _f("math", "double", "INTEGER,FLOAT", "FLOAT", "{} * 2", "doubled",
       "{} doubled", "double the {}"),
    _f("math", "tenth", "INTEGER,FLOAT", "FLOAT", "{} / 10.0", "tenth", "tenth of the {}"),
    _f("math", "remainder", "INTEGER", "INTEGER", "{} % 10", "lastDigit", "last digit of the {}"),
    _f("math", "square", "INTEGER,FLOAT", "FLOAT", "{} ^ 2", "squared",
       "square of the {}", "{} squared"),
    _f("scalar", "toString", "INTEGER,FLOAT,DATE", "STRING", "toString({})", "text",
       "{} as text", "{} as a string"),
    _f("scalar", "toInteger", "FLOAT", "INTEGER", "toInteger({})", "whole",
       "{} as an integer", "whole part of the {}"),
    _f("scalar", "toFloat", "INTEGER", "FLOAT", "toFloat({})", "decimal",
       "{} as a decimal number", "{} as a float"),
    # Time
    _f("temporal", "year", "DATE,DATETIME", "INTEGER", "{}.year", "year", "year of the {}"),
    _f("temporal", "month", "DATE,DATETIME", "INTEGER", "{}.month", "month",
       "month of the {}"),
    _f("temporal", "day", "DATE,DATETIME", "INTEGER", "{}.day", "day",
       "day of the month of the {}"),
    _f("temporal", "quarter", "DATE,DATETIME", "INTEGER", "{}.quarter", "quarter",
       "quarter of the {}"),
    _f("temporal", "hour", "DATETIME", "INTEGER", "{}.hour", "hour", "hour of the {}"),
    _f("temporal", "minute", "DATETIME", "INTEGER", "{}.minute", "minute", "minute of the {}"),
    _f("temporal", "weekday", "DATE,DATETIME", "INTEGER", "{}.dayOfWeek", "weekday",
       "day of the week of the {}"),
    _f("temporal", "week later", "DATE", "DATE", "{} + duration('P7D')", "weekLater",
       "day one week after the {}", "date seven days after the {}"),
    _f("temporal", "days until", "DATE", "INTEGER",
       "duration.inDays({}, date('2025-01-01')).days", "days",
       "number of days from the {} to 2025-01-01", "days between the {} and 2025-01-01"),
    # Places
    _f("spatial", "latitude", "POINT", "FLOAT", "{}.latitude", "latitude", "latitude of the {}"),
    _f("spatial", "longitude", "POINT", "FLOAT", "{}.longitude", "longitude",
       "longitude of the {}"),
    # Lists
    _f("list", "count items", "LIST<STRING>", "INTEGER", "size({})", "items", "number of {}"),
    _f("list", "head", "LIST<STRING>", "STRING", "head({})", "first", "first of the {}"),
    _f("list", "last", "LIST<STRING>", "STRING", "last({})", "last", "last of the {}"),
    _f("list", "slice", "LIST<STRING>", "LIST<STRING>", "{}[0..2]", "firstTwo",
       "first two of the {}"),
    _f("list", "comprehension", "LIST<STRING>", "LIST<STRING>", "[item IN {} | toUpper(item)]",
       "items", "{} in upper case", "{}, each in capitals"),
    _f("list", "long items", "LIST<STRING>", "LIST<STRING>", "[item IN {} WHERE size(item) > 5]",
       "items", "{} of more than five characters"),
    _f("list", "reduce", "LIST<STRING>", "INTEGER",
       "reduce(total = 0, item IN {} | total + size(item))", "characters",
       "number of characters in all {} together"),
    _f("list", "tail", "LIST<STRING>", "LIST<STRING>", "tail({})", "others",
       "{} except the first"),
)  # fmt: skip
