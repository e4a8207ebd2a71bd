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


# Only a model that passes its gate gets here. One rule a model, because each ships other files;
# all of them are outputs, so that each has a record and DVC's hash.
for model in models_with(experiments.has_gate):

    rule:
        name:
            f"bundle_{model}"
        input:
            ggufs=released(model, "models/{model}-{quant}.gguf"),
            evaluations=released(model, "reports/{model}/{quant}.json"),
            losses=released(model, "reports/{model}/{quant}-loss.json"),
            full=f"reports/{model}/f16.json",
            test=f"data/{model}/test.jsonl",
            card=f"reports/{model}/card.md",
            plot=f"reports/{model}/quantizations.svg",
        output:
            bundle.files(model, config["models"][model]["gate"]["quantizations"]),
        log:
            f"logs/bundle/{model}.log",
        benchmark:
            f"benchmarks/bundle/{model}.tsv"
        conda:
            "../envs/neural.yaml"
        threads: 2
        params:
            folder=subpath(output[0], parent=True),
            cfg=bundle_settings(model),
            code=code("scripts/release_model.py"),
        shell:
            "python scripts/release_model.py --settings {params.cfg:q} --gguf {input.ggufs} "
            "--evaluation {input.evaluations} --loss {input.losses} --full {input.full} "
            "--dataset {input.test} --card {input.card} --plot {input.plot} "
            "--output {params.folder} --threads {threads} --log {log}"
