"""Readers of text, bytes and signals: tokenisers, frames, lines, locks."""

from neural.domains.coding.draw import mixed, one_of, text
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


FAMILIES = [
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
]
