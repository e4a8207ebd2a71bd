// Solutions of spec.py's families; see AUTHORING.md.

//: family round_robin
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

final class RoundRobin {
    record Task(String name, int work) {}

    static List<String> roundRobin(List<Task> tasks, int slice) {
        LinkedList<Task> queue = new LinkedList<>(tasks);
        List<String> done = new ArrayList<>();
        while (!queue.isEmpty()) {
            Task task = queue.removeFirst();
            if (task.work() <= slice) {
                done.add(task.name());
                continue;
            }
            Task rest = new Task(task.name(), task.work() - slice);
            queue.addLast(rest); //: back=end
            queue.add(Math.min(1, queue.size()), rest); //: back=second
        }
        return done;
    }
}

//: family waiting_times
import java.util.Collections;
import java.util.PriorityQueue;

final class WaitingTimes {
    static int[] waitingTimes(int[] arrivals, int service) {
        // When each clerk is free again.
        PriorityQueue<Integer> free = new PriorityQueue<>(Collections.nCopies(CLERKS, 0));
        int[] waits = new int[arrivals.length];
        for (int i = 0; i < waits.length; i++) {
            int begins = Math.max(arrivals[i], free.remove());
            free.add(begins + service);
            waits[i] = begins - arrivals[i];
        }
        return waits;
    }
}

//: family debounced
import java.util.ArrayList;
import java.util.List;

final class Debounced {
    static List<Integer> debounced(int[] times, int delay) {
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            //: policy=trailing
            if (i == times.length - 1 || times[i + 1] - times[i] >= delay) {
                runs.add(times[i] + delay);
            }
            //: policy=leading
            if (i == 0 || times[i] - times[i - 1] >= delay) {
                runs.add(times[i]);
            }
            //: policy=throttle
            if (runs.isEmpty() || times[i] - runs.get(runs.size() - 1) >= delay) {
                runs.add(times[i]);
            }
            //: end
        }
        return runs;
    }
}

//: family delay_queue
import java.util.ArrayList;
import java.util.Comparator; //: order!=added
import java.util.List;

final class DelayQueue {
    private record Entry(String item, int ready) {}

    private final List<Entry> entries = new ArrayList<>();
    private int now;

    void put(String item, int delay) {
        entries.add(new Entry(item, now + delay));
    }

    List<String> advance(int time) {
        now += time;
        List<String> items = entries.stream()
                .filter(entry -> entry.ready() <= now)
                .sorted(Comparator.comparingInt(Entry::ready)) //: order=ready
                .sorted(Comparator.comparingInt(Entry::ready).reversed()) //: order=latest
                .map(Entry::item)
                .toList();
        entries.removeIf(entry -> entry.ready() <= now);
        return items;
    }

    int pending() {
        return entries.size();
    }
}

//: family two_stack_queue
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

final class TwoStackQueue {
    private final Deque<Integer> back = new ArrayDeque<>();
    private final Deque<Integer> front = new ArrayDeque<>();

    void push(int item) {
        back.push(item);
    }

    Optional<Integer> pop() {
        shift();
        return Optional.ofNullable(front.poll());
    }

    Optional<Integer> peek() {
        shift();
        return Optional.ofNullable(front.peek());
    }

    int size() {
        return back.size() + front.size();
    }

    private void shift() {
        if (front.isEmpty()) {
            while (!back.isEmpty()) {
                front.push(back.pop());
            }
        }
    }
}

//: family hot_potato
import java.util.ArrayList;
import java.util.List;

final class HotPotato {
    static List<String> hotPotato(List<String> names, int count) {
        List<String> circle = new ArrayList<>(names);
        List<String> left = new ArrayList<>();
        int place = 0;
        while (!circle.isEmpty()) {
            place = (place + count - 1) % circle.size();
            left.add(circle.remove(place));
        }
        return left; //: what=order
        return left.subList(Math.max(left.size() - 1, 0), left.size()); //: what=survivor
    }
}
