# Everything that makes a training fail silently, in seconds; the page shows what is learned.
rule preflight:
    input:
        multiext("models/{model}/base/", *MODEL_FILES),
        train="data/{model}/train.jsonl",
        val="data/{model}/val.jsonl",
    output:
        report(
            "reports/{model}/preflight.html",
            caption="../docs/captions/preflight.rst",
            category="{model}",
            labels={"shows": "preflight"},
        ),
    log:
        "logs/preflight/{model}.log",
    benchmark:
        "benchmarks/preflight/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 8
    resources:
        gpu=GPUS_OF_TRAINING,
    params:
        cfg=training_settings,
        code=code("scripts/preflight.py"),
    shell:
        "python scripts/preflight.py --settings {params.cfg:q} "
        "--base models/{wildcards.model}/base --dataset {input.train} --val {input.val} "
        "--report {output} --threads {threads} --log {log}"


CURVE = report(
    "reports/{model}/training.svg",
    caption="../docs/captions/training.rst",
    category="{model}",
    labels={"shows": "losses"},
)


rule train:
    input:
        multiext("models/{model}/base/", *MODEL_FILES),
        "reports/{model}/preflight.html",
        train="data/{model}/train.jsonl",
        val="data/{model}/val.jsonl",
    output:
        multiext(
            "models/{model}/adapter/",
            "adapter_config.json",
            "adapter_model.safetensors",
        ),
        metrics="reports/{model}/training.jsonl",
        curve=CURVE,
    log:
        "logs/train/{model}.log",
    benchmark:
        "benchmarks/train/{model}.tsv"
    wildcard_constraints:
        model=models_that(experiments.has_adapter),
    conda:
        "../envs/neural.yaml"
    threads: 8
    resources:
        gpu=GPUS_OF_TRAINING,
    params:
        folder="models/{model}/adapter",
        cfg=training_settings,
        code=code("scripts/train.py"),
    shell:
        "python scripts/train.py --settings {params.cfg:q} --base models/{wildcards.model}/base "
        "--dataset {input.train} --val {input.val} --output_dir {params.folder} "
        "--metrics {output.metrics} --curve {output.curve} "
        "--state-dir state/{wildcards.model}/adapter --threads {threads} --log {log}"


# `full: true`: all weights are trained, so the training itself writes the merged model.
use rule train as train_full with:
    output:
        multiext("models/{model}/merged/", *MODEL_FILES),
        metrics="reports/{model}/training.jsonl",
        curve=CURVE,
    wildcard_constraints:
        model=models_that(experiments.has_adapter, meet=False),
    params:
        folder="models/{model}/merged",
        cfg=training_settings,
        code=code("scripts/train.py"),


rule merge:
    input:
        multiext("models/{model}/base/", *MODEL_FILES),
        multiext(
            "models/{model}/adapter/",
            "adapter_config.json",
            "adapter_model.safetensors",
        ),
    output:
        multiext("models/{model}/merged/", *MODEL_FILES),
    log:
        "logs/merge/{model}.log",
    benchmark:
        "benchmarks/merge/{model}.tsv"
    wildcard_constraints:
        model=models_that(experiments.has_adapter),
    conda:
        "../envs/neural.yaml"
    params:
        code=code("scripts/merge_adapter.py"),
    shell:
        "python scripts/merge_adapter.py --base models/{wildcards.model}/base "
        "--adapter models/{wildcards.model}/adapter "
        "--output-dir models/{wildcards.model}/merged --log {log}"
