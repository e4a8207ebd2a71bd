"""Solutions of spec.py's families; see AUTHORING.md."""


#: family shortest_path
#: moves=four
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]
#: moves=eight
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def shortest_path(grid: list[str]) -> int | None:
    free = {
        (row, column)
        for row, line in enumerate(grid)
        for column, cell in enumerate(line)
        if cell == "."
    }
    goal = (len(grid) - 1, len(grid[0]) - 1)
    front = {(0, 0)} & free
    steps = 0
    while front:
        if goal in front:
            return steps
        free -= front
        front = {(r + dr, c + dc) for r, c in front for dr, dc in STEPS} & free
        steps += 1
    return None


#: family measure_islands
#: how=four
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]
#: how=eight
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def measure_islands(rows: list[str]) -> int:
    land = {(r, c) for r, row in enumerate(rows) for c, x in enumerate(row) if x == "#"}
    sizes = []
    while land:
        waiting = [land.pop()]
        size = 0
        while waiting:
            row, column = waiting.pop()
            size += 1
            near = {(row + dr, column + dc) for dr, dc in STEPS} & land
            land -= near
            waiting.extend(near)
        sizes.append(size)
    return len(sizes)  #: what=count
    return max(sizes, default=0)  #: what=largest


#: family flood_fill
#: how=four
STEPS = [(0, 1), (1, 0), (0, -1), (-1, 0)]
#: how=eight
STEPS = [(dr, dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]
#: end


def flood_fill(rows: list[str], row: int, column: int) -> list[str]:
    cells = [list(line) for line in rows]
    old = cells[row][column]
    waiting = [(row, column)]
    while waiting:
        r, c = waiting.pop()
        if 0 <= r < len(cells) and 0 <= c < len(cells[r]) and cells[r][c] == old:
            cells[r][c] = "*"
            waiting += [(r + dr, c + dc) for dr, dc in STEPS]
    return ["".join(line) for line in cells]


#: family depth
def depth(tree: dict[str, list[str]], root: str) -> int:
    #: what=levels
    return 1 + max((depth(tree, child) for child in tree.get(root, [])), default=0)
    #: what=nodes
    return 1 + sum(depth(tree, child) for child in tree.get(root, []))
    #: what=leaves
    return sum(depth(tree, child) for child in tree.get(root, [])) or 1
    #: what=widest
    level = [root]
    widest = 0
    while level:
        widest = max(widest, len(level))
        level = [child for name in level for child in tree.get(name, [])]
    return widest
    #: end


#: family walk
def walk(tree: dict[str, list[str]], root: str) -> list[str]:
    below = [walk(tree, child) for child in tree.get(root, [])]  #: order=pre|post
    return [root, *(name for part in below for name in part)]  #: order=pre
    return [*(name for part in below for name in part), root]  #: order=post
    #: order=level|bottom
    levels = []
    level = [root]
    while level:
        levels.append(level)
        level = [child for name in level for child in tree.get(name, [])]
    return [name for level in levels for name in level]  #: order=level
    return [name for level in reversed(levels) for name in level]  #: order=bottom
    #: end


#: family outline
def outline(tree: dict[str, list[str]], root: str) -> list[str]:
    lines: list[str] = []

    #: style=indent
    def visit(name: str, level: int) -> None:
        lines.append("  " * level + name)
        for child in tree.get(name, []):
            visit(child, level + 1)

    visit(root, 0)
    #: style=numbers
    def visit(name: str, number: str) -> None:
        lines.append(f"{number} {name}")
        for place, child in enumerate(tree.get(name, []), 1):
            visit(child, f"{number}.{place}")

    visit(root, "1")
    #: style=path
    def visit(name: str, path: str) -> None:
        lines.append(path + name)
        for child in tree.get(name, []):
            visit(child, f"{path}{name}/")

    visit(root, "")
    #: end
    return lines


#: family common_ancestor
def common_ancestor(parents: dict[str, str], first: str, second: str) -> str | None:
    ours = _ancestors(parents, first)
    theirs = set(_ancestors(parents, second))
    return next((name for name in ours if name in theirs), None)


def _ancestors(parents: dict[str, str], name: str) -> list[str]:
    path = [name]
    while path[-1] in parents:
        path.append(parents[path[-1]])
    return path  #: itself=in
    return path[1:]  #: itself=out
