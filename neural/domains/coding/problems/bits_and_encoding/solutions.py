"""Solutions of spec.py's families; see AUTHORING.md."""


#: family count_bits
def count_bits(number: int) -> int:
    return number.bit_count()  #: what=ones
    return number.bit_length() - number.bit_count()  #: what=zeros
    return max(map(len, f"{number:b}".split("0")))  #: what=run
    return (number & -number).bit_length() - 1 if number else 0  #: what=trailing


#: family flags
NAMES = {4: "read", 2: "write", 1: "execute"}  #: bits=unix
NAMES = {1: "read", 2: "write", 4: "execute"}  #: bits=rising


def flags(mask: int) -> list[str]:
    return [name for bit, name in NAMES.items() if mask & bit]


#: family set_bits
def set_bits(number: int, places: list[int]) -> int:
    for place in places:
        number |= 1 << place  #: how=set
        number &= ~(1 << place)  #: how=clear
        number ^= 1 << place  #: how=flip
    return number


#: family parse_color
import re


def parse_color(text: str) -> tuple[int, int, int]:
    #: form=both
    if re.fullmatch("#[0-9A-Fa-f]{3}", text):
        text = "#" + "".join(2 * digit for digit in text[1:])
    #: end
    match = re.fullmatch("#" + 3 * "([0-9A-Fa-f]{2})", text)  #: form!=bare
    match = re.fullmatch(3 * "([0-9A-Fa-f]{2})", text)  #: form=bare
    if not match:
        raise ValueError(f"not a colour: {text!r}")
    red, green, blue = (int(part, 16) for part in match.groups())
    return red, green, blue


#: family mix_colors
def mix_colors(first: int, second: int) -> int:
    mixed = 0
    for shift in (16, 8, 0):
        a, b = first >> shift & 0xFF, second >> shift & 0xFF
        mixed = mixed << 8 | (a + b) // 2  #: mix=mean
        mixed = mixed << 8 | max(a, b)  #: mix=lighter
        mixed = mixed << 8 | min(a + b, 0xFF)  #: mix=add
    return mixed


#: family checksum
from functools import reduce  #: method=xor
from operator import xor  #: method=xor

#: method=xor

#: end
def checksum(data: list[int]) -> int:
    return reduce(xor, data, 0)  #: method=xor
    return sum(data) % 256  #: method=sum
    return -sum(data) % 256  #: method=complement


#: family to_hex
def to_hex(data: list[int]) -> str:
    return bytes(data).hex()  #: joined=together and case=small
    return bytes(data).hex().upper()  #: joined=together and case=capital
    return bytes(data).hex(":")  #: joined=colon and case=small
    return bytes(data).hex(":").upper()  #: joined=colon and case=capital
    return bytes(data).hex(" ", -2)  #: joined=pairs and case=small
    return bytes(data).hex(" ", -2).upper()  #: joined=pairs and case=capital


#: family from_hex
import re


def from_hex(text: str) -> list[int]:
    if not re.fullmatch("(?:[0-9A-Fa-f]{2})*", text):  #: spaces=none
    if not re.fullmatch(" *(?:[0-9A-Fa-f]{2} *)*", text):  #: spaces=any
        raise ValueError(f"not hexadecimal: {text!r}")
    return list(bytes.fromhex(text))


#: family caesar
def caesar(text: str, shift: int) -> str:
    #: letters!=small
    def shifted(letter: str) -> str:
        for first, last in ("az", "AZ"):  #: letters=case
        for first, last in ("az", "AZ", "09"):  #: letters=digits
            if first <= letter <= last:
                size = ord(last) - ord(first) + 1
                place = (ord(letter) - ord(first) + shift) % size
                return chr(ord(first) + place)
        return letter

    #: letters=small
    def shifted(letter: str) -> str:
        if not "a" <= letter <= "z":
            return letter
        return chr((ord(letter) - ord("a") + shift) % 26 + ord("a"))

    #: end
    return "".join(map(shifted, text))


#: family xor_cipher
from itertools import cycle


def xor_cipher(data: list[int], key: list[int]) -> list[int]:
    if not key:
        raise ValueError("the key is empty")
    return [byte ^ mask for byte, mask in zip(data, cycle(key), strict=False)]  #: rule=repeat
    #: rule=chain
    result: list[int] = []
    before = 0
    for byte, mask in zip(data, cycle(key), strict=False):
        before ^= byte ^ mask
        result.append(before)
    return result
    #: end


#: family encode_runs
from itertools import groupby


def encode_runs(text: str) -> str:
    runs = [(letter, len(list(run))) for letter, run in groupby(text)]
    return "".join(f"{letter}{length}" for letter, length in runs)  #: single=always
    #: single=omit
    return "".join(
        letter + (str(length) if length > 1 else "") for letter, length in runs
    )
    #: single=shorter
    encoded = "".join(f"{letter}{length}" for letter, length in runs)
    return encoded if len(encoded) < len(text) else text
    #: end


#: family decode_runs
import re


def decode_runs(text: str) -> str:
    if not re.fullmatch("(?:[A-Za-z][0-9]+)*", text):  #: missing=required
    if not re.fullmatch("(?:[A-Za-z][0-9]*)*", text):  #: missing=one
        raise ValueError(f"malformed: {text!r}")
    runs = re.findall("([A-Za-z])([0-9]*)", text)
    return "".join(letter * int(length or 1) for letter, length in runs)


#: family to_base
SYMBOLS = "0123456789abcdefghijklmnopqrstuvwxyz"  #: digits=small
SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  #: digits=capital


def to_base(number: int, base: int) -> str:
    #: negative=sign
    if number < 0:
        return "-" + to_base(-number, base)
    #: negative=never
    if number < 0:
        raise ValueError("number must not be negative")
    #: end
    rest, digit = divmod(number, base)
    return (to_base(rest, base) if rest else "") + SYMBOLS[digit]


#: family from_base
import re  #: underscores=yes


def from_base(text: str, base: int) -> int:
    digits = "0123456789abcdef"[:base]
    plain = text.lower()  #: underscores=no
    plain = re.sub("(?<=[0-9a-f])_(?=[0-9a-f])", "", text.lower())  #: underscores=yes
    if not plain or not set(plain) <= set(digits):
        raise ValueError(f"not a number: {text!r}")
    return int(plain, base)


#: family gray_code
def gray_code(bits: int) -> list[int]:
    return [i ^ i >> 1 for i in range(1 << bits)]  #: which=reflected
    return [i ^ i >> 1 for i in reversed(range(1 << bits))]  #: which=inverse


#: family pack
def pack(values: list[int]) -> int:
    return int.from_bytes(bytes(values), "little")  #: first=little
    return int.from_bytes(bytes(values).ljust(4, b"\0"), "big")  #: first=big
