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

//: family drive
final class Drive {
    record Robot(int x, int y, String heading) {}

    private static final String HEADINGS = "NESW";
    private static final int[][] STEPS = {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};

    static Robot drive(int width, int height, String commands) {
        int x = 0;
        int y = 0;
        int heading = 0;
        for (char command : commands.toCharArray()) {
            if (command == 'L') {
                heading = (heading + 3) % 4;
            } else if (command == 'R') {
                heading = (heading + 1) % 4;
            } else {
                int toX = x + STEPS[heading][0];
                int toY = y + STEPS[heading][1];
                //: wall=wrap
                x = Math.floorMod(toX, width);
                y = Math.floorMod(toY, height);
                //: wall!=wrap
                if (toX >= 0 && toX < width && toY >= 0 && toY < height) {
                    x = toX;
                    y = toY;
                //: wall=turn
                } else {
                    heading = (heading + 1) % 4;
                //: wall!=wrap
                }
                //: end
            }
        }
        return new Robot(x, y, HEADINGS.substring(heading, heading + 1));
    }
}

//: family cells_within
import java.util.ArrayList;
import java.util.List;

final class CellsWithin {
    record Cell(int row, int column) {}

    static List<Cell> cellsWithin(int rows, int columns, Cell center, int reach) {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int down = Math.abs(row - center.row());
                int right = Math.abs(column - center.column());
                int steps = down + right; //: how!=king
                int steps = Math.max(down, right); //: how=king
                boolean reached = steps > 0 && steps <= reach;
                if (reached) { //: how!=rook
                if (reached && (down == 0 || right == 0)) { //: how=rook
                    cells.add(new Cell(row, column));
                }
            }
        }
        return cells;
    }
}

//: family spiral_cell
final class SpiralCell {
    record Point(int x, int y) {}

    static Point spiralCell(int number) {
        int x = 0;
        int y = 0;
        int dx = 1;
        int dy = 0;
        int left = number - 1;
        // Each length occurs on two sides, so half of the counter is the length.
        for (int side = 2; left > 0; side++) {
            int steps = Math.min(side / 2, left);
            x += steps * dx;
            y += steps * dy;
            left -= steps;
            int turned = -dy; //: turn=ccw
            dy = dx; //: turn=ccw
            int turned = dy; //: turn=cw
            dy = -dx; //: turn=cw
            dx = turned;
        }
        return new Point(x, y);
    }
}

//: family cells_between
import java.util.List;
import java.util.stream.IntStream;

final class CellsBetween {
    record Cell(int row, int column) {}

    static List<Cell> cellsBetween(Cell start, Cell end) {
        int down = end.row() - start.row();
        int right = end.column() - start.column();
        if (down != 0 && right != 0 && Math.abs(down) != Math.abs(right)) {
            throw new IllegalArgumentException("not a straight line");
        }
        int length = Math.max(Math.abs(down), Math.abs(right));
        return IntStream.rangeClosed(0, length) //: ends=both
        return IntStream.range(1, length) //: ends=neither
        return IntStream.rangeClosed(1, length) //: ends=last
                .mapToObj(step -> new Cell(
                        start.row() + step * Integer.signum(down),
                        start.column() + step * Integer.signum(right)))
                .toList();
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

//: family same_shape
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class SameShape {
    record Cell(int row, int column) {}

    static boolean sameShape(List<Cell> first, List<Cell> second) {
        return normal(first).equals(normal(second)); //: moves=shift
        //: moves!=shift
        Set<Cell> wanted = normal(second);
        List<Cell> cells = first;
        for (int turn = 0; turn < 4; turn++) {
            if (normal(cells).equals(wanted)) { //: moves=turn
            //: moves=flip
            List<Cell> flipped = cells.stream()
                    .map(cell -> new Cell(cell.row(), -cell.column()))
                    .toList();
            if (normal(cells).equals(wanted) || normal(flipped).equals(wanted)) {
            //: moves!=shift
                return true;
            }
            cells = cells.stream()
                    .map(cell -> new Cell(cell.column(), -cell.row()))
                    .toList();
        }
        return false;
        //: end
    }

    private static Set<Cell> normal(List<Cell> cells) {
        int top = cells.stream().mapToInt(Cell::row).min().orElseThrow();
        int left = cells.stream().mapToInt(Cell::column).min().orElseThrow();
        Set<Cell> shifted = new HashSet<>();
        for (Cell cell : cells) {
            shifted.add(new Cell(cell.row() - top, cell.column() - left));
        }
        return shifted;
    }
}

//: family seen_cells
import java.util.List;

final class SeenCells {
    static int seenCells(List<String> rows, int row, int column) {
        int seen = 0;
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                if ((down == 0) != (right == 0)) { //: directions=straight
                if (down != 0 && right != 0) { //: directions=diagonal
                if (down != 0 || right != 0) { //: directions=all
                    seen += view(rows, row, column, down, right);
                }
            }
        }
        return seen;
    }

    private static int view(
            List<String> rows, int row, int column, int down, int right) {
        int count = 0;
        int r = row + down;
        int c = column + right;
        while (r >= 0 && r < rows.size() && c >= 0 && c < rows.get(r).length()) {
            if (rows.get(r).charAt(c) == '#') {
                break;
            }
            count++;
            r += down;
            c += right;
        }
        return count;
    }
}

//: family beam_cells
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class BeamCells {
    private record Cell(int row, int column) {}

    static int beamCells(List<String> rows, int entry) {
        int row = entry;
        int column = 0; //: side=left
        int column = rows.get(entry).length() - 1; //: side=right
        int down = 0;
        int right = 1; //: side=left
        int right = -1; //: side=right
        Set<Cell> touched = new HashSet<>();
        while (row >= 0
                && row < rows.size()
                && column >= 0
                && column < rows.get(row).length()) {
            touched.add(new Cell(row, column));
            char found = rows.get(row).charAt(column);
            if (found != '.') {
                int before = down;
                down = found == '/' ? -right : right;
                right = found == '/' ? -before : before;
            }
            row += down;
            column += right;
        }
        return touched.size();
    }
}

//: family tile_count
final class TileCount {
    static int tileCount(int width, int height, int tileWidth, int tileHeight) {
        return (width / tileWidth) * (height / tileHeight); //: what=whole
        //: what=cover
        int across = (width + tileWidth - 1) / tileWidth;
        int up = (height + tileHeight - 1) / tileHeight;
        return across * up;
        //: what=turned
        int upright = (width / tileWidth) * (height / tileHeight);
        int turned = (width / tileHeight) * (height / tileWidth);
        return Math.max(upright, turned);
        //: end
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

//: family fence_length
import java.util.List;

final class FenceLength {
    static int fenceLength(List<String> rows) {
        int length = 0;
        //: edge=free
        for (int row = 0; row < rows.size(); row++) {
            String line = rows.get(row);
            for (int column = 0; column < line.length(); column++) {
                char here = line.charAt(column);
                if (column > 0 && line.charAt(column - 1) != here) {
                    length++;
                }
                if (row > 0 && rows.get(row - 1).charAt(column) != here) {
                    length++;
                }
            }
        }
        //: edge!=free
        for (int row = 0; row <= rows.size(); row++) {
            for (int column = 0; column <= rows.get(0).length(); column++) {
                char here = cell(rows, row, column);
                if (here != cell(rows, row, column - 1)) {
                    length++;
                }
                if (here != cell(rows, row - 1, column)) {
                    length++;
                }
            }
        }
        //: end
        return length;
    }
    //: edge!=free

    private static char cell(List<String> rows, int row, int column) {
        boolean inMap = row >= 0
                && row < rows.size()
                && column >= 0
                && column < rows.get(row).length();
        return inMap ? rows.get(row).charAt(column) : '.'; //: edge=fenced
        return inMap ? rows.get(row).charAt(column) : '#'; //: edge=sea
    }
    //: end
}
