"""The import graph of packages as an SVG: layers from the bottom up, an arrow for each import."""

from html import escape
from statistics import mean

WIDTH, HEIGHT, GAP, RISE = 150, 34, 18, 96  # px: a box, and between boxes and layers
MOST = 60  # packages that can be told apart in one picture
ACROSS = 8  # boxes beside each other; a wider layer breaks into rows


def draw(packages: list[dict]) -> tuple[str, int]:
    """An SVG of the packages (as `report` tells them), and how many small ones are left out.

    A package stands above all that it imports; packages that import each other stand in one row.
    """
    kept = sorted(packages, key=lambda one: (-one["lines"], one["name"]))[:MOST]
    names = {one["name"] for one in kept}
    rows = _ordered(_rows(kept), names)
    places = {
        one["name"]: ((WIDTH + GAP) * (column + (ACROSS - len(row)) / 2), RISE * number)
        for number, row in enumerate(reversed(rows))
        for column, one in enumerate(row)
    }
    width = (WIDTH + GAP) * ACROSS
    height = RISE * max(1, len(rows)) - RISE + HEIGHT + 2 * GAP
    arrows = [
        _arrow(places[one["name"]], places[other], files)
        for one in kept
        for other, files in one["imports"].items()
        if other in names
    ]
    boxes = [_box(one, *places[one["name"]]) for one in kept]
    head = (
        f'<svg viewBox="{-GAP} {-GAP} {width + GAP} {height}" role="img" '
        'xmlns="http://www.w3.org/2000/svg" aria-label="packages and what they import">'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" '
        'markerHeight="6" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    return head + "".join(arrows) + "".join(boxes) + "</svg>", len(packages) - len(kept)


def _rows(packages: list[dict]) -> list[list[dict]]:
    rows = []
    for layer in sorted({one["layer"] for one in packages}):
        some = sorted((one for one in packages if one["layer"] == layer), key=lambda o: o["name"])
        count = -(-len(some) // ACROSS)
        rows += [some[number::count] for number in range(count)]
    return rows


def _ordered(rows: list[list[dict]], names: set[str]) -> list[list[dict]]:
    """The rows from the bottom up, each box near the middle of what it imports."""
    place: dict[str, float] = {}
    for number, row in enumerate(rows):

        def middle(one: dict) -> tuple[float, str]:
            below = [place[other] for other in one["imports"] if other in place]
            return (mean(below) if below else 0.5, one["name"])

        rows[number] = sorted(row, key=middle)
        for column, one in enumerate(rows[number]):
            place[one["name"]] = (column + 0.5) / len(row)
    return rows


def _arrow(start: tuple[float, float], end: tuple[float, float], files: int) -> str:
    x1, y1, x2, y2 = start[0] + WIDTH / 2, start[1] + HEIGHT, end[0] + WIDTH / 2, end[1]
    if y2 <= y1:  # in one row, or back up
        y1, y2 = start[1], end[1] + HEIGHT
    bend = (y2 - y1) / 2
    thick = min(4.0, 0.8 + files / 6)
    return (
        f'<path class="arrow" d="M{x1:.0f} {y1:.0f}C{x1:.0f} {y1 + bend:.0f} {x2:.0f} '
        f'{y2 - bend:.0f} {x2:.0f} {y2:.0f}" stroke-width="{thick:.1f}" marker-end="url(#tip)"/>'
    )


def _box(one: dict, x: float, y: float) -> str:
    name = one["name"]
    shown = name if len(name) <= 22 else f"…{name[-21:]}"
    told = f"{name}: {one['files']} files, {one['lines']} lines, layer {one['layer']}"
    return (
        f'<g><title>{escape(told)}</title><rect x="{x:.0f}" y="{y:.0f}" width="{WIDTH}" '
        f'height="{HEIGHT}" rx="5"/><text x="{x + WIDTH / 2:.0f}" y="{y + HEIGHT / 2 + 4:.0f}">'
        f"{escape(shown)}</text></g>"
    )
