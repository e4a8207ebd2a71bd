"""How people speak of a property, guessed from its name and type."""

from neural.domains.cypher.own.guessing.conjugation import is_participle, is_past
from neural.domains.cypher.own.guessing.nouns import many, plural, singular

# What a date or year is called that a participle names.
EVENTS = {
    "born": "birth",
    "closed": "closing",
    "created": "creation",
    "delivered": "delivery",
    "died": "death",
    "established": "founding",
    "expired": "expiry",
    "founded": "founding",
    "hired": "hiring",
    "joined": "joining",
    "modified": "modification",
    "opened": "opening",
    "ordered": "order",
    "published": "publication",
    "registered": "registration",
    "released": "release",
    "signed": "signing",
    "started": "start",
    "updated": "update",
}
YEARS = frozenset("born built closed died established founded opened published released".split())  # noqa: SIM905
# Done by the thing itself: "users who joined after".
OWN = frozenset(
    [
        "arrived",
        "began",
        "departed",
        "died",
        "ended",
        "expired",
        "graduated",
        "joined",
        "left",
        "retired",
        "started",
    ]
)
SPELLED = {
    ("dob",): "date of birth",
    ("qty",): "quantity",
    ("desc",): "description",
    ("addr",): "address",
    ("lat",): "latitude",
    ("lon",): "longitude",
    ("lng",): "longitude",
}
# over, under, most, least
COMPARED = {
    "age": ("older than {}", "younger than {}", "oldest", "youngest"),
    "price": ("priced above {}", "priced below {}", "most expensive", "cheapest"),
    "rating": ("rated above {}", "rated below {}", "best-rated", "worst-rated"),
    "weight": ("heavier than {}", "lighter than {}", "heaviest", "lightest"),
    "height": ("taller than {}", "shorter than {}", "tallest", "shortest"),
    "duration": ("longer than {}", "shorter than {}", "longest", "shortest"),
    "runtime": ("longer than {}", "shorter than {}", "longest", "shortest"),
    "population": (
        "with a population above {}",
        "with a population below {}",
        "most populous",
        "least populous",
    ),
}
IS = {
    "city": "in {}",
    "country": "in {}",
    "genre": "in the {} genre",
    "category": "in the {} category",
    "language": "in {}",
    "department": "in the {} department",
    "nationality": "from {}",
}
DATES = ("DATE", "DATETIME")
STATES = ("able", "ible", "ed", "ive", "en", "ic", "al", "ant", "ent")


def wording(type_: str, words: list[str], label: list[str], who: bool) -> dict[str, str]:
    """Keys of schema.Property; `label`: the words of the node's label, empty for a relationship."""
    low = [word.lower() for word in words]
    if type_ == "BOOLEAN":
        return _boolean(low, "who" if who else "that")
    found = {"noun": _noun(type_, words, low, label)}
    if type_ == "LIST<STRING>":
        found["item"] = " ".join([*words[:-1], singular(words[-1])])
    elif type_ == "STRING":
        if low[-1] in IS and len(low) == 1:
            found["is"] = "from {}" if who and low[0] in ("city", "country") else IS[low[0]]
    elif low[0] in COMPARED and len(low) == 1 and type_ in ("INTEGER", "FLOAT"):
        found |= zip(("over", "under", "most", "least"), COMPARED[low[0]], strict=True)
    elif _is_event(type_, low):
        done = f"who {low[0]}" if who else f"that {low[0]}"
        done = done if low[0] in OWN else low[0]
        found |= {"over": f"{done} after {{}}", "under": f"{done} before {{}}"}
    return found


def _noun(type_: str, words: list[str], low: list[str], label: list[str]) -> str:
    short = [word.lower() for word in label]
    if len(low) > len(short) and low[: len(short)] == short:
        words, low = words[len(short) :], low[len(short) :]  # the title of a movie: "movie_title"
    if tuple(low) in SPELLED:
        return SPELLED[tuple(low)]
    if _is_event(type_, low):
        unit = {"INTEGER": "year", "DATE": "date", "DATETIME": "time"}[type_]
        return f"{EVENTS.get(low[0], low[0])} {unit}"
    if type_ == "INTEGER" and len(low) > 1 and low[0] in ("num", "n", "nr", "no"):
        return f"number of {' '.join([*words[1:-1], plural(singular(words[-1]))])}"
    if type_ == "INTEGER" and len(low) > 1 and low[-1] == "count":
        return f"number of {many([*words[:-2], singular(words[-2])])}"
    return " ".join(words)


def _is_event(type_: str, low: list[str]) -> bool:
    """'released' as a year, 'created_at', 'joined_on': when something happened."""
    bare = (
        low[:-1] if len(low) > 1 and low[-1] in ("at", "on", "date", "time", "year", "in") else low
    )
    if type_ == "INTEGER":  # "created_at" counts seconds, "visited" counts visits
        return bare[0] in YEARS and low[1:] in ([], ["year"], ["in"])
    is_verb = bare[0] in EVENTS or is_participle(bare[0]) or is_past(bare[0])
    return type_ in DATES and len(bare) == 1 and is_verb


def _boolean(low: list[str], who: str) -> dict[str, str]:
    """'active', 'is_public', 'has_garden': what those are that have it set."""
    said = " ".join(low)
    if low[0] in ("is", "was", "are") and len(low) > 1:
        rest = " ".join(low[1:])
        be = "were" if low[0] == "was" else "are"
        return {"yes": f"{who} {be} {rest}", "no": f"{who} {be} not {rest}"}
    if low[0] in ("has", "have") and len(low) > 1:
        rest = " ".join(low[1:])
        if is_participle(low[1]):
            return {"yes": f"{who} have {rest}", "no": f"{who} have not {rest}"}
        return {"yes": f"with {rest}", "no": f"without {rest}"}
    if low[0] == "can" and len(low) > 1:
        return {"yes": f"{who} {said}", "no": f"{who} cannot {' '.join(low[1:])}"}
    if len(low) == 1 and (said.endswith(STATES) or said in ("public", "open", "new", "secret")):
        return {"yes": f"{who} are {said}", "no": f"{who} are not {said}"}
    return {}
