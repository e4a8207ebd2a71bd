// Solutions of spec.py's families; see AUTHORING.md.

//: family hop_ways
final class HopWays {
    static int hopWays(String stones) {
        int end = stones.length() + 1;
        int[] ways = new int[end + 1];
        ways[0] = 1;
        for (int i = 1; i <= end; i++) {
            if (i < end && stones.charAt(i - 1) == '.') {
                continue;
            }
            ways[i] = ways[i - 1];
            //: hops!=odd
            if (i >= 2) {
                ways[i] += ways[i - 2];
            }
            //: hops!=short
            if (i >= 3) {
                ways[i] += ways[i - 3];
            }
            //: end
        }
        return ways[end];
    }
}

//: family closest_sum
import java.util.Comparator; //: what=nearest
import java.util.List;
import java.util.TreeSet;

final class ClosestSum {
    static int closestSum(List<Integer> numbers, int target) {
        TreeSet<Integer> sums = new TreeSet<>(List.of(0));
        for (int number : numbers) {
            for (int sum : List.copyOf(sums)) {
                sums.add(sum + number);
            }
        }
        return sums.floor(target); //: what=below
        //: what=nearest
        return sums.stream()
                .min(Comparator.comparingInt(sum -> Math.abs(sum - target)))
                .orElseThrow();
        //: end
    }
}

//: family fair_split
//: counts=any
import java.util.BitSet;

//: counts=equal
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

//: end
final class FairSplit {
    //: counts=any
    static int fairSplit(int[] weights) {
        BitSet sums = new BitSet();
        sums.set(0);
        int total = 0;
        for (int weight : weights) {
            for (int sum = total; sum >= 0; sum--) {
                if (sums.get(sum)) {
                    sums.set(sum + weight);
                }
            }
            total += weight;
        }
        return total - 2 * sums.previousSetBit(total / 2);
    }
    //: counts=equal
    static int fairSplit(int[] weights) {
        List<Set<Integer>> sums = // by the number of things
                IntStream.rangeClosed(0, weights.length)
                        .<Set<Integer>>mapToObj(count -> new HashSet<>())
                        .toList();
        sums.get(0).add(0);
        for (int i = 0; i < weights.length; i++) {
            for (int count = i; count >= 0; count--) {
                for (int sum : sums.get(count)) {
                    sums.get(count + 1).add(sum + weights[i]);
                }
            }
        }
        int total = IntStream.of(weights).sum();
        return sums.get(weights.length / 2).stream()
                .mapToInt(sum -> Math.abs(total - 2 * sum))
                .min()
                .orElseThrow();
    }
    //: end
}

//: family segmentations
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

final class Segmentations {
    private final Set<String> words;
    private final Map<String, Integer> known = new HashMap<>();

    private Segmentations(Set<String> words) {
        this.words = words;
        known.put("", 1); //: what=ways
        known.put("", 0); //: what=fewest
    }

    static int segmentations(String text, Set<String> words) {
        return new Segmentations(words).count(text);
    }

    private int count(String text) {
        Integer earlier = known.get(text);
        if (earlier != null) {
            return earlier;
        }
        int result = 0; //: what=ways
        int result = -1; //: what=fewest
        for (String word : words) {
            if (text.startsWith(word)) {
                int rest = count(text.substring(word.length()));
                result += rest; //: what=ways
                //: what=fewest
                if (rest >= 0 && (result < 0 || rest + 1 < result)) {
                    result = rest + 1;
                }
                //: end
            }
        }
        known.put(text, result);
        return result;
    }
}

//: family longest_common
//: what=sequence
import java.util.Arrays;
//: end
import java.util.Comparator;

final class LongestCommon {
    private static final Comparator<String> BEST_LAST =
            Comparator.comparingInt(String::length)
                    .thenComparing(Comparator.reverseOrder());

    static String longestCommon(String left, String right) {
        //: what=part
        String best = "";
        for (int start = 0; start < left.length(); start++) {
            for (int end = start + 1; end <= left.length(); end++) {
                String part = left.substring(start, end);
                if (right.contains(part)) {
                    best = better(part, best);
                }
            }
        }
        return best;
        //: what=sequence
        String[] above = new String[right.length() + 1];
        Arrays.fill(above, "");
        for (char letter : left.toCharArray()) {
            String[] row = new String[above.length];
            row[0] = "";
            for (int i = 0; i < right.length(); i++) {
                row[i + 1] = better(row[i], above[i + 1]);
                if (letter == right.charAt(i)) {
                    row[i + 1] = better(above[i] + letter, row[i + 1]);
                }
            }
            above = row;
        }
        return above[right.length()];
        //: end
    }

    private static String better(String one, String other) {
        return BEST_LAST.compare(one, other) > 0 ? one : other;
    }
}

//: family align_score
import java.util.stream.IntStream; //: parts=inside

final class AlignScore {
    static int alignScore(String left, String right) {
        int width = right.length();
        int[] above = new int[width + 1];
        //: parts=whole
        for (int j = 1; j <= width; j++) {
            above[j] = -2 * j;
        }
        //: parts=local
        int best = 0;
        //: end
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[width + 1];
            row[0] = -2 * i; //: parts!=local
            for (int j = 1; j <= width; j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                int gap = Math.max(above[j], row[j - 1]) - 2;
                row[j] = Math.max(above[j - 1] + (same ? 2 : -1), gap); //: parts!=local
                //: parts=local
                row[j] = Math.max(0, Math.max(above[j - 1] + (same ? 2 : -1), gap));
                best = Math.max(best, row[j]);
                //: end
            }
            above = row;
        }
        return above[width]; //: parts=whole
        return best; //: parts=local
        return IntStream.of(above).max().orElseThrow(); //: parts=inside
    }
}

//: family cut_value
import java.util.Map;

final class CutValue {
    static int cutValue(int length, Map<Integer, Integer> prices) {
        int[] best = new int[length + 1];
        prices.forEach((piece, price) -> {
            for (int size = piece; size <= length; size++) { //: uses=many
            for (int size = length; size >= piece; size--) { //: uses=once
                best[size] = Math.max(best[size], best[size - piece] + price);
            }
        });
        return best[length];
    }
}

//: family partitions
final class Partitions {
    static int partitions(int number, int largest) {
        int[] ways = new int[number + 1];
        ways[0] = 1;
        for (int part = 1; part <= largest; part++) { //: rule!=odd
        for (int part = 1; part <= largest; part += 2) { //: rule=odd
            for (int total = part; total <= number; total++) { //: rule!=distinct
            for (int total = number; total >= part; total--) { //: rule=distinct
                ways[total] += ways[total - part];
            }
        }
        return ways[number];
    }
}

//: family readings
final class Readings {
    static int readings(String digits) {
        int[] ways = new int[digits.length() + 1];
        ways[0] = 1;
        for (int end = 1; end <= digits.length(); end++) {
            for (int number = 1; number <= HIGHEST; number++) {
                String letter = String.valueOf(number);
                int start = end - letter.length();
                if (start >= 0 && fits(digits.substring(start, end), letter)) { //: unknown=star
                if (start >= 0 && digits.startsWith(letter, start)) { //: unknown=none
                    ways[end] += ways[start];
                }
            }
        }
        return ways[digits.length()];
    }
    //: unknown=star

    private static boolean fits(String part, String letter) {
        for (int i = 0; i < letter.length(); i++) {
            boolean starred = part.charAt(i) == '*' && letter.charAt(i) != '0';
            if (!starred && part.charAt(i) != letter.charAt(i)) {
                return false;
            }
        }
        return true;
    }
    //: end
}

//: family dice_ways
//: goal!=exactly
import java.util.stream.IntStream;

//: end
final class DiceWays {
    static int diceWays(int[] sides, int target) {
        //: goal!=highest
        int[] ways = {1};
        for (int side : sides) {
            int[] rolled = new int[ways.length + side];
            for (int total = 0; total < ways.length; total++) {
                for (int face = 1; face <= side; face++) {
                    rolled[total + face] += ways[total];
                }
            }
            ways = rolled;
        }
        return target < ways.length ? ways[target] : 0; //: goal=exactly
        return IntStream.of(ways).skip(target).sum(); //: goal=least
        //: goal=highest
        if (sides.length == 0 || target == 0) {
            return sides.length == target ? 1 : 0;
        }
        return upTo(sides, target) - upTo(sides, target - 1);
        //: end
    }
    //: goal=highest

    private static int upTo(int[] sides, int most) {
        return IntStream.of(sides)
                .map(side -> Math.min(side, most))
                .reduce(1, (ways, faces) -> ways * faces);
    }
    //: end
}

//: family mirror_parts
final class MirrorParts {
    static int mirrorParts(String text) {
        int size = text.length();
        //: what=letters
        int[][] removed = new int[size + 1][size + 1];
        for (int start = size - 2; start >= 0; start--) {
            for (int end = start + 2; end <= size; end++) {
                int fewer = Math.min(removed[start + 1][end], removed[start][end - 1]);
                boolean same = text.charAt(start) == text.charAt(end - 1);
                removed[start][end] = same ? removed[start + 1][end - 1] : fewer + 1;
            }
        }
        return removed[0][size];
        //: what=count
        int count = 0;
        for (int start = 0; start < size; start++) {
            for (int end = start + 1; end <= size; end++) {
                if (isMirrored(text.substring(start, end))) {
                    count++;
                }
            }
        }
        return count;
        //: what=fewest
        int[] fewest = new int[size + 1];
        for (int end = 1; end <= size; end++) {
            fewest[end] = end;
            for (int start = 0; start < end; start++) {
                if (isMirrored(text.substring(start, end))) {
                    fewest[end] = Math.min(fewest[end], fewest[start] + 1);
                }
            }
        }
        return fewest[size];
        //: end
    }
    //: what!=letters

    private static boolean isMirrored(String part) {
        return part.contentEquals(new StringBuilder(part).reverse());
    }
    //: end
}

//: family bracket_ways
final class BracketWays {
    //: limit=exact
    static int bracketWays(int pairs, int depth) {
        int below = depth == 0 ? 0 : upTo(pairs, depth - 1);
        return upTo(pairs, depth) - below;
    }

    private static int upTo(int pairs, int depth) {
    //: limit=most
    static int bracketWays(int pairs, int depth) {
    //: end
        int[] ways = new int[depth + 2]; // by the number of brackets that are open
        ways[0] = 1;
        for (int i = 0; i < 2 * pairs; i++) {
            int[] longer = new int[depth + 2];
            for (int open = 0; open <= depth; open++) {
                longer[open] = ways[open + 1] + (open > 0 ? ways[open - 1] : 0);
            }
            ways = longer;
        }
        return ways[0];
    }
}

//: family count_shapes
import java.util.List;

final class CountShapes {
    static int countShapes(List<String> rows) {
        int width = rows.get(0).length();
        //: what!=frames
        int[] above = new int[width + 1]; // sides of the squares that end at each place
        int result = 0;
        for (String row : rows) {
            int[] sides = new int[width + 1];
            for (int i = 0; i < width; i++) {
                if (row.charAt(i) == '#') {
                    int beside = Math.min(above[i + 1], sides[i]);
                    sides[i + 1] = Math.min(above[i], beside) + 1;
                }
                result = Math.max(result, sides[i + 1]); //: what=largest
                result += sides[i + 1]; //: what=all
            }
            above = sides;
        }
        return result;
        //: what=frames
        for (int side = Math.min(rows.size(), width); side > 0; side--) {
            for (int row = 0; row + side <= rows.size(); row++) {
                for (int column = 0; column + side <= width; column++) {
                    if (isFramed(rows, row, column, side)) {
                        return side;
                    }
                }
            }
        }
        return 0;
        //: end
    }
    //: what=frames

    private static boolean isFramed(List<String> rows, int row, int column, int side) {
        int bottom = row + side - 1;
        int right = column + side - 1;
        for (int i = 0; i < side; i++) {
            if (rows.get(row).charAt(column + i) != '#'
                    || rows.get(bottom).charAt(column + i) != '#'
                    || rows.get(row + i).charAt(column) != '#'
                    || rows.get(row + i).charAt(right) != '#') {
                return false;
            }
        }
        return true;
    }
    //: end
}
