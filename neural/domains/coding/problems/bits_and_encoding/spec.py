"""Bits, flags, colours, checksums, ciphers and text encodings."""

from itertools import pairwise

from neural.domains.coding.draw import ints, lists, mixed, one_of, text
from neural.domains.coding.family import Family, invalid

BYTES = lists(ints(0, 255), 0, 6)

FAMILIES = [
    Family(
        signature="count_bits(number: int) -> int",
        statement="Return {what} in the binary form of {number}, which is not negative and below "
        "2^31.",
        requests=["Compute {what} of a non-negative {number} (below 2^31) in binary."],
        params={
            "what": {
                "ones": "the number of ones",
                "zeros": "the number of zeros after the first one (none for 0)",
                "run": "the length of the longest run of ones",
                "trailing": "the number of zeros at the end (none for 0)",
            }
        },
        inputs={"number": mixed(ints(0, 255), ints(0, 2**31 - 1))},
        edges=[(44,), (0,), (1,), (255,), (2**31 - 1,), (2**30,)],
        oracle=lambda number, what: {
            "ones": number.bit_count(),
            "zeros": bin(number)[2:].count("0") if number else 0,
            "run": max(map(len, bin(number)[2:].split("0"))),
            "trailing": len(bin(number)) - len(bin(number).rstrip("0")) if number else 0,
        }[what],
        cost="O(log n)",
    ),
    Family(
        signature="flags(mask: int) -> list[str]",
        statement="{mask}, from 0 to 7, holds permissions: {bits}. Return the names of those "
        "that are "
        "set, in the order read, write, execute.",
        requests=[
            "List the permissions set in {mask} (0 to 7), where {bits}, in the order read, "
            "write, execute."
        ],
        params={
            "bits": {
                "unix": "4 is read, 2 is write and 1 is execute",
                "rising": "1 is read, 2 is write and 4 is execute",
            }
        },
        inputs={"mask": ints(0, 7)},
        edges=[(6,), (0,), (7,), (1,)],
        cost="O(1)",
    ),
    Family(
        signature="set_bits(number: int, places: list[int]) -> int",
        statement="Return {number} with the bits at {places} {how}. Places are counted from 0 "
        "for the "
        "lowest bit, are below 31 and may repeat; {number} is not negative and below 2^31.",
        requests=[
            "{how_request} the bits of {number} at {places} (0 is the lowest; below 31; places "
            "may repeat)."
        ],
        params={
            "how": {
                "set": "set",
                "clear": "cleared",
                "flip": "flipped once for each time they are named",
            },
            "how_request": {"set": "Set", "clear": "Clear", "flip": "Flip, once per mention,"},
        },
        where=lambda how, how_request: how == how_request,
        inputs={"number": ints(0, 63), "places": lists(ints(0, 6), 0, 4)},
        edges=[(8, [0, 3]), (0, []), (5, [1, 1]), (2**30, [30])],
        cost="O(n)",
    ),
    Family(
        signature="parse_color(text: str) -> tuple[int, int, int]",
        statement="Convert a colour such as {form} into its three numbers from 0 to 255. Small and "
        "capital letters are fine. If {text} has another form, {malformed}.",
        requests=[
            "Parse colours like {form} into red, green and blue (0-255), in either case. "
            "Anything else: {malformed}."
        ],
        params={
            "form": {
                "long": "#1A2b3c",
                "both": "#1A2b3c or #1Ab, in which each digit stands for two equal ones",
                "bare": "1A2b3c, without a #",
            }
        },
        errors={"malformed": invalid("not a colour: *")},
        inputs={
            "text": mixed(
                lambda rng: rng.choice(["#", "#", ""]) + f"{rng.randrange(2**24):06x}",
                lambda rng: rng.choice(["#", ""]) + f"{rng.randrange(2**12):03X}",
                one_of("#12345", "#gggggg", "", "#"),
                weights=[3, 2, 1],
            )
        },
        edges=[("#ff8000",), ("#F80",), ("FF8000",), ("#12345",), ("",)],
        cost="O(1)",
    ),
    Family(
        signature="mix_colors(first: int, second: int) -> int",
        statement="{first} and {second} are colours 0xRRGGBB. Return the colour whose red, green "
        "and "
        "blue are each {mix} of theirs.",
        requests=["Combine two 0xRRGGBB colours channel by channel, taking {mix} of both."],
        params={
            "mix": {
                "mean": "the mean, rounded down,",
                "lighter": "the larger",
                "add": "the sum, but at most 255,",
            }
        },
        inputs={"first": ints(0, 2**24 - 1), "second": ints(0, 2**24 - 1)},
        edges=[(0xFF0000, 0x0000FF), (0, 0), (0xFFFFFF, 0x010101), (0x102030, 0x201004)],
        cost="O(1)",
    ),
    Family(
        signature="checksum(data: list[int]) -> int",
        statement="Return a check byte of {data}, which are bytes from 0 to 255: {method}. Without "
        "{data} it is 0.",
        requests=["Compute a one-byte checksum of {data}: {method}; for no bytes 0."],
        params={
            "method": {
                "xor": "all of them combined by exclusive or",
                "sum": "the lowest 8 bits of their sum",
                "complement": "the number from 0 to 255 that makes the sum of all and it a "
                "multiple "
                "of 256",
            },
        },
        inputs={"data": BYTES},
        edges=[([1, 2, 3],), ([],), ([255, 1],), ([255, 255, 3],)],
        cost="O(n)",
    ),
    Family(
        signature="to_hex(data: list[int]) -> str",
        statement="Write the bytes {data}, each from 0 to 255, as two {case} hexadecimal digits "
        "each, "
        "{joined}.",
        requests=["Hex-dump {data} (0-255 each) as two {case} digits per byte, {joined}."],
        params={
            "case": {"small": "small", "capital": "capital"},
            "joined": {
                "together": "without anything between",
                "colon": "with colons between",
                "pairs": "with a space after every two bytes that are followed by another",
            },
        },
        inputs={"data": BYTES},
        edges=[([0, 171, 255],), ([],), ([7],), ([1, 2, 3, 4],)],
        cost="O(n)",
    ),
    Family(
        signature="from_hex(text: str) -> list[int]",
        statement="Decode {text}, pairs of hexadecimal digits in either case, into bytes. "
        "{spaces} If "
        "there is anything else or a single digit is left over, {malformed}.",
        requests=[
            "Decode a hex string ({text}) into bytes, either case. {spaces} An odd digit or "
            "other characters: {malformed}."
        ],
        params={
            "spaces": {
                "none": "Spaces are not allowed.",
                "any": "Spaces may stand between pairs and at the ends, but not within a pair.",
            }
        },
        errors={"malformed": invalid("not hexadecimal: *")},
        inputs={
            "text": mixed(
                lambda rng: rng.choice(["", " "]).join(f"{b:02x}" for b in BYTES(rng)),
                text("0aFg ", 0, 5),
                weights=[3, 1],
            )
        },
        edges=[("00abFF",), ("",), ("abc",), ("0 0",), ("ab cd",), (" ",), ("xy",)],
        cost="O(n)",
    ),
    Family(
        signature="caesar(text: str, shift: int) -> str",
        statement="Shift the ASCII letters of {text} by {shift} places in the alphabet, wrapping "
        "around, and leave other characters alone. {shift} may be any whole number. {letters}",
        requests=[
            "Implement a Caesar cipher on {text}; {shift} may be negative or large, other "
            "characters stay. {letters}"
        ],
        params={
            "letters": {
                "case": "Capitals stay capitals and small letters small.",
                "digits": "Capitals stay capitals and small letters small; digits are shifted "
                "among "
                "the ten digits by the same number.",
                "small": "Only small letters are shifted.",
            }
        },
        inputs={"text": text("azAZ09 !m", 0, 8), "shift": ints(-30, 30)},
        edges=[("Hello, World 42!", 3), ("", 5), ("xyz", -1), ("abc", 26), ("Zz9", 1)],
        cost="O(n)",
    ),
    Family(
        signature="xor_cipher(data: list[int], key: list[int]) -> list[int]",
        statement="Combine each byte of {data} by exclusive or with a byte of {key}, {rule}. If "
        "{key} "
        "is empty, {no_key}.",
        requests=["Encrypt {data} by xor with {key}, {rule}. An empty {key}: {no_key}."],
        params={
            "rule": {
                "repeat": "which is repeated as often as needed",
                "chain": "which is repeated as often as needed, and also with the result of the "
                "byte "
                "before it, where there is one",
            }
        },
        errors={"no_key": invalid("the key is empty")},
        inputs={"data": BYTES, "key": lists(ints(0, 255), 1, 3)},
        edges=[([1, 2, 3], [255, 1]), ([], [7]), ([1], []), ([5, 5], [5])],
        cost="O(n)",
    ),
    Family(
        signature="encode_runs(text: str) -> str",
        statement="Compress {text}, made of letters, by writing each run of equal letters as the "
        "letter and the length of the run: {single}",
        requests=["Run-length encode letters like aaab; {single}"],
        params={
            "single": {
                "always": "aaab becomes a3b1.",
                "omit": "aaab becomes a3b, without a number for runs of length 1.",
                "shorter": "aaab becomes a3b1. If the result is not shorter than {text}, return "
                "{text} itself.",
            }
        },
        inputs={"text": text("aaab", 0, 9)},
        edges=[("aaab",), ("",), ("a",), ("aabb",), ("aaaaaaaaaaaa",)],
        cost="O(n)",
    ),
    Family(
        signature="decode_runs(text: str) -> str",
        statement="Expand {text}, letters each followed by a number, as a3b1, into aaab. "
        "{missing} If "
        "{text} has another form, {malformed}.",
        requests=[
            "Decode run-length text such as a3b1 into aaab. {missing} Otherwise {malformed}."
        ],
        params={
            "missing": {
                "required": "Every letter has a number.",
                "one": "A letter without a number stands for itself.",
            }
        },
        errors={"malformed": invalid("malformed: *")},
        inputs={
            "text": mixed(
                lambda rng: "".join(
                    rng.choice("ab") + rng.choice(["1", "2", "12", "0", ""]) for _ in range(2)
                ),
                text("a2", 0, 4),
            )
        },
        edges=[("a3b1",), ("",), ("ab2",), ("2a",), ("a0",), ("a 2",), ("a12",)],
        cost="O(n)",
    ),
    Family(
        signature="to_base(number: int, base: int) -> str",
        statement="Write {number} in {base}, which is from 2 to 36, with {digits} as digits "
        "above 9. "
        "{negative}",
        requests=[
            "Convert {number} to {base} (2 to 36), digits above 9 being {digits}. {negative}"
        ],
        params={
            "digits": {"small": "small letters", "capital": "capital letters"},
            "negative": {
                "sign": "A negative {number} gets a minus sign.",
                "never": "If {number} is negative, {refused}.",
            },
        },
        errors={"refused": invalid("number must not be negative")},
        inputs={
            "number": mixed(ints(-300, 5000), ints(0, 40)),
            "base": one_of(2, 3, 8, 16, 20, 36),
        },
        edges=[(255, 16), (0, 2), (-5, 2), (35, 36), (10, 10)],
        cost="O(log n)",
    ),
    Family(
        signature="from_base(text: str, base: int) -> int",
        statement="Read {text} as a number in {base}, which is from 2 to 16, with digits in either "
        "case and no sign. {underscores} If {text} is empty or has other characters, {malformed}.",
        requests=[
            "Parse digits of {text} in {base} (2 to 16), either case, unsigned. {underscores} "
            "Anything else, or nothing: {malformed}."
        ],
        params={
            "underscores": {
                "no": "Underscores are not allowed.",
                "yes": "A single underscore may stand between two digits.",
            }
        },
        errors={"malformed": invalid("not a number: *")},
        inputs={"text": text("01aF_9", 0, 5), "base": one_of(2, 10, 16, 16)},
        edges=[
            ("ff", 16),
            ("", 2),
            ("102", 2),
            ("1_000", 10),
            ("_1", 10),
            ("1__1", 16),
            ("FF", 16),
        ],
        cost="O(n)",
    ),
    Family(
        signature="gray_code(bits: int) -> list[int]",
        statement="Return the numbers from 0 to 2^{bits} - 1 in an order in which neighbours "
        "differ in "
        "exactly one bit: {which}. {bits} is from 0 to 6.",
        requests=["List the Gray code for {bits} (0 to 6): {which}."],
        params={
            "which": {
                "reflected": "the i-th, from 0, is i combined by exclusive or with half of i",
                "inverse": "the reflected one, in which the i-th is i combined by exclusive or "
                "with "
                "half of i, backwards",
            }
        },
        inputs={"bits": ints(0, 6)},
        edges=[(2,), (0,), (1,), (3,)],
        properties=[lambda result: all((a ^ b).bit_count() == 1 for a, b in pairwise(result))],
        cost="O(2^n)",
    ),
    Family(
        signature="pack(values: list[int]) -> int",
        statement="Pack {values}, up to four bytes from 0 to 127, into one number, 8 bits each: "
        "the "
        "first is the {first} byte. Missing ones count as 0 {where_}.",
        requests=[
            "Pack at most four {values} (0-127) into a 32-bit number, the first as the {first} "
            "byte; missing bytes are 0 {where_}."
        ],
        params={
            "first": {"little": "lowest", "big": "highest"},
            "where_": {
                "little": "after them, in the higher bytes",
                "big": "after them, in the lower bytes",
            },
        },
        where=lambda first, where_: first == where_,
        inputs={"values": lists(ints(0, 127), 0, 4)},
        edges=[([1, 2],), ([],), ([127, 0, 0, 1],), ([0, 5],)],
        cost="O(1)",
    ),
]
