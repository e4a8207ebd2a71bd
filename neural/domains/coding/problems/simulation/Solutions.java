// Solutions of spec.py's families; see AUTHORING.md.

//: family lfu_cache
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class LfuCache {
    private record Entry(int value, int uses) {}

    private final int capacity;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    LfuCache(int capacity) {
        this.capacity = capacity;
    }

    Optional<Integer> get(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        use(key, entry.value());
        return Optional.of(entry.value());
    }

    void put(String key, int value) {
        if (!entries.containsKey(key) && entries.size() == capacity) {
            entries.entrySet().stream()
                    .min(Comparator.comparingInt(entry -> entry.getValue().uses()))
                    .ifPresent(victim -> entries.remove(victim.getKey()));
        }
        use(key, value);
    }

    private void use(String key, int value) {
        //: tie=oldest
        entries.merge(
                key,
                new Entry(value, 1),
                (before, first) -> new Entry(value, before.uses() + 1));
        //: tie=stale
        Entry before = entries.remove(key);
        entries.put(key, new Entry(value, before == null ? 1 : before.uses() + 1));
        //: end
    }
}

//: family ttl_cache
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class TtlCache {
    private record Entry(int value, int end) {}

    private final int lifetime;
    private final Map<String, Entry> entries = new HashMap<>();
    private int now;

    TtlCache(int lifetime) {
        this.lifetime = lifetime;
    }

    void put(String key, int value) {
        entries.put(key, new Entry(value, now + lifetime));
    }

    Optional<Integer> get(String key) {
        Entry entry = entries.get(key);
        if (entry == null || entry.end() <= now) {
            return Optional.empty();
        }
        put(key, entry.value()); //: since=used
        return Optional.of(entry.value());
    }

    void advance(int seconds) {
        now += seconds;
    }

    int size() {
        return (int) entries.values().stream()
                .filter(entry -> entry.end() > now)
                .count();
    }
}

//: family checkout_time
import java.util.List;
import java.util.PriorityQueue; //: queue=shared

final class CheckoutTime {
    static int checkoutTime(List<Integer> customers, int tills) {
        if (tills < 1) {
            throw new IllegalArgumentException("there must be a till");
        }
        int last = 0;
        //: queue=shared
        PriorityQueue<Integer> freeAt = new PriorityQueue<>();
        for (int minutes : customers) {
            int start = freeAt.size() < tills ? 0 : freeAt.remove();
            freeAt.add(start + minutes);
            last = Math.max(last, start + minutes);
        }
        //: queue=fixed
        int[] freeAt = new int[tills];
        for (int i = 0; i < customers.size(); i++) {
            freeAt[i % tills] += customers.get(i);
            last = Math.max(last, freeAt[i % tills]);
        }
        //: end
        return last;
    }
}

//: family ticket_desk
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

final class TicketDesk {
    private final Deque<Integer> urgent = new ArrayDeque<>();
    private final Deque<Integer> ordinary = new ArrayDeque<>();
    private int last;
    private boolean wasUrgent; //: order=fair

    int take(boolean urgent) {
        last++;
        (urgent ? this.urgent : ordinary).add(last);
        return last;
    }

    Optional<Integer> call() {
        boolean ordinaryFirst = urgent.isEmpty(); //: order=always
        //: order=fair
        boolean ordinaryFirst =
                urgent.isEmpty() || wasUrgent && !ordinary.isEmpty();
        //: end
        Deque<Integer> queue = ordinaryFirst ? ordinary : urgent;
        //: order=fair
        if (!queue.isEmpty()) {
            wasUrgent = queue == urgent;
        }
        //: end
        return Optional.ofNullable(queue.poll());
    }
}

//: family stock_cost
//: which=dearest
import java.util.Collections;
import java.util.PriorityQueue;
import java.util.Queue;
//: which!=dearest
import java.util.ArrayDeque;
import java.util.Deque;
//: end

final class StockCost {
    //: which=dearest
    private final Queue<Integer> prices =
            new PriorityQueue<>(Collections.reverseOrder());
    //: end
    private final Deque<Integer> prices = new ArrayDeque<>(); //: which!=dearest

    void buy(int count, int price) {
        for (int i = 0; i < count; i++) {
            prices.add(price);
        }
    }

    int sell(int count) {
        if (count > prices.size()) {
            throw new IllegalStateException("not enough in stock");
        }
        int cost = 0;
        for (int i = 0; i < count; i++) {
            cost += prices.remove(); //: which!=newest
            cost += prices.removeLast(); //: which=newest
        }
        return cost;
    }

    int left() {
        return prices.size();
    }
}

//: family page_faults
//: victim=optimal
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
//: victim!=optimal
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
//: end

final class PageFaults {
    static int pageFaults(List<Integer> pages, int frames) {
        //: victim!=optimal
        Set<Integer> loaded = new LinkedHashSet<>();
        int faults = 0;
        for (Integer page : pages) {
            //: victim=fifo
            if (loaded.contains(page)) {
                continue;
            }
            faults++;
            if (loaded.size() == frames) {
                loaded.remove(loaded.iterator().next());
            }
            //: victim=lru
            if (!loaded.remove(page)) {
                faults++;
                if (loaded.size() == frames) {
                    loaded.remove(loaded.iterator().next());
                }
            }
            //: victim!=optimal
            loaded.add(page);
        }
        //: victim=optimal
        List<Integer> loaded = new ArrayList<>();
        int faults = 0;
        for (int place = 0; place < pages.size(); place++) {
            Integer page = pages.get(place);
            if (loaded.contains(page)) {
                continue;
            }
            faults++;
            if (loaded.size() == frames) {
                List<Integer> ahead = pages.subList(place, pages.size());
                loaded.stream()
                        .max(Comparator.comparingInt(each -> nextUse(ahead, each)))
                        .ifPresent(loaded::remove);
            }
            loaded.add(page);
        }
        //: end
        return faults;
    }
    //: victim=optimal

    private static int nextUse(List<Integer> ahead, Integer page) {
        int found = ahead.indexOf(page);
        return found < 0 ? ahead.size() : found;
    }
    //: end
}

//: family run_order
import java.util.ArrayList;
import java.util.Comparator; //: policy!=ratio
import java.util.List;

final class RunOrder {
    record Job(String name, int arrival, int duration) {}

    static List<String> runOrder(List<Job> jobs) {
        List<Job> waiting = new ArrayList<>(jobs);
        List<String> order = new ArrayList<>();
        int now = 0;
        while (!waiting.isEmpty()) {
            now = Math.max(
                    now, waiting.stream().mapToInt(Job::arrival).min().getAsInt());
            int time = now;
            Job next = waiting.stream()
                    .filter(job -> job.arrival() <= time)
                    .min(Comparator.comparingInt(Job::duration)) //: policy=shortest
                    //: policy=latest
                    .min(Comparator.comparingInt(Job::arrival).reversed())
                    //: policy=ratio
                    .reduce((best, job) -> isBetter(job, best, time) ? job : best)
                    //: end
                    .orElseThrow();
            waiting.remove(next);
            order.add(next.name());
            now += next.duration();
        }
        return order;
    }
    //: policy=ratio

    /** Compares without dividing, and without the 1 that both ratios contain. */
    private static boolean isBetter(Job job, Job best, int now) {
        int waited = now - job.arrival();
        return waited * best.duration() > (now - best.arrival()) * job.duration();
    }
    //: end
}

//: family allocator
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

final class Allocator {
    private final TreeMap<Integer, Integer> blocks = new TreeMap<>();

    Allocator(int size) {
        blocks.put(size, 0); // marks the end
    }

    Optional<Integer> allocate(int length) {
        int best = -1;
        int space = 0;
        int reached = 0;
        for (Map.Entry<Integer, Integer> block : blocks.entrySet()) {
            int gap = block.getKey() - reached;
            if (gap >= length && best < 0) { //: gap=first
            if (gap >= length && (best < 0 || gap < space)) { //: gap=best
            if (gap >= length && gap > space) { //: gap=worst
                best = reached;
                space = gap; //: gap!=first
            }
            reached = block.getKey() + block.getValue();
        }
        if (best < 0) {
            return Optional.empty();
        }
        blocks.put(best, length);
        return Optional.of(best);
    }

    void release(int start) {
        if (blocks.getOrDefault(start, 0) == 0) {
            throw new NoSuchElementException("no block begins there");
        }
        blocks.remove(start);
    }
}

//: family head_travel
import java.util.ArrayList; //: order!=given
import java.util.Comparator; //: order!=given
import java.util.List;

final class HeadTravel {
    static int headTravel(int start, List<Integer> requests) {
        int travel = 0;
        int place = start;
        //: order=sweep
        List<Integer> stops = new ArrayList<>(requests);
        // Those below come last and in descending order.
        stops.sort(Comparator.comparing((Integer track) -> track < start)
                .thenComparing(track -> track < start ? -track : track));
        //: order=nearest
        List<Integer> waiting = new ArrayList<>(requests);
        waiting.sort(Comparator.naturalOrder());
        //: end
        for (int track : requests) { //: order=given
        for (int track : stops) { //: order=sweep
        //: order=nearest
        while (!waiting.isEmpty()) {
            int from = place;
            Integer track = waiting.stream()
                    .min(Comparator.comparingInt(each -> Math.abs(each - from)))
                    .orElseThrow();
            waiting.remove(track);
            //: end
            travel += Math.abs(track - place);
            place = track;
        }
        return travel;
    }
}

//: family months_to_repay
import java.util.OptionalInt;

final class MonthsToRepay {
    static OptionalInt monthsToRepay(int debt, int percent, int payment) {
        int owed = debt;
        int months = 0;
        while (owed > 0) {
            //: order=interest
            int left = Math.max(owed + owed * percent / 100 - payment, 0);
            //: order=payment
            int unpaid = Math.max(owed - payment, 0);
            int left = unpaid + unpaid * percent / 100;
            //: end
            if (left >= owed) {
                return OptionalInt.empty();
            }
            owed = left;
            months++;
        }
        return OptionalInt.of(months);
    }
}

//: family server_loads
import java.util.List;
//: policy=largest
import java.util.Comparator;
//: end

final class ServerLoads {
    static int[] serverLoads(List<Integer> tasks, int servers) {
        if (servers < 1) {
            throw new IllegalArgumentException("servers must be at least 1");
        }
        int[] loads = new int[servers];
        //: policy=turns
        for (int i = 0; i < tasks.size(); i++) {
            loads[i % servers] += tasks.get(i);
        }
        //: policy=least
        for (int work : tasks) {
            loads[leastLoaded(loads)] += work;
        }
        //: policy=largest
        List<Integer> sorted =
                tasks.stream().sorted(Comparator.reverseOrder()).toList();
        for (int work : sorted) {
            loads[leastLoaded(loads)] += work;
        }
        //: end
        return loads;
    }
    //: policy!=turns

    private static int leastLoaded(int[] loads) {
        int least = 0;
        for (int i = 1; i < loads.length; i++) {
            if (loads[i] < loads[least]) {
                least = i;
            }
        }
        return least;
    }
    //: end
}
