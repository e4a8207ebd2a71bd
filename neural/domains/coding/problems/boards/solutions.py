"""Solutions of spec.py's families; see AUTHORING.md."""


#: family drive
from typing import NamedTuple

HEADINGS = "NESW"
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]


class Robot(NamedTuple):
    x: int
    y: int
    heading: str


def drive(width: int, height: int, commands: str) -> Robot:
    x = y = heading = 0
    for command in commands:
        if command == "L":
            heading = (heading - 1) % 4
        elif command == "R":
            heading = (heading + 1) % 4
        else:
            dx, dy = STEPS[heading]
            #: wall=wrap
            x, y = (x + dx) % width, (y + dy) % height
            #: wall!=wrap
            if 0 <= x + dx < width and 0 <= y + dy < height:
                x, y = x + dx, y + dy
            #: wall=turn
            else:
                heading = (heading + 1) % 4
            #: end
    return Robot(x, y, HEADINGS[heading])


#: family cells_within
from typing import NamedTuple


class Cell(NamedTuple):
    row: int
    column: int


def cells_within(rows: int, columns: int, center: Cell, reach: int) -> list[Cell]:
    def reached(cell: Cell) -> bool:
        down, right = abs(cell.row - center.row), abs(cell.column - center.column)
        return 0 < down + right <= reach  #: how=taxi
        return 0 < max(down, right) <= reach  #: how=king
        return 0 < down + right <= reach and 0 in (down, right)  #: how=rook

    board = (Cell(row, column) for row in range(rows) for column in range(columns))
    return [cell for cell in board if reached(cell)]


#: family spiral_cell
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def spiral_cell(number: int) -> Point:
    x = y = 0
    dx, dy = 1, 0
    left, side = number - 1, 1
    while left > 0:
        for _ in range(2):  # two sides of each length
            steps = min(side, left)
            x, y = x + steps * dx, y + steps * dy
            left -= steps
            dx, dy = -dy, dx  #: turn=ccw
            dx, dy = dy, -dx  #: turn=cw
        side += 1
    return Point(x, y)


#: family cells_between
from typing import NamedTuple


class Cell(NamedTuple):
    row: int
    column: int


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


def cells_between(start: Cell, end: Cell) -> list[Cell]:
    down, right = end.row - start.row, end.column - start.column
    if down and right and abs(down) != abs(right):
        raise ValueError("not a straight line")
    length = max(abs(down), abs(right))
    steps = range(length + 1)  #: ends=both
    steps = range(1, length)  #: ends=neither
    steps = range(1, length + 1)  #: ends=last
    return [
        Cell(start.row + step * sign(down), start.column + step * sign(right))
        for step in steps
    ]


#: family same_shape
from typing import NamedTuple


class Cell(NamedTuple):
    row: int
    column: int


def normal(cells: list[Cell]) -> list[Cell]:
    top = min(cell.row for cell in cells)
    left = min(cell.column for cell in cells)
    return sorted(Cell(cell.row - top, cell.column - left) for cell in cells)


#: moves!=shift
def turned(cells: list[Cell]) -> list[Cell]:
    return [Cell(cell.column, -cell.row) for cell in cells]


#: end
def same_shape(first: list[Cell], second: list[Cell]) -> bool:
    return normal(first) == normal(second)  #: moves=shift
    #: moves=turn
    for _ in range(4):
        if normal(first) == normal(second):
            return True
        first = turned(first)
    return False
    #: moves=flip
    flipped = [Cell(cell.row, -cell.column) for cell in first]
    for _ in range(4):
        if normal(second) in (normal(first), normal(flipped)):
            return True
        first, flipped = turned(first), turned(flipped)
    return False
    #: end


#: family seen_cells
#: directions=straight
STEPS = [(-1, 0), (1, 0), (0, -1), (0, 1)]
#: directions=diagonal
STEPS = [(-1, -1), (-1, 1), (1, -1), (1, 1)]
#: directions=all
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def seen_cells(rows: list[str], row: int, column: int) -> int:
    def free(r: int, c: int) -> bool:
        return 0 <= r < len(rows) and 0 <= c < len(rows[r]) and rows[r][c] == "."

    seen = 0
    for down, right in STEPS:
        r, c = row + down, column + right
        while free(r, c):
            seen += 1
            r, c = r + down, c + right
    return seen


#: family beam_cells
def beam_cells(rows: list[str], entry: int) -> int:
    row, column = entry, 0  #: side=left
    row, column = entry, len(rows[entry]) - 1  #: side=right
    down, right = 0, 1  #: side=left
    down, right = 0, -1  #: side=right
    touched = set()
    while 0 <= row < len(rows) and 0 <= column < len(rows[row]):
        touched.add((row, column))
        if rows[row][column] == "/":
            down, right = -right, -down
        elif rows[row][column] == "\\":
            down, right = right, down
        row += down
        column += right
    return len(touched)


#: family tile_count
def tile_count(width: int, height: int, tile_width: int, tile_height: int) -> int:
    return (width // tile_width) * (height // tile_height)  #: what=whole
    return -(-width // tile_width) * -(-height // tile_height)  #: what=cover
    #: what=turned
    upright = (width // tile_width) * (height // tile_height)
    turned = (width // tile_height) * (height // tile_width)
    return max(upright, turned)
    #: end


#: family fence_length
def fence_length(rows: list[str]) -> int:
    #: edge!=free
    width = len(rows[0]) + 2
    outside = "."  #: edge=fenced
    outside = "#"  #: edge=sea
    inner = [outside + row + outside for row in rows]
    rows = [outside * width, *inner, outside * width]
    #: end
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    lines = rows + columns
    return sum(line.count("#.") + line.count(".#") for line in lines)
