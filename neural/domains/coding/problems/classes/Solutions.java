// Solutions of spec.py's families; see AUTHORING.md.

//: family counter
final class Counter {
    private final int start;
    private int value;

    Counter(int start) {
        this.start = start;
        this.value = start;
    }

    int increment() {
        return ++value;
    }

    int decrement() {
        return --value; //: floor=free
        //: floor=zero
        if (value > 0) {
            value--;
        }
        return value;
        //: end
    }

    void reset() {
        value = start;
    }

    int value() {
        return value;
    }
}

//: family stack
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

final class Stack {
    private record Entry(int item, int extreme) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    void push(int item) {
        int before = entries.isEmpty() ? item : entries.peek().extreme();
        entries.push(new Entry(item, Math.min(item, before))); //: extreme=min
        entries.push(new Entry(item, Math.max(item, before))); //: extreme=max
    }

    int pop() {
        if (entries.isEmpty()) {
            throw new IllegalStateException("the stack is empty");
        }
        return entries.pop().item();
    }

    Optional<Integer> peek() {
        return Optional.ofNullable(entries.peek()).map(Entry::item);
    }

    Optional<Integer> record() {
        return Optional.ofNullable(entries.peek()).map(Entry::extreme);
    }
}

//: family ring_buffer
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator; //: order=newest
import java.util.List; //: order=oldest
import java.util.Optional;

final class RingBuffer {
    private final int size;
    private final Deque<Integer> values = new ArrayDeque<>();

    RingBuffer(int size) {
        this.size = size;
    }

    void write(int value) {
        if (values.size() == size) {
            values.removeFirst();
        }
        values.addLast(value);
    }

    List<Integer> read() { //: order=oldest
        return List.copyOf(values); //: order=oldest
    Iterator<Integer> read() { //: order=newest
        return new ArrayDeque<>(values).descendingIterator(); //: order=newest
    }

    Optional<Double> average() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double sum = values.stream().mapToInt(value -> value).sum();
        return Optional.of(sum / values.size());
    }
}

//: family undo_list
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

final class UndoList {
    private final List<String> items = new ArrayList<>();
    private final Deque<String> undone = new ArrayDeque<>();

    void add(String item) {
        items.add(item);
        undone.clear(); //: lost=cleared
    }

    boolean undo() {
        if (items.isEmpty()) {
            return false;
        }
        undone.push(items.remove(items.size() - 1));
        return true;
    }

    boolean redo() {
        return !undone.isEmpty() && items.add(undone.pop());
    }

    List<String> items() {
        return List.copyOf(items);
    }
}

//: family registry
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

final class Registry {
    private final Map<String, Integer> values = new LinkedHashMap<>();

    void register(String name, int value) {
        //: again=error
        if (values.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException(name + " is taken");
        }
        //: again=replace
        values.put(name, value);
        //: again=ignore
        values.putIfAbsent(name, value);
        //: end
    }

    int lookup(String name) {
        Integer value = values.get(name);
        if (value == null) {
            throw new NoSuchElementException("nothing is called " + name);
        }
        return value;
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }
}

//: family clock
final class Clock {
    private static final int CYCLE = 24 * 60; //: day=24
    private static final int CYCLE = 12 * 60; //: day=12

    private int minutes;

    Clock(int minutes) {
        add(minutes);
    }

    void add(int minutes) {
        this.minutes = Math.floorMod(this.minutes + minutes, CYCLE);
    }

    String text() {
        int hours = minutes / 60;
        return String.format("%02d:%02d", hours, minutes % 60); //: day=24
        return String.format("%d:%02d", hours == 0 ? 12 : hours, minutes % 60); //: day=12
    }
}

//: family polynomial
import java.util.ArrayList;
import java.util.Collections; //: order=descending
import java.util.List;

final class Polynomial {
    private final List<Integer> coefficients; // the constant first, the last one not 0

    Polynomial(List<Integer> coefficients) {
        this.coefficients = new ArrayList<>(coefficients);
        Collections.reverse(this.coefficients); //: order=descending
        while (degree() >= 0 && this.coefficients.get(degree()) == 0) {
            this.coefficients.remove(degree());
        }
    }

    int degree() {
        return coefficients.size() - 1;
    }

    int evaluate(int x) {
        int value = 0;
        for (int power = degree(); power >= 0; power--) {
            value = value * x + coefficients.get(power);
        }
        return value;
    }

    List<Integer> derivative() {
        List<Integer> derived = new ArrayList<>();
        for (int power = 1; power <= degree(); power++) {
            derived.add(power * coefficients.get(power));
        }
        Collections.reverse(derived); //: order=descending
        return derived;
    }
}

//: family moving_median
import java.util.ArrayDeque;
import java.util.Deque;

final class MovingMedian {
    private final int size;
    private final Deque<Integer> window = new ArrayDeque<>();

    MovingMedian(int size) {
        this.size = size;
    }

    int add(int value) {
        if (window.size() == size) {
            window.removeFirst();
        }
        window.addLast(value);
        int[] sorted = window.stream().mapToInt(each -> each).sorted().toArray();
        return sorted[(sorted.length - 1) / 2]; //: median=low
        return sorted[sorted.length / 2]; //: median=high
    }
}
