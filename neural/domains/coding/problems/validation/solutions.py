"""Solutions of spec.py's families; see AUTHORING.md."""


#: family check_password
import re


def check_password(password: str) -> list[str]:
    faults = {
        "too short": len(password) < 8,
        "no digit": not re.search("[0-9]", password),
        "no capital": not re.search("[A-Z]", password),
        "no symbol": not re.search("[^A-Za-z0-9]", password),  #: extra=symbol
        "repeated": re.search(r"(.)\1\1", password, re.DOTALL),  #: extra=repeated
        "common": password.lower() == "password",  #: extra=common
    }
    return [fault for fault, found in faults.items() if found]


#: family is_email
import re

LOCAL_PART = r"[^@ ]+"  #: local=any
LOCAL_PART = r"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*"  #: local=dots
LOCAL_PART = r"[A-Za-z0-9]+"  #: local=plain
FORM = re.compile(LOCAL_PART + r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def is_email(address: str) -> bool:
    return FORM.fullmatch(address) is not None


#: family is_ipv4
import re

PART = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"  #: zeros=refused
PART = r"(?:25[0-5]|2[0-4]\d|[01]?\d?\d)"  #: zeros=allowed
FORM = re.compile(rf"{PART}(?:\.{PART}){{3}}", re.ASCII)


def is_ipv4(address: str) -> bool:
    return FORM.fullmatch(address) is not None


#: family is_isbn
import re


def is_isbn(text: str) -> bool:
    text = text.replace("-", "")  #: dashes=ignored
    if not re.fullmatch(r"\d{9}[\dX]", text, re.ASCII):
        return False
    digits = [10 if letter == "X" else int(letter) for letter in text]
    return sum((10 - i) * digit for i, digit in enumerate(digits)) % 11 == 0


#: family parse_port
def parse_port(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise TypeError("port must be a number")
    port = int(text)
    if not LOWEST <= port <= 65535:
        raise ValueError(f"port out of range: {port}")
    return port


#: family check_fields
def check_fields(form: dict[str, str], required: list[str]) -> list[str]:
    lacking = [name for name in required if name not in form]  #: lacks=absent
    lacking = [name for name in required if not form.get(name, "").strip(" ")]  #: lacks=blank
    return lacking  #: more=only
    #: more=unknown
    unknown = sorted(form.keys() - set(required))
    return lacking + [f"{name}?" for name in unknown]
    #: end


#: family validate_order
class OutOfStockError(Exception):
    pass


def validate_order(quantity: int, price: int, stock: int) -> int:
    #: first=stock and stock_rule=error
    if stock < quantity:
        raise OutOfStockError("not enough in stock")
    #: first=stock and stock_rule=reduce
    if stock < quantity and stock == 0:
        raise OutOfStockError("not enough in stock")
    #: end
    if quantity < 1:
        raise ValueError("quantity must be at least 1")
    if price < 0:
        raise ValueError("price must not be negative")
    #: first=order and stock_rule=error
    if stock < quantity:
        raise OutOfStockError("not enough in stock")
    #: first=order and stock_rule=reduce
    if stock == 0:
        raise OutOfStockError("not enough in stock")
    #: end
    return quantity * price  #: stock_rule=error
    return min(quantity, stock) * price  #: stock_rule=reduce


#: family is_identifier
import re

RESERVED = {"if", "for", "while"}
FORM = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")  #: rule=code
FORM = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")  #: rule=css
FORM = re.compile(r"[A-Z][A-Z0-9_]*")  #: rule=const


def is_identifier(name: str) -> bool:
    return FORM.fullmatch(name) is not None and name not in RESERVED


#: family is_hex_color
import re

COLOR = re.compile("#[0-9A-Fa-f]{6}")  #: digits=six
COLOR = re.compile("#(?:[0-9A-Fa-f]{3}){1,2}")  #: digits=short
COLOR = re.compile("#[0-9A-Fa-f]+")  #: digits=alpha


def is_hex_color(text: str) -> bool:
    return COLOR.fullmatch(text) is not None and len(text) in (4, 5, 7, 9)  #: digits=alpha
    return COLOR.fullmatch(text) is not None  #: digits!=alpha


#: family check_sudoku
def check_sudoku(cells: list[int]) -> bool:
    #: filled=full
    if 0 in cells:
        return False
    #: end
    rows = [cells[start : start + 4] for start in range(0, 16, 4)]
    columns = [cells[start::4] for start in range(4)]
    blocks = [[cells[at + step] for step in (0, 1, 4, 5)] for at in (0, 2, 8, 10)]
    for group in rows + columns + blocks:
        numbers = [number for number in group if number]
        if len(set(numbers)) < len(numbers):
            return False
    return True


#: family check_bracket_tags
import re


def check_bracket_tags(html: str) -> str | None:
    opened: list[str] = []
    for tag in re.finditer("<(/?)([a-z]+)>", html):
        closing, name = tag.groups()
        if not closing:
            opened.append(name)  #: void=none
            #: void=br
            if name != "br":
                opened.append(name)
            #: end
        elif not opened or opened.pop() != name:
            return tag[0]
    return f"<{opened[-1]}>" if opened else None


#: family valid_move
def valid_move(piece: str, start: str, end: str) -> bool:
    files = abs(ord(start[0]) - ord(end[0]))
    ranks = abs(int(start[1]) - int(end[1]))
    if piece == "rook":
        return (files == 0) != (ranks == 0)
    if piece == "bishop":
        return files == ranks != 0
    #: third=knight
    if piece == "knight":
        return {files, ranks} == {1, 2}
    #: third=king
    if piece == "king":
        return max(files, ranks) == 1
    #: end
    raise ValueError(f"unknown piece: {piece}")


#: family normalize_phone
import re


def normalize_phone(text: str) -> str:
    number = re.sub(r"[ /()-]", "", text)
    number = re.sub("^00", "+", number)  #: prefix=strict
    number = re.sub("^0", "+49", re.sub("^00", "+", number))  #: prefix=german
    if not re.fullmatch(r"\+[0-9]{7,13}", number):
        raise ValueError(f"not a phone number: {text!r}")
    return number


#: family layout_problems
import re  #: what=tabs|mixed


def layout_problems(text: str) -> int:
    lines = text.split("\n")
    return sum(len(line) > 8 for line in lines)  #: what=long
    return sum(line.endswith((" ", "\t")) for line in lines)  #: what=trailing
    return sum(bool(re.match(" +\t", line)) for line in lines)  #: what=tabs
    return sum(bool(re.match(" +\t|\t+ ", line)) for line in lines)  #: what=mixed
