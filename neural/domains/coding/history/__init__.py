"""Bugs that people had: commits with a test that fails before them and passes after them."""

from neural.domains.coding.history.again import NEEDED, answered, faults
from neural.domains.coding.history.rows import KEPT, Told, generate

__all__ = ["KEPT", "NEEDED", "Told", "answered", "faults", "generate"]
