// Solutions of spec.py's families; see AUTHORING.md.

//: family shortest_path
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;

final class ShortestPath {
    private record Step(int row, int column, int count) {}

    static OptionalInt shortestPath(List<String> grid) {
        int height = grid.size();
        int width = grid.get(0).length();
        boolean[][] seen = new boolean[height][width];
        Queue<Step> waiting = new ArrayDeque<>(List.of(new Step(0, 0, 0)));
        while (!waiting.isEmpty()) {
            Step step = waiting.remove();
            int row = step.row();
            int column = step.column();
            if (row < 0 || row >= height || column < 0 || column >= width) {
                continue;
            }
            if (seen[row][column] || grid.get(row).charAt(column) == '#') {
                continue;
            }
            if (row == height - 1 && column == width - 1) {
                return OptionalInt.of(step.count());
            }
            seen[row][column] = true;
            for (int dr = -1; dr <= 1; dr++) {
                for (int dc = -1; dc <= 1; dc++) {
                    //: moves=four
                    if (dr == 0 || dc == 0) {
                        waiting.add(new Step(row + dr, column + dc, step.count() + 1));
                    }
                    //: moves=eight
                    waiting.add(new Step(row + dr, column + dc, step.count() + 1));
                    //: end
                }
            }
        }
        return OptionalInt.empty();
    }
}

//: family measure_islands
import java.util.List;

final class MeasureIslands {
    static int measureIslands(List<String> rows) {
        char[][] cells = rows.stream().map(String::toCharArray).toArray(char[][]::new);
        int count = 0; //: what=count
        int largest = 0; //: what=largest
        for (int row = 0; row < cells.length; row++) {
            for (int column = 0; column < cells[row].length; column++) {
                //: what=count
                if (sink(cells, row, column) > 0) {
                    count++;
                }
                //: what=largest
                largest = Math.max(largest, sink(cells, row, column));
                //: end
            }
        }
        return count; //: what=count
        return largest; //: what=largest
    }

    private static int sink(char[][] cells, int row, int column) {
        boolean inside = row >= 0 && row < cells.length
                && column >= 0 && column < cells[row].length;
        if (!inside || cells[row][column] != '#') {
            return 0;
        }
        cells[row][column] = '.';
        int size = 1;
        for (int dr = -1; dr <= 1; dr++) {
            for (int dc = -1; dc <= 1; dc++) {
                //: how=four
                if (dr == 0 || dc == 0) {
                    size += sink(cells, row + dr, column + dc);
                }
                //: how=eight
                size += sink(cells, row + dr, column + dc);
                //: end
            }
        }
        return size;
    }
}

//: family flood_fill
import java.util.List;
import java.util.stream.Stream;

final class FloodFill {
    static List<String> floodFill(List<String> rows, int row, int column) {
        char[][] cells = rows.stream().map(String::toCharArray).toArray(char[][]::new);
        fill(cells, row, column, cells[row][column]);
        return Stream.of(cells).map(String::new).toList();
    }

    private static void fill(char[][] cells, int row, int column, char old) {
        boolean inside = row >= 0 && row < cells.length
                && column >= 0 && column < cells[row].length;
        if (!inside || cells[row][column] != old) {
            return;
        }
        cells[row][column] = '*';
        //: how=four
        fill(cells, row - 1, column, old);
        fill(cells, row + 1, column, old);
        fill(cells, row, column - 1, old);
        fill(cells, row, column + 1, old);
        //: how=eight
        for (int dr = -1; dr <= 1; dr++) {
            for (int dc = -1; dc <= 1; dc++) {
                fill(cells, row + dr, column + dc, old);
            }
        }
        //: end
    }
}

//: family depth
import java.util.List;
import java.util.Map;

final class Depth {
    static int depth(Map<String, List<String>> tree, String root) {
        //: what!=widest
        List<Integer> below = tree.getOrDefault(root, List.of()).stream()
                .map(child -> depth(tree, child))
                .toList();
        return 1 + below.stream().reduce(0, Math::max); //: what=levels
        return 1 + below.stream().reduce(0, Integer::sum); //: what=nodes
        return below.isEmpty() ? 1 : below.stream().reduce(0, Integer::sum); //: what=leaves
        //: what=widest
        int widest = 0;
        List<String> level = List.of(root);
        while (!level.isEmpty()) {
            widest = Math.max(widest, level.size());
            level = level.stream()
                    .flatMap(name -> tree.getOrDefault(name, List.of()).stream())
                    .toList();
        }
        return widest;
        //: end
    }
}

//: family walk
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class Walk {
    static List<String> walk(Map<String, List<String>> tree, String root) {
        List<String> names = new ArrayList<>();
        names.add(root); //: order=pre
        //: order=pre|post
        for (String child : tree.getOrDefault(root, List.of())) {
            names.addAll(walk(tree, child));
        }
        //: order=level|bottom
        List<String> level = List.of(root);
        while (!level.isEmpty()) {
            names.addAll(level); //: order=level
            names.addAll(0, level); //: order=bottom
            //: order=level|bottom
            level = level.stream()
                    .flatMap(name -> tree.getOrDefault(name, List.of()).stream())
                    .toList();
        }
        //: end
        names.add(root); //: order=post
        return names;
    }
}

//: family outline
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class Outline {
    static List<String> outline(Map<String, List<String>> tree, String root) {
        List<String> lines = new ArrayList<>();
        visit(tree, root, 0, lines); //: style=indent
        visit(tree, root, "1", lines); //: style=numbers
        visit(tree, root, "", lines); //: style=path
        return lines;
    }

    private static void visit(
            //: style=indent
            Map<String, List<String>> tree,
            String name,
            int level,
            List<String> lines) {
        lines.add("  ".repeat(level) + name);
        for (String child : tree.getOrDefault(name, List.of())) {
            visit(tree, child, level + 1, lines);
        }
            //: style=numbers
            Map<String, List<String>> tree,
            String name,
            String number,
            List<String> lines) {
        lines.add(number + " " + name);
        int place = 0;
        for (String child : tree.getOrDefault(name, List.of())) {
            place++;
            visit(tree, child, number + "." + place, lines);
        }
            //: style=path
            Map<String, List<String>> tree,
            String name,
            String path,
            List<String> lines) {
        lines.add(path + name);
        for (String child : tree.getOrDefault(name, List.of())) {
            visit(tree, child, path + name + "/", lines);
        }
        //: end
    }
}

//: family common_ancestor
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CommonAncestor {
    static Optional<String> commonAncestor(
            Map<String, String> parents, String first, String second) {
        Set<String> theirs = ancestors(parents, second);
        return ancestors(parents, first).stream().filter(theirs::contains).findFirst();
    }

    private static Set<String> ancestors(Map<String, String> parents, String name) {
        Set<String> path = new LinkedHashSet<>();
        String current = name; //: itself=in
        String current = parents.get(name); //: itself=out
        while (current != null) {
            path.add(current);
            current = parents.get(current);
        }
        return path;
    }
}
