rule export:
    input:
        multiext("models/{model}/merged/", *MODEL_FILES),
    output:
        "models/{model}/gguf/{quant}.gguf",
    log:
        "logs/export/{model}-{quant}.log",
    benchmark:
        "benchmarks/export/{model}-{quant}.tsv"
    wildcard_constraints:
        quant=one_of(FULL),
    conda:
        "../envs/neural.yaml"
    params:
        code=code("scripts/export_to_gguf.py"),
    shell:
        "python scripts/export_to_gguf.py --model_dir models/{wildcards.model}/merged "
        "--output {output} --quant_type {wildcards.quant} --name {wildcards.model} "
        "--log {log}"


# How much each column of a matrix is used, where the config asks the quantizer to know.
rule importance:
    input:
        multiext("models/{model}/merged/", *MODEL_FILES),
        train="data/{model}/train.jsonl",
    output:
        "models/{model}/gguf/imatrix.gguf",
    log:
        "logs/importance/{model}.log",
    benchmark:
        "benchmarks/importance/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 8
    params:
        cfg=importance_settings,
        code=code("scripts/measure_importance.py"),
    shell:
        "python scripts/measure_importance.py --settings {params.cfg:q} "
        "--model_dir models/{wildcards.model}/merged --dataset {input.train} "
        "--output {output} --threads {threads} --log {log}"


rule quantize:
    input:
        imatrix,
        gguf="models/{model}/gguf/f16.gguf",
    output:
        "models/{model}/gguf/{quant}.gguf",
    log:
        "logs/quantize/{model}-{quant}.log",
    benchmark:
        "benchmarks/quantize/{model}-{quant}.tsv"
    wildcard_constraints:
        quant=one_of(set(QUANTIZATIONS) - set(FULL)),
    conda:
        "../envs/neural.yaml"
    threads: 2
    params:
        cfg=quantize_settings,
        code=code("scripts/quantize_gguf.py"),
    shell:
        "python scripts/quantize_gguf.py --settings {params.cfg:q} --input {input.gguf} "
        "--output {output} "
        "--quant_type {wildcards.quant} --threads {threads} --log {log}"


# The GGUF must say what the merged model says, before any quantization is measured.
rule parity:
    input:
        multiext("models/{model}/merged/", *MODEL_FILES),
        gguf="models/{model}/gguf/f16.gguf",
        test="data/{model}/test.jsonl",
    output:
        "reports/{model}/parity.json",
    log:
        "logs/parity/{model}.log",
    benchmark:
        "benchmarks/parity/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    threads: 2
    params:
        code=code("scripts/check_parity.py"),
    shell:
        "python scripts/check_parity.py --model_dir models/{wildcards.model}/merged "
        "--gguf {input.gguf} --dataset {input.test} --report {output} "
        "--threads {threads} --log {log}"
