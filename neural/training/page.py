"""What a preflight found, as a page that a person reads."""

import io
from pathlib import Path

from rich.console import Console, Group
from rich.table import Table

from neural.files import atomic_write
from neural.training import preflight
from neural.training.rows import Encoded

SHOWN = 5  # rows, from the shortest to the longest


def table(found: dict[str, str], title: str) -> Table:
    """A line for each check."""
    made = Table("check", "found", title=title, title_justify="left")
    for name, detail in found.items():
        made.add_row(name, detail)
    return made


def previews(tokenizer, encoded: Encoded, count: int = SHOWN) -> Group:
    """Rows as the model sees them, what is learned in green: the shortest, the longest, and some
    between."""
    order = sorted(encoded.examples, key=lambda one: len(one["input_ids"]))
    last = len(order) - 1
    chosen = sorted({round(i * last / max(1, count - 1)) for i in range(count)})
    texts = [preflight.preview(tokenizer, order[i]) for i in chosen]
    return Group(*(part for text in texts for part in (text, "")))


def write(path: Path, title: str, *parts: object) -> None:
    """The parts as HTML, the same bytes for the same parts."""
    console = Console(record=True, file=io.StringIO(), width=110, color_system="truecolor")
    console.print(f"[bold]{title}[/]\n")
    for part in parts:
        console.print(part)
        console.print()
    with atomic_write(path) as file:
        file.write(console.export_html(inline_styles=True))
