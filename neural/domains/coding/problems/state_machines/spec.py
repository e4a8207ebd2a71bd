"""Machines with states: appliances, workflows, sessions, transactions."""

from neural.domains.coding.draw import ints, one_of
from neural.domains.coding.family import Family, invalid, state

FAMILIES = [
    Family(
        signature="VendingMachine(price: int)",
        methods=["insert(coin: int) -> int", "buy() -> int", "cancel() -> int"],
        statement="A vending machine with one kind of snack, which costs {price}. {insert} takes "
        "a coin and returns the credit; coins other than 5, 10, 20 and 50 are refused: {unknown}. "
        "{buy} takes the price off the credit and returns {change}; if the credit is less than "
        "the price, {short}, and the credit stays. {cancel} returns the credit, which is 0 then.",
        requests=[
            "Model a vending machine that sells one thing for {price}. {insert} adds a coin of 5, "
            "10, 20 or 50 (for any other, {unknown}) and tells the credit. {buy} pays with the "
            "credit and returns {change}; without enough credit, {short}, and nothing changes. "
            "{cancel} gives all the credit back, so that none is left."
        ],
        params={
            "change": {
                "out": "the rest, which is paid out, so that the credit is 0",
                "kept": "the rest, which stays as credit",
            }
        },
        errors={"unknown": invalid("unknown coin"), "short": state("not enough credit")},
        inputs={"price": one_of(15, 20, 35), "coin": one_of(5, 10, 20, 50, 2)},
        edges=[
            ((15,), [("insert", 10), ("insert", 20), ("buy",), ("buy",), ("cancel",)]),
            ((20,), [("buy",), ("insert", 3), ("insert", 20), ("buy",), ("cancel",)]),
            ((35,), [("insert", 20), ("insert", 10), ("buy",), ("cancel",), ("cancel",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="CrossingLight(least: int, walk: int)",
        methods=["press()", "tick() -> str"],
        statement="The lights of a pedestrian crossing. At first cars have green. {tick} tells "
        'that a second passed and returns who has green from now on, "cars" or "walkers". When '
        "someone has pressed the button ({press}) and the cars have had green for at least "
        "{least} seconds, the walkers get it at the next {tick}, at the earliest at that which "
        "completes the {least} seconds; after {walk} seconds it goes back to the cars, for which "
        "the seconds then count anew. Pressing while the walkers have green {early}.",
        requests=[
            "Write the controller of a pedestrian crossing. It starts with green for the cars. "
            '{tick} is called once a second and returns "cars" or "walkers", whoever has green '
            "after it. {press} is a request; the first {tick} after it at which the cars have had "
            "at least {least} seconds of green, counting that second, gives {walk} seconds to the "
            "walkers, and then the cars start a new phase. A {press} during the walkers' green "
            "{early}."
        ],
        params={
            "early": {
                "ignored": "has no effect",
                "kept": "counts as a request for the time after it",
            }
        },
        inputs={"least": ints(1, 3), "walk": ints(1, 2)},
        edges=[
            (
                (3, 2),
                [("press",), *[("tick",)] * 4, ("press",), *[("tick",)] * 4],
            ),
            ((1, 1), [("tick",), ("tick",), ("press",), ("tick",), ("press",), *[("tick",)] * 3]),
            ((2, 1), [*[("tick",)] * 3, ("press",), *[("tick",)] * 4]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Turnstile()",
        methods=["coin() -> bool", "push() -> bool", "passed() -> int"],
        statement="A turnstile that is locked at first. {coin} tells that a coin was put in, "
        "{push} that somebody pushes; {push} returns whether the person got through, which needs "
        "an unlocked turnstile. {extra} {coin} returns whether the coin was kept, and {passed} "
        "how many people got through.",
        requests=[
            "Write a turnstile as a state machine. It starts locked; after a {coin} a {push} lets "
            "one person through and returns {true}, while without one it returns {false}. {extra} "
            "The result of {coin} says whether the machine kept the coin; {passed} counts the "
            "people."
        ],
        params={
            "extra": {
                "returned": "A coin that is put in while it is unlocked is given back, and one "
                "person gets through before it locks.",
                "counted": "Each coin lets one person through, even if several are put in before "
                "somebody pushes.",
                "lost": "A coin that is put in while it is unlocked is kept, but still only one "
                "person gets through before it locks.",
            }
        },
        inputs={},
        edges=[
            ((), [("push",), ("coin",), ("coin",), ("push",), ("push",), ("passed",)]),
            ((), [("passed",), ("coin",), ("push",), ("coin",), ("push",), ("passed",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="BrowserHistory(home: str)",
        methods=[
            "visit(page: str)",
            "back(steps: int) -> str",
            "forward(steps: int) -> str",
        ],
        statement="The pages that a browser's window showed, with {home} as the first. {visit} "
        "shows a page and forgets those that one could go forward to. {back} and {forward} go so "
        "many {steps} through the pages, {far}, and return the page that is shown then. {steps} "
        "is not negative.",
        requests=[
            "Implement a browser's back and forward buttons as a class that starts at {home}. "
            "{visit} opens a page after the present one, dropping everything ahead of it; {back} "
            "and {forward} move by {steps} (at least 0), {far}, and return the page they arrive "
            "at."
        ],
        params={
            "far": {
                "end": "but at most to the first or the last page",
                "stay": "or not at all if there are not that many pages in this direction",
            }
        },
        inputs={"home": one_of("home"), "page": one_of("a", "b", "c", "d"), "steps": ints(0, 3)},
        edges=[
            (("home",), [("visit", "a"), ("visit", "b"), ("back", 1), ("visit", "c"), ("back", 9)]),
            (("home",), [("back", 1), ("forward", 1), ("visit", "a"), ("back", 1), ("forward", 2)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="OrderFlow()",
        methods=["handle(event: str) -> str", "status() -> str"],
        statement='The states of an order in a shop. It begins as "new"; "pay" makes it "paid", '
        'then "ship" makes it "shipped", and then "deliver" makes it "delivered". {cancel} '
        "{handle} carries out an event and returns the new state; if the event is not possible in "
        "the present state, {impossible}, and the state stays. {status} returns the state.",
        requests=[
            'Model an order as a finite state machine: "new", by "pay" "paid", by "ship" '
            '"shipped", by "deliver" "delivered". {cancel} {handle} takes an event and returns '
            "the state after it, or for an event that the state does not allow, {impossible} "
            "without changing it. {status} tells the state."
        ],
        params={
            "cancel": {
                "unpaid": 'A "cancel" makes a new order "cancelled"; a paid one cannot be '
                "cancelled any more.",
                "unshipped": 'A "cancel" makes a new or paid order "cancelled"; one that is '
                "shipped cannot be cancelled any more.",
                "refund": 'A "cancel" makes a new order "cancelled" and a paid or shipped one '
                '"refunded".',
            }
        },
        errors={"impossible": state("impossible event")},
        inputs={"event": one_of("pay", "pay", "ship", "deliver", "cancel")},
        edges=[
            ((), [("handle", "pay"), ("handle", "cancel"), ("status",), ("handle", "ship")]),
            (
                (),
                [
                    *(("handle", each) for each in ("pay", "ship", "cancel", "deliver", "pay")),
                    ("status",),
                ],
            ),
            ((), [("status",), ("handle", "ship"), ("handle", "cancel"), ("handle", "pay")]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Microwave()",
        methods=[
            "add(seconds: int) -> int",
            "start() -> bool",
            "open()",
            "close()",
            "tick() -> int",
        ],
        statement="A microwave oven whose door is closed at first. {add} puts more seconds on the "
        "clock, whatever the state, and returns the seconds that are left. {start} makes it run "
        "and returns whether it did, which needs a closed door, seconds on the clock and an oven "
        "that does not run yet. {tick} tells that a second passed and returns the seconds that "
        "are left; they go down only while it runs, and at 0 it stops. {open} opens the door, by "
        "which a running oven {stops}; {close} closes it. Opening an open door or closing a "
        "closed one does nothing.",
        requests=[
            "Write the controller of a microwave oven, door closed at the start. {add} increases "
            "the time in any state and tells what is left. {start} works only with the door "
            "closed, time left and the oven idle, and tells whether it worked. {tick}, called "
            "each second, counts down while it runs, stops it at 0 and returns what is left. With "
            "{open} a running oven {stops}; {close} only shuts the door. {open} and {close} have "
            "no effect if the door is that way already."
        ],
        params={
            "stops": {
                "paused": "stops, and has to be started again to go on with what is left",
                "cleared": "stops, and the clock goes to 0",
                "resumes": "is interrupted until the door is closed again, when it runs on by "
                "itself; in between, {start} does nothing",
            }
        },
        inputs={"seconds": ints(1, 3)},
        edges=[
            (
                (),
                [
                    ("add", 3),
                    ("start",),
                    ("tick",),
                    ("open",),
                    ("tick",),
                    ("start",),
                    ("close",),
                    ("tick",),
                    ("start",),
                    ("tick",),
                ],
            ),
            (
                (),
                [("start",), ("add", 1), ("start",), ("start",), ("tick",), ("tick",), ("start",)],
            ),
            ((), [("open",), ("add", 2), ("start",), ("close",), ("start",), ("tick",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Stopwatch()",
        methods=["toggle(wait: int) -> bool", "lap(wait: int) -> int", "reset(wait: int)"],
        statement="A stopwatch that does not run at first and shows 0. All methods are told how "
        "many seconds passed since the previous call, or since it was made. {toggle} starts it or "
        "stops it and returns whether it runs then; started again, it goes on from what it shows. "
        "{lap} returns {time}. {reset} makes it show 0 and forget earlier laps; if it runs, it "
        "runs on.",
        requests=[
            "Write a stopwatch class that gets the time from outside: every method is told the "
            "seconds since the call before (or since the creation). {toggle} starts or stops it "
            "and tells whether it is running; time accumulates over several starts. {lap} returns "
            "{time}. {reset} sets it to 0, laps included, without stopping it."
        ],
        params={
            "time": {
                "total": "the seconds that it shows",
                "split": "by how many seconds what it shows grew since the previous {lap}, or "
                "since it showed 0 if there was none after that",
                "best": "the smallest split so far, this one included, where a split is by how "
                "many seconds what it shows grew between two calls of {lap} in a row, or from 0 "
                "to the first {lap}",
            }
        },
        inputs={"wait": ints(0, 6)},
        edges=[
            ((), [("toggle", 5), ("lap", 3), ("lap", 4), ("toggle", 1), ("lap", 9)]),
            ((), [("lap", 2), ("toggle", 0), ("reset", 4), ("lap", 1), ("lap", 2)]),
            ((), [("toggle", 1), ("toggle", 6), ("reset", 1), ("toggle", 1), ("lap", 2)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="LoginSession(timeout: int)",
        methods=[
            "login(wait: int)",
            "request(wait: int) -> bool",
            "logout(wait: int) -> bool",
        ],
        statement="The session of a website that ends after {timeout} minutes. All methods are "
        "told how many minutes passed since the previous call; at first nobody is logged in. "
        "{login} begins a session, even if there is one. {request} returns whether a session is "
        "there. {logout} ends the session and returns whether there was one. A session is over "
        "when {timeout} minutes or more passed since {since}. {timeout} is positive.",
        requests=[
            "Implement the time-out of a login. Each method is told the minutes since the call "
            "before. {login} starts a session or starts it afresh, {request} says whether it is "
            "still valid, {logout} ends it and says whether it was valid. It expires once "
            "{timeout} minutes (more than 0) have passed since {since}. In the beginning there is "
            "no session."
        ],
        params={
            "since": {
                "login": "the latest {login}",
                "request": "the latest {login} or the latest {request} that returned {true}",
            }
        },
        inputs={"timeout": ints(2, 6), "wait": ints(0, 4)},
        edges=[
            ((5,), [("login", 0), ("request", 3), ("request", 3), ("request", 4), ("logout", 1)]),
            ((3,), [("request", 1), ("logout", 1), ("login", 1), ("request", 3), ("logout", 0)]),
            ((2,), [("login", 0), ("request", 1), ("logout", 0), ("request", 0)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="Dimmer(levels: int)",
        methods=["press() -> int", "hold() -> int"],
        statement="A lamp that is off, with a brightness of 0, at first. {press} switches it on "
        "or off; it comes on with the level it had last, at the very first time with 1. {hold} "
        "changes the level of a lamp that is on by one step, {way}; a lamp that is off stays off. "
        "Both return the brightness, from 1 to {levels} or 0 for off. {levels} is at least 1.",
        requests=[
            "Simulate a lamp with one button and {levels} levels (at least 1). {press} toggles "
            "it; switched on, it takes the level it had before, which is 1 initially. {hold} "
            "moves the level one step, {way}, but only while the lamp is on. The results are the "
            "brightness after the call, 0 for off, which is how it starts."
        ],
        params={
            "way": {
                "wrap": "upwards, and from {levels} to 1",
                "bounce": "at first upwards; at {levels} or at 1, when it cannot go on, it turns "
                "and goes one step in the other direction, if there is more than one level",
                "top": "upwards, and at {levels} it stays there",
            }
        },
        inputs={"levels": ints(1, 4)},
        edges=[
            ((3,), [("press",), *[("hold",)] * 5, ("press",), ("press",), ("hold",)]),
            ((1,), [("hold",), ("press",), ("hold",), ("press",)]),
            ((2,), [("press",), *[("hold",)] * 4]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="JointDecision(parties: int)",
        methods=["vote(party: int, yes: bool) -> str", "status() -> str"],
        statement="Collects the votes of {parties} numbered from 0, of which there is at least "
        'one. {status} returns "open", "accepted" or "rejected", and {vote} does too, after '
        "taking a vote. {rule} Once it is accepted or rejected, further votes change nothing. A "
        "party that voted before cannot change its vote: as long as it is open, {again}. If there "
        "is no such party, {unknown}, in every state.",
        requests=[
            "Write a class that decides by votes of {parties} (0 to {parties} - 1; at least one). "
            '{vote} records a vote and returns the state, "open", "accepted" or "rejected", as '
            "{status} does. {rule} After the decision, votes of known parties are ignored. Before "
            "it, a second vote of the same party is refused: {again}. For a number that is no "
            "party, {unknown}, always."
        ],
        params={
            "rule": {
                "unanimous": "It is accepted when all parties voted yes, and rejected as soon as "
                "one voted no.",
                "majority": "It is accepted as soon as more than half of all parties voted yes, "
                "and rejected as soon as that has become impossible.",
            }
        },
        errors={"again": state("voted already"), "unknown": invalid("no such party")},
        inputs=lambda rng: (
            (rng.randint(1, 5),),
            [
                ("vote", rng.randint(0, 4), rng.random() < 0.7)
                if rng.random() < 0.9
                else ("status",)
                for _ in range(rng.randint(1, 9))
            ],
        ),
        edges=[
            ((3,), [("vote", 0, True), ("vote", 2, True), ("vote", 1, False), ("status",)]),
            ((2,), [("vote", 1, True), ("vote", 1, False), ("vote", 2, True), ("vote", 0, False)]),
            ((4,), [("vote", 0, False), ("vote", 1, True), ("vote", 2, False), ("vote", 9, True)]),
            ((1,), [("status",), ("vote", 0, True), ("vote", 0, True), ("vote", -1, True)]),
        ],
    ),
    Family(
        signature="NestedStore()",
        methods=[
            "put(key: str, value: int)",
            "get(key: str) -> int | None",
            "begin()",
            "commit() -> bool",
            "rollback() -> bool",
        ],
        statement="Stores numbers under texts, with transactions that can be nested. {begin} "
        "opens a transaction within the present one. {put} stores a value in the innermost open "
        "transaction, or for good if there is none; {get} returns the latest value of a key that "
        "was not rolled back, or {none}. {commit} {what}; {rollback} closes the innermost "
        "transaction and undoes all that was done in it. Both return whether a transaction was "
        "open.",
        requests=[
            "Write a key-value store with nested transactions. {begin} opens one, possibly inside "
            "another; {put} writes into the innermost, or directly if none is open, and {get} "
            "sees the newest value that still counts ({none} if there is none). {commit} {what}, "
            "while {rollback} closes the innermost and drops its changes. Both say whether there "
            "was a transaction to close."
        ],
        params={
            "what": {
                "one": "closes the innermost transaction and hands its changes to the one around "
                "it, or makes them permanent if there is none",
                "all": "closes all open transactions and makes all their changes permanent",
            }
        },
        inputs={"key": one_of("a", "b"), "value": ints(1, 9)},
        edges=[
            (
                (),
                [
                    ("put", "a", 1),
                    ("begin",),
                    ("put", "a", 2),
                    ("begin",),
                    ("put", "a", 3),
                    ("commit",),
                    ("get", "a"),
                    ("rollback",),
                    ("get", "a"),
                ],
            ),
            ((), [("get", "a"), ("commit",), ("rollback",), ("begin",), ("commit",), ("commit",)]),
            (
                (),
                [
                    ("begin",),
                    ("put", "b", 5),
                    ("begin",),
                    ("rollback",),
                    ("get", "b"),
                    ("rollback",),
                    ("get", "b"),
                ],
            ),
        ],
        cost="O(n)",
    ),
]
