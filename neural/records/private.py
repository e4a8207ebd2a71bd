"""Personal data in texts: what a check digit, a registry or a standard's own form proves.

Names of persons, postal addresses and what people tell of themselves have no such form: without a
model most would be missed or invented. `redact` knows the names of those who take part.
"""

import re
from collections.abc import Iterator
from functools import cache
from ipaddress import ip_address
from typing import NamedTuple

REGIONS = ("US", "GB", "DE", "FR", "ES", "IT", "NL", "IN", "AU", "BR")  # of numbers without a +
AROUND = 40  # characters in which a word can say what a number is


class Found(NamedTuple):
    """`kind`: one of KINDS; the datum is `text[start:end]`."""

    kind: str
    start: int
    end: int


KINDS = {
    "e-mail address": "EMAIL",
    "card number": "CARD",
    "IBAN": "IBAN",
    "phone number": "PHONE",
    "IP address": "IP",
    "US social security number": "SSN",
}

_EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:@| ?(?:\[at\]|\(at\)|<at>) ?)[\w-]{1,63}"
    r"(?:(?:\.| ?(?:\[dot\]|\(dot\)|<dot>) ?)[\w-]{1,63}){0,6}"
    r"(?:\.| ?(?:\[dot\]|\(dot\)|<dot>) ?)[A-Za-z]{2,24}\b",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"://\S*$")  # what stands before the @ of an address with a password
# Names that belong to nobody (RFC 2606, RFC 6761).
_NOBODY = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|local)$")

_NUMBER = re.compile(r"(?<![\w.+/-])(?:\+|00)?\(?\d(?:[ ().-]{0,2}\d){6,18}(?![\w/-])")
_PHONE_WORD = re.compile(
    r"(?i)(?:\b(?:tel|phone|telephone|mobile|cell|call|fax|whatsapp|sms|ring|dial|reach|hotline|"
    r"contact)(?:ed|ing)?\b|\btext(?:ed|ing)? (?:me|us|him|her|them|to|at|on)\b|☎|📞)[^\n]{0,30}$"
)
_DATE = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")  # maybe with hours
_AMERICAN = re.compile(r"(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}")

_CARD_WORD = re.compile(
    r"(?i)\b(?:cards?|visa|master ?card|amex|american express|discover|jcb|diners|credit|debit|"
    r"payments?|charged?|pan|billing|paid)\b"
)
_ID_WORD = re.compile(
    r"(?i)(?:id|no|nr|ref|order|ticket|issue|build|serial|number|isbn|key)\W{0,3}$"
)
_GROUPED = re.compile(r"\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}")
_CARDS = (  # first digits that are given out, and lengths
    (re.compile("4"), (13, 16, 19)),
    (re.compile("5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)"), (16,)),
    (re.compile("3[47]"), (15,)),
    (re.compile("6(?:011|4[4-9]|5)"), (16, 19)),
    (re.compile("35(?:2[89]|[3-8])"), (16,)),
    (re.compile("3(?:0[0-5]|[689])"), (14,)),
    (re.compile("62"), (16, 17, 18, 19)),
)

_IBAN = re.compile(r"\b[A-Z]{2}\d{2}[ -]?(?:[A-Z0-9][ -]?){11,30}", re.IGNORECASE)
# Letters and digits of an IBAN in each country (SWIFT's registry).
_LENGTHS = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27
JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18
NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28
TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
"""
IBANS = {entry[:2]: int(entry[2:]) for entry in _LENGTHS.split()}

_SSN = re.compile(r"(?<![\w-])(?!000|666|9)\d{3}([- ]?)(?!00)\d\d\1(?!0000)\d{4}(?![\w-])")
_SSN_WORD = re.compile(r"(?i)\b(?:ssn|social[ -]?security)\b[^\n]{0,30}$")

_IPV4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)")
_IPV6 = re.compile(
    r"(?<![\w:.])[23][0-9a-f]{3}:(?:[0-9a-f]{0,4}:){1,6}[0-9a-f]{0,4}(?!\w|:[\w:])", re.I
)
_VERSION = re.compile(r"(?i)(?:versions?|releases?|section|rev|\bv|==|>=|<=|~=|-)[\s.:]*$")
_IP_WORD = re.compile(
    r"(?i)\b(?:ip|ips|ipv4|hosts?|address(?:es)?|addr|from|servers?|clients?|ping|ssh|connect\w*|dns|"
    r"router|gateway|subnet|logged in|login|inet|peer|remote|proxy|firewall|block|banned?)\b"
)
_AFTER_IP = re.compile(r"(?::\d{1,5}\b|/\d{1,2}\b| - - \[)")

# Accounts of the IBAN registry's examples, cards of the processors' test pages: nobody's.
_NOBODYS = """
AT611904300234573201 BE68539007547034 CH9300762011623852957 DE89370400440532013000
DK5000400440116243 EE382200221020145685 ES9121000418450200051332 FI2112345600000785
FR1420041010050500013M02606 FR7630006000011234567890189 GB29NWBK60161331926819
GB82WEST12345698765432 GR1601101250000000012300695 HU42117730161111101800000000
IE29AIBK93115212345678 IE64IRCE92050112345678 IT60X0542811101000000123456 LT121000011101001000
LU280019400644750000 MT84MALT011000012345MTLCAST001S NL91ABNA0417164300 NO9386011117947
PL61109010140000071219812874 PT50000201231234567890154 SE4550000000058398257466
SK3112000000198742637541 4111111111111111 4242424242424242 4012888888881881 4000056655665556
5555555555554444 5105105105105100 2223003122003222 378282246310005 371449635398431
6011111111111117 6011000990139424 3530111333300000 3566002020360505
"""
SPECIMENS = frozenset(_NOBODYS.split())
_DIGITS = re.compile(r"\d[\d ().-]{5}")


def find(text: str) -> list[Found]:
    """The personal data of a text in their order; none overlaps another."""
    found: list[Found] = []
    for one in sorted(_all(text), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def personal(text: str) -> str | None:
    """The kind of the first personal datum and where it begins, or None."""
    found = find(text)
    return f"{found[0].kind} at character {found[0].start + 1}" if found else None


def _all(text: str) -> Iterator[Found]:
    if "@" in text or ("at" in text and ("[" in text or "(" in text or "<" in text)):
        yield from _emails(text)
    if _DIGITS.search(text):
        yield from _numbers(text)
        yield from _ibans(text)
        yield from _ssns(text)
        yield from _ipv4s(text)
    if ":" in text:
        for found in _IPV6.finditer(text):
            if _is_public(found[0]):
                yield Found("IP address", *found.span())


def _emails(text: str) -> Iterator[Found]:
    for found in _EMAIL.finditer(text):
        domain = re.split(r"@|[\[(<]at[\])>] ?", found[0], flags=re.I)[-1].lower()
        domain = re.sub(r" ?[\[(<]dot[\])>] ?", ".", domain)
        before = max(0, found.start() - 80)
        if not _NOBODY.search(domain) and not _IN_ADDRESS.search(text, before, found.start()):
            yield Found("e-mail address", *found.span())


def _numbers(text: str) -> Iterator[Found]:
    """Cards and phone numbers. Where several numbers follow each other, each piece is tried."""
    at = 0
    while found := _NUMBER.search(text, at):
        at = found.end()
        for end in _ends(text, *found.span()):
            kind = _kind(text, found.start(), end)
            if kind:
                yield Found(kind, found.start(), end)
                at = end
                break
        else:
            gap = re.compile(r"\d(?=[ ().-])").search(text, found.start(), found.end())
            at = gap.end() if gap else at


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a run of digits may end, the longest first."""
    yield end
    gaps = [gap.start() for gap in re.compile(r"(?<=\d)[ ][(]?(?=\d)").finditer(text, start, end)]
    yield from reversed(gaps[-8:])


def _kind(text: str, start: int, end: int) -> str | None:
    written = text[start:end]
    digits = re.sub(r"\D", "", written)
    if digits in SPECIMENS or len(digits) < 7:
        return None
    before = text[max(0, start - AROUND) : start]
    if 13 <= len(digits) <= 19 and "." not in written and _is_card(written, digits, before):
        return "card number"
    if len(digits) <= 15 and _is_phone(written, digits, before):
        return "phone number"
    return None


def _is_card(written: str, digits: str, before: str) -> bool:
    """ISO/IEC 7812: the sum, and a beginning and length that are given out together.

    A fortieth of all numbers of 16 digits pass so far: an identifier is told by its word.
    """
    if len(set(digits)) < 3 or not _luhn(digits):
        return False
    if not any(first.match(digits) and len(digits) in sizes for first, sizes in _CARDS):
        return False
    grouped = _GROUPED.fullmatch(written)
    if grouped or _CARD_WORD.search(before):
        return True
    return (
        written == digits and not _ID_WORD.search(before) and before[-1:] not in tuple("=#/_:\"'")
    )


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def _is_phone(written: str, digits: str, before: str) -> bool:
    """Whether the numbering plans give the number out, and it is written as one."""
    film = digits[-7:-2] == "55501" and digits[:-10] in ("", "1")
    if film or (len(digits) == 7 and digits.startswith("555")):
        return False  # nobody's, kept for films
    if written.startswith("+"):
        return _is_given_out(written, None)
    if _AMERICAN.fullmatch(written):
        return _is_given_out(written, "US")
    if _DATE.match(written) or not _PHONE_WORD.search(before):
        return False
    if written.startswith("00"):
        return _is_given_out(f"+{written[2:]}", None)
    return any(_is_given_out(written, region) for region in REGIONS)


def _is_given_out(written: str, region: str | None) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, region))
    except phonenumbers.NumberParseException:
        return False


def _ibans(text: str) -> Iterator[Found]:
    for found in _IBAN.finditer(text):
        length = IBANS.get(found[0][:2].upper())
        if not length:
            continue
        places = [place for place, sign in enumerate(found[0]) if sign.isalnum()][:length]
        if len(places) < length:
            continue
        end = found.start() + places[-1] + 1
        number = "".join(found[0][place] for place in places).upper()
        followed = text[end : end + 1].isalnum()
        if not followed and number not in SPECIMENS and _mod97(number):
            yield Found("IBAN", found.start(), end)


def _mod97(number: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def _ssns(text: str) -> Iterator[Found]:
    for found in _SSN.finditer(text):
        before = text[max(0, found.start() - AROUND) : found.start()]
        if found[1] == "-" or _SSN_WORD.search(before):
            yield Found("US social security number", *found.span())


def _ipv4s(text: str) -> Iterator[Found]:
    for found in _IPV4.finditer(text):
        before = text[max(0, found.start() - AROUND) : found.start()]
        if not _is_public(found[0]) or _VERSION.search(before[-12:]):
            continue
        # Four small numbers may be a version, a section or an address: a word must say so.
        small = max(map(int, found[0].split("."))) < 100
        if not small or _IP_WORD.search(before) or _AFTER_IP.match(text, found.end()):
            yield Found("IP address", *found.span())


@cache
def _is_public(text: str) -> bool:
    try:
        return ip_address(text).is_global and not text.endswith((".0", ".0.1"))
    except ValueError:
        return False
