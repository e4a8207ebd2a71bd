"""The model card: what the model is, what it was made of, how good it is, how to run it."""

from collections.abc import Iterable, Sequence

import yaml

from neural.evaluation.report import percent, sections

SAMPLES = 5
TRAINING_LINES = 10


def card(
    name: str,
    evaluations: Sequence[dict],
    mix: dict,
    training: Sequence[dict],
    lineage: dict,
    license: str | None = None,
) -> str:
    """Markdown with the YAML head of Hugging Face model cards.

    `evaluations`: reports of `measure`, one for each quantization; `mix`: report of the mix;
    `training`: the lines of training.jsonl; `lineage`: what the GGUF carries.
    """
    parts = [
        _head(name, evaluations, mix, lineage, license),
        f"# {name}\n\n{_summary(evaluations)}",
        f"## Files\n\n{_files(evaluations)}",
        f"## Accuracy\n\n{_accuracy(evaluations)}",
        f"## Answers\n\n{_answers(evaluations[0])}",
        f"## Training data\n\n{_data(mix)}",
        f"## Training\n\n{_training(training)}",
        f"## Use\n\n{_use(name, evaluations[0])}",
        f"## Limits\n\n{_limits(evaluations)}",
        f"## Lineage\n\n{code(yaml.safe_dump(lineage, allow_unicode=True).rstrip(), 'yaml')}",
    ]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """A Markdown table; bars and line breaks in cells are escaped."""

    def line(cells: Sequence[object]) -> str:
        texts = (str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells)
        return f"| {' | '.join(texts)} |"

    return "\n".join([line(head), line(["---"] * len(head)), *map(line, lines)])


def code(text: str, language: str = "") -> str:
    """A fenced block whose fence is longer than any in the text."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"


def _head(name: str, evaluations: Sequence[dict], mix: dict, lineage: dict, license) -> str:
    base = lineage.get("base") or lineage.get("recipe", {}).get("base", {})
    hub = base.get("base") if isinstance(base, dict) else base
    results = [
        {
            "task": {"type": "text-generation"},
            "dataset": {"name": f"{name}, held-out rows ({test_set})", "type": name},
            "metrics": [
                {"type": metric, "value": round(rate["rate"], 4), "name": report["file"]["name"]}
                for metric, rate in rates.items()
            ],
        }
        for report in evaluations
        for test_set, rates in report["test_sets"].items()
    ]
    head = {
        **({"license": license} if license else {}),
        **({"base_model": hub} if hub else {}),
        "language": ["en"],
        "library_name": "gguf",
        "pipeline_tag": "text-generation",
        "datasets": sorted(mix.get("sources", {})),
        "metrics": list(evaluations[0]["overall"]),
        "model-index": [{"name": name, "results": results}],
    }
    return f"---\n{yaml.safe_dump(head, sort_keys=False, allow_unicode=True)}---"


def _summary(evaluations: Sequence[dict]) -> str:
    first = evaluations[0]
    return (
        f"A language model of {first['file']['parameters'] / 1e6:.1f} million parameters as GGUF, "
        f"asked {first['rows']} held-out questions in each quantization. "
        f"Main metric: {first['headline']}."
    )


def _files(evaluations: Sequence[dict]) -> str:
    return table(
        ["file", "MB", "bits per weight", "matrices in another type", "tokens/s when measured"],
        [
            (
                report["file"]["name"],
                f"{report['file']['bytes'] / 1e6:.1f}",
                f"{report['file']['bits_per_weight']:.2f}",
                len(report["file"]["fallbacks"]),
                f"{report['speed']['tokens_per_second']:.0f}",
            )
            for report in evaluations
        ],
    )


def _accuracy(evaluations: Sequence[dict]) -> str:
    """One table of all quantizations by test set, and of the first by category and so on."""
    metrics = list(evaluations[0]["overall"])
    by_set = [
        (report["file"]["name"], test_set, *cells(rates, metrics))
        for report in evaluations
        for test_set, rates in [*report["test_sets"].items(), ("all", report["overall"])]
    ]
    parts = [
        f"By {title}, {evaluations[0]['file']['name']}:\n\n"
        + table([title, *metrics], [(name, *cells(rates, metrics)) for name, rates in section])
        for title, section in list(sections(evaluations[0]))[:-1]
        if title != "test set"
    ]
    return (
        "Rates with 95% Wilson intervals. `seen` rows share their group with training rows, "
        "`unseen` ones do not.\n\n"
        + "\n\n".join([table(["file", "test set", *metrics], by_set), *parts])
    )


def cells(rates: dict, metrics: Sequence[str]) -> list[str]:
    """A cell for each metric, empty where it does not concern the rows."""
    return [percent(rates[metric]) if metric in rates else "" for metric in metrics]


def _answers(report: dict) -> str:
    texts = []
    for kind in ("right", "wrong"):
        for sample in report[kind][:SAMPLES]:
            texts.append(f"{kind.capitalize()}: {' '.join(sample['question'].split())}")
            texts.append(code(sample["answer"]))
            if kind == "wrong":
                texts.append("Expected:")
                texts.append(code(sample["expected"]))
    return "\n\n".join(texts)


def _data(mix: dict) -> str:
    lines = [
        (name, source.get("train", ""), mix.get("shares", {}).get(name, ""))
        for name, source in sorted(mix.get("sources", {}).items())
    ]
    return table(["dataset", "training rows", "share"], lines)


def _training(training: Sequence[dict]) -> str:
    """Ten lines of the metrics, the first and the last among them."""
    if not training:
        return "No metrics were written."
    last = len(training) - 1
    chosen = sorted({round(i * last / (TRAINING_LINES - 1)) for i in range(TRAINING_LINES)})
    lines = [training[i] for i in chosen]
    keys = list(
        dict.fromkeys(k for line in lines for k, v in line.items() if isinstance(v, int | float))
    )
    shown = [[f"{line[k]:.4g}" if k in line else "" for k in keys] for line in lines]
    return table(keys, shown)


def _use(name: str, report: dict) -> str:
    context = report["file"]["context_length"]
    settings = [
        "NORNICDB_HEIMDALL_ENABLED=true",
        f"NORNICDB_HEIMDALL_MODEL={name}",
        f"NORNICDB_HEIMDALL_CONTEXT_SIZE={context}",
        f"NORNICDB_HEIMDALL_BATCH_SIZE={context}",
        "NORNICDB_HEIMDALL_TEMPERATURE=0",
    ]
    return (
        f"Prompts are ChatML; the template is in the file. `llama-server -m {name}.gguf` serves "
        "it.\n\n"
        f"In NornicDB, put it as `{name}.gguf` into its models folder and set\n\n"
        f"{code(chr(10).join(settings), 'sh')}\n\n"
        "The batch must be as large as the context: NornicDB clears its cache at every chunk, so "
        "a prompt longer than the batch would lose its beginning."
    )


def _limits(evaluations: Sequence[dict]) -> str:
    lines = ["It was measured on generated questions; people word theirs in more ways."]
    for report in evaluations:
        stopped = report["overall"]["stopped"]
        if stopped["hits"] < stopped["of"]:
            missing = stopped["of"] - stopped["hits"]
            lines.append(f"{report['file']['name']}: {missing} answers did not end by themselves.")
        if report["too_long"]:
            count = len(report["too_long"])
            lines.append(f"{report['file']['name']}: {count} prompts were longer than its context.")
    headline = evaluations[0]["headline"]
    rates = {
        name: rates[headline]
        for name, rates in evaluations[0]["categories"].items()
        if headline in rates
    }
    worst = min(rates, key=lambda name: rates[name]["rate"])
    lines.append(
        f"Weakest category of {evaluations[0]['file']['name']}: {worst}, {percent(rates[worst])}."
    )
    return "\n".join(f"- {line}" for line in lines)
