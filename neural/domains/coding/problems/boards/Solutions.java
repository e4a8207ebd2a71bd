// Solutions of spec.py's families; see AUTHORING.md.

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
