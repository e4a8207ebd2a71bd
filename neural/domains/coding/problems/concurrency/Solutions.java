// Solutions of spec.py's families; see AUTHORING.md.

//: family memoize
import java.util.HashMap; //: memory=all
import java.util.Map; //: memory=all
import java.util.function.IntUnaryOperator;

final class Memoize {
    static IntUnaryOperator memoize(IntUnaryOperator compute) {
        //: memory=all
        Map<Integer, Integer> results = new HashMap<>();
        return value -> results.computeIfAbsent(value, compute::applyAsInt);
        //: memory=last
        return new IntUnaryOperator() {
            private boolean known;
            private int latest;
            private int result;

            @Override
            public int applyAsInt(int value) {
                if (!known || latest != value) {
                    result = compute.applyAsInt(value);
                    latest = value;
                    known = true;
                }
                return result;
            }
        };
        //: end
    }
}

//: driver
final class Driver {
    record Outcome(java.util.List<Integer> results, int calls) {}

    static Outcome evaluations(int[] inputs) {
        int[] calls = {0};
        IntUnaryOperator remembering = Memoize.memoize(value -> {
            calls[0]++;
            return value * value;
        });
        var results = java.util.Arrays.stream(inputs).map(remembering).boxed().toList();
        return new Outcome(results, calls[0]);
    }
}

//: family retry
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

final class Retry {
    static <T> T retry(Callable<T> operation, int attempts, IntConsumer pause)
            throws Exception {
        int delay = 100; //: backoff=doubled
        for (int i = 1; i < attempts; i++) { //: limit=total
        for (int i = 0; i < attempts; i++) { //: limit=more
            try {
                return operation.call();
            } catch (Exception error) {
                pause.accept(100); //: backoff=fixed
                //: backoff=doubled
                pause.accept(delay);
                delay *= 2;
                //: end
            }
        }
        return operation.call();
    }
}

//: driver
final class Driver {
    record Outcome(int result, java.util.List<Integer> pauses) {}

    static Outcome retried(int failures, int attempts) throws Exception {
        int[] calls = {0};
        var pauses = new java.util.ArrayList<Integer>();
        Callable<Integer> operation = () -> {
            if (++calls[0] <= failures) {
                throw new IllegalArgumentException("failure " + calls[0]);
            }
            return calls[0];
        };
        int result = Retry.retry(operation, attempts, pauses::add);
        return new Outcome(result, pauses);
    }
}

//: family count_words
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

final class CountWords {
    static Map<String, Long> countWords(List<String> texts) {
        return texts.parallelStream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(word -> !word.isEmpty())
                .map(String::toLowerCase) //: case=folded
                .collect(groupingBy(Function.identity(), counting()));
    }
}

//: family sum_of_powers
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import static java.util.concurrent.CompletableFuture.supplyAsync;

final class SumOfPowers {
    static CompletableFuture<Long> sumOfPowers(long[] values) {
        int middle = values.length / 2;
        var left = supplyAsync(() -> sum(values, 0, middle));
        var right = supplyAsync(() -> sum(values, middle, values.length));
        return left.thenCombine(right, Long::sum);
    }

    private static long sum(long[] values, int from, int to) {
        return Arrays.stream(values, from, to).map(v -> v * v).sum(); //: exponent=2
        return Arrays.stream(values, from, to).map(v -> v * v * v).sum(); //: exponent=3
    }
}

//: family account
final class Account {
    static final class InsufficientFundsException extends RuntimeException {
        InsufficientFundsException() {
            super("insufficient funds");
        }
    }

    private int balance;

    Account(int balance) {
        this.balance = balance;
    }

    synchronized int deposit(int amount) {
        check(amount);
        balance += amount;
        return balance;
    }

    synchronized int withdraw(int amount) {
        check(amount);
        if (balance - amount < FLOOR) {
            throw new InsufficientFundsException();
        }
        balance -= amount;
        return balance;
    }

    synchronized int balance() {
        return balance;
    }

    private static void check(int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}

//: family task_queue
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

final class TaskQueue {
    private record Task(String name, int priority, int number) {}

    private static final Comparator<Task> BY_PRIORITY =
            Comparator.comparingInt(Task::priority).reversed(); //: best=highest
            Comparator.comparingInt(Task::priority); //: best=lowest
    private static final Comparator<Task> BY_NUMBER =
            Comparator.comparingInt(Task::number); //: tie=first
            Comparator.comparingInt(Task::number).reversed(); //: tie=last

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(BY_PRIORITY.thenComparing(BY_NUMBER));
    private int added;

    void add(String name, int priority) {
        tasks.add(new Task(name, priority, added++));
    }

    Optional<String> next() {
        return Optional.ofNullable(tasks.poll()).map(Task::name);
    }
}

//: family differences
import java.util.Iterator;
import java.util.NoSuchElementException;

final class Differences implements Iterator<Integer> {
    private final Iterator<Integer> values;
    private Integer earlier;

    Differences(Iterator<Integer> values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        if (earlier == null && values.hasNext()) {
            earlier = values.next();
        }
        return values.hasNext();
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int later = values.next();
        int step = later - earlier; //: sign=signed
        int step = Math.abs(later - earlier); //: sign=absolute
        earlier = later;
        return step;
    }
}

//: driver
final class Driver {
    static Iterator<Integer> allDifferences(java.util.List<Integer> values) {
        return new Differences(values.iterator());
    }
}
