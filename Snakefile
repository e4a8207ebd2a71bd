# The data's way: each file of rules/ is one stage, in this order.
# `snakemake models/cypher-q4_k_m.gguf --cores 1 --resources gpu=1` makes one model's file;
# without a target, every quantization and card of every model is made.


include: "rules/common.smk"


or_stop(experiments.read, "config.yaml")


configfile: "config.yaml"


or_stop(experiments.check, config)
or_stop(experiments.check_targets, sys.argv[1:], config)


# The front page of `make report`.
report: "docs/captions/front.rst"


# Without this Snakemake takes the number of GPUs for unlimited; --resources gpu=N overrides it.
workflow.global_resources.setdefault("gpu", 1)


wildcard_constraints:
    dataset=NAME,
    model=NAME,
    quant=one_of(QUANTIZATIONS),


include: "rules/datasets.smk"
include: "rules/validation.smk"
include: "rules/mixing.smk"
include: "rules/base.smk"
include: "rules/training.smk"
include: "rules/export.smk"
include: "rules/evaluation.smk"
include: "rules/release.smk"


rule all:
    default_target: True
    input:
        [ships(model) for model in config["models"]],


onstart:
    hold_checkout()
