"""Conversations of every format become chats in turns, clean, and each file is accounted for."""
# ruff: noqa: E501 (a turn a line)

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from neural.domains import chat
from neural.domains.chat.clean import cleaned, from_html
from neural.domains.chat.cut import counter, pieces
from neural.domains.chat.dialogues import KINDS
from neural.domains.chat.reading import Options, Reader
from neural.errors import UserError
from neural.prompt import render
from neural.records import jsonl
from neural.records.validate import Options as ValidationOptions
from neural.records.validate import Validation

ROOT = Path(__file__).parents[1]
Q, A = "How do I fire clay at home?", "You need a kiln, because an oven is not hot enough."
Q2, A2 = "Can I borrow one somewhere?", "Many pottery schools let you fire your pieces there."


def node(id, parent, role, text, children=()):
    message = {
        "author": {"role": role},
        "content": {"content_type": "text", "parts": [text]},
        "recipient": "all",
    }
    return {
        "id": id,
        "parent": parent,
        "children": list(children),
        "message": message if role else None,
    }


CHATGPT = [{
    "title": "Clay", "current_node": "e", "mapping": {
        "r": node("r", None, None, "", ["a"]),
        "a": node("a", "r", "user", Q, ["b", "x"]),
        "x": node("x", "a", "assistant", "A rejected answer."),
        "b": node("b", "a", "assistant", A, ["c"]),
        "c": node("c", "b", "user", Q2, ["d"]),
        "d": node("d", "c", "tool", "search()", ["e"]),
        "e": node("e", "d", "assistant", A2),
    },
}]  # fmt: skip
SHAREGPT = [{"id": "s1", "conversations": [
    {"from": "gpt", "value": "Hello!"}, {"from": "human", "value": Q},
    {"from": "gpt", "value": f"<p>{A}</p><pre><code>kiln()</code></pre><button>Copy code</button>"},
    {"from": "human", "value": Q2}]}]  # fmt: skip
OPENAI = {"messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": [{"type": "text", "text": Q}, {"type": "image_url"}]},
                       {"role": "assistant", "content": A}, {"role": "tool", "content": "x"}]}  # fmt: skip
MBOX = f"""From anna@mail.org Mon Jan  1 10:00:00 2024
From: Anna Weber <anna@mail.org>
Subject: Clay
Message-ID: <1@mail.org>
Date: Mon, 1 Jan 2024 10:00:00 +0000

Hi Omar,

{Q}

Regards,
Anna

From omar@firm.de Mon Jan  1 11:00:00 2024
From: =?utf-8?q?Omar_Z=C3=BCrn?= <omar@firm.de>
Subject: Re: Clay
Message-ID: <2@firm.de>
In-Reply-To: <1@mail.org>
Date: Mon, 1 Jan 2024 11:00:00 +0000

{A} Call me on +49 151 23456789.

On Mon, 1 Jan 2024 at 10:00, Anna Weber <anna@mail.org> wrote:
> {Q}
"""
SLACK = [
    {
        "type": "message",
        "user": "U1",
        "text": f"{Q} &amp; cheaply? <@U2>",
        "ts": "1.0",
        "thread_ts": "1.0",
    },
    {"type": "message", "subtype": "channel_join", "user": "U3", "text": "joined", "ts": "1.5"},
    {
        "type": "message",
        "user": "U2",
        "text": f"{A} <https://kiln.org|See here>",
        "ts": "2.0",
        "thread_ts": "1.0",
    },
]
USERS = [
    {"id": "U1", "real_name": "Maja Lind"},
    {"id": "U2", "profile": {"real_name": "Kofi Mensah"}},
]
DISCORD = {"channel": {"name": "clay"}, "messages": [
    {"id": "1", "type": "Default", "timestamp": "2024-01-01T10:00:00+00:00", "content": Q, "author": {"name": "maja"}},
    {"id": "2", "type": "Reply", "timestamp": "2024-01-01T10:01:00+00:00", "content": A, "author": {"name": "kofi"}, "reference": {"messageId": "1"}},
]}  # fmt: skip
DISCOURSE = {"id": 7, "title": "Clay", "post_stream": {"posts": [
    {"username": "maja", "cooked": f"<p>{Q}</p>"}, {"username": "kofi", "cooked": f"<p>{A}</p><ul><li>one</li></ul>"}]}}  # fmt: skip
STACK = f"""<?xml version="1.0" encoding="utf-8"?>
<posts>
<row Id="1" PostTypeId="1" AcceptedAnswerId="3" Title="Clay" Body="&lt;p&gt;{Q}&lt;/p&gt;" />
<row Id="2" PostTypeId="2" ParentId="1" Score="9" Body="&lt;p&gt;Another.&lt;/p&gt;" />
<row Id="3" PostTypeId="2" ParentId="1" Score="1" Body="&lt;p&gt;{A}&lt;/p&gt;" />
<row Id="4" PostTypeId="1" Title="Lonely" Body="&lt;p&gt;Nobody knows.&lt;/p&gt;" />
</posts>"""
CSV = f'ticket_id;created_at;sender;message\n5;2;agent;"{A}"\n5;1;customer;"{Q}"\n6;1;customer;Hello?\n'
PAIRS = f'question,answer\n"{Q}","{A}"\n'


def read(tmp_path, content, name="file", **options):
    """(chats, report) of one file."""
    (tmp_path / "in").mkdir(exist_ok=True)
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    (tmp_path / "in" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    reader = Reader(Options(**options))
    chats = [one.chat for one in reader.read([tmp_path / "in"])]
    return chats, reader.report()


def said(chats):
    return [(turn["role"], turn["content"]) for chat in chats for turn in chat]


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("messages", json.dumps(OPENAI)), ("messages", json.dumps(OPENAI) + "\n\n" + json.dumps(OPENAI)),
        ("mbox", MBOX), ("Discord", DISCORD), ("Discourse", DISCOURSE), ("Stack Exchange", STACK), ("CSV", CSV),
        ("CSV", PAIRS), ("ShareGPT", SHAREGPT), ("ChatGPT export", CHATGPT), ("question and answer", {"instruction": Q, "input": "", "output": A}),
        ("CSV", ("﻿" + PAIRS).encode()), ("CSV", PAIRS.encode("utf-16")),
    ],
)  # fmt: skip
def test_each_format_gives_the_question_and_its_answer(tmp_path, form, content):
    chats, report = read(tmp_path, content)
    assert report["files"] == {form: 1} and len(chats) == 1
    spoken = [turn for turn in chats[0] if turn["role"] != "system"]
    assert [turn["role"] for turn in spoken] == ["user", "assistant"] * (len(spoken) // 2)
    assert Q in spoken[0]["content"] and A in spoken[1]["content"]


def test_chatgpts_tree_is_walked_from_the_answer_that_was_shown(tmp_path):
    chats, _ = read(tmp_path, CHATGPT)
    assert said(chats) == [("user", Q), ("assistant", A), ("user", Q2), ("assistant", A2)]


def test_a_tree_with_a_ring_ends(tmp_path):
    ring = json.loads(json.dumps(CHATGPT))
    ring[0]["mapping"]["a"]["parent"] = "b"
    chats, report = read(tmp_path, ring)
    assert chats == [] and report["left_out"] == {"a tree with a ring": 1}


def test_turns_before_the_question_and_after_the_answer_go_and_html_is_markdown(tmp_path):
    chats, _ = read(tmp_path, SHAREGPT)
    assert said(chats) == [("user", Q), ("assistant", f"{A}\n\n```\nkiln()\n```")]


def test_system_messages_are_kept_or_replaced(tmp_path):
    assert said(read(tmp_path, OPENAI)[0])[0] == ("system", "Be brief.")
    assert said(read(tmp_path, OPENAI, system="You fire clay.")[0])[0] == (
        "system",
        "You fire clay.",
    )


def test_a_mail_has_no_quotes_and_no_personal_data(tmp_path):
    chats, report = read(tmp_path, MBOX)
    assert said(chats) == [
        ("user", f"Clay\n\nHi [PERSON_2],\n\n{Q}\n\nRegards,\n[PERSON_1]"),
        ("assistant", f"{A} Call me on [PHONE_1]."),
    ]
    assert report["personal_data"]["replaced"] == {"PERSON": 2, "PHONE": 1}
    assert "only a model" in report["personal_data"]["not_found"]
    assert "+49" in str(read(tmp_path, MBOX, keep_personal=True)[0])


def test_a_slack_export_is_a_folder_with_its_names(tmp_path):
    folder = tmp_path / "in" / "general"
    folder.mkdir(parents=True)
    (folder / "2024-01-01.json").write_text(json.dumps(SLACK))
    chats, report = read(tmp_path, USERS, "users.json")
    assert report["files"] == {"Slack": 1} and report["files_left_out"][0]["file"] == "users.json"
    assert said(chats) == [("user", f"{Q} & cheaply? [PERSON_2]"), ("assistant", f"{A} See here")]


def test_those_who_answer_can_be_named(tmp_path):
    asked = read(tmp_path, DISCORD, assistants=("maja",))
    assert asked[0] == [] and asked[1]["left_out"] == {"no question with an answer": 1}


def test_copies_other_languages_and_lonely_questions_are_counted(tmp_path):
    german = {"messages": [{"role": "user", "content": "Wie brenne ich zu Hause Ton, und was brauche ich dafür alles an Werkzeug?"},
                           {"role": "assistant", "content": "Du brauchst einen Brennofen, weil der Backofen in der Küche nicht heiß genug wird."}]}  # fmt: skip
    near = {
        "messages": [{"role": "user", "content": Q.upper()}, {"role": "assistant", "content": A}]
    }
    lines = [
        OPENAI,
        OPENAI,
        near,
        german,
        {"messages": [{"role": "user", "content": Q}]},
        {"messages": "no"},
    ]
    chats, report = read(tmp_path, "\n".join(map(json.dumps, lines)) + "\n{broken")
    assert len(chats) == 1 and report["conversations"] == 7
    assert report["left_out"] == {
        "a copy of another": 1, "nearly a copy of another": 1, "in the language de": 1,
        "no question with an answer": 1, "an entry without messages": 1, "not JSON": 1,
    }  # fmt: skip


def test_long_chats_are_cut_between_an_answer_and_a_question(tmp_path):
    turns = [
        {"role": role, "content": f"{text} {n}"}
        for n in range(9)
        for role, text in (("user", Q), ("assistant", A))
    ]
    turns[10]["content"] = "endless " * 400
    system = {"role": "system", "content": "Be brief."}
    count = counter(None)
    parts, left = pieces([system, *turns], 150, count)
    assert left == 1 and all(count(part) <= 150 and part[0] == system for part in parts)
    assert [turn for part in parts for turn in part[1:]] == turns[:10] + turns[12:]
    assert pieces([system, *turns], 0, count) == ([[system, *turns]], 0)


def test_a_tokenizer_counts(tmp_path):
    from tokenizers import Tokenizer, models, pre_tokenizers

    made = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    made.save(str(tmp_path / "tokenizer.json"))
    example = [{"role": "user", "content": "one two three"}]
    assert counter(str(tmp_path))(example) == len(render(example).split())
    with pytest.raises(UserError, match="tokenizer not found"):
        counter(str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Copy code\nprint(1)\n1 / 2", "print(1)"),
        ("Itâ€™s fine<|im_end|>", "It’s fine"),
        ("See【4†source】.", "See."),
        ("```python\nCopy code\nx = 1\n```", "```python\nx = 1\n```"),
        ("a\n\n\n\nb   \nSent from my iPhone", "a\n\nb"),
        ("```\n1 / 2\n```", "```\n1 / 2\n```"),
    ],
)
def test_debris_goes_and_code_stays(dirty, clean):
    assert cleaned(dirty, html=False) == clean


def test_html_is_read_as_markdown():
    assert (
        from_html("<p>a_b <b>c</b></p><ol><li>x</li></ol><script>bad()</script>")
        == "a_b **c**\n\n1. x"
    )


@pytest.fixture(scope="module")
def rows():
    return list(chat.generate(2000, 1))


def test_built_in_rows_are_distinct_verified_and_of_all_kinds(rows):
    assert {row["category"] for row in rows} == set(KINDS)
    assert len({json.dumps(row["messages"][:-1]) for row in rows}) == len(rows)
    assert chat.verify(rows) == []
    assert list(chat.generate(50, 1)) == rows[:50] and list(chat.generate(50, 2)) != rows[:50]
    openings = Counter(row["messages"][-1]["content"] for row in rows)
    assert openings.most_common(1)[0][1] < 0.04 * len(rows)


def test_a_dataset_of_built_in_rows_passes_the_validation(rows, tmp_path):
    jsonl.write(tmp_path / "chat.jsonl", rows)
    made = Validation([tmp_path / "chat.jsonl"], ValidationOptions(domain="chat"))
    assert made.findings.verdict(made.limits.levels) == "clean", made.findings.first


def test_no_slips_of_the_templates(rows):
    for row in rows:
        for turn in row["messages"]:
            text = turn["content"]
            assert (
                "{" not in text and "  " not in text and "None" not in text and " ." not in text
            ), row
        assert (
            row["messages"][-1]["content"][0].isupper()
            or row["messages"][-1]["content"][0] in '"“0123456789'
        )


def test_verify_finds_what_was_changed(rows):
    row = rows[0]
    spoilt = [*row["messages"][:-1], {"role": "assistant", "content": "Surely."}]
    own = {
        "id": "1",
        "messages": [
            {"role": "user", "content": "Mail ann@firm.de"},
            {"role": "assistant", "content": "Done."},
        ],
    }
    found = chat.verify(
        [
            row | {"messages": spoilt},
            row | {"category": "none"},
            own,
            own | {"messages": own["messages"][:1]},
        ]
    )
    assert [what for _, what in found] == [
        "its dialogue comes out otherwise", "is no dialogue of a known kind ('none')",
        "turn 1: e-mail address at character 6", found[3][1],
    ]  # fmt: skip


def test_scores(rows):
    row = rows[0] | {
        "messages": [
            {"role": "user", "content": "x"},
            {"role": "assistant", "content": "It is 5 euros."},
        ]
    }
    found = chat.score([row] * 4, ["it is 5 euros", "It is 6 euros.", "", "It is 5 euros."])
    assert [one["same"] for one in found] == [True, False, False, True]
    assert found[1]["words"] == 0.75 and found[1]["mistake"]["kind"] == "other numbers"
    assert found[2]["words"] == 0 and found[3]["exact"] and not found[0]["exact"]


def test_too_many_rows_and_unknown_kinds_are_told(monkeypatch):
    monkeypatch.setattr(sys.modules["neural.domains.chat.generate"], "PATIENCE", 5)
    with pytest.raises(UserError, match=r"unknown kind 'shopp'.*Did you mean 'shop'"):
        next(chat.generate(1, 1, ["shopp"]))
    with pytest.raises(UserError, match=r"only \d+ distinct ones can be made of advice"):
        list(chat.generate(10**6, 1, ["advice"]))


def test_the_script_formats_all_conversations_and_reports(tmp_path):
    (tmp_path / "in").mkdir()
    for name, content in (
        ("a.json", CHATGPT),
        ("b.json", DISCOURSE),
        ("c", MBOX),
        ("d.csv", CSV),
        ("e.png", "\x89PNG"),
    ):
        (tmp_path / "in" / name).write_text(
            content if isinstance(content, str) else json.dumps(content)
        )
    out, report = tmp_path / "out.jsonl", tmp_path / "report.json"
    done = subprocess.run(
        [sys.executable, "scripts/format_conversational_data.py", "--input", tmp_path / "in", "--license", "MIT",
         "--output", out, "--report", report],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made = [json.loads(line) for line in out.read_text().splitlines()]
    assert {row["license"] for row in made} == {"MIT"} and chat.verify(made) == []
    told = json.loads(report.read_text())
    assert sum(told["files"].values()) + len(told["files_left_out"]) == 5
    assert told["files_left_out"] == [
        {"file": "e.png", "why": "no conversations in a form that is known"}
    ]


CONTENTS = [json.dumps(one) for one in (CHATGPT, SHAREGPT, OPENAI, SLACK, DISCORD, DISCOURSE)] + [
    MBOX,
    STACK,
    CSV,
    PAIRS,
]


def test_a_name_in_an_encoding_that_is_none_is_taken_as_it_is_written(tmp_path):
    name = "=?ut\u00e9f-8?q?Anna?="
    chats, _ = read(tmp_path, MBOX.replace("From: ", f"From: {name} ", 1))
    assert chats == read(tmp_path, MBOX)[0]


def hostile(rng: Random) -> bytes:
    """Broken, nested and mixed-up exports."""
    data = rng.choice(CONTENTS).encode()
    for _ in range(rng.randint(1, 4)):
        act, at = rng.randrange(10), rng.randrange(len(data) + 1)
        if act == 0:
            data = data[:at]
        elif act == 1:
            data = data[:at] + rng.randbytes(rng.randint(1, 20)) + data[at:]
        elif act == 2:
            data = (
                data[:at]
                + rng.choice([b"[", b'{"a":', b"(", b"<div>", b'"', b"> "])
                * rng.choice([1, 50, 5000])
                + data[at:]
            )
        elif act == 3:
            data = (
                data.replace(b'"content"', b'"content": null, "x"')
                if at % 2
                else data.replace(b"user", b"")
            )
        elif act == 4:
            data = data.replace(b'"', rng.choice([b"'", b"\\u0000", b"\\ud800"]), at % 9)
        elif act == 5:
            data = data.decode("utf-8", "replace").encode(
                rng.choice(["utf-16", "utf-32", "cp037"]), "replace"
            )
        elif act == 6:
            data = data.replace(b"1", b"-9e999").replace(b"2024", b"99999")
        elif act == 7:
            data = data + b"\n" + data
        elif act == 8:
            data = data.replace(b"}", b"", at % 5)
        else:
            data = b"From x " + data
    return data


def test_hostile_exports_are_each_accounted_for(tmp_path):
    rng, folder = Random(4), tmp_path / "in"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}{rng.choice(['.json', '.jsonl', '.csv', '.mbox', ''])}").write_bytes(
            hostile(rng)
        )
    (folder / "deep.json").write_bytes(b"[" * 200_000)
    with open(folder / "long.jsonl", "wb") as file:
        file.write(b'{"messages": [' + b" " * (100 << 20))
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    reader = Reader(Options(languages=()))
    chats = reader.read([folder])
    report = reader.report()
    assert sum(report["files"].values()) + len(report["files_left_out"]) == 404
    whole = report["chats"] + sum(report["left_out"].values())
    assert whole == report["conversations"] and len(chats) == report["chats"]
    rows = [json.loads(json.dumps(row)) for row in chat.own([folder], "MIT", Options(languages=()))]
    assert chat.verify(rows) == []
