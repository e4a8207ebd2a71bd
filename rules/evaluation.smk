rule evaluate:
    input:
        gguf="models/{model}/gguf/{quant}.gguf",
        test="data/{model}/test.jsonl",
    output:
        report="reports/{model}/{quant}.json",
        plot=report(
            "reports/{model}/{quant}.svg",
            caption="../docs/captions/evaluation.rst",
            category="{model}",
            labels={"shows": "accuracy", "quantization": "{quant}"},
        ),
        page=report(
            "reports/{model}/{quant}.html",
            caption="../docs/captions/page.rst",
            category="{model}",
            labels={"shows": "wrong answers", "quantization": "{quant}"},
        ),
    log:
        "logs/evaluate/{model}-{quant}.log",
    benchmark:
        "benchmarks/evaluate/{model}-{quant}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 8
    params:
        cfg=evaluation_settings,
        code=evaluation_code,
    shell:
        "python scripts/evaluate.py --settings {params.cfg:q} --gguf {input.gguf} "
        "--dataset {input.test} --report {output.report} --plot {output.plot} "
        "--html {output.page} --threads {threads} --log {log}"


# What a quantization costs: its predictions beside those of F16.
rule loss:
    input:
        gguf="models/{model}/gguf/{quant}.gguf",
        full="models/{model}/gguf/f16.gguf",
        test="data/{model}/test.jsonl",
    output:
        "reports/{model}/{quant}-loss.json",
    log:
        "logs/loss/{model}-{quant}.log",
    benchmark:
        "benchmarks/loss/{model}-{quant}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 2
    params:
        code=code("scripts/measure_loss.py"),
    shell:
        "python scripts/measure_loss.py --gguf {input.gguf} --full {input.full} "
        "--dataset {input.test} --report {output} --threads {threads} --log {log}"


# What revisions are compared by; git keeps the first, so that this needs no data.
rule metrics:
    input:
        evaluations=evaluations,
        losses=losses,
        training="reports/{model}/training.jsonl",
    output:
        metrics="reports/{model}/metrics.json",
        curve="reports/{model}/training.csv",
    log:
        "logs/metrics/{model}.log",
    benchmark:
        "benchmarks/metrics/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        code=code("scripts/write_metrics.py"),
    shell:
        "python scripts/write_metrics.py --evaluation {input.evaluations} --loss {input.losses} "
        "--training {input.training} --output {output.metrics} --curve {output.curve} --log {log}"
