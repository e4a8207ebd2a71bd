// Solutions of spec.py's families; see AUTHORING.md.

//: family invert
import java.util.Comparator; //: order=descending
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class Invert {
    static Map<String, List<String>> invert(Map<String, String> mapping) {
        return mapping.keySet().stream()
                .sorted() //: order=ascending
                .sorted(Comparator.reverseOrder()) //: order=descending
                .collect(Collectors.groupingBy(mapping::get));
    }
}

//: family totals
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class Totals {
    record Sale(String seller, int amount) {}

    static Map<String, Integer> totals(List<Sale> sales) {
        Map<String, Integer> totals = new HashMap<>();
        for (Sale sale : sales) {
            totals.merge(sale.seller(), sale.amount(), Integer::sum); //: what=sum
            totals.merge(sale.seller(), sale.amount(), Math::max); //: what=largest
            totals.put(sale.seller(), sale.amount()); //: what=latest
            totals.merge(sale.seller(), 1, Integer::sum); //: what=count
        }
        return totals;
    }
}

//: family top
import java.util.Comparator;
import java.util.List;
import java.util.Map;

final class Top {
    static List<String> top(Map<String, Integer> scores, int count) {
        Comparator<String> byScore = Comparator.comparing(scores::get);
        Comparator<String> byName = Comparator.naturalOrder(); //: tie=alphabetical
        Comparator<String> byName = Comparator.reverseOrder(); //: tie=reverse
        return scores.keySet().stream()
                .sorted(byScore.reversed().thenComparing(byName)) //: best=highest
                .sorted(byScore.thenComparing(byName)) //: best=lowest
                .limit(count)
                .toList();
    }
}

//: family difference
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

final class Difference {
    static List<String> difference(
            Map<String, Integer> old, Map<String, Integer> changed) {
        SortedSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(changed.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            if (!old.containsKey(key)) {
                changes.add("+" + key);
            } else if (!changed.containsKey(key)) {
                changes.add("-" + key);
            } else if (!old.get(key).equals(changed.get(key))) {
                changes.add("~" + key);
            //: unchanged=shown
            } else {
                changes.add("=" + key);
            //: end
            }
        }
        return changes;
    }
}

//: family duplicates
import java.util.ArrayList;
import java.util.Collections; //: when=last
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class Duplicates {
    static List<String> duplicates(List<String> items) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String item : items) {
            //: when=first
            counts.merge(item, 1, Integer::sum);
            //: when=last
            Integer before = counts.remove(item); // so that it moves to the end
            counts.put(item, before == null ? 1 : before + 1);
            //: end
        }
        List<String> found = new ArrayList<>(counts.keySet());
        found.removeIf(item -> counts.get(item) == 1); //: often=repeated
        found.removeIf(item -> counts.get(item) > 1); //: often=single
        return found;
    }
}

//: family overlap
import java.util.Set;

final class Overlap {
    static double overlap(Set<Integer> left, Set<Integer> right) {
        long common = left.stream().filter(right::contains).count();
        double divisor = left.size() + right.size() - common; //: divisor=union
        double divisor = Math.min(left.size(), right.size()); //: divisor=smaller
        double divisor = (left.size() + right.size()) / 2.0; //: divisor=mean
        return divisor == 0 ? 1 : common / divisor; //: empty=one
        return divisor == 0 ? 0 : common / divisor; //: empty=zero
    }
}

//: family compare_sets
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.List;

final class CompareSets {
    static List<String> compareSets(Set<String> left, Set<String> right) {
        SortedSet<String> found = new TreeSet<>(left);
        found.retainAll(right); //: which=both
        found.removeAll(right); //: which=left
        found.addAll(right); //: which=any
        //: which=one
        found.addAll(right);
        found.removeIf(item -> left.contains(item) && right.contains(item));
        //: end
        return List.copyOf(found);
    }
}

//: family join
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class Join {
    record User(int id, String name) {}

    record Order(int user, int amount) {}

    record Row(String name, int amount) {}

    static List<Row> join(List<User> users, List<Order> orders) {
        Map<Integer, String> names = new LinkedHashMap<>();
        users.forEach(user -> names.put(user.id(), user.name()));
        List<Row> rows = new ArrayList<>();
        for (Order order : orders) {
            //: unmatched=blank
            rows.add(new Row(names.getOrDefault(order.user(), ""), order.amount()));
            //: unmatched!=blank
            if (names.containsKey(order.user())) {
                rows.add(new Row(names.get(order.user()), order.amount()));
            }
            //: end
        }
        //: unmatched=idle
        orders.forEach(order -> names.remove(order.user()));
        names.values().forEach(name -> rows.add(new Row(name, 0)));
        //: end
        return rows;
    }
}

//: family pivot
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class Pivot {
    record Entry(String row, String column, int number) {}

    static Map<String, Map<String, Integer>> pivot(List<Entry> rows) {
        Map<String, Map<String, Integer>> table = new HashMap<>();
        for (Entry each : rows) {
            table.computeIfAbsent(each.row(), row -> new HashMap<>())
                    .merge(each.column(), each.number(), Integer::sum); //: again=add
                    .put(each.column(), each.number()); //: again=last
                    .merge(each.column(), each.number(), Math::max); //: again=largest
        }
        return table;
    }
}

//: family ancestors
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

final class Ancestors {
    static List<String> ancestors(Map<String, String> parents, String name) {
        LinkedList<String> path = new LinkedList<>();
        path.add(name); //: what=with
        String current = parents.get(name);
        while (current != null) {
            path.addLast(current); //: what!=downward
            path.addFirst(current); //: what=downward
            current = parents.get(current);
        }
        return path;
    }
}

//: family children
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class Children {
    static Map<String, List<String>> children(Map<String, String> parents) {
        Map<String, List<String>> found = new HashMap<>();
        new TreeMap<>(parents).forEach((child, parent) -> {
            found.computeIfAbsent(parent, key -> new ArrayList<>()).add(child);
            found.computeIfAbsent(child, key -> new ArrayList<>()); //: leaves=empty
        });
        return found;
    }
}

//: family flatten
import java.util.HashMap;
import java.util.Map;

final class Flatten {
    static Map<String, Integer> flatten(Map<String, Map<String, Integer>> tree) {
        Map<String, Integer> flat = new HashMap<>();
        for (String outer : tree.keySet()) {
            tree.get(outer).forEach((inner, value) ->
                    flat.put(outer + SEPARATOR + inner, value));
        }
        return flat;
    }
}

//: family pick
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException; //: absent=error

final class Pick {
    static Map<String, Integer> pick(Map<String, Integer> record, List<String> keys) {
        //: absent=error
        for (String key : keys) {
            if (!record.containsKey(key)) {
                throw new NoSuchElementException("no key " + key);
            }
        }
        //: end
        Map<String, Integer> copy = new HashMap<>(record);
        copy.keySet().retainAll(keys); //: what=only
        copy.keySet().removeAll(keys); //: what=without
        return copy;
    }
}

//: family index_by_first
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class IndexByFirst {
    static Map<String, Long> indexByFirst(List<String> words) {
        return words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .map(String::toLowerCase) //: case=folded
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }
}

//: family running_counts
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class RunningCounts {
    static int[] runningCounts(List<String> items) {
        Map<String, Integer> seen = new HashMap<>();
        int[] counts = new int[items.size()];
        for (int i = 0; i < counts.length; i++) { //: what!=left
        for (int i = counts.length - 1; i >= 0; i--) { //: what=left
            counts[i] = seen.merge(items.get(i), 1, Integer::sum); //: what=so_far
            counts[i] = seen.merge(items.get(i), 1, Integer::sum) - 1; //: what!=so_far
        }
        return counts;
    }
}

//: family majority
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Majority {
    static Optional<String> majority(List<String> votes) {
        Map<String, Integer> counts = new HashMap<>();
        votes.forEach(vote -> counts.merge(vote, 1, Integer::sum));
        //: share!=relative
        return counts.keySet().stream()
                .filter(name -> 2 * counts.get(name) > votes.size()) //: share=half
                .filter(name -> 3 * counts.get(name) >= 2 * votes.size()) //: share=two_thirds
                .findFirst(); //: share!=relative
        //: share=relative
        int most = counts.values().stream().mapToInt(each -> each).max().orElse(0);
        List<String> best = counts.keySet().stream()
                .filter(name -> counts.get(name) == most)
                .toList();
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
        //: end
    }
}

//: family first_repeat
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

final class FirstRepeat {
    static OptionalInt firstRepeat(int[] items) {
        Set<Integer> seen = new HashSet<>();
        //: what!=first
        for (int i = 0; i < items.length; i++) {
            if (!seen.add(items[i])) {
                return OptionalInt.of(items[i]); //: what=earliest
                return OptionalInt.of(i); //: what=index
            //: what!=first
            }
        }
        return OptionalInt.empty();
        //: what=first
        OptionalInt found = OptionalInt.empty();
        for (int i = items.length - 1; i >= 0; i--) {
            if (!seen.add(items[i])) {
                found = OptionalInt.of(items[i]);
            }
        }
        return found;
        //: end
    }
}

//: family missing_translations
import java.util.List;
import java.util.Map;

final class MissingTranslations {
    static List<String> missingTranslations(
            Map<String, String> base, Map<String, String> other) {
        return base.keySet().stream()
                .filter(key -> !other.containsKey(key)) //: what=absent
                .filter(key -> other.getOrDefault(key, "").isEmpty()) //: what=empty
                .filter(key -> base.get(key).equals(other.get(key))) //: what=same
                .sorted()
                .toList();
    }
}
