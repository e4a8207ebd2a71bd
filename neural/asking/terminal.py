"""Questions typed into a terminal, or given to a script."""

import json
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import FuzzyWordCompleter
from prompt_toolkit.history import FileHistory
from rich.console import Console, RenderableType
from rich.text import Text

from neural import cli
from neural.asking import show
from neural.asking.session import Ran, Session, record
from neural.asking.talk import Said, printable
from neural.domains.desk import Reading
from neural.errors import UserError

UNANSWERED = 3  # exit code: the answer is wrong, could not be run, or was not allowed to
HISTORY = Path("state/questions")
Agreement = Callable[[], bool] | None  # asks a person; None: nobody is there
HELP = """Type a question; Tab completes names, the arrow keys bring back earlier questions.
:schema  what is asked about    :run TEXT  run this instead of an answer
:help    this                   :quit      leave (as Ctrl-D); Ctrl-C stops an answer"""


class Terminal:
    """`yes`: agrees to changes beforehand; `as_json`: a line of JSON for each question. What is
    shown is in the log, too."""

    def __init__(
        self, session: Session, console: Console, as_json: bool = False, yes: bool = False
    ) -> None:
        self.session, self.console = session, console
        self.as_json, self.yes = as_json, yes

    def once(self, question: str) -> int:
        """Answers one question; the exit code. UserError where it is none."""
        return self._turn(question, None)

    def lines(self, questions: Iterator[str]) -> int:
        """Answers each line; the exit code of the worst."""
        code = 0
        for question in filter(None, map(str.strip, questions)):
            if not self.as_json:
                self._tell(Text(f"? {printable(question)}"))
            code = max(code, self.once(question))
        return code

    def loop(self) -> int:
        """Takes questions until the end of input."""
        self._tell(*show.desk(self.session.desk), Text(f"\n{HELP}\n", "dim"))
        HISTORY.parent.mkdir(exist_ok=True)
        prompt = PromptSession(
            history=FileHistory(str(HISTORY)),
            auto_suggest=AutoSuggestFromHistory(),
            completer=FuzzyWordCompleter(list(self.session.desk.words)),
            complete_while_typing=False,
        )
        while True:
            try:
                text = prompt.prompt("? ").strip()
                if text in (":quit", ":q"):
                    return 0
                if text:
                    self._typed(text)
            except KeyboardInterrupt:
                self._tell(Text("stopped (:quit or Ctrl-D leaves)", "dim"))
            except EOFError:
                return 0
            except UserError as error:
                self._tell(Text(str(error), "red"))

    def _typed(self, text: str) -> None:
        command, _, rest = text.partition(" ")
        if command == ":run" and rest:
            reading = self.session.desk.read("", printable(rest))
            self._tell(*show.reading(reading, None))
            self._run(reading, _agrees)
        elif command == ":schema":
            self._tell(*show.desk(self.session.desk))
        elif command.startswith(":"):
            self._tell(Text(HELP, "dim"))
        else:
            cli.log(f"? {text}")
            self._turn(text, _agrees)

    def _turn(self, question: str, agrees: Agreement) -> int:
        said = self._listen(question)
        reading = self.session.read(question, said)
        if self.as_json:
            ran = self.session.run(reading) if self._may(reading, agrees) else None
            found = record(question, said, reading, ran)
            line = json.dumps(found, ensure_ascii=False, default=str)
            print(line, flush=True)
            cli.log(line)
        else:
            self._tell(*show.reading(reading, said))
            ran = self._run(reading, agrees)
        failed = reading.problems or (reading.runs and not ran) or (ran and ran.result.error)
        return UNANSWERED if failed else 0

    def _listen(self, question: str) -> Said:
        pieces = self.session.ask(question)
        if self.as_json or not self.console.is_terminal:
            return deque(pieces, maxlen=1).pop()
        with self.console.status("reading the question") as status:
            for said in pieces:
                status.update(Text(printable(said.text[-self.console.width + 10 :])))
        return said

    def _tell(self, *lines: RenderableType) -> None:
        """On a terminal prose breaks between words; code, and lines elsewhere, do not."""
        for line in lines:
            prose = isinstance(line, Text) and not line.no_wrap and self.console.is_terminal
            self.console.print(line, soft_wrap=not prose)
            cli.log(line)

    def _may(self, reading: Reading, agrees: Agreement) -> bool:
        return reading.runs and (not reading.changes or self.yes or bool(agrees and agrees()))

    def _run(self, reading: Reading, agrees: Agreement) -> Ran | None:
        if not reading.runs:
            return None
        if not self._may(reading, agrees):
            why = "" if agrees else ": it would change the data (--yes allows it)"
            self._tell(Text(f"not run{why}", "yellow"))
            return None
        ran = self.session.run(reading)
        self._tell(*show.result(ran, reading.changes))
        return ran


def _agrees() -> bool:
    typed = PromptSession().prompt("This changes the data. Run it? Type yes: ")
    return typed.strip().lower() == "yes"
