"""Solutions of spec.py's families; see AUTHORING.md."""


#: family format_cents
def format_cents(cents: int) -> str:
    units, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""  #: style!=accounting
    return f"{sign}{units}.{rest:02}"  #: style=plain
    return f"{sign}{units:,}.{rest:02}"  #: style=grouped
    return f"{sign}{units:,}".replace(",", ".") + f",{rest:02}"  #: style=european
    #: style=accounting
    amount = f"{units}.{rest:02}"
    return f"({amount})" if cents < 0 else amount
    #: end


#: family parse_price
import re

PRICE = re.compile(r"(\d+)(?:\.(\d{1,2}))?", re.ASCII)  #: currency!=sign
PRICE = re.compile(r"(-?)(\d+)(?:\.(\d{1,2}))?", re.ASCII)  #: currency=sign


def parse_price(text: str) -> int:
    match = PRICE.fullmatch(text)  #: currency!=euro
    #: currency=euro
    bare = text.removeprefix("€") if text.startswith("€") else text.removesuffix("€")
    match = PRICE.fullmatch(bare)
    #: end
    if not match:
        raise ValueError(f"not a price: {text!r}")
    #: currency=sign
    sign, units, fraction = match.groups()
    cents = int(units) * 100 + int((fraction or "").ljust(2, "0"))
    return -cents if sign else cents
    #: currency!=sign
    units, fraction = match.groups()
    return int(units) * 100 + int((fraction or "").ljust(2, "0"))
    #: end


#: family add_tax
def add_tax(cents: int, percent: int) -> int:
    return cents + (cents * percent + 50) // 100  #: rounding=nearest
    return cents + cents * percent // 100  #: rounding=down
    return cents - (-cents * percent // 100)  #: rounding=up


#: family net_price
def net_price(gross: int, percent: int) -> tuple[int, int]:
    whole = 100 + percent
    #: rounded=net
    net = (2 * gross * 100 + whole) // (2 * whole)
    return net, gross - net
    #: rounded=tax
    tax = (2 * gross * percent + whole) // (2 * whole)
    return gross - tax, tax
    #: end


#: family split_bill
def split_bill(cents: int, people: int) -> list[int]:
    if people < 1:
        raise ValueError("nobody is there to pay")
    share, rest = divmod(cents, people)
    return [share + 1] * rest + [share] * (people - rest)  #: rest=first
    return [share] * (people - rest) + [share + 1] * rest  #: rest=last
    return [share + rest] + [share] * (people - 1)  #: rest=one


#: family allocate
def allocate(cents: int, shares: list[int]) -> list[int]:
    total = sum(shares)
    if total == 0:
        raise ValueError("there are no shares")
    amounts = [cents * share // total for share in shares]
    left = cents - sum(amounts)
    places = [i for i, share in enumerate(shares) if share > 0]  #: order=given
    #: order=remainder
    places = sorted(range(len(shares)), key=lambda i: -(cents * shares[i] % total))
    #: order=largest
    places = sorted(range(len(shares)), key=lambda i: -shares[i])
    #: end
    for i in places[:left]:
        amounts[i] += 1
    return amounts


#: family discount
def discount(cents: int, count: int) -> int:
    return cents * (count - count // 3)  #: deal=third
    #: deal=bulk
    total = cents * count
    return total * 9 // 10 if count >= 3 else total
    #: deal=extra
    total = cents * count
    if count < 3 or total <= 1000:
        return total
    return 1000 + (total - 1000) // 2
    #: end


#: family income_tax
def income_tax(income: int) -> int:
    #: scheme=progressive
    middle = min(max(income - 10_000, 0), 40_000)
    upper = max(income - 50_000, 0)
    return (middle * 20 + upper * 40) // 100
    #: scheme=stepped
    if income <= 10_000:
        return 0
    return income * (20 if income <= 50_000 else 40) // 100
    #: scheme=capped
    return min(max(income - 10_000, 0) * 20 // 100, 8_000)
    #: end


#: family make_change
DENOMINATIONS = (50, 20, 10, 5, 2, 1)  #: coins=euro
DENOMINATIONS = (25, 10, 5, 1)  #: coins=us


def make_change(cents: int) -> list[int]:
    change: list[int] = []
    for coin in DENOMINATIONS:
        count, cents = divmod(cents, coin)
        change += [coin] * count
    return change  #: order=largest
    return change[::-1]  #: order=smallest


#: family exchange
def exchange(amount: int, rates: dict[str, int], source: str, target: str) -> int:
    for currency in (source, target):
        if currency not in rates:
            raise KeyError(f"no rate for {currency}")
    return amount * rates[source] // rates[target]  #: meaning=worth
    return amount * rates[target] // rates[source]  #: meaning=price


#: family format_bytes
STEP = 1000  #: units=decimal
STEP = 1024  #: units=binary


def format_bytes(size: int) -> str:
    tenths = 10 * size  #: digits=tenth
    for unit in ("B", "kB", "MB"):  #: units=decimal
    for unit in ("B", "KiB", "MiB"):  #: units=binary
        #: digits=whole
        if size < STEP:
            return f"{size} {unit}"
        size //= STEP
        #: digits=tenth
        if tenths < 10 * STEP:
            whole, tenth = divmod(tenths, 10)
            return f"{whole} {unit}" if unit == "B" else f"{whole}.{tenth} {unit}"
        tenths //= STEP
        #: end
    return f"{size} GB"  #: units=decimal and digits=whole
    return f"{size} GiB"  #: units=binary and digits=whole
    return f"{tenths // 10}.{tenths % 10} GB"  #: units=decimal and digits=tenth
    return f"{tenths // 10}.{tenths % 10} GiB"  #: units=binary and digits=tenth


#: family convert_length
METRES = {"mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0}  #: imperial=no
#: imperial=yes
METRES = {"mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0, "in": 0.0254, "ft": 0.3048}
#: end


def convert_length(value: float, source: str, target: str) -> float:
    for unit in (source, target):
        if unit not in METRES:
            raise KeyError(f"unknown unit {unit}")
    return value * METRES[source] / METRES[target]


#: family convert_temperature
ABSOLUTE_ZERO = -273.15


def convert_temperature(degrees: float) -> float:
    celsius = degrees  #: direction!=f_c
    celsius = (degrees - 32) * 5 / 9  #: direction=f_c
    if celsius < ABSOLUTE_ZERO:
        raise ValueError("below absolute zero")
    return celsius * 9 / 5 + 32  #: direction=c_f
    return celsius  #: direction=f_c
    return celsius - ABSOLUTE_ZERO  #: direction=c_k


#: family interest
def interest(cents: int, percent: int, years: int) -> int:
    #: kind=compound
    for _ in range(years):
        cents += cents * percent // 100
    return cents
    #: kind=simple
    return cents + cents * percent * years // 100
    #: end


#: family settle
def settle(balances: dict[str, int]) -> list[tuple[str, str, int]]:
    open_ = {name: balances[name] for name in sorted(balances) if balances[name]}
    payments = []
    while open_:
        payer = min(open_, key=lambda name: open_[name])  #: debtor=largest
        #: debtor=smallest
        owing = [name for name, balance in open_.items() if balance < 0]
        payer = max(owing, key=lambda name: open_[name])
        #: end
        payee = max(open_, key=lambda name: open_[name])
        amount = min(-open_[payer], open_[payee])
        payments.append((payer, payee, amount))
        open_[payer] += amount
        open_[payee] -= amount
        open_ = {name: balance for name, balance in open_.items() if balance}
    return payments
