# A base is trained here from the model's own data (nano) or fetched, by the model's preset.
rule train_nano:
    input:
        "data/{model}/train.jsonl",
    output:
        multiext("models/{model}/base/", *MODEL_FILES),
    log:
        "logs/base/{model}.log",
    benchmark:
        "benchmarks/base/{model}.tsv"
    wildcard_constraints:
        model=models_that(experiments.is_nano),
    conda:
        "../envs/neural.yaml"
    threads: 8
    resources:
        gpu=GPUS_OF_TRAINING,
    params:
        cfg=nano_settings,
        code=code("scripts/build_nano.py"),
    shell:
        "python scripts/build_nano.py --settings {params.cfg:q} --dataset {input} "
        "--output-dir models/{wildcards.model}/base --state-dir state/{wildcards.model}/base "
        "--threads {threads} --log {log}"


rule fetch_base:
    input:
        base_files,
    output:
        multiext("models/{model}/base/", *MODEL_FILES),
    log:
        "logs/base/{model}.log",
    benchmark:
        "benchmarks/base/{model}.tsv"
    wildcard_constraints:
        model=models_that(experiments.is_nano, meet=False),
    # A hub that does not answer should say so before anything is generated.
    priority: 100
    conda:
        "../envs/neural.yaml"
    params:
        cfg=base_settings,
        code=code("scripts/fetch_base.py"),
    shell:
        "python scripts/fetch_base.py --settings {params.cfg:q} "
        "--output-dir models/{wildcards.model}/base --log {log}"
