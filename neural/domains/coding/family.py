"""What a problem family is. AUTHORING.md beside this file says how to write one."""

import fnmatch
import inspect
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from neural.domains.coding import kinds
from neural.domains.coding.draw import Draw
from neural.domains.coding.kinds import Raised, Signature
from neural.errors import UserError

Params = Mapping[str, Any]
# The type of each kind of error in Python, JavaScript and Java; Go has one.
ERRORS = {
    "invalid": ("ValueError", "RangeError", "IllegalArgumentException"),
    "mistyped": ("TypeError", "TypeError", "IllegalArgumentException"),
    "missing": ("KeyError", "Error", "NoSuchElementException"),
    "state": ("RuntimeError", "Error", "IllegalStateException"),
}
CASES = 12  # random calls of a row beside the edges
LONGEST = 10  # operations on an object in a random case


@dataclass(frozen=True)
class Failure:
    """An error that a solution is to raise; `message` may hold * for what varies."""

    kind: str
    message: str

    def type(self, language: str) -> str:
        """The name of its type in that language."""
        if language == "go":
            return "error"
        place = ("python", "javascript", "java").index(language)
        suffix = ("Error", "Error", "Exception")[place]
        return ERRORS[self.kind][place] if self.kind in ERRORS else self.kind + suffix

    def fits(self, raised: Raised, language: str) -> bool:
        """Whether that is this error."""
        return self.type(language) in raised.kinds and fnmatch.fnmatchcase(
            raised.message, self.message.replace("[", "[[]")
        )


def invalid(message: str) -> Failure:
    """ValueError, RangeError, IllegalArgumentException."""
    return Failure("invalid", message)


def mistyped(message: str) -> Failure:
    """TypeError, TypeError, IllegalArgumentException."""
    return Failure("mistyped", message)


def missing(message: str) -> Failure:
    """KeyError, Error, NoSuchElementException."""
    return Failure("missing", message)


def state(message: str) -> Failure:
    """RuntimeError, Error, IllegalStateException."""
    return Failure("state", message)


def custom(name: str, message: str) -> Failure:
    """The family's own type, {name}Error in Python and JavaScript, {name}Exception in Java."""
    return Failure(name, message)


@dataclass(frozen=True)
class Family:
    """Problems that differ in the meaning of their parameters; AUTHORING.md says it by example.

    `signature` is Python's, names in snake_case; with `methods` it is a class's constructor.
    `statement` says all that a solution must do; each of `requests` says the same as a person asks.
    `params`: values of each parameter, with the words that stand for them in the texts, or alone.
    `inputs` draws each argument by name, or all together: (rng, **params) -> tuple.
    `edges` are calls worth a test: tuples of arguments, or a function of the parameters.
    `errors`: what may be raised, by the name that the texts use.
    `properties` and `oracle` take what they name: arguments, parameters, `result`, `operations`.
    `mutates` names the argument that is changed in place, which is the result then.
    `names`: identifiers that only the solution has, for the texts, where a driver is called.
    `where` tells which combinations of parameters make sense. `cost` is a solution's, as O(n).
    """

    signature: str
    statement: str
    requests: Sequence[str]
    inputs: Mapping[str, Draw] | Callable[..., tuple]
    edges: Sequence[tuple] | Callable[..., Sequence[tuple]] = ()
    params: Mapping[str, Mapping[Any, str] | Sequence] = field(default_factory=dict)
    methods: Sequence[str] = ()
    errors: Mapping[str, Failure] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    generics: Mapping[str, str] = field(default_factory=dict)
    properties: Sequence[Callable[..., bool]] = ()
    oracle: Callable[..., Any] | None = None
    mutates: str | None = None
    where: Callable[..., bool] | None = None
    cost: str = ""
    names: Sequence[str] = ()
    name: str = ""  # where the called function, a driver, is not the solution

    def __post_init__(self) -> None:
        # Reads as a name in messages and marks the section of each solutions file.
        if not self.name:
            plain = re.sub(r"(?<!^)(?=[A-Z])", "_", self.call.name).lower()
            object.__setattr__(self, "name", plain)

    @cached_property
    def call(self) -> Signature:
        """What the tests call."""
        try:
            return kinds.signature(self.signature, tuple(self.methods), self.records, self.generics)
        except UserError as error:
            raise UserError(f"{self.signature}: {error}") from None

    @cached_property
    def variants(self) -> tuple["Variant", ...]:
        """All combinations of parameters that make sense, in order."""
        names = list(self.params)
        all_of = itertools.product(*(list(self.params[name]) for name in names))
        made = (dict(zip(names, values, strict=True)) for values in all_of)
        return tuple(Variant(self, p) for p in made if self.where is None or self.where(**p))

    @property
    def entry(self) -> dict:
        """The call as the sandbox's runners read it."""
        call = self.call
        mutated = [name for name, _ in call.args].index(self.mutates) if self.mutates else None
        return {
            "name": call.name,
            "args": call.args,
            "returns": call.args[mutated][1] if self.mutates else call.returns,
            "mutates": mutated,
            "methods": call.methods,
            "generics": self.generics,
        }


@dataclass(frozen=True)
class Variant:
    """A family with values for its parameters: one problem."""

    family: Family
    params: Params

    def __str__(self) -> str:
        chosen = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return self.family.name + (f"[{chosen}]" if chosen else "")

    def edges(self) -> list[tuple]:
        """The calls that the author thought of."""
        edges = self.family.edges
        return list(edges(**self.params) if callable(edges) else edges)

    def cases(self, rng: Random, count: int) -> list[tuple]:
        """The edges and `count` random calls; the same for all variants of a family where its
        inputs do not ask for parameters."""
        return self.edges() + [self._draw(rng) for _ in range(count)]

    @cached_property
    def calls(self) -> list:
        """The cases of rows, as on the wire."""
        cases = self.cases(Random(f"rows {self.family.name}"), CASES)
        return [self.family.call.wire(case) for case in cases]

    def _draw(self, rng: Random) -> tuple:
        family, call = self.family, self.family.call
        if callable(family.inputs):
            return asked(family.inputs, {"rng": rng, **self.params})
        args = self._values(call.args, rng)
        if call.methods is None:
            return args
        names = list(call.methods)
        chosen = rng.choices(names, k=rng.randint(1, LONGEST))
        return args, [(name, *self._values(call.methods[name][0], rng)) for name in chosen]

    def _values(self, args: tuple, rng: Random) -> tuple:
        return tuple(self.family.inputs[name](rng) for name, _ in args)

    def named(self, case: tuple) -> dict[str, Any]:
        """Arguments and parameters by name, for properties and oracle."""
        call = self.family.call
        values = case if call.methods is None else case[0]
        made = dict(zip((name for name, _ in call.args), values, strict=True)) | dict(self.params)
        return made if call.methods is None else made | {"operations": case[1]}


def asked(function: Callable, values: Mapping[str, Any]) -> Any:
    """Calls a function with those of the values that its parameters name."""
    names = inspect.signature(function).parameters
    if any(each.kind == each.VAR_KEYWORD for each in names.values()):
        return function(**values)
    unknown = [name for name in names if name not in values]
    if unknown:
        raise UserError(
            f"{function.__qualname__} asks for {', '.join(unknown)}; there are: {', '.join(values)}"
        )
    return function(**{name: values[name] for name in names})
