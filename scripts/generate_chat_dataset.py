# PYTHON_ARGCOMPLETE_OK
"""Write rows of conversations: yours of --input, or else the built-in dialogues.

python scripts/generate_chat_dataset.py --output data/raw/chat.jsonl --num-examples 1000
"""

from pathlib import Path

from neural import cli
from neural.domains import chat
from neural.presets import PRESETS
from neural.records import jsonl


def arguments(doc: str, formats: bool = False):
    """The flags; with `formats` those of formatting alone, where --input is needed."""
    parser = cli.parser(doc)
    parser.add_argument("--output", type=Path, required=True, help="JSONL file to write")
    parser.add_argument(
        "--num-examples", "--count", type=int, metavar="N",
        help="rows (default: all of --input; 1000 built-in ones)",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", help="only these kinds of built-in dialogues")
    parser.add_argument(
        "--input", nargs="+", default=[], metavar="PATH", required=formats,
        help="ShareGPT, OpenAI messages, ChatGPT, Slack, Discord, Discourse, Stack Exchange, mbox, "
        "CSV, or folders of these",
    )  # fmt: skip
    parser.add_argument("--license", help="of the conversations (SPDX); each row carries it")
    parser.add_argument("--system", default="", help="system message of every chat")
    parser.add_argument("--assistant", nargs="+", default=[], help="names of those who answer")
    parser.add_argument("--languages", nargs="*", default=["en"], help="ISO 639-1; none: any")
    parser.add_argument("--max-tokens", type=int, default=0, help="cut longer chats between turns")
    parser.add_argument("--preset", choices=PRESETS, help="its context is the most tokens")
    parser.add_argument("--tokenizer", help="tokenizer.json or a model's folder; else guessed")
    parser.add_argument("--last", action="store_true", help="a row a chat, not one an answer")
    parser.add_argument("--ner", help="folder with a model that finds names of persons")
    parser.add_argument("--keep-personal", action="store_true", help="replace nothing")
    parser.add_argument("--report", type=Path, help="JSON of what was found and left out")
    args = cli.parse(parser)
    if args.num_examples is not None and args.num_examples < 1:
        parser.error("--num-examples: expected 1 or more")
    if args.input and not args.license:
        parser.error("--license: say the conversations' licence (SPDX); each row carries it")
    return args


def write(args) -> None:
    """Writes the rows that are asked for."""
    if not args.input:
        rows = chat.generate(args.num_examples or 1000, args.seed, args.kinds)
        count = jsonl.write(args.output, rows)
        cli.say(f"{args.output}: {count} rows of built-in dialogues")
        return
    options = chat.Options(
        system=args.system,
        assistants=tuple(args.assistant),
        languages=tuple(args.languages),
        tokens=args.max_tokens or (PRESETS[args.preset].context if args.preset else 0),
        tokenizer=args.tokenizer,
        keep_personal=args.keep_personal,
        ner=args.ner,
    )
    rows = chat.own(
        args.input,
        args.license,
        options,
        count=args.num_examples,
        seed=args.seed,
        every=not args.last,
        report=args.report,
        note=cli.say,
    )
    cli.say(f"{args.output}: {jsonl.write(args.output, rows)} rows")


if __name__ == "__main__":
    cli.run(lambda: write(arguments(__doc__)))
