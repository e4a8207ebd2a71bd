// Solutions of spec.py's families; see AUTHORING.md.

//: family take_until
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

final class TakeUntil {
    static <T> Iterator<T> takeUntil(Iterator<T> items, Predicate<T> stop) {
        return new Iterator<>() {
            private boolean ended;
            //: end=excluded
            private boolean known;
            private T next;

            @Override
            public boolean hasNext() {
                if (!known && !ended) {
                    ended = !items.hasNext();
                    if (!ended) {
                        next = items.next();
                        ended = stop.test(next);
                        known = !ended;
                    }
                }
                return known;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                known = false;
                return next;
            }
            //: end=included

            @Override
            public boolean hasNext() {
                return !ended && items.hasNext();
            }

            @Override
            public T next() {
                if (ended) {
                    throw new NoSuchElementException();
                }
                T item = items.next();
                ended = stop.test(item);
                return item;
            }
            //: end
        };
    }
}

//: driver
final class Driver {
    record Outcome(java.util.List<Integer> kept, int read) {}

    static Outcome taken(java.util.List<Integer> values, int limit) {
        int[] read = {0};
        var inner = values.iterator();
        Iterator<Integer> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            public Integer next() {
                read[0]++;
                return inner.next();
            }
        };
        var kept = new java.util.ArrayList<Integer>();
        TakeUntil.takeUntil(source, value -> value > limit).forEachRemaining(kept::add);
        return new Outcome(kept, read[0]);
    }
}

//: family endlessly
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class Endlessly {
    static <T> Stream<T> endlessly(List<T> items) {
        int size = items.size();
        IntStream places = IntStream.iterate(0, i -> (i + 1) % size); //: turn=cycle
        //: turn=bounce
        int round = Math.max(1, 2 * size - 2);
        IntStream places =
                IntStream.iterate(0, i -> (i + 1) % round)
                        .map(i -> Math.min(i, round - i));
        return places.mapToObj(items::get);
        //: turn=linger
        int round = 2 * size;
        IntStream places =
                IntStream.iterate(0, i -> (i + 1) % round)
                        .map(i -> Math.min(i, round - 1 - i));
        return places.mapToObj(items::get);
        //: turn=cycle
        return places.mapToObj(items::get);
        //: end
    }
}

//: driver
final class Driver {
    static Stream<Integer> firstOf(List<Integer> items, int count) {
        return Endlessly.endlessly(items).limit(count);
    }
}

//: family lookahead
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

final class Lookahead {
    private final List<Integer> values;
    private int place;

    Lookahead(List<Integer> values) {
        this.values = List.copyOf(values);
    }

    int next() {
        if (done()) {
            throw new NoSuchElementException("no more values");
        }
        return values.get(place++);
    }

    Optional<Integer> peek(int ahead) {
        int wanted = place + ahead;
        if (wanted < values.size()) {
            return Optional.of(values.get(wanted));
        }
        return Optional.empty(); //: beyond=none
        //: beyond=last
        int last = values.size() - 1;
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(last));
        //: end
    }

    boolean done() {
        return place == values.size();
    }
}

//: family unfold
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class Unfold {
    static Stream<Integer> unfold(int seed, UnaryOperator<Integer> step) {
        return Stream.iterate(seed, Objects::nonNull, step); //: what=all
        return Stream.iterate(step.apply(seed), Objects::nonNull, step); //: what=later
        //: what=pairs
        record Pair(Integer before, Integer after) {}
        return Stream.iterate(
                        new Pair(seed, step.apply(seed)),
                        pair -> Objects.nonNull(pair.after()),
                        pair -> new Pair(pair.after(), step.apply(pair.after())))
                .map(pair -> pair.before() + pair.after());
        //: end
    }
}

//: driver
final class Driver {
    static Stream<Integer> unfolded(int seed) {
        return Unfold.unfold(seed, state -> {
            int following = state % 2 == 0 ? state / 2 : state - 3;
            return following >= 1 ? following : null;
        });
    }
}

//: family split_when
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

final class SplitWhen<T> implements Iterator<List<T>> {
    private final Iterator<T> items;
    private final Predicate<T> marked;
    private List<T> ready = List.of();
    private List<T> begun = new ArrayList<>(); //: role=begins

    SplitWhen(Iterator<T> items, Predicate<T> marked) {
        this.items = items;
        this.marked = marked;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) {
            ready = read();
        }
        return !ready.isEmpty();
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<T> group = ready;
        ready = List.of();
        return group;
    }

    private List<T> read() {
        //: role=begins
        List<T> group = begun;
        begun = new ArrayList<>();
        while (items.hasNext()) {
            T item = items.next();
            if (!group.isEmpty() && marked.test(item)) {
                begun.add(item);
                break;
            }
            group.add(item);
        }
        return group;
        //: role=ends
        List<T> group = new ArrayList<>();
        while (items.hasNext()) {
            T item = items.next();
            group.add(item);
            if (marked.test(item)) {
                break;
            }
        }
        return group;
        //: role=separates
        List<T> group = new ArrayList<>();
        while (items.hasNext()) {
            T item = items.next();
            if (!marked.test(item)) {
                group.add(item);
            } else if (!group.isEmpty()) {
                break;
            }
        }
        return group;
        //: end
    }
}

//: driver
final class Driver {
    static Iterator<List<Integer>> splitGroups(List<Integer> values) {
        return new SplitWhen<>(values.iterator(), value -> value % 3 == 0);
    }
}

//: family deadband
//: other=stored
import java.util.ArrayList;
import java.util.List;

final class Deadband {
    static List<Integer> deadband(int[] readings, int tolerance) {
        List<Integer> stored = new ArrayList<>();
        for (int reading : readings) {
            int count = stored.size();
            if (count == 0 || Math.abs(reading - stored.get(count - 1)) > tolerance) {
                stored.add(reading);
            }
        }
        return stored;
    }
}
//: other=before
import java.util.stream.IntStream;

final class Deadband {
    static IntStream deadband(int[] readings, int tolerance) {
        return IntStream.range(0, readings.length)
                .filter(i -> i == 0 || distance(readings, i) > tolerance)
                .map(i -> readings[i]);
    }

    private static int distance(int[] readings, int place) {
        return Math.abs(readings[place] - readings[place - 1]);
    }
}
//: end

//: family all_pages
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

final class AllPages<T> implements Iterator<T> {
    private final IntFunction<List<T>> fetch;
    private Iterator<T> page = List.<T>of().iterator();
    private int number;
    private int full; //: last=short
    private boolean ended;

    AllPages(IntFunction<List<T>> fetch) {
        this.fetch = fetch;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !ended) {
            number++;
            List<T> items = fetch.apply(number);
            page = items.iterator();
            ended = items.isEmpty(); //: last=empty
            //: last=short
            if (number == 1) {
                full = items.size();
            }
            ended = items.isEmpty() || items.size() < full;
            //: end
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}

//: driver
final class Driver {
    record Outcome(List<Integer> items, int calls) {}

    static Outcome pageItems(int total, int size, int wanted) {
        int[] calls = {0};
        Iterator<Integer> stream = new AllPages<>(number -> {
            calls[0]++;
            int start = size * (number - 1);
            int end = Math.min(size * number, total);
            return java.util.stream.IntStream.range(start, end).boxed().toList();
        });
        List<Integer> items = new java.util.ArrayList<>();
        while (items.size() < wanted && stream.hasNext()) {
            items.add(stream.next());
        }
        return new Outcome(items, calls[0]);
    }
}

//: family logical_lines
import java.util.ArrayList;
import java.util.List;

final class LogicalLines {
    static List<String> logicalLines(List<String> lines) {
        List<String> logical = new ArrayList<>();
        boolean continued = false; //: rule!=indent
        for (String line : lines) {
            //: rule=backslash
            boolean ends = line.endsWith("\\");
            String text = ends ? line.substring(0, line.length() - 1) : line;
            //: end
            boolean continued = !logical.isEmpty() && line.startsWith(" "); //: rule=indent
            if (continued) {
                int last = logical.size() - 1;
                logical.set(last, logical.get(last) + text); //: rule=backslash
                //: rule!=backslash
                String rest = line.replaceFirst("^ +", "");
                logical.set(last, logical.get(last) + " " + rest);
                //: end
            } else {
                logical.add(text); //: rule=backslash
                logical.add(line); //: rule!=backslash
            }
            continued = ends; //: rule=backslash
            continued = line.endsWith(","); //: rule=comma
        }
        return logical;
    }
}
