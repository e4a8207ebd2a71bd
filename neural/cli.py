"""What every script shares: flags, completion, log, progress bar, one message per mistake."""

import argparse
import errno
import json
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import argcomplete
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from neural.errors import UserError, nearest

CODES = """\
Exit codes, where nothing else is said: 0 done; 1 a mistake, which the message names; 2 flags that
do not fit; 130 stopped by Ctrl-C; 141 whoever read the output is gone. NO_COLOR=1: no colours."""

REMEDIES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "free space or set another folder"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "check the permissions"),
    **dict.fromkeys(
        (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG),
        "check the path",
    ),
}  # by what the system says of a file that a person named

console = Console(soft_wrap=True)
_log = None


def parser(doc: str | None, result: bool = False) -> argparse.ArgumentParser:
    """An argument parser with the flags that every script has; with `result` also --json."""
    made = argparse.ArgumentParser(
        description=doc, epilog=CODES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    common = made.add_argument_group("common")
    common.add_argument("--settings", type=settings, default={}, help="JSON object: flags by name")
    common.add_argument("--log", help="also append what is printed to this file")
    common.add_argument("--quiet", action="store_true", help="print errors and --json only")
    if result:
        common.add_argument(
            "--json", action="store_true", help="print the result as JSON, all else to stderr"
        )
    return made


def settings(text: str) -> dict:
    """The JSON object given to --settings; ArgumentTypeError where it is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise argparse.ArgumentTypeError(
            f"not JSON: {error}; expected an object such as '{{\"seed\": 1}}'"
        ) from None
    if not isinstance(value, dict):
        raise argparse.ArgumentTypeError(
            f"found {text!r}, expected a JSON object such as '{{\"seed\": 1}}'"
        )
    return value


def parse(made: argparse.ArgumentParser, argv: list[str] | None = None) -> argparse.Namespace:
    """Parses; a key of --settings counts as its flag, and a flag given by hand wins over it.

    So a rule passes its one canonical JSON and a person passes flags, with the same meaning.
    """
    argcomplete.autocomplete(made)  # ends here where a shell asks what could come next
    argv = sys.argv[1:] if argv is None else argv
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--settings", type=settings, default={})
    given = first.parse_known_args(argv)[0].settings
    actions = {action.dest: action for action in made._actions}
    for key, value in given.items():
        if key not in actions:
            made.error(
                f"--settings has no key {key!r}; known: {', '.join(actions)}."
                f"{nearest(key, actions)}"
            )
        action = actions[key]
        if action.choices is not None and value not in action.choices:
            made.error(f"--settings: {key}: {value!r} is none of {', '.join(action.choices)}")
        action.required = False
        made.set_defaults(**{key: value})
    arguments = made.parse_args(argv)
    console.quiet, console.stderr = arguments.quiet, getattr(arguments, "json", False)
    if arguments.log:
        _open_log(arguments.log)
    return arguments


def say(*lines: object) -> None:
    """Prints to the terminal and, without colours, to the log. Text is shown as it is: it may be
    anybody's, so brackets are no markup."""
    for line in lines:
        if isinstance(line, str):
            line = console.render_str(line, markup=False, emoji=False)
        console.print(line)
        log(line)


def log(line: object) -> None:
    """Writes to the log alone, if there is one."""
    if _log:
        _log.print(line, markup=not isinstance(line, str), emoji=False, highlight=False)


def note(text: str) -> None:
    """Prints to standard error, so that it stays out of what a program reads."""
    told = Console(stderr=True, soft_wrap=True, quiet=console.quiet)
    told.print(text, style="dim", markup=False, emoji=False, highlight=False)
    log(text)


def result(arguments: argparse.Namespace, found: object) -> None:
    """Prints what was found as JSON where --json asks for it."""
    if arguments.json:
        print(json.dumps(found, indent=1, ensure_ascii=False))


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[..., None]]:
    """Yields `advance(n=1, note="")`: a bar on a terminal, a line every 15 s elsewhere."""
    if console.is_terminal and console.file.isatty():  # FORCE_COLOR makes no terminal of a file
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[note]}"),
        )
        with Progress(*columns, console=console) as bar:
            task = bar.add_task(what, total=total, note="")
            yield lambda n=1, note="": bar.update(task, advance=n, note=note)
        return
    began = last = time.monotonic()
    done = 0

    def advance(n: int = 1, note: str = "") -> None:
        nonlocal last, done
        done += n
        now = time.monotonic()
        if now - last >= 15 or done == total:
            last = now
            left = f", {(now - began) / done * (total - done):.0f} s left" if total and done else ""
            of = f"/{total}" if total else ""
            say(f"{what}: {done}{of}{f' {note}' if note else ''}{left}")

    yield advance


def run(main: Callable[[], int | None], mistake: int = 1) -> None:
    """Runs a script's main: a user's mistake becomes one message and the exit code `mistake`."""
    warnings.filterwarnings("ignore", category=FutureWarning)  # of libraries, to developers
    logging.getLogger("bitsandbytes").setLevel(logging.ERROR)  # misses a kernel that nobody needs
    try:
        code = main()
    except UserError as error:
        code = _fail(str(error), mistake)
    except KeyboardInterrupt:
        code = _fail("stopped by the keyboard; ask again to go on", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    except MemoryError:
        code = _fail(
            "out of memory; nothing was half-written; ask for less, or on a larger machine"
        )
    except OSError as error:
        if error.errno not in REMEDIES:
            raise
        where = f"{error.filename}: " if error.filename else ""
        remedy = REMEDIES[error.errno]
        code = _fail(f"{where}{error.strerror}; nothing was half-written; {remedy}, then ask again")
    sys.exit(code or 0)


def _fail(message: str, code: int = 1) -> int:
    said = f"error: {message}"
    told = Console(stderr=True, soft_wrap=True)
    told.print(said, markup=False, emoji=False, highlight=False)
    log(said)
    return code


def _open_log(path: str) -> None:
    global _log
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    file = open(path, "a", encoding="utf-8", buffering=1)  # noqa: SIM115 (open until exit)
    _log = Console(file=file, width=120, color_system=None, soft_wrap=True)
