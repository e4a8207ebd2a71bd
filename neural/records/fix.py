"""Cleaned copies of files: the good rows byte for byte, and a list of what was removed and why."""

from collections.abc import Iterator
from pathlib import Path

from neural.errors import UserError
from neural.files import atomic_write
from neural.records import jsonl, reader
from neural.records.findings import KINDS, OF_ROWS, level
from neural.records.forms import BOM
from neural.records.validate import Validation

REMOVED = "removed.jsonl"
HARMLESS = ("byte-order-mark", "blank-line")  # mended without removing a row


def fix(made: Validation, folder: str | Path, strict: bool = False) -> list[dict]:
    """Writes `folder`/NAME.jsonl for each file, without the rows that have errors (`strict`: or
    warnings), and removed.jsonl. Returns file, cleaned, kept and removed (rows) of each.

    Of copies the first stays. What concerns no single row, such as imbalance, is left as it is.
    """
    folder = Path(folder)
    unwanted = _unwanted(made, strict)
    targets = [folder / _name(file["file"]) for file in made.files]
    _check(targets, made.paths)
    accounts, removed = [], []
    for file, target in zip(made.files, targets, strict=True):
        wrong = made.findings.rows_of(file["file"], unwanted)
        kept = 0
        with atomic_write(target, "wb") as cleaned:
            for number, line in _lines(file["file"]):
                if number in wrong:
                    removed.append(_told(file["file"], number, wrong[number], line))
                else:
                    cleaned.write(line)
                    kept += 1
        account = {"file": file["file"], "cleaned": str(target)}
        accounts.append(account | {"kept": kept, "removed": len(wrong)})
    jsonl.write(folder / REMOVED, removed)
    return accounts


def _unwanted(made: Validation, strict: bool) -> list[str]:
    """The kinds of findings whose rows are removed."""
    levels = made.limits.levels
    wanted = {"error", "warning"} if strict else {"error"}
    kinds = {kind for kind in KINDS if level(kind, levels) in wanted}
    kinds |= {one for all, one in OF_ROWS.items() if all in kinds and all in made.findings.lines}
    return [kind for kind in KINDS if kind in kinds and kind not in HARMLESS]


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, each with an end, without a byte-order mark."""
    try:
        for number, line in reader.lines(path):
            line = line.removeprefix(BOM) if number == 1 else line
            if line.strip():
                yield number, line if line.endswith(b"\n") else line + b"\n"
    except UserError:
        return  # damaged from here on, which was found when it was scanned


def _told(file: str, line: int, kinds: list[str], text: bytes) -> dict:
    # A secret must not be published a second time.
    shown = "" if "secret" in kinds else text.decode("utf-8", "backslashreplace").rstrip("\n")
    return {"file": file, "line": line, "why": kinds, "row": shown}


def _name(file: str) -> str:
    name = "stdin" if file == reader.STDIN else Path(file).name
    for ending in (".gz", ".zst", *reader.SHARD):
        name = name.removesuffix(ending)
    return f"{name}.jsonl"


def _check(targets: list[Path], sources: list[str]) -> None:
    given = {Path(reader.local(path)).resolve() for path in sources}
    for place, target in enumerate(targets):
        if target.resolve() in given:
            raise UserError(
                f"--fix {target.parent}: would overwrite {target}; name another folder."
            )
        if target in targets[:place] or target.name == REMOVED:
            raise UserError(f"--fix: two files would be written to {target}; fix them one by one.")
