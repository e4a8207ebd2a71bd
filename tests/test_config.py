"""A mistake in config.yaml is told in one message, before any work."""

from copy import deepcopy

import pytest

from neural import config as experiments
from neural.errors import UserError

GOOD = experiments.read(experiments.ROOT / "config.yaml")


def changed(path: str, value: object) -> dict:
    """The project's own config with the value at a dotted path replaced, or removed by None."""
    config = deepcopy(GOOD)
    *parents, last = path.split(".")
    place = config
    for key in parents:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return config


def message(config: dict) -> str:
    with pytest.raises(UserError) as caught:
        experiments.check(config)
    return str(caught.value)


def test_the_projects_own_config_is_right():
    experiments.check(GOOD)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (
            "presett",
            "nano",
            [
                "presett",
                "preset, base, revision, datasets, validation, models",
                "Did you mean 'preset'?",
            ],
        ),
        ("preset", "qwen_15b", ["preset: 'qwen_15b'", "qwen_1_5b", "Did you mean 'qwen_1_5b'?"]),
        (
            "models.cypher.train.learnin_rate",
            0.1,
            ["models.cypher.train.learnin_rate", "learning_"],
        ),
        ("models.cypher.train.learning_rate", "fast", ["learning_rate: 'fast' is not a number."]),
        ("models.cypher.train.learning_rate", "1e-3", ["Write 0.001", "reads 1e-3 as text"]),
        ("models.cypher.train.learning_rate", -1.0, ["learning_rate: -1.0 must be more than 0"]),
        ("models.cypher.mix", {"cypher": 0.7, "english": 0.2}, ["mix: the shares sum to 0.9"]),
        ("models.cypher.mix", {"cyphr": 1.0}, ["mix.cyphr: no such dataset", "mean 'cypher'?"]),
        (
            "models.cypher.domain",
            "cyper",
            ["models.cypher.domain: 'cyper'", "Did you mean 'cypher'"],
        ),
        ("models.cypher.quantizations", ["q4_k_n"], ["quantizations.0: 'q4_k_n'", "q4_k_m"]),
        (
            "models.cypher.evaluation.rows",
            0,
            ["models.cypher.evaluation.rows: 0 must be at least 1"],
        ),
        ("models.cypher.evaluation.rows", 2.5, ["rows: 2.5 is not a whole number"]),
        ("models.cypher.split.test", 1.5, ["models.cypher.split.test: 1.5 must be less than 1"]),
        ("models.cypher.nano.hidden", 300, ["nano.hidden: 300 is not a multiple of 256"]),
        ("models.cypher.nano.layer", 3, ["nano.layer: no such key", "Did you mean 'layers'?"]),
        ("models.cypher.mix", None, ["models.cypher: needs the key mix"]),
        ("models.raw", GOOD["models"]["cypher"], ["'raw' must match"]),
        ("datasets.cypher.num_examples", "many", ["num_examples: 'many' is not a whole number"]),
        ("datasets.cypher.num_examples", True, ["num_examples: True is not a whole number"]),
        ("datasets.cypher.per_grap", 3, ["datasets.cypher.per_grap: no such key", "'per_graph'?"]),
        ("models.cypher.mix", {"cypher": float("nan")}, ["mix.cypher: nan is not a finite number"]),
        ("models.cypher.train.learning_rate", float("inf"), ["inf is not a finite number"]),
        ("models", {1: GOOD["models"]["cypher"]}, ["models: 1 is not text"]),
        ("models.cypher.train", None, ["models.cypher: needs the key train"]),
        ("models", [1], ["models: [1] is not keys with values"]),
    ],
)
def test_a_mistake_is_named_with_its_path_its_value_and_what_is_allowed(path, value, said):
    text = message(changed(path, value))
    for part in said:
        assert part in text


def test_all_mistakes_are_told_at_once():
    config = changed("models.cypher.evaluation.rows", 0)
    config["presett"] = 1
    assert "presett" in message(config) and "rows" in message(config)


def test_each_setting_of_a_stage_is_a_flag_of_its_script():
    from neural.base.recipe import Recipe, Shape

    allowed = experiments.schema()["$defs"]["model"]["properties"]
    fields = {*Shape.__dataclass_fields__, *Recipe.__dataclass_fields__}
    assert set(allowed["nano"]["properties"]) == fields
    evaluation = set(experiments.flags("scripts/evaluate.py"))
    assert set(allowed["evaluation"]["properties"]) <= evaluation
    assert set(allowed["split"]["properties"]) <= set(experiments.flags("scripts/mix_dataset.py"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("preset: nano\nmodels: [a,\nb: c", ":3: not YAML"),
        ("preset: nano\n\tmodels: 1", ":2: not YAML"),
        (
            "preset: nano\npreset: qwen_0_5b\n",
            ":2: not YAML: key 'preset' stands twice, first in line 1",
        ),
        (
            "models:\n  a: 1\n  b: 2\n  a: 3\n",
            ":4: not YAML: key 'a' stands twice, first in line 2",
        ),
        ("just text", "expected keys at the top, found 'just text'"),
        ("", "found None"),
        ("a: \x00", "not YAML"),
    ],
)
def test_bad_yaml_is_named_with_its_line(tmp_path, text, said):
    path = tmp_path / "config.yaml"
    path.write_text(text)
    with pytest.raises(UserError) as caught:
        experiments.read(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "config.yaml").write_bytes(b"preset: \xff\xfe")
    with pytest.raises(UserError, match="not YAML"):
        experiments.read(tmp_path / "config.yaml")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (
            "models/cypher-q4_k.gguf",
            "unknown quantization 'q4_k'; known: f16, bf16, q8_0, q6_k",
        ),
        ("models/cypher/gguf/q4.gguf", "unknown quantization 'q4'"),
        (
            "models/cyper-q4_k_m.gguf",
            f"unknown model 'cyper'; known: {', '.join(GOOD['models'])}. Did you mean 'cypher'?",
        ),
        ("data/cyper/train.jsonl", "unknown model 'cyper'"),
        (
            "data/raw/englisch.jsonl",
            f"unknown dataset 'englisch'; known: {', '.join(GOOD['datasets'])}.",
        ),
    ],
)
def test_a_target_of_nothing_in_the_config_is_named(target, said):
    with pytest.raises(UserError, match=r"^" + target) as caught:
        experiments.check_targets(["--cores", "1", target], GOOD)
    assert said in str(caught.value)


def test_known_targets_and_flags_pass():
    arguments = ["models/cypher-q4_k_m.gguf", "reports/cypher/card.md", "data/cypher/test.jsonl"]
    experiments.check_targets([*arguments, "--report", "reports/all.html", "all"], GOOD)


def test_a_models_own_base_wins_over_the_switch_for_all():
    assert experiments.base(GOOD, "cypher") == {"preset": "nano"}
    recommended = changed("preset", "recommended")
    assert experiments.base(recommended, "cypher") == {"preset": "qwen_1_5b"}
    own = changed("models.cypher.preset", "phi3_mini")
    assert experiments.base(own, "cypher") == {"preset": "phi3_mini"}
    folder = changed("models.cypher.base", "bases/mine")
    assert experiments.base(folder, "cypher") == {"base": "bases/mine"}
    assert experiments.base(changed("base", "bases/all"), "cypher") == {"base": "bases/all"}
