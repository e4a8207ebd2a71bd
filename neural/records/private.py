"""Personal data in texts: only what a check digit or a registry proves.

Names of persons are not looked for: without a model most would be missed or invented.
"""

import re
from collections.abc import Iterator
from ipaddress import ip_address

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*\.[A-Za-z]{2,24}\b")
_NUMBER = re.compile(r"(?<![\w.+/-])\+?\(?\d(?:[ ().-]{0,2}\d){6,18}(?![\w/-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_SSN = re.compile(r"(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])")
_VERSION = re.compile(r"(?i)(?:version|release|section|rev|\bv)[\s.:]*$")
_IP = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)")
_IN_ADDRESS = re.compile(r"://\S*$")  # what stands before the @ of an address with a password
# Names that belong to nobody (RFC 2606, RFC 6761).
_NOBODY = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|local)$")

# Accounts of the IBAN registry's examples and cards of the processors' test pages: nobody's.
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


def personal(text: str) -> str | None:
    """The kind of the first personal datum and where it begins, or None."""
    first = min(_personal(text), default=None)
    return f"{first[1]} at character {first[0] + 1}" if first else None


def _personal(text: str) -> Iterator[tuple[int, str]]:
    if "@" in text:
        for found in _EMAIL.finditer(text):
            nobody = _NOBODY.search(found[0].rpartition("@")[2].lower())
            if not nobody and not _IN_ADDRESS.search(
                text, max(0, found.start() - 80), found.start()
            ):
                yield found.start(), "e-mail address"
    if text.isascii() and not _digits(text):
        return
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if digits in SPECIMENS:
            continue
        if 13 <= len(digits) <= 19 and "." not in found[0] and _luhn(digits):
            yield found.start(), "card number"
        elif found[0].startswith("+") and _phone(found[0]):
            yield found.start(), "phone number"
    for found in _IBAN.finditer(text):
        number = found[0].replace(" ", "")
        if _iban(number) and number not in SPECIMENS:
            yield found.start(), "IBAN"
    for found in _SSN.finditer(text):
        yield found.start(), "US social security number"
    for found in _IP.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        if _public(found[0]) and not _VERSION.search(before):
            yield found.start(), "IP address"


_RUN = re.compile(r"\d[\d ().-]{5}")


def _digits(text: str) -> bool:
    return _RUN.search(text) is not None


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812, and a prefix that is given out: a tenth of all numbers pass the sum alone."""
    if not re.match(r"3[47]|4|5[1-5]|2[2-7]|6(?:011|5)|35", digits) or len(set(digits)) < 2:
        return False
    doubled = (sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def _iban(text: str) -> bool:
    if not 15 <= len(text) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def _phone(text: str) -> bool:
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text))
    except phonenumbers.NumberParseException:
        return False


def _public(text: str) -> bool:
    try:
        return ip_address(text).is_global and not text.endswith((".0", ".0.1"))
    except ValueError:
        return False
