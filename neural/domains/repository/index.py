"""What is known of a repository as a whole: who calls, tests, implements and imports what."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np

from neural.domains.repository import languages
from neural.domains.repository.calls import Resolver
from neural.domains.repository.modules import Modules, folder
from neural.domains.repository.record import Definition, File
from neural.domains.repository.summary import Summary, summary
from neural.records import similar
from neural.repositories.foreign import TEST_FILE

# What every programmer of the language knows is not asked about.
STANDARD = re.compile(
    r"(?:fmt|strings|errors|os|time|sync|strconv|sort|math|bytes|log|testing|context|io|path|"
    r"filepath|re|sys|typing|collections|itertools|functools|json|random|logging)(?:$|[./#])|"
    r"[.#/~]|@/|java\.(?:lang|util|io)|node:|(?:fs|path|util|assert|http|events|os|url|crypto)(?:$|#)"
)
SIMILAR = 0.85  # Jaccard similarity that makes two definitions one


@lru_cache(1 << 16)
def _is_test(path: str) -> bool:
    return bool(TEST_FILE.search(path))


@dataclass(frozen=True)
class Origin:
    """Where a repository's rows come from."""

    name: str
    place: str
    revision: str
    license: str


@dataclass
class Use:
    """A call of a definition: in which file, inside which definition, on which line."""

    path: str
    caller: Definition
    line: int
    callee: str


@dataclass
class Index:
    """A repository's files and what joins them."""

    origin: Origin
    files: dict[str, File]
    modules: Modules
    by_name: dict[str, list[Definition]] = field(default_factory=lambda: defaultdict(list))
    where: dict[Definition, str] = field(default_factory=dict)
    uses: dict[Definition, list[Use]] = field(default_factory=lambda: defaultdict(list))
    foreign: dict[tuple[str, str], list[Use]] = field(default_factory=lambda: defaultdict(list))
    calls: dict[Definition, list[Definition]] = field(default_factory=lambda: defaultdict(list))
    unknown: Counter[str] = field(default_factory=Counter)  # calls by name of which nobody knows
    duplicates: int = 0
    _speakers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path, file in self.files.items():
            for one in file.definitions:
                self.where[one] = path
                if not one.test:
                    self.by_name[one.name.rpartition(".")[2]].append(one)
        self._imports = {
            path: {
                name: (target, *self.modules.find(path, target))
                for name, target in file.imports.items()
            }
            for path, file in self.files.items()
        }
        self._link_calls()

    def is_test(self, path: str) -> bool:
        return _is_test(path)

    @cached_property
    def paths(self) -> Counter[str]:
        """How many definitions there are of a name as people say it."""
        named = (one.path for one, path in self.where.items() if not self.is_test(path))
        return Counter(named)

    @cached_property
    def summaries(self) -> dict[Definition, Summary]:
        """What documentations say first, of what is no test."""
        found = {one: summary(one.doc, one.name) for one in self.where if one.doc and not one.test}
        return {one: said for one, said in found.items() if said}

    @cached_property
    def asked(self) -> Counter[str]:
        """How many definitions have the same summary, so that nobody can tell which is meant."""
        return Counter(said.task or said.being for said in self.summaries.values())

    @cached_property
    def foreign_by_file(self) -> dict[str, dict[tuple[str, str], list["Use"]]]:
        """Others' functions by the file whose definitions call them most, with the calls there."""
        found: dict[str, dict[tuple[str, str], list[Use]]] = defaultdict(dict)
        for key, uses in sorted(self.foreign.items()):
            inside = [use for use in uses if not self.is_test(use.path)]
            if inside and not STANDARD.match(key[0]):
                places = Counter(use.path for use in inside)
                home = min(places, key=lambda path: (-places[path], path))
                found[home][key] = [use for use in inside if use.path == home]
        return found

    def speaker(self, package: str) -> str:
        """The file that speaks for a folder's package, "" where none does."""
        if package not in self._speakers:
            found = []
            for path in self.modules.folders.get(package, ()):
                file, name = self.files[path], path.rsplit("/", 1)[-1]
                known = name in ("__init__.py", "package-info.java", "doc.go")
                stem = name.rpartition(".")[0]
                own = file.language == "go" and stem in (file.package, package.rsplit("/", 1)[-1])
                said = file.language == "go" and file.doc.startswith("Package ")
                if file.doc and not self.is_test(path) and (known or own or said):
                    narrow = "This file" in file.doc
                    found.append((not known, not own, narrow, -len(file.doc), path))
            alone = len(found) == 1 or (found and not all(min(found)[:2]))
            self._speakers[package] = min(found)[-1] if alone else ""
        return self._speakers[package]

    @cached_property
    def methods(self) -> dict[tuple[str, str], list[Definition]]:
        """Methods by their type's folder and name."""
        found = defaultdict(list)
        for one, path in self.where.items():
            if one.owner:
                found[folder(path), one.owner].append(one)
        return found

    @cached_property
    def types(self) -> dict[str, list[Definition]]:
        found = defaultdict(list)
        for one in self.where:
            if one.is_type:
                found[one.name].append(one)
        return found

    @cached_property
    def package_imports(self) -> dict[str, Counter[str]]:
        """For each folder the folders that its files import, tests left out, with how many do."""
        found: dict[str, Counter[str]] = {}
        for path, imported in self._imports.items():
            if self.is_test(path) or self.files[path].language == "markdown":
                continue
            edges = found.setdefault(folder(path), Counter())
            targets = {inside for _, inside, _ in imported.values() if inside}
            for inside in {one if one in self.modules.folders else folder(one) for one in targets}:
                if inside != folder(path):
                    edges[inside] += 1
        return found

    def imported(self, path: str) -> dict[str, tuple[str, str, str]]:
        """By local name: what a file imports, the repository's file or folder behind it ("" for
        others' code) and the name inside it."""
        return self._imports[path]

    def _link_calls(self) -> None:
        resolver = Resolver(self)
        for path, file in self.files.items():
            for caller in file.definitions:
                for call in caller.calls:
                    self._link(resolver, path, caller, call.callee, call.line)

    def _link(
        self, resolver: Resolver, path: str, caller: Definition, callee: str, line: int
    ) -> None:
        receiver, _, name = callee.rpartition(".")
        imported = self._imports[path]
        head = (receiver or name).partition(".")[0]
        if head in imported:
            target, inside, _ = imported[receiver if receiver in imported else head]
            if not inside:
                if receiver in (head, ""):
                    self.foreign[target, name].append(Use(path, caller, line, callee))
                return
        if name not in self.by_name:
            return
        found = resolver.resolve(path, caller, receiver, name)
        if found is None:
            self.unknown[name] += 1
        elif found is not caller:
            self.uses[found].append(Use(path, caller, line, callee))
            self.calls[caller].append(found)

    def drop_duplicates(self) -> None:
        """Marks all but the first of definitions that are nearly the same."""
        bodies = [one for one in self.where if not one.unfit and one.bands and not one.is_type]
        if not bodies:
            return
        bands = np.frombuffer(b"".join(one.bands for one in bodies), np.uint64)
        pairs = similar.candidates(bands.reshape(-1, similar.BANDS))
        rows = np.unique(pairs)
        sets = similar.sets([bodies[row].said for row in rows])
        shares = similar.shares(np.searchsorted(rows, pairs), sets) if len(pairs) else []
        for (_, later), share in zip(pairs, shares, strict=True):
            if share >= SIMILAR and not bodies[later].unfit:
                bodies[later].unfit = "near-duplicate"
                self.duplicates += 1

    def fence(self, path: str) -> str:
        """The word for a file's language in a code block."""
        return languages.grammar(path).fence
