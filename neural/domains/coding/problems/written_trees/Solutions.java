// Solutions of spec.py's families; see AUTHORING.md.

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
