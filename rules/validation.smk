# A dataset with errors stops here: nothing downstream asks for it before its report exists.
rule validate:
    input:
        "data/raw/{dataset}.jsonl",
    output:
        "reports/datasets/{dataset}.json",
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
        "python scripts/validate_dataset.py {input} --settings {params.cfg:q} "
        "--report {output} --log {log}"
