"""Machines with states: appliances, protocols, readers of text, workflows, transactions."""

from neural.domains.coding.draw import ints, mixed, one_of, text
from neural.domains.coding.family import Family, invalid, state


def frames(rng, check):
    """Up to two frames, most of them right, with other bytes around them."""
    made = []
    for _ in range(rng.randint(1, 2)):
        payload = rng.choices([5, 9, 126, 200], k=rng.randint(0, 3))
        right = sum(payload) % 256
        if check == "xor":
            right = 0
            for each in payload:
                right ^= each
        made += rng.choices([0, 7], k=rng.randint(0, 1))
        made += [126, len(payload), *payload, right if rng.random() < 0.7 else 1]
    return made


def rules(rng):
    """Rules of a machine with three states, at most one for each state and symbol."""
    pairs = [(state, symbol) for state in "pqr" for symbol in "ab*"]
    chosen = rng.sample(pairs, rng.randint(1, 7))
    return [(*pair, rng.choice("pqr")) for pair in chosen]


def commented(rng):
    """Letters with marks of comments, most of which match."""
    marks = rng.choices(["/*", "*/", "a", "b ", "*", "/"], [4, 5, 3, 2, 1, 1], k=rng.randint(0, 8))
    return "".join(marks) + "*/" * (rng.random() < 0.5) * marks.count("/*")


def escaped(rng):
    """Letters and escapes, good and bad ones."""
    parts = ["a", "n", "\\n", "\\t", "\\\\", "\\x41", "\\x2F", "\\q"]
    return "".join(rng.choices(parts, [3, 1, 2, 2, 2, 2, 1, 1], k=rng.randint(0, 6)))


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
        signature="tokens(source: str) -> list[tuple[str, str]]",
        statement="Divide {source} into tokens and return each as a pair of its kind and its "
        "text. A name is an ASCII letter followed by any number of letters and digits, its kind "
        '"name"; a number consists of digits, its kind "number"; the other tokens, of the kind '
        '"symbol", are {symbols}. Every token is as long as possible. Spaces only separate '
        "tokens. If there is any other character, {unexpected}.",
        requests=[
            'Write a tokeniser for a small language that returns pairs of kind and text: "name" '
            '(an ASCII letter, then letters or digits), "number" (digits) and "symbol" '
            "({symbols}). Take the longest possible token each time, skip spaces, and for every "
            "other character, {unexpected}."
        ],
        params={
            "symbols": {
                "short": "+, -, =, < and >",
                "long": "+, -, =, <, >, ==, <=, >= and ->",
            }
        },
        errors={"unexpected": invalid("unexpected character")},
        inputs={
            "source": mixed(text("ab1 =<>-+", 0, 9), text("a1=?_", 0, 3), weights=[5, 1]),
        },
        edges=[("x1 <= 20",), ("",), ("1a",), ("a $ b",), ("a==-b",), ("==>->",)],
        properties=[
            lambda source, result: "".join(each for _, each in result) == source.replace(" ", "")
        ],
        cost="O(n)",
    ),
    Family(
        signature="shell_words(line: str) -> list[str]",
        statement="Divide {line} into words as a command line is: words are separated by spaces, "
        "but within single or double quotes a space belongs to the word. The quotes themselves "
        "are left out; they may begin and end within a word, and an empty pair of quotes makes an "
        "empty word if nothing adjoins it. A quote of one kind is an ordinary character within "
        "the other kind. {escape} If a quote is not closed, {unclosed}.",
        requests=[
            "Split a command {line} into words at spaces, respecting quotes: inside '...' or "
            '"..." spaces are ordinary, and so is the other kind of quote. Quotes disappear, may '
            "appear in the middle of a word, and can produce empty words. {escape} A quote that "
            "is left open is an error: {unclosed}."
        ],
        params={
            "escape": {
                "none": "A backslash is an ordinary character.",
                "double": "Outside of quotes and within double quotes, a backslash disappears and "
                "makes the next character an ordinary one of the word, even a space or a quote; "
                "at the end of {line} it is left out. Within single quotes it is ordinary.",
            }
        },
        errors={"unclosed": invalid("unclosed quote")},
        inputs={"line": mixed(text("ab '\"\\", 0, 8), text('ab "\\', 0, 8), text("ab ' ", 0, 9))},
        edges=[
            ("cp 'my file' \"x y\"",),
            ("",),
            ("a\"b c\"d ''",),
            ("it's",),
            ("  a   b ",),
            ('a\\ b "\\"" \'\\\'',),
            ("x\\",),
        ],
        cost="O(n)",
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
        signature="DoorLock(code: str)",
        methods=["press(key: str) -> bool"],
        statement="A lock that opens when the digits of {code}, which is not empty, are pressed. "
        "{press} tells which key was pressed, a text of one digit, and returns whether the lock "
        "opens with it; after that, everything begins anew. {rule}",
        requests=[
            "Write the logic of an electronic lock with a {code} of at least one digit. {press} "
            "gets one key at a time and returns {true} exactly when the lock opens, whereupon it "
            "starts over. {rule}"
        ],
        params={
            "rule": {
                "latest": "It opens as soon as the latest keys, as many as {code} has digits, are "
                "{code}.",
                "blocks": "The keys are read in groups as long as {code}; it opens at the end of "
                "a group that equals {code}.",
                "restart": "It waits for the digits of {code} one after the other; after a wrong "
                "key it waits for the first one again, and the wrong key is not tried as such.",
            }
        },
        inputs=lambda rng: (
            ("".join(rng.choices("12", k=rng.randint(1, 3))),),
            [("press", rng.choice("112")) for _ in range(rng.randint(1, 10))],
        ),
        edges=[
            (("112",), [("press", each) for each in "1112"]),
            (("12",), [("press", each) for each in "2112"]),
            (("1",), [("press", "2"), ("press", "1"), ("press", "1")]),
            (("121",), [("press", each) for each in "12121"]),
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
        signature="Debouncer(count: int)",
        methods=["read(level: bool) -> bool"],
        statement="Cleans the signal of a switch that bounces. {read} is told the level that was "
        "measured, and returns the clean level, which is {false} at first. {rule} {count} is at "
        "least 1.",
        requests=[
            "Debounce a noisy switch: {read} takes one measured level after the other and returns "
            "the stable one, starting at {false}. {rule} {count} is 1 or more."
        ],
        params={
            "rule": {
                "row": "It changes when the latest {count} levels, the new one included, all "
                "differ from it.",
                "counter": "A counter goes up by 1 with each {true}, but not above {count}, and "
                "down by 1 with each {false}, but not below 0; it is 0 at first. The clean level "
                "becomes {true} when the counter reaches {count}, and {false} when it reaches 0.",
                "majority": "It is that of the latest {count} levels that more of them have, "
                "where levels before the first count as {false}; if both are equally frequent, "
                "the clean level stays.",
            }
        },
        inputs=lambda rng: (
            (rng.randint(1, 4),),
            [("read", rng.random() < 0.6) for _ in range(rng.randint(2, 10))],
        ),
        edges=[
            ((2,), [("read", each) for each in (True, False, True, True, False, False)]),
            ((1,), [("read", each) for each in (True, False)]),
            ((3,), [("read", each) for each in (True, True, False, True, True, False, False)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="FrameReader()",
        methods=["feed(byte: int) -> list[int] | None", "damaged() -> int"],
        statement="Reads frames from a stream of bytes (0 to 255) that come one by one. A frame "
        "is the byte 126, then the number of payload bytes, then these, then a check byte, which "
        "is {check} of the payload bytes. {feed} returns the payload with the byte that completes "
        "a correct frame, and {none} otherwise. Bytes before a 126 are skipped; within a frame, "
        "126 is an ordinary byte. A frame with a wrong check byte is dropped, and {damaged} "
        "counts these.",
        requests=[
            "Implement a parser for a serial protocol that is fed byte by byte. Frame layout: "
            "126, payload length, payload, check byte ({check} of the payload bytes). {feed} "
            "returns the payload when a valid frame is complete and {none} in all other cases. "
            "Skip everything up to a 126, which has no special meaning inside a frame. Frames "
            "whose check byte is wrong are thrown away and counted by {damaged}."
        ],
        params={
            "check": {
                "sum": "the last 8 bits of the sum",
                "xor": "the bitwise exclusive or",
            }
        },
        inputs=lambda rng, check: ((), [("feed", each) for each in frames(rng, check)]),
        edges=[
            ((), [("feed", each) for each in (7, 126, 2, 5, 6, 11, 126, 0, 0)] + [("damaged",)]),
            ((), [("feed", each) for each in (126, 2, 5, 6, 3)] + [("damaged",)]),
            ((), [("damaged",), *[("feed", each) for each in (126, 1, 126, 126, 126, 1, 9, 8)]]),
            ((), [("feed", each) for each in (126, 2, 200, 100, 44)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="LineReader()",
        methods=["feed(chunk: str) -> list[str]", "finish() -> str | None"],
        statement="Puts lines together from pieces of text that arrive one after the other and "
        "may break anywhere. {feed} takes the next piece and returns the lines that it completes, "
        "without their ends. {ends} {finish} returns the text that is left without an end and "
        "forgets it, or {none} if there is none, that is, if it would be empty.",
        requests=[
            "Write a class that assembles lines from chunks of text of any size: {feed} returns "
            "the lines completed by a chunk, line ends removed, and {finish} hands out (and "
            "clears) an incomplete last line, or {none} when nothing is pending. {ends}"
        ],
        params={
            "ends": {
                "newline": "Only \\n ends a line; a \\r is an ordinary character.",
                "either": "A \\n ends a line; a \\r directly before it belongs to the end, but "
                "anywhere else it is an ordinary character.",
                "semicolon": "A ; ends a line unless it stands between two double quotes of the "
                "same line; the quotes are ordinary characters of the line.",
            }
        },
        inputs=lambda rng: (
            (),
            [
                ("finish",)
                if rng.random() < 0.15
                else (
                    "feed",
                    "".join(rng.choices('ab\n\r;"', [3, 2, 3, 2, 2, 1], k=rng.randint(0, 5))),
                )
                for _ in range(rng.randint(1, 6))
            ],
        ),
        edges=[
            (
                (),
                [("feed", "on"), ("feed", "e\ntwo\r"), ("feed", "\nth"), ("finish",), ("finish",)],
            ),
            ((), [("finish",), ("feed", ""), ("feed", "\n\n")]),
            ((), [("feed", 'a;"b'), ("feed", ';c";d'), ("finish",)]),
            ((), [("feed", "a\rb\n\r"), ("finish",), ("feed", "\n")]),
        ],
    ),
    Family(
        signature="multi_tap(keys: str) -> str",
        statement="Return the text that is typed with {keys} on a telephone, where 2 holds the "
        "letters abc, 3 def, 4 ghi, 5 jkl, 6 mno, 7 pqrs, 8 tuv, 9 wxyz and 0 a space. One press "
        "of a key gives its first letter, two in a row the second and so on. A . in {keys} is a "
        "pause, which separates presses of the same key and gives nothing itself. {more} {keys} "
        "hold no other characters.",
        requests=[
            "Decode multi-tap typing: 2=abc, 3=def, 4=ghi, 5=jkl, 6=mno, 7=pqrs, 8=tuv, 9=wxyz, "
            "0=space. A run of the same digit selects a letter by its length; a dot is a pause "
            "that ends a run and types nothing. {more} There is nothing but these characters in "
            "{keys}."
        ],
        params={
            "more": {
                "wrap": "After the last letter of a key, a further press in a row goes back to "
                "the first.",
                "next": "When a key was pressed as often as it has letters, the letter is "
                "complete, and a further press in a row begins a new one.",
                "last": "Further presses in a row after the last letter of a key change nothing.",
            }
        },
        inputs={"keys": mixed(text("2223.", 0, 10), text("2227770.", 0, 12), text("90.", 0, 8))},
        edges=[("44.444",), ("",), ("2222",), ("7777.7",), ("00",), (".",), ("222222",)],
        cost="O(n)",
    ),
    Family(
        signature="TennisGame()",
        methods=["point(server: bool) -> str", "score() -> str"],
        statement="Keeps the score of one game of tennis. {point} tells that a point was won, "
        "where {server} says whether by the player who serves, and returns the new score, as "
        "{score} does without a point. Points are written as 0, 15, 30 and 40, those of the "
        'player who serves first, with a hyphen between them, as in 15-0; but 40-40 is "deuce". '
        '{deuce} Who has 40 and wins a point while the other has less, wins the game: "server '
        'wins" or "receiver wins". If the game is over, {over} for {point}.',
        requests=[
            "Write a scorer for a single tennis game. {point} ({server} says whether the serving "
            "player won it) and {score} both return the score: 0, 15, 30, 40 with the server's "
            'first, as 30-15, and "deuce" at 40-40. {deuce} A player at 40 who wins the point '
            'when the other is below 40 wins: "server wins" or "receiver wins". A {point} after '
            "the end is a mistake: {over}."
        ],
        params={
            "deuce": {
                "advantage": 'After deuce, the winner of a point has the advantage ("advantage '
                'server" or "advantage receiver") and wins the game with the next one; if the '
                "other wins that, it is deuce again.",
                "golden": "The next point after deuce wins the game.",
            }
        },
        errors={"over": state("the game is over")},
        inputs=lambda rng: (
            (),
            [("point", rng.random() < 0.5) for _ in range(rng.randint(3, 10))] + [("score",)],
        ),
        edges=[
            ((), [("score",), *[("point", True)] * 5]),
            ((), [("point", each) for each in (True, True, True, False, False, False, True, True)]),
            ((), [("point", each) for each in (False, True, True, False)] + [("score",)]),
            ((), [*[("point", False), ("point", True)] * 4, ("point", False), ("point", False)]),
        ],
        cost="O(1)",
    ),
    Family(
        signature="trace_machine(rules: list[Rule], start: str, symbols: str) -> list[str]",
        records={"Rule": "source: str, symbol: str, target: str"},
        statement="{rules} say to which target state a machine goes from a source state when it "
        "reads a symbol; no two agree in both of these. The symbol * stands for every symbol for "
        "which the source state has no rule of its own. Let the machine begin in {start}, read "
        "{symbols}, and return all states in which it is, one after the other, {start} first. "
        "{missing}",
        requests=[
            "Simulate a finite automaton given by {rules}, at most one for each source state and "
            "symbol, where a rule with * applies if no other rule of that state does. Starting in "
            "{start}, feed it {symbols} and return the states in order, {start} included. "
            "{missing}"
        ],
        params={
            "missing": {
                "stays": "Where no rule applies, it stays in its state, which is listed again.",
                "stops": "Where no rule applies, it stops, and nothing more is listed.",
                "error": "Where no rule applies, {stuck}.",
            }
        },
        errors={"stuck": state("no rule applies")},
        inputs={"rules": rules, "start": one_of("p", "q"), "symbols": text("ab", 0, 6)},
        edges=[
            ([("p", "a", "q"), ("q", "*", "p")], "p", "aab"),
            ([], "s", ""),
            ([], "s", "a"),
            ([("p", "a", "p")], "p", "aba"),
            ([("p", "*", "q"), ("p", "b", "r")], "p", "b"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="strip_block_comments(source: str) -> str",
        statement="Return {source} without its comments, which begin with /* and end with */. "
        "{nested} If a comment does not end, {unclosed}. Outside of comments a */ is ordinary "
        "text, whose / may begin a comment, as in */*. {space}",
        requests=[
            "Remove block comments (/* to */) from {source}. {nested} A comment that is never "
            "closed is an error: {unclosed}; but a stray */ is left as it is, and in */* the last "
            "two characters begin a comment. {space}"
        ],
        params={
            "nested": {
                "flat": "A comment ends with the first */ after its beginning, whatever is in it.",
                "nested": "A /* within a comment begins an inner comment, which has to end before "
                "the outer one can.",
            },
            "space": {
                "gone": "Nothing is put in the place of a comment.",
                "blank": "Each comment, with everything in it, is replaced by a single space.",
            },
        },
        errors={"unclosed": invalid("unclosed comment")},
        inputs={"source": commented},
        edges=[
            ("a /* b */ c",),
            ("",),
            ("/*/* x */ y */z",),
            ("/*/",),
            ("a */ b",),
            ("/**/",),
            ("a/* b",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="unescape(text: str) -> str",
        statement="Return {text} with its escapes replaced: \\n stands for a line break, \\t for "
        "a tab, \\\\ for a backslash, and \\x with two hexadecimal digits of any case for the "
        "character with that code. {unknown} All characters of {text} are ASCII.",
        requests=[
            "Resolve the escapes in an ASCII {text}: \\n (line break), \\t (tab), \\\\ (one "
            "backslash) and \\xHH, the character whose code is the two hex digits HH, upper or "
            "lower case. {unknown}"
        ],
        params={
            "unknown": {
                "error": "For a backslash that begins none of these, {bad}.",
                "kept": "A backslash that begins none of these stays as it is.",
                "dropped": "A backslash that begins none of these is left out, and what follows "
                "it stays.",
            }
        },
        errors={"bad": invalid("bad escape")},
        inputs={"text": mixed(escaped, text("a\\nx", 0, 6), weights=[3, 1])},
        edges=[
            ("a\\tb\\\\n",),
            ("",),
            ("\\x41\\x7e",),
            ("\\q",),
            ("end\\",),
            ("\\x4",),
            ("\\\\x41",),
            ("\\xg1",),
        ],
        cost="O(n)",
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
        signature="SealedAuction(reserve: int)",
        methods=[
            "bid(name: str, amount: int) -> bool",
            "close() -> str | None",
            "price() -> int | None",
        ],
        statement="An auction with secret bids. {bid} takes a bid of at least {reserve}, in the "
        "place of any earlier bid of the same name, and returns whether it was taken; a smaller "
        "one changes nothing. {close} ends the auction and returns the name with the highest bid, "
        "of equal bids that of the earlier one, or {none} if there is no bid; closed a second "
        "time, it returns the same. {price} returns what the winner has to pay, {pays}, and "
        "{none} as long as the auction is open or if nobody won. If a bid comes after the end, "
        "{closed}.",
        requests=[
            "Write a sealed-bid auction. {bid} replaces the person's earlier bid, ignores amounts "
            "below {reserve}, and tells whether it counted; after the end it is a mistake: "
            "{closed}. {close} ends the auction (again and again, if you like) and names the "
            "highest bidder, the earlier one if bids are equal, or {none}. {price} is what the "
            "winner pays, {pays}; {none} before the end and without a winner."
        ],
        params={
            "pays": {
                "own": "which is the own bid",
                "second": "which is the second highest bid, or {reserve} if there is only one bid",
            }
        },
        errors={"closed": state("the auction is closed")},
        inputs={"reserve": ints(3, 6), "name": one_of("ann", "bob", "cem"), "amount": ints(2, 9)},
        edges=[
            (
                (5,),
                [
                    ("bid", "ann", 7),
                    ("bid", "bob", 9),
                    ("bid", "cem", 4),
                    ("close",),
                    ("price",),
                    ("bid", "ann", 20),
                ],
            ),
            ((3,), [("price",), ("close",), ("price",), ("close",)]),
            (
                (3,),
                [("bid", "ann", 6), ("bid", "bob", 6), ("bid", "ann", 6), ("close",), ("price",)],
            ),
            ((3,), [("bid", "ann", 8), ("bid", "ann", 4), ("price",), ("close",), ("price",)]),
        ],
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
    Family(
        signature="number_kind(text: str) -> str",
        statement='Say what {text} is, reading it character by character: "integer" for one or '
        'more digits, "decimal" for digits with a point after, before or among them, where '
        '{point}, and "other" for everything else. A sign, + or -, may stand before the first '
        "digit or point. Digits are 0 to 9.",
        requests=[
            'Write a recogniser that classifies {text} as "integer" (digits only), "decimal" '
            '(digits and one point, where {point}) or "other". Both numbers may begin with + or '
            "-; only 0 to 9 are digits."
        ],
        params={
            "point": {
                "inner": "at least one digit is on either side of the point",
                "outer": "at least one digit is on one side of the point",
                "front": "at least one digit is before the point",
            }
        },
        inputs={"text": mixed(text("12.", 1, 4), text("+-1.", 1, 4), text("1. a", 0, 3))},
        edges=[("42",), ("-3.5",), ("",), (".5",), ("5.",), (".",), ("+",), ("1.2.3",), ("+-1",)],
        cost="O(n)",
    ),
]
