"""Rows by category, language and kind of task, in rounds: draft, run what has to be run, keep."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from neural.domains.coding import history, library
from neural.domains.coding.history import Told
from neural.domains.coding.library import Topic
from neural.domains.coding.problem import Draft, Problem, expected
from neural.domains.coding.running import run
from neural.domains.coding.tasks import checking, fix, implement, understand
from neural.domains.coding.tasks.task import Bank, Kind
from neural.errors import UserError, nearest
from neural.records.dedupe import question_key
from neural.sandbox import box, toolchains

CATEGORIES: dict[str, tuple[Kind, ...]] = {
    "generation": implement.KINDS,
    "bug_fixing": fix.KINDS,
    "understanding": understand.KINDS,
    "tests": checking.KINDS,
}
SHARES = {"generation": 0.4, "bug_fixing": 0.3, "understanding": 0.2, "tests": 0.1}
ROUND = 1500  # drafts, at most: each start of a compiler is paid by many
SPARE = 1.15  # of what is missing is drafted, as some are dropped,
MORE = 2  # and so many more, as another round costs each compiler's start


def generate(
    count: int | None,
    seed: int,
    languages: Sequence[str] | None = None,
    shares: Mapping[str, float] | None = None,
    problems: Sequence[str | Path] = (),
    repos: Sequence[str] = (),
    library_too: bool = True,
    license: str = "",
    commits: int = 500,
    python: str | None = None,
    unsafe: bool = False,
    threads: int = 2,
    note: Callable[[str], None] = lambda text: None,
    told: Callable[[Told], None] = lambda told: None,
    progress: Callable[..., None] = lambda n=1: None,
) -> Iterator[dict]:
    """Yields `count` distinct rows (None: all of the repositories); UserError where there are not
    so many.

    `shares`: of the categories. `problems`: folders of your own beside the library (AUTHORING.md).
    `repos`: git repositories, whose bugs come first, as many as the last `commits` of each hold;
    `license` is for those in which none is found, `python` an interpreter that has what their tests
    need, `told` hears what became of each commit. Without `library_too` there are no others.
    `languages`: None takes those that are installed and says which are not.
    """
    if not box.bubblewrap() and (repos or not unsafe):
        raise UserError(
            "bubblewrap is missing or not allowed here, and without it generated code could read "
            "your files and use the network. Install it (Debian: apt install bubblewrap), or give "
            "--unsafe in a machine that holds nothing of value."
        )
    chosen = installed(languages, note)
    shares = _shares(shares)
    made = 0
    for place in repos:
        for row in history.generate(place, chosen, seed, license, commits, python, threads, told):
            if made == count:
                break
            yield row
            made += 1
            progress()
    if not library_too:
        if count is not None and made < count:
            raise UserError(
                f"asked for {count} rows, but the repositories have only {made} bugs with a test; "
                f"ask for at most {made}, read more of their commits (--commits), or leave out "
                "--only-repo, so that the library gives the rest."
            )
        return
    topics = [library.load(name) for name in library.names()]
    topics += [library.read(Path(folder)) for folder in problems]
    yield from _Maker(count - made, seed, chosen, shares, topics, threads, note).rows(progress)


def installed(languages: Sequence[str] | None, note: Callable[[str], None]) -> list[str]:
    """The languages asked for, or those that are here; says which are not."""
    if languages:
        for each in languages:
            toolchains.find(each)
        return [each for each in toolchains.LANGUAGES if each in languages]
    lacking = toolchains.missing(toolchains.LANGUAGES)
    for language, remedy in lacking.items():
        note(f"without {language}: {remedy}")
    return [each for each in toolchains.LANGUAGES if each not in lacking]


def _shares(shares: Mapping[str, float] | None) -> dict[str, float]:
    given = SHARES if shares is None else dict(shares)
    for name, share in given.items():
        if name not in CATEGORIES:
            raise UserError(
                f"unknown category {name!r}; known: {', '.join(CATEGORIES)}."
                f"{nearest(name, CATEGORIES)}"
            )
        if not isinstance(share, (int, float)) or isinstance(share, bool) or share < 0:
            raise UserError(f"share of {name}: {share!r}; expected a number of 0 or more")
    if not sum(given.values()) > 0:
        raise UserError("the shares are all 0; give at least one category a share")
    return {name: given.get(name, 0) / sum(given.values()) for name in CATEGORIES}


class _Cell:
    """A category in a language: its drafts in their order, and how many rows it still owes."""

    def __init__(self, category: str, language: str, problems: list[Problem], seed: int) -> None:
        self.category, self.language = category, language
        self.owed = 0
        rng = Random(f"{seed} {category} {language}")
        self.kinds: list[tuple[Kind, list]] = []
        for kind in CATEGORIES[category]:
            places = [(each, place) for each in problems for place in kind.places(each)]
            rng.shuffle(places)
            if places:
                self.kinds.append((kind, places))
        self.rng = rng

    def draw(self) -> tuple[Kind, Problem, object] | None:
        """The next place of a kind; None when all are used up."""
        if not self.kinds:
            return None
        weights = [kind.weight for kind, _ in self.kinds]
        chosen = self.rng.choices(self.kinds, weights)[0]
        kind, places = chosen
        problem, place = places.pop()
        if not places:
            self.kinds.remove(chosen)
        return kind, problem, place


class _Maker:
    def __init__(self, count, seed, languages, shares, topics: list[Topic], threads, note) -> None:
        self.count, self.seed, self.threads, self.note = count, seed, threads, note
        self.twins: dict[tuple, Problem] = {}
        by_language: dict[str, list[Problem]] = {each: [] for each in languages}
        for topic in topics:
            for family in topic.families.values():
                for language in topic.languages(family.name):
                    for variant in family.variants:
                        problem = Problem(topic, variant, language)
                        self.twins[problem.id, language] = problem
                        if language in by_language:
                            by_language[language].append(problem)
        self.cells = [
            _Cell(category, language, by_language[language], seed)
            for category, share in shares.items()
            if share
            for language in languages
        ]
        self.shares = shares
        self.proven: dict[tuple, list[dict]] = {}
        self.dropped: Counter = Counter()
        self.seen: set[int] = set()
        self.bank = Bank(self._twin, lambda problem: self.proven[problem.id, problem.language])

    def _twin(self, problem: Problem, language: str) -> Problem | None:
        return self.twins.get((problem.id, language))

    def rows(self, progress) -> Iterator[dict]:
        """All rows; a cell that is used up leaves what it owes to the others."""
        made = 0
        self._owe()
        while made < self.count:
            drafts = self._drafts()
            if not drafts:
                if not self._pass_on():
                    break
                continue
            for cell, found in self._finished(drafts):
                if isinstance(found, str):
                    self.dropped[found] += 1
                elif (key := question_key(found)) in self.seen:
                    self.dropped["asked the same as another"] += 1
                elif cell.owed > 0:
                    self.seen.add(key)
                    cell.owed -= 1
                    made += 1
                    yield found
                    progress()
        for reason, number in sorted(self.dropped.items()):
            self.note(f"{number} drafts dropped: {reason}")
        if made < self.count:
            raise UserError(
                f"asked for {self.count} rows, but the library has only {made} distinct ones for "
                f"these languages and shares; ask for at most {made}, or add problems "
                "(neural/domains/coding/AUTHORING.md, --problems)."
            )

    def _owe(self) -> None:
        """Whole numbers of rows for each cell, their sum the count."""
        total = sum(self.shares[cell.category] for cell in self.cells)
        given = exact = 0.0
        for cell in self.cells:
            exact += self.count * self.shares[cell.category] / total
            cell.owed = round(exact) - round(given)
            given = exact

    def _pass_on(self) -> bool:
        """What used-up cells owe goes to others, first of their category; whether any is left."""
        left = [cell for cell in self.cells if cell.kinds]
        for cell in self.cells:
            if cell.owed and not cell.kinds:
                same = [each for each in left if each.category == cell.category] or left
                for i in range(cell.owed if same else 0):
                    same[i % len(same)].owed += 1
                if same:
                    self.note(
                        f"{cell.category} in {cell.language} is used up; {cell.owed} rows come "
                        "from others"
                    )
                    cell.owed = 0
        return bool(left)

    def _drafts(self) -> list[tuple[_Cell, Kind, Problem, object]]:
        missing = sum(cell.owed for cell in self.cells)
        scale = min(1.0, ROUND / (missing * SPARE)) if missing else 0
        drawn = []
        for cell in self.cells:
            wanted = round(cell.owed * SPARE * scale) + MORE if cell.owed else 0
            for _ in range(wanted):
                found = cell.draw()
                if found is None:
                    break
                drawn.append((cell, *found))
        Random(f"{self.seed} {missing}").shuffle(drawn)
        return drawn

    def _finished(self, drawn) -> Iterator[tuple[_Cell, dict | str]]:
        self._prove([problem for _, _, problem, _ in drawn])
        drafts = []
        for cell, kind, problem, place in drawn:
            rng = Random(f"{self.seed} {kind.name} {problem.id} {problem.language} {place}")
            drafts.append((cell, kind.draft(problem, place, rng, self.bank)))
        programs = [
            program for _, draft in drafts if isinstance(draft, Draft) for program in draft.programs
        ]
        results = iter(run(programs, self.threads))
        for cell, draft in drafts:
            if isinstance(draft, Draft):
                yield cell, draft.finish([next(results) for _ in draft.programs])
            else:
                yield cell, draft

    def _prove(self, problems: list[Problem]) -> None:
        """Runs the solutions whose outcomes are not known yet."""
        new = {
            (each.id, each.language): each
            for each in problems
            if (each.id, each.language) not in self.proven
        }
        results = run([each.program() for each in new.values()], self.threads)
        for (key, problem), result in zip(new.items(), results, strict=True):
            if result.failure:
                raise UserError(
                    f"{problem.id} in {problem.language}: {result.failure}: {result.message}. "
                    "Check it with scripts/check_coding_problems.py."
                )
            self.proven[key] = expected(problem, result)
