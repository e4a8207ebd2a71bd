// Solutions of spec.py's families; see AUTHORING.md.

//: family overlaps
final class Overlaps {
    record Span(int start, int end) {
        //: ends=contained
        boolean contains(Span other) {
            return start <= other.start && other.end <= end;
        }
        //: end
    }

    static boolean overlaps(Span first, Span second) {
        return first.start() < second.end() && second.start() < first.end(); //: ends=open
        return first.start() <= second.end() && second.start() <= first.end(); //: ends=closed
        return first.contains(second) || second.contains(first); //: ends=contained
    }
}

//: family gaps
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class Gaps {
    record Span(int start, int end) {}

    static List<Span> gaps(List<Span> busy, int start, int end) {
        List<Span> sorted = new ArrayList<>(busy);
        sorted.sort(Comparator.comparingInt(Span::start));
        sorted.add(new Span(end, end));
        List<Span> free = new ArrayList<>();
        int reached = start;
        for (Span span : sorted) {
            int until = Math.min(span.start(), end);
            if (until - reached >= LEAST) {
                free.add(new Span(reached, until));
            }
            reached = Math.max(reached, span.end());
        }
        return free;
    }
}

//: family total_covered
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class TotalCovered {
    record Span(int start, int end) {}

    static int totalCovered(List<Span> spans) {
        TreeMap<Integer, Integer> changes = new TreeMap<>();
        for (Span span : spans) {
            changes.merge(span.start(), 1, Integer::sum);
            changes.merge(span.end(), -1, Integer::sum);
        }
        int covered = 0;
        int depth = 0;
        int previous = 0;
        for (Map.Entry<Integer, Integer> change : changes.entrySet()) {
            if (depth >= 1) { //: how=any
            if (depth >= 2) { //: how=two
            if (depth == 1) { //: how=one
                covered += change.getKey() - previous;
            }
            depth += change.getValue();
            previous = change.getKey();
        }
        return covered;
    }
}

//: family most_at_once
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class MostAtOnce {
    record Span(int start, int end) {}

    static int mostAtOnce(List<Span> spans) {
        TreeMap<Integer, Integer> changes = new TreeMap<>();
        for (Span span : spans) {
            changes.merge(span.start(), 1, Integer::sum);
            changes.merge(span.end(), -1, Integer::sum);
        }
        int running = 0;
        int most = 0;
        int first = -1; //: what=first
        for (Map.Entry<Integer, Integer> change : changes.entrySet()) {
            running += change.getValue();
            most = Math.max(most, running); //: what=count
            //: what=first
            if (running > most) {
                most = running;
                first = change.getKey();
            }
            //: end
        }
        return most; //: what=count
        return first; //: what=first
    }
}

//: family intersect
import java.util.ArrayList;
import java.util.List;

final class Intersect {
    record Span(int start, int end) {}

    static List<Span> intersect(List<Span> left, List<Span> right) {
        List<Span> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            int start = Math.max(left.get(i).start(), right.get(j).start());
            int end = Math.min(left.get(i).end(), right.get(j).end());
            if (start < end) { //: points=dropped
            if (start <= end) { //: points=kept
                common.add(new Span(start, end));
            }
            if (left.get(i).end() < right.get(j).end()) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}

//: family subtract
import java.util.ArrayList;
import java.util.List;

final class Subtract {
    record Span(int start, int end) {}

    static List<Span> subtract(List<Span> spans, Span hole) {
        List<Span> left = new ArrayList<>();
        int length = hole.end() - hole.start(); //: rule=shift
        for (Span span : spans) {
            //: rule=whole
            if (span.start() < hole.start() && hole.end() < span.end()) {
                left.add(span);
                continue;
            }
            //: end
            int end = Math.min(span.end(), hole.start());
            int start = Math.max(span.start(), hole.end());
            if (span.start() < end) {
                left.add(new Span(span.start(), end));
            }
            if (start < span.end()) {
                left.add(new Span(start, span.end())); //: rule!=shift
                left.add(new Span(start - length, span.end() - length)); //: rule=shift
            }
        }
        return left;
    }
}

//: family most_meetings
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class MostMeetings {
    record Span(int start, int end) {}

    static List<Span> mostMeetings(List<Span> meetings) {
        Comparator<Span> byEnd = Comparator.comparingInt(Span::end);
        Comparator<Span> byStart = Comparator.comparingInt(Span::start);
        List<Span> sorted = meetings.stream()
                .sorted(byEnd.thenComparing(byStart.reversed())) //: tie=late
                .sorted(byEnd.thenComparing(byStart)) //: tie=early
                .toList();
        List<Span> chosen = new ArrayList<>();
        int last = Integer.MIN_VALUE;
        for (Span meeting : sorted) {
            if (meeting.start() >= last) { //: touch=allowed
            if (meeting.start() > last) { //: touch=pause
                chosen.add(meeting);
                last = meeting.end();
            }
        }
        return chosen;
    }
}

//: family calendar
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream; //: conflict=double

final class Calendar {
    private record Booking(int start, int end) {}

    private final List<Booking> bookings = new ArrayList<>();

    boolean book(int start, int end) {
        if (end <= start) {
            throw new IllegalArgumentException("end must be after start");
        }
        //: conflict=single
        for (Booking each : bookings) {
            if (start < each.end() && each.start() < end) {
                return false;
            }
        }
        //: conflict=double
        if (IntStream.range(start, end).anyMatch(time -> running(time) > 1)) {
            return false;
        }
        //: end
        return bookings.add(new Booking(start, end));
    }

    boolean cancel(int start) {
        for (Booking each : bookings) {
            if (each.start() == start) {
                return bookings.remove(each);
            }
        }
        return false;
    }

    int load() {
        return bookings.stream().mapToInt(each -> each.end() - each.start()).sum();
    }
    //: conflict=double

    private long running(int time) {
        return bookings.stream()
                .filter(each -> each.start() <= time && time < each.end())
                .count();
    }
    //: end
}

//: family bucket
final class Bucket {
    static int bucket(int value, int[] limits) {
        int low = 0;
        int high = limits.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (limits[middle] <= value) { //: side=above
            if (limits[middle] < value) { //: side=below
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

//: family split_shift
import java.util.ArrayList;
import java.util.List;

final class SplitShift {
    record Span(int start, int end) {}

    static List<Span> splitShift(int start, int end, int[] limits) {
        List<Span> parts = new ArrayList<>();
        int from = start;
        for (int limit : limits) {
            if (start < limit && limit < end) {
                parts.add(new Span(from, limit));
                from = limit;
            }
        }
        parts.add(new Span(from, end));
        parts.removeIf(part -> part.end() - part.start() < 2); //: short=dropped
        return parts;
    }
}
