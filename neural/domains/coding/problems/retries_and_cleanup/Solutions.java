// Solutions of spec.py's families; see AUTHORING.md.

//: family explain
import java.util.ArrayList;
import java.util.Collections; //: what=inner
import java.util.List;

final class Explain {
    static String explain(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable error = failure; error != null; error = error.getCause()) {
            messages.add(error.getMessage());
        }
        return String.join(": ", messages); //: what=outer
        //: what=inner
        Collections.reverse(messages);
        return String.join(" -> ", messages);
        //: what=ends
        String last = messages.get(messages.size() - 1);
        return messages.get(0) + (messages.size() > 1 ? " (" + last + ")" : "");
        //: end
    }
}

//: driver
final class Driver {
    static String explained(java.util.List<String> messages) {
        Throwable failure = null;
        for (int i = messages.size() - 1; i >= 0; i--) {
            failure = new IllegalStateException(messages.get(i), failure);
        }
        return Explain.explain(failure);
    }
}

//: family retry_if
import java.util.function.Predicate;
import java.util.function.Supplier;

final class RetryIf {
    static <T> T retryIf(
            Supplier<T> operation,
            int attempts,
            Predicate<RuntimeException> retryable) {
        for (int left = attempts - 1; ; left--) {
            try {
                return operation.get();
            } catch (RuntimeException error) {
                //: exhausted=pass
                if (left == 0 || !retryable.test(error)) {
                    throw error;
                }
                //: exhausted=give_up
                if (!retryable.test(error)) {
                    throw error;
                }
                if (left == 0) {
                    throw new IllegalStateException("gave up", error);
                }
                //: end
            }
        }
    }
}

//: driver
final class Driver {
    record Outcome(String result, int calls) {}

    static Outcome tries(java.util.List<String> outcomes, int attempts) {
        int[] calls = {0};
        Supplier<String> operation = () -> {
            int call = calls[0]++;
            if (call < outcomes.size() && !outcomes.get(call).equals("ok")) {
                throw new IllegalArgumentException(outcomes.get(call));
            }
            return "done";
        };
        String result = RetryIf.retryIf(
                operation, attempts, error -> error.getMessage().equals("busy"));
        return new Outcome(result, calls[0]);
    }
}

//: family run_or_undo
import java.util.List;

final class RunOrUndo {
    static void runOrUndo(List<Runnable> actions, List<Runnable> undos) {
        for (int i = 0; i < actions.size(); i++) {
            try {
                actions.get(i).run();
            } catch (RuntimeException error) {
                undos.subList(0, i).forEach(Runnable::run); //: scope=forward
                //: scope!=forward
                for (int done = i - 1; done >= 0; done--) { //: scope=reverse
                for (int done = i; done >= 0; done--) { //: scope=failed
                    undos.get(done).run();
                }
                //: end
                throw error;
            }
        }
    }
}

//: driver
final class Driver {
    static List<String> undone(List<String> steps) {
        List<String> called = new java.util.ArrayList<>();
        List<Runnable> actions = new java.util.ArrayList<>();
        List<Runnable> undos = new java.util.ArrayList<>();
        for (String name : steps) {
            actions.add(() -> {
                called.add(name);
                if (name.startsWith("x")) {
                    throw new IllegalStateException(name + " failed");
                }
            });
            undos.add(() -> called.add("undo " + name));
        }
        try {
            RunOrUndo.runOrUndo(actions, undos);
        } catch (IllegalStateException error) {
            called.add(error.getMessage());
        }
        return called;
    }
}

//: family run_every
import java.util.List;

final class RunEvery {
    static int runEvery(List<Runnable> jobs) {
        int called = 0;
        int failures = 0;
        for (Runnable job : jobs) {
            called++;
            try {
                job.run();
            } catch (RuntimeException error) {
                failures++;
                //: policy=two
                if (failures == 2) {
                    break;
                }
                //: end
            }
        }
        if (failures > 0) {
            String message = failures + " of " + called + " jobs failed";
            throw new IllegalStateException(message);
        }
        return called;
    }
}

//: driver
final class Driver {
    static int ran(List<String> tasks) {
        List<Runnable> jobs = new java.util.ArrayList<>();
        for (String name : tasks) {
            jobs.add(() -> {
                if (name.equals("x")) {
                    throw new IllegalArgumentException(name);
                }
            });
        }
        return RunEvery.runEvery(jobs);
    }
}

//: family close_all
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors; //: how=all

final class CloseAll {
    static void closeAll(List<Runnable> closers) {
        List<RuntimeException> failures = new ArrayList<>();
        for (int i = closers.size() - 1; i >= 0; i--) {
            try {
                closers.get(i).run();
            } catch (RuntimeException error) {
                failures.add(error);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0); //: how=first
            throw failures.get(failures.size() - 1); //: how=last
            //: how=all
            String message = failures.stream()
                    .map(Throwable::getMessage)
                    .collect(Collectors.joining("; "));
            RuntimeException together = new IllegalStateException(message);
            failures.forEach(together::addSuppressed);
            throw together;
            //: end
        }
    }
}

//: driver
final class Driver {
    static List<String> closed(List<String> resources) {
        List<String> called = new ArrayList<>();
        List<Runnable> closers = new ArrayList<>();
        for (String name : resources) {
            closers.add(() -> {
                called.add(name);
                if (name.startsWith("x")) {
                    throw new IllegalArgumentException(name + " is stuck");
                }
            });
        }
        try {
            CloseAll.closeAll(closers);
        } catch (RuntimeException error) {
            called.add("failed: " + error.getMessage());
        }
        return called;
    }
}

//: family error_budget
final class ErrorBudget {
    static final class BudgetSpentException extends RuntimeException {
        BudgetSpentException() {
            super("too many failures");
        }
    }

    private final int limit; //: rule!=total
    private int left;

    ErrorBudget(int limit) {
        this.limit = limit; //: rule!=total
        this.left = limit;
    }

    int record(boolean ok) {
        if (ok) {
            left = limit; //: rule=row
            left = Math.min(left + 1, limit); //: rule=repay
            return left;
        }
        if (left == 0) {
            throw new BudgetSpentException();
        }
        left--;
        return left;
    }
}

//: family time_to_success
import java.util.List;

final class TimeToSuccess {
    record Try(int seconds, boolean ok) {}

    static final class DeadlineExceededException extends RuntimeException {
        DeadlineExceededException() {
            super("deadline exceeded");
        }
    }

    static int timeToSuccess(List<Try> tries, int pause, int deadline) {
        int now = 0;
        for (Try each : tries) {
            if (now >= deadline) { //: rule=start
            if (now + each.seconds() > deadline) { //: rule=end
                throw new DeadlineExceededException();
            }
            now += each.seconds();
            if (each.ok()) {
                return now;
            }
            now += pause;
        }
        throw new IllegalStateException("all tries failed");
    }
}

//: family backoff_delays
final class BackoffDelays {
    static int[] backoffDelays(int attempts, int base, int cap) {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1");
        }
        int[] delays = new int[attempts - 1];
        int delay = base;
        int before = 0; //: growth=fibonacci
        for (int i = 0; i < delays.length; i++) {
            delays[i] = Math.min(delay, cap);
            delay *= 2; //: growth=doubled
            delay += base; //: growth=linear
            //: growth=fibonacci
            int next = before + delay;
            before = delay;
            delay = next;
            //: end
        }
        return delays;
    }
}

//: family retry_delay
import java.util.OptionalInt;

final class RetryDelay {
    static OptionalInt retryDelay(int status, String header, int attempt) {
        if (status == 429 || status == 503) {
            if (header != null && header.matches("[0-9]+")) {
                return OptionalInt.of(Integer.parseInt(header));
            }
        } else { //: others=no
        } else if (status < 500 || status > 599) { //: others=server
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.min(1 << Math.min(attempt, 30), MOST));
    }
}

//: family retry_queue
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class RetryQueue {
    private final int attempts;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> working = new HashSet<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<String> dead = new ArrayList<>();

    RetryQueue(int attempts) {
        this.attempts = attempts;
    }

    void add(String name) {
        if (failures.putIfAbsent(name, 0) != null) {
            throw new IllegalArgumentException("added before");
        }
        waiting.addLast(name);
    }

    Optional<String> next() {
        Optional<String> name = Optional.ofNullable(waiting.pollFirst());
        name.ifPresent(working::add);
        return name;
    }

    boolean fail(String name) {
        if (!working.remove(name)) {
            throw new IllegalStateException("not handed out");
        }
        if (failures.merge(name, 1, Integer::sum) == attempts) {
            dead.add(name);
            return false;
        }
        waiting.addLast(name); //: place=end
        waiting.addFirst(name); //: place=front
        return true;
    }

    List<String> dead() {
        return List.copyOf(dead);
    }
}
