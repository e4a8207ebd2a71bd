# Helpers of the stages' files. Settings go to scripts as one canonical JSON text, because
# Snakemake compares parameters as a nameless set of texts: two values swapped would go unseen.

import atexit
import fcntl
import gc
import inspect
import os
import shlex
import shutil
import sys
from pathlib import Path

from neural import config as experiments
from neural.config import FULL, QUANTIZATIONS
from neural.errors import UserError
from neural.lineage import canonical, code, digest
from neural.release import bundle

# A plan is millions of objects and hardly any garbage: looking for it as often as Python does by
# itself, and once more at the end, took a quarter of the time.
gc.set_threshold(200_000)
atexit.register(gc.freeze)

# A job dies with its Snakemake, even when that is killed: an orphan of an older configuration
# could otherwise still write over the files of the next build (Linux only).
die_together = "setpriv --pdeathsig KILL " if shutil.which("setpriv") else ""
# Waiting threads sleep: on shared cores spinning ones make training several times slower.
shell.prefix(
    f"PATH={shlex.quote(str(Path(sys.executable).parent))}:$PATH "
    f"PYTHONPATH={shlex.quote(str(workflow.basedir))} "
    f"OMP_WAIT_POLICY=PASSIVE exec {die_together}"
)

# Two trainings share a GPU badly, so that one is asked for where the machine has one.
GPUS_OF_TRAINING = int(shutil.which("nvidia-smi") is not None)

# A name as the schema allows it. Snakemake reads a pattern again for each file, and the list of a
# few hundred models is a long one.
NAME = r"(?!(?:raw|datasets)\b)[a-z][a-z0-9_]*"

# A model folder as transformers reads it: base and merged.
MODEL_FILES = [
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
]


def or_stop(check, *arguments):
    """What the check returns; a user's mistake ends with its one message."""
    try:
        return check(*arguments)
    except UserError as error:
        sys.exit(f"error: {error}")


def hold_checkout():
    """One build at a time. The kernel frees the lock also when the build is killed."""
    global checkout_lock
    checkout_lock = open(".snakemake/build.lock", "a+")
    try:
        fcntl.flock(checkout_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        checkout_lock.seek(0)
        sys.exit(
            f"error: another build (process {checkout_lock.read()}) works in this folder; "
            "ask again when it has ended."
        )
    checkout_lock.truncate(0)
    checkout_lock.write(str(os.getpid()))
    checkout_lock.flush()


def one_of(names):
    """A wildcard's pattern that fits these names and no others."""
    return "|".join(sorted(names)) or "(?!)"


def models_with(condition):
    return [model for model in config["models"] if condition(config, model)]


def models_that(condition, meet=True):
    """A wildcard's pattern that fits the models which meet the condition, or those which do not."""
    fit = {model for model in config["models"] if condition(config, model) == meet}
    return NAME if fit == set(config["models"]) else one_of(fit)


def model_entry(wildcards):
    return config["models"][wildcards.model]


def generator(wildcards):
    return experiments.generator(config["datasets"][wildcards.dataset]["domain"])


def generator_threads(wildcards, threads):
    """The flag for generators that have it. Not a setting: it changes no byte."""
    return (
        f"--threads {threads}"
        if "threads" in experiments.flags(generator(wildcards))
        else ""
    )


def generator_code(wildcards):
    """What a dataset is made by, and what it is made of where it names files of this machine."""
    entry = config["datasets"][wildcards.dataset]
    return code(
        generator(wildcards), entry["domain"], tuple(experiments.sources(entry))
    )


def generator_settings(wildcards):
    entry = config["datasets"][wildcards.dataset]
    ours = ("domain", "parts")
    return canonical({key: value for key, value in entry.items() if key not in ours})


def scattered_datasets():
    return [name for name, entry in config["datasets"].items() if "parts" in entry]


def parts(wildcards):
    """The files that a dataset is gathered from."""
    return expand(
        "state/parts/{dataset}/{part}.jsonl",
        dataset=wildcards.dataset,
        part=range(config["datasets"][wildcards.dataset]["parts"]),
    )


def part_settings(wildcards):
    entry = experiments.part(config["datasets"][wildcards.dataset], int(wildcards.part))
    return canonical({key: value for key, value in entry.items() if key != "domain"})


def gather_settings(wildcards):
    entry = config["datasets"][wildcards.dataset]
    return canonical({key: entry[key] for key in ("num_examples",)})


def validation_code(wildcards):
    return code(
        "scripts/validate_dataset.py", config["datasets"][wildcards.dataset]["domain"]
    )


def validation_settings(wildcards):
    domain = config["datasets"][wildcards.dataset]["domain"]
    return canonical({"domain": domain} | config.get("validation", {}))


def held_out_questions(wildcards):
    return config.get("validation", {}).get("against", [])


def description_settings(wildcards):
    recipe = config["datasets"][wildcards.dataset]
    return canonical({"name": wildcards.dataset, "recipe": recipe})


def mixed_datasets(wildcards):
    return [f"data/raw/{name}.jsonl" for name in sorted(model_entry(wildcards)["mix"])]


def mixed_datasets_reports(wildcards):
    names = sorted(model_entry(wildcards)["mix"])
    return [f"reports/datasets/{name}.json" for name in names]


def mix_settings(wildcards):
    mix = model_entry(wildcards)["mix"]
    sources = [f"{dataset}=data/raw/{dataset}.jsonl" for dataset in sorted(mix)]
    entry = model_entry(wildcards)
    wanted = entry.get("amounts", {})
    return canonical({"mix": mix, "source": sources} | entry["split"] | wanted)


def nano_settings(wildcards):
    return canonical(model_entry(wildcards).get("nano", {}))


def base_settings(wildcards):
    return canonical(experiments.base(config, wildcards.model))


def base_files(wildcards):
    """A local folder's files, so that a changed one is seen; nothing for a base of the hub."""
    folder = Path(experiments.base(config, wildcards.model).get("base", ""))
    return (
        sorted(str(path) for path in folder.iterdir() if path.is_file())
        if folder.is_dir()
        else []
    )


def training_settings(wildcards):
    preset = experiments.recipe_preset(config, wildcards.model)
    return canonical({"preset": preset} | model_entry(wildcards)["train"])


def evaluation_settings(wildcards):
    return canonical(
        model_entry(wildcards)["evaluation"]
        | {"domain": model_entry(wildcards)["domain"]}
    )


def evaluation_code(wildcards):
    return code("scripts/evaluate.py", model_entry(wildcards)["domain"])


def evaluations(wildcards):
    folder = f"reports/{wildcards.model}"
    return [f"{folder}/{q}.json" for q in model_entry(wildcards)["quantizations"]]


def losses(wildcards):
    return [path.replace(".json", "-loss.json") for path in evaluations(wildcards)]


def importance_settings(wildcards):
    return canonical({"rows": model_entry(wildcards).get("imatrix", 0)})


def imatrix(wildcards):
    """The importance matrix, where the config asks for one."""
    wanted = model_entry(wildcards).get("imatrix", 0)
    return [f"models/{wildcards.model}/gguf/imatrix.gguf"] if wanted else []


def quantize_settings(wildcards):
    return canonical({"imatrix": path for path in imatrix(wildcards)})


def made_from(wildcards):
    """What the GGUF names with its hash: all that its chain begins with and keeps."""
    folder = f"models/{wildcards.model}"
    adapter = experiments.has_adapter(config, wildcards.model)
    learned = "adapter/adapter_model" if adapter else "merged/model"
    return [
        *mixed_datasets(wildcards),
        *(f"data/{wildcards.model}/{p}.jsonl" for p in ("train", "val", "test")),
        *(f"{folder}/base/{name}" for name in ("model.safetensors", "tokenizer.json")),
        f"{folder}/{learned}.safetensors",
    ]


def stages(wildcards):
    """The scripts that made a model, in the order of its data, each with its domain or None."""
    entry = model_entry(wildcards)
    nano = experiments.is_nano(config, wildcards.model)
    adapter = experiments.has_adapter(config, wildcards.model)
    domains = sorted({config["datasets"][name]["domain"] for name in entry["mix"]})
    scattered = set(scattered_datasets())
    return [
        *((experiments.generator(domain), domain) for domain in domains),
        *(
            [("scripts/gather_dataset.py", None)]
            if scattered & set(entry["mix"])
            else []
        ),
        ("scripts/mix_dataset.py", None),
        ("scripts/build_nano.py" if nano else "scripts/fetch_base.py", None),
        ("scripts/train.py", None),
        *([("scripts/merge_adapter.py", None)] if adapter else []),
        *((f"scripts/{name}.py", None) for name in ("export_to_gguf", "quantize_gguf")),
        ("scripts/evaluate.py", entry["domain"]),
    ]


def release_settings(wildcards):
    """What the GGUF says about itself: the experiment, whole enough to be repeated."""
    entry = model_entry(wildcards)
    recipe = {
        key: entry[key]
        for key in ("domain", "mix", "split", "nano", "train")
        if key in entry
    }
    recipe["datasets"] = {name: config["datasets"][name] for name in entry["mix"]}
    recipe["base"] = experiments.base(config, wildcards.model)
    lineage = {
        "recipe": recipe,
        "digest": digest(canonical(recipe)),
        "code": digest("".join(code(*stage) for stage in stages(wildcards))),
    }
    hub, license = experiments.origin(config, wildcards.model)
    return canonical(
        {"lineage": lineage, "hub": hub, "base_license": license}
        | {"imatrix": path for path in imatrix(wildcards)}
    )


def card_settings(wildcards):
    return canonical({"model": wildcards.model, "evaluation": evaluations(wildcards)})


def told(wildcards):
    """A released file, which tells the card what all of them were made from."""
    return f"models/{wildcards.model}-{model_entry(wildcards)['quantizations'][0]}.gguf"


def released(model, pattern):
    """The pattern's files of all quantizations that are to be released."""
    quants = config["models"][model]["gate"]["quantizations"]
    return expand(pattern, model=model, quant=quants)


def bundle_settings(model):
    gate = config["models"][model]["gate"]
    limits = {key: value for key, value in gate.items() if key != "quantizations"}
    domain = config["models"][model]["domain"]
    return canonical({"model": model, "source": domain, "gate": limits})


def ships(name):
    """Everything that is made of a model: its quantizations, measured, and the cards."""
    files = expand(
        "models/{model}-{quant}.gguf",
        model=name,
        quant=config["models"][name]["quantizations"],
    )
    datasets = sorted(config["models"][name]["mix"])
    return [
        *files,
        f"reports/{name}/card.md",
        f"reports/{name}/metrics.json",
        *expand("reports/datasets/{dataset}.md", dataset=datasets),
    ]


# Snakemake asks for a function's signature several times for each job, and Python works it out
# anew each time unless it is written on the function: a twentieth of a large plan.
for function in filter(inspect.isfunction, list(globals().values())):
    if function.__code__.co_varnames[:1] == ("wildcards",):
        function.__signature__ = inspect.signature(function)
