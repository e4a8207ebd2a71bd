# The file people ask for cannot exist before its measurement, so nothing ships unmeasured.
rule release:
    input:
        gguf="models/{model}/gguf/{quant}.gguf",
        evaluation="reports/{model}/{quant}.json",
        parity="reports/{model}/parity.json",
    output:
        "models/{model}-{quant}.gguf",
    log:
        "logs/release/{model}-{quant}.log",
    benchmark:
        "benchmarks/release/{model}-{quant}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        cfg=release_settings,
        code=code("scripts/release_gguf.py"),
    shell:
        "python scripts/release_gguf.py --settings {params.cfg:q} --gguf {input.gguf} "
        "--evaluation {input.evaluation} --parity {input.parity} --output {output} --log {log}"


rule card:
    input:
        evaluations=evaluations,
        mix="reports/{model}/mix.json",
        training="reports/{model}/training.jsonl",
    output:
        report(
            "reports/{model}/card.md",
            caption="../docs/captions/card.rst",
            category="{model}",
            labels={"shows": "model card", "quantization": "all"},
        ),
    log:
        "logs/card/{model}.log",
    benchmark:
        "benchmarks/card/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        cfg=card_settings,
        code=code("scripts/write_model_card.py"),
    shell:
        "python scripts/write_model_card.py --settings {params.cfg:q} --mix {input.mix} "
        "--training {input.training} --output {output} --log {log}"
