"""Which types implement an interface or extend a class."""

from collections import defaultdict
from collections.abc import Iterator

from neural.domains.repository.index import Index
from neural.domains.repository.modules import folder
from neural.domains.repository.record import Definition


def implementers(index: Index) -> dict[Definition, list[Definition]]:
    """By interface or base class: the types that implement or extend it, tests' left out.

    In Go a type must have all methods with the same parameters; an interface that embeds one of
    another repository is not judged.
    """
    found: dict[Definition, list[Definition]] = defaultdict(list)
    _named(index, found)
    _structural(index, found)
    return {
        one: sorted(some, key=lambda t: (index.where[t], t.start)) for one, some in found.items()
    }


def _named(index: Index, found: dict[Definition, list[Definition]]) -> None:
    for one, path in index.where.items():
        if not one.is_type or index.files[path].language == "go" or index.is_test(path):
            continue
        for base in dict.fromkeys(one.bases):
            target = base.rpartition(".")[2]
            known = [kind for kind in index.types.get(target, ()) if kind is not one]
            near = [kind for kind in known if index.where[kind] == path]
            imported = index.imported(path).get(base.partition(".")[0], ("", "", ""))[1]
            meant = near or [k for k in known if imported and index.where[k].startswith(imported)]
            if not meant and len(known) == 1:
                meant = known
            if len(meant) == 1:
                found[meant[0]].append(one)


def _structural(index: Index, found: dict[Definition, list[Definition]]) -> None:
    by_method: dict[str, set[tuple[str, str]]] = defaultdict(set)
    signatures: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    types: dict[tuple[str, str], Definition] = {}
    for one, path in index.where.items():
        if index.files[path].language != "go":
            continue
        if one.owner:
            key = folder(path), one.owner
            by_method[one.name].add(key)
            signatures[key][one.name] = _shape(one.signature.partition(f" {one.name}(")[2])
        elif one.is_type and one.kind != "interface" and not index.is_test(path):
            types[folder(path), one.name] = one
    for one, path in index.where.items():
        if one.kind != "interface" or index.files[path].language != "go" or index.is_test(path):
            continue
        wanted = dict(_wanted(index, one, path, 0))
        if not wanted or "" in wanted:
            continue
        having = set.intersection(*(by_method.get(name, set()) for name in wanted))
        for key in having:
            same = all(signatures[key][name] == shape for name, shape in wanted.items())
            if key in types and same:
                found[one].append(types[key])


def _wanted(index: Index, one: Definition, path: str, depth: int) -> Iterator[tuple[str, str]]:
    """Names and shapes of the methods that an interface asks for; "" for what is unknown."""
    for member in one.members:
        yield member.name, _shape(member.type.removeprefix("("))
    for base in one.bases:
        package, _, name = base.rpartition(".")
        here = folder(path)
        if package:
            here = index.imported(path).get(package, ("", "", ""))[1]
        known = [k for k in index.types.get(name, ()) if folder(index.where[k]) == here]
        if len(known) == 1 and known[0].kind == "interface" and depth < 5:
            yield from _wanted(index, known[0], index.where[known[0]], depth + 1)
        else:
            yield "", ""


def _shape(signature: str) -> str:
    """How many parameters there are and what comes back: what tells methods of one name apart.

    `signature` begins behind the opening bracket.
    """
    depth, count, end = 1, 0, 0
    while end < len(signature):
        sign = signature[end]
        depth += (sign in "([{") - (sign in ")]}")
        count += sign == "," and depth == 1
        if depth == 0:
            break
        end += 1
    filled = bool(signature[:end].strip(" ,"))
    results = signature[end + 1 :].split("{")[0].strip("() ")
    kinds = [part.split()[-1].rpartition(".")[2] for part in results.split(",") if part.split()]
    return f"{count + filled}>{','.join(kinds)}"
