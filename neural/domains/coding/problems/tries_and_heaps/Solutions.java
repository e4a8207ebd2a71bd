// Solutions of spec.py's families; see AUTHORING.md.

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
