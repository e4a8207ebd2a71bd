"""Checks problem topics: compiles all solutions, runs them in all languages and compares."""

import time
from pathlib import Path

from neural import cli
from neural.domains.coding import check, library, sources
from neural.errors import UserError, nearest
from neural.sandbox import toolchains


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("topics", nargs="*", help="topics or folders; without any, all")
    parser.add_argument("--family", nargs="+", default=[], help="only these families")
    parser.add_argument("--language", nargs="+", choices=sources.NAMES, help="beside Python")
    parser.add_argument("--cases", type=int, default=check.CASES, help="random calls a variant")
    parser.add_argument("--seed", type=int, default=0)
    return cli.parse(parser)


def main() -> int:
    args = arguments()
    languages = args.language or list(sources.NAMES)
    if not args.language:
        for language, remedy in toolchains.missing(languages).items():
            cli.say(f"without {language}: {remedy}")
            languages.remove(language)
    wrong = 0
    for name in args.topics or library.names():
        topic = library.read(Path(name)) if Path(name).is_dir() else library.load(name)
        unknown = [each for each in args.family if each not in topic.families]
        if unknown:
            raise UserError(
                f"{topic.name} has no family {unknown[0]}.{nearest(unknown[0], topic.families)}"
            )
        began = time.monotonic()
        done = check.check(topic, args.family, languages, args.cases, args.seed)
        for problem in done.problems:
            cli.console.print(problem, markup=False, highlight=False)
        counts = ", ".join(f"{count} {language}" for language, count in done.programs.items())
        cli.say(
            f"{topic.name}: {done.families} families, {counts} programs, {done.calls} calls, "
            f"{len(done.problems)} problems, {time.monotonic() - began:.1f} s"
        )
        wrong += len(done.problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    cli.run(main)
