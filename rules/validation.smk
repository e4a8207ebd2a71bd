# A dataset with errors stops here: nothing downstream asks for it before its report exists.
rule validate:
    input:
        held_out_questions,
        data="data/raw/{dataset}.jsonl",
    output:
        json="reports/datasets/{dataset}.json",
        page=report(
            "reports/datasets/{dataset}.html",
            caption="../docs/captions/dataset.rst",
            category="datasets",
            labels={"shows": "validation", "dataset": "{dataset}"},
        ),
    log:
        "logs/validate/{dataset}.log",
    benchmark:
        "benchmarks/validate/{dataset}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 8
    params:
        cfg=validation_settings,
        code=validation_code,
    shell:
        "python scripts/validate_dataset.py {input.data} --settings {params.cfg:q} "
        "--report {output.json} --threads {threads} --log {log}"


rule describe:
    input:
        data="data/raw/{dataset}.jsonl",
        validation="reports/datasets/{dataset}.json",
    output:
        card=report(
            "reports/datasets/{dataset}.md",
            caption="../docs/captions/dataset_card.rst",
            category="datasets",
            labels={"shows": "dataset card", "dataset": "{dataset}"},
        ),
        croissant="reports/datasets/{dataset}.croissant.json",
    log:
        "logs/describe/{dataset}.log",
    benchmark:
        "benchmarks/describe/{dataset}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        cfg=description_settings,
        code=code("scripts/write_dataset_card.py"),
    shell:
        "python scripts/write_dataset_card.py --settings {params.cfg:q} --dataset {input.data} "
        "--report {input.validation} --output {output.card} --croissant {output.croissant} "
        "--log {log}"
