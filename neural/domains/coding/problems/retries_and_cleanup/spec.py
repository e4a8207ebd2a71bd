"""What to do after a failure: try again, wait, undo, close, tell the cause."""

from neural.domains.coding.draw import (
    ints,
    lists,
    one_of,
    optional,
    tuples,
)
from neural.domains.coding.family import Family, custom, invalid, state

FAMILIES = [
    Family(
        name="explain",
        signature="explained(messages: list[str]) -> str",
        statement="{failure} is an error that may have a cause, which may have one itself, and so "
        "on; each has its own message. Return {what}.",
        requests=[
            "For our logs: {failure} is an error with a chain of causes, each of which has its own "
            "message. Return {what}."
        ],
        params={
            "what": {
                "outer": 'all messages joined by ": ", from that of {failure} itself to that of '
                "the last cause",
                "inner": 'all messages joined by " -> ", from that of the last cause to that of '
                "{failure} itself",
                "ends": "the message of {failure} itself and, if it has a cause, that of the last "
                "cause in brackets after it, as in `no reply (timeout)`",
            }
        },
        names=("explain", "failure"),
        inputs={"messages": lists(one_of("no page", "no reply", "timeout", "lost"), 1, 4)},
        edges=[
            (["no page", "no reply", "timeout"],),
            (["lost"],),
            (["no page", "timeout"],),
            (["lost", "lost"],),
        ],
        cost="O(n)",
    ),
    Family(
        name="retry_if",
        signature="tries(outcomes: list[str], attempts: int) -> tuple[str, int]",
        statement="Call {operation} and return its result. If it fails and {retryable} holds for "
        "its error, it is called again, up to {attempts} times altogether; any other error is "
        "passed on at once. If the last call that is allowed fails with a retryable error as "
        "well, {exhausted}. {attempts} is at least 1.",
        requests=[
            "Call a flaky {operation} at most {attempts} times (1 or more) and "
            "repeat it only after errors that {retryable} accepts; others go straight to the "
            "caller. When even the last try fails that way, {exhausted}."
        ],
        params={
            "exhausted": {
                "pass": "that error is passed on",
                "give_up": "{gave_up}",
            }
        },
        # The driver's operation takes its outcomes in turn and works from then on; it tells how
        # often it was called.
        errors={
            "gave_up": state("gave up"),
            "busy": invalid("busy"),
            "broken": invalid("broken"),
        },
        names=("retry_if", "operation", "attempts", "retryable"),
        inputs={
            "outcomes": lists(one_of("busy", "busy", "busy", "broken", "ok"), 0, 4),
            "attempts": ints(1, 4),
        },
        edges=[
            (["busy", "ok"], 2),
            ([], 1),
            (["busy", "busy"], 2),
            (["busy", "broken"], 3),
            (["broken"], 3),
        ],
        cost="O(n)",
    ),
    Family(
        name="run_or_undo",
        signature="undone(steps: list[str]) -> list[str]",
        statement="Call {actions} in order. {undos} holds, for each of them, the function that "
        "undoes it. When an action fails, no more of them are called; instead come the "
        "undo functions {scope}, and then the error of the action is passed on. Undo "
        "functions do not fail.",
        requests=[
            "Run {actions} one after the other, all or nothing: {undos} has a function for each "
            "that takes it back. When one fails, do not run the rest, call the undo functions "
            "{scope}, and give the error to the caller. The undo functions never fail."
        ],
        params={
            "scope": {
                "reverse": "of the actions that succeeded, the latest first",
                "forward": "of the actions that succeeded, in their order",
                "failed": "of the action that failed and then of those that succeeded, the latest "
                "first",
            }
        },
        # The driver's actions whose names begin with x fail; it lists what was called.
        names=("actions", "undos"),
        inputs={"steps": lists(one_of("a", "b", "c", "d", "x1", "x2"), 0, 5)},
        edges=[(["a", "b", "x1", "c"],), ([],), (["x1"],), (["a", "b"],), (["a", "x1", "x2"],)],
        cost="O(n)",
    ),
    Family(
        name="run_every",
        signature="ran(tasks: list[str]) -> int",
        statement="Call each of {jobs} in order, also after some have failed, and return how many "
        "there were. {policy} If any failed, {failed}; its message says how many of the jobs that "
        'were called failed, as in "2 of 5 jobs failed".',
        requests=[
            "Call all {jobs} without stopping when one fails, and return their "
            "number. {policy} At the end, if there were failures, {failed} with a message "
            'such as "2 of 5 jobs failed", where the second number counts the jobs that were '
            "called."
        ],
        params={
            "policy": {
                "all": "However many fail, all are called.",
                "two": "Only after the second failure, no more are called.",
            }
        },
        errors={"failed": state("* of * jobs failed")},
        # The driver's jobs whose names begin with x fail.
        names=("run_every", "jobs"),
        inputs={"tasks": lists(one_of("a", "b", "c", "x"), 0, 6)},
        edges=[(["a", "x", "b", "x", "c"],), ([],), (["a"],), (["x"],), (["x", "x", "x"],)],
        cost="O(n)",
    ),
    Family(
        name="close_all",
        signature="closed(resources: list[str]) -> list[str]",
        statement="Call all of {closers}, the last one first, also after some have failed. If "
        "any did, the whole then fails {how}.",
        requests=[
            "Clean up: call every function of {closers}, from the last to the first, whatever "
            "happens. If some of them fail, fail only afterwards, {how}."
        ],
        params={
            "how": {
                "first": "with the error that came first",
                "last": "with the error that came last",
                "all": "with one error whose message is those of all errors in the order in which "
                'they came, joined by "; "',
            }
        },
        # The driver's closers whose names begin with x fail; it lists what was called.
        names=("close_all", "closers"),
        inputs={"resources": lists(one_of("file", "lock", "x1", "x2"), 0, 4)},
        edges=[(["file", "x1", "lock"],), ([],), (["x1", "x2"],), (["file", "lock"],)],
        cost="O(n)",
    ),
    Family(
        signature="ErrorBudget(limit: int)",
        methods=["record(ok: bool) -> int"],
        statement="Allows {limit} failures, but not one more. {record} is told whether something "
        "went well and returns how many failures are still allowed; {rule} If a failure comes "
        "when none is allowed any more, {spent}; it does not count.",
        requests=[
            "Write an error budget: up to {limit} failures are tolerated. {record} takes a success "
            "or failure and returns how many failures are left; {rule} If a failure comes when "
            "nothing is left, {spent} without counting it."
        ],
        params={
            "rule": {
                "total": "successes change nothing.",
                "row": "after a success, all {limit} are allowed again.",
                "repay": "a success takes one failure back, but there are never more than {limit} "
                "allowed.",
            }
        },
        errors={"spent": custom("BudgetSpent", "too many failures")},
        inputs={"limit": ints(0, 3), "ok": one_of(False, False, True)},
        edges=[
            ((2,), [("record", False), ("record", False), ("record", True), ("record", False)]),
            ((0,), [("record", True), ("record", False), ("record", False)]),
            ((1,), [("record", False), ("record", False), ("record", True), ("record", True)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="time_to_success(tries: list[Try], pause: int, deadline: int) -> int",
        records={"Try": "seconds: int, ok: bool"},
        statement="Something is tried several times from second 0 on, with {pause} seconds between "
        "the end of a try and the next. {tries} says how many seconds each takes and whether it "
        "works. Return the second at which the first one that works ends. {rule} If all have "
        "failed before that, {failed}.",
        requests=[
            "Given {tries}, each with its seconds and whether it works, with {pause} seconds "
            "between them and starting at second 0: at which second is the first success over? "
            "{rule} When all fail, {failed}."
        ],
        params={
            "rule": {
                "start": "If a try would begin at second {deadline} or later, {late}.",
                "end": "If a try would end after second {deadline}, {late}.",
            }
        },
        errors={
            "late": custom("DeadlineExceeded", "deadline exceeded"),
            "failed": state("all tries failed"),
        },
        inputs={
            "tries": lists(tuples(ints(1, 4), one_of(False, False, True)), 0, 5),
            "pause": ints(0, 2),
            "deadline": ints(4, 12),
        },
        edges=[
            ([(3, False), (2, True)], 1, 10),
            ([], 1, 5),
            ([(3, False), (2, True)], 1, 4),
            ([(3, False), (2, True)], 1, 5),
            ([(1, False), (1, False)], 1, 9),
            ([(6, True)], 0, 6),
        ],
        cost="O(n)",
    ),
    Family(
        signature="backoff_delays(attempts: int, base: int, cap: int) -> list[int]",
        statement="Return how long to wait before each of {attempts} attempts but the first: "
        "{growth}, but never more than {cap}. If {attempts} is less than 1, {few}.",
        requests=[
            "Make the waiting times of a retry with {attempts} attempts, one between each two: "
            "{growth}; a wait is at most {cap}. Fewer than 1 attempt: {few}."
        ],
        params={
            "growth": {
                "doubled": "{base} the first time and then always twice as long as before",
                "linear": "{base} the first time and then always {base} longer than before",
                "fibonacci": "{base} the first and the second time, and then always as long as "
                "the two waits before together",
            }
        },
        errors={"few": invalid("attempts must be at least 1")},
        inputs={"attempts": ints(1, 7), "base": ints(1, 5), "cap": ints(4, 40)},
        edges=[(5, 2, 100), (1, 3, 10), (0, 1, 1), (4, 10, 25), (2, 9, 5)],
        cost="O(n)",
    ),
    Family(
        signature="retry_delay(status: int, header: str | None, attempt: int) -> int | None",
        statement="Return after how many seconds a request should be sent again that was answered "
        "with the HTTP {status}, or {none} if it should not. For 429 and 503 that is the number in "
        "{header}, the Retry-After header, if it consists of ASCII digits only, and otherwise 2 "
        "to the power of {attempt}, which is counted from 0, but at most {most}. {others}",
        requests=[
            "Decide about repeating an HTTP request that came back with {status}: return the "
            "seconds to wait, or {none} for not at all. 429 and 503: as many as {header} "
            "(Retry-After, maybe missing) says if it is a plain number in ASCII digits, else 2 to "
            "the power of {attempt} (from 0), up to {most}. {others}"
        ],
        params={
            "most": (30, 60),
            "others": {
                "no": "For all others there is no repetition.",
                "server": "For the others from 500 to 599 it is 2 to the power of {attempt} with "
                "the same limit, and for the rest there is no repetition.",
            },
        },
        inputs={
            "status": one_of(429, 503, 503, 500, 502, 404, 200),
            "header": optional(one_of("0", "7", "120", "", "soon", "-5"), 0.4),
            "attempt": ints(0, 7),
        },
        edges=[
            (429, "120", 0),
            (503, None, 3),
            (503, "soon", 9),
            (500, "7", 1),
            (404, None, 0),
            (429, None, 5),
        ],
        cost="O(1)",
    ),
    Family(
        signature="RetryQueue(attempts: int)",
        methods=[
            "add(name: str)",
            "next() -> str | None",
            "fail(name: str) -> bool",
            "dead() -> list[str]",
        ],
        statement="A queue of named jobs that may fail. {add} puts a new job at the end; if there "
        "was ever one of that name, {twice}. {next} removes the first job and returns its name, "
        "or {none} if there is none. {fail} says that a job which {next} handed out has failed: "
        "after {attempts} failures it is dead, before that it is put at {place} again; it returns "
        "whether it was. If no such job is handed out, {idle}. {dead} lists the dead jobs in the "
        "order in which they died.",
        requests=[
            "Write a job queue with retries. {add} appends a job ({twice} for a name that was "
            "used before), {next} hands one out ({none} if there is none), {fail} reports that it "
            "failed: it goes back to {place} unless that was its failure number {attempts}; then "
            "it is dead. {fail} returns whether it went back; for a job that is not handed out, "
            "{idle}. {dead} lists the dead ones, oldest first."
        ],
        params={"place": {"end": "the end of the queue", "front": "the front of the queue"}},
        errors={
            "twice": invalid("added before"),
            "idle": state("not handed out"),
        },
        inputs={"attempts": ints(1, 3), "name": one_of("a", "b")},
        edges=[
            (
                (2,),
                [
                    ("add", "a"),
                    ("add", "b"),
                    ("next",),
                    ("fail", "a"),
                    ("next",),
                    ("fail", "b"),
                    ("next",),
                    ("dead",),
                ],
            ),
            ((1,), [("add", "a"), ("next",), ("fail", "a"), ("next",), ("dead",), ("add", "a")]),
            ((1,), [("next",), ("fail", "a"), ("dead",)]),
            (
                (2,),
                [("add", "a"), ("next",), ("fail", "a"), ("next",), ("fail", "a"), ("dead",)],
            ),
        ],
        cost="O(1)",
    ),
]
