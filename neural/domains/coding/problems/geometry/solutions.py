"""Solutions of spec.py's families; see AUTHORING.md."""


#: family turn
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def turn(first: Point, second: Point, third: Point) -> str:
    ahead = (second.x - first.x) * (third.y - second.y)
    aside = (second.y - first.y) * (third.x - second.x)
    if ahead == aside:
        return "straight"
    return "left" if ahead > aside else "right"  #: axis=up
    return "right" if ahead > aside else "left"  #: axis=down


#: family doubled_area
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def doubled_area(corners: list[Point]) -> int:
    following = corners[1:] + corners[:1]
    area = sum(a.x * b.y - b.x * a.y for a, b in zip(corners, following, strict=True))
    return abs(area)  #: sign=none
    return area  #: sign=ccw
    return -area  #: sign=cw


#: family contains_point
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def contains_point(corners: list[Point], spot: Point) -> bool:
    inside = False
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        side = (b.x - a.x) * (spot.y - a.y) - (spot.x - a.x) * (b.y - a.y)
        in_width = min(a.x, b.x) <= spot.x <= max(a.x, b.x)
        in_height = min(a.y, b.y) <= spot.y <= max(a.y, b.y)
        if side == 0 and in_width and in_height:
            return True  #: border=inside
            return False  #: border=outside
        # Count the edges that a ray from the spot to the right crosses.
        if (a.y > spot.y) != (b.y > spot.y) and (side > 0) == (b.y > a.y):
            inside = not inside
    return inside


#: family overlap_area
from typing import NamedTuple


class Rect(NamedTuple):
    left: int
    bottom: int
    right: int
    top: int


#: what!=both
def area(rect: Rect) -> int:
    return (rect.right - rect.left) * (rect.top - rect.bottom)


#: end
def overlap_area(first: Rect, second: Rect) -> int:
    width = min(first.right, second.right) - max(first.left, second.left)
    height = min(first.top, second.top) - max(first.bottom, second.bottom)
    common = max(width, 0) * max(height, 0)
    return common  #: what=both
    return area(first) + area(second) - common  #: what=any
    return area(first) + area(second) - 2 * common  #: what=one


#: family bounding_box
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


class Rect(NamedTuple):
    left: int
    bottom: int
    right: int
    top: int


def bounding_box(points: list[Point]) -> Rect | None:
    if not points:
        return None
    left = min(point.x for point in points)
    bottom = min(point.y for point in points)
    right = max(point.x for point in points)
    top = max(point.y for point in points)
    return Rect(left, bottom, right, top)  #: shape=tight
    return Rect(left - 1, bottom - 1, right + 1, top + 1)  #: shape=padded
    #: shape=square
    side = max(right - left, top - bottom)
    return Rect(left, bottom, left + side, bottom + side)
    #: end


#: family hull
from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def half(points: Iterable[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and not turns_left(chain[-2], chain[-1], point):
            chain.pop()
        chain.append(point)
    return chain[:-1]


def turns_left(a: Point, b: Point, c: Point) -> bool:
    return (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x)


def hull(points: list[Point]) -> list[Point]:
    distinct = sorted(set(points))
    if len(distinct) < 2:
        return distinct
    corners = half(distinct) + half(reversed(distinct))
    return corners  #: direction=ccw
    return corners[:1] + corners[:0:-1]  #: direction=cw


#: family segments_meet
from typing import NamedTuple


class Segment(NamedTuple):
    x1: int
    y1: int
    x2: int
    y2: int


def side(line: Segment, x: int, y: int) -> int:
    """Positive to the left of the line, negative to its right, zero on it."""
    across = (line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1)
    return (across > 0) - (across < 0)


#: meet=touch
def in_box(line: Segment, x: int, y: int) -> bool:
    xs, ys = (line.x1, line.x2), (line.y1, line.y2)
    return min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)


#: end
def segments_meet(first: Segment, second: Segment) -> bool:
    a = side(first, second.x1, second.y1)
    b = side(first, second.x2, second.y2)
    c = side(second, first.x1, first.y1)
    d = side(second, first.x2, first.y2)
    return a * b < 0 and c * d < 0  #: meet=cross
    #: meet=touch
    return (
        (a != b and c != d)
        or (a == 0 and in_box(first, second.x1, second.y1))
        or (b == 0 and in_box(first, second.x2, second.y2))
        or (c == 0 and in_box(second, first.x1, first.y1))
        or (d == 0 and in_box(second, first.x2, first.y2))
    )
    #: end


#: family nearest_point
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def nearest_point(points: list[Point], target: Point) -> Point | None:
    def distance(point: Point) -> int:
        dx, dy = abs(point.x - target.x), abs(point.y - target.y)
        return dx * dx + dy * dy  #: metric=straight
        return dx + dy  #: metric=taxi
        return max(dx, dy)  #: metric=king

    return min(points, key=distance, default=None)


#: family classify_triangle
def classify_triangle(a: int, b: int, c: int) -> str:
    short, middle, long = sorted((a, b, c))
    if short + middle <= long:
        return "none"
    #: kinds=sides
    return {1: "equilateral", 2: "isosceles", 3: "scalene"}[len({a, b, c})]
    #: kinds=angles
    difference = short**2 + middle**2 - long**2
    if difference == 0:
        return "right"
    return "acute" if difference > 0 else "obtuse"
    #: end


#: family lattice_points
from math import gcd
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def lattice_points(corners: list[Point]) -> int:
    edges = list(zip(corners, corners[1:] + corners[:1], strict=True))
    border = sum(gcd(b.x - a.x, b.y - a.y) for a, b in edges)
    return border  #: where=border
    #: where!=border
    doubled = abs(sum(a.x * b.y - b.x * a.y for a, b in edges))
    return (doubled - border) // 2 + 1  #: where=inside
    return (doubled + border) // 2 + 1  #: where=all
    #: end


#: family rotate_points
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def rotate_points(points: list[Point], center: Point, turns: int) -> list[Point]:
    offsets = [(point.x - center.x, point.y - center.y) for point in points]
    for _ in range(turns % 4):
        offsets = [(-dy, dx) for dx, dy in offsets]  #: direction=ccw
        offsets = [(dy, -dx) for dx, dy in offsets]  #: direction=cw
    return [Point(center.x + dx, center.y + dy) for dx, dy in offsets]


#: family straighten
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def needless(before: Point, point: Point, after: Point) -> bool:
    dx, dy = point.x - before.x, point.y - before.y
    next_dx, next_dy = after.x - point.x, after.y - point.y
    return dx * next_dy == dy * next_dx  #: back=dropped
    #: back=kept
    ahead = dx * next_dx + dy * next_dy > 0
    return ahead and dx * next_dy == dy * next_dx
    #: end


def straighten(path: list[Point]) -> list[Point]:
    inner = [
        point
        for before, point, after in zip(path, path[1:], path[2:], strict=False)
        if not needless(before, point, after)
    ]
    return path[:1] + inner + path[1:][-1:]
