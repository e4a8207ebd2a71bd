"""How much of what is too much: the thresholds of a validation, with their reasons."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from neural.errors import UserError, nearest

Share = Annotated[float, Meta(ge=0, le=1)]
Level = Literal["error", "warning", "info"]


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`validation` in config.yaml, --limits of scripts/validate_dataset.py."""

    uneven: Annotated[
        float, Meta(ge=1, description="largest category : smallest; surely beyond it: a warning")
    ] = 20.0
    imbalance: Annotated[
        float, Meta(ge=1, description="the same; beyond it: an error, the small one is not learnt")
    ] = 100.0
    similar: Annotated[
        float, Meta(gt=0, le=1, description="Jaccard similarity that makes a near-duplicate")
    ] = 0.85
    similar_share: Annotated[Share, Meta(description="of the rows, beyond it a warning")] = 0.05
    languages: Annotated[
        tuple[str, ...], Meta(description="ISO 639-1 codes that are wanted; empty: any")
    ] = ("en",)
    other_language_share: Annotated[
        Share, Meta(description="of the rows that are in no wanted language, beyond it a warning")
    ] = 0.05
    allowed_licenses: Annotated[
        tuple[str, ...], Meta(description="allowed although non-commercial or no SPDX expression")
    ] = ()
    leak_words: Annotated[
        int, Meta(ge=3, description="words in a row that make a shared passage")
    ] = 13
    leak_share: Annotated[
        Share, Meta(description="part of a held-out question that a row may share by passages")
    ] = 0.5
    context: Annotated[
        int, Meta(ge=0, description="longest row in tokens (0: the preset's; needs a tokenizer)")
    ] = 0
    levels: Annotated[
        dict[str, Level], Meta(description="another level for a kind of finding")
    ] = {}


def read(values: dict, kinds: dict) -> Limits:
    """Limits from plain values; UserError names a wrong key or value. `kinds`: the known ones."""
    for key in values:
        if key not in Limits.__struct_fields__:
            raise UserError(
                f"limits: no such key {key!r}; known: {', '.join(Limits.__struct_fields__)}."
                f"{nearest(key, Limits.__struct_fields__)}"
            )
    try:
        limits = msgspec.convert(values, Limits)
    except msgspec.ValidationError as error:
        raise UserError(f"limits: {error}.") from None
    for kind in limits.levels:
        if kind not in kinds:
            raise UserError(
                f"limits: levels: no such finding {kind!r}; known: {', '.join(kinds)}."
                f"{nearest(kind, kinds)}"
            )
    return limits
