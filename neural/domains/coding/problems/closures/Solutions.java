// Solutions of spec.py's families; see AUTHORING.md.

//: family limit_calls
import java.util.function.UnaryOperator;

final class LimitCalls {
    static UnaryOperator<Integer> limitCalls(UnaryOperator<Integer> action, int count) {
        return new UnaryOperator<>() {
            private int left = count;
            private Integer kept; //: later!=none

            @Override
            public Integer apply(Integer argument) {
                if (left == 0) {
                    return kept; //: later!=none
                    return null; //: later=none
                }
                left--;
                return action.apply(argument); //: later=none
                //: later=same
                kept = action.apply(argument);
                return kept;
                //: later=first
                Integer result = action.apply(argument);
                if (kept == null) {
                    kept = result;
                }
                return result;
                //: end
            }
        };
    }
}

//: driver
final class Driver {
    record Outcome(java.util.List<Integer> results, int calls) {}

    static Outcome called(java.util.List<Integer> inputs, int count) {
        int[] calls = {0};
        UnaryOperator<Integer> limited = LimitCalls.limitCalls(value -> {
            calls[0]++;
            return value * value;
        }, count);
        var results = new java.util.ArrayList<Integer>();
        for (Integer value : inputs) {
            results.add(limited.apply(value));
        }
        return new Outcome(results, calls[0]);
    }
}

//: family bind
import java.util.ArrayList;
import java.util.Iterator; //: order=holes
import java.util.List;
import java.util.function.Function;

final class Bind {
    static Function<List<String>, String> bind(
            Function<List<String>, String> action, List<String> given) {
        List<String> fixed = List.copyOf(given);
        return own -> {
            //: order=front
            List<String> all = new ArrayList<>(fixed);
            all.addAll(own);
            //: order=back
            List<String> all = new ArrayList<>(own);
            all.addAll(fixed);
            //: order=holes
            Iterator<String> rest = own.iterator();
            List<String> all = new ArrayList<>();
            for (String text : fixed) {
                all.add(text.equals("_") && rest.hasNext() ? rest.next() : text);
            }
            rest.forEachRemaining(all::add);
            //: end
            return action.apply(all);
        };
    }
}

//: driver
final class Driver {
    static String bound(List<String> given, List<String> later) {
        List<String> mine = new ArrayList<>(given);
        var made = Bind.bind(texts -> String.join(".", texts), mine);
        mine.add("changed");
        return made.apply(later);
    }
}

//: family scan_right
import java.util.ArrayList;
import java.util.Collections; //: what!=backwards
import java.util.List;
import java.util.function.BiFunction;

final class ScanRight {
    static <T, R> List<R> scanRight(
            List<T> items, R start, BiFunction<T, R, R> combine) {
        List<R> results = new ArrayList<>();
        results.add(start); //: what!=items
        R after = start;
        for (int i = items.size() - 1; i >= 0; i--) {
            after = combine.apply(items.get(i), after);
            results.add(after);
        }
        Collections.reverse(results); //: what!=backwards
        return results;
    }
}

//: driver
final class Driver {
    static List<Integer> scanned(List<Integer> values, int start) {
        return ScanRight.scanRight(values, start, (item, after) -> item - after);
    }
}

//: family layered
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

final class Layered {
    static UnaryOperator<String> layered(
            List<BiFunction<String, UnaryOperator<String>, String>> layers,
            UnaryOperator<String> handler) {
        UnaryOperator<String> whole = handler;
        for (int i = layers.size() - 1; i >= 0; i--) { //: order=first
            var layer = layers.get(i); //: order=first
        for (var layer : layers) { //: order=last
            UnaryOperator<String> next = whole;
            whole = request -> layer.apply(request, next);
        }
        return whole;
    }
}

//: driver
final class Driver {
    static List<String> handled(List<String> layers, String request) {
        List<String> log = new java.util.ArrayList<>();
        List<BiFunction<String, UnaryOperator<String>, String>> made =
                new java.util.ArrayList<>();
        for (String name : layers) {
            made.add((given, next) -> {
                log.add(name + " gets " + given);
                if (name.equals("stop")) {
                    return "stopped";
                }
                String answer = next.apply(given + "+" + name);
                log.add(name + " sees " + answer);
                return answer;
            });
        }
        log.add(Layered.layered(made, given -> "<" + given + ">").apply(request));
        return log;
    }
}

//: family lazily
import java.util.function.Supplier;

final class Lazily {
    static <T> Supplier<T> lazily(Supplier<T> compute) {
        return new Supplier<>() {
            private boolean done;
            private T result;
            private RuntimeException failure; //: afterwards!=again
            private int failures; //: afterwards=twice

            @Override
            public T get() {
                if (done) {
                    return result;
                }
                //: afterwards=again
                result = compute.get();
                done = true;
                return result;
                //: afterwards=kept
                if (failure != null) {
                    throw failure;
                }
                //: afterwards=twice
                if (failures == 2) {
                    throw failure;
                }
                //: afterwards!=again
                try {
                    result = compute.get();
                } catch (RuntimeException error) {
                    failure = error;
                    failures++; //: afterwards=twice
                    throw error;
                }
                done = true;
                return result;
                //: end
            }
        };
    }
}

//: driver
final class Driver {
    record Outcome(java.util.List<String> seen, int calls) {}

    static Outcome reads(int failures, int count) {
        int[] calls = {0};
        Supplier<String> read = Lazily.lazily(() -> {
            calls[0]++;
            if (calls[0] <= failures) {
                throw new IllegalArgumentException("failure " + calls[0]);
            }
            return "result " + calls[0];
        });
        var seen = new java.util.ArrayList<String>();
        for (int i = 0; i < count; i++) {
            try {
                seen.add(read.get());
            } catch (IllegalArgumentException error) {
                seen.add(error.getMessage());
            }
        }
        return new Outcome(seen, calls[0]);
    }
}

//: family throttle
import java.util.Optional;
import java.util.function.IntFunction;

final class Throttle {
    static <T> IntFunction<Optional<T>> throttle(IntFunction<T> action, int gap) {
        return new IntFunction<>() {
            private Integer last;

            @Override
            public Optional<T> apply(int now) {
                boolean early = last != null && now - last < gap;
                last = now; //: since=call
                if (early) {
                    return Optional.empty();
                }
                last = now; //: since=action
                return Optional.of(action.apply(now));
            }
        };
    }
}

//: driver
final class Driver {
    static java.util.List<Integer> throttled(java.util.List<Integer> times, int gap) {
        var call = Throttle.<Integer>throttle(time -> 10 * time, gap);
        var results = new java.util.ArrayList<Integer>();
        for (int time : times) {
            results.add(call.apply(time).orElse(null));
        }
        return results;
    }
}

//: family make_namer
//: numbers=each
import java.util.HashMap;
import java.util.Map;
//: numbers=shared
import java.util.concurrent.atomic.AtomicInteger;
//: end
import java.util.function.UnaryOperator;

final class MakeNamer {
    static UnaryOperator<String> makeNamer() {
        //: numbers=each
        Map<String, Integer> counts = new HashMap<>();
        return kind -> kind + "-" + counts.merge(kind, 1, Integer::sum);
        //: numbers=shared
        AtomicInteger count = new AtomicInteger();
        return kind -> kind + "-" + count.incrementAndGet();
        //: numbers=runs
        return new UnaryOperator<>() {
            private String last;
            private int count;

            @Override
            public String apply(String kind) {
                count = kind.equals(last) ? count + 1 : 1;
                last = kind;
                return kind + "-" + count;
            }
        };
        //: end
    }
}

//: driver
final class Driver {
    static java.util.List<String> givenNames(java.util.List<String> kinds) {
        UnaryOperator<String> first = MakeNamer.makeNamer();
        UnaryOperator<String> other = MakeNamer.makeNamer();
        var names = new java.util.ArrayList<String>();
        for (String kind : kinds) {
            other.apply(kind);
            other.apply("other");
            names.add(first.apply(kind));
        }
        return names;
    }
}
