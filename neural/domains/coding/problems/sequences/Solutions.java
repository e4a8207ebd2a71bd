// Solutions of spec.py's families; see AUTHORING.md.

//: family count_between
import java.util.List;

final class CountBetween {
    static long countBetween(List<Integer> values, int low, int high) {
        return values.stream().filter(v -> low <= v && v <= high).count(); //: bounds=closed
        return values.stream().filter(v -> low <= v && v < high).count(); //: bounds=half_open
        return values.stream().filter(v -> low < v && v < high).count(); //: bounds=open
    }
}

//: family chunked
import java.util.ArrayList;
import java.util.List;

final class Chunked {
    static List<List<Integer>> chunked(List<Integer> values, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1");
        }
        int end = values.size(); //: rest=keep
        int end = values.size() - values.size() % size; //: rest=drop
        List<List<Integer>> chunks = new ArrayList<>();
        for (int start = 0; start < end; start += size) {
            chunks.add(List.copyOf(values.subList(start, Math.min(start + size, end))));
        }
        return chunks;
    }
}

//: family run_lengths
import java.util.ArrayList;
import java.util.List;

final class RunLengths {
    record Run(char letter, int length) {}

    static List<Run> runLengths(String text) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) != text.charAt(start)) {
                runs.add(new Run(text.charAt(start), i - start));
                start = i;
            }
        }
        runs.removeIf(run -> run.length() == 1); //: single=skipped
        return runs;
    }
}

//: family merge_intervals
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class MergeIntervals {
    record Interval(int start, int end) {}

    static List<Interval> mergeIntervals(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(Interval::start));
        List<Interval> merged = new ArrayList<>();
        for (Interval interval : sorted) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && interval.start() <= last.end()) { //: touching=joined
            if (last != null && interval.start() < last.end()) { //: touching=apart
                int end = Math.max(last.end(), interval.end());
                merged.set(merged.size() - 1, new Interval(last.start(), end));
            } else {
                merged.add(interval);
            }
        }
        return merged;
    }
}

//: family moving_average
import java.util.ArrayList;
import java.util.List;

final class MovingAverage {
    static List<Double> movingAverage(double[] values, int size) {
        List<Double> averages = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            total += values[i];
            if (i >= size) {
                total -= values[i - size];
            }
            //: start=full
            if (i >= size - 1) {
                averages.add(total / size);
            }
            //: start=growing
            averages.add(total / Math.min(i + 1, size));
            //: end
        }
        return averages;
    }
}

//: family most_common
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MostCommon {
    static Optional<String> mostCommon(List<String> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String word : words) {
            counts.merge(word, 1, Integer::sum);
        }
        String best = null;
        for (String word : counts.keySet()) {
            if (best == null || order(counts).compare(word, best) > 0) {
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Comparator<String> order(Map<String, Integer> counts) {
        Comparator<String> byCount = Comparator.comparing(counts::get);
        return byCount; //: tie=first
        return byCount.thenComparing(Comparator.reverseOrder()); //: tie=alphabetical
        return byCount.thenComparing(String::length); //: tie=longest
    }
}

//: family first_gap
import java.util.OptionalInt;

final class FirstGap {
    static OptionalInt firstGap(int[] numbers) {
        for (int i = 1; i < numbers.length; i++) {
            int expected = numbers[i - 1] + STEP;
            if (numbers[i] != expected) {
                return OptionalInt.of(expected);
            }
        }
        return OptionalInt.empty();
    }
}

//: family group_by_length
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class GroupByLength {
    static Map<Integer, List<String>> groupByLength(List<String> words) {
        return words.stream()
                .sorted() //: order=sorted
                .distinct() //: order=distinct
                .collect(Collectors.groupingBy(String::length));
    }
}

//: family merge_counts
import java.util.HashMap;
import java.util.Map;

final class MergeCounts {
    static Map<String, Integer> mergeCounts(
            Map<String, Integer> left, Map<String, Integer> right) {
        Map<String, Integer> merged = new HashMap<>(left);
        right.forEach((key, count) -> merged.merge(key, count, Integer::sum)); //: conflict=sum
        right.forEach((key, count) -> merged.merge(key, count, Math::max)); //: conflict=larger
        merged.putAll(right); //: conflict=right
        return merged;
    }
}

//: family rotate
import java.util.Collections;
import java.util.List;

final class Rotate {
    static void rotate(List<Integer> values, int steps) {
        Collections.rotate(values, -steps); //: direction=left
        Collections.rotate(values, steps); //: direction=right
    }
}

//: family insertion_point
import java.util.List;

final class InsertionPoint {
    static <T extends Comparable<T>> int insertionPoint(List<T> values, T item) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.get(middle).compareTo(item) < 0) { //: side=left
            if (values.get(middle).compareTo(item) <= 0) { //: side=right
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

//: family parse_duration
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ParseDuration {
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    static int parseDuration(String text) {
        Matcher match = DURATION.matcher(text);
        if (text.isEmpty() || !match.matches()) {
            throw new IllegalArgumentException("not a duration: '" + text + "'");
        }
        int hours = number(match.group(1));
        int minutes = number(match.group(2));
        int seconds = number(match.group(3));
        return hours * 3600 + minutes * 60 + seconds; //: unit=seconds
        return hours * 60 + minutes + seconds / 60; //: unit=minutes
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}

//: family bounded_queue
import java.util.ArrayDeque;
import java.util.Queue;

final class BoundedQueue {
    private final int capacity;
    private final Queue<Integer> items = new ArrayDeque<>();

    BoundedQueue(int capacity) {
        this.capacity = capacity;
    }

    boolean push(int item) {
        if (items.size() == capacity) {
            return false; //: full=refuse
            items.remove(); //: full=evict
        }
        return items.add(item);
    }

    int pop() {
        if (items.isEmpty()) {
            throw new IllegalStateException("the queue is empty");
        }
        return items.remove();
    }

    int size() {
        return items.size();
    }
}

//: family lru_cache
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class LruCache {
    private final int capacity;
    private final Map<String, Integer> entries;

    LruCache(int capacity) {
        this.capacity = capacity;
        this.entries = new LinkedHashMap<>(16, 0.75f, true); //: used=read_or_written
        this.entries = new LinkedHashMap<>(); //: used=written|added
    }

    Optional<Integer> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(String key, int value) {
        entries.remove(key); //: used=written
        entries.put(key, value);
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }
}

//: family inventory
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

final class Inventory {
    static final class OutOfStockException extends RuntimeException {
        OutOfStockException(int left) {
            super("only " + left + " left");
        }
    }

    private final Map<String, Integer> amounts = new HashMap<>();

    void add(String name, int amount) {
        check(amount);
        amounts.merge(name, amount, Integer::sum);
    }

    int remove(String name, int amount) {
        check(amount);
        Integer left = amounts.get(name);
        if (left == null) {
            throw new NoSuchElementException("unknown: " + name);
        }
        if (left < amount) {
            throw new OutOfStockException(left);
        }
        amounts.put(name, left - amount);
        amounts.remove(name, 0); //: gone=dropped
        return left - amount;
    }

    Map<String, Integer> stock() {
        return Map.copyOf(amounts);
    }

    private static void check(int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
