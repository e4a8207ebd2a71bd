"""Arithmetic, number theory and statistics as programs need them."""

from math import gcd, lcm

from neural.domains.coding.draw import floats, ints, lists, mixed, one_of
from neural.domains.coding.family import Family, invalid


def weighted(rng):
    count = rng.randint(0, 4)
    weights = count if rng.random() < 0.8 else 2
    return (
        [round(rng.uniform(0, 9), 1) for _ in range(count)],
        [rng.choice([0.0, 0.5, 1.0, 2.0]) for _ in range(weights)],
    )


FAMILIES = [
    Family(
        signature="clamp(value: int, low: int, high: int) -> int",
        statement="Bring {value} into the range from {low} to {high}, which both belong to it: "
        "{outside}. {low} is not greater than {high}.",
        requests=["Keep a {value} within {low} and {high}, both allowed: {outside}."],
        params={
            "outside": {
                "nearest": "a value outside becomes the nearer end",
                "wrapped": "a value beyond one end comes in again at the other, as on a dial",
                "low": "a value outside becomes {low}",
            }
        },
        inputs=lambda rng: (
            rng.randint(-20, 20),
            low := rng.randint(-5, 5),
            low + rng.randint(0, 7),
        ),
        edges=[(5, 0, 3), (2, 0, 3), (-1, 0, 3), (7, 2, 2), (3, 0, 3)],
        properties=[lambda low, high, result: low <= result <= high],
        cost="O(1)",
    ),
    Family(
        signature="digit_sum(number: int) -> int",
        statement="Return the sum of the decimal digits of {number}, which is not negative. "
        "{again}",
        requests=["Add up the digits of a {number} (never negative). {again}"],
        params={
            "again": {
                "once": "The sum may have several digits.",
                "root": "Repeat that with the sum until a single digit is left.",
                "alternating": "From the right, every second digit, the first of them the one "
                "before the last, is subtracted instead.",
            }
        },
        inputs={"number": mixed(ints(0, 99), ints(0, 10**9))},
        edges=[(1984,), (0,), (9,), (99,), (1000,)],
        cost="O(n)",
    ),
    Family(
        signature="has_prime_form(number: int) -> bool",
        statement="Tell whether {number} is {kind}. {number} may be any whole number; below 2, the "
        "answer is {false}.",
        requests=["Check if a {number} is {kind}; numbers below 2 never are."],
        params={
            "kind": {
                "prime": "a prime",
                "semiprime": "the product of exactly two primes, which may be equal",
                "power": "a power of a prime, such as 7, 8 or 25",
            }
        },
        inputs={"number": mixed(ints(-3, 60), ints(0, 5000))},
        edges=[(7,), (1,), (0,), (4,), (-7,), (15,), (12,), (49,), (2,)],
        cost="O(sqrt(n))",
    ),
    Family(
        signature="primes(limit: int) -> list[int]",
        statement="Return the primes {bound} {limit}, ascending, found with the sieve of "
        "Eratosthenes.",
        requests=["List all primes {bound} {limit} with a sieve, in ascending order."],
        params={"bound": {"below": "below", "up_to": "up to and including"}},
        inputs={"limit": ints(-1, 120)},
        edges=[(10,), (0,), (2,), (3,), (1,), (25,)],
        properties=[lambda result: all(n % p for i, n in enumerate(result) for p in result[:i])],
        cost="O(n log log n)",
    ),
    Family(
        signature="factors(number: int) -> list[int]",
        statement="Return the {what} of {number}, ascending. {number} is at least 1.",
        requests=["Find the {what} of a positive {number}, in ascending order."],
        params={
            "what": {
                "prime": "prime factors, each as often as it divides the number,",
                "distinct": "different prime factors",
                "divisors": "divisors, including 1 and the number itself,",
                "proper": "divisors that are smaller than the number",
            }
        },
        inputs={"number": ints(1, 400)},
        edges=[(12,), (1,), (13,), (36,), (100,)],
        properties=[lambda number, result: all(number % each == 0 for each in result)],
        cost="O(sqrt(n))",
    ),
    Family(
        signature="common_number(numbers: list[int]) -> int",
        statement="Return the {what} of {numbers}, which are positive; for none at all, {empty}.",
        requests=["Compute the {what} of a {list} of positive numbers ({empty} if it is empty)."],
        params={
            "what": {"divisor": "greatest common divisor", "multiple": "least common multiple"},
            "empty": {"zero": "0", "one": "1"},
        },
        where=lambda what, empty: (what == "divisor") == (empty == "zero"),
        inputs={"numbers": lists(ints(1, 24), 0, 4)},
        edges=[([12, 18],), ([],), ([7],), ([4, 6, 10],), ([3, 5],)],
        oracle=lambda numbers, what: gcd(*numbers) if what == "divisor" else lcm(*numbers),
        cost="O(n)",
    ),
    Family(
        signature="divide(total: int, parts: int) -> list[int]",
        statement="Split {total} into {parts} whole numbers as equal as possible, whose sum is "
        "{total}. The larger ones come {where_}. {total} is not negative. If {parts} is less than "
        "1, {bad}.",
        requests=[
            "Distribute {total} items over {parts} as evenly as whole numbers allow, the "
            "larger shares {where_}. Fewer than 1 of {parts}: {bad}."
        ],
        params={"where_": {"first": "first", "last": "last"}},
        inputs={"total": ints(0, 30), "parts": ints(1, 7)},
        edges=[(10, 3), (0, 2), (2, 4), (6, 3), (5, 0)],
        errors={"bad": invalid("parts must be at least 1")},
        properties=[
            lambda total, parts, result: (
                sum(result) == total and len(result) == parts and max(result) - min(result) < 2
            )
        ],
        cost="O(n)",
    ),
    Family(
        signature="round_half(number: int, unit: int) -> int",
        statement="Round {number}, which is not negative, to a multiple of {unit}, which is "
        "positive; halfway between two multiples, {tie}.",
        requests=[
            "Round a {number} to multiples of {unit} without floats; when it is exactly "
            "halfway, {tie}."
        ],
        params={
            "tie": {
                "up": "take the larger",
                "down": "take the smaller",
                "even": "take the one that is an even number of units",
            }
        },
        inputs={"number": ints(0, 60), "unit": one_of(1, 2, 4, 5, 10)},
        edges=[(15, 10), (25, 10), (14, 10), (0, 5), (7, 2), (16, 10)],
        cost="O(1)",
    ),
    Family(
        signature="median(values: list[float]) -> float",
        statement="Return the median of {values}: the middle one in order of size, and of an even "
        "number of values the {middle}. If there are no values, {empty}.",
        requests=[
            "Compute the median of {values}; with an even count, use the {middle}. Without "
            "any, {empty}."
        ],
        params={
            "middle": {
                "mean": "mean of the two in the middle",
                "low": "smaller of the two in the middle",
                "high": "larger of the two in the middle",
            }
        },
        inputs={"values": lists(floats(0, 10, 1), 1, 7)},
        edges=[([3.0, 1.0, 2.0],), ([1.0, 2.0],), ([],), ([5.5],), ([4.0, 1.0, 3.0, 2.0],)],
        errors={"empty": invalid("no values")},
        cost="O(n log n)",
    ),
    Family(
        signature="spread(values: list[float]) -> float",
        statement="Return the {measure} of {values}. If there are fewer than two values, {few}.",
        requests=["How much do {values} vary? Compute the {measure}; fewer than two: {few}."],
        params={
            "measure": {
                "population": "standard deviation, dividing by the number of values",
                "sample": "standard deviation of a sample, dividing by one less than the number",
                "range": "difference of the largest and the smallest",
                "mean": "mean distance from the mean",
            }
        },
        inputs={"values": lists(floats(0, 10, 1), 2, 6)},
        edges=[([2.0, 4.0, 4.0, 6.0],), ([1.0],), ([],), ([3.0, 3.0],), ([1.0, 2.0],)],
        errors={"few": invalid("at least two values are needed")},
        cost="O(n)",
    ),
    Family(
        signature="percentile(values: list[int], percent: int) -> int",
        statement="Return a value of {values}, which are not empty, such that at least {percent} "
        "percent of them are not larger: {method}. {percent} is from 1 to 100.",
        requests=["Compute a percentile ({percent} from 1 to 100) of {values}: {method}."],
        params={
            "method": {
                "nearest": "the smallest value for which that holds",
                "strict": "the smallest value for which more than that is not larger, or the "
                "largest of all if there is none",
            }
        },
        inputs={"values": lists(ints(0, 50), 1, 10), "percent": one_of(1, 10, 25, 50, 75, 90, 100)},
        edges=[([1, 2, 3, 4], 50), ([7], 100), ([1, 2], 50), ([5, 1], 1), ([1, 2, 3], 99)],
        cost="O(n log n)",
    ),
    Family(
        signature="weighted_mean(values: list[float], weights: list[float]) -> float",
        statement="Return the mean of {values}, each with its weight of {weights}. If the two "
        "differ in length, {lengths}. If the weights add up to 0, {zero}. Weights are not "
        "negative.",
        requests=[
            "Average {values} with {weights}. Different lengths: {lengths}. All weights 0: {zero}."
        ],
        params={"zero": {"error": "{weightless}", "nothing": "return 0"}},
        inputs=weighted,
        edges=[([1.0, 3.0], [1.0, 3.0]), ([], []), ([1.0], []), ([2.0], [0.0])],
        errors={
            "lengths": invalid("as many weights as values are needed"),
            "weightless": invalid("the weights add up to 0"),
        },
        cost="O(n)",
    ),
    Family(
        signature="histogram(values: list[int], width: int) -> dict[int, int]",
        statement="Count {values} in bins of {width}, which is positive: return a {map} from the "
        "{label} of each bin to the number of values in it, without empty bins. Bins begin at the "
        "multiples of {width}; values may be negative.",
        requests=[
            "Build a histogram of {values} with bins of {width} aligned at 0 (negative values "
            "too). Key: the bin's {label}; leave out empty bins."
        ],
        params={"label": {"start": "first number", "end": "last number"}},
        inputs={"values": lists(ints(-12, 12), 0, 9), "width": ints(1, 5)},
        edges=[([0, 4, 5, -1], 5), ([], 3), ([2, 2], 1), ([-5, -6], 5)],
        properties=[lambda values, result: sum(result.values()) == len(values)],
        cost="O(n)",
    ),
    Family(
        signature="collatz(start: int) -> int",
        statement="From {start}, which is at least 1, halve an even number and turn an odd one "
        "into "
        "three times itself plus 1, until 1 is reached. Return the {what}.",
        requests=[
            "Follow the 3n+1 rule from {start} (at least 1) down to 1 and return the {what}."
        ],
        params={
            "what": {
                "steps": "number of steps",
                "peak": "largest number on the way, {start} included",
                "odd": "number of odd numbers on the way, {start} and the final 1 included",
            }
        },
        inputs={"start": ints(1, 99)},
        edges=[(6,), (1,), (2,), (27,)],
    ),
    Family(
        signature="change_percent(before: int, after: int) -> str",
        statement="Write the change from {before}, which is positive, to {after}, which is not "
        "negative, as a percentage with a sign, such as +25% or -10%, rounded {rounding}. No "
        "change is {zero}.",
        requests=[
            "Format how {after} differs from {before} as a signed percentage (+25%), rounded "
            "{rounding}; {zero} if that is no change."
        ],
        params={
            "rounding": {"down": "towards zero", "away": "away from zero"},
            "zero": {"plus": "+0%", "plain": "0%"},
        },
        inputs={"before": ints(1, 40), "after": ints(0, 60)},
        edges=[(100, 125), (100, 90), (5, 5), (3, 4), (7, 6), (1000, 1001)],
        cost="O(1)",
    ),
    Family(
        signature="running(values: list[int]) -> list[int]",
        statement="Return for each of {values} the {what} up to and including it.",
        requests=["Compute the running {what} of {values}."],
        params={
            "what": {
                "sum": "sum",
                "max": "largest value",
                "min": "smallest value",
                "product": "product",
            }
        },
        inputs={"values": lists(ints(-4, 6), 0, 7)},
        edges=[([3, -1, 4],), ([],), ([5],), ([2, 0, 3],)],
        cost="O(n)",
    ),
    Family(
        signature="solve_quadratic(a: float, b: float, c: float) -> list[float]",
        statement="Return the real solutions of a x² + b x + c = 0 in ascending order, a double "
        "one {double}. If {a} is 0, {linear}.",
        requests=[
            "Solve a x² + b x + c = 0 over the reals: ascending, a double solution {double}. "
            "{a} must not be 0; otherwise {linear}."
        ],
        params={"double": {"once": "once", "twice": "twice"}},
        inputs=lambda rng: rng.choice(
            [
                (1.0, float(-(p + q)), float(p * q))
                for p in range(-3, 4)
                for q in (p, p, rng.randint(-3, 3))
            ]
            + [(1.0, 0.0, 1.0), (2.0, 4.0, -6.0), (-1.0, 0.0, 4.0)]
        ),
        edges=[(1.0, -3.0, 2.0), (1.0, 2.0, 1.0), (1.0, 0.0, 1.0), (0.0, 1.0, 1.0)],
        errors={"linear": invalid("a must not be 0")},
        cost="O(1)",
    ),
    Family(
        signature="power_mod(base: long, exponent: long, modulus: long) -> long",
        statement="Return {base} to the power of {exponent} modulo {modulus} by repeated squaring. "
        "{base} and {exponent} are not negative, {modulus} is positive and below 2^31. If "
        "{exponent} is 0, the result is {zero}.",
        requests=[
            "Implement modular exponentiation by squaring for non-negative {base} and "
            "{exponent}, with {modulus} below 2^31. An exponent of 0 gives {zero}."
        ],
        params={"zero": {"one": "1, even if {modulus} is 1", "reduced": "1 modulo {modulus}"}},
        inputs={
            "base": ints(0, 10**9),
            "exponent": mixed(ints(0, 3), ints(0, 10**12)),
            "modulus": mixed(ints(1, 4), ints(1, 2**31 - 1)),
        },
        edges=[
            (2, 10, 1000),
            (5, 0, 1),
            (5, 0, 7),
            (0, 0, 3),
            (10**9, 10**12, 2147483647),
            (3, 2, 1),
        ],
        cost="O(log n)",
    ),
    Family(
        signature="to_roman(number: int) -> str",
        statement="Write {number}, from 1 to 3999, in Roman numerals, {style}.",
        requests=["Convert a {number} between 1 and 3999 to Roman numerals, {style}."],
        params={
            "style": {
                "modern": "with subtraction: 4 is IV and 900 is CM",
                "ancient": "without subtraction: 4 is IIII and 900 is DCCCC",
            }
        },
        inputs={"number": mixed(ints(1, 50), ints(1, 3999))},
        edges=[(4,), (1994,), (3999,), (1,), (900,)],
        cost="O(1)",
    ),
    Family(
        signature="luhn(digits: str) -> bool",
        statement="Check {digits}, a number with a check digit at its end: from the right, double "
        "every second digit, beginning with the one before the last; {large} The sum of all must "
        "be a multiple of 10. {digits} holds one digit or more and nothing else.",
        requests=[
            "Validate a card number's check digit: from the right, every second digit is "
            "doubled; {large} The total has to be divisible by 10."
        ],
        params={
            "large": {
                "luhn": "from a result above 9, 9 is subtracted.",
                "plain": "a result above 9 is kept as it is.",
            }
        },
        inputs={
            "digits": lambda rng: str(
                rng.choice(
                    [18, 26, 59, 79927398713, 5, 91, 0, 109, rng.randint(0, 99), rng.randint(0, 99)]
                )
            )
        },
        edges=[("79927398713",), ("79927398710",), ("0",), ("18",), ("59",), ("5",)],
        cost="O(n)",
    ),
]
