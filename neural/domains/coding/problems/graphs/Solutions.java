// Solutions of spec.py's families; see AUTHORING.md.

//: family reachable
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

final class Reachable {
    record Link(String first, String second) {}

    static List<String> reachable(List<Link> links, String start) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Link link : links) {
            connect(neighbours, link.first(), link.second());
            connect(neighbours, link.second(), link.first()); //: direction=both
        }
        Set<String> found = new TreeSet<>();
        found.add(start); //: itself=in
        Deque<String> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            for (String name : neighbours.getOrDefault(waiting.pop(), Set.of())) {
                if (found.add(name)) {
                    waiting.push(name);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void connect(
            Map<String, Set<String>> neighbours, String from, String to) {
        neighbours.computeIfAbsent(from, name -> new HashSet<>()).add(to);
    }
}

//: family build_order
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

final class BuildOrder {
    record Need(String name, String needed) {}

    static final class CycleException extends RuntimeException {
        CycleException() {
            super("the needs form a cycle");
        }
    }

    static List<String> buildOrder(List<Need> needs) {
        TreeMap<String, Set<String>> missing = new TreeMap<>();
        for (Need need : needs) {
            missing.putIfAbsent(need.name(), new HashSet<>());
            missing.putIfAbsent(need.needed(), new HashSet<>());
            missing.get(need.name()).add(need.needed());
        }
        List<String> order = new ArrayList<>();
        while (!missing.isEmpty()) {
            String chosen = missing.keySet().stream() //: choice=first
            String chosen = missing.descendingKeySet().stream() //: choice=last
                    .filter(name -> missing.get(name).isEmpty())
                    .findFirst()
                    .orElseThrow(CycleException::new);
            order.add(chosen);
            missing.remove(chosen);
            missing.values().forEach(needed -> needed.remove(chosen));
        }
        return order;
    }
}

//: family build_stages
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

final class BuildStages {
    record Need(String name, String needed) {}

    static final class CycleException extends RuntimeException {
        CycleException() {
            super("the needs form a cycle");
        }
    }

    static List<List<String>> buildStages(List<Need> needs) {
        TreeMap<String, Set<String>> before = new TreeMap<>();
        for (Need need : needs) {
            before.putIfAbsent(need.name(), new HashSet<>());
            before.putIfAbsent(need.needed(), new HashSet<>());
            before.get(need.name()).add(need.needed()); //: when=early
            before.get(need.needed()).add(need.name()); //: when=late
        }
        LinkedList<List<String>> stages = new LinkedList<>();
        while (!before.isEmpty()) {
            List<String> stage = before.keySet().stream()
                    .filter(name -> before.get(name).isEmpty())
                    .toList();
            if (stage.isEmpty()) {
                throw new CycleException();
            }
            stages.addLast(stage); //: when=early
            stages.addFirst(stage); //: when=late
            stage.forEach(before::remove);
            before.values().forEach(others -> others.removeAll(stage));
        }
        return stages;
    }
}

//: family has_cycle
//: direction=directed
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
//: direction=both
import java.util.HashMap;
import java.util.List;
import java.util.Map;
//: end

final class HasCycle {
    record Link(String first, String second) {}

    static boolean hasCycle(List<Link> links) {
        //: direction=directed
        Set<Link> left = new HashSet<>(links);
        boolean changed = true;
        while (changed) { // drop links from names that nothing leads to
            Set<String> targets =
                    left.stream().map(Link::second).collect(Collectors.toSet());
            changed = left.removeIf(link -> !targets.contains(link.first()));
        }
        return !left.isEmpty();
        //: direction=both
        Map<String, String> leaders = new HashMap<>();
        for (Link link : links) {
            String first = root(leaders, link.first());
            String second = root(leaders, link.second());
            if (first.equals(second)) {
                return true;
            }
            leaders.put(first, second);
        }
        return false;
        //: end
    }
    //: direction=both

    private static String root(Map<String, String> leaders, String name) {
        return leaders.containsKey(name) ? root(leaders, leaders.get(name)) : name;
    }
    //: end
}

//: family groups
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class Groups {
    record Link(String first, String second) {}

    static List<List<String>> groups(List<Link> links) {
        List<Set<String>> found = new ArrayList<>();
        for (Link link : links) {
            List<String> ends = List.of(link.first(), link.second());
            Set<String> joined = new TreeSet<>(ends);
            for (Set<String> group : List.copyOf(found)) {
                if (!Collections.disjoint(group, ends)) {
                    joined.addAll(group);
                    found.remove(group);
                }
            }
            found.add(joined);
        }
        Comparator<List<String>> byName = Comparator.comparing(group -> group.get(0));
        //: order=size
        Comparator<List<String>> bySize = Comparator.comparing(group -> -group.size());
        //: end
        return found.stream()
                .map(List::copyOf)
                .sorted(byName) //: order=name
                .sorted(bySize.thenComparing(byName)) //: order=size
                .toList();
    }
}

//: family cheapest
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

final class Cheapest {
    record Road(String source, String target, int cost) {}

    private record Place(String name, int cost) {}

    static OptionalInt cheapest(List<Road> roads, String start, String goal) {
        PriorityQueue<Place> waiting =
                new PriorityQueue<>(Comparator.comparing(Place::cost));
        waiting.add(new Place(start, 0));
        Set<String> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            Place place = waiting.poll();
            if (place.name().equals(goal)) {
                return OptionalInt.of(place.cost());
            }
            if (!done.add(place.name())) {
                continue;
            }
            for (Road road : roads) {
                int cost = place.cost() + road.cost(); //: what=total
                int cost = Math.max(place.cost(), road.cost()); //: what=worst
                if (road.source().equals(place.name())) {
                    waiting.add(new Place(road.target(), cost));
                //: direction=both
                } else if (road.target().equals(place.name())) {
                    waiting.add(new Place(road.source(), cost));
                //: end
                }
            }
        }
        return OptionalInt.empty();
    }
}

//: family network_cost
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class NetworkCost {
    record Cable(String first, String second, int cost) {}

    static int networkCost(List<Cable> cables) {
        Map<String, String> leaders = new HashMap<>();
        for (Cable cable : cables) {
            leaders.put(cable.first(), cable.first());
            leaders.put(cable.second(), cable.second());
        }
        int total = 0;
        int parts = leaders.size();
        Comparator<Cable> byCost = Comparator.comparingInt(Cable::cost);
        for (Cable cable : cables.stream().sorted(byCost).toList()) { //: which=min
        for (Cable cable : cables.stream().sorted(byCost.reversed()).toList()) { //: which=max
            String first = root(leaders, cable.first());
            String second = root(leaders, cable.second());
            if (!first.equals(second)) {
                leaders.put(first, second);
                total += cable.cost();
                parts--;
            }
        }
        if (parts > 1) {
            throw new IllegalArgumentException("not everything can be connected");
        }
        return total;
    }

    private static String root(Map<String, String> leaders, String name) {
        String leader = leaders.get(name);
        return leader.equals(name) ? name : root(leaders, leader);
    }
}

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

//: family mutual
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class Mutual {
    record Pair(String first, String second) {
        //: what!=suggest
        Pair reversed() {
            return new Pair(second, first);
        }
        //: end
    }

    static List<Pair> mutual(List<Pair> follows) {
        Set<Pair> known = new HashSet<>(follows);
        return known.stream()
                //: what=both
                .filter(pair -> pair.first().compareTo(pair.second()) < 0)
                .filter(pair -> known.contains(pair.reversed()))
                //: what=unrequited
                .filter(pair -> !known.contains(pair.reversed()))
                //: what=suggest
                .flatMap(pair -> known.stream()
                        .filter(next -> next.first().equals(pair.second()))
                        .map(next -> new Pair(pair.first(), next.second())))
                .filter(pair -> !pair.first().equals(pair.second()))
                .filter(pair -> !known.contains(pair))
                .distinct()
                //: end
                .sorted(Comparator.comparing(Pair::first).thenComparing(Pair::second))
                .toList();
    }
}
