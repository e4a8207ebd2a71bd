rule generate:
    output:
        "data/raw/{dataset}.jsonl",
    log:
        "logs/generate/{dataset}.log",
    benchmark:
        "benchmarks/generate/{dataset}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 8
    params:
        cfg=generator_settings,
        code=generator_code,
        script=generator,
        parallel=generator_threads,
    shell:
        "python {params.script} --settings {params.cfg:q} --output {output} "
        "{params.parallel} --log {log}"
