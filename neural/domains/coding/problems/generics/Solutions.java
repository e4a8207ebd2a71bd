// Solutions of spec.py's families; see AUTHORING.md.

//: family deduplicate
//: which=first
import java.util.List;

//: which=last
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

//: which=neighbours
import java.util.ArrayList;
import java.util.List;

//: which=unique
import java.util.Collections;
import java.util.List;

//: end
final class Deduplicate {
    static <T> List<T> deduplicate(List<T> items) {
        return items.stream().distinct().toList(); //: which=first
        //: which=last
        List<T> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        List<T> kept = new ArrayList<>(new LinkedHashSet<>(reversed));
        Collections.reverse(kept);
        return kept;
        //: which=neighbours
        List<T> kept = new ArrayList<>();
        for (T item : items) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(item)) {
                kept.add(item);
            }
        }
        return kept;
        //: which=unique
        return items.stream()
                .filter(item -> Collections.frequency(items, item) == 1)
                .toList();
        //: end
    }
}

//: family interleave
import java.util.ArrayList;
import java.util.List;

final class Interleave {
    static <T> List<T> interleave(List<T> left, List<T> right) {
        List<T> result = new ArrayList<>();
        //: rest=append
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i < left.size()) {
                result.add(left.get(i));
            }
            if (i < right.size()) {
                result.add(right.get(i));
            }
        }
        //: rest=stop
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            result.add(left.get(i));
            result.add(right.get(i));
        }
        //: rest=cycle
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            result.add(left.get(i % left.size()));
            result.add(right.get(i % right.size()));
        }
        //: end
        return result;
    }
}

//: family windows
import java.util.ArrayList;
import java.util.List;

final class Windows {
    static <T> List<List<T>> windows(List<T> items, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1");
        }
        List<List<T>> found = new ArrayList<>();
        int step = (size + 1) / 2; //: step=half
        for (int start = 0; start + size <= items.size(); start++) { //: step=one
        for (int start = 0; start + size <= items.size(); start += step) { //: step=half
            found.add(List.copyOf(items.subList(start, start + size))); //: step!=padded
        for (int start = 0; start < items.size(); start++) { //: step=padded
            int end = Math.min(start + size, items.size()); //: step=padded
            found.add(List.copyOf(items.subList(start, end))); //: step=padded
        }
        return found;
    }
}

//: family transpose
import java.util.ArrayList;
import java.util.List;

final class Transpose {
    static <T> List<List<T>> transpose(List<List<T>> rows) {
        //: ragged=error
        if (rows.stream().map(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("rows differ in length");
        }
        int width = rows.isEmpty() ? 0 : rows.get(0).size();
        //: ragged=cut
        int width = rows.stream().mapToInt(List::size).min().orElse(0);
        //: ragged=skip
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        //: end
        List<List<T>> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int column = i;
            columns.add(rows.stream()
                    .filter(row -> column < row.size()) //: ragged=skip
                    .map(row -> row.get(column))
                    .toList());
        }
        return columns;
    }
}

//: family rotate_to
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException; //: absent=error

final class RotateTo {
    static <T> List<T> rotateTo(List<T> items, T first) {
        List<T> rotated = new ArrayList<>(items);
        int place = items.indexOf(first); //: which=first
        int place = items.lastIndexOf(first); //: which=last
        //: absent=same
        if (place > 0) {
            Collections.rotate(rotated, -place);
        }
        //: absent=error
        if (place < 0) {
            throw new NoSuchElementException("no such element");
        }
        Collections.rotate(rotated, -place);
        //: end
        return rotated;
    }
}

//: family bag
import java.util.HashMap;
import java.util.Map;

final class Bag<T> {
    private final Map<T, Integer> counts = new HashMap<>();

    void add(T item) {
        counts.merge(item, 1, Integer::sum);
    }

    boolean remove(T item) {
        //: what=one
        boolean found = counts.containsKey(item);
        counts.computeIfPresent(item, (key, count) -> count > 1 ? count - 1 : null);
        return found;
        //: what=all
        return counts.remove(item) != null;
        //: end
    }

    int count(T item) {
        return counts.getOrDefault(item, 0);
    }

    int size() {
        return counts.size(); //: total=distinct
        return counts.values().stream().mapToInt(count -> count).sum(); //: total=items
    }
}

//: family sorted_list
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

final class SortedList<T extends Comparable<T>> {
    private final List<T> sorted = new ArrayList<>();

    boolean add(T item) {
        int place = Collections.binarySearch(sorted, item);
        //: repeated=refused
        if (place >= 0) {
            return false;
        }
        sorted.add(-place - 1, item);
        //: repeated=kept
        sorted.add(place >= 0 ? place : -place - 1, item);
        //: end
        return true;
    }

    List<T> items() {
        return List.copyOf(sorted);
    }

    long between(T low, T high) {
        return sorted.stream()
                .dropWhile(item -> item.compareTo(low) < 0)
                .takeWhile(item -> item.compareTo(high) <= 0)
                .count();
    }
}

//: family compose
import java.util.List;
import java.util.function.UnaryOperator;

final class Compose {
    static <T> UnaryOperator<T> compose(List<UnaryOperator<T>> functions) {
        return start -> {
            T value = start;
            //: order=forward
            for (UnaryOperator<T> function : functions) {
                value = function.apply(value);
            }
            //: order=backward
            for (int i = functions.size() - 1; i >= 0; i--) {
                value = functions.get(i).apply(value);
            }
            //: order=stop
            for (UnaryOperator<T> function : functions) {
                T before = value;
                value = function.apply(before);
                if (value.equals(before)) {
                    break;
                }
            }
            //: end
            return value;
        };
    }
}

//: driver
final class Driver {
    static int composed(int start, List<Integer> steps) {
        List<UnaryOperator<Integer>> functions = new java.util.ArrayList<>();
        for (int number : steps) {
            boolean odd = number % 2 == 1;
            functions.add(odd ? value -> value * number : value -> value + number);
        }
        return Compose.compose(functions).apply(start);
    }
}

//: family group_by
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

final class GroupBy {
    static <T, K> Map<K, List<T>> groupBy(List<T> items, Function<T, K> key) {
        Map<K, List<T>> groups = new HashMap<>();
        for (T item : items) {
            List<T> group =
                    groups.computeIfAbsent(key.apply(item), name -> new ArrayList<>());
            //: what=all
            group.add(item);
            //: what=distinct
            if (!group.contains(item)) {
                group.add(item);
            }
            //: what=latest
            if (group.size() == 2) {
                group.remove(0);
            }
            group.add(item);
            //: end
        }
        return groups;
    }
}

//: driver
final class Driver {
    static Map<Integer, List<Integer>> grouped(List<Integer> values) {
        return GroupBy.groupBy(values, value -> value % 10);
    }
}

//: family try_all
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class TryAll {
    record Outcome<R>(List<R> results, List<String> failures) {}

    static <T, R> Outcome<R> tryAll(List<T> items, Function<T, R> convert) {
        List<R> results = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (T item : items) {
            try {
                results.add(convert.apply(item));
            } catch (RuntimeException error) {
                failures.add(error.getMessage());
                //: policy=first
                break;
                //: policy=second
                if (failures.size() == 2) {
                    break;
                }
                //: end
            }
        }
        return new Outcome<>(results, failures);
    }
}

//: driver
final class Driver {
    static TryAll.Outcome<Integer> attempts(List<Integer> inputs) {
        return TryAll.tryAll(inputs, number -> {
            if (number % 3 == 0) {
                throw new IllegalArgumentException(number + " is refused");
            }
            return number * 10;
        });
    }
}

//: family fold_until
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

final class FoldUntil {
    static <T, V> List<V> foldUntil(
            List<T> items, V start, BiFunction<V, T, V> combine, Predicate<V> proceed) {
        List<V> accepted = new ArrayList<>();
        V value = start;
        for (T item : items) {
            V combined = combine.apply(value, item);
            if (!proceed.test(combined)) {
                break; //: refused=stop
                continue; //: refused=skip
            }
            value = combined;
            accepted.add(value);
        }
        return accepted;
    }
}

//: driver
final class Driver {
    static List<Integer> folded(List<Integer> values, int limit) {
        return FoldUntil.<Integer, Integer>foldUntil(
                values, 0, Integer::sum, sum -> sum <= limit);
    }
}

//: family parse_all
import java.util.List;

final class ParseAll {
    static final class ParseException extends RuntimeException {
        ParseException(String message) {
            super(message);
        }
    }

    static List<Integer> parseAll(List<String> texts) {
        List<String> malformed =
                texts.stream().filter(text -> !text.matches("-?[0-9]+")).toList();
        if (!malformed.isEmpty()) {
            //: fail=first
            String text = malformed.get(0);
            throw new ParseException("item " + texts.indexOf(text) + ": " + text);
            //: fail=count
            throw new ParseException(malformed.size() + " malformed");
            //: end
        }
        return texts.stream().map(Integer::valueOf).toList();
    }
}

//: family step_back
import java.util.List;
import java.util.Optional;

final class StepBack {
    static <T> Optional<T> stepBack(List<T> history, int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps must not be negative");
        }
        int place = history.size() - 1 - steps; //: beyond=none
        int place = Math.max(history.size() - 1 - steps, 0); //: beyond=oldest
        return place < 0 ? Optional.empty() : Optional.of(history.get(place)); //: beyond=none
        return history.isEmpty() ? Optional.empty() : Optional.of(history.get(place)); //: beyond=oldest
    }
}
