"""Checks of input: forms, passwords, addresses, identifiers, configurations."""

from neural.domains.coding.draw import dicts, ints, mixed, one_of, text
from neural.domains.coding.family import Family, custom, invalid, mistyped

PASSWORDS = mixed(text("abAB12!", 4, 11), one_of("password", "Passw0rd!", "aaaaaaaaA1"))


def address(rng):
    return (
        rng.choice(["a", "a", "a1", "a.b", ".a", "a b"])
        + rng.choice(["@", "@", "@", "@@", ""])
        + (rng.choice(["example.org", "x", "x.example.org", "x..org", "-x.example.org", ""]))
    )


def ip(rng):
    parts = [rng.choice(["0", "1", "10", "255", "256", "01", "", "x"]) for _ in range(4)]
    good = [str(rng.randint(0, 255)) for _ in range(4)]
    return ".".join(rng.choice([parts, good, good, good[:3]]))


def isbn(rng):
    digits = [rng.randint(0, 9) for _ in range(9)]
    check = sum((10 - i) * d for i, d in enumerate(digits)) % 11
    last = "X" if check == 1 else str((11 - check) % 11)
    return "".join(map(str, digits)) + (last if rng.random() < 0.6 else rng.choice("0X7"))


FAMILIES = [
    Family(
        signature="check_password(password: str) -> list[str]",
        statement='Return what is wrong with {password}, in this order: "too short" if it has '
        'fewer than 8 characters, "no digit" and "no capital" if it has no ASCII digit or no '
        "ASCII capital letter, and {extra}.",
        requests=[
            "List the faults of a {password}: 'too short' (under 8 characters), 'no digit', "
            "'no capital', and {extra}, in this order."
        ],
        params={
            "extra": {
                "symbol": '"no symbol" if it consists of ASCII letters and digits only',
                "repeated": '"repeated" if a character stands three times in a row',
                "common": '"common" if it is password, in whatever case',
            }
        },
        inputs={"password": PASSWORDS},
        edges=[("Secret123",), ("",), ("Passw0rd!",), ("PASSWORD",), ("Aaaa1111",)],
        cost="O(n)",
    ),
    Family(
        signature="is_email(address: str) -> bool",
        statement="Tell whether {address} looks like a mail address: one @ with something before "
        "it "
        "and a domain after it. The domain consists of at least two parts joined by dots, and "
        "each is made of ASCII letters, digits and dashes. {local}",
        requests=[
            "Do a simple check of a mail {address}: exactly one @, and a domain of two or more "
            "dot-separated parts of ASCII letters, digits and dashes. {local}"
        ],
        params={
            "local": {
                "any": "Before the @, anything except spaces is allowed.",
                "dots": "Before the @ stand parts of ASCII letters and digits, joined by single "
                "dots.",
                "plain": "Before the @ stand only ASCII letters and digits.",
            }
        },
        inputs={"address": address},
        edges=[
            ("ann@example.org",),
            ("ann@example",),
            ("@example.org",),
            ("a.b@example.org",),
            ("a b@example.org",),
            ("a@b@example.org",),
            ("a+b@example.org",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="is_ipv4(address: str) -> bool",
        statement="Tell whether {address} is an IPv4 address: four numbers from 0 to 255, in ASCII "
        "digits and separated by dots. {zeros}",
        requests=["Validate an IPv4 {address} (four numbers 0-255 with dots). {zeros}"],
        params={
            "zeros": {
                "refused": "Leading zeros are not allowed.",
                "allowed": "Leading zeros are allowed, up to three digits each.",
            }
        },
        inputs={"address": ip},
        edges=[
            ("192.168.0.1",),
            ("256.1.1.1",),
            ("1.2.3",),
            ("01.2.3.4",),
            ("",),
            ("1.2.3.4.5",),
            ("0001.2.3.4",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="is_isbn(text: str) -> bool",
        statement="Check the 10 characters of an ISBN: nine ASCII digits and a last character that "
        "is a digit or X, which stands for 10. The sum of the digits, each times its weight from "
        "10 down to 1, must be "
        "a multiple of 11. {dashes}",
        requests=[
            "Validate an ISBN-10 (X at the end means 10): the digits times 10 down to 1 must add "
            "up to a multiple of 11. {dashes}"
        ],
        params={
            "dashes": {
                "refused": "Dashes are not allowed.",
                "ignored": "Dashes anywhere are ignored.",
            },
        },
        inputs={
            "text": lambda rng: (lambda t: t[:3] + "-" + t[3:] if rng.random() < 0.4 else t)(
                isbn(rng)
            )
        },
        edges=[
            ("0306406152",),
            ("0-306-40615-2",),
            ("097522980X",),
            ("0306406153",),
            ("",),
            ("X306406152",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="parse_port(text: str) -> int",
        statement="Convert {text} into the number of a port: if it is not made of ASCII digits "
        "only, "
        "{no_number}; if it is not between {lowest} and 65535, {out_of_range}.",
        requests=[
            "Parse a port: only ASCII digits ({no_number}), between {lowest} and 65535 "
            "({out_of_range})."
        ],
        params={"lowest": (0, 1, 1024)},
        errors={
            "no_number": mistyped("port must be a number"),
            "out_of_range": invalid("port out of range: *"),
        },
        inputs={
            "text": mixed(
                lambda rng: str(rng.randint(0, 70000)), one_of("80", "0", "1", "-1", "x", "1023")
            )
        },
        edges=[("8080",), ("0",), ("80",), ("65536",), ("",), ("-1",), ("8o",)],
        cost="O(n)",
    ),
    Family(
        signature="check_fields(form: dict[str, str], required: list[str]) -> list[str]",
        statement="Return those of {required} that {form} {lacks}, in the order of {required}. "
        "{more}",
        requests=["Which {required} fields does {form} not fill in, that is, {lacks}? {more}"],
        params={
            "lacks": {
                "absent": "does not have",
                "blank": "does not have or has with nothing but spaces in it",
            },
            "more": {
                "only": "Other fields do not matter.",
                "unknown": "After them come the fields that are not in {required}, sorted, each "
                "with a question mark behind it.",
            },
        },
        inputs={
            "form": dicts(one_of("name", "city", "zip", "note"), one_of("x", "", "  ")),
            "required": one_of(["name", "city"], ["zip"], [], ["city", "zip", "name"]),
        },
        edges=[({"name": "Ann", "note": ""}, ["name", "city"]), ({}, []), ({"a": " "}, ["a"])],
        cost="O(n log n)",
    ),
    Family(
        signature="validate_order(quantity: int, price: int, stock: int) -> int",
        statement="Return {quantity} times {price}. If {quantity} is less than 1, {few}; if "
        "{price} "
        "is negative, {negative}; {stock_rule} {first}",
        requests=[
            "Compute the total of an order, after checks: {quantity} below 1: {few}; negative "
            "{price}: {negative}; {stock_rule} {first}"
        ],
        params={
            "stock_rule": {
                "error": "if {stock} is less than {quantity}, {short}.",
                "reduce": "if {stock} is less than {quantity}, {stock} is used in its place, and "
                "only if that is 0, {short}.",
            },
            "first": {
                "order": "If several apply, the first named counts.",
                "stock": "If several apply, what concerns {stock} counts first, then the order in "
                "which they are named.",
            },
        },
        errors={
            "few": invalid("quantity must be at least 1"),
            "negative": invalid("price must not be negative"),
            "short": custom("OutOfStock", "not enough in stock"),
        },
        inputs={"quantity": ints(0, 5), "price": ints(-1, 9), "stock": ints(0, 4)},
        edges=[(2, 5, 3), (0, 5, 3), (1, -1, 0), (5, 2, 3), (2, 2, 0), (0, -1, 0)],
        cost="O(1)",
    ),
    Family(
        signature="is_identifier(name: str) -> bool",
        statement="Tell whether {name} may be used as a name: {rule} and it is none of the "
        "reserved "
        "words if, for and while.",
        requests=[
            "Check that a {name} is legal: {rule} and it must not be one of the reserved words "
            "if, for, while."
        ],
        params={
            "rule": {
                "code": "it begins with an ASCII letter or an underscore, only ASCII letters, "
                "digits "
                "and underscores follow,",
                "css": "it is made of small ASCII letters, digits and dashes, begins with a "
                "letter, "
                "does not end with a dash,",
                "const": "it is made of ASCII capitals, digits and underscores and begins with a "
                "capital,",
            }
        },
        inputs={
            "name": mixed(text("aB_1-", 0, 4), one_of("if", "while", "MAX_2", "MAX", "A", "a-b"))
        },
        edges=[("user_id",), ("",), ("if",), ("main-nav",), ("MAX",), ("1a",), ("If",), ("a-",)],
        cost="O(n)",
    ),
    Family(
        signature="is_hex_color(text: str) -> bool",
        statement="Tell whether {text} is a colour such as #1a2B3c: a # and {digits} hexadecimal "
        "digits, in either case.",
        requests=["Is {text} a CSS colour of # and {digits} hex digits?"],
        params={
            "digits": {
                "six": "six",
                "short": "three or six",
                "alpha": "three, four, six or eight",
            }
        },
        inputs={
            "text": mixed(
                lambda rng: "#" + text("0aFg", 2, 8)(rng),
                lambda rng: "#" + "a0Fc19eb"[: rng.choice([3, 4, 6, 6, 7, 8])],
                weights=[1, 3],
            )
        },
        edges=[("#1a2B3c",), ("#fff",), ("#ffff",), ("fff",), ("#ggg",), ("",), ("#12345678",)],
        cost="O(n)",
    ),
    Family(
        signature="check_sudoku(cells: list[int]) -> bool",
        statement="{cells} are the 16 numbers of a 4 by 4 Sudoku, row by row, with 0 for an empty "
        "cell. Tell whether no number from 1 to 4 occurs twice in a row, a column or one of the "
        "four 2 by 2 blocks. {filled}",
        requests=[
            "Validate a small 4x4 Sudoku given row by row (0 is empty): no repetition in rows, "
            "columns and 2x2 blocks. {filled}"
        ],
        params={
            "filled": {
                "partly": "Empty cells are allowed.",
                "full": "An empty cell makes it wrong.",
            }
        },
        inputs={
            "cells": lambda rng: (
                [
                    0 if rng.random() < 0.15 else n if rng.random() < 0.97 else rng.randint(1, 4)
                    for n in rng.choice(
                        [
                            [1, 2, 3, 4, 3, 4, 1, 2, 2, 1, 4, 3, 4, 3, 2, 1],
                            [1, 2, 3, 4, 3, 4, 1, 2, 2, 3, 4, 1, 4, 1, 2, 3],
                        ]
                    )
                ]
                if rng.random() < 0.7
                else [1, 2, 3, 4, 3, 4, 1, 2, 2, 1, 4, 3, 4, 3, 2, 1]
            )
        },
        edges=[
            ([1, 2, 3, 4, 3, 4, 1, 2, 2, 1, 4, 3, 4, 3, 2, 1],),
            ([0] * 16,),
            ([1, 2, 3, 4, 2, 1, 4, 3, 3, 4, 1, 2, 4, 3, 2, 1],),
            ([1, 0, 0, 1] + [0] * 12,),
            ([1, 0, 0, 0, 0, 1, 0, 0] + [0] * 8,),
        ],
        cost="O(1)",
    ),
    Family(
        signature="check_bracket_tags(html: str) -> str | None",
        statement="{html} holds tags <name> and </name>, made of small letters, among other text. "
        "Return {none} if they are nested correctly, else the first tag that does not fit, as it "
        "stands in {html}: a closing one that does not match the latest open one or, at the end, "
        "the latest one that was never closed. {void}",
        requests=[
            "Find the first tag in {html} that breaks the nesting (a closing one that does not "
            "match "
            "the latest open one or, at the end, the latest never closed); {none} if all is "
            "fine. Tags are "
            "<name> and </name> in small letters. {void}"
        ],
        params={
            "void": {
                "none": "Every tag needs its closing one.",
                "br": "The tag br stands alone and is never closed; </br> is wrong.",
            },
        },
        inputs={
            "html": lambda rng: "".join(
                rng.choices(["<b>", "</b>", "<i>", "</i>", "<br>", "x"], k=rng.randint(0, 5))
            )
        },
        edges=[
            ("<b>x</b>",),
            ("",),
            ("<b><i></b></i>",),
            ("<b>",),
            ("<br>",),
            ("</br>",),
            ("1 < 2",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="valid_move(piece: str, start: str, end: str) -> bool",
        statement="Tell whether a {piece}, one of rook, bishop and {third}, may move from the "
        "square "
        "{start} to {end} on an empty chess board; squares are written a1 to h8 and are valid. "
        "Staying is no move. If {piece} is another one, {unknown}.",
        requests=[
            "Can a {piece} (rook, bishop or {third}) go from {start} to {end} on an empty "
            "board? It has to move. Any other piece: {unknown}."
        ],
        params={"third": {"knight": "knight", "king": "king"}},
        errors={"unknown": invalid("unknown piece: *")},
        inputs=lambda rng: (
            rng.choice(["rook", "bishop", "knight", "king"]),
            f"{rng.choice('abcd')}{rng.randint(1, 4)}",
            f"{rng.choice('abcd')}{rng.randint(1, 4)}",
        ),
        edges=[
            ("rook", "a1", "a8"),
            ("bishop", "a1", "c3"),
            ("knight", "b1", "c3"),
            ("king", "e1", "e2"),
            ("rook", "a1", "a1"),
            ("queen", "a1", "b2"),
        ],
        cost="O(1)",
    ),
    Family(
        signature="normalize_phone(text: str) -> str",
        statement="Bring a phone number into the form +491234567: drop spaces, dashes, slashes and "
        "brackets; a leading {prefix} In between, {text} may hold nothing but digits, and 7 to "
        "13 of "
        "them must be left after the plus sign. Otherwise {malformed}.",
        requests=[
            "Normalise phone numbers to +491234567: ignore spaces, dashes, slashes and "
            "brackets; a leading {prefix} Then 7 to 13 digits and nothing else must follow the "
            "plus; otherwise {malformed}."
        ],
        params={
            "prefix": {
                "german": "00 becomes a plus sign, a single leading 0 becomes +49, and without "
                "either a plus sign must be there.",
                "strict": "00 becomes a plus sign; without it a plus sign must be there.",
            }
        },
        errors={"malformed": invalid("not a phone number: *")},
        inputs={
            "text": lambda rng: (
                rng.choice(["+49", "0049", "0", "(0)", "49", "+ 1"])
                + rng.choice([" 30 ", "30-", "/30", ""])
                + rng.choice(["12345", "1234567", "12a45", "123 45 67"])
            )
        },
        edges=[
            ("+49 30 123456",),
            ("030/123456",),
            ("0049 30-123456",),
            ("",),
            ("12345678",),
            ("+1",),
        ],
        cost="O(n)",
    ),
    Family(
        signature="layout_problems(text: str) -> int",
        statement="Count the lines of {text}, separated by line feeds, that {what}.",
        requests=["How many lines of {text} {what}?"],
        params={
            "what": {
                "long": "are longer than 8 characters",
                "trailing": "end with a space or a tab",
                "tabs": "begin with a tab after at least one space",
                "mixed": "have both a tab and a space among the characters before the first other "
                "one, or in all of them if there is none",
            }
        },
        inputs={"text": text("ab \t\n ", 0, 30)},
        edges=[("short\nmuch too long \n\ta",), ("",), (" \tx",), ("\t a\n a",)],
        cost="O(n)",
    ),
]
