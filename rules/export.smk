rule export:
    input:
        multiext("models/{model}/merged/", *MODEL_FILES),
    output:
        "models/{model}/gguf/f16.gguf",
    log:
        "logs/export/{model}.log",
    benchmark:
        "benchmarks/export/{model}.tsv"
    conda:
        "../envs/neural.yaml"
    params:
        code=code("scripts/export_to_gguf.py"),
    shell:
        "python scripts/export_to_gguf.py --model_dir models/{wildcards.model}/merged "
        "--output {output} --quant_type f16 --name {wildcards.model} --log {log}"


rule quantize:
    input:
        "models/{model}/gguf/f16.gguf",
    output:
        "models/{model}/gguf/{quant}.gguf",
    log:
        "logs/quantize/{model}-{quant}.log",
    benchmark:
        "benchmarks/quantize/{model}-{quant}.tsv"
    wildcard_constraints:
        quant=one_of(set(QUANTIZATIONS) - {"f16"}),
    conda:
        "../envs/neural.yaml"
    threads: 2
    params:
        code=code("scripts/quantize_gguf.py"),
    shell:
        "python scripts/quantize_gguf.py --input {input} --output {output} "
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
