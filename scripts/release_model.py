# PYTHON_ARGCOMPLETE_OK
"""Releases a model: passes the gate, speaks to it as its host does, and fills release/MODEL.

    python scripts/release_model.py --model cypher --gguf models/cypher-q4_k_m.gguf \\
        --evaluation reports/cypher/q4_k_m.json --full reports/cypher/f16.json \\
        --gate '{"minimum": {"all": {"execution": 0.8}}, "drop": 0.03}' \\
        --dataset data/cypher/test.jsonl --card reports/cypher/card.md --output release/cypher

A model that fails is not released: the checks and the rows that failed are printed, exit code 1.
"""

import json
from collections import Counter
from pathlib import Path

from rich.text import Text

from neural import cli, prompt
from neural.errors import UserError
from neural.evaluation import report
from neural.evaluation.dataset import choose
from neural.gguf import reader
from neural.records import jsonl
from neural.release import bundle, gate, hosts, ledger, lineage, smoke


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("--model", required=True, help="its name")
    parser.add_argument("--gguf", nargs="+", required=True, help="files of models/; the first is "
                        "the one that the hosts' settings name")  # fmt: skip
    parser.add_argument("--evaluation", nargs="+", required=True, help="their reports")
    parser.add_argument("--loss", nargs="*", default=[], help="their loss reports")
    parser.add_argument("--full", required=True, help="report of F16 on the same rows")
    parser.add_argument("--gate", type=cli.settings, required=True, help="limits, a JSON object")
    parser.add_argument("--dataset", required=True, help="held-out rows, for the smoke test")
    parser.add_argument("--source", help="only rows of this dataset")
    parser.add_argument("--rows", type=int, default=3, help="rows for the smoke test")
    parser.add_argument("--card", required=True, help="the model card")
    parser.add_argument("--plot", help="the card's picture")
    parser.add_argument("--ledger", default="releases.jsonl", help="earlier releases")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--output", required=True, help="folder to make")
    return cli.parse(parser)


def main() -> int:
    args = arguments()
    said, problems = verified(args.gguf)
    evaluations = [report.read(path) for path in args.evaluation]
    found = gate.checks(
        evaluations,
        report.read(args.full),
        args.gate,
        [report.read(path) for path in args.loss],
        ledger.last(args.ledger, args.model),
    )
    rows = choose(
        [r for r in jsonl.read(args.dataset) if args.source in (None, r.get("source"))], args.rows
    )
    spoken = {gguf: smoke.smoke(gguf, rows, args.threads) for gguf in args.gguf}
    problems += [
        f"{gguf}: {one['shape']}, row {one['id']}: {one['problem']}"
        for gguf, all in spoken.items()
        for one in all
        if one["problem"]
    ]
    cli.say(gate.table(found), *(line(gguf, all) for gguf, all in spoken.items()))
    failed = [check for check in found if not check.ok]
    if failed or problems:
        cli.say(*map(Text, (*gate.failures(found), *problems)))  # brackets are no markup
        raise UserError(
            f"{args.model} is not released: {len(failed)} of {len(found)} checks failed, "
            f"{len(problems)} other problems; see above. Train better, or set other limits under "
            f"`gate` in config.yaml. The files in models/ stay as they are."
        )
    texts = hosts.files(Path(args.gguf[0]).stem, context(args.gguf[0]), system(rows))
    texts |= hosts.question(rows, spoken)
    result = {"checks": [vars(check) | {"rows": len(check.rows)} for check in found]}
    texts["gate.json"] = json.dumps(result | {"smoke": spoken, "lineage": said}, indent=1) + "\n"
    beside = {"README.md": Path(args.card)}
    if args.plot:
        beside[Path(args.plot).name] = Path(args.plot)
    sums = bundle.write(args.output, [Path(gguf) for gguf in args.gguf], beside, texts)
    files = {name: digest for name, digest in sums.items() if name.endswith(".gguf")}
    new = ledger.append(args.ledger, ledger.entry(args.model, evaluations, files))
    cli.say(f"{args.output}: released, {len(sums)} files")
    if new:
        cli.say(f"{args.ledger}: a new release of {args.model}; commit it")
    return 0


def verified(ggufs: list[str]) -> tuple[dict, list[str]]:
    """What each file says of its making, and what forbids passing it on."""
    said, problems = {}, []
    for gguf in ggufs:
        said[Path(gguf).name], chain = lineage.verify(gguf)
        license = said[Path(gguf).name].get("license", {})
        problems += [f"{gguf}: licence: {text}" for text in license.get("problems", [])]
        problems += [
            f"{gguf}: {link.path} is no longer the file that it was made from; build it again"
            for link in chain
            if link.state == lineage.DIFFERENT
        ]
    return said, problems


def line(gguf: str, spoken: list[dict]) -> str:
    """How the answers to each prompt shape ended."""
    told = []
    for shape in dict.fromkeys(one["shape"] for one in spoken):
        of = [one for one in spoken if one["shape"] == shape]
        fits = "" if all(one["fits"] for one in of) else " (longer than the context)"
        told.append(f"{shape} {sum(one['stopped'] for one in of)} of {len(of)}{fits}")
    return f"{gguf}: answers that end by themselves: {'; '.join(told)}"


def system(rows: list[dict]) -> str:
    """The system message that most rows carry."""
    found = Counter(
        chat[0]["content"] for chat in map(prompt.messages, rows) if chat[0]["role"] == "system"
    )
    return found.most_common(1)[0][0] if found else ""


def context(gguf: str) -> int:
    """The context length that the file was made for."""
    keys = reader.read(gguf).keys
    return keys[f"{keys['general.architecture']}.context_length"]


if __name__ == "__main__":
    cli.run(main)
