"""Questions about documents: read rightly, asked plainly, answered by the lines that are cited."""
# ruff: noqa: E501 (a line of a document a line)

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from neural.domains import documents
from neural.domains.documents import sources
from neural.domains.documents.grammar import from_gerund, is_imperative, is_subject, sentences
from neural.domains.documents.passages import CITED, said, within
from neural.errors import UserError
from neural.records import jsonl
from neural.records.validate import Options, Validation

ROOT = Path(__file__).parents[1]

MARKDOWN = """# Kiln

Kiln is a small tool that fires clay models. It needs 40 minutes for a cup.

## Installing Kiln

To install Kiln, run:

```sh
pip install kiln
```

## Options

- `--heat DEGREES`: Set the highest temperature. Values above 1300 are refused.
- `--quiet`: Print nothing but errors.

| glaze | degrees | for |
|---|---|---|
| `celadon` | 1280 | stoneware that stays outside |
| `majolica` | 1040 | tiles and plates |

The following clays are supported:

- stoneware
- porcelain

If the door is open, firing stops at once. Glaze cannot be fired twice because it runs.
You can open the door at 100 degrees.
"""
RST = """Kiln
====

Opening the door
----------------

1. Wait until it is cold.
2. Pull the lever.

.. warning:: The door stays hot for an hour after the light went out, even in winter.

.. option:: --cool

   Open the vents after firing. See :ref:`the door <door>`.

==========  =======
cone        degrees
==========  =======
six         1222
ten         1305
==========  =======
"""
HTML = """<html><head><title>Kiln</title></head><body><nav>Home | Shop</nav><main>
<h1>Kiln</h1><p>A kiln is an oven that
hardens clay.</p>
<h2>Colours</h2><dl><dt><code>cobalt</code></dt><dd>Gives a deep blue in every glaze.</dd></dl>
<pre>kiln --heat 1200</pre></main><script>alert(1)</script></body></html>
"""
MAN = """.TH KILN 1
.SH NAME
kiln \\- fire clay models
.SH OPTIONS
.TP
.BR \\-c ", " \\-\\-cool
Open the vents after firing.
.TP
.B \\-\\-log FILE
Write a line for each firing to FILE.
.SH EXIT STATUS
.TP
.B 2
The door was open when firing began.
"""
TEXT = """KILN GUIDE

1. Firing

The kiln takes 8 hours to cool. If the light is red, wait for it to go out.

  - cones of size six
  - cones of size ten
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "kiln.md": MARKDOWN,
        "kiln.rst": RST,
        "kiln.html": HTML,
        "guide.txt": TEXT,
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def rows_of(path, **more):
    """All rows that a file or folder gives."""
    with pytest.raises(UserError) as told:
        list(documents.generate(10**6, 1, [path], "MIT", **more))
    most = int(re.search(r"only (\d+)", str(told.value))[1])
    return list(documents.generate(most, 1, [path], "MIT", **more))


def asked(rows, pattern):
    return [row["output"] for row in rows if re.search(pattern, row["instruction"])]


def test_markdown_is_asked_by_its_structure(folder):
    rows = rows_of(folder / "kiln.md")
    assert asked(rows, "install Kiln") and "pip install kiln" in asked(rows, "install Kiln")[0]
    assert asked(rows, "`--quiet`.*\\?")[0] == "Print nothing but errors.\n[Options, line 16]"
    assert "1280\n[Options, line 20]" in asked(rows, "celadon")
    assert "- stoneware\n- porcelain\n[Options, lines 25-26]" in asked(rows, "clays are supported")
    assert "Firing stops at once.\n[Options, lines 28-29]" in asked(rows, "door is open")
    assert any(o.startswith("Because it runs.") for o in asked(rows, "^Why can glaze not"))
    assert asked(rows, "^Can I open the door at 100 degrees") == ["Yes.\n[Options, lines 28-29]"]


def test_other_kinds_of_documents_are_read_alike(folder):
    rst, page, plain = (rows_of(folder / name) for name in ("kiln.rst", "kiln.html", "guide.txt"))
    assert "1. Wait until it is cold.\n2. Pull the lever.\n[Opening the door, lines 7-8]" in asked(
        rst, "open the door"
    )
    assert any("stays hot for an hour" in one for one in asked(rst, "warning|watch out"))
    assert "Open the vents after firing." in asked(rst, "`--cool`")[0]
    assert any(one.startswith("1305\n") for one in asked(rst, "ten"))
    assert any("deep blue" in one for one in asked(page, "cobalt"))
    assert not any("alert" in row["input"] or "Shop" in row["input"] for row in page)
    assert asked(plain, "light is red") == ["Wait for it to go out.\n[1. Firing, line 5]"] * len(
        asked(plain, "light is red")
    )
    assert asked(plain, "light is red")


@pytest.mark.skipif(not shutil.which("mandoc"), reason="mandoc is not installed")
def test_a_manual_page_is_cited_by_the_lines_of_its_source(tmp_path):
    with gzip.open(tmp_path / "kiln.1.gz", "wt") as file:
        file.write(MAN)
    rows = rows_of(tmp_path)
    assert "Open the vents after firing.\n[OPTIONS, lines 6-7]" in asked(rows, "`--cool`.*\\?")
    assert "`--log`\n[OPTIONS, lines 9-10]" in asked(rows, "write a line for each firing")
    assert any("The door was open" in one for one in asked(rows, "exit status 2|ended with 2"))


def test_a_pdf_is_read_by_option_and_cited_by_page(tmp_path):
    pytest.importorskip("matplotlib")
    import matplotlib.pyplot as plt
    from matplotlib.backends.backend_pdf import PdfPages

    with PdfPages(tmp_path / "kiln.pdf") as pages:
        for text in ("Kiln guide for owners", "If the light is red, wait for it to go out."):
            figure = plt.figure()
            figure.text(0.1, 0.5, text)
            pages.savefig(figure)
            plt.close(figure)
    with pytest.raises(UserError, match="no document that can be read"):
        list(documents.generate(1, 1, [tmp_path], "MIT"))
    rows = rows_of(tmp_path, pdf=True)
    assert {row["lines"] for row in rows} == {"page 2"}


def test_every_row_is_verified_and_spoilt_ones_are_not(folder):
    rows = rows_of(folder)
    assert len(rows) > 40 and documents.verify(rows) == []
    for row in rows:
        assert row["file"] in row["input"] and row["license"] == "MIT"
        if row["category"] != "absent":
            assert row["lines"] and CITED.search(row["output"])
    spoilt = [
        row | {"output": row["output"].replace("[", "not that [", 1)}
        for row in rows
        if CITED.search(row["output"])
    ]
    assert len(documents.verify(spoilt)) == len(spoilt)
    moved = [
        row | {"output": re.sub(r"lines? .*\]", "line 1]", row["output"])}
        for row in rows
        if row["category"] == "list"
    ]
    assert moved and len(documents.verify(moved)) == len(moved)


def test_what_is_absent_is_asked_for_and_is_absent(folder):
    (folder / "more.md").write_text(MARKDOWN + "\n## More\n\n" + "Nothing else is told here. " * 60)
    rows = [row for row in rows_of(folder, chunk=400) if row["category"] == "absent"]
    assert rows
    for row in rows:
        assert row["term"].casefold() not in row["input"].casefold()
        assert row["term"] in row["instruction"] and row["term"] in row["output"]
    found = documents.verify([rows[0] | {"input": rows[0]["input"] + f"\n99: {rows[0]['term']}"}])
    assert "but the passage has it" in found[0][1]


def test_scores(folder):
    rows = rows_of(folder, chunk=400)
    row = next(row for row in rows if row["category"] == "list")
    text, cited = row["output"].rsplit("\n", 1)
    given = [
        row["output"],
        text + "\n[Options, line 1]",
        "Something else\n" + cited,
        "The passage does not mention it.",
    ]
    found = documents.score([row] * 4, given)
    assert [one["right"] for one in found] == [True, False, False, False]
    assert (
        found[1]["says"] and not found[1]["cited"] and found[1]["mistake"]["kind"] == "other lines"
    )
    assert not found[2]["grounded"] and not found[3]["answers"]
    absent = next(row for row in rows if row["category"] == "absent")
    assert [
        one["right"]
        for one in documents.score([absent] * 2, [absent["output"], "Yes.\n[X, line 1]"])
    ] == [True, False]
    assert next(iter(documents.METRICS)) == "right"


def test_lines_are_those_of_the_file():
    """On the project's own documents, whose lines are easy to look up."""
    for row in documents.generate(100, 3, [ROOT / "README.md", ROOT / "docs"], "Apache-2.0"):
        if row["category"] == "absent":
            continue
        path = next(
            p
            for p in (ROOT / "README.md", *(ROOT / "docs").rglob("*"))
            if str(p).endswith(f"/{row['file']}")
        )
        lines = path.read_text().splitlines()
        first, last = (CITED.search(row["output"])[key] for key in ("first", "last"))
        there = re.sub(r"\W+", "", " ".join(lines[int(first) - 1 : int(last or first)]))
        told = within(row["input"], int(first), int(last or first))
        word = re.search(r"\w{3,}", told)
        assert word is None or word[0] in there, row


def test_a_dataset_of_the_own_documents_passes_the_validation(tmp_path):
    rows = documents.generate(150, 1, [ROOT / "README.md", ROOT / "docs"], "Apache-2.0")
    jsonl.write(tmp_path / "documents.jsonl", rows)
    made = Validation([tmp_path / "documents.jsonl"], Options(domain="documents"))
    assert made.findings.verdict(made.limits.levels) != "error", made.findings.first


def test_the_same_bytes_in_any_order_of_the_files(folder, tmp_path):
    first = list(documents.generate(30, 5, [folder], "MIT"))
    assert first == list(documents.generate(30, 5, [folder], "MIT"))
    assert first != list(documents.generate(30, 6, [folder], "MIT"))


def test_documents_in_other_languages_and_with_secrets_are_left_out(folder):
    notes = []
    (folder / "ofen.md").write_text(
        "# Ofen\n\nDer Ofen ist ein Gerät, das Ton brennt und danach sehr langsam wieder abkühlt, damit nichts reißt.\n"
    )
    (folder / "key.md").write_text(
        "# Key\n\nIf the key is lost, use ghp_" + "a1B2" * 9 + " for now.\n"
    )
    rows = list(documents.generate(20, 1, [folder], "MIT", note=notes.append))
    assert not any("ghp_" in row["input"] for row in rows)
    assert "  left out: 1 in the language de" in notes
    assert any("secret" in note for note in notes)


def test_mistakes_are_told(tmp_path):
    with pytest.raises(UserError, match="no such file or folder"):
        list(documents.generate(1, 1, [tmp_path / "none"], "MIT"))
    with pytest.raises(UserError, match=r"unknown category 'tabel'.*Did you mean 'table'"):
        list(documents.generate(1, 1, [tmp_path], "MIT", categories=["tabel"]))
    out = tmp_path / "rows.jsonl"
    done = script(
        "--output", out, "--input", ROOT / "docs", "--license", "Apache-2.0", "--count", 10**6
    )
    assert done.returncode == 1 and "ask for at most" in done.stderr and not out.exists()
    done = script("--output", out, "--count", 20)
    assert done.returncode == 0 and len(out.read_text().splitlines()) == 20


def script(*arguments):
    return subprocess.run(
        [sys.executable, "scripts/generate_documents_dataset.py", *map(str, arguments)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True, capture_output=True,
    )  # fmt: skip


def hostile(rng: Random) -> bytes:
    """Broken, nested and mixed-up documents."""
    text = rng.choice([MARKDOWN, RST, HTML, MAN, TEXT]).encode()
    for _ in range(rng.randint(1, 4)):
        act, at = rng.randrange(9), rng.randrange(len(text) + 1)
        if act == 0:
            text = text[:at]
        elif act == 1:
            text = text[:at] + rng.randbytes(rng.randint(1, 30)) + text[at:]
        elif act == 2:
            text = (
                text[:at]
                + rng.choice(
                    [
                        b"<div>",
                        b"> ",
                        b"* ",
                        b"[",
                        b"`",
                        b"<table><tr>",
                        b".. note::\n\n   ",
                        b"\n.RS\n",
                    ]
                )
                * rng.randint(1, 300)
                + text[at:]
            )
        elif act == 3:
            text = text.decode("utf-8", "replace").encode(
                rng.choice(["utf-16", "utf-32", "latin-1", "cp037"]), "replace"
            )
        elif act == 4:
            text = b"\xef\xbb\xbf" + text
        elif act == 5:
            text = text[:at] + b"\0" + text[at:]
        elif act == 6:
            text = text.replace(b"\n", rng.choice([b"\r", b"\r\n", b"", b"\n\n", b"\x0b"]))
        elif act == 7:
            text = gzip.compress(text)[: rng.randint(1, 400)]
        else:
            text = text + text[at:] * 3
    return text


def test_hostile_files_are_each_accounted_for(tmp_path):
    rng = Random(2)
    names = ["a.md", "b.rst", "c.html", "d.txt", "README", "f.md.gz", "g.pdf"]
    for number in range(140):
        (tmp_path / f"{number:04d}").mkdir()
        (tmp_path / f"{number:04d}" / names[number % len(names)]).write_bytes(hostile(rng))
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link.md").symlink_to("0000/a.md")
    (tmp_path / "gone.md").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.md")
    with open(tmp_path / "long.txt", "wb") as file:
        file.truncate(100 << 20)
    for name in (b"\xff\xfe.md", b"new\nline.md", b"-rf.md", b"'; rm.md", b"%s.md"):
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text(
            "# T\n\nIf it rains, stay inside.\n"
        )
    reading = sources.read([tmp_path], pdf=True)
    assert len(reading.documents) + len(reading.left) == 140 + 5 + 5
    left = dict(reading.left)
    assert left["loop"] == left["link.md"] == left["gone.md"] == "a link"
    assert left["pipe.md"] == "no plain file" and left["long.txt"] == "larger than 4 MiB"
    assert "\\xff\\xfe.md" in {document.name for document in reading.documents}
    rows = [json.dumps(row) for row in documents.generate(20, 1, [tmp_path], "MIT")]
    assert len(rows) == 20


def test_a_passage_is_read_back_as_it_was_shown():
    text = "a.md (lines before the colons)\n3-4: one two\n5: - three: four"
    assert said(text) == {(3, 4): ["one two"], (5, 5): ["- three: four"]}
    assert within(text, 3, 5) == "one two three: four" and within(text, 4, 4) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use it, e.g. here. Then stop.", ["Use it, e.g. here.", "Then stop."]),
        ("See `a. B` first. Go on.", ["See `a. B` first.", "Go on."]),
        ("One", ["One"]),
    ],
)
def test_sentences_end_where_they_end(text, expected):
    assert sentences(text) == expected


def test_grammar_is_sure_or_silent():
    assert is_imperative("Print the name.") and not is_imperative("Output is sorted.")
    assert from_gerund("Installing") == "install" and from_gerund("Running") == "run"
    assert from_gerund("Building") == "build" and from_gerund("Something") is None
    assert is_subject("The door") and not is_subject("It") and not is_subject("If the door is")


def test_what_says_nothing_of_a_thing_defines_none(tmp_path):
    path = tmp_path / "guide.md"
    path.write_text(
        "# Packer\n\nThe key is the name of a parcel. Colors are an ideal thing to set.\n"
        "Every parcel is a box of paper. Gevent is a library that runs many small tasks at once.\n"
        "The RE2 syntax is a subset of what other engines accept.\n\n"
        "## Benefits\n\n- **Fast packing**: A parcel is packed before anyone waits for it\n\n"
        "## Names\n\n- `BOX_ID`: Specify the id of a box.\n"
        "- `BOX_SIZE`: How many things go into one box of the order.\n"
    )
    rows = [row for row in rows_of(path) if row["category"] == "definition"]
    text = "\n".join(row["instruction"] for row in rows)
    assert "Gevent" in text or "gevent" in text
    assert "RE2 syntax" in text and "BOX_SIZE" in text
    assert not re.search(r"(?i)the key|colors|every parcel|fast packing|BOX_ID", text)


def test_what_is_no_act_has_no_procedure(tmp_path):
    path = tmp_path / "guide.md"
    path.write_text(
        "# Packer\n\n## Caching decorator\n\nUse `cached` above a view and pass it the time.\n\n"
        "## Sending parcels\n\nNow, you can see all the parcels that are on their way to people.\n\n"
        "## Serving the shop\n\n1. The browser asks for a page.\n2. The server looks for it.\n\n"
        "## Packing parcels\n\n1. Open a box.\n2. Put the things in.\n3. Close the box.\n"
    )
    rows = [row for row in rows_of(path) if row["category"] == "procedure"]
    assert rows and all("pack parcels" in row["instruction"] for row in rows)
