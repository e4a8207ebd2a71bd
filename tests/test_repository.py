"""Rows about small repositories in five languages, and what must never become a row."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neural.domains import load as load_domain
from neural.domains.repository import extract, languages, prose
from neural.domains.repository.generate import CATEGORY, generate, rows_of
from neural.domains.repository.implementers import implementers
from neural.domains.repository.layers import cycles, graph
from neural.domains.repository.load import load
from neural.domains.repository.names import words
from neural.domains.repository.pairs import pairs
from neural.domains.repository.record import File
from neural.domains.repository.score import code_of
from neural.domains.repository.summary import summary
from neural.errors import UserError
from neural.records.limits import Limits
from neural.records.validate import Options, Validation
from neural.repositories import licence
from neural.repositories.source import Repository

ROOT = Path(__file__).parent.parent
FILES = {
    "LICENSE": "MIT License\n\nPermission is hereby granted, free of charge, to any person "
    "obtaining a copy of this software",
    "go.mod": "module example.org/shop\n\ngo 1.22\n",
    "README.md": """
        # Shop

        ## Running the tests

        Call `go test ./...` in the root folder. It needs no database, since every test makes a
        store of its own in memory and throws it away at the end.

        ## Licence

        MIT.
        """,
    "store/store.go": """
        // Package store keeps the orders of the shop in memory and on disk.
        package store

        import (
            "errors"
            "fmt"

            "example.org/shop/money"
        )

        // ErrNotFound says that there is no such order.
        var ErrNotFound = errors.New("order not found")

        // Engine is what orders are kept in.
        type Engine interface {
            // Get finds an order by its number.
            Get(number int) (*Order, error)
            Put(order *Order) error
        }

        // Order is one purchase of a customer.
        type Order struct {
            Number int    // counts from 1
            Total  money.Amount
            Paid   bool
        }

        // Memory keeps all orders in a map and forgets them at the end.
        type Memory struct {
            orders map[int]*Order
        }

        // NewMemory creates an empty store in memory.
        func NewMemory() *Memory {
            return &Memory{orders: map[int]*Order{}}
        }

        // Get returns the order of a number from the map of the store.
        // Numbers are checked first.
        func (m *Memory) Get(number int) (*Order, error) {
            if number < 1 {
                return nil, fmt.Errorf("order number %d is too small", number)
            }
            order, found := m.orders[number]
            if !found {
                return nil, ErrNotFound
            }
            return order, nil
        }

        // Put keeps an order and replaces an older one of the same number.
        func (m *Memory) Put(order *Order) error {
            if order == nil {
                return errors.New("no order was given to keep")
            }
            total := money.Sum(order.Total)
            if total < 0 {
                return errors.New("the total of an order is negative")
            }
            m.orders[order.Number] = order
            return nil
        }

        func (m *Memory) Len() int {
            return len(m.orders)
        }
        """,
    "store/store_test.go": """
        package store

        import "testing"

        func TestMemory_Get(t *testing.T) {
            m := NewMemory()
            t.Run("missing order", func(t *testing.T) {
                if _, err := m.Get(7); err == nil {
                    t.Errorf("expected an error for order %d", 7)
                }
            })
        }

        func TestPutRefusesNil(t *testing.T) {
            m := NewMemory()
            if err := m.Put(nil); err == nil {
                t.Error("expected an error")
            }
        }
        """,
    "money/money.go": """
        package money

        // Amount counts in cents of the shop's currency.
        type Amount int

        // Sum adds up amounts, the empty sum being nothing.
        func Sum(amounts ...Amount) Amount {
            total := Amount(0)
            for _, one := range amounts {
                total += one
            }
            return total
        }
        """,
    "tools/report.py": '''
        """Reports about the orders of a day, for the people at the till."""

        from tools.shapes import Shape


        class Wide(Shape):
            """A shape that is wider than it is high."""

            def area(self):
                """Return the area of the shape in square metres."""
                width = self.width
                return width * self.height


        def parse_day(text: str) -> tuple[int, int]:
            """Parse a day such as 12.3. and return its day and month as numbers."""
            try:
                day, month = text.split(".")[:2]
            except ValueError:
                raise ValueError(f"{text!r} is no day of a month") from None
            if not 1 <= int(month) <= 12:
                raise ValueError(f"there is no month of the number {month}")
            return int(day), int(month)


        def first_day(texts):
            """Return the earliest of some days, each told as a text."""
            days = [parse_day(text) for text in texts]
            days.sort(key=lambda day: (day[1], day[0]))
            return days[0]
        ''',
    "tools/shapes.py": '''
        class Shape:
            """What the boxes of the shop have in common."""

            def __init__(self, width, height):
                self.width = width
                self.height = height
        ''',
    "tools/__init__.py": "",
    "tests/test_report.py": """
        from tools.report import parse_day


        def test_parse_day_of_december():
            assert parse_day("24.12.") == (24, 12)
        """,
    "web/cart.js": """
        import { format } from "./format.js";

        /**
         * Adds up the prices of a cart and formats the sum for the page.
         * @param {Array} items what is in the cart
         */
        export function total(items) {
          if (!Array.isArray(items)) {
            throw new TypeError("the cart must be a list of items");
          }
          const sum = items.reduce((all, item) => all + item.price, 0);
          return format(sum);
        }
        """,
    "web/format.js": """
        /** Writes a number of cents as euros with two digits. */
        export const format = (cents) => {
          const euros = cents / 100;
          return `${euros.toFixed(2)} EUR`;
        };
        """,
    "web/cart.test.js": """
        import { total } from "./cart.js";

        describe("total", () => {
          it("adds up prices", () => {
            const found = total([{ price: 150 }, { price: 50 }]);
            expect(found).toBe("2.00 EUR");
          });
        });
        """,
    "web/shapes.ts": """
        /** What can be drawn on the page of the shop. */
        export interface Drawable {
          /** Draws the thing at a place. */
          draw(x: number, y: number): void;
        }

        /** A picture of an article that is for sale. */
        export class Picture implements Drawable {
          constructor(private source: string) {}

          /** Draws the picture and loads it where it is not there yet. */
          draw(x: number, y: number): void {
            const image = this.load();
            image.move(x, y);
          }

          private load(): any {
            if (this.source === "") {
              throw new Error("a picture needs a source to load");
            }
            return fetch(this.source);
          }
        }
        """,
    "java/src/main/java/org/shop/Till.java": """
        package org.shop;

        /** Takes the money of the customers and gives change. */
        public class Till {
          private int cents;

          /**
           * Computes the change that a customer gets back.
           *
           * @param price what the article costs in cents
           */
          public int change(int price, int paid) {
            if (paid < price) {
              throw new IllegalArgumentException("the customer has not paid enough");
            }
            cents += price;
            return paid - price;
          }
        }
        """,
    "java/src/test/java/org/shop/TillTest.java": """
        package org.shop;

        import org.junit.Test;

        public class TillTest {
          @Test
          public void testChange() {
            Till till = new Till();
            assertEquals(5, till.change(10, 15));
          }
        }
        """,
}


def git(folder: Path, *arguments: str) -> str:
    who = {f"GIT_{role}_{what}": "a@example.com" for role in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")}  # fmt: skip
    made = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        check=True, capture_output=True, text=True, env=os.environ | who,
    )  # fmt: skip
    return made.stdout.strip()


def write(folder: Path, files: dict) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            text = textwrap.dedent(text).lstrip("\n")
            path.write_text(text.replace("    ", "\t") if name.endswith(".go") else text)


def commit(folder: Path, message: str = "Add the shop") -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("repositories") / "shop"
    folder.mkdir()
    git(folder, "init", "-q")
    write(folder, FILES)
    commit(folder)
    return folder


@pytest.fixture(scope="module")
def loaded(shop):
    return load(str(shop), kept=None)


@pytest.fixture(scope="module")
def rows(loaded):
    return rows_of(loaded, seed=1)[0]


def ask(rows: list[dict], task: str, file: str, said: str = "") -> dict:
    found = [r for r in rows if r["task"] == task and r["file"] == file and said in str(r)]
    assert found, (task, file, [(r["task"], r["file"]) for r in rows])
    return found[0]


def test_code_in_an_answer_stands_on_the_lines_that_the_row_names(shop, rows):
    checked = set()
    for row in rows:
        if not row["code"]:
            continue
        first, last = map(int, row["lines"].split("-"))
        lines = (shop / row["file"]).read_text().split("\n")[first - 1 : last]
        quoted = code_of(row["output"])[1].split("\n")
        source = [line.strip() for line in lines]
        assert [line.strip() for line in quoted] == source or (
            row["task"] == "write" and {line.strip() for line in quoted} <= {*source}
        )
        checked.add((row["task"], row["language"]))
    assert {("write", name) for name in ("go", "python", "javascript", "java")} <= checked


def test_rows_say_where_they_come_from(shop, rows):
    head = git(shop, "rev-parse", "HEAD")
    for row in rows:
        assert row["revision"] == head and row["license"] == "MIT" and row["repository"] == "shop"
        assert (shop / row["file"]).exists() and row["split_group"] == f"shop/{row['file']}"
        assert CATEGORY[row["task"]] == row["category"]
    assert {row["category"] for row in rows} >= {
        "functions", "types", "tests", "usage", "errors", "docs", "architecture",
    }  # fmt: skip


def test_questions_are_asked_in_many_ways(rows):
    openings = {" ".join(row["instruction"].split()[:3]) for row in rows}
    assert len(openings) > 0.5 * len(rows)
    assert all(row["instruction"][0].isupper() or not row["instruction"][0].isalpha()
               for row in rows)  # fmt: skip


def test_a_documented_function_is_found_by_what_it_does(rows):
    row = ask(rows, "find", "store/store.go", "Memory.Get")
    assert "get the order of a number from the map of the store" in row["instruction"]
    assert "func (m *Memory) Get(number int) (*Order, error)" in row["output"]
    assert "Numbers are checked first." in row["output"]


def test_an_error_message_is_traced_to_its_condition(rows):
    row = ask(rows, "source", "store/store.go", "too small")
    assert "order number … is too small" in row["instruction"]
    assert "`number < 1`" in row["output"]
    row = ask(rows, "source", "web/cart.js")
    assert "`!Array.isArray(items)`" in row["output"]
    assert "paid < price" in ask(rows, "source", "java/src/main/java/org/shop/Till.java")["output"]
    assert "no day" in ask(rows, "source", "tools/report.py")["output"]


def test_types_are_joined_to_what_implements_them(loaded):
    found = {
        one.name: [other.name for other in others]
        for one, others in implementers(loaded.index).items()
    }
    assert found == {"Engine": ["Memory"], "Shape": ["Wide"], "Drawable": ["Picture"]}


def test_tests_are_paired_with_what_they_test(loaded):
    assert {(pair.test.name, pair.subject.path) for pair in pairs(loaded.index)} == {
        ("TestMemory_Get", "Memory.Get"),
        ("TestPutRefusesNil", "Memory.Put"),
        ("test_parse_day_of_december", "parse_day"),
        ("total adds up prices", "total"),
        ("testChange", "Till.change"),
    }


def test_callers_are_found_across_packages(rows):
    assert "`Memory.Put`" in ask(rows, "callers", "money/money.go")["output"]
    assert "`first_day`" in ask(rows, "callers", "tools/report.py", "parse_day")["output"]
    assert "`total`" in ask(rows, "callers", "web/format.js")["output"]


def test_layers_stand_on_what_they_import(loaded):
    made = graph(loaded.index)
    assert made.nodes["store"]["layer"] == 1 and made.nodes["money"]["layer"] == 0
    assert made.has_edge("store", "money") and cycles(made) == []


def test_documents_answer_what_their_headings_ask(rows):
    row = ask(rows, "section", "README.md")
    assert "run the tests" in row["instruction"].lower()
    assert "go test ./..." in row["output"] and "`README.md`, lines 5-6" in row["output"]


def test_filling_a_gap_gives_the_code_again(tmp_path):
    body = "".join(f"    if value == {n}:\n        value += {n * n}\n" for n in range(12))
    text = f'def climb(value):\n    """Raise a value by its square."""\n{body}    return value\n'
    write(tmp_path, {"LICENSE": FILES["LICENSE"], "climb.py": text})
    rows, _ = rows_of(load(str(tmp_path), kept=None), 1)
    gaps = [row for row in rows if row["task"] == "fill"]
    assert len(gaps) == 3
    for row in gaps:
        missing = code_of(row["output"])[1]
        line = next(n for n in code_of(row["input"])[1].split("\n") if "<MISSING>" in n)
        assert code_of(row["input"])[1].replace(line, missing) == text.rstrip("\n")


def test_only_what_is_committed_at_the_revision_is_read(shop, tmp_path):
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "-q", str(shop), str(copy))
    first = git(copy, "rev-parse", "HEAD")
    write(copy, {"late.py": 'def late():\n    """Come after all the others."""\n    return 1\n'})
    assert "late.py" not in load(str(copy), kept=None).index.files
    second = commit(copy, "Add something that comes late")
    assert "late.py" in load(str(copy), kept=None).index.files
    old = load(f"{copy}@{first}", kept=None).index
    assert "late.py" not in old.files and old.origin.revision == first != second
    with pytest.raises(UserError, match="no revision 'nowhere'"):
        load(f"{copy}@nowhere", kept=None)


def test_a_url_is_cloned_once(shop, tmp_path, monkeypatch):
    monkeypatch.setattr("neural.repositories.source.CLONES", tmp_path / "clones")
    head = git(shop, "rev-parse", "HEAD")
    found = Repository(f"file://{shop}@{head}")
    assert found.revision == head and {blob.path for blob in found.blobs} >= {"store/store.go"}
    monkeypatch.setenv("PATH", os.environ["PATH"])
    assert Repository(f"file://{shop}").blobs == found.blobs
    with pytest.raises(UserError, match="git"):
        Repository(f"file://{tmp_path}/nothing")


def test_a_name_that_climbs_out_of_the_tree_is_left_out(tmp_path):
    git(tmp_path, "init", "-q")
    write(tmp_path, {"x.py": "x = 1\n"})
    tree = git(tmp_path, "hash-object", "-w", "x.py")
    for entry in ("100644 blob {}\tx.py\n", "040000 tree {}\t..\n"):
        made = subprocess.run(
            ["git", "-C", tmp_path, "mktree"],
            input=entry.format(tree),
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        tree = made.stdout.strip()
    commit = git(tmp_path, "commit-tree", tree, "-m", "Climb")
    found = Repository(f"{tmp_path}@{commit}")
    assert found.blobs == [] and found.left == {"hostile name": ["../x.py"]}


def test_a_plain_folder_is_read_without_what_it_ignores(tmp_path):
    write(tmp_path, {**FILES, ".gitignore": "secret/\n", "secret/x.py": "def x():\n    return 1\n"})
    index = load(str(tmp_path), kept=None).index
    assert "store/store.go" in index.files and "secret/x.py" not in index.files
    assert len(index.origin.revision) == 40
    with pytest.raises(UserError, match="it has no revisions"):
        load(f"{tmp_path}@v1", kept=None)
    with pytest.raises(UserError, match="no such folder"):
        load(str(tmp_path / "nowhere"), kept=None)


def test_changes_come_from_the_history(shop, tmp_path):
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "-q", str(shop), str(copy))
    path = copy / "money/money.go"
    path.write_text(path.read_text().replace("total := Amount(0)", "var total Amount"))
    commit(copy, "money: Declaring the total without a value (#12)")
    rows, _ = rows_of(load(str(copy), history=True, kept=None), 1, history=True)
    (row,) = [row for row in rows if row["category"] == "changes"]
    assert "eclare the total without a value" in row["instruction"]
    assert "#12" not in row["instruction"] and "`money/money.go`" in row["instruction"]
    assert "+\tvar total Amount" in row["output"] and "total := Amount(0)" in row["input"]


def test_messages_that_say_too_little_of_the_change_ask_for_none(shop, tmp_path):
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "-q", str(shop), str(copy))
    path = copy / "money/money.go"
    for number, message in enumerate(
        (
            "Update the total of the amounts",
            "Fix an issue with the total of it again",
            "Fix total as of https://host.example/issues/5",
            "The total of amounts as it should be",
            "Fix the comment about the total of amounts",
        )
    ):
        path.write_text(path.read_text() + f"\nvar total{number} = Amount({number})\n")
        commit(copy, message)
    path.write_text(path.read_text() + "\n// total of amounts, told once more\n")
    commit(copy, "Tell the total of amounts once more")
    rows, _ = rows_of(load(str(copy), history=True, kept=None), 1, history=True)
    assert not [row for row in rows if row["category"] == "changes"]


SECRET = "gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
TAKEN = '''
def keep(value):
    """Keep a value until somebody asks for it again."""
    kept = {}
    kept[value] = %s
    return kept
'''


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("vendor/a.go", "package a\n", "vendored"),
        ("web/node_modules/a.js", "x()\n", "vendored"),
        ("a.pb.go", "package a\n", "generated"),
        ("a.go", "// Code generated by protoc. DO NOT EDIT.\npackage a\n", "generated"),
        ("a.min.js", "x()\n", "minified"),
        ("a.js", "x();" * 1000, "minified"),
        ("a.py", b"x = '\xff\xfe'\n", "not UTF-8"),
        ("b.py", b"\x00\x01", "binary"),
        ("c.py", "", "empty"),
        ("testdata/a.go", "package a\n", "test data"),
        ("big.py", "x = 1\n" * 200_000, "too large"),
        ("nc.py", "# SPDX-License-Identifier: CC-BY-NC-4.0\nx = 1\n", "denied licence"),
        ("a.rb", "x = 1\n", "other file"),
    ],
)
def test_files_that_are_left_out_are_counted(tmp_path, name, content, why):
    write(tmp_path, {"LICENSE": FILES["LICENSE"], "ok.py": TAKEN % 1, name: content})
    found = load(str(tmp_path), kept=None)
    assert name in found.left[why] and list(found.index.files) == ["ok.py"]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (TAKEN % f'"{SECRET}"', "secret"),
        (TAKEN % '"jane.roe@mailbox.org"', "personal data"),
        ("def get(self):\n    return self.value\n", "trivial"),
        ('def keep_it(v):\n    """Keep it."""\n    v += 1\n    return v\n', "empty documentation"),
        ("def long(x):\n" + "    x += 1\n" * 120, "too long"),
        (TAKEN % 1 + TAKEN % 1, "near-duplicate"),
        (TAKEN.replace('"""', '"""Rings the bell \\a. ', 1) % 1, "unclean text"),
    ],
)  # fmt: skip
def test_parts_of_which_no_row_is_made_are_counted(tmp_path, code, why):
    write(tmp_path, {"LICENSE": FILES["LICENSE"], "a.py": code})
    found = load(str(tmp_path), kept=None)
    assert found.dropped[why] == 1
    rows, _ = rows_of(found, 1)
    told = json.dumps(rows)
    assert SECRET not in told and "jane.roe" not in told
    assert any(why in line for line in found.told(Counter()))


def test_without_a_licence_nothing_is_learned_unless_it_is_said(tmp_path):
    write(tmp_path, {"a.py": TAKEN % 1})
    with pytest.raises(UserError, match="--license MIT"):
        load(str(tmp_path), kept=None)
    rows, _ = rows_of(load(str(tmp_path), license="MIT", kept=None), 1)
    assert rows and {row["license"] for row in rows} == {"MIT"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Apache License\n   Version 2.0, January 2004", "Apache-2.0"),
        ("GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007", "GPL-3.0-only"),
        ("Redistribution and use in source and binary forms, with or …", "BSD-2-Clause"),
        ("All rights reserved.", ""),
    ],
)
def test_licences_are_told_by_their_text(text, name):
    assert licence.of(text) == name


def test_a_second_run_reads_only_what_changed(shop, tmp_path, monkeypatch):
    copy, kept = tmp_path / "copy", tmp_path / "kept.sqlite"
    git(tmp_path, "clone", "-q", str(shop), str(copy))
    read = []
    record = extract.record
    monkeypatch.setattr(
        extract, "record", lambda data, path: read.append(path) or record(data, path)
    )
    first = rows_of(load(str(copy), kept=kept), 1)[0]
    assert len(read) > 10
    read.clear()
    assert rows_of(load(str(copy), kept=kept), 1)[0] == first and read == []
    path = copy / "money/money.go"
    path.write_text(
        path.read_text().replace("of the shop's currency", "of the currency of the shop")
    )
    commit(copy, "Say it better")
    again = rows_of(load(str(copy), kept=kept), 1)[0]
    assert read == ["money/money.go"]
    assert again == rows_of(load(str(copy), kept=None), 1)[0]
    # Code that others call goes to another file, under another name.
    path.write_text(path.read_text().replace("func Sum(", "func Total("))
    (copy / "money/sum.go").write_text("package money\n\nfunc Sum(a Amount) Amount { return a }\n")
    commit(copy, "Give the sum another name")
    again = rows_of(load(str(copy), kept=kept), 1)[0]
    assert again == rows_of(load(str(copy), kept=None), 1)[0] != first


def test_what_was_damaged_or_put_under_another_name_is_not_taken_for_kept(shop, tmp_path):
    kept = tmp_path / "kept.sqlite"
    first = rows_of(load(str(shop), kept=kept), 1)[0]
    with sqlite3.connect(kept) as base:
        (one, value), (other, _), (third, _) = base.execute("SELECT * FROM records LIMIT 3")
        base.execute("UPDATE records SET value = ? WHERE key = ?", (b"\x90" + value[1:], one))
        base.execute("UPDATE records SET value = ? WHERE key = ?", (value, other))
        base.execute("UPDATE records SET value = 'text' WHERE key = ?", (third,))
    assert rows_of(load(str(shop), kept=kept), 1)[0] == first
    kept.write_bytes(b"this is no base" * 500)
    assert rows_of(load(str(shop), kept=kept), 1)[0] == first
    assert rows_of(load(str(shop), kept=kept), 1)[0] == first


def made(tmp_path: Path, files: dict[str, str]) -> list[dict]:
    write(tmp_path, {"LICENSE": FILES["LICENSE"], **files})
    return rows_of(load(str(tmp_path), kept=None), 1)[0]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (
            "A.java",
            """
            class A {
                void check(int age, String name) {
                    if (age > 3) {
                        log(age);
                    } else {
                        throw new IllegalStateException("the guest " + name + " is far too young");
                    }
                }
            }
            """,
        ),
        (
            "a.js",
            """
            function check(age, name) {
                if (age > 3) {
                    log(age);
                } else {
                    throw new Error("the guest " + name + " is far too young");
                }
            }
            """,
        ),
    ],
)
def test_an_error_of_the_other_branch_has_not_that_condition(tmp_path, name, code):
    (row,) = [r for r in made(tmp_path, {name: textwrap.dedent(code)}) if r["task"] == "source"]
    assert "`the guest … is far too young`" in row["instruction"]
    assert "age > 3" not in row["output"].split("```")[0]


def test_documentation_is_told_without_what_speaks_to_tools():
    told = (
        "Sends the :class:`~shop.Order` as :ref:`told here <sending>`.\n\n"
        ".. versionadded:: 2.3\n   Before, it was kept.\n\n"
        ".. code-block:: python\n\n    send(order)\n"
    )
    assert prose.clean(told) == "Sends the `Order` as `told here`.\n\n    send(order)"
    assert prose.clean("Keeps a {@code List<{T}>} &lt;here&gt;.\n@author Jo\n@param a x") == (
        "Keeps a `List<{T}>` <here>.\n@param a x"
    )
    assert prose.description("Adds it.\n\n@param x what") == "Adds it."
    assert prose.news("addOrder is the function to add an order.", "addOrder") == 0


def test_what_two_definitions_say_of_themselves_asks_for_neither(tmp_path):
    one = 'def {0}(self):\n    """Hand it over to the wrapped engine."""\n    {0}_to = 1\n    {1}\n'
    code = one.format("count", "return count_to + self.rows") + one.format(
        "names", "yield from self.sorted_names(names_to)"
    )
    assert not [row for row in made(tmp_path, {"a.py": code}) if row["task"] == "find"]


def test_overloads_and_twins_have_ids_of_their_own_wherever_they_stand(tmp_path):
    overload = """
        /** Packs {what} into a parcel of the given weight, or refuses it where that is too much. */
        public Parcel pack({what} thing, int weight) {{
            if (weight > limit) throw new IllegalStateException("a parcel of {what} is too heavy");
            Parcel parcel = new Parcel(thing.name() + "{what}");
            parcel.weigh(weight);
            return parcel;
        }}
    """
    above = "package org.shop;\n\npublic class Packing {"
    two = [overload.format(what=what) for what in ("Book", "Lamp")]
    twins = """
        def total(orders):
            \"\"\"Adds up what all orders cost, taxes and postage with them.\"\"\"
            kept = [order.cost for order in orders]
            return sum(kept)

        def total(orders):
            \"\"\"Adds up the prices slowly, since they came as texts of any currency.\"\"\"
            found = 0
            for order in orders:
                found += int(order.cost)
            return found
    """
    files = {"Packing.java": above + "".join(two) + "}\n", "a.py": twins}
    rows = made(tmp_path, files)
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    explained = [row for row in rows if row["task"] == "explain"]
    assert [row["file"] for row in explained] == ["Packing.java"] * 2 + ["a.py"] * 2
    # A line above, or the other overload first, changes no scenario.
    files["Packing.java"] = above + "\n\n" + "".join(two[::-1]) + "}\n"
    assert {row["id"] for row in made(tmp_path, files)} == set(ids)


def test_calls_that_nobody_can_tell_apart_have_no_list_of_callers(tmp_path):
    code = """
        class Left:
            def keep_all(self, rows):
                for row in rows:
                    self.kept.append(row)
                return len(rows)

        class Right:
            def keep_all(self, rows):
                self.kept = {row.name: row for row in rows}
                return self.kept

            def refill(self, rows):
                self.kept.clear()
                return self.keep_all(rows)

        def use(thing, rows):
            print(len(rows))
            return thing.keep_all(rows)
    """
    rows = made(tmp_path, {"a.py": textwrap.dedent(code)})
    assert not [row for row in rows if row["task"] == "callers"]


def test_logs_of_changes_and_headings_that_are_no_topic_ask_nothing(tmp_path):
    words = "The order is taken, packed and sent, and whoever asked for it is told so by mail. " * 2
    rows = made(
        tmp_path,
        {
            "CHANGELOG.md": f"# Changes\n\n## Sending orders\n\n{words}\n",
            "GUIDE.md": f"# Guide\n\n## 1.2.0 / 2020-01-02\n\n{words}\n\n"
            f"## via mail\n\n{words}\n\n## Sending Orders\n\n{words}\n",
        },
    )
    (asked,) = [row["instruction"] for row in rows if row["task"] == "section"]
    assert "send orders" in asked


def test_a_matter_is_told_where_it_is_at_home_and_is_one_matter(tmp_path):
    code = """
        package {0}

        type ParcelBox struct {{ size int }}

        func NewParcelBox(size int) *ParcelBox {{ return &ParcelBox{{size: size}} }}

        func ResetParcelBox(box *ParcelBox) {{ box.size = 0 }}
    """
    files = {
        "go.mod": "module shop\n",
        "box/zero.go": "package box\n\nfunc GrowParcelBox(by int) int { return by * 2 }\n",
        "box/box.go": code.format("box"),
        "other/box.go": "package other\n\nfunc DrawParcelBox() string { return `[ ]` }\n",
    }
    (row,) = [row for row in made(tmp_path, files) if row["task"] == "handled"]
    assert "parcel box" in row["instruction"] and row["file"] == "box/box.go"
    text = (tmp_path / "box/box.go").read_text().split("\n")
    assert text[int(row["lines"].split("-")[0]) - 1].startswith("type ParcelBox")
    assert "GrowParcelBox" in row["output"] and "other/box.go" not in row["output"]


def test_a_heading_is_a_task_where_it_says_one_and_lists_keep_their_marks(tmp_path):
    words = "It reads the orders, packs them one by one and tells whoever waits for them. " * 2
    guide = (
        f"# Guide\n\n## Build script\n\n{words}\n\n## Sending orders\n\n- First: {words}\n"
        f"- Then: they go.\n\n---\n\n## Taking orders\n\nThis is coming soon. {words}\n"
    )
    rows = [row for row in made(tmp_path, {"GUIDE.md": guide}) if row["task"] == "section"]
    assert {row["lines"]: row["output"][:8] for row in rows} == {
        "5-5": "It reads",
        "9-12": "- First:",
    }
    assert not any("build script. " in row["instruction"].lower() for row in rows)


def test_a_test_without_a_word_of_what_it_calls_is_no_pair(tmp_path):
    files = {
        "go.mod": "module shop\n",
        "shop/cart.go": """
            package shop

            func CountItems(all []int) int {
                sum := 0
                for range all {
                    sum++
                }
                return sum
            }

            func Discount(price int) int {
                if price > 100 {
                    return 10
                }
                return 0
            }
        """,
        "shop/cart_test.go": """
            package shop

            import "testing"

            func TestDiscountOfLargeOrders(t *testing.T) {
                if Discount(200) != 10 {
                    t.Error("wrong")
                }
            }

            func TestServerStarts(t *testing.T) {
                a, b := CountItems(nil), Discount(3)
                if a != b {
                    t.Error("wrong")
                }
            }
        """,
    }
    write(tmp_path, {"LICENSE": FILES["LICENSE"], **files})
    found = pairs(load(str(tmp_path), kept=None).index)
    assert [(one.test.name, one.subject.name) for one in found] == [
        ("TestDiscountOfLargeOrders", "Discount")
    ]


def test_same_settings_same_rows_and_shares_are_kept(shop):
    def made(count, seed, **more):
        return list(generate(count, seed, [str(shop)], kept=None, **more))

    everything = made(None, 1)
    assert everything == made(None, 1) and len(everything) > 60
    few = made(30, 1)
    assert len(few) == 30 and {row["id"] for row in few} <= {row["id"] for row in everything}
    assert made(30, 2) != few
    assert {row["category"] for row in made(None, 1, categories=["errors"])} == {"errors"}
    with pytest.raises(UserError, match=f"ask for at most {len(everything)}"):
        made(10_000, 1)
    with pytest.raises(UserError, match="Did you mean 'errors'"):
        made(1, 1, categories=["error"])
    with pytest.raises(UserError, match="unknown language 'cobol'"):
        made(1, 1, language=["cobol"])


def test_rows_pass_the_validation_and_their_own_domain(rows, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    checked = Validation([path], Options(domain="repository", limits=Limits(imbalance=1000)))
    assert checked.findings.verdict({"uneven": "info", "near-duplicates": "info"}) == "clean", (
        checked.findings.listed({})
    )


@pytest.mark.parametrize(
    ("task", "change", "fault"),
    [
        ("write", {"lines": "1-2"}, "quotes"),
        ("write", {"output": "no code"}, "no code of a language"),
        ("find", {"output": "It is somewhere in the code of the shop."}, "does not name its file"),
        ("find", {"revision": ""}, "cannot be traced"),
        ("purpose", {"output": f"The key is {SECRET}, as you see."}, "secret"),
        ("purpose", {"lines": "9-2"}, "ascend"),
        ("purpose", {"category": "tests"}, "not one of the category"),
    ],
)
def test_an_altered_row_is_found(rows, task, change, fault):
    verify = load_domain("repository").verify
    row = next(row for row in rows if row["task"] == task)
    assert verify([row]) == []
    ((place, problem),) = verify([row | change])
    assert place == 0 and fault in problem


def test_right_answers_score_one_and_others_less(rows):
    domain = load_domain("repository")
    right = domain.score(rows, [row["output"] for row in rows])
    assert all(value == 1 for one in right for value in one.values())
    assert all({*one} <= {*domain.METRICS} for one in right)
    wrong = domain.score(rows, ["I do not know."] * len(rows))
    assert all(next(iter(one.values())) < 0.5 and not one["exact"] for one in wrong)
    row = next(row for row in rows if row["task"] == "write" and row["language"] == "go")
    (half,) = domain.score([row], [row["output"].replace("return", "retrn(")])
    assert 0.5 < half["code"] < 1 and not half["parses"]


@pytest.mark.parametrize(
    ("doc", "name", "task"),
    [
        ("Get returns the value of a key.", "Get", "get the value of a key"),
        ("Return the earliest of some days.", "first_day", "get the earliest of some days"),
        ("Has returns true if the key is known, false otherwise.", "Has",
         "find out whether the key is known"),
        ("loads rows from a file and attaches them to nodes", "f",
         "load rows from a file and attach them to nodes"),
        ("The get method retrieves one of the rows.", "get", "get one of the rows"),
        ("Register a new tag with this store.", "register", "register a new tag with this store"),
        ("See above.", "f", None),
        ("Store is an interface for stores.", "Store", ""),
    ],
)  # fmt: skip
def test_documentation_becomes_what_somebody_wants(doc, name, task):
    found = summary(doc, name)
    assert (found.task if found else None) == task


def test_identifiers_are_words():
    assert words("HTTPServer_parseJSON2") == ("http", "server", "parse", "json", "2")


@pytest.mark.slow
def test_the_scripts_write_rows_a_report_and_a_page(shop, tmp_path):
    def run(name, *arguments):
        return subprocess.run(
            [sys.executable, f"scripts/{name}.py", *map(str, arguments)],
            cwd=ROOT, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    out = tmp_path / "rows.jsonl"
    made = run("extract_repo_patterns", "--repo", shop, "--language", "go", "--output", out)
    assert made.returncode == 0, made.stderr
    found = [json.loads(line) for line in out.read_text().splitlines()]
    assert {row["language"] for row in found} == {"go", "markdown"}
    assert f"{len(found)} rows" in made.stdout and "other language" in made.stdout
    made = run("analyze_repository", "--repo", shop, "--output", tmp_path / "report.json")
    assert made.returncode == 0, made.stderr
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["tested"]["tests"] == report["tested"]["paired"] == 5
    assert report["rows"] == sum(sum(t.values()) for t in report["rows_by_category"].values())
    page = (tmp_path / "report.html").read_text()
    assert "<svg" in page and "store" in page
    assert "src=" not in page and "<script" not in page and "<link" not in page
    made = run("extract_repo_patterns", "--repo", tmp_path / "no", "--output", out)
    assert made.returncode == 1 and "no such folder" in made.stderr
    assert "Traceback" not in made.stderr and len(out.read_text().splitlines()) == len(found)


ENDINGS = (*languages.GRAMMARS, ".md")


@settings(max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(ENDINGS))
def test_any_bytes_give_a_record_or_a_reason(data, ending):
    found = extract.record(data, f"x{ending}")
    assert isinstance(found, File) or found in (
        "empty",
        "binary",
        "not UTF-8",
        "generated",
        "minified",
    )


SOURCES = [
    (name, textwrap.dedent(text)) for name, text in FILES.items() if text and name.endswith(ENDINGS)
]


@settings(max_examples=150)
@given(st.sampled_from(SOURCES), st.integers(0, 2**32))
def test_mangled_code_gives_rows_that_hold_what_they_say(source, seed):
    name, text = source
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text) + 1)
        put = rng.choice(["", "(", "}", '"', "\n", "é\u2028", text[at : at + 30]])
        text = text[:at] + put + text[at + rng.randint(0, 20) :]
    found = extract.record(text.encode(), name)
    if isinstance(found, File):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for one in found.definitions:
            assert 1 <= one.start <= one.end <= len(lines)
            assert one.text.split("\n")[0].strip() == lines[one.start - 1].strip()


def test_deep_nesting_and_endless_lines_are_no_trouble():
    for ending, text in (
        (".go", "package a\nvar x = " + "(" * 50_000),
        (".py", "x = " + "[\n" * 20_000),
        (".js", "\n".join("function f() {" for _ in range(5_000))),
        (".java", "class A {" * 2_000),
        (".ts", "type A = " + "\n{a:" * 5_000),
        (".md", "\n".join("#" * (n % 7) + " a" for n in range(3_000))),
        (".py", "x = '" + "a" * 1_000_000 + "'"),
    ):
        assert extract.record(text.encode(), f"a{ending}") is not None


def test_links_in_a_circle_and_hostile_names_are_accounted_for(tmp_path):
    folder = tmp_path / "x"
    write(folder, {"LICENSE": FILES["LICENSE"], "a.py": TAKEN % 1})
    (folder / "loop").symlink_to(folder)
    (folder / "gone.py").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.py")
    names = ["new\nline.py", "tab\t.py", "-rf.py", "$(id).py", "a b.py", "‮cod.py", '"quoted".py']
    for name in names:
        (folder / name).write_text(TAKEN % 2)
    with open(os.fsencode(folder) + b"/\xff.py", "w") as file:
        file.write("x = 1\n")
    found = load(str(folder), kept=None)
    told = [*found.index.files, *(path for paths in found.left.values() for path in paths)]
    assert {"-rf.py", "$(id).py", "a b.py", '"quoted".py'} <= {*found.index.files}
    assert len(found.left["hostile name"]) == 4 and set(found.left["link"]) >= {"gone.py"}
    assert len(told) == len({*told})
    rows, _ = rows_of(found, 1)
    assert rows and all(row["file"].isprintable() for row in rows)
