"""The experiments of config.yaml: checked as a whole before any work, then asked by the rules."""

import ast
import re
from collections.abc import Iterable, Mapping
from math import isfinite
from pathlib import Path

import msgspec
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from neural import domains
from neural.errors import UserError, nearest
from neural.presets import PRESETS
from neural.records.limits import Limits
from neural.release.bundle import SUMS
from neural.training.recipe import Recipe

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "config.schema.yaml"
FULL = ("f16", "bf16")  # written by the export itself
QUANTIZATIONS = (
    *FULL,
    *("q8_0", "q6_k", "q5_k_m", "q5_k_s", "q4_k_m", "q4_k_s", "iq4_xs", "q3_k_m", "q2_k"),
)
MOST_PARTS = 1000  # of a dataset; each has a seed of its own
TYPES = {
    "object": "keys with values",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
TARGETS = (
    r"models/(?P<model>[^/]+)-(?P<quant>[^/-]+)\.gguf",
    r"release/(?P<model>[^/]+)(?:/.*)?",
    r"models/(?P<model>[^/]+)/gguf/imatrix\.gguf",
    r"models/(?P<model>[^/]+)/gguf/(?P<quant>[^/]+)\.gguf",
    r"data/raw/(?P<dataset>[^/]+)\.jsonl",
    r"reports/datasets/(?P<dataset>[^/]+?)\.(?:json|html|md|croissant\.json)",
    r"(?:data|models|reports)/(?P<model>[^/]+)/.+",
)


class _Loader(yaml.SafeLoader):
    """Refuses a key given twice: YAML would silently keep the last."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict:
    seen: dict = {}
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if key in seen:
            raise yaml.MarkedYAMLError(
                problem=f"key {key!r} stands twice, first in line {seen[key]}",
                problem_mark=key_node.start_mark,
            )
        seen[key] = key_node.start_mark.line + 1
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read(path: str | Path) -> dict:
    """The file's keys. UserError names the line of bad YAML or of a key given twice."""
    try:
        with open(path, encoding="utf-8") as file:
            config = yaml.load(file, Loader=_Loader)
    except FileNotFoundError:
        raise UserError(f"{path}: no such file. Run from the project's folder.") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UserError(
            f"{path}:{mark.line + 1}: not YAML: {error.problem} (column {mark.column + 1}). "
            "Mend it there."
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: not YAML: {error}") from None
    if not isinstance(config, dict):
        raise UserError(f"{path}: expected keys at the top, found {config!r}.")
    return config


def schema() -> dict:
    """config.schema.yaml with what the library defines: presets, quantizations, training."""
    found = yaml.safe_load(SCHEMA.read_text(encoding="utf-8"))
    fetched = [name for name, preset in PRESETS.items() if preset.hub]
    found["$defs"] |= {
        "preset": {"enum": [*PRESETS, "recommended"]},
        "hub_preset": {"enum": fetched},
        "quantization": {"enum": list(QUANTIZATIONS)},
        **msgspec.json.schema(Recipe)["$defs"],
        **msgspec.json.schema(Limits)["$defs"],
    }
    return found


def check(config: Mapping) -> None:
    """UserError with a line for each mistake: key's path, value, what is allowed."""
    errors = sorted(Draft202012Validator(schema()).iter_errors(config), key=lambda e: e.json_path)
    mistakes = [line for error in errors for line in _explain(error)]
    mistakes += _not_finite(config, "")
    mistakes = mistakes or list(_dangling(config))
    if mistakes:
        raise UserError("config: " + "\n  ".join(mistakes) + "\nNothing was built.")


def _not_finite(value: object, path: str) -> list[str]:
    """YAML knows .nan and .inf, which no comparison of the schema refuses."""
    if isinstance(value, float) and not isfinite(value):
        return [f"{path[1:]}: {value!r} is not a finite number."]
    parts = value.items() if isinstance(value, Mapping) else ()
    return [line for key, part in parts for line in _not_finite(part, f"{path}.{key}")]


def _explain(error: ValidationError) -> Iterable[str]:
    """One schema violation in a person's words."""
    where, value = ".".join(map(str, error.absolute_path)) or "(top)", error.instance
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for key in value:
            if key not in known:
                path = key if where == "(top)" else f"{where}.{key}"
                yield f"{path}: no such key; known: {', '.join(known)}.{nearest(key, known)}"
    elif error.validator == "enum":
        allowed = error.validator_value
        names = ", ".join(map(str, allowed))
        yield f"{where}: {value!r} is none of {names}.{nearest(value, allowed)}"
    elif error.validator == "type":
        wanted = TYPES[error.validator_value]
        yield f"{where}: {value!r} is not {wanted}.{_number_hint(value, wanted)}"
    elif error.validator == "required":
        missing = [key for key in error.validator_value if key not in value]
        yield f"{where}: needs the key {', '.join(missing)}."
    elif error.validator in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"):
        words = {"minimum": "at least", "exclusiveMinimum": "more than"}
        words |= {"maximum": "at most", "exclusiveMaximum": "less than"}
        yield f"{where}: {value!r} must be {words[error.validator]} {error.validator_value}."
    elif error.validator == "multipleOf":
        yield f"{where}: {value!r} is not a multiple of {error.validator_value}."
    elif error.validator == "pattern":
        yield f"{where}: {value!r} must match {error.validator_value}."
    else:
        yield f"{where}: {error.message}."


def _number_hint(value: object, wanted: str) -> str:
    if isinstance(value, str) and wanted.endswith("number"):
        try:
            return f" Write {float(value)!r}: YAML reads {value} as text."
        except ValueError:
            pass  # no number in any notation, so there is nothing to hint at
    return ""


def _dangling(config: Mapping) -> Iterable[str]:
    """Mistakes that lie between keys: names that nothing defines, shares that do not add up."""
    datasets, known = config["datasets"], domains.names()
    for kind in ("datasets", "models"):
        for name, entry in config[kind].items():
            if entry["domain"] not in known:
                yield (
                    f"{kind}.{name}.domain: {entry['domain']!r} is none of {', '.join(known)}."
                    f"{nearest(entry['domain'], known)}"
                )
            elif kind == "datasets":
                yield from _dataset_keys(name, entry)
    for name, model in config["models"].items():
        for dataset in model["mix"]:
            if dataset not in datasets:
                yield (
                    f"models.{name}.mix.{dataset}: no such dataset; known: "
                    f"{', '.join(datasets)}.{nearest(dataset, datasets)}"
                )
        total = sum(model["mix"].values())
        if abs(total - 1) > 1e-6:
            yield f"models.{name}.mix: the shares sum to {total:.6g}, expected 1."


def _dataset_keys(name: str, entry: Mapping) -> Iterable[str]:
    """Mistakes in a dataset's keys, which besides `domain` are flags of its generator."""
    script = generator(entry["domain"])
    if not (ROOT / script).exists():
        yield (
            f"datasets.{name}.domain: {entry['domain']!r} has no {script}. Take another domain, or "
            "write the script."
        )
        return
    known = [
        "domain",
        "parts",
        *(flag for flag in flags(script) if flag not in ("output", "threads")),
    ]
    for key in entry:
        if key not in known:
            hint = nearest(key, known)
            yield f"datasets.{name}.{key}: no such key; known: {', '.join(known)}.{hint}"


def generator(domain: str) -> str:
    """The script that makes a domain's datasets."""
    return f"scripts/generate_{domain}_dataset.py"


def part(entry: Mapping, number: int) -> dict:
    """The settings of one job of a dataset with `parts`: another seed, and a tenth more rows than
    its share, because some rows come in several parts."""
    rows = -(-entry["num_examples"] * 11 // (10 * entry["parts"]))
    own = {"num_examples": rows, "seed": entry["seed"] * MOST_PARTS + number}
    return {key: value for key, value in entry.items() if key != "parts"} | own


def sources(dataset: Mapping) -> list[str]:
    """The files and folders on this machine that a dataset's keys name, alone or in lists."""
    texts = [
        text
        for key, value in dataset.items()
        if key != "domain"
        for text in (value if isinstance(value, list) else [value])
        if isinstance(text, str)
    ]
    return sorted({text for text in texts if text and Path(text).exists()})


def flags(script: str) -> list[str]:
    """The flags that a script adds to the parser, as settings keys. Read, not run: planning must
    not import what scripts import."""
    tree = ast.parse((ROOT / script).read_bytes())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    names = [
        call.args[0].value
        for call in calls
        if getattr(call.func, "attr", "") == "add_argument"
        and isinstance(call.args[0], ast.Constant)
    ]
    return [name.lstrip("-").replace("-", "_") for name in names]


def check_targets(arguments: Iterable[str], config: Mapping) -> None:
    """UserError for the first argument that asks for an artifact of nothing in the config."""
    known = {
        "model": list(config["models"]),
        "dataset": list(config["datasets"]),
        "quant": list(QUANTIZATIONS),
    }
    words = {"quant": "quantization"}
    for argument in arguments:
        matches = (re.fullmatch(pattern, argument) for pattern in TARGETS)
        for kind, name in next((m.groupdict() for m in matches if m), {}).items():
            if name not in known[kind]:
                raise UserError(
                    f"{argument}: unknown {words.get(kind, kind)} {name!r}; known: "
                    f"{', '.join(known[kind])}.{nearest(name, known[kind])}"
                )
            if argument.startswith("release/"):
                _check_release(argument, name, config)


def _check_release(argument: str, model: str, config: Mapping) -> None:
    if not has_gate(config, model):
        raise UserError(
            f"models.{model}.gate: missing, so nobody said what is good enough to release. "
            "`config.yaml` says how to set it."
        )
    if argument.rstrip("/") == f"release/{model}":
        raise UserError(f"{argument} is a folder; its last file is release/{model}/{SUMS}.")


def base(config: Mapping, model: str) -> dict:
    """Settings of a model's base: {"base": folder or hub id, "revision": …} or {"preset": name}.

    A model's own entry wins over the switch for all; `recommended` means the model's own advice.
    """
    entry = config["models"][model]
    for place in (entry, config):
        if "base" in place:
            return {key: place[key] for key in ("base", "revision") if key in place}
        if "preset" in place:
            preset = place["preset"]
            return {"preset": entry["recommended"] if preset == "recommended" else preset}
    raise AssertionError("the schema requires a preset")


def recipe_preset(config: Mapping, model: str) -> str:
    """The preset whose training recipe a model starts from; for an own base the recommended one."""
    return base(config, model).get("preset", config["models"][model]["recommended"])


def is_nano(config: Mapping, model: str) -> bool:
    """Whether the model's base is trained here instead of fetched."""
    return base(config, model).get("preset") == "nano"


def has_adapter(config: Mapping, model: str) -> bool:
    """Whether an adapter is trained and merged; else all weights are trained."""
    return not config["models"][model]["train"].get("full", False)


def origin(config: Mapping, model: str) -> tuple[str | None, str | None]:
    """Hub id and licence of a model's base, None where nobody said them."""
    found, own = base(config, model), config["models"][model].get("license")
    if "preset" in found:
        preset = PRESETS[found["preset"]]
        return preset.hub, own or preset.license
    return found["base"] if "revision" in found else None, own


def has_gate(config: Mapping, model: str) -> bool:
    """Whether somebody said what is good enough to release."""
    return "gate" in config["models"][model]
