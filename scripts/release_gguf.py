"""Writes the GGUF that ships: the measured file with its lineage and metrics in its own keys.

    python scripts/release_gguf.py --gguf models/cypher/gguf/q4_k_m.gguf \\
        --evaluation reports/cypher/q4_k_m.json --parity reports/cypher/parity.json \\
        --lineage '{"base": "…"}' --output models/cypher-q4_k_m.gguf
"""

from pathlib import Path

from neural import cli
from neural.evaluation import report
from neural.release import stamp


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--gguf", required=True, help="the file that was evaluated")
    parser.add_argument("--evaluation", required=True, help="its report")
    parser.add_argument("--parity", required=True, help="report of its F16 file")
    parser.add_argument("--lineage", type=cli.settings, required=True, help="JSON object")
    parser.add_argument("--output", required=True)
    args = cli.parse(parser)
    evaluation = report.read(args.evaluation)
    stamp.release(args.gguf, evaluation, report.read(args.parity), args.lineage, args.output)
    cli.say(report.table(evaluation), f"{Path(args.output)}: released")


if __name__ == "__main__":
    cli.run(main)
