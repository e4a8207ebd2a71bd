"""What `make ask` and the playground need of a domain.

A domain may have a module `desk` with `open_desk(about, note)`, a context manager that yields a
`Desk`: `about` says what the questions are about (for cypher a graph; None: the domain's own
example), `note` is told what a person should know. UserError where `about` cannot be used. A domain
without that module is asked, and its answers are shown as they are.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """What a model's answer turned out to be.

    `language`: how to highlight it, by a name of Pygments; "" for prose. `problems` keep it from
    being run, `notes` do not. `runs`: `Desk.run` can run it; `changes`: it would change something,
    so a person has to agree first.
    """

    text: str
    language: str = ""
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    runs: bool = False
    changes: bool = False


@dataclass(frozen=True)
class Result:
    """What running gave: rows of plain values (text, numbers, lists, maps, None), `cut` where there
    are more of them, or an `error`."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple, ...] = ()
    cut: bool = False
    error: str | None = None


class Desk:
    """A place where questions of one domain are asked; this one, of any domain.

    `title` and `text` (in `language`) say what is asked about; `words` complete what is typed;
    `examples` are questions that can be asked here.
    """

    title = ""
    text = ""
    language = ""
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def row(self, question: str) -> dict:
        """The question as a row of the training data, without its answer."""
        return {"instruction": question}

    def read(self, question: str, answer: str) -> Reading:
        """What an answer to the question turned out to be."""
        return Reading(answer)

    def run(self, reading: Reading, limit: int) -> Result:
        """Runs what was read, whose `changes` a person has agreed to; at most `limit` rows."""
        raise NotImplementedError
