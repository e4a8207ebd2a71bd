"""SHA-256 of large files, computed once: kept by path, times, size and inode."""

import json
import os
import time
from contextlib import suppress
from pathlib import Path

from neural.files import atomic_write, sha256

KEPT = Path(".snakemake/sums.json")
SETTLED = 1_000_000_000  # ns: a file changed so lately may change again within the same tick


class Sums:
    """A context: what it computes is kept for the next run when it ends."""

    def __enter__(self) -> "Sums":
        try:
            self._kept = json.loads(KEPT.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self._kept = {}
        self._now: dict[str, list] = {}
        return self

    def __exit__(self, *_: object) -> None:
        settled = time.time_ns() - SETTLED
        kept = {path: one for path, one in self._now.items() if one[1] < settled}
        # A folder that cannot be written only costs the next run its time.
        if kept != self._kept:
            with suppress(OSError), atomic_write(KEPT) as file:
                json.dump({**self._kept, **kept}, file)

    def of(self, path: str) -> str:
        """Hex digest of a file's bytes. The change time is the kernel's own: no program sets it."""
        state = os.stat(path)
        key = [state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino]
        known = self._now.get(path) or self._kept.get(path)
        if not known or known[:-1] != key:
            known = [*key, sha256(path)]
        self._now[path] = known
        return known[-1]
