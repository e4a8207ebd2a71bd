"""Which definition a call means, by imports, by the type of the variable, by its name."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from neural.domains.repository.modules import folder
from neural.domains.repository.names import words
from neural.domains.repository.record import Definition

if TYPE_CHECKING:
    from neural.domains.repository.index import Index

# `store, err := storage.Open(`: what follows the sign, by which the engine finds it at once, and
# what stands before it.
GIVES = re.compile(r"=\s*(?:await\s+|new\s+)?&?((?:\w+\.)*)([A-Za-z_]\w*)(?:<[^>()]*>)?[({]")
TAKES = re.compile(r"(\w+)(?:,\s*\w+)*\s*:?$")
REACH = 80  # characters before the sign
TYPED = re.compile(r"(?:[\w.]+\.)?([A-Z_]\w*)")
STUB = re.compile(r"(?i)stub|mock|fake|noop|other|unsupported|nocgo|_no")


class Resolver:
    """Finds the definitions behind calls, remembering what the variables of a caller hold."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._variables: dict[Definition, dict[str, str]] = {}

    def resolve(self, path: str, caller: Definition, receiver: str, name: str) -> Definition | None:
        """The definition that `receiver.name(…)` means, None where that cannot be told."""
        found = self._index.by_name.get(name, ())
        if not receiver:
            return self._plain(path, caller, found, name)
        imported = self._index.imported(path)
        head = receiver.partition(".")[0]
        known = receiver if receiver in imported else head
        if known in imported and imported[known][1]:
            _, inside, inner = imported[known]
            if inner:
                return self._one(one for one in found if one.owner == inner)
            return self._one(one for one in found if not one.owner and self._in(one, inside))
        owned = [one for one in found if one.owner]
        if not owned:
            return None
        if kind := self._type_of(path, caller, receiver):
            typed = [one for one in owned if one.owner.rpartition(".")[2] == kind]
            near = [one for one in typed if self._in(one, folder(path))]
            return self._one(near or typed)
        return self._guess(path, owned, receiver)

    def _plain(
        self, path: str, caller: Definition, found: Iterable[Definition], name: str
    ) -> Definition | None:
        index = self._index
        imported = index.imported(path)
        if name in imported:
            _, inside, inner = imported[name]
            same = index.by_name.get(inner or name, ())
            return self._one(one for one in same if not one.owner and self._in(one, inside))
        free = [one for one in found if not one.owner]
        language = index.files[path].language
        if language == "go":
            return self._one(one for one in free if self._in(one, folder(path)))
        if language == "java":
            own = [one for one in found if one.owner == caller.owner and self._in(one, path)]
            return self._one(own) or self._one(
                one for one in found if one.is_type and self._in(one, folder(path))
            )
        return self._one(one for one in free if self._in(one, path))

    def _in(self, one: Definition, place: str) -> bool:
        """Whether a definition stands in a file or folder; a package's file speaks for all."""
        path = self._index.where[one]
        if place.endswith(("/__init__.py", "/index.ts", "/index.js")):
            place = folder(place)
            return place == "." or path.startswith(f"{place}/")
        return place in (path, folder(path))

    def _one(self, found: Iterable[Definition]) -> Definition | None:
        """The one definition; of variants for several systems in one package the fullest."""
        found = list(found)
        if len(found) > 1:
            where = self._index.where
            if len({(folder(where[one]), one.owner) for one in found}) > 1:
                return None
            found.sort(key=lambda one: (bool(STUB.search(where[one])), -one.statements, where[one]))
        return found[0] if found else None

    def _type_of(self, path: str, caller: Definition, receiver: str) -> str:
        """The name of the type of a variable or of a field of the caller's own type."""
        head, _, rest = receiver.partition(".")
        if head in ("self", "this", "cls") or self._is_receiver(caller, head):
            kind = caller.owner.rpartition(".")[2]
        else:
            kind = self._held(path, caller).get(head, "")
        for name in rest.split(".") if rest else ():
            owners = [one for one in self._index.types.get(kind, ()) if one.members]
            member = next((m for one in owners for m in one.members if m.name == name), None)
            found = TYPED.search(member.type) if member else None
            if found is None:
                return ""
            kind = found[1]
        return kind

    def _is_receiver(self, caller: Definition, head: str) -> bool:
        return bool(caller.owner) and caller.signature.startswith(
            (f"func ({head} ", f"func ({head}*")
        )

    def _held(self, path: str, caller: Definition) -> dict[str, str]:
        """What types a caller's parameters and variables have, as far as names tell."""
        if caller in self._variables:
            return self._variables[caller]
        held: dict[str, str] = {}
        for parameter in caller.parameters:
            names = re.findall(r"\w+", parameter)
            kind = next((word for word in names if word[0].isupper()), "")
            if kind and len(names) > 1:
                held[names[-1] if names[0] == kind else names[0]] = kind
        for given in GIVES.finditer(caller.text):
            at = given.start()
            taken = TAKES.search(caller.text, max(0, at - REACH), at)
            kind = self._made(path, given[1].rstrip("."), given[2]) if taken else ""
            if kind:
                held[taken[1]] = kind
        self._variables[caller] = held
        return held

    def _made(self, path: str, before: str, name: str) -> str:
        """The type of what `before.name(…)` gives."""
        if name in self._index.types:
            return name
        makers = self._index.by_name.get(name, ())
        results = {one.result for one in makers if one.result and not (one.owner and not before)}
        if len(results) == 1:
            found = TYPED.search(results.pop().replace("error", ""))
            return found[1] if found else ""
        kind = re.sub(r"^(?:New|new|create|Create|make|Make)", "", name)
        return kind if kind != name and kind in self._index.types else ""

    def _guess(self, path: str, owned: list[Definition], receiver: str) -> Definition | None:
        """A method by what the variable before it is called, or the only one of its name."""
        said = words(receiver.rpartition(".")[2])
        alone = len({one.owner for one in owned}) == 1
        named = [
            one
            for one in owned
            if (set(said) & set(words(one.owner)) if alone else said == words(one.owner))
        ]
        near = [one for one in named if self._in(one, folder(path))]
        for some in (near, named):
            if len(some) == 1:
                return some[0]
        if len(owned) == 1 and len(words(owned[0].name)) >= 2:
            return owned[0]
        return None
