rule mix:
    input:
        mixed_datasets,
        gate=mixed_datasets_reports,
    output:
        train="data/{model}/train.jsonl",
        val="data/{model}/val.jsonl",
        test="data/{model}/test.jsonl",
        report="reports/{model}/mix.json",
    log:
        "logs/mix/{model}.log",
    benchmark:
        "benchmarks/mix/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        cfg=mix_settings,
        code=code("scripts/mix_dataset.py"),
    shell:
        "python scripts/mix_dataset.py --settings {params.cfg:q} "
        "--output-dir data/{wildcards.model} --report {output.report} --log {log}"
