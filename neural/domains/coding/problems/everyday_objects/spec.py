"""Objects of daily life with state: devices, carts, players, car parks."""

from neural.domains.coding.draw import ints, lists, mixed, one_of, words
from neural.domains.coding.family import Family, custom, invalid, missing

FAMILIES = [
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
]
