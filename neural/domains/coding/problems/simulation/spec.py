"""Small worlds that run step by step: caches, queues, schedulers, stores, debts."""

from neural.domains.coding.draw import bools, ints, lists, one_of
from neural.domains.coding.family import Family, invalid, missing, state


def fewest_faults(pages, frames):
    """By trying every choice of what makes room."""
    counts = {frozenset(): 0}
    for page in pages:
        after = {}
        for loaded, faults in counts.items():
            keeps = [loaded] if len(loaded) < frames else [loaded - {each} for each in loaded]
            for kept in [loaded] if page in loaded else keeps:
                key = kept | {page}
                now = faults + (page not in loaded)
                after[key] = min(after.get(key, now), now)
        counts = after
    return min(counts.values())


def jobs(rng):
    names = rng.sample("abcdef", rng.randint(0, 5))
    return [(name, rng.randint(0, 8), rng.randint(1, 6)) for name in names]


FAMILIES = [
    Family(
        signature="LfuCache(capacity: int)",
        methods=["get(key: str) -> int | None", "put(key: str, value: int)"],
        statement="A cache for at most {capacity} values, which is at least 1. {get} returns the "
        "value of a key, or {none} if it is not there. {put} stores one; if the cache is full and "
        "the key is new, the key with the fewest uses goes first, and of several {tie}. Storing a "
        "new key is its first use; each {get} that finds it and each {put} that replaces its value "
        "is one more.",
        requests=[
            "Write a least-frequently-used cache: {get} ({none} for unknown keys) and {put}, which "
            "makes room in a cache of {capacity} keys by throwing out the key with the fewest "
            "uses, of several {tie}. Storing, replacing and finding a value are uses."
        ],
        params={
            "tie": {
                "stale": "the one whose latest use is longest ago",
                "oldest": "the one that came in first",
            }
        },
        inputs={"capacity": ints(1, 3), "key": one_of("a", "b", "c", "d"), "value": ints(1, 9)},
        edges=[
            (
                (2,),
                [("put", "a", 1), ("put", "b", 2), ("get", "a"), ("put", "c", 3), ("get", "b")],
            ),
            (
                (2,),
                [
                    ("put", "a", 1),
                    ("put", "b", 2),
                    ("get", "b"),
                    ("get", "a"),
                    ("put", "c", 3),
                    ("get", "a"),
                    ("get", "b"),
                ],
            ),
            ((1,), [("get", "a"), ("put", "a", 1), ("put", "a", 2), ("get", "a")]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="TtlCache(lifetime: int)",
        methods=[
            "put(key: str, value: int)",
            "get(key: str) -> int | None",
            "advance(seconds: int)",
            "size() -> int",
        ],
        statement="A cache whose entries expire after {lifetime} seconds, {since}. It has a clock "
        "of its own, which only {advance} moves. {put} stores or replaces a value, {get} returns "
        "it, or {none} if there is none or it has expired, and {size} counts the entries that "
        "have not. An entry expires as soon as {lifetime} seconds have passed.",
        requests=[
            "Write a cache with expiry that can be tested without waiting: {advance} moves its "
            "clock, {put} stores, {get} gives the value or {none}, {size} counts what is still "
            "alive. An entry is gone once {lifetime} seconds are over, {since}."
        ],
        params={
            "since": {
                "stored": "counted from the {put} that stored it last",
                "used": "counted from the last {put} of its key or {get} that found it",
            }
        },
        inputs={
            "lifetime": ints(2, 5),
            "key": one_of("a", "b"),
            "value": ints(1, 9),
            "seconds": ints(1, 3),
        },
        edges=[
            ((3,), [("put", "a", 1), ("advance", 2), ("get", "a"), ("advance", 2), ("get", "a")]),
            ((2,), [("put", "a", 1), ("put", "b", 2), ("advance", 2), ("size",), ("get", "b")]),
            ((5,), [("get", "a"), ("size",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="checkout_time(customers: list[int], tills: int) -> int",
        statement="{customers} holds how many minutes each customer in line takes to pay. All "
        "{tills} tills open at the same time and work without a break. {queue} Return after how "
        "many minutes the last one has paid. If there are no tills, {closed}.",
        requests=[
            "How long until everybody has paid? {customers} are the minutes that each takes, in "
            "the order of the line, and {tills} tills open at once. {queue} Fewer than 1 till: "
            "{closed}."
        ],
        params={
            "queue": {
                "shared": "The next in line always goes to the till that is free first.",
                "fixed": "The first customer goes to the first till, the second to the second and "
                "so on, and after the last till the next one goes to the first again; nobody "
                "changes the till.",
            }
        },
        errors={"closed": invalid("there must be a till")},
        inputs={"customers": lists(ints(1, 9), 0, 8), "tills": ints(1, 4)},
        edges=[([5, 3, 4], 1), ([10, 2, 3, 3], 2), ([], 2), ([4], 0), ([1, 2], 5), ([9, 1, 9], 2)],
        cost="O(n log n)",
    ),
    Family(
        signature="TicketDesk()",
        methods=["take(urgent: bool) -> int", "call() -> int | None"],
        statement="A desk with waiting tickets. {take} hands out the next number, from 1 on; "
        "{urgent} tickets and ordinary ones share the numbers. {call} removes the ticket whose "
        "turn it is and returns its number, or {none} if nobody waits. {order} Among tickets of a "
        "kind, the lower number comes first.",
        requests=[
            "Model a ticket desk. {take} gives the next number (1, 2, 3, … for all kinds), {call} "
            "says who is next and forgets the ticket, or gives {none}. {order} Apart from that, "
            "lower numbers come first."
        ],
        params={
            "order": {
                "always": "Urgent tickets come before ordinary ones.",
                "fair": "Urgent tickets come before ordinary ones, but if the ticket called last "
                "was urgent, an ordinary one that waits comes first.",
            }
        },
        inputs={"urgent": bools()},
        edges=[
            (
                (),
                [
                    ("take", False),
                    ("take", True),
                    ("take", True),
                    ("call",),
                    ("call",),
                    ("call",),
                    ("call",),
                ],
            ),
            ((), [("call",), ("take", True), ("call",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="StockCost()",
        methods=["buy(count: int, price: int)", "sell(count: int) -> int", "left() -> int"],
        statement="Keeps track of what goods in stock have cost. {buy} adds {count} pieces that "
        "cost {price} each, {sell} takes {count} pieces out, {which}, and returns what they had "
        "cost together, and {left} is the number of pieces in stock. If {sell} asks for more than "
        "there are, {short}, and none are taken.",
        requests=[
            "Write a class for the cost of goods sold: {buy} adds {count} pieces at {price} each, "
            "{sell} removes pieces, {which}, and returns their total cost, {left} counts the "
            "rest. When there is too little to {sell}, {short} and change nothing."
        ],
        params={
            "which": {
                "oldest": "those that were bought first",
                "newest": "those that were bought last",
                "dearest": "the dearest ones",
            }
        },
        errors={"short": state("not enough in stock")},
        inputs={"count": ints(1, 4), "price": ints(1, 9)},
        edges=[
            ((), [("buy", 2, 5), ("buy", 2, 8), ("buy", 2, 6), ("sell", 3), ("left",)]),
            ((), [("sell", 1), ("buy", 1, 4), ("sell", 2), ("left",), ("sell", 1), ("left",)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="page_faults(pages: list[int], frames: int) -> int",
        statement="Count the page faults of a memory with {frames} frames, at least 1 and empty "
        "at first, that is asked for {pages} in turn. A page that is not there is "
        "loaded, which is a page fault; if all frames are taken, the page {victim} "
        "makes room.",
        requests=[
            "Count the page faults of a memory with {frames} frames (1 or more, empty at first) "
            "when {pages} are used in this order. If it is full, the page {victim} is replaced."
        ],
        params={
            "victim": {
                "fifo": "that was loaded longest ago",
                "lru": "that was used longest ago",
                "optimal": "whose next use is furthest ahead, best one that is never used again,",
            }
        },
        inputs={"pages": lists(ints(1, 5), 0, 14), "frames": ints(1, 4)},
        edges=[
            ([1, 2, 3, 1, 4, 1, 2], 3),
            ([], 2),
            ([1, 1, 1], 1),
            ([1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5], 3),
        ],
        properties=[
            lambda pages, frames, victim, result: (
                result == fewest_faults(pages, frames)
                if victim == "optimal"
                else result >= fewest_faults(pages, frames)
            )
        ],
        cost="O(n frames)",
    ),
    Family(
        signature="run_order(jobs: list[Job]) -> list[str]",
        records={"Job": "name: str, arrival: int, duration: int"},
        statement="One processor runs {jobs}, each without interruption. When it is free, it takes "
        "of those that have arrived by then the one with {policy}, and of several the one that "
        "comes first in {jobs}. If none has arrived, it waits for the next arrival. It begins at "
        "time 0 and every duration is at least 1. Return the names in the order in which they run.",
        requests=[
            "Simulate a processor that is not interrupted: whenever it is free, from time 0 on, "
            "it runs, of the {jobs} that have arrived, the one with {policy} (the earlier one in "
            "{jobs} if several are equal), and idles if there is none. Durations are 1 or more. "
            "Return the names as they run."
        ],
        params={
            "policy": {
                "shortest": "the shortest duration",
                "ratio": "the highest ratio of waiting time plus duration to duration",
                "latest": "the latest arrival",
            }
        },
        inputs={"jobs": jobs},
        edges=[
            ([("a", 0, 5), ("b", 1, 3), ("c", 2, 1)],),
            ([],),
            ([("a", 4, 1), ("b", 2, 2)],),
            ([("a", 0, 9), ("b", 1, 6), ("c", 8, 2)],),
            ([("a", 0, 2), ("b", 1, 3), ("c", 1, 3)],),
        ],
        properties=[lambda jobs, result: sorted(result) == sorted(name for name, _, _ in jobs)],
        cost="O(n²)",
    ),
    Family(
        signature="Allocator(size: int)",
        methods=["allocate(length: int) -> int | None", "release(start: int)"],
        statement="Manages a memory of {size} cells, counted from 0. {allocate} reserves {length} "
        "neighbouring free cells, at least 1, at the beginning of {gap}, and returns the first of "
        "them, or {none} if there is no room. {release} frees the block that begins at {start}; "
        "if none does, {absent}.",
        requests=[
            "Write a simple memory allocator for {size} cells from 0 on. {allocate} places "
            "{length} cells (1 or more) at the beginning of {gap} and tells where they start, "
            "{none} if they do not fit; {release} gives the block at {start} back, and if there "
            "is no such block, {absent}."
        ],
        params={
            "gap": {
                "first": "the first gap that is large enough",
                "best": "the smallest gap that is large enough, of several the first",
                "worst": "the largest gap, of several the first",
            }
        },
        errors={"absent": missing("no block begins there")},
        inputs={"size": ints(6, 10), "length": ints(1, 4), "start": one_of(0, 0, 1, 2, 3, 4)},
        edges=[
            (
                (10,),
                [
                    ("allocate", 3),
                    ("allocate", 1),
                    ("allocate", 2),
                    ("allocate", 1),
                    ("release", 0),
                    ("release", 4),
                    ("allocate", 1),
                    ("allocate", 2),
                ],
            ),
            ((4,), [("allocate", 5), ("allocate", 4), ("allocate", 1), ("release", 1)]),
            ((3,), [("release", 0), ("allocate", 3), ("release", 0), ("allocate", 2)]),
        ],
        cost="O(n)",
    ),
    Family(
        signature="head_travel(start: int, requests: list[int]) -> int",
        statement="The head of a disk is at track {start} and serves all {requests} for tracks, "
        "{order}. Return how many tracks it crosses altogether, which is the sum of its moves.",
        requests=[
            "How far does a disk head travel from track {start} if it serves {requests} {order}? "
            "Add up the distances."
        ],
        params={
            "order": {
                "given": "in the order in which they come",
                "nearest": "always the one nearest to where it is, of two equally near the lower",
                "sweep": "first upwards those at or above {start}, then downwards the others, "
                "turning round at the last one that there is in each direction",
            }
        },
        inputs={"start": ints(0, 20), "requests": lists(ints(0, 20), 0, 6)},
        edges=[(5, [9, 2, 6]), (3, []), (4, [4]), (10, [12, 8, 14]), (0, [3, 1]), (9, [2, 5])],
        cost="O(n²)",
    ),
    Family(
        signature="months_to_repay(debt: int, percent: int, payment: int) -> int | None",
        statement="Return after how many months a debt of {debt} is repaid that bears {percent} "
        "% interest each month, rounded down to a whole number. {order} If a month "
        "ends with no less debt than it began with, it will never be repaid: return "
        "{none}. Without debt, return 0.",
        requests=[
            "In how many months is {debt} repaid with {payment} a month and {percent} % interest "
            "per month, rounded down? {order} No debt takes 0 months; if the debt does not "
            "shrink in a month, the answer is {none}."
        ],
        params={
            "order": {
                "interest": "Each month, first the interest is added and then {payment}, or the "
                "rest if that is less, is paid.",
                "payment": "Each month, first {payment}, or the rest if that is less, is paid and "
                "then interest on what is left is added.",
            }
        },
        inputs={"debt": ints(0, 300), "percent": ints(0, 30), "payment": ints(10, 60)},
        edges=[(100, 10, 30), (0, 5, 10), (100, 10, 10), (50, 0, 50), (200, 50, 90), (100, 0, 0)],
        cost="O(months)",
    ),
    Family(
        signature="server_loads(tasks: list[int], servers: int) -> list[int]",
        statement="Divide {tasks}, which are amounts of work, among {servers} servers: {policy}. "
        "Return the total work of each server, in their order. If {servers} is less "
        "than 1, {none_there}.",
        requests=[
            "Distribute {tasks} (amounts of work) among {servers} servers, {policy}, and return "
            "the load of each one in order. With fewer than 1 server, {none_there}."
        ],
        params={
            "policy": {
                "turns": "the first task to the first server, the next to the next one and so on, "
                "beginning again after the last server",
                "least": "each task in turn to the server with the least work so far, of several "
                "the first",
                "largest": "the largest task first and then always the next smaller one, each to "
                "the server with the least work so far, of several the first",
            }
        },
        errors={"none_there": invalid("servers must be at least 1")},
        inputs={"tasks": lists(ints(1, 9), 0, 8), "servers": ints(1, 4)},
        edges=[([5, 1, 1, 1, 4], 2), ([], 3), ([4, 2], 1), ([3], 0), ([2, 3, 9, 8], 2)],
        properties=[lambda tasks, result: sum(tasks) == sum(result)],
        cost="O(n servers)",
    ),
]
