"""Points, rectangles and polygons with whole coordinates."""

from math import atan2, pi

from neural.domains.coding.draw import ints, lists, tuples
from neural.domains.coding.family import Family

POINT = {"Point": "x: int, y: int"}
RECT = {"Rect": "left: int, bottom: int, right: int, top: int"}
point = tuples(ints(0, 6), ints(0, 6))
OUTLINES = [
    [(0, 0), (4, 0), (4, 3), (0, 3)],
    [(0, 0), (4, 0), (4, 2), (2, 2), (2, 4), (0, 4)],
    [(0, 0), (5, 1), (2, 4)],
    [(0, 2), (2, 0), (4, 2), (2, 4)],
    [(0, 0), (3, 2), (6, 0), (3, 5)],
    [(1, 0), (3, 0), (3, 1), (2, 1), (2, 3), (1, 3)],
]


def outline(rng):
    corners = rng.choice(OUTLINES)
    start = rng.randrange(len(corners))
    corners = corners[start:] + corners[:start]
    return corners[::-1] if rng.random() < 0.5 else corners


def rect(rng):
    left, bottom = rng.randint(0, 5), rng.randint(0, 5)
    return left, bottom, left + rng.randint(1, 5), bottom + rng.randint(1, 5)


def segment(rng):
    start, end = point(rng), point(rng)
    return segment(rng) if start == end else (*start, *end)


def stretches(rng):
    path = [(rng.randint(0, 3), rng.randint(0, 3))]
    for _ in range(rng.randint(0, 6)):
        x, y = path[-1]
        dx, dy = rng.choice([(1, 0), (2, 0), (-1, 0), (0, 1), (1, 1)])
        path.append((x + dx, y + dy))
    return path


def turned_right(a, b, c):
    """Positive if c is to the right of the way from a to b."""
    return (b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1])


def where_is(corners, x, y):
    """In the polygon, on its border or outside, by the angles at which its sides are seen."""
    angle = 0
    for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True):
        across = (a - x) * (d - y) - (c - x) * (b - y)
        along = (a - x) * (c - x) + (b - y) * (d - y)
        if across == 0 and along <= 0:
            return "border"
        angle += atan2(across, along)
    return "inside" if abs(angle) > pi else "outside"


def count_points(corners, where):
    width, height = max(x for x, _ in corners), max(y for _, y in corners)
    cells = ((x, y) for x in range(width + 1) for y in range(height + 1))
    found = [where_is(corners, x, y) for x, y in cells]
    return sum(each != "outside" if where == "all" else each == where for each in found)


def quarters(points, center, turns, direction):
    by = (1j if direction == "ccw" else -1j) ** (turns % 4)
    around = complex(*center)
    moved = [around + (complex(*each) - around) * by for each in points]
    return [(round(each.real), round(each.imag)) for each in moved]


FAMILIES = [
    Family(
        signature="turn(first: Point, second: Point, third: Point) -> str",
        records=POINT,
        statement="Tell in which direction one turns at {second} on the way from {first} over "
        '{second} to {third}: "left", "right" or "straight". Going back on the same line and '
        "points that are equal count as straight. The x axis points right and the y axis {axis}.",
        requests=[
            "Walking from {first} to {second} and on to {third}: is that a turn to the left, to "
            'the right, or straight on? Return "left", "right" or "straight"; turning back, or '
            "standing still, is straight. x grows to the right and y {axis}."
        ],
        params={"axis": {"up": "upwards", "down": "downwards, as on a screen"}},
        inputs={"first": point, "second": point, "third": point},
        edges=[
            ((0, 0), (2, 0), (2, 3)),
            ((0, 0), (1, 1), (3, 3)),
            ((0, 0), (2, 2), (1, 1)),
            ((1, 4), (1, 4), (5, 0)),
            ((0, 0), (0, 2), (3, 2)),
        ],
        cost="O(1)",
    ),
    Family(
        signature="doubled_area(corners: list[Point]) -> int",
        records=POINT,
        statement="Return twice the area of the polygon with these {corners}, which stay whole "
        "numbers that way, by the shoelace formula. The result is {sign}. The polygon does not "
        "cross itself, y grows upwards, and fewer than three corners have no area.",
        requests=[
            "Compute twice the area of a simple polygon from its {corners} with the shoelace "
            "formula (y grows upwards). The result is {sign}; with fewer than three corners it "
            "is 0."
        ],
        params={
            "sign": {
                "none": "never negative",
                "ccw": "positive if the corners go round counter-clockwise and negative if they "
                "go round clockwise",
                "cw": "positive if the corners go round clockwise and negative if they go round "
                "counter-clockwise",
            }
        },
        inputs={"corners": outline},
        edges=[
            ([(0, 0), (4, 0), (4, 3)],),
            ([(0, 0), (0, 2), (2, 2), (2, 0)],),
            ([],),
            ([(1, 1), (5, 4)],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="contains_point(corners: list[Point], spot: Point) -> bool",
        records=POINT,
        statement="Tell whether {spot} lies in the polygon with these {corners}, which are in "
        "order, in either direction. The polygon does not cross itself but need not be convex. A "
        "point on its border is {border}. Use whole numbers only.",
        requests=[
            "Is {spot} inside the polygon given by its {corners} (in order round it; it may be "
            "concave)? A point on the border counts as {border}. No floating point please."
        ],
        params={"border": {"inside": "inside", "outside": "outside"}},
        inputs=lambda rng: (
            corners := [(3 * x, 3 * y) for x, y in outline(rng)],
            (rng.randint(0, max(x for x, _ in corners)), rng.randint(0, 9)),
        ),
        edges=[
            ([(0, 0), (4, 0), (4, 3), (0, 3)], (2, 1)),
            ([(0, 0), (4, 0), (4, 3), (0, 3)], (4, 1)),
            ([(0, 0), (3, 2), (6, 0), (3, 5)], (3, 1)),
            ([(0, 2), (2, 0), (4, 2), (2, 4)], (-1, 2)),
            ([(0, 0), (4, 0), (4, 3)], (0, 0)),
        ],
        oracle=lambda corners, spot, border: (
            where_is(corners, *spot) == "inside"
            or (where_is(corners, *spot) == "border" and border == "inside")
        ),
        cost="O(n)",
    ),
    Family(
        signature="overlap_area(first: Rect, second: Rect) -> int",
        records=RECT,
        statement="Return the area that {what} of the rectangles {first} and {second} covers. "
        "Their sides are parallel to the axes, left is less than right and bottom less than top.",
        requests=[
            "Two axis-parallel rectangles {first} and {second}, each with left below right and "
            "bottom below top: how large is the area that {what} of them covers?"
        ],
        params={"what": {"both": "each", "any": "at least one", "one": "exactly one"}},
        inputs={"first": rect, "second": rect},
        edges=[
            ((0, 0, 4, 3), (2, 1, 6, 5)),
            ((0, 0, 2, 2), (2, 0, 3, 2)),
            ((0, 0, 5, 5), (1, 1, 2, 3)),
            ((0, 0, 1, 1), (5, 5, 6, 7)),
        ],
        oracle=lambda first, second, what: sum(
            {"both": n == 2, "any": n >= 1, "one": n == 1}[what]
            for x in range(12)
            for y in range(12)
            for n in [sum(a <= x < c and b <= y < d for a, b, c, d in (first, second))]
        ),
        cost="O(1)",
    ),
    Family(
        signature="bounding_box(points: list[Point]) -> Rect | None",
        records=POINT | RECT,
        statement="Return the smallest rectangle with sides parallel to the axes that holds all "
        "{points}, {shape}. Without points, return {none}.",
        requests=["Find the bounding box of {points}, {shape}. If there are none, give {none}."],
        params={
            "shape": {
                "tight": "which may lie on its border, so that of a single point it has no extent",
                "padded": "extended by 1 on each of the four sides",
                "square": "extended to the right or to the top until it is a square",
            }
        },
        inputs={"points": lists(tuples(ints(-5, 9), ints(-5, 9)), 0, 5)},
        edges=[
            ([(1, 2), (4, 3), (2, 7)],),
            ([],),
            ([(3, 3)],),
            ([(-2, 0), (5, 1)],),
            ([(0, 4), (4, 0)],),
        ],
        cost="O(n)",
    ),
    Family(
        signature="hull(points: list[Point]) -> list[Point]",
        records=POINT,
        statement="Return the corners of the convex hull of {points}, {direction} (y grows "
        "upwards), beginning with the leftmost one, of several the lowest. Points on an edge "
        "between two corners are no corners, and points that occur repeatedly count once. If all "
        "points lie on one line, the corners are its two ends, or the one point there is.",
        requests=[
            "Compute the convex hull of {points} and list its corners {direction} (y grows "
            "upwards), the leftmost first, of several leftmost ones the lowest. Leave out points "
            "in the middle of an edge and repeated points; if everything is on one line, only "
            "its ends remain."
        ],
        params={"direction": {"ccw": "counter-clockwise", "cw": "clockwise"}},
        inputs={"points": lists(tuples(ints(0, 5), ints(0, 5)), 0, 8)},
        edges=[
            ([(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0)],),
            ([],),
            ([(1, 1), (1, 1)],),
            ([(0, 0), (1, 1), (2, 2)],),
            ([(0, 3), (0, 1), (2, 2)],),
        ],
        properties=[
            lambda points, result: set(result) <= set(points),
            lambda points, result, direction: all(
                turned_right(a, b, each) * (1 if direction == "ccw" else -1) <= 0
                for a, b in zip(result, result[1:] + result[:1], strict=True)
                for each in points
            ),
        ],
        cost="O(n log n)",
    ),
    Family(
        signature="segments_meet(first: Segment, second: Segment) -> bool",
        records={"Segment": "x1: int, y1: int, x2: int, y2: int"},
        statement="Tell whether the straight segments {first} and {second} {meet}. The two ends "
        "of a segment differ. Use whole numbers only.",
        requests=[
            "Write an exact integer test for line segments: do {first} and {second} {meet}? "
            "Neither of them has length 0."
        ],
        params={
            "meet": {
                "touch": "have a point in common, their ends included",
                "cross": "cross in one point that is no end of either",
            }
        },
        inputs={"first": segment, "second": segment},
        edges=[
            ((0, 0, 4, 4), (0, 4, 4, 0)),
            ((0, 0, 2, 2), (2, 2, 5, 0)),
            ((0, 0, 4, 0), (2, 0, 6, 0)),
            ((0, 0, 2, 0), (3, 0, 5, 0)),
            ((0, 0, 4, 0), (2, 0, 2, 3)),
            ((0, 0, 1, 1), (0, 3, 3, 3)),
        ],
        cost="O(1)",
    ),
    Family(
        signature="nearest_point(points: list[Point], target: Point) -> Point | None",
        records=POINT,
        statement="Return that of {points} which is nearest to {target}, measured as {metric}; of "
        "several, the one that comes first. Without points, return {none}.",
        requests=[
            "Which of {points} is closest to {target}? Distances are measured as {metric}, the "
            "earlier point wins a tie, and {none} comes back if there are no points."
        ],
        params={
            "metric": {
                "straight": "the length of the straight line",
                "taxi": "the sum of the differences in x and in y",
                "king": "the larger of the differences in x and in y",
            }
        },
        inputs={"points": lists(point, 0, 6), "target": point},
        edges=[
            ([(0, 0), (3, 3), (0, 4)], (0, 1)),
            ([], (1, 1)),
            ([(3, 3), (0, 4)], (0, 0)),
            ([(5, 0), (3, 4), (4, 3)], (0, 0)),
            ([(2, 2), (0, 3)], (0, 0)),
        ],
        cost="O(n)",
    ),
    Family(
        signature="classify_triangle(a: int, b: int, c: int) -> str",
        statement="Tell which kind of triangle has sides of the lengths {a}, {b} and {c}: "
        '{kinds}. If they do not make a triangle with an area, return "none". All are '
        "positive.",
        requests=[
            "Given three positive side lengths {a}, {b} and {c}, return the kind of triangle: "
            '{kinds}. If there is no such triangle, or only a flat one, return "none".'
        ],
        params={
            "kinds": {
                "sides": '"equilateral", "isosceles" if exactly two sides are equal, or "scalene"',
                "angles": '"acute", "right" or "obtuse", after its largest angle',
            }
        },
        inputs={"a": ints(2, 6), "b": ints(2, 6), "c": ints(3, 8)},
        edges=[(3, 4, 5), (5, 5, 5), (2, 2, 3), (1, 2, 3), (9, 2, 3), (6, 5, 6), (13, 5, 12)],
        cost="O(1)",
    ),
    Family(
        signature="lattice_points(corners: list[Point]) -> int",
        records=POINT,
        statement="Count the points with whole coordinates {where} the polygon with these "
        "{corners}, which does not cross itself. Pick's theorem gives them without trying "
        "points: the area is the number of points inside, plus half of those on the border, "
        "minus 1.",
        requests=[
            "How many lattice points lie {where} a simple polygon, given its {corners} with "
            "whole coordinates? Use Pick's theorem, area = inside + border / 2 - 1, instead of "
            "trying points."
        ],
        params={
            "where": {
                "inside": "strictly inside",
                "border": "on the border of",
                "all": "inside or on the border of",
            }
        },
        inputs={
            "corners": lambda rng: (lambda k: [(x * k, y) for x, y in outline(rng)])(
                rng.randint(1, 4)
            )
        },
        edges=[
            ([(0, 0), (4, 0), (4, 3), (0, 3)],),
            ([(0, 0), (5, 1), (2, 4)],),
            ([(0, 0), (1, 0), (0, 1)],),
            ([(0, 0), (0, 6), (6, 0)],),
        ],
        oracle=count_points,
        cost="O(n)",
    ),
    Family(
        signature="rotate_points(points: list[Point], center: Point, turns: int) -> list[Point]",
        records=POINT,
        statement="Turn {points} by {turns} times 90 degrees {direction} around {center}; negative "
        "{turns} go the other way. Return the new points in the same order. y grows upwards.",
        requests=[
            "Rotate {points} around {center} by {turns} quarter turns {direction} (the opposite "
            "way if negative), keeping their order. y grows upwards."
        ],
        params={"direction": {"ccw": "counter-clockwise", "cw": "clockwise"}},
        inputs={"points": lists(point, 0, 4), "center": point, "turns": ints(-5, 7)},
        edges=[
            ([(1, 0), (2, 3)], (0, 0), 1),
            ([], (1, 1), 1),
            ([(3, 1)], (1, 1), 2),
            ([(3, 1)], (1, 1), -1),
            ([(3, 1)], (2, 2), 4),
        ],
        oracle=quarters,
        cost="O(n)",
    ),
    Family(
        signature="straighten(path: list[Point]) -> list[Point]",
        records=POINT,
        statement="Drop every point of {path}, apart from the first and the last, that lies on "
        "one line with the points before and after it in {path}, and return the others "
        "in order. {back} Neighbouring points of {path} differ.",
        requests=[
            "Remove the needless points from a polyline {path} (neighbours differ): each inner "
            "point that is on one line with its two neighbours in {path} goes, the ends stay. "
            "{back}"
        ],
        params={
            "back": {
                "kept": "A point at which the path turns back on itself stays.",
                "dropped": "A point at which the path turns back on itself is dropped as well.",
            }
        },
        inputs={"path": stretches},
        edges=[
            ([(0, 0), (1, 0), (2, 0), (2, 1)],),
            ([],),
            ([(0, 0), (3, 0), (1, 0), (1, 1)],),
            ([(1, 1), (2, 2)],),
            ([(0, 0), (1, 1), (3, 3), (4, 3)],),
        ],
        cost="O(n)",
    ),
]
