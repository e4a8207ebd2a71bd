import json
import os
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
import tiny_qwen2
from hypothesis import given
from hypothesis import strategies as st

from neural import prompt
from neural.errors import UserError
from neural.evaluation import dataset, measure, page, report
from neural.evaluation.ask import Answer, ask
from neural.gguf import quantize
from neural.records import jsonl

ROWS = [
    row
    | {"id": f"r{i}", "test_set": ("seen", "unseen_schema")[i % 3 == 0], "category": "say"}
    | {"depth": i % 12 + 1}
    for i, row in enumerate(tiny_qwen2.rows(60, seed=99))
]
PROMPTS = [prompt.prompt_and_answer(row)[0] for row in ROWS]


def score(rows, answers):
    return [
        {"exact": answer == row["output"], "valid": bool(answer.strip())}
        for row, answer in zip(rows, answers, strict=True)
    ]


ROOT = Path(__file__).parent.parent
METRICS = {"exact": "It is the same.", "valid": "It says something."}
REPEAT = SimpleNamespace(score=score, METRICS=METRICS)


@pytest.mark.slow
@pytest.mark.parametrize("quant", ["f16", "q8_0", "q4_k_m"])
def test_answers_do_not_hang_on_what_else_is_asked(trained_gguf, tmp_path, quant):
    quantize.quantize(trained_gguf, tmp_path / "x.gguf", quant)
    gguf = tmp_path / "x.gguf"
    together = ask(gguf, PROMPTS, max_tokens=40, threads=2).answers
    assert len({answer.text for answer in together}) > 3  # it learnt something to tell apart
    assert sum(answer.stopped for answer in together) > 30  # how many hangs on the machine
    assert ask(gguf, PROMPTS, max_tokens=40, parallel=1).answers == together
    assert ask(gguf, PROMPTS[::-1], max_tokens=40, parallel=7).answers == together[::-1]
    for text, answer in list(zip(PROMPTS, together, strict=True))[:5]:
        assert ask(gguf, [text], max_tokens=40).answers == [answer]


@pytest.mark.slow
def test_answers_are_those_of_create_chat_completion(trained_gguf):
    import llama_cpp

    together = ask(trained_gguf, PROMPTS, max_tokens=40).answers
    llama = llama_cpp.Llama(str(trained_gguf), n_ctx=512, flash_attn=True, verbose=False)
    for row, answer in list(zip(ROWS, together, strict=True))[:20]:
        chat = prompt.messages(row)[:-1]
        choice = llama.create_chat_completion(chat, temperature=0, max_tokens=40)["choices"][0]
        assert choice["message"]["content"] == answer.text
        assert (choice["finish_reason"] == "stop") == answer.stopped


@pytest.mark.slow
def test_quantized_model_still_stops(trained_gguf, tmp_path):
    stopped = {}
    for quant in ("f16", "q8_0", "q4_k_m"):
        quantize.quantize(trained_gguf, tmp_path / "x.gguf", quant)
        answers = ask(tmp_path / "x.gguf", PROMPTS, max_tokens=40).answers
        stopped[quant] = sum(answer.stopped for answer in answers)
    assert min(stopped["q8_0"], stopped["q4_k_m"]) > stopped["f16"] - 10
    assert stopped["f16"] > 30


def test_too_long_prompts_are_told_apart_and_harm_nobody(tiny_gguf):
    long = "word " * 600
    few = ask(tiny_gguf, [PROMPTS[0]], max_tokens=5).answers[0]
    answers = ask(tiny_gguf, [long, PROMPTS[0], long], max_tokens=5).answers
    assert [answer.fits for answer in answers] == [False, True, False]
    assert answers[1] == few and answers[0] == Answer("", False, (), fits=False)
    assert ask(tiny_gguf, [long], max_tokens=5).answers[0].fits is False
    assert ask(tiny_gguf, []).answers == []


def test_answer_ends_where_the_context_ends(tiny_gguf):
    text = "x " * 250  # 500 of 512 tokens
    answer = ask(tiny_gguf, [text], max_tokens=100).answers[0]
    assert answer.fits and not answer.stopped and 0 < len(answer.tokens) <= 12


def test_decomposed_text_is_asked_as_it_was_trained(tiny_gguf):
    composed, decomposed = "Größe in Köln", "Gro\u0308ße in Ko\u0308ln"
    one, two = ask(tiny_gguf, [composed, decomposed], max_tokens=8).answers
    assert one == two


def test_progress_counts_every_prompt(tiny_gguf):
    seen = []
    ask(tiny_gguf, [*PROMPTS[:9], "word " * 600], max_tokens=3, progress=lambda n=1: seen.append(n))
    assert sum(seen) == 10


def test_damaged_file_is_a_message(tiny_gguf, tmp_path):
    (tmp_path / "x.gguf").write_bytes(tiny_gguf.read_bytes()[:5000])
    with pytest.raises(UserError, match=r"x\.gguf"):
        ask(tmp_path / "x.gguf", ["a"])


def test_abort_inside_llama_cpp_is_a_message(tiny_gguf, tmp_path):
    whole = tiny_gguf.read_bytes()
    at = whole.index(b"qwen2.attention.head_count\x04") + len(b"qwen2.attention.head_count") + 4
    assert whole[at] == 4  # heads; with 2 the widths contradict each other
    (tmp_path / "x.gguf").write_bytes(whole[:at] + b"\x02" + whole[at + 1 :])
    ask_it = f"from neural.evaluation.ask import ask; ask({str(tmp_path / 'x.gguf')!r}, ['a'])"
    done = run("-c", ask_it)
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert f"{tmp_path / 'x.gguf'}: llama.cpp" in done.stderr


def test_choice_is_even_and_hangs_on_ids_alone():
    rows = [{"id": i, "test_set": "a" if i < 90 else "b", "source": "x"} for i in range(100)]
    chosen = dataset.choose(rows, 30)
    counts = [sum(r["test_set"] == name for r in chosen) for name in "ab"]
    assert counts == [20, 10]  # b has no more
    assert dataset.choose(rows[::-1], 30) == chosen
    assert len(dataset.choose(rows, 1000)) == 100
    assert dataset.choose(rows, 8) == dataset.choose(rows, 30)[:8]


def test_nothing_to_ask_is_a_message(tiny_gguf, tmp_path):
    with pytest.raises(UserError, match="at least 1"):
        dataset.choose(ROWS, 0)
    jsonl.write(tmp_path / "none.jsonl", [])
    with pytest.raises(UserError, match=r"none\.jsonl: no row has the source None; .* no rows"):
        dataset.read(tmp_path / "none.jsonl", REPEAT)
    with pytest.raises(UserError, match="at least 1"):
        ask(tiny_gguf, PROMPTS, max_tokens=0)


def test_chats_and_rows_without_id_are_shown():
    chat = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "ho"}]
    row = dataset.choose([{"messages": chat}], 1)[0]
    seen = measure.shown(row, Answer("he", True, (1,)), {"exact": False})
    assert (seen["question"], seen["expected"], seen["answer"]) == ("hi", "ho", "he")


def test_rows_of_one_source_and_those_that_name_none(tmp_path):
    rows = [{"id": i, "source": ("cypher", "english")[i % 2]} for i in range(10)]
    jsonl.write(tmp_path / "x.jsonl", [*rows, {"id": 10}])
    found = dataset.read(tmp_path / "x.jsonl", REPEAT, "cypher")
    assert [row["id"] for row in found] == [0, 2, 4, 6, 8, 10]
    assert len(dataset.read(tmp_path / "x.jsonl", REPEAT)) == 11
    jsonl.write(tmp_path / "x.jsonl", rows)
    with pytest.raises(UserError, match=r"'mtg'; there are cypher, english"):
        dataset.read(tmp_path / "x.jsonl", REPEAT, "mtg")


def test_answers_by_id_or_in_order(tmp_path):
    file, rows = tmp_path / "a.jsonl", [{"id": "x"}, {"id": "y"}]
    jsonl.write(
        file, [{"id": "y", "answer": "2"}, {"id": "z", "text": "3"}, {"id": "x", "text": ""}]
    )
    assert dataset.answers(file, rows) == ["", "2"]
    jsonl.write(file, [{"output": "1"}, {"id": "x", "response": "2"}])
    assert dataset.answers(file, rows) == ["1", "2"]
    twins = [{"id": "x"}, {"id": "x"}]  # one scenario in two wordings
    jsonl.write(file, [{"id": "x", "answer": "1"}, {"id": "x", "answer": "2"}])
    assert dataset.answers(file, twins) == ["1", "2"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([{"id": "x", "answer": "1"}], r"a\.jsonl: no answer to 1 of 2 rows, .* id 'y'"),
        ([{"answer": "1"}], r"a\.jsonl: 1 answers to 2 rows"),
        ([{"answer": "1"}, {"answr": "2"}], r"a\.jsonl:2: expected text in .*; found answr"),
        ([{"answer": 1}, {"answer": "2"}], r"a\.jsonl:1: expected text"),
    ],
)
def test_answers_that_do_not_fit_are_a_message(tmp_path, lines, said):
    jsonl.write(tmp_path / "a.jsonl", lines)
    with pytest.raises(UserError, match=said):
        dataset.answers(tmp_path / "a.jsonl", [{"id": "x"}, {"id": "y"}])


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_interval_holds_the_rate(counts):
    hits, of = counts
    low, high = measure.wilson(hits, of)
    assert 0 <= low <= hits / of + 1e-12 and hits / of - 1e-12 <= high <= 1
    assert measure.wilson(2 * hits, 2 * of)[0] >= low - 1e-12  # more rows, narrower


def test_interval_is_the_published_one():
    assert measure.wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998


def run(*command):
    """A script as a person runs it."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    command = [sys.executable, *command]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment)


def made_report():
    answers = [row["output"] if i % 4 else "no" for i, row in enumerate(ROWS)]
    asked = [Answer(text, i != 8, (1, 2)) for i, text in enumerate(answers)]
    scores = [s | {"stopped": a.stopped} for s, a in zip(score(ROWS, answers), asked, strict=True)]
    made = measure.report_of(ROWS, asked, scores, METRICS | measure.STOPPED)
    file = {"name": "x.gguf", "bytes": 10**6, "bits_per_weight": 4.5, "sha256": "0"}
    file |= {"fallbacks": {}, "context_length": 512, "parameters": 10**6}
    return made | {"file": file, "speed": {"tokens_per_second": 60, "tokens": 120, "seconds": 2.0}}


def test_report_counts_by_set_and_keeps_every_wrong_row():
    made = made_report()
    assert made["overall"]["exact"]["hits"] == 45 and made["overall"]["exact"]["rate"] == 0.75
    assert made["overall"]["stopped"]["hits"] == 59
    assert sum(rates["exact"]["of"] for rates in made["test_sets"].values()) == 60
    assert made["test_sets"]["unseen_schema"]["exact"]["hits"] == 15
    assert [wrong["id"] for wrong in made["wrong"]] == [f"r{i}" for i in range(0, 60, 4)]
    assert made["wrong"][0]["answer"] == "no" and made["wrong"][0]["expected"] == ROWS[0]["output"]
    assert [wrong["mistake"]["kind"] for wrong in made["wrong"][:3]] == [
        "another answer",
        "another answer",
        "did not stop",
    ]
    assert made["headline"] == "exact" and "mistake" not in made["right"][0]
    assert json.loads(json.dumps(made)) == made


def test_rows_without_a_key_are_in_no_group_of_it():
    rows = [{"instruction": "a", "output": "b", "depth": 2}, {"instruction": "a", "output": "b"}]
    made = measure.report_of(rows, [Answer("b", True, ())] * 2, score(rows, ["b", "b"]), METRICS)
    assert made["depths"]["2"]["exact"]["of"] == 1
    assert [title for title, _ in report.sections(made)] == ["depth", "all rows"]


def test_headline_is_the_first_metric_that_there_is():
    rows = [{"instruction": "a", "output": "b", "id": i} for i in range(3)]
    scores = [{"exact": True, "run": False}, {"exact": True}, {"exact": False}]
    metrics = {"none": "-", "run": "It runs.", "exact": "It is the same."}
    made = measure.report_of(rows, [Answer("b", True, ())] * 3, scores, metrics)
    assert made["headline"] == "run" and made["overall"]["run"]["of"] == 1
    assert [wrong["id"] for wrong in made["wrong"]] == [0, 2]
    assert [right["id"] for right in made["right"]] == [1]


def test_metric_that_does_not_concern_a_row_does_not_count_it():
    rates = measure.rates([{"exact": True, "order": False}, {"exact": True}])
    assert rates["exact"]["of"] == 2 and rates["order"]["of"] == 1


def test_plot_has_the_same_bytes_each_time(tmp_path):
    report.plot(made_report(), tmp_path / "a.svg")
    report.plot(made_report(), tmp_path / "b.svg")
    one = (tmp_path / "a.svg").read_bytes()
    assert one == (tmp_path / "b.svg").read_bytes() and b"<svg" in one


HOSTILE = (
    """</pre></dl><script>alert(1)</script><img src=x onerror='a("b")'>{{ 7 * 7 }}{% raw %}&lt;"""
)


class Tags(HTMLParser):
    """What a browser would see as markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found, self.open, self.data = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.data += data


def hostile_report():
    row = {"instruction": HOSTILE, "input": HOSTILE, "output": f"say {HOSTILE}", "id": HOSTILE}
    row |= {"test_set": HOSTILE, "category": HOSTILE, "depth": HOSTILE}
    scores = [{"exact": False, "mistake": {"kind": HOSTILE, HOSTILE: HOSTILE}}, {"exact": True}]
    answers = [Answer(HOSTILE, True, ()), Answer(f"say {HOSTILE}", True, ())]
    metrics = {"exact": HOSTILE}
    made = measure.report_of([row, row], answers, scores, metrics)
    return made | {"file": {"name": HOSTILE, "sha256": ""}}


@pytest.mark.parametrize("made", [hostile_report, lambda: made_report()])
def test_page_is_whole_and_nobody_can_inject_markup(made):
    text = page.page(made())
    tags = Tags(text)
    assert tags.open == []
    assert not {"script", "img", "iframe", "link"} & {tag for tag, _ in tags.found}
    names = {name for _, attributes in tags.found for name in attributes}
    assert names <= {"lang", "charset", "name", "content", "http-equiv", "class", "id", "href"}
    links = [attributes["href"] for _, attributes in tags.found if "href" in attributes]
    assert links and all(re.fullmatch(r"#wrong\d+", link) for link in links)
    assert "49" not in text.partition("</style>")[2] if made is hostile_report else True


def test_page_shows_all_that_a_person_wants_to_know():
    made = made_report()
    data = Tags(page.page(made)).data
    for said in ("x.gguf", "60 held-out questions", "75.0%", "(63-84)", "60 a second", "depth 12"):
        assert said in data
    assert "It is the same." in data and "It ended by itself" in data
    assert "Another answer: 14" in data and "Did not stop: 1" in data and "Some right" in data
    assert ROWS[0]["instruction"] in data and "test set: unseen_schema" in data
    assert "Nothing: each answer is right." not in data


def test_page_of_answers_that_are_all_right_or_all_wrong(tmp_path):
    jsonl.write(tmp_path / "a.jsonl", [{"answer": row["output"]} for row in ROWS])
    answers = [row["output"] for row in ROWS]
    made = measure.judge(tmp_path / "a.jsonl", ROWS, answers, REPEAT)
    assert "stopped" not in made["overall"] and made["overall"]["exact"]["rate"] == 1
    page.write(made, tmp_path / "a.html")
    assert "Nothing: each answer is right." in (tmp_path / "a.html").read_text()
    made = measure.judge(tmp_path / "a.jsonl", ROWS, [""] * 60, REPEAT)
    text = page.page(made)
    assert "The first 40; all are in the JSON report." in text
    assert text.count("<article>") == 40


def test_page_marks_the_words_that_differ():
    expected, answer = page.difference("MATCH (m:Movie) RETURN m.title", "MATCH (m:Film) RETURN m")
    assert expected == [
        (True, "MATCH (m:"),
        (False, "Movie"),
        (True, ") RETURN m"),
        (False, ".title"),
    ]
    assert answer == [(True, "MATCH (m:"), (False, "Film"), (True, ") RETURN m")]


@given(st.text(max_size=300), st.text(max_size=300))
def test_difference_keeps_both_texts(one, other):
    sides = page.difference(one, other)
    assert ["".join(text for _, text in side) for side in sides] == [one, other]
    same = [[text for same, text in side if same] for side in sides]
    assert "".join(same[0]) == "".join(same[1])


@pytest.mark.parametrize("text", ["a b " * 5000, "(" * 5000, "a" * 10**6, "ab ba " * 60])
def test_difference_of_texts_that_repeat_themselves_takes_no_time(text):
    began = time.process_time()
    _, answer = page.difference("a b b a c " * 12, text)
    assert time.process_time() - began < 1
    assert sum(len(piece) for _, piece in answer) <= page.LONGEST + 1


def test_table_shows_sets_categories_and_all(capsys):
    from neural import cli

    cli.say(report.table(made_report()), report.speed(made_report()))
    shown = capsys.readouterr().out
    assert "unseen_schema" in shown and "75.0%" in shown and "60 a second" in shown
    assert "depth 2 " in shown and shown.index("depth 2 ") < shown.index("depth 11")


def test_script_asks_an_unknown_domain_politely(tiny_gguf, tmp_path):
    command = ["scripts/evaluate.py", "--gguf", tiny_gguf, "--domain", "cyphr"]
    files = ["--dataset", "x", "--report", tmp_path / "r.json", "--plot", tmp_path / "p.svg"]
    done = run(*command, *files)
    assert done.returncode == 1 and "Did you mean 'cypher'" in done.stderr
    assert "Traceback" not in done.stderr and not list(tmp_path.iterdir())


@pytest.mark.slow
def test_measure_end_to_end(trained_gguf):
    found = measure.measure(trained_gguf, ROWS[:20], REPEAT, max_tokens=40, threads=2)
    assert found["file"]["context_length"] == 512 and found["rows"] == 20
    right = sum(a["exact"] for a in found["wrong"] + found["right"])
    assert found["overall"]["exact"]["hits"] >= right
    assert len(found["wrong"]) == 20 - found["overall"]["exact"]["hits"]
