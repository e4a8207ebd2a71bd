import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import tiny_qwen2
from hypothesis import given
from hypothesis import strategies as st

from neural import prompt
from neural.errors import UserError
from neural.evaluation import measure, report
from neural.evaluation.ask import Answer, Asked, ask
from neural.gguf import quantize

ROWS = [
    row | {"id": f"r{i}", "test_set": ("seen", "unseen_schema")[i % 3 == 0], "category": "say"}
    for i, row in enumerate(tiny_qwen2.rows(60, seed=99))
]
PROMPTS = [prompt.prompt_and_answer(row)[0] for row in ROWS]


def score(rows, answers):
    return [
        {"exact": answer == row["output"], "valid": bool(answer.strip())}
        for row, answer in zip(rows, answers, strict=True)
    ]


ROOT = Path(__file__).parent.parent
REPEAT = SimpleNamespace(score=score, HEADLINE="exact")


@pytest.mark.slow
@pytest.mark.parametrize("quant", ["f16", "q8_0", "q4_k_m"])
def test_answers_do_not_hang_on_what_else_is_asked(trained_gguf, tmp_path, quant):
    quantize.quantize(trained_gguf, tmp_path / "x.gguf", quant)
    gguf = tmp_path / "x.gguf"
    together = ask(gguf, PROMPTS, max_tokens=40, threads=2).answers
    assert len({answer.text for answer in together}) > 3  # it learnt something to tell apart
    assert all(answer.stopped for answer in together)
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
    for quant in ("q8_0", "q4_k_m"):
        quantize.quantize(trained_gguf, tmp_path / "x.gguf", quant)
        answers = ask(tmp_path / "x.gguf", PROMPTS, max_tokens=40).answers
        assert all(answer.stopped for answer in answers)


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
    chosen = measure.choose(rows, 30)
    counts = [sum(r["test_set"] == name for r in chosen) for name in "ab"]
    assert counts == [20, 10]  # b has no more
    assert measure.choose(rows[::-1], 30) == chosen
    assert len(measure.choose(rows, 1000)) == 100
    assert measure.choose(rows, 8) == measure.choose(rows, 30)[:8]


def test_nothing_to_ask_is_a_message(tiny_gguf):
    for source, count in ((None, 0), ("x", 5), (None, 5)):
        with pytest.raises(UserError):
            measure.choose([], count, source)
    with pytest.raises(UserError, match="at least 1"):
        ask(tiny_gguf, PROMPTS, max_tokens=0)


def test_chats_and_rows_without_id_are_shown():
    chat = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "ho"}]
    row = measure.choose([{"messages": chat}], 1)[0]
    seen = measure.shown(row, Answer("he", True, (1,)), {"exact": False})
    assert (seen["question"], seen["expected"], seen["answer"]) == ("hi", "ho", "he")


def test_rows_of_one_source_only():
    rows = [{"id": i, "source": ("cypher", "english")[i % 2]} for i in range(10)]
    assert {row["source"] for row in measure.choose(rows, 10, "cypher")} == {"cypher"}
    with pytest.raises(UserError, match=r"'mtg'; there are cypher, english"):
        measure.choose(rows, 10, "mtg")


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
    asked = Asked([Answer(text, i != 8, (1, 2)) for i, text in enumerate(answers)], 2.0)
    scores = [
        s | {"stopped": a.stopped} for s, a in zip(score(ROWS, answers), asked.answers, strict=True)
    ]
    made = measure.report_of(ROWS, asked, scores, "exact")
    file = {"name": "x.gguf", "bytes": 10**6, "bits_per_weight": 4.5, "sha256": "0"}
    return made | {"file": file | {"fallbacks": {}, "context_length": 512, "parameters": 10**6}}


def test_report_counts_by_set_and_keeps_every_wrong_row():
    made = made_report()
    assert made["overall"]["exact"]["hits"] == 45 and made["overall"]["exact"]["rate"] == 0.75
    assert made["overall"]["stopped"]["hits"] == 59
    assert sum(rates["exact"]["of"] for rates in made["test_sets"].values()) == 60
    assert made["test_sets"]["unseen_schema"]["exact"]["hits"] == 15
    assert [wrong["id"] for wrong in made["wrong"]] == [f"r{i}" for i in range(0, 60, 4)]
    assert made["wrong"][0]["answer"] == "no" and made["wrong"][0]["expected"] == ROWS[0]["output"]
    assert made["speed"]["tokens_per_second"] == 60
    assert json.loads(json.dumps(made)) == made


def test_metric_that_does_not_concern_a_row_does_not_count_it():
    rates = measure.rates([{"exact": True, "order": False}, {"exact": True}])
    assert rates["exact"]["of"] == 2 and rates["order"]["of"] == 1


def test_plot_has_the_same_bytes_each_time(tmp_path):
    report.plot(made_report(), tmp_path / "a.svg")
    report.plot(made_report(), tmp_path / "b.svg")
    one = (tmp_path / "a.svg").read_bytes()
    assert one == (tmp_path / "b.svg").read_bytes() and b"<svg" in one


def test_table_shows_sets_categories_and_all(capsys):
    from neural import cli

    cli.say(report.table(made_report()), report.speed(made_report()))
    shown = capsys.readouterr().out
    assert "unseen_schema" in shown and "75.0%" in shown and "60 a second" in shown


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
