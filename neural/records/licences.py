"""Whether a licence lets a row be trained on: known, and not for non-commercial use only."""

from functools import cache

from license_expression import ExpressionError, get_spdx_licensing


def kind_of_fault(text: str) -> tuple[str, str] | None:
    """("unknown-licence" or "denied-licence", detail) of a row's `license`, or None."""
    if not text:
        return "unknown-licence", "no license"
    try:
        keys = _spdx().license_keys(_spdx().parse(text, validate=True))
    except ExpressionError:
        return "unknown-licence", f"{text!r} is no SPDX expression"
    for key in keys:
        if "-NC" in key or "noncommercial" in key.lower():
            return "denied-licence", f"{text!r} is for non-commercial use"
    return None


@cache
def _spdx():
    return get_spdx_licensing()
