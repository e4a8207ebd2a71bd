// Solutions of spec.py's families; see AUTHORING.md.

//: family spaced_sum
//: shape=ring
import java.util.Arrays;

//: end
final class SpacedSum {
    static int spacedSum(int[] values) {
        //: shape=row
        int without = 0;
        int best = 0;
        for (int value : values) {
            int with = without + value;
            without = best;
            best = Math.max(best, with);
        }
        return best;
        //: shape=pairs
        int half = values.length / 2;
        int none = 0;
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < half; i++) {
            int nextUpper = Math.max(none, lower) + values[i];
            int nextLower = Math.max(none, upper) + values[half + i];
            none = Math.max(none, Math.max(upper, lower));
            upper = nextUpper;
            lower = nextLower;
        }
        return Math.max(none, Math.max(upper, lower));
        //: shape=ring
        if (values.length < 2) {
            return inRow(values);
        }
        int last = values.length - 1;
        return Math.max(
                inRow(Arrays.copyOfRange(values, 1, last + 1)),
                inRow(Arrays.copyOfRange(values, 0, last)));
    }

    private static int inRow(int[] values) {
        int without = 0;
        int best = 0;
        for (int value : values) {
            int with = without + value;
            without = best;
            best = Math.max(best, with);
        }
        return best;
        //: end
    }
}

//: family best_profit
final class BestProfit {
    private static final int NEVER = Integer.MIN_VALUE / 2;

    static int bestProfit(int[] prices) {
        //: rule=twice
        int first = NEVER;
        int firstSold = 0;
        int second = NEVER;
        int secondSold = 0;
        for (int price : prices) {
            secondSold = Math.max(secondSold, second + price);
            second = Math.max(second, firstSold - price);
            firstSold = Math.max(firstSold, first + price);
            first = Math.max(first, -price);
        }
        return Math.max(firstSold, secondSold);
        //: rule=pause
        int holding = NEVER;
        int justSold = NEVER;
        int free = 0;
        for (int price : prices) {
            int selling = holding + price;
            holding = Math.max(holding, free - price);
            free = Math.max(free, justSold);
            justSold = selling;
        }
        return Math.max(justSold, free);
        //: rule=fee
        int holding = NEVER;
        int free = 0;
        for (int price : prices) {
            int selling = holding + price - 2;
            holding = Math.max(holding, free - price);
            free = Math.max(free, selling);
        }
        return free;
        //: end
    }
}

//: family merge_cost
final class MergeCost {
    static int mergeCost(int[] piles) {
        int count = piles.length;
        int[] sums = new int[count + 1];
        for (int i = 0; i < count; i++) {
            sums[i + 1] = sums[i] + piles[i];
        }
        int[][] costs = new int[count + 1][count + 1];
        for (int start = count - 2; start >= 0; start--) {
            for (int end = start + 2; end <= count; end++) {
                costs[start][end] = Integer.MAX_VALUE;
                for (int middle = start + 1; middle < end; middle++) {
                    int left = sums[middle] - sums[start];
                    int right = sums[end] - sums[middle];
                    int cost = costs[start][middle] + costs[middle][end];
                    cost += left + right; //: price=sum
                    cost += Math.max(left, right); //: price=larger
                    cost += left * right; //: price=product
                    costs[start][end] = Math.min(costs[start][end], cost);
                }
            }
        }
        return costs[0][count];
    }
}

//: family best_jobs
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class BestJobs {
    record Job(int start, int end, int pay) {}

    static int bestJobs(List<Job> jobs) {
        TreeMap<Integer, Integer> best = new TreeMap<>(Map.of(Integer.MIN_VALUE, 0));
        List<Job> sorted =
                jobs.stream().sorted(Comparator.comparingInt(Job::end)).toList();
        for (Job job : sorted) {
            int before = best.floorEntry(job.start()).getValue(); //: last=excluded
            int before = best.lowerEntry(job.start()).getValue(); //: last=included
            best.merge(job.end(), before + job.pay(), Math::max);
            best.merge(job.end(), best.lowerEntry(job.end()).getValue(), Math::max);
        }
        return best.lastEntry().getValue();
    }
}

//: family paint_cost
//: street=ring
import java.util.Arrays;

//: end
final class PaintCost {
    private static final int NEVER = 1 << 30;

    static int paintCost(int[][] costs) {
        if (costs.length == 0) {
            return 0;
        }
        int lowest = lowest(costs, costs[0], -1); //: street=row
        //: street=ring
        if (costs.length == 1) {
            return Arrays.stream(costs[0]).min().orElseThrow();
        }
        int lowest = NEVER;
        for (int colour = 0; colour < costs[0].length; colour++) {
            int[] first = new int[costs[0].length];
            Arrays.fill(first, NEVER);
            first[colour] = costs[0][colour];
            lowest = Math.min(lowest, lowest(costs, first, colour));
        }
        //: end
        if (lowest >= NEVER) {
            throw new IllegalArgumentException("not enough colours");
        }
        return lowest;
    }

    private static int lowest(int[][] costs, int[] first, int notLast) {
        int[] best = first;
        for (int house = 1; house < costs.length; house++) {
            int[] row = costs[house].clone();
            for (int colour = 0; colour < row.length; colour++) {
                row[colour] += cheapest(best, colour);
            }
            best = row;
        }
        return cheapest(best, notLast);
    }

    private static int cheapest(int[] best, int without) {
        int lowest = NEVER;
        for (int colour = 0; colour < best.length; colour++) {
            if (colour != without) {
                lowest = Math.min(lowest, best[colour]);
            }
        }
        return lowest;
    }
}

//: family raggedness
import java.util.Arrays;

final class Raggedness {
    static int raggedness(int[] lengths, int width) {
        if (Arrays.stream(lengths).anyMatch(length -> length > width)) {
            throw new IllegalArgumentException("a word is too long");
        }
        int count = lengths.length;
        int[] costs = new int[count + 1]; // of the words from a place on
        for (int start = count - 1; start >= 0; start--) {
            costs[start] = Integer.MAX_VALUE;
            int left = width + 1;
            for (int end = start + 1; end <= count; end++) {
                left -= lengths[end - 1] + 1;
                if (left < 0) {
                    break;
                }
                int cost = costs[end] + left * left; //: last=counted
                int cost = end == count ? 0 : costs[end] + left * left; //: last=free
                costs[start] = Math.min(costs[start], cost);
            }
        }
        return costs[0];
    }
}

//: family game_margin
final class GameMargin {
    static int gameMargin(int[] values) {
        int count = values.length;
        //: move=front
        int[] margins = new int[count + 1]; // of the values from a place on
        for (int start = count - 1; start >= 0; start--) {
            int taken = 0;
            margins[start] = Integer.MIN_VALUE;
            for (int end = start + 1; end <= Math.min(start + 3, count); end++) {
                taken += values[end - 1];
                margins[start] = Math.max(margins[start], taken - margins[end]);
            }
        }
        return margins[0];
        //: move!=front
        int[][] margins = new int[count + 1][count + 1]; // by start and end
        for (int start = count - 1; start >= 0; start--) {
            for (int end = start + 1; end <= count; end++) {
                int left = values[start] - margins[start + 1][end];
                int right = values[end - 1] - margins[start][end - 1];
                margins[start][end] = Math.max(left, right);
                //: move=same
                if (end - start > 1) {
                    int both = values[start] + values[start + 1];
                    int margin = both - margins[start + 2][end];
                    margins[start][end] = Math.max(margins[start][end], margin);
                }
                //: move!=front
            }
        }
        return margins[0][count];
        //: end
    }
}

//: family can_win
import java.util.List;

final class CanWin {
    static boolean canWin(int stones, List<Integer> moves) {
        boolean[] wins = new boolean[stones + 1];
        for (int i = 0; i <= stones; i++) {
            int count = i;
            boolean good =
                    moves.stream()
                            .anyMatch(move -> move <= count && !wins[count - move]);
            wins[count] = good; //: result=loses
            boolean stuck = moves.stream().allMatch(move -> move > count); //: result=wins
            wins[count] = good || stuck; //: result=wins
        }
        return wins[stones];
    }
}

//: family travel_cost
//: span=calendar
import java.util.Arrays;
import java.util.stream.Collectors;

//: end
final class TravelCost {
    static int travelCost(int[] days, int single, int weekly) {
        //: span=rolling
        int[] costs = new int[days.length + 1]; // of the days from a place on
        int next = days.length;
        for (int i = days.length - 1; i >= 0; i--) {
            while (days[next - 1] >= days[i] + 7) {
                next--;
            }
            costs[i] = Math.min(single + costs[i + 1], weekly + costs[next]);
        }
        return costs[0];
        //: span=calendar
        return Arrays.stream(days)
                .boxed()
                .collect(Collectors.groupingBy(day -> (day - 1) / 7))
                .values()
                .stream()
                .mapToInt(week -> Math.min(week.size() * single, weekly))
                .sum();
        //: end
    }
}

//: family fill_truck
import java.util.Arrays;
import java.util.List;

final class FillTruck {
    record Crate(int weight, int value, int count) {}

    private static final int NEVER = Integer.MIN_VALUE / 2;

    static int fillTruck(List<Crate> crates, int capacity) {
        int[] best = new int[capacity + 1]; // by the weight of a load
        Arrays.fill(best, NEVER);
        best[0] = 0;
        for (Crate crate : crates) {
            //: count=stock
            for (int i = 0; i < crate.count(); i++) {
                load(best, crate.weight(), crate.value());
            }
            //: count=set
            load(best, crate.weight() * crate.count(), crate.value() * crate.count());
            //: end
        }
        return Arrays.stream(best).max().orElseThrow(); //: load=most
        return Math.max(best[capacity], -1); //: load=exact
    }

    private static void load(int[] best, int weight, int value) {
        for (int total = best.length - 1; total >= weight; total--) {
            best[total] = Math.max(best[total], best[total - weight] + value);
        }
    }
}

//: family assembly_time
final class AssemblyTime {
    static int assemblyTime(int[] upper, int[] lower, int change) {
        if (upper.length == 0) {
            return 0;
        }
        int above = upper[0];
        int below = lower[0]; //: start=either
        int below = Integer.MAX_VALUE / 2; // not possible //: start=upper
        for (int i = 1; i < upper.length; i++) {
            int next = Math.min(above, below + change) + upper[i];
            below = Math.min(below, above + change) + lower[i];
            above = next;
        }
        return Math.min(above, below);
    }
}
