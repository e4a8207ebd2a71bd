"""Ranges of numbers, dates and places: those that a user wrote, and guesses from names."""

from datetime import date, datetime

LARGEST = {int: 2**63 - 1, float: 1e15}

# Lowest and highest by a word of the property's name; the first word that is there counts.
INTEGERS = {
    "year/born/built/closed/died/established/founded/opened/published/released/vintage": [
        1950,
        2024,
    ],
    "age/ages": [18, 90],
    "month/months": [1, 12],
    "day/days": [1, 31],
    "week/weeks": [1, 52],
    "hour/hours": [0, 23],
    "minute/minutes/runtime/duration/length/playtime": [1, 240],
    "second/seconds": [1, 3600],
    "ms/millis/milliseconds/latency/timeout": [5, 5000],
    "percent/percentage/pct": [0, 100],
    "rating/stars": [1, 5],
    "score/points/grade/marks": [0, 100],
    "rank/ranking/position/place": [1, 100],
    "priority/level/tier/severity/grade": [1, 5],
    "salary/income/wage": [18_000, 180_000],
    "revenue/budget/turnover/profit/funding/capital/worth": [50_000, 9_000_000],
    "price/cost/amount/total/fee/value/balance/payment/tax": [5, 5000],
    "population/inhabitants/residents": [500, 4_000_000],
    "views/visits/downloads/followers/likes/clicks/hits/plays": [0, 200_000],
    "distance/km/miles/mileage": [1, 900],
    "height/width/depth/elevation/altitude": [1, 2500],
    "weight/mass/kg/grams": [1, 500],
    "area/sqm": [20, 5000],
    "capacity/seats/stock/quantity/qty/inventory": [1, 500],
    "temperature/temp": [-20, 40],
    "port": [1024, 9999],
    "bytes/size/filesize": [200, 90_000],
    "timestamp/created/updated/modified/epoch/at": [1_577_836_800, 1_735_603_200],
    "version/revision": [1, 20],
    "pages/words": [20, 900],
    "id/number/no/code": [1000, 9999],
    "count/num": [0, 200],
}
FLOATS = {
    "latitude/lat": [35.0, 65.0],
    "longitude/lon/lng/long": [-10.0, 30.0],
    "rating/stars": [1.0, 5.0],
    "probability/confidence/ratio/share/fraction/similarity/likelihood": [0.01, 0.99],
    "percent/percentage/pct": [0.0, 100.0],
    "rate": [0.1, 30.0],
    "score/grade/points": [0.0, 100.0],
    "salary/income/wage": [18_000.0, 180_000.0],
    "revenue/budget/turnover/profit/funding/capital/worth": [50_000.0, 9_000_000.0],
    "price/cost/amount/total/fee/value/balance/payment/tax": [1.0, 2500.0],
    "temperature/temp": [-20.0, 40.0],
    "weight/mass/kg/grams": [0.1, 500.0],
    "height/width/depth/length": [0.2, 60.0],
    "distance/km/miles": [0.5, 900.0],
    "area/size": [10.0, 5000.0],
    "duration/hours/time": [0.5, 48.0],
    "speed/velocity": [5.0, 300.0],
}
DATES = {
    "birth/born/birthday/dob/birthdate": ["1945-01-15", "2006-12-20"],
    "due/expiry/expires/expiration/deadline/until/renewal": ["2024-01-01", "2028-12-31"],
    "founded/established/built/opened": ["1920-01-01", "2020-12-31"],
    "released/published/release/publication": ["1970-01-01", "2024-11-30"],
}


def guess(type_: str, words: list[str]) -> list | None:
    """A range for a property whose name has these words; None for types without one."""
    low = [word.lower() for word in words]
    if type_ == "POINT":
        return [[36.0, -9.0], [60.0, 25.0]]
    table, usual = {
        "INTEGER": (INTEGERS, [1, 1000]),
        "FLOAT": (FLOATS, [0.0, 100.0]),
        "DATE": (DATES, ["2015-01-01", "2024-12-31"]),
        "DATETIME": ({}, ["2021-01-01T00:00", "2024-12-31T23:59"]),
    }.get(type_, ({}, None))
    counted = type_ == "INTEGER" and low[0] in ("num", "n", "count", "nr")
    if counted or "count" in low:
        return [0, 200] if type_ == "INTEGER" else usual
    # The last word says most of what a thing is: "birth year" is a year.
    for word in reversed(low):
        for known, found in table.items():
            if word in known.split("/"):
                return [*found]
    return usual


def parsed(type_: str, written: object) -> list:
    """A range as generation needs it, from what a file or a sample says. ValueError says what is
    wrong with it."""
    if not isinstance(written, list) or len(written) != 2:
        raise ValueError("needs two values, [lowest, highest]")
    if type_ == "POINT":
        corners = [corner if isinstance(corner, list) else [] for corner in written]
        if any(len(corner) != 2 for corner in corners):
            raise ValueError("needs two corners: [[latitude, longitude], [latitude, longitude]]")
        (south, west), (north, east) = ([_number(part, float) for part in c] for c in corners)
        if not (-90 <= south <= north <= 90 and -180 <= west <= east <= 180):
            raise ValueError("needs [[south, west], [north, east]] in degrees")
        return [[south, west], [north, east]]
    if any(isinstance(end, list) for end in written):
        raise ValueError("needs two values, [lowest, highest]")
    low, high = (READ[type_](end) for end in written)
    if low > high:
        raise ValueError(f"has its highest value first; write [{high}, {low}]")
    return [low, high]


def _number(text: object, read: type) -> float:
    try:
        found = read(str(text))
    except ValueError:
        kind = "whole number" if read is int else "number"
        raise ValueError(f"has {text!r}, which is no {kind}") from None
    if not abs(found) <= LARGEST[read]:  # not a number is not small either
        raise ValueError(f"has {text!r}, which is too large")
    return found


def _date(text: object) -> str:
    try:
        return date.fromisoformat(str(text)).isoformat()
    except ValueError:
        raise ValueError(f"has {text!r}, which is no date like 2024-05-31") from None


def _datetime(text: object) -> str:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"has {text!r}, which is no time like 2024-05-31T09:30") from None
    return found.replace(tzinfo=None).isoformat(timespec="minutes")


READ = {
    "INTEGER": lambda text: _number(text, int),
    "FLOAT": lambda text: _number(text, float),
    "DATE": _date,
    "DATETIME": _datetime,
}
