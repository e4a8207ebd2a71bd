# PYTHON_ARGCOMPLETE_OK
"""Generate questions about documents with cited answers in the documents' own words.

python scripts/generate_documents_dataset.py --input docs --license Apache-2.0 \\
    --output data/raw/documents.jsonl --num-examples 100
"""

from pathlib import Path

from neural import cli
from neural.domains import documents
from neural.records import jsonl

OWN = ["README.md", "docs"]


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--output", type=Path, required=True, help="JSONL file to write")
    parser.add_argument(
        "--input",
        nargs="+",
        default=OWN,
        metavar="PATH",
        help="Markdown, reStructuredText, HTML, man pages, plain text, or folders of these "
        "(default: this project's own documents)",
    )
    parser.add_argument("--license", help="of the documents (SPDX); needed with your own")
    parser.add_argument("--num-examples", "--count", type=int, default=100, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=1500, help="characters of a passage")
    parser.add_argument("--languages", nargs="*", default=["en"], help="ISO 639-1; none: any")
    parser.add_argument("--categories", nargs="+", metavar="NAME", help="only these questions")
    parser.add_argument("--pdf", action="store_true", help="read PDF, too; places are pages")
    args = cli.parse(parser)
    if args.num_examples < 1 or args.chunk < 200:
        parser.error("--num-examples, --chunk: expected 1 or more, 200 or more")
    if args.input != OWN and not args.license:
        parser.error("--license: say the documents' licence (SPDX); each row carries it")
    rows = documents.generate(
        args.num_examples,
        args.seed,
        args.input,
        args.license or "Apache-2.0",
        chunk=args.chunk,
        languages=args.languages,
        categories=args.categories,
        pdf=args.pdf,
        note=cli.say,
    )
    count = jsonl.write(args.output, rows)
    cli.say(f"{args.output}: {count} rows, each answered by the lines that it cites")


if __name__ == "__main__":
    cli.run(main)
