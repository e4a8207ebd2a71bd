"""The word problems of arithmetic: how each is told, with which numbers, and how it is solved."""
# ruff: noqa: E501 (a wording a line)

from typing import NamedTuple


class Story(NamedTuple):
    """A word problem: wordings, ranges of its numbers, steps ("a - b", r is the last result)."""

    name: str
    wordings: tuple[str, ...]
    ranges: dict[str, tuple[int, int]]
    steps: tuple[str, ...]
    end: str


def story(name: str, ranges: str, steps: str, end: str, *wordings: str) -> Story:
    """`ranges` as "a 5-40, b 2-9", `steps` as "a - b; r - c"."""
    parsed = {}
    for part in ranges.split(", "):
        variable, span = part.split()
        low, high = span.split("-")
        parsed[variable] = (int(low), int(high))
    return Story(name, wordings, parsed, tuple(steps.split("; ")), end)


STORIES = (
    story(
        "give-away",
        "a 6-60, b 2-40",
        "a - b",
        "{name} has {r} {things} left.",
        "{name} has {a} {things} and gives {b} of them to {friend}. How many {things} does {name} have left?",
        "{name} had {a} {things}. {He} gave {b} to {friend}. How many are left?",
        "If {name} has {a} {things} and gives away {b}, how many {things} are left?",
        "How many {things} does {name} have left after giving {b} of {his} {a} {things} to {friend}?",
    ),
    story(
        "together",
        "a 3-60, b 3-60",
        "a + b",
        "Together they have {r} {things}.",
        "{name} has {a} {things} and {friend} has {b}. How many do they have together?",
        "{name} has {a} {things}. {friend} has {b} {things}. How many {things} do they have in total?",
        "How many {things} do {name} and {friend} have together if {name} has {a} and {friend} has {b}?",
    ),
    story(
        "find-more",
        "a 3-50, b 2-30",
        "a + b",
        "{name} now has {r} {things}.",
        "{name} has {a} {things} and gets {b} more from {friend}. How many does {he} have now?",
        "{friend} gives {name} {b} {things}. {name} already had {a}. How many does {name} have now?",
        "{name} had {a} {things} and then bought {b} more. How many {things} does {he} have now?",
    ),
    story(
        "boxes",
        "a 2-12, b 3-12",
        "a x b",
        "There are {r} {things}.",
        "There are {a} boxes with {b} {things} in each box. How many {things} are there?",
        "{name} packs {a} boxes. Each box holds {b} {things}. How many {things} is that?",
        "Each bag holds {b} {things}. How many {things} are in {a} bags?",
        "How many {things} are in {a} bags of {b}?",
    ),
    story(
        "share",
        "a 6-96, b 2-9",
        "a / b",
        "Each gets {r} {things}.",
        "{name} shares {a} {things} equally among {b} friends. How many does each friend get?",
        "{a} {things} are shared equally by {b} children. How many {things} does each child get?",
        "If {b} people share {a} {things} equally, how many does each person get?",
    ),
    story(
        "pack",
        "a 8-96, b 2-9",
        "a / b",
        "{name} needs {r} bags.",
        "{name} puts {a} {things} into bags of {b}. How many bags does {he} need?",
        "A bag holds {b} {things}. How many bags does {name} need for {a} {things}?",
        "How many bags does {name} need to pack {a} {things}, {b} to a bag?",
    ),
    story(
        "price",
        "a 2-9, b 2-15",
        "a x b",
        "It costs {r} dollars.",
        "A ticket costs {b} dollars. How much do {a} tickets cost?",
        "{name} buys {a} notebooks for {b} dollars each. How much is that in total?",
        "One cake is {b} dollars. What is the price of {a} cakes?",
        "How many dollars does {name} pay for {a} T-shirts at {b} dollars each?",
    ),
    story(
        "spend-and-keep",
        "a 2-9, b 2-12, c 20-100",
        "a x b; c - r",
        "{name} has {r} dollars left.",
        "{name} has {c} dollars and buys {a} sandwiches at {b} dollars each. How much money does {he} have left?",
        "{name} had {c} dollars and bought {a} books that cost {b} dollars each. How much is left?",
        "A ticket costs {b} dollars. {name} has {c} dollars and buys {a}. How many dollars are left?",
    ),
    story(
        "total-price",
        "a 2-60, b 2-60",
        "a + b",
        "{name} pays {r} dollars.",
        "{name} buys a book for {a} dollars and a lamp for {b} dollars. How much does {he} pay?",
        "A shirt costs {a} dollars and a hat costs {b} dollars. How much does {name} pay for both?",
        "How much does {name} pay for a plant at {a} dollars and a vase at {b} dollars?",
    ),
    story(
        "savings",
        "a 10-90, b 5-60",
        "a - b",
        "{name} has {r} dollars left.",
        "{name} has {a} dollars and spends {b}. How much money is left?",
        "{name} saved {a} dollars. {He} buys a game for {b} dollars. How much does {he} have left?",
        "If {name} has {a} dollars and spends {b} dollars on lunch, how much is left?",
    ),
    story(
        "save-weekly",
        "a 2-15, b 3-12",
        "a x b",
        "{name} saves {r} dollars.",
        "{name} saves {a} dollars a week. How much does {he} save in {b} weeks?",
        "How much money does {name} save in {b} weeks if {he} saves {a} dollars every week?",
        "Every week {name} puts {a} dollars aside. How many dollars is that after {b} weeks?",
    ),
    story(
        "save-goal",
        "a 20-120, b 2-10",
        "a / b",
        "It takes {r} weeks.",
        "{name} wants a jacket that costs {a} dollars and saves {b} dollars a week. How many weeks does it take?",
        "{name} saves {b} dollars a week. How many weeks does {he} need to save {a} dollars?",
    ),
    story(
        "older",
        "a 5-60, b 2-20",
        "a + b",
        "{name} is {r} years old.",
        "{friend} is {a} years old. {name} is {b} years older. How old is {name}?",
        "{name} is {b} years older than {friend}, who is {a}. How old is {name}?",
    ),
    story(
        "younger",
        "a 15-70, b 2-12",
        "a - b",
        "{name} is {r} years old.",
        "{friend} is {a} years old. {name} is {b} years younger. How old is {name}?",
        "{name} is {b} years younger than {friend}, who is {a}. How old is {name}?",
    ),
    story(
        "age-later",
        "a 5-60, b 2-30",
        "a + b",
        "{name} will be {r} years old.",
        "{name} is {a} years old. How old will {he} be in {b} years?",
        "How old will {name} be in {b} years if {he} is {a} now?",
    ),
    story(
        "bus",
        "a 10-50, b 2-9, c 2-15",
        "a - b; r + c",
        "{r} people are on the bus now.",
        "{a} people are on a bus. At the next stop {b} get off and {c} get on. How many are on the bus now?",
        "A bus carries {a} people. {b} get off and then {c} get on. How many people are on the bus now?",
    ),
    story(
        "two-gifts",
        "a 15-70, b 2-12, c 2-12",
        "a - b; r - c",
        "{name} has {r} {things} left.",
        "{name} has {a} {things}. {He} gives {b} to {friend} and {c} to a neighbor. How many are left?",
        "{name} had {a} {things}, lost {b} and gave away {c}. How many {things} does {he} have left?",
    ),
    story(
        "boxes-and-loose",
        "a 2-9, b 3-12, c 2-20",
        "a x b; r + c",
        "{name} has {r} {things}.",
        "{name} has {a} boxes of {b} {things} and {c} loose ones. How many {things} does {he} have?",
        "There are {b} {things} in each of {name}'s {a} boxes, and {he} has {c} more. How many in total?",
    ),
    story(
        "boxes-minus",
        "a 2-9, b 3-12, c 2-15",
        "a x b; r - c",
        "{r} {things} are left.",
        "{name} buys {a} bags of {b} {things} and uses {c} of them. How many {things} are left?",
        "There are {a} trays with {b} {things} each. {name} takes {c}. How many are left?",
    ),
    story(
        "join-and-share",
        "a 4-40, b 4-40, c 2-6",
        "a + b; r / c",
        "Each gets {r} {things}.",
        "{name} has {a} {things} and {friend} has {b}. They share them equally among {c} children. How many does each child get?",
        "{a} {things} and {b} more are shared equally by {c} people. How many does each person get?",
    ),
    story(
        "travel",
        "a 2-9, b 30-120",
        "a x b",
        "That is {r} kilometers.",
        "A train goes {b} kilometers an hour. How far does it go in {a} hours?",
        "{name} drives {b} kilometers an hour for {a} hours. How many kilometers is that?",
        "How far does a car get in {a} hours at {b} kilometers an hour?",
    ),
    story(
        "speed",
        "a 80-480, b 2-8",
        "a / b",
        "The speed is {r} kilometers an hour.",
        "A bus goes {a} kilometers in {b} hours. What is its speed?",
        "{name} drives {a} kilometers in {b} hours. How many kilometers an hour is that?",
    ),
    story(
        "pages-left",
        "a 60-300, b 15-200",
        "a - b",
        "{name} has {r} pages left.",
        "{name} is reading a book of {a} pages. {He} has read {b}. How many pages are left?",
        "A book has {a} pages and {name} has read {b} of them. How many pages does {he} still have to read?",
    ),
    story(
        "pages-daily",
        "a 20-240, b 4-20",
        "a / b",
        "It takes {r} days.",
        "{name} reads {b} pages a day. How many days does a book of {a} pages take?",
        "How many days does {name} need for {a} pages at {b} pages a day?",
    ),
    story(
        "legs",
        "a 2-12, b 2-12",
        "a x 4; b x 2; p + r",
        "There are {r} legs.",
        "A farm has {a} cows and {b} hens. How many legs do they have together?",
        "How many legs do {a} dogs and {b} ducks have in total?",
    ),
    story(
        "rows",
        "a 3-15, b 4-15",
        "a x b",
        "There are {r} chairs.",
        "A hall has {a} rows of {b} chairs. How many chairs are there?",
        "There are {a} rows with {b} chairs in each row. How many chairs is that?",
    ),
    story(
        "rectangle-area",
        "a 2-15, b 2-15",
        "a x b",
        "The area is {r} square meters.",
        "A room is {a} meters long and {b} meters wide. What is its area?",
        "What is the area of a garden of {a} by {b} meters?",
    ),
    story(
        "rectangle-around",
        "a 2-30, b 2-30",
        "a + b; r x 2",
        "The perimeter is {r} meters.",
        "A garden is {a} meters long and {b} meters wide. What is its perimeter?",
        "What is the perimeter of a field of {a} by {b} meters?",
    ),
    story(
        "temperature",
        "a 2-25, b 2-12",
        "a + b",
        "It is {r} degrees.",
        "It was {a} degrees in the morning and is {b} degrees warmer now. What is the temperature now?",
        "The temperature was {a} degrees and rose by {b}. What is it now?",
    ),
    story(
        "more-than",
        "a 8-60, b 2-50",
        "a - b",
        "{name} has {r} more {things}.",
        "{name} has {a} {things} and {friend} has {b}. How many more does {name} have?",
        "{friend} has {b} {things} and {name} has {a}. How many more {things} does {name} have than {friend}?",
    ),
    story(
        "times-as-many",
        "a 2-30, b 2-9",
        "a x b",
        "{name} has {r} {things}.",
        "{friend} has {a} {things}. {name} has {b} times as many. How many does {name} have?",
        "{name} has {b} times as many {things} as {friend}, who has {a}. How many {things} does {name} have?",
    ),
)
