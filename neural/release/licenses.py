"""Which licence a model may carry: what its base allows, and the rows it was trained on.

Judged as strictly as rights holders might: a model counts as a derivative of its training rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

KINDS = {
    "permissive": "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT PDDL-1.0 Unlicense",
    "attribution": "CC-BY-3.0 CC-BY-4.0 CDLA-Permissive-2.0 ODC-By-1.0",
    "share-alike": "AGPL-3.0-only AGPL-3.0-or-later CC-BY-SA-3.0 CC-BY-SA-4.0 GFDL-1.3-only "
    "GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later ODbL-1.0",
    "non-commercial": "CC-BY-NC-4.0 CC-BY-NC-SA-4.0",
    "no derivatives": "CC-BY-ND-4.0 CC-BY-NC-ND-4.0",
    "own terms": "Gemma Llama-3.1 Llama-3.2 Llama-3.3",
}
_KIND = {name.lower(): (name, kind) for kind, names in KINDS.items() for name in names.split()}
# Whose terms win over a permissive licence: such a model must carry them.
_BINDING = ("share-alike", "non-commercial", "own terms")


@dataclass(frozen=True)
class Terms:
    """`license`: the SPDX name that the model carries, None where none is possible.

    `problems`: why none is, or what nobody said; `notes`: what whoever passes it on must do.
    """

    license: str | None
    problems: list[str]
    notes: list[str]


def combine(base: str | None, data: Mapping[str, int]) -> Terms:
    """The terms of a model out of its base's licence and the number of rows of each licence.

    The name '' stands for rows that name none.
    """
    problems, notes, binding = [], [], {}
    if not base:
        problems.append("nobody said the base's licence; set `license` of the model")
    if data.get(""):
        problems.append(f"{data['']} training rows name no licence")
    for found, whose in ((base, "the base"), *((name, "training rows") for name in sorted(data))):
        if not found:
            continue
        name, kind = _KIND.get(found.lower(), (found, None))
        if kind is None:
            problems.append(f"{whose}: licence {found!r} is unknown here")
        elif kind == "no derivatives":
            problems.append(f"{whose}: {name} forbids derivatives")
        elif kind in _BINDING:
            binding[name] = kind
        elif kind == "attribution":
            notes.append(f"name the authors of what is under {name}")
    if len(binding) > 1:
        listed = ", ".join(f"{name} ({kind})" for name, kind in sorted(binding.items()))
        problems.append(f"no licence satisfies {listed} at once")
    if problems:
        return Terms(None, problems, notes)
    for name, kind in binding.items():
        notes.append(f"pass it on under {name} only ({kind})")
    return Terms(next(iter(binding), None) or _KIND[base.lower()][0], problems, notes)
