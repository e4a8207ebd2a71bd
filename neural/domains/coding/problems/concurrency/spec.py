"""Tasks side by side, asynchronous calls, streams, and what guards shared state."""

from itertools import pairwise

from neural.domains.coding.draw import ints, lists, optional, text, words
from neural.domains.coding.family import Family, custom, invalid


def steps(rng):
    return [
        f"{rng.choice(['on', 'once', 'emit', 'emit', 'off'])} {rng.choice('ab')}"
        for _ in range(rng.randint(1, 9))
    ]


FAMILIES = [
    Family(
        name="bounded_map",
        signature="bounded_results(values: list[int], limit: int) -> tuple[list[int | None], bool]",
        statement="Call {work} with each of {items} at the same time, but never more than {limit} "
        "calls at once, and return the results in the order of {items}. {failure}",
        requests=[
            "Process {items} concurrently with {work}, at most {limit} at a time. The results "
            "come in the order of the items, whichever ends first. {failure}",
        ],
        params={
            "failure": {
                "stops": "If a call fails, the whole fails with its error.",
                "is_none": "The result of a call that fails is {none}.",
            }
        },
        # The driver's work fails on 13 and tells whether the limit was kept.
        errors={"bad": invalid("unlucky")},
        names=("items", "work"),
        inputs={"values": lists(ints(1, 16), 0, 7), "limit": ints(1, 3)},
        edges=[([], 2), ([13], 1), ([1, 2, 3, 4, 5], 2), ([4, 13, 5], 3)],
        properties=[lambda result: result[1]],
    ),
    Family(
        name="retry",
        signature="retried(failures: int, attempts: int) -> tuple[int, list[int]]",
        statement="Call {operation} until it succeeds and return its result. {attempts} says "
        "{limit}; if the last one fails too, its error is passed on. Between two calls, call "
        "{pause} with the milliseconds to wait, {backoff}.",
        requests=[
            "Wrap a flaky {operation} so that it is tried again when it fails; {attempts} says "
            "{limit}, and then the error goes to the caller. {pause} is called between the tries "
            "with the number of milliseconds: {backoff}.",
        ],
        params={
            "limit": {
                "total": "how many calls there are at most",
                "more": "how many calls there are at most after the first",
            },
            "backoff": {
                "fixed": "always 100",
                "doubled": "first 100, then always twice as much",
            },
        },
        errors={"last": invalid("failure *")},
        names=("operation", "pause"),
        inputs={"failures": ints(0, 4), "attempts": ints(1, 4)},
        edges=[(0, 1), (1, 1), (3, 3), (2, 4)],
    ),
    Family(
        name="memoize",
        signature="evaluations(inputs: list[int]) -> tuple[list[int], int]",
        statement="Return a {function} that gives the results of {compute}, which takes a whole "
        "number, and calls it again only for arguments whose result it does not remember. It "
        "remembers {memory}.",
        requests=[
            "Write a wrapper that saves calls of an expensive {compute}: results are remembered, "
            "namely {memory}.",
        ],
        params={
            "memory": {
                "all": "the results of all arguments",
                "last": "only the result of the latest argument",
            }
        },
        names=("compute",),
        inputs={"inputs": lists(ints(1, 4), 0, 8)},
        edges=[([],), ([1, 1, 1],), ([1, 2, 1],)],
    ),
    Family(
        name="emitter",
        signature="heard(steps: list[str]) -> list[str]",
        statement="A class {Emitter} for events. {on} registers a listener for an event, {once} "
        "one that is called at most once, {off} forgets all listeners of an event, and {emit} "
        "calls the listeners of an event with a value, {order}.",
        requests=[
            "Write a small event {Emitter} with {on}, {once}, {off} and {emit}. Listeners are "
            "called {order}; {off} removes all of an event, and those added by {once} are gone "
            "after one call.",
        ],
        params={
            "order": {
                "first": "in the order in which they were registered",
                "last": "the latest registered first",
            }
        },
        names=("Emitter", "on", "once", "off", "emit"),
        inputs={"steps": steps},
        edges=[([],), (["emit a"],), (["on a", "once a", "emit a", "emit a", "off a", "emit a"],)],
    ),
    Family(
        name="first_success",
        signature="first_answer(answers: list[int | None]) -> int",
        statement="Ask each of {sources} in turn, waiting for its answer, and return the first "
        "that does not fail. If all fail, fail with the {which} error. If {sources} is empty, "
        "{nothing}.",
        requests=[
            "Try a {list} of asynchronous {sources} one after the other until one answers. When "
            "none does, pass on the {which} error; with no sources at all, {nothing}.",
        ],
        params={"which": {"first": "first", "last": "last"}},
        # A source of the driver without an answer fails with its place.
        errors={"nothing": invalid("no sources"), "down": invalid("source * is down")},
        names=("sources",),
        inputs={"answers": lists(optional(ints(0, 99), 0.6), 0, 5)},
        edges=[([],), ([None],), ([None, None],), ([None, 7, 8],)],
        cost="O(n)",
    ),
    Family(
        signature="count_words(texts: list[str]) -> dict[str, int]",
        statement="Count the words of all {texts}, handling each text concurrently. Words are "
        "separated by spaces; {case}.",
        requests=[
            "Count how often each word occurs in {texts}, with the texts counted in parallel and "
            "the counts combined at the end. Split at spaces; {case}.",
        ],
        params={
            "case": {
                "kept": "upper and lower case make different words",
                "folded": "upper and lower case are the same, and the result is in lower case",
            }
        },
        inputs={"texts": lists(text("aAb  ", 0, 9), 0, 4)},
        edges=[([],), ([""],), (["a b", "A b"],), (["  a  a "],)],
        properties=[lambda texts, result: sum(result.values()) == len(" ".join(texts).split())],
        cost="O(n)",
    ),
    Family(
        signature="sum_of_powers(values: list[long]) -> long",
        statement="Return the sum of the {exponent} powers of {values}, computed in two halves at "
        "the same time. The sum fits 64 bits with sign, but not always 53.",
        requests=[
            "Add up the {exponent} powers of {values} with two workers, one for each half. "
            "The result needs up to 64 bits.",
        ],
        params={"exponent": {2: "second", 3: "third"}},
        inputs={"values": lists(ints(-1_000_000, 1_000_000), 0, 6)},
        edges=[([],), ([3],), ([-2, 5],), ([1_000_000, 999_999],)],
        oracle=lambda values, exponent: sum(value**exponent for value in values),
        cost="O(n)",
    ),
    Family(
        signature="Account(balance: int)",
        methods=["deposit(amount: int) -> int", "withdraw(amount: int) -> int", "balance() -> int"],
        statement="A bank account that several threads may use at once. {deposit} and {withdraw} "
        "return the new balance. If a withdrawal would bring it below {floor}, {short}, and the "
        "balance stays. Amounts below 1 are refused: {negative}.",
        requests=[
            "Write a thread-safe account class. It must never go below {floor}: such a "
            "withdrawal fails ({short}). {deposit} and {withdraw} give the new balance; for "
            "amounts that are not positive, {negative}.",
        ],
        params={"floor": (0, -100)},
        errors={
            "short": custom("InsufficientFunds", "insufficient funds"),
            "negative": invalid("amount must be positive"),
        },
        inputs={"balance": ints(0, 50), "amount": ints(0, 80)},
        edges=[
            ((10,), [("withdraw", 10), ("balance",), ("withdraw", 1), ("deposit", 5)]),
            ((0,), [("withdraw", 100), ("withdraw", 1), ("deposit", 0)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="TaskQueue()",
        methods=["add(name: str, priority: int)", "next() -> str | None"],
        statement="A queue of named tasks. {add} puts a task in, {next} removes and returns the "
        "name of the task with the {best} {priority}; of several, the one added {tie}. It returns "
        "{none} when there is no task.",
        requests=[
            "Implement a priority queue of tasks: {next} always hands out the task with the {best} "
            "{priority}, and among equals the one that was added {tie}. On an empty queue, {none}."
        ],
        params={
            "best": {"highest": "highest", "lowest": "lowest"},
            "tie": {"first": "first", "last": "last"},
        },
        inputs={"name": words(8), "priority": ints(1, 3)},
        edges=[
            ((), [("next",)]),
            ((), [("add", "a", 1), ("add", "b", 1), ("add", "c", 2), ("next",), ("next",)]),
        ],
        cost="O(log n)",
    ),
    Family(
        signature="RateLimiter(limit: int, period: int)",
        methods=["allow(wait: int) -> bool"],
        statement="Limits how often something happens. {allow} is told how many seconds passed "
        "since the previous call and returns whether one more event is allowed now: at most "
        "{limit} are in {window}. Events that were refused do not count.",
        requests=[
            "Write a rate limiter class: at most {limit} events are allowed in {window}. "
            "{allow} gets the seconds since its previous call, so that it needs no clock.",
        ],
        params={
            "window": {
                "sliding": "any {period} seconds, which end now and exclude their beginning",
                "fixed": "each block of {period} seconds, counted from time 0",
            }
        },
        inputs={"limit": ints(1, 3), "period": ints(2, 6), "wait": ints(0, 3)},
        edges=[
            ((1, 5), [("allow", 0), ("allow", 4), ("allow", 1)]),
            ((2, 3), [("allow", 1), ("allow", 1), ("allow", 1), ("allow", 0)]),
        ],
        cost="O(1)",
    ),
    Family(
        name="differences",
        signature="all_differences(values: list[int]) -> list[int]",
        statement="Return a stream of the differences of neighbouring elements of the stream "
        "{values}, {sign}. Each is given out as soon as it is known; the stream may be endless.",
        requests=[
            "Turn a stream of numbers into the stream of steps between them, {sign}, without "
            "collecting it first.",
        ],
        params={
            "sign": {
                "signed": "the later minus the earlier",
                "absolute": "without sign",
            }
        },
        inputs={"values": lists(ints(-9, 9), 0, 7)},
        edges=[([],), ([4],), ([1, 5, 2],)],
        oracle=lambda values, sign: [
            abs(b - a) if sign == "absolute" else b - a for a, b in pairwise(values)
        ],
        cost="O(n)",
    ),
]
