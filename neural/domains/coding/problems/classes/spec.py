"""Small objects with state: accounts, caches, buffers, registers, undo, schedules."""

from neural.domains.coding.draw import ints, lists, mixed, one_of, words
from neural.domains.coding.family import Family, custom, invalid, missing, state

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
        signature="Thermostat(low: int, high: int)",
        methods=["update(temperature: int) -> bool"],
        statement="Switches a {device} with a dead band. It is off at first. {update} is told the "
        "temperature and returns whether the {device} is on: it goes on {on}, off {off}, and "
        "otherwise stays as it is. {low} is below {high}.",
        requests=[
            "Write a thermostat for a {device} with hysteresis, initially off: {update} "
            "returns whether it runs. It starts {on} and stops {off}; in between nothing "
            "changes."
        ],
        params={
            "device": {"heater": "heater", "cooler": "cooler"},
            "on": {"heater": "below {low}", "cooler": "above {high}"},
            "off": {"heater": "above {high}", "cooler": "below {low}"},
        },
        where=lambda device, on, off: device == on == off,
        inputs={"low": ints(16, 19), "high": ints(20, 22), "temperature": ints(14, 24)},
        edges=[
            ((18, 22), [("update", 17), ("update", 20), ("update", 23), ("update", 20)]),
            ((18, 22), [("update", 18), ("update", 22)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Matchmaker(gap: int)",
        methods=["join(name: str, level: int) -> str | None", "waiting() -> list[str]"],
        statement="Pairs players. {join} looks for a waiting player whose {level} differs by at "
        "most "
        "{gap} and takes {which}; it returns that name and the two are gone. If there is none, the "
        "new player waits and {none} is returned. {waiting} lists the names, longest waiting "
        "first.",
        requests=[
            "Write a lobby class: {join} returns the opponent, {which} among the waiting "
            "within {gap} levels, who then leaves the queue; otherwise the player waits and "
            "gets {none}. {waiting} lists who waits, in order."
        ],
        params={
            "which": {
                "longest": "the one who has waited longest",
                "closest": "the one whose level is closest and, of several, who has waited longest",
            }
        },
        inputs={"gap": ints(0, 2), "name": words(9), "level": ints(1, 6)},
        edges=[
            ((1,), [("join", "a", 1), ("join", "b", 3), ("join", "c", 2), ("waiting",)]),
            ((2,), [("join", "a", 1), ("join", "b", 4), ("join", "c", 3), ("waiting",)]),
            ((0,), [("waiting",), ("join", "a", 1)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="Playlist(songs: list[str])",
        methods=["current() -> str | None", "next() -> str | None", "previous() -> str | None"],
        statement="Plays {songs}, beginning with the first. {current} is the song that plays, "
        "{next} "
        "and {previous} move on or back and return the new one. {edge} Without songs, all return "
        "{none}.",
        requests=[
            "Write a playlist class over {songs} with {current}, {next} and {previous}. {edge} "
            "If it is empty, everything is {none}."
        ],
        params={
            "edge": {
                "stop": "At either end they stay where they are.",
                "loop": "After the last comes the first, and before the first the last.",
            }
        },
        inputs={"songs": lists(words(9), 0, 3)},
        edges=[
            ((["a", "b"],), [("next",), ("next",), ("previous",), ("current",)]),
            (([],), [("current",), ("next",)]),
            ((["a"],), [("previous",), ("next",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="ShoppingCart()",
        methods=[
            "add(name: str, price: int, count: int)",
            "remove(name: str) -> bool",
            "total() -> int",
        ],
        statement="A shopping cart; prices are in cents. {add} puts in {count} pieces of an "
        "article "
        "at {price} each; if it is in the cart already, {again} {remove} takes an article out "
        "completely and returns whether it was there. {total} is the sum of all. If {count} is "
        "less than 1, {few}.",
        requests=[
            "Write a cart class with prices in cents: {add} (if the article is there already, "
            "{again}), {remove} (true if it was there) and {total}. A {count} below 1: {few}."
        ],
        params={
            "again": {
                "new_price": "the counts are added and the new price holds for all pieces.",
                "replace": "the new count and price replace the old ones.",
                "old_price": "the counts are added and the old price stays.",
            }
        },
        errors={"few": invalid("count must be at least 1")},
        inputs={"name": one_of("tea", "jam"), "price": ints(1, 9), "count": ints(0, 3)},
        edges=[
            ((), [("add", "tea", 300, 2), ("add", "tea", 250, 1), ("total",), ("remove", "tea")]),
            ((), [("total",), ("remove", "jam"), ("add", "jam", 100, 0), ("total",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="Elevator(floors: int)",
        methods=["call(floor: int)", "step() -> int"],
        statement="An elevator that begins at floor 0 of {floors}. {call} registers a stop; if "
        "{floor} does not exist, {wrong}. {step} moves one floor towards the {next_stop}, or not "
        "at "
        "all without stops, and returns the floor reached; a stop there is done. A stop for the "
        "floor where it stands is done at once.",
        requests=[
            "Simulate a lift over {floors} floors from 0: {call} asks for a stop ({wrong} if "
            "there is no such floor), {step} goes one floor towards the {next_stop} and "
            "returns where it is; stops reached are done, also on {call}."
        ],
        params={
            "next_stop": {
                "first": "stop that was called first",
                "nearest": "nearest stop, the lower of two equally near",
            }
        },
        errors={"wrong": invalid("there is no floor *")},
        inputs={"floors": ints(5, 7), "floor": mixed(ints(0, 4), one_of(9))},
        edges=[
            ((5,), [("call", 4), ("step",), ("call", 0), ("step",), ("step",), ("step",)]),
            ((3,), [("call", 3), ("call", -1), ("step",)]),
            ((5,), [("call", 0), ("step",), ("call", 2), ("call", 1), ("step",), ("step",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="Ledger()",
        methods=[
            "post(account: str, amount: int)",
            "transfer(source: str, target: str, amount: int)",
            "balance(account: str) -> int",
        ],
        statement="Keeps balances of accounts, which are 0 at first. {post} adds {amount}, which "
        "may "
        "be negative, to an account. {transfer} moves {amount}; if it is not positive, {negative}, "
        "and if {source} does not have enough, {short}. {limit} A transfer that fails changes "
        "nothing.",
        requests=[
            "Write a ledger class: {post} books any amount, {transfer} moves a positive one "
            "({negative}; too little there: {short}, changing nothing), {balance} reads. "
            "{limit}"
        ],
        params={
            "limit": {
                "zero": "A transfer must not bring a balance below 0.",
                "credit": "A transfer may bring a balance down to -10, but not below.",
            }
        },
        errors={
            "negative": invalid("amount must be positive"),
            "short": custom("InsufficientFunds", "* has too little"),
        },
        inputs={
            "account": one_of("a", "b"),
            "source": one_of("a", "b"),
            "target": one_of("a", "b", "c"),
            "amount": ints(-3, 12),
        },
        edges=[
            (
                (),
                [("post", "a", 10), ("transfer", "a", "b", 15), ("balance", "a"), ("balance", "b")],
            ),
            ((), [("transfer", "a", "b", 0), ("transfer", "a", "b", 11), ("balance", "a")]),
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
        signature="Parking(spaces: int)",
        methods=["enter(plate: str) -> int", "leave(plate: str)", "free() -> int"],
        statement="A car park with {spaces} spaces, numbered from 1. {enter} gives a car the free "
        "space with the {which} number and returns it; if the car is inside, {twice}, and if "
        "there is no space, {full}. {leave} frees the space; if the car is not inside, {absent}. "
        "{free} counts the free spaces.",
        requests=[
            "Model a car park: {enter} assigns the free space with the {which} number "
            "({full} if there is none, {twice} if the car is in already), {leave} frees it "
            "({absent} if unknown), {free} counts what is left."
        ],
        params={"which": {"lowest": "lowest", "highest": "highest"}},
        errors={
            "twice": invalid("* is inside"),
            "full": custom("CarParkFull", "no space is free"),
            "absent": missing("* is not inside"),
        },
        inputs={"spaces": ints(1, 3), "plate": one_of("AB", "CD", "EF", "GH")},
        edges=[
            ((2,), [("enter", "AB"), ("enter", "CD"), ("leave", "AB"), ("enter", "EF"), ("free",)]),
            ((1,), [("enter", "AB"), ("enter", "AB"), ("enter", "CD"), ("leave", "EF")]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="CircuitBreaker(threshold: int)",
        methods=["report(source: str, failed: bool) -> bool"],
        statement="A circuit breaker for several sources. {report} is told whether a call of "
        "{source} {failed} and returns whether calls of it are blocked now: {rule} A source that "
        "is blocked stays blocked until a report of success, which also clears its failures.",
        requests=[
            "Write a circuit breaker: {report} takes the outcome of a call of {source} and "
            "says if the source is blocked. {rule} A success unblocks and clears."
        ],
        params={
            "rule": {
                "row": "it is blocked once {threshold} calls have failed since its last success.",
                "all": "it is blocked once {threshold} calls of all sources together have failed, "
                "each counted since its source's last success, if it has itself failed since then.",
            }
        },
        inputs={
            "threshold": ints(1, 3),
            "source": one_of("a", "b"),
            "failed": one_of(True, True, False),
        },
        edges=[
            ((2,), [("report", "a", True), ("report", "b", True), ("report", "a", True)]),
            ((1,), [("report", "a", True), ("report", "a", False), ("report", "b", False)]),
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
