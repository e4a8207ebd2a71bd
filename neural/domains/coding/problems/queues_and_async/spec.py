"""Queues, schedulers, pipelines and asynchronous patterns without a clock of their own."""

from neural.domains.coding.draw import ints, lists, optional, sorted_lists, words
from neural.domains.coding.family import Family

FAMILIES = [
    Family(
        name="in_batches",
        signature="batched_calls(values: list[int], size: int) -> tuple[list[int], list[int]]",
        statement="Call {load} with batches of {size} of {items}, one batch after the other, and "
        "return "
        "all results in order. {load} is asynchronous where the language has it, takes a {list} "
        "and "
        "returns a result for each element. {last}",
        requests=[
            "Send {items} to {load} in batches of {size} (awaiting each batch before the next, "
            "where that applies) and join the results in order. {last}"
        ],
        params={
            "last": {
                "short": "The last batch may be smaller.",
                "merged": "If the last batch would be smaller than half of {size}, it is joined to "
                "the one before it, if there is one.",
            }
        },
        names=("load", "items"),
        # The driver squares and notes the sizes of the batches.
        inputs={"values": lists(ints(0, 9), 0, 8), "size": ints(1, 4)},
        edges=[([1, 2, 3, 4, 5], 2), ([], 3), ([1], 4), ([1, 2, 3, 4, 5], 4)],
        cost="O(n)",
    ),
    Family(
        name="pipeline",
        signature="piped(values: list[int], limit: int) -> list[int]",
        statement="Build a pipeline over a stream of whole numbers: {filter}, then {map}. It "
        "passes "
        "each element on as soon as it can and reads no further than needed.",
        requests=["Write a lazy pipeline for a stream of numbers: {filter}, then {map}."],
        params={
            "filter": {
                "even": "keep the even ones",
                "positive": "keep those above 0",
                "change": "drop those that equal the one before them",
            },
            "map": {
                "double": "double each",
                "total": "replace each by the sum of all up to it",
            },
        },
        names=("pipeline",),
        # The driver takes no more than `limit` results.
        inputs={"values": lists(ints(-3, 4), 0, 9), "limit": ints(0, 6)},
        edges=[([1, 2, 2, 4, -2], 9), ([], 3), ([3, 3], 1), ([0, 0, 1], 2)],
        cost="O(n)",
    ),
    Family(
        name="with_fallback",
        signature="fetched(answers: list[int | None], fallback: int) -> list[int]",
        statement="Ask each of {sources} in order, waiting for each answer, and return the "
        "answers. "
        "For a source that fails, {instead}.",
        requests=[
            "Collect the answers of {sources} one after the other; when one fails, {instead}."
        ],
        params={
            "instead": {
                "value": "{fallback} is put in its place",
                "again": "it is asked once more, and if that fails too, {fallback} is put in its "
                "place",
                "before": "the answer before it is put in its place, or {fallback} if it is the "
                "first",
            }
        },
        names=("sources",),
        # A source of the driver without an answer fails when asked first and then answers -1.
        inputs={"answers": lists(optional(ints(0, 9), 0.4), 0, 5), "fallback": ints(50, 52)},
        edges=[([1, None, 3], 50), ([], 50), ([None, None], 51)],
        cost="O(n)",
    ),
    Family(
        signature="debounced(times: list[int], delay: int) -> list[int]",
        statement="{times} are the milliseconds, ascending, at which something was triggered. "
        "Return "
        "the times at which an action runs that is {policy}",
        requests=[
            "Given ascending trigger {times} in milliseconds, compute when an action runs that is "
            "{policy}"
        ],
        params={
            "policy": {
                "trailing": "debounced: it runs {delay} after a trigger if no other came in the "
                "meantime; one at exactly that moment comes too late to stop it.",
                "leading": "run at once by a trigger, unless another trigger came less than "
                "{delay} "
                "before it.",
                "throttle": "throttled: it is run at once by a trigger, unless it last ran less "
                "than "
                "{delay} before.",
            }
        },
        inputs={"times": sorted_lists(ints(0, 30), 0, 7), "delay": ints(1, 6)},
        edges=[([0, 2, 10], 5), ([], 3), ([4], 2), ([0, 5, 10], 5), ([1, 1], 3)],
        cost="O(n)",
    ),
    Family(
        signature="round_robin(tasks: list[Task], slice: int) -> list[str]",
        records={"Task": "name: str, work: int"},
        statement="Simulate a scheduler: {tasks} take turns in order, each works up to {slice} "
        "units in "
        "a turn and, if it is not done, {back}. Return the names in the order in which the tasks "
        "are "
        "done. All work is positive, and so is {slice}.",
        requests=[
            "Round-robin scheduling: each of {tasks} gets up to {slice} units at a time; one that "
            "is not done {back}. In which order do they finish?"
        ],
        params={
            "back": {
                "end": "goes to the end of the queue",
                "second": "goes behind the task that is next, if there is one",
            }
        },
        inputs={
            "tasks": lambda rng: [(n, rng.randint(1, 9)) for n in "abcde"[: rng.randint(0, 5)]],
            "slice": ints(1, 4),
        },
        edges=[([("a", 5), ("b", 2), ("c", 3)], 2), ([], 1), ([("a", 1)], 3)],
        cost="O(n)",
    ),
    Family(
        signature="waiting_times(arrivals: list[int], service: int) -> list[int]",
        statement="Customers arrive at the times {arrivals}, ascending, and are served in this "
        "order, "
        "{service} minutes each, by {clerks}. Return how long each waits before being served.",
        requests=[
            "Simulate a queue served by {clerks}, {service} minutes per customer, first come "
            "first served: how long does each of {arrivals} (ascending) wait?"
        ],
        params={"clerks": {1: "one clerk", 2: "two clerks"}},
        inputs={
            "arrivals": lambda rng: sorted(lists(ints(0, 12), 0, 7)(rng)),
            "service": ints(1, 5),
        },
        edges=[([0, 1, 2], 3), ([], 2), ([5], 1), ([0, 0, 0, 0], 2)],
        cost="O(n)",
    ),
    Family(
        signature="DelayQueue()",
        methods=[
            "put(item: str, delay: int)",
            "advance(time: int) -> list[str]",
            "pending() -> int",
        ],
        statement="A queue of items that become ready later. Time begins at 0; {put} adds an "
        "item that "
        "is ready after {delay} from now, {advance} moves the time on by {time} and returns the "
        "items "
        "that have become ready, {order}, which leave the queue. {pending} counts those still in "
        "it. "
        "An item with no delay is ready at the next {advance}, even by 0.",
        requests=[
            "Write a delay queue driven by hand: {put} an item with a delay, {advance} the clock "
            "and get what is ready (removed from the queue), {order}; {pending} counts the rest."
        ],
        params={
            "order": {
                "ready": "in the order of the times at which they are ready, equal ones as they "
                "were "
                "added",
                "added": "in the order in which they were added",
                "latest": "the one that is ready last first, equal ones as they were added",
            }
        },
        inputs={"item": words(9), "delay": ints(0, 5), "time": ints(0, 4)},
        edges=[
            ((), [("put", "a", 3), ("put", "b", 1), ("advance", 3), ("pending",)]),
            ((), [("put", "a", 0), ("advance", 0), ("advance", 5)]),
            ((), [("put", "a", 2), ("put", "b", 2), ("put", "c", 1), ("advance", 2)]),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="TwoStackQueue()",
        methods=["push(item: int)", "pop() -> int | None", "peek() -> int | None", "size() -> int"],
        statement="A queue made of two stacks, for which only adding and removing at the end of "
        "a {list} "
        "is used. {push} adds an item at the back, {pop} removes and returns the one at the front, "
        "{peek} looks at it; both return {none} when it is empty. {size} counts the items.",
        requests=[
            "Implement a queue from two stacks: {push} at the back, {pop} and {peek} at the front "
            "({none} if empty), {size}."
        ],
        inputs={"item": ints(0, 9)},
        edges=[
            ((), [("pop",), ("peek",)]),
            ((), [("push", 1), ("push", 2), ("pop",), ("push", 3), ("peek",), ("size",)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="hot_potato(names: list[str], count: int) -> list[str]",
        statement="{names} stand in a circle and count from the first to {count}, which is "
        "positive; "
        "the one who says {count} leaves, and counting begins again with the next. Return {what}.",
        requests=[
            "Play the counting-out game with {names}: every {count}-th leaves the circle. Return "
            "{what}."
        ],
        params={
            "what": {
                "order": "the names in the order in which they leave",
                "survivor": "a {list} with the last one who is left, or an empty one without "
                "{names}",
            }
        },
        inputs={"names": lambda rng: list("abcdefg"[: rng.randint(0, 7)]), "count": ints(1, 5)},
        edges=[(["a", "b", "c", "d"], 2), ([], 3), (["a"], 5), (["a", "b", "c"], 1)],
        cost="O(n k)",
    ),
]
