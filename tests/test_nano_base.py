"""The nano base: its tokenizer, its batches, its optimizer, and that a kill changes no byte."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, AutoTokenizer

from neural.base import build, examples, nano, pretrain, sharing, tokenizer
from neural.base.examples import collate, sequences
from neural.base.prune import pruned
from neural.base.rename import Renamer
from neural.errors import UserError
from neural.files import sha256
from neural.inflection import stem
from neural.prompt import END, PAD, START, messages, prompt_and_answer, render
from neural.records import jsonl

SHAPE = build.Shape(merges=60, hidden=256, layers=2, intermediate=256)
PIECES = ["fest", "ival", "ro", "quin", "dart"]
RECIPE = pretrain.Recipe(batch=256, branches=3)


def made(count: int) -> list[dict]:
    """Rows of a toy schema language: several questions for each context."""
    random = Random(4)
    names = ["movie", "person", "town", "harbour", "invoice", "planet", "recipe"]
    rows = []
    for number in range(count):
        one, other = random.sample(names, 2) if number % 3 == 0 else (one, other)  # noqa: F821
        asked = (one, other)[number % 2]
        rows.append(
            {
                "id": str(number),
                "system": "Answer.",
                "input": f"(:{one.capitalize()} {{title: STRING}})\n(:{other.capitalize()})",
                "instruction": f"List all {asked}s, number {number}.",
                "output": f"MATCH (a:{asked.capitalize()}) RETURN a LIMIT {number}",
            }
        )
    return rows


@pytest.fixture(scope="module")
def bpe() -> Tokenizer:
    return tokenizer.train((render(messages(row)) for row in made(60)), 60)


def cut(bpe: Tokenizer, text: str) -> list[str]:
    """The text's tokens in lower case, without what may precede their letters."""
    return [token.lower().lstrip("_\u0121") for token in bpe.encode(text).tokens]


def test_a_name_is_cut_alike_wherever_it_stands_in_any_letter_case(bpe):
    name = cut(bpe, "harbour")
    for text in (" harbour", ".harbour", "(:Harbour", "_harbour", "\nharbour", "_HARBOUR"):
        assert cut(bpe, text)[-len(name) :] == name
    assert cut(bpe, "a harbours")[-len(name) - 1 :] == [*name, "s"]


@pytest.mark.parametrize(
    ("shared", "one", "many"),
    [("cit", "city", "cities"), ("match", "match", "matches"), ("survey", "survey", "surveys")],
)
def test_a_word_and_its_plural_begin_with_the_same_tokens(shared, one, many):
    trained = tokenizer.train([f"(:{one} (:{many}"] * 9, 60)
    assert cut(trained, f"(:{one}")[1] == cut(trained, f"(:{many}")[1] == shared


def test_a_piece_of_other_words_does_not_cut_a_word_otherwise_than_its_plural():
    trained = tokenizer.train(["review the (:View and (:Movie of movies"] * 9, 60)
    movie, movies = cut(trained, "(:movie")[1:], cut(trained, "(:movies")[1:]
    assert movie[-1] == "ie" and movies[: len(movie) - 1] == movie[:-1]


def test_kin_are_the_forms_of_the_same_letters(bpe):
    group = next(group for group in tokenizer.kin(bpe) if group.get("a") == bpe.token_to_id("h"))
    assert group["A"] == bpe.token_to_id("H")
    numbers = [number for group in tokenizer.kin(bpe) for number in group.values()]
    assert len(numbers) == len(set(numbers))


def test_a_common_word_that_is_no_name_is_one_token():
    texts = [f"List all films whose number is {n}.\n(:Film {{title: STRING}})" for n in range(99)]
    trained = tokenizer.train(texts, 5)
    assert trained.encode(" whose").tokens == ["\u0120whose"]
    assert trained.encode(" films").tokens != ["\u0120films"]


def test_the_order_of_sets_changes_no_byte(tmp_path):
    code = (
        "import sys; from neural.base import tokenizer; from tests.test_nano_base import made;"
        "from neural.prompt import messages, render;"
        "tokenizer.train((render(messages(r)) for r in made(60)), 300).save(sys.argv[1])"
    )
    for seed in "1", "2":
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()},
            check=True,
        )
    assert sha256(tmp_path / "1") == sha256(tmp_path / "2")


def test_control_tokens_come_first_and_are_one_token(bpe):
    assert [bpe.token_to_id(token) for token in (PAD, START, END)] == [0, 1, 2]
    assert bpe.encode(f"{START}user\nx{END}").tokens.count(END) == 1


@given(st.text(max_size=60))
def test_any_text_survives(bpe, text):
    normal = bpe.normalizer.normalize_str(text)
    assert bpe.decode(bpe.encode(text).ids, skip_special_tokens=False) == normal


def test_every_branch_sees_what_it_would_see_alone(bpe):
    rows = made(6)
    model = nano.create(bpe, 256, 2, 256, seed=1).eval()
    together = sequences(rows, bpe, branches=3, prompt_weight=0.1)
    assert len(together) == 2 and together[0].branches.max() == 3
    data = collate(together)
    with torch.no_grad():
        batched = model.lm_head(
            model.model(
                input_ids=data["ids"],
                position_ids=data["positions"],
                attention_mask=data["mask"],
                use_cache=False,
            ).last_hidden_state
        )
    for row, (i, branch) in zip(rows, [(i, b) for i in (0, 1) for b in (1, 2, 3)], strict=True):
        prompt, answer = (bpe.encode(text).ids for text in prompt_and_answer(row))
        with torch.no_grad():
            alone = model(input_ids=torch.tensor([prompt + answer])).logits[0]
        own = np.flatnonzero(together[i].branches == branch)
        assert together[i].ids[own].tolist() == (prompt + answer)[-len(own) :]
        assert torch.allclose(batched[i, own], alone[-len(own) :], atol=1e-4)


def test_only_answers_count_fully(bpe):
    for one in sequences(made(6), bpe, branches=3, prompt_weight=0.25):
        full = one.ids[one.weights == 1]
        assert (full == bpe.token_to_id(END)).sum() == 3
        assert bpe.decode(full.tolist()).count("MATCH") == 3
        assert set(np.unique(one.weights)) == {0, 0.75, 1}  # of each third prompt token


@given(st.integers(0, 10**6))
def test_renaming_keeps_a_row_answerable(seed):
    rows = made(60)
    for row in Renamer(rows, PIECES)(rows[:3], Random(seed), 1.0):
        label = row["output"].split(":")[1].split(")")[0]
        assert f"(:{label}" in row["input"]
        assert label.lower()[:-1] in row["instruction"]
        assert "STRING" in row["input"] and row["instruction"].startswith("List all ")


@given(st.integers(0, 10**6))
def test_a_renamed_value_is_the_same_in_question_and_query(seed):
    row = {
        "input": "(:Movie {title: STRING, year: INTEGER})",
        "instruction": 'Which movies from "Art House 7" start with Art, as in Article?',
        "output": "MATCH (a:Movie {title: 'Art House 7'}) WHERE a.title STARTS WITH 'Art' RETURN a",
    }
    (new,) = Renamer([row], PIECES)([row], Random(seed), 1.0)
    values = re.findall(r"'((?:[^'\\]|\\')*)'", new["output"])
    values = [value.replace("\\'", "'") for value in values]
    assert len(values) == 2 and all(value in new["instruction"] for value in values)
    word = r"[^\W\d_]+('s)?"
    assert re.fullmatch(rf"{word}( |\W+|_){word} \d(\(\))?", values[0])
    assert values[0].istitle() or "'s" in values[0]
    assert "as in Article?" in new["instruction"]


@given(st.integers(0, 10**6))
def test_a_changed_number_is_the_same_in_question_and_query(seed):
    row = {
        "input": "(:Movie {title: STRING, year: INTEGER, gross: FLOAT})",
        "instruction": "Top 3 movies after 1955 with a gross of 420.5, but not Room 1408 of 1408",
        "output": "MATCH (m:Movie) WHERE 1955 < m.year <= 1408 AND m.gross = 420.5 AND "
        "m.title <> 'Room 1408' RETURN m.title LIMIT 3",
    }
    (new,) = Renamer([row], PIECES)([row], Random(seed), 1.0)
    year, other, gross, title = re.search(
        r"WHERE (\d{4}) < .* <= (\d{4}) AND .* = (\d{3}\.\d) AND \S+ <> '(.*)' RETURN .* LIMIT 3",
        new["output"],
    ).groups()
    title = re.escape(title.replace("\\'", "'"))
    assert re.search(rf"Top 3 .* {year} .* {gross}, .* {title} of {other}", new["instruction"])


@given(st.integers(0, 10**6))
def test_a_renamed_title_keeps_its_small_words(seed):
    rows = [
        {
            "input": "(:Movie {title: STRING})",
            "instruction": f'Add the movie "{title}" from then on.',
            "output": f"CREATE (movie:Movie {{title: '{title}'}})",
            "split_group": family,
        }
        for family, title in (("a", "Heat from Afar"), ("b", "Dune"), ("c", "Alien"))
    ]
    (row,) = Renamer(rows, PIECES)(rows[:1], Random(seed), 1.0)
    assert re.search(r"'\S+.*\bfrom\W+\S+'|_from ", row["output"]), row


def test_new_names_often_begin_alike(monkeypatch):
    """Or nano takes farm for field: it would seldom have to tell by more than a beginning."""
    rows = made(60)
    renamer = Renamer(rows, PIECES)

    def alike() -> int:
        schemas = [renamer(rows[:1], Random(seed), 1.0)[0]["input"] for seed in range(300)]
        pairs = [re.findall(r"\(:(\w+)", schema) for schema in schemas]
        return sum(one[0] == other[0] for one, other in pairs)

    often = alike()
    monkeypatch.setattr("neural.base.rename.TWIN", 0.0)
    assert often > alike() + 30


@pytest.mark.parametrize(
    "words",
    [
        "movie movies Movie MOVIES",
        "city cities",
        "report reports reported",
        "bus buses",
        "play plays played",
    ],
)
def test_forms_of_a_word_share_a_stem(words):
    assert len(set(map(stem, words.split()))) == 1


SCHEMA = """(:Movie {title: STRING, year: INTEGER, rating: FLOAT})
(:Person {name: STRING, born: INTEGER})
(:Studio {label: STRING})
(:Person)-[:ACTED_IN {role: STRING, fee: INTEGER}]->(:Movie)
(:Studio)-[:PRODUCED]->(:Movie)"""


@given(st.integers(0, 10**6))
def test_a_pruned_schema_has_what_the_query_needs(seed):
    query = "MATCH (a:Person)-[r:ACTED_IN]->(b:Movie) WHERE r.fee > 3 RETURN a.name, b.rating"
    row = {"input": SCHEMA, "instruction": "?", "output": query}
    text = pruned(row, Random(seed))["input"]
    movie = next(line for line in text.splitlines() if line.startswith("(:Movie {"))
    assert movie.startswith("(:Movie {title: STRING") and "rating: FLOAT" in movie
    assert "(:Person {name: STRING" in text
    link = next(line for line in text.splitlines() if "ACTED_IN" in line)
    assert "fee: INTEGER" in link and link.endswith("]->(:Movie)")
    assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", SCHEMA))
    assert ("PRODUCED" in text) <= ("(:Studio {" in text)


def test_what_is_no_schema_is_not_pruned():
    row = {"input": "Dear Ann (:", "instruction": "?", "output": "Ann"}
    assert pruned(row, Random(1)) == row


def test_it_can_copy_before_it_has_learned_anything(bpe):
    """Where a name stood before, its tokens are likelier than by chance."""
    words = bpe.encode("harbour invoice planet recipe person").ids
    ids = torch.tensor([words + words])
    losses = []
    for seed in (1, 2, 3):
        model = nano.create(bpe, 256, 2, 256, seed).eval()
        with torch.no_grad():
            logits = model(input_ids=ids).logits[0, len(words) : -1]
        losses.append(torch.nn.functional.cross_entropy(logits, ids[0, len(words) + 1 :]).item())
    assert np.mean(losses) < np.log(bpe.get_vocab_size()) - 1


def test_it_finds_what_stood_two_tokens_behind_a_word_before_it_has_learned_anything(bpe):
    """Behind `harbour.` the property that the schema gave the label Harbour."""
    schema = "(:Harbour {invoice: STRING})\n(:Planet {recipe: STRING})\n"
    first = [bpe.encode(word).ids[0] for word in ("invoice", "recipe")]
    gains = []
    for seed in (1, 2, 3):
        model = nano.create(bpe, 256, 2, 256, seed).eval()
        for word, sign in (("harbour", 1), ("planet", -1)):
            ids = torch.tensor([bpe.encode(f"{schema}{word}.").ids])
            with torch.no_grad():
                logits = model(input_ids=ids).logits[0, -1, first]
            gains.append(sign * (logits[0] - logits[1]).item())
    assert np.mean(gains) > 0.5, gains


def test_same_bytes_at_any_number_of_threads_and_after_a_kill(tmp_path):
    data = tmp_path / "train.jsonl"
    jsonl.write(data, made(60))
    digests = {}
    for name, threads in (("one", 1), ("two", 2)):
        build.nano(data, tmp_path / name, tmp_path / "state", SHAPE, RECIPE, threads)
        digests[name] = {p.name: sha256(p) for p in (tmp_path / name).iterdir()}
    with pytest.raises(KeyboardInterrupt):
        interrupted(data, tmp_path)
    assert list((tmp_path / "state").glob("*.state"))
    build.nano(data, tmp_path / "three", tmp_path / "state", SHAPE, RECIPE, 2)
    digests["three"] = {p.name: sha256(p) for p in (tmp_path / "three").iterdir()}
    assert digests["one"] == digests["two"] == digests["three"]
    assert not (tmp_path / "state").exists()
    assert len(digests["one"]) == 5


def interrupted(data, tmp_path):
    """A build that dies after its third step, with its state written at each."""
    real = pretrain._save

    def save(state, step, *rest):
        real(state, step, *rest)
        if step == 3:
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pretrain, "_save", save)
        patch.setattr(pretrain.train, "__defaults__", (-1.0,))
        build.nano(data, tmp_path / "three", tmp_path / "state", SHAPE, RECIPE, 2)


def test_transformers_loads_it_with_the_same_tokens(tmp_path):
    data = tmp_path / "train.jsonl"
    jsonl.write(data, made(60))
    build.nano(data, tmp_path / "base", tmp_path / "state", SHAPE, RECIPE, 2)
    model = AutoModelForCausalLM.from_pretrained(tmp_path / "base")
    auto = AutoTokenizer.from_pretrained(tmp_path / "base")
    raw = Tokenizer.from_file(str(tmp_path / "base" / "tokenizer.json"))
    row = made(1)[0]
    chat = messages(row)
    assert auto.apply_chat_template(chat, tokenize=False) == render(chat)
    assert auto(render(chat))["input_ids"] == raw.encode(render(chat)).ids
    assert model.config.eos_token_id == raw.token_to_id(END) != raw.token_to_id(PAD)
    config = json.loads((tmp_path / "base" / "config.json").read_text())
    assert config["max_position_embeddings"] == 8192


def test_few_rows_make_a_step_though_no_phase_has_enough_for_one(bpe):
    rows = made(pretrain.PHASES - 1)
    steps = pretrain.plan(rows, bpe, pretrain.Recipe(batch=256, epochs=1.0))
    assert steps and all(len(step) == 2 for step in steps)


def test_a_sliver_of_an_epoch_is_no_empty_batch(bpe):
    recipe = pretrain.Recipe(batch=256, accumulate=1, epochs=1.01)
    assert all(batch for step in pretrain.plan(made(6), bpe, recipe) for batch in step)


def test_the_schemas_of_a_training_grow_to_their_whole_size(bpe):
    def rows_of(steps):
        text = " ".join(bpe.decode(one.ids.tolist()) for step in steps for b in step for one in b)
        return text.count("(:Movie {"), text.count("rating: FLOAT")

    rows = [
        {
            "id": str(n),
            "input": f"(:Movie {{title: STRING, rating: FLOAT}})\n(:G{n // 4} {{name: STRING}})",
            "instruction": f"Count the movies {n}",
            "output": "MATCH (movie:Movie) RETURN count(movie)",
        }
        for n in range(400)
    ]
    recipe = replace(RECIPE, epochs=1.0, branches=1, pruned=0.8, renamed=0.0)
    steps = pretrain.plan(rows, bpe, recipe)
    half = len(steps) // 2
    (early, then), (late, at_last) = rows_of(steps[:half]), rows_of(steps[half:])
    assert early + late > 390 and then / early < 0.75 < at_last / late


@pytest.mark.parametrize(("bf16", "close"), [(False, 1e-4), (True, 0.1)])
def test_gradients_are_those_of_the_model_as_it_ships(bpe, monkeypatch, bf16, close):
    model = nano.create(bpe, 256, 3, 512, seed=1)
    noise = torch.Generator().manual_seed(0)
    with torch.no_grad():  # biases and norms of a new model are zeros and ones
        for param in model.parameters():
            if param.ndim == 1:
                param += 0.1 * torch.randn(param.shape, generator=noise)
    batch = pretrain.plan(made(30), bpe, replace(RECIPE, branches=3))[0][0]
    data, params = examples.collate(batch), list(model.parameters())
    hidden = model.model(
        input_ids=data["ids"], position_ids=data["positions"], attention_mask=data["mask"]
    ).last_hidden_state
    logits, targets = model.lm_head(hidden[:, :-1]), data["ids"][:, 1:]
    each = torch.nn.functional.cross_entropy(logits.transpose(1, 2), targets, reduction="none")
    total = data["weights"].sum()
    theirs = torch.autograd.grad((each * data["weights"][:, 1:]).sum() / total, params)
    monkeypatch.setattr(pretrain, "has_bf16", lambda: bf16)
    with ThreadPoolExecutor(2) as pool:  # two micro-batches: the even rows, the odd ones
        loss, answers = pretrain.backward(model, [batch[::2], batch[1::2]], pool)
    ours = [param.grad for param in params]
    chosen = data["weights"][:, 1:] == 1
    assert answers == chosen.sum()
    assert loss == pytest.approx(each[chosen].sum().item(), rel=0.01 if bf16 else 1e-5)
    whole = torch.cat([g.flatten() for g in theirs])
    assert torch.cat([g.flatten() for g in ours]).sub(whole).norm() < close * whole.norm()
    if not bf16:
        for their, our in zip(theirs, ours, strict=True):
            torch.testing.assert_close(our, their, rtol=0, atol=close * their.abs().max().item())


def test_training_lowers_the_loss(bpe):
    steps = pretrain.plan(made(60), bpe, pretrain.Recipe(batch=256, branches=3, epochs=4))
    model = nano.create(bpe, 256, 2, 256, seed=1)
    seen = []
    pretrain.train(model, steps, RECIPE, 2, None, lambda n=1, note="": seen.append(note))
    losses = [float(note.split()[1].rstrip(",")) for note in seen]
    assert losses[-1] < losses[0] / 2


def test_what_is_learned_of_a_word_holds_in_all_its_forms(bpe):
    model = nano.create(bpe, 256, 2, 256, seed=1)
    steps = pretrain.plan(made(60), bpe, pretrain.Recipe(batch=256, branches=3, epochs=1))
    before = model.lm_head.weight.detach().clone()
    pretrain.train(model, steps, RECIPE, 2, None, lambda n=1, note="": None)
    ids = torch.tensor([bpe.encode("harbour Harbour").ids])
    with torch.no_grad():
        shared = model(input_ids=ids).logits
        sharing.settle(model)
        assert torch.equal(model(input_ids=ids).logits, shared)
    learned = model.lm_head.weight.detach() - before
    pairs = [(g["a"], g["A"]) for g in tokenizer.kin(bpe) if {"a", "A"} <= set(g)]
    differences = torch.stack([learned[title] - learned[lower] for lower, title in pairs])
    assert len(pairs) > 9 and learned.abs().max() > 1e-3
    assert torch.allclose(differences, differences[:1].expand_as(differences), atol=1e-6)
    assert "lm_head.weight" in model.state_dict()


@pytest.mark.parametrize(
    ("shape", "recipe", "said"),
    [
        ({"hidden": 100}, {}, "hidden: 100; expected a multiple of 256"),
        ({"merges": 0}, {}, "merges: 0; expected at least"),
        ({}, {"branches": 0}, "branches: 0; expected a number above 0"),
        ({}, {"accumulate": 100}, "less than one step"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, shape, recipe, said):
    data = tmp_path / "train.jsonl"
    jsonl.write(data, made(6))
    with pytest.raises(UserError, match=said):
        build.nano(
            data,
            tmp_path / "base",
            tmp_path / "state",
            build.Shape(**{**vars(SHAPE), **shape}),
            pretrain.Recipe(**{**vars(RECIPE), **recipe}),
            1,
        )
