"""Invents text values for a property, by its name and its label's."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from random import Random

from neural.domains.cypher.own.guessing import pools
from neural.domains.cypher.own.guessing.nouns import is_person, singular

KEY_VALUES = 18  # of a property that names nodes; a graph has up to 9 and a question asks for more
VALUES = 8
DRAWS = 400
NAMING = frozenset(("name", "title", "label", "caption", "heading", "value", "text"))


def invent(label: list[str], prop: list[str]) -> list[str]:
    """Different texts for a property; `label` and `prop` are the words of the names. The same words
    give the same values."""
    return list(islice(_distinct(_candidates(label, prop)), VALUES))


def names(label: list[str], prop: list[str], taken: set[str]) -> list[str]:
    """Texts for a property that names nodes, none of `taken`: enough, whatever it is called."""
    more = _pairs(Random("/".join(label)))
    found = _distinct(chain(_candidates(label, prop), more))
    return list(islice((value for value in found if value not in taken), KEY_VALUES))


def _distinct(candidates: Iterator[str]) -> Iterator[str]:
    return iter(dict.fromkeys(candidates))


def _candidates(label: list[str], prop: list[str]) -> Iterator[str]:
    """Some hundred texts, or as many as people know, in an order that hangs on the words."""
    rng = Random(" ".join([*label, "/", *prop]))
    label, prop = [w.lower() for w in label] or ["reference"], [w.lower() for w in prop]
    if len(prop) > len(label) and prop[: len(label)] == label:
        prop = prop[len(label) :]  # "movie_title" of a movie
    last = topic = singular(prop[-1])
    make = MAKERS.get(" ".join(prop)) or MAKERS.get(last)
    if not make and last in NAMING:
        topic = singular(prop[-2]) if len(prop) > 1 else label[-1]
        make = _person if is_person([topic]) else _firm if topic in FIRMS else None
    if make:
        return (make(rng, label) for _ in range(DRAWS))
    if known := pools.BY_WORD.get(topic):
        return iter(rng.sample(known, len(known)))
    if last == "title" or topic in TITLED:
        return (_title(rng, label) for _ in range(DRAWS))
    if is_person([last]):  # "author" as a text
        return (_person(rng, label) for _ in range(DRAWS))
    return _pairs(rng) if last in NAMING else iter(rng.sample(pools.NEUTRAL, len(pools.NEUTRAL)))


def _pairs(rng: Random) -> Iterator[str]:
    """'Amber Ridge': fits places, products, projects, machines."""
    pairs = [f"{a} {b}" for a in pools.FIRST_WORD for b in pools.SECOND_WORD]
    return iter(rng.sample(pairs, len(pairs)))


def _person(rng: Random, _: list[str]) -> str:
    return f"{rng.choice(pools.FIRST)} {rng.choice(pools.LAST)}"


def _firm(rng: Random, _: list[str]) -> str:
    return f"{rng.choice(pools.FIRST_WORD)} {rng.choice(pools.FIRM)}"


def _title(rng: Random, _: list[str]) -> str:
    first, second = pools.TITLE_WORDS
    return f"The {rng.choice(first)} {rng.choice(second)}"


def _text(rng: Random, _: list[str]) -> str:
    return f"{rng.choice(pools.OPENING)} {rng.choice(pools.ABOUT)}"


def _code(rng: Random, label: list[str]) -> str:
    """'ORD-1042' of an order, 'PO-1042' of a purchase order."""
    letters = label[0][:3] if len(label) == 1 else "".join(word[0] for word in label)
    return f"{letters.upper()}-{rng.randint(1000, 9999)}"


def _handle(rng: Random, _: list[str] = ()) -> str:
    name = f"{rng.choice(pools.FIRST)}.{rng.choice(pools.LAST)}".lower()
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "."))


def _date(rng: Random, _: list[str]) -> str:
    return f"{rng.randint(2010, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def _host(rng: Random, _: list[str]) -> str:
    return f"{rng.choice(('web', 'db', 'app', 'mail', 'cache', 'auth'))}-{rng.randint(1, 60):02}"


def _hex(rng: Random, digits: int) -> str:
    return f"{rng.getrandbits(4 * digits):0{digits}x}"


def _word(rng: Random) -> str:
    return rng.choice(pools.FIRST_WORD).lower()


FIRMS = frozenset(
    """agency bank broker business client company contractor corporation customer distributor
    employer enterprise firm insurer investor merchant organisation organization provider retailer
    seller startup store studio supplier vendor workshop publisher""".split()  # noqa: SIM905 (a list of words reads better as text)
)
TITLED = frozenset(
    """album article book document episode essay film game movie novel paper play podcast poem
    publication show song story thesis track video work""".split()  # noqa: SIM905
)
# How to make a value, by the whole name of a property or its last word.
MAKERS: dict[str, Callable[[Random, list[str]], str]] = {
    name: make
    for names_, make in {
        "first name/firstname/given name/forename": lambda rng, _: rng.choice(pools.FIRST),
        "last name/lastname/surname/family name": lambda rng, _: rng.choice(pools.LAST),
        "full name/fullname/alias/nickname/display name": _person,
        "username/user name/login/handle/screen name/account name": _handle,
        "email/e mail/mail/email address": lambda rng, _: f"{_handle(rng)}@example.org",
        "phone/telephone/mobile/fax/phone number": lambda rng, _: (
            f"+44 20 {rng.randint(7_000_000, 7_999_999)}"
        ),
        "street/address/street name/addr": lambda rng, _: (
            f"{rng.randint(1, 180)} {rng.choice(pools.STREETS)}"
        ),
        "zip/zip code/zipcode/postcode/postal code": lambda rng, _: f"{rng.randint(10000, 99999)}",
        "url/uri/link/website/homepage/web": lambda rng, _: (
            f"https://{_word(rng)}.example.org/{_word(rng)}"
        ),
        "domain": lambda rng, _: f"{_word(rng)}-{_word(rng)}.example.org",
        "ip/ip address": lambda rng, _: (
            f"10.{rng.randint(0, 9)}.{rng.randint(0, 99)}.{rng.randint(2, 250)}"
        ),
        "host/hostname/host name/server name": _host,
        "uuid/guid": lambda rng, _: (
            f"{_hex(rng, 8)}-{_hex(rng, 4)}-4{_hex(rng, 3)}-a{_hex(rng, 3)}"
        ),
        "hash/checksum/token/fingerprint/digest/sha": lambda rng, _: _hex(rng, 12),
        "id/code/number/no/sku/ref/reference/key/identifier/serial/isbn/iban/vin/plate": _code,
        "country code": lambda rng, _: rng.choice(
            ["FR", "JP", "KE", "CA", "NO", "PE", "IN", "ES", "PL", "BR", "EG", "VN"]
        ),
        "version/release": lambda rng, _: (
            f"{rng.randint(1, 9)}.{rng.randint(0, 12)}.{rng.randint(0, 9)}"
        ),
        "file/filename/file name": lambda rng, _: f"{_word(rng)}-{_word(rng)}.pdf",
        "path/directory/folder": lambda rng, _: f"/{_word(rng)}/{_word(rng)}",
        "year": lambda rng, _: str(rng.randint(1950, 2024)),
        "date/birthday/dob/day of birth": _date,
        "created at/updated at/timestamp/datetime/modified at": lambda rng, _: (
            f"{_date(rng, _)}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
        ),
        "time": lambda rng, _: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
        "description/summary/comment/text/note/content/body/message/bio/abstract/details": _text,
        "company/employer/vendor/supplier/organization/organisation/publisher": _firm,
    }.items()
    for name in names_.split("/")
}
