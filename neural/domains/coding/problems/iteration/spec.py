"""Streams and iterators that are read step by step."""

from neural.domains.coding.draw import ints, lists, text
from neural.domains.coding.family import Family, missing

FAMILIES = [
    Family(
        name="take_until",
        signature="taken(values: list[int], limit: int) -> tuple[list[int], int]",
        statement="Return a stream of the elements of the stream {items} up to the first one that "
        "{stop} accepts, {end}. It reads {items} only as far as it has to: nothing after that one.",
        requests=[
            "Cut off a stream at the first element for which {stop} is true, {end}. {items} may "
            "be endless, so do not read on after that element.",
        ],
        params={"end": {"excluded": "without that one", "included": "which still belongs to it"}},
        names=("items", "stop"),
        # The driver's stop accepts what is larger than the limit; it counts what was read.
        inputs={"values": lists(ints(0, 9), 0, 7), "limit": ints(2, 9)},
        edges=[([1, 5, 9, 2], 6), ([], 3), ([4], 3), ([1, 2], 3)],
        cost="O(n)",
    ),
    Family(
        name="endlessly",
        signature="first_of(items: list[int], count: int) -> list[int]",
        statement="Return an endless stream of {items}, which are not empty, that {turn}.",
        requests=[
            "I need an endless iterator over {items} (at least one) that {turn}. It must hand out "
            "elements one by one, since it never ends.",
        ],
        params={
            "turn": {
                "cycle": "begins again with the first one after the last one",
                "bounce": "turns back at both ends, where the first and the last one come once "
                "each time, as in 1, 2, 3, 2, 1, 2; a single one comes again and again",
                "linger": "turns back at both ends, where the first and the last one come twice, "
                "as in 1, 2, 3, 3, 2, 1, 1, 2; only at the very beginning the first one comes once",
            }
        },
        names=("items",),
        inputs={"items": lists(ints(1, 9), 1, 4), "count": ints(0, 9)},
        edges=[([1, 2, 3], 8), ([5], 3), ([1, 2], 0), ([4, 7], 5)],
    ),
    Family(
        signature="Lookahead(values: list[int])",
        methods=["next() -> int", "peek(ahead: int) -> int | None", "done() -> bool"],
        statement="Goes through {values} once, with a look at what follows. {next} returns the "
        "next value and moves on; if there is none, {ended}. {peek} returns, without moving, the "
        "value before which {ahead} others would be returned by {next}, so that 0 means the next "
        "one. {beyond} {done} says whether all values were returned. {ahead} is not negative.",
        requests=[
            "Write an iterator class over {values} that can look ahead: {next} consumes a value "
            "(at the end, {ended}), {peek} shows the value after skipping {ahead} of those to "
            "come (0 is the very next) without consuming anything, and {done} tells whether "
            "everything was consumed. {beyond} {ahead} is at least 0."
        ],
        params={
            "beyond": {
                "none": "Where there is no such value, {peek} returns {none}.",
                "last": "Where there is no such value, {peek} returns the last one of {values}, "
                "even if {next} has returned it, or {none} if {values} are empty.",
            }
        },
        errors={"ended": missing("no more values")},
        inputs={"values": lists(ints(1, 9), 0, 4), "ahead": ints(0, 2)},
        edges=[
            (([4, 7, 9],), [("peek", 1), ("next",), ("peek", 0), ("peek", 2), ("done",)]),
            (([],), [("done",), ("peek", 0), ("next",)]),
            (([5],), [("next",), ("peek", 0), ("done",), ("next",)]),
        ],
        cost="O(1)",
    ),
    Family(
        name="unfold",
        signature="unfolded(seed: int) -> list[int]",
        statement="Return a stream that grows from {seed}: {step} is called with a state and "
        "returns the next one, or {none} at the end. The first state is {seed}. The stream "
        "consists of {what}, in order.",
        requests=[
            "Write an unfold: starting from {seed}, call {step} with the current state to get the "
            "next, until it returns {none}. Hand out {what}, one by one.",
        ],
        params={
            "what": {
                "all": "all states, {seed} included",
                "later": "all states except {seed}",
                "pairs": "the sums of each state and the state after it",
            }
        },
        names=("seed", "step"),
        # The driver's step halves even numbers, subtracts 3 from odd ones and ends below 1.
        inputs={"seed": ints(0, 60)},
        edges=[(20,), (0,), (1,), (3,), (7,)],
        cost="O(n)",
    ),
    Family(
        name="split_when",
        signature="split_groups(values: list[int]) -> list[list[int]]",
        statement="Return a stream of groups of neighbouring elements of the stream {items}, each "
        "group a {list}. An element that {marked} accepts {role}. Each group is given out as soon "
        "as it is complete. There are no empty groups.",
        requests=[
            "Divide a stream into {list}s at the elements that {marked} accepts: such an element "
            "{role}. Do not collect {items} first; hand out a group once it is complete. There "
            "are no empty groups.",
        ],
        params={
            "role": {
                "begins": "begins a new group",
                "ends": "is the last one of its group",
                "separates": "belongs to no group and separates the groups before and after it",
            }
        },
        names=("items", "marked"),
        # The driver marks the multiples of 3.
        inputs={"values": lists(ints(1, 9), 0, 9)},
        edges=[([1, 3, 4, 5, 6],), ([],), ([3],), ([3, 3, 1],), ([2, 4],), ([1, 6],)],
        cost="O(n)",
    ),
    Family(
        signature="deadband(readings: list[int], tolerance: int) -> list[int]",
        statement="Return those of {readings}, in their order, that are to be kept: the first "
        "one, and each that differs by more than {tolerance} from {other}.",
        requests=[
            "Filter sensor {readings} so that small changes are dropped: keep the first, and then "
            "every one whose distance from {other} is larger than {tolerance}. The order stays.",
        ],
        params={
            "other": {
                "stored": "the latest one before it that is kept",
                "before": "the one directly before it, kept or not",
            }
        },
        inputs={"readings": lists(ints(0, 9), 0, 9), "tolerance": ints(0, 3)},
        edges=[([5, 6, 7, 8, 3], 1), ([], 2), ([4], 0), ([1, 1, 2], 0), ([0, 2, 4, 6], 2)],
        cost="O(n)",
    ),
    Family(
        name="all_pages",
        signature="page_items(total: int, size: int, wanted: int) -> tuple[list[int], int]",
        statement="Return a stream of all items that {fetch} gives page by page: it is called "
        "with the number of a page, from 1 on, and returns a {list}. {last} A page is fetched "
        "only when its first item is needed.",
        requests=[
            "Turn a paged API into one stream of items: {fetch} returns the {list} of items of "
            "page 1, 2, 3 and so on. {last} Be lazy: do not fetch a page before one of its items "
            "is asked for.",
        ],
        params={
            "last": {
                "empty": "The first empty page ends the stream.",
                "short": "The first page with fewer items than page 1 ends the stream after its "
                "items, and so does an empty page 1; no further page is fetched then.",
            }
        },
        names=("fetch",),
        # The driver takes so many items of the stream at most and counts the calls.
        inputs={"total": ints(0, 9), "size": ints(1, 4), "wanted": ints(0, 10)},
        edges=[(5, 2, 10), (0, 3, 5), (4, 2, 9), (4, 2, 2), (3, 1, 0)],
        cost="O(n)",
    ),
    Family(
        signature="logical_lines(lines: list[str]) -> list[str]",
        statement="Return the logical lines of {lines}: {rule} No line holds a line break.",
        requests=[
            "Join physical {lines} into logical ones: {rule} There are no line breaks inside lines."
        ],
        params={
            "rule": {
                "backslash": "a line that ends with a backslash is continued by the next one, and "
                "the backslash disappears; on the last line it disappears, too.",
                "indent": "a line that begins with a space continues the logical line before it; "
                "its leading spaces become one single space. The first line begins a logical line "
                "even if it begins with a space, and stays as it is.",
                "comma": "a line that ends with a comma is continued by the next one, and a "
                "single space is put between them; leading spaces of the next one disappear.",
            }
        },
        inputs={"lines": lists(text("ab ,\\", 0, 4), 0, 6)},
        edges=[
            (["a = \\", "1", "b,", "  c"],),
            ([],),
            (["x\\"],),
            ([" a", "b", "  c", " d"],),
            (["a,"],),
            (["a,", "", "b"],),
        ],
        cost="O(n)",
    ),
]
