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
