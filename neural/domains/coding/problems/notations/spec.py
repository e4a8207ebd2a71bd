"""Short notations: versions, ranges, sizes, Roman numerals."""

from neural.domains.coding.draw import mixed, one_of, text
from neural.domains.coding.family import Family, invalid


def version(rng):
    return ".".join(str(rng.randint(0, 3)) for _ in range(rng.choice([1, 2, 3, 3])))


def ranges(rng):
    parts = ["1", "3-5", "7", "4-4", "2-3", "5-3", "x", ""]
    return ",".join(rng.choices(parts, [5, 5, 5, 3, 5, 1, 1, 1], k=rng.randint(1, 4)))


FAMILIES = [
    Family(
        signature="compare_versions(left: str, right: str) -> int",
        statement="Compare two versions, whole numbers separated by dots, and return -1, 0 or 1, "
        "as {left} is older than, the same as or newer than {right}. {shorter}",
        requests=["Compare version numbers such as 1.10 and 1.9 ({left} with {right}). {shorter}"],
        params={
            "shorter": {
                "padded": "Missing numbers count as 0, so that 1 is the same as 1.0.",
                "older": "A version that is the beginning of the other is older, so that 1 comes "
                "before 1.0.",
                "wildcard": "Only the numbers that both have count, so that 1 is the same as 1.5.",
            }
        },
        inputs={"left": version, "right": version},
        edges=[("1.10", "1.9"), ("1", "1.0"), ("1.0.1", "1"), ("2", "2"), ("0.9", "1")],
        cost="O(n)",
    ),
    Family(
        signature="parse_ranges(text: str) -> list[int]",
        statement="Expand a selection of pages such as 1,3-5,7 into the numbers it names, {order}. "
        "If a part is neither a number nor two numbers with a dash between, or a range runs "
        "backwards, {malformed}.",
        requests=[
            'Turn print-dialogue ranges like "2,4-6" into page numbers, {order}. If part of it '
            "makes no sense, also 5-3, {malformed}."
        ],
        params={
            "order": {
                "given": "in the order of {text}, repetitions included",
                "sorted": "ascending and each only once",
            }
        },
        inputs={"text": ranges},
        edges=[("1,3-5,7",), ("7,1-3,2",), ("",), ("5-3",), ("4-4",), ("1,,2",), ("1-2-3",)],
        errors={"malformed": invalid("not a range: *")},
        cost="O(n)",
    ),
    Family(
        signature="compress_ranges(numbers: list[int]) -> str",
        statement="Write {numbers}, ascending and distinct, as short as 1,3-5,7: {pairs}",
        requests=["Turn sorted page numbers into text like 1,3-5,7. {pairs}"],
        params={
            "pairs": {
                "joined": "Runs of two or more neighbours become a range.",
                "listed": "Runs of three or more neighbours become a range; two are listed.",
            }
        },
        inputs={"numbers": lambda rng: sorted(rng.sample(range(12), rng.randint(0, 9)))},
        edges=[([1, 3, 4, 5, 7],), ([],), ([4],), ([1, 2],), ([1, 2, 3],)],
        cost="O(n)",
    ),
    Family(
        signature="parse_size(text: str) -> long",
        statement="Parse a size such as 512, 10K, 3M or 2G into bytes; the units are powers of "
        "{base}. Small letters are fine too. If {text} has another form, {malformed}.",
        requests=[
            "Convert sizes like 4k or 2G into a number of bytes (K, M, G in steps of {base}, in "
            "either case, or no unit). Anything else: {malformed}."
        ],
        params={"base": (1000, 1024)},
        inputs={
            "text": mixed(
                lambda rng: f"{rng.randint(0, 300)}{rng.choice(['', 'K', 'k', 'M', 'g', 'G'])}",
                one_of("K", "1T", "-1", "1.5M", "1 K"),
                weights=[5, 1],
            )
        },
        edges=[("10K",), ("512",), ("",), ("2g",), ("K",), ("1KB",), ("300G",)],
        errors={"malformed": invalid("not a size: *")},
        cost="O(n)",
    ),
    Family(
        signature="parse_roman(text: str) -> int",
        statement="Convert Roman numerals, in capitals, into a number. {strict} An empty {text} or "
        "one with other letters is malformed: {malformed}.",
        requests=[
            "Parse Roman numerals (capitals) into a number. {strict} If it fails, {malformed}."
        ],
        params={
            "strict": {
                "yes": "Only the standard form up to 3999 is allowed, so IIII is malformed.",
                "no": "Any order is accepted: a letter that stands before a larger one is "
                "subtracted, all others are added.",
            }
        },
        inputs={
            "text": mixed(
                one_of("I", "IV", "IX", "XIV", "XL", "MCMXCIV", "MMXXVI", "CD", "LXXX"),
                text("IVX", 1, 4),
                weights=[2, 1],
            )
        },
        edges=[("XIV",), ("IIII",), ("",), ("IC",), ("ABC",), ("MMMCMXCIX",)],
        errors={"malformed": invalid("not a Roman numeral: *")},
        cost="O(n)",
    ),
]
