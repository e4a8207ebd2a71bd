"""How many training rows each source gives: by shares, by temperature, under caps."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Literal, NamedTuple

from neural.errors import UserError, nearest
from neural.records.split import rounded

# The domain, general English, the domain with explanations: what guides to fine-tuning advise.
USUAL = (0.7, 0.2, 0.1)
SHORT = ("error", "repeat", "fewer")


class Amounts(NamedTuple):
    """What is wanted of a mix, besides its shares."""

    rows: int | None = None
    """Training rows in all; None: as many as the scarcest source allows."""
    short: Literal["error", "repeat", "fewer"] = "error"
    """What happens where a source has fewer rows than its share of `rows`."""
    temperature: float | None = None
    """Multiplies each share by the source's size to the power of 1 / temperature: 1 keeps the
    sources' own proportions, a large number makes them nearly as the shares say."""
    caps: Mapping[str, int] = {}
    """The most rows of a source."""


def usual(names: Sequence[str]) -> dict[str, float]:
    """The usual shares of one to three sources, in this order: domain, English, explanations."""
    if not 0 < len(names) <= len(USUAL):
        raise UserError(
            f"--mix: needed for {len(names)} sources; without it one to three are mixed as domain, "
            "general English, domain with explanations (70%, 20%, 10%)."
        )
    parts = [Fraction(str(share)) for share in USUAL[: len(names)]]
    return {name: float(part / sum(parts)) for name, part in zip(names, parts, strict=True)}


def amounts(
    available: Mapping[str, int],
    shares: Mapping[str, float],
    wanted: Amounts = Amounts(),  # noqa: B008 (immutable)
) -> dict[str, int]:
    """Rows to take of each source; more than there are where they are to be repeated.

    UserError where a source is short of `rows` and that is not allowed.
    """
    check(available, wanted)
    shares = tempered(available, shares, wanted.temperature)
    limited = {n: min(count, wanted.caps.get(n, count)) for n, count in available.items()}
    if wanted.rows is None:
        return allot(limited, shares)
    sizes = rounded({n: Fraction(str(s)) * wanted.rows for n, s in shares.items()}, wanted.rows)
    for name, size in sizes.items():
        if size <= limited[name]:
            continue
        if wanted.short == "fewer" or (wanted.short == "repeat" and name in wanted.caps):
            sizes[name] = limited[name]
        elif wanted.short == "error" or not available[name]:
            raise UserError(
                f"source {name}: {limited[name]} rows for training, but {size} are wanted "
                f"({shares[name]:.1%} of {wanted.rows}). Generate more, ask for fewer rows, or "
                "allow it: --short repeat shows rows again, --short fewer takes what there is."
            )
    return sizes


def tempered(
    available: Mapping[str, int], shares: Mapping[str, float], temperature: float | None
) -> dict[str, float]:
    """The shares after the temperature, which sum to 1 as they do."""
    if temperature is None:
        return dict(shares)
    weights = {n: share * available[n] ** (1 / temperature) for n, share in shares.items()}
    total = sum(weights.values()) or 1
    parts = {name: round(weight / total, 6) for name, weight in weights.items()}
    largest = max(parts, key=lambda name: (parts[name], name))
    parts[largest] = round(parts[largest] + 1 - sum(parts.values()), 6)
    return parts


def allot(available: Mapping[str, int], shares: Mapping[str, float]) -> dict[str, int]:
    """Rows to take of each source: the largest total whose parts are the shares, to one row."""
    exact = {name: Fraction(str(share)) for name, share in shares.items() if share}
    total = floor(min(available[name] / share for name, share in exact.items()))
    sizes = rounded({name: share * total for name, share in exact.items()}, total)
    return {name: sizes.get(name, 0) for name in shares}


def check(sources: Mapping[str, int], wanted: Amounts) -> None:
    """UserError for a value that no mix can have."""
    if wanted.short not in SHORT:
        raise UserError(
            f"--short: {wanted.short!r} is none of {', '.join(SHORT)}."
            f"{nearest(wanted.short, SHORT)}"
        )
    if wanted.rows is not None and wanted.rows < 1:
        raise UserError(f"--rows {wanted.rows}: expected 1 or more.")
    if wanted.temperature is not None and not 0.1 <= wanted.temperature <= 1000:
        raise UserError(
            f"--temperature {wanted.temperature:g}: expected a number from 0.1 to 1000."
        )
    for name, cap in wanted.caps.items():
        if name not in sources:
            raise UserError(
                f"--cap: no source {name!r}; given: {', '.join(sources)}.{nearest(name, sources)}"
            )
        if not isinstance(cap, int) or isinstance(cap, bool) or cap < 1:
            raise UserError(f"--cap: {name}: found {cap!r}, expected a number of rows.")
