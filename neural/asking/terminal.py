"""Questions typed into a terminal, or given to a script."""

import json
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import FuzzyWordCompleter
from prompt_toolkit.history import FileHistory
from rich.console import Console
from rich.text import Text

from neural.asking import show
from neural.asking.session import Ran, Session, record
from neural.asking.talk import Said, printable
from neural.domains.desk import Reading
from neural.errors import UserError

UNANSWERED = 3  # exit code: the answer is wrong, could not be run, or was not allowed to
HISTORY = Path("state/questions")
HELP = """Type a question; Tab completes names, the arrow keys bring back earlier questions.
:schema  what is asked about    :run TEXT  run this instead of an answer
:help    this                   :quit      leave (as Ctrl-D); Ctrl-C stops an answer"""


class Terminal:
    """`yes`: agrees to changes beforehand; `as_json`: a line of JSON for each question."""

    def __init__(
        self, session: Session, console: Console, as_json: bool = False, yes: bool = False
    ) -> None:
        self.session, self.console = session, console
        self.as_json, self.yes = as_json, yes

    def once(self, question: str) -> int:
        """Answers one question; the exit code. UserError where it is none."""
        return self._turn(question, lambda: False)

    def lines(self, questions: Iterator[str]) -> int:
        """Answers each line; the exit code of the worst."""
        return max([self.once(line.strip()) for line in questions if line.strip()], default=0)

    def loop(self) -> int:
        """Takes questions until the end of input."""
        show.desk(self.console, self.session.desk)
        self.console.print(Text(f"\n{HELP}\n", "dim"))
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
                    self._typed(text, prompt)
            except KeyboardInterrupt:
                self.console.print(Text("stopped", "dim"))
            except EOFError:
                return 0
            except UserError as error:
                self.console.print(Text(str(error), "red"))

    def _typed(self, text: str, prompt: PromptSession) -> None:
        command, _, rest = text.partition(" ")

        def agrees() -> bool:
            return PromptSession().prompt("This changes the data. Run it? Type yes: ") == "yes"

        if command == ":run" and rest:
            reading = self.session.desk.read("", printable(rest))
            self._say(reading)
            self._run(reading, agrees)
        elif command == ":schema":
            show.desk(self.console, self.session.desk)
        elif command.startswith(":"):
            self.console.print(Text(HELP, "dim"))
        else:
            self._turn(text, agrees)

    def _turn(self, question: str, agrees: Callable[[], bool]) -> int:
        said = self._listen(question)
        reading = self.session.read(question, said)
        if self.as_json:
            ran = self.session.run(reading) if self._may(reading, agrees) else None
            print(json.dumps(record(question, said, reading, ran), ensure_ascii=False, default=str))
        else:
            self._say(reading, said)
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

    def _say(self, reading: Reading, said: Said | None = None) -> None:
        show.reading(self.console, reading, said)

    def _may(self, reading: Reading, agrees: Callable[[], bool]) -> bool:
        return reading.runs and (not reading.changes or self.yes or agrees())

    def _run(self, reading: Reading, agrees: Callable[[], bool]) -> Ran | None:
        if not reading.runs:
            return None
        if not self._may(reading, agrees):
            why = "not run: it would change the data (--yes allows it)"
            self.console.print(Text(why, "yellow"))
            return None
        ran = self.session.run(reading)
        show.result(self.console, ran)
        return ran
