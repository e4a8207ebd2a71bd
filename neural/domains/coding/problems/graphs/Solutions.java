// Solutions of spec.py's families; see AUTHORING.md.

//: family reachable
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

final class Reachable {
    record Link(String first, String second) {}

    static List<String> reachable(List<Link> links, String start) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Link link : links) {
            connect(neighbours, link.first(), link.second());
            connect(neighbours, link.second(), link.first()); //: direction=both
        }
        Set<String> found = new TreeSet<>();
        found.add(start); //: itself=in
        Deque<String> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            for (String name : neighbours.getOrDefault(waiting.pop(), Set.of())) {
                if (found.add(name)) {
                    waiting.push(name);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void connect(
            Map<String, Set<String>> neighbours, String from, String to) {
        neighbours.computeIfAbsent(from, name -> new HashSet<>()).add(to);
    }
}

//: family build_order
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

final class BuildOrder {
    record Need(String name, String needed) {}

    static final class CycleException extends RuntimeException {
        CycleException() {
            super("the needs form a cycle");
        }
    }

    static List<String> buildOrder(List<Need> needs) {
        TreeMap<String, Set<String>> missing = new TreeMap<>();
        for (Need need : needs) {
            missing.putIfAbsent(need.name(), new HashSet<>());
            missing.putIfAbsent(need.needed(), new HashSet<>());
            missing.get(need.name()).add(need.needed());
        }
        List<String> order = new ArrayList<>();
        while (!missing.isEmpty()) {
            String chosen = missing.keySet().stream() //: choice=first
            String chosen = missing.descendingKeySet().stream() //: choice=last
                    .filter(name -> missing.get(name).isEmpty())
                    .findFirst()
                    .orElseThrow(CycleException::new);
            order.add(chosen);
            missing.remove(chosen);
            missing.values().forEach(needed -> needed.remove(chosen));
        }
        return order;
    }
}

//: family build_stages
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

final class BuildStages {
    record Need(String name, String needed) {}

    static final class CycleException extends RuntimeException {
        CycleException() {
            super("the needs form a cycle");
        }
    }

    static List<List<String>> buildStages(List<Need> needs) {
        TreeMap<String, Set<String>> before = new TreeMap<>();
        for (Need need : needs) {
            before.putIfAbsent(need.name(), new HashSet<>());
            before.putIfAbsent(need.needed(), new HashSet<>());
            before.get(need.name()).add(need.needed()); //: when=early
            before.get(need.needed()).add(need.name()); //: when=late
        }
        LinkedList<List<String>> stages = new LinkedList<>();
        while (!before.isEmpty()) {
            List<String> stage = before.keySet().stream()
                    .filter(name -> before.get(name).isEmpty())
                    .toList();
            if (stage.isEmpty()) {
                throw new CycleException();
            }
            stages.addLast(stage); //: when=early
            stages.addFirst(stage); //: when=late
            stage.forEach(before::remove);
            before.values().forEach(others -> others.removeAll(stage));
        }
        return stages;
    }
}

//: family has_cycle
//: direction=directed
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
//: direction=both
import java.util.HashMap;
import java.util.List;
import java.util.Map;
//: end

final class HasCycle {
    record Link(String first, String second) {}

    static boolean hasCycle(List<Link> links) {
        //: direction=directed
        Set<Link> left = new HashSet<>(links);
        boolean changed = true;
        while (changed) { // drop links from names that nothing leads to
            Set<String> targets =
                    left.stream().map(Link::second).collect(Collectors.toSet());
            changed = left.removeIf(link -> !targets.contains(link.first()));
        }
        return !left.isEmpty();
        //: direction=both
        Map<String, String> leaders = new HashMap<>();
        for (Link link : links) {
            String first = root(leaders, link.first());
            String second = root(leaders, link.second());
            if (first.equals(second)) {
                return true;
            }
            leaders.put(first, second);
        }
        return false;
        //: end
    }
    //: direction=both

    private static String root(Map<String, String> leaders, String name) {
        return leaders.containsKey(name) ? root(leaders, leaders.get(name)) : name;
    }
    //: end
}

//: family groups
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class Groups {
    record Link(String first, String second) {}

    static List<List<String>> groups(List<Link> links) {
        List<Set<String>> found = new ArrayList<>();
        for (Link link : links) {
            List<String> ends = List.of(link.first(), link.second());
            Set<String> joined = new TreeSet<>(ends);
            for (Set<String> group : List.copyOf(found)) {
                if (!Collections.disjoint(group, ends)) {
                    joined.addAll(group);
                    found.remove(group);
                }
            }
            found.add(joined);
        }
        Comparator<List<String>> byName = Comparator.comparing(group -> group.get(0));
        //: order=size
        Comparator<List<String>> bySize = Comparator.comparing(group -> -group.size());
        //: end
        return found.stream()
                .map(List::copyOf)
                .sorted(byName) //: order=name
                .sorted(bySize.thenComparing(byName)) //: order=size
                .toList();
    }
}

//: family cheapest
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

final class Cheapest {
    record Road(String source, String target, int cost) {}

    private record Place(String name, int cost) {}

    static OptionalInt cheapest(List<Road> roads, String start, String goal) {
        PriorityQueue<Place> waiting =
                new PriorityQueue<>(Comparator.comparing(Place::cost));
        waiting.add(new Place(start, 0));
        Set<String> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            Place place = waiting.poll();
            if (place.name().equals(goal)) {
                return OptionalInt.of(place.cost());
            }
            if (!done.add(place.name())) {
                continue;
            }
            for (Road road : roads) {
                int cost = place.cost() + road.cost(); //: what=total
                int cost = Math.max(place.cost(), road.cost()); //: what=worst
                if (road.source().equals(place.name())) {
                    waiting.add(new Place(road.target(), cost));
                //: direction=both
                } else if (road.target().equals(place.name())) {
                    waiting.add(new Place(road.source(), cost));
                //: end
                }
            }
        }
        return OptionalInt.empty();
    }
}

//: family network_cost
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class NetworkCost {
    record Cable(String first, String second, int cost) {}

    static int networkCost(List<Cable> cables) {
        Map<String, String> leaders = new HashMap<>();
        for (Cable cable : cables) {
            leaders.put(cable.first(), cable.first());
            leaders.put(cable.second(), cable.second());
        }
        int total = 0;
        int parts = leaders.size();
        Comparator<Cable> byCost = Comparator.comparingInt(Cable::cost);
        for (Cable cable : cables.stream().sorted(byCost).toList()) { //: which=min
        for (Cable cable : cables.stream().sorted(byCost.reversed()).toList()) { //: which=max
            String first = root(leaders, cable.first());
            String second = root(leaders, cable.second());
            if (!first.equals(second)) {
                leaders.put(first, second);
                total += cable.cost();
                parts--;
            }
        }
        if (parts > 1) {
            throw new IllegalArgumentException("not everything can be connected");
        }
        return total;
    }

    private static String root(Map<String, String> leaders, String name) {
        String leader = leaders.get(name);
        return leader.equals(name) ? name : root(leaders, leader);
    }
}

//: family mutual
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class Mutual {
    record Pair(String first, String second) {
        //: what!=suggest
        Pair reversed() {
            return new Pair(second, first);
        }
        //: end
    }

    static List<Pair> mutual(List<Pair> follows) {
        Set<Pair> known = new HashSet<>(follows);
        return known.stream()
                //: what=both
                .filter(pair -> pair.first().compareTo(pair.second()) < 0)
                .filter(pair -> known.contains(pair.reversed()))
                //: what=unrequited
                .filter(pair -> !known.contains(pair.reversed()))
                //: what=suggest
                .flatMap(pair -> known.stream()
                        .filter(next -> next.first().equals(pair.second()))
                        .map(next -> new Pair(pair.first(), next.second())))
                .filter(pair -> !pair.first().equals(pair.second()))
                .filter(pair -> !known.contains(pair))
                .distinct()
                //: end
                .sorted(Comparator.comparing(Pair::first).thenComparing(Pair::second))
                .toList();
    }
}
