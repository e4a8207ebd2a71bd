"""Small objects with state: counters, buffers, registers, undo, schedules."""

from neural.domains.coding.draw import ints, lists, mixed, words
from neural.domains.coding.family import Family, invalid, missing, state

FAMILIES = [
    Family(
        signature="Counter(start: int)",
        methods=["increment() -> int", "decrement() -> int", "reset()", "value() -> int"],
        statement="A counter that begins at {start}. {increment} and {decrement} change it by 1 "
        "and "
        "return the new value, {floor} {reset} sets it back to {start}, and {value} reads it.",
        requests=[
            "Write a counter class with {increment}, {decrement} (both return the new value), "
            "{reset} to {start} and {value}; {floor}"
        ],
        params={
            "floor": {
                "free": "which may be negative.",
                "zero": "which never falls below 0: at 0 or below, {decrement} changes nothing.",
            }
        },
        inputs={"start": ints(0, 2)},
        edges=[
            ((0,), [("decrement",), ("increment",), ("value",)]),
            ((2,), [("increment",), ("increment",), ("reset",), ("value",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Stack()",
        methods=[
            "push(item: int)",
            "pop() -> int",
            "peek() -> int | None",
            "record() -> int | None",
        ],
        statement="A stack of whole numbers. {pop} removes and returns the latest one; if there is "
        "none, {empty}. {peek} looks at it, {record} tells the {extreme} number in the stack in "
        "constant time; both return {none} when it is empty.",
        requests=[
            "Implement a stack class that also knows its {extreme} number at any time in "
            "O(1) through {record}. {peek} and {record} give {none} when empty; then {pop} "
            "fails: {empty}."
        ],
        params={"extreme": {"min": "smallest", "max": "largest"}},
        errors={"empty": state("the stack is empty")},
        inputs={"item": ints(0, 9)},
        edges=[
            ((), [("pop",), ("peek",), ("record",)]),
            ((), [("push", 3), ("push", 1), ("record",), ("pop",), ("record",), ("peek",)]),
            ((), [("push", 2), ("push", 2), ("pop",), ("record",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="RingBuffer(size: int)",
        methods=["write(value: int)", "read() -> list[int]", "average() -> float | None"],
        statement="Keeps the latest {size} values that were written. {read} returns them, {order}, "
        "and {average} their mean, or {none} without any.",
        requests=[
            "Write a class that remembers the last {size} values: {write} adds one and forgets "
            "the oldest if full, {read} lists them {order}, {average} is their mean ({none} "
            "if there are none)."
        ],
        params={"order": {"oldest": "the oldest first", "newest": "the newest first"}},
        inputs={"size": ints(1, 3), "value": ints(0, 9)},
        edges=[
            ((2,), [("write", 1), ("write", 2), ("write", 3), ("read",), ("average",)]),
            ((1,), [("read",), ("average",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="UndoList()",
        methods=["add(item: str)", "undo() -> bool", "redo() -> bool", "items() -> list[str]"],
        statement="Holds texts in order, with undo. {add} appends one, {undo} takes the latest "
        "{add} "
        "back, {redo} does the latest that was taken back again; both return whether there was "
        "something to do. After {add}, {lost} {items} returns a copy of the texts.",
        requests=[
            "Build a class that holds texts, with undo and redo for {add}: {undo} and {redo} say "
            "whether "
            "they did anything, {items} copies the contents. When {add} comes after {undo}, "
            "{lost}"
        ],
        params={
            "lost": {
                "cleared": "nothing can be redone any more.",
                "kept": "what was taken back can still be redone, after the new items.",
            }
        },
        inputs={"item": words(6)},
        edges=[
            ((), [("undo",), ("redo",), ("items",)]),
            ((), [("add", "a"), ("add", "b"), ("undo",), ("items",), ("redo",), ("items",)]),
            ((), [("add", "a"), ("undo",), ("add", "b"), ("redo",), ("items",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Registry()",
        methods=[
            "register(name: str, value: int)",
            "lookup(name: str) -> int",
            "names() -> list[str]",
        ],
        statement="A register of named values. If a name is registered again, {again}. If {lookup} "
        "does not find a name, {unknown}. {names} lists the names in the order of their first "
        "registration.",
        requests=[
            "Write a registry class with {register}, {lookup} ({unknown} if missing) and "
            "{names} in order of first registration. When a name comes again, {again}."
        ],
        params={
            "again": {
                "error": "{taken}",
                "replace": "the new value replaces the old one",
                "ignore": "nothing changes",
            }
        },
        errors={"unknown": missing("nothing is called *"), "taken": invalid("* is taken")},
        inputs={"name": words(4), "value": ints(0, 9)},
        edges=[
            ((), [("register", "a", 1), ("register", "a", 2), ("lookup", "a"), ("names",)]),
            ((), [("lookup", "x"), ("names",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Clock(minutes: int)",
        methods=["add(minutes: int)", "text() -> str"],
        statement="A clock of {day} hours without date that shows {minutes} after midnight at "
        "first; {minutes} may be negative or large and wraps around. {add} moves it by {minutes}, "
        "and {text} shows the time {shown}.",
        requests=[
            "Write a {day}-hour clock class: it starts at {minutes} after midnight (any whole "
            "number, wrapping), {add} shifts it, {text} shows it {shown}."
        ],
        params={
            "day": {"24": "24", "12": "12"},
            "shown": {
                "24": "as HH:MM from 00:00 to 23:59",
                "12": "as H:MM from 1:00 to 12:59, with 12 in the place of 0",
            },
        },
        where=lambda day, shown: day == shown,
        inputs={"minutes": mixed(ints(-100, 100), ints(-3000, 3000))},
        edges=[
            ((1439,), [("add", 1), ("text",), ("add", -1), ("text",)]),
            ((-1,), [("text",)]),
            ((605,), [("text",), ("add", 720), ("text",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Polynomial(coefficients: list[int])",
        methods=["degree() -> int", "evaluate(x: int) -> int", "derivative() -> list[int]"],
        statement="A polynomial with whole {coefficients}, {order}. {degree} is the highest power "
        "with a coefficient other than 0, or -1 if there is none; {evaluate} is its value at {x} "
        "by Horner's rule, and {derivative} the coefficients of its derivative, in the same order, "
        "without needless zeros for the highest powers.",
        requests=[
            "Write a polynomial class; {coefficients} come {order}. It offers {degree} (-1 for "
            "zero), {evaluate} with Horner's rule and the {derivative}'s coefficients, with "
            "no superfluous zeros at the high end."
        ],
        params={
            "order": {"ascending": "the constant first", "descending": "the highest power first"}
        },
        inputs={"coefficients": lists(ints(-3, 3), 0, 4), "x": ints(-3, 3)},
        edges=[
            (([1, 2, 3],), [("degree",), ("evaluate", 2), ("derivative",)]),
            (([],), [("degree",), ("evaluate", 5), ("derivative",)]),
            (([0, 0],), [("degree",), ("derivative",)]),
            (([5],), [("derivative",), ("evaluate", 0)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="MovingMedian(size: int)",
        methods=["add(value: int) -> int"],
        statement="{add} takes a value and returns the {median} of the latest {size} values, or of "
        "all while there are fewer.",
        requests=[
            "Smooth a sensor with a sliding window of {size}: each {add} returns the {median} "
            "of the values in the window so far."
        ],
        params={
            "median": {
                "low": "median, of an even number of values the smaller one in the middle,",
                "high": "median, of an even number of values the larger one in the middle,",
            }
        },
        inputs={"size": ints(1, 4), "value": ints(0, 9)},
        edges=[((3,), [("add", 5), ("add", 1), ("add", 9), ("add", 2)]), ((1,), [("add", 3)])],
        cost="O(n log n)",
    ),
]
