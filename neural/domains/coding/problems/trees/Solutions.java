// Solutions of spec.py's families; see AUTHORING.md.

//: family search_tree_order
import java.util.ArrayList;
import java.util.List;

final class SearchTreeOrder {
    private static final class Node {
        final int value;
        Node left;
        Node right;

        Node(int value) {
            this.value = value;
        }
    }

    static List<Integer> searchTreeOrder(int[] values) {
        Node root = null;
        for (int value : values) {
            root = insert(root, value);
        }
        List<Integer> order = new ArrayList<>();
        walk(root, order);
        return order;
    }

    private static Node insert(Node node, int value) {
        if (node == null) {
            return new Node(value);
        }
        if (value < node.value) {
            node.left = insert(node.left, value);
        } else if (value > node.value) { //: equal=ignored
        } else { //: equal=right
            node.right = insert(node.right, value);
        }
        return node;
    }

    private static void walk(Node node, List<Integer> order) {
        if (node == null) {
            return;
        }
        order.add(node.value); //: order=pre
        walk(node.left, order);
        walk(node.right, order);
        order.add(node.value); //: order=post
    }
}

//: family search_tree
import java.util.ArrayList;
import java.util.List;

final class SearchTree {
    private static final class Node {
        int value;
        Node left;
        Node right;

        Node(int value) {
            this.value = value;
        }
    }

    private Node root;
    private boolean changed;

    boolean add(int value) {
        changed = false;
        root = added(root, value);
        return changed;
    }

    boolean remove(int value) {
        changed = false;
        root = removed(root, value);
        return changed;
    }

    List<Integer> preorder() {
        List<Integer> values = new ArrayList<>();
        collect(root, values);
        return values;
    }

    private Node added(Node node, int value) {
        if (node == null) {
            changed = true;
            return new Node(value);
        }
        if (value < node.value) {
            node.left = added(node.left, value);
        } else if (value > node.value) {
            node.right = added(node.right, value);
        }
        return node;
    }

    private Node removed(Node node, int value) {
        if (node == null) {
            return null;
        }
        if (value < node.value) {
            node.left = removed(node.left, value);
        } else if (value > node.value) {
            node.right = removed(node.right, value);
        } else {
            changed = true;
            return without(node);
        }
        return node;
    }

    private Node without(Node node) {
        if (node.left == null) {
            return node.right;
        }
        if (node.right == null) {
            return node.left;
        }
        //: heir=next
        Node heir = node.right;
        while (heir.left != null) {
            heir = heir.left;
        }
        node.value = heir.value;
        node.right = removed(node.right, heir.value);
        //: heir=previous
        Node heir = node.left;
        while (heir.right != null) {
            heir = heir.right;
        }
        node.value = heir.value;
        node.left = removed(node.left, heir.value);
        //: end
        return node;
    }

    private static void collect(Node node, List<Integer> values) {
        if (node != null) {
            values.add(node.value);
            collect(node.left, values);
            collect(node.right, values);
        }
    }
}

//: family is_search_tree
import java.util.List;

final class IsSearchTree {
    record Node(int value, int left, int right) {}

    static boolean isSearchTree(List<Node> nodes) {
        return nodes.isEmpty() || fits(nodes, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static boolean fits(List<Node> nodes, int place, int low, int high) {
        if (place == -1) {
            return true;
        }
        Node node = nodes.get(place);
        int value = node.value();
        if (value < low || value > high) {
            return false;
        }
        return fits(nodes, node.left(), low, value - 1) //: left=less
        return fits(nodes, node.left(), low, value) //: left=most
                && fits(nodes, node.right(), value + 1, high); //: right=greater
                && fits(nodes, node.right(), value, high); //: right=least
    }
}

//: family is_balanced
import java.util.List;

final class IsBalanced {
    record Node(int value, int left, int right) {}

    private static final int UNBALANCED = -1;

    static boolean isBalanced(List<Node> nodes) {
        return nodes.isEmpty() || measure(nodes, 0) != UNBALANCED;
    }

    private static int measure(List<Node> nodes, int place) {
        if (place == -1) {
            return 0;
        }
        int left = measure(nodes, nodes.get(place).left());
        int right = measure(nodes, nodes.get(place).right());
        if (left == UNBALANCED || right == UNBALANCED || Math.abs(left - right) > 1) {
            return UNBALANCED;
        }
        return Math.max(left, right) + 1; //: measure=height
        return left + right + 1; //: measure=size
    }
}

//: family prefix_counter
import java.util.HashMap;
import java.util.Map;

final class PrefixCounter {
    private static final class Node {
        final Map<Character, Node> children = new HashMap<>();
        int below;
        int ends;
    }

    private final Node root = new Node();

    void add(String word) {
        //: repeated=once
        Node known = find(word);
        if (known != null && known.ends > 0) {
            return;
        }
        //: end
        Node node = root;
        node.below++;
        for (char letter : word.toCharArray()) {
            node = node.children.computeIfAbsent(letter, key -> new Node());
            node.below++;
        }
        node.ends++;
    }

    boolean remove(String word) {
        Node end = find(word);
        if (end == null || end.ends == 0) {
            return false;
        }
        end.ends--;
        Node node = root;
        node.below--;
        for (char letter : word.toCharArray()) {
            node = node.children.get(letter);
            node.below--;
        }
        return true;
    }

    int count(String prefix) {
        Node node = find(prefix);
        return node == null ? 0 : node.below;
    }

    private Node find(String prefix) {
        Node node = root;
        for (int i = 0; i < prefix.length() && node != null; i++) {
            node = node.children.get(prefix.charAt(i));
        }
        return node;
    }
}

//: family shortest_prefixes
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ShortestPrefixes {
    static List<String> shortestPrefixes(List<String> words) {
        Map<String, Integer> users = new HashMap<>();
        for (String word : words) {
            for (int end = 1; end <= word.length(); end++) {
                users.merge(word.substring(0, end), 1, Integer::sum);
            }
        }
        return words.stream().map(word -> shortest(word, users)).toList();
    }

    private static String shortest(String word, Map<String, Integer> users) {
        for (int end = 1; end <= word.length(); end++) {
            String prefix = word.substring(0, end);
            if (users.get(prefix) == 1) {
                return prefix;
            }
        }
        return word; //: covered=whole
        return ""; //: covered=empty
    }
}

//: family longest_route
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

final class LongestRoute {
    static Optional<Integer> longestRoute(Map<String, Integer> routes, String address) {
        return routes.keySet().stream()
                .filter(address::startsWith) //: matching=letters
                .filter(key -> matches(key, address)) //: matching=parts
                .max(Comparator.comparingInt(String::length))
                .map(routes::get);
    }
    //: matching=parts

    private static boolean matches(String key, String address) {
        return key.isEmpty() || address.equals(key) || address.startsWith(key + ".");
    }
    //: end
}

//: family heapify
final class Heapify {
    static void heapify(int[] values) {
        for (int parent = values.length / 2 - 1; parent >= 0; parent--) {
            sink(values, parent);
        }
    }

    private static void sink(int[] values, int parent) {
        int child = 2 * parent + 1;
        if (child >= values.length) {
            return;
        }
        if (child + 1 < values.length && values[child + 1] < values[child]) { //: order=min
        if (child + 1 < values.length && values[child + 1] > values[child]) { //: order=max
            child++;
        }
        if (values[child] < values[parent]) { //: order=min
        if (values[child] > values[parent]) { //: order=max
            int value = values[parent];
            values[parent] = values[child];
            values[child] = value;
            sink(values, child);
        }
    }
}

//: family wide_heap
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class WideHeap {
    private final int width;
    private final List<Integer> items = new ArrayList<>();

    WideHeap(int width) {
        this.width = width;
    }

    void push(int item) {
        items.add(item);
        int place = items.size() - 1;
        while (place > 0 && before(place, (place - 1) / width)) {
            int parent = (place - 1) / width;
            Collections.swap(items, place, parent);
            place = parent;
        }
    }

    int pop() {
        if (items.isEmpty()) {
            throw new IllegalStateException("the heap is empty");
        }
        int last = items.size() - 1;
        Collections.swap(items, 0, last);
        int top = items.remove(last);
        sink(0);
        return top;
    }

    List<Integer> layout() {
        return List.copyOf(items);
    }

    private void sink(int place) {
        int first = width * place + 1;
        int best = place;
        int end = Math.min(first + width, items.size());
        for (int child = first; child < end; child++) {
            if (before(child, best)) {
                best = child;
            }
        }
        if (best != place) {
            Collections.swap(items, place, best);
            sink(best);
        }
    }

    private boolean before(int one, int other) {
        return items.get(one) < items.get(other); //: order=min
        return items.get(one) > items.get(other); //: order=max
    }
}

//: family prefix_totals
final class PrefixTotals {
    private final int size;
    private final int[] sums; // the first stays unused

    PrefixTotals(int size) {
        this.size = size;
        this.sums = new int[size + 1];
    }

    void add(int place, int amount) {
        check(place);
        int at = place + 1; //: span!=from
        int at = size - place; //: span=from
        for (; at <= size; at += at & -at) {
            sums[at] += amount;
        }
    }

    int total(int place) {
        check(place);
        int at = place + 1; //: span=up_to
        int at = place; //: span=before
        int at = size - place; //: span=from
        int total = 0;
        for (; at > 0; at &= at - 1) {
            total += sums[at];
        }
        return total;
    }

    private void check(int place) {
        if (place < 0 || place >= size) {
            throw new IllegalArgumentException("no such place");
        }
    }
}

//: family segment_tree
final class SegmentTree {
    private final int size;
    private final int[] nodes;

    SegmentTree(int[] values) {
        size = values.length;
        nodes = new int[2 * size];
        System.arraycopy(values, 0, nodes, size, size);
        for (int node = size - 1; node > 0; node--) {
            nodes[node] = combine(nodes[2 * node], nodes[2 * node + 1]);
        }
    }

    void change(int place, int value) {
        int node = place + size;
        nodes[node] = value;
        for (node /= 2; node > 0; node /= 2) {
            nodes[node] = combine(nodes[2 * node], nodes[2 * node + 1]);
        }
    }

    int query(int start, int end) {
        if (start < 0 || start >= end || end > size) {
            throw new IllegalArgumentException("no such part");
        }
        int result = nodes[start + size];
        int low = start + size + 1;
        int high = end + size;
        while (low < high) {
            if (low % 2 == 1) {
                result = combine(result, nodes[low++]);
            }
            if (high % 2 == 1) {
                result = combine(result, nodes[--high]);
            }
            low /= 2;
            high /= 2;
        }
        return result;
    }

    private static int combine(int left, int right) {
        return Math.min(left, right); //: what=min
        return Math.max(left, right); //: what=max
        return left + right; //: what=sum
    }
}

//: family disjoint_sets
import java.util.Arrays; //: chosen=larger
import java.util.stream.IntStream;

final class DisjointSets {
    private final int[] parents;
    private final int[] sizes; //: chosen=larger
    private int count;

    DisjointSets(int size) {
        parents = IntStream.range(0, size).toArray();
        //: chosen=larger
        sizes = new int[size];
        Arrays.fill(sizes, 1);
        //: end
        count = size;
    }

    boolean join(int first, int second) {
        int one = leader(first);
        int other = leader(second);
        if (one == other) {
            return false;
        }
        //: chosen=larger
        int winner = sizes[one] < sizes[other] ? other : one;
        int loser = winner == one ? other : one;
        sizes[winner] += sizes[loser];
        parents[loser] = winner;
        //: chosen=smallest
        parents[Math.max(one, other)] = Math.min(one, other);
        //: chosen=second
        parents[one] = other;
        //: end
        count--;
        return true;
    }

    int leader(int item) {
        if (parents[item] != item) {
            parents[item] = leader(parents[item]);
        }
        return parents[item];
    }

    int count() {
        return count;
    }
}

//: family level_summary
import java.util.ArrayList;
import java.util.Collections; //: what=largest
import java.util.List;
import java.util.Objects;

final class LevelSummary {
    static List<Integer> levelSummary(List<Integer> tree) {
        List<Integer> summary = new ArrayList<>();
        for (int start = 0; start < tree.size(); start = 2 * start + 1) {
            int end = Math.min(2 * start + 1, tree.size());
            List<Integer> level =
                    tree.subList(start, end).stream().filter(Objects::nonNull).toList();
            if (level.isEmpty()) {
                break;
            }
            summary.add(level.stream().mapToInt(Integer::intValue).sum()); //: what=sum
            summary.add(Collections.max(level)); //: what=largest
            summary.add(level.get(level.size() - 1)); //: what=last
        }
        return summary;
    }
}

//: family paths_with_sum
import java.util.ArrayList;
import java.util.List;

final class PathsWithSum {
    record Node(int value, int left, int right) {}

    static List<List<Integer>> pathsWithSum(List<Node> nodes, int total) {
        List<List<Integer>> paths = new ArrayList<>();
        if (!nodes.isEmpty()) {
            search(nodes, 0, total, new ArrayList<>(), paths);
        }
        return paths;
    }

    private static void search(
            List<Node> nodes,
            int place,
            int left,
            List<Integer> path,
            List<List<Integer>> paths) {
        if (place == -1) {
            return;
        }
        Node node = nodes.get(place);
        int rest = left - node.value();
        path.add(node.value());
        if (rest == 0) { //: end=anywhere
        if (rest == 0 && node.left() == -1 && node.right() == -1) { //: end=leaf
            paths.add(List.copyOf(path));
        }
        search(nodes, node.left(), rest, path, paths);
        search(nodes, node.right(), rest, path, paths);
        path.remove(path.size() - 1);
    }
}

//: family best_path
import java.util.List;
import java.util.stream.IntStream; //: ends=leaf

final class BestPath {
    record Node(int value, int left, int right) {}

    //: ends=any
    private final List<Node> nodes;
    private int best = Integer.MIN_VALUE;

    private BestPath(List<Node> nodes) {
        this.nodes = nodes;
    }

    static int bestPath(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return 0;
        }
        BestPath search = new BestPath(nodes);
        search.down(0);
        return search.best;
    }

    private int down(int place) {
        if (place == -1) {
            return 0;
        }
        Node node = nodes.get(place);
        int left = Math.max(down(node.left()), 0);
        int right = Math.max(down(node.right()), 0);
        best = Math.max(best, node.value() + left + right);
        return node.value() + Math.max(left, right);
    }
    //: ends=root|leaf
    static int bestPath(List<Node> nodes) {
        return nodes.isEmpty() ? 0 : down(nodes, 0);
    }

    private static int down(List<Node> nodes, int place) {
    //: ends=root
        if (place == -1) {
            return 0;
        }
        Node node = nodes.get(place);
        int below = Math.max(down(nodes, node.left()), down(nodes, node.right()));
        return node.value() + Math.max(below, 0);
    //: ends=leaf
        Node node = nodes.get(place);
        int below = IntStream.of(node.left(), node.right())
                .filter(child -> child != -1)
                .map(child -> down(nodes, child))
                .max()
                .orElse(0);
        return node.value() + below;
    //: ends=root|leaf
    }
    //: end
}

//: family subtree_measures
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class SubtreeMeasures {
    static int[] subtreeMeasures(int[] parents) {
        List<List<Integer>> children =
                Stream.generate(() -> (List<Integer>) new ArrayList<Integer>())
                        .limit(parents.length)
                        .toList();
        int root = 0;
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] == -1) {
                root = node;
            } else {
                children.get(parents[node]).add(node);
            }
        }
        int[] measures = new int[parents.length];
        measure(root, children, measures);
        return measures;
    }

    private static int measure(int node, List<List<Integer>> children, int[] measures) {
        int result = 0; //: what!=leaves
        int result = children.get(node).isEmpty() ? 1 : 0; //: what=leaves
        for (int child : children.get(node)) {
            result += measure(child, children, measures) + 1; //: what=size
            result = Math.max(result, measure(child, children, measures) + 1); //: what=height
            result += measure(child, children, measures); //: what=leaves
        }
        measures[node] = result;
        return result;
    }
}

//: family write_tree
import java.util.List;

final class WriteTree {
    record Node(int value, int left, int right) {}

    static String writeTree(List<Node> nodes) {
        return write(nodes, nodes.isEmpty() ? -1 : 0);
    }

    private static String write(List<Node> nodes, int place) {
        if (place == -1) {
            return "#"; //: form=marks
            return ""; //: form=brackets
        }
        Node node = nodes.get(place);
        String left = write(nodes, node.left());
        String right = write(nodes, node.right());
        //: form=marks
        return node.value() + " " + left + " " + right;
        //: form=brackets
        if (!right.isEmpty()) {
            return node.value() + "(" + left + ")(" + right + ")";
        }
        return left.isEmpty() ? "" + node.value() : node.value() + "(" + left + ")";
        //: end
    }
}

//: family read_tree
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

final class ReadTree {
    private record Node(int value, Node left, Node right) {}

    static List<Integer> readTree(String text) {
        Iterator<String> parts = List.of(text.split(" ", -1)).iterator();
        Node root = read(parts);
        if (parts.hasNext()) {
            throw new IllegalArgumentException("not a tree");
        }
        List<Integer> values = new ArrayList<>();
        //: order=inorder
        collect(root, values);
        //: order=levels
        List<Node> level = root == null ? List.of() : List.of(root);
        while (!level.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                values.add(node.value());
                if (node.left() != null) {
                    next.add(node.left());
                }
                if (node.right() != null) {
                    next.add(node.right());
                }
            }
            level = next;
        }
        //: end
        return values;
    }

    private static Node read(Iterator<String> parts) {
        String part = parts.hasNext() ? parts.next() : "";
        if (part.equals("#")) {
            return null;
        }
        if (!part.matches("[0-9]+")) {
            throw new IllegalArgumentException("not a tree");
        }
        return new Node(Integer.parseInt(part), read(parts), read(parts));
    }
    //: order=inorder

    private static void collect(Node node, List<Integer> values) {
        if (node != null) {
            collect(node.left(), values);
            values.add(node.value());
            collect(node.right(), values);
        }
    }
    //: end
}

//: family rebuild
import java.util.ArrayList;
import java.util.List;

final class Rebuild {
    //: wanted!=level
    static List<Integer> rebuild(List<Integer> outer, List<Integer> inorder) {
        List<Integer> values = new ArrayList<>();
        if (outer.isEmpty()) {
            return values;
        }
        //: wanted!=level and given=pre
        int root = outer.get(0);
        List<Integer> rest = outer.subList(1, outer.size());
        //: wanted!=level and given=post
        int root = outer.get(outer.size() - 1);
        List<Integer> rest = outer.subList(0, outer.size() - 1);
        //: wanted!=level
        int size = inorder.indexOf(root);
        values.add(root); //: wanted=pre
        values.addAll(rebuild(rest.subList(0, size), inorder.subList(0, size)));
        values.addAll(
                rebuild(
                        rest.subList(size, rest.size()),
                        inorder.subList(size + 1, inorder.size())));
        values.add(root); //: wanted=post
        //: wanted!=level
        return values;
    }
    //: wanted=level
    private record Node(int value, Node left, Node right) {}

    static List<Integer> rebuild(List<Integer> outer, List<Integer> inorder) {
        List<Integer> values = new ArrayList<>();
        List<Node> level = new ArrayList<>();
        level.add(build(outer, inorder));
        while (!level.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                if (node != null) {
                    values.add(node.value());
                    next.add(node.left());
                    next.add(node.right());
                }
            }
            level = next;
        }
        return values;
    }

    private static Node build(List<Integer> outer, List<Integer> inorder) {
        if (outer.isEmpty()) {
            return null;
        }
        int last = outer.size() - 1;
        //: wanted=level and given=pre
        int root = outer.get(0);
        List<Integer> rest = outer.subList(1, last + 1);
        //: wanted=level and given=post
        int root = outer.get(last);
        List<Integer> rest = outer.subList(0, last);
        //: wanted=level
        int size = inorder.indexOf(root);
        return new Node(
                root,
                build(rest.subList(0, size), inorder.subList(0, size)),
                build(rest.subList(size, last), inorder.subList(size + 1, last + 1)));
    }
    //: end
}

//: family to_infix
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

final class ToInfix {
    private static final Map<String, Integer> RANKS =
            Map.of("+", 1, "-", 1, "*", 2, "/", 2);

    private record Node(String part, Node left, Node right) {
        //: brackets=all
        String text() {
            if (left == null) {
                return part;
            }
            return left.operand() + " " + part + " " + right.operand();
        }

        private String operand() {
            return left == null ? part : "(" + text() + ")";
        }
        //: brackets=needed
        String text() {
            if (left == null) {
                return part;
            }
            return left.operand(rank() - 1) + " " + part + " " + right.operand(rank());
        }

        private String operand(int most) {
            return rank() <= most ? "(" + text() + ")" : text();
        }

        private int rank() {
            return RANKS.getOrDefault(part, 3);
        }
        //: end
    }

    static String toInfix(List<String> postfix) {
        Deque<Node> waiting = new ArrayDeque<>();
        for (String part : postfix) {
            if (!RANKS.containsKey(part)) {
                waiting.push(new Node(part, null, null));
                continue;
            }
            if (waiting.size() < 2) {
                throw new IllegalArgumentException("not an expression");
            }
            Node right = waiting.pop();
            waiting.push(new Node(part, waiting.pop(), right));
        }
        if (waiting.size() != 1) {
            throw new IllegalArgumentException("not an expression");
        }
        return waiting.pop().text();
    }
}

//: family code_lengths
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

final class CodeLengths {
    private record Tree(int count, int number, String letters) {}

    private static final Comparator<Tree> BY_NUMBER =
            Comparator.comparingInt(Tree::number); //: tie=earlier
            Comparator.comparingInt(Tree::number).reversed(); //: tie=later

    static Map<String, Integer> codeLengths(Map<String, Integer> counts) {
        Comparator<Tree> byCount = Comparator.comparingInt(Tree::count);
        Comparator<Tree> order = byCount.thenComparing(BY_NUMBER);
        PriorityQueue<Tree> trees = new PriorityQueue<>(order);
        int number = 0;
        for (var entry : new TreeMap<>(counts).entrySet()) {
            trees.add(new Tree(entry.getValue(), number++, entry.getKey()));
        }
        Map<String, Integer> lengths = new HashMap<>();
        if (trees.size() == 1) {
            lengths.put(trees.remove().letters(), 1);
        }
        while (trees.size() > 1) {
            Tree one = trees.remove();
            Tree other = trees.remove();
            String letters = one.letters() + other.letters();
            for (String letter : letters.split("")) {
                lengths.merge(letter, 1, Integer::sum);
            }
            trees.add(new Tree(one.count() + other.count(), number++, letters));
        }
        return lengths;
    }
}

//: family cousins
import java.util.stream.IntStream;

final class Cousins {
    static int[] cousins(int[] parents, int node) {
        //: what=level
        int level = depth(parents, node);
        return IntStream.range(0, parents.length)
                .filter(other -> other != node && depth(parents, other) == level)
                .toArray();
        //: what!=level
        int parent = parents[node];
        if (parent == -1 || parents[parent] == -1) {
            return new int[0];
        }
        return IntStream.range(0, parents.length)
                .filter(other -> isUncle(parents, other, parent)) //: what=uncles
                .filter(other -> isUncle(parents, parents[other], parent)) //: what=cousins
                .toArray();
        //: end
    }

    //: what=level
    private static int depth(int[] parents, int node) {
        return parents[node] == -1 ? 0 : depth(parents, parents[node]) + 1;
    }
    //: what!=level
    private static boolean isUncle(int[] parents, int other, int parent) {
        return other != -1 && other != parent && parents[other] == parents[parent];
    }
    //: end
}

//: family prune
import java.util.ArrayList;
import java.util.List;

final class Prune {
    static List<Integer> prune(List<Integer> tree, int least) {
        List<Integer> kept = new ArrayList<>(tree);
        //: gone=branch
        for (int place = 0; place < kept.size(); place++) {
            boolean cut = place > 0 && kept.get((place - 1) / 2) == null;
            Integer value = kept.get(place);
            if (value != null && (cut || value < least)) {
                kept.set(place, null);
            }
        }
        //: gone=leaves
        for (int place = kept.size() - 1; place >= 0; place--) {
            Integer value = kept.get(place);
            boolean inner = isNode(kept, 2 * place + 1) || isNode(kept, 2 * place + 2);
            if (value != null && value < least && !inner) {
                kept.set(place, null);
            }
        }
        //: end
        while (!kept.isEmpty() && kept.get(kept.size() - 1) == null) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }
    //: gone=leaves

    private static boolean isNode(List<Integer> kept, int place) {
        return place < kept.size() && kept.get(place) != null;
    }
    //: end
}

//: family quad_text
import java.util.List;

final class QuadText {
    static String quadText(List<String> rows) {
        return quad(rows, 0, 0, rows.size());
    }

    private static String quad(List<String> rows, int row, int column, int side) {
        if (side == 1) {
            return rows.get(row).substring(column, column + 1);
        }
        int half = side / 2;
        String topLeft = quad(rows, row, column, half);
        String topRight = quad(rows, row, column + half, half);
        String bottomLeft = quad(rows, row + half, column, half);
        String bottomRight = quad(rows, row + half, column + half, half);
        String all = topLeft + topRight + bottomLeft + bottomRight; //: order=reading
        String all = topLeft + topRight + bottomRight + bottomLeft; //: order=clockwise
        boolean uniform = topLeft.length() == 1 && all.equals(topLeft.repeat(4));
        return uniform ? topLeft : "(" + all + ")";
    }
}
