"""Prices, taxes, discounts, splits, currencies and units of measurement."""

from neural.domains.coding.draw import floats, ints, lists, mixed, one_of
from neural.domains.coding.family import Family, invalid, missing

CENTS = mixed(ints(0, 999), ints(0, 2_000_000), one_of(0, 5, 100))

FAMILIES = [
    Family(
        signature="format_cents(cents: int) -> str",
        statement="Write an amount of {cents}, which may be negative, as {style}.",
        requests=["Format {cents} (possibly negative) for display as {style}."],
        params={
            "style": {
                "plain": "1234.50 or -0.05",
                "grouped": "1,234.50 or -0.05, with commas between thousands",
                "european": "1.234,50 or -0,05, with points between thousands and a decimal comma",
                "accounting": "1234.50, and as (0.05) if it is negative",
            }
        },
        inputs={"cents": lambda rng: CENTS(rng) * rng.choice([1, 1, -1])},
        edges=[(123450,), (0,), (-5,), (100000000,), (99999,)],
        cost="O(n)",
    ),
    Family(
        signature="parse_price(text: str) -> int",
        statement="Parse a price such as 12, 12.5 or 12.50 into cents: digits, and if need be a "
        "point and one or two more digits. {currency} If {text} has another form, {malformed}.",
        requests=[
            "Read a price like 3.99, 3.9 or 3 and return cents. {currency} Anything else: "
            "{malformed}."
        ],
        params={
            "currency": {
                "none": "Nothing else is allowed.",
                "euro": "A euro sign, €, may come before or after, but not both.",
                "sign": "A minus sign may come first.",
            }
        },
        errors={"malformed": invalid("not a price: *")},
        inputs={
            "text": mixed(
                lambda rng: f"{rng.randint(0, 99)}{rng.choice(['', '.5', '.05', '.99'])}",
                lambda rng: f"-{rng.randint(0, 9)}.5",
                one_of("€4", "4.5€", "€1€", ".5", "1.", "1.234", "", "-"),
                weights=[3, 1, 2],
            )
        },
        edges=[("12.5",), ("12",), ("",), ("€3.99",), ("-1",), ("1,50",), ("1.005",)],
        cost="O(n)",
    ),
    Family(
        signature="add_tax(cents: int, percent: int) -> int",
        statement="Return the price of {cents} with a tax of {percent} percent added, in whole "
        "cents; fractions of a cent are {rounding}. Neither is negative.",
        requests=[
            "Add {percent} % tax to a net price in {cents}; what is left of a cent is {rounding}."
        ],
        params={
            "rounding": {
                "nearest": "rounded to the nearest cent, half a cent up",
                "down": "dropped",
                "up": "rounded up",
            }
        },
        inputs={"cents": ints(0, 999), "percent": one_of(0, 7, 19, 21, 50)},
        edges=[(1000, 19), (0, 19), (1, 50), (333, 7), (99, 0)],
        cost="O(1)",
    ),
    Family(
        signature="net_price(gross: int, percent: int) -> tuple[int, int]",
        statement="Split a {gross} price in cents, which includes a tax of {percent} percent, into "
        "the net price and the tax. The {rounded} is rounded to the nearest cent, half a cent up, "
        "and both add up to {gross}. Neither argument is negative.",
        requests=[
            "Take the {percent} % tax out of a {gross} price in cents: return net and tax, "
            "which add up exactly; the {rounded} is what gets rounded (half up)."
        ],
        params={"rounded": {"net": "net price", "tax": "tax"}},
        inputs={"gross": ints(0, 200), "percent": one_of(0, 7, 19, 25, 100)},
        edges=[(1190, 19), (0, 7), (1, 100), (3, 100), (100, 7)],
        properties=[lambda gross, result: sum(result) == gross],
        cost="O(1)",
    ),
    Family(
        signature="split_bill(cents: int, people: int) -> list[int]",
        statement="Split {cents} between {people} as fairly as whole cents allow; {rest}. "
        "{cents} is "
        "not negative. If {people} is less than 1, {nobody}.",
        requests=[
            "Divide a bill of {cents} among {people}: {rest}. Fewer than 1 of {people}: {nobody}."
        ],
        params={
            "rest": {
                "first": "the first pay one cent more where it does not come out even",
                "last": "the last pay one cent more where it does not come out even",
                "one": "all pay the same, rounded down, and the first pays all that is left over",
            }
        },
        errors={"nobody": invalid("nobody is there to pay")},
        inputs={"cents": ints(0, 500), "people": ints(1, 6)},
        edges=[(1000, 3), (0, 2), (5, 0), (2, 4), (7, 1)],
        properties=[lambda cents, result: sum(result) == cents],
        cost="O(n)",
    ),
    Family(
        signature="allocate(cents: int, shares: list[int]) -> list[int]",
        statement="Divide {cents} in proportion to {shares}: first everybody gets the proportional "
        "amount rounded down, then the cents left over go one each {order}. {cents} and {shares} "
        "are not negative. If {shares} add up to 0, {nothing}.",
        requests=[
            "Allocate {cents} by {shares} without losing one: round down, then hand out the "
            "rest one cent each {order}. All {shares} 0 or none at all: {nothing}."
        ],
        params={
            "order": {
                "given": "in the order of {shares}, to those whose share is not 0",
                "remainder": "to those with the largest fraction of a cent cut off, and of equal "
                "ones to the earlier",
                "largest": "to those with the largest shares, and of equal ones to the earlier",
            }
        },
        errors={"nothing": invalid("there are no shares")},
        inputs={
            "cents": ints(0, 200),
            "shares": mixed(lists(ints(0, 5), 1, 4), lists(ints(1, 9), 2, 5)),
        },
        edges=[(100, [1, 1, 1]), (100, []), (5, [0, 1, 0, 2]), (0, [1]), (10, [3, 3, 1])],
        properties=[lambda cents, result: sum(result) == cents],
        cost="O(n log n)",
    ),
    Family(
        signature="discount(cents: int, count: int) -> int",
        statement="Return the price in cents of {count} pieces at {cents} each, with a discount: "
        "{deal} Neither is negative.",
        requests=["What do {count} pieces at {cents} each cost? {deal}"],
        params={
            "deal": {
                "third": "Every third piece is free.",
                "bulk": "From 3 pieces on, all of them cost 10 percent less, and what is left of a "
                "cent in the sum is dropped.",
                "extra": "From 3 pieces on, each cent of the sum above 1000 counts half, and "
                "what is "
                "left of a cent is dropped.",
            }
        },
        inputs={"cents": ints(0, 600), "count": ints(0, 7)},
        edges=[(100, 3), (250, 2), (0, 5), (999, 3), (505, 6)],
        cost="O(1)",
    ),
    Family(
        signature="income_tax(income: int) -> int",
        statement="Compute the tax on {income}, a whole amount that is not negative: {scheme} The "
        "result is rounded down.",
        requests=["Calculate the tax on an {income}: {scheme} Round the result down."],
        params={
            "scheme": {
                "progressive": "the part up to 10000 is free, that from there up to 50000 is taxed "
                "with 20 percent, and what is above with 40 percent.",
                "stepped": "up to 10000 it is free, up to 50000 all of it is taxed with 20 "
                "percent, "
                "and above that all of it with 40 percent.",
                "capped": "the part above 10000 is taxed with 20 percent, but the tax is never "
                "more "
                "than 8000.",
            }
        },
        inputs={"income": mixed(ints(0, 12000), ints(0, 90000))},
        edges=[(30000,), (0,), (10000,), (50000,), (60003,), (10004,)],
        cost="O(1)",
    ),
    Family(
        signature="make_change(cents: int) -> list[int]",
        statement="Return {coins} that add up to {cents}, which is not negative, as few as "
        "possible, the {order} first.",
        requests=["Give change for {cents} with the fewest {coins}, the {order} first."],
        params={
            "coins": {
                "euro": "coins of 1, 2, 5, 10, 20 and 50 cents",
                "us": "coins of 1, 5, 10 and 25 cents",
            },
            "order": {"largest": "largest", "smallest": "smallest"},
        },
        inputs={"cents": ints(0, 99)},
        edges=[(88,), (0,), (1,), (40,), (30,)],
        properties=[lambda cents, result: sum(result) == cents],
        cost="O(n)",
    ),
    Family(
        signature="exchange(amount: int, rates: dict[str, int], source: str, target: str) -> int",
        statement="Convert {amount} cents from the currency {source} to {target}. {rates} says for "
        "each currency {meaning}. The result is rounded down to whole cents. If a currency has no "
        "rate, {unknown}. {amount} is not negative, and rates are positive.",
        requests=[
            "Convert {amount} (cents, not negative) from {source} to {target} with {rates}, "
            "which give {meaning}; round down. A currency without a rate: {unknown}."
        ],
        params={
            "meaning": {
                "worth": "how many thousandths of the base currency one unit of it is worth",
                "price": "how many thousandths of a unit of it one unit of the base currency buys",
            }
        },
        errors={"unknown": missing("no rate for *")},
        inputs={
            "amount": ints(0, 1000),
            "rates": lambda rng: (
                {"EUR": 1000, "USD": rng.choice([900, 800, 1250])}
                | ({"GBP": 1200} if rng.random() < 0.7 else {})
            ),
            "source": one_of("EUR", "USD", "GBP"),
            "target": one_of("EUR", "USD", "GBP"),
        },
        edges=[
            (1000, {"EUR": 1000, "USD": 900}, "USD", "EUR"),
            (100, {"EUR": 1000}, "EUR", "USD"),
            (50, {"EUR": 1000}, "EUR", "EUR"),
            (7, {"A": 3, "B": 2}, "A", "B"),
        ],
        cost="O(1)",
    ),
    Family(
        signature="format_bytes(size: long) -> str",
        statement="Write a {size} in bytes with its largest suitable unit, {units}, {digits}, such "
        "as {example}. {size} is not negative.",
        requests=[
            "Show a file {size} to people with the largest unit that fits, {units}, {digits}; "
            "e.g. {example}."
        ],
        params={
            "units": {
                "decimal": "of B, kB, MB and GB in steps of 1000",
                "binary": "of B, KiB, MiB and GiB in steps of 1024",
            },
            "digits": {
                "whole": "rounded down to a whole number",
                "tenth": "with one decimal, further ones cut off, except for bytes",
            },
            "example": {
                "decimal": "1500 as 1 or 1.5 kB",
                "binary": "2048 as 2 or 2.0 KiB",
            },
        },
        where=lambda units, digits, example: units == example,
        inputs={"size": mixed(ints(0, 2500), ints(0, 10**7), ints(0, 10**12))},
        edges=[(1536,), (0,), (999,), (1000,), (1024,), (10**12,), (1048575,)],
        cost="O(1)",
    ),
    Family(
        signature="convert_length(value: float, source: str, target: str) -> float",
        statement="Convert a length from the unit {source} to {target}; units are mm, cm, m, km"
        "{imperial}. If a unit is not known, {unknown}.",
        requests=[
            "Convert a {value} between units of length (mm, cm, m, km{imperial}) given by "
            "name. An unknown unit: {unknown}."
        ],
        params={"imperial": {"no": "", "yes": ", in (2.54 cm) and ft (12 in)"}},
        errors={"unknown": missing("unknown unit *")},
        inputs={
            "value": floats(0, 50, 1),
            "source": one_of("mm", "cm", "m", "km", "in", "ft"),
            "target": one_of("mm", "cm", "m", "km", "in", "ft"),
        },
        edges=[(2.5, "m", "cm"), (1.0, "ft", "in"), (1.0, "yd", "m"), (0.0, "km", "mm")],
        cost="O(1)",
    ),
    Family(
        signature="convert_temperature(degrees: float) -> float",
        statement="Convert {degrees} {direction}. A temperature below absolute zero, -273.15 "
        "degrees Celsius, is impossible: {impossible}.",
        requests=["Convert a temperature {direction}; below -273.15 °C, {impossible}."],
        params={
            "direction": {
                "c_f": "from Celsius to Fahrenheit",
                "f_c": "from Fahrenheit to Celsius",
                "c_k": "from Celsius to Kelvin",
            }
        },
        errors={"impossible": invalid("below absolute zero")},
        inputs={"degrees": floats(-300, 500, 1)},
        edges=[(100.0,), (32.0,), (-300.0,), (-500.0,), (-40.0,)],
        cost="O(1)",
    ),
    Family(
        signature="interest(cents: int, percent: int, years: int) -> int",
        statement="Return what {cents} have become after {years} with {percent} percent interest a "
        "year, {kind}. Nothing is negative, and amounts are at most 100000.",
        requests=["Grow {cents} for {years} at {percent} % a year, {kind}."],
        params={
            "kind": {
                "compound": "which is added every year, rounded down to whole cents",
                "simple": "which is always computed from the first amount and rounded down to "
                "whole "
                "cents at the end",
            }
        },
        inputs={"cents": ints(0, 100000), "percent": ints(0, 9), "years": ints(0, 8)},
        edges=[(10000, 5, 2), (0, 5, 3), (999, 3, 0), (100, 1, 5)],
        cost="O(n)",
    ),
    Family(
        signature="settle(balances: dict[str, int]) -> list[tuple[str, str, int]]",
        statement="{balances} says how much each person has paid too much (positive) or too little "
        "(negative); they add up to 0. Return payments (from, to, amount) that settle everything: "
        "always the {debtor} pays the one who is owed most, as much as settles one of the two. Of "
        "equal ones, the alphabetically first is taken.",
        requests=[
            "Settle shared expenses from {balances} (positive: is owed, sum 0): repeatedly let "
            "the {debtor} pay whoever is owed most, as much as clears one of them; ties go to "
            "the alphabetically first. Return (from, to, amount) in that order."
        ],
        params={"debtor": {"largest": "one who owes most", "smallest": "one who owes least"}},
        inputs=lambda rng: (
            (lambda v: dict(zip("abcd", [*v, -sum(v)], strict=True)))(
                [rng.randint(-9, 9) for _ in range(3)]
            ),
        ),
        edges=[({"ann": 30, "bob": -10, "cleo": -20},), ({},), ({"a": 0},), ({"a": 5, "b": -5},)],
        cost="O(n^2)",
    ),
]
