"""Solutions of spec.py's families; see AUTHORING.md."""


#: family clamp
def clamp(value: int, low: int, high: int) -> int:
    return min(max(value, low), high)  #: outside=nearest
    return low + (value - low) % (high - low + 1)  #: outside=wrapped
    return value if low <= value <= high else low  #: outside=low


#: family digit_sum
def digit_sum(number: int) -> int:
    return sum(map(int, str(number)))  #: again=once
    #: again=root
    while number > 9:
        number = sum(map(int, str(number)))
    return number
    #: again=alternating
    digits = [int(digit) for digit in reversed(str(number))]
    return sum(digits[::2]) - sum(digits[1::2])
    #: end


#: family has_prime_form
def has_prime_form(number: int) -> bool:
    return len(_prime_factors(number)) == 1  #: kind=prime
    return len(_prime_factors(number)) == 2  #: kind=semiprime
    return len(set(_prime_factors(number))) == 1  #: kind=power


def _prime_factors(number: int) -> list[int]:
    factors = []
    divisor = 2
    while divisor * divisor <= number:
        while number % divisor == 0:
            factors.append(divisor)
            number //= divisor
        divisor += 1
    if number > 1:
        factors.append(number)
    return factors


#: family primes
def primes(limit: int) -> list[int]:
    size = max(limit, 0)  #: bound=below
    size = max(limit + 1, 0)  #: bound=up_to
    prime = [True] * size
    for number in range(2, int(size**0.5) + 1):
        if prime[number]:
            for multiple in range(number * number, size, number):
                prime[multiple] = False
    return [number for number in range(2, size) if prime[number]]


#: family factors
from math import isqrt  #: what=divisors|proper

#: what=divisors|proper

#: end
def factors(number: int) -> list[int]:
    #: what=prime
    found = []
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            found.append(divisor)
            number //= divisor
        else:
            divisor += 1
    if number > 1:
        found.append(number)
    return found
    #: what=distinct
    found = []
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            found.append(divisor)
        while number % divisor == 0:
            number //= divisor
        divisor += 1
    if number > 1:
        found.append(number)
    return found
    #: what=divisors|proper
    small = [each for each in range(1, isqrt(number) + 1) if number % each == 0]
    large = [number // each for each in reversed(small) if each * each != number]
    return small + large  #: what=divisors
    return (small + large)[:-1]  #: what=proper


#: family common_number
import math


def common_number(numbers: list[int]) -> int:
    return math.gcd(*numbers)  #: what=divisor
    return math.lcm(*numbers)  #: what=multiple


#: family divide
def divide(total: int, parts: int) -> list[int]:
    if parts < 1:
        raise ValueError("parts must be at least 1")
    share, rest = divmod(total, parts)
    return [share + 1] * rest + [share] * (parts - rest)  #: where_=first
    return [share] * (parts - rest) + [share + 1] * rest  #: where_=last


#: family round_half
def round_half(number: int, unit: int) -> int:
    units, rest = divmod(number, unit)
    if 2 * rest >= unit:  #: tie=up
    if 2 * rest > unit:  #: tie=down
    if 2 * rest > unit or (2 * rest == unit and units % 2 == 1):  #: tie=even
        units += 1
    return units * unit


#: family median
from statistics import median as mean_median  #: middle=mean
from statistics import median_low  #: middle=low
from statistics import median_high  #: middle=high


def median(values: list[float]) -> float:
    if not values:
        raise ValueError("no values")
    return mean_median(values)  #: middle=mean
    return median_low(values)  #: middle=low
    return median_high(values)  #: middle=high


#: family spread
from statistics import fmean  #: measure=mean
from statistics import pstdev  #: measure=population
from statistics import stdev  #: measure=sample

#: measure!=range

#: end
def spread(values: list[float]) -> float:
    if len(values) < 2:
        raise ValueError("at least two values are needed")
    return pstdev(values)  #: measure=population
    return stdev(values)  #: measure=sample
    return max(values) - min(values)  #: measure=range
    #: measure=mean
    mean = fmean(values)
    return fmean(abs(value - mean) for value in values)
    #: end


#: family percentile
def percentile(values: list[int], percent: int) -> int:
    ordered = sorted(values)
    rank = -(-percent * len(ordered) // 100)  #: method=nearest
    rank = min(percent * len(ordered) // 100 + 1, len(ordered))  #: method=strict
    return ordered[rank - 1]


#: family weighted_mean
def weighted_mean(values: list[float], weights: list[float]) -> float:
    if len(values) != len(weights):
        raise ValueError("as many weights as values are needed")
    total = sum(weights)
    if total == 0:
        raise ValueError("the weights add up to 0")  #: zero=error
        return 0.0  #: zero=nothing
    return sum(v * w for v, w in zip(values, weights, strict=True)) / total


#: family histogram
from collections import Counter


def histogram(values: list[int], width: int) -> dict[int, int]:
    return dict(Counter(value // width * width for value in values))  #: label=start
    #: label=end
    return dict(Counter(value // width * width + width - 1 for value in values))
    #: end


#: family collatz
def collatz(start: int) -> int:
    path = [start]
    while path[-1] != 1:
        number = path[-1]
        path.append(3 * number + 1 if number % 2 else number // 2)
    return len(path) - 1  #: what=steps
    return max(path)  #: what=peak
    return sum(number % 2 for number in path)  #: what=odd


#: family change_percent
def change_percent(before: int, after: int) -> str:
    size = abs(after - before) * 100
    percent = size // before  #: rounding=down
    percent = -(-size // before)  #: rounding=away
    #: zero=plain
    if percent == 0:
        return "0%"
    #: end
    sign = "-" if after < before and percent else "+"  #: zero=plus
    sign = "-" if after < before else "+"  #: zero=plain
    return f"{sign}{percent}%"


#: family running
from itertools import accumulate
from operator import mul  #: what=product


def running(values: list[int]) -> list[int]:
    return list(accumulate(values))  #: what=sum
    return list(accumulate(values, max))  #: what=max
    return list(accumulate(values, min))  #: what=min
    return list(accumulate(values, mul))  #: what=product


#: family solve_quadratic
from math import sqrt


def solve_quadratic(a: float, b: float, c: float) -> list[float]:
    if a == 0:
        raise ValueError("a must not be 0")
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    #: double=once
    if discriminant == 0:
        return [-b / (2 * a)]
    #: end
    root = sqrt(discriminant)
    return sorted([(-b - root) / (2 * a), (-b + root) / (2 * a)])


#: family power_mod
def power_mod(base: int, exponent: int, modulus: int) -> int:
    result = 1  #: zero=one
    result = 1 % modulus  #: zero=reduced
    base %= modulus
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent //= 2
    return result


#: family to_roman
SYMBOLS = [
    (1000, "M"),
    (900, "CM"),  #: style=modern
    (500, "D"),
    (400, "CD"),  #: style=modern
    (100, "C"),
    (90, "XC"),  #: style=modern
    (50, "L"),
    (40, "XL"),  #: style=modern
    (10, "X"),
    (9, "IX"),  #: style=modern
    (5, "V"),
    (4, "IV"),  #: style=modern
    (1, "I"),
]


def to_roman(number: int) -> str:
    roman = ""
    for value, symbol in SYMBOLS:
        count, number = divmod(number, value)
        roman += symbol * count
    return roman


#: family luhn
def luhn(digits: str) -> bool:
    values = [int(digit) for digit in reversed(digits)]
    doubled = [2 * value for value in values[1::2]]  #: large=plain
    #: large=luhn
    doubled = [2 * value - 9 if value > 4 else 2 * value for value in values[1::2]]
    #: end
    return (sum(values[::2]) + sum(doubled)) % 10 == 0
