// Solutions of spec.py's families; see AUTHORING.md.

//: family arrangements
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

final class Arrangements {
    static List<String> arrangements(String letters) {
        List<String> made = new ArrayList<>();
        extend("", letters, letters, made); //: rule=moved
        extend("", letters, made); //: rule!=moved
        return made;
    }

    //: rule=moved
    private static void extend(
            String start, String left, String letters, List<String> made) {
    //: end
    private static void extend(String start, String left, List<String> made) { //: rule!=moved
        if (left.isEmpty()) {
            made.add(start);
            return;
        }
        for (String letter : new TreeSet<>(List.of(left.split("")))) {
            //: rule=apart
            if (start.endsWith(letter)) {
                continue;
            }
            //: rule=moved
            if (letters.startsWith(letter, start.length())) {
                continue;
            }
            //: end
            int place = left.indexOf(letter);
            String rest = left.substring(0, place) + left.substring(place + 1);
            extend(start + letter, rest, letters, made); //: rule=moved
            extend(start + letter, rest, made); //: rule!=moved
        }
    }
}

//: family choices
import java.util.ArrayList;
import java.util.List;

final class Choices {
    static List<List<String>> choices(List<String> items, int count) {
        List<List<String>> chosen = new ArrayList<>();
        choose(items, count, 0, List.of(), chosen);
        return chosen;
    }

    private static void choose(
            List<String> items,
            int count,
            int from,
            List<String> made,
            List<List<String>> chosen) {
        if (made.size() == count) {
            chosen.add(made);
            return;
        }
        for (int i = from; i < items.size(); i++) {
            List<String> longer = new ArrayList<>(made);
            longer.add(items.get(i));
            choose(items, count, i + 1, longer, chosen); //: rule=single
            choose(items, count, i, longer, chosen); //: rule=repeated
            choose(items, count, i + 2, longer, chosen); //: rule=gaps
        }
    }
}

//: family odometer
import java.util.ArrayList;
import java.util.Arrays; //: order=bounce
import java.util.List;

final class Odometer {
    static List<int[]> odometer(int[] limits) {
        List<int[]> positions = new ArrayList<>();
        int[] wheels = new int[limits.length];
        //: order=bounce
        int[] steps = new int[limits.length];
        Arrays.fill(steps, 1);
        //: end
        int wheel;
        do {
            positions.add(wheels.clone());
            //: order=last
            wheel = limits.length - 1;
            while (wheel >= 0 && ++wheels[wheel] == limits[wheel]) {
                wheels[wheel--] = 0;
            }
        } while (wheel >= 0);
            //: order=first
            wheel = 0;
            while (wheel < limits.length && ++wheels[wheel] == limits[wheel]) {
                wheels[wheel++] = 0;
            }
        } while (wheel < limits.length);
            //: order=bounce
            wheel = limits.length - 1;
            while (wheel >= 0 && isAtEnd(wheels[wheel] + steps[wheel], limits[wheel])) {
                steps[wheel] = -steps[wheel];
                wheel--;
            }
            if (wheel >= 0) {
                wheels[wheel] += steps[wheel];
            }
        } while (wheel >= 0);
        //: end
        return positions;
    }
    //: order=bounce

    private static boolean isAtEnd(int next, int limit) {
        return next < 0 || next == limit;
    }
    //: end
}

//: family load_trips
import java.util.ArrayList;
import java.util.List;

final class LoadTrips {
    static List<List<Integer>> loadTrips(int[] weights, int limit) {
        List<List<Integer>> trips = new ArrayList<>();
        int load = 0;
        for (int weight : weights) {
            //: heavy=left
            if (weight > limit) {
                continue;
            }
            //: heavy=ends
            if (weight > limit) {
                break;
            }
            //: end
            if (trips.isEmpty() || load + weight > limit) {
                trips.add(new ArrayList<>());
                load = 0;
            }
            trips.get(trips.size() - 1).add(weight);
            load += weight;
        }
        return trips;
    }
}

//: family steps_between
import java.util.stream.IntStream;

final class StepsBetween {
    static IntStream stepsBetween(int start, int stop, int step) {
        if (step == 0) {
            throw new IllegalArgumentException("step must not be 0");
        }
        int direction = Integer.signum(step);
        //: end=across
        if ((stop - start) * direction < 0) {
            return IntStream.empty();
        }
        int beyond = stop + step;
        return IntStream.iterate(
                start, n -> (beyond - n) * direction > 0, n -> n + step);
        //: end=inside
        return IntStream.iterate(
                start, n -> (stop - n) * direction >= 0, n -> n + step);
        //: end=before
        return IntStream.iterate(
                start, n -> (stop - n) * direction > 0, n -> n + step);
        //: end
    }
}

//: family deal
import java.util.ArrayList;
import java.util.List;

final class Deal {
    static List<List<Integer>> deal(List<Integer> cards, int players) {
        List<List<Integer>> hands = new ArrayList<>();
        int size = cards.size() / players; //: how=blocks
        for (int i = 0; i < players; i++) {
            hands.add(new ArrayList<>()); //: how!=blocks
            hands.add(new ArrayList<>(cards.subList(i * size, (i + 1) * size))); //: how=blocks
        }
        //: how=blocks
        for (int i = size * players; i < cards.size(); i++) {
            hands.get(i - size * players).add(cards.get(i));
        }
        //: how=singly
        for (int i = 0; i < cards.size(); i++) {
            hands.get(i % players).add(cards.get(i));
        }
        //: how=snake
        for (int i = 0; i < cards.size(); i++) {
            int place = i % (2 * players);
            hands.get(Math.min(place, 2 * players - 1 - place)).add(cards.get(i));
        }
        //: end
        return hands;
    }
}
