"""Grids with whole coordinates: robots, beams, tiles, shapes and fences."""

from neural.domains.coding.draw import ints, text
from neural.domains.coding.family import Family, invalid

POINT = {"Point": "x: int, y: int"}
CELL = {"Cell": "row: int, column: int"}


def field(letters, rows=(1, 4), columns=(1, 5)):
    def draw(rng):
        height, width = rng.randint(*rows), rng.randint(*columns)
        return ["".join(rng.choices(letters, k=width)) for _ in range(height)]

    return draw


def in_field(letters):
    def draw(rng):
        rows = field(letters)(rng)
        return rows, rng.randrange(len(rows)), rng.randrange(len(rows[0]))

    return draw


def spiralled(number, turn):
    """Walks and turns inwards wherever that cell is still free."""
    x = y = 0
    dx, dy = (0, -1) if turn == "ccw" else (0, 1)
    seen = {(0, 0)}
    for _ in range(number - 1):
        inwards = (-dy, dx) if turn == "ccw" else (dy, -dx)
        if (x + inwards[0], y + inwards[1]) not in seen:
            dx, dy = inwards
        x, y = x + dx, y + dy
        seen.add((x, y))
    return x, y


def shapes(rng):
    base = [(0, 0), (0, 1), (1, 1), *rng.choice([[], [(2, 1)], [(1, 2)], [(0, 2)]])]
    other = [(r, -c) for r, c in base] if rng.random() < 0.4 else list(base)
    for _ in range(rng.randint(0, 2)):
        other = [(c, -r) for r, c in other]
    if rng.random() < 0.25:
        other[-1] = (other[-1][0] + 1, other[-1][1])
    dr, dc = rng.randint(-2, 2), rng.randint(-2, 2)
    rng.shuffle(other)
    return base, [(r + dr, c + dc) for r, c in other]


FAMILIES = [
    Family(
        signature="drive(width: int, height: int, commands: str) -> Robot",
        records={"Robot": "x: int, y: int, heading: str"},
        statement="Simulate a robot on a field of {width} by {height} cells. It begins in the "
        'bottom left cell (0, 0) and looks north, where y grows. Of {commands}, "L" '
        'and "R" turn it by 90 degrees to the left or right and "F" moves it one cell '
        "forward. {wall} Return where it ends and its heading, N, E, S or W.",
        requests=[
            "Simulate a robot on a grid of {width} by {height} cells. It starts at (0, 0) facing "
            'north (y grows to the north) and follows {commands}: "L" and "R" turn it on the '
            'spot, "F" goes one cell forward. {wall} Return the final x, y and heading as N, E, '
            "S or W."
        ],
        params={
            "wall": {
                "stay": "A step that would leave the field is ignored.",
                "wrap": "A step over an edge leads to the cell at the opposite edge.",
                "turn": "Instead of a step that would leave the field, it turns to the right.",
            }
        },
        inputs={"width": ints(1, 3), "height": ints(1, 3), "commands": text("FFFRL", 0, 10)},
        edges=[
            (3, 3, "FFRF"),
            (2, 2, "FFF"),
            (3, 2, ""),
            (3, 3, "LF"),
            (1, 1, "F"),
        ],
        cost="O(n)",
    ),
    Family(
        signature="cells_within(rows: int, columns: int, center: Cell, reach: int) -> list[Cell]",
        records=CELL,
        statement="On a board of {rows} by {columns} cells, counted from 0, return the cells other "
        "than {center} that a piece there reaches, row by row and from left to right. It goes up "
        "to {reach} steps, {how}. {center} is on the board.",
        requests=[
            "List the cells of a {rows} by {columns} board that can be reached from {center}, "
            "which is not one of them, with up to {reach} steps, {how}. Sort them by row, then "
            "by column; both count from 0."
        ],
        params={
            "how": {
                "taxi": "each to a cell above, below, to the left or to the right",
                "king": "each to any of the eight cells around",
                "rook": "all in the same direction: up, down, left or right",
            }
        },
        inputs=lambda rng: (
            rows := rng.randint(1, 4),
            columns := rng.randint(1, 4),
            (rng.randrange(rows), rng.randrange(columns)),
            rng.randint(0, 3),
        ),
        edges=[
            (3, 3, (1, 1), 1),
            (4, 4, (0, 0), 2),
            (1, 1, (0, 0), 3),
            (3, 3, (1, 1), 0),
        ],
        properties=[lambda center, result: center not in result and result == sorted(result)],
        cost="O(rows columns)",
    ),
    Family(
        signature="spiral_cell(number: int) -> Point",
        records=POINT,
        statement="The cells of an endless grid are numbered along a spiral: 1 is at (0, 0), 2 to "
        "its right at (1, 0), and from there it goes round {turn}, in ever larger squares without "
        "gaps. y grows upwards. Return the place of {number}, which is at least 1.",
        requests=[
            "Numbers from 1 on are written into an endless grid in a spiral: 1 at (0, 0), 2 at "
            "(1, 0), then round and round {turn} (y grows upwards), square by square. Where is "
            "{number}, which is 1 or more?"
        ],
        params={
            "turn": {
                "ccw": "counter-clockwise, so that 3 is at (1, 1) and 4 at (0, 1)",
                "cw": "clockwise, so that 3 is at (1, -1) and 4 at (0, -1)",
            }
        },
        inputs={"number": ints(1, 60)},
        edges=[(4,), (1,), (2,), (7,), (9,), (10,), (25,), (26,)],
        oracle=spiralled,
        cost="O(n)",
    ),
    Family(
        signature="cells_between(start: Cell, end: Cell) -> list[Cell]",
        records=CELL,
        statement="Return the cells on the straight line from {start} to {end}, in that order, "
        "{ends}. The line runs along a row, a column or a diagonal; for any other, "
        "{bent}.",
        requests=[
            "List the grid cells from {start} to {end}, {ends}. Only horizontal, vertical and "
            "diagonal lines are possible; for all others, {bent}."
        ],
        params={
            "ends": {
                "both": "both included",
                "neither": "both excluded",
                "last": "without {start}, but with {end} unless they are the same cell",
            }
        },
        errors={"bent": invalid("not a straight line")},
        inputs=lambda rng: (
            start := (rng.randint(0, 5), rng.randint(0, 5)),
            rng.choice(
                [
                    (start[0], rng.randint(0, 5)),
                    (rng.randint(0, 5), start[1]),
                    (start[0] + (n := rng.randint(-4, 4)), start[1] + n),
                    (start[0] + (n := rng.randint(-4, 4)), start[1] - n),
                    (rng.randint(0, 5), rng.randint(0, 5)),
                ]
            ),
        ),
        edges=[
            ((1, 1), (1, 4)),
            ((3, 3), (0, 0)),
            ((2, 2), (2, 2)),
            ((0, 0), (1, 2)),
            ((0, 3), (3, 0)),
            ((2, 0), (1, 0)),
        ],
        cost="O(n)",
    ),
    Family(
        signature="same_shape(first: list[Cell], second: list[Cell]) -> bool",
        records=CELL,
        statement="Tell whether the cells of {first} and those of {second} form the same shape: "
        "whether one can be {moves} so that it covers the other exactly. The order of the cells "
        "does not matter, no cell is repeated, and there is at least one in each.",
        requests=[
            "{first} and {second} list the cells of two pieces of a puzzle, each at least one, "
            "in any order and without repetition. Can one be {moves} so that it lies exactly on "
            "the other?"
        ],
        params={
            "moves": {
                "shift": "shifted, but not turned or flipped,",
                "turn": "shifted and turned by quarter turns, but not flipped,",
                "flip": "shifted, turned by quarter turns and flipped over",
            }
        },
        inputs=shapes,
        edges=[
            ([(0, 0), (0, 1), (1, 0)], [(5, 6), (6, 5), (5, 5)]),
            ([(0, 0), (0, 1), (0, 2)], [(0, 0), (1, 0), (2, 0)]),
            ([(0, 0), (0, 1), (1, 1), (1, 2)], [(0, 1), (0, 2), (1, 0), (1, 1)]),
            ([(3, 3)], [(0, -2)]),
            ([(0, 0)], [(0, 0), (0, 1)]),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="seen_cells(rows: list[str], row: int, column: int) -> int",
        statement='In the map {rows}, "#" is a wall and "." is free; all rows have the same '
        "length. Count the free cells that a camera at {row} and {column}, both counted from 0, "
        "sees when it looks {directions}, in each direction up to the next wall or the edge of "
        "the map. Its own cell, which may even be a wall, does not count.",
        requests=[
            'A camera stands at {row}, {column} (from 0) in a map {rows} of walls "#" and free '
            'cells "."; the rows are of the same length. It looks {directions}, each way until '
            "a wall or the edge of the map. How many free cells does it see? Its own cell is "
            "not counted, whatever is there."
        ],
        params={
            "directions": {
                "straight": "up, down, left and right",
                "diagonal": "in the four diagonal directions",
                "all": "in all eight directions, the diagonals included",
            }
        },
        inputs=in_field("...#"),
        edges=[
            (["...", "..#", "..."], 1, 1),
            (["."], 0, 0),
            ([".#.", "#.#", ".#."], 1, 1),
            (["....."], 0, 1),
        ],
        cost="O(rows + columns)",
    ),
    Family(
        signature="beam_cells(rows: list[str], entry: int) -> int",
        statement="Count the cells of the box {rows} that a beam of light passes. It enters from "
        'the {side} in row {entry}, counted from 0 at the top, passes empty cells "." '
        'and is turned by 90 degrees at the mirrors "/" and "\\", which stand '
        "diagonally in their cells as they are drawn and reflect on both sides, until "
        "it leaves the box. Every cell counts once, those with mirrors included. The "
        "rows have the same length.",
        requests=[
            "Light shines from the {side} into row {entry} (0 is the top) of a box {rows} with "
            'empty cells "." and two-sided diagonal mirrors "/" and "\\", drawn as they stand. '
            "How many different cells, with those of the mirrors, does the beam touch before it "
            "leaves? All rows are equally long."
        ],
        params={"side": {"left": "left", "right": "right"}},
        inputs=lambda rng: (
            rows := field("...//\\\\", (2, 4), (2, 5))(rng),
            rng.randrange(len(rows)),
        ),
        edges=[
            (["..\\.", "....", "..\\."], 0),
            (["..."], 0),
            (["/\\", "\\/"], 0),
            (["./.", ".\\."], 1),
        ],
        cost="O(rows columns)",
    ),
    Family(
        signature="tile_count(width: int, height: int, tile_width: int, tile_height: int) -> int",
        statement="For a floor of {width} by {height} and tiles of {tile_width} by "
        "{tile_height}, return {what}. All of these are positive. The first number is "
        "always the width, and tiles are laid in straight rows and columns without "
        "gaps, beginning in a corner.",
        requests=[
            "A floor of {width} by {height} gets tiles of {tile_width} by {tile_height} in a "
            "plain grid that begins in a corner. Everything is positive. Return {what}."
        ],
        params={
            "what": {
                "whole": "how many whole tiles fit if none is turned",
                "cover": "how many tiles it takes to cover the whole floor if none is turned, "
                "tiles at the far edges may be cut and what is cut off is thrown away",
                "turned": "how many whole tiles fit at most if all of them may be turned by 90 "
                "degrees together",
            }
        },
        inputs={
            "width": ints(1, 20),
            "height": ints(1, 20),
            "tile_width": ints(1, 5),
            "tile_height": ints(1, 5),
        },
        edges=[(10, 7, 3, 2), (6, 4, 2, 2), (5, 3, 2, 4), (3, 3, 5, 1), (1, 1, 1, 1)],
        cost="O(1)",
    ),
    Family(
        signature="fence_length(rows: list[str]) -> int",
        statement='In the map {rows}, "#" is a field and "." is open land; each cell is 1 by 1 and '
        "all rows have the same length. Return the length of the fence that keeps fields and "
        "open land apart, along every side that they share. {edge}",
        requests=[
            'How much fence separates the fields "#" from the open land "." in {rows}, a map of '
            "rows of equal length with cells of 1 by 1? {edge}"
        ],
        params={
            "edge": {
                "fenced": "What is outside of the map is open land, too.",
                "free": "Along the edge of the map there is no fence.",
                "sea": "Open land at the edge of the map needs a fence there as well, but fields "
                "at the edge need none.",
            }
        },
        inputs={"rows": field("##..")},
        edges=[
            (["##.", "#.."],),
            (["#"],),
            (["###", "#.#", "###"],),
            (["..", ".."],),
            (["."],),
        ],
        cost="O(rows columns)",
    ),
]
