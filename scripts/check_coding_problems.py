# PYTHON_ARGCOMPLETE_OK
"""Checks problem topics: compiles all solutions, runs them in all languages and compares.

    python scripts/check_coding_problems.py classes --language python

Exit code: 0 all agree, 1 problems, which are listed.
"""

import time
from pathlib import Path

from neural import cli
from neural.domains.coding import check, library, sources, texts
from neural.errors import UserError, nearest
from neural.sandbox import toolchains


def arguments():
    parser = cli.parser(__doc__)
    parser.add_argument("topics", nargs="*", help="topics or folders; without any, all")
    parser.add_argument("--family", nargs="+", default=[], help="only these families")
    parser.add_argument("--language", nargs="+", choices=sources.NAMES, help="beside Python")
    parser.add_argument("--show", action="store_true", help="print texts and solutions instead")
    parser.add_argument("--cases", type=int, default=check.CASES, help="random calls a variant")
    parser.add_argument("--seed", type=int, default=0)
    return cli.parse(parser)


def show(topic, families, languages) -> None:
    for variant in (v for name in families for v in topic.families[name].variants):
        cli.say(str(variant))
        for language in (
            each for each in topic.languages(variant.family.name) if each in languages
        ):
            source = topic.source(variant, language)
            lines = [texts.statement(variant, language, source.whole)]
            lines += texts.requests(variant, language, source.whole)
            for line in [language, *lines, "", source.whole]:
                cli.say(line)


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
                f"{topic.name} has no family {unknown[0]}; it has {', '.join(topic.families)}."
                f"{nearest(unknown[0], topic.families)}"
            )
        if args.show:
            show(topic, args.family or topic.families, languages)
            continue
        began = time.monotonic()
        done = check.check(topic, args.family, languages, args.cases, args.seed)
        for problem in done.problems:
            cli.say(str(problem))
        counts = ", ".join(f"{count} {language}" for language, count in done.programs.items())
        cli.say(
            f"{topic.name}: {done.families} families, {counts} programs, {done.calls} calls, "
            f"{len(done.problems)} problems, {time.monotonic() - began:.1f} s"
        )
        wrong += len(done.problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    cli.run(main)
