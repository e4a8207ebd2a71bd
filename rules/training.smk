rule train:
    input:
        multiext("models/{model}/base/", *MODEL_FILES),
        train="data/{model}/train.jsonl",
        val="data/{model}/val.jsonl",
    output:
        multiext(
            "models/{model}/adapter/",
            "adapter_config.json",
            "adapter_model.safetensors",
        ),
        metrics="reports/{model}/training.jsonl",
    log:
        "logs/train/{model}.log",
    benchmark:
        "benchmarks/train/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 8
    resources:
        gpu=GPUS_OF_TRAINING,
    params:
        cfg=training_settings,
        code=code("scripts/train.py"),
    shell:
        "python scripts/train.py --settings {params.cfg:q} --base models/{wildcards.model}/base "
        "--dataset {input.train} --val {input.val} --output_dir models/{wildcards.model}/adapter "
        "--metrics {output.metrics} --state-dir state/{wildcards.model}/adapter "
        "--threads {threads} --log {log}"


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
    conda:
        "../envs/neural.yaml"
    params:
        code=code("scripts/merge_adapter.py"),
    shell:
        "python scripts/merge_adapter.py --base models/{wildcards.model}/base "
        "--adapter models/{wildcards.model}/adapter "
        "--output-dir models/{wildcards.model}/merged --log {log}"
