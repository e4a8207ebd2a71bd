# The file people ask for cannot exist before its measurement, so nothing ships unmeasured.
rule release:
    input:
        gguf="models/{model}/gguf/{quant}.gguf",
        evaluation="reports/{model}/{quant}.json",
        parity="reports/{model}/parity.json",
        train="data/{model}/train.jsonl",
        made_from=made_from,
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
        "--evaluation {input.evaluation} --parity {input.parity} --train {input.train} "
        "--made-from {input.made_from} --output {output} --log {log}"


rule card:
    input:
        evaluations=evaluations,
        losses=losses,
        gguf=told,
        mix="reports/{model}/mix.json",
        training="reports/{model}/training.jsonl",
    output:
        card=report(
            "reports/{model}/card.md",
            caption="../docs/captions/card.rst",
            category="{model}",
            labels={"shows": "model card", "quantization": "all"},
        ),
        plot=report(
            "reports/{model}/quantizations.svg",
            caption="../docs/captions/quantizations.rst",
            category="{model}",
            labels={"shows": "which one to take", "quantization": "all"},
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
        "--gguf {input.gguf} "
        "--loss {input.losses} --training {input.training} --plot {output.plot} "
        "--output {output.card} --log {log}"


# Only a model that passes its gate gets here. The folder of the last release makes room first:
# what lies there was always released by the present configuration.
rule bundle:
    input:
        ggufs=released("models/{model}-{quant}.gguf"),
        evaluations=released("reports/{model}/{quant}.json"),
        losses=released("reports/{model}/{quant}-loss.json"),
        full="reports/{model}/f16.json",
        test="data/{model}/test.jsonl",
        card="reports/{model}/card.md",
        plot="reports/{model}/quantizations.svg",
    output:
        directory("release/{model}"),
    log:
        "logs/bundle/{model}.log",
    benchmark:
        "benchmarks/bundle/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 2
    params:
        cfg=bundle_settings,
        code=code("scripts/release_model.py"),
    shell:
        "python scripts/release_model.py --settings {params.cfg:q} --gguf {input.ggufs} "
        "--evaluation {input.evaluations} --loss {input.losses} --full {input.full} "
        "--dataset {input.test} --card {input.card} --plot {input.plot} --output {output} "
        "--threads {threads} --log {log}"
