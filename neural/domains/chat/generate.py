"""Rows of the built-in dialogues, or of the user's own conversations."""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

from neural.domains.chat.dialogues import KINDS
from neural.domains.chat.reading import Options, Reader, rows_of, tell
from neural.errors import UserError, nearest
from neural.files import atomic_write
from neural.lineage import canonical
from neural.records.dedupe import content_key, digest

LITTLE = 0.15  # of a chat: an exchange that adds no more makes no row, for it would be a near copy
PATIENCE = 400  # draws without a new dialogue after which a kind counts as used up


def generate(count: int, seed: int, kinds: list[str] | None = None) -> Iterator[dict]:
    """`count` rows of built-in dialogues, one for each answer; no two have the same prompt.

    UserError names an unknown kind, or says how many rows there are.
    """
    for name in kinds or ():
        if name not in KINDS:
            known = ", ".join(KINDS)
            raise UserError(f"unknown kind {name!r}; known: {known}.{nearest(name, KINDS)}")
    pool = [name for name in KINDS if not kinds or name in kinds]
    rng = Random(seed)
    seen: set[int] = set()
    tried = dict.fromkeys(pool, 0)
    made = 0
    while made < count and pool:
        weights = list(accumulate(KINDS[name].weight for name in pool))
        name = rng.choices(pool, cum_weights=weights)[0]
        number = rng.getrandbits(40)
        fresh = [row for row in make(name, number) if not seen & _keys(row)]
        tried[name] = 0 if fresh else tried[name] + 1
        if tried[name] >= PATIENCE:
            pool.remove(name)
        for row in fresh[: count - made]:
            seen |= _keys(row)
            made += 1
            yield row
    if made < count:
        raise UserError(
            f"asked for {count} rows, but only {made} distinct ones can be made"
            f"{' of ' + ', '.join(kinds) if kinds else ''}; ask for at most {made}."
        )


def _keys(row: dict) -> set[int]:
    """What rows share that ask the same, up to how it is typed, or that only differ in what the
    system message says."""
    asked = (turn["content"].casefold().rstrip(".") for turn in row["messages"][:-1])
    return {digest(*asked), content_key(row)}


def make(kind: str, number: int) -> list[dict]:
    """The rows of a dialogue, always the same for a kind and a number: one for each answer
    that adds something."""
    dialogue = KINDS[kind].draw(Random(f"{kind} {number}"))
    group = digest(kind, repr(dialogue.key))
    head = [{"role": "system", "content": dialogue.system}] if dialogue.system else []
    roles = ("user", "assistant")
    chat = [{"role": roles[n % 2], "content": turn} for n, turn in enumerate(dialogue.turns)]
    return [
        {
            "id": f"{group:032x}",
            "messages": head + chat[:end],
            "category": kind,
            "dialogue": number,
            "source": "chat",
            "license": "Apache-2.0",
            "split_group": f"chat/{kind}/{group:032x}"[: len(kind) + 17],
        }
        for end in range(2, len(chat) + 1, 2)
        if end == 2 or _share(chat[end - 2 : end], chat[:end]) > LITTLE
    ]


def _share(exchange: list[dict], chat: list[dict]) -> float:
    """The exchange's part of the chat's words."""
    mine, all_ = (sum(len(turn["content"].split()) for turn in part) for part in (exchange, chat))
    return mine / all_


def own(
    inputs: Iterable[str | Path],
    license: str,
    options: Options,
    count: int | None = None,
    seed: int = 1,
    every: bool = True,
    report: Path | None = None,
    note: Callable[[str], None] = lambda text: None,
) -> list[dict]:
    """Rows of the user's conversations: all, or `count` of them. Writes and tells the report.

    UserError where there are not so many.
    """
    reader = Reader(options)
    rows = list(rows_of(reader.read(inputs), license, every))
    told = reader.report()
    tell(told, note)
    if report:
        with atomic_write(report) as file:
            file.write(canonical(told) + "\n")
    if not rows:
        raise UserError("--input: no conversation that can be used; see what was left out above.")
    if count is None:
        return rows
    if len(rows) < count:
        raise UserError(
            f"asked for {count} rows, but these conversations give only {len(rows)}; ask for at "
            f"most {len(rows)}, or add files to --input."
        )
    rows.sort(key=lambda row: digest(seed, row["id"], len(row["messages"])))
    return rows[:count]
