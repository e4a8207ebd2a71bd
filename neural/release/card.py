"""The model card: what the model is, what it was made of, how good it is, how to run it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml

from neural.evaluation.report import percent, sections
from neural.release import choice, hosts

SAMPLES = 5
TRAINING_LINES = 10


def card(
    name: str,
    evaluations: Sequence[dict],
    mix: dict,
    training: Sequence[dict],
    said: dict,
    losses: Sequence[dict] = (),
    plot: str | None = None,
) -> str:
    """Markdown with the YAML head of Hugging Face model cards.

    `evaluations`: reports of `measure`, one for each quantization; `mix`: report of the mix;
    `training`: the lines of training.jsonl; `said`: what a released GGUF says (`stamped`);
    `losses`: of `neural.gguf.loss`; `plot`: file name of `choice.plot`.
    """
    parts = [
        _head(name, evaluations, mix, said),
        f"# {name}\n\n{_summary(evaluations)}",
        f"## Which file to take\n\n{_files(evaluations, losses, plot)}",
        f"## Accuracy\n\n{_accuracy(evaluations)}",
        f"## Answers\n\n{_answers(choice.best(evaluations))}",
        f"## Training data\n\n{_data(mix)}",
        f"## Training\n\n{_training(training)}",
        f"## Use\n\n{_use(name, choice.best(evaluations))}",
        f"## Limits\n\n{_limits(evaluations)}",
        f"## Lineage\n\n{_lineage(said)}",
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


def _head(name: str, evaluations: Sequence[dict], mix: dict, said: dict) -> str:
    hub, license = said["lineage"].get("hub"), said["license"]["license"]
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
        **({"base_model": hub, "base_model_relation": "quantized"} if hub else {}),
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


def _files(evaluations: Sequence[dict], losses: Sequence[dict], plot: str | None) -> str:
    headline = evaluations[0]["headline"]
    taken = choice.best(evaluations)["file"]
    picture = f"![accuracy and loss by size]({plot})\n\n" if plot else ""
    return (
        f"`{Path(taken['name']).stem}`, of {taken['bytes'] / 1e6:.1f} MB, is the smallest that is "
        f"not measurably worse than the largest (sign test on the same questions, 5%).\n\n{picture}"
        + table([*choice.HEAD, headline], choice.lines(evaluations, losses))
        + "\n\nKL divergence (nats), first token and perplexity are over the tokens of expected "
        "answers; tokens/s are of one answer at a time on the machine that measured. A fallback "
        "matrix has rows that no k-quant fits, and holds more bits instead."
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
    file = f"{name}-{Path(report['file']['name']).stem}"
    texts = hosts.files(file, report["file"]["context_length"])
    server = texts["llama-server.sh"].splitlines()[-1].removeprefix("exec ").removesuffix(' "$@"')
    return (
        f"Prompts are ChatML; the template is in the file. In NornicDB, put `{file}.gguf` into its "
        f"models folder and set\n\n{code(texts['nornicdb.env'].rstrip(), 'sh')}\n\n"
        "The batch must be as large as the context: NornicDB clears its cache at every chunk, so "
        "a prompt longer than the batch would lose its beginning. "
        "`CALL db.infer({messages: [...], temperature: 0})` is the way to ask it there.\n\n"
        f"llama.cpp:\n\n{code(server, 'sh')}\n\n"
        f"Ollama, with this as `Modelfile` beside the file:\n\n{code(texts['Modelfile'].rstrip())}"
    )


def _lineage(said: dict) -> str:
    license = said["license"]
    terms = license["license"] or "none: " + "; ".join(license["problems"])
    told = yaml.safe_dump(said["lineage"], allow_unicode=True, sort_keys=False).rstrip()
    return (
        f"Licence: {'; '.join([terms, *license['notes']])}. The same stands in each file's own "
        "keys; `scripts/check_lineage.py FILE` prints and verifies it.\n\n" + code(told, "yaml")
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
