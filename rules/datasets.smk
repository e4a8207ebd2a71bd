rule generate:
    output:
        "data/raw/{dataset}.jsonl",
    log:
        "logs/generate/{dataset}.log",
    benchmark:
        "benchmarks/generate/{dataset}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        cfg=generator_settings,
        code=generator_code,
        script=generator,
    shell:
        "python {params.script} --settings {params.cfg:q} --output {output} --log {log}"
