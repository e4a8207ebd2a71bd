// Solutions of spec.py's families; see AUTHORING.md.

//: family turn
final class Turn {
    record Point(int x, int y) {}

    static String turn(Point first, Point second, Point third) {
        int ahead = (second.x() - first.x()) * (third.y() - second.y());
        int aside = (second.y() - first.y()) * (third.x() - second.x());
        if (ahead == aside) {
            return "straight";
        }
        return ahead > aside ? "left" : "right"; //: axis=up
        return ahead > aside ? "right" : "left"; //: axis=down
    }
}

//: family doubled_area
import java.util.List;

final class DoubledArea {
    record Point(int x, int y) {}

    static int doubledArea(List<Point> corners) {
        int area = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            area += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(area); //: sign=none
        return area; //: sign=ccw
        return -area; //: sign=cw
    }
}

//: family contains_point
import java.util.List;

final class ContainsPoint {
    record Point(int x, int y) {}

    static boolean containsPoint(List<Point> corners, Point spot) {
        int x = spot.x();
        int y = spot.y();
        boolean inside = false;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            int side = (b.x() - a.x()) * (y - a.y()) - (x - a.x()) * (b.y() - a.y());
            if (side == 0 && inBox(a, b, x, y)) {
                return true; //: border=inside
                return false; //: border=outside
            }
            // Count the edges that a ray from the spot to the right crosses.
            if ((a.y() > y) != (b.y() > y) && (side > 0) == (b.y() > a.y())) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean inBox(Point a, Point b, int x, int y) {
        return Math.min(a.x(), b.x()) <= x
                && x <= Math.max(a.x(), b.x())
                && Math.min(a.y(), b.y()) <= y
                && y <= Math.max(a.y(), b.y());
    }
}

//: family overlap_area
final class OverlapArea {
    record Rect(int left, int bottom, int right, int top) {}

    static int overlapArea(Rect first, Rect second) {
        int left = Math.max(first.left(), second.left());
        int right = Math.min(first.right(), second.right());
        int bottom = Math.max(first.bottom(), second.bottom());
        int top = Math.min(first.top(), second.top());
        int common = Math.max(right - left, 0) * Math.max(top - bottom, 0);
        return common; //: what=both
        return area(first) + area(second) - common; //: what=any
        return area(first) + area(second) - 2 * common; //: what=one
    }
    //: what!=both

    private static int area(Rect rect) {
        return (rect.right() - rect.left()) * (rect.top() - rect.bottom());
    }
    //: end
}

//: family bounding_box
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;

final class BoundingBox {
    record Point(int x, int y) {}

    record Rect(int left, int bottom, int right, int top) {}

    static Optional<Rect> boundingBox(List<Point> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        IntSummaryStatistics xs =
                points.stream().mapToInt(Point::x).summaryStatistics();
        IntSummaryStatistics ys =
                points.stream().mapToInt(Point::y).summaryStatistics();
        int left = xs.getMin();
        int bottom = ys.getMin();
        //: shape=tight
        return Optional.of(new Rect(left, bottom, xs.getMax(), ys.getMax()));
        //: shape=padded
        int right = xs.getMax();
        int top = ys.getMax();
        return Optional.of(new Rect(left - 1, bottom - 1, right + 1, top + 1));
        //: shape=square
        int side = Math.max(xs.getMax() - left, ys.getMax() - bottom);
        return Optional.of(new Rect(left, bottom, left + side, bottom + side));
        //: end
    }
}

//: family hull
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

final class Hull {
    record Point(int x, int y) {}

    static List<Point> hull(List<Point> points) {
        List<Point> distinct = new ArrayList<>(points.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Point::x).thenComparingInt(Point::y))
                .toList());
        if (distinct.size() < 2) {
            return distinct;
        }
        List<Point> corners = half(distinct);
        Collections.reverse(distinct);
        corners.addAll(half(distinct));
        Collections.reverse(corners.subList(1, corners.size())); //: direction=cw
        return corners;
    }

    private static List<Point> half(List<Point> points) {
        List<Point> chain = new ArrayList<>();
        for (Point point : points) {
            while (chain.size() > 1 && !turnsLeft(chain, point)) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        chain.remove(chain.size() - 1);
        return chain;
    }

    private static boolean turnsLeft(List<Point> chain, Point c) {
        Point a = chain.get(chain.size() - 2);
        Point b = chain.get(chain.size() - 1);
        int across = (b.x() - a.x()) * (c.y() - a.y());
        return across > (b.y() - a.y()) * (c.x() - a.x());
    }
}

//: family segments_meet
final class SegmentsMeet {
    record Segment(int x1, int y1, int x2, int y2) {}

    static boolean segmentsMeet(Segment first, Segment second) {
        int a = side(first, second.x1(), second.y1());
        int b = side(first, second.x2(), second.y2());
        int c = side(second, first.x1(), first.y1());
        int d = side(second, first.x2(), first.y2());
        return a * b < 0 && c * d < 0; //: meet=cross
        //: meet=touch
        return (a != b && c != d)
                || (a == 0 && inBox(first, second.x1(), second.y1()))
                || (b == 0 && inBox(first, second.x2(), second.y2()))
                || (c == 0 && inBox(second, first.x1(), first.y1()))
                || (d == 0 && inBox(second, first.x2(), first.y2()));
        //: end
    }

    /** Positive to the left of the line, negative to its right, zero on it. */
    private static int side(Segment line, int x, int y) {
        int left = (line.x2() - line.x1()) * (y - line.y1());
        return Integer.compare(left, (line.y2() - line.y1()) * (x - line.x1()));
    }
    //: meet=touch

    private static boolean inBox(Segment line, int x, int y) {
        return Math.min(line.x1(), line.x2()) <= x
                && x <= Math.max(line.x1(), line.x2())
                && Math.min(line.y1(), line.y2()) <= y
                && y <= Math.max(line.y1(), line.y2());
    }
    //: end
}

//: family nearest_point
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class NearestPoint {
    record Point(int x, int y) {}

    static Optional<Point> nearestPoint(List<Point> points, Point target) {
        return points.stream()
                .min(Comparator.comparingInt(point -> distance(point, target)));
    }

    private static int distance(Point a, Point b) {
        int dx = Math.abs(a.x() - b.x());
        int dy = Math.abs(a.y() - b.y());
        return dx * dx + dy * dy; //: metric=straight
        return dx + dy; //: metric=taxi
        return Math.max(dx, dy); //: metric=king
    }
}

//: family classify_triangle
import java.util.Arrays;

final class ClassifyTriangle {
    static String classifyTriangle(int a, int b, int c) {
        int[] sides = {a, b, c};
        Arrays.sort(sides);
        if (sides[0] + sides[1] <= sides[2]) {
            return "none";
        }
        //: kinds=sides
        if (sides[0] == sides[2]) {
            return "equilateral";
        }
        boolean twoEqual = sides[0] == sides[1] || sides[1] == sides[2];
        return twoEqual ? "isosceles" : "scalene";
        //: kinds=angles
        int legs = sides[0] * sides[0] + sides[1] * sides[1];
        int longest = sides[2] * sides[2];
        if (legs == longest) {
            return "right";
        }
        return legs > longest ? "acute" : "obtuse";
        //: end
    }
}

//: family lattice_points
import java.util.List;

final class LatticePoints {
    record Point(int x, int y) {}

    static int latticePoints(List<Point> corners) {
        int border = 0;
        int doubled = 0; //: where!=border
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            border += gcd(Math.abs(b.x() - a.x()), Math.abs(b.y() - a.y()));
            doubled += a.x() * b.y() - b.x() * a.y(); //: where!=border
        }
        return border; //: where=border
        return (Math.abs(doubled) - border) / 2 + 1; //: where=inside
        return (Math.abs(doubled) + border) / 2 + 1; //: where=all
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

//: family rotate_points
import java.util.List;

final class RotatePoints {
    record Point(int x, int y) {}

    static List<Point> rotatePoints(List<Point> points, Point center, int turns) {
        int quarters = Math.floorMod(turns, 4);
        return points.stream().map(point -> turned(point, center, quarters)).toList();
    }

    private static Point turned(Point point, Point center, int quarters) {
        int dx = point.x() - center.x();
        int dy = point.y() - center.y();
        return switch (quarters) {
            case 0 -> point;
            case 1 -> new Point(center.x() - dy, center.y() + dx); //: direction=ccw
            case 1 -> new Point(center.x() + dy, center.y() - dx); //: direction=cw
            case 2 -> new Point(center.x() - dx, center.y() - dy);
            default -> new Point(center.x() + dy, center.y() - dx); //: direction=ccw
            default -> new Point(center.x() - dy, center.y() + dx); //: direction=cw
        };
    }
}

//: family straighten
import java.util.ArrayList;
import java.util.List;

final class Straighten {
    record Point(int x, int y) {}

    static List<Point> straighten(List<Point> path) {
        List<Point> kept = new ArrayList<>();
        int last = path.size() - 1;
        for (int i = 0; i <= last; i++) {
            Point point = path.get(i);
            boolean atEnd = i == 0 || i == last;
            if (atEnd || !needless(path.get(i - 1), point, path.get(i + 1))) {
                kept.add(point);
            }
        }
        return kept;
    }

    private static boolean needless(Point before, Point point, Point after) {
        int dx = point.x() - before.x();
        int dy = point.y() - before.y();
        int nextDx = after.x() - point.x();
        int nextDy = after.y() - point.y();
        return dx * nextDy == dy * nextDx; //: back=dropped
        //: back=kept
        boolean ahead = dx * nextDx + dy * nextDy > 0;
        return ahead && dx * nextDy == dy * nextDx;
        //: end
    }
}
