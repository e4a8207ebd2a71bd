rule generate:
    output:
        "data/raw/{dataset}.jsonl",
    log:
        "logs/generate/{dataset}.log",
    benchmark:
        "benchmarks/generate/{dataset}.tsv"
    wildcard_constraints:
        dataset=one_of(set(config["datasets"]) - set(scattered_datasets())),
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


# A dataset with `parts` is written by as many jobs, on as many machines as there are, each with a
# seed of its own. The parts lie in state/: they are no artifacts, and go when they are gathered.
use rule generate as generate_part with:
    output:
        temp("state/parts/{dataset}/{part}.jsonl"),
    log:
        "logs/generate/{dataset}-{part}.log",
    benchmark:
        "benchmarks/generate/{dataset}-{part}.tsv"
    wildcard_constraints:
        dataset=one_of(scattered_datasets()),
        part=r"\d+",
    params:
        cfg=part_settings,
        code=generator_code,
        script=generator,
        parallel=generator_threads,


# The settings and code of the parts stand here, too: when those change, parts that are gone
# cannot say so.
rule gather:
    input:
        parts,
    output:
        "data/raw/{dataset}.jsonl",
    log:
        "logs/gather/{dataset}.log",
    benchmark:
        "benchmarks/gather/{dataset}.tsv"
    wildcard_constraints:
        dataset=one_of(scattered_datasets()),
    conda:
        "../envs/neural.yaml"
    params:
        cfg=gather_settings,
        code=code("scripts/gather_dataset.py"),
        made_by=generator_settings,
        generator=generator_code,
    shell:
        "python scripts/gather_dataset.py --settings {params.cfg:q} --parts {input} "
        "--output {output} --log {log}"
