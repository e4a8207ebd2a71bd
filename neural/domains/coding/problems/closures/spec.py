"""Functions that take and make functions: closures, wrappers, middleware."""

from neural.domains.coding.draw import ints, lists, one_of, sorted_lists, words
from neural.domains.coding.family import Family

FAMILIES = [
    Family(
        name="limit_calls",
        signature="called(inputs: list[int], count: int) -> tuple[list[int | None], int]",
        statement="Return a {function} that passes its argument, a whole number, on to {action} "
        "and returns what that returns, but only for the first {count} calls. {later} {count} is "
        "at least 1.",
        requests=[
            "Wrap {action} so that at most {count} calls (at least 1) reach it; these calls "
            "return its result for the argument given, a whole number. {later}",
        ],
        params={
            "later": {
                "same": "Every later call returns what the last of these calls returned.",
                "none": "Every later call returns {none}.",
                "first": "Every later call returns what the very first call returned.",
            }
        },
        names=("action", "count"),
        # The driver's action squares its argument.
        inputs={"inputs": lists(ints(1, 9), 0, 6), "count": ints(1, 3)},
        edges=[([3, 4, 5], 2), ([], 1), ([2], 1), ([5, 6, 7, 8], 1)],
        cost="O(1)",
    ),
    Family(
        name="bind",
        signature="bound(given: list[str], later: list[str]) -> str",
        statement="Return a {function} that takes any number of texts and returns the result of "
        "{action}, which takes any number of texts, too, for these arguments: {order}. Later "
        "changes to {given} have no effect.",
        requests=[
            "Fix some arguments of {action} in advance: the {function} that you return calls it "
            "with {order}, and gives back the result. All are texts, any number of them; a later "
            "change of {given} must not matter.",
        ],
        params={
            "order": {
                "front": "first {given}, then its own arguments",
                "back": "first its own arguments, then {given}",
                "holes": "{given}, in which its own arguments take the places of the texts _ from "
                "left to right, and then those that are left over; a _ for which there is none "
                "stays",
            }
        },
        names=("action", "given"),
        # The driver's action joins all texts with dots.
        inputs={
            "given": lists(one_of("a", "b", "_", "_"), 0, 4),
            "later": lists(one_of("x", "y", "z"), 0, 4),
        },
        edges=[(["a", "_"], ["x", "y"]), ([], []), ([], ["x"]), (["_", "_"], ["x"])],
        cost="O(n)",
    ),
    Family(
        name="scan_right",
        signature="scanned(values: list[int], start: int) -> list[int]",
        statement="Combine {items} from the last to the first: {combine} is called with an item "
        "and with what came out for the items after it, where {start} stands for what comes after "
        "the last. Return {what}.",
        requests=[
            "Fold {items} from the right: {combine} takes an item and the result for everything "
            "after it, beginning with {start} behind the last item. Return {what}.",
        ],
        params={
            "what": {
                "all": "what came out at each item, in the order of {items}, and {start} at the "
                "end",
                "items": "what came out at each item, in the order of {items}, without {start}",
                "backwards": "{start} and then what came out at each item, in the order of the "
                "calls",
            }
        },
        names=("items", "start", "combine"),
        # The driver subtracts what comes after from the item.
        inputs={"values": lists(ints(0, 9), 0, 6), "start": ints(0, 5)},
        edges=[([1, 2, 3], 0), ([], 4), ([7], 2)],
    ),
    Family(
        name="layered",
        signature="handled(layers: list[str], request: str) -> list[str]",
        statement="Return a {function} that handles a request, a text, with {layers} around "
        "{handler}, and returns the answer. A layer is a {function} of a request and of next, a "
        "{function} that passes a request on to the following layer, or after the last layer to "
        "{handler}, and returns the answer. {order} Without {layers} it is {handler} alone.",
        requests=[
            "Build middleware: combine {layers} and a {handler} into one {function} from request "
            "to answer (both texts). Each layer gets the request and a next {function} that hands "
            "a request on and returns the answer. {order} With no {layers}, {handler} is called "
            "directly.",
        ],
        params={
            "order": {
                "first": "The first of {layers} gets the request first.",
                "last": "The last of {layers} gets the request first.",
            }
        },
        names=("layers", "handler"),
        # The driver's layers note what passes; a layer called stop answers itself.
        inputs={
            "layers": lists(one_of("log", "auth", "gzip", "stop"), 0, 3),
            "request": words(5),
        },
        edges=[(["log", "auth"], "home"), ([], "home"), (["log", "stop", "gzip"], "x")],
        cost="O(n)",
    ),
    Family(
        name="lazily",
        signature="reads(failures: int, count: int) -> tuple[list[str], int]",
        statement="Return a {function} without arguments that returns the result of {compute}, "
        "which has none either. {compute} is called when the {function} is called for the first "
        "time; after a success it is not called again. If it fails, the {function} fails with the "
        "same error, and {afterwards}.",
        requests=[
            "Wrap an expensive {compute} so that it runs at the first use and its result is kept "
            "for all later ones. When it fails, the caller gets its error, and {afterwards}.",
        ],
        params={
            "afterwards": {
                "again": "the next call tries again",
                "kept": "every later call fails with that error without trying again",
                "twice": "the next call tries again, but after a second failure every later call "
                "fails with that second error without trying again",
            }
        },
        names=("compute",),
        # The driver's compute fails so many times and then succeeds.
        inputs={"failures": ints(0, 3), "count": ints(0, 5)},
        edges=[(0, 2), (1, 3), (2, 4), (0, 0), (3, 5)],
        cost="O(1)",
    ),
    Family(
        name="throttle",
        signature="throttled(times: list[int], gap: int) -> list[int | None]",
        statement="Return a {function} of a time that calls {action} with that time and returns "
        "its result, but returns {none} without calling it if fewer than {gap} units of time "
        "passed since {since}. The first call always reaches {action}. Times never go backwards.",
        requests=[
            "Throttle {action}: the {function} that you return gets the current time and passes "
            "it on, but a call that comes fewer than {gap} time units after {since} is dropped "
            "and gives {none}. The first one always goes through, and time never runs backwards.",
        ],
        params={
            "since": {
                "action": "the latest call of {action}",
                "call": "the latest call of the {function} itself, whether or not that reached "
                "{action}",
            }
        },
        names=("action", "gap"),
        # The driver's action returns ten times its argument.
        inputs={"times": sorted_lists(ints(0, 14), 0, 7), "gap": ints(1, 4)},
        edges=[([0, 2, 4, 9], 3), ([], 1), ([5], 2), ([1, 1, 2], 1)],
        cost="O(1)",
    ),
    Family(
        name="make_namer",
        signature="given_names(kinds: list[str]) -> list[str]",
        statement="Return a {function} that takes a kind, a text, and returns a new name for it: "
        "the kind, a hyphen and a number. {numbers} Two {function}s that were made separately do "
        "not influence each other.",
        requests=[
            "Write a factory of name generators: the {function} that it returns turns a kind into "
            "kind, hyphen, number. {numbers} Every generator counts for itself.",
        ],
        params={
            "numbers": {
                "each": "The numbers of each kind begin with 1 and go up by 1.",
                "shared": "The number is 1 at the first call and goes up by 1 with each call, "
                "whatever the kind.",
                "runs": "The number is 1 when the kind is not that of the call before, and "
                "otherwise 1 more than the number of that call.",
            }
        },
        # The driver makes two namers, the second being asked first for each kind.
        inputs={"kinds": lists(one_of("file", "row", "tab"), 0, 7)},
        edges=[(["row", "row", "tab", "row"],), ([],), (["file"],)],
        cost="O(1)",
    ),
]
